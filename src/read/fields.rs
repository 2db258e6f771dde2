//! The fields of a piece under the names that tables, front matter and header lines give them.

use super::values::{letters, one_line};
use super::{blocks, bylines, dates};
use crate::article::{Article, Block, BlockKind};

/// What a value says about a piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Field {
    Outlet,
    Headline,
    Byline,
    Date,
    Url,
    Text,
    /// Anything else, by name.
    Meta(String),
}

/// The names in use, compared in lower case without marks; where a table has several of one field, the first wins.
pub(super) const USUAL_NAMES: [(&str, &[&str]); 9] = [
    (
        "text",
        &["text", "body", "content", "articletext", "fulltext", "maintext", "articlebody", "articlecontent", "article"],
    ),
    ("headline", &["headline", "title", "articletitle"]),
    ("byline", &["byline", "author", "authors", "creator", "authorname", "by"]),
    (
        "outlet",
        &["outlet", "publisher", "newspaper", "publication", "sourcename", "media", "site", "sitename", "source"],
    ),
    (
        "date",
        &[
            "date",
            "published",
            "publishedon",
            "publishedat",
            "publicationdate",
            "publisheddate",
            "publishdate",
            "pubdate",
        ],
    ),
    ("url", &["url", "link", "canonicalurl", "canonical", "permalink"]),
    ("language", &["language", "lang"]),
    ("genre", &["genre"]),
    ("section", &["section"]),
];

/// What programs write where they have no value.
const NO_VALUE: [&str; 5] = ["nan", "none", "null", "n/a", "nil"];

impl Field {
    /// Returns the field of our own name for it; any other name is a meta key.
    pub fn named(name: &str) -> Field {
        match name {
            "outlet" => Field::Outlet,
            "headline" => Field::Headline,
            "byline" => Field::Byline,
            "date" => Field::Date,
            "url" => Field::Url,
            "text" => Field::Text,
            other => Field::Meta(other.to_string()),
        }
    }

    /// Returns the field that usually goes by a name.
    pub fn usual(name: &str) -> Option<Field> {
        let name = letters(name);
        let (field, _) = USUAL_NAMES.iter().find(|(_, names)| names.contains(&name.as_str()))?;
        Some(Field::named(field))
    }

    /// Gives the piece a value of this field; what it has already stays.
    ///
    /// A date or byline that cannot be understood is kept under its name in meta.
    pub fn fill(&self, article: &mut Article, value: &str) {
        if let Field::Text = self {
            return article.body.extend(blocks_of(value));
        }
        let value = one_line(value);
        if !value.contains(char::is_alphanumeric) || NO_VALUE.contains(&value.to_lowercase().as_str()) {
            return;
        }
        let understood = match self {
            Field::Outlet => keep_first(&mut article.outlet, Some(value.to_string())),
            Field::Headline => keep_first(&mut article.headline, Some(value.to_string())),
            Field::Url => keep_first(&mut article.url, Some(value.to_string())),
            Field::Byline => keep_first(&mut article.byline, bylines::cleaned(&value)),
            Field::Date => keep_first(&mut article.published_on, dates::date_of(&value)),
            Field::Meta(_) | Field::Text => false,
        };
        if !understood {
            article.meta.entry(self.key().to_string()).or_insert(value.into_owned());
        }
    }

    pub fn key(&self) -> &str {
        match self {
            Field::Outlet => "outlet",
            Field::Headline => "headline",
            Field::Byline => "byline",
            Field::Date => "date",
            Field::Url => "url",
            Field::Text => "text",
            Field::Meta(name) => name,
        }
    }
}

/// Tells whether there was a value, or one before.
fn keep_first<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    let is_understood = value.is_some();
    if place.is_none() {
        *place = value;
    }
    is_understood
}

fn blocks_of(text: &str) -> Vec<Block> {
    if one_line(text).is_empty() {
        Vec::new()
    } else if blocks::is_markup(text) {
        blocks::of_markup(text)
    } else {
        vec![Block { kind: BlockKind::Text, text: text.to_string() }]
    }
}

/// Tells whether a column of this name usually holds the text.
pub(super) fn names_text(name: &str) -> bool {
    Field::usual(name) == Some(Field::Text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_kept_even_if_not_understood() {
        let mut article = Article::default();
        Field::Date.fill(&mut article, "last spring");
        Field::Outlet.fill(&mut article, " The\u{a0}Varn \u{200b}Courier\r\n");
        Field::Outlet.fill(&mut article, "Another");
        Field::Headline.fill(&mut article, "NaN");
        assert_eq!(article.outlet.as_deref(), Some("The Varn Courier"));
        assert_eq!(article.headline, None);
        assert_eq!(article.meta["date"], "last spring");
    }
}
