-- Why: two things live beside the journal because they may be forgotten: baskets that are not paid
-- yet (kept so that a killed program shows them again) and the printer's queue.
CREATE TABLE draft (
    one     INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    content TEXT    NOT NULL
) STRICT;
INSERT INTO draft (one, content) VALUES (1, '');

CREATE TABLE print_job (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    at_utc_ms  INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    epoch      INTEGER,
    seq        INTEGER,
    copy       INTEGER NOT NULL,
    title      TEXT    NOT NULL,
    content    BLOB    NOT NULL,
    state      TEXT    NOT NULL
               CHECK (state IN ('queued', 'sending', 'sent', 'confirmed', 'unknown', 'failed',
                                'cancelled'))
) STRICT;
