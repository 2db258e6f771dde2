//! Names by capital letters: where each begins and ends. Titles are cut off by `titles`, what sort of name it is, is
//! told by `kinds`, which names are one entity, by `entities`.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::EntityKind;
use super::kinds::{kind_of, kind_of_body_before};
use super::reading::{Passage, Reading, is_site};
use super::tables::{Class, Gender, TABLES};
use super::titles::{end_of_title, role_before};
use super::transcripts;

/// A name in the text.
#[derive(Debug, Clone)]
pub(super) struct Name {
    pub(super) words: Range<usize>,
    pub(super) kind: EntityKind,
    /// What the title or the given name says.
    pub(super) gender: Gender,
    /// The title or role right before it.
    pub(super) title: Range<usize>,
}

/// Where capitals and small letters were seen in the running text: the evidence that a capitalised word is a name.
pub(super) struct Seen<'r> {
    small: HashSet<&'r str>,
    /// In capitals after another word, where no rule of spelling asks for it.
    capital: HashSet<&'r str>,
}

/// Finds all names, in order. In headlines and headings, where every word may have a capital, only names that the
/// running text has too.
pub(super) fn find_names(reading: &Reading) -> Vec<Name> {
    let (plain, titled): (Vec<&Passage>, Vec<&Passage>) =
        reading.passages.iter().partition(|passage| !passage.is_in_title_case);
    let seen = Seen::new(reading, &plain);
    let mut names = Vec::new();
    let mut labels = Vec::new();
    for passage in &plain {
        let label = transcripts::label(reading, passage);
        let begin = label.as_ref().map_or(passage.words.start, |label| label.end);
        labels.extend(label);
        for sentence in passage.sentences.clone() {
            let words = reading.sentence(sentence);
            names_of_sentence(reading, &seen, words.start.max(begin)..words.end, &mut names);
        }
    }
    settle_peoples(reading, &mut names);
    let known = known_forms(reading, &names);
    let mut repeated = Vec::new();
    for label in labels {
        let first = repeated.len();
        names_known(reading, &known, label.clone(), &mut repeated);
        if repeated[first..].last().is_none_or(|name| name.words.end != label.end) {
            repeated.truncate(first);
            repeated.extend(transcripts::name_of(reading, label));
        }
    }
    for passage in &titled {
        names_known(reading, &known, passage.words.clone(), &mut repeated);
    }
    names.extend(repeated);
    names.sort_by_key(|name| name.words.start);
    names
}

impl<'r> Seen<'r> {
    fn new(reading: &'r Reading, passages: &[&Passage]) -> Self {
        let mut seen = Seen { small: HashSet::new(), capital: HashSet::new() };
        for index in passages.iter().flat_map(|passage| passage.words.clone()) {
            let word = &reading.words[index];
            if !word.is_word() {
                continue;
            }
            if !word.is_capital {
                seen.small.insert(&word.lower);
            } else if index > 0 && reading.words[index - 1].is_word() {
                seen.capital.insert(&word.lower);
            }
        }
        seen
    }

    /// Tells whether the first word of a sentence is a name's, going by the rest of the piece and the tables.
    fn is_name_at_start(&self, lower: &str, followed_by_capital: bool) -> bool {
        if self.capital.contains(lower) || TABLES.place(lower).is_some() || TABLES.demonym(lower).is_some() {
            return true;
        }
        if TABLES.title(lower).is_some() || TABLES.given_name(lower).is_some() {
            return followed_by_capital;
        }
        let is_common = self.small.contains(lower)
            || !TABLES.roles(lower).is_empty()
            || TABLES.cues.readings(lower).next().is_some()
            || TABLES.class(lower).is_some()
            || lower.ends_with("ing")
            || lower.ends_with("ed")
            || lower.ends_with("ly");
        !is_common && followed_by_capital
    }
}

