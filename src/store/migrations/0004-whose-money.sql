-- Why: a solidarity market holds other people's money: members', producers', the fund's, jars' and
-- credit notes'. Each question about it is a sum over rows that came from entries, of this till and
-- of every other in the journal; no running number is kept that could drift.

-- Accounts as they are now, each as the canonical JSON of its last change; by reference only.
CREATE TABLE member (
    id      TEXT NOT NULL PRIMARY KEY,
    content TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What came (positive) and went of what the stall holds for somebody, one row per entry. owner and
-- id are those of a ticket's shares; id is empty for the fund, and for what is nobody's yet it is
-- the place of the line that sold it. A producer has a row, of zero perhaps, for each ticket with
-- something of hers.
CREATE TABLE held (
    owner TEXT    NOT NULL,
    id    TEXT    NOT NULL,
    till  TEXT    NOT NULL,
    epoch INTEGER NOT NULL,
    seq   INTEGER NOT NULL,
    day   TEXT    NOT NULL,
    cents INTEGER NOT NULL,
    PRIMARY KEY (owner, id, till, epoch, seq)
) STRICT, WITHOUT ROWID;

-- What later tickets did to earlier ones. Of a line (from 0): so much of it was taken back, in
-- thousandths, or another stands in its place. Of a whole ticket (line -1): its means of payment
-- were corrected, or it was reversed.
CREATE TABLE later (
    till     TEXT    NOT NULL,
    epoch    INTEGER NOT NULL,
    seq      INTEGER NOT NULL,
    line     INTEGER NOT NULL,
    by_till  TEXT    NOT NULL,
    by_epoch INTEGER NOT NULL,
    by_seq   INTEGER NOT NULL,
    by_line  INTEGER NOT NULL,
    how      TEXT    NOT NULL CHECK (how IN ('back', 'stands', 'corrects', 'reverses')),
    thou     INTEGER NOT NULL,
    PRIMARY KEY (till, epoch, seq, line, by_till, by_epoch, by_seq, by_line)
) STRICT, WITHOUT ROWID;

-- Up to where each settlement went, and what it carried over.
CREATE TABLE settlement (
    producer      TEXT    NOT NULL,
    till          TEXT    NOT NULL,
    epoch         INTEGER NOT NULL,
    seq           INTEGER NOT NULL,
    number        INTEGER NOT NULL,
    up_epoch      INTEGER NOT NULL,
    up_seq        INTEGER NOT NULL,
    carried_cents INTEGER NOT NULL,
    PRIMARY KEY (producer, till, epoch, seq)
) STRICT, WITHOUT ROWID;

-- Entries other than tickets that a day's sums ask for; tickets do not pay for it.
CREATE INDEX journal_apart ON journal (business_day, kind)
    WHERE kind IN ('member', 'settlement');

-- Who is behind a reference: beside the journal, because people may ask to be forgotten. A mark is
-- what finds a member and may be nobody else's: the number, and each card.
CREATE TABLE contact (
    member  TEXT NOT NULL PRIMARY KEY,
    content TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE contact_mark (
    kind   TEXT NOT NULL CHECK (kind IN ('number', 'card')),
    mark   TEXT NOT NULL,
    member TEXT NOT NULL,
    PRIMARY KEY (kind, mark)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_mark_of ON contact_mark (member);
