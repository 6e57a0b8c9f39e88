# The journal of tickets, voiding, duplicates.

journal = Journal
journal-help = The day’s tickets, the last one first. Nothing is erased: voiding adds a reversing ticket.
