//! A model file and all it takes to read a document with it.

use std::borrow::Cow;
use std::ops::Range;

use super::answers::{Answers, Named, Tag, Told, VECTOR};
use super::graph::{Graph, Scores};
use super::labels::{KINDS, Labels, ROLES, Role};
use super::pieces::Vocabulary;
use super::sequences::Transitions;
use super::trees::Arcs;
use super::windows::{Window, windows};
use crate::text::Document;

/// The layout of model files that this program reads: what they carry, and the names of inputs and outputs.
const FORMAT: &str = "1";

static STANDARD: &[u8] = include_bytes!("../../models/standard.onnx");
static SMALL: &[u8] = include_bytes!("../../models/small.onnx");

/// Reads documents. Threads share it.
pub struct Encoder {
    graph: Graph,
    name: String,
    vocabulary: Vocabulary,
    labels: Labels,
    roles: Transitions,
    names: Transitions,
}

impl Encoder {
    /// Loads the model that is right more often.
    pub fn standard() -> Encoder {
        Encoder::of(STANDARD.into()).expect("the embedded model is sound")
    }

    /// Loads the model that is done sooner.
    pub fn small() -> Encoder {
        Encoder::of(SMALL.into()).expect("the embedded model is sound")
    }

    /// Loads a model from the bytes of a file; the error says what is wrong with them.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Encoder, String> {
        Encoder::of(bytes.into())
    }

    fn of(bytes: Cow<'static, [u8]>) -> Result<Encoder, String> {
        let graph = Graph::new(bytes)?;
        let carried = |name: &str| graph.carried(name).ok_or_else(|| format!("it carries no \"{name}\""));
        match carried("sayso")? {
            FORMAT => {}
            other => return Err(format!("its layout is {other}, this program reads layout {FORMAT}")),
        }
        let vocabulary = Vocabulary::new(carried("vocabulary")?).ok_or("its vocabulary lacks the marks of a window")?;
        let labels = Labels::new(|name| graph.carried(name)).map_err(|label| format!("unknown labels: {label}"))?;
        let scores = carried("transitions")?.split(' ').map(str::parse).collect::<Result<Vec<f32>, _>>();
        let roles = scores.ok().and_then(|scores| Transitions::learned(scores, ROLES.len()));
        let encoder = Encoder {
            name: carried("name")?.to_owned(),
            roles: roles.ok_or("its transitions are not those of the roles")?,
            names: Transitions::allowed(KINDS.len()),
            vocabulary,
            labels,
            graph,
        };
        encoder.try_out()?;
        Ok(encoder)
    }

    /// Reads a few words, so that a network of another shape is found out before it is used.
    fn try_out(&self) -> Result<(), String> {
        let document = Document::from_text("One reads two short lines.\n\nHe said so.");
        let tried = self.graph.answer(&windows(&document, &self.vocabulary), |window, scores| {
            let (scores, words) = (scores?, window.words.len());
            let labels = &self.labels;
            let fits = scores.roles.len() == words * (1 + 2 * ROLES.len())
                && scores.names.len() == words * (1 + 2 * KINDS.len())
                && scores.upos.len() == words * labels.upos.len()
                && scores.xpos.len() == words * labels.xpos.len()
                && scores.deprel.len() == words * labels.deprel.len()
                && scores.arcs.len() == words * words
                && scores.worth.len() == words
                && scores.vectors.len() == words * VECTOR;
            if fits { Ok(()) } else { Err("its answers have another size than its labels".to_owned()) }
        });
        tried.into_iter().collect()
    }

    /// Returns the name and version of the model: it is stored with everything found with it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the vocabulary of the model.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Reads a document.
    pub fn read(&self, document: &Document) -> Answers {
        let windows = windows(document, &self.vocabulary);
        let mut gathered = Gathered::new(document, self);
        self.graph.answer(&windows, |window, scores| {
            gathered.take(window, &scores.expect("a model is tried out when it is loaded"));
        });
        gathered.answers()
    }

    /// Returns the mean vector of all words of a document, of length 1: like texts have vectors that point alike.
    pub fn vector(&self, document: &Document) -> Vec<f32> {
        self.read(document).vector(std::slice::from_ref(&(0..document.tokens.len())))
    }
}

