# The closing: first what waits, then what was not sold, the count and the difference.

close-before = Closing · before
close-before-help = What waits still: a ticket that is open or on hold, an amount that is nobody’s. G keeps it for later. With nothing waiting, this step passes by itself.
close-unsold = Closing · unsold
close-unsold-help = Enter notes all of it as shown: the producers take home what is left. P notes a loss or a gift, R leaves the rest in the stock, L notes nothing at all.
close-count = Closing · count
close-count-help = Type the number of notes and coins, then Enter. What is expected shows only afterwards, so that the count is true. The sign = takes one total for the cash. Esc leaves, everything is kept.
close-gap = Closing · difference
close-gap-help = What should be there, what was counted, and the difference. A digit gives the reason, a letter shows a possible cause, R counts again. The earlier count stays in the journal.

# What is said on the way.
close-waits = A closing was begun: 9 in the menu to go on with it.
close-begun = a closing was begun
close-nothing = Nothing to close since the last closing: no sale, no cash.
close-wait = One moment…
close-refused = The journal refuses this entry. Nothing is noted; take the step again.
close-not-written = The disk does not write. What is typed is kept; the next key tries again, Esc leaves.

# The bottom line.
close-next = Next
close-later = Later
close-help-key = Help
close-before-resume = Resume
close-before-give-up = Give up
close-before-keep = Keep
close-before-attribute = Attribute
close-before-nobodys-later = Later
close-before-settle = Settle
close-unsold-confirm = Note all
close-unsold-part = Loss, gift
close-unsold-rest = Home / stays
close-unsold-leave = Note nothing
close-unsold-nothing = Leave
close-count-before = Field before
close-count-total = One total
close-count-pieces = By pieces
close-gap-recount = Count again
close-gap-why = Reason
close-gap-cheques = Cheques
close-gap-look = Look

# What waits.
close-before-count =
    { $n ->
        [0] Nothing waits any more
        [one] { $n } thing to see before closing
       *[other] { $n } things to see before closing
    }
close-before-clear = Nothing waits any more. Enter to go on with the closing.
close-before-open = Open ticket
close-before-aside = On hold since { $time }
close-before-nobodys =
    { $n ->
        [one] { $n } amount without a producer
       *[other] { $n } amounts without a producer
    }
close-before-owed =
    { $n ->
        [one] { $n } producer is still to be settled with: { $sum }. P to settle now.
       *[other] { $n } producers are still to be settled with: { $sum }. P to settle now.
    }

# What was not sold.
close-unsold-count =
    { $n ->
        [one] { $n } unsold article
       *[other] { $n } unsold articles
    }
close-unsold-head-article = Article
close-unsold-head-producer = Producer
close-unsold-head-left = Left
close-unsold-head-becomes = Becomes
close-unsold-home = { $quantity } taken home
close-unsold-stays = { $quantity } in stock
close-unsold-given = { $quantity } given
close-unsold-lost = { $quantity } lost
close-unsold-left = Nothing is noted: what was not sold stays in stock.
close-unsold-too-much = Only { $left } of { $label } is left. Nothing is noted.

# The count.
close-count-so-far = Cash counted
close-count-no-cash = No cash
close-count-notes = Notes
close-count-coins = Coins
close-count-other = Rolls, other
close-count-one-total = Total
close-count-others = Other means
close-count-blind = Blind: what is expected shows afterwards.
close-count-nothing = Nothing to count. Esc to go back.
close-count-hint = Type the number of notes or coins, then Enter. Empty = 0.
close-count-hint-other = Rolls, large notes and the rest, in euros. Enter goes on.
close-count-hint-total = The total of the cash in euros, then Enter. The sign = goes back to pieces.
close-count-hint-number = How many there are, then Enter. Empty = not counted.
close-count-hint-sum = The total in euros, then Enter. Empty = not counted.
close-digits = Only digits here. Nothing has changed.
close-no-minus = A count is never negative. Nothing has changed.
close-whole = A whole number of pieces, without a decimal sign.
close-too-many = At most { $most } pieces of a kind. Beyond that, put the sum into the field for rolls.
close-too-much = This sum is beyond what a till can hold.
close-two-decimals = At most two digits after the decimal sign.
close-unreadable = This field cannot be read: digits and one decimal sign only.
close-sum-missing = The total of those you have counted is missing.

# The difference.
close-gap-counted =
    { $n ->
        [one] Counted at { $time }
       *[other] Counted at { $time } · { $n } counts
    }
close-gap-not-counted = Nothing was counted
close-gap-head-means = Means
close-gap-head-expected = Expected
close-gap-head-counted = Counted
close-gap-head-difference = Difference
close-gap-row-not-counted = not counted
close-gap-total = Total difference
close-gap-right = right
close-gap-missing = missing
close-gap-over = too much
close-gap-number = { $name } ({ $counted } for { $taken })
close-gap-since = Since the count: { $means } { $sum }
close-gap-float-left = Float never counted: starts from { $start }, left at closing { $closing }.
close-gap-float-none = Float never counted: starts from nothing.
close-gap-reasons = Reason: { $reasons }
close-reason-unknown = unknown
close-reason-change = change
close-reason-means = means
close-reason-not-noted = not noted
close-reason-sale = sale
close-reason-float = float
close-reason-counterfeit = counterfeit
close-reason-theft = theft
close-gap-maybe = Perhaps…
close-cause-means = Ticket { $ticket } ({ $sum }): rung up as { $rung }, paid by { $paid }?
close-cause-means-some = { $sum } rung up as { $rung }, paid by { $paid }?
close-cause-not-noted = A drop or money taken out, { $sum }, not noted?
close-cause-not-dropped = The drop of { $sum } is noted, but still in the drawer?
close-cause-not-taken = { $sum } noted as taken out, but still in the drawer?
close-cause-float = The float was { $maybe }, as it had been left, and not { $noted }?
close-cause-no-float = A float of { $maybe } this morning that nobody counted?
close-cause-twice = { $sum } counted twice (a single note or coin)?
close-cause-overlooked = A note or coin of { $sum } overlooked in the count?
close-cause-change-twice = The change of ticket { $ticket } ({ $sum }) given twice?
close-cause-change-twice-some = Change of { $sum } given twice?
close-cause-change-kept = The change of ticket { $ticket } ({ $sum }) not given?
close-cause-change-kept-some = Change of { $sum } not given?
close-cause-rung-twice = Ticket { $ticket } ({ $sum }) rung up twice, like the one before?
close-cause-not-rung = A sale of { $sum } that was not rung up?
close-cause-mistyped = { $means }: { $maybe } typed as { $typed } by mistake?
