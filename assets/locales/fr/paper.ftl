# Ce qui s’imprime.
paper-siret = SIRET { $number }
paper-vat-number = TVA { $number }
paper-sample = EXEMPLE - RIEN N’EST VENDU
paper-duplicate = DUPLICATA n° { $number }
paper-sale = Ticket { $name }
paper-reversal = Ticket { $name } ANNULATION de { $of }
paper-notebook = Carnet { $number }
paper-adjusted-whole = Ajustement, arrondi du ticket
paper-together = prix par lot
paper-adjusted = remise, arrondi
paper-deposit = Consigne { $label } × { $count }
paper-deposit-back = Retour de consigne { $label } × { $count }
paper-total = TOTAL
paper-lines =
    { $n ->
        [one] { $n } ligne
       *[other] { $n } lignes
    }
paper-change = Rendu
paper-vat-rate = Taux
paper-vat-net = HT
paper-vat-tax = TVA
paper-vat-paid = TTC
paper-return = Ticket { $name } RETOUR
paper-return-of = Ticket { $name } RETOUR de { $of }
paper-correction = Ticket { $name } CORRECTION de { $of }
paper-back = retour sans ticket
paper-back-of = retour du ticket { $of }
paper-account = Versé sur le compte adhérent
paper-account-out = Rendu du compte adhérent
paper-deposits = Consigne { $price } × { $count }
paper-deposits-back = Retour de consigne { $price } × { $count }
paper-change-by = Rendu en { $means }
paper-vat-liable = Assujetti à la TVA
paper-vat-franchise = TVA non applicable, art. 293 B du CGI
paper-vat-flat-rate = TVA non applicable, remboursement forfaitaire agricole, art. 298 quater du CGI
paper-vat-exempt = Exonéré de TVA, art. 261 du CGI
paper-note = AVOIR
paper-note-once = À présenter pour payer. Utilisable une seule fois ; le reste est rendu en un nouvel avoir.

# Le relevé que signe le producteur.
paper-slip = Règlement { $name }
paper-slip-for = Remis à { $name }
paper-slip-tickets = Ventes du ticket { $first } au ticket { $last }
paper-slip-one-ticket = Ventes du ticket { $first }
paper-slip-nothing = Aucune vente depuis le dernier règlement.
paper-slip-sales = Ventes TTC
paper-slip-commission = Commission
paper-slip-pot = Équilibre des prix solidaires
paper-slip-share = Part du producteur
paper-slip-flat = Forfait du jour
paper-slip-brought = Report précédent
paper-slip-due = À reverser
paper-slip-paid = REMIS
paper-slip-carried = Reporté au prochain règlement
paper-slip-signature = Signature :
paper-copy = DUPLICATA
