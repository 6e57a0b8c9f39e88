# Cash movements: what enters and leaves the drawer without a sale.
cash = Cash movements
cash-help = A letter, the sum in euros, Enter: the drawer opens and the journal keeps it. P drop, A cash in, S cash out, M change brought, D expense; ↑ ↓ changes the reason. F counts the float, O opens the day, E follows the envelopes, C corrects the last movement, ! prints a slip.
cash-what = What is to be noted?
cash-drop = Drop
cash-in = Cash in
cash-out = Cash out
cash-change = Change brought
cash-expense = Expense
cash-float = Float
cash-open = Open the day
cash-envelopes = Envelopes
cash-correct = Correct the last one
cash-slip = Slip
cash-note = Note
cash-other-reason = Other reason
cash-other-drawer = Other drawer
cash-back = Back
cash-help-key = Help

cash-sum = Sum
cash-why = Reason
cash-drawer = Drawer
cash-moves = Since the last closing
cash-no-moves = No movement.

cash-way-float = Float
cash-way-in = Cash in
cash-way-change = Change brought
cash-way-out = Cash out
cash-way-drop = Drop
cash-way-paid-out = Expense
cash-way-correction = Correction
cash-way-received = Envelope received
cash-way-banked = Envelope at the bank

cash-reason-safe = safe
cash-reason-change = change
cash-reason-bank = bank
cash-reason-home = taken home
cash-reason-place = market fee
cash-reason-purchase = bought for the stall
cash-reason-paid-back = advance paid back
cash-reason-coop = co-op
cash-reason-mistake = noted by mistake

cash-noted = { $way }: { $sum }, noted.
cash-corrected = Correction: { $sum }, noted.
cash-noted-so = { $way }: { $sum } was noted. How much really?
cash-how-much = Type the sum in euros. Nothing is noted.
cash-nothing = The sum must be above zero. Nothing is noted.
cash-unreadable = This sum cannot be read: digits and a decimal sign. Nothing is noted.
cash-right-already = { $sum } is what was noted already. Nothing has changed.
cash-nothing-to-correct = No movement to correct since the last closing.
cash-more-than-there = { $sum }: as far as the till knows, there is not that much in the drawer.
cash-float-not-counted = The float was not counted: the till may be wrong.
cash-more-ask = Note it all the same?
cash-under-way = The movement before is still being written. Nothing more is noted.
cash-not-written = The movement is not written yet: the till tries again with each key.
cash-refused = The journal refuses this movement: nothing is noted.

cash-drop-notice = A drop is due: more than { $limit } in the drawer · F7 P

cash-slip-sent = The slip was sent to the printer.
cash-no-slip = Nothing left the drawer since the last closing: no slip.
cash-slip-title = Cash slip
cash-slip-why = Reason: { $reason }
cash-slip-sum = Sum
cash-slip-signature = Received by, signature:
