# Le menu, la palette, l’aide.

menu = Menu
menu-help = Un chiffre ou une lettre suffit, et veut toujours dire la même chose. Le ticket ouvert reste ouvert.
palette = Actions
palette-help = Tapez quelques lettres d’une action. Les flèches choisissent, Entrée la lance.
help = Aide
help-help = Page suivante et page précédente tournent les pages. Échap revient à l’écran d’avant.
parked = Tickets en attente
parked-help = Les flèches choisissent un ticket, Entrée le reprend là où il en était.

# Les actions, dans le menu et dans la palette.
command-sell = Vendre
command-pay = Encaisser
command-park = Mettre en attente, ou reprendre
command-parked = Tickets en attente
command-abandon = Abandonner le ticket
command-print-last = Imprimer le dernier ticket
command-journal = Journal, annulations
command-stock = Stock, apports, pertes
command-producers = Producteurs, règlements
command-reattribute = Réattribuer un article
command-attribute-shared = Attribuer les montants partagés
command-new-article = Nouvel article
command-drawer = Ouvrir le tiroir
command-soleil = Affichage soleil (sombre sur clair)
command-nuit = Affichage nuit (clair sur sombre)
command-mono = Affichage mono (sans couleur)
command-french = Parler français
command-english = Parler anglais (English)
command-digit-row = Chiffres sans Maj (clavier français)
command-operators = Qui est à la caisse
command-next-operator = Personne suivante à la caisse
command-lock = Verrouiller
command-keeper-pin = PIN du responsable
command-audit = Contrôle : tout lire
command-control = Contrôle : cette caisse
command-palette = Toutes les actions
command-menu = Menu
command-help = Aide, raccourcis
command-quit = Quitter (rien n’est perdu)
command-members = Adhérents
command-orders = Commandes à retirer
command-tariff = Tarif, fin de marché
command-back-without-ticket = Reprise sans ticket
command-cash = Mouvement de caisse
command-open-day = Ouvrir la journée
command-envelopes = Enveloppes des clôtures
command-report-x = Rapport X
command-periods = Périodes pour la trésorerie
command-closing = Clôturer la caisse (Z)
command-closings = Clôtures faites
command-settings = Réglages
command-not-there = { $name } : pas encore dans cette version. Rien n’a changé.

# Ce que répondent les actions.
parked-done = Ticket mis en attente ({ $count } en tout). F3 pour le reprendre.
parked-none = Aucun ticket en attente, et celui-ci est vide.
parked-resumed = Ticket repris là où il en était.
abandon-empty = Le ticket est déjà vide : il n’y a rien à abandonner.
print-sent = Ticket { $name } envoyé à l’imprimante.
print-none = Aucun ticket à imprimer depuis l’ouverture du programme. F8 pour les autres.
drawer-no-printer = Aucune imprimante, donc aucun tiroir à ouvrir. C’est noté au journal.
drawer-opened = Tiroir ouvert sans vente ; c’est noté au journal.
digit-row-french = La rangée du haut tape des chiffres, sans Maj.
digit-row-as-typed = La rangée du haut tape ce qui est écrit sur les touches.

# Le menu.
menu-one-digit = Un chiffre ou une lettre suffit
menu-back = Retour
menu-quit = Quitter
menu-actions = Actions
menu-help-key = Aide
menu-not-there = pas encore dans cette version
menu-settings-elsewhere = par la commande etal settings
menu-stays-open = le ticket { $number } reste ouvert
menu-printer-well = Imprimante : rien à signaler
menu-disk-well = Disque : rien à signaler

# La palette.
palette-all = Toutes les actions
palette-do = Lancer
palette-choose = Choisir
palette-close = Fermer
palette-help-key = Aide
palette-nothing = Aucune action ne s’appelle « { $typed } ». Retour arrière pour corriger.

# Les tickets en attente.
parked-count =
    { $n ->
        [one] { $n } ticket en attente
       *[other] { $n } tickets en attente
    }
parked-empty = Aucun ticket en attente. Sur la vente, F3 met le ticket ouvert en attente.
parked-resume = Reprendre
parked-swap = Échanger
parked-give-up = Abandonner
parked-back = Retour
parked-help-key = Aide
parked-desk-taken = Un ticket est déjà ouvert. P le met en attente et reprend celui-ci.
parked-what = { $lines }, { $label }… : { $total }
parked-ask = Abandonner ce ticket ? Le journal en garde la trace.
parked-given-up = Ticket abandonné ; le journal en garde la trace.

# L’aide.
help-next = Page suivante
help-before = Page d’avant
help-close = Fermer
help-grammar = Ce qui se tape à la vente
help-everywhere = Partout
help-code = l’article 12 (Entrée après chaque ligne)
help-name = l’article dont le nom commence ainsi
help-times = trois fois l’article 12 (x compte comme *)
help-grams = 860 g de l’article 31, vendu au poids
help-kilograms = le même poids, en kilos
help-weighings = deux pesées du même article
help-amount = 4,50 € sous la touche L, sans article
help-amounts = trois fois 1,50 € sous la touche L
help-exact = encaisser tout de suite, par le compte ou en espèces juste
help-jar = une consigne rendue (Entrée n’est pas nécessaire)
help-jars = trois consignes rendues
help-line = choisir une ligne, puis un nombre ou une lettre (page suivante)
help-card = la fiche de l’article 12
help-new-price = changer son prix
help-sold-out = le noter épuisé, ou de nouveau en vente
help-new-article = créer l’article, si rien ne s’appelle ainsi
help-chosen = La ligne choisie par ↑ ↓
help-quantity = cinq au lieu d’un, puis Entrée
help-price = un autre prix, pour ce ticket seulement
help-discount = une remise : 10% ou 1,50, puis Entrée
help-offered = offert : le client ne paie rien (O encore : plus offert)
help-suspended = suspendu : payé ici, pris plus tard par quelqu’un d’autre
help-ending = prix de fin de marché, pour tout cet article
help-bearer = à la charge de qui est la remise ; B encore en change
help-line-sold-out = noter l’article épuisé
help-line-card = la fiche de l’article
help-paying = Ce qui se tape pour encaisser
help-pay-given = le client donne 20 € en espèces (Entrée)
help-pay-rest = tout le reste ({ $means })
help-pay-part = 10 € ainsi ({ $means }), le reste autrement
help-pay-pieces = trois pièces d’un coup ({ $means })
help-pay-note = { $means } : son numéro, puis Entrée
help-pay-agreed = total convenu : 20 € tout rond
help-pay-off = remise de 1,50 €
help-pay-percent = remise de 10 %
help-pay-gift = don de 2 € au fonds solidaire
help-pay-round = don de ce qui manque jusqu’à l’euro
