# Members: who is on the ticket, what stands on the accounts.
members-unknown = Member unknown here
members-nobody = (card erased)
members-unknown-now = This till does not know that member yet. Nothing has changed.
members-closed-now = { $name }: account closed. The ticket stays without a member.
members-two = This ticket is { $there }’s. F2, Delete takes it off.
members-attached = { $name } is on the ticket. Account: { $balance }.
members-detached = { $name } is no longer on the ticket.

# The list.
members = Members
members-help = Type some letters of a name, or a number, or scan the card. Enter puts the member on the ticket; + pays by the account at once; : opens the record; Delete takes the member off the ticket.
members-prompt = Member
members-prompt-transfer = Give to
members-found =
    { $n ->
        [one] Found: { $n }
       *[other] Found: { $n }
    }
members-none = Nobody has that name. ":" makes a card.
members-none-yet = No member here. Type a name, then ":" to make a card.
members-count =
    { $n ->
        [one] { $n } member
       *[other] { $n } members
    }
members-sums =
    { $n ->
        [0] credits { $credits } · no tab
        [one] credits { $credits } · { $n } tab, { $debts }
       *[other] credits { $credits } · { $n } tabs, { $debts }
    }
members-closed = account closed
members-same-account = That is the same account. Choose who gets it.
members-card-unknown = Unknown card: { $code }. Nothing has changed.
members-key-choose = Put on the ticket
members-key-take = Choose
members-key-detach = Take off the ticket
members-key-card = Record
members-key-new = New card
members-key-back = Back
members-key-print = Print
members-key-help = Help

# The list on paper.
members-list = Members’ accounts
members-list-sent = The list of accounts was sent to the printer.
members-credits = Credits
members-debts = Tabs
members-all = Together
