# Vendre : la ligne de saisie, le ticket, la recherche.
