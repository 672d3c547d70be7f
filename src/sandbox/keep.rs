//! Keeping what is fed: a SQLite file, so that an event that has been acknowledged survives
//! whatever happens to the program.

use crate::diagnostic::Message;
use crate::say;
use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior, params};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// The name of the file in the folder.
const FILE: &str = "sandbox.sqlite";
/// The form of the tables, raised when it changes.
const FORM: i64 = 1;

/// The file that events are kept in.
pub(super) struct Keep {
    connection: Mutex<Connection>,
}

/// Something that changes.
pub(super) enum Change<'c> {
    /// An event is put in, or replaces the one with its id.
    Put { id: &'c str, fed: &'c str },
    /// An event is taken away.
    Remove { id: &'c str },
}

impl Keep {
    /// Opens the file in a folder that exists, or makes it.
    ///
    /// # Errors
    /// When the file can't be opened, isn't one of these, or belongs to another version.
    pub(super) fn open(folder: &Path) -> Result<Self, Message> {
        let path = folder.join(FILE);
        let told = path.display().to_string();
        let failed = |error: rusqlite::Error| {
            say!(
                "filen `{told}` kan inte användas: {error}\n  välj en annan mapp med --data MAPP, eller flytta undan filen och börja om",
                "the file `{told}` can't be used: {error}\n  choose another folder with --data DIR, or move the file away and start afresh"
            )
        };
        let connection = Connection::open(&path).map_err(failed)?;
        let form = prepare(&connection).map_err(failed)?;
        if form != FORM {
            return Err(say!(
                "filen `{told}` skrevs av en annan version av katalog\n  välj en annan mapp med --data MAPP, eller flytta undan filen och börja om",
                "the file `{told}` was written by another version of katalog\n  choose another folder with --data DIR, or move the file away and start afresh"
            ));
        }
        Ok(Self {
            connection: Mutex::new(connection),
        })
    }

    /// Makes changes at a producer, all or none of them. They are on the disk when this returns.
    ///
    /// # Errors
    /// When they could not be written; nothing has changed then.
    pub(super) fn write(&self, producer: &str, changes: &[Change]) -> rusqlite::Result<()> {
        let mut connection = self
            .connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        {
            let mut put = transaction.prepare_cached(
                "INSERT OR REPLACE INTO event (producer, id, fed) VALUES (?1, ?2, ?3)",
            )?;
            let mut remove =
                transaction.prepare_cached("DELETE FROM event WHERE producer = ?1 AND id = ?2")?;
            for change in changes {
                match change {
                    Change::Put { id, fed } => put.execute(params![producer, id, fed])?,
                    Change::Remove { id } => remove.execute(params![producer, id])?,
                };
            }
        }
        transaction.commit()
    }

    /// Calls a function with every event that is kept: its producer, and how it was fed.
    ///
    /// # Errors
    /// When the file can't be read.
    pub(super) fn read(&self, mut each: impl FnMut(&str, &str)) -> rusqlite::Result<()> {
        let connection = self
            .connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let mut all =
            connection.prepare("SELECT producer, fed FROM event ORDER BY producer, id")?;
        let mut rows = all.query([])?;
        while let Some(row) = rows.next()? {
            let (producer, fed) = (row.get_ref(0)?.as_str()?, row.get_ref(1)?.as_str()?);
            each(producer, fed);
        }
        Ok(())
    }

    /// What is kept under a name, such as a consumer's secret.
    ///
    /// # Errors
    /// When the file can't be read.
    pub(super) fn note(&self, name: &str) -> rusqlite::Result<Option<String>> {
        let connection = self
            .connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        connection
            .query_row("SELECT value FROM note WHERE name = ?1", [name], |row| {
                row.get(0)
            })
            .optional()
    }

    /// Keeps something under a name.
    ///
    /// # Errors
    /// When the file can't be written.
    pub(super) fn set_note(&self, name: &str, value: &str) -> rusqlite::Result<()> {
        let connection = self
            .connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        connection.execute(
            "INSERT OR REPLACE INTO note (name, value) VALUES (?1, ?2)",
            [name, value],
        )?;
        Ok(())
    }
}

/// Makes the tables of a new file. Gives the form of the file.
fn prepare(connection: &Connection) -> rusqlite::Result<i64> {
    // One program at a time: another would not see what this one is fed with.
    connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // A commit is on the disk before it is acknowledged.
    connection.pragma_update(None, "synchronous", "FULL")?;
    let form: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if form != 0 {
        // Takes the lock now rather than at the first change.
        connection.execute_batch("BEGIN IMMEDIATE; COMMIT;")?;
        return Ok(form);
    }
    connection.execute_batch(&format!(
        "BEGIN IMMEDIATE;
         CREATE TABLE event (producer TEXT NOT NULL, id TEXT NOT NULL, fed TEXT NOT NULL,
             PRIMARY KEY (producer, id)) STRICT, WITHOUT ROWID;
         CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
         PRAGMA user_version = {FORM};
         COMMIT;"
    ))?;
    Ok(FORM)
}
