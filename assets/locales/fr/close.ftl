# La clôture : d’abord ce qui attend, les invendus, le comptage et l’écart.
close-waits = Clôture commencée : 9 dans le menu pour la reprendre
