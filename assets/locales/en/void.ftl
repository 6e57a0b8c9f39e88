# Voiding a recorded ticket.
void-of-a-void = Ticket { $name } already voids ticket { $original }: it cannot be voided in turn.
void-again = Ticket { $name } is already voided by ticket { $by }.
void-again-now = Ticket { $name } has just been voided.
void-under-way = Voiding ticket { $name } is being recorded: one moment.
void-done = Ticket { $name } voided: nothing to give back.
void-done-back = Ticket { $name } voided: { $back }.
void-done-several = Ticket { $name } voided. To give back: { $back }.
void-not-written = Ticket { $name } is not voided yet: give nothing back, the next key tries again.
void-by-cash = give { $sum } back in cash
void-by-card = cancel { $sum } on the card terminal
void-by-cheque = give the cheque of { $sum } back
void-by-other = give { $sum } back ({ $means })
void-taken-back = take { $sum } back ({ $means })
