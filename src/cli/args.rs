//! Filters that several commands share: as typed, and what they mean in a corpus.

mod days;

pub use days::day;

use anyhow::Result;
use clap::ValueEnum;
use clap::builder::PossibleValuesParser;

use super::context::Context;
use super::names;
use crate::analysis::{CueClass, Form};
use crate::corpus::Corpus;
use crate::corpus::filter::{Filter, Reprints, Sort};
use crate::corpus::queries::Target;
use crate::error::Error;
use crate::name::folded;

/// Outlets that an error suggests.
const SUGGESTED: usize = 5;

pub const GENRES: [&str; 4] = ["news", "opinion", "interview", "statement"];

/// Which claims an answer looks at: by who speaks and of whom, by what they are, by where they stand.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct FilterArgs {
    #[command(flatten)]
    actors: ActorArgs,
    #[command(flatten)]
    claims: ClaimArgs,
    #[command(flatten)]
    pieces: PieceArgs,
}

/// Who speaks, and of whom.
#[derive(Debug, Clone, Default, clap::Args)]
#[command(next_help_heading = "Who")]
pub struct ActorArgs {
    /// Who speaks: a name in any usual spelling, or an id; several times for any of several
    #[arg(long, value_name = "NAME")]
    actor: Vec<String>,
    /// Who is spoken of, likewise
    #[arg(long, value_name = "NAME")]
    about: Vec<String>,
}

/// Which claims.
#[derive(Debug, Clone, Default, clap::Args)]
#[command(next_help_heading = "Which claims")]
pub struct ClaimArgs {
    /// How the claim is voiced
    #[arg(long, value_delimiter = ',', value_parser = PossibleValuesParser::new(Form::ALL.iter().map(|form| form.name())))]
    form: Vec<String>,
    /// What the reporting words do
    #[arg(long, value_name = "CLASS", value_delimiter = ',',
        value_parser = PossibleValuesParser::new(CueClass::ALL.iter().map(|class| class.name())))]
    cue_class: Vec<String>,
    /// Least confidence of the analyzer, 0 to 1
    #[arg(long, value_name = "SCORE", value_parser = score)]
    min_score: Option<f64>,
}

/// Which pieces.
#[derive(Debug, Clone, Default, clap::Args)]
#[command(next_help_heading = "Which pieces")]
pub struct PieceArgs {
    /// Published by this outlet; several times for any of several
    #[arg(long, value_name = "NAME")]
    outlet: Vec<String>,
    /// Words of the printed author line
    #[arg(long, value_name = "WORDS")]
    author: Option<String>,
    /// Published on this day or later: YYYY, YYYY-MM or YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = days::first_day)]
    since: Option<String>,
    /// Published on this day or earlier, likewise
    #[arg(long, value_name = "DATE", value_parser = days::last_day)]
    until: Option<String>,
    /// With this metadata; several times for all of several
    #[arg(long, value_name = "KEY=VALUE", value_parser = key_value)]
    meta: Vec<(String, String)>,
    /// Of this genre
    #[arg(long, value_delimiter = ',', value_parser = PossibleValuesParser::new(GENRES))]
    genre: Vec<String>,
    /// Tagged with this word (`sayso tag`): the piece or a claim of it, a claim or its piece, in `actors` the actor; several
    /// times for all of several
    #[arg(long, value_name = "WORD")]
    tag: Vec<String>,
    /// This article alone; several times for any of several
    #[arg(long, value_name = "ID")]
    article: Vec<String>,
    /// Reprints and replaced versions: leave them out, take each as an article of its own, or reprints alone
    #[arg(long, value_enum, default_value_t = ReprintsArg::Collapse)]
    reprints: ReprintsArg,
}

/// The order of a list.
#[derive(Debug, Clone, Default, clap::Args)]
#[command(next_help_heading = "Output")]
pub struct SortArgs {
    /// Order by this field; -FIELD for the largest or latest first
    #[arg(long, value_name = "FIELD", allow_hyphen_values = true)]
    sort: Option<String>,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum ReprintsArg {
    #[default]
    Collapse,
    Separate,
    Only,
}

impl FilterArgs {
    /// Returns what was typed as a filter.
    pub fn filter(&self, context: &Context, corpus: &Corpus) -> Result<Filter> {
        let mut filter = Filter::default();
        self.pieces.narrow(corpus, &mut filter)?;
        self.actors.narrow(context, corpus, &mut filter)?;
        self.claims.narrow(&mut filter);
        Ok(filter)
    }

