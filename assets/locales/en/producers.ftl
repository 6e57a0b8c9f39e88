# The producers and what they are paid out.

producers = Producers
producers-help = What this till owes each of them since the last settlement. The arrows choose, or a letter; Enter opens the day and the settlement.
settle = Settlement
settle-help = A producer’s day. Enter gives all in cash, R without the cents, C carries all over. A sum then Enter gives that sum; the letter of another means (H, O…) pays by it. What comes back later goes to the next settlement.

# The list.
producers-count =
    { $n ->
        [one] { $n } producer
       *[other] { $n } producers
    }
producers-head-name = Producer
producers-head-status = VAT
producers-head-last = settled
producers-head-owed = to pay out
producers-none = No producer besides the stall. They come with the articles, or by the command etal settings.
producers-liable = liable
producers-franchise = franchise
producers-flat-rate = flat-rate farmer
producers-exempt = exempt
producers-no-status = not said
producers-open = Open, settle
producers-attribute = Attribute
producers-back = Back
producers-help-key = Help
producers-nobody =
    { $n ->
        [one] { $n } amount without a producer: { $sum }
       *[other] { $n } amounts without a producer: { $sum }
    }
producers-nobody-more =
    { $n ->
        [one] … and { $n } more
       *[other] … and { $n } more
    }
producers-nobody-where = To attribute before settling: F8 the journal, the ticket, then A.

# The bottom line of the settlement.
settle-in-cash = All in cash
settle-in-euros = Whole euros
settle-carry = Carry over
settle-up-to = Up to ticket
settle-day = Day
settle-print = Print again
settle-go-on = Go on
settle-back = Back
settle-help-key = Help

# A producer’s day.
settle-since = to settle
settle-until = up to ticket { $ticket }
settle-whole-day = the whole day
settle-wait = One moment…
settle-nothing-sold = Nothing sold.
settle-more =
    { $n ->
        [one] … and { $n } article more
       *[other] … and { $n } articles more
    }
settle-sums = Account
settle-sales = Sales, VAT included
settle-vat = VAT { $rate } of it
settle-no-vat = without VAT
settle-commission = Commission
settle-pot = Balance of prices
settle-share = Her share
settle-flat = Flat share of the day
settle-brought = Brought forward
settle-due = To pay out
settle-all-carried = carried over
settle-ask-up-to = Up to ticket no.
settle-ask-paper = No printer: number in the notebook
settle-ask-sum = Sum to give
settle-say-status = VAT status not said: no settlement before it is (etal settings).
settle-nobody =
    { $n ->
        [one] { $n } amount without a producer ({ $sum }): F8, the ticket, A to attribute it.
       *[other] { $n } amounts without a producer ({ $sum }): F8, the ticket, A to attribute them.
    }

# The question.
settle-sure = Write this settlement down?
settle-sure-give = { $name } is given { $sum } ({ $means }).
settle-sure-carry = { $sum } carried over to the next settlement of { $name }.
settle-sure-nobody = Mind: { $sum } without a producer still, to be attributed first (F8, the ticket, A).

# What happened.
settle-done = { $name }: { $sum } given ({ $means }). The settlement is written.
settle-done-carried = { $name }: { $sum } given ({ $means }), { $carried } carried over.
settle-carried = { $name }: nothing given, { $sum } carried over to the next time.
settle-print-sent = Settlement { $settlement } sent to the printer.
settle-none-today = No settlement today: nothing to print again.
settle-not-known-yet = The account is not here yet. Try again in a moment.
settle-no-status = { $name }: VAT status not known, nothing is written. See etal settings.
settle-nothing-due = Nothing is due to { $name }. C carries over what is left.
settle-not-an-amount = Nothing to give { $name } so: C carries the cents over.
settle-above-due = { $name } is owed { $due }, no more. Nothing is written.
settle-cash-limit = No more than { $limit } in cash (CMF D.112-3). Type less, or H, or C.
settle-not-a-means = { $name } cannot be paid so. Enter cash, H cheque, O other.
settle-no-ticket = Ticket { $ticket } does not exist or is settled already. The account shows all.
settle-ask-number = Type the number of a ticket after the last settlement.
settle-ask-paper-why = Type the number of the signed page in the notebook: it stands for the slip.
settle-under-way = { $name }: a settlement is still being written. Nothing else was sent.
settle-not-written = { $name }: not written, give nothing. Each key tries again.
settle-refused = { $name }: the account has changed, nothing is written. Read it again.
