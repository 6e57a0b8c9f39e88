# Giving change.
