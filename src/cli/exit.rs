//! How the program ends: the exit statuses, and how an error is told.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use super::Cli;
use super::context::Context;
use crate::error::{Error, ErrorKind};

/// What the help says about exit statuses.
pub const HELP: &str = "Exit status: 0 done (no rows is done too), 1 failed, 2 misused, 3 some inputs failed, \
7 check found something.";

/// How a command ended, unless it failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// All was done.
    Done,
    /// Some inputs failed; the rest was done.
    SomeFailed,
    /// A promise is broken.
    FoundBroken,
}

impl Cli {
    /// Runs the command, tells an error on stderr, and returns the exit status.
    pub fn run_to_exit(&self) -> ExitCode {
        let outcome = Context::new(&self.global).and_then(|context| self.command.run(&context));
        ExitCode::from(match outcome {
            Ok(Status::Done) => 0,
            Ok(Status::SomeFailed) => 3,
            Ok(Status::FoundBroken) => 7,
            Err(error) if is_broken_pipe(&error) => 0,
            Err(error) => {
                // Where even stderr is gone, the exit status is all that is left to say.
                let _ = writeln!(io::stderr(), "error: {error:#}");
                if is_misuse(&error) { 2 } else { 1 }
            }
        })
    }
}

/// Names the corpus in an error that came up where its path was not at hand.
pub fn naming(mut error: anyhow::Error, database: &Path) -> anyhow::Error {
    if let Some(ours) = error.downcast_mut::<Error>() {
        ours.name_corpus(database);
    }
    error
}

/// Tells whether the reader of our output has gone away, as `head` does: what it wanted, it has.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| match (cause.downcast_ref::<Error>(), cause.downcast_ref::<io::Error>()) {
        (Some(error), _) => error.is_broken_pipe(),
        (_, Some(error)) => error.kind() == io::ErrorKind::BrokenPipe,
        _ => false,
    })
}

/// Tells whether the command line cannot be carried out as it is written.
fn is_misuse(error: &anyhow::Error) -> bool {
    let ours = error.chain().find_map(|cause| cause.downcast_ref::<Error>());
    ours.is_some_and(|error| matches!(error.kind(), ErrorKind::InvalidInput(_)))
}
