# The command line.
cli-help-till = open the till
cli-help-demo = a sample market, ready to sell, in its own folder
cli-help-import = take articles in: CSV of Étal or of Open Food Network
cli-help-import-options = say only; take the good rows; VAT, stock, format
cli-help-members = take members in: CSV of Étal, Camap or Foodsoft
cli-help-members-options = say without doing; take the good rows; format
cli-help-settings-show = show what decides money (TOML)
cli-help-settings-apply = change it
cli-help-ring = record sales without a screen, one JSON object a line
cli-help-report = balances of members; owed to producers; the day so far
cli-help-report-options = balances and what is owed as a spreadsheet; X of another day
cli-help-verify = check the journal and all that is made from it
cli-help-rebuild = make all that comes from the journal anew
cli-help-ring-shape = A line, and its answer. Quantities are in the article’s unit (kg, not grams); uid and at are optional.
cli-help-ring-more = For a solidarity market: member is a number or a card; tariff a name, an id or a letter; a discount says who bears it (producer, pot, coop); a payment says given, pieces or note, or pays what is left.
cli-help-ring-errors = etal ring FILE|-: one JSON object a line, one answer a line, in order. The field "error" of a refused line is one of these:
cli-help-everywhere = Everywhere: --data DIR (or ETAL_DATA), --json, --help, --version. Exit code: 0 done, 1 refused, 2 wrong usage.
cli-new-stall = Our stall
cli-fault = Étal stopped by a fault of its own. What was paid is recorded; start "etal" again, the open ticket comes back.
cli-unknown-command = "{ $what }" is not a command. "etal --help" shows them.
cli-unknown-option = There is no option { $what }. "etal --help" shows those there are.
cli-missing = Something is missing: etal { $what }
cli-bad-value = This cannot be understood: { $what }
cli-too-much = "{ $what }" is too much here. "etal --help" shows what can be said.
cli-no-home = There is no home folder to keep the data in: give one with --data DIR.
cli-not-there = "etal { $command }" is not in this version. Nothing has changed.
cli-file = { $path } cannot be read: { $why }. Nothing has changed.
cli-no-file = There is no file { $path } here. Nothing changed.
cli-not-a-sample = { $path } holds something else: the sample market does not go there. Give another folder with --data.
cli-held-by = The till is open already (process { $pid }): its data has one master. Do it from its menu, or close it.
cli-held = The till is open already in another program: its data has one master. Close that one first.
cli-newer = This data is of a later version of Étal ({ $found }, this one knows { $known }). Nothing was touched; update Étal.
cli-not-ours = { $path } is not a database of Étal. Nothing was touched.{ $why }
cli-damaged = The database is damaged ({ $why }). "etal rebuild" makes it anew from the journal; the old one is kept in backups.
cli-gone = { $path } is gone although the till has sold. Nothing was done; put the file back, or "etal rebuild".{ $why }
cli-full = The disk is full. What is recorded stays so; make room, then try again.
cli-ticket-not-kept = The disk did not take the ticket that was left open: its last changes are missing. What was paid is recorded.
cli-read-only = The data cannot be written ({ $why }). What is recorded stays so.
cli-folder = { $path } cannot be used ({ $why }). Nothing has changed; give another folder with --data.
cli-key = The till’s key { $path } cannot be read or written ({ $why }). Nothing has changed.
cli-disk = The disk answers with an error ({ $why }). What is recorded stays so; change the medium.
cli-doubtful = It is not certain that the last record was written ({ $why }). Try again: nothing will be written twice.
cli-unbalanced = This ticket does not add up (lines { $paid }, payments { $payments }): it is not recorded.
cli-note-used = The credit note { $name } does not exist or was used before: nothing was recorded.
cli-fund-short = The solidarity fund has only { $has }: nothing was recorded.
cli-account-short = The account { $account } has not got what is taken back: nothing was recorded.
cli-taken-twice = More of ticket { $name } would be taken back than is left of it: nothing was recorded.
cli-not-whole = An entry of kind { $kind } does not add up: it was not recorded.
cli-settled-before = The settlement with { $name } does not go on where the last one ended: nothing was recorded. Count again.
cli-balance-stands = Money stands on the account { $account }: it is not closed. Bring it to zero first.
cli-account-closed = The account { $account } is closed: nothing was recorded.
cli-number-taken = The number { $number } is { $by }’s: nothing was recorded. Give another one.
cli-card-taken = The card { $card } is { $by }’s: nothing was recorded.
cli-closing-moved = Something was written since the day was looked at: nothing was closed, nothing is lost. Try again.
cli-nothing-to-close = Nothing to close since the last closing: it is done, and nothing is lost.
cli-closing-unsound = What stays and what leaves is not what is there: nothing was closed. Correct the amounts.
cli-not-over = { $label }: this period is not over, or closed already. Nothing was recorded.
cli-count-unsound = What was counted does not add up, or is more than a till can hold: nothing was recorded. Count again.
cli-no-such-envelope = No envelope of { $name } is on its way: nothing was recorded.
cli-our-mistake = This is a mistake of the program ({ $why }). What is recorded stays so; tell us.
cli-unreadable = An entry of the journal cannot be read ({ $why }): did a later version write it? Nothing was touched.
cli-not-a-terminal = The till needs a terminal. Without a screen: "etal ring".
cli-system = The system refuses: { $why }. What is recorded stays so.
cli-output = The answer cannot be written: { $why }.
cli-no-format = Unknown format "{ $name }". Known: { $known }.
cli-import-place = Line { $line }, column { $column }, "{ $value }":
cli-import-cell = Line { $line }, column { $column }:
cli-import-more =
    { $n ->
        [one] … and { $n } more refusal (--json gives them all).
       *[other] … and { $n } more refusals (--json gives them all).
    }
