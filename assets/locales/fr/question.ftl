# Oui ou non.
question = Question
question-help = O répond oui. N, Entrée et Échap répondent non : rien ne change. Un code-barres ne répond jamais.
question-yes = Oui
question-no = Non
question-help-key = Aide

question-lines =
    { $n ->
        [one] { $n } ligne
       *[other] { $n } lignes
    }
question-abandon-what = Le ticket a { $lines }, total { $total }. Rien n’est encaissé.
question-abandon = Abandonner ce ticket ?
question-abandoned = Ticket abandonné. Le journal en garde la trace.

question-void-what = Ticket { $name }, { $total }.
question-void-back = Si oui : { $back }.
question-void = Annuler ce ticket par une écriture inverse ?

question-maximum-what = { $label } : { $quantity }. C’est plus que d’habitude.
question-maximum = Ajouter cette quantité ?
question-maximum-instead = Garder cette quantité ?
question-sold-out-what = { $label } : noté épuisé.
question-sold-out = Le vendre quand même ?
question-far-price-what = { $label } : { $price } au lieu de { $usual }.
question-far-price = Garder ce prix ?

question-give-back-what = { $means } : { $sum } sur l’écran, pas encore au journal.
question-give-back = Effacer et revenir au ticket ?
question-given-back = Paiements effacés : rendez ce qui a été donné. Le ticket est intact.
