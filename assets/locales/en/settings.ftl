# Settings read from a file: what keeps it from being applied.

settings-syntax = This is not TOML: { $message }.
settings-unknown-key = Unknown key "{ $key }". Keys possible here: { $known }.
settings-wrong-type = The key "{ $key }" wants a value such as { $expected }.
settings-missing = The key "{ $key }" is missing in this part ({ $part }).
settings-empty = The key "{ $key }" is empty.
settings-amount = "{ $value }" is not an amount in euros, such as "12.50".
settings-rate = "{ $value }" is not a percentage from 0 to 100, such as "5.5".
settings-not-a-word = "{ $value }" is not possible here. To choose from: { $known }.
settings-date = "{ $value }" is not a date such as 2014-01-01.
settings-hour = "{ $value }" is not an hour from 0 to 23.
settings-month = "{ $value }" is not a month from 1 to 12.
settings-piece-worth = A note or a coin is worth more than nothing, not "{ $value }".
settings-piece-twice = Notes or coins of { $worth } are there twice.
settings-piece-count = "{ $value }" is not a number of notes or coins, from 0 to 99999.
settings-id = "{ $value }" is not an id: letters, digits, dashes, at most 32.
settings-id-twice = The id "{ $twice }" is there twice.
settings-name-twice = The name "{ $name }" is there twice.
settings-letter = "{ $value }": one letter from a to z is needed, without an accent.
settings-letter-times = The letter x multiplies: choose another one for the quick key.
settings-quick-letter-twice = The letter "{ $letter }" is on two quick keys: { $one } and { $other }.
settings-tender-letter-twice = The letter "{ $letter }" is on two means of payment: { $one } and { $other }.
settings-tender-letter = The letter "{ $letter }" of { $tender } belongs to the pay screen itself.
settings-no-cash = A means of payment in cash is needed (kind = "cash").
settings-producer = No producer, or several, called "{ $name }": write its id.
settings-department = No department, or several, called "{ $name }": write its id.
settings-vat-unknown = The VAT rate { $rate } is not in the list: { $known }.
settings-vat-in-use = The VAT rate { $rate } is missing in the list, but "{ $by }" still has it.
settings-tender-unit = What one piece (unit) of { $tender } is worth must be above zero.
settings-tender-cap = A cap of { $tender } must be above zero; empty, there is none.
settings-tender-day-cap = The cap per day of { $tender } is below the one per ticket.
settings-tender-needs-member = { $tender } pays from an account: it takes needs = "member".
settings-tariff-letter-twice = Two tariffs have the letter "{ $letter }": { $one } and { $other }.
settings-tariff-letter = The letter "{ $letter }" of { $tariff } is taken: F is the end of the market. Choose another from A to Z.
settings-tariff-percent = A tariff is more than 0 and up to 500 % of the fair price, not "{ $value }".
settings-deposit-price-twice = Two deposits of { $price }: { $one } and { $other }. The price is what tells them apart.
settings-deposit-price = The deposit "{ $deposit }" must cost more than zero.
settings-operator-twice = The initials "{ $initials }" are there twice.
settings-commission = A commission is from 0 to 100 %, not "{ $value }".
settings-status-missing = Say the VAT status of { $producers }: status = "liable", "franchise", "flat_rate" or "exempt".
settings-status-since = Say from when the VAT status of { $producer } changes: since = "2026-01-01".
settings-status-twice = Two VAT statuses of { $producer } begin on the same day.

# What stands above each part of `etal settings show`, as comments of the file.
settings-show =
    Étal: what decides money. Change what you want, then: etal settings apply FILE
    What a file leaves out stays as it is; an empty text "" takes something away.
    Without an id, a thing is known by its name; a new one gets its id by itself.
settings-show-tenders =
    Means of payment, in the order of the pay screen. A file with any has them all.
    kind: cash card cheque account local token meal credit_note fund other. drawer: opens shut.
    change: euros same credit_note none. counted: denominations total number_and_total pieces no.
    letter: one capital, not T D B G. unit: what one token is worth. needs: nobody member.
    ticket_cap, day_cap: the most one ticket, one day may pay by it. departments: [] for all.
settings-show-tariffs =
    Solidarity tariffs, in percent of the fair price. A file with any has them all.
    letter: one capital, not F. colour: of the marble, a word for people.
settings-show-deposits =
    Kinds of jar and bottle that come back, told apart by their price. A file with any has them all.
    One has a name and a price.
settings-show-operators =
    Who may be at the till, by initials. A file with any has them all.
settings-show-rates =
    VAT rates, in percent, and the first day they hold. A file with any has them all.
settings-show-rules =
    Cash above 1000 euros: CMF D.112-3. end_of_market: what comes off, in percent.
    ticket_discounts, line_discounts, who bears them: producer pot coop.
    producer_earns under a tariff: base (the pot has the gap) or tariff (she has it).
    drop_above: above it the till suggests a drop; empty, never. float: the usual float;
      float_pieces: its notes and coins, worth and count. difference_limit: the difference that
      takes the keeper. year_starts: the month, 1 to 12, in which the financial year begins.
settings-show-departments =
    Departments, and the VAT rate a new product of theirs starts with. None is ever removed.
settings-show-producers =
    Producers. None is ever removed. commission: in percent of sales; flat: euros a market day.
    mandate: own (sells its own goods) transparent (in her name) opaque (in ours) resale (bought).
    status: liable franchise flat_rate exempt, each since a day; or a word for one from now on:
    status = "franchise" with since = "2026-01-01"
settings-show-quick-keys =
    Quick keys: an amount, then the letter. A file with any has them all.
    letter: a to z without x. producer, department: a name or an id; no producer: shared.
