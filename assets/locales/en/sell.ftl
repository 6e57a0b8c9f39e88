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
sell-unknown-barcode = Unknown barcode: { $code }, no article and no card. ":" makes the article.
sell-unfinished = The line is not finished: no article yet. Nothing was added.
sell-by-the-piece = { $label } is sold by the piece. Nothing was added. Type a whole number.
sell-no-quick-key = No quick key "{ $letter }". Nothing was added.
sell-too-much = The amount is beyond what a till can take. Nothing was added.
sell-ticket-full = This ticket is full. Nothing was added. Take payment, then go on.
sell-discount-how = Type 10% or 1.50. The ticket is unchanged.
sell-nothing-to-undo = There is nothing to undo.
entry-unreadable = This cannot be read, nothing changed. Esc clears it.
entry-code-length = Seven digits: neither a code nor a barcode. Nothing is added.
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

# The chosen line: offered, suspended, at the end of the market.
sell-offer = Offered
sell-end = End of market
sell-suspend = Suspended
sell-bear = Who bears it
sell-offered = Offered: { $label }, borne by { $bearer }. B changes it.
sell-not-offered = No longer offered: { $label }.
sell-suspended-label = Suspended: { $label }
sell-suspended = Suspended: { $label }. { $paid } into the solidarity fund.
sell-ending = { $label } at { $off } until the end of the market.
sell-ending-no-more = { $label } has its own price again.
sell-ending-not-this = This line has its own price again. Everything else goes at { $off } (F6).
sell-no-ending = No end-of-market discount is set. Nothing changed.
sell-bearer = Discount borne by { $bearer }: { $label }.
sell-bearer-of-nothing = No discount on this line: { $label }. D gives one.
sell-bearer-producer = the producer
sell-bearer-pot = the pot
sell-bearer-coop = the co-op
sell-not-this-line = Not on this line: { $label }. Nothing changed.
sell-all-end = Everything at { $off }

# Jars that come back.
sell-jar = jar or bottle
sell-jars = Deposits back
sell-jars-help = Each digit is a kind of deposit. It is paid back to the customer on this ticket.
sell-jar-key = Jar back
sell-jar-back = Deposit back: { $count } × { $label }, { $paid }. Backspace undoes it.
sell-no-jars = No deposit is set, and no article has one. Nothing was added.
sell-echo-jars = { $count } × deposit back: Enter

# Whose is an amount?
sell-whose = For whom
sell-whose-help = A digit says whose this amount is. Enter leaves it: it is attributed before the closing. Typing the next article leaves it too.
sell-whose-about = { $label }, { $paid }: which producer? Enter for no answer.
sell-whose-later = attribute later
sell-whose-done = { $label }: for { $name }.

# What comes back without its ticket.
sell-back = Take back
sell-back-help = What comes back without its ticket is taken back at today’s price, with a reason. Each digit takes the line.
sell-back-about = { $label } ({ $quantity }) comes back without its ticket. Why?
sell-back-faulty = not good
sell-back-wrong-one = not the right one
sell-back-mistake = rung up by mistake
sell-back-becomes = { $label }: what becomes of it?
sell-back-on-sale = on sale again
sell-back-lost = lost
sell-back-done = Taken back: { $label }, { $paid }.
sell-back-done-on-sale = Taken back and into stock again: { $label }, { $paid }.
sell-back-left = Of { $label }, { $left } can still be taken back. Nothing changed.
sell-ask-discount = Discount, borne by { $bearer }
sell-member-after = { $balance } → { $after }
sell-back-take = Take back
sell-back-what = Type the article that comes back without a ticket, then Enter. Esc leaves it.
sell-by-account = By account
