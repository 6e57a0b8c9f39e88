# What is refused or out of order: what happened, what is safe, what to do.
