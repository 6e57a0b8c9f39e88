-- Why: the keeper's PIN must not be in the journal, which cannot forget it: only its hash is kept,
-- beside it, with the wrong PINs given since the last right one, so that a restart forgives none.
CREATE TABLE keeper (
    one          INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    phc          TEXT    NOT NULL,
    misses       INTEGER NOT NULL CHECK (misses >= 0),
    missed_at_ms INTEGER NOT NULL
) STRICT;
INSERT INTO keeper (one, phc, misses, missed_at_ms) VALUES (1, '', 0, 0);
