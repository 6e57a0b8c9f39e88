# A short list: a letter or a digit takes at once.

shortlist-take = Take
shortlist-choose = Choose
shortlist-leave = Leave
shortlist-help-key = Help
