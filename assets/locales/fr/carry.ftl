# Ce qui sort de la caisse : dossiers des clôtures, copies.

carry-bundled = Clôture { $closing } : son dossier est dans { $path }.
carry-not-bundled = La clôture { $closing } est enregistrée, mais pas encore son dossier : { $why }. Il s’écrira à la prochaine occasion.
carry-copying = Copie de { $bundle } : { $done } sur { $of }. Ne retirez pas la clé.
carry-synced = Dossiers copiés et relus : { $count }. Tout est dans { $path } ; vous pouvez retirer la clé.
carry-not-synced = La copie vers { $path } s’est arrêtée : { $why }. Ce qui est déjà copié est bon ; la prochaine copie finira.
carry-exported = Les tableaux sont dans { $path }.
carry-not-exported = Les tableaux ne sont pas écrits : { $why }. Le journal est intact.
carry-copied = La copie pour le contrôleur est dans { $path }, relue ; vous pouvez retirer la clé.
carry-not-copied = La copie pour le contrôleur n’est pas faite : { $why }. Le journal est intact ; recommencez.
carry-verified = Tout le journal est vérifié, { $entries } écritures : tout concorde.
carry-broken = Le journal ne concorde pas ({ $entries } écritures lues). { $wrong }
carry-not-verified = Le journal n’a pas pu être vérifié : voir etal.log. Rien n’a changé.

# En une ligne, pour qui vend déjà.
carry-aside-not-bundled = { $closing } est au journal, sans dossier : { $why }.
carry-aside-copied = La copie est faite et relue ; vous pouvez retirer la clé.
carry-aside-not-copied = La copie s’est arrêtée : { $why }. La suivante finira.

# Pourquoi.
carry-no-room = il n’y a plus de place
carry-read-only = rien ne peut y être écrit
carry-vanished = la clé ou le dossier n’est plus là
carry-conflict = un autre du même nom y est déjà, laissé tel quel
carry-nothing = il n’y a rien à écrire
carry-no-key = la clé de signature de ce temps-là n’est plus là
carry-busy = d’autres copies sont en cours, recommencez après
carry-other = voir etal.log
