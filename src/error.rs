//! What can go wrong, sorted by what the user can do about it.

use std::fmt;
use std::path::{Path, PathBuf};

/// The library's result.
pub type Result<T> = std::result::Result<T, Error>;

/// An error with its kind: the command adds what it was doing and picks the exit status.
#[derive(Debug)]
pub struct Error {
    kind: ErrorKind,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// The kinds of error; each says what was wrong and, where there is one, the next step.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// Nothing has this id, name or path.
    NotFound(String),
    /// A name or an id's beginning fits several things; the message lists them.
    Ambiguous(String),
    /// What was given cannot be used as it is.
    InvalidInput(String),
    /// There is no corpus at this path.
    NoCorpus(PathBuf),
    /// The file is not a sayso corpus.
    NotACorpus(PathBuf, String),
    /// The file was a corpus once; parts of it are lost.
    Damaged(PathBuf),
    /// The corpus was written by a newer program: its schema, ours.
    TooNew(PathBuf, i64, i64),
    /// Another process is writing.
    Locked(PathBuf),
    /// SQLite failed in a way of its own (full disk, I/O error).
    Storage(PathBuf, String),
    /// A file could not be read or written.
    Io(PathBuf, String),
}

impl Error {
    /// Makes an error of a kind.
    pub fn new(kind: ErrorKind) -> Self {
        Error { kind, source: None }
    }

    /// Makes an error about input that cannot be used.
    pub fn invalid(message: impl Into<String>) -> Self {
        Error::new(ErrorKind::InvalidInput(message.into()))
    }

    /// Makes an error about something that is not there.
    pub fn not_found(message: impl Into<String>) -> Self {
        Error::new(ErrorKind::NotFound(message.into()))
    }

    /// Makes an error about reading or writing a file.
    pub fn io(path: &Path, error: std::io::Error) -> Self {
        Error::new(ErrorKind::Io(path.to_path_buf(), error.to_string())).caused_by(error)
    }

    /// Keeps the error below this one.
    pub fn caused_by(mut self, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Names the corpus in an error that came up where its path was not at hand.
    pub fn name_corpus(&mut self, path: &Path) {
        let named = match &mut self.kind {
            ErrorKind::NotACorpus(named, _) | ErrorKind::Damaged(named) => named,
            ErrorKind::Locked(named) | ErrorKind::Storage(named, _) => named,
            _ => return,
        };
        if named.as_os_str().is_empty() {
            *named = path.to_path_buf();
        }
    }

    /// Tells whether the reader of our output has gone away, which is no failure of ours.
    pub fn is_broken_pipe(&self) -> bool {
        let cause = self.source.as_deref().and_then(|source| source.downcast_ref::<std::io::Error>());
        cause.is_some_and(|cause| cause.kind() == std::io::ErrorKind::BrokenPipe)
    }

    /// Returns the kind.
    pub fn kind(&self) -> &ErrorKind {
        &self.kind
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ErrorKind::NotFound(what) | ErrorKind::Ambiguous(what) | ErrorKind::InvalidInput(what) => {
                out.write_str(what)
            }
            ErrorKind::NoCorpus(path) => write!(
                out,
                "there is no corpus at {}; make one with `sayso -d {} ingest FOLDER`, or name another with -d",
                path.display(),
                path.display()
            ),
            ErrorKind::NotACorpus(path, why) => {
                write!(out, "{} is not a sayso corpus: {why}; nothing was changed in it", path.display())
            }
            ErrorKind::Damaged(path) => write!(
                out,
                "{} is damaged or cut short; restore a backup of it, or ingest the pieces into a new file",
                path.display()
            ),
            ErrorKind::TooNew(path, theirs, ours) => write!(
                out,
                "{} was written by a newer sayso (schema {theirs}, this program knows {ours}); update sayso to open it",
                path.display()
            ),
            ErrorKind::Locked(path) => write!(
                out,
                "{} is being written by another process; wait until it is done and try again",
                path.display()
            ),
            ErrorKind::Storage(path, what) => write!(out, "{} could not be read or written: {what}", path.display()),
            ErrorKind::Io(path, what) => write!(out, "{}: {what}", path.display()),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        // The message of an I/O error already carries its cause's words.
        match self.kind {
            ErrorKind::Io(..) => None,
            _ => self.source.as_deref().map(|source| source as _),
        }
    }
}
