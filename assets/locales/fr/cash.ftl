# Les mouvements de caisse : ce qui entre et sort du tiroir sans vente.
cash = Mouvements de caisse
cash-help = Une lettre, la somme en euros, Entrée : le tiroir s’ouvre et le journal le garde. P prélèvement, A apport, S sortie, M monnaie apportée, D dépense ; ↑ ↓ change le motif. F compte le fond de caisse, O ouvre la journée, E suit les enveloppes, C corrige le dernier mouvement, ! imprime un bordereau.
cash-what = Que faut-il noter ?
cash-drop = Prélèvement
cash-in = Apport
cash-out = Sortie
cash-change = Monnaie apportée
cash-expense = Dépense
cash-float = Fond de caisse
cash-open = Ouvrir la journée
cash-envelopes = Enveloppes
cash-correct = Corriger le dernier
cash-slip = Bordereau
cash-note = Noter
cash-other-reason = Autre motif
cash-other-drawer = Autre tiroir
cash-back = Retour
cash-help-key = Aide

cash-sum = Somme
cash-why = Motif
cash-drawer = Tiroir
cash-moves = Depuis la dernière clôture
cash-no-moves = Aucun mouvement.

cash-way-float = Fond de caisse
cash-way-in = Apport
cash-way-change = Monnaie apportée
cash-way-out = Sortie
cash-way-drop = Prélèvement
cash-way-paid-out = Dépense
cash-way-correction = Correction
cash-way-received = Enveloppe reçue
cash-way-banked = Enveloppe à la banque

cash-reason-safe = coffre
cash-reason-change = monnaie
cash-reason-bank = banque
cash-reason-home = emporté à la maison
cash-reason-place = droit de place
cash-reason-purchase = achat pour l’étal
cash-reason-paid-back = avance rendue
cash-reason-coop = coopérative
cash-reason-mistake = noté par erreur

cash-noted = { $way } : { $sum }, c’est noté.
cash-corrected = Correction : { $sum }, c’est noté.
cash-noted-so = { $way } : noté { $sum }. Combien en vrai ?
cash-how-much = Tapez la somme en euros. Rien n’est noté.
cash-nothing = La somme doit dépasser zéro. Rien n’est noté.
cash-unreadable = Cette somme ne se lit pas : des chiffres et une virgule. Rien n’est noté.
cash-right-already = C’est { $sum } qui est noté déjà. Rien n’a changé.
cash-nothing-to-correct = Aucun mouvement à corriger depuis la dernière clôture.
cash-more-than-there = { $sum } : d’après la caisse, il n’y a pas autant dans le tiroir.
cash-float-not-counted = Le fond de caisse n’est pas compté : la caisse se trompe peut-être.
cash-more-ask = Noter quand même ?
cash-under-way = Le mouvement d’avant s’écrit encore. Rien de plus n’est noté.
cash-not-written = Le mouvement n’est pas encore écrit : la caisse réessaie à chaque touche.
cash-refused = Le journal refuse ce mouvement : rien n’est noté.

cash-drop-notice = Prélèvement conseillé : plus de { $limit } dans le tiroir · F7 P

cash-slip-sent = Bordereau envoyé à l’imprimante.
cash-no-slip = Aucune sortie du tiroir depuis la dernière clôture : pas de bordereau.
cash-slip-title = Bordereau de caisse
cash-slip-why = Motif : { $reason }
cash-slip-sum = Somme
cash-slip-signature = Reçu par, signature :
