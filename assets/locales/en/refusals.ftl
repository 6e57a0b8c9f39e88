# What is refused or out of order: what happened, what is safe, what to do.

disk-full = Disk full: nothing was written. The ticket stays here. Make some room.
disk-read-only = The folder cannot be written. The ticket stays here. Check its rights.
disk-damaged = Damaged data: nothing was written. Quit, then run etal verify.
disk-doubtful = The disk failed while writing. Try again: nothing is written twice.
disk-unbalanced = A fault of the program: this ticket does not add up. Nothing was written.
disk-other = Writing failed: nothing was written. The ticket stays here. Try again.

printer-not-set = No printer is set up (etal.toml). The sale is recorded.
printer-absent = The printer does not answer. The sale is recorded. F4 to try again.
printer-forbidden = The printer refuses this user. The sale is recorded.
printer-busy = Another program holds the printer. The sale is recorded. F4 tries again.
printer-stopped = Printer stopped: paper or cover. The sale is recorded. F4 tries again.
printer-cut = The printer went away while printing. The sale is recorded. F4 tries again.
printer-no-room = No room for the printed file. The sale is recorded. F4 tries again.
printer-written = Receipt written to { $place }.
