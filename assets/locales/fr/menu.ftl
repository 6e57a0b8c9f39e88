# Le menu, la palette, les questions, l’aide.
