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
use super::names;
use super::page::{Page, Piece, styles};
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

/// A stop of the walk: its title, what it shows, and the words after `sayso -d sayso-demo.db`.
type Stop<'w> = (&'w str, &'w str, &'w [&'w str]);

const STOPS: &[Stop] = &[
    (
        "Read pieces",
        "25 sample pieces of invented outlets: text, Markdown, saved pages, tables. Three stories: shots at a border, \
         lead in a city's water, a fight over a ferry company. ingest says what became of every piece.",
        &["ingest", PIECES_FOLDER],
    ),
    (
        "Who appears?",
        "People, the one in most articles first; how many claims each makes, how many are about each.",
        &["actors", "--type", "person", "--limit", "6"],
    ),
    (
        "What do two say about each other?",
        "A foreign minister and the other side's general, across all pieces. A surname will do where only one actor \
         has it.",
        &["crossref", "Valdic", "Dzhavlan", "--limit", "2"],
    ),
    (
        "Has somebody said something else before?",
        "Ruth Abara runs the ferry company. What she is quoted with, oldest first: compare 5 March with 26 March.",
        &["claims", "--actor", "Abara", "--form", "direct,mixed"],
    ),
    (
        "Where else was it said?",
        "What stands in more than one independent piece: the same words, or the same in other words. Reprints of one \
         text count once.",
        &["echoes", "--limit", "2"],
    ),
    (
        "Who denies it?",
        "Claims against claims, with both passages and the sign. sayso does not say who is right.",
        &["disputes", "--limit", "2"],
    ),
    (
        "Has an actor shifted?",
        "Claims of one actor on different days that speak against each other.",
        &["shifts", "Anton Valdic"],
    ),
    (
        "Where was it said?",
        "Full text over all pieces; several words in a row stand in quotation marks.",
        &["search", "\"not for sale\"", "--limit", "2"],
    ),
];

/// An actor, and words of two of its claims, between which the walk draws a link by hand.
const DRAWN_BETWEEN: (&str, &str, &str) =
    ("Judith Castellan", "there was nothing in my office", "reached my office on the 14th");

const DRAWN: (&str, &str) = (
    "What you see and it does not",
    "On 8 March the mayor said that her office had nothing to cover, on the 25th that the memorandum reached it. No word \
     tells that these are opposed; a reader does, and the link counts like one that was found: `shifts \"Judith \
     Castellan\"` tells it now.",
);

/// Who says what of whom in the claim that the walk shows.
const SPEAKER: &str = "Temur Dzhavlan";
const SPOKEN_OF: &str = "Anton Valdic";

const CLAIM: (&str, &str) = (
    "Every row leads to its words",
    "One of the claims above in its paragraph: who speaks, the reporting words, what is said.",
);

const TABLES: (&str, &str) = (
    "Take it away",
    "Everything as tables, for a spreadsheet or a statistics program. Any single answer goes the same way: add --csv, \
     -o FILE.csv or --excel.",
);

const END: &str = "That was the demo. It left the corpus, sayso-demo.db, its pieces in sayso-demo-pieces and the tables \
                   in sayso-demo-csv. To go on:";

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
        for (number, (title, says, words)) in (1..).zip(STOPS) {
            stop(&walk, number, (title, says), words)?;
        }
        let (actor, earlier, later) = DRAWN_BETWEEN;
        let (earlier, later) = (claim_saying(&walk, actor, earlier)?, claim_saying(&walk, actor, later)?);
        let reason = "denied, then admitted";
        let link = ["link", &earlier, &later, "--as", "dispute", "--reason", reason, "--by", "demo"];
        stop(&walk, STOPS.len() + 1, DRAWN, &link)?;
        let claim = claim_to_show(&walk)?;
        stop(&walk, STOPS.len() + 2, CLAIM, &["show", &claim])?;
        stop(&walk, STOPS.len() + 3, TABLES, &["export", "--all", TABLES_FOLDER])?;
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
fn stop(walk: &Context, number: usize, (title, says): (&str, &str), words: &[&str]) -> Result<()> {
    let typed: Vec<String> = words.iter().map(|word| quoted(word)).collect();
    let line = format!("sayso -d {DATABASE} {}", typed.join(" "));
    let mut page = Page::new(walk.width, walk.color);
    page.title(&format!("{number}. {title}"));
    page.words(0, says);
    page.gap();
    page.pieces(0, &[Piece::new(format!("$ {line}"), styles::CUE)]);
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

/// Returns the id of the claim in which an actor says these words.
fn claim_saying(walk: &Context, actor: &str, words: &str) -> Result<String> {
    let corpus = walk.corpus()?;
    let actors = vec![names::actor(walk, &corpus, actor)?];
    let mut found = None;
    corpus.claims(&Filter { actors, ..Filter::default() }, &mut |claim| {
        if claim.content.contains(words) {
            found = Some(super::words::short(&claim.claim_id).to_string());
        }
        Ok(())
    })?;
    Ok(found.ok_or_else(|| Error::not_found(format!("no claim by {actor} with the words \"{words}\"")))?)
}

/// Returns the id of a claim that the cross-reference showed.
fn claim_to_show(walk: &Context) -> Result<String> {
    let corpus = walk.corpus()?;
    let actors = vec![names::actor(walk, &corpus, SPEAKER)?];
    let about = vec![names::actor(walk, &corpus, SPOKEN_OF)?];
    let mut found = None;
    corpus.claims(&Filter { actors, about, limit: Some(1), ..Filter::default() }, &mut |claim| {
        found = Some(super::words::short(&claim.claim_id).to_string());
        Ok(())
    })?;
    Ok(found.ok_or_else(|| Error::not_found(format!("no claim by {SPEAKER} about {SPOKEN_OF}")))?)
}
