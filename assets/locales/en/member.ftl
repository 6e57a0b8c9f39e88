# A member’s record: the account, and what can be done with it.
member = Record
member-help = Each letter acts on this account. A top-up or a settled tab is a line of the ticket: it is paid like the rest.
member-number = Number
member-state = State
member-year = Membership
member-year-paid = { $year }: paid
member-year-due = { $year }: due again
member-year-never = never paid
member-balance = Prepaid account
member-tab = Tab
member-limit = Tab allowed
member-last-moves = Last movements
member-no-moves = No movement on this account.
member-moved = Ticket { $name }
member-after = Balance after this ticket: { $before } - { $ticket } = { $after }
member-beyond = { $beyond } short

# The keys.
member-acts = What to do
member-key-top-up = Top up
member-key-statement = Statement
member-key-edit = Edit
member-key-transfer = Transfer
member-key-adjust = Adjust
member-key-close = Close
member-key-open = Open again
member-key-erase = Erase
member-key-new = New
member-key-keep = Confirm
member-key-take = Take
member-key-choose = Choose
member-key-off = Take off instead
member-key-onto = Add instead
member-key-leave = Leave
member-key-help = Help

# Topping up, giving, adjusting.
member-ask-top-up = Top-up of
member-ask-settle = Tab settled, of
member-ask-transfer = Give to { $name }
member-ask-onto = Add to the account
member-ask-off = Take off the account
member-ask-why = Why adjust this account?
member-why-opening = Balance from before the till
member-why-transfer = Transfer between members
member-why-mistake = Mistake in typing
member-why-elsewhere = Paid otherwise (bank, online)
member-why-goodwill = Goodwill of the co-op
member-sum-missing = Type a sum, then Enter. Escape leaves all as it is.
member-line-top-up = Top-up
member-line-settled = Tab settled
member-line-paid-out = Balance paid out
member-line-to-fund = Gift to the solidarity fund
member-top-up-added = { $sum } for { $name }, to be paid with this ticket.
member-transfer-too-much = { $name } can give { $most } at most. Nothing was given.
member-transferred = { $sum } given from { $name } to { $other }.
member-adjusted = Account adjusted by { $sum }.

# Closing, erasing.
member-ask-rest = What is left on the account
member-rest-out = Pay it out to the member
member-rest-fund = Give it to the solidarity fund
member-rest-ticket = Take payment for the open ticket first: the balance has a ticket of its own.
member-paid-out = Balance of { $name } to be paid out: pay this ticket, then close the account.
member-to-fund = { $name } gives the balance away: confirm this ticket, then close the account.
member-close-ticket = An open ticket is { $name }’s. Take payment first; the account stays open.
member-close-debt = { $name } still owes { $balance }. R settles the tab; the account stays open.
member-close-what = The account is at zero. The tickets stay, the account can pay no more.
member-close-ask = Close the account of { $name }?
member-closed-now = Account of { $name } closed.
member-open-again-ask = Open the account of { $name } again?
member-opened-again = Account of { $name } open again.
member-is-closed = The account of { $name } is closed. X opens it again.
member-erase-balance = { $balance } is left on the account of { $name }. The card is not erased.
member-erase-open = The account of { $name } is open. X closes it first; the card is not erased.
member-erase-what = Name, telephone, e-mail and cards of { $name } disappear. The tickets stay, without a name.
member-erase-ask = Erase the card of { $name }?
member-erase-again = Nothing can bring it back.
member-erase-sure = Really erase { $name }?
member-erased = Card erased. The tickets stay valid.

# Filling in the card.
member-form = Member’s card
member-form-help = Tab goes from line to line, Enter keeps the whole card. A card number is scanned; Delete takes a lost card off.
member-form-new = New member
member-form-name = Family name, name
member-form-phone = Telephone
member-form-email = E-mail
member-form-other-name = Second person
member-form-number = Number
member-form-cards = Cards
member-form-limit-name = Tab allowed
member-form-year-name = Membership paid for
member-form-hint = Family name first. Scan the card whenever you like; Delete on its line takes a lost card off. Enter keeps it all.
member-form-key-keep = Keep
member-form-key-next = Next line
member-form-key-card-off = Take the card off
member-form-key-leave = Leave
member-form-key-help = Help
member-form-kept = Card of { $name } kept.
member-form-no-name = A name is missing. Nothing is kept.
member-form-no-number = A number is missing. Nothing is kept.
member-form-number-taken = Number { $number } is { $name }’s. Nothing is kept.
member-form-card-taken = Card { $code } is { $name }’s. It is not taken.
member-form-card-article = { $code } is the barcode of { $label }. It cannot be a card.
member-form-card-there = Card { $code } is on this record already.
member-form-card = Card { $code } added. Enter keeps the record.
member-form-card-off = Card { $code } taken off. Enter keeps the record.
member-form-scan-card = A card is scanned. Delete takes the last one off.
member-form-limit = "{ $typed }" is no amount. Nothing is kept.
member-form-year = "{ $typed }" is no year. Nothing is kept.

# The statement.
member-statement = Statement of account
member-statement-help = What came and went, the last first, and up to when each till is known here.
member-statement-key-print = Print
member-statement-key-down = More
member-statement-sent = Statement sent to the printer.
member-known = Known up to { $when } (till { $till })
member-paper-number = No. { $number }
member-paper-balance = Balance
