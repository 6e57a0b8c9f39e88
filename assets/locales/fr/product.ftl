# Un article : le créer, changer son prix.
