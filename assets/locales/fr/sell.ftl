# Vendre : la ligne de saisie, le ticket, la recherche.

sell = Vente
sell-help = Tapez un code, ou le début d’un nom, puis Entrée. Un poids ou un nombre se met devant, avec *. Entrée sur la ligne vide encaisse.

# La ligne du bas.
sell-add = Ajouter
sell-about = Fiche
sell-change = Changer
sell-together = lot
sell-clear = Effacer
sell-price = Prix
sell-discount = Remise
sell-remove = Retirer
sell-sold-out = Épuisé
sell-add-or-pay = Ajouter/Encaisser
sell-exact = Espèces juste
sell-park = Attente
sell-resume = Reprendre
sell-undo = Annuler
sell-find = Chercher
sell-flip = Autre ticket
sell-menu = Menu
sell-choose = Choisir une ligne
sell-print = Imprimer
sell-actions = Actions
sell-help-key = Aide

# Le ticket et ce qui est autour.
sell-empty = Le ticket est vide. Tapez un code ou le début d’un nom, puis Entrée.
sell-deposit = Consigne
sell-agreed = Remise sur le ticket
sell-best = Les plus vendus
sell-lines =
    { $n ->
        [one] { $n } ligne
       *[other] { $n } lignes
    }
sell-last = Dernier ticket : { $name }
sell-last-change = Dernier rendu : { $change }
sell-ask-price = Prix

# Ce que veut dire la ligne, avant Entrée.
sell-echo-quantity = nouvelle quantité : { $label }
sell-echo-several =
    { $n ->
        [one] { $label } : Entrée pour choisir
       *[other] { $label } ou { $n } réponses en tout : Entrée pour choisir
    }
sell-echo-unknown = inconnu · « : » pour créer l’article
sell-echo-left = reste { $left }
sell-echo-much = quantité inhabituelle
sell-echo-sold-out = noté épuisé

# Ce qui vient d’être fait.
sell-added = Ajouté : { $label }, { $paid }. Retour arrière pour annuler.
sell-added-left = Ajouté : { $label }, { $paid }. Reste { $left }.
sell-added-beyond = Ajouté : { $label }, { $paid }. Stock : { $left }, à vérifier.
sell-changed = Modifié : { $label }, { $paid }. Retour arrière pour annuler.
sell-removed = Retiré : { $label }. Retour arrière pour le remettre.
sell-undone-line = Annulé : { $label } n’est plus sur le ticket.
sell-undone-change = Annulé : { $label } est comme avant.
sell-undone-total = Annulé : le total est comme avant.
sell-now-sold-out = Noté épuisé : { $label }.
sell-on-sale-again = De nouveau en vente : { $label }.

# Ce qui ne se peut pas.
sell-how-to-quit = Pour quitter : Échap, puis Q. Rien n’est perdu.
sell-unknown = Rien ne s’appelle « { $typed } ». Rien n’est ajouté. « : » pour créer l’article.
sell-unknown-barcode = Code-barres inconnu : { $code }, ni article ni carte. « : » crée l’article.
sell-unfinished = La ligne n’est pas finie : il manque l’article. Rien n’est ajouté.
sell-by-the-piece = { $label } se vend à l’unité. Rien n’est ajouté. Tapez un nombre entier.
sell-no-quick-key = Aucune touche rapide « { $letter } ». Rien n’est ajouté.
sell-too-much = Le montant dépasse ce qu’une caisse peut prendre. Rien n’est ajouté.
sell-ticket-full = Ce ticket est plein. Rien n’est ajouté. Encaissez, puis continuez.
sell-discount-how = Tapez 10% ou 1,50. Le ticket n’a pas changé.
sell-nothing-to-undo = Il n’y a rien à annuler.
entry-unreadable = Cela ne se lit pas, rien n’a changé. Échap efface.
entry-code-length = Sept chiffres : ni code, ni code-barres. Rien n’est ajouté.
entry-too-large = Ce nombre est trop grand. Rien n’a changé.
entry-too-fine = Trois chiffres au plus après la virgule. Rien n’a changé.
entry-not-cents = Deux chiffres au plus après la virgule pour un prix. Rien n’a changé.
entry-zero = La quantité et le montant doivent dépasser zéro. Rien n’a changé.
entry-not-whole = Devant un montant, il faut un nombre entier. Rien n’a changé.
scan-not-here = Code { $code } lu, mais pas ici. Échap, puis lisez-le encore.
sell-ask-weight = { $label }, combien ({ $unit })
sell-echo-weigh = { $label } { $price }
sell-weight-missing = Tapez le poids ou la quantité, puis Entrée. Échap laisse l’article.
sell-undone-member = Adhérent retiré du ticket.
sell-undone-tariff = Tarif remis comme avant.

