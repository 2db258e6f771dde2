//! Pronouns and roles wherever they stand: which name of the piece "he", "her" and "the ambassador" lead back to.
//!
//! Sources are resolved before this, by `speakers`. Here the names around a pronoun are weighed: the nearer sentence,
//! and within it the subject, is the likelier one, as in the salience factors of Lappin and Leass (1994). What two
//! names could equally be stays unresolved.

use std::ops::Range;

use super::Gender;
use super::entities::Cast;
use super::found::Found;
use super::reading::Reading;
use super::speakers::Resolver;
use super::tables::{Role, TABLES};
use super::{EntityKind, Mention, MentionKind, Speaker};

/// A pronoun looks back over this many sentences before its own.
const SENTENCES: usize = 3;

/// What each further mention within those sentences weighs; one sentence weighs 1, as does the subject.
const AGAIN: f32 = 0.5;

/// What it weighs that a pronoun stands in what one reports, outside quotation marks.
const REPORTER: f32 = 2.0;

/// Someone spoken of, where it can matter to a pronoun further on.
struct Spoken {
    word: usize,
    sentence: usize,
    entity: usize,
    is_subject: bool,
}

/// Makes mentions of the pronouns and roles that are no sources and lead to one name before them.
pub(super) fn add_references(
    reading: &Reading,
    cast: &mut Cast,
    resolver: &Resolver,
    found: &[Found],
    speakers: &[Speaker],
) {
    let [quoted, reported] = speakers_of_contents(reading, found, speakers);
    let mut spoken = spoken_of(reading, cast);
    let mut next = 0;
    let mut before: Vec<Spoken> = Vec::new();
    for word in reading.passages.iter().flat_map(|passage| passage.words.clone()) {
        let quoted = || speaker_at(&quoted, word);
        while spoken.get(next).is_some_and(|spoken| spoken.word <= word) {
            before
                .push(std::mem::replace(&mut spoken[next], Spoken { word, sentence: 0, entity: 0, is_subject: false }));
            next += 1;
        }
        if before.last().is_some_and(|last| last.word == word) || !is_reference(reading, word) {
            continue;
        }
        let span = word..word + 1;
        let (entity, words, kind) = match gender_of(reading.lower(word)) {
            Some(gender) => {
                let reporter = speaker_at(&reported, word);
                let entity = likeliest(reading, cast, &before, (word, gender), quoted(), reporter);
                (entity, span, MentionKind::Pronoun)
            }
            None if is_first_person(reading.lower(word)) => (quoted(), span, MentionKind::Pronoun),
            None => (resolver.holder_of(cast, word), word - 1..word + 1, MentionKind::Nominal),
        };
        let Some(entity) = entity else { continue };
        let span = reading.span(&words);
        if cast.entities[entity].mentions[0].span < span {
            cast.entities[entity].mentions.push(Mention { span, kind });
            cast.references.push((words, entity));
            before.push(spoken_at(reading, word, entity));
        }
    }
    cast.references.sort_by_key(|(words, _)| words.start);
}

/// Tells which pronoun goes with an entity: as titles and given names say, else as its own pronouns do where they agree.
pub(super) fn gender(reading: &Reading, cast: &Cast, entity: usize) -> Gender {
    if cast.entities[entity].kind != EntityKind::Person {
        return Gender::Any;
    }
    let own = cast.references.iter().filter(|(words, whose)| *whose == entity && words.len() == 1);
    let told: Vec<Gender> = own.filter_map(|(words, _)| gender_of(reading.lower(words.start))).collect();
    match (cast.genders[entity], told.as_slice()) {
        (Gender::Any, [first, .., last]) if told.iter().all(|gender| gender == first) => *last,
        (gender, _) => gender,
    }
}

/// Returns what each known speaker is quoted with, and what else is reported of each, as ranges of words.
fn speakers_of_contents(reading: &Reading, found: &[Found], speakers: &[Speaker]) -> [Vec<(Range<usize>, usize)>; 2] {
    let named = found.iter().zip(speakers).filter_map(|(found, speaker)| match speaker {
        Speaker::Entity(entity) => Some((found, *entity)),
        _ => None,
    });
    let parts = named.flat_map(|(found, entity)| found.content.iter().map(move |part| (part.clone(), entity)));
    let is_quoted = |(part, _): &(Range<usize>, usize)| part.clone().any(|word| reading.quote_at(word).is_some());
    let (mut quoted, mut reported): (Vec<_>, Vec<_>) = parts.partition(is_quoted);
    quoted.sort_by_key(|(part, _)| part.start);
    reported.sort_by_key(|(part, _)| part.start);
    [quoted, reported]
}

/// Returns in whose words a word stands: the inner speaker's where reports are nested.
fn speaker_at(quoted: &[(Range<usize>, usize)], word: usize) -> Option<usize> {
    const DEEPEST: usize = 4;
    let begun = quoted.partition_point(|(part, _)| part.start <= word);
    let mut nearest = quoted[..begun].iter().rev().take(DEEPEST);
    nearest.find(|(part, _)| part.contains(&word)).map(|(_, speaker)| *speaker)
}

