# Taking payment: the means, what remains.

pay = Take payment
pay-help = Enter: cash, exact. A sum then Enter: what the customer gives. A letter pays the rest by that means; a sum and a letter, a part.
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
pay-key-gift = Gift
pay-key-bearer = Who bears it
pay-key-offer = Accept
pay-key-note = Look it up
pay-key-no-note = No credit note
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
pay-in-brief = T agreed total · D discount · G gift
pay-in-brief-later = G gift to the fund: 2 then G, or G
pay-means-gift = gift to the fund (2 then G, or G)
pay-paper-no = printed receipt: no
pay-paper-yes = printed receipt: yes
pay-given = Received
pay-customer-gives = The customer gives:
pay-or-type = or type the sum, then Enter
pay-total-agreed = Agreed total
pay-total-reduced = Total after discount
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

# What holds a means of payment back: in brief beside its letter, then as a sentence.
pay-brief-member = no member
pay-brief-unknown = not known
pay-brief-account = nothing to spend
pay-brief-cap = limit reached
pay-brief-eligible = nothing eligible
pay-brief-fund = fund empty
pay-brief-most = max. { $most }
pay-brief-unit = { $unit } each
pay-most-account = Account: { $most } at most, { $left } remaining. { $letter } or Enter accepts.
pay-most-ticket = { $means }: { $most } at most per ticket, { $left } remaining. { $letter } accepts.
pay-most-day = { $means }: { $most } left for today, { $left } remaining. { $letter } accepts.
pay-most-eligible = { $means }: { $most } of eligible goods, { $left } remaining. { $letter } accepts.
pay-most-fund = The fund has { $most }, { $left } remaining. { $letter } or Enter accepts.
pay-none-account = This account has nothing to spend, tab included. Another means?
pay-none-ticket = { $means }: the limit per ticket is reached. Another means?
pay-none-day = { $means }: the limit of the day is reached. Another means?
pay-none-eligible = { $means }: nothing eligible is left to pay. Another means?
pay-none-fund = The solidarity fund has nothing to give for this ticket. Another means?
pay-needs-member = { $means }: the ticket needs a member. Esc, then F2.
pay-unknown = { $means }: what is left of it is not known, nothing was taken. Another?
pay-tokens =
    { $n ->
        [one] { $n } token too many
       *[other] { $n } tokens too many
    }
pay-tokens-over = No change is given: { $over }. { $fits } at most. Nothing was taken.
pay-tokens-none = { $means }: less than { $unit } remains, no change is given. Another?
pay-not-pieces = { $means }: type how many, { $unit } each. Nothing was taken.
pay-means-gone = { $means } is no means of payment any more: what was taken still counts.

# Credit notes.
pay-note-prompt = Number of the credit note
pay-note-how = Type the number of the credit note, such as A-42V, then Enter.
pay-note-whole = A credit note is taken whole: type its number, then Enter.
pay-note-unknown = Credit note { $name }: not known on this till. Nothing was taken.
pay-note-used = Credit note { $name } was used before (ticket { $by }). Nothing was taken.
pay-note-again = Credit note { $name } pays this ticket already. Nothing more was taken.

# A gift into the solidarity fund, and who bears a discount.
pay-gift-label = Gift to the solidarity fund
pay-gift = Gift of { $amount } to the fund. Total: { $total }. Backspace takes it back.
pay-gift-back = Gift of { $amount } taken back. Total: { $total }.
pay-gift-how = The total is round: first type the gift, 2 then G for €2.
pay-bears = The discount is borne by { $who }. B for the next.
pay-bears-nothing = This ticket has no discount and no agreed total to bear.
pay-borne = borne by { $who } (B)
pay-bearer-pot = the pot
pay-bearer-producer = the producers
pay-bearer-coop = the co-op
