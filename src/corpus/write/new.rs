//! What is to be stored: an article with its paragraphs and all that analysis found in them.

use crate::sketch::Sketch;
use crate::wording::Wording;

/// An article with all that analysis found in it, ready to be stored.
#[derive(Debug, Clone)]
pub struct NewArticle {
    /// Public id, from outlet, date and text.
    pub article_id: String,
    /// Name of the outlet.
    pub outlet: Option<String>,
    /// Title.
    pub headline: Option<String>,
    /// Author line.
    pub byline: Option<String>,
    /// ISO date.
    pub published_on: Option<String>,
    /// Canonical address.
    pub url: Option<String>,
    /// ISO 639-1 code, or `und`.
    pub language: String,
    /// news, opinion, interview or statement, where metadata or the address say so.
    pub told_genre: Option<&'static str>,
    /// Words of the text.
    pub words: usize,
    /// Everything else the input said.
    pub meta: Vec<(String, String)>,
    /// The words of the body: equal in copies, much the same in reprints.
    pub wording: Wording,
    /// Fingerprint of the body.
    pub sketch: Sketch,
    /// Paragraphs, ascending by number.
    pub paragraphs: Vec<NewParagraph>,
    /// What was found in them.
    pub findings: Findings,
}

/// A paragraph ready to be stored.
#[derive(Debug, Clone)]
pub struct NewParagraph {
    /// 0 for the headline, then 1, 2, …
    pub number: usize,
    /// One of the kinds of the schema.
    pub kind: &'static str,
    /// Its words.
    pub text: String,
}

/// What one analyzer found in one article.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    /// Name and version of the analyzer.
    pub analyzer: String,
    /// What sort of piece the text is, by how it is written: `news`, `opinion`, `interview` or `statement`.
    pub genre: &'static str,
    /// The name keys of the piece; mentions and claims count into this list.
    pub names: Vec<NewName>,
    /// Mentions.
    pub mentions: Vec<NewMention>,
    /// What those names are called besides.
    pub descriptions: Vec<NewDescription>,
    /// Claims, in the order of their spans.
    pub claims: Vec<NewClaim>,
}

/// A name key of a piece.
#[derive(Debug, Clone)]
pub struct NewName {
    /// Kind and folded name.
    pub key: String,
    /// A spelling to show where no mention has one.
    pub name: String,
    /// Keys of shorter names that can stand for this one.
    pub shorter: Vec<String>,
}

/// Where one part of an article stands: Unicode characters into a paragraph, end excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Number of the paragraph.
    pub paragraph: usize,
    /// First character.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
}

/// A mention ready to be stored.
#[derive(Debug, Clone)]
pub struct NewMention {
    /// Index into [`Findings::names`].
    pub name: usize,
    /// Where it stands.
    pub place: Place,
    /// The words there.
    pub text: String,
    /// name, nominal or pronoun.
    pub kind: &'static str,
}

/// What a text calls someone or something besides naming it, ready to be stored.
#[derive(Debug, Clone)]
pub struct NewDescription {
    /// Index into [`Findings::names`].
    pub name: usize,
    /// Where it stands.
    pub place: Place,
    /// The words there.
    pub text: String,
    /// title, apposition, predicate or nominal.
    pub kind: &'static str,
}

/// Who makes a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewSpeaker {
    /// Index into [`Findings::names`].
    Named(usize),
    /// The author of the article.
    Author,
    /// Somebody kept unnamed.
    Anonymous,
    /// Not known.
    Unknown,
}

/// A claim ready to be stored.
#[derive(Debug, Clone)]
pub struct NewClaim {
    /// Public id, from the article and all spans.
    pub claim_id: String,
    /// Who makes it.
    pub speaker: NewSpeaker,
    /// Source, cue, content: where they stand and their words joined.
    pub parts: [NewPart; 3],
    /// direct, mixed, indirect or narrated.
    pub form: &'static str,
    /// What the cue does.
    pub cue_class: &'static str,
    /// affirmed or negated.
    pub polarity: &'static str,
    /// Whom it is about: indices into [`Findings::names`].
    pub about: Vec<usize>,
    /// Whom it is addressed to, likewise.
    pub addressees: Vec<usize>,
    /// The analyzer's confidence; 0 for a quotation that nobody is named for.
    pub score: f64,
    /// What the content means: a signed byte a component, of length 127; empty where no encoder read it.
    pub vector: Vec<i8>,
}

/// One role of a claim.
#[derive(Debug, Clone, Default)]
pub struct NewPart {
    /// Its pieces, in the order of the text.
    pub places: Vec<Place>,
    /// Their words, joined by " … ".
    pub text: String,
}
