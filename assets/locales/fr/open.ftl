# L’ouverture d’un marché, et ce que la vente dit de la journée.
open = Ouverture
open-help = L’heure se regarde ; puis le marché, le temps qu’il fait, le fond de caisse. Entrée confirme chaque champ. Par pièces et billets ou, avec =, par une seule somme. Tout ce qui est tapé est gardé, même après une coupure. On peut vendre sans ouvrir : la première vente ouvre.
open-title = Ouvrir la journée
open-title-float = Compter le fond de caisse
open-market = Marché
open-market-hint = Entrée garde ce nom ; tapez pour en mettre un autre.
open-weather = Météo
open-weather-sun = soleil
open-weather-clouds = nuages
open-weather-rain = pluie
open-weather-wind = vent
open-weather-storm = orage
open-weather-snow = neige
open-weather-cold = froid
open-weather-heat = canicule
open-float = Fond de caisse
open-sum = Total
open-left = Laissé par { $name } : { $sum }
open-gap = Écart : { $gap }
open-gap-said = , écart { $gap }
open-since = Depuis, { $sum } de ventes et de mouvements : comptez tout.
open-float-below = C’est moins que les ventes depuis. Recomptez le tiroir ; rien n’est noté.
open-float-hint = Comptez le tiroir, puis Entrée si la somme à droite est juste ; sinon tapez la vôtre.
open-float-usual = Proposé : à compter, puis Entrée.
open-go-on = Continuer
open-choose = Choisir
open-choose-digit = à 8 : choisir
open-next = Suivant
open-confirm = Confirmer
open-by-sum = Une somme
open-by-pieces = Par pièces
open-later = Compter plus tard
open-drawer = Autre tiroir
open-back = Retour
open-help-key = Aide

open-clock-behind = L’horloge dit { $now }, mais la dernière écriture est du { $entry }.
open-clock-ahead = L’horloge dit { $now } ; la dernière écriture est du { $entry }, il y a longtemps.
open-clock-ask = Continuer avec cette heure ? O : oui, le journal le note. N : non, il faut d’abord régler l’heure de l’ordinateur.
open-clock-yes = Continuer
open-clock-no = Régler d’abord
open-clock-set-it = Réglez l’heure de l’ordinateur, puis ouvrez la journée. Rien n’a changé.
open-clock-notice = Horloge à régler : { $now }, dernière écriture { $entry }.

open-count-unreadable = « { $typed } » n’est pas un nombre de pièces ou de billets.
open-count-too-many = { $typed } pièces : trop pour un tiroir. Rien n’est noté.
open-float-how-much = Comptez le tiroir, ou = et la somme. Rien n’est noté.
open-done = Journée ouverte. Fond de caisse : { $sum }{ $gap }.
open-done-no-float = Journée ouverte. Le fond de caisse reste à compter : F7 F.
open-float-done = Fond de caisse : { $sum }{ $gap }.

open-notice = Ouvrir la journée : F7 O ; ou vendez, la première vente ouvre.
open-float-notice = Fond de caisse pas encore compté : F7 F
open-yesterday = La journée du { $day } n’est pas clôturée : Échap 9 ; ou continuez à vendre.
