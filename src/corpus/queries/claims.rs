//! Claims: the list, and one with all its parts.

use rusqlite::params;

use super::row;
use crate::corpus::Corpus;
use crate::corpus::filter::{Filter, Finder, Way};
use crate::error::Result;
use crate::record::Cell;

row! {
    /// A claim as a reader meets it: who said what, where and when.
    ClaimRow {
        claim_id: String => Cell::Id,
        article_id: String => Cell::Id,
        outlet: Option<String>,
        published_on: Option<String>,
        headline: Option<String>,
        paragraph: i64,
        speaker: Option<String>,
        speaker_id: Option<String> => id_cell,
        source: String,
        cue: String,
        cue_class: String,
        content: String,
        form: String,
        polarity: String,
        about: Vec<String>,
        score: f64,
        speaker_kind: String,
        addressee: Vec<String>,
        context_before: String,
        context_after: String,
        analyzer: String,
        verdict: Option<String>,
    }
}

row! {
    /// One piece of one part of a claim: characters into its paragraph, end excluded.
    ClaimSpan {
        claim_id: String => Cell::Id,
        role: String,
        piece: i64,
        paragraph: i64,
        start: i64,
        end: i64,
    }
}

row! {
    /// A place where an article names an actor.
    Naming {
        text: String,
        paragraph: i64,
        start: i64,
    }
}

/// A claim with the places of its parts.
pub struct ClaimDetail {
    /// The claim.
    pub claim: ClaimRow,
    /// Row of its article.
    pub article: i64,
    /// Its pieces, by role and order.
    pub spans: Vec<ClaimSpan>,
}

pub(super) fn id_cell(id: Option<String>) -> Cell {
    id.map_or(Cell::Empty, Cell::Id)
}

const USUAL_ORDER: &str = "article.published_on NULLS LAST, article.article_id, claim.ordinal";

const SORTABLE: &[(&str, &str)] = &[
    ("published_on", "article.published_on"),
    ("outlet", "(SELECT name FROM outlet WHERE outlet.id = article.outlet)"),
    ("headline", "article.headline"),
    (
        "speaker",
        "(SELECT entity.folded FROM name_key JOIN entity ON entity.id = name_key.entity WHERE name_key.id = claim.speaker)",
    ),
    ("cue", "claim.cue"),
    ("cue_class", "claim.cue_class"),
    ("form", "claim.form"),
    ("score", "claim.score"),
    ("claim_id", "claim.claim_id"),
];

impl Corpus {
    /// Hands each claim that the filter finds to `each`, oldest first, within an article in the order of its text.
    pub fn claims(&self, filter: &Filter, each: &mut dyn FnMut(ClaimRow) -> Result<()>) -> Result<()> {
        let order = filter.order(SORTABLE, USUAL_ORDER)?;
        let statement = self.connection.prepare_cached(include_str!("sql/claim.sql"))?;
        let finder = self.find_claims(filter)?;
        self.each_found(finder.finish(&order, filter.limit), statement, ClaimRow::from_row, each)
    }

    /// Counts the claims that the filter finds, up to `at_most`.
    pub fn count_claims(&self, filter: &Filter, at_most: usize) -> Result<usize> {
        let way = if filter.begins_with_claims() { Way::ThroughActors } else { Way::ArticleByArticle };
        self.count_found(find_claims_by(filter, way).finish("", None), at_most)
    }

    /// Returns one claim by its row, with the places of its parts.
    pub fn claim(&self, claim: i64) -> Result<ClaimDetail> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/claim.sql"))?;
        let mut spans = self.connection.prepare_cached(include_str!("sql/claim_spans.sql"))?;
        Ok(ClaimDetail {
            claim: statement.query_row([claim], ClaimRow::from_row)?,
            article: statement.query_row([claim], |row| row.get("article"))?,
            spans: spans.query_map([claim], ClaimSpan::from_row)?.collect::<rusqlite::Result<_>>()?,
        })
    }

    /// Returns where an article names an actor (by public id), in the order of its text.
    pub fn namings(&self, article: i64, entity_id: &str) -> Result<Vec<Naming>> {
        let mut find = self.connection.prepare_cached(include_str!("sql/names_in_article.sql"))?;
        Ok(find.query_map(params![article, entity_id], Naming::from_row)?.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the claims of one article, in the order of its text, with the places of their parts.
    pub fn claims_of_article(&self, article: i64) -> Result<Vec<ClaimDetail>> {
        let mut find =
            self.connection.prepare_cached("SELECT id FROM claim WHERE article = ?1 AND is_listed ORDER BY ordinal")?;
        let rows: Vec<i64> = find.query_map([article], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        rows.into_iter().map(|claim| self.claim(claim)).collect()
    }
}

/// From so many claims on it is quicker to look for an actor's claims date by date than to sort them all.
const MANY_CLAIMS: i64 = 2_000;

impl Corpus {
    /// Finds the claims of a filter, each with its article, in the way that is quick for them.
    pub(super) fn find_claims(&self, filter: &Filter) -> Result<Finder> {
        Ok(find_claims_by(filter, self.way(filter)?))
    }

    /// Decides how to find the claims of a filter. Only pages are found date by date: a whole answer is sorted anyway.
    fn way(&self, filter: &Filter) -> Result<Way> {
        let is_page = filter.limit.is_some() && filter.sort.is_none();
        let entities: Vec<i64> = filter.actors.iter().chain(&filter.about).copied().collect();
        if entities.is_empty() || !filter.tags.is_empty() {
            return Ok(if filter.tags.is_empty() { Way::ArticleByArticle } else { Way::ThroughActors });
        }
        let entities = serde_json::to_string(&entities).expect("a list of numbers is JSON");
        let mut count = self.connection.prepare_cached(
            "SELECT MIN(claims_by + claims_about) FROM entity WHERE id IN (SELECT value FROM json_each(?1))",
        )?;
        let claims: i64 = count.query_row([entities], |row| row.get::<_, Option<i64>>(0))?.unwrap_or(0);
        Ok(if is_page && claims > MANY_CLAIMS { Way::ArticleByArticle } else { Way::ThroughActors })
    }
}

pub(super) fn find_claims_by(filter: &Filter, way: Way) -> Finder {
    let mut finder = Finder::new(match way {
        Way::ThroughActors => "claim.id, claim.article FROM claim JOIN article ON article.id = claim.article",
        Way::ArticleByArticle => "claim.id, claim.article FROM article CROSS JOIN claim ON claim.article = article.id",
    });
    filter.narrow_claims(&mut finder, way);
    filter.narrow_articles(&mut finder);
    finder
}
