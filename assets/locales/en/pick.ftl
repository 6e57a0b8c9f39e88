# Choosing an article.
pick = Find
pick-help = Type some letters or a number. The arrows choose, Enter puts the article or the member on the ticket, or opens the ticket.
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
pick-none = Nothing has that name. Escape goes back to the line.
pick-code = code
pick-article = article
pick-producer = producer
pick-left = left
pick-price = price
