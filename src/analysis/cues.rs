//! The words that report speech: their forms, what they do, and how they take their content. Where one stands in a
//! sentence and whether it is a verb there is left to `predicates`.

use std::collections::HashMap;

use super::CueClass;
use super::tables::lines;

/// A reporting word as the table `cues.txt` describes it.
#[derive(Debug)]
pub(super) struct Cue {
    /// The words after the first ("out" of "point out").
    pub(super) rest: Vec<&'static str>,
    /// What it does.
    pub(super) class: CueClass,
    /// Verb, noun or adjective.
    pub(super) kind: CueKind,
    takes_clause: bool,
    takes_quote: bool,
    takes_infinitive: bool,
    takes_noun: bool,
    takes_person: bool,
    is_thing: bool,
    prepositions: Vec<&'static str>,
}

/// What part of speech a cue is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CueKind {
    Verb,
    Noun,
    Adjective,
    /// "according to" and the like: the source follows.
    Phrase,
}

/// How a verb is bent; nouns are `Base` in both numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bend {
    Base,
    Third,
    Past,
    Ing,
}

/// All cues by the forms of their first word.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    cues: Vec<Cue>,
    forms: HashMap<String, Vec<(usize, Bend)>>,
}

impl Cue {
    /// Tells whether a that-clause, a bare clause or a question can follow.
    pub(super) fn takes_clause(&self) -> bool {
        self.takes_clause
    }

    /// Tells whether quoted words can follow or go before.
    pub(super) fn takes_quote(&self) -> bool {
        self.takes_quote
    }

    /// Tells whether "to" and a verb can follow.
    pub(super) fn takes_infinitive(&self) -> bool {
        self.takes_infinitive
    }

    /// Tells whether a noun phrase can follow.
    pub(super) fn takes_noun(&self) -> bool {
        self.takes_noun
    }

    /// Tells whether whoever is spoken to comes before the content.
    pub(super) fn takes_person(&self) -> bool {
        self.takes_person
    }

    /// Tells whether its plain forms are nouns too.
    pub(super) fn is_thing(&self) -> bool {
        self.is_thing
    }

    /// Tells whether the content can follow this preposition.
    pub(super) fn takes(&self, preposition: &str) -> bool {
        self.prepositions.contains(&preposition)
    }
}

impl Lexicon {
    /// Reads the table; a line it cannot read is left out (a test holds that there is none).
    pub(super) fn read(table: &'static str) -> Self {
        let mut lexicon = Lexicon::default();
        for line in lines(table) {
            if let Some((first, irregular, cue)) = read_cue(line) {
                let index = lexicon.cues.len();
                for (form, bend) in forms(first, &irregular, cue.kind) {
                    lexicon.forms.entry(form).or_default().push((index, bend));
                }
                lexicon.cues.push(cue);
            }
        }
        for readings in lexicon.forms.values_mut() {
            readings.sort_by_key(|&(index, _)| (std::cmp::Reverse(lexicon.cues[index].rest.len()), index));
        }
        lexicon
    }

    /// Returns what a lower-case word may be, the cues of most words first.
    pub(super) fn readings(&self, lower: &str) -> impl Iterator<Item = (&Cue, Bend)> {
        let readings = self.forms.get(lower).map_or(&[][..], Vec::as_slice);
        readings.iter().map(|&(index, bend)| (&self.cues[index], bend))
    }

    /// Tells whether a lower-case word is a form of a verb of the table.
    pub(super) fn is_verb(&self, lower: &str) -> bool {
        self.readings(lower).any(|(cue, _)| cue.kind == CueKind::Verb)
    }
}

