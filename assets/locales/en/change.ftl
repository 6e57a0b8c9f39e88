# Giving change.

change = Change
change-help = The first key of the next sale leads back to the sale and already counts.
change-key-next = Next customer
change-key-print = Print
change-key-void = Void
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
