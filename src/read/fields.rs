//! The fields of a piece under the names that tables, front matter and header lines give them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{blocks, bylines, dates};
use crate::article::{Article, Block, BlockKind};
use crate::error::Error;

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
const USUAL_NAMES: [(&str, &[&str]); 9] = [
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
        let name = plain(name);
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
        if value.is_empty() || NO_VALUE.contains(&value.to_lowercase().as_str()) {
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

/// Returns a value on one line: single spaces, nothing invisible.
pub(super) fn one_line(value: &str) -> Cow<'_, str> {
    let is_clean = !value.chars().any(|c| c.is_control() || is_invisible(c) || (c.is_whitespace() && c != ' '));
    if is_clean && !value.contains("  ") {
        return Cow::Borrowed(value.trim());
    }
    let visible: String =
        value.chars().filter(|c| !is_invisible(*c) && (c.is_whitespace() || !c.is_control())).collect();
    Cow::Owned(visible.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Marks without width that stand in no word; joiners, which some scripts need, are none.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Which column (or JSON key) holds which field: `headline=title,outlet=publisher`; what it leaves out is sniffed.
///
/// # Example
///
/// ```
/// use sayso::read::Mapping;
///
/// assert_eq!("headline=title, text=words".parse::<Mapping>().unwrap().to_string(), "headline=title,text=words");
/// assert!("headline".parse::<Mapping>().unwrap_err().to_string().contains("FIELD=COLUMN"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Mapping(BTreeMap<String, String>);

impl Mapping {
    /// Returns the field of each column, or the mapped column that is missing.
    pub(super) fn assign(&self, columns: &[&str]) -> Result<Vec<Field>, String> {
        let mut fields: Vec<Option<Field>> = vec![None; columns.len()];
        for (field, wanted) in &self.0 {
            let found = columns.iter().position(|column| column == wanted);
            let found = found.or_else(|| columns.iter().position(|column| plain(column) == plain(wanted)));
            let place = found.ok_or_else(|| format!("no column {wanted:?}, which --map names; {}", listed(columns)))?;
            fields[place] = Some(Field::named(field));
        }
        let plain_columns: Vec<String> = columns.iter().map(|column| plain(column)).collect();
        for (field, names) in USUAL_NAMES.iter().filter(|(field, _)| !self.0.contains_key(*field)) {
            let free = |name: &&str| plain_columns.iter().zip(&fields).position(|(c, f)| c == name && f.is_none());
            if let Some(place) = names.iter().find_map(free) {
                fields[place] = Some(Field::named(field));
            }
        }
        let rest = |(column, field): (&&str, Option<Field>)| field.unwrap_or_else(|| Field::Meta(column.to_string()));
        Ok(columns.iter().zip(fields).map(rest).collect())
    }
}

/// Returns the reason why columns hold no text, with what to do about it.
pub(super) fn no_text_column(columns: &[&str]) -> String {
    format!("no column of text; {}; say which it is: --map text=COLUMN", listed(columns))
}

fn listed(columns: &[&str]) -> String {
    let mut names: Vec<String> = columns.iter().take(30).map(|column| column.chars().take(40).collect()).collect();
    if columns.len() > names.len() {
        names.push(format!("and {} more", columns.len() - names.len()));
    }
    format!("the columns are {}", names.join(", "))
}

impl FromStr for Mapping {
    type Err = Error;

    fn from_str(pairs: &str) -> Result<Self, Error> {
        let mut mapping = BTreeMap::new();
        for pair in pairs.split(',').map(str::trim).filter(|pair| !pair.is_empty()) {
            let (field, column) = pair.split_once('=').unwrap_or((pair, ""));
            let (field, column) = (field.trim().to_lowercase(), column.trim());
            if field.is_empty() || column.is_empty() {
                return Err(Error::invalid(format!(
                    "{pair:?} maps nothing; write FIELD=COLUMN, for example headline=title,text=words"
                )));
            }
            let field = Field::usual(&field).map_or(field, |field| field.key().to_string());
            if let Some(other) = mapping.insert(field.clone(), column.to_string()) {
                return Err(Error::invalid(format!("{field} is mapped to both {other:?} and {column:?}; give one")));
            }
        }
        Ok(Mapping(mapping))
    }
}

impl fmt::Display for Mapping {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pairs: Vec<String> = self.0.iter().map(|(field, column)| format!("{field}={column}")).collect();
        out.write_str(&pairs.join(","))
    }
}

impl TryFrom<String> for Mapping {
    type Error = Error;

    fn try_from(pairs: String) -> Result<Self, Error> {
        pairs.parse()
    }
}

impl From<Mapping> for String {
    fn from(mapping: Mapping) -> String {
        mapping.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_names_are_known_in_any_spelling() {
        let columns = ["Title", "Publication Date", "publishedAt", "Full_Text", "Body", "row"];
        let fields = Mapping::default().assign(&columns).unwrap();
        let meta = |name: &str| Field::Meta(name.into());
        assert_eq!(
            fields,
            [Field::Headline, meta("Publication Date"), Field::Date, meta("Full_Text"), Field::Text, meta("row")]
        );
    }

    #[test]
    fn a_mapping_wins_over_usual_names() {
        let mapping: Mapping = "text=words,author=who".parse().unwrap();
        let fields = mapping.assign(&["text", "Words", "who"]).unwrap();
        assert_eq!(fields, [Field::Meta("text".into()), Field::Text, Field::Byline]);
    }

    #[test]
    fn errors_say_what_to_do() {
        let missing = "text=words".parse::<Mapping>().unwrap().assign(&["a", "b"]).unwrap_err();
        assert_eq!(missing, "no column \"words\", which --map names; the columns are a, b");
        assert!("title=a,headline=b".parse::<Mapping>().unwrap_err().to_string().contains("both"));
        assert!(no_text_column(&["a"; 50]).contains("and 20 more"));
    }

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
