# Périodes plus longues, pour la trésorerie.

periods = Périodes
periods-help = Un mois, un trimestre ou un exercice de marchés clôturés, écrit en tableaux pour la trésorerie : par jour, producteur, article, taux de TVA, moyen de paiement, adhérent. Ce qui n’est pas encore clôturé n’y est pas et y est nommé.
periods-closed = Marchés clôturés
periods-month = mois
periods-quarter = trimestre
periods-year = exercice
periods-from-to = { $from } à { $to }
periods-closings = clôtures
periods-tickets = tickets
periods-turnover = recette TTC
periods-waiting = Le journal est lu…
periods-none = Pas encore de clôture : une période est faite de marchés clôturés.
periods-names = Le tableau des adhérents contient leurs noms : ces fichiers sont pour la trésorerie, ils ne vont pas avec les copies des clôtures.
periods-write = Écrire les tableaux
periods-choose = Choisir
periods-back = Retour
periods-help-key = Aide
periods-writing = { $name } : les tableaux s’écrivent. Vous pouvez continuer à vendre.
