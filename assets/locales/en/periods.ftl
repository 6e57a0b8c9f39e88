# Longer periods, for the treasurer.

periods = Periods
periods-help = A month, a quarter or a financial year of closed markets, written as tables for the treasurer: by day, producer, article, VAT rate, means of payment, member. What is not closed yet is not in them and is named there.
periods-closed = Closed markets
periods-month = month
periods-quarter = quarter
periods-year = year
periods-from-to = { $from } to { $to }
periods-closings = closings
periods-tickets = tickets
periods-turnover = takings
periods-waiting = Reading the journal…
periods-none = No closing yet: a period is made of closed markets.
periods-names = The members’ table has their names in it: these files are for the treasurer and do not go with the copies of closings.
periods-write = Write the tables
periods-choose = Choose
periods-back = Back
periods-help-key = Help
periods-writing = { $name }: the tables are being written. You can go on selling.
