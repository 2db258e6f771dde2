//! Articles: the list, and one with its text.

use rusqlite::OptionalExtension;

use super::row;
use crate::corpus::Corpus;
use crate::corpus::filter::{Filter, Finder};
use crate::error::Result;
use crate::record::Cell;

row! {
    /// A piece in the list of pieces.
    ArticleRow {
        article_id: String => Cell::Id,
        outlet: Option<String>,
        headline: Option<String>,
        byline: Option<String>,
        published_on: Option<String>,
        language: String,
        genre: String,
        url: Option<String>,
        words: i64,
        claims: i64,
        version: i64,
        reprints: i64,
        credit: Option<String>,
    }
}

row! {
    /// A paragraph of a piece.
    ParagraphRow {
        article_id: String => Cell::Id,
        paragraph: i64,
        kind: String,
        text: String,
    }
}

row! {
    /// A place that an article came from.
    Location {
        run: i64,
        path: String,
        row: Option<i64>,
    }
}

/// What analysis needs to read a stored article again.
pub struct StoredArticle {
    /// Its row.
    pub row: i64,
    /// Its public id.
    pub article_id: String,
    /// Its language.
    pub language: String,
    /// Its paragraphs, ascending by number.
    pub paragraphs: Vec<StoredParagraph>,
}

/// A paragraph as it is stored.
pub struct StoredParagraph {
    /// Its number.
    pub number: usize,
    /// Its kind.
    pub kind: String,
    /// Its words.
    pub text: String,
}

const USUAL_ORDER: &str = "article.published_on NULLS LAST, article.article_id";

const SORTABLE: &[(&str, &str)] = &[
    ("published_on", "article.published_on"),
    ("outlet", "(SELECT name FROM outlet WHERE outlet.id = article.outlet)"),
    ("headline", "article.headline"),
    ("byline", "article.byline"),
    ("words", "article.words"),
    ("claims", "(SELECT COUNT(*) FROM claim WHERE claim.article = article.id AND claim.is_listed)"),
    ("article_id", "article.article_id"),
];

impl Corpus {
    /// Hands each article that the filter finds to `each`, oldest first.
    pub fn articles(&self, filter: &Filter, each: &mut dyn FnMut(ArticleRow) -> Result<()>) -> Result<()> {
        let order = filter.order(SORTABLE, USUAL_ORDER)?;
        let statement = self.connection.prepare_cached(include_str!("sql/article.sql"))?;
        self.each_found(find_articles(filter).finish(&order, filter.limit), statement, ArticleRow::from_row, each)
    }

    /// Counts the articles that the filter finds, up to `at_most`.
    pub fn count_articles(&self, filter: &Filter, at_most: usize) -> Result<usize> {
        self.count_found(find_articles(filter).finish("", None), at_most)
    }

    /// Returns one article of the list by its row.
    pub fn article(&self, article: i64) -> Result<ArticleRow> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/article.sql"))?;
        Ok(statement.query_row([article], ArticleRow::from_row)?)
    }

    /// Returns the paragraphs of an article, in order; 0 is the headline.
    pub fn paragraphs(&self, article: i64) -> Result<Vec<ParagraphRow>> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/paragraphs.sql"))?;
        Ok(statement.query_map([article], ParagraphRow::from_row)?.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns every place an article came from, oldest run first.
    pub fn locations(&self, article: i64) -> Result<Vec<Location>> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/locations.sql"))?;
        Ok(statement.query_map([article], Location::from_row)?.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns what else the inputs said about an article: names and values.
    pub fn metadata(&self, article: i64) -> Result<Vec<(String, String)>> {
        let mut statement = self.connection.prepare_cached(include_str!("sql/metadata.sql"))?;
        let rows = statement.query_map([article], |row| Ok((row.get("key")?, row.get("value")?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the other versions of an article's piece, in order.
    pub fn versions(&self, article: i64) -> Result<Vec<ArticleRow>> {
        self.related(include_str!("sql/versions.sql"), article)
    }

    /// Returns the other articles that carry an article's text, in order.
    pub fn reprints(&self, article: i64) -> Result<Vec<ArticleRow>> {
        self.related(include_str!("sql/reprints.sql"), article)
    }

    fn related(&self, sql: &str, article: i64) -> Result<Vec<ArticleRow>> {
        let mut find = self.connection.prepare_cached(sql)?;
        let rows: Vec<i64> = find.query_map([article], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        rows.into_iter().map(|row| self.article(row)).collect()
    }

    /// Tells whether an article with this public id is stored.
    pub fn has_article(&self, article_id: &str) -> Result<bool> {
        let mut find = self.connection.prepare_cached("SELECT 1 FROM article WHERE article_id = ?1")?;
        Ok(find.exists([article_id])?)
    }

    /// Returns the stored article after `after` (a row; 0 for the first) that another analyzer than `analyzer` read,
    /// or any article where `analyzer` is `None`.
    pub fn next_stored(&self, after: i64, analyzer: Option<&str>) -> Result<Option<StoredArticle>> {
        let mut find = self.connection.prepare_cached(include_str!("sql/next_stored.sql"))?;
        let found =
            find.query_row((after, analyzer), |row| Ok((row.get("id")?, row.get("article_id")?, row.get("language")?)));
        let Some((row, article_id, language)) = found.optional()? else { return Ok(None) };
        let paragraphs = self
            .paragraphs(row)?
            .into_iter()
            .map(|found| StoredParagraph { number: found.paragraph as usize, kind: found.kind, text: found.text })
            .collect();
        Ok(Some(StoredArticle { row, article_id, language, paragraphs }))
    }
}

pub(super) fn find_articles(filter: &Filter) -> Finder {
    let mut finder = Finder::new("article.id FROM article");
    filter.narrow_articles(&mut finder);
    filter.narrow_to_articles_with_claims(&mut finder);
    finder
}
