# Les adhérents : qui est sur le ticket, ce qu’il y a sur les comptes.
members-unknown = Adhérent inconnu ici
members-nobody = (fiche effacée)
members-unknown-now = Cet adhérent n’est pas encore connu de cette caisse. Rien n’a changé.
members-closed-now = Le compte de { $name } est fermé. Le ticket reste sans adhérent.
members-two = Ce ticket est déjà à { $there }, pas à { $name }. F2 puis Suppr retire { $there }.
members-attached = { $name } est sur le ticket. Compte : { $balance }.
members-detached = { $name } n’est plus sur le ticket.
