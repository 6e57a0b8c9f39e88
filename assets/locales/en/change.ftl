# Giving change.

change = Change
change-help = The first key of the next sale goes back to the sale, and counts already.
