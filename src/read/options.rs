//! How the inputs of a run are to be understood; kept with the run, so that it can be done again.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Format, Mapping, NamePattern};
use crate::article::Article;

/// How inputs are to be understood; the same for all inputs of a run.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Options {
    /// The format of every input; without it the extension tells, or else the first bytes.
    pub format: Option<Format>,
    /// Which column or key holds which field.
    pub mapping: Mapping,
    /// The outlet of every piece.
    pub outlet: Option<String>,
    /// The day of every piece.
    #[serde(with = "iso")]
    pub date: Option<Date>,
    /// Further details of every piece.
    pub meta: BTreeMap<String, String>,
    /// What file names say.
    pub name_pattern: Option<NamePattern>,
}

impl Options {
    /// Gives the piece what these options say of every piece.
    pub(super) fn overrule(&self, article: &mut Article) {
        if let Some(outlet) = &self.outlet {
            article.outlet = Some(outlet.clone());
        }
        if let Some(date) = self.date {
            article.published_on = Some(date);
        }
        let given = self.meta.iter().filter(|(_, value)| !value.is_empty());
        article.meta.extend(given.map(|(key, value)| (key.clone(), value.clone())));
    }
}

/// A day as ISO text.
mod iso {
    use jiff::civil::Date;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    pub fn serialize<S: Serializer>(date: &Option<Date>, out: S) -> Result<S::Ok, S::Error> {
        date.map(|date| date.to_string()).serialize(out)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Option<Date>, D::Error> {
        let text = Option::<String>::deserialize(input)?;
        text.map(|text| text.parse().map_err(D::Error::custom)).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_survive_being_stored() {
        let options = Options {
            format: Some(Format::Csv),
            mapping: "headline=name,text=words".parse().unwrap(),
            outlet: Some("The Varn Courier".into()),
            date: Some(jiff::civil::date(2024, 2, 29)),
            meta: BTreeMap::from([("desk".into(), "foreign".into())]),
            name_pattern: Some("{outlet}_{date}".parse().unwrap()),
        };
        let stored = serde_json::to_string(&options).unwrap();
        assert!(stored.contains("\"2024-02-29\""), "{stored}");
        assert_eq!(serde_json::from_str::<Options>(&stored).unwrap(), options);
        assert_eq!(serde_json::from_str::<Options>("{}").unwrap(), Options::default());
    }

    #[test]
    fn options_win_over_the_piece() {
        let mut article = Article { outlet: Some("Elsewhere".into()), ..Article::from_text("Words.") };
        let options = Options { outlet: Some("The Varn Courier".into()), ..Options::default() };
        options.overrule(&mut article);
        assert_eq!(article.outlet.as_deref(), Some("The Varn Courier"));
        assert_eq!(article.published_on, None);
    }
}
