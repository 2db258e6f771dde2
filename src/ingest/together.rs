//! Which actors the entities of some texts are, were those texts the whole corpus. For measuring identity.

use super::findings::names;
use crate::analysis::Analysis;
use crate::corpus::Corpus;
use crate::corpus::ids::{IdKind, id_of};
use crate::corpus::write::{Findings, NewArticle, NewName};
use crate::error::Result;
use crate::sketch::Sketch;
use crate::wording::Wording;

/// Returns the public id of the actor behind each entity of each analysis; none where it is nobody.
///
/// # Errors
///
/// The corpus in memory fails.
pub fn together<'a>(analyses: impl Iterator<Item = &'a Analysis>) -> Result<Vec<Vec<Option<String>>>> {
    let mut corpus = Corpus::in_memory()?;
    let mut writing = corpus.writing()?;
    let mut keys = Vec::new();
    for (number, analysis) in analyses.enumerate() {
        let (names, name_of_entity) = names(analysis);
        let key_of = |name: usize| names[name].key.clone();
        keys.push(name_of_entity.iter().map(|name| name.map(key_of)).collect::<Vec<_>>());
        writing.store(&only_names(number, names))?;
    }
    writing.commit()?;
    let id_of_key = |key: Option<String>| key.map_or(Ok(None), |key| corpus.entity_of_key(&key));
    keys.into_iter().map(|keys| keys.into_iter().map(id_of_key).collect()).collect()
}

/// An article of which nothing is told but its names.
fn only_names(number: usize, names: Vec<NewName>) -> NewArticle {
    let number = number.to_string();
    NewArticle {
        article_id: id_of(IdKind::Article, [number.as_str()]),
        outlet: None,
        headline: None,
        byline: None,
        published_on: None,
        url: None,
        language: "en".into(),
        told_genre: None,
        words: 0,
        meta: Vec::new(),
        wording: Wording::of([("body", number.as_str())].into_iter()),
        sketch: Sketch::of(&number),
        paragraphs: Vec::new(),
        findings: Findings { analyzer: "together".into(), genre: "news", names, ..Findings::default() },
    }
}
