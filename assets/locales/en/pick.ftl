# Choosing an article.
pick = Find
pick-help = Type some letters of the name. The arrows choose, Enter puts the article on the ticket.
pick-key-add = Add
pick-key-number = to 9 choose
pick-key-up = Up
pick-key-down = Down
pick-key-back = Back
pick-key-help = Help
pick-prompt = Article
pick-several =
    { $n ->
        [one] { $n } article found
       *[other] { $n } articles found
    }
pick-none = No article is called so. Esc goes back to what was typed.
pick-code = code
pick-article = article
pick-producer = producer
pick-left = left
pick-price = price
