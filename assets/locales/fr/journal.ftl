# Le journal des tickets, l’annulation, le duplicata.

journal = Journal
journal-help = Les tickets du jour, le dernier en premier. Rien ne s’efface : annuler ajoute un ticket contraire.

# La ligne du bas.
journal-open = Ouvrir
journal-print = Imprimer
journal-void = Annuler
journal-day-before = La veille
journal-day-after = Le lendemain
journal-back = Retour
journal-help-key = Aide

# La liste et le détail.
journal-count =
    { $n ->
        [one] { $n } ticket
       *[other] { $n } tickets
    }
journal-empty = Aucun ticket ce jour-là. La flèche ← montre la veille.
journal-voided = annulé
journal-voids = annule { $name }
journal-voids-long = Ce ticket annule { $name }.
journal-corrects-long = Ce ticket corrige { $name }.
journal-voided-by = Annulé par { $name }.
journal-change = rendu
journal-more-lines =
    { $n ->
        [one] … et { $n } ligne de plus
       *[other] … et { $n } lignes de plus
    }
journal-never-printed = Pas encore imprimé.
journal-printed =
    { $n ->
        [one] Imprimé { $n } fois ; ensuite, duplicata.
       *[other] Imprimé { $n } fois ; ensuite, duplicata.
    }
journal-day-total = Total du jour : { $total }
journal-ask-number = Ticket n°
journal-duplicate-sent = Duplicata { $copy } du ticket { $name } envoyé à l’imprimante.
