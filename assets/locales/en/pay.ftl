# Taking payment: the means, what remains.

pay = Payment
pay-help = Enter: cash, exact sum. A sum and Enter: what the customer gives. A letter: another means.
tender-cash = cash
tender-card = card
tender-cheque = cheque
tender-other = other
