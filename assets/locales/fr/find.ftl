# Chercher : articles, adhérents et tickets dans une seule liste.
find-prompt = Article, adhérent, ticket
find-key-pay = Payer avec le compte
find-member = adhérent
find-ticket = ticket
find-ticket-at = Ticket { $name } · { $time }
find-no-member = Aucun adhérent ne s’appelle ainsi. Rien n’est encaissé.
