# Les tarifs solidaires et la fin du marché.

tariffs = Tarif
tariffs-help = Une lettre ou un chiffre choisit le tarif du ticket : tout le ticket change de prix, Retour arrière le remet. F met tout au prix de fin de marché, ou l’arrête.
tariffs-none = Aucun tarif n’est réglé. Pour en avoir, notez-les dans les réglages (etal settings) : un nom, une lettre, un pourcentage.
tariffs-held = sur ce ticket
tariffs-gone = sur ce ticket, plus proposé
tariffs-plain = Prix affiché
tariffs-ending = Prix de fin de marché, pour tout
tariffs-ending-off = non
tariffs-ending-on = oui
tariffs-ending-some = quelques articles
tariffs-charged = Tarif noté. Total du ticket : { $total }. Retour arrière pour annuler.
tariffs-agreed-no-more = Tarif noté. Le total convenu ne vaut plus. Total du ticket : { $total }.
tariffs-ending-begun = Fin de marché : { $off } sur tout, dès la ligne suivante. F6 F pour arrêter.
tariffs-ending-over = Fin de marché arrêtée : chacun à son prix dès la ligne suivante.
