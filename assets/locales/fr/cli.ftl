# La ligne de commande.
cli-help-till = ouvrir la caisse
cli-help-demo = un marché d’exemple, prêt à vendre, dans son propre dossier
cli-help-import = prendre des articles : CSV d’Étal ou d’Open Food Network
cli-help-import-options = dire sans faire ; prendre les bonnes lignes ; TVA, stock, format
cli-help-members = prendre des adhérents : CSV d’Étal, de Camap ou de Foodsoft
cli-help-members-options = dire sans faire ; prendre les bonnes lignes ; format
cli-help-settings-show = montrer ce qui décide de l’argent (TOML)
cli-help-settings-apply = le changer
cli-help-ring = enregistrer des ventes sans écran, un objet JSON par ligne
cli-help-report = soldes des adhérents ; dû aux producteurs ; journée en cours
cli-help-report-options = soldes et dû dans un tableur ; X d’un autre jour
cli-help-verify = vérifier le journal et tout ce qui en découle
cli-help-rebuild = refaire tout ce qui découle du journal
cli-help-ring-shape = Une ligne, et sa réponse. Les quantités sont en unités de l’article (kg, pas grammes) ; uid et at ne sont pas obligatoires.
cli-help-ring-more = Pour un marché solidaire : member est un numéro ou une carte ; tariff un nom, un id ou une lettre ; une remise dit qui la supporte (producer, pot, coop) ; un paiement dit given, pieces ou note, ou paie le reste.
cli-help-ring-errors = etal ring FICHIER|- : un objet JSON par ligne, une réponse par ligne, dans l’ordre. Le champ « error » d’une ligne refusée est l’un de ceux-ci :
cli-help-everywhere = Partout : --data DOSSIER (ou ETAL_DATA), --json, --help, --version. Sortie : 0 fait, 1 refusé, 2 mal demandé.
cli-new-stall = Notre étal
cli-fault = Étal s’est arrêté par sa propre faute. Ce qui est encaissé est enregistré ; relancez « etal », le ticket ouvert revient.
cli-unknown-command = « { $what } » n’est pas une commande. « etal --help » les montre.
cli-unknown-option = L’option { $what } n’existe pas. « etal --help » montre celles qui existent.
cli-missing = Il manque quelque chose : etal { $what }
cli-bad-value = Ceci ne se comprend pas : { $what }
cli-too-much = « { $what } » est de trop ici. « etal --help » montre ce qui se dit.
cli-no-home = Aucun dossier personnel où ranger les données : donnez-en un avec --data DOSSIER.
cli-not-there = « etal { $command } » n’est pas dans cette version. Rien n’a changé.
cli-file = { $path } ne se lit pas : { $why }. Rien n’a changé.
cli-no-file = Il n’y a pas de fichier { $path } ici. Rien n’a changé.
cli-not-a-sample = { $path } contient autre chose : le marché d’exemple n’y va pas. Donnez un autre dossier avec --data.
cli-held-by = La caisse est déjà ouverte (processus { $pid }) : ses données n’ont qu’un maître. Faites-le depuis son menu, ou fermez-la.
cli-held = La caisse est déjà ouverte par un autre programme : ses données n’ont qu’un maître. Fermez-le d’abord.
cli-newer = Ces données sont d’une version plus récente d’Étal ({ $found }, celle-ci connaît { $known }). Rien n’a été touché ; mettez Étal à jour.
cli-not-ours = { $path } n’est pas une base d’Étal. Rien n’a été touché.{ $why }
cli-damaged = La base est abîmée ({ $why }). « etal rebuild » la refait à partir du journal ; l’ancienne est gardée dans backups.
cli-gone = { $path } a disparu alors que la caisse a déjà vendu. Rien n’a été fait ; remettez le fichier, ou « etal rebuild ».{ $why }
cli-full = Le disque est plein. Ce qui est enregistré le reste ; libérez de la place, puis recommencez.
cli-ticket-not-kept = Le disque n’a pas pris le ticket resté ouvert : il y manque ses derniers changements. Ce qui est encaissé est enregistré.
cli-read-only = Les données ne peuvent pas être écrites ({ $why }). Ce qui est enregistré le reste.
cli-folder = { $path } ne peut pas servir ({ $why }). Rien n’a changé ; donnez un autre dossier avec --data.
cli-key = La clé de la caisse { $path } ne se lit ou ne s’écrit pas ({ $why }). Rien n’a changé.
cli-disk = Le disque répond par une erreur ({ $why }). Ce qui est enregistré le reste ; changez de support.
cli-doubtful = Il n’est pas sûr que la dernière écriture ait abouti ({ $why }). Recommencez : rien ne sera écrit deux fois.
cli-unbalanced = Ce ticket ne tombe pas juste (lignes { $paid }, paiements { $payments }) : il n’est pas enregistré.
cli-note-used = L’avoir { $name } n’existe pas ou a déjà servi : rien n’est enregistré.
cli-fund-short = Le fonds solidaire n’a que { $has } : rien n’est enregistré.
cli-account-short = Le compte { $account } n’a plus la somme reprise : rien n’est enregistré.
cli-taken-twice = Du ticket { $name }, il serait repris plus qu’il n’en reste : rien n’est enregistré.
cli-not-whole = Une écriture « { $kind } » ne tombe pas juste : elle n’est pas enregistrée.
cli-settled-before = { $name } : le règlement ne part pas de la fin du dernier, rien n’est enregistré. Refaites le compte.
cli-balance-stands = Il reste de l’argent sur le compte { $account } : il n’est pas fermé. Soldez-le d’abord.
cli-account-closed = Le compte { $account } est fermé : rien n’est enregistré.
cli-number-taken = Le numéro { $number } est celui de { $by } : rien n’est enregistré. Donnez-en un autre.
cli-card-taken = La carte { $card } est celle de { $by } : rien n’est enregistré.
cli-closing-moved = Une écriture est arrivée depuis qu’on a regardé : rien n’est clos, rien n’est perdu. Recommencez.
cli-nothing-to-close = Rien à clore depuis la dernière clôture : elle est faite, rien n’est perdu.
cli-closing-unsound = Ce qui reste et ce qui sort ne font pas ce qui est là : rien n’est clos. Corrigez les montants.
cli-not-over = { $label } : cette période n’est pas finie, ou elle est déjà close. Rien n’est enregistré.
cli-count-unsound = Ce qui est compté ne tombe pas juste, ou dépasse ce qu’une caisse peut contenir : rien n’est enregistré. Recomptez.
cli-no-such-envelope = Aucune enveloppe « { $name } » en route : rien n’est enregistré.
cli-our-mistake = C’est une faute du programme ({ $why }). Ce qui est enregistré le reste ; dites-le-nous.
cli-unreadable = Une écriture du journal ne se lit pas ({ $why }) : une version plus récente l’a-t-elle faite ? Rien n’a été touché.
cli-not-a-terminal = La caisse a besoin d’un terminal. Sans écran : « etal ring ».
cli-system = Le système refuse : { $why }. Ce qui est enregistré le reste.
cli-output = La réponse ne s’écrit pas : { $why }.
cli-no-format = Format inconnu « { $name } ». Connus : { $known }.
cli-import-place = Ligne { $line }, colonne { $column }, « { $value } » :
cli-import-cell = Ligne { $line }, colonne { $column } :
cli-import-more =
    { $n ->
        [one] … et { $n } autre refus (--json les donne tous).
       *[other] … et { $n } autres refus (--json les donne tous).
    }
