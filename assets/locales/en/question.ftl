# Yes or no.
question = Question
question-help = Y answers yes. N, Enter and Esc answer no: nothing changes. A barcode never answers.
question-yes = Yes
question-no = No
question-help-key = Help

question-lines =
    { $n ->
        [one] { $n } line
       *[other] { $n } lines
    }
question-abandon-what = The ticket has { $lines }, total { $total }. Nothing has been paid.
question-abandon = Abandon this ticket?
question-abandoned = Ticket abandoned. The journal keeps a trace of it.

question-void-what = Ticket { $name }, { $total }.
question-void-back = If yes: { $back }.
question-void = Void this ticket by a reversing entry?

question-maximum-what = { $label }: { $quantity }. This is more than usual.
question-maximum = Add this quantity?
question-maximum-instead = Keep this quantity?
question-sold-out-what = { $label }: noted as sold out.
question-sold-out = Sell it all the same?
question-far-price-what = { $label }: { $price } instead of { $usual }.
question-far-price = Keep this price?

question-give-back-what = { $means }: { $sum } on the screen, not yet in the journal.
question-give-back = Clear and go back to the ticket?
question-given-back = Payments cleared: hand back what was given. The ticket is untouched.
