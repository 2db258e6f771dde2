//! What to look for, typed, and the conditions it becomes.
//!
//! Only conditions in use are written, since `(:x IS NULL OR column = :x)` would scan; every value is bound.

use rusqlite::types::Value;

use crate::error::{Error, Result};

/// What to look for. Empty lists and `None` ask for nothing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    /// Rows of entities one of which speaks.
    pub actors: Vec<i64>,
    /// Rows of entities one of which is spoken of.
    pub about: Vec<i64>,
    /// Rows of outlets.
    pub outlets: Vec<i64>,
    /// Rows of articles.
    pub articles: Vec<i64>,
    /// Folded words of the byline.
    pub author: Option<String>,
    /// First day, ISO.
    pub since: Option<String>,
    /// Last day, ISO.
    pub until: Option<String>,
    /// Metadata that the article must carry.
    pub meta: Vec<(String, String)>,
    /// Genres of the article.
    pub genres: Vec<String>,
    /// Forms of the claim.
    pub forms: Vec<String>,
    /// Cue classes of the claim.
    pub cue_classes: Vec<String>,
    /// Least score of the claim.
    pub min_score: Option<f64>,
    /// Words that people tagged the rows of the answer with: claims or their articles, articles or their claims, actors.
    pub tags: Vec<String>,
    /// Which articles count.
    pub reprints: Reprints,
    /// Order of the answer; each list has its own usual one.
    pub sort: Option<Sort>,
    /// At most so many rows.
    pub limit: Option<usize>,
}

/// What to do with articles that are not counted: reprints, and versions that a newer one replaced.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Reprints {
    /// Leave them out.
    #[default]
    Collapse,
    /// Treat each as an article of its own.
    Separate,
    /// Show nothing else.
    Only,
}

/// An order: a field's name, and which way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sort {
    /// Name of a field of the list.
    pub field: String,
    /// Largest or latest first.
    pub is_descending: bool,
}

/// How claims are found: which of two ways is quick depends on how much there is to find.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// From the actors, or from tags, to their claims, which are then sorted: quick while they are few.
    ThroughActors,
    /// Article by article in the order of dates, asking of each claim: quick while many of them answer.
    ArticleByArticle,
}

/// What people tagged with a word: claims, and the claims of articles. The word is bound twice.
const TAGGED_CLAIMS: &str = "claim.id IN (
    SELECT ruling.target FROM tag CROSS JOIN ruling ON ruling.decision_id = tag.decision_id
    WHERE tag.word = ? AND ruling.kind = 'claim'
    UNION ALL
    SELECT tagged.id FROM tag CROSS JOIN ruling ON ruling.decision_id = tag.decision_id
    CROSS JOIN claim AS tagged ON tagged.article = ruling.target
    WHERE tag.word = ? AND ruling.kind = 'article')";
/// Articles, and the articles of claims.
const TAGGED_ARTICLES: &str = "article.id IN (
    SELECT ruling.target FROM tag CROSS JOIN ruling ON ruling.decision_id = tag.decision_id
    WHERE tag.word = ? AND ruling.kind = 'article'
    UNION ALL
    SELECT tagged.article FROM tag CROSS JOIN ruling ON ruling.decision_id = tag.decision_id
    CROSS JOIN claim AS tagged ON tagged.id = ruling.target
    WHERE tag.word = ? AND ruling.kind = 'claim')";
/// Actors.
const TAGGED_ACTORS: &str = "entity.id IN (
    SELECT name_key.entity FROM tag CROSS JOIN name_key ON name_key.key = tag.key WHERE tag.word = ?)";

/// A statement under construction that finds the rows of a list, in order.
pub(super) struct Finder {
    from: &'static str,
    conditions: Vec<String>,
    values: Vec<Value>,
}

impl Finder {
    /// Begins with what comes between SELECT and WHERE: `article.id FROM article`.
    pub fn new(from: &'static str) -> Self {
        Finder { from, conditions: Vec::new(), values: Vec::new() }
    }

    /// Adds a condition; each `?` in it takes the next of the values.
    pub fn when(&mut self, condition: impl Into<String>, values: impl IntoIterator<Item = Value>) {
        self.conditions.push(condition.into());
        self.values.extend(values);
    }

    /// Adds a condition in which `{}` stands for a list of values.
    pub fn when_in(&mut self, condition: &str, values: impl IntoIterator<Item = Value>) {
        let before = self.values.len();
        self.values.extend(values);
        let places = vec!["?"; self.values.len() - before].join(", ");
        if !places.is_empty() {
            self.conditions.push(condition.replace("{}", &places));
        }
    }

    /// Returns the finished statement and its values.
    pub fn finish(self, order: &str, limit: Option<usize>) -> (String, Vec<Value>) {
        let mut sql = format!("SELECT {}", self.from);
        if !self.conditions.is_empty() {
            sql.push_str("\nWHERE ");
            sql.push_str(&self.conditions.join("\n  AND "));
        }
        if !order.is_empty() {
            sql.push_str("\nORDER BY ");
            sql.push_str(order);
        }
        if let Some(limit) = limit {
            sql.push_str(&format!("\nLIMIT {limit}"));
        }
        (sql, self.values)
    }
}

impl Filter {
    /// Tells whether any condition looks at articles or claims, so that stored totals do not answer it; a list of actors
    /// asks for the tags of actors.
    pub fn is_about_articles(&self) -> bool {
        let (tags, sort) = (self.tags.clone(), self.sort.clone());
        let plain = Filter { tags, sort, limit: self.limit, ..Filter::default() };
        *self != plain
    }

