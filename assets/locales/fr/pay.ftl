# Encaisser : les moyens de paiement, le reste à payer.

pay = Encaisser
pay-help = Entrée : espèces, somme juste. Une somme puis Entrée : ce que le client donne. Une lettre : un autre moyen.
tender-cash = espèces
tender-card = carte
tender-cheque = chèque
tender-other = autre
