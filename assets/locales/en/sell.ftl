# Selling: the entry line, the ticket, the search.

sell = Sale
sell-help = Type a code, or the beginning of a name, then Enter. A weight or a number goes before it, with *. Enter on the empty line takes payment.

# The last row.
sell-add = Add
sell-about = Card
sell-change = Change
sell-together = lot
sell-clear = Clear
sell-price = Price
sell-discount = Discount
sell-remove = Remove
sell-sold-out = Sold out
sell-add-or-pay = Add/Pay
sell-exact = Exact cash
sell-park = Hold
sell-resume = Resume
sell-undo = Undo
sell-find = Find
sell-flip = Other ticket
sell-menu = Menu
sell-choose = Choose a line
sell-print = Print
sell-actions = Actions
sell-help-key = Help

# The ticket and what is around it.
sell-empty = The ticket is empty. Type a code or the beginning of a name, then Enter.
sell-deposit = Deposit
sell-agreed = Discount on the ticket
sell-best = Best sellers
sell-lines =
    { $n ->
        [one] { $n } line
       *[other] { $n } lines
    }
sell-last = Last ticket: { $name }
sell-last-change = Last change: { $change }
sell-ask-price = Price
sell-ask-discount = Discount

# What the line means, before Enter.
sell-echo-quantity = new quantity of { $label }
sell-echo-several =
    { $n ->
        [one] { $label }: Enter to choose
       *[other] { $label }, or { $n } answers in all: Enter to choose
    }
sell-echo-unknown = unknown · ":" makes the article
sell-echo-left = { $left } left
sell-echo-much = unusual quantity
sell-echo-sold-out = noted as sold out

# What was just done.
sell-added = Added: { $label }, { $paid }. Backspace to undo.
sell-added-left = Added: { $label }, { $paid }. { $left } left.
sell-added-beyond = Added: { $label }, { $paid }. Stock: { $left }, to be checked.
sell-changed = Changed: { $label }, { $paid }. Backspace to undo.
sell-removed = Removed: { $label }. Backspace to put it back.
sell-undone-line = Undone: { $label } is off the ticket.
sell-undone-change = Undone: { $label } is as before.
sell-undone-total = Undone: the total is as before.
sell-now-sold-out = Noted as sold out: { $label }.
sell-on-sale-again = On sale again: { $label }.

# What cannot be.
sell-how-to-quit = To quit: Esc, then Q. Nothing is lost.
sell-unknown = Nothing is called "{ $typed }". Nothing was added. ":" makes the article.
sell-unknown-barcode = Unknown barcode: { $code }. Nothing was added. ":" makes the article.
sell-unfinished = The line is not finished: no article yet. Nothing was added.
sell-by-the-piece = { $label } is sold by the piece. Nothing was added. Type a whole number.
sell-no-quick-key = No quick key "{ $letter }". Nothing was added.
sell-too-much = The amount is beyond what a till can take. Nothing was added.
sell-ticket-full = This ticket is full. Nothing was added. Take payment, then go on.
sell-price-zero = The price must be above zero. The ticket is unchanged.
sell-discount-how = Type 10% or 1.50. The ticket is unchanged.
sell-nothing-to-undo = There is nothing to undo.
entry-unreadable = This line cannot be read. Nothing has changed. Esc to clear it.
entry-code-length = Seven digits: too many for a code, too few for a barcode. Nothing has changed.
entry-too-large = This number is too large. Nothing has changed.
entry-too-fine = At most three digits after the decimal sign. Nothing has changed.
entry-not-cents = At most two digits after the decimal sign in a price. Nothing has changed.
entry-zero = Quantity and amount must be above zero. Nothing has changed.
entry-not-whole = A whole number must stand before an amount. Nothing has changed.
scan-not-here = Code { $code } was read, but not here. Esc, then scan it again.
sell-ask-weight = { $label }, how much ({ $unit })
sell-echo-weigh = { $label } { $price }
sell-weight-missing = Type the weight or the quantity, then Enter. Esc leaves the article.
sell-undone-member = Member taken off the ticket.
sell-undone-tariff = Tariff put back as it was.
