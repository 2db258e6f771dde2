//! What one sentence reports through its cues: clauses and quotations before the cue (", Lee said"), then contents
//! after it. Quotations that go on in later sentences are left to `quoted`.

use std::ops::Range;

use super::attributions::{Findings, Found};
use super::clauses::{Rule, complement, skip_asides};
use super::extents::{clause_end, trimmed};
use super::phrases::noun_phrase_after;
use super::predicates::{Predicate, Shape};
use super::reading::{Passage, Reading};
use super::tables::Class;
use crate::text::ParagraphKind;

/// How far before ", Lee said" the verb of its content may stand.
const NEAR: usize = 60;

/// Finds the attributions of one sentence.
pub(super) fn read_sentence(
    findings: &mut Findings,
    passage: &Passage,
    sentence: &Range<usize>,
    predicates: &[Predicate],
) {
    let mut floor = sentence.start;
    let mut taken = Vec::new();
    for (index, predicate) in predicates.iter().enumerate() {
        let found = match predicate.shape {
            Shape::Phrase => according(findings.reading, predicate, floor, sentence, predicates),
            Shape::Active | Shape::Inverted => {
                trailing(findings.reading, predicate, floor, sentence, &predicates[index + 1..])
            }
            _ => None,
        };
        if let Some(found) = found {
            floor = found.content.last().map_or(floor, |part| part.end).max(predicate.cue.end);
            taken.extend(found.content.iter().map(|part| part.start));
            taken.extend(predicate.subject.as_ref().map(|subject| subject.start.min(predicate.cue.start)));
            findings.keep(found);
        }
    }
    taken.sort_unstable();
    for (index, predicate) in predicates.iter().enumerate() {
        let is_used = findings.is_covered(predicate.cue.start)
            || findings.found.last().is_some_and(|found| found.cue.as_ref() == Some(&predicate.cue));
        if !is_used && !matches!(predicate.shape, Shape::Phrase | Shape::Inverted) {
            let next_taken = taken.partition_point(|&start| start < predicate.cue.end);
            let limit = taken.get(next_taken).map_or(sentence.end, |&start| start.min(sentence.end));
            following(findings, predicate, &predicates[index + 1..], sentence.start..limit);
        }
    }
    if passage.kind == ParagraphKind::Headline || passage.kind == ParagraphKind::Heading {
        headline_colon(findings, sentence);
    }
}

/// Reads what follows a cue.
fn following(findings: &mut Findings, predicate: &Predicate, others: &[Predicate], sentence: Range<usize>) {
    let reading = findings.reading;
    let Some(complement) = complement(reading, predicate, others, sentence.end) else {
        if predicate.shape == Shape::Passive && predicate.entry.takes_noun() && reading.is(predicate.cue.end, "by") {
            findings.keep(passive_by(reading, predicate, &sentence));
        }
        return;
    };
    let mut found = Found::by(predicate, complement.rule, vec![complement.content]);
    found.person = complement.person;
    if predicate.shape == Shape::Passive {
        found.rule = Rule::Passive;
        let spoken_of = found.source.take();
        let is_clause = matches!(reading.class(found.content[0].start), Class::That | Class::Question);
        if is_clause {
            found.person = spoken_of;
        } else if let Some(subject) =
            spoken_of.filter(|subject| !predicate.shares_subject && subject.end <= found.content[0].start)
        {
            found.content.insert(0, trimmed(reading, subject));
        }
    }
    findings.keep(found);
}

/// Reads "The plan was criticised by Lee".
fn passive_by(reading: &Reading, predicate: &Predicate, sentence: &Range<usize>) -> Found {
    let agent = noun_phrase_after(reading, predicate.cue.end + 1, sentence.end);
    let content = predicate.subject.clone().map(|subject| trimmed(reading, subject)).into_iter().collect();
    let mut found = Found::by(predicate, Rule::Passive, content);
    found.source = Some(agent).filter(|agent| !agent.is_empty());
    found
}

/// Reads "..., Lee said, ..." and "..., said Lee, ...": the content stands before the cue and may go on after it.
fn trailing(
    reading: &Reading,
    predicate: &Predicate,
    floor: usize,
    sentence: &Range<usize>,
    others: &[Predicate],
) -> Option<Found> {
    let entry = predicate.entry;
    let subject = predicate.subject.as_ref()?;
    let is_inverted = predicate.shape == Shape::Inverted;
    let edge = if is_inverted { predicate.cue.start } else { subject.start };
    if !(entry.takes_clause() || entry.takes_quote()) || predicate.shares_subject || edge <= floor {
        return None;
    }
    let mark = edge - 1;
    let quote = quote_before(reading, mark);
    let is_parted = quote.is_some() || matches!(reading.lower(mark), "," | "—" | "–" | "--");
    let after = if is_inverted { subject.end } else { predicate.cue.end };
    if !is_parted || reading.is(subject.start, "who") {
        return None;
    }
    let is_quoted = quote.is_some_and(|quote| reading.word_count(reading.quotes[quote].inner.clone()) > 1);
    let start = match quote {
        Some(quote) if reading.quotes[quote].outer.start < floor => reading.quotes[quote].outer.start,
        _ => floor,
    };
    if !is_quoted {
        let near = mark.saturating_sub(NEAR).max(floor);
        // "The gates, Reed said, had been opened": the verb may come after the cue.
        let goes_on =
            reading.is(after, ",") && matches!(reading.class(after + 1), Class::Auxiliary | Class::Modal | Class::Verb);
        let has_verb = goes_on || (near..mark).any(|word| reading.may_be_finite(word));
        if !entry.takes_clause()
            || !has_verb
            || reading.word_count(near..mark) < 2
            || !ends_soon(reading, after, sentence.end)
        {
            return None;
        }
    }
    let mut found = Found::by(
        predicate,
        if is_quoted { Rule::Quoted } else { Rule::Trailing },
        vec![trimmed(reading, start..edge)],
    );
    let (source_end, next) = apposition_skipped(reading, subject, after, is_inverted, sentence.end);
    if is_inverted {
        found.source = Some(subject.start..source_end);
    }
    found.content.extend(continuation(reading, next, is_quoted, others, sentence.end));
    Some(found)
}

