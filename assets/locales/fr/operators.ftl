# Qui est à la caisse.
operators = Qui est à la caisse
operators-help = Un chiffre ou les premières lettres des initiales suffisent. Vendre ne demande aucun PIN ; chaque écriture du journal porte les initiales. Le ticket ouvert reste ouvert. F12 passe à la personne suivante.
operators-digit = Choisir
operators-take = C’est moi
operators-back = Retour
operators-help-key = Aide
operators-here = à la caisse
operators-none = Personne n’est inscrit. Les initiales se mettent dans les réglages : une ligne « operators » par personne, par la commande etal settings apply. On peut vendre sans.
operators-none-yet = Personne n’est inscrit : voyez « operators » dans les réglages.
operators-done = { $who } est à la caisse.
operators-same = { $who } est déjà à la caisse.
