# Les adhérents : qui est sur le ticket, ce qu’il y a sur les comptes.
members-unknown = Adhérent inconnu ici
members-nobody = (fiche effacée)
members-unknown-now = Cet adhérent n’est pas encore connu de cette caisse. Rien n’a changé.
members-closed-now = { $name } : compte fermé. Le ticket reste sans adhérent.
members-two = Le ticket est à { $there }. F2, Suppr l’en retire.
members-attached = { $name } est sur le ticket. Compte : { $balance }.
members-detached = { $name } n’est plus sur le ticket.

# La liste.
members = Adhérents
members-help = Tapez quelques lettres d’un nom, ou un numéro, ou scannez la carte. Entrée met l’adhérent sur le ticket ; + paie tout de suite avec son compte ; : ouvre sa fiche ; Suppr le retire du ticket.
members-prompt = Adhérent
members-prompt-transfer = Verser à
members-found =
    { $n ->
        [one] Trouvé : { $n }
       *[other] Trouvés : { $n }
    }
members-none = Personne ne s’appelle ainsi. « : » crée sa fiche.
members-none-yet = Aucun adhérent ici. Tapez un nom, puis « : » pour créer sa fiche.
members-count =
    { $n ->
        [one] { $n } adhérent
       *[other] { $n } adhérents
    }
members-sums =
    { $n ->
        [0] avances { $credits } · aucune ardoise
        [one] avances { $credits } · { $n } ardoise, { $debts }
       *[other] avances { $credits } · { $n } ardoises, { $debts }
    }
members-closed = compte fermé
members-same-account = C’est le même compte. Choisissez à qui verser.
members-card-unknown = Carte inconnue : { $code }. Rien n’a changé.
members-key-choose = Mettre sur le ticket
members-key-take = Choisir
members-key-detach = Retirer du ticket
members-key-card = Fiche
members-key-new = Nouvelle fiche
members-key-back = Retour
members-key-print = Imprimer
members-key-help = Aide

# La liste sur papier.
members-list = Comptes des adhérents
members-list-sent = Liste des comptes envoyée à l’imprimante.
members-credits = Avances
members-debts = Ardoises
members-all = Ensemble
