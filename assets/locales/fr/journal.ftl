# Le journal des tickets, l’annulation, le duplicata.
