-- Why: what the fund has, what stands on each account and which deposits are out are sums over all
-- years; added up anew for each report, a day's report would take longer every year.
CREATE TABLE stands (
    owner TEXT    NOT NULL CHECK (owner IN ('account', 'fund', 'deposit')),
    id    TEXT    NOT NULL,
    cents INTEGER NOT NULL,
    PRIMARY KEY (owner, id)
) STRICT, WITHOUT ROWID;
