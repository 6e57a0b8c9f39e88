# Finding: articles, members and tickets in one list.
find-prompt = Article, member, ticket
find-key-pay = Pay by account
find-member = member
find-ticket = ticket
find-ticket-at = Ticket { $name } · { $time }
find-no-member = No member has that name. Nothing was taken.
