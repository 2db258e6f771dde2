//! `set`: what an article's metadata should say.

use anyhow::Result;

use super::args::GENRES;
use super::args::{day, key_value};
use super::context::Context;
use super::decide::{DecideArgs, ManyArgs, on};
use super::exit::Status;
use crate::corpus::Corpus;
use crate::corpus::ledger::{ARTICLE_FIELDS, Decision, Verb};
use crate::error::Error;

/// Correct an article: outlet, byline, published_on, url or genre
///
/// Its id and its text stay. Which article is a version or the original of which is decided again.
#[derive(Debug, clap::Args)]
#[command(
    after_long_help = "Examples:\n  sayso set published_on=2031-03-04 a-k3fz\n  sayso set outlet=\"Harbour Post\" \
                             --from ids.txt\n\nAn empty value says that it is not known: byline="
)]
pub struct Set {
    /// FIELD=VALUE, then the articles, by id
    #[arg(value_name = "FIELD=VALUE|ID", required = true)]
    typed: Vec<String>,
    #[command(flatten)]
    many: ManyArgs,
    #[command(flatten)]
    decide: DecideArgs,
}

impl Set {
    /// Decides.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let mut corpus = Corpus::open(context.database())?;
        let (settings, ids): (Vec<&String>, Vec<&String>) = self.typed.iter().partition(|word| word.contains('='));
        let mut decisions = Vec::new();
        for thing in self.many.things(ids)? {
            let article = on(context, &corpus, Verb::Set, &thing)?;
            if !article.subject.starts_with("a-") {
                return Err(Error::invalid(format!("{thing} is no article; `sayso edit` corrects claims")).into());
            }
            for setting in &settings {
                let (field, value) = key_value(setting).map_err(Error::invalid)?;
                let value = Some(allowed(&field, value)?);
                decisions.push(Decision { field: Some(field), value, ..article.clone() });
            }
        }
        self.decide.decide(context, &mut corpus, decisions)
    }
}

/// Returns the value if the field can have it; an empty one where it need not be known.
fn allowed(field: &str, value: String) -> Result<String, Error> {
    match field {
        "published_on" if !value.is_empty() => {
            day(&value).map_err(Error::invalid)?;
        }
        "genre" if !GENRES.contains(&value.as_str()) => {
            return Err(Error::invalid(format!("genre is one of {}", GENRES.join(", "))));
        }
        _ if !ARTICLE_FIELDS.iter().any(|(known, _)| *known == field) => {
            let fields: Vec<&str> = ARTICLE_FIELDS.iter().map(|(field, _)| *field).collect();
            return Err(Error::invalid(format!("'{field}' cannot be set; {} can", fields.join(", "))));
        }
        _ => {}
    }
    Ok(value)
}
