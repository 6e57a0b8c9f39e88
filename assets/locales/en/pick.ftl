# Choosing an article.
pick = Find
pick-help = Type some letters of the name. The arrows choose, Enter puts the article on the ticket.
