//! All that linking needs to know of one claim, made once, so that comparing two is cheap.

use super::attitude::Attitude;
use super::figures::Figure;
use super::given::Given;
use super::people::{last_names, names_of};
use super::sentences::sentences;
use super::sides::Sides;
use super::weights::{grams, weight};
use super::words::{Words, is_of_a_name, word_hash};
use crate::hash::{hash_of, mixed};

/// A claim, laid out for comparison.
#[derive(Debug, Clone)]
pub struct Statement {
    /// Different content words, by hash.
    pub(super) words: Vec<Weighed>,
    /// The first content words in their order, as places in `words`.
    pub(super) order: Vec<u32>,
    /// The words of `words` as they are compared.
    pub(super) spelled: Vec<String>,
    /// Different runs of letters within content words, by hash.
    pub(super) grams: Vec<Weighed>,
    pub(super) figures: Vec<Figure>,
    pub(super) sides: Sides,
    /// Hashes of name keys, sorted, those of places apart.
    pub(super) names: Vec<u64>,
    pub(super) places: Vec<u64>,
    /// Hashes of the last words of people's names, sorted.
    people: Vec<u64>,
    is_denied: bool,
    /// Hashes of the words that only say who somebody is, sorted.
    naming: Vec<u32>,
    /// Whether it says something of anybody at all.
    is_saying: bool,
    /// Whether it names a thing and says nothing of it.
    is_naming_a_thing: bool,
    pub(super) vector: Vec<f32>,
    pub(super) sums: Sums,
    /// Its sentences, where it has several: what one of them rejects, the others do not.
    sentences: Vec<Statement>,
}

/// A word or run of letters, by its hash.
#[derive(Debug, Clone, Copy)]
pub(super) struct Weighed {
    pub hash: u32,
    pub weight: f32,
}

/// Sums over the different words.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sums {
    pub weight: f32,
    pub square: f32,
}

/// How many words keep their order, and how many figures are compared: a list without end must not cost without end.
const ORDERED: usize = 64;
const COUNTED: usize = 16;
/// How many sentences of a claim are laid out one by one, and how long a text is divided at all.
const SENTENCES: usize = 12;
const DIVIDED: usize = 5_000;

impl Statement {
    /// Reads a claim. Takes time in proportion to its length, some tens of microseconds for a sentence.
    pub fn new(given: Given) -> Statement {
        let is_divided = given.text.len() <= DIVIDED;
        let sentences: Vec<&str> = sentences(given.text).take(if is_divided { SENTENCES } else { 0 }).collect();
        let mut statement = Statement::of_sentence(given);
        if sentences.len() > 1 {
            let each = sentences.into_iter().enumerate().map(|(number, text)| {
                // Analysis has read the first one; of the others their words tell.
                let is_negated = given.is_negated.filter(|_| number == 0);
                Statement::of_sentence(Given { text, is_negated, ..given })
            });
            statement.sentences = each.filter(|sentence| sentence.words.len() > 1).collect();
        }
        statement
    }

    fn of_sentence(given: Given) -> Statement {
        let read = Words::of(given.text);
        let mut spelled = read.content.clone();
        spelled.sort_unstable_by_key(|word| word_hash(word));
        spelled.dedup();
        let words: Vec<Weighed> =
            spelled.iter().map(|word| Weighed { hash: word_hash(word), weight: weight(word) }).collect();
        let names = names_of(given.names);
        let pairs = words.iter().zip(&spelled);
        let naming: Vec<u32> =
            pairs.filter(|(_, spelled)| is_of_a_name(spelled, &names)).map(|(word, _)| word.hash).collect();
        let place = |word: &String| words.partition_point(|known| known.hash < word_hash(word)) as u32;
        let mut letters = Vec::new();
        for word in &spelled {
            grams(word, |hash, weight| letters.push(Weighed { hash, weight }));
        }
        letters.sort_unstable_by_key(|gram| gram.hash);
        letters.dedup_by_key(|gram| gram.hash);
        let keys = |is_place: bool| {
            let those = given.names.iter().filter(|key| key.starts_with("place:") == is_place);
            let mut hashes: Vec<u64> = those.map(|key| mixed(hash_of(key))).collect();
            hashes.sort_unstable();
            hashes.dedup();
            hashes
        };
        let says_something = read.say_something();
        let sum = |of: fn(f32) -> f32| words.iter().map(|word| of(word.weight)).sum();
        Statement {
            order: read.content.iter().take(ORDERED).map(place).collect(),
            sums: Sums { weight: sum(|weight| weight), square: sum(|weight| weight * weight) },
            sides: Sides::of(given, &read),
            names: keys(false),
            places: keys(true),
            people: last_names(given.names),
            is_denied: given.attitude == Attitude::Denies,
            is_naming_a_thing: !says_something,
            is_saying: naming.len() < words.len() || says_something,
            naming,
            vector: given.vector.to_vec(),
            figures: read.figures.into_iter().take(COUNTED).collect(),
            grams: letters,
            words,
            spelled,
            sentences: Vec::new(),
        }
    }

