# La fin de la clôture : chèques, fond à laisser, aperçu du Z derrière sa lettre.

seal = Clôture · ticket Z
seal-help = Relisez le Z : rien n’est encore figé. La lettre Z puis Entrée clôture, et rien d’autre ; une touche tenue ou un code scanné ne clôture jamais. Après la clôture, plus rien ne change : les corrections vont au marché suivant.
seal-help-key = Aide
seal-back = Retour
seal-back-unclosed = Revenir
seal-box = Aperçu du Z
seal-nothing-frozen = rien n’est encore figé
seal-wait = Le journal est lu…
seal-more =
    { $n ->
        [one] … et { $n } ligne de plus (↓)
       *[other] … et { $n } lignes de plus (↓)
    }
seal-after = Après la clôture, plus rien ne change. Les corrections iront au jour suivant.
seal-after-with = Avec ce Z se clôt aussi : { $due }. Après, plus rien ne change.
seal-prompt = Tapez Z puis Entrée pour clôturer.
seal-type-z = Pour clôturer : la lettre Z, puis Entrée.
seal-close = puis Entrée : clôturer
seal-scroll = Suite
seal-print = Imprimer l’aperçu
seal-preview = Aperçu du Z
seal-preview-sent = Aperçu envoyé à l’imprimante. Rien n’est clôturé.
seal-writing = La clôture s’écrit…
seal-not-written = Pas encore écrite. Rien n’est perdu : une touche réessaie, Échap pour revenir à la vente.
seal-written = La clôture est écrite.
seal-moved = Une vente est arrivée pendant ce temps : relisez le Z. Rien n’est perdu.
seal-done = Clôturé : { $name }.

# Le fond et l’enveloppe.
seal-float = Clôture · fond
seal-float-help = Ce qui reste au tiroir pour le prochain marché, et ce qui part. Entrée prend la proposition. Une somme change le fond ; si le tiroir est compté pièce par pièce, P choisit ce qui reste ; E change qui emporte l’enveloppe.
seal-float-box = Fond de caisse
seal-envelope-box = Enveloppe
seal-float-counted = Compté
seal-float-not-counted = Non compté, attendu
seal-float-leave = Fond à laisser
seal-float-take = À emporter
seal-float-dropped = Prélevé aujourd’hui
seal-float-bring = À apporter ensuite
seal-float-other = { $pieces } et { $sum } en rouleaux
seal-float-target = Fond visé : { $sum }. Ce qui est au tiroir ne le fait pas juste.
seal-float-short = Fond visé : { $sum }. Il n’y en a pas autant : tout reste au tiroir.
seal-float-no-cash = Il n’y a pas d’espèces à partager.
seal-float-no-pieces = Le tiroir est compté en un seul total : tapez la somme à laisser.
seal-float-no-sum = Ce n’est pas une somme. Par exemple : 150
seal-float-most = Il n’y en a que { $count }.
seal-float-by = Emportée par { $by }
seal-float-nobody = Emportée par : personne n’est nommé
seal-float-prompt = Entrée : d’accord. Ou la somme à laisser
seal-float-prompt-typed = À laisser
seal-float-pieces = Reste au tiroir : { $sum }
seal-float-there = compté
seal-float-stays = reste
seal-float-goes = part
seal-float-go-on = Suite : le Z
seal-float-by-piece = Pièce par pièce
seal-float-who = Qui emporte
seal-float-next = Suivante
seal-float-done = Fini

# Les chèques.
seal-cheques = Clôture · chèques
seal-cheques-help = Les chèques du marché, à pointer sur la pile : Entrée ou Espace pointe et passe au suivant, A les pointe tous. N note le numéro, T le tireur : son nom n’est que sur le bordereau, jamais au journal. I imprime la remise de chèques.
seal-cheques-box =
    { $n ->
        [one] { $n } chèque
       *[other] { $n } chèques
    }
seal-cheques-empty = Aucun chèque depuis la dernière clôture.
seal-cheques-ticked =
    { $n ->
        [one] Pointé : { $n }, { $sum }
       *[other] Pointés : { $n }, { $sum }
    }
seal-cheques-counted = comptés : { $n }, { $sum }
seal-cheques-counted-sum = compté : { $sum }
seal-cheque-tick = Pointer
seal-cheque-all = Tous
seal-cheque-number = Numéro
seal-cheque-name = Tireur
seal-cheque-print = Remise
seal-cheque-keep = Garder
seal-cheque-ask-number = Numéro du chèque
seal-cheque-ask-name = Tireur (sur le bordereau seulement)
seal-cheque-unreadable = Cela ne se lit pas : des lettres, des chiffres, des espaces.
seal-cheque-none-ticked = Aucun chèque n’est pointé : Entrée pointe, A les pointe tous.
