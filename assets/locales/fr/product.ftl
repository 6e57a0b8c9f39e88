# Un article : le créer, changer son prix.

about = Article
about-help = Le prix se change aussitôt : des chiffres, puis Entrée. Il vaut dès la ligne suivante.
