//! All that links actors across pieces: claims about each other, claims by others about them, passages that name them.

use rusqlite::types::Value;

use super::finding_links::{LinkKind, find_links, find_links_among};
use super::links::{FoundLinks, LinkRow};
use super::row;
use crate::corpus::Corpus;
use crate::corpus::filter::{Filter, Finder, Way};
use crate::error::Result;
use crate::record::Cell;

row! {
    /// One link between actors: a claim or a passage.
    CrossrefRow {
        kind: String,
        article_id: String => Cell::Id,
        outlet: Option<String>,
        published_on: Option<String>,
        headline: Option<String>,
        paragraph: i64,
        speaker: Option<String>,
        about: Vec<String>,
        text: String,
        claim_id: Option<String> => super::claims::id_cell,
        other_claim_id: Option<String> => super::claims::id_cell,
        cue: Option<String>,
    }
}

/// The kinds of link, in the order in which an answer shows them. `a` and `b` count into the actors asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CrossrefKind {
    /// Claims by `a` about `b`.
    ClaimAbout {
        /// Who speaks.
        a: usize,
        /// Of whom.
        b: usize,
    },
    /// Claims that the one actor asked about makes.
    ClaimsBy,
    /// Claims by others about the actors: about both, or about the one.
    ByOthers,
    /// Claims of the actors that echo each other, or speak against each other; of one actor, against anybody.
    Linked(LinkKind),
    /// Passages that name both.
    Together,
}

impl CrossrefKind {
    /// Returns the kinds of link that can hold among so many actors.
    pub fn among(actors: usize) -> Vec<CrossrefKind> {
        if actors < 2 {
            let linked = [LinkKind::Dispute, LinkKind::Shift].map(CrossrefKind::Linked);
            return [vec![CrossrefKind::ClaimsBy, CrossrefKind::ByOthers], linked.to_vec()].concat();
        }
        let pairs = (0..actors).flat_map(|a| (0..actors).map(move |b| (a, b))).filter(|(a, b)| a != b);
        let mut kinds: Vec<CrossrefKind> = pairs.map(|(a, b)| CrossrefKind::ClaimAbout { a, b }).collect();
        kinds.extend([LinkKind::Dispute, LinkKind::Echo].map(CrossrefKind::Linked));
        kinds.extend([CrossrefKind::ByOthers, CrossrefKind::Together]);
        kinds
    }

    /// Returns the name used in exports.
    pub fn name(self) -> &'static str {
        match self {
            CrossrefKind::ClaimAbout { .. } => "claim about",
            CrossrefKind::ClaimsBy => "claim by",
            CrossrefKind::ByOthers => "claim by others",
            CrossrefKind::Linked(LinkKind::Echo) => "echo",
            CrossrefKind::Linked(LinkKind::Dispute) => "dispute",
            CrossrefKind::Linked(LinkKind::Shift) => "shift",
            CrossrefKind::Together => "mentioned together",
        }
    }
}

const NAMES_OF_ACTOR: &str = "SELECT id FROM name_key WHERE entity = ?1";
const ABOUT_ACTOR: &str = "SELECT claim_entity.claim
    FROM name_key CROSS JOIN claim_entity ON claim_entity.name_key = name_key.id AND claim_entity.role = 'about'
    WHERE name_key.entity = ?";
const CLAIM_ORDER: &str = "article.published_on NULLS LAST, article.article_id, claim.ordinal";
const PASSAGE_ORDER: &str = "article.published_on NULLS LAST, article.article_id, paragraph.number";
/// From so many articles on, a page of passages is found date by date.
const MANY_ARTICLES: usize = 500;

/// All that links some actors.
pub struct Crossref<'c> {
    corpus: &'c Corpus,
    /// Rows of the actors.
    actors: Vec<i64>,
    /// The name keys of each actor.
    names: Vec<Vec<i64>>,
    /// The articles that name them all, ascending.
    articles: Vec<i64>,
}

