//! Where a reporting word stands in a sentence: the words of the cue, how it is used there, and who its subject is.
//! What is reported is left to `clauses` and `reported`.

use std::ops::Range;

use super::cues::{Bend, Cue, CueKind};
use super::phrases::{noun_phrase_after, noun_phrase_before};
use super::reading::Reading;
use super::tables::{Class, TABLES};

/// A reporting word in its sentence.
pub(super) struct Predicate<'t> {
    /// The verb with its auxiliaries, adverbs and particle, or the noun or phrase.
    pub(super) cue: Range<usize>,
    /// What the table says of it.
    pub(super) entry: &'t Cue,
    /// How it is used.
    pub(super) shape: Shape,
    /// Who says it, as far as the sentence tells; of a passive, who is spoken of.
    pub(super) subject: Option<Range<usize>>,
    /// Whether the subject stands with an earlier verb ("Ann Lee left and said ...").
    pub(super) shares_subject: bool,
}

/// How a reporting word is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// "Lee said"
    Active,
    /// "said Lee"
    Inverted,
    /// "was accused"
    Passive,
    /// ", saying"
    Participle,
    /// "to say"
    Infinitive,
    /// "her claim"
    Noun,
    /// "was sure"
    Adjective,
    /// "according to": the source follows.
    Phrase,
}

/// The auxiliaries left of a verb.
#[derive(Default)]
struct Group {
    start: usize,
    has_be: bool,
    has_helper: bool,
    has_to: bool,
}

/// Finds every reporting word of a sentence that stands outside quotation marks, in order. Except in title case, a
/// capital inside the sentence says that a word is part of a name ("United States").
pub(super) fn find_predicates(
    reading: &Reading,
    sentence: Range<usize>,
    is_in_title_case: bool,
) -> Vec<Predicate<'static>> {
    let mut found: Vec<Predicate> = Vec::new();
    let mut last_subject = None;
    let mut first_subject: Option<Option<Range<usize>>> = None;
    for word in sentence.clone() {
        let is_after_last = found.last().is_none_or(|last| last.cue.end <= word);
        let is_name = reading.words[word].is_capital && word > sentence.start && !is_in_title_case;
        if reading.quote_at(word).is_some() || !is_after_last || is_name && !reading.is(word, "according") {
            continue;
        }
        for (entry, bend) in TABLES.cues.readings(reading.lower(word)) {
            let Some(end) = end_of_cue(reading, word, entry, sentence.end) else { continue };
            let floor = found.last().map_or(sentence.start, |last| last.cue.end).max(sentence.start);
            let Some(mut predicate) = predicate_at(reading, word, end, entry, bend, floor, &sentence) else { continue };
            if predicate.subject.is_none() && predicate.shares_subject {
                predicate.subject = last_subject.clone().or_else(|| {
                    let subject = first_subject.get_or_insert_with(|| subject_of(reading, &sentence));
                    subject.clone().filter(|subject| subject.end <= word)
                });
            }
            if predicate.shape == Shape::Active && predicate.subject.is_some() {
                last_subject.clone_from(&predicate.subject);
            }
            found.push(predicate);
            break;
        }
    }
    found
}

/// Returns where a cue of one or several words ends, if its words stand here.
fn end_of_cue(reading: &Reading, word: usize, entry: &Cue, limit: usize) -> Option<usize> {
    let end = word + 1 + entry.rest.len();
    let stands = entry.rest.iter().enumerate().all(|(step, rest)| reading.is(word + 1 + step, rest));
    (stands && end <= limit).then_some(end)
}