cli-import-changed = Changé : { $label } ({ $fields })
cli-import-lines =
    { $n ->
        [one] { $n } ligne
       *[other] { $n } lignes
    }
cli-import-producers = Nouveaux producteurs : { $names }
cli-import-departments = Nouveaux rayons : { $names }
cli-import-refused = Rien n’est importé. Lignes refusées : { $refused } (seraient nouveaux : { $added }, changés : { $changed }). Corrigez-les, ou --skip-bad.
cli-import-tried = Essai, rien n’est écrit. Nouveaux : { $added }, changés : { $changed }, pareils : { $unchanged }, refusés : { $refused }.
cli-import-done = Importé. Nouveaux : { $added }, changés : { $changed }, pareils : { $unchanged }, refusés : { $refused }.
cli-members-changed = Changé : { $number } { $name } ({ $fields })
cli-members-people = coordonnées
cli-members-cards = cartes
cli-members-limit = ardoise
cli-members-year = année
cli-members-opening = Soldes d’ouverture des nouveaux comptes : { $amount }
cli-report-members = Sur les comptes : { $credit }. Ardoises : { $debt }.
cli-report-owed = Dû en tout : { $amount }.
cli-report-nobodys = À attribuer à un producteur : { $amount }.
cli-settings-place = Ligne { $line }, colonne { $column } :
cli-settings-same = Rien à changer : les réglages sont déjà ainsi.
cli-settings-tried = Essai, rien n’est écrit. Changerait : { $changed }
cli-settings-done = Changé : { $changed }

