# The menu, the palette, questions, help.
