# Un article : le créer, changer son prix.

about = Article
about-help = Le prix se change aussitôt : des chiffres, puis Entrée. Il vaut dès la ligne suivante.

# La ligne du bas.
about-take = Prendre
about-choose = Choisir
about-leave = Laisser
about-help-key = Aide
about-next = Suite
about-make = Créer
about-keep = Garder
about-back = Retour
about-sold-out = Épuisé
about-withdraw = Retirer
about-bring-back = Remettre

# La fiche.
about-price = Prix
about-state = État
about-name = Nom
about-code = Code
about-unit = Unité
about-vat = TVA
about-producer = Producteur
about-maximum = Maximum
about-stock = Stock
about-department = Rayon
about-together = Ensemble
about-deposit = Consigne
about-barcodes = Code-barres
about-none = aucun
about-on-sale = en vente
about-withdrawn-state = retiré du catalogue
about-endless = non suivi
about-counted = suivi, reste { $left }

# Un nouvel article.
about-new = Nouvel article
about-new-hint = Après le nom, le prix et une touche, puis Entrée : la touche dit la TVA et à qui va l’argent. Tab change l’unité.
about-vat-inside = TVA { $rate }
about-shared = producteur à choisir
about-ask-price-and-key = Prix et touche

# Ce qui vient d’être fait.
about-price-changed = Nouveau prix : { $label }, { $price } (avant : { $before }).
about-kept = Noté : { $label }. Vaut dès la ligne suivante.
about-now-counted = Stock suivi : { $label }. Notez l’apport au stock (Échap 4, A).
about-now-endless = Stock non suivi : { $label }.
about-barcode = Code-barres { $code } noté pour cet article.
about-made = Créé et ajouté : { $label }, code { $code }.
about-made-weighed = Créé : { $label } (code { $code }). Tapez son poids, puis Entrée.
about-withdrawn = Retiré du catalogue : { $label }. Le journal garde ses ventes.

# Ce qui est demandé.
about-withdraw-what = { $label } ne sera plus au catalogue. Ses ventes restent au journal.
about-withdraw-ask = Retirer cet article ?

# Ce qui ne se peut pas.
about-price-zero = Le prix doit être plus grand que zéro. Rien n’a changé.
about-name-missing = Il manque un nom. Rien n’est créé. Tapez-le, puis Entrée.
about-name-taken = Ce nom est pris : { $label }, code { $code }. Rien n’a changé.
about-code-taken = Ce code est pris : { $label }, code { $code }. Rien n’a changé.
about-barcode-taken = Ce code-barres est pris : { $label }, code { $code }. Rien n’a changé.
about-code-how = Un code a de un à six chiffres. Rien n’a changé.
about-letter-missing = Tapez le prix et une touche, par exemple 4,50 et sa lettre. Rien n’est créé.
about-no-such-key = Aucune touche rapide « { $letter } » : prenez-en une autre. Rien n’est créé.
about-no-keys = Aucune touche rapide n’est réglée (etal settings). Rien n’est créé.
about-ask-together = Ensemble (3*5 : trois pour 5 €)
about-together-how = Tapez un nombre, * et le prix ensemble, par exemple 3*5. Rien n’a changé.
about-together-by-weight = Un article au poids n’a pas de prix par quantité. Rien n’a changé.
about-no-deposit = aucune
