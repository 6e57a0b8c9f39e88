# A recorded ticket: its lines, what came back of them, how it is paid.

ticket = Ticket
ticket-help = A ticket as it stands now. ↑ ↓ choose a line, Space marks several. Nothing is erased: each correction is one more ticket.
ticket-key-refund = Refund
ticket-key-all = All
ticket-key-exchange = Exchange
ticket-key-means = Payment
ticket-key-attribute = Reattribute
ticket-key-mark = Mark
ticket-key-void = Void
ticket-key-print = Print
ticket-key-back = Back
ticket-key-help = Help

ticket-scanned-unknown = This receipt is of another till: look for it where it was printed.
ticket-unknown = No ticket { $name } on this till.
ticket-no-lines = This ticket has no line: it corrects a payment.
ticket-takes-back = taken back
ticket-all-back = all back
ticket-part-back = { $count } back
ticket-moved = to { $name }

# Changing the means of payment.
ticket-means = Means of payment
ticket-means-help = Says how this ticket was really paid: the letter of the right means, then Enter. The customer pays neither more nor less.
ticket-means-key-write = Record
ticket-means-key-next = Next means
ticket-means-key-payment = Other payment
ticket-means-key-back = Back
ticket-means-key-help = Help
ticket-means-becomes = Really paid by
ticket-means-choose = By what, really? Type the letter of a means, or →.
ticket-means-nothing = Ticket { $name }: no payment to change.
ticket-means-gone = This payment is gone: it was changed already.
ticket-means-same = It is paid by { $means } already.
ticket-means-nobody = No member on the open ticket: F2 first.
ticket-means-note = A credit note pays by its number: take the ticket back and ring up again.
ticket-means-tokens = { $means }: the sum is no whole number of { $unit }.
ticket-means-cap = { $means }: at most { $cap } a ticket.
ticket-means-done = Ticket { $of } is now paid by { $means } (entry { $name }).
