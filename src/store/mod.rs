//! The one SQLite database. No business rule in here; the journal is only ever appended to.
