# Closings: their list and their page.

closings-page = Closing
closings-page-help = The closing is in the journal and does not change any more. I prints the Z (each copy is counted), V the envelope’s slip, B the cheque deposit, P leads to the settlements. E copies the folders to a stick; D makes the folder again.
closings-print = Print the Z
closings-copy = Copy to a stick
closings-envelope = Envelope slip
closings-cheques = Cheques
closings-producers = Producers
closings-bundle-again = Make the folder again
closings-back = Back
closings-help-key = Help
closings-sent = Sent to the printer: { $title }
closings-no-envelope = Nothing left in an envelope with this closing.
closings-no-cheques = No cheque was ticked at this closing.
closings-no-stick = No USB stick and no folder for copies. Plug one in, wait a moment, then E.
closings-copy-under-way = A copy is under way.
closings-where = Where to copy
closings-where-help = The sticks that are plugged in and the folders of the settings. Every closing’s folder that is missing there is copied and read back.
closings-bundle-asked = Folder: being written…
closings-bundle-there = Folder: { $path }
closings-bundle-not = No folder yet: { $why }. The closing is in the journal; D tries again, or else the next closing will write it.
closings-envelope-none = No envelope.
closings-envelope-away = Envelope on its way, not received yet.
closings-envelope-away-by = Envelope with { $by }, not received yet.
closings-envelope-received = Envelope received, not banked yet.
closings-envelope-banked = Envelope banked.
