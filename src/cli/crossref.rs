//! `crossref`: all that links actors across pieces.

use anyhow::Result;

use super::answer::{Shape, more_than_shown};
use super::args::{ClaimArgs, PieceArgs};
use super::context::Context;
use super::exit::Status;
use super::names;
use super::output::OutputArgs;
use super::page::Page;
use super::pairs;
use super::passages::Passage;
use super::words::{ARTICLES, CLAIMS, PARAGRAPHS, ROWS, Unit, counted};
use crate::corpus::Corpus;
use crate::corpus::filter::Filter;
use crate::corpus::queries::{self, CrossrefKind, CrossrefRow, LinkKind};
use crate::error;

/// Show what links actors: claims about each other, shared passages
///
/// What each says about the other, where they say the same or speak against each other, what others say about both, and
/// where all of them are named. With one actor: its claims, those of others about it, its disputes and shifts. On a terminal grouped by kind, each group with its counts; in a pipe
/// or file one row per link.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct Crossref {
    /// Actors: names in any usual spelling, or ids
    #[arg(required = true, value_name = "ACTOR")]
    actors: Vec<String>,
    #[command(flatten)]
    claims: ClaimArgs,
    #[command(flatten)]
    pieces: PieceArgs,
    #[command(flatten)]
    output: OutputArgs,
}

const HELP: &str = "\
Fields:
  kind            claim about (one of the actors about another), claim by (the one actor), claim by others,
                  echo, dispute or shift (a claim and, in other_claim_id, the earlier one it is linked to),
                  or mentioned together (a paragraph that names all of them)
  article_id      where it stands, with outlet, published_on, headline, paragraph
  speaker         who speaks, where it is a claim
  about           actors the claim speaks of
  text            the words: what is claimed, or the whole paragraph
  claim_id        the claim
  other_claim_id  a second claim, where the link is one between two
  cue             the reporting words, where it is a claim

Examples:
  sayso crossref \"Anton Valdic\" \"Temur Dzhavlan\"
  sayso crossref \"Ellery Water\" --excel -o ellery.csv";

/// What the rows of a cross-reference are.
pub const SHAPE: Shape =
    Shape { unit: ROWS, shown: &["kind", "published_on", "outlet", "speaker", "text", "claim_id"] };

/// Links between two claims.
const PAIRS: Unit = ("pair of claims", "pairs of claims");

/// How far a group counts its links.
const COUNTED: usize = 200;

impl Crossref {
    /// Shows the links.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let corpus = context.corpus()?;
        let mut actors = names::actors(context, &corpus, &self.actors)?;
        let mut seen = std::collections::HashSet::new();
        actors.retain(|actor| seen.insert(*actor));
        if actors.len() < self.actors.len() {
            context.note("some of these names mean one and the same actor");
        }
        let mut filter = Filter::default();
        self.pieces.narrow(&corpus, &mut filter)?;
        self.claims.narrow(&mut filter);
        let links = Links { corpus: &corpus, crossref: corpus.crossref(&actors)?, actors, filter };
        match self.output.is_page(context)? {
            true => {
                let mut page = self.output.blank_page(context);
                links.write(&mut page, self.output.limit(context))?;
                self.output.page(context, &page)?;
            }
            false => {
                let limit = self.output.limit(context);
                self.output.give(context, SHAPE, |each| links.each(limit, each))?;
            }
        }
        Ok(Status::Done)
    }
}

/// The links between some actors.
pub struct Links<'c> {
    /// Where they are.
    pub corpus: &'c Corpus,
    /// What links the actors.
    pub crossref: queries::Crossref<'c>,
    /// Rows of the actors.
    pub actors: Vec<i64>,
    /// Which pieces and claims count.
    pub filter: Filter,
}

