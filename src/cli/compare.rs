//! `compare`: what two articles have in common, and where they part.

use anyhow::Result;

use super::answer::Shape;
use super::context::Context;
use super::exit::Status;
use super::output::OutputArgs;
use super::pairs;
use crate::corpus::Corpus;
use crate::corpus::queries::{LinkRow, SharedActorRow, Target};
use crate::error::Error;

/// Show what two articles share: actors, echoes, disputes
///
/// In records: the links between their claims, one a row; with --actors, the actors that both name.
#[derive(Debug, clap::Args)]
#[command(after_long_help = help())]
pub struct Compare {
    /// An article, by id or the beginning of one
    #[arg(value_name = "ARTICLE")]
    one: String,
    /// Another
    #[arg(value_name = "ARTICLE")]
    other: String,
    /// The actors that both name, as rows
    #[arg(long)]
    actors: bool,
    #[command(flatten)]
    output: OutputArgs,
}

fn help() -> String {
    format!(
        "Fields:\n{}\n\nFields with --actors: entity_id, name, type, then mentions_a, claims_by_a and mentions_b, claims_by_b.\n\n\
         Example:\n  sayso compare a-k3fz a-0b6v",
        pairs::FIELDS
    )
}

const LINKS: Shape = Shape { unit: ("link", "links"), shown: &["relation", "rule", "score", "content_a", "content_b"] };
const ACTORS: Shape = Shape { unit: ("actor", "actors"), shown: &[] };

/// How many shared actors a page names.
const NAMED: usize = 20;

impl Compare {
    /// Compares them.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let corpus = context.corpus()?;
        let (one, other) = (article(&corpus, &self.one)?, article(&corpus, &self.other)?);
        if self.actors {
            return self.output.rows(context, ACTORS, corpus.shared_actors(one, other)?);
        }
        let links = corpus.links_between(one, other)?;
        if !self.output.is_page(context)? {
            return self.output.rows(context, LINKS, links);
        }
        let mut page = self.output.blank_page(context);
        for row in [one, other] {
            let stored = corpus.article(row)?;
            let known = [stored.published_on, stored.outlet, stored.headline].into_iter().flatten();
            page.title(&known.chain([stored.article_id]).collect::<Vec<_>>().join(" · "));
        }
        let actors = corpus.shared_actors(one, other)?;
        page.gap();
        page.title("Both name");
        page.words(2, &named(&actors));
        let same = corpus.paragraphs_in_both(one, other)?;
        page.gap();
        page.title("The same paragraphs");
        let told: Vec<String> = same.iter().map(|(one, other)| format!("¶{one} = ¶{other}")).collect();
        page.words(2, &if told.is_empty() { "none".to_string() } else { told.join(", ") });
        for (title, relation) in [("Echoes", "echo"), ("Disputes", "dispute"), ("Shifts", "shift")] {
            let some: Vec<&LinkRow> = links.iter().filter(|link| link.relation == relation).collect();
            page.gap();
            page.title(&format!("{title}: {}", if some.is_empty() { "none".into() } else { some.len().to_string() }));
            for link in some {
                page.gap();
                pairs::write(&mut page, link);
            }
        }
        self.output.page(context, &page)?;
        Ok(Status::Done)
    }
}

fn named(actors: &[SharedActorRow]) -> String {
    if actors.is_empty() {
        return "nobody".into();
    }
    let mut names: Vec<String> = actors.iter().take(NAMED).map(|actor| actor.name.clone()).collect();
    if actors.len() > NAMED {
        names.push(format!("… {} more", actors.len() - NAMED));
    }
    names.join(", ")
}

fn article(corpus: &Corpus, typed: &str) -> Result<i64> {
    match corpus.target(typed)? {
        Some(Target::Article(row)) => Ok(row),
        _ => Err(Error::not_found(format!("'{typed}' is no article; `sayso articles --ids` lists their ids")).into()),
    }
}
