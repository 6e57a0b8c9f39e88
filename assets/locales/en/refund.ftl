# Refunding what was sold, or exchanging it.

refund = Taking back
refund-help = What comes back, at the price and shares of its day. A number changes the quantity, P says whether it is lost or on sale. Enter shows how to give the money back, Enter again records; an exchange goes into the open ticket.
refund-key-means = How to give back
refund-key-exchange = Exchange
refund-key-lost = Lost / on sale
refund-key-not-this = Not this one
refund-key-refund = Refund
refund-key-paper = With receipt
refund-key-no-paper = No receipt
refund-key-back = Back
refund-key-help = Help

refund-total = To give back
refund-total-exchange = To take off
refund-of = of { $left }
refund-on-sale = on sale again
refund-lost = lost
refund-hint = Enter takes all back; a number changes the quantity.
refund-ask-quantity = Quantity back
refund-by = Give back by
refund-as-paid = as it was paid
refund-nothing-to-give = nothing to give back
refund-held = Held or bouncing key: nothing is recorded. Press once.

refund-done = Refund { $name } recorded: nothing to give back.
refund-done-back = Refund { $name }: { $back }.
refund-done-note = Refund { $name }: { $back }. Number of the note: { $name }V.
refund-exchanged = Taken back in the open ticket: total { $total }.
refund-rest-instead = Ticket { $name } came back or was corrected in part: here is the rest.

refund-under-way = A correction is being recorded: one moment.
refund-not-written = Nothing is recorded: give nothing back. Enter tries again.
refund-taken-twice = Refused: changed already. Give nothing back, open the ticket again.
refund-note-used = Refused: this credit note was used. Give nothing back, nothing was written.
refund-fund-short = Refused: the fund has not got it any more. Give nothing back.
refund-account-short = Refused: the account has not got it any more. Give nothing back.
refund-account-closed = Refused: this account is closed. Give nothing back, nothing was written.
refund-no-lines = Ticket { $name } has no line to take back.
refund-nothing-left = Ticket { $name }: nothing is left to refund.
refund-of-a-refund = { $label } takes something back already: a refund is not refunded.
refund-gave-money = { $label } gave the customer money: nothing to refund.
refund-all-back = All of { $label } came back already.
refund-lies-open = { $label } lies in an open ticket already: finish that one.
refund-more-than-left = { $label }: { $left } can still come back, no more.
refund-no-quantity = That is no quantity. A number, or Esc.
refund-too-many = Too much for one ticket: take fewer lines back.
refund-cash-limit = Cash: at most { $limit } a ticket (CMF, art. D.112-3). Another means?
