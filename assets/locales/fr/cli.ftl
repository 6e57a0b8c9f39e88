# La ligne de commande.

cli-fault = Étal s’est arrêté sur une faute du programme. Ce qui est enregistré est sauf ; relancez etal.