impl Corpus {
    /// Looks up where some actors (rows of entities) meet; what links them is then asked of the answer.
    pub fn crossref(&self, actors: &[i64]) -> Result<Crossref<'_>> {
        let names = actors.iter().map(|&actor| self.rows_of(NAMES_OF_ACTOR, actor)).collect::<Result<_>>()?;
        // The lists of articles are put side by side here, since SQLite would look up every article of the one in the
        // other. One actor alone meets nobody.
        let mut articles: Option<Vec<i64>> = None;
        for &actor in actors.iter().filter(|_| actors.len() > 1) {
            let mut of_actor = self.rows_of(include_str!("sql/articles_of_actor.sql"), actor)?;
            of_actor.sort_unstable();
            of_actor.dedup();
            articles = Some(match articles {
                None => of_actor,
                Some(before) => before.into_iter().filter(|article| of_actor.binary_search(article).is_ok()).collect(),
            });
        }
        Ok(Crossref { corpus: self, actors: actors.to_vec(), names, articles: articles.unwrap_or_default() })
    }

    fn rows_of(&self, sql: &str, actor: i64) -> Result<Vec<i64>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_map([actor], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
    }
}

impl Crossref<'_> {
    /// Hands each link of one kind to `each`, oldest first.
    pub fn each(
        &self,
        kind: CrossrefKind,
        filter: &Filter,
        each: &mut dyn FnMut(CrossrefRow) -> Result<()>,
    ) -> Result<()> {
        if let CrossrefKind::Linked(linked) = kind {
            return self.links(linked, filter)?.each(filter.limit, &mut |link| each(CrossrefRow::from(link)));
        }
        let (order, sql) = match kind {
            CrossrefKind::Together => (PASSAGE_ORDER, include_str!("sql/crossref_passage.sql")),
            _ => (CLAIM_ORDER, include_str!("sql/crossref_claim.sql")),
        };
        let statement = self.corpus.connection.prepare_cached(sql)?;
        let read = |row: &rusqlite::Row<'_>| {
            CrossrefRow::from_row(row).map(|found| CrossrefRow { kind: kind.name().to_string(), ..found })
        };
        self.corpus.each_found(self.find(kind, filter)?.finish(order, filter.limit), statement, read, each)
    }

    /// Counts the links of one kind, up to `at_most`, and the articles they stand in.
    pub fn count(&self, kind: CrossrefKind, filter: &Filter, at_most: usize) -> Result<(usize, usize)> {
        let whole = Filter { limit: None, ..filter.clone() };
        if let CrossrefKind::Linked(linked) = kind {
            let links = self.links(linked, filter)?.count().min(at_most);
            return Ok((links, links));
        }
        let (find, values) = self.find(kind, &whole)?.finish("", Some(at_most));
        let sql = format!("SELECT COUNT(*), COUNT(DISTINCT article) FROM ({find})");
        let mut statement = self.corpus.connection.prepare_cached(&sql)?;
        let counts: (i64, i64) =
            statement.query_row(rusqlite::params_from_iter(values), |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok((counts.0 as usize, counts.1 as usize))
    }

    /// Finds the links of one kind: rows of claims, or of paragraphs, each with its article.
    pub(super) fn find(&self, kind: CrossrefKind, filter: &Filter) -> Result<Finder> {
        let filter = Filter { actors: Vec::new(), about: Vec::new(), ..filter.clone() };
        let one = || vec![self.actors[0]];
        Ok(match kind {
            CrossrefKind::ClaimAbout { a, b } => find_claims_about(self.actors[a], self.actors[b], &filter),
            CrossrefKind::ClaimsBy => self.corpus.find_claims(&Filter { actors: one(), ..filter })?,
            CrossrefKind::ByOthers if self.actors.len() == 1 => {
                let mut finder = self.corpus.find_claims(&Filter { about: one(), ..filter })?;
                self.leave_out_their_claims(&mut finder);
                finder
            }
            CrossrefKind::ByOthers => self.find_claims_by_others(&filter),
            CrossrefKind::Linked(linked) => self.find_linked(linked, &filter),
            CrossrefKind::Together => self.find_passages(&filter),
        })
    }

    /// Finds the links of one kind between claims of the actors, whatever the limit.
    pub fn links(&self, kind: LinkKind, filter: &Filter) -> Result<FoundLinks<'_>> {
        let whole = Filter { limit: None, ..filter.clone() };
        self.corpus.found_links(self.find_linked(kind, &whole), &whole)
    }

    fn find_linked(&self, kind: LinkKind, filter: &Filter) -> Finder {
        if self.actors.len() > 1 {
            return find_links_among(&self.actors, kind, filter);
        }
        find_links(kind, &Filter { actors: self.actors.clone(), about: Vec::new(), ..filter.clone() })
    }

    /// Finds claims about all the actors by none of them, where the lists of claims about each meet.
    fn find_claims_by_others(&self, filter: &Filter) -> Finder {
        let mut finder =
            Finder::new("claim.id, claim.article FROM claim CROSS JOIN article ON article.id = claim.article");
        let about_all = vec![ABOUT_ACTOR; self.actors.len()].join("\nINTERSECT ");
        finder.when(format!("claim.id IN ({about_all})"), self.actors.iter().map(|&actor| Value::from(actor)));
        self.leave_out_their_claims(&mut finder);
        filter.narrow_claims(&mut finder, Way::ThroughActors);
        filter.narrow_articles(&mut finder);
        finder
    }

    /// Finds paragraphs that mention all the actors, in the articles that name them all.
    ///
    /// For a page of what is plentiful it goes by date and stops when the page is full: the plus keeps SQLite from
    /// beginning with the list of articles, all of which it would then have to sort.
    fn find_passages(&self, filter: &Filter) -> Finder {
        let mut finder = Finder::new(
            "paragraph.id, paragraph.article FROM article CROSS JOIN paragraph ON paragraph.article = article.id",
        );
        let articles = serde_json::to_string(&self.articles).expect("a list of numbers is JSON");
        let plus = if filter.limit.is_some() && self.articles.len() > MANY_ARTICLES { "+" } else { "" };
        finder.when(format!("{plus}article.id IN (SELECT value FROM json_each(?))"), [Value::from(articles)]);
        for names in &self.names {
            finder.when_in(
                "EXISTS (SELECT 1 FROM mention WHERE mention.paragraph = paragraph.id AND mention.name_key IN ({}))",
                names.iter().map(|&name| Value::from(name)),
            );
        }
        filter.narrow_articles(&mut finder);
        finder
    }

    fn leave_out_their_claims(&self, finder: &mut Finder) {
        let names = self.names.iter().flatten().map(|&name| Value::from(name));
        finder.when_in("(claim.speaker IS NULL OR claim.speaker NOT IN ({}))", names);
    }
}

