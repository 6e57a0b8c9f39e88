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
