//! Rows ⇄ SQLite: the only room that speaks SQL.
//!
//! A [`Corpus`] is one open file. Writing goes through [`mod@write`], one article at a time inside a transaction; reading
//! goes through [`queries`], each with its SQL in a file beside it.

pub mod check;
pub mod filter;
pub mod ids;
pub mod ledger;
mod migrate;
pub mod queries;
pub mod write;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, OpenFlags, ffi};

use crate::error::{Error, ErrorKind, Result};
use crate::name::{folded, has_same_letters};

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
        let mut corpus = Corpus::open_with(path, path, flags)?;
        let version = corpus.inspected()?;
        corpus.about_file(|connection| {
            connection.pragma_update(None, "journal_mode", "WAL")?;
            connection.pragma_update(None, "synchronous", "NORMAL")?;
            connection.pragma_update(None, "foreign_keys", true)?;
            // 64 MiB of log between checkpoints: pages that change often reach the file once, not each time.
            connection.pragma_update(None, "wal_autocheckpoint", 16_384)?;
            migrate::migrate(connection, version)
        })?;
        corpus.group_older().map_err(|error| about(error, path))?;
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
        let (corpus, version) = Corpus::inspected_for_reading(path)?;
        match version {
            0 => {
                let why = format!("it is empty; `sayso -d {} ingest FOLDER` makes one of it", path.display());
                Err(Error::new(ErrorKind::NotACorpus(path.to_path_buf(), why)))
            }
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

    /// Copies the corpus, as it stands at this moment, into a new file that appears when it is whole.
    ///
    /// # Errors
    ///
    /// The target exists already, or cannot be written.
    pub fn backup(&self, target: &Path) -> Result<()> {
        if target.exists() {
            return Err(Error::invalid(format!("{} exists already; name a new file", target.display())));
        }
        let mut partial = target.as_os_str().to_owned();
        partial.push(".partial");
        let partial = Path::new(&partial);
        // What an earlier backup left that was cut short.
        let _ = fs::remove_file(partial);
        let copied = self.connection.execute("VACUUM INTO ?1", [partial.to_string_lossy()]);
        if let Err(error) = copied {
            let _ = fs::remove_file(partial);
            return Err(about(error.into(), target));
        }
        fs::rename(partial, target).map_err(|error| Error::io(target, error))
    }

    /// Opens for reading and returns the schema's version.
    ///
    /// Where nothing can be written beside the file (a medium or a folder that is read-only), SQLite cannot keep track
    /// of other writers; if there is no log of theirs, the file is read as one that nobody changes.
    fn inspected_for_reading(path: &Path) -> Result<(Corpus, i64)> {
        let opened = |at: &Path, flags| {
            let mut corpus = Corpus::open_with(at, path, flags)?;
            let version = corpus.inspected()?;
            Ok((corpus, version))
        };
        opened(path, OpenFlags::SQLITE_OPEN_READ_ONLY).or_else(|error: Error| {
            let log = PathBuf::from(format!("{}-wal", path.display()));
            match error.kind() {
                ErrorKind::Storage(..) if !log.exists() => {
                    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
                    opened(&unchanging(path), flags).map_err(|_| error)
                }
                _ => Err(error),
            }
        })
    }

    /// Opens the file `at` a path, or a URI of it; errors speak of `path`.
    fn open_with(at: &Path, path: &Path, flags: OpenFlags) -> Result<Corpus> {
        if path.is_dir() {
            return Err(Error::new(ErrorKind::NotACorpus(path.to_path_buf(), "it is a folder".into())));
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(folder) = folder.filter(|folder| !folder.exists()) {
            let what = format!("there is no folder {}; make it first", folder.display());
            return Err(Error::new(ErrorKind::Storage(path.to_path_buf(), what)));
        }
        let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(at, flags).map_err(|error| about(error.into(), path))?;
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

    /// Gives the connection what every statement may count on: `fold(text)` folds as [`crate::name::folded`] does, and
    /// `has_same_letters(text, text)` compares as [`crate::name::has_same_letters`] does.
    fn prepared(connection: Connection, path: &Path) -> Result<Corpus> {
        connection.set_prepared_statement_cache_capacity(128);
        // Plans do not look at bound values: they stay the same, and no statement is prepared again for each value.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
        connection.create_scalar_function("fold", 1, flags, |arguments| Ok(folded(arguments.get_raw(0).as_str()?)))?;
        connection.create_scalar_function("has_same_letters", 2, flags, |arguments| {
            Ok(has_same_letters(arguments.get_raw(0).as_str()?, arguments.get_raw(1).as_str()?))
        })?;
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

/// Names the file in an error of SQLite's.
fn about(mut error: Error, path: &Path) -> Error {
    error.name_corpus(path);
    error
}

/// Returns the URI by which SQLite takes a file for one that nobody changes.
fn unchanging(path: &Path) -> PathBuf {
    let mut uri = String::from("file:");
    for byte in path.to_string_lossy().bytes() {
        match byte {
            b'/' | b'.' | b'-' | b'_' => uri.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => uri.push(char::from(byte)),
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    PathBuf::from(uri + "?immutable=1")
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        let code = match &error {
            rusqlite::Error::SqliteFailure(failure, _) => failure.code,
            _ => return storage(&error.to_string()),
        };
        let unnamed = PathBuf::new();
        match code {
            ffi::ErrorCode::DatabaseBusy | ffi::ErrorCode::DatabaseLocked => Error::new(ErrorKind::Locked(unnamed)),
            ffi::ErrorCode::NotADatabase => {
                Error::new(ErrorKind::NotACorpus(unnamed, "it is no SQLite database".into()))
            }
            ffi::ErrorCode::DatabaseCorrupt => Error::new(ErrorKind::Damaged(unnamed)),
            ffi::ErrorCode::DiskFull => storage("the disk is full; free some space and run the same command again"),
            ffi::ErrorCode::SystemIoFailure => storage(&format!(
                "{error}; the disk may be full, at its quota or failing: see to it and run the same command again"
            )),
            ffi::ErrorCode::ReadOnly => storage("the file or its folder may not be written; check their permissions"),
            ffi::ErrorCode::CannotOpen => {
                storage("it cannot be opened; check the permissions of the file and its folder")
            }
            _ => storage(&error.to_string()),
        }
    }
}

/// An error of SQLite's about a file that the caller names.
fn storage(what: &str) -> Error {
    Error::new(ErrorKind::Storage(PathBuf::new(), what.to_string()))
}
