//! What a file name says about its piece: `{outlet}_{date}_{*}`.

use std::collections::HashSet;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::dates;
use super::fields::Field;
use crate::article::Article;
use crate::error::Error;

/// A pattern of file names without extension: words in braces name a field or a meta key, `{*}` is anything.
///
/// # Example
///
/// ```
/// use sayso::read::NamePattern;
///
/// assert!("{outlet}_{date}_{*}".parse::<NamePattern>().is_ok());
/// assert!("{outlet}{date}".parse::<NamePattern>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct NamePattern(Vec<Part>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Mark(String),
    Anything,
    Value(Field),
}

impl NamePattern {
    /// Gives the piece what its file name says; a name of another shape says nothing.
    pub(super) fn fill(&self, article: &mut Article, stem: &str) {
        let mut values = Vec::new();
        if !matched(&self.0, stem, &mut values, &mut HashSet::new()) {
            return;
        }
        for (field, value) in values.into_iter().rev() {
            match field {
                Field::Outlet | Field::Headline => field.fill(article, &value.replace('-', " ")),
                _ => field.fill(article, value),
            }
        }
    }
}

/// Matches the shortest values that let the rest match; collects them last first.
fn matched<'a>(
    parts: &'a [Part],
    name: &'a str,
    values: &mut Vec<(&'a Field, &'a str)>,
    failed: &mut HashSet<(usize, usize)>,
) -> bool {
    let Some((part, rest)) = parts.split_first() else { return name.is_empty() };
    if let Part::Mark(mark) = part {
        return name.strip_prefix(mark.as_str()).is_some_and(|name| matched(rest, name, values, failed));
    }
    // What failed once fails again: without this, many marks in a name take exponential time.
    if failed.contains(&(parts.len(), name.len())) {
        return false;
    }
    let ends = name.char_indices().map(|(at, _)| at).skip(1).chain([name.len()]);
    for end in ends.filter(|end| *end > 0) {
        let (value, after) = name.split_at(end);
        let is_fit = *part != Part::Value(Field::Date) || dates::date_of(value).is_some();
        if is_fit && matched(rest, after, values, failed) {
            if let Part::Value(field) = part {
                values.push((field, value));
            }
            return true;
        }
    }
    failed.insert((parts.len(), name.len()));
    false
}

impl FromStr for NamePattern {
    type Err = Error;

    fn from_str(pattern: &str) -> Result<Self, Error> {
        let fault = |what: &str| {
            Error::invalid(format!("the name pattern {pattern:?} {what}; write for example {{outlet}}_{{date}}_{{*}}"))
        };
        let (mut parts, mut rest) = (Vec::new(), pattern);
        while let Some((mark, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').ok_or_else(|| fault("has a brace that is never closed"))?;
            if mark.is_empty() && !parts.is_empty() {
                return Err(fault("has two fields with nothing between them"));
            }
            parts.extend((!mark.is_empty()).then(|| Part::Mark(mark.to_string())));
            parts.push(match name.trim() {
                "" => return Err(fault("has a field without a name")),
                "*" => Part::Anything,
                "text" => return Err(fault("looks for the text in the name")),
                name => Part::Value(Field::named(name)),
            });
            rest = after;
        }
        parts.extend((!rest.is_empty()).then(|| Part::Mark(rest.to_string())));
        match parts.iter().any(|part| matches!(part, Part::Value(_))) {
            true => Ok(NamePattern(parts)),
            false => Err(fault("names no field")),
        }
    }
}

impl fmt::Display for NamePattern {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|part| match part {
            Part::Mark(mark) => out.write_str(mark),
            Part::Anything => out.write_str("{*}"),
            Part::Value(field) => write!(out, "{{{}}}", field.key()),
        })
    }
}

impl TryFrom<String> for NamePattern {
    type Error = Error;

    fn try_from(pattern: String) -> Result<Self, Error> {
        pattern.parse()
    }
}

impl From<NamePattern> for String {
    fn from(pattern: NamePattern) -> String {
        pattern.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn filled(pattern: &str, stem: &str) -> Article {
        let mut article = Article::default();
        pattern.parse::<NamePattern>().unwrap().fill(&mut article, stem);
        article
    }

    #[test]
    fn names_give_fields() {
        let article = filled("{outlet}_{date}_{*}", "varn-courier_2016-10-04_dam_fails");
        assert_eq!(article.outlet.as_deref(), Some("varn courier"));
        assert_eq!(article.published_on, Some(date(2016, 10, 4)));
        assert!(article.meta.is_empty());
        let article = filled("{desk}-{date} {headline}", "home-20161004 dam-fails");
        assert_eq!((article.meta["desk"].as_str(), article.headline.as_deref()), ("home", Some("dam fails")));
    }

    #[test]
    fn a_date_decides_where_a_value_ends() {
        let article = filled("{outlet}_{date}", "the_varn_courier_2016-10-04");
        assert_eq!(article.outlet.as_deref(), Some("the_varn_courier"));
    }

    #[test]
    fn another_shape_says_nothing() {
        assert_eq!(filled("{outlet}_{date}_{*}", "dam fails"), Article::default());
        assert_eq!(filled("{outlet}_{date}", "courier_4th"), Article::default());
    }

    #[test]
    fn what_the_piece_says_stays() {
        let mut article = Article { outlet: Some("The Varn Courier".into()), ..Article::default() };
        "{outlet}_{*}".parse::<NamePattern>().unwrap().fill(&mut article, "vc_1");
        assert_eq!(article.outlet.as_deref(), Some("The Varn Courier"));
    }

    #[test]
    fn faulty_patterns_are_refused() {
        for pattern in ["", "plain", "{outlet", "{}", "{a}{b}", "{*}", "{text}_{*}"] {
            let error = pattern.parse::<NamePattern>().unwrap_err().to_string();
            assert!(error.contains("write for example {outlet}_{date}_{*}"), "{error}");
        }
    }

    #[test]
    fn many_marks_take_no_time() {
        filled("{a}_{b}_{c}_{d}_{e}_{f}_{g}_{h}x", &"_".repeat(250));
    }

    proptest! {
        #[test]
        fn any_name_is_safe(stem in "\\PC{0,30}") {
            filled("{outlet}_{date}-{*}", &stem);
        }
    }
}