cli-import-changed = Changed: { $label } ({ $fields })
cli-import-lines =
    { $n ->
        [one] { $n } line
       *[other] { $n } lines
    }
cli-import-producers = New producers: { $names }
cli-import-departments = New departments: { $names }
cli-import-refused = Nothing is imported: { $refused } lines refused ({ $added } would be new, { $changed } changed). Mend them, or --skip-bad.
cli-import-tried = Tried, nothing is written: { $added } new, { $changed } changed, { $unchanged } the same, { $refused } refused.
cli-import-done = Imported: { $added } new, { $changed } changed, { $unchanged } the same, { $refused } refused.
cli-members-changed = Changed: { $number } { $name } ({ $fields })
cli-members-people = contact
cli-members-cards = cards
cli-members-limit = tab
cli-members-year = year
cli-members-opening = Opening balances of the new accounts: { $amount }
cli-report-members = On accounts: { $credit }. Tabs: { $debt }.
cli-report-owed = Owed in all: { $amount }.
cli-report-nobodys = Still nobody’s: { $amount }.
cli-settings-place = Line { $line }, column { $column }:
cli-settings-same = Nothing to change: the settings are so already.
cli-settings-tried = Tried, nothing is written. Would change: { $changed }
cli-settings-done = Changed: { $changed }

# What there is to say at the start.
cli-start-new-epoch = Database put back from a copy, or key lost: ticket numbers begin anew.
cli-start-settings-file = A line of etal.toml is not understood: see etal.log. The rest holds.
cli-start-print-unknown = A ticket was on its way to the printer at the stop: see whether it came out.
cli-start-baskets-unreadable = The open tickets cannot be read back; what was in them is in etal.log.

# The market day without a screen.
cli-help-open = open a market day
cli-help-open-options = float that was counted; market; sun clouds rain wind storm snow cold heat; initials
cli-help-close = count, close, write the folder of the Z
cli-help-close-count = the drawer piece by piece: a line "50=2" per value, "other=12.40" for rolls and the rest, # for a remark
cli-help-close-options = card; cheques (number and sum); another means; what is not said stays "not counted"
cli-help-close-why = a difference, if there is one: unknown change means not_noted sale float counterfeit theft; above the limit it takes --accept-difference
cli-help-close-leave = what stays as float; who closes and takes the rest
cli-help-close-period = close the month or the financial year that is over
cli-help-report-z = a Z ticket, else the last one
cli-help-export = write the folder of a closing again, or copy it elsewhere
cli-help-export-period = write the tables of a period for the treasurer
cli-period-open = Sold but not closed yet, and therefore not in these tables: { $days }.
cli-help-sync = copy the folders to a stick, a folder, else everywhere
cli-help-control = what an inspector asks; a copy that nobody can change
cli-open-done = Market day { $day } opened. Float: not counted.
cli-open-float = Market day { $day } opened. Float: { $float }.
cli-open-clock = The clock is behind the last entry ({ $date }, { $time }): that is noted. Set it.
cli-count-line = Line { $number } of the count, "{ $line }": it takes a value of the euro and a number (50=2), or other=12.40. Nothing is written.
cli-close-nothing = Nothing to close since the last closing. Nothing is written.
cli-close-above = Difference of { $difference } ({ $means }), limit { $limit }: the day is not closed, the count is noted. Count again, or --accept-difference.
cli-close-means = "{ $means }" is no means of payment here. Known: { $known }. Nothing is written.
cli-close-not-over = That month or year is not over, or closed already. Nothing is written.
cli-none-closed = No closing yet.
cli-none-closed-on = No closing for { $day }.
cli-no-closing = There is no closing { $name }.
cli-sync-nowhere = No USB stick, and no folder in etal.toml ([sync] folders). Nothing is copied; give a folder with --to.
