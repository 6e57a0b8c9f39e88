# What is refused or out of order: what happened, what is safe, what to do.

disk-full = Disk full: nothing was written. The ticket stays here. Make some room.
disk-read-only = The folder cannot be written. The ticket stays here. Check its rights.
disk-damaged = Damaged data: nothing was written. Quit, then run etal verify.
disk-doubtful = The disk failed while writing. Try again: nothing is written twice.
disk-unbalanced = A fault of the program: this ticket does not add up. Nothing was written.
disk-note-used = No such credit note, or used before: nothing was written. Take another means.
disk-fund-short = The fund has not got that much: nothing was written. Take another means.
disk-account-short = The account has not got what is taken back: nothing was written.
disk-taken-twice = Taken back before, or more than sold: nothing was written. Reopen the old ticket.
disk-settled-before = This producer was settled with meanwhile: nothing was written. Count again.
disk-balance-stands = Money stands on this account: it is not closed. Bring it to zero first.
disk-account-closed = This member’s account is closed: nothing was written. Take another means.
disk-number-taken = Another member has this number: nothing was written. Give another one.
disk-card-taken = Another member has this card: nothing was written. Take another card.
disk-closing-moved = Something was written meanwhile: nothing was closed. Look again (9).
disk-nothing-to-close = Nothing to close since the last closing: it is done, and nothing is lost.
disk-closing-unsound = What stays and leaves is not what is there: not closed. Go over the float.
disk-not-over = This period is not over, or closed already: nothing was written. Wait for its end.
disk-count-unsound = The count does not add up or is too large: nothing was written. Count again.
disk-no-such-envelope = No such envelope on its way: nothing was written. See the list (F7 E).
disk-other = Writing failed: nothing was written. The ticket stays here. Try again.

printer-not-set = No printer is set up (etal.toml). The sale is recorded.
printer-absent = The printer does not answer. The sale is recorded. F4 to try again.
printer-forbidden = The printer refuses this user. The sale is recorded.
printer-busy = Another program holds the printer. The sale is recorded. F4 tries again.
printer-stopped = Printer stopped: paper or cover. The sale is recorded. F4 tries again.
printer-cut = The printer went away while printing. The sale is recorded. F4 tries again.
printer-no-room = No room for the printed file. The sale is recorded. F4 tries again.
printer-written = Written to { $place }.
