# Taking payment: the means, what remains.
