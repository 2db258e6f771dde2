//! Which column of a table holds which field, as its heading or the user says.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::fields::{Field, USUAL_NAMES};
use super::values::letters;
use crate::error::Error;

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
            let found = found.or_else(|| columns.iter().position(|column| letters(column) == letters(wanted)));
            let place = found.ok_or_else(|| format!("no column {wanted:?}, which --map names; {}", listed(columns)))?;
            fields[place] = Some(Field::named(field));
        }
        let plain_columns: Vec<String> = columns.iter().map(|column| letters(column)).collect();
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
}
