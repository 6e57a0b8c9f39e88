# Taking payment: the means, what remains.

pay = Take payment
pay-help = Enter: cash, exact. A sum then Enter: what the customer gives. A letter: another means.
tender-cash = cash
tender-card = card
tender-cheque = cheque
tender-account = account
tender-local = local currency
tender-token = token
tender-meal = meal voucher
tender-credit_note = credit note
tender-fund = solidarity fund
tender-other = other

# The bottom line.
pay-key-exact = Exact cash
pay-key-given = Take
pay-key-record = Record
pay-key-out = Pay out in cash
pay-key-agreed = Agreed total
pay-key-discount = Discount
pay-key-take-back = Take back
pay-key-paper = Print
pay-key-no-paper = Do not print
pay-key-ticket = Back
pay-key-help = Help

# What the screen shows.
pay-to-pay = to pay
pay-left = remaining
pay-to-give-back = change due
pay-to-pay-out = to pay out
pay-nothing = nothing to pay
pay-all-paid = all is paid
pay-lines =
    { $n ->
        [one] { $n } line
       *[other] { $n } lines
    }
pay-of = { $lines } · { $total }
pay-means = Means of payment
pay-means-exact = cash, exact
pay-means-agreed = agreed total (20 then T)
pay-means-discount = discount (1.50 or 10% then D)
pay-paper-no = printed receipt: no
pay-paper-yes = printed receipt: yes
pay-given = Received
pay-customer-gives = The customer gives:
pay-or-type = or type the sum, then Enter
pay-total-agreed = Agreed total
pay-tip = If the customer adds { $more }: give { $back } back.
pay-prompt = Received
pay-echo-change = change due { $change }
pay-echo-left = remaining { $left }
pay-echo-percent = { $part }% off: Enter
pay-recording = The ticket is being recorded…

# What was just done.
pay-agreed = Total: { $total }, which is { $off } less. Backspace to go back to the price.
pay-agreed-more = Total: { $total }, which is { $off } more. Backspace to go back to the price.
pay-agreed-no-more = Discount taken back. Total: { $total }.
pay-taken-back = Payment taken back: { $sum } ({ $means }). Hand it back if it was given.

# What cannot be.
pay-empty = The ticket is empty: there is nothing to pay.
pay-resumed = This ticket was on hold. Check it, then Enter to take payment.
pay-nothing-to-take = There is no money to take. Check, then Enter to record.
pay-no-cash = No means of payment in cash is set up. Pay by a letter.
pay-no-such-means = No means of payment under "{ $letter }". Nothing was taken.
pay-no-change = { $means }: gives no change, so { $left } at most.
pay-out-no-more = No more than { $left } is paid out. Nothing was noted.
pay-cash-limit = Cash: { $limit } at most per ticket (CMF, art. D.112-3). Another means?
pay-nothing-left = All is paid already. Enter to record, Backspace to take back.
pay-zero = The sum must be above zero. Nothing was taken.
pay-too-much = This sum is far above what is due. Check it. Nothing was taken.
pay-discount-first = A discount is confirmed by D or Enter. Nothing was taken.
pay-agreed-how = First type the sum agreed: 20 then T, for a round €20.
pay-discount-how = First type the discount: 1.50 then D, or 10% then D.
pay-agreed-above = This is more than the price, { $total }. The total has not changed.
pay-agreed-below = A discount is on the goods: { $goods } at most. Nothing has changed.
pay-agreed-no-goods = This ticket has nothing to give a discount on. Nothing has changed.
pay-agree-before = A discount comes before the payments. Backspace to take them back.
pay-nothing-to-take-back = No payment to take back. Esc to go back to the ticket.
pay-held = Held or bouncing key: nothing was recorded. Press once to pay.
pay-no-sum = What is typed is no sum. Nothing was taken. Backspace or Esc.
pay-too-fast = Too fast: press { $key } again.
pay-under-way = Payments are noted: finish, or Esc to clear them.
pay-in-doubt = Was the ticket written? Enter checks, and never writes it twice.
pay-scan-later = Code { $code } read: payment under way, it was not added. Finish first.
pay-scan-recording = Code { $code } read while recording, not added. Read it again.
