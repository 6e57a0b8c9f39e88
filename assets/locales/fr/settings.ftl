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
