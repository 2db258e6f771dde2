//! `demo`: a first walk through sayso, on sample pieces that come inside the binary.

mod pieces;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use clap::Parser;

use super::Cli;
use super::context::Context;
use super::exit::Status;
use super::page::Page;
use crate::corpus::filter::Filter;
use crate::error::Error;
use pieces::PIECES;

/// Walk through the main queries on a corpus of sample pieces
///
/// Leaves sayso-demo.db, the pieces in sayso-demo-pieces and the tables in sayso-demo-csv, in the current folder; what
/// an earlier demo left there is replaced. All people, outlets and events in the pieces are invented.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "Example:\n  sayso demo")]
pub struct Demo {}

const DATABASE: &str = "sayso-demo.db";
const PIECES_FOLDER: &str = "sayso-demo-pieces";
const TABLES_FOLDER: &str = "sayso-demo-csv";

/// A stop of the walk: what it shows, and the words after `sayso -d sayso-demo.db`.
type Stop<'w> = (&'w str, &'w [&'w str]);

const STOPS: &[Stop] = &[
    (
        "Three invented stories, told by invented outlets: shots at a border, lead in a city's water, a fight over a \
         ferry company. ingest takes files and folders of text, Markdown, saved pages and tables, and says what became \
         of every piece: one story here is a reprint of another, one was updated a day later.",
        &["ingest", PIECES_FOLDER],
    ),
    ("Who appears? In how many pieces, and who makes claims or is spoken of?", &["actors", "--limit", "8"]),
    (
        "Two of them, across all pieces: what each says about the other, what others say about both, where both are \
         named. A surname will do where only one actor has it.",
        &["crossref", "Anton Valdic", "Dzhavlan", "--limit", "3"],
    ),
    (
        "The claims of one actor, oldest first: Ruth Abara runs the ferry company. Watch what she says in March, and \
         three weeks later.",
        &["claims", "--actor", "Abara", "--limit", "8"],
    ),
    (
        "Words, wherever they stand in the texts; several in a row stand in quotation marks.",
        &["search", "\"not for sale\""],
    ),
];

const CLAIM: &str = "Every row leads to its words. This is one claim in its paragraph: who speaks, the reporting words, \
                     what is said.";

const TABLES: &str = "All of it as tables for a spreadsheet or a statistics program. Any single answer goes the same way: \
                      add --csv, -o FILE.csv or --excel to it.";

const END: &str = "That was the demo. Its corpus is one file, sayso-demo.db, the pieces it was made from are in \
                   sayso-demo-pieces, the tables in sayso-demo-csv. To go on:";

/// The last of them is for pieces of the reader's own.
const NEXT: [&str; 4] = [
    "sayso -d sayso-demo.db actor \"Judith Castellan\"",
    "sayso -d sayso-demo.db claims --cue-class deny --excel -o denials.csv",
    "sayso -d sayso-demo.db articles",
    "sayso ingest FOLDER",
];

impl Demo {
    /// Walks from the pieces to the tables.
    pub fn run(&self, context: &Context) -> Result<Status> {
        make_way()?;
        write_pieces(Path::new(PIECES_FOLDER))?;
        let walk = context.walking(Path::new(DATABASE));
        for (says, words) in STOPS {
            stop(&walk, says, words)?;
        }
        let claim = first_claim(&walk)?;
        stop(&walk, CLAIM, &["show", &claim])?;
        stop(&walk, TABLES, &["export", "--all", TABLES_FOLDER])?;
        let mut page = Page::new(walk.width, walk.color);
        page.words(0, END);
        page.gap();
        for next in NEXT {
            page.words(2, next);
        }
        page.gap();
        page.words(0, "The last one reads pieces of your own into sayso.db; there the same commands work without -d.");
        say(&page)
    }
}

/// Removes the corpus that an earlier demo left.
fn make_way() -> Result<()> {
    for left in [DATABASE.to_string(), format!("{DATABASE}-wal"), format!("{DATABASE}-shm")] {
        match fs::remove_file(&left) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(Error::io(Path::new(&left), error).into());
            }
            _ => {}
        }
    }
    Ok(())
}

fn write_pieces(folder: &Path) -> Result<()> {
    for (path, bytes) in PIECES {
        let path: PathBuf = folder.join(path);
        let parent = path.parent().expect("it is below the folder");
        fs::create_dir_all(parent).map_err(|error| Error::io(parent, error))?;
        fs::write(&path, bytes).map_err(|error| Error::io(&path, error))?;
    }
    Ok(())
}

/// Shows one stop: what it is about, the command line, and what that command really answers.
fn stop(walk: &Context, says: &str, words: &[&str]) -> Result<()> {
    let typed: Vec<String> = words.iter().map(|word| quoted(word)).collect();
    let line = format!("sayso -d {DATABASE} {}", typed.join(" "));
    let mut page = Page::new(walk.width, walk.color);
    page.words(0, says);
    page.gap();
    page.title(&format!("$ {line}"));
    page.gap();
    say(&page)?;
    let cli = Cli::try_parse_from(["sayso", "-d", DATABASE].iter().chain(words))?;
    cli.command.run(walk).with_context(|| format!("in the demo, at `{line}`"))?;
    say_bytes(b"\n")
}

fn quoted(word: &str) -> String {
    match word {
        word if word.contains('"') => format!("'{word}'"),
        word if word.contains(' ') => format!("\"{word}\""),
        word => word.to_string(),
    }
}

fn say(page: &Page) -> Result<Status> {
    say_bytes(page.text().as_bytes())?;
    Ok(Status::Done)
}

fn say_bytes(bytes: &[u8]) -> Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(bytes)?;
    stdout.flush()?;
    Ok(())
}

/// Returns the id of a claim to look at: the first direct one that is about somebody.
fn first_claim(walk: &Context) -> Result<String> {
    let corpus = walk.corpus()?;
    let filter = Filter { forms: vec!["mixed".into(), "direct".into()], limit: Some(100), ..Filter::default() };
    let mut ids = Vec::new();
    corpus.claims(&filter, &mut |claim| {
        ids.push((claim.about.is_empty() || claim.speaker_id.is_none(), claim.claim_id));
        Ok(())
    })?;
    let found = ids.iter().find(|(is_poor, _)| !is_poor).or_else(|| ids.first());
    let (_, id) = found.ok_or_else(|| Error::not_found("the sample pieces gave no claims"))?;
    Ok(super::words::short(id).to_string())
}
