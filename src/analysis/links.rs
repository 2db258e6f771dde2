//! Which cue a content belongs to, and which source a cue: a log-linear choice among the parts nearby, or none of them.
//! Its weights are fitted to the training articles of PolNeAR by `train/links.py` and stand in `tables/links.txt`.
//!
//! The naive way, the nearest cue, gives every stray part to somebody and loses what an apposition stands between.

use std::sync::LazyLock;

use super::parts::{Part, Parts};
use super::reading::Reading;
use crate::model::{Answers, Role};
use crate::span::Span;
use crate::text::Document;

/// What speaks for or against an option, one name for each feature.
pub const FEATURES: [&str; 18] = [
    "there is one",
    "option stands before",
    "nothing between",
    "words between, log",
    "marks between",
    "sentences between",
    "paragraph between",
    "options between",
    "choosers between",
    "part hangs on cue",
    "part hangs on cue from afar",
    "cue hangs on part",
    "both hang on one word",
    "subject of cue",
    "subject of what cue hangs on",
    "part quoted, cue not",
    "cue quoted, part not",
    "quoted apart",
];

/// A value for each of [`FEATURES`].
pub type Features = [f32; FEATURES.len()];

/// How many parts on either side may be chosen.
const REACH: usize = 5;

/// An option is taken unless none at all is this much likelier (log odds): the encoder misses parts, so that in training
/// none is right more often than where all parts are there.
const LEAST: f32 = -1.0;

/// A weight for each feature: in the choice of a source for a cue, and of a cue for a content.
struct Weights {
    source: Features,
    cue: Features,
}

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
    let mut weights = Weights { source: [0.0; FEATURES.len()], cue: [0.0; FEATURES.len()] };
    for (at, source, cue) in crate::table::lines(include_str!("tables/links.txt")).filter_map(read_line) {
        (weights.source[at], weights.cue[at]) = (source, cue);
    }
    weights
});

/// Reads "words between, log: -1.25 -0.5": a feature, its weight in the choice of a source, in the choice of a cue.
fn read_line(line: &str) -> Option<(usize, f32, f32)> {
    let (name, pair) = line.split_once(": ")?;
    let (source, cue) = pair.split_once(' ')?;
    let at = FEATURES.iter().position(|known| *known == name)?;
    Some((at, source.parse().ok()?, cue.parse().ok()?))
}

/// The parts that a cue or content may choose among, and what speaks for each.
pub(super) struct Choice {
    /// Each as a place in the list it is chosen from.
    options: Vec<(usize, Features)>,
    weights: &'static Features,
}

impl Choice {
    /// Looks at the parts nearest to a chooser, in its own paragraph and the one before. A cue chooses a source, a
    /// content chooses a cue. Both lists come in the order of the text.
    pub(super) fn new(reading: &Reading, chosen: Role, options: &[Part], choosers: &[Part], chooser: usize) -> Self {
        let own = &choosers[chooser];
        let here = options.partition_point(|option| option.words.start < own.words.start);
        let near = here.saturating_sub(REACH)..options.len().min(here + REACH);
        let may_be = |option: &Part| (own.passage.saturating_sub(1)..=own.passage).contains(&option.passage);
        let near = near.filter(|&at| may_be(&options[at])).map(|at| {
            let option = &options[at];
            let other = choosers.partition_point(|other| other.words.start < option.words.start);
            let between = Between {
                options: if at < here { here - at - 1 } else { at - here },
                choosers: if other <= chooser { chooser - other } else { other - chooser - 1 },
            };
            (at, features(reading, chosen, option, own, between))
        });
        let weights = if chosen == Role::Source { &WEIGHTS.source } else { &WEIGHTS.cue };
        Choice { options: near.collect(), weights }
    }

    /// Returns the place of the likeliest option and its probability beside all others and beside none.
    pub(super) fn best(&self) -> Option<(usize, f32)> {
        let score =
            |features: &Features| features.iter().zip(self.weights).map(|(one, other)| one * other).sum::<f32>();
        let scored: Vec<(usize, f32)> = self.options.iter().map(|(at, features)| (*at, score(features))).collect();
        let whole: f32 = 1.0 + scored.iter().map(|(_, score)| score.exp()).sum::<f32>();
        let (best, score) = scored.into_iter().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
        (score > LEAST).then(|| (best, score.exp() / whole))
    }
}