/// Returns the names and resolved sources of a piece, in order of their last words.
fn spoken_of(reading: &Reading, cast: &Cast) -> Vec<Spoken> {
    let sources = cast.references.iter();
    let mut spoken: Vec<Spoken> =
        cast.names.iter().chain(sources).map(|(words, entity)| spoken_at(reading, words.end - 1, *entity)).collect();
    spoken.sort_by_key(|spoken| spoken.word);
    spoken
}

fn spoken_at(reading: &Reading, word: usize, entity: usize) -> Spoken {
    let tags = &reading.answers.tags;
    let relation = |word: usize| tags[word].relation();
    // The last word of "Ann Lee" hangs on the first.
    let top = match (relation(word), tags[word].head) {
        ("flat" | "compound" | "appos", Some(head)) => head,
        _ => word,
    };
    // "As for Reed, ..." makes him what the sentence is about.
    let is_topic = word >= 2 && (1..6).any(|back| word > back && is_as_for(reading, word - back));
    let is_subject = is_topic || matches!(relation(top), "nsubj");
    Spoken { word, sentence: reading.sentence_of(word), entity, is_subject }
}

/// Tells whether "as for" ends with this word.
pub(super) fn is_as_for(reading: &Reading, word: usize) -> bool {
    word > 0 && reading.is(word, "for") && reading.is(word - 1, "as")
}

/// Tells whether a word can be a reference: a pronoun, or the noun of "the ambassador".
fn is_reference(reading: &Reading, word: usize) -> bool {
    let lower = reading.lower(word);
    let is_role = || {
        word > 0
            && reading.is(word - 1, "the")
            && !reading.words[word].is_capital
            && TABLES.roles(lower).iter().any(|role| matches!(role, Role::One | Role::Body))
            && !matches!(reading.answers.tags[word].relation(), "compound")
            // "The mayor of Ossa" and "the mayor who left" may be others.
            && !matches!(reading.lower(word + 1), "of" | "who" | "for" | "in" | "," | "'s" | "’s")
            && !reading.words.get(word + 1).is_some_and(|next| next.is_capital)
    };
    gender_of(lower).is_some() || is_first_person(lower) && reading.quote_at(word).is_some() || is_role()
}

fn gender_of(lower: &str) -> Option<Gender> {
    match lower {
        "he" | "him" | "his" | "himself" => Some(Gender::He),
        "she" | "her" | "hers" | "herself" => Some(Gender::She),
        _ => None,
    }
}

fn is_first_person(lower: &str) -> bool {
    matches!(lower, "i" | "me" | "my" | "mine" | "myself" | "i'm" | "i've")
}

/// Returns whom a pronoun most likely means; nobody where two are as likely.
fn likeliest(
    reading: &Reading,
    cast: &Cast,
    before: &[Spoken],
    (word, gender): (usize, Gender),
    speaker: Option<usize>,
    reporter: Option<usize>,
) -> Option<usize> {
    let sentence = reading.sentence_of(word);
    let fits = |spoken: &&Spoken| {
        spoken.sentence + SENTENCES >= sentence
            && cast.entities[spoken.entity].kind == EntityKind::Person
            && cast.genders[spoken.entity].agrees(gender)
            // Who is quoted calls himself "I".
            && Some(spoken.entity) != speaker
    };
    let mut likely: Vec<(f32, usize)> = Vec::new();
    for spoken in before.iter().rev().take_while(|spoken| spoken.sentence + SENTENCES >= sentence).filter(fits) {
        let distance = (sentence - spoken.sentence) as f32;
        let told = f32::from(u8::from(cast.genders[spoken.entity] == gender));
        // "Reed denied that his men had fired": whoever reports speaks of himself first.
        let reports = if reporter == Some(spoken.entity) { REPORTER } else { 0.0 };
        let weight = f32::from(u8::from(spoken.is_subject)) + told + reports - distance;
        match likely.iter_mut().find(|(_, entity)| *entity == spoken.entity) {
            // Whoever is spoken of often is likelier to be spoken of again.
            Some(known) => known.0 = known.0.max(weight) + AGAIN,
            None => likely.push((weight, spoken.entity)),
        }
    }
    if let Some(other) = subject_beside(reading, before, word) {
        likely.retain(|(_, entity)| *entity != other);
    }
    likely.sort_by(|one, other| other.0.total_cmp(&one.0));
    match likely.as_slice() {
        [] => None,
        [(_, only)] => Some(*only),
        [(best, entity), (second, _), ..] => (best > second).then_some(*entity),
    }
}

/// Returns who does to the pronoun what its verb says, and so is somebody else: Reed in "Reed asked him".
fn subject_beside(reading: &Reading, before: &[Spoken], word: usize) -> Option<usize> {
    let tags = &reading.answers.tags;
    if !matches!(tags[word].relation(), "obj" | "iobj" | "obl") || reading.lower(word).ends_with("self") {
        return None;
    }
    let verb = tags[word].head?;
    let subject = reading.dependents(verb).find(|&other| tags[other].relation() == "nsubj")?;
    let names = reading.subtree(subject);
    before.iter().rev().find(|spoken| spoken.is_subject && names.contains(&spoken.word)).map(|spoken| spoken.entity)
}
