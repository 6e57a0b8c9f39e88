# Les producteurs et ce qui leur est reversé.

producers = Producteurs
producers-help = Ce que cette caisse doit à chacun depuis son dernier règlement. Les flèches choisissent, ou une lettre ; Entrée ouvre sa journée et le règlement.
settle = Règlement
settle-help = La journée d’un producteur. Entrée remet tout en espèces, R sans les centimes, C reporte tout. Une somme puis Entrée remet cette somme ; la lettre d’un autre moyen (H, O…) paie par lui. Ce qui revient après va au règlement suivant.

# La liste.
producers-count =
    { $n ->
        [one] { $n } producteur
       *[other] { $n } producteurs
    }
producers-head-name = Producteur
producers-head-status = TVA
producers-head-last = réglé
producers-head-owed = à reverser
producers-none = Aucun producteur en dehors de l’étal. Ils s’ajoutent avec les articles, ou par la commande etal settings.
producers-liable = assujetti
producers-franchise = franchise
producers-flat-rate = forfait agricole
producers-exempt = exonéré
producers-no-status = non renseignée
producers-open = Ouvrir, régler
producers-attribute = Attribuer
producers-back = Retour
producers-help-key = Aide
producers-nobody =
    { $n ->
        [one] { $n } montant sans producteur : { $sum }
       *[other] { $n } montants sans producteur : { $sum }
    }
producers-nobody-more =
    { $n ->
        [one] … et { $n } de plus
       *[other] … et { $n } de plus
    }
producers-nobody-where = À attribuer avant de régler : F8 le journal, le ticket, puis A.

# La ligne du bas du règlement.
settle-in-cash = Tout en espèces
settle-in-euros = Euros ronds
settle-carry = Reporter
settle-up-to = Jusqu’au ticket
settle-day = Journée
settle-print = Réimprimer
settle-go-on = Continuer
settle-back = Retour
settle-help-key = Aide

# La journée d’un producteur.
settle-since = à régler
settle-until = jusqu’au ticket { $ticket }
settle-whole-day = toute la journée
settle-wait = Un instant…
settle-nothing-sold = Rien de vendu.
settle-more =
    { $n ->
        [one] … et { $n } article de plus
       *[other] … et { $n } articles de plus
    }
settle-sums = Compte
settle-sales = Ventes TTC
settle-vat = dont TVA { $rate }
settle-no-vat = sans TVA
settle-commission = Commission
settle-pot = Équilibre
settle-share = Sa part
settle-flat = Forfait du jour
settle-brought = Report
settle-due = À reverser
settle-all-carried = reporté
settle-ask-up-to = Jusqu’au ticket n°
settle-ask-paper = Sans imprimante : numéro dans le carnet
settle-ask-sum = Somme à remettre
settle-say-status = Statut de TVA non renseigné : à dire d’abord par etal settings.
settle-nobody =
    { $n ->
        [one] { $n } montant sans producteur ({ $sum }) : F8, le ticket, A pour l’attribuer.
       *[other] { $n } montants sans producteur ({ $sum }) : F8, le ticket, A pour les attribuer.
    }

# La question.
settle-sure = Écrire ce règlement ?
settle-sure-give = { $name } reçoit { $sum } ({ $means }).
settle-sure-carry = { $name } : { $sum } reportés au prochain règlement.
settle-sure-nobody = Attention : { $sum } encore sans producteur, à attribuer d’abord (F8, le ticket, A).

# Ce qui s’est passé.
settle-done = { $name } : { $sum } remis ({ $means }). Le règlement est écrit.
settle-done-carried = { $name } : { $sum } remis ({ $means }), { $carried } reportés.
settle-carried = { $name } : rien de remis, { $sum } reportés au prochain règlement.
settle-print-sent = Règlement { $settlement } envoyé à l’imprimante.
settle-none-today = Aucun règlement aujourd’hui : rien à réimprimer.
settle-not-known-yet = Le compte n’est pas encore là. Réessayez dans un instant.
settle-no-status = { $name } : statut de TVA inconnu, rien n’est écrit. Voyez etal settings.
settle-nothing-due = Rien n’est dû à { $name } : rien à remettre. C reporte ce qui reste.
settle-not-an-amount = Rien à remettre ainsi à { $name } : C reporte les centimes.
settle-above-due = { $name } n’attend que { $due }. Rien n’est écrit.
settle-cash-limit = Pas plus de { $limit } en espèces (CMF D.112-3). Tapez moins, ou H, ou C.
settle-not-a-means = { $name } ne se règle pas ainsi. Entrée espèces, H chèque, O autre.
settle-no-ticket = Le ticket { $ticket } n’existe pas ou est déjà réglé. Le compte montre tout.
settle-ask-number = Tapez le numéro d’un ticket d’après le dernier règlement.
settle-ask-paper-why = Tapez le numéro de la page signée du carnet : elle remplace le bordereau.
settle-under-way = { $name } : un règlement s’écrit encore. Rien d’autre n’est parti.
settle-not-written = { $name } : pas écrit, ne rien remettre. Chaque touche réessaie.
settle-refused = { $name } : le compte a changé, rien n’est écrit. Relisez-le.
