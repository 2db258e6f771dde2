//! Rows ⇄ SQLite: the only room that speaks SQL.
//!
//! A [`Corpus`] is one open file. Writing goes through [`mod@write`], one article at a time inside a transaction; reading
//! goes through [`queries`], each with its SQL in a file beside it.

pub mod check;
pub mod filter;
pub mod ids;
mod migrate;
pub mod queries;
pub mod write;

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, OpenFlags, ffi};

use crate::error::{Error, ErrorKind, Result};
use crate::name::folded;

/// How long a writer waits for another one before it says so.
const PATIENCE: Duration = Duration::from_secs(5);

/// One open corpus.
pub struct Corpus {
    connection: Connection,
    path: PathBuf,
}

impl Corpus {
    /// Opens a corpus for writing and makes it first where there is none.
    ///
    /// # Errors
    ///
    /// The file is not a corpus, is damaged, comes from a newer program, or is locked; it is then left as it was.
    pub fn create(path: &Path) -> Result<Corpus> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let mut corpus = Corpus::open_with(path, flags)?;
        let version = corpus.inspected()?;
        corpus.about_file(|connection| {
            connection.pragma_update(None, "journal_mode", "WAL")?;
            connection.pragma_update(None, "synchronous", "NORMAL")?;
            connection.pragma_update(None, "foreign_keys", true)?;
            // 64 MiB of log between checkpoints: pages that change often reach the file once, not each time.
            connection.pragma_update(None, "wal_autocheckpoint", 16_384)?;
            migrate::migrate(connection, version)
        })?;
        Ok(corpus)
    }

    /// Opens an existing corpus for writing.
    ///
    /// # Errors
    ///
    /// As [`Corpus::create`], and when there is no file.
    pub fn open(path: &Path) -> Result<Corpus> {
        match path.exists() {
            true => Corpus::create(path),
            false => Err(Error::new(ErrorKind::NoCorpus(path.to_path_buf()))),
        }
    }

    /// Opens an existing corpus for queries; nothing can be written through it.
    ///
    /// # Errors
    ///
    /// As [`Corpus::open`].
    pub fn open_read_only(path: &Path) -> Result<Corpus> {
        if !path.exists() {
            return Err(Error::new(ErrorKind::NoCorpus(path.to_path_buf())));
        }
        let mut corpus = Corpus::open_with(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        match corpus.inspected()? {
            0 => Err(Error::new(ErrorKind::NotACorpus(path.to_path_buf(), "it is empty".into()))),
            version if version < migrate::current_version() => {
                // A query must not write, so an older file is brought up to date by a writer first.
                drop(corpus);
                drop(Corpus::create(path)?);
                Corpus::open_read_only(path)
            }
            _ => Ok(corpus),
        }
    }

    /// Makes an empty corpus in memory, for tests and for trying things.
    pub fn in_memory() -> Result<Corpus> {
        let connection = Connection::open_in_memory()?;
        connection.pragma_update(None, "foreign_keys", true)?;
        let mut corpus = Corpus::prepared(connection, Path::new(":memory:"))?;
        migrate::migrate(&mut corpus.connection, 0)?;
        Ok(corpus)
    }

    /// Opens the same corpus once more, for look-ups on another thread; `None` for one in memory.
    pub fn second_reader(&self) -> Result<Option<Corpus>> {
        match self.path.as_os_str() == ":memory:" {
            true => Ok(None),
            false => Corpus::open_read_only(&self.path).map(Some),
        }
    }

    /// Returns where the corpus is kept.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Copies the corpus, as it stands at this moment, into a new file.
    ///
    /// # Errors
    ///
    /// The target exists already, or cannot be written.
    pub fn backup(&self, target: &Path) -> Result<()> {
        if target.exists() {
            return Err(Error::invalid(format!("{} exists already; name a new file", target.display())));
        }
        self.connection.execute("VACUUM INTO ?1", [target.to_string_lossy()])?;
        Ok(())
    }

    fn open_with(path: &Path, flags: OpenFlags) -> Result<Corpus> {
        let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(|error| about(error.into(), path))?;
        let mut corpus = Corpus::prepared(connection, path)?;
        corpus.about_file(|connection| {
            connection.busy_timeout(PATIENCE)?;
            // 64 MiB of pages and a mapped file: queries over a large corpus read mostly from memory.
            connection.pragma_update(None, "cache_size", -65_536)?;
            connection.pragma_update(None, "mmap_size", 1_i64 << 30)?;
            Ok(())
        })?;
        Ok(corpus)
    }

    /// Gives the connection what every statement may count on: `fold(text)` folds as [`crate::name::folded`] does.
    fn prepared(connection: Connection, path: &Path) -> Result<Corpus> {
        connection.set_prepared_statement_cache_capacity(128);
        // Plans do not look at bound values: they stay the same, and no statement is prepared again for each value.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
        connection.create_scalar_function("fold", 1, flags, |arguments| Ok(folded(arguments.get_raw(0).as_str()?)))?;
        Ok(Corpus { connection, path: path.to_path_buf() })
    }

    fn inspected(&mut self) -> Result<i64> {
        let path = self.path.clone();
        self.about_file(|connection| migrate::inspect(connection, &path))
    }

    fn about_file<T>(&mut self, work: impl FnOnce(&mut Connection) -> Result<T>) -> Result<T> {
        work(&mut self.connection).map_err(|error| about(error, &self.path))
    }
}

/// Names the file in an error of SQLite's that is about the file as a whole.
fn about(error: Error, path: &Path) -> Error {
    match error.kind() {
        ErrorKind::NotACorpus(_, why) => Error::new(ErrorKind::NotACorpus(path.to_path_buf(), why.clone())),
        ErrorKind::Locked(_) => Error::new(ErrorKind::Locked(path.to_path_buf())),
        _ => error,
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        let code = match &error {
            rusqlite::Error::SqliteFailure(failure, _) => failure.code,
            _ => return Error::new(ErrorKind::Storage(error.to_string())),
        };
        let kind = match code {
            ffi::ErrorCode::DatabaseBusy | ffi::ErrorCode::DatabaseLocked => ErrorKind::Locked(PathBuf::new()),
            ffi::ErrorCode::NotADatabase => ErrorKind::NotACorpus(PathBuf::new(), "it is no SQLite database".into()),
            ffi::ErrorCode::DatabaseCorrupt => ErrorKind::NotACorpus(
                PathBuf::new(),
                "it is damaged or cut short; restore a backup, or ingest the pieces into a new file".into(),
            ),
            ffi::ErrorCode::DiskFull => {
                ErrorKind::Storage("the disk is full; free some space and run the same command again".into())
            }
            ffi::ErrorCode::ReadOnly => {
                ErrorKind::Storage("the file or its folder cannot be written; check its permissions".into())
            }
            ffi::ErrorCode::CannotOpen => {
                ErrorKind::Storage("the file cannot be opened; check that its folder exists and its permissions".into())
            }
            _ => ErrorKind::Storage(error.to_string()),
        };
        Error::new(kind)
    }
}
