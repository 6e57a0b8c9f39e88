# What is printed.
paper-siret = SIRET { $number }
paper-vat-number = VAT { $number }
paper-sample = SAMPLE - NOTHING WAS SOLD
paper-duplicate = DUPLICATE no. { $number }
paper-sale = Ticket { $name }
paper-reversal = Ticket { $name } CANCELS { $of }
paper-notebook = Notebook { $number }
paper-adjusted-whole = Discount, rounding of the ticket
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
