//! The claims that a filter finds, as the subquery from which every count is made: one row a claim.

use rusqlite::types::Value;

use super::periods::Per;
use crate::corpus::Corpus;
use crate::corpus::filter::{Filter, Finder, Way};
use crate::error::Result;

/// What a counting statement may ask of a claim found. Who is rejected as an actor speaks as somebody unknown.
macro_rules! found {
    ($from:literal) => {
        concat!(
            "claim.id AS claim, claim.article, article.outlet, article.published_on, claim.cue_class,\n",
            "       iif(entity.is_rejected, 'unknown', claim.speaker_kind) AS speaker_kind,\n",
            "       iif(entity.is_rejected, NULL, entity.id) AS speaker\n",
            "FROM ",
            $from,
            "\nLEFT JOIN name_key ON name_key.id = claim.speaker\nLEFT JOIN entity ON entity.id = name_key.entity"
        )
    };
}

/// In what claims are counted. What falls into one unit counts once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountedPer {
    /// Once an article.
    Article,
    /// Once a week, month or year.
    Period(Per),
    /// Once, however often.
    Range,
}

impl CountedPer {
    /// Every unit, the smallest first.
    pub const ALL: [CountedPer; 5] = [
        CountedPer::Article,
        CountedPer::Period(Per::Week),
        CountedPer::Period(Per::Month),
        CountedPer::Period(Per::Year),
        CountedPer::Range,
    ];

    /// Returns the name used on the command line.
    pub fn name(self) -> &'static str {
        match self {
            CountedPer::Article => "article",
            CountedPer::Period(per) => per.name(),
            CountedPer::Range => "range",
        }
    }

    fn in_sql(self) -> String {
        match self {
            CountedPer::Article => "article".to_string(),
            CountedPer::Period(per) => per.label_in_sql("published_on"),
            CountedPer::Range => "1".to_string(),
        }
    }
}

/// Begins the subquery of the claims that a filter finds.
pub(super) fn find_found(filter: &Filter) -> Finder {
    let way = if filter.names_actors() { Way::ThroughActors } else { Way::ArticleByArticle };
    let mut finder = Finder::new(match way {
        Way::ThroughActors => found!("claim JOIN article ON article.id = claim.article"),
        Way::ArticleByArticle => found!("article CROSS JOIN claim ON claim.article = article.id"),
    });
    filter.narrow_claims(&mut finder, way);
    filter.narrow_articles(&mut finder);
    finder
}

/// Begins the subquery of single claims that something else leads to.
pub(super) fn find_found_one_by_one(filter: &Filter) -> Finder {
    let mut finder = Finder::new(found!("claim JOIN article ON article.id = claim.article"));
    filter.narrow_claims(&mut finder, Way::ArticleByArticle);
    filter.narrow_articles(&mut finder);
    finder
}

/// Puts the claims found into a counting statement, which names them `{found}`, with the unit of its count as `unit`.
/// The values of the subquery come first.
pub(super) fn counting(template: &str, found: Finder, per: CountedPer) -> (String, Vec<Value>) {
    let (found, values) = found.finish("", None);
    let found = format!("SELECT *, {} AS unit FROM (\n{found}\n)", per.in_sql());
    (template.replace("{found}", &found), values)
}

/// What a count leaves out, of the claims that a filter finds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// All claims found.
    pub claims: i64,
    /// Those without a named speaker.
    pub unnamed: i64,
    /// Those in articles without a date.
    pub undated: i64,
    /// Those in articles without an outlet.
    pub without_outlet: i64,
}

impl Corpus {
    /// Counts the claims that a filter finds, and those of them that have no place in some counts.
    pub fn left_out(&self, filter: &Filter) -> Result<LeftOut> {
        let template = include_str!("sql/left_out.sql");
        let (sql, values) = counting(template, find_found(filter), CountedPer::Range);
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_row(rusqlite::params_from_iter(values), |row| {
            Ok(LeftOut {
                claims: row.get("claims")?,
                unnamed: row.get("unnamed")?,
                undated: row.get("undated")?,
                without_outlet: row.get("without_outlet")?,
            })
        })?)
    }
}
