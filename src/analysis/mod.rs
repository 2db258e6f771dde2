//! Document → Analysis: who is named, who says what. The encoder of `model` reads the words, rules over its answers do the
//! rest.
//!
//! Pure: the same text and the same analyzer give the same answer, and no answer depends on what else is analysed
//! beside it. Nothing here reads a file, a clock or the environment, and nothing can fail.

mod accords;
mod attributions;
mod cues;
mod descriptions;
mod entities;
mod genre;
mod joins;
mod kinds;
pub mod links;
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

    fn analyze_names(&self, reading: &Reading, names: &[names::Name]) -> Analysis {
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

/// What was found in one document. Spans count from the document's text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Analysis {
    /// What sort of piece the text is, by how it is written.
    pub genre: Genre,
    /// Who and what is named, in order of first mention.
    pub entities: Vec<Entity>,
    /// Who says what, in order of the first span.
    pub attributions: Vec<Attribution>,
    /// What persons and organisations are called beside their names, in order.
    pub descriptions: Vec<Description>,
}

/// The sorts of piece.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Genre {
    /// Whatever is none of the others.
    #[default]
    News,
    /// The author's own views.
    Opinion,
    /// Questions and answers, a debate: turns of several speakers.
    Interview,
    /// A body's own words: a press release, a speech. Only metadata tells it.
    Statement,
}

/// Someone or something of this piece, and where the piece speaks of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// The fullest name the piece gives, without title or role.
    pub name: String,
    /// What sort of thing it is.
    pub kind: EntityKind,
    /// Which pronoun goes with it; for persons only.
    pub gender: Gender,
    /// The other names the piece gives it, without repetition, in order of appearance.
    pub aliases: Vec<String>,
    /// Where it is spoken of, in order.
    pub mentions: Vec<Mention>,
}

/// Which pronoun goes with a person, where the piece tells it by a title, a given name or the pronoun itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Gender {
    /// "He".
    He,
    /// "She".
    She,
    /// Not told.
    #[default]
    Any,
}

impl Gender {
    /// Tells whether both can speak of one person.
    pub fn agrees(self, other: Gender) -> bool {
        self == other || self == Gender::Any || other == Gender::Any
    }
}

/// The sorts of entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntityKind {
    /// A person.
    Person,
    /// A company, party, ministry, outlet, movement.
    Organisation,
    /// A country, town, river; also a state as one who acts.
    Place,
    /// A people or other set of persons under a name ("Russians", "Democrats").
    Group,
    /// A war, meeting, disaster, election under a name.
    Event,
    /// Any other name.
    Other,
}

/// A span that names or refers to an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// Where; a name's span excludes title and role.
    pub span: Span,
    /// How.
    pub kind: MentionKind,
}

/// How a mention refers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MentionKind {
    /// By name.
    Name,
    /// By a common noun ("the ambassador").
    Nominal,
    /// By a pronoun.
    Pronoun,
}

/// What the text calls a person or an organisation, besides naming it: "foreign minister", "the mayor of Harrow".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Description {
    /// Whom, as an index into [`Analysis::entities`].
    pub entity: usize,
    /// Where; without article.
    pub span: Span,
    /// How.
    pub kind: DescriptionKind,
}

/// How a description is tied to whom it describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DescriptionKind {
    /// Before the name: "Foreign Minister Ann Lee".
    Title,
    /// Behind the name: "Ann Lee, the mayor of Harrow,".
    Apposition,
    /// Said of it: "Lee, who was the mayor", "she is a lawyer".
    Predicate,
    /// Instead of the name: "the ambassador".
    Nominal,
}

/// One source, cue and content found in the text (the terms of the PARC and PolNeAR corpora).
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// Who speaks, in the text's words; empty where the text does not say.
    pub source: Vec<Span>,
    /// The reporting words; may be empty.
    pub cue: Vec<Span>,
    /// What is reported: at least one span, in order, never overlapping.
    pub content: Vec<Span>,
    /// How it is voiced.
    pub form: Form,
    /// What the cue does.
    pub cue_class: CueClass,
    /// Whether the content is affirmed or negated.
    pub polarity: Polarity,
    /// Who the source is.
    pub speaker: Speaker,
    /// Entities spoken of in the content, as indices into [`Analysis::entities`], ascending.
    pub about: Vec<usize>,
    /// Entities spoken to, likewise.
    pub addressees: Vec<usize>,
    /// The analyzer's confidence, 0 to 1.
    pub score: f64,
    /// What the content means in its place: the mean vector of its words, of length 127.
    pub vector: Vec<i8>,
}

impl Attribution {
    /// Where its first words stand, and its content.
    fn first_place(&self) -> (Option<Span>, Option<Span>) {
        let parts = self.source.iter().chain(&self.cue).chain(&self.content);
        (parts.copied().min(), self.content.first().copied())
    }
}

/// Who the source of an attribution is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaker {
    /// An entity of the piece, as an index into [`Analysis::entities`].
    Entity(usize),
    /// The author of the piece.
    Author,
    /// Someone whom the text keeps unnamed ("a senior official").
    Anonymous,
    /// Not known: never a forced guess.
    Unknown,
}

/// How a claim is voiced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// All of it inside quotation marks.
    Direct,
    /// Some of it.
    Mixed,
    /// None of it.
    Indirect,
    /// The author's own assertion.
    Narrated,
}

/// What a cue does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // the names say it; docs/glossary.md has examples
pub enum CueClass {
    Assert,
    Deny,
    Accuse,
    Demand,
    Promise,
    Warn,
    Praise,
    Criticise,
    Ask,
    Believe,
    Plan,
    Report,
    Other,
}

/// Whether a content is affirmed or negated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Polarity {
    /// "is", "will".
    Affirmed,
    /// "is not", "never".
    Negated,
}

/// Implements the written names of a closed set: how it is stored, exported and typed on the command line.
macro_rules! named {
    ($type:ident { $($variant:ident = $name:literal),+ $(,)? }) => {
        impl $type {
            /// Every value, in the order of the documentation.
            pub const ALL: &'static [$type] = &[$($type::$variant),+];

            /// Returns the name used in the database, in exports and on the command line.
            pub fn name(self) -> &'static str {
                match self { $($type::$variant => $name),+ }
            }
        }
    };
}

named!(EntityKind { Person = "person", Organisation = "organisation", Place = "place", Group = "group", Event = "event", Other = "other" });
named!(Genre { News = "news", Opinion = "opinion", Interview = "interview", Statement = "statement" });
named!(MentionKind { Name = "name", Nominal = "nominal", Pronoun = "pronoun" });
named!(DescriptionKind { Title = "title", Apposition = "apposition", Predicate = "predicate", Nominal = "nominal" });
named!(Form { Direct = "direct", Mixed = "mixed", Indirect = "indirect", Narrated = "narrated" });
named!(CueClass {
    Assert = "assert", Deny = "deny", Accuse = "accuse", Demand = "demand", Promise = "promise", Warn = "warn",
    Praise = "praise", Criticise = "criticise", Ask = "ask", Believe = "believe", Plan = "plan", Report = "report",
    Other = "other",
});
named!(Polarity { Affirmed = "affirmed", Negated = "negated" });
