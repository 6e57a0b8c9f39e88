# Rendre la monnaie.

change = Rendu
change-help = La première touche de la vente suivante revient à la vente et compte déjà.
change-key-next = Client suivant
change-key-print = Imprimer
change-key-void = Annuler
change-key-keep = Au fonds
change-key-more = En comptant
change-key-help = Aide

change-recorded = Ticket { $name } enregistré · { $total }
change-due = à rendre
change-none = rien à rendre
change-how = Comment rendre
change-paid-by = Payé
change-notes =
    { $n ->
        [one] { $n } billet de { $value }
       *[other] { $n } billets de { $value }
    }
change-coins =
    { $n ->
        [one] { $n } pièce de { $value }
       *[other] { $n } pièces de { $value }
    }
change-cents = { $n } × { $value }
change-tip = Si le client ajoute { $more } : rendre { $back } ({ $pieces }).
change-counting = En comptant depuis { $price } : { $steps }
change-keep-in-sight = Laissez le billet visible tant que le client n’a pas compté.
change-just = Compte juste. Merci.
change-thanks = Merci.
change-stays = Cet écran reste jusqu’à la première touche de la vente suivante.

# Ce qui ne se rend pas en euros.
change-same = à rendre dans la même monnaie
change-note = à rendre en avoir
change-in-kind = Rendre { $sum } en { $means }, pas en euros.
change-new-note = Nouvel avoir { $name } : { $sum }.

# La monnaie laissée au fonds solidaire.
change-kept-none = ne rien rendre
change-kept = { $sum } au fonds solidaire (ticket { $name }). Merci. Retour arrière annule ce don.
change-kept-already = La monnaie est déjà au fonds. Retour arrière pour annuler ce don.
change-nothing-to-keep = Il n’y a pas de monnaie à laisser au fonds.
change-not-kept = Le don n’est pas écrit : rendez la monnaie, ou * pour essayer encore.
