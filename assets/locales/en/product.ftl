# A product: making one, changing its price.

about = Article
about-help = The price changes at once: digits, then Enter. It holds from the next line on.
