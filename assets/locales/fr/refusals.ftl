# Ce qui est refusé ou en panne : ce qui s’est passé, ce qui est sauf, que faire.
