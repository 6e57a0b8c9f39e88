# Reattributing sales to the right producer or rate.

reattribute = Reattribution
reattribute-help = Gives sales to the right producer or VAT rate. ↑ ↓ change the field, ← → its value. Enter on the last field records. What the customer paid does not change.
reattribute-key-write = Record
reattribute-key-on = Next field
reattribute-key-next = Next
reattribute-key-field = Field
reattribute-key-back = Back
reattribute-key-help = Help
reattribute-what = Reattribute
reattribute-article = Article
reattribute-from = From
reattribute-until = To
reattribute-amounts = Amounts
reattribute-producer = Producer
reattribute-rate = VAT
reattribute-as-is = as it is (→ to choose)
reattribute-type = code or name
reattribute-all = all
reattribute-lines =
    { $n ->
        [one] { $n } line
       *[other] { $n } lines
    }
reattribute-which = Which article? Type its code or its name.
reattribute-to-whom = To whom? Choose a producer or a rate.
reattribute-nothing = Nothing to reattribute: no sale, or all of it came back.
reattribute-same = It is so already: nothing changes.
reattribute-before = before
reattribute-after = after
reattribute-stays = Paid by the customers: { $paid }, unchanged.
reattribute-commission = Commission
reattribute-pot = Pot
reattribute-nobodys = Nobody’s yet
reattribute-vat = VAT { $rate }
reattribute-done = Reattribution written, ticket { $name }: { $lines }.
