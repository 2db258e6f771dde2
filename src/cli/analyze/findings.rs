//! What `analyze` says of one text, as JSON: the field names are an interface.

use serde::Serialize;
use serde_json::Value;

use crate::analysis::{Analysis, Attribution, Entity, Speaker};
use crate::model::{Answers, lemmas::lemma};
use crate::span::{CharIndex, Span};
use crate::text::Document;

/// What was found in one text.
#[derive(Serialize)]
pub struct Findings<'a> {
    id: &'a Value,
    analyzer: &'a str,
    paragraphs: Vec<Part>,
    entities: Vec<EntityFound<'a>>,
    claims: Vec<ClaimFound>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tokens: Option<&'a [TokenFound]>,
}

/// One token in the terms of Universal Dependencies.
#[derive(Serialize)]
pub struct TokenFound {
    start: usize,
    end: usize,
    /// The number of its sentence, from 0.
    sentence: usize,
    lemma: String,
    upos: &'static str,
    xpos: &'static str,
    /// The index of another token, or -1 for the root of a sentence.
    head: i64,
    deprel: &'static str,
}

/// Returns every token of a text with what the encoder says of it.
pub fn tokens(document: &Document, answers: &Answers) -> Vec<TokenFound> {
    let index = CharIndex::new(&document.text);
    let sentences = document.sentences.iter().enumerate();
    let numbers = sentences.flat_map(|(number, sentence)| sentence.tokens.clone().map(move |_| number));
    let found = document.tokens.iter().zip(&answers.tags).zip(numbers);
    found
        .map(|((token, tag), sentence)| {
            let (start, end) = index.span(token.span);
            let lemma = lemma(token.span.of(&document.text), tag.upos, tag.xpos).into_owned();
            let head = tag.head.map_or(-1, |head| head as i64);
            TokenFound { start, end, sentence, lemma, upos: tag.upos, xpos: tag.xpos, head, deprel: tag.deprel }
        })
        .collect()
}

/// A part of the text and what it is.
#[derive(Serialize)]
struct Part {
    start: usize,
    end: usize,
    kind: &'static str,
}

#[derive(Serialize)]
struct EntityFound<'a> {
    id: String,
    name: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    aliases: &'a [String],
    mentions: Vec<Part>,
    /// Who it is among all texts of the input.
    #[serde(skip_serializing_if = "Option::is_none")]
    actor: Option<String>,
}

#[derive(Serialize)]
struct ClaimFound {
    source: Vec<(usize, usize)>,
    cue: Vec<(usize, usize)>,
    content: Vec<(usize, usize)>,
    form: &'static str,
    cue_class: &'static str,
    polarity: &'static str,
    speaker: Option<String>,
    score: f64,
}

impl<'a> Findings<'a> {
    /// Puts an analysis into characters and names.
    pub fn new(
        id: &'a Value,
        analyzer: &'a str,
        document: &Document,
        analysis: &'a Analysis,
        tokens: Option<&'a [TokenFound]>,
    ) -> Self {
        let index = CharIndex::new(&document.text);
        let paragraphs = document.paragraphs.iter();
        let entities = analysis.entities.iter().enumerate();
        Findings {
            id,
            analyzer,
            paragraphs: paragraphs.map(|found| part(&index, found.span, found.kind.name())).collect(),
            entities: entities.map(|(number, entity)| entity_found(&index, number, entity)).collect(),
            claims: analysis.attributions.iter().map(|attribution| claim_found(&index, attribution)).collect(),
            tokens,
        }
    }
}

impl Findings<'_> {
    /// Tells for each entity which actor it is.
    pub fn with_actors(mut self, actors: Vec<Option<String>>) -> Self {
        for (entity, actor) in self.entities.iter_mut().zip(actors) {
            entity.actor = actor;
        }
        self
    }
}

fn entity_id(number: usize) -> String {
    format!("e{}", number + 1)
}

fn entity_found<'a>(index: &CharIndex, number: usize, entity: &'a Entity) -> EntityFound<'a> {
    EntityFound {
        id: entity_id(number),
        name: &entity.name,
        kind: entity.kind.name(),
        aliases: &entity.aliases,
        mentions: entity.mentions.iter().map(|mention| part(index, mention.span, mention.kind.name())).collect(),
        actor: None,
    }
}

fn claim_found(index: &CharIndex, attribution: &Attribution) -> ClaimFound {
    let places = |spans: &[Span]| spans.iter().map(|&span| index.span(span)).collect();
    ClaimFound {
        source: places(&attribution.source),
        cue: places(&attribution.cue),
        content: places(&attribution.content),
        form: attribution.form.name(),
        cue_class: attribution.cue_class.name(),
        polarity: attribution.polarity.name(),
        speaker: match attribution.speaker {
            Speaker::Entity(number) => Some(entity_id(number)),
            Speaker::Author | Speaker::Anonymous | Speaker::Unknown => None,
        },
        score: (attribution.score * 1000.0).round() / 1000.0,
    }
}

fn part(index: &CharIndex, span: Span, kind: &'static str) -> Part {
    let (start, end) = index.span(span);
    Part { start, end, kind }
}