/// Reads "point out: assert; clause quote; irregular forms" into the first word, its irregular forms and the cue.
fn read_cue(line: &'static str) -> Option<(&'static str, Vec<&'static str>, Cue)> {
    let (words, says) = line.split_once(": ")?;
    let mut says = says.split(';').map(str::trim);
    let class = says.next()?;
    let class = CueClass::ALL.iter().copied().find(|known| known.name() == class)?;
    let (mut takes, irregular): (Vec<_>, Vec<_>) =
        (says.next()?.split_whitespace().collect(), says.next().unwrap_or("").split_whitespace().collect());
    let (kind, words) = match words.split_once(' ') {
        Some(("noun", word)) => (CueKind::Noun, word),
        Some(("adjective", word)) => (CueKind::Adjective, word),
        Some(("according" | "in", _)) => (CueKind::Phrase, words),
        _ => (CueKind::Verb, words),
    };
    let mut words = words.split(' ');
    let first = words.next()?;
    let mut has = |name: &str| {
        let before = takes.len();
        takes.retain(|taken| *taken != name);
        takes.len() < before
    };
    let cue = Cue {
        rest: words.collect(),
        class,
        kind,
        takes_clause: has("clause"),
        takes_quote: has("quote"),
        takes_infinitive: has("infinitive"),
        takes_noun: has("noun"),
        takes_person: has("person"),
        is_thing: has("thing"),
        prepositions: takes,
    };
    Some((first, irregular, cue))
}

/// Bends a word by rule, except where the table gives the form.
fn forms(word: &str, irregular: &[&str], kind: CueKind) -> Vec<(String, Bend)> {
    let mut forms = vec![(word.to_owned(), Bend::Base)];
    match kind {
        CueKind::Adjective | CueKind::Phrase => return forms,
        CueKind::Noun => {
            forms.push((with_s(word), Bend::Base));
            return forms;
        }
        CueKind::Verb => forms.push((with_s(word), Bend::Third)),
    }
    let (ing, past): (Vec<&str>, Vec<&str>) = irregular.iter().partition(|form| form.ends_with("ing"));
    match ing.first() {
        Some(form) => forms.push(((*form).to_owned(), Bend::Ing)),
        None => forms.push((format!("{}ing", silent_e_dropped(word)), Bend::Ing)),
    }
    match past.is_empty() {
        true => forms.push((with_ed(word), Bend::Past)),
        false => forms.extend(past.iter().map(|form| ((*form).to_owned(), Bend::Past))),
    }
    forms
}

fn with_s(word: &str) -> String {
    match consonant_y(word) {
        Some(stem) => format!("{stem}ies"),
        None if word.ends_with(['s', 'x', 'z']) || word.ends_with("ch") || word.ends_with("sh") || word == "go" => {
            format!("{word}es")
        }
        None => format!("{word}s"),
    }
}

fn with_ed(word: &str) -> String {
    match consonant_y(word) {
        Some(stem) => format!("{stem}ied"),
        None if word.ends_with('e') => format!("{word}d"),
        None => format!("{word}ed"),
    }
}

fn silent_e_dropped(word: &str) -> &str {
    match word.strip_suffix('e') {
        Some(stem) if !stem.ends_with(['e', 'o', 'y']) => stem,
        _ => word,
    }
}

/// Returns what stands before a "y" that becomes "ie" ("deny", not "say").
fn consonant_y(word: &str) -> Option<&str> {
    word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    const TABLE: &str = include_str!("tables/cues.txt");

    #[test]
    fn every_line_is_read_and_no_cue_comes_twice() {
        let mut seen = HashSet::new();
        for line in lines(TABLE) {
            assert!(read_cue(line).is_some(), "cannot read {line:?}");
            let name = line.split(':').next();
            assert!(seen.insert(name), "{name:?} stands twice");
        }
    }

    #[test]
    fn verbs_bend_by_rule_and_by_the_table() {
        let bent = |word, irregular: &[&str]| {
            forms(word, irregular, CueKind::Verb).into_iter().map(|(form, _)| form).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(bent("deny", &[]), "deny denies denying denied");
        assert_eq!(bent("accuse", &[]), "accuse accuses accusing accused");
        assert_eq!(bent("say", &["said"]), "say says saying said");
        assert_eq!(bent("admit", &["admitted", "admitting"]), "admit admits admitting admitted");
        assert_eq!(bent("agree", &[]), "agree agrees agreeing agreed");
    }

    #[test]
    fn longer_cues_come_first() {
        let lexicon = Lexicon::read(TABLE);
        let first = lexicon.readings("called").next().expect("a cue");
        assert!(!first.0.rest.is_empty());
    }
}
