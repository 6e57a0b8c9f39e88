# Ce qui est refusé ou en panne : ce qui s’est passé, ce qui est sauf, que faire.

disk-full = Disque plein : rien n’est écrit. Le ticket reste ici. Libérez de la place.
disk-read-only = Le dossier ne s’écrit plus. Le ticket reste ici. Vérifiez ses droits.
disk-damaged = Données abîmées : rien n’est écrit. Quittez, puis lancez etal verify.
disk-doubtful = Panne du disque en écrivant. Recommencez : rien ne s’écrit en double.
disk-unbalanced = Erreur du programme : ce ticket ne tombe pas juste. Rien n’est écrit.
disk-note-used = Cet avoir n’existe pas ou a déjà servi : rien n’est écrit. Prenez un autre moyen.
disk-fund-short = Le fonds solidaire n’a pas cette somme : rien n’est écrit. Prenez un autre moyen.
disk-account-short = Le compte n’a plus la somme reprise : rien n’est écrit. Ôtez cette ligne.
disk-taken-twice = Déjà repris, ou plus que vendu : rien n’est écrit. Rouvrez l’ancien ticket.
disk-settled-before = Ce producteur a été réglé entre-temps : rien n’est écrit. Refaites le compte.
disk-balance-stands = Il reste de l’argent sur ce compte : il n’est pas fermé. Soldez-le d’abord.
disk-account-closed = Ce compte adhérent est fermé : rien n’est écrit. Prenez un autre moyen.
disk-number-taken = Un autre adhérent a ce numéro : rien n’est écrit. Donnez-en un autre.
disk-card-taken = Un autre adhérent a cette carte : rien n’est écrit. Prenez une autre carte.
disk-closing-moved = Une écriture est arrivée entre-temps : rien n’est clos. Regardez à nouveau (9).
disk-nothing-to-close = Rien à clore depuis la dernière clôture : elle est faite, rien n’est perdu.
disk-closing-unsound = Restant et sortie ne font pas ce qui est là : rien n’est clos. Revoyez le fond.
disk-not-over = Cette période n’est pas finie, ou déjà close : rien n’est écrit. Attendez sa fin.
disk-count-unsound = Ce compte ne tombe pas juste ou est trop grand : rien n’est écrit. Recomptez.
disk-no-such-envelope = Pas d’enveloppe en route sous ce nom : rien n’est écrit. Voyez la liste (F7 E).
disk-other = L’écriture a échoué : rien n’est écrit. Le ticket reste ici. Recommencez.

printer-not-set = Aucune imprimante n’est réglée (etal.toml). La vente est enregistrée.
printer-absent = L’imprimante ne répond pas. La vente est enregistrée. F4 pour réessayer.
printer-forbidden = L’imprimante refuse cet utilisateur. La vente est enregistrée.
printer-busy = Imprimante prise par un autre programme. Vente enregistrée. F4 réessaie.
printer-stopped = Imprimante arrêtée : papier, capot. La vente est enregistrée. F4 réessaie.
printer-cut = Imprimante coupée en imprimant. La vente est enregistrée. F4 recommence.
printer-no-room = Plus de place pour le fichier imprimé. Vente enregistrée. F4 réessaie.
printer-written = Écrit dans { $place }.
