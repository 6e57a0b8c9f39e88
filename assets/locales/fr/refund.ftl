# Rembourser ce qui a été vendu, ou l’échanger.

refund = Reprise
refund-help = Ce qui revient, au prix et avec les parts de ce jour-là. Un nombre change la quantité, P dit si l’article est perdu ou en vente. Entrée montre comment rendre l’argent, Entrée encore enregistre ; un échange va dans le ticket ouvert.
refund-key-means = Comment rendre
refund-key-exchange = Échanger
refund-key-lost = Perdu / en vente
refund-key-not-this = Pas celui-ci
refund-key-refund = Rembourser
refund-key-paper = Avec ticket
refund-key-no-paper = Sans ticket
refund-key-back = Retour
refund-key-help = Aide

refund-total = À rembourser
refund-total-exchange = À déduire
refund-of = sur { $left }
refund-on-sale = remis en vente
refund-lost = perdu
refund-hint = Entrée reprend tout ; un nombre change la quantité.
refund-ask-quantity = Quantité reprise
refund-by = Rendre par
refund-as-paid = comme payé
refund-nothing-to-give = rien à rendre
refund-held = Touche tenue ou rebond : rien n’est enregistré. Appuyez une fois.

refund-done = Remboursement { $name } enregistré : rien à rendre.
refund-done-back = Remboursement { $name } : { $back }.
refund-done-note = Remboursement { $name } : { $back }. Numéro de l’avoir : { $name }V.
refund-exchanged = Repris dans le ticket ouvert : total { $total }.
refund-rest-instead = Ticket { $name } repris ou corrigé en partie : voici le reste.

refund-under-way = Une correction s’enregistre : un instant.
refund-not-written = Rien n’est enregistré : ne rendez rien. Entrée réessaie.
refund-taken-twice = Refusé : c’est déjà repris ou changé. Ne rendez rien, rouvrez le ticket.
refund-note-used = Refusé : cet avoir a déjà servi. Ne rendez rien, rien n’est écrit.
refund-fund-short = Refusé : ce don n’est plus dans le fonds. Ne rendez rien, rien n’est écrit.
refund-account-short = Refusé : le compte n’a plus cette somme. Ne rendez rien, rien n’est écrit.
refund-account-closed = Refusé : ce compte est fermé. Ne rendez rien, rien n’est écrit.
refund-no-lines = Le ticket { $name } n’a pas de ligne à reprendre.
refund-nothing-left = Ticket { $name } : il ne reste rien à rembourser.
refund-of-a-refund = « { $label } » : on ne rembourse pas un remboursement.
refund-gave-money = « { $label } » a donné de l’argent au client : rien à rembourser.
refund-all-back = « { $label } » est déjà repris en entier.
refund-lies-open = « { $label } » est déjà dans un ticket ouvert : finissez celui-là.
refund-more-than-left = « { $label } » : il en reste { $left } à reprendre, pas plus.
refund-no-quantity = Ce n’est pas une quantité. Un nombre, ou Échap.
refund-too-many = Trop pour un seul ticket : reprenez moins de lignes.
refund-cash-limit = Espèces : { $limit } au plus par ticket (CMF, art. D.112-3). Autre moyen ?
