# Stock: brought, sold, lost, left.
