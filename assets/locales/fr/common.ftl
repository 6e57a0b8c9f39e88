# Ce que tous les écrans disent.
# Avant « ; ! ? » : espace fine insécable (U+202F) ; avant « : » et dans « » : espace insécable (U+00A0).

# Les touches, telles qu’elles sont nommées sur un clavier français.
key-enter = Entrée
key-esc = Échap
key-back = Retour arrière
key-delete = Suppr
key-tab = Tab
key-backtab = Maj Tab
key-up = ↑
key-down = ↓
key-left = ←
key-right = →
key-home = Début
key-end = Fin
key-pageup = Page préc.
key-pagedown = Page suiv.
key-space = Espace

# Les dates. Le jour de la semaine est numéroté à partir de lundi = 1.
day-short =
    { $n ->
        [1] lun.
        [2] mar.
        [3] mer.
        [4] jeu.
        [5] ven.
        [6] sam.
       *[7] dim.
    }
day-long =
    { $n ->
        [1] lundi
        [2] mardi
        [3] mercredi
        [4] jeudi
        [5] vendredi
        [6] samedi
       *[7] dimanche
    }
month-short =
    { $n ->
        [1] janv.
        [2] févr.
        [3] mars
        [4] avr.
        [5] mai
        [6] juin
        [7] juil.
        [8] août
        [9] sept.
        [10] oct.
        [11] nov.
       *[12] déc.
    }
month-long =
    { $n ->
        [1] janvier
        [2] février
        [3] mars
        [4] avril
        [5] mai
        [6] juin
        [7] juillet
        [8] août
        [9] septembre
        [10] octobre
        [11] novembre
       *[12] décembre
    }
day-of-month =
    { $n ->
        [1] 1er
       *[other] { $n }
    }
day-and-month = { $weekday } { $day } { $month }
day-month-year = { $weekday } { $day } { $month } { $year }
day-numbers = { $day }/{ $month }/{ $year }
month-and-year = { $month } { $year }

# Les unités, après une quantité et après « / » dans un prix.
unit-piece = pce
unit-kg = kg
unit-litre = L
unit-bunch =
    { $n ->
        [one] botte
       *[other] bottes
    }

common-too-small = Fenêtre trop petite : 60×20 au moins

# Ce qui entoure tous les écrans.
header-demo = DÉMO
header-disk = DISQUE EN DÉFAUT
header-ticket = Ticket { $number }
header-other = Tab : un autre
header-waiting = { $n } en attente
total = Total
sold-out = épuisé