fn predicate_at(
    reading: &Reading,
    word: usize,
    end: usize,
    entry: &'static Cue,
    bend: Bend,
    floor: usize,
    sentence: &Range<usize>,
) -> Option<Predicate<'static>> {
    let predicate = |cue, shape, subject, shares_subject| Predicate { cue, entry, shape, subject, shares_subject };
    match entry.kind {
        CueKind::Phrase => {
            let source = noun_phrase_after(reading, end, sentence.end);
            Some(predicate(word..end, Shape::Phrase, Some(source).filter(|source| !source.is_empty()), false))
        }
        CueKind::Noun => noun_cue(reading, word, floor).map(|owner| predicate(word..end, Shape::Noun, owner, false)),
        CueKind::Adjective => {
            let group = group_before(reading, floor, word);
            let subject = noun_phrase_before(reading, floor, group.start);
            group.has_be.then(|| predicate(group.start..end, Shape::Adjective, subject, false))
        }
        CueKind::Verb => {
            let group = group_before(reading, floor, word);
            if is_inverted(reading, word, end, &group, bend, sentence) {
                let source = noun_phrase_after(reading, end, sentence.end);
                return Some(predicate(group.start..end, Shape::Inverted, Some(source), false));
            }
            let subject = noun_phrase_before(reading, floor, group.start);
            let shape = shape_of(reading, word, entry, bend, &group, subject.as_ref(), sentence)?;
            let shares_subject = subject.is_none();
            Some(predicate(group.start..end, shape, subject, shares_subject))
        }
    }
}

/// Walks left over auxiliaries, adverbs and "to".
fn group_before(reading: &Reading, floor: usize, word: usize) -> Group {
    let mut group = Group { start: word, ..Group::default() };
    while group.start > floor && word - group.start < 8 {
        let left = group.start - 1;
        match reading.class(left) {
            Class::Adverb | Class::Negation => {}
            Class::Modal => group.has_helper = true,
            Class::Auxiliary => match reading.lower(left) {
                "has" | "have" | "had" | "having" | "'ve" | "'d" | "do" | "does" | "did" => group.has_helper = true,
                _ => group.has_be |= !group.has_helper || reading.lower(left) == "been",
            },
            Class::Preposition if reading.is(left, "to") && !group.has_to => group.has_to = true,
            _ => break,
        }
        group.start = left;
    }
    group
}

/// Tells whether the subject comes after the verb: "...," said Ann Lee.
fn is_inverted(reading: &Reading, word: usize, end: usize, group: &Group, bend: Bend, sentence: &Range<usize>) -> bool {
    let is_plain = group.start == word && matches!(bend, Bend::Past | Bend::Third) && word > sentence.start;
    let is_parted = is_plain && (reading.is(word - 1, ",") || reading.quote_at(word - 1).is_some());
    if !is_parted || matches!(reading.class(end), Class::Pronoun) && !reading.is(end, "it") {
        return false;
    }
    let source = noun_phrase_after(reading, end, sentence.end);
    let closes = source.end >= sentence.end
        || matches!(
            reading.class(source.end),
            Class::Mark | Class::Preposition | Class::Time | Class::Adverb | Class::Subordinator
        )
        || reading.is(source.end, "who");
    !source.is_empty() && closes
}

