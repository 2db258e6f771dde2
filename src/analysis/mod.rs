//! Document → Analysis: who is named, who says what. The encoder of `model` reads the words, rules over its answers do the
//! rest.
//!
//! Pure: the same text and the same analyzer give the same answer, and no answer depends on what else is analysed
//! beside it. Nothing here reads a file, a clock or the environment, and nothing can fail.

mod accords;
mod attributions;
mod classes;
mod cues;
mod descriptions;
mod entities;
mod findings;
mod found;
mod genre;
mod joins;
mod kinds;
pub mod links;
mod named;
mod names;
mod narrated;
mod nested;
mod nouns;
mod parts;
mod persons;
mod phrases;
mod quoted;
mod reading;
mod references;
mod speakers;
mod tables;
#[cfg(test)]
mod tests;
mod things;
mod titles;
mod transcripts;
mod unnamed;
mod voice;

pub use classes::{CueClass, DescriptionKind, EntityKind, Form, Genre, MentionKind, Polarity};
pub use findings::{Analysis, Attribution, Description, Entity, Gender, Mention, Speaker};

use std::sync::{Arc, LazyLock};

use crate::model::{Answers, Encoder};
use crate::span::Span;
use crate::text::Document;
use reading::Reading;
use speakers::Resolver;

/// Reads documents. Threads share it.
#[derive(Clone)]
pub struct Analyzer {
    encoder: Arc<Encoder>,
}

/// The embedded model, loaded when it is first used and shared from then on.
static STANDARD: LazyLock<Arc<Encoder>> = LazyLock::new(|| Arc::new(Encoder::standard()));

impl Analyzer {
    /// Returns the analyzer that reads with the embedded model.
    pub fn standard() -> Analyzer {
        Analyzer { encoder: STANDARD.clone() }
    }

    /// Returns the analyzer that reads with an encoder.
    pub fn new(encoder: Encoder) -> Analyzer {
        Analyzer { encoder: Arc::new(encoder) }
    }

    /// Returns the name stored with everything this analyzer found: that of its model.
    pub fn name(&self) -> &str {
        self.encoder.name()
    }

    /// Finds who is named and who says what.
    pub fn analyze(&self, document: &Document) -> Analysis {
        self.analyze_answers(document, &self.answers(document))
    }

    /// Returns what the encoder says of each word.
    pub fn answers(&self, document: &Document) -> Answers {
        self.encoder.read(document)
    }

    /// Finds who is named and who says what, from what the encoder said.
    pub fn analyze_answers(&self, document: &Document, answers: &Answers) -> Analysis {
        let reading = Reading::new(document, answers);
        self.analyze_names(&reading, &names::find_names(&reading))
    }

    /// As [`Analyzer::analyze_answers`], with names that were found elsewhere: to measure what is made of them.
    pub fn analyze_given(&self, document: &Document, answers: &Answers, given: &[(Span, EntityKind)]) -> Analysis {
        let reading = Reading::new(document, answers);
        self.analyze_names(&reading, &names::given_names(&reading, given))
    }

    fn analyze_names(&self, reading: &Reading, names: &[named::Name]) -> Analysis {
        let mut cast = entities::gather(reading, names);
        let found = attributions::find_attributions(reading);
        let mut resolver = Resolver::new(reading, &cast);
        let speakers: Vec<Speaker> =
            found.iter().map(|found| resolver.resolve(&mut cast, found.source.as_ref())).collect();
        references::add_references(reading, &mut cast, &resolver, &found, &speakers);
        let mut attributions: Vec<Attribution> = found
            .iter()
            .zip(speakers)
            .map(|(found, speaker)| {
                let entity = match speaker {
                    Speaker::Entity(entity) => Some(entity),
                    _ => None,
                };
                // Whom one accuses or praises is whom the claim is about, not whom it is said to.
                let is_target = matches!(found.class, CueClass::Accuse | CueClass::Praise | CueClass::Criticise);
                let person = found.person.as_slice();
                let (target, addressee) = if is_target { (person, &[][..]) } else { (&[][..], person) };
                let spans = |words: &[std::ops::Range<usize>]| words.iter().map(|part| reading.span(part)).collect();
                Attribution {
                    source: spans(found.source.as_slice()),
                    cue: spans(found.cue.as_slice()),
                    content: spans(&found.content),
                    form: voice::form(reading, &found.content),
                    cue_class: found.class,
                    polarity: voice::polarity(reading, &found.content),
                    speaker,
                    about: voice::named_in(&cast, &[&found.content, target].concat(), entity),
                    addressees: voice::named_in(&cast, addressee, entity),
                    score: rounded(found.score),
                    vector: vector(reading, &found.content),
                }
            })
            .collect();
        for (words, worth) in narrated::find_narrated(reading, &found) {
            let content = [words];
            attributions.push(Attribution {
                source: Vec::new(),
                cue: Vec::new(),
                content: vec![reading.span(&content[0])],
                form: Form::Narrated,
                cue_class: CueClass::Assert,
                polarity: voice::polarity(reading, &content),
                speaker: Speaker::Author,
                about: voice::named_in(&cast, &content, None),
                addressees: Vec::new(),
                score: rounded(worth),
                vector: vector(reading, &content),
            });
        }
        attributions.sort_by_key(Attribution::first_place);
        let descriptions = descriptions::find_descriptions(reading, &cast);
        let genders: Vec<Gender> =
            (0..cast.entities.len()).map(|entity| references::gender(reading, &cast, entity)).collect();
        for (entity, gender) in cast.entities.iter_mut().zip(genders) {
            entity.gender = gender;
            entity.mentions.sort_by_key(|mention| mention.span);
            entity.mentions.dedup_by_key(|mention| mention.span);
        }
        Analysis { genre: genre::genre(reading), entities: cast.entities, attributions, descriptions }
    }
}

/// Rounds a score, so that the last bits of different processors do not show.
fn rounded(score: f32) -> f64 {
    (f64::from(score) * 100.0).round() / 100.0
}

/// Returns what some words mean together, a signed byte for each number: finer steps tell no more of likeness.
fn vector(reading: &Reading, words: &[std::ops::Range<usize>]) -> Vec<i8> {
    let mean = reading.answers.vector(words);
    mean.into_iter().map(|value| (value * f32::from(i8::MAX)).round() as i8).collect()
}
