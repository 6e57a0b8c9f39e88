# The menu, the palette, questions, help.

menu = Menu
menu-help = One digit is enough, and it always means the same. The open ticket stays open.
palette = Actions
palette-help = Type some letters of an action. The arrows choose, Enter does it.
help = Help
help-help = Page down and page up turn the pages. Esc goes back to the screen before.
parked = Tickets on hold
parked-help = The arrows choose a ticket, Enter takes it up where it was.
question = Question
question-help = Y means yes, N means no. Enter and Esc mean no.

# The actions, in the menu and the palette.
command-sell = Sell
command-pay = Take payment
command-park = Hold, or resume
command-parked = Tickets on hold
command-abandon = Give the ticket up
command-print-last = Print the last ticket
command-journal = Journal, voiding
command-stock = Stock, deliveries, losses
command-new-article = New article
command-drawer = Open the drawer
command-soleil = Colours for sunlight (dark on light)
command-nuit = Colours for the night (light on dark)
command-mono = No colours
command-french = Français
command-english = Speak English
command-digit-row = Digits without Shift (French keyboard)
command-palette = All actions
command-menu = Menu
command-help = Help, keys
command-quit = Quit (nothing is lost)
command-members = Members
command-orders = Orders to collect
command-tariff = Tariff
command-cash = Cash movement
command-report-x = X report
command-closing = Close the till (Z)
command-settings = Settings
command-not-there = { $name }: not in this version yet. Nothing has changed.

# What the actions answer.
parked-done = Ticket on hold ({ $count } in all). F3 to resume it.
parked-none = No ticket is on hold, and this one is empty.
parked-resumed = Ticket resumed where it was.
abandon-empty = The ticket is empty already: there is nothing to give up.
print-sent = Ticket { $name } sent to the printer.
print-none = No ticket to print since the program was started. F8 for the others.
drawer-opened = Drawer opened without a sale; the journal keeps it.
digit-row-french = The upper row types digits, without Shift.
digit-row-as-typed = The upper row types what is written on its keys.
