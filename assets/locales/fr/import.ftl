# Importer des articles : ce qui empêche de prendre un fichier, ou une de ses lignes.

import-file-large = Ce fichier pèse plus de { $most } Mo : ce n’est pas une liste.
import-file-spreadsheet = C’est un classeur : enregistrez-le au format CSV, puis importez ce fichier.
import-file-not-text = La ligne { $line } contient des octets nuls : ce n’est pas un fichier CSV.
import-file-damaged = Des lettres sont abîmées dès la ligne { $line } : enregistrez de nouveau en UTF-8.
import-file-empty = Le fichier est vide.
import-file-rows = Plus de { $most } lignes : partagez le fichier en plusieurs.
import-file-no-table = La ligne { $line } ne se découpe pas en colonnes : guillemet de trop ou oublié ?
import-file-header = Titres de colonnes inconnus : { $found }. Il faut au moins « libellé » et « prix ».
import-file-members-header = Titres de colonnes inconnus : { $found }. Il faut au moins « nom », ou le fichier de Camap ou de Foodsoft.
import-file-columns = Il manque des colonnes au format { $format } : { $missing }. Trouvées : { $found }.
import-file-column-twice = Deux colonnes veulent dire la même chose : la seconde est « { $column } ».
import-file-vat = Le taux de TVA { $rate } n’est pas dans les réglages. Taux connus : { $known }.

import-backslash = Une barre oblique inverse devant un guillemet : doublez le guillemet à la place.
import-after-quote = Du texte suit un guillemet fermant : doublez les guillemets du nom.
import-quote-open = Un guillemet ouvert n’est jamais refermé.
import-cell-long = Une case de plus de { $most } octets : guillemet oublié ?
import-row-wide = { $cells } cases pour { $expected } colonnes : virgule sans guillemets dans un prix ?
import-name-missing = L’article n’a pas de nom.
import-price-missing = L’article n’a pas de prix.
import-price-zero = Le prix est nul : donnez un prix, ou retirez la ligne.
import-negative = Un nombre négatif n’a pas de sens ici.
import-not-a-number = Ce n’est pas un nombre.
import-ambiguous = Milliers ou décimales ? Écrivez 1234,00 ou 1,23.
import-too-fine = Plus de { $decimals } décimales.
import-too-much = Ce nombre est plus grand que ce que la caisse sait tenir.
import-code = Un code court a de un à six chiffres.
import-code-twice = Le même code est à la ligne { $other }.
import-code-taken = Ce code est déjà celui de « { $label } ».
import-barcode = Un code-barres a de 8 à 14 chiffres ; séparez-en plusieurs par une espace.
import-barcode-rounded = Le tableur a arrondi ce code-barres : mettez la colonne au format texte.
import-barcode-twice = Le même code-barres est à la ligne { $other }.
import-barcode-taken = Ce code-barres est déjà celui de « { $label } ».
import-name-twice = Le même producteur a le même nom d’article à la ligne { $other }.
import-name-of-several = Plusieurs articles de ce producteur ont ce nom : ajoutez le code court.
import-same-product = La ligne { $other } parle du même article, « { $label } ».
import-two-products = Code et code-barres désignent deux articles : « { $one } » et « { $other } ».
import-vat-missing = La TVA n’est dite nulle part : ajoutez une colonne « tva », ou --vat 5,5.
import-vat = Ce n’est pas un taux de TVA.
import-vat-unknown = Ce taux de TVA n’est pas dans les réglages. Taux connus : { $known }.
import-quantity-prices = Un prix par quantité s’écrit 3=5,00 ; le nombre est au moins 2, une fois chacun.
import-typed-in = La saisie se fait en g ou en kg.
import-stock = Le stock est « compté », « illimité », ou un nombre.
import-producer-missing = L’article n’a pas de producteur.
import-units = Le contenu (units) doit être un nombre plus grand que zéro.
import-unit-missing = L’unité est inconnue : unit_type (g, kg, mL, L…) ou variant_unit_name.

# Les adhérents.
import-member-name-missing = Il manque le nom.
import-member-number = Un numéro d’adhérent a 12 signes au plus, sans espace.
import-member-phone = Ce n’est pas un numéro de téléphone.
import-member-email = Ce n’est pas une adresse e-mail.
import-member-card = Un numéro de carte a de 4 à 32 signes ; séparez-en plusieurs par une espace.
import-member-card-rounded = Le tableur a arrondi ce numéro de carte : mettez la colonne au format texte.
import-member-year = Ce n’est pas une année, comme 2026.
import-member-number-twice = Le même numéro est à la ligne { $other }.
import-member-card-twice = La même carte est à la ligne { $other }.
import-member-card-taken = Cette carte est celle de l’adhérent { $number } : retirez-la-lui d’abord.
import-member-same-people = La ligne { $other } parle des mêmes personnes : ajoutez un numéro, un e-mail ou un téléphone.
import-member-same = La ligne { $other } parle du même compte, le { $number }.
import-member-other-number = Cette personne a déjà le numéro { $other } : corrigez l’un ou l’autre.
import-member-two = Ce peut être le { $one } ou le { $other } : ajoutez le numéro.
import-member-closed = Ce compte est clos.

# Les règles qui complètent ce que le fichier ne dit pas.
import-rule-next-code = Code court donné : le premier libre.
import-rule-sku = Code court pris de la référence (sku).
import-rule-vat-department = TVA du rayon.
import-rule-vat-category = TVA lue dans la catégorie de taxe.
import-rule-vat-given = TVA donnée avec la commande : { $rate } %.
import-rule-own-producer = Sans producteur : l’article est à l’étal.
import-rule-by-weight = Un kilo ou un litre juste : vendu au poids ou à la mesure.
import-rule-content = Le contenu est ajouté au nom.
import-rule-name-mended = Nom raccourci, ou nettoyé de caractères invisibles.
import-rule-back-on-sale = Article retiré, de nouveau en vente.
import-rule-stock-left = Quantités en stock non reprises (--stock les prend).
import-rule-columns-left = Colonnes non lues : { $columns }.
import-rule-next-number = Numéro d’adhérent donné : le suivant.
import-rule-by-email = Adhérent reconnu à son e-mail.
import-rule-by-name = Adhérent reconnu à son nom et à son téléphone.
import-rule-opening-left = Solde d’ouverture laissé : le compte existe déjà, son solde est celui du journal.
import-rule-no-status = Régime de TVA à dire pour { $producers } : etal settings show, puis apply. Vendre n’attend pas.
