# Le stock : apporté, vendu, perdu, reste.
