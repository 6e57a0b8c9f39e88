# What every screen says.

# Keys, as they are called on a keyboard.
key-enter = Enter
key-esc = Esc
key-back = Backspace
key-delete = Delete
key-tab = Tab
key-backtab = Shift Tab
key-up = ↑
key-down = ↓
key-left = ←
key-right = →
key-home = Home
key-end = End
key-pageup = PgUp
key-pagedown = PgDn
key-space = Space

# Dates. Days of the week are numbered from Monday = 1.
day-short =
    { $n ->
        [1] Mon
        [2] Tue
        [3] Wed
        [4] Thu
        [5] Fri
        [6] Sat
       *[7] Sun
    }
day-long =
    { $n ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    }
month-short =
    { $n ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    }
month-long =
    { $n ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
day-of-month = { $n }
day-and-month = { $weekday } { $day } { $month }
day-month-year = { $weekday } { $day } { $month } { $year }
day-numbers = { $day }/{ $month }/{ $year }
month-and-year = { $month } { $year }

# Units, after a quantity and after "/" in a price.
unit-piece = each
unit-kg = kg
unit-litre = L
unit-bunch =
    { $n ->
        [one] bunch
       *[other] bunches
    }

common-too-small = Window too small: at least 60×20

# What is around every screen.
header-demo = DEMO
header-disk = DISK TROUBLE
header-ticket = Ticket { $number }
header-other = Tab: another
header-waiting = { $n } on hold
total = Total
sold-out = sold out
