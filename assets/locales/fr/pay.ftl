# Encaisser : les moyens de paiement, le reste à payer.
