//! Names as the encoder finds them, with the title before a person's name. Which names are one entity is told by
//! `entities`.

use std::ops::Range;

use super::EntityKind;
use super::Gender;
use super::kinds;
use super::named::Name;
use super::reading::{Passage, Reading, is_site};
use super::tables::TABLES;
use super::titles::{end_of_title, role_before};
use super::transcripts;
use crate::span::Span;

/// Finds all names of the paragraphs that are analysed, in order.
pub(super) fn find_names(reading: &Reading) -> Vec<Name> {
    let mut names = Vec::new();
    for passage in &reading.passages {
        let first = names.len();
        names_of(reading, passage, &mut names);
        add_sites(reading, passage, &mut names, first);
        // Whoever a turn of a transcript is marked with is named by it, in capitals that say little else.
        let label = transcripts::label(reading, passage);
        if let Some(label) = label.filter(|label| names.get(first).is_none_or(|name| name.words.start >= label.end)) {
            names.splice(first..first, transcripts::name_of(reading, label));
        }
    }
    kinds::settle(reading, &mut names);
    names
}

/// Makes names of what somebody else found, in order: what is measured then is identity alone.
pub(super) fn given_names(reading: &Reading, given: &[(Span, EntityKind)]) -> Vec<Name> {
    let mut names: Vec<Name> =
        given.iter().filter_map(|&(span, kind)| name_in(reading, reading.words_in(span), kind)).collect();
    names.sort_by_key(|name| (name.words.start, name.words.end));
    names
}

fn names_of(reading: &Reading, passage: &Passage, names: &mut Vec<Name>) {
    let all = &reading.answers.names;
    let first = all.partition_point(|named| named.tokens.start < passage.words.start);
    for named in all[first..].iter().take_while(|named| named.tokens.end <= passage.words.end) {
        let kind = EntityKind::ALL.iter().copied().find(|kind| kind.name() == named.kind);
        let kind = kind.unwrap_or(EntityKind::Other);
        let parts = without_verbs(reading, named.tokens.clone(), kind).into_iter();
        let found = parts.filter_map(|part| name_in(reading, part, kind));
        names.extend(found.filter(|name| !says_which(reading, name)));
    }
}

/// Adds sites that go by their address, "24ossa.com", to the names of a paragraph, which begin at `first`.
fn add_sites(reading: &Reading, passage: &Passage, names: &mut Vec<Name>, first: usize) {
    for word in passage.words.clone().filter(|&word| is_site(reading.lower(word))) {
        let at = first + names[first..].partition_point(|name| name.words.end <= word);
        if names.get(at).is_none_or(|name| name.words.start > word) {
            let title = word..word;
            let words = word..word + 1;
            names.insert(at, Name { words, kind: EntityKind::Organisation, gender: Gender::Any, title });
        }
    }
}

/// Divides a name at finite verbs, and a person's at any longer word in small letters: headlines leave out what else
/// would part "Tessel spurns Corvane".
fn without_verbs(reading: &Reading, words: Range<usize>, kind: EntityKind) -> Vec<Range<usize>> {
    const LONGEST_PARTICLE: usize = 5;
    let is_verb = |word: &usize| {
        let is_long = kind == EntityKind::Person && reading.words[*word].text.len() > LONGEST_PARTICLE;
        let is_inside = *word > words.start && *word + 1 < words.end;
        is_inside && !reading.words[*word].is_capital && (reading.is_finite(*word) || is_long)
    };
    let mut parts = Vec::new();
    let mut start = words.start;
    for verb in words.clone().filter(is_verb).chain([words.end]) {
        parts.push(start..verb);
        start = verb + 1;
    }
    parts
}

/// Tells whether a name only says which, and names nobody: "Russian" in "Russian officials", "Foreign Minister".
fn says_which(reading: &Reading, name: &Name) -> bool {
    let is_title =
        |word: usize| TABLES.title(reading.lower(word)).is_some() || TABLES.is_title_adjective(reading.lower(word));
    let is_office = name.kind == EntityKind::Person && name.words.clone().all(is_title);
    let tag = &reading.answers.tags[name.words.end - 1];
    let is_beside = matches!(tag.relation(), "amod" | "compound") && is_people(reading, &name.words);
    is_office || tag.upos == "ADJ" || is_beside
}

/// Tells whether a name is that of a people: "Tajik", "Russians".
fn is_people(reading: &Reading, words: &Range<usize>) -> bool {
    words.len() == 1 && TABLES.is_demonym(reading.lower(words.start))
}

/// Cuts the title off a person's name, and what is no part of any name off its ends.
fn name_in(reading: &Reading, mut words: Range<usize>, kind: EntityKind) -> Option<Name> {
    let is_outer = |word: usize| !reading.words[word].is_word() || reading.is(word, "'s");
    while !words.is_empty() && is_outer(words.end - 1) && !reading.words[words.end - 1].text.ends_with('.') {
        words.end -= 1;
    }
    while !words.is_empty() && is_outer(words.start) {
        words.start += 1;
    }
    if kind == EntityKind::Person {
        // "Tomas Reed of the Water Board" is one name and then another.
        let is_joint = |word: &usize| matches!(reading.lower(*word), "of" | "from" | "at" | "in" | "for");
        words.end = words.clone().skip(1).find(is_joint).unwrap_or(words.end);
    }
    if words.clone().any(|word| is_number_of_credit(reading.words[word].text)) {
        return None;
    }
    let sentence = reading.sentence(reading.sentence_of(words.start)).start;
    if words.is_empty() || kind != EntityKind::Person || is_people(reading, &words) {
        let title = words.start..words.start;
        let kind = if is_people(reading, &words) { EntityKind::Group } else { kind };
        return (!words.is_empty()).then_some(Name { words, kind, gender: Gender::Any, title });
    }
    let start = end_of_title(reading, sentence, &words);
    let title = if start > words.start { words.start..start } else { role_before(reading, sentence, start) };
    let words = start..words.end;
    let lower = |word: usize| reading.lower(word);
    let told = title.clone().filter_map(|word| TABLES.title(lower(word))).find(|told| *told != Gender::Any);
    let given = (words.len() > 1).then(|| TABLES.given_name(lower(words.start))).flatten();
    Some(Name { words, kind, gender: told.or(given).unwrap_or(Gender::Any), title })
}

/// Tells whether a word is the number of a picture, glued to the text: "BOR0402343Ever".
fn is_number_of_credit(text: &str) -> bool {
    text.chars().filter(char::is_ascii_digit).count() >= 4 && text.contains(char::is_alphabetic)
}
