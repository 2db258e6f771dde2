//! All that links actors across pieces: claims about each other, claims by others about them, passages that name them.

use rusqlite::types::Value;

use super::row;
use crate::corpus::Corpus;
use crate::corpus::filter::{Filter, Finder};
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
    /// Passages that name both.
    Together,
}

impl CrossrefKind {
    /// Returns the kinds of link that can hold among so many actors.
    pub fn among(actors: usize) -> Vec<CrossrefKind> {
        if actors < 2 {
            return vec![CrossrefKind::ClaimsBy, CrossrefKind::ByOthers];
        }
        let pairs = (0..actors).flat_map(|a| (0..actors).map(move |b| (a, b))).filter(|(a, b)| a != b);
        let mut kinds: Vec<CrossrefKind> = pairs.map(|(a, b)| CrossrefKind::ClaimAbout { a, b }).collect();
        kinds.extend([CrossrefKind::ByOthers, CrossrefKind::Together]);
        kinds
    }

    /// Returns the name used in exports.
    pub fn name(self) -> &'static str {
        match self {
            CrossrefKind::ClaimAbout { .. } => "claim about",
            CrossrefKind::ClaimsBy => "claim by",
            CrossrefKind::ByOthers => "claim by others",
            CrossrefKind::Together => "mentioned together",
        }
    }
}

const CLAIM_ORDER: &str = "article.published_on NULLS LAST, article.article_id, claim.ordinal";
const PASSAGE_ORDER: &str = "article.published_on NULLS LAST, article.article_id, paragraph.number";

impl Corpus {
    /// Hands each link of one kind between the actors (rows of entities) to `each`, oldest first.
    pub fn crossref(
        &self,
        actors: &[i64],
        kind: CrossrefKind,
        filter: &Filter,
        each: &mut dyn FnMut(CrossrefRow) -> Result<()>,
    ) -> Result<()> {
        let (finder, order, sql) = match kind {
            CrossrefKind::Together => {
                (find_passages(actors, filter), PASSAGE_ORDER, include_str!("sql/crossref_passage.sql"))
            }
            _ => (find_links(actors, kind, filter), CLAIM_ORDER, include_str!("sql/crossref_claim.sql")),
        };
        let statement = self.connection.prepare_cached(sql)?;
        let read = |row: &rusqlite::Row<'_>| {
            CrossrefRow::from_row(row).map(|found| CrossrefRow { kind: kind.name().to_string(), ..found })
        };
        self.each_found(finder.finish(order, filter.limit), statement, read, each)
    }

    /// Counts the links of one kind, up to `at_most`, and the articles they stand in.
    pub fn count_crossref(
        &self,
        actors: &[i64],
        kind: CrossrefKind,
        filter: &Filter,
        at_most: usize,
    ) -> Result<(usize, usize)> {
        let finder = match kind {
            CrossrefKind::Together => find_passages(actors, filter),
            _ => find_links(actors, kind, filter),
        };
        let (find, values) = finder.finish("", Some(at_most));
        let find = find.replacen("SELECT claim.id", "SELECT claim.article", 1).replacen(
            "SELECT paragraph.id",
            "SELECT paragraph.article",
            1,
        );
        let sql = format!("SELECT COUNT(*), COUNT(DISTINCT article) FROM ({find})");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let counts: (i64, i64) =
            statement.query_row(rusqlite::params_from_iter(values), |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok((counts.0 as usize, counts.1 as usize))
    }
}

/// Finds claims between actors, through the table that repeats the speaker beside whom a claim is about.
fn find_links(actors: &[i64], kind: CrossrefKind, filter: &Filter) -> Finder {
    let mut finder = Finder::new("claim.id FROM claim JOIN article ON article.id = claim.article");
    match kind {
        CrossrefKind::ClaimAbout { a, b } => finder.when(
            "claim.id IN (
                SELECT claim_entity.claim
                FROM name_key AS spoken_of
                CROSS JOIN name_key AS speaker
                CROSS JOIN claim_entity
                    ON claim_entity.name_key = spoken_of.id AND claim_entity.role = 'about'
                    AND claim_entity.speaker = speaker.id
                WHERE spoken_of.entity = ? AND speaker.entity = ?)",
            [Value::from(actors[b]), Value::from(actors[a])],
        ),
        CrossrefKind::ClaimsBy => {
            finder.when("claim.speaker IN (SELECT id FROM name_key WHERE entity = ?)", [Value::from(actors[0])]);
        }
        _ => {
            for &actor in actors {
                finder.when(
                    "claim.id IN (
                        SELECT claim_entity.claim
                        FROM name_key
                        CROSS JOIN claim_entity
                            ON claim_entity.name_key = name_key.id AND claim_entity.role = 'about'
                        WHERE name_key.entity = ?)",
                    [Value::from(actor)],
                );
            }
            finder.when_in(
                "(claim.speaker IS NULL OR claim.speaker NOT IN (SELECT id FROM name_key WHERE entity IN ({})))",
                actors.iter().map(|&actor| Value::from(actor)),
            );
        }
    }
    let claims_only = Filter { actors: Vec::new(), about: Vec::new(), ..filter.clone() };
    claims_only.narrow_claims(&mut finder);
    claims_only.narrow_articles(&mut finder);
    finder
}

/// Finds paragraphs that mention all the actors; which of them is rarest decides where the search begins.
fn find_passages(actors: &[i64], filter: &Filter) -> Finder {
    let mut finder = Finder::new("paragraph.id FROM paragraph JOIN article ON article.id = paragraph.article");
    let each = "SELECT mention.paragraph
                FROM name_key CROSS JOIN mention ON mention.name_key = name_key.id
                WHERE name_key.entity = ?";
    let together = vec![each; actors.len()].join("\n                INTERSECT\n                ");
    finder.when(format!("paragraph.id IN ({together})"), actors.iter().map(|&actor| Value::from(actor)));
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
