# Ce qui s’imprime.
paper-siret = SIRET { $number }
paper-vat-number = TVA { $number }
paper-sample = EXEMPLE - RIEN N’EST VENDU
paper-duplicate = DUPLICATA n° { $number }
paper-sale = Ticket { $name }
paper-reversal = Ticket { $name } ANNULATION de { $of }
paper-notebook = Carnet { $number }
paper-adjusted-whole = Remise, arrondi du ticket
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
