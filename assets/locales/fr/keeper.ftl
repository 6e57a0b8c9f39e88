# Le PIN du responsable, et la caisse verrouillée.
keeper = PIN du responsable
keeper-help = Un PIN est réglé : ceci se décide avec le responsable. Après le bon PIN, l’action continue d’elle-même, et pendant une minute on ne le redemande pas. Le journal garde ce qui a été permis.
keeper-pin = PIN
keeper-check = Valider
keeper-give-up = Renoncer
keeper-help-key = Aide
keeper-short = Un PIN a de 4 à 12 chiffres. Continuez à taper.
keeper-wrong = Ce n’est pas le bon PIN. Rien n’a changé.
keeper-wait = Trop de PIN faux : la caisse écoute de nouveau dans { $left }.
keeper-not-checked = PIN pas vérifié : le disque ne répond pas bien. Rien n’a changé.

# Ce que décide le responsable.
keeper-act-void = Annuler un ticket payé : c’est au responsable de le permettre.
keeper-act-limit = Changer l’ardoise autorisée d’un compte : c’est au responsable de le permettre.
keeper-act-adjustment = Ajuster un compte : c’est au responsable de le permettre.
keeper-act-reattribution = Réattribuer ce qui a été vendu : c’est au responsable de le permettre.
keeper-act-pin = Changer ou enlever le PIN : d’abord celui qui est réglé.
keeper-act-settings = Changer les réglages : c’est au responsable de le permettre.
keeper-act-closing = Clôturer la caisse : c’est au responsable de le permettre.
keeper-act-unlock = Déverrouiller la caisse : c’est au responsable de le permettre.
keeper-act-leave-audit = Quitter le contrôle et reprendre la vente : c’est au responsable de le permettre.

# Régler le PIN.
keeper-set = Régler le PIN du responsable
keeper-set-help = Le même PIN deux fois, de 4 à 12 chiffres. Suppr, sur la ligne vide, l’enlève. Pour vendre, il n’est jamais demandé.
keeper-set-next = Valider
keeper-set-clear = Enlever le PIN
keeper-set-is-off = Aucun PIN n’est réglé : tout le monde peut tout faire.
keeper-set-is-set = Un PIN est réglé.
keeper-set-guards = Il garde : annuler un ticket payé, ardoises autorisées et ajustements des comptes, réattributions, réglages, clôture, et la caisse verrouillée (F11). Jamais la vente.
keeper-set-forgotten = Oublié ? Sur cette machine, caisse fermée : etal keeper reset. Le journal en garde la trace.
keeper-set-first = Nouveau PIN
keeper-set-again = Le même encore une fois
keeper-set-differ = Les deux PIN ne sont pas les mêmes. Recommencez : rien n’a changé.
keeper-set-done = Le PIN est réglé.
keeper-set-cleared = Le PIN est enlevé : tout le monde peut tout faire.
keeper-set-not-done = Le PIN n’a pas pu être gardé : le disque n’a rien pris. Rien n’a changé.
keeper-set-clear-what = Sans PIN, tout le monde peut annuler des tickets et changer les réglages.
keeper-set-clear-ask = Enlever le PIN du responsable ?

# La caisse verrouillée.
keeper-lock = Verrouillé
keeper-lock-initials = Vos initiales
keeper-lock-nobody = Personne n’a ces initiales. Retapez-les, puis Entrée.
keeper-lock-who = Sans PIN, des initiales suffisent : { $who }.
keeper-lock-by-enter = Entrée deux fois rouvre la caisse. Le ticket ouvert est resté ouvert.
keeper-lock-open = Déverrouiller
keeper-lock-twice = Deux fois : déverrouiller
keeper-lock-once-more = Encore une fois

# En ligne de commande.
keeper-cli-help = enlever le PIN du responsable, s’il est oublié
keeper-cli-none = Aucun PIN n’est réglé : il n’y a rien à enlever.
keeper-cli-ask = Le PIN du responsable sera enlevé, et le journal en gardera la trace. Tapez « { $word } » puis Entrée :
keeper-cli-word = enlever
keeper-cli-kept = Rien n’a changé : le PIN reste réglé.
keeper-cli-done = Le PIN est enlevé. Réglez-en un autre sur l’écran : palette, « PIN du responsable ».