fn names_of_sentence(reading: &Reading, seen: &Seen, sentence: Range<usize>, names: &mut Vec<Name>) {
    let mut word = sentence.start;
    let mut is_start = true;
    while word < sentence.end {
        if !reading.words[word].is_word() {
            is_start |= opens_quote(reading, word) || reading.is(word, ":") || reading.is(word, "—");
            word += 1;
            continue;
        }
        if is_site(reading.words[word].text) && kind_of_body_before(reading, sentence.start, word).is_some() {
            let title = word..word;
            names.push(Name { words: word..word + 1, kind: EntityKind::Organisation, gender: Gender::Any, title });
        }
        if !can_begin(reading, word) {
            is_start = false;
            word += 1;
            continue;
        }
        let end = end_of_run(reading, word, sentence.end);
        let followed = end > word + 1 && reading.words[word + 1].is_capital;
        let is_all_capitals = end - word == 1 && is_acronym(reading.words[word].text);
        let begins = match is_start && !is_all_capitals && !seen.is_name_at_start(reading.lower(word), followed) {
            true => next_capital(reading, word + 1, end),
            false => Some(word),
        };
        if let Some(begin) = begins {
            names.extend(name_in(reading, sentence.start, begin..end));
        }
        is_start = false;
        word = end;
    }
}

fn opens_quote(reading: &Reading, word: usize) -> bool {
    reading.quote_at(word).is_some_and(|quote| reading.quotes[quote].outer.start == word)
}

/// Tells whether a name or its title can begin at a word.
fn can_begin(reading: &Reading, index: usize) -> bool {
    let word = &reading.words[index];
    let is_small_word = !matches!(word.class, Class::Open | Class::Adverb | Class::Verb);
    let is_listed_adverb = word.class == Class::Adverb && TABLES.class(&word.lower).is_some();
    word.is_capital
        && !is_listed_adverb
        && (!is_small_word
            || matches!(word.text, "US" | "WHO" | "May" | "April" | "June" | "August") && is_named(reading, index))
}

/// Tells whether a word that is also a small word is meant as a name: "US" and "WHO", and months before a surname.
fn is_named(reading: &Reading, index: usize) -> bool {
    let is_shout = index > 0 && reading.words[index - 1].text.len() > 3 && is_acronym(reading.words[index - 1].text);
    match reading.words[index].text {
        "US" | "WHO" => !is_shout,
        _ => reading.class(index + 1) == Class::Open && reading.words[index + 1].is_capital,
    }
}

/// Tells whether a word is two to six capital letters, with full stops or not.
pub(super) fn is_acronym(text: &str) -> bool {
    let letters = text.chars().filter(|letter| *letter != '.').count();
    (2..=6).contains(&letters) && text.chars().all(|letter| letter.is_uppercase() || letter == '.')
}

fn next_capital(reading: &Reading, from: usize, end: usize) -> Option<usize> {
    (from..end).find(|&word| can_begin(reading, word))
}

/// Walks right over capitals and the small words that stand inside names.
fn end_of_run(reading: &Reading, start: usize, limit: usize) -> usize {
    let limit = limit.min(start + 14);
    let mut end = start + 1;
    let mut has_of = false;
    while end < limit {
        let lower = reading.lower(end);
        let is_capital = |at: usize| at < limit && reading.words[at].is_capital && !is_closed(reading.class(at));
        let last = reading.lower(end - 1);
        let step = match lower {
            _ if is_capital(end) && !reading.words[end].is_joined => 1,
            "-" | "‑" if reading.words[end].is_joined && is_capital(end + 1) => 2,
            "-" | "‑" if reading.words[end].is_joined && is_capital(end + 3) && reading.is(end + 2, "-") => 4,
            "." if reading.words[end].is_joined && last.chars().count() == 1 && is_capital(end + 1) => 2,
            "&" if is_capital(end + 1) => 2,
            "'s" if matches!(last, "people" | "women" | "workers" | "children" | "farmers" | "men")
                && is_capital(end + 1) =>
            {
                2
            }
            "of" | "for" | "on" if begins_body(reading, start, end) && is_capital(end + 1) => 2,
            "of" | "for" | "on"
                if begins_body(reading, start, end) && reading.is(end + 1, "the") && is_capital(end + 2) =>
            {
                3
            }
            "and" if has_of && is_capital(end + 1) && is_capital(end + 2) => 2,
            "and" if goes_on_to_body(reading, start, end, limit) => 2,
            "de" | "la" | "del" | "der" | "den" | "van" | "von" | "bin" | "ibn" | "al" | "el" | "da" | "dos" | "du"
            | "di" | "ben" | "ul" => match (end + 1..end + 4).find(|&at| is_capital(at)) {
                Some(at) if (end + 1..at).all(|between| is_particle(reading.lower(between))) => at + 1 - end,
                _ => 0,
            },
            _ => 0,
        };
        if step == 0 {
            break;
        }
        has_of |= matches!(lower, "of" | "for");
        end += step;
    }
    end
}

