# The keeper's PIN, and the locked till.
keeper = Keeper’s PIN
keeper-help = A PIN is set: this is the keeper’s to decide. After the right PIN the action goes on by itself, and for a minute nobody is asked again. The journal keeps what was allowed.
keeper-pin = PIN
keeper-check = Check
keeper-give-up = Give up
keeper-help-key = Help
keeper-short = A PIN has 4 to 12 digits. Go on typing.
keeper-wrong = That is not the PIN. Nothing has changed.
keeper-wait = Too many wrong PINs: the till listens again in { $left }.
keeper-not-checked = PIN not checked: something is wrong with the disk. Nothing has changed.

# What the keeper decides.
keeper-act-void = Voiding a paid ticket is for the keeper to allow.
keeper-act-limit = Changing an account’s limit is for the keeper to allow.
keeper-act-adjustment = Adjusting an account is for the keeper to allow.
keeper-act-reattribution = Reattributing what was sold is for the keeper to allow.
keeper-act-pin = Changing or clearing the PIN: first the one that is set.
keeper-act-settings = Changing the settings is for the keeper to allow.
keeper-act-closing = Closing the till is for the keeper to allow.
keeper-act-unlock = Unlocking the till is for the keeper to allow.
keeper-act-leave-audit = Leaving the audit and selling again is for the keeper to allow.

# Setting the PIN.
keeper-set = Set the keeper’s PIN
keeper-set-help = The same PIN twice, 4 to 12 digits. Delete, on the empty line, clears it. Selling never asks for it.
keeper-set-next = Go on
keeper-set-clear = Clear the PIN
keeper-set-is-off = No PIN is set: everybody can do everything.
keeper-set-is-set = A PIN is set.
keeper-set-guards = It guards: voiding a paid ticket, limits and adjustments of accounts, reattributions, settings, closing, and the locked till (F11). Never selling.
keeper-set-forgotten = Forgotten? On this machine, with the till closed: etal keeper reset. The journal keeps a trace.
keeper-set-first = New PIN
keeper-set-again = The same once more
keeper-set-differ = The two PINs are not the same. Begin again: nothing has changed.
keeper-set-done = The PIN is set.
keeper-set-cleared = The PIN is cleared: everybody can do everything.
keeper-set-not-done = The PIN could not be kept: the disk took nothing. Nothing has changed.
keeper-set-clear-what = Without a PIN everybody can void tickets and change the settings.
keeper-set-clear-ask = Clear the keeper’s PIN?

# The locked till.
keeper-lock = Locked
keeper-lock-initials = Your initials
keeper-lock-nobody = Nobody has these initials. Type them again, then Enter.
keeper-lock-who = Without a PIN, initials are enough: { $who }.
keeper-lock-by-enter = Enter twice opens the till again. The open ticket has stayed open.
keeper-lock-open = Unlock
keeper-lock-twice = Twice: unlock
keeper-lock-once-more = Once more

# On the command line.
keeper-cli-help = clear the keeper’s PIN, if it is forgotten
keeper-cli-none = No PIN is set: there is nothing to clear.
keeper-cli-ask = The keeper’s PIN will be cleared, and the journal will keep a trace. Type "{ $word }", then Enter:
keeper-cli-word = clear
keeper-cli-kept = Nothing has changed: the PIN is still set.
keeper-cli-done = The PIN is cleared. Set another on the screen: palette, "Keeper’s PIN".
