# The Z: what a closing says, on the screen and on paper alike.

z-title = Z report no. { $number }
z-title-month = Month closing no. { $number }
z-title-year = Year closing no. { $number }
z-preview = PREVIEW, NOTHING IS FROZEN
z-name = Closing { $name }
z-market = Market: { $name }
z-hours = { $from } - { $to }
z-days = { $from } - { $to }
z-seen-at = Seen on { $when }
z-closed-at = Closed on { $when }
z-closed-by = Closed on { $when } by { $by }
z-program = Program: { $version }
z-attestation = Attestation: { $text }
z-no-attestation = Attestation: none
z-proof = Entry { $place }, extract { $extract }
z-signatures = Counted by:           Checked by:

# The sales.
z-turnover = Takings, VAT in
z-tickets = Tickets
z-lines = Lines sold
z-average = Average ticket
z-back = of which returns
z-named = From ticket { $from } to ticket { $to }
z-vat = VAT
z-paid = VAT in
z-tax = VAT
z-net = net
z-together = Together
z-producers = Producers
z-sales = sales
z-commission = commiss.
z-pot-short = pot
z-hers = to pay
z-flats = Flat shares kept
z-settled = Paid to producers, { $means }
z-departments = Departments
z-nowhere = no department
z-tariffs = Tariffs
z-tickets-short = tickets
z-fair = fair
z-commission-all = Commission
z-pot = Pot of the tariffs
z-owners = Others’ money
z-came = in
z-went = out
z-stays = balance
z-owner-fund = Solidarity fund
z-owner-deposit = Deposits
z-owner-account = Members’ accounts
z-owner-note = Credit notes
z-owner-nobody = To attribute
z-given-up = Voided, given up
z-number = number
z-sum = sum
z-voids = Tickets voided
z-lines-given-up = Lines taken out
z-baskets-given-up = Baskets given up
z-drawer = Drawer without a sale
z-duplicates = Duplicates
z-late = Late, of days already closed
z-by-day = By market day

# Means of payment and the drawer.
z-means = Means of payment
z-expected = expected
z-counted = counted
z-difference = differ.
z-difference-all = Difference in all
z-not-counted = not counted
z-not-counted-why = What is not counted is taken as expected.
z-taken = Taken
z-cash = Cash
z-float = Float counted, { $means }
z-float-not-counted = Float not counted, { $means }
z-way-float = Float
z-way-in = Cash in
z-way-out = Cash out
z-way-drop = Drop
z-way-paid-out = Expense
z-way-correction = Correction
z-way-received = Envelope received
z-way-banked = Envelope banked
z-why-safe = safe
z-why-change = change
z-why-bank = bank
z-why-home = taken home
z-why-place = market fee
z-why-purchase = purchase
z-why-paid-back = advance paid back
z-why-coop = association
z-why-mistake = mistake

# What was decided.
z-decided = After the closing
z-reason = Why it differs
z-reason-unknown = unknown
z-reason-change = change given wrongly
z-reason-means = one means taken for another
z-reason-not-noted = cash movement not noted
z-reason-sale = sale forgotten or rung twice
z-reason-float = the morning’s float
z-reason-counterfeit = counterfeit note
z-reason-theft = theft
z-left = Left in the drawer, { $means }
z-envelope = Envelope
z-envelope-by = Envelope, { $by }
z-cheques =
    { $n ->
        [one] Cheques ticked: { $n } of { $all }
       *[other] Cheques ticked: { $n } of { $all }
    }
z-cheque-missing = Cheque missing, ticket { $ticket }
z-bring = To bring: { $pieces }
z-totals = Since the first sale
z-algebraic = Perpetual total
z-absolute = Perpetual total, unsigned
z-previous = Closing before: { $name }
z-no-previous = First closing

# The envelope’s slip and the cheques for the bank.
z-slip = Envelope { $name }
z-slip-by = Taken by { $by }
z-slip-nobody = Taken by:
z-slip-cash = Cash
z-slip-sum = TOTAL
z-slip-received = Received on __________ by ______________
z-slip-signatures = Handed over by:       Received by:
z-remittance = Cheque deposit
z-remittance-account = Account: ______________________________
z-remittance-signature = Date, signature:
z-cheque-who = Drawer (ticket)
z-cheque-number = number
z-cheques-sum =
    { $n ->
        [one] { $n } cheque
       *[other] { $n } cheques
    }
