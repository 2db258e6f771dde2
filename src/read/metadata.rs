//! What a page says of itself, wherever it says so.

use jiff::civil::Date;

/// What a page says of itself; what it does not say is empty.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Metadata {
    pub headline: Option<String>,
    pub authors: Vec<String>,
    pub outlet: Option<String>,
    pub published_on: Option<Date>,
    pub modified_on: Option<Date>,
    pub url: Option<String>,
    pub language: Option<String>,
    pub section: Option<String>,
}

impl Metadata {
    /// Returns this, and the other where this says nothing.
    pub fn or(self, other: Metadata) -> Metadata {
        Metadata {
            headline: self.headline.or(other.headline),
            authors: if self.authors.is_empty() { other.authors } else { self.authors },
            outlet: self.outlet.or(other.outlet),
            published_on: self.published_on.or(other.published_on),
            modified_on: self.modified_on.or(other.modified_on),
            url: self.url.or(other.url),
            language: self.language.or(other.language),
            section: self.section.or(other.section),
        }
    }
}
