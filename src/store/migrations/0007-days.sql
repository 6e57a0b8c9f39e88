-- Why: a till asks what was closed before each closing and at each start; and reports of a day ask
-- for more kinds of entries than before. Of what was closed only the place is kept: the closing
-- itself stays in the journal.
CREATE TABLE closing (
    till     TEXT    NOT NULL,
    epoch    INTEGER NOT NULL,
    seq      INTEGER NOT NULL,
    level    TEXT    NOT NULL CHECK (level IN ('day', 'month', 'year')),
    number   INTEGER NOT NULL,
    name     TEXT    NOT NULL,
    label    TEXT    NOT NULL,
    printed  INTEGER NOT NULL DEFAULT 0,
    -- How far its envelope came.
    envelope TEXT    NOT NULL CHECK (envelope IN ('none', 'away', 'received', 'banked')),
    PRIMARY KEY (till, epoch, seq)
) STRICT, WITHOUT ROWID;

-- Entries other than tickets that a day's sums ask for; tickets do not pay for it.
DROP INDEX journal_apart;
CREATE INDEX journal_apart ON journal (business_day, kind) WHERE kind <> 'ticket';
