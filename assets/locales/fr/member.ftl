# La fiche d’un adhérent : son compte, ce qu’on peut en faire.
member = Fiche
member-help = Chaque lettre agit sur ce compte. Une recharge ou une ardoise réglée est une ligne du ticket : elle se paie comme le reste.
member-number = Numéro
member-state = État
member-year = Adhésion
member-year-paid = { $year } : à jour
member-year-due = { $year } : à renouveler
member-year-never = jamais payée
member-balance = Compte prépayé
member-tab = Ardoise
member-limit = Ardoise autorisée
member-last-moves = Derniers mouvements
member-no-moves = Aucun mouvement sur ce compte.
member-moved = Ticket { $name }
member-after = Solde après ce ticket : { $before } - { $ticket } = { $after }
member-beyond = il manque { $beyond }

# Les touches.
member-acts = Que faire
member-key-top-up = Recharger
member-key-statement = Relevé
member-key-edit = Modifier
member-key-transfer = Virement
member-key-adjust = Ajuster
member-key-close = Fermer
member-key-open = Rouvrir
member-key-erase = Effacer
member-key-new = Nouveau
member-key-keep = Valider
member-key-take = Prendre
member-key-choose = Choisir
member-key-off = Retirer plutôt
member-key-onto = Ajouter plutôt
member-key-leave = Laisser
member-key-help = Aide

# Recharger, verser, ajuster.
member-ask-top-up = Recharge de
member-ask-settle = Ardoise réglée de
member-ask-transfer = Verser à { $name }
member-ask-onto = Ajouter au compte
member-ask-off = Retirer du compte
member-ask-why = Pourquoi ajuster ce compte ?
member-why-opening = Solde d’avant la caisse
member-why-transfer = Virement entre adhérents
member-why-mistake = Erreur de saisie
member-why-elsewhere = Payé autrement (virement, en ligne)
member-why-goodwill = Geste de l’association
member-sum-missing = Tapez une somme, puis Entrée. Échap laisse tout en l’état.
member-line-top-up = Recharge
member-line-settled = Ardoise réglée
member-line-paid-out = Solde rendu
member-line-to-fund = Don au fonds solidaire
member-top-up-added = { $sum } pour { $name }, à encaisser avec ce ticket.
member-transfer-too-much = { $name } peut verser { $most } au plus. Rien n’a été versé.
member-transferred = Virement fait : { $sum }, { $name } à { $other }.
member-adjusted = Compte ajusté de { $sum }.

# Fermer, effacer.
member-ask-rest = Ce qui reste sur le compte
member-rest-out = Rendre à l’adhérent
member-rest-fund = Donner au fonds solidaire
member-rest-ticket = Encaissez d’abord le ticket ouvert : le solde part par un ticket à lui.
member-paid-out = Solde à rendre à { $name } : encaissez ce ticket, puis fermez le compte.
member-to-fund = { $name } donne son solde : validez ce ticket, puis fermez le compte.
member-close-ticket = { $name } a un ticket ouvert : encaissez-le d’abord. Le compte reste ouvert.
member-close-debt = { $name } doit encore { $balance }. R règle l’ardoise ; le compte reste ouvert.
member-close-what = Le compte est à zéro. Les tickets restent, le compte ne pourra plus payer.
member-close-ask = { $name } : fermer ce compte ?
member-closed-now = { $name } : compte fermé.
member-open-again-ask = { $name } : rouvrir ce compte ?
member-opened-again = { $name } : compte rouvert.
member-is-closed = { $name } : le compte est fermé. X le rouvre.
member-erase-balance = { $name } : il reste { $balance } sur le compte. Rien n’est effacé.
member-erase-open = { $name } : compte ouvert. X le ferme d’abord. Rien n’est effacé.
member-erase-what = { $name } : nom, téléphone, courriel et cartes disparaissent. Les tickets restent, sans nom.
member-erase-ask = { $name } : effacer cette fiche ?
member-erase-again = Rien ne pourra la faire revenir.
member-erase-sure = Effacer vraiment { $name } ?
member-erased = Fiche effacée. Les tickets restent valides.

# Remplir la fiche.
member-form = Fiche d’adhérent
member-form-help = Tab passe d’une ligne à l’autre, Entrée garde toute la fiche. Une carte se scanne ; Suppr retire une carte perdue.
member-form-new = Nouvel adhérent
member-form-name = Nom et prénom
member-form-phone = Téléphone
member-form-email = Courriel
member-form-other-name = Deuxième personne
member-form-number = Numéro
member-form-cards = Cartes
member-form-limit-name = Ardoise autorisée
member-form-year-name = Adhésion payée pour
member-form-hint = Le nom de famille d’abord. Scannez la carte à tout moment ; une carte perdue se retire par Suppr sur sa ligne. Entrée garde le tout.
member-form-key-keep = Garder
member-form-key-next = Ligne suivante
member-form-key-card-off = Retirer la carte
member-form-key-leave = Laisser
member-form-key-help = Aide
member-form-kept = { $name } : fiche gardée.
member-form-no-name = Il manque un nom. Rien n’est gardé.
member-form-no-number = Il manque un numéro. Rien n’est gardé.
member-form-number-taken = Le numéro { $number } est à { $name }. Rien n’est gardé.
member-form-card-taken = La carte { $code } est à { $name }. Elle n’est pas prise.
member-form-card-article = { $code } est le code-barres d’un article, { $label }. Ce n’est pas une carte.
member-form-card-there = La carte { $code } est déjà sur cette fiche.
member-form-card = Carte { $code } ajoutée. Entrée garde la fiche.
member-form-card-off = Carte { $code } retirée. Entrée garde la fiche.
member-form-scan-card = Une carte se scanne. Suppr retire la dernière.
member-form-limit = « { $typed } » n’est pas un montant. Rien n’est gardé.
member-form-year = « { $typed } » n’est pas une année. Rien n’est gardé.

# Le relevé.
member-statement = Relevé de compte
member-statement-help = Ce qui est entré et sorti, le dernier en premier, et jusqu’à quand chaque caisse est connue ici.
member-statement-key-print = Imprimer
member-statement-key-down = Suite
member-statement-sent = Relevé envoyé à l’imprimante.
member-known = Connu jusqu’au { $when } (caisse { $till })
member-paper-number = N° { $number }
member-paper-balance = Solde
