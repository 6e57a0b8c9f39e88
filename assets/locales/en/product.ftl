# A product: making one, changing its price.

about = Article
about-help = The price changes at once: digits, then Enter. It holds from the next line on.

# The last row.
about-take = Take
about-choose = Choose
about-leave = Leave it
about-help-key = Help
about-next = Next
about-make = Make it
about-keep = Keep
about-back = Back
about-sold-out = Sold out
about-withdraw = Withdraw
about-bring-back = Bring back

# The card.
about-price = Price
about-state = State
about-name = Name
about-code = Code
about-unit = Unit
about-vat = VAT
about-producer = Producer
about-maximum = Maximum
about-stock = Stock
about-department = Department
about-together = Together
about-deposit = Deposit
about-barcodes = Barcode
about-none = none
about-on-sale = on sale
about-withdrawn-state = withdrawn from the catalogue
about-endless = not counted
about-counted = counted, { $left } left

# A new article.
about-new = New article
about-new-hint = After the name, the price and a key, then Enter: the key says the VAT and whose the money is. Tab changes the unit.
about-vat-inside = VAT { $rate }
about-shared = producer to be chosen
about-ask-price-and-key = Price and key

# What was just done.
about-price-changed = New price: { $label }, { $price } (before: { $before }).
about-kept = Noted: { $label }. It holds from the next line on.
about-now-counted = Stock counted: { $label }. Note what was brought (Esc 4, A).
about-now-endless = Stock not counted: { $label }.
about-barcode = Barcode { $code } noted for this article.
about-made = Made and added: { $label }, code { $code }.
about-made-weighed = Made: { $label } (code { $code }). Type its weight, then Enter.
about-withdrawn = Withdrawn from the catalogue: { $label }. The journal keeps its sales.

# What is asked.
about-withdraw-what = { $label } will leave the catalogue. Its sales stay in the journal.
about-withdraw-ask = Withdraw this article?

# What cannot be.
about-price-zero = The price must be above zero. Nothing has changed.
about-name-missing = There is no name yet. Nothing was made. Type it, then Enter.
about-name-taken = This name is taken: { $label }, code { $code }. Nothing has changed.
about-code-taken = This code is taken: { $label }, code { $code }. Nothing has changed.
about-barcode-taken = This barcode is taken: { $label }, code { $code }. Nothing has changed.
about-code-how = A code has one to six digits. Nothing has changed.
about-letter-missing = Type the price and a key, for example 4.50 and its letter. Nothing was made.
about-no-such-key = No quick key "{ $letter }": take one of the list. Nothing was made.
about-no-keys = No quick key is set up (etal settings). Nothing was made.
about-ask-together = Together (3*5: three for €5)
about-together-how = Type a number, * and the price together, for example 3*5. Nothing changed.
about-together-by-weight = An article sold by weight has no prices for several. Nothing changed.
about-no-deposit = none
