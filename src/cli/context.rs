//! Where a command stands: which corpus, what kind of terminal, and where words to the user go.

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anstream::{AutoStream, ColorChoice};
use anyhow::Result;

use crate::corpus::Corpus;

/// Columns where nothing tells how wide the reader's screen is.
const WIDTH: usize = 100;

/// Flags of every command.
#[derive(Debug, Clone, clap::Args)]
#[command(next_help_heading = "Everywhere")]
pub struct Global {
    /// The corpus, one file
    #[arg(
        short = 'd',
        long,
        value_name = "FILE",
        env = "SAYSO_DB",
        hide_env_values = true,
        default_value = "sayso.db",
        global = true
    )]
    db: PathBuf,
    /// Colour: auto is on a terminal, unless NO_COLOR is set
    #[arg(long, value_name = "WHEN", value_parser = ["auto", "always", "never"], default_value = "auto", global = true)]
    color: String,
    /// Do not show long answers through $SAYSO_PAGER, $PAGER or less
    #[arg(long, global = true)]
    no_pager: bool,
}

/// What commands know of the world around them.
#[derive(Debug, Clone)]
pub struct Context {
    database: PathBuf,
    /// Whether a person reads standard output as it comes: tables, a page at a time.
    pub is_terminal: bool,
    /// Whether a person reads standard error.
    pub is_watched: bool,
    /// Whether what a person reads may have colour.
    pub color: bool,
    /// Columns of what a person reads.
    pub width: usize,
    /// The program and arguments that long answers go through.
    pub pager: Option<OsString>,
    /// Whether notes stand among the answers: in a walk both are one text.
    is_walk: bool,
}

impl Context {
    /// Looks at the flags, the environment and the terminal.
    pub fn new(global: &Global) -> Result<Context> {
        match global.color.as_str() {
            "always" => ColorChoice::Always,
            "never" => ColorChoice::Never,
            _ => ColorChoice::Auto,
        }
        .write_global();
        let is_terminal = io::stdout().is_terminal();
        Ok(Context {
            database: global.db.clone(),
            is_terminal,
            is_watched: io::stderr().is_terminal(),
            color: AutoStream::choice(&io::stdout()) != ColorChoice::Never,
            width: width(),
            pager: if is_terminal && !global.no_pager { pager() } else { None },
            is_walk: false,
        })
    }

    /// Returns the same surroundings for a walk through another corpus: as on a terminal, without a pager.
    pub fn walking(&self, database: &Path) -> Context {
        Context { database: database.to_path_buf(), is_terminal: true, pager: None, is_walk: true, ..self.clone() }
    }

    /// Returns where the corpus is, or is to be.
    pub fn database(&self) -> &Path {
        &self.database
    }

    /// Opens the corpus for a query; nothing is created.
    pub fn corpus(&self) -> Result<Corpus> {
        Ok(Corpus::open_read_only(&self.database)?)
    }

    /// Tells the user something beside the answer.
    pub fn note(&self, message: &str) {
        // Where nobody listens, nothing is lost: the answer does not depend on it.
        let _ = match self.is_walk {
            true => writeln!(io::stdout(), "{message}"),
            false => writeln!(io::stderr(), "{message}"),
        };
    }
}

/// Returns the columns of the terminal; COLUMNS overrules what it says of itself.
fn width() -> usize {
    let asked = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let measured = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    asked.or_else(measured).unwrap_or(WIDTH).max(20)
}

/// Returns the pager that the user asks for; an empty one means none.
fn pager() -> Option<OsString> {
    let asked = std::env::var_os("SAYSO_PAGER").or_else(|| std::env::var_os("PAGER"));
    Some(asked.unwrap_or_else(|| "less -FRX".into())).filter(|pager| !pager.is_empty())
}
