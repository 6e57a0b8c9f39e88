# Stock: brought, sold, lost, left.

stock = Stock
stock-help = What was brought, sold, lost, and what is left. A notes a delivery, P a loss or a gift.