impl From<LinkRow> for CrossrefRow {
    /// The later claim, with the earlier one as the other.
    fn from(link: LinkRow) -> Self {
        CrossrefRow {
            kind: link.relation,
            article_id: link.article_b,
            outlet: link.outlet_b,
            published_on: link.published_b,
            headline: link.headline_b,
            paragraph: link.paragraph_b,
            speaker: link.speaker_b,
            about: Vec::new(),
            text: link.content_b,
            claim_id: Some(link.claim_b),
            other_claim_id: Some(link.claim_a),
            cue: Some(link.cue_b),
        }
    }
}

/// Finds claims of one actor about another, in the table that says whom a claim is about and repeats its speaker.
fn find_claims_about(speaker: i64, spoken_of: i64, filter: &Filter) -> Finder {
    let mut finder = Finder::new("claim.id, claim.article FROM claim JOIN article ON article.id = claim.article");
    finder.when(
        "claim.id IN (
            SELECT claim_entity.claim
            FROM name_key AS spoken_of
            CROSS JOIN name_key AS speaker
            CROSS JOIN claim_entity
                ON claim_entity.name_key = spoken_of.id AND claim_entity.role = 'about'
                AND claim_entity.speaker = speaker.id
            WHERE spoken_of.entity = ? AND speaker.entity = ?)",
        [Value::from(spoken_of), Value::from(speaker)],
    );
    filter.narrow_claims(&mut finder, Way::ThroughActors);
    filter.narrow_articles(&mut finder);
    finder
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_actors_make_six_directions() {
        let kinds = CrossrefKind::among(3);
        assert_eq!(kinds.iter().filter(|kind| matches!(kind, CrossrefKind::ClaimAbout { .. })).count(), 6);
        assert_eq!(kinds.last(), Some(&CrossrefKind::Together));
    }
}
