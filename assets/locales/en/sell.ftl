# Selling: the entry line, the ticket, the search.
