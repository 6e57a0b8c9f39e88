# Stock: brought, sold, lost, left.

stock = Stock
stock-help = What was brought, sold, lost, and what is left. A notes a delivery, P a loss or a gift.

# The last row.
stock-delivery = Delivery
stock-loss = Loss, gift
stock-sold-out = Sold out
stock-filter = Filter
stock-sort = Sort
stock-card = Card
stock-back = Back
stock-keep = Keep
stock-all = Show all
stock-note = Note it
stock-leave = Leave it
stock-help-key = Help

# The table.
stock-count =
    { $n ->
        [one] { $n } article
       *[other] { $n } articles
    }
stock-by-left = by what is left
stock-by-name = by name
stock-by-sold = by what sold
stock-filtered = filter "{ $filter }"
stock-head-code = Code
stock-head-article = Article
stock-head-producer = Producer
stock-head-brought = Brought
stock-head-sold = Sold
stock-head-lost = Lost
stock-head-left = Left
stock-empty = No article in the catalogue. On the sale, type a free code, then ":" to make one.
stock-nothing = Nothing answers to "{ $filter }". Esc to show all.

# What is asked.
stock-ask-delivery = Delivery of { $label }
stock-ask-loss = Loss or gift of { $label }
stock-ask-why = { $quantity } of { $label } less: why?
stock-how-much = Type the quantity, then Enter. Nothing was noted.
stock-not-counted = The stock of { $label } is not counted. A notes a delivery and counts it.
stock-why-spoilt = Spoilt, withered, out of date
stock-why-broken = Broken, torn
stock-why-missing = Not found
stock-why-tasting = For tasting
stock-why-solidarity = Solidarity gift
stock-why-mistake = Entered by mistake
stock-why-taken-home = Taken home by its producer

# What was just noted.
stock-delivered = Delivery noted: { $label }, { $quantity }. { $left } left.
stock-lost = Loss noted: { $label }, { $quantity }. { $left } left.
stock-given = Gift noted: { $label }, { $quantity }. { $left } left.
stock-taken-home = Noted as taken home: { $label }, { $quantity }. { $left } left.