/// A choice laid open, for training.
pub struct Example {
    /// What is chosen: a source by a cue, or a cue by a content.
    pub chosen: Role,
    /// Who chooses.
    pub chooser: Span,
    /// What may be chosen, each with its features in the order of [`FEATURES`].
    pub options: Vec<(Span, Features)>,
}

/// Returns every choice that linking a document comes to.
pub fn examples(document: &Document, answers: &Answers) -> Vec<Example> {
    let reading = Reading::new(document, answers);
    let Parts { sources, cues, contents } = Parts::of(&reading);
    let example = |chosen, options: &[Part], choosers: &[Part], at: usize| {
        let choice = Choice::new(&reading, chosen, options, choosers, at);
        let laid_open = |(option, features): (usize, Features)| (reading.span(&options[option].words), features);
        Example {
            chosen,
            chooser: reading.span(&choosers[at].words),
            options: choice.options.into_iter().map(laid_open).collect(),
        }
    };
    let of_contents = (0..contents.len()).map(|at| example(Role::Cue, &cues, &contents, at));
    of_contents.chain((0..cues.len()).map(|at| example(Role::Source, &sources, &cues, at))).collect()
}

/// How many other parts stand between a chooser and an option.
struct Between {
    options: usize,
    choosers: usize,
}

fn features(reading: &Reading, chosen: Role, option: &Part, chooser: &Part, between: Between) -> Features {
    let tags = &reading.answers.tags;
    let (part, cue) = if chosen == Role::Source { (option, chooser) } else { (chooser, option) };
    let is_before = option.words.start < chooser.words.start;
    let (left, right) = if is_before { (option, chooser) } else { (chooser, option) };
    let gap = left.words.end..right.words.start.max(left.words.end);
    let marks = gap.clone().take(40).filter(|&word| !reading.words[word].is_word()).count();
    let (on_part, on_cue) = (tags[cue.top].head, tags[part.top].head);
    let mut above = std::iter::successors(on_cue, |&head| tags[head].head).take(4).skip(1);
    let is_subject_of = |verb: usize| {
        let mut heads = part.words.clone().filter(|&word| tags[word].head == Some(verb));
        heads.any(|word| matches!(tags[word].relation(), "nsubj" | "obl" | "nmod"))
    };
    let joined = |word: usize| match tags[word].relation() {
        "conj" | "xcomp" | "advcl" | "ccomp" | "acl" | "obj" | "parataxis" => tags[word].head,
        _ => None,
    };
    let outer = cue.words.clone().filter_map(joined).find(|head| !cue.words.contains(head));
    let in_cue = |head: usize| cue.words.contains(&head);
    let told = [
        is_before,
        gap.is_empty(),
        part.passage != cue.passage,
        on_cue.is_some_and(in_cue),
        above.any(in_cue),
        on_part.is_some_and(|head| part.words.contains(&head)),
        on_cue.is_some() && on_cue == on_part,
        cue.words.clone().any(is_subject_of),
        outer.is_some_and(|verb| is_subject_of(verb) || part.words.contains(&verb)),
        part.quote.is_some() && cue.quote.is_none(),
        part.quote.is_none() && cue.quote.is_some(),
        part.quote.is_some() && cue.quote.is_some() && part.quote != cue.quote,
    ]
    .map(f32::from);
    let [before, nothing, apart, hangs, far, holds, both, subject, outer, quoted, unquoted, elsewhere] = told;
    let sentences = right.sentences.0.saturating_sub(left.sentences.1).min(3) as f32;
    let words = (1.0 + gap.len() as f32).ln();
    let count = |count: usize| count.min(3) as f32;
    [
        1.0,
        before,
        nothing,
        words,
        count(marks),
        sentences,
        apart,
        count(between.options),
        count(between.choosers),
        hangs,
        far,
        holds,
        both,
        subject,
        outer,
        quoted,
        unquoted,
        elsewhere,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_feature_has_its_weights() {
        let lines: Vec<_> = crate::table::lines(include_str!("tables/links.txt")).collect();
        let mut read: Vec<usize> =
            lines.iter().map(|line| read_line(line).expect("a feature and two weights").0).collect();
        read.sort_unstable();
        assert_eq!(read, (0..FEATURES.len()).collect::<Vec<_>>());
    }
}
