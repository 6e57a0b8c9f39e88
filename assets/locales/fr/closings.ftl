# Les clôtures : leur liste et leur page.

closings-page = Clôture
closings-page-help = La clôture est au journal et ne change plus. I imprime le Z (chaque copie est comptée), V le bon d’enveloppe, B la remise de chèques, P mène aux règlements. E copie les dossiers sur une clé ; D refait le dossier.
closings-print = Imprimer le Z
closings-copy = Copier sur une clé
closings-envelope = Bon d’enveloppe
closings-cheques = Chèques
closings-producers = Producteurs
closings-bundle-again = Refaire le dossier
closings-back = Retour
closings-help-key = Aide
closings-sent = Envoyé à l’imprimante : { $title }
closings-no-envelope = Rien n’est parti en enveloppe avec cette clôture.
closings-no-cheques = Aucun chèque n’a été pointé à cette clôture.
closings-no-stick = Aucune clé USB ni dossier de copie. Branchez une clé, attendez un instant, puis E.
closings-copy-under-way = Une copie est en cours.
closings-where = Où copier
closings-where-help = Les clés branchées et les dossiers des réglages. Tous les dossiers de clôture qui y manquent sont copiés et relus.
closings-bundle-asked = Dossier : il s’écrit…
closings-bundle-there = Dossier : { $path }
closings-bundle-not = Pas encore de dossier : { $why }. La clôture est au journal ; D réessaie, sinon la prochaine clôture l’écrira.
closings-envelope-none = Pas d’enveloppe.
closings-envelope-away = Enveloppe en route, pas encore reçue.
closings-envelope-away-by = Enveloppe chez { $by }, pas encore reçue.
closings-envelope-received = Enveloppe reçue, pas encore en banque.
closings-envelope-banked = Enveloppe remise en banque.
