# Giving change.

change = Change
change-help = The first key of the next sale leads back to the sale and already counts.
change-key-next = Next customer
change-key-print = Print
change-key-void = Void
change-key-keep = To the fund
change-key-more = Counting up
change-key-help = Help

change-recorded = Ticket { $name } recorded · { $total }
change-due = change due
change-none = nothing to give back
change-how = How to give it
change-paid-by = Paid
change-notes =
    { $n ->
        [one] { $n } note of { $value }
       *[other] { $n } notes of { $value }
    }
change-coins =
    { $n ->
        [one] { $n } coin of { $value }
       *[other] { $n } coins of { $value }
    }
change-cents = { $n } × { $value }
change-tip = If the customer adds { $more }: give { $back } back ({ $pieces }).
change-counting = Counting up from { $price }: { $steps }
change-keep-in-sight = Keep the note in sight until the customer has counted.
change-just = Exact sum. Thank you.
change-thanks = Thank you.
change-stays = This screen stays until the first key of the next sale.

# What does not go back in euros.
change-same = to give back in the same money
change-note = to give back as a credit note
change-in-kind = Give { $sum } back in { $means }, not in euros.
change-new-note = New credit note { $name }: { $sum }.

# Change left to the solidarity fund.
change-kept-none = give nothing back
change-kept = { $sum } to the solidarity fund (ticket { $name }). Thank you. Backspace voids this gift.
change-kept-already = The change is in the fund already. Backspace voids this gift.
change-nothing-to-keep = There is no change to leave to the fund.
change-not-kept = The gift is not written: give the change back, or * to try again.
