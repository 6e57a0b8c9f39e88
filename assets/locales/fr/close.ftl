# La clôture : d’abord ce qui attend, puis les invendus, le comptage et l’écart.

close-before = Clôture · avant
close-before-help = Ce qui attend encore : un ticket ouvert ou en attente, un montant sans producteur. G le garde pour plus tard. Sans rien qui attende, cette étape se passe seule.
close-unsold = Clôture · invendus
close-unsold-help = Entrée note tout comme affiché : ce qui reste est repris par les producteurs. P note une perte ou un don, R laisse le reste au stock, L ne note rien du tout.
close-count = Clôture · comptage
close-count-help = Tapez le nombre de billets et de pièces, puis Entrée. L’attendu ne se montre qu’après, pour que le comptage soit vrai. Le signe = donne un seul total pour les espèces. Échap quitte, tout est gardé.
close-gap = Clôture · écart
close-gap-help = Ce qui devrait être là, ce qui est compté, et l’écart. Un chiffre donne le motif, une lettre montre une cause possible, R recompte. L’ancien comptage reste au journal.

# Ce que l’on dit en chemin.
close-waits = Clôture commencée : 9 dans le menu pour la reprendre.
close-begun = clôture commencée
close-nothing = Rien à clôturer depuis la dernière clôture : ni vente, ni espèces.
close-wait = Un instant…
close-refused = Le journal refuse cette écriture. Rien n’est noté ; reprenez l’étape.
close-not-written = Le disque n’écrit pas. Ce qui est tapé est gardé ; la prochaine touche réessaie, Échap quitte.

# La ligne du bas.
close-next = Suite
close-later = Plus tard
close-help-key = Aide
close-before-resume = Reprendre
close-before-give-up = Abandonner
close-before-keep = Garder
close-before-attribute = Attribuer
close-before-nobodys-later = Plus tard
close-before-settle = Régler
close-unsold-confirm = Noter tout
close-unsold-part = Perte, don
close-unsold-rest = Repris / reste
close-unsold-leave = Ne rien noter
close-unsold-nothing = Laisser
close-count-before = Champ précédent
close-count-total = Un seul total
close-count-pieces = Par pièces
close-gap-recount = Recompter
close-gap-why = Motif
close-gap-cheques = Chèques
close-gap-look = Voir

# Ce qui attend.
close-before-count =
    { $n ->
        [0] Rien n’attend plus
        [one] { $n } chose à voir avant de clôturer
       *[other] { $n } choses à voir avant de clôturer
    }
close-before-clear = Rien n’attend plus. Entrée pour continuer la clôture.
close-before-open = Ticket ouvert
close-before-aside = En attente depuis { $time }
close-before-nobodys =
    { $n ->
        [one] { $n } montant sans producteur
       *[other] { $n } montants sans producteur
    }
close-before-owed =
    { $n ->
        [one] { $n } producteur attend son règlement : { $sum }. P pour régler maintenant.
       *[other] { $n } producteurs attendent leur règlement : { $sum }. P pour régler maintenant.
    }

# Les invendus.
close-unsold-count =
    { $n ->
        [one] { $n } article invendu
       *[other] { $n } articles invendus
    }
close-unsold-head-article = Article
close-unsold-head-producer = Producteur
close-unsold-head-left = Reste
close-unsold-head-becomes = Devient
close-unsold-home = { $quantity } repris
close-unsold-stays = { $quantity } au stock
close-unsold-given = { $quantity } en don
close-unsold-lost = { $quantity } en perte
close-unsold-left = Rien n’est noté : les invendus restent au stock.
close-unsold-too-much = Il ne reste que { $left } de { $label }. Rien n’est noté.

# Le comptage.
close-count-so-far = Espèces comptées
close-count-no-cash = Pas d’espèces
close-count-notes = Billets
close-count-coins = Pièces
close-count-other = Rouleaux, autre
close-count-one-total = Total
close-count-others = Autres moyens
close-count-blind = À l’aveugle : l’attendu se montre après.
close-count-nothing = Rien à compter. Échap pour revenir.
close-count-hint = Tapez le nombre de billets ou de pièces, puis Entrée. Vide = 0.
close-count-hint-other = Rouleaux, grosses coupures et le reste, en euros. Entrée continue.
close-count-hint-total = Le total des espèces en euros, puis Entrée. Le signe = revient aux pièces.
close-count-hint-number = Combien il y en a, puis Entrée. Vide = pas compté.
close-count-hint-sum = Le total en euros, puis Entrée. Vide = pas compté.
close-digits = Seulement des chiffres ici. Rien n’a changé.
close-no-minus = Un comptage n’est jamais négatif. Rien n’a changé.
close-whole = Un nombre entier de pièces, sans virgule.
close-too-many = { $most } pièces au plus par sorte. Au-delà, notez la somme dans « Rouleaux, autre ».
close-too-much = Cette somme dépasse ce qu’une caisse peut tenir.
close-two-decimals = Deux chiffres au plus après la virgule.
close-unreadable = Ce champ ne se lit pas : des chiffres et une seule virgule.
close-sum-missing = Il manque le total de ceux que vous avez comptés.

# L’écart.
close-gap-counted =
    { $n ->
        [one] Compté à { $time }
       *[other] Compté à { $time } · { $n } comptages
    }
close-gap-not-counted = Rien n’est compté
close-gap-head-means = Moyen
close-gap-head-expected = Attendu
close-gap-head-counted = Compté
close-gap-head-difference = Écart
close-gap-row-not-counted = non compté
close-gap-total = Écart total
close-gap-right = juste
close-gap-missing = manque
close-gap-over = en trop
close-gap-number = { $name } ({ $counted } pour { $taken })
close-gap-since = Depuis le comptage : { $means } { $sum }
close-gap-float-left = Fond jamais compté : part de { $start }, laissés à la clôture { $closing }.
close-gap-float-none = Fond jamais compté : part de zéro.
close-gap-reasons = Motif : { $reasons }
close-reason-unknown = inconnu
close-reason-change = rendu
close-reason-means = moyen
close-reason-not-noted = non noté
close-reason-sale = vente
close-reason-float = fond
close-reason-counterfeit = faux
close-reason-theft = vol
close-gap-maybe = Peut-être…
close-cause-means = Ticket { $ticket } ({ $sum }) : tapé « { $rung } », payé « { $paid } » ?
close-cause-means-some = { $sum } tapés « { $rung } », payés « { $paid } » ?
close-cause-not-noted = Un prélèvement ou une sortie de { $sum }, sans note ?
close-cause-not-dropped = Le prélèvement de { $sum } est noté, mais encore dans le tiroir ?
close-cause-not-taken = La sortie de { $sum } est notée, mais encore dans le tiroir ?
close-cause-float = Le fond était de { $maybe }, comme laissé, et non de { $noted } ?
close-cause-no-float = Un fond de { $maybe } le matin, que personne n’a compté ?
close-cause-twice = { $sum } comptés deux fois (une seule pièce ou un seul billet) ?
close-cause-overlooked = Un billet ou une pièce de { $sum } oublié au comptage ?
close-cause-change-twice = La monnaie du ticket { $ticket } ({ $sum }) rendue deux fois ?
close-cause-change-twice-some = Une monnaie de { $sum } rendue deux fois ?
close-cause-change-kept = La monnaie du ticket { $ticket } ({ $sum }) pas rendue ?
close-cause-change-kept-some = Une monnaie de { $sum } pas rendue ?
close-cause-rung-twice = Ticket { $ticket } ({ $sum }) tapé deux fois, comme celui d’avant ?
close-cause-not-rung = Une vente de { $sum } qui n’a pas été tapée ?
close-cause-mistyped = { $means } : { $maybe } tapé { $typed } par erreur ?