/// Decides how a verb form is used here, or that it is no verb.
fn shape_of(
    reading: &Reading,
    word: usize,
    entry: &Cue,
    bend: Bend,
    group: &Group,
    subject: Option<&Range<usize>>,
    sentence: &Range<usize>,
) -> Option<Shape> {
    let left = group.start.checked_sub(1).filter(|&left| left >= sentence.start);
    let left_class = left.map_or(Class::Mark, |left| reading.class(left));
    let is_coordinated = left_class == Class::Conjunction;
    let is_after_noun_word =
        matches!(left_class, Class::Determiner | Class::Possessive | Class::Preposition | Class::Number);
    let is_pronoun =
        matches!(left_class, Class::Subject | Class::Pronoun) || left.is_some_and(|left| reading.is(left, "which"));
    let follows_to = group.has_to && bend == Bend::Base;
    match bend {
        Bend::Base if follows_to => Some(Shape::Infinitive),
        Bend::Base if group.has_helper => Some(Shape::Active),
        Bend::Base if is_pronoun => Some(Shape::Active),
        Bend::Base => {
            let many = subject.is_some_and(|subject| is_plural(reading, subject));
            (many && !is_after_noun_word && (!entry.is_thing() || content_follows(reading, word + 1)))
                .then_some(Shape::Active)
        }
        Bend::Third if is_pronoun => Some(Shape::Active),
        Bend::Third => {
            let fits = !is_after_noun_word
                && !(entry.is_thing() && !(content_follows(reading, word + 1) || is_name_end(reading, left)));
            (fits && (subject.is_some() || is_coordinated)).then_some(Shape::Active)
        }
        Bend::Past if group.has_be => Some(Shape::Passive),
        Bend::Past if group.has_helper || is_pronoun => Some(Shape::Active),
        Bend::Past => {
            let is_reduced = reading.is(word + 1, "by") || (left_class == Class::Mark && subject.is_none());
            (!is_after_noun_word && !is_reduced && (subject.is_some() || is_coordinated)).then_some(Shape::Active)
        }
        Bend::Ing if group.has_be => Some(Shape::Active),
        Bend::Ing => {
            let parted =
                left.is_none_or(|left| reading.is(left, ",") || reading.is(left, "—") || reading.is(left, "–"));
            let fits =
                parted || is_coordinated || matches!(left_class, Class::Subordinator) || is_name_end(reading, left);
            fits.then_some(Shape::Participle)
        }
    }
}

/// Tells whether a phrase speaks of several: "officials", "Lee and Roe", "people".
fn is_plural(reading: &Reading, phrase: &Range<usize>) -> bool {
    let last = reading.lower(phrase.end - 1);
    last.ends_with('s')
        || matches!(
            last,
            "people" | "men" | "women" | "police" | "some" | "many" | "others" | "most" | "few" | "both" | "several"
        )
        || phrase.clone().any(|word| reading.is(word, "and"))
}

fn is_name_end(reading: &Reading, word: Option<usize>) -> bool {
    word.is_some_and(|word| {
        reading.words[word].is_capital
            && reading.class(word) == Class::Open
            && !TABLES.is_adjective(reading.lower(word))
    })
}

/// Tells whether a content plainly begins at this word.
fn content_follows(reading: &Reading, word: usize) -> bool {
    matches!(
        reading.class(word),
        Class::That | Class::Question | Class::Subject | Class::Determiner | Class::Possessive
    ) || reading.is(word, "to")
        || reading.is(word, "it")
        || reading.is(word, "there")
        || reading.quote_at(word).is_some()
}

/// Tells whether a noun is one that reports, and returns its owner: "Lee's claim", "her claim", "the claim".
fn noun_cue(reading: &Reading, word: usize, floor: usize) -> Option<Option<Range<usize>>> {
    let mut left = word.checked_sub(1).filter(|&left| left >= floor);
    for _ in 0..2 {
        left = match left {
            Some(at) if matches!(reading.class(at), Class::Open | Class::Number | Class::Adverb) && at > floor => {
                Some(at - 1)
            }
            other => other,
        };
    }
    let nearest = word.checked_sub(1).map_or(Class::Mark, |at| reading.class(at));
    if matches!(nearest, Class::Subject | Class::Modal | Class::Auxiliary) || reading.is(word.wrapping_sub(1), "to") {
        return None;
    }
    let Some(owner) = left.filter(|&left| reading.class(left) == Class::Possessive) else { return Some(None) };
    match reading.lower(owner) {
        "'s" | "'" => Some(noun_phrase_before(reading, floor, owner)),
        _ => Some(Some(owner..owner + 1)),
    }
}

/// Returns the subject of a sentence: the phrase before its first verb.
fn subject_of(reading: &Reading, sentence: &Range<usize>) -> Option<Range<usize>> {
    let verb =
        sentence.clone().skip(1).find(|&word| reading.quote_at(word).is_none() && reading.may_be_finite(word))?;
    noun_phrase_before(reading, sentence.start, verb)
}
