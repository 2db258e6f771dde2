//! What a cue does: assert, deny, ask. Looked up by its lemma; what is not listed does something other.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::CueClass;
use super::reading::Reading;
use super::tables::Class;
use crate::model::lemmas::lemma;
use crate::table::named_lines;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(TABLE));

const TABLE: &str = include_str!("tables/cues.txt");

/// The cues by their first word, those of most words first.
#[derive(Debug, Default)]
struct Lexicon {
    cues: HashMap<&'static str, Vec<(Vec<&'static str>, CueClass)>>,
}

impl Lexicon {
    /// Reads the table; a line it cannot read is left out (a test holds that there is none).
    fn read(table: &'static str) -> Self {
        let mut lexicon = Lexicon::default();
        for (class, words) in named_lines(table).filter_map(read_line) {
            for cue in words {
                let mut words = cue.split(' ');
                let first = words.next().unwrap_or(cue);
                lexicon.cues.entry(first).or_default().push((words.collect(), class));
            }
        }
        for readings in lexicon.cues.values_mut() {
            readings.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        lexicon
    }

    /// Returns what the words do that begin with a lemma and go on as `rest`.
    fn class(&self, first: &str, rest: &[&str]) -> Option<CueClass> {
        let readings = self.cues.get(first)?;
        readings.iter().find(|(words, _)| rest.starts_with(words)).map(|(_, class)| *class)
    }
}

fn read_line((class, words): (&str, &'static str)) -> Option<(CueClass, impl Iterator<Item = &'static str>)> {
    let class = CueClass::ALL.iter().copied().find(|known| known.name() == class)?;
    Some((class, words.split(", ")))
}

/// Returns what a cue does: what its first listed word does, going from the verb to the words beside it. Who never stated
/// something, or did not say, denies it or refuses.
pub(super) fn class_of(reading: &Reading, cue: &Range<usize>) -> CueClass {
    match listed_class(reading, cue) {
        CueClass::Assert if cue.clone().any(|word| is_negated(reading, word)) => CueClass::Deny,
        class => class,
    }
}

/// Tells whether a verb is negated: "did not say", "neither of them has stated".
fn is_negated(reading: &Reading, verb: usize) -> bool {
    let tags = &reading.answers.tags;
    let is_nobody = |word: usize| matches!(reading.lower(word), "neither" | "nobody" | "none" | "nor");
    let negates = |word: usize| match tags[word].relation() {
        "advmod" | "aux" => reading.class(word) == Class::Negation,
        "nsubj" => reading.subtree(word).any(is_nobody),
        _ => false,
    };
    tags[verb].upos == "VERB" && reading.dependents(verb).any(negates)
}

fn listed_class(reading: &Reading, cue: &Range<usize>) -> CueClass {
    let tags = &reading.answers.tags;
    let words: Vec<&str> = cue.clone().map(|word| reading.lower(word)).collect();
    let class_at = |place: usize| {
        let tag = &tags[cue.start + place];
        let rest = &words[place + 1..];
        // "according to" is listed as it is written.
        let by_form = || LEXICON.class(words[place], rest);
        LEXICON.class(&lemma(words[place], tag.upos, tag.xpos), rest).or_else(by_form)
    };
    let is_verb = |place: &usize| tags[cue.start + place].upos == "VERB";
    let verbs = (0..words.len()).filter(is_verb);
    verbs.chain(0..words.len()).find_map(class_at).unwrap_or(CueClass::Other)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_line_is_read_and_no_cue_comes_twice() {
        let mut seen = HashSet::new();
        for line in named_lines(TABLE) {
            let (_, words) = read_line(line).expect("a class and words");
            for word in words {
                assert!(!word.is_empty() && seen.insert(word), "{word:?} stands twice");
            }
        }
    }

    #[test]
    fn longer_cues_come_first() {
        let lexicon = Lexicon::read(TABLE);
        assert_eq!(lexicon.class("call", &["for"]), Some(CueClass::Demand));
        assert_eq!(lexicon.class("gargle", &[]), None);
    }
}
