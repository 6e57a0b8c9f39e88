# Une courte liste : une lettre ou un chiffre prend aussitôt.

shortlist-take = Prendre
shortlist-choose = Choisir
shortlist-leave = Laisser
shortlist-help-key = Aide
