# The journal of tickets, voiding, duplicates.

journal = Journal
journal-help = The day’s tickets, the last one first. Nothing is erased: voiding adds a reversing ticket.

# The last row.
journal-open = Open
journal-print = Print
journal-void = Void
journal-day-before = Day before
journal-day-after = Day after
journal-back = Back
journal-help-key = Help

# The list and the detail.
journal-count =
    { $n ->
        [one] { $n } ticket
       *[other] { $n } tickets
    }
journal-empty = No ticket on that day. The arrow ← shows the day before.
journal-voided = voided
journal-voids = voids { $name }
journal-voids-long = This ticket voids { $name }.
journal-corrects-long = This ticket corrects { $name }.
journal-voided-by = Voided by { $name }.
journal-change = change
journal-more-lines =
    { $n ->
        [one] … and { $n } more line
       *[other] … and { $n } more lines
    }
journal-never-printed = Not printed yet.
journal-printed =
    { $n ->
        [one] Printed { $n } time; next, a duplicate.
       *[other] Printed { $n } times; next, a duplicate.
    }
journal-day-total = Total of the day: { $total }
journal-ask-number = Ticket no.
journal-duplicate-sent = Duplicate { $copy } of ticket { $name } sent to the printer.
