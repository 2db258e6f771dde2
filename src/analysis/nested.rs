//! Reports inside reports: "A says that B denied ..." tells what A says, and in it what B denied. The encoder gives each
//! word one part only, the outer; the inner report is read off the parse.

use std::ops::Range;

use super::found::Found;
use super::reading::Reading;
use super::{CueClass, cues};

/// How much surer the outer report is than the one in it.
const SURENESS: f32 = 0.8;

/// Returns the reports that stand in the content of an attribution, outside quotation marks.
pub(super) fn reports_in(reading: &Reading, outer: &Found) -> Vec<Found> {
    let mut reports: Vec<Found> = Vec::new();
    for part in &outer.content {
        for report in part.clone().filter_map(|verb| report(reading, part, verb, outer)) {
            // The parse of a broken sentence may have clauses that cross.
            let clause = &report.content[0];
            if reports.iter().rev().take(8).all(|other| !cross(clause, &other.content[0])) {
                reports.push(report);
            }
        }
    }
    reports
}

/// Tells whether two stretches share words and neither holds the other, or both are one.
fn cross(one: &Range<usize>, other: &Range<usize>) -> bool {
    let is_apart = one.end <= other.start || other.end <= one.start;
    let holds = |a: &Range<usize>, b: &Range<usize>| a != b && a.start <= b.start && b.end <= a.end;
    !is_apart && !holds(one, other) && !holds(other, one)
}

/// Reads a verb of saying that has its speaker and a clause of its own, all within a content.
fn report(reading: &Reading, content: &Range<usize>, verb: usize, outer: &Found) -> Option<Found> {
    let tags = &reading.answers.tags;
    if tags[verb].upos != "VERB" || reading.quote_at(verb).is_some() {
        return None;
    }
    let hangs = |relation: &str| {
        let word = reading.dependents(verb).find(|&word| tags[word].deprel == relation)?;
        Some(reading.subtree(word)).filter(|words| content.start <= words.start && words.end <= content.end)
    };
    let (clause, speaker) = (hangs("ccomp")?, hangs("nsubj")?);
    let class = cues::class_of(reading, &(verb..verb + 1));
    let says =
        matches!(class, CueClass::Assert | CueClass::Deny | CueClass::Promise | CueClass::Warn | CueClass::Accuse);
    let is_apart = speaker.end <= verb && clause.start > verb && reading.word_count(clause.clone()) > 1;
    let is_someone =
        tags[speaker.start].upos != "PRON" || matches!(reading.lower(speaker.start), "he" | "she" | "they");
    (says && is_apart && is_someone).then(|| Found {
        class,
        source: Some(speaker),
        cue: Some(verb..verb + 1),
        content: vec![clause],
        person: None,
        score: outer.score * SURENESS,
    })
}
