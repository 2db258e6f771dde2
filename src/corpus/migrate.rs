//! The list of migrations: append only, each a file in `migrations/`, all pending ones in one transaction.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use crate::error::{Error, ErrorKind, Result};

/// Marks a file as ours: "says" in ASCII.
pub const APPLICATION_ID: i64 = 0x7361_7973;

/// What has been done to a file is counted in `user_version`; the next entry to run is the one at that index.
const MIGRATIONS: &[&str] = &[
    include_str!("../../migrations/0001_articles.sql"),
    include_str!("../../migrations/0002_actors.sql"),
    include_str!("../../migrations/0003_claims.sql"),
    include_str!("../../migrations/0004_history.sql"),
    include_str!("../../migrations/0005_search.sql"),
    include_str!("../../migrations/0006_views.sql"),
    include_str!("../../migrations/0007_links.sql"),
    include_str!("../../migrations/0008_reprints.sql"),
    include_str!("../../migrations/0009_descriptions.sql"),
    include_str!("../../migrations/0010_removed.sql"),
    include_str!("../../migrations/0011_reprint_samples.sql"),
    include_str!("../../migrations/0012_clusters.sql"),
];

/// Returns the schema that this program writes.
pub fn current_version() -> i64 {
    MIGRATIONS.len() as i64
}

/// Says whether the file is a corpus this program can use, before anything in it is touched.
///
/// Returns the file's schema version; 0 for an empty database, which is not yet anything.
pub fn inspect(connection: &Connection, path: &Path) -> Result<i64> {
    // One look at one moment: another process may be making the corpus just now.
    let connection = connection.unchecked_transaction()?;
    let application: i64 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let tables: i64 = connection.query_row("SELECT COUNT(*) FROM sqlite_schema", [], |row| row.get(0))?;
    match (application, version) {
        (0, 0) if tables == 0 => Ok(0),
        (APPLICATION_ID, version) if version > current_version() => {
            Err(Error::new(ErrorKind::TooNew(path.to_path_buf(), version, current_version())))
        }
        (APPLICATION_ID, version) => Ok(version),
        _ => Err(Error::new(ErrorKind::NotACorpus(
            path.to_path_buf(),
            "it is an SQLite database made by another program".into(),
        ))),
    }
}

/// Brings the file from a version to this program's schema.
pub fn migrate(connection: &mut Connection, from: i64) -> Result<()> {
    if from == current_version() {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another process may have done it while this one waited for its turn.
    let from: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for migration in MIGRATIONS.iter().skip(from as usize) {
        transaction.execute_batch(migration)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", current_version())?;
    transaction.commit()?;
    Ok(())
}
