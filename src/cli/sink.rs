//! Where an answer goes: standard output, a pager in front of it, or a file that appears when it is whole.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, StdoutLock, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::context::Context;
use crate::error::{Error, Result};

/// An open place for an answer.
pub enum Sink {
    /// Standard output.
    Stdout(StdoutLock<'static>),
    /// A pager's standard input.
    Pager(Child),
    /// A file, under another name until it is whole.
    File(NewFile),
}

/// A file being written beside its final name.
pub struct NewFile {
    file: File,
    partial: PathBuf,
    target: PathBuf,
}

impl Sink {
    /// Opens a file where one is named (`-` is standard output), else what the context has.
    pub fn open(context: &Context, file: Option<&Path>) -> Result<Sink> {
        match file {
            Some(path) if path != Path::new("-") => Ok(Sink::File(NewFile::create(path)?)),
            _ => Ok(context.pager.as_deref().and_then(page).unwrap_or_else(|| Sink::Stdout(io::stdout().lock()))),
        }
    }

    /// Ends the answer: waits until the pager is left, or gives the file its name.
    pub fn close(self) -> io::Result<()> {
        match self {
            Sink::Stdout(mut stdout) => stdout.flush(),
            Sink::Pager(mut pager) => {
                drop(pager.stdin.take());
                pager.wait().map(|_| ())
            }
            Sink::File(file) => file.keep(),
        }
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Sink::Stdout(stdout) => stdout.write(bytes),
            Sink::Pager(pager) => pager.stdin.as_mut().expect("open until closed").write(bytes),
            Sink::File(file) => file.file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Sink::Stdout(stdout) => stdout.flush(),
            Sink::Pager(pager) => pager.stdin.as_mut().expect("open until closed").flush(),
            Sink::File(file) => file.file.flush(),
        }
    }
}

/// Starts a pager; none where it cannot be started.
fn page(command: &OsStr) -> Option<Sink> {
    let command = command.to_str()?;
    let mut words = command.split_whitespace();
    let pager = Command::new(words.next()?).args(words).stdin(Stdio::piped()).spawn();
    pager.ok().map(Sink::Pager)
}

impl NewFile {
    /// Begins a file; an earlier one of this name stays as it is until the new one is whole.
    pub fn create(target: &Path) -> Result<NewFile> {
        let name = target.file_name().ok_or_else(|| Error::invalid(format!("{} is no file name", target.display())))?;
        // A device or a pipe has no other name to be written under.
        let is_plain = fs::metadata(target).map_or(true, |found| found.is_file());
        let partial = match is_plain {
            true => target.with_file_name(format!(".{}.partial", name.to_string_lossy())),
            false => target.to_path_buf(),
        };
        let file = match is_plain {
            true => File::create(&partial),
            false => File::options().write(true).open(&partial),
        };
        let file = file.map_err(|error| Error::io(target, error))?;
        Ok(NewFile { file, partial, target: target.to_path_buf() })
    }

    /// Gives the file its name.
    pub fn keep(mut self) -> io::Result<()> {
        self.file.flush()?;
        if self.partial != self.target {
            fs::rename(&self.partial, &self.target)?;
        }
        Ok(())
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        if self.partial != self.target {
            // Gone already when the file was kept.
            let _ = fs::remove_file(&self.partial);
        }
    }
}
