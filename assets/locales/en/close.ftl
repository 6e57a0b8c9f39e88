# The closing: first what waits, what was not sold, the count and the difference.
close-waits = A closing was begun: 9 in the menu to go on with it