impl Links<'_> {
    /// Hands the links of every kind to `each`, together at most `limit`.
    pub fn each(
        &self,
        limit: Option<usize>,
        each: &mut dyn FnMut(CrossrefRow) -> error::Result<()>,
    ) -> error::Result<()> {
        let mut left = limit;
        for kind in CrossrefKind::among(self.actors.len()) {
            let filter = Filter { limit: left, ..self.filter.clone() };
            self.crossref.each(kind, &filter, &mut |row| {
                left = left.map(|left| left - 1);
                each(row)
            })?;
        }
        Ok(())
    }

    /// Writes the links onto a page, kind by kind, at most `limit` of each; the kinds of which there are none come last.
    fn write(&self, page: &mut Page, limit: Option<usize>) -> Result<()> {
        let mut empty = Vec::new();
        for kind in CrossrefKind::among(self.actors.len()) {
            let is_any = match kind {
                CrossrefKind::Linked(linked) => self.write_links(page, linked, limit)?,
                _ => self.write_kind(page, kind, limit)?,
            };
            if !is_any {
                empty.push(self.heading(kind)?);
            }
        }
        if !empty.is_empty() {
            page.gap();
        }
        for heading in empty {
            page.title(&format!("{heading}: none"));
        }
        Ok(())
    }

    /// Writes claims or passages under a heading that counts them all; tells whether there are any.
    fn write_kind(&self, page: &mut Page, kind: CrossrefKind, limit: Option<usize>) -> Result<bool> {
        let (found, articles) = self.crossref.count(kind, &self.filter, COUNTED)?;
        if found == 0 {
            return Ok(false);
        }
        let unit = if kind == CrossrefKind::Together { PARAGRAPHS } else { CLAIMS };
        page.gap();
        page.title(&format!("{}: {}", self.heading(kind)?, counts(found, unit, articles)));
        self.crossref.each(kind, &Filter { limit, ..self.filter.clone() }, &mut |row| {
            page.gap();
            Passage::from(row).write(page);
            Ok(())
        })?;
        say_what_is_left(page, found, limit, unit);
        Ok(true)
    }

    /// Writes pairs of claims under a heading that counts them all; tells whether there are any.
    fn write_links(&self, page: &mut Page, kind: LinkKind, limit: Option<usize>) -> Result<bool> {
        let links = self.crossref.links(kind, &self.filter)?;
        if links.count() == 0 {
            return Ok(false);
        }
        page.gap();
        let heading = self.heading(CrossrefKind::Linked(kind))?;
        page.title(&format!("{heading}: {}", counted(links.count() as u64, PAIRS)));
        links.each(limit, &mut |link| {
            page.gap();
            pairs::write(page, &link);
            Ok(())
        })?;
        say_what_is_left(page, links.count(), limit, PAIRS);
        Ok(true)
    }

    fn heading(&self, kind: CrossrefKind) -> Result<String> {
        let names: Vec<String> =
            self.actors.iter().map(|&actor| Ok(self.corpus.actor(actor)?.name)).collect::<Result<_>>()?;
        let together = match names.as_slice() {
            [one] => one.clone(),
            [a, b] => format!("both {a} and {b}"),
            several => format!("all of {}", several.join(", ")),
        };
        Ok(match kind {
            CrossrefKind::ClaimAbout { a, b } => format!("Claims by {} about {}", names[a], names[b]),
            CrossrefKind::ClaimsBy => format!("Claims by {}", names[0]),
            CrossrefKind::ByOthers => format!("Claims by others about {together}"),
            CrossrefKind::Linked(LinkKind::Echo) => format!("Said alike by {}", names.join(" and ")),
            CrossrefKind::Linked(LinkKind::Dispute) if names.len() == 1 => {
                format!("Disputes of {} with others", names[0])
            }
            CrossrefKind::Linked(LinkKind::Dispute) => format!("Disputes between {}", names.join(" and ")),
            CrossrefKind::Linked(LinkKind::Shift) => format!("Shifts of {}", names[0]),
            CrossrefKind::Together => format!("Passages that name {together}"),
        })
    }
}

fn counts(found: usize, unit: Unit, articles: usize) -> String {
    match found {
        COUNTED => format!("{} or more", counted(COUNTED as u64, unit)),
        found => format!("{} in {}", counted(found as u64, unit), counted(articles as u64, ARTICLES)),
    }
}

/// Says how much of what was found is not shown.
fn say_what_is_left(page: &mut Page, found: usize, limit: Option<usize>, unit: Unit) {
    if let Some(more) = limit.and_then(|limit| more_than_shown(found.saturating_sub(limit), unit)) {
        page.gap();
        page.words(2, &more);
    }
}
