# Le rapport X : où en est la journée. Il ne clôture rien.

report = Rapport X
report-help = Ce que la journée a apporté jusqu’ici. Rien n’est clôturé : la clôture (Z) est à part. Les chiffres sont ceux du journal.
report-running = En cours, rien n’est clôturé
report-waiting = Le journal est lu…
report-scroll = Suite
report-print = Imprimer
report-back = Retour
report-help-key = Aide
report-sent = Rapport X envoyé à l’imprimante.
report-turnover = Recette
report-tickets = Tickets
report-average = Panier moyen
report-means = Moyens de paiement
report-count = nombre
report-sum = somme
report-settled = Réglé aux producteurs, { $means }
report-drawer = Espèces au tiroir, hors fond de caisse
report-unattributed = À attribuer à un producteur (touches partagées)
report-producers = Producteurs
report-sales = ventes
report-commission = commission
report-hers = sa part
report-given = réglé
report-vat = TVA
report-paid = TTC
report-tax = TVA
report-net = HT
report-solidarity = Solidarité
report-in = entré
report-out = sorti
report-balance = solde
report-pot = Équilibre des tarifs, ce jour
report-fund = Fonds solidaire
report-deposits = Consignes dehors
report-accounts = Sur les comptes adhérents, en tout
report-debts =
    { $n ->
        [one] dont { $n } ardoise
       *[other] dont { $n } ardoises
    }
report-others = Autres
report-notes = Avoirs