/// Tells whether "and" stands inside the name of a body: "the United Dock | and Ferry Workers". What stands before it
/// must be no name that is whole without it: "the United States and Ferry Workers".
fn goes_on_to_body(reading: &Reading, start: usize, and: usize, limit: usize) -> bool {
    let is_capital = |word: &usize| reading.words[*word].is_capital && reading.class(*word) == Class::Open;
    let end = (and + 1..limit).take_while(is_capital).last().map_or(and, |last| last + 1);
    let is_whole = TABLES.place(&joined(reading, start..and)).is_some()
        || TABLES.head(reading.lower(and - 1)).is_some()
        || TABLES.is_adjective(reading.lower(and - 1))
        || is_acronym(reading.words[and - 1].text);
    end > and + 2
        && start > 0
        && reading.is(start - 1, "the")
        && !is_whole
        && TABLES.head(reading.lower(end - 1)) == Some(EntityKind::Organisation)
}

/// Tells whether a capital on such a word says nothing of a name.
fn is_closed(class: Class) -> bool {
    !matches!(class, Class::Open | Class::Adverb | Class::Verb | Class::Preposition)
}

fn is_particle(lower: &str) -> bool {
    matches!(lower, "-" | "la" | "las" | "los" | "der" | "den" | "al" | "el" | "bin")
}

/// Tells whether the words before "of" name a body or an event: "Ministry", "National Bank".
fn begins_body(reading: &Reading, start: usize, end: usize) -> bool {
    let is_titled = TABLES.title(reading.lower(start)).is_some();
    let head = TABLES.head(reading.lower(end - 1));
    !is_titled && matches!(head, Some(EntityKind::Organisation | EntityKind::Event)) || reading.is(end - 1, "republic")
}

/// Cuts the title off a run and tells what sort of name the rest is.
fn name_in(reading: &Reading, sentence: usize, run: Range<usize>) -> Option<Name> {
    let lower = |word: usize| reading.lower(word);
    let is_tied = |word: usize| TABLES.title(lower(word)).is_some() || TABLES.is_title_adjective(lower(word));
    let says_who = |word: usize| TABLES.demonym(lower(word)).is_some() || matches!(lower(word), "." | "-");
    if run.clone().all(|word| is_tied(word) || says_who(word)) {
        let is_people = run.len() == 1 && says_who(run.start) && lower(run.start).ends_with('s');
        let title = run.start..run.start;
        return is_people.then_some(Name { words: run, kind: EntityKind::Group, gender: Gender::Any, title });
    }
    let run = without_office(reading, run);
    let start = end_of_title(reading, sentence, &run);
    let title = if start > run.start { run.start..start } else { role_before(reading, sentence, run.start) };
    let words = start..run.end;
    let kind = kind_of(reading, sentence, &words, !title.is_empty())?;
    let told = title.clone().filter_map(|word| TABLES.title(lower(word))).find(|told| *told != Gender::Any);
    let given = (words.len() > 1).then(|| TABLES.given_name(lower(words.start))).flatten();
    let gender = match kind {
        EntityKind::Person => told.or(given).unwrap_or(Gender::Any),
        _ => Gender::Any,
    };
    Some(Name { words, kind, gender, title })
}

/// Returns the state alone of "US Ambassador": nobody is named by a state and an office.
fn without_office(reading: &Reading, run: Range<usize>) -> Range<usize> {
    let is_office =
        |word: &usize| TABLES.title(reading.lower(*word)).is_some() || TABLES.is_title_adjective(reading.lower(*word));
    let office = run.clone().rev().take_while(is_office).last().unwrap_or(run.end);
    let state = run.start..office;
    let is_state = !state.is_empty()
        && (TABLES.place(&joined(reading, state.clone())).is_some()
            || state.len() == 1
                && (TABLES.is_adjective(reading.lower(office - 1)) || looks_like_people(reading.lower(office - 1))));
    if is_state { state } else { run }
}

