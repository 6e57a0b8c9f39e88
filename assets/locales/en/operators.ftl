# Who is at the till.
operators = Who is at the till
operators-help = A digit or the first letters of the initials are enough. Selling asks for no PIN; each entry of the journal carries the initials. The open ticket stays open. F12 takes the next person.
operators-digit = Choose
operators-take = That’s me
operators-back = Back
operators-help-key = Help
operators-here = at the till
operators-none = Nobody is on the list. Initials belong in the settings: one "operators" part a person, by the command etal settings apply. Selling works without.
operators-none-yet = Nobody is on the list: initials belong in the settings (operators).
operators-done = { $who } is at the till.
operators-same = { $who } is at the till already.