# Ce qu’il y a à dire à l’ouverture.
cli-start-new-epoch = Base remise d’une copie, ou clé perdue : les numéros de ticket recommencent.
cli-start-settings-file = Une ligne d’etal.toml n’est pas comprise : voir etal.log. Le reste vaut.
cli-start-print-unknown = Un ticket partait à l’imprimante à l’arrêt : regardez s’il est sorti.
cli-start-baskets-unreadable = Les tickets ouverts ne se relisent pas ; leur contenu est dans etal.log.

# Le jour de marché sans écran.
cli-help-open = ouvrir un jour de marché
cli-help-open-options = fond compté ; marché ; sun clouds rain wind storm snow cold heat ; initiales
cli-help-close = compter, clôturer, écrire le dossier du Z
cli-help-close-count = le tiroir pièce par pièce : une ligne « 50=2 » par valeur, « autre=12.40 » pour les rouleaux et le reste, # pour une remarque
cli-help-close-options = carte ; chèques (nombre et somme) ; un autre moyen ; ce qui n’est pas dit reste « non compté »
cli-help-close-why = un écart, s’il y en a : unknown change means not_noted sale float counterfeit theft ; au-delà de la limite il faut --accept-difference
cli-help-close-leave = ce qui reste en fond ; qui clôture et emporte le reste
cli-help-close-period = clôturer le mois ou l’exercice fini
cli-help-report-z = un ticket Z, le dernier sinon
cli-help-export = récrire le dossier d’une clôture, ou le copier ailleurs
cli-help-export-period = écrire les tableaux d’une période pour la trésorerie
cli-period-open = Vendu mais pas encore clôturé, et donc pas dans ces tableaux : { $days }.
cli-help-sync = copier les dossiers sur une clé, dans un dossier, sinon partout
cli-help-control = ce qu’un contrôleur demande ; une copie que personne ne modifie
cli-open-done = Jour de marché { $day } ouvert. Fond de caisse : non compté.
cli-open-float = Jour de marché { $day } ouvert. Fond de caisse : { $float }.
cli-open-clock = L’horloge est en retard sur la dernière écriture ({ $date }, { $time }) : c’est noté. Réglez-la.
cli-count-line = Ligne { $number } du comptage, « { $line } » : il faut une valeur d’euro et un nombre (50=2), ou autre=12.40. Rien n’est écrit.
cli-close-nothing = Rien à clôturer depuis la dernière clôture. Rien n’est écrit.
cli-close-above = Écart de { $difference } ({ $means }), limite { $limit } : la journée n’est pas clôturée, le comptage est noté. Recomptez, ou --accept-difference.
cli-close-means = « { $means } » n’est pas un moyen de paiement d’ici. Connus : { $known }. Rien n’est écrit.
cli-close-not-over = Ce mois ou cet exercice n’est pas fini, ou est déjà clôturé. Rien n’est écrit.
cli-none-closed = Aucune clôture encore.
cli-none-closed-on = Aucune clôture pour le { $day }.
cli-no-closing = Il n’y a pas de clôture { $name }.
cli-sync-nowhere = Ni clé USB, ni dossier dans etal.toml ([sync] folders). Rien n’est copié ; donnez un dossier avec --to.
