# Choisir un article.
pick = Chercher
pick-help = Tapez quelques lettres du nom. Les flèches choisissent, Entrée met l’article sur le ticket.
