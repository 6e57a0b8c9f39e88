# Choisir un article.
pick = Chercher
pick-help = Tapez quelques lettres ou un numéro. Les flèches choisissent, Entrée met l’article ou l’adhérent sur le ticket, ou ouvre le ticket.
pick-key-add = Ajouter
pick-key-number = à 9 choisir
pick-key-up = Monter
pick-key-down = Descendre
pick-key-back = Revenir
pick-key-help = Aide
pick-prompt = Article
pick-several =
    { $n ->
        [one] { $n } article trouvé
       *[other] { $n } articles trouvés
    }
pick-none = Rien ne s’appelle ainsi. Échap revient à la saisie.
pick-code = code
pick-article = article
pick-producer = producteur
pick-left = reste
pick-price = prix
