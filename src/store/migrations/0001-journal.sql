-- Why: the journal is the only truth. Entries are added at the end of a chain, never changed, never
-- taken away; the database itself refuses anything else, whatever program holds it. REPLACE deletes
-- a row without asking the delete trigger, so the insert trigger looks by itself for a row that is
-- in the way.
CREATE TABLE journal (
    till         TEXT    NOT NULL CHECK (length(till) = 8),
    epoch        INTEGER NOT NULL CHECK (epoch >= 1),
    seq          INTEGER NOT NULL CHECK (seq >= 1),
    uid          BLOB    NOT NULL CHECK (length(uid) = 16),
    kind         TEXT    NOT NULL,
    format       INTEGER NOT NULL,
    at_utc_ms    INTEGER NOT NULL,
    offset_min   INTEGER NOT NULL,
    business_day TEXT    NOT NULL,
    operator     TEXT    NOT NULL,
    payload      TEXT    NOT NULL,
    prev         BLOB    NOT NULL CHECK (length(prev) = 32),
    hash         BLOB    NOT NULL CHECK (length(hash) = 32),
    sig          BLOB    NOT NULL CHECK (length(sig) = 64),
    PRIMARY KEY (till, epoch, seq),
    UNIQUE (till, epoch, uid)
) STRICT;

CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is never changed');
END;

CREATE TRIGGER journal_loses_nothing BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal loses nothing');
END;

CREATE TRIGGER journal_takes_the_next_link BEFORE INSERT ON journal
BEGIN
    SELECT RAISE(ABORT, 'this place in the journal is taken')
     WHERE EXISTS (SELECT 1 FROM journal
                    WHERE till = NEW.till AND epoch = NEW.epoch AND seq = NEW.seq);
    SELECT RAISE(ABORT, 'this uid is in the journal')
     WHERE EXISTS (SELECT 1 FROM journal
                    WHERE till = NEW.till AND epoch = NEW.epoch AND uid = NEW.uid);
    SELECT RAISE(ABORT, 'not the next link of the journal')
     WHERE NOT (NEW.seq = 1 AND NEW.kind = 'identity')
       AND NOT EXISTS (SELECT 1 FROM journal WHERE till = NEW.till AND epoch = NEW.epoch
                          AND seq = NEW.seq - 1 AND hash = NEW.prev);
END;
