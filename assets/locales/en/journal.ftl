# The journal of tickets, voiding, duplicates.
