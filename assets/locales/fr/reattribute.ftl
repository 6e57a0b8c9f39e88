# Réattribuer des ventes au bon producteur ou au bon taux.

reattribute = Réattribution
reattribute-help = Donne des ventes au bon producteur ou au bon taux de TVA. ↑ ↓ change de champ, ← → change sa valeur. Entrée au dernier champ enregistre. Ce que le client a payé ne change pas.
reattribute-key-write = Enregistrer
reattribute-key-on = Suite
reattribute-key-next = Suivant
reattribute-key-field = Champ
reattribute-key-back = Retour
reattribute-key-help = Aide
reattribute-what = Réattribuer
reattribute-article = Article
reattribute-from = Du
reattribute-until = Au
reattribute-amounts = Montants
reattribute-producer = Producteur
reattribute-rate = TVA
reattribute-as-is = inchangé (→ pour choisir)
reattribute-type = code ou nom
reattribute-all = tous
reattribute-lines =
    { $n ->
        [one] { $n } ligne
       *[other] { $n } lignes
    }
reattribute-which = Quel article ? Tapez son code ou son nom.
reattribute-to-whom = À qui ? Choisissez un producteur ou un taux.
reattribute-nothing = Rien à réattribuer : aucune vente, ou tout est repris.
reattribute-same = C’est déjà ainsi : rien ne change.
reattribute-before = avant
reattribute-after = après
reattribute-stays = Payé par les clients : { $paid }, inchangé.
reattribute-commission = Commission
reattribute-pot = Équilibre
reattribute-nobodys = À attribuer
reattribute-vat = TVA { $rate }
reattribute-done = Réattribution écrite, ticket { $name } : { $lines }.
