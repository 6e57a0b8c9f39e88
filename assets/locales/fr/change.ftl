# Rendre la monnaie.

change = Rendu
change-help = La première touche de la vente suivante revient à la vente et compte déjà.
