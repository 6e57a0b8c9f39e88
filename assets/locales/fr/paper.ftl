# Ce qui s’imprime.
