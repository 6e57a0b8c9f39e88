-- Why: a till answers from tables made for its questions, not by reading seventeen years of entries
-- at every start. All of it can be thrown away and made again from the journal; nothing here is
-- ever written otherwise.

-- Objects of the catalogue as they are now, each as the canonical JSON of its last change; place is
-- the order in which they came.
CREATE TABLE product (
    place   INTEGER PRIMARY KEY,
    id      TEXT    NOT NULL UNIQUE,
    content TEXT    NOT NULL
) STRICT;
CREATE TABLE producer (
    place   INTEGER PRIMARY KEY,
    id      TEXT    NOT NULL UNIQUE,
    content TEXT    NOT NULL
) STRICT;
CREATE TABLE department (
    place   INTEGER PRIMARY KEY,
    id      TEXT    NOT NULL UNIQUE,
    content TEXT    NOT NULL
) STRICT;
CREATE TABLE quick_key (
    place   INTEGER PRIMARY KEY,
    content TEXT    NOT NULL
) STRICT;

-- The settings in force, a row per part.
CREATE TABLE setting (
    part    TEXT NOT NULL PRIMARY KEY,
    content TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a list of tickets shows; the ticket itself stays in the journal.
CREATE TABLE ticket (
    till        TEXT    NOT NULL,
    epoch       INTEGER NOT NULL,
    seq         INTEGER NOT NULL,
    number      INTEGER NOT NULL,
    name        TEXT    NOT NULL,
    day         TEXT    NOT NULL,
    at_utc_ms   INTEGER NOT NULL,
    offset_min  INTEGER NOT NULL,
    total_cents INTEGER NOT NULL,
    means       TEXT    NOT NULL,
    reverses    TEXT,
    reversed_by TEXT,
    printed     INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (till, epoch, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_of_a_day ON ticket (day);

-- Per product: what is left in thousandths (NULL while its stock was never counted), and how many
-- lines sold it, on the last day it was sold and before.
CREATE TABLE shelf (
    product     TEXT    NOT NULL PRIMARY KEY,
    left_thou   INTEGER,
    day         TEXT    NOT NULL,
    sold_before INTEGER NOT NULL,
    sold_day    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What came and went of a product on a day, in thousandths.
CREATE TABLE stock_day (
    product   TEXT    NOT NULL,
    day       TEXT    NOT NULL,
    delivered INTEGER NOT NULL,
    sold      INTEGER NOT NULL,
    lost      INTEGER NOT NULL,
    PRIMARY KEY (product, day)
) STRICT, WITHOUT ROWID;

-- What each means of payment brought on a day, less what went back; name is empty for those the
-- program ships.
CREATE TABLE tender_day (
    till     TEXT    NOT NULL,
    day      TEXT    NOT NULL,
    tender   TEXT    NOT NULL,
    name     TEXT    NOT NULL,
    cents    INTEGER NOT NULL,
    payments INTEGER NOT NULL,
    PRIMARY KEY (day, till, tender, name)
) STRICT, WITHOUT ROWID;
