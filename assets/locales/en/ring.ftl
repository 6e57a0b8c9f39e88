# etal ring: what a refused line answers to the person who sent it.

ring-nothing-recorded = Nothing is recorded.
ring-line-too-long = The line is longer than a megabyte.
ring-not-json = The line is not one JSON object in UTF-8.
ring-fraction = A number with a fraction without quotes, column { $column }. Write amounts and quantities like "0.860".
ring-unknown-field = Unknown field: { $field }.
ring-repeated-field = Repeated field: { $field }.
ring-missing-field = Missing field: { $field }.
ring-bad-value = { $field } cannot be "{ $value }".
ring-uid-taken = The uid { $uid } is that of an entry which is not a ticket.
ring-no-members = This version does not know members yet. Leave out the field member.
ring-no-tariffs = This version knows the fair price only, not "{ $value }".
ring-empty-ticket = The ticket has no line.
ring-too-many-lines = The ticket has too many lines. Make several tickets of it.
ring-unknown-code = No article has the code "{ $value }".
ring-unknown-barcode = No article has the barcode "{ $value }".
ring-unknown-quick-key = No quick key has the letter "{ $value }".
ring-zero-quantity = The quantity { $field } is zero.
ring-by-the-piece = { $field }: "{ $label }" is sold in whole units.
ring-unknown-vat = The VAT rate { $value } is not set for that day. See etal settings show.
ring-too-much = A line or the total is beyond what a till can take.
ring-unknown-tender = No means of payment is called "{ $value }". See etal settings show.
ring-name-not-taken = { $field }: this means of payment has its name already. Leave out the field name.
ring-nothing-left = { $field }: nothing is left to pay.
ring-no-change = { $field }: this means gives no change and only { $amount } is left. To hand out cash, add a negative cash payment.
ring-cash-limit = No more than { $amount } in cash on one ticket (French law, CMF D.112-3).
ring-too-much-given = { $field }: that is far too much for what is owed. Check the amount.
ring-not-paid = { $amount } is still to be settled.
ring-disk-full = The disk is full. Make room, then send the line again.
ring-read-only = The folder cannot be written any more. Check its rights, then send the line again.
ring-damaged = The data is damaged. Run etal verify.
ring-doubtful = The disk failed while writing: whether the sale is recorded is not known. Send the line again with the uid { $uid }: nothing is written twice.
ring-not-written = Writing failed ({ $detail }). Send the line again.
ring-refused =
    { $n ->
        [one] { $n } line was refused and is not recorded; { $rung } sales are.
       *[other] { $n } lines were refused and are not recorded; { $rung } sales are.
    }
