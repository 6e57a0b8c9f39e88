# The end of the closing: cheques, the float to leave, the Z behind its letter.

seal = Closing · Z report
seal-help = Read the Z: nothing is frozen yet. The letter Z and then Enter closes, and nothing else does; a held key or a scanned code never closes. After the closing nothing changes any more: corrections go to the next market.
seal-help-key = Help
seal-back = Back
seal-back-unclosed = Back
seal-box = Preview of the Z
seal-nothing-frozen = nothing is frozen yet
seal-wait = Reading the journal…
seal-more =
    { $n ->
        [one] … and { $n } more line (↓)
       *[other] … and { $n } more lines (↓)
    }
seal-after = After the closing nothing changes any more. Corrections go to the next day.
seal-after-with = This Z also closes: { $due }. After it nothing changes any more.
seal-prompt = Type Z, then Enter, to close.
seal-type-z = To close: the letter Z, then Enter.
seal-close = then Enter: close
seal-scroll = More
seal-print = Print the preview
seal-preview = Preview of the Z
seal-preview-sent = Preview sent to the printer. Nothing is closed.
seal-writing = The closing is being written…
seal-not-written = Not written yet. Nothing is lost: any key tries again, Esc goes back to selling.
seal-written = The closing is written.
seal-moved = A sale came in meanwhile: read the Z again. Nothing is lost.
seal-done = Closed: { $name }.

# The float and the envelope.
seal-float = Closing · float
seal-float-help = What stays in the drawer for the next market, and what leaves. Enter takes the proposal. A sum changes the float; when the drawer was counted piece by piece, P chooses what stays; E changes who takes the envelope.
seal-float-box = Float
seal-envelope-box = Envelope
seal-float-counted = Counted
seal-float-not-counted = Not counted, expected
seal-float-leave = Float to leave
seal-float-take = To take out
seal-float-dropped = Dropped today
seal-float-bring = To bring the next time
seal-float-other = { $pieces } and { $sum } in rolls
seal-float-target = Float aimed at: { $sum }. What is in the drawer does not make it exactly.
seal-float-short = Float aimed at: { $sum }. There is not that much: all of it stays in the drawer.
seal-float-no-cash = There is no cash to part.
seal-float-no-pieces = The drawer was counted as one total: type the sum to leave.
seal-float-no-sum = That is no sum. For example: 150
seal-float-most = There are only { $count }.
seal-float-by = Taken by { $by }
seal-float-nobody = Taken by: nobody is named
seal-float-prompt = Enter: agreed. Or the sum to leave
seal-float-prompt-typed = To leave
seal-float-pieces = Stays in the drawer: { $sum }
seal-float-there = counted
seal-float-stays = stays
seal-float-goes = leaves
seal-float-go-on = Go on: the Z
seal-float-by-piece = Piece by piece
seal-float-who = Who takes it
seal-float-next = Next
seal-float-done = Done

# The cheques.
seal-cheques = Closing · cheques
seal-cheques-help = The cheques of the market, to be ticked against the pile: Enter or Space ticks and goes to the next one, A ticks them all. N notes the number, T who signed it: the name is on the slip of paper only, never in the journal. I prints the cheque deposit.
seal-cheques-box =
    { $n ->
        [one] { $n } cheque
       *[other] { $n } cheques
    }
seal-cheques-empty = No cheque since the last closing.
seal-cheques-ticked =
    { $n ->
        [one] Ticked: { $n }, { $sum }
       *[other] Ticked: { $n }, { $sum }
    }
seal-cheques-counted = counted: { $n }, { $sum }
seal-cheques-counted-sum = counted: { $sum }
seal-cheque-tick = Tick
seal-cheque-all = All
seal-cheque-number = Number
seal-cheque-name = Signed by
seal-cheque-print = Deposit slip
seal-cheque-keep = Keep
seal-cheque-ask-number = Number of the cheque
seal-cheque-ask-name = Signed by (on the slip only)
seal-cheque-unreadable = That cannot be read: letters, digits, spaces.
seal-cheque-none-ticked = No cheque is ticked: Enter ticks, A ticks them all.