    /// Returns its sentences, or itself where it is one. They have the vector of the whole.
    pub(super) fn each(&self) -> &[Statement] {
        if self.is_divided() { &self.sentences } else { std::slice::from_ref(self) }
    }

    /// Tells whether it has several sentences.
    pub(super) fn is_divided(&self) -> bool {
        !self.sentences.is_empty()
    }

    /// Returns the content words that two claims share, the rarest first: what a reader is shown as the reason.
    pub fn shared_words<'a>(&'a self, other: &Statement) -> Vec<&'a str> {
        let is_shared = |word: &Weighed| other.words.binary_search_by_key(&word.hash, |theirs| theirs.hash).is_ok();
        let pairs = self.words.iter().zip(&self.spelled);
        let mut shared: Vec<_> = pairs.filter(|(word, _)| is_shared(word)).collect();
        shared.sort_by(|one, other| other.0.weight.total_cmp(&one.0.weight).then(one.1.cmp(other.1)));
        shared.into_iter().map(|(_, spelled)| spelled.as_str()).collect()
    }

    /// Tells whether the claim says enough to be found again: three different content words or more, and not only who
    /// somebody is. "It", "the plan" and "presidential candidate Anna Lind" are like themselves wherever they stand, and that
    /// tells nothing: such claims have no keys and oppose nobody.
    pub fn is_telling(&self) -> bool {
        self.words.len() > 2 && self.is_saying
    }

    /// Tells whether two claims share more than who somebody is: "his support for the nominee Anna Lind" and "a meeting
    /// with the nominee Anna Lind" do not. "Lind is the nominee" says that, and says it again.
    pub(super) fn shares_more_than_a_name(&self, other: &Statement) -> bool {
        let is_naming = |hash: &u32| [self, other].iter().any(|one| one.naming.binary_search(hash).is_ok());
        let mut shared = self.words.iter().map(|word| word.hash).filter(|hash| other.has_word(*hash));
        let is_that_said = |one: &Statement| one.is_saying && one.naming.len() == one.words.len();
        shared.any(|hash| !is_naming(&hash)) || (is_that_said(self) && is_that_said(other))
    }

    /// Tells whether it names a thing and says nothing of it: "the bridge at Ossa", not "the bridge is late" or "no bridge".
    pub(super) fn names_a_thing(&self) -> bool {
        self.is_naming_a_thing
    }

    /// Returns how many different content words the claim has.
    pub fn count(&self) -> usize {
        self.words.len()
    }

    /// Tells whether two claims speak of people, and of none in common: "Lind is fit for office" says nothing of Ek. Last
    /// names tell, since one piece may have no other.
    pub fn is_of_others(&self, other: &Statement) -> bool {
        let both = !self.people.is_empty() && !other.people.is_empty();
        both && !self.people.iter().any(|name| other.people.binary_search(name).is_ok())
    }

    /// Tells whether a content word stands in the claim.
    pub(super) fn has_word(&self, hash: u32) -> bool {
        self.words.binary_search_by_key(&hash, |word| word.hash).is_ok()
    }

    /// Tells whether it says no, as analysis reads the sentence or its cue, where the other has no word for it.
    pub(super) fn alone_says_no(&self, other: &Statement) -> bool {
        self.sides.is_sure && !other.sides.is_sure && !other.sides.rejects_anything()
    }

    /// Tells whether the cue says of it that it is not so.
    pub(super) fn is_denied(&self) -> bool {
        self.is_denied
    }
}
