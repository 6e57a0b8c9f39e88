# The X report: how the day stands. It closes nothing.

report = X report
report-help = What the day has brought so far. Nothing is closed: the closing (Z) is apart. The figures are the journal’s.
report-running = Running, nothing is closed
report-waiting = Reading the journal…
report-scroll = More
report-print = Print
report-back = Back
report-help-key = Help
report-sent = X report sent to the printer.
report-turnover = Takings
report-tickets = Tickets
report-average = Average basket
report-means = Means of payment
report-count = number
report-sum = sum
report-settled = Settled with producers, { $means }
report-drawer = Cash in the drawer, without the float
report-unattributed = To attribute to a producer (shared keys)
report-producers = Producers
report-sales = sales
report-commission = commission
report-hers = her share
report-given = settled
report-vat = VAT
report-paid = gross
report-tax = VAT
report-net = net
report-solidarity = Solidarity
report-in = in
report-out = out
report-balance = balance
report-pot = Pot of tariffs, today
report-fund = Solidarity fund
report-deposits = Deposits out
report-accounts = On members’ accounts, in all
report-debts =
    { $n ->
        [one] of which { $n } tab
       *[other] of which { $n } tabs
    }
report-others = Others
report-notes = Credit notes
