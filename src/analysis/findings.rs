//! What analysis answers: the entities of one piece, where it speaks of them, and who says what.

use super::{CueClass, DescriptionKind, EntityKind, Form, Genre, MentionKind, Polarity};
use crate::span::Span;

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

/// A span that names or refers to an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// Where; a name's span excludes title and role.
    pub span: Span,
    /// How.
    pub kind: MentionKind,
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
    pub(super) fn first_place(&self) -> (Option<Span>, Option<Span>) {
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
