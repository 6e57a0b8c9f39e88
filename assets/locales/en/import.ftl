# Importing products and members: what keeps a file, or one of its rows, from being taken.

import-file-large = This file is larger than { $most } MB: it is no list.
import-file-spreadsheet = This is a workbook: save it as CSV, then import that file.
import-file-not-text = Line { $line } has zero bytes in it: this is no CSV file.
import-file-damaged = Letters are damaged from line { $line } on: save the file again as UTF-8.
import-file-empty = The file is empty.
import-file-rows = More than { $most } rows: split the file.
import-file-no-table = Line { $line } cannot be split into columns: a quote too many, or one missing?
import-file-header = Column titles not known: { $found }. A list of products has "label" and "price".
import-file-members-header = Unknown column titles: { $found }. At least "name" is needed, or a file of Camap or Foodsoft.
import-file-columns = Columns are missing for the format { $format }: { $missing }. Found: { $found }.
import-file-column-twice = Two columns mean the same: the second is "{ $column }".
import-file-vat = The VAT rate { $rate } is not in the settings. Known rates: { $known }.

import-backslash = A backslash before a quote: double the quote instead.
import-after-quote = Text follows a closing quote: double the quotes inside the name.
import-quote-open = A quote is opened and never closed.
import-cell-long = A cell of more than { $most } bytes: a quote missing?
import-row-wide = { $cells } cells for { $expected } columns: a comma without quotes in a price?
import-name-missing = The product has no name.
import-price-missing = The product has no price.
import-price-zero = The price is zero: give a price, or take the row out.
import-negative = A negative number makes no sense here.
import-not-a-number = This is not a number.
import-ambiguous = Thousands or decimals? Write 1234.00 or 1.23.
import-too-fine = More than { $decimals } decimals.
import-too-much = This number is larger than the till can hold.
import-code = A short code is one to six digits.
import-code-twice = Line { $other } has the same code.
import-code-taken = This code already belongs to "{ $label }".
import-barcode = A barcode is 8 to 14 digits; put a space between several.
import-barcode-rounded = The spreadsheet rounded this barcode: make the column a text column.
import-barcode-twice = Line { $other } has the same barcode.
import-barcode-taken = This barcode already belongs to "{ $label }".
import-name-twice = The same producer has a product of this name on line { $other }.
import-name-of-several = Several products of this producer have this name: add the short code.
import-same-product = Line { $other } is about the same product, "{ $label }".
import-two-products = Code and barcode belong to two products: "{ $one }" and "{ $other }".
import-vat-missing = Nothing says the VAT rate: add a column "vat", or --vat 5.5.
import-vat = This is not a VAT rate.
import-vat-unknown = This VAT rate is not in the settings. Known rates: { $known }.
import-quantity-prices = A price for several is written 3=5.00; the count is at least 2, each once.
import-typed-in = Weights are typed in g or in kg.
import-stock = Stock is "counted", "endless", or a number.
import-producer-missing = The product has no producer.
import-units = The content (units) must be a number above zero.
import-unit-missing = The unit is not known: unit_type (g, kg, mL, L…) or variant_unit_name.

# Members.
import-member-name-missing = The name is missing.
import-member-number = A member’s number has at most 12 characters, and no blank.
import-member-phone = This is no telephone number.
import-member-email = This is no e-mail address.
import-member-card = A card’s number has 4 to 32 characters; part several by a blank.
import-member-card-rounded = The spreadsheet has rounded this card’s number: make the column text.
import-member-year = This is no year, like 2026.
import-member-number-twice = The same number is on line { $other }.
import-member-card-twice = The same card is on line { $other }.
import-member-card-taken = This card is member { $number }’s: take it off that one first.
import-member-same-people = Line { $other } is about the same people: add a number, an e-mail or a telephone.
import-member-same = Line { $other } is about the same account, { $number }.
import-member-other-number = This person has the number { $other } already: mend one or the other.
import-member-two = This could be { $one } or { $other }: add the number.
import-member-closed = This account is closed.

# The rules that give what the file does not say.
import-rule-next-code = Short code given: the first that is free.
import-rule-sku = Short code taken from the reference (sku).
import-rule-vat-department = VAT rate of the department.
import-rule-vat-category = VAT rate read in the tax category.
import-rule-vat-given = VAT rate given with the command: { $rate }%.
import-rule-own-producer = No producer: the product is the stall’s own.
import-rule-by-weight = Exactly one kilogram or litre: sold by weight or measure.
import-rule-content = The content is added to the name.
import-rule-name-mended = Name shortened, or cleaned of characters that do not show.
import-rule-back-on-sale = Withdrawn product, on sale again.
import-rule-stock-left = Numbers on hand not taken over (--stock takes them).
import-rule-columns-left = Columns not read: { $columns }.
import-rule-next-number = Member’s number given: the next one.
import-rule-by-email = Member known by the e-mail address.
import-rule-by-name = Member known by name and telephone.
import-rule-opening-left = Opening balance left: the account is there already, and the journal says what stands on it.
import-rule-no-status = The VAT status of { $producers } is still to be said: etal settings show, then apply. Selling does not wait.
