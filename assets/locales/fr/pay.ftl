# Encaisser : les moyens de paiement, le reste à payer.

pay = Encaisser
pay-help = Entrée : espèces, somme juste. Une somme puis Entrée : ce que le client donne. Une lettre paie le reste par ce moyen ; une somme puis une lettre, une partie.
tender-cash = espèces
tender-card = carte
tender-cheque = chèque
tender-account = compte
tender-local = monnaie locale
tender-token = jeton
tender-meal = titre-restaurant
tender-credit_note = avoir
tender-fund = fonds solidaire
tender-other = autre

# La ligne du bas.
pay-key-exact = Espèces juste
pay-key-given = Encaisser
pay-key-record = Enregistrer
pay-key-out = Rendre en espèces
pay-key-agreed = Total convenu
pay-key-discount = Remise
pay-key-gift = Don
pay-key-bearer = À la charge de
pay-key-offer = Accepter
pay-key-note = Chercher l’avoir
pay-key-no-note = Sans avoir
pay-key-take-back = Reprendre
pay-key-paper = Imprimer
pay-key-no-paper = Ne pas imprimer
pay-key-ticket = Revenir
pay-key-help = Aide

# Ce que montre l’écran.
pay-to-pay = à payer
pay-left = reste à payer
pay-to-give-back = à rendre
pay-to-pay-out = à rendre au client
pay-nothing = rien à payer
pay-all-paid = tout est payé
pay-lines =
    { $n ->
        [one] { $n } ligne
       *[other] { $n } lignes
    }
pay-of = { $lines } · { $total }
pay-means = Moyens de paiement
pay-means-exact = espèces, somme juste
pay-means-agreed = total convenu (20 puis T)
pay-means-discount = remise (1,50 ou 10% puis D)
pay-in-brief = T total convenu · D remise · G don
pay-in-brief-later = G don au fonds : 2 puis G, ou G seul
pay-means-gift = don au fonds (2 puis G, ou G seul)
pay-paper-no = ticket imprimé : non
pay-paper-yes = ticket imprimé : oui
pay-given = Reçu
pay-customer-gives = Le client donne :
pay-or-type = ou tapez la somme, puis Entrée
pay-total-agreed = Total convenu
pay-total-reduced = Total après remise
pay-tip = Si le client ajoute { $more } : rendre { $back }.
pay-prompt = Reçu
pay-echo-change = à rendre { $change }
pay-echo-left = reste { $left }
pay-echo-percent = remise de { $part } % : Entrée
pay-recording = Le ticket s’enregistre…

# Ce qui vient d’être fait.
pay-agreed = Total : { $total }, soit { $off } de moins. Retour arrière pour revenir au prix.
pay-agreed-more = Total : { $total }, soit { $off } de plus. Retour arrière pour revenir au prix.
pay-agreed-no-more = Remise annulée. Total : { $total }.
pay-taken-back = Paiement repris : { $sum } ({ $means }). Rendez-le s’il est déjà donné.

# Ce qui ne se peut pas.
pay-empty = Le ticket est vide : il n’y a rien à encaisser.
pay-resumed = Ce ticket était en attente. Vérifiez, puis Entrée pour encaisser.
pay-nothing-to-take = Il n’y a pas d’argent à prendre. Vérifiez, puis Entrée pour enregistrer.
pay-no-cash = Aucun moyen de paiement en espèces n’est réglé. Payez par une lettre.
pay-no-such-means = Aucun moyen de paiement sous « { $letter } ». Rien n’est encaissé.
pay-no-change = { $means } : pas de monnaie à rendre, donc { $left } au plus.
pay-out-no-more = On ne rend pas plus que { $left }. Rien n’est noté.
pay-cash-limit = Espèces : { $limit } au plus par ticket (CMF, art. D.112-3). Autre moyen ?
pay-nothing-left = Tout est déjà payé. Entrée pour enregistrer, Retour arrière pour reprendre.
pay-zero = La somme doit dépasser zéro. Rien n’est encaissé.
pay-too-much = Cette somme dépasse de loin ce qui est dû. Vérifiez-la. Rien n’est encaissé.
pay-discount-first = Une remise se confirme par D ou Entrée. Rien n’est encaissé.
pay-agreed-how = Tapez d’abord la somme convenue : 20 puis T, pour 20 € tout rond.
pay-discount-how = Tapez d’abord la remise : 1,50 puis D, ou 10% puis D.
pay-agreed-above = C’est plus que le prix, { $total }. Le total n’a pas changé.
pay-agreed-below = La remise porte sur la marchandise : { $goods } au plus. Rien n’a changé.
pay-agreed-no-goods = Ce ticket n’a rien sur quoi faire une remise. Rien n’a changé.
pay-agree-before = Une remise se fait avant les paiements. Retour arrière pour les reprendre.
pay-nothing-to-take-back = Aucun paiement à reprendre. Échap pour revenir au ticket.
pay-held = Touche tenue ou rebond : rien n’est enregistré. Appuyez une fois pour payer.
pay-no-sum = Ce n’est pas une somme. Rien n’est encaissé. Retour arrière ou Échap.
pay-too-fast = Trop vite : appuyez de nouveau sur { $key }.
pay-under-way = Des paiements sont notés : finissez, ou Échap pour les effacer.
pay-in-doubt = Ticket écrit ou non ? Entrée le vérifie, sans risque de l’écrire deux fois.
pay-scan-later = Code { $code } lu, pas ajouté : un paiement est en cours. Finissez-le.
pay-scan-recording = Code { $code } lu pendant l’enregistrement, pas ajouté. Lisez-le encore.

