# Le ticket Z : ce qu’une clôture dit, à l’écran comme sur le papier.

z-title = Ticket Z n° { $number }
z-title-month = Clôture de mois n° { $number }
z-title-year = Clôture d’exercice n° { $number }
z-preview = APERÇU, RIEN N’EST FIGÉ
z-name = Clôture { $name }
z-market = Marché : { $name }
z-hours = { $from } - { $to }
z-days = { $from } - { $to }
z-seen-at = Vu le { $when }
z-closed-at = Clôturé le { $when }
z-closed-by = Clôturé le { $when } par { $by }
z-program = Programme : { $version }
z-attestation = Attestation : { $text }
z-no-attestation = Attestation : aucune
z-proof = Écriture { $place }, empreinte { $extract }
z-signatures = Compté par :          Vérifié par :

# Les ventes.
z-turnover = Total TTC
z-tickets = Tickets
z-lines = Lignes vendues
z-average = Panier moyen
z-back = dont retours
z-named = Du ticket { $from } au ticket { $to }
z-vat = TVA
z-paid = TTC
z-tax = TVA
z-net = HT
z-together = Ensemble
z-producers = Producteurs
z-sales = ventes
z-commission = commiss.
z-pot-short = équilibre
z-hers = à revers.
z-flats = Forfaits retenus
z-settled = Réglé aux producteurs, { $means }
z-departments = Rayons
z-nowhere = sans rayon
z-tariffs = Tarifs
z-tickets-short = tickets
z-fair = juste
z-commission-all = Commission
z-pot = Équilibre des tarifs
z-owners = Argent des autres
z-came = entré
z-went = sorti
z-stays = solde
z-owner-fund = Fonds solidaire
z-owner-deposit = Consignes
z-owner-account = Comptes adhérents
z-owner-note = Avoirs
z-owner-nobody = À attribuer
z-given-up = Annulé, abandonné
z-number = nombre
z-sum = somme
z-voids = Tickets annulés
z-lines-given-up = Lignes retirées
z-baskets-given-up = Paniers abandonnés
z-drawer = Tiroir sans vente
z-duplicates = Duplicatas
z-late = En retard, de jours déjà clôturés
z-by-day = Par jour de marché

# Les moyens de paiement et le tiroir.
z-means = Moyens de paiement
z-expected = attendu
z-counted = compté
z-difference = écart
z-difference-all = Écart total
z-not-counted = non compté
z-not-counted-why = Ce qui n’est pas compté est repris comme attendu.
z-taken = Encaissé
z-cash = Caisse
z-float = Fond compté, { $means }
z-float-not-counted = Fond non compté, { $means }
z-way-float = Fond de caisse
z-way-in = Apport
z-way-out = Sortie
z-way-drop = Prélèvement
z-way-paid-out = Dépense
z-way-correction = Correction
z-way-received = Enveloppe reçue
z-way-banked = Enveloppe en banque
z-why-safe = coffre
z-why-change = monnaie
z-why-bank = banque
z-why-home = à la maison
z-why-place = droit de place
z-why-purchase = achat
z-why-paid-back = avance remboursée
z-why-coop = association
z-why-mistake = erreur

# Ce qui a été décidé.
z-decided = Après la clôture
z-reason = Raison de l’écart
z-reason-unknown = inconnue
z-reason-change = rendu de monnaie
z-reason-means = moyen de paiement pris pour un autre
z-reason-not-noted = mouvement de caisse non noté
z-reason-sale = vente oubliée ou tapée deux fois
z-reason-float = fond de caisse du matin
z-reason-counterfeit = faux billet
z-reason-theft = vol
z-left = Reste au tiroir, { $means }
z-envelope = Enveloppe
z-envelope-by = Enveloppe, { $by }
z-cheques =
    { $n ->
        [one] Chèques pointés : { $n } sur { $all }
       *[other] Chèques pointés : { $n } sur { $all }
    }
z-cheque-missing = Chèque manquant, ticket { $ticket }
z-bring = À apporter : { $pieces }
z-totals = Depuis la première vente
z-algebraic = Total perpétuel
z-absolute = Total perpétuel, sans signes
z-previous = Clôture précédente : { $name }
z-no-previous = Première clôture

# Le bon d’enveloppe et la remise de chèques.
z-slip = Enveloppe { $name }
z-slip-by = Emportée par { $by }
z-slip-nobody = Emportée par :
z-slip-cash = Espèces
z-slip-sum = TOTAL
z-slip-received = Reçu le ____________ par ______________
z-slip-signatures = Remis par :           Reçu par :
z-remittance = Remise de chèques
z-remittance-account = Compte : _______________________________
z-remittance-signature = Date, signature :
z-cheque-who = Tireur (ticket)
z-cheque-number = numéro
z-cheques-sum =
    { $n ->
        [one] { $n } chèque
       *[other] { $n } chèques
    }
