# Le stock : apporté, vendu, perdu, reste.

stock = Stock
stock-help = Ce qui est apporté, vendu, perdu, et ce qui reste. A note un apport, P une perte ou un don.

# La ligne du bas.
stock-delivery = Apport
stock-loss = Perte, don
stock-sold-out = Épuisé
stock-filter = Filtrer
stock-sort = Trier
stock-card = Fiche
stock-back = Retour
stock-keep = Garder
stock-all = Tout voir
stock-note = Noter
stock-leave = Laisser
stock-help-key = Aide

# Le tableau.
stock-count =
    { $n ->
        [one] { $n } article
       *[other] { $n } articles
    }
stock-by-left = tri par reste
stock-by-name = tri par nom
stock-by-sold = tri par ventes
stock-filtered = filtre « { $filter } »
stock-head-code = Code
stock-head-article = Article
stock-head-producer = Producteur
stock-head-brought = Apporté
stock-head-sold = Vendu
stock-head-lost = Perdu
stock-head-left = Reste
stock-empty = Aucun article au catalogue. Sur la vente, tapez un code libre puis « : » pour en créer un.
stock-nothing = Rien ne correspond à « { $filter } ». Échap pour tout voir.

# Ce qui est demandé.
stock-ask-delivery = Apport de { $label }
stock-ask-loss = Perte ou don de { $label }
stock-ask-why = { $quantity } de { $label } en moins : pourquoi ?
stock-how-much = Tapez la quantité, puis Entrée. Rien n’est noté.
stock-not-counted = Le stock de { $label } n’est pas suivi. A note un apport et le suit.
stock-why-spoilt = Abîmé, fané, périmé
stock-why-broken = Cassé, déchiré
stock-why-missing = Introuvable
stock-why-tasting = Dégustation
stock-why-solidarity = Don solidaire
stock-why-mistake = Erreur de saisie
stock-why-taken-home = Repris par le producteur

# Ce qui vient d’être noté.
stock-delivered = Apport noté : { $label }, { $quantity }. Reste { $left }.
stock-lost = Perte notée : { $label }, { $quantity }. Reste { $left }.
stock-given = Don noté : { $label }, { $quantity }. Reste { $left }.
stock-taken-home = Reprise notée : { $label }, { $quantity }. Reste { $left }.
