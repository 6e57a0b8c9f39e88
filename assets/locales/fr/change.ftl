# Rendre la monnaie.
