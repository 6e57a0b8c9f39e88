# Annuler un ticket enregistré.
void-of-a-void = Le ticket { $name } annule déjà le ticket { $original } : il ne s’annule pas à son tour.
void-again = Le ticket { $name } est déjà annulé par le ticket { $by }.
void-again-now = Le ticket { $name } vient d’être annulé.
void-under-way = L’annulation du ticket { $name } s’enregistre : un instant.
void-done = Ticket { $name } annulé : rien à rendre.
void-done-back = Ticket { $name } annulé : { $back }.
void-done-several = Ticket { $name } annulé. À rendre : { $back }.
void-not-written = Ticket { $name } pas encore annulé : ne rendez rien, une touche réessaie.
void-by-cash = rendez { $sum } en espèces
void-by-card = annulez { $sum } sur le terminal de carte
void-by-cheque = rendez le chèque de { $sum }
void-by-other = rendez { $sum } ({ $means })
void-taken-back = reprenez { $sum } ({ $means })