/// The answers to the windows of one document, on their way to being put together.
struct Gathered<'a> {
    document: &'a Document,
    encoder: &'a Encoder,
    tags: Vec<Tag>,
    roles: Vec<f32>,
    names: Vec<f32>,
    vectors: Vec<f32>,
    /// For each sentence, the sum over its tokens.
    worth: Vec<f32>,
    /// The root of each sentence, once its first part has been read.
    roots: Vec<Option<usize>>,
}

impl<'a> Gathered<'a> {
    fn new(document: &'a Document, encoder: &'a Encoder) -> Gathered<'a> {
        let sentences = document.sentences.len();
        Gathered {
            document,
            encoder,
            tags: Vec::with_capacity(document.tokens.len()),
            roles: Vec::new(),
            names: Vec::new(),
            vectors: Vec::with_capacity(document.tokens.len() * VECTOR),
            worth: vec![0.0; sentences],
            roots: vec![None; sentences],
        }
    }

    fn take(&mut self, window: &Window, scores: &Scores) {
        let labels = &self.encoder.labels;
        let words = window.tokens.len();
        let first = window.kept.start - window.tokens.start;
        self.roles.extend_from_slice(&scores.roles[first * (scores.roles.len() / words)..]);
        self.names.extend_from_slice(&scores.names[first * (scores.names.len() / words)..]);
        self.vectors.extend_from_slice(&scores.vectors[first * VECTOR..]);
        for word in first..words {
            let tag = Tag {
                upos: best(&scores.upos, word, &labels.upos, |_| true),
                xpos: best(&scores.xpos, word, &labels.xpos, |_| true),
                deprel: "root",
                head: None,
            };
            self.tags.push(tag);
            self.worth[window.sentences[word] as usize] += scores.worth[word];
        }
        let mut start = first;
        while start < words {
            let same = window.sentences[start..].iter().take_while(|&&number| number == window.sentences[start]);
            let end = start + same.count();
            self.parse(window, scores, start..end);
            start = end;
        }
    }

    /// Hangs the tokens of one sentence, or of one part of an endless one, on each other.
    fn parse(&mut self, window: &Window, scores: &Scores, sentence: Range<usize>) {
        let words = window.tokens.len();
        let rows = sentence.clone().map(|word| &scores.arcs[word * words..][sentence.clone()]);
        let square: Vec<f32> = rows.flatten().copied().collect();
        let heads = Arcs { scores: &square, words: sentence.len() }.tree();
        let root = &mut self.roots[window.sentences[sentence.start] as usize];
        for (place, head) in heads.into_iter().enumerate() {
            let word = sentence.start + place;
            let token = window.tokens.start + word;
            let tag = &mut self.tags[token];
            if head != place {
                tag.head = Some(window.tokens.start + sentence.start + head);
                tag.deprel = best(&scores.deprel, word, &self.encoder.labels.deprel, |label| label != "root");
            } else if let Some(root) = *root {
                tag.head = Some(root);
                tag.deprel = "parataxis";
            } else {
                *root = Some(token);
            }
        }
    }

    fn answers(self) -> Answers {
        let named = self.encoder.names.runs(&self.names).into_iter();
        let told = self.encoder.roles.runs(&self.roles).into_iter();
        let worth = self.worth.iter().zip(&self.document.sentences);
        Answers {
            tags: self.tags,
            names: named.map(|run| Named { tokens: run.tokens, kind: KINDS[run.class], score: run.score }).collect(),
            told: told.map(|run| Told { tokens: run.tokens, role: Role::ALL[run.class], score: run.score }).collect(),
            vectors: self.vectors,
            worth: worth.map(|(sum, sentence)| chance(sum / sentence.tokens.len().max(1) as f32)).collect(),
        }
    }
}

fn chance(logit: f32) -> f32 {
    1.0 / (1.0 + (-logit).exp())
}

/// Returns the label with the highest score for a word, among those allowed.
fn best(scores: &[f32], word: usize, labels: &[&'static str], allowed: impl Fn(&str) -> bool) -> &'static str {
    let scores = &scores[word * labels.len()..][..labels.len()];
    let candidates = labels.iter().zip(scores).filter(|(label, _)| allowed(label));
    candidates
        .fold(("", f32::NEG_INFINITY), |best, (&label, &score)| if score > best.1 { (label, score) } else { best })
        .0
}
