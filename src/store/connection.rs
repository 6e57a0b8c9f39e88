//! The one SQLite connection: how it is opened, what it promises and what it refuses.

use std::{
    fmt::Write as _,
    os::unix::ffi::OsStrExt,
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{
    Connection, OpenFlags,
    config::DbConfig,
    hooks::{AuthAction, AuthContext, Authorization},
    types::Value,
};

use super::{error::StoreError, migrations};

/// `Etal` in ASCII: what `file` and we know the database by.
pub(super) const APPLICATION: i64 = 0x4574_616C;

/// Waiting longer for another process would only delay the sentence that names it.
const BUSY: Duration = Duration::from_millis(500);

/// Whether a missing file is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    /// A new database.
    Make,
    /// An error.
    Refuse,
}

/// Opens a database file for this process alone and brings it to the version of this program.
pub(super) fn open(path: &Path, missing: Missing) -> Result<Connection, StoreError> {
    let mut connection = open_unguarded(path, missing)?;
    guard(&mut connection)?;
    Ok(connection)
}

/// The same for a rebuild, which has to write entries as they are.
pub(super) fn open_unguarded(path: &Path, missing: Missing) -> Result<Connection, StoreError> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if missing == Missing::Make {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let connection = Connection::open_with_flags(uri(path)?, flags)?;
    connection.busy_timeout(BUSY)?;
    // Before the first access, so that the index of the WAL is in memory and not in a mapped file,
    // which on a full disk kills the process.
    ask(
        &connection,
        "locking_mode=EXCLUSIVE",
        "exclusive".to_owned(),
    )?;
    ours(&connection, path)?;
    ask(&connection, "journal_mode=WAL", "wal".to_owned())?;
    let backups = path.parent().map(|dir| dir.join("backups"));
    finish(connection, backups.as_deref())
}

/// Opens a database that is damaged, to read what is left: nothing is written into it, and its
/// log stays as it is.
pub(super) fn open_wreck(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(uri(path)?, flags)?;
    connection.busy_timeout(BUSY)?;
    ask(
        &connection,
        "locking_mode=EXCLUSIVE",
        "exclusive".to_owned(),
    )?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    ask(&connection, "query_only=ON", 1)?;
    ours(&connection, path)?;
    migrations::refuse_newer(&connection)?;
    Ok(connection)
}

/// A database that lives as long as the program.
pub(super) fn in_memory() -> Result<Connection, StoreError> {
    let mut connection = finish(Connection::open_in_memory()?, None)?;
    guard(&mut connection)?;
    Ok(connection)
}

fn finish(mut connection: Connection, backups: Option<&Path>) -> Result<Connection, StoreError> {
    for (pragma, value) in [
        // EXTRA: an entry that was answered is on the disk.
        ("synchronous=EXTRA", 3),
        // Without it REPLACE deletes behind the back of the triggers.
        ("recursive_triggers=ON", 1),
        // A checkpoint is made when nobody waits, and a lying card can then lose no more than a
        // tail.
        ("wal_autocheckpoint=0", 0),
        // Who is erased is overwritten, not only unlinked.
        ("secure_delete=ON", 1),
        ("trusted_schema=OFF", 0),
        ("cell_size_check=ON", 1),
        ("temp_store=MEMORY", 2),
        ("cache_size=-2000", -2000),
    ] {
        ask(&connection, pragma, value)?;
    }
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_prepared_statement_cache_capacity(64);
    migrations::run(&mut connection, backups)?;
    Ok(connection)
}

/// Refuses a file that is a database, but not of this program; an empty one was never written.
fn ours(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let application: i64 =
        connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let pages: i64 = connection.pragma_query_value(None, "page_count", |row| row.get(0))?;
    if application == APPLICATION || (application == 0 && pages == 0) {
        Ok(())
    } else {
        Err(StoreError::NotOurs {
            path: path.to_path_buf(),
        })
    }
}

/// Sets a pragma and reads it back: SQLite says nothing when it does not obey.
fn ask(connection: &Connection, pragma: &str, wanted: impl Into<Value>) -> Result<(), StoreError> {
    connection.execute_batch(&format!("PRAGMA {pragma}"))?;
    let name = pragma.split('=').next().unwrap_or(pragma);
    let got: Value = connection.pragma_query_value(None, name, |row| row.get(0))?;
    if got == wanted.into() {
        return Ok(());
    }
    Err(StoreError::Sqlite(format!("{pragma} is {got:?}")))
}

/// From here on nothing is dropped, altered or attached, and no entry is touched.
fn guard(connection: &mut Connection) -> Result<(), StoreError> {
    connection.authorizer(Some(|context: AuthContext<'_>| authorize(&context.action)))?;
    Ok(())
}

fn authorize(action: &AuthAction<'_>) -> Authorization {
    match action {
        AuthAction::Select
        | AuthAction::Read { .. }
        | AuthAction::Insert { .. }
        | AuthAction::Transaction { .. }
        | AuthAction::Function { .. }
        | AuthAction::Recursive => Authorization::Allow,
        AuthAction::Update { table_name, .. } | AuthAction::Delete { table_name }
            if *table_name != "journal" && !table_name.starts_with("sqlite_schema") =>
        {
            Authorization::Allow
        }
        AuthAction::Pragma { pragma_name, .. } if HARMLESS.contains(pragma_name) => {
            Authorization::Allow
        }
        _ => Authorization::Deny,
    }
}

/// What the till itself asks for once it runs.
const HARMLESS: [&str; 3] = ["wal_checkpoint", "quick_check", "integrity_check"];

/// The file as a URI: `#`, `?` and `%` in a folder's name are escaped, and `psow=0` keeps a torn
/// sector of the next commit off the last one.
fn uri(path: &Path) -> Result<PathBuf, StoreError> {
    let path = std::path::absolute(path).map_err(|error| StoreError::Folder {
        path: path.to_path_buf(),
        detail: error.to_string(),
    })?;
    let mut uri = String::from("file://");
    for byte in path.as_os_str().as_bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(byte) {
            uri.push(char::from(*byte));
        } else {
            // Writing into a string does not fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri.push_str("?psow=0");
    Ok(uri.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_sign_in_a_folder_is_part_of_its_name() {
        assert_eq!(
            uri(Path::new("/srv/Marché #1/a?b%c")).unwrap(),
            PathBuf::from("file:///srv/March%C3%A9%20%231/a%3Fb%25c?psow=0")
        );
    }

    #[test]
    fn the_till_cannot_harm_its_own_journal() {
        let connection = in_memory().unwrap();
        for harm in [
            "DROP TABLE journal",
            "DROP TRIGGER journal_loses_nothing",
            "ALTER TABLE journal RENAME TO old",
            "ATTACH 'other.db' AS other",
            "PRAGMA writable_schema=ON",
            "PRAGMA recursive_triggers=OFF",
            "UPDATE journal SET payload = '{}'",
            "DELETE FROM journal",
            "DELETE FROM sqlite_schema",
            "CREATE TABLE beside (a)",
            "VACUUM",
        ] {
            assert!(connection.execute_batch(harm).is_err(), "{harm}");
        }
    }
}
