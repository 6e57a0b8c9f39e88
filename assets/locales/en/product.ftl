# A product: making one, changing its price.