    /// Tells whether the filter names who speaks or is spoken of: then claims are found through them.
    pub(super) fn names_actors(&self) -> bool {
        !self.actors.is_empty() || !self.about.is_empty()
    }

    /// Tells whether few claims answer, so that it is quick to begin with them.
    pub(super) fn begins_with_claims(&self) -> bool {
        self.names_actors() || !self.tags.is_empty()
    }

    /// Tells whether the filter asks anything of claims.
    fn names_claims(&self) -> bool {
        let by_kind = !self.forms.is_empty() || !self.cue_classes.is_empty() || self.min_score.is_some();
        by_kind || self.names_actors()
    }

    /// Adds that the article has a claim of the kind looked for: found through its actors where they are named, since
    /// those are few, else asked of each article as it comes.
    pub(super) fn narrow_to_articles_with_claims(&self, finder: &mut Finder) {
        let mut claims = Finder::new(if self.names_actors() { "claim.article FROM claim" } else { "1 FROM claim" });
        self.narrow_claims(&mut claims, Way::ThroughActors);
        if !self.names_claims() {
            return;
        }
        let question = if self.names_actors() {
            "article.id IN"
        } else {
            claims.when("claim.article = article.id", []);
            "EXISTS"
        };
        let (sql, values) = claims.finish("", None);
        finder.when(format!("{question} ({sql})"), values);
    }

    /// Adds what concerns `article`.
    pub(super) fn narrow_articles(&self, finder: &mut Finder) {
        match self.reprints {
            Reprints::Collapse => finder.when("article.is_counted", []),
            Reprints::Separate => {}
            Reprints::Only => finder.when(
                "article.piece <> (SELECT original.piece FROM reprint_group
                   JOIN article AS original ON original.id = reprint_group.original
                   WHERE reprint_group.id = article.reprint_group)",
                [],
            ),
        }
        finder.when_in("article.outlet IN ({})", integers(&self.outlets));
        finder.when_in("article.id IN ({})", integers(&self.articles));
        finder.when_in("article.genre IN ({})", texts(&self.genres));
        if let Some(author) = &self.author {
            finder.when("article.byline_key LIKE '%' || ? || '%'", [author.clone().into()]);
        }
        if let Some(since) = &self.since {
            finder.when("article.published_on >= ?", [since.clone().into()]);
        }
        if let Some(until) = &self.until {
            finder.when("article.published_on <= ?", [until.clone().into()]);
        }
        for (key, value) in &self.meta {
            finder.when(
                "article.id IN (SELECT article FROM article_meta WHERE key = ? AND value = ?)",
                [key.clone().into(), value.clone().into()],
            );
        }
        for word in &self.tags {
            finder.when(TAGGED_ARTICLES, [word.clone().into(), word.clone().into()]);
        }
    }

    /// Adds what concerns `entity`, where actors are listed.
    pub(super) fn narrow_actors(&self, finder: &mut Finder) {
        for word in &self.tags {
            finder.when(TAGGED_ACTORS, [word.clone().into()]);
        }
    }

    /// Adds what concerns `claim`.
    pub(super) fn narrow_claims(&self, finder: &mut Finder, way: Way) {
        finder.when_in("claim.speaker IN (SELECT id FROM name_key WHERE entity IN ({}))", integers(&self.actors));
        finder.when_in(
            match way {
                Way::ThroughActors => {
                    "claim.id IN (SELECT claim_entity.claim FROM name_key CROSS JOIN claim_entity
                       ON claim_entity.name_key = name_key.id AND claim_entity.role = 'about'
                       WHERE name_key.entity IN ({}))"
                }
                Way::ArticleByArticle => {
                    "EXISTS (SELECT 1 FROM claim_entity CROSS JOIN name_key ON name_key.id = claim_entity.name_key
                       WHERE claim_entity.claim = claim.id AND claim_entity.role = 'about'
                         AND name_key.entity IN ({}))"
                }
            },
            integers(&self.about),
        );
        match self.forms.is_empty() {
            true => finder.when("claim.is_listed", []),
            false => {
                finder.when_in("claim.form IN ({})", texts(&self.forms));
                finder.when("claim.verdict IS NOT 'rejected'", []);
            }
        }
        finder.when_in("claim.cue_class IN ({})", texts(&self.cue_classes));
        for word in &self.tags {
            finder.when(TAGGED_CLAIMS, [word.clone().into(), word.clone().into()]);
        }
        if let Some(score) = self.min_score {
            finder.when("claim.score >= ?", [score.into()]);
        }
    }

    /// Returns the ORDER BY of a list: the asked field, then the usual order down to the last tie. What is not known
    /// comes last, either way.
    pub(super) fn order(&self, sortable: &[(&str, &str)], usual: &str) -> Result<String> {
        let Some(sort) = &self.sort else { return Ok(usual.to_string()) };
        let Some((_, column)) = sortable.iter().find(|(field, _)| *field == sort.field) else {
            let fields: Vec<&str> = sortable.iter().map(|(field, _)| *field).collect();
            return Err(Error::invalid(format!(
                "cannot sort by '{}' here; choose one of {} (with a leading - for the other way)",
                sort.field,
                fields.join(", ")
            )));
        };
        let direction = if sort.is_descending { "DESC" } else { "ASC NULLS LAST" };
        Ok(format!("{column} {direction}, {usual}"))
    }
}

fn integers(rows: &[i64]) -> impl Iterator<Item = Value> + '_ {
    rows.iter().map(|&row| row.into())
}

fn texts(texts: &[String]) -> impl Iterator<Item = Value> + '_ {
    texts.iter().map(|text| text.clone().into())
}