/// Returns the quotation that closes just before an edge, a comma or not between them.
fn quote_before(reading: &Reading, mark: usize) -> Option<usize> {
    let last = if reading.is(mark, ",") && reading.quote_at(mark).is_none() { mark.checked_sub(1)? } else { mark };
    reading.quote_at(last).filter(|&quote| reading.quotes[quote].outer.end == last + 1)
}

/// Tells whether nothing but asides stands between a cue and the next mark.
fn ends_soon(reading: &Reading, after: usize, limit: usize) -> bool {
    let person = noun_phrase_after(reading, after, limit);
    let at = skip_asides(reading, person.end.max(after), limit);
    let stop = (at..limit.min(at + 12)).find(|&word| {
        reading.class(word) == Class::Mark
            || reading.may_be_finite(word) && !(word == at && is_participle(reading.lower(word)))
            || matches!(reading.class(word), Class::That | Class::Subject)
    });
    match stop {
        Some(word) => reading.class(word) == Class::Mark && !reading.is(word, ":"),
        None => at + 12 >= limit,
    }
}

/// Tells whether a word goes on from an occasion: "at a meeting | held in Karst".
fn is_participle(lower: &str) -> bool {
    matches!(
        lower,
        "held" | "given" | "made" | "posted" | "published" | "released" | "sent" | "delivered" | "broadcast"
    )
}

/// Skips "Lee, a lawyer," after an inverted cue; returns where the source ends and where reading goes on.
fn apposition_skipped(
    reading: &Reading,
    subject: &Range<usize>,
    after: usize,
    is_inverted: bool,
    limit: usize,
) -> (usize, usize) {
    let comma = |from: usize| {
        (from..limit.min(from + 40)).find(|&word| reading.is(word, ",") || reading.quote_at(word).is_some())
    };
    let opens = after + 1 < limit
        && is_inverted
        && reading.is(after, ",")
        && (matches!(reading.class(after + 1), Class::Determiner | Class::Possessive | Class::Number)
            || matches!(reading.lower(after + 1), "who" | "which" | "whose")
            || !super::tables::TABLES.roles(reading.lower(after + 1)).is_empty());
    if !opens {
        return (subject.end, after);
    }
    let end = comma(after + 1).unwrap_or(limit);
    (trimmed(reading, subject.start..end).end, end)
}

/// Returns the content's part after ", Lee said,".
fn continuation(
    reading: &Reading,
    after: usize,
    is_quoted: bool,
    others: &[Predicate],
    limit: usize,
) -> Option<Range<usize>> {
    let comma =
        (after..limit.min(after + 24)).find(|&word| reading.is(word, ",") || reading.quote_at(word).is_some())?;
    if others.first().is_some_and(|other| other.cue.start < comma) {
        return None;
    }
    let start = comma + usize::from(reading.quote_at(comma).is_none());
    if let Some(quote) = reading.quote_at(start) {
        return Some(reading.quotes[quote].outer.clone());
    }
    let other_starts = others.first().is_some_and(|other| {
        let begins = other.subject.as_ref().map_or(other.cue.start, |subject| subject.start.min(other.cue.start));
        other.cue.start <= start + 1 || begins <= start + 1
    });
    if is_quoted || other_starts || start >= limit {
        return None;
    }
    let end = clause_end(reading, start, others, limit);
    Some(trimmed(reading, start..end)).filter(|part| reading.word_count(part.clone()) > 1)
}

/// Reads "According to Lee, ..." and "..., according to Lee."
fn according(
    reading: &Reading,
    predicate: &Predicate,
    floor: usize,
    sentence: &Range<usize>,
    others: &[Predicate],
) -> Option<Found> {
    let source = predicate.subject.as_ref()?;
    let left = trimmed(reading, floor..predicate.cue.start.max(floor));
    let comma =
        (source.end..sentence.end.min(source.end + 40)).find(|&word| reading.is(word, ",") || reading.is(word, ":"));
    let has_left = reading.word_count(left.clone()) > 2;
    let right = comma.map(|comma| comma + 1).filter(|&start| start < sentence.end).map(|start| {
        let end = clause_end(reading, start, others, sentence.end);
        trimmed(reading, start..end)
    });
    let mut found = Found::by(predicate, Rule::According, Vec::new());
    if has_left {
        found.content.push(left);
        return Some(found);
    }
    found.content.extend(right.filter(|part| !part.is_empty()));
    (!found.content.is_empty()).then_some(found)
}

/// Reads "Poll: Most want a new bridge" over a piece.
fn headline_colon(findings: &mut Findings, sentence: &Range<usize>) {
    let reading = findings.reading;
    let Some(colon) = sentence.clone().take(8).find(|&word| reading.is(word, ":")) else { return };
    let source = noun_phrase_after(reading, sentence.start, colon);
    let content = trimmed(reading, colon + 1..sentence.end);
    if source.end != colon || source.is_empty() || reading.word_count(content.clone()) < 3 {
        return;
    }
    findings.keep(Found {
        rule: Rule::Colon,
        class: super::CueClass::Assert,
        source: Some(source),
        cue: Some(colon..colon + 1),
        content: vec![content],
        person: None,
    });
}
