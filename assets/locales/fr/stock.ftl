# Le stock : apporté, vendu, perdu, reste.

stock = Stock
stock-help = Ce qui est apporté, vendu, perdu, et ce qui reste. A note un apport, P une perte ou un don.
