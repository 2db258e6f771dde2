//! `actor`: all that is known of one actor.

use anyhow::Result;

use super::answer::Shape;
use super::context::Context;
use super::crossref::{self, Links};
use super::exit::Status;
use super::names;
use super::output::OutputArgs;
use super::page::Page;
use super::passages::Passage;
use super::words::{ARTICLES, CLAIMS, counted, grouped};
use crate::corpus::Corpus;
use crate::corpus::filter::{Filter, Sort};
use crate::corpus::queries::ActorRow;

/// Show one actor: names, company, latest claims by and about
///
/// In a pipe or file: its claims and the claims of others about it, in the fields of `crossref`.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "Examples:\n  sayso actor Valdic\n  sayso actor \"Ellery Water\" --excel -o ellery.csv")]
pub struct Actor {
    /// A name in any usual spelling, or an id
    #[arg(value_name = "NAME")]
    name: String,
    /// List its names instead, with what joins them: rules by the pieces that bear them out, people by their decisions
    #[arg(long)]
    why: bool,
    #[command(flatten)]
    output: OutputArgs,
}

const NAMES: Shape =
    Shape { unit: ("name", "names"), shown: &["name", "mentions", "because", "made_by", "decision_id"] };

/// Others that a page names in an actor's company.
const COMPANY: usize = 8;
/// Spellings that a page lists.
const ALIASES: usize = 12;
/// Claims by and about that a page shows each.
const LATEST: usize = 5;

impl Actor {
    /// Shows the actor.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let corpus = context.corpus()?;
        let actor = names::actor(context, &corpus, &self.name)?;
        if self.why {
            return self.output.all_rows(context, NAMES, corpus.names_of(actor)?);
        }
        Dossier::new(&corpus, actor)?.show(context, &self.output)
    }
}

/// All that is known of one actor.
pub struct Dossier<'c> {
    corpus: &'c Corpus,
    entity: i64,
    actor: ActorRow,
}

impl<'c> Dossier<'c> {
    /// Looks up an actor by its row.
    pub fn new(corpus: &'c Corpus, entity: i64) -> Result<Self> {
        Ok(Dossier { corpus, entity, actor: corpus.actor(entity)? })
    }

    /// Shows it as a page, or its links as records.
    pub fn show(&self, context: &Context, output: &OutputArgs) -> Result<Status> {
        if !output.is_page(context)? {
            let actors = vec![self.entity];
            let crossref = self.corpus.crossref(&actors)?;
            let links = Links { corpus: self.corpus, crossref, actors, filter: Filter::default() };
            let limit = output.limit(context);
            output.give(context, crossref::SHAPE, |each| links.each(limit, each))?;
            return Ok(Status::Done);
        }
        let mut page = output.blank_page(context);
        self.head(&mut page)?;
        self.company(&mut page)?;
        let latest = Filter {
            sort: Some(Sort { field: "published_on".into(), is_descending: true }),
            limit: output.limit_or(LATEST),
            ..Filter::default()
        };
        let by = Filter { actors: vec![self.entity], ..latest.clone() };
        self.claims(&mut page, "by", self.actor.claims_by, &by)?;
        let about = Filter { about: vec![self.entity], ..latest };
        self.claims(&mut page, "about", self.actor.claims_about, &about)?;
        output.page(context, &page)?;
        Ok(Status::Done)
    }

    fn head(&self, page: &mut Page) -> Result<()> {
        let actor = &self.actor;
        page.title(&actor.name);
        page.fact("type", &actor.kind);
        page.fact("id", &actor.entity_id);
        super::show::remarks(page, self.corpus, &actor.entity_id)?;
        let aliases = self.corpus.aliases(self.entity)?;
        let mut spellings: Vec<String> = aliases
            .iter()
            .take(ALIASES)
            .map(|alias| format!("{} ({})", alias.alias, grouped(alias.mentions as u64)))
            .collect();
        if aliases.len() > ALIASES {
            spellings.push(format!("… {} more", aliases.len() - ALIASES));
        }
        page.fact("named", &spellings.join(", "));
        let counts = format!(
            "{}, {}; {} by, {} about",
            counted(actor.articles as u64, ARTICLES),
            counted(actor.mentions as u64, ("mention", "mentions")),
            counted(actor.claims_by as u64, CLAIMS),
            counted(actor.claims_about as u64, CLAIMS)
        );
        page.fact("counts", &counts);
        let (first, last) = self.corpus.appearances(self.entity)?;
        match (first, last) {
            (Some(first), Some(last)) if first != last => page.fact("appears", &format!("{first} to {last}")),
            (first, _) => page.fact("appears", &first.unwrap_or_default()),
        }
        Ok(())
    }

    fn company(&self, page: &mut Page) -> Result<()> {
        let company = self.corpus.company(self.entity, COMPANY)?;
        if company.is_empty() {
            return Ok(());
        }
        page.gap();
        page.title("In one article with");
        for other in company {
            page.words(2, &format!("{} ({}): {}", other.name, other.kind, counted(other.articles as u64, ARTICLES)));
        }
        Ok(())
    }

    fn claims(&self, page: &mut Page, relation: &str, all: i64, filter: &Filter) -> Result<()> {
        page.gap();
        let name = &self.actor.name;
        let shown = filter.limit.map_or(all as usize, |limit| limit.min(all as usize));
        let counts = match all {
            0 => "none".to_string(),
            all => format!("{} of {}", grouped(shown as u64), counted(all as u64, CLAIMS)),
        };
        page.title(&format!("Latest claims {relation} {name}: {counts}"));
        self.corpus.claims(filter, &mut |claim| {
            page.gap();
            Passage::from(claim).write(page);
            Ok(())
        })?;
        Ok(())
    }
}
