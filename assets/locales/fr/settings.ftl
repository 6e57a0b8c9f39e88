# Les réglages lus dans un fichier : ce qui empêche de l’appliquer.

settings-syntax = Ce n’est pas du TOML : { $message }.
settings-unknown-key = Clé inconnue « { $key } ». Clés possibles ici : { $known }.
settings-wrong-type = La clé « { $key } » attend une valeur comme { $expected }.
settings-missing = Il manque la clé « { $key } » dans cette partie ({ $part }).
settings-empty = La clé « { $key } » est vide.
settings-amount = « { $value } » n’est pas une somme en euros, comme "12.50".
settings-rate = « { $value } » n’est pas un pourcentage de 0 à 100, comme "5.5".
settings-not-a-word = « { $value } » n’est pas possible ici. Au choix : { $known }.
settings-date = « { $value } » n’est pas une date comme 2014-01-01.
settings-hour = « { $value } » n’est pas une heure de 0 à 23.
settings-month = « { $value } » n’est pas un mois de 1 à 12.
settings-piece-worth = Un billet ou une pièce vaut plus que zéro, pas « { $value } ».
settings-piece-twice = Les billets ou pièces à { $worth } sont là deux fois.
settings-piece-count = « { $value } » n’est pas un nombre de billets ou de pièces, de 0 à 99999.
settings-id = « { $value } » n’est pas un identifiant : lettres, chiffres, tirets, 32 au plus.
settings-id-twice = L’identifiant « { $twice } » est là deux fois.
settings-name-twice = Le nom « { $name } » est là deux fois.
settings-letter = « { $value } » : il faut une seule lettre de a à z, sans accent.
settings-letter-times = La lettre x multiplie : choisissez-en une autre pour la touche rapide.
settings-quick-letter-twice = La lettre « { $letter } » sert à deux touches rapides : { $one } et { $other }.
settings-tender-letter-twice = La lettre « { $letter } » sert à deux moyens de paiement : { $one } et { $other }.
settings-tender-letter = La lettre « { $letter } » de { $tender } est prise par l’écran d’encaissement.
settings-no-cash = Il faut un moyen de paiement en espèces (kind = "cash").
settings-producer = Aucun producteur, ou plusieurs, du nom de « { $name } » : écrivez son id.
settings-department = Aucun rayon, ou plusieurs, du nom de « { $name } » : écrivez son id.
settings-vat-unknown = Le taux de TVA { $rate } n’est pas dans la liste : { $known }.
settings-vat-in-use = Le taux de TVA { $rate } manque dans la liste, mais « { $by } » l’a encore.
settings-tender-unit = La valeur d’une pièce (unit) de { $tender } doit dépasser zéro.
settings-tender-cap = Un plafond de { $tender } doit dépasser zéro ; vide, il n’y en a pas.
settings-tender-day-cap = Le plafond par jour de { $tender } est plus bas que celui par ticket.
settings-tender-needs-member = { $tender } paie par un compte : il faut needs = "member".
settings-tariff-letter-twice = La lettre « { $letter } » sert à deux tarifs : { $one } et { $other }.
settings-tariff-letter = La lettre « { $letter } » de { $tariff } est prise : F solde la fin du marché. Choisissez-en une autre de A à Z.
settings-tariff-percent = Un tarif va de plus de 0 à 500 % du prix juste, pas « { $value } ».
settings-deposit-price-twice = Deux consignes à { $price } : { $one } et { $other }. C’est le prix qui les distingue.
settings-deposit-price = La consigne « { $deposit } » doit coûter plus que zéro.
settings-operator-twice = Les initiales « { $initials } » sont là deux fois.
settings-commission = Une commission va de 0 à 100 %, pas « { $value } ».
settings-status-missing = Dites le régime de TVA de { $producers } : status = "liable", "franchise", "flat_rate" ou "exempt".
settings-status-since = Dites depuis quand le régime de TVA de { $producer } change : since = "2026-01-01".
settings-status-twice = Deux régimes de TVA de { $producer } commencent le même jour.

# Ce qui est au-dessus de chaque partie de « etal settings show », en commentaires du fichier.
settings-show =
    Étal : ce qui décide de l’argent. Changez ce que vous voulez, puis : etal settings apply FICHIER
    Ce qu’un fichier ne dit pas reste comme c’est ; un texte vide "" enlève quelque chose.
    Sans id, une chose est reconnue à son nom ; une nouvelle reçoit son id d’elle-même.
settings-show-tenders =
    Moyens de paiement, dans l’ordre de l’encaissement. Un fichier qui en a un les a tous.
    kind : cash (espèces) card (carte) cheque (chèque) account (compte) local (monnaie locale)
      token (jeton) meal (titre-restaurant) credit_note (avoir) fund (fonds) other (autre).
    drawer : opens (le tiroir s’ouvre) shut (reste fermé). needs : nobody (personne) member (adhérent).
    change, ce qu’on rend : euros, same (la même chose), credit_note (un avoir), none (rien).
    counted, à la clôture : denominations (pièces et billets) total number_and_total (nombre et total)
      pieces (nombre) no. letter : une majuscule, sauf T D B G. unit : ce que vaut un jeton.
    ticket_cap, day_cap : le plus qu’un ticket, qu’un jour peut payer ainsi. departments : [] pour tous.
settings-show-tariffs =
    Tarifs solidaires, en pour cent du prix juste. Un fichier qui en a un les a tous.
    letter : une majuscule, sauf F. colour : celle de la bille, un mot pour les gens.
settings-show-deposits =
    Bocaux et bouteilles qui reviennent, reconnus à leur prix. Un fichier qui en a un les a tous.
    Chacun a un nom (name) et un prix (price).
settings-show-operators =
    Qui peut être à la caisse, par ses initiales. Un fichier qui en a une les a toutes.
settings-show-rates =
    Taux de TVA, en pour cent, et le premier jour où ils valent. Un fichier qui en a un les a tous.
settings-show-rules =
    cash_limit : espèces au plus, 1000 euros (CMF D.112-3). end_of_market : ce qui est enlevé, en %.
    ticket_discounts, line_discounts, qui supporte les remises : producer (le producteur)
      pot (l’équilibre) coop (la commission).
    producer_earns sous un tarif : base (l’équilibre a l’écart) ou tariff (c’est le producteur).
    drop_above : au-delà, la caisse conseille un prélèvement ; vide, jamais. float : le fond de caisse
      habituel ; float_pieces : ses billets et pièces, worth (valeur) et count (nombre).
    difference_limit : l’écart qui demande le responsable. year_starts : le mois, de 1 à 12, où
      commence l’exercice.
settings-show-departments =
    Rayons, et le taux de TVA d’un nouvel article. Aucun n’est jamais enlevé.
settings-show-producers =
    Producteurs. Aucun n’est jamais enlevé. commission : % des ventes ; flat : euros par jour de marché.
    mandate : own (ses propres produits) transparent (en son nom) opaque (au nôtre) resale (acheté).
    status, la TVA : liable (assujetti) franchise flat_rate (forfait agricole) exempt (exonéré), depuis
      un jour ; ou un mot, dès maintenant : status = "franchise" avec since = "2026-01-01"
settings-show-quick-keys =
    Touches rapides : un montant, puis la lettre. Un fichier qui en a une les a toutes.
    letter : de a à z sauf x. producer, department : un nom ou un id ; sans producteur : partagée.