/// Tells whether a word ends like the adjective of a place.
fn looks_like_people(lower: &str) -> bool {
    lower.len() > 5 && ["ian", "ean", "ese", "ish"].iter().any(|ending| lower.ends_with(ending))
}

/// Settles what words made from another name of the piece are: "Karelians" are a group, and "Karelian" names nobody
/// where it says which ("the Karelian army").
fn settle_peoples(reading: &Reading, names: &mut Vec<Name>) {
    let is_single = |name: &&Name| name.words.len() == 1;
    let is_place = |name: &&Name| matches!(name.kind, EntityKind::Place | EntityKind::Other);
    let roots: HashSet<&str> = (names.iter().filter(is_single).filter(is_place))
        .flat_map(|name| roots_of_place(reading.lower(name.words.start)))
        .collect();
    let root_of = |lower: &str| {
        let plain = lower.strip_suffix('s').unwrap_or(lower);
        let vowel = plain.strip_suffix('n').filter(|root| root.ends_with(['a', 'e']));
        let roots_of_people = ["ian", "an", "ese", "ish", "i"].iter().filter_map(|ending| plain.strip_suffix(ending));
        let is_root = |root: &str| root.len() > 3 && roots.contains(root);
        TABLES.place(lower).is_none() && roots_of_people.chain(vowel).any(is_root)
    };
    names.retain_mut(|name| {
        let word = name.words.start;
        let lower = reading.lower(word);
        if name.words.len() > 1 || !matches!(name.kind, EntityKind::Other | EntityKind::Place) {
            return true;
        }
        let is_modifier = says_which(reading, word);
        if !root_of(lower) {
            return !(is_modifier && looks_like_people(lower) && name.kind == EntityKind::Other);
        }
        if lower.ends_with('s') {
            name.kind = EntityKind::Group;
        }
        lower.ends_with('s')
    });
}

/// Returns what adjectives of a place begin with: "karelia" and "kareli", "tamur" of "tamuristan".
fn roots_of_place(lower: &str) -> impl Iterator<Item = &str> {
    let cut = |ending: &str| lower.strip_suffix(ending).filter(|root| root.len() > 3);
    [Some(lower), cut("a"), cut("ia"), cut("istan"), cut("stan"), cut("land")].into_iter().flatten()
}

/// Tells whether a name only says which: a noun in small letters follows.
fn says_which(reading: &Reading, word: usize) -> bool {
    let next = word + 1;
    reading.class(next) == Class::Open && !reading.words[next].is_capital && !reading.may_be_finite(next)
}

/// Returns the forms of names that a headline may repeat, with a name like it: all of it, and a person's last word.
fn known_forms<'n>(reading: &Reading, names: &'n [Name]) -> HashMap<String, &'n Name> {
    let mut known = HashMap::new();
    for name in names {
        if name.kind == EntityKind::Person && name.words.len() > 1 {
            known.entry(reading.lower(name.words.end - 1).to_owned()).or_insert(name);
        }
        known.insert(joined(reading, name.words.clone()), name);
    }
    known
}

fn joined(reading: &Reading, words: Range<usize>) -> String {
    reading.words[words].iter().map(|word| &*word.lower).collect::<Vec<_>>().join(" ")
}

/// Finds names that are known from elsewhere, whatever their letters' case; the longest first.
fn names_known(reading: &Reading, known: &HashMap<String, &Name>, words: Range<usize>, found: &mut Vec<Name>) {
    let mut word = words.start;
    while word < words.end {
        let longest = (word + 1..=words.end.min(word + 6)).rev().map(|end| word..end).find_map(|range| {
            let may_begin = reading.words[word].is_capital && (can_begin(reading, word) || range.len() > 1);
            let like = may_begin.then(|| known.get(&joined(reading, range.clone()))).flatten()?;
            Some((range, like))
        });
        match longest {
            Some((range, like)) => {
                word = range.end;
                found.push(Name {
                    title: range.start..range.start,
                    words: range,
                    kind: like.kind,
                    gender: like.gender,
                });
            }
            None => word += 1,
        }
    }
}
