//! What people wrote to a thing: tags and notes.

use anyhow::Result;

use super::page::Page;
use crate::corpus::Corpus;

/// Writes the tags and notes of a thing.
pub(super) fn write(page: &mut Page, corpus: &Corpus, id: &str) -> Result<()> {
    let remarks = corpus.remarks(id)?;
    let tags: Vec<&str> = remarks.iter().filter(|(verb, ..)| verb == "tag").map(|(_, _, tag)| tag.as_str()).collect();
    page.fact("tags", &tags.join(", "));
    for (_, who, words) in remarks.iter().filter(|(verb, ..)| verb == "note") {
        page.fact("note", &format!("{words} ({who})"));
    }
    Ok(())
}