# La ligne choisie : offerte, suspendue, en fin de marché.
sell-offer = Offert
sell-end = Fin de marché
sell-suspend = Suspendu
sell-bear = À la charge de
sell-offered = Offert : { $label }, à la charge { $bearer }. B pour changer.
sell-not-offered = N’est plus offert : { $label }.
sell-suspended-label = Suspendu : { $label }
sell-suspended = Suspendu : { $label }. { $paid } pour le fonds solidaire.
sell-ending = { $label } à { $off } jusqu’à la fin du marché.
sell-ending-no-more = { $label } reprend son prix.
sell-ending-not-this = Cette ligne reprend son prix. Tout le reste va à { $off } (F6).
sell-no-ending = Aucune remise de fin de marché n’est réglée. Rien n’a changé.
sell-bearer = Remise à la charge { $bearer } : { $label }.
sell-bearer-of-nothing = Aucune remise sur cette ligne : { $label }. D en fait une.
sell-bearer-producer = du producteur
sell-bearer-pot = de l’équilibre
sell-bearer-coop = de la coopérative
sell-not-this-line = Pas sur cette ligne : { $label }. Rien n’a changé.
sell-all-end = Tout à { $off }

# Les consignes rendues.
sell-jar = bocal ou bouteille
sell-jars = Consignes rendues
sell-jars-help = Chaque chiffre est une sorte de consigne. Elle est rendue au client sur ce ticket.
sell-jar-key = Consigne
sell-jar-back = Consigne rendue : { $count } × { $label }, { $paid }. Retour arrière pour annuler.
sell-no-jars = Aucune consigne n’est réglée, et aucun article n’en a. Rien n’est ajouté.
sell-echo-jars = { $count } × consigne rendue : Entrée

# À qui est un montant ?
sell-whose = Pour qui
sell-whose-help = Un chiffre dit à qui va ce montant. Entrée le laisse : il sera attribué avant la clôture. Taper l’article suivant le laisse aussi.
sell-whose-about = { $label }, { $paid } : à quel producteur ? Entrée pour ne pas répondre.
sell-whose-later = à attribuer plus tard
sell-whose-done = { $label } : pour { $name }.

# Ce qui revient sans son ticket.
sell-back = Reprise
sell-back-help = Ce qui revient sans ticket est repris au prix d’aujourd’hui, avec une raison. Chaque chiffre prend la ligne.
sell-back-about = { $label } ({ $quantity }) revient sans ticket. Pourquoi ?
sell-back-faulty = pas bon
sell-back-wrong-one = ce n’était pas le bon
sell-back-mistake = erreur de caisse
sell-back-becomes = { $label } : que devient-il ?
sell-back-on-sale = remis en vente
sell-back-lost = perdu
sell-back-done = Repris : { $label }, { $paid }.
sell-back-done-on-sale = Repris et remis au stock : { $label }, { $paid }.
sell-back-left = { $label } : il reste { $left } à reprendre. Rien n’a changé.
sell-ask-discount = Remise, à la charge { $bearer }
sell-member-after = { $balance } → { $after }
sell-back-take = Reprendre
sell-back-what = Tapez l’article qui revient sans ticket, puis Entrée. Échap pour laisser.
sell-by-account = Par le compte
