# Un ticket enregistré : ses lignes, ce qui en est repris, comment il est payé.

ticket = Ticket
ticket-help = Un ticket tel qu’il tient maintenant. ↑ ↓ choisit une ligne, Espace en coche plusieurs. Rien ne s’efface : chaque correction est un ticket de plus.
ticket-key-refund = Rembourser
ticket-key-all = Tout
ticket-key-exchange = Échanger
ticket-key-means = Paiement
ticket-key-attribute = Réattribuer
ticket-key-mark = Cocher
ticket-key-void = Annuler
ticket-key-print = Imprimer
ticket-key-back = Retour
ticket-key-help = Aide

ticket-scanned-unknown = Ce reçu vient d’une autre caisse : cherchez-le là où il a été imprimé.
ticket-unknown = Pas de ticket { $name } sur cette caisse.
ticket-no-lines = Ce ticket n’a pas de ligne : il corrige un paiement.
ticket-takes-back = reprise
ticket-all-back = tout repris
ticket-part-back = repris { $count }
ticket-moved = à { $name }

# Changer le moyen de paiement.
ticket-means = Moyen de paiement
ticket-means-help = Dit comment ce ticket a vraiment été payé : la lettre du bon moyen, puis Entrée. Le client ne paie ni plus ni moins.
ticket-means-key-write = Enregistrer
ticket-means-key-next = Moyen suivant
ticket-means-key-payment = Autre paiement
ticket-means-key-back = Retour
ticket-means-key-help = Aide
ticket-means-becomes = En vérité payé par
ticket-means-choose = Par quoi en vérité ? Tapez la lettre d’un moyen, ou →.
ticket-means-nothing = Ticket { $name } : aucun paiement à changer.
ticket-means-gone = Ce paiement n’est plus là : il a déjà été changé.
ticket-means-same = C’est déjà payé par { $means }.
ticket-means-nobody = Pas d’adhérent sur le ticket ouvert : F2 d’abord.
ticket-means-note = Un avoir a un numéro : remboursez, puis revendez.
ticket-means-tokens = { $means } : la somme n’est pas un nombre entier de { $unit }.
ticket-means-cap = { $means } : { $cap } au plus par ticket.
ticket-means-done = Ticket { $of } maintenant payé par { $means } (écriture { $name }).