    /// Tells whether anything that was typed is about claims, and not about pieces alone.
    pub fn is_about_claims(&self) -> bool {
        self.actors.is_used() || self.claims.is_used()
    }
}

impl ActorArgs {
    /// Adds what was typed to a filter.
    pub fn narrow(&self, context: &Context, corpus: &Corpus, filter: &mut Filter) -> Result<()> {
        filter.actors = names::actors(context, corpus, &self.actor)?;
        filter.about = names::actors(context, corpus, &self.about)?;
        Ok(())
    }

    fn is_used(&self) -> bool {
        !self.actor.is_empty() || !self.about.is_empty()
    }
}

impl ClaimArgs {
    /// Adds what was typed to a filter.
    pub fn narrow(&self, filter: &mut Filter) {
        filter.forms.clone_from(&self.form);
        filter.cue_classes.clone_from(&self.cue_class);
        filter.min_score = self.min_score;
    }

    fn is_used(&self) -> bool {
        !self.form.is_empty() || !self.cue_class.is_empty() || self.min_score.is_some()
    }
}

impl PieceArgs {
    /// Adds what was typed to a filter.
    pub fn narrow(&self, corpus: &Corpus, filter: &mut Filter) -> Result<()> {
        filter.outlets = self.outlet.iter().map(|name| outlet(corpus, name)).collect::<Result<_>>()?;
        filter.articles = self.article.iter().map(|id| article(corpus, id)).collect::<Result<_>>()?;
        filter.author = self.author.as_deref().map(folded);
        filter.since.clone_from(&self.since);
        filter.until.clone_from(&self.until);
        filter.meta.clone_from(&self.meta);
        filter.genres.clone_from(&self.genre);
        filter.tags = self.tag.iter().map(|word| folded(word)).collect();
        filter.reprints = match self.reprints {
            ReprintsArg::Collapse => Reprints::Collapse,
            ReprintsArg::Separate => Reprints::Separate,
            ReprintsArg::Only => Reprints::Only,
        };
        Ok(())
    }
}

impl SortArgs {
    /// Adds what was typed to a filter.
    pub fn narrow(&self, filter: &mut Filter) {
        filter.sort = self.sort.as_deref().map(|sort| match sort.strip_prefix('-') {
            Some(field) => Sort { field: field.to_string(), is_descending: true },
            None => Sort { field: sort.to_string(), is_descending: false },
        });
    }
}

/// Returns the row of an article from its id or the beginning of it.
pub fn article(corpus: &Corpus, typed: &str) -> Result<i64> {
    match corpus.target(typed)? {
        Some(Target::Article(row)) => Ok(row),
        _ => Err(Error::not_found(format!("'{typed}' is no article's id; `sayso articles` lists them")).into()),
    }
}

/// Parts `key=value`.
pub fn key_value(typed: &str) -> Result<(String, String), String> {
    match typed.split_once('=') {
        Some((key, value)) if !key.trim().is_empty() => Ok((key.trim().to_string(), value.trim().to_string())),
        _ => Err("write it as key=value".to_string()),
    }
}

fn outlet(corpus: &Corpus, typed: &str) -> Result<i64> {
    if let Some(Target::Outlet(row)) = corpus.target(typed)? {
        return Ok(row);
    }
    if let Some(row) = corpus.outlet_named(typed)? {
        return Ok(row);
    }
    let wanted = folded(typed);
    let names = corpus.outlets()?.into_iter().map(|outlet| outlet.name);
    let near: Vec<String> = names.filter(|name| folded(name).contains(&wanted)).take(SUGGESTED).collect();
    let next = match near.is_empty() {
        true => "`sayso outlets` lists them".to_string(),
        false => format!("there is {}", near.join(", ")),
    };
    Err(Error::not_found(format!("there is no outlet '{typed}'; {next}")).into())
}

fn score(typed: &str) -> Result<f64, String> {
    let score: f64 = typed.parse().map_err(|_| "write a number from 0 to 1".to_string())?;
    if (0.0..=1.0).contains(&score) { Ok(score) } else { Err("scores lie between 0 and 1".to_string()) }
}
