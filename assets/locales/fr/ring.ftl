# etal ring : ce qu’une ligne refusée répond à la personne qui l’a envoyée.

ring-nothing-recorded = Rien n’est enregistré.
ring-line-too-long = La ligne dépasse un mégaoctet.
ring-not-json = La ligne n’est pas un objet JSON en UTF-8.
ring-fraction = Nombre à virgule sans guillemets, colonne { $column }. Écrivez les montants et les quantités comme "0.860".
ring-unknown-field = Champ inconnu : { $field }.
ring-repeated-field = Champ répété : { $field }.
ring-missing-field = Champ manquant : { $field }.
ring-bad-value = Valeur impossible pour { $field } : « { $value } ».
ring-uid-taken = L’uid { $uid } est celui d’une écriture qui n’est pas un ticket.
ring-no-members = Cette version ne connaît pas encore les adhérents. Retirez le champ member.
ring-no-tariffs = Cette version ne connaît que le tarif juste, pas « { $value } ».
ring-empty-ticket = Le ticket n’a pas de ligne.
ring-too-many-lines = Le ticket a trop de lignes. Faites-en plusieurs tickets.
ring-unknown-code = Aucun article n’a le code « { $value } ».
ring-unknown-barcode = Aucun article n’a le code-barres « { $value } ».
ring-unknown-quick-key = Aucune touche rapide n’a la lettre « { $value } ».
ring-zero-quantity = La quantité { $field } est zéro.
ring-by-the-piece = { $field } : « { $label } » se vend par unités entières.
ring-unknown-vat = Le taux de TVA { $value } n’est pas réglé pour ce jour. Voyez etal settings show.
ring-too-much = Une ligne ou le total dépasse ce qu’une caisse peut prendre.
ring-unknown-tender = Aucun moyen de paiement ne s’appelle « { $value } ». Voyez etal settings show.
ring-name-not-taken = { $field } : ce moyen de paiement a déjà son nom. Retirez le champ name.
ring-nothing-left = { $field } : il ne reste rien à payer.
ring-no-change = { $field } : ce moyen ne rend pas la monnaie et il ne reste que { $amount }. Pour rendre des espèces, ajoutez un paiement en espèces négatif.
ring-cash-limit = Pas plus de { $amount } en espèces par ticket (CMF D.112-3).
ring-too-much-given = { $field } : c’est bien trop pour ce qui est dû. Vérifiez le montant.
ring-not-paid = Il reste { $amount } à régler.
ring-disk-full = Disque plein. Libérez de la place, puis renvoyez la ligne.
ring-read-only = Le dossier ne s’écrit plus. Vérifiez ses droits, puis renvoyez la ligne.
ring-damaged = Données abîmées. Lancez etal verify.
ring-doubtful = Panne du disque en écrivant : on ne sait pas si la vente est enregistrée. Renvoyez la ligne avec l’uid { $uid } : rien ne s’écrit en double.
ring-not-written = L’écriture a échoué ({ $detail }). Renvoyez la ligne.
ring-refused =
    { $n ->
        [one] { $n } ligne refusée n’est pas enregistrée ; { $rung } ventes le sont.
       *[other] { $n } lignes refusées ne sont pas enregistrées ; { $rung } ventes le sont.
    }
