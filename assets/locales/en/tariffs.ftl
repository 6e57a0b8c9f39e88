# Solidarity tariffs and the end of the market.

tariffs = Tariff
tariffs-help = A letter or a digit chooses the tariff of the ticket: the whole ticket changes its price, Backspace undoes it. F puts everything at the end-of-market price, or ends that.
tariffs-none = No tariff is set. To have some, write them into the settings (etal settings): a name, a letter, a percentage.
tariffs-held = on this ticket
tariffs-gone = on this ticket, no longer offered
tariffs-plain = Price on the label
tariffs-ending = End-of-market price for all
tariffs-ending-off = no
tariffs-ending-on = yes
tariffs-ending-some = some articles
tariffs-charged = Tariff noted. Total of the ticket: { $total }. Backspace undoes it.
tariffs-agreed-no-more = Tariff noted. The agreed total holds no more. Total of the ticket: { $total }.
tariffs-ending-begun = End of market: { $off } on everything, from the next line on. F6 F ends it.
tariffs-ending-over = End of market is off: everything at its own price from the next line on.
