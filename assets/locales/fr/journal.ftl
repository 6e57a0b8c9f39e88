# Le journal des tickets, l’annulation, le duplicata.

journal = Journal
journal-help = Les tickets du jour, le dernier en premier. Rien ne s’efface : annuler ajoute un ticket contraire.
