# The menu, the palette, help.

menu = Menu
menu-help = One digit is enough, and it always means the same. The open ticket stays open.
palette = Actions
palette-help = Type some letters of an action. The arrows choose, Enter does it.
help = Help
help-help = Page down and page up turn the pages. Esc goes back to the screen before.
parked = Tickets on hold
parked-help = The arrows choose a ticket, Enter takes it up where it was.

# The actions, in the menu and the palette.
command-sell = Sell
command-pay = Take payment
command-park = Hold, or resume
command-parked = Tickets on hold
command-abandon = Give the ticket up
command-print-last = Print the last ticket
command-journal = Journal, voiding
command-stock = Stock, deliveries, losses
command-producers = Producers, settlements
command-reattribute = Reattribute an article
command-attribute-shared = Attribute shared amounts
command-new-article = New article
command-drawer = Open the drawer
command-soleil = Colours: soleil (dark on light)
command-nuit = Colours: nuit (light on dark)
command-mono = Colours: mono (none)
command-french = Speak French (français)
command-english = Speak English
command-digit-row = Digits without Shift (French keyboard)
command-operators = Who is at the till
command-next-operator = Next person at the till
command-lock = Lock
command-keeper-pin = Keeper’s PIN
command-audit = Audit: read everything
command-control = Inspection: this till
command-palette = All actions
command-menu = Menu
command-help = Help, keys
command-quit = Quit (nothing is lost)
command-members = Members
command-orders = Orders to collect
command-tariff = Tariff, end of market
command-back-without-ticket = Take back without a ticket
command-cash = Cash movement
command-open-day = Open the day
command-envelopes = Envelopes of closings
command-report-x = X report
command-periods = Periods for the treasurer
command-closing = Close the till (Z)
command-closings = Closings made
command-settings = Settings
command-not-there = { $name }: not in this version yet. Nothing has changed.

# What the actions answer.
parked-done = Ticket on hold ({ $count } in all). F3 to resume it.
parked-none = No ticket is on hold, and this one is empty.
parked-resumed = Ticket resumed where it was.
abandon-empty = The ticket is empty already: there is nothing to give up.
print-sent = Ticket { $name } sent to the printer.
print-none = No ticket to print since the program was started. F8 for the others.
drawer-no-printer = No printer, so no drawer to open. The journal keeps it.
drawer-opened = Drawer opened without a sale; the journal keeps it.
digit-row-french = The upper row types digits, without Shift.
digit-row-as-typed = The upper row types what is written on its keys.

# The menu.
menu-one-digit = One digit or letter is enough
menu-back = Back
menu-quit = Quit
menu-actions = Actions
menu-help-key = Help
menu-not-there = not in this version yet
menu-settings-elsewhere = by the command etal settings
menu-stays-open = ticket { $number } stays open
menu-printer-well = Printer: nothing to report
menu-disk-well = Disk: nothing to report

# The palette.
palette-all = All actions
palette-do = Do it
palette-choose = Choose
palette-close = Close
palette-help-key = Help
palette-nothing = No action is called "{ $typed }". Backspace to correct.

# Tickets on hold.
parked-count =
    { $n ->
        [one] { $n } ticket on hold
       *[other] { $n } tickets on hold
    }
parked-empty = No ticket is on hold. On the sale, F3 puts the open ticket on hold.
parked-resume = Resume
parked-swap = Swap
parked-give-up = Give up
parked-back = Back
parked-help-key = Help
parked-desk-taken = A ticket is open already. P puts it on hold and resumes this one.
parked-what = { $lines }, { $label }…: { $total }
parked-ask = Give this ticket up? The journal keeps a trace of it.
parked-given-up = Ticket given up; the journal keeps a trace of it.

# Help.
help-next = Next page
help-before = Page before
help-close = Close
help-grammar = What is typed on the sale
help-everywhere = Everywhere
help-code = article 12 (Enter after each line)
help-name = the article whose name begins so
help-times = three times article 12 (x counts as *)
help-grams = 860 g of article 31, sold by weight
help-kilograms = the same weight, in kilograms
help-weighings = two weighings of one article
help-amount = €4.50 under the key L, without an article
help-amounts = three times €1.50 under the key L
help-exact = finish at once, by the account or exact cash
help-jar = one jar brought back (no Enter needed)
help-jars = three jars brought back
help-line = choose a line, then a number or a letter (next page)
help-card = the card of article 12
help-new-price = change its price
help-sold-out = note it as sold out, or on sale again
help-new-article = make the article, if nothing is called so
help-chosen = The line chosen by ↑ ↓
help-quantity = five instead of one, then Enter
help-price = another price, for this ticket only
help-discount = a discount: 10% or 1.50, then Enter
help-offered = offered: the customer pays nothing (O again: no more)
help-suspended = suspended: paid here, taken later by somebody else
help-ending = end-of-market price, for all of this article
help-bearer = who bears the discount; B again for the next
help-line-sold-out = mark the article sold out
help-line-card = the card of the article
help-paying = What can be typed to pay
help-pay-given = the customer gives €20 in cash (Enter)
help-pay-rest = all the rest ({ $means })
help-pay-part = €10 so ({ $means }), the rest otherwise
help-pay-pieces = three pieces at once ({ $means })
help-pay-note = { $means }: its number, then Enter
help-pay-agreed = agreed total: €20 even
help-pay-off = a discount of €1.50
help-pay-percent = a discount of 10%
help-pay-gift = a gift of €2 to the solidarity fund
help-pay-round = a gift of what is missing to the euro
