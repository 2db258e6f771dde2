//! `actor`: all that is known of one actor.

mod links;

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
use crate::corpus::queries::{ActorRow, DescriptionRow};

/// Show one actor: names, descriptions, company, claims, links
///
/// In a pipe or file: its claims and the claims of others about it, in the fields of `crossref`.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct Actor {
    /// A name in any usual spelling, or an id
    #[arg(value_name = "NAME")]
    name: String,
    /// List its names instead, with what joins them: rules by the pieces that bear them out, people by their decisions
    #[arg(long, group = "instead")]
    why: bool,
    /// List instead what texts call it besides its names: titles, appositions, roles; with days, so roles over time
    #[arg(long, group = "instead")]
    descriptions: bool,
    /// List instead the outlets that report its claims
    #[arg(long, group = "instead")]
    quoted_by: bool,
    #[command(flatten)]
    output: OutputArgs,
}

const HELP: &str = "\
Fields of --descriptions (counts are without reprints and replaced versions):
  description  its words, as most often spelled, without article
  mentions     how often it is said
  articles     articles that say it
  outlets      who published them
  first_on     day of the first of them, ISO
  last_on      and of the last

Fields of --quoted-by:
  outlet       who reports it
  claims       claims by this actor there
  articles     articles that have them
  first_on     day of the first of them, ISO
  last_on      and of the last

Examples:
  sayso actor Valdic
  sayso actor Valdic --descriptions
  sayso actor \"Ellery Water\" --excel -o ellery.csv";

const DESCRIPTIONS: Shape = Shape { unit: ("description", "descriptions"), shown: &[] };
const QUOTED_BY: Shape = Shape { unit: ("outlet", "outlets"), shown: &[] };
const NAMES: Shape =
    Shape { unit: ("name", "names"), shown: &["name", "mentions", "because", "made_by", "decision_id"] };

/// Others that a page names in an actor's company.
const COMPANY: usize = 8;
/// Spellings that a page lists.
const ALIASES: usize = 12;
/// Descriptions that a page lists, and outlets.
const DESCRIBED: usize = 10;
const OUTLETS: usize = 8;
/// Claims by and about that a page shows each.
const LATEST: usize = 5;
/// Links of each kind that a page shows.
const LINKS: usize = 3;

impl Actor {
    /// Shows the actor.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let corpus = context.corpus()?;
        let actor = names::actor(context, &corpus, &self.name)?;
        if self.why {
            return self.output.all_rows(context, NAMES, corpus.names_of(actor)?);
        }
        if self.descriptions {
            return self.output.rows(context, DESCRIPTIONS, corpus.descriptions(actor)?);
        }
        if self.quoted_by {
            return self.output.rows(context, QUOTED_BY, corpus.quoted_by(actor)?);
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
        self.descriptions(&mut page)?;
        self.quoted_by(&mut page)?;
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
        links::write(&mut page, self.corpus, self.entity, &self.actor, output.limit_or(LINKS))?;
        output.page(context, &page)?;
        Ok(Status::Done)
    }

    fn head(&self, page: &mut Page) -> Result<()> {
        let actor = &self.actor;
        page.title(&actor.name);
        page.fact("type", &actor.kind);
        page.fact("id", &actor.entity_id);
        super::remarks::write(page, self.corpus, &actor.entity_id)?;
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
        page.fact("appears", &days(first, last));
        Ok(())
    }

    /// Writes what most articles call the actor, in the order of its first day: its roles over time.
    fn descriptions(&self, page: &mut Page) -> Result<()> {
        let mut described = self.corpus.descriptions(self.entity)?;
        if described.is_empty() {
            return Ok(());
        }
        let more = described.len().saturating_sub(DESCRIBED);
        described.truncate(DESCRIBED);
        let is_undated = |row: &DescriptionRow| row.first_on.is_none();
        described.sort_by(|one, other| (is_undated(one), &one.first_on).cmp(&(is_undated(other), &other.first_on)));
        page.gap();
        page.title("Described as");
        for row in described {
            let said = format!("{}: {}", row.description, counted(row.articles as u64, ARTICLES));
            let facts = [said, days(row.first_on, row.last_on), row.outlets.join(", ")];
            page.words(2, &told(&facts));
        }
        if more > 0 {
            page.words(2, &format!("… {more} more; --descriptions lists all"));
        }
        Ok(())
    }

    /// Writes which outlets report the actor's claims.
    fn quoted_by(&self, page: &mut Page) -> Result<()> {
        let outlets = self.corpus.quoted_by(self.entity)?;
        if outlets.is_empty() {
            return Ok(());
        }
        page.gap();
        page.title("Quoted by");
        for row in outlets.iter().take(OUTLETS) {
            let outlet = row.outlet.as_deref().unwrap_or("outlet not known");
            let claims = counted(row.claims as u64, CLAIMS);
            let said = format!("{outlet}: {claims} in {}", counted(row.articles as u64, ARTICLES));
            page.words(2, &told(&[said, days(row.first_on.clone(), row.last_on.clone())]));
        }
        if outlets.len() > OUTLETS {
            page.words(2, &format!("… {} more; --quoted-by lists all", outlets.len() - OUTLETS));
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

/// Returns a stretch of days in words; nothing where no day is known.
fn days(first: Option<String>, last: Option<String>) -> String {
    match (first, last) {
        (Some(first), Some(last)) if first != last => format!("{first} to {last}"),
        (first, _) => first.unwrap_or_default(),
    }
}

/// Joins what is known.
fn told(facts: &[String]) -> String {
    let known: Vec<&str> = facts.iter().map(String::as_str).filter(|fact| !fact.is_empty()).collect();
    known.join("; ")
}
