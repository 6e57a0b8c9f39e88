# What is printed.
paper-siret = SIRET { $number }
paper-vat-number = VAT { $number }
paper-sample = SAMPLE - NOTHING WAS SOLD
paper-duplicate = DUPLICATE no. { $number }
paper-sale = Ticket { $name }
paper-reversal = Ticket { $name } CANCELS { $of }
paper-notebook = Notebook { $number }
paper-adjusted-whole = Adjustment, rounding of the ticket
paper-together = price for several
paper-adjusted = discount, rounding
paper-deposit = Deposit { $label } × { $count }
paper-deposit-back = Deposit back { $label } × { $count }
paper-total = TOTAL
paper-lines =
    { $n ->
        [one] { $n } line
       *[other] { $n } lines
    }
paper-change = Change
paper-vat-rate = Rate
paper-vat-net = Net
paper-vat-tax = VAT
paper-vat-paid = Gross
paper-return = Ticket { $name } RETURN
paper-return-of = Ticket { $name } RETURN of { $of }
paper-correction = Ticket { $name } CORRECTION of { $of }
paper-back = return without a ticket
paper-back-of = return from ticket { $of }
paper-account = Paid onto the member account
paper-account-out = Paid out of the member account
paper-deposits = Deposit { $price } × { $count }
paper-deposits-back = Deposit back { $price } × { $count }
paper-change-by = Change in { $means }
paper-vat-liable = Liable to VAT
paper-vat-franchise = No VAT: TVA non applicable, art. 293 B du CGI
paper-vat-flat-rate = No VAT: remboursement forfaitaire agricole, art. 298 quater du CGI
paper-vat-exempt = Exempt from VAT, art. 261 du CGI
paper-note = CREDIT NOTE
paper-note-once = Bring it to pay with. It can be used once; the rest is given back as a new note.

# The slip that the producer signs.
paper-slip = Settlement { $name }
paper-slip-for = Given to { $name }
paper-slip-tickets = Sales from ticket { $first } to ticket { $last }
paper-slip-one-ticket = Sales of ticket { $first }
paper-slip-nothing = No sale since the last settlement.
paper-slip-sales = Sales, VAT included
paper-slip-commission = Commission
paper-slip-pot = Balance of solidarity prices
paper-slip-share = The producer’s share
paper-slip-flat = Flat share of the day
paper-slip-brought = Brought forward
paper-slip-due = Due
paper-slip-paid = GIVEN
paper-slip-carried = Carried over to the next settlement
paper-slip-signature = Signature:
paper-copy = DUPLICATE