# Ce qui retient un moyen de paiement : en bref à côté de sa lettre, puis en une phrase.
pay-brief-member = sans adhérent
pay-brief-unknown = pas connu
pay-brief-account = rien à dépenser
pay-brief-cap = plafond atteint
pay-brief-eligible = aucun article admis
pay-brief-fund = fonds vide
pay-brief-most = max. { $most }
pay-brief-unit = à { $unit }
pay-most-account = Compte : { $most } au plus, reste { $left }. { $letter } ou Entrée pour l’accepter.
pay-most-ticket = { $means } : { $most } au plus par ticket, reste { $left }. { $letter } l’accepte.
pay-most-day = { $means } : { $most } encore aujourd’hui, reste { $left }. { $letter } l’accepte.
pay-most-eligible = { $means } : { $most } d’articles admis, reste { $left }. { $letter } l’accepte.
pay-most-fund = Le fonds a { $most }, reste { $left }. { $letter } ou Entrée pour l’accepter.
pay-none-account = Ce compte n’a plus rien à dépenser, ardoise comprise. Autre moyen ?
pay-none-ticket = { $means } : le plafond par ticket est atteint. Autre moyen ?
pay-none-day = { $means } : le plafond du jour est atteint. Autre moyen ?
pay-none-eligible = { $means } : aucun article admis ne reste à payer. Autre moyen ?
pay-none-fund = Le fonds solidaire n’a rien à donner pour ce ticket. Autre moyen ?
pay-needs-member = { $means } : il faut un adhérent sur le ticket. Échap, puis F2.
pay-unknown = { $means } : ce qui reste n’est pas connu, rien n’est pris. Autre moyen ?
pay-tokens =
    { $n ->
        [one] { $n } jeton de trop
       *[other] { $n } jetons de trop
    }
pay-tokens-over = Pas de rendu : { $over }. { $fits } au plus. Rien n’est encaissé.
pay-tokens-none = { $means } : il reste moins que { $unit }, et pas de rendu. Autre moyen ?
pay-not-pieces = { $means } : tapez combien, à { $unit } pièce. Rien n’est encaissé.
pay-means-gone = { $means } n’est plus un moyen : ce qui est déjà pris compte encore.

# L’avoir.
pay-note-prompt = Numéro de l’avoir
pay-note-how = Tapez le numéro de l’avoir, par exemple A-42V, puis Entrée.
pay-note-whole = Un avoir se prend en entier : tapez son numéro, puis Entrée.
pay-note-unknown = Avoir { $name } : inconnu de cette caisse. Rien n’est encaissé.
pay-note-used = L’avoir { $name } a déjà servi (ticket { $by }). Rien n’est encaissé.
pay-note-again = L’avoir { $name } paie déjà ce ticket. Rien de plus n’est encaissé.

# Le don au fonds solidaire, et qui supporte une remise.
pay-gift-label = Don au fonds solidaire
pay-gift = Don de { $amount } au fonds. Total : { $total }. Retour arrière pour le reprendre.
pay-gift-back = Don de { $amount } repris. Total : { $total }.
pay-gift-how = Le total est rond : tapez d’abord le don, 2 puis G pour 2 €.
pay-bears = Remise à la charge { $who }. B pour changer encore.
pay-bears-nothing = Ce ticket n’a ni remise ni total convenu à faire supporter.
pay-borne = à la charge { $who } (B)
pay-bearer-pot = de l’équilibre
pay-bearer-producer = des producteurs
pay-bearer-coop = de la coopérative
