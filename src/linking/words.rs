//! The content words of a claim: folded, without inflection, with one word for the names that states and well-known
//! bodies share. Words of grammar are left out. What a word weighs is told in `weights`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::figures::{self, Figure};
use super::tokens::{Token, tokens};
use super::word_lists::{GRAMMAR, SAYING, WHOM};
use crate::hash::{hash_of, mixed};
use crate::name::folded;
use crate::table::named_lines;

/// The words of a text in their order, and the figures among them.
#[derive(Default)]
pub(super) struct Words {
    /// Content words as they are compared. A figure stands as its value.
    pub content: Vec<String>,
    /// Every word folded, words of grammar too, each with the place in `content` where it stands there.
    pub all: Vec<(String, Option<usize>)>,
    pub figures: Vec<Figure>,
}

/// Returns the words by which a text is compared with others, in their order.
///
/// ```
/// use sayso::linking::content_words;
///
/// assert_eq!(content_words("The U.S. has 1,200 tanks"), ["usa", "1200", "tank"]);
/// assert_eq!(content_words("American tank"), ["usa", "tank"]);
/// ```
pub fn content_words(text: &str) -> Vec<String> {
    Words::of(text).content
}

/// Tells whether a content word says no more than who somebody is: "former", "senator", or a part of a name.
pub(super) fn is_of_a_name(word: &str, names: &[&str]) -> bool {
    WHOM.contains(word) || names.iter().any(|name| name.split([' ', '/']).any(|part| part == word))
}

impl Words {
    pub(super) fn of(text: &str) -> Words {
        let tokens = tokens(text);
        let mut words = Words::default();
        let mut at = 0;
        while at < tokens.len() {
            if let Some((taken, name)) = alias(&tokens[at..]) {
                words.take(&tokens[at..at + taken]);
                words.content.push(name.to_owned());
                at += taken;
                continue;
            }
            let token = &tokens[at];
            if let Some((value, taken)) = figures::value(&tokens[at..]) {
                words.figures.push(Figure::new(value, &tokens, at, taken));
                words.take(&tokens[at..at + taken]);
                words.content.push(figures::written(value));
                at += taken;
                continue;
            }
            if GRAMMAR.contains(token.folded.as_str()) {
                words.all.push((token.folded.clone(), None));
            } else {
                words.take(std::slice::from_ref(token));
                words.content.push(token.lemma());
            }
            at += 1;
        }
        words
    }

    /// Tells whether a word of grammar stands among them with which something is said of somebody: "is", "will", "not".
    pub(super) fn say_something(&self) -> bool {
        self.all.iter().any(|(word, place)| place.is_none() && SAYING.contains(word.as_str()))
    }

    /// Notes words as written, before the content word that they make.
    fn take(&mut self, tokens: &[Token]) {
        let place = self.content.len();
        self.all.extend(tokens.iter().map(|token| (token.folded.clone(), Some(place))));
    }
}

/// Returns the hash by which a content word is compared.
pub(super) fn word_hash(word: &str) -> u32 {
    mixed(hash_of(word)) as u32
}

/// Finds the longest name with another, common name at the start of some tokens: how many tokens, and that name.
fn alias(tokens: &[Token]) -> Option<(usize, &'static str)> {
    let most = ALIASES.by_first.get(tokens.first()?.folded.as_str()).copied()?;
    (1..=most.min(tokens.len())).rev().find_map(|taken| {
        let joined = tokens[..taken].iter().map(|token| token.folded.as_str()).collect::<Vec<_>>().join(" ");
        // "US" is a state, "us" is not.
        let is_shouted = taken == 1 && tokens[0].written.chars().all(|character| !character.is_lowercase());
        let capital = is_shouted.then(|| ALIASES.capitals.get(joined.as_str())).flatten();
        capital.or_else(|| ALIASES.names.get(joined.as_str())).map(|name| (taken, *name))
    })
}

/// Names with one common name; those in capitals count only when written so.
struct Aliases {
    names: HashMap<String, &'static str>,
    capitals: HashMap<String, &'static str>,
    /// The most words of a name that begins with this word.
    by_first: HashMap<String, usize>,
}

static ALIASES: LazyLock<Aliases> = LazyLock::new(|| {
    let mut aliases = Aliases { names: HashMap::new(), capitals: HashMap::new(), by_first: HashMap::new() };
    for (name, others) in named_lines(include_str!("tables/aliases.txt")) {
        for other in others.split(", ") {
            let plain = folded(other);
            let first = plain.split(' ').next().unwrap_or_default().to_owned();
            let most = aliases.by_first.entry(first).or_default();
            *most = plain.split(' ').count().max(*most);
            let is_capital = !other.contains(char::is_lowercase);
            let map = if is_capital { &mut aliases.capitals } else { &mut aliases.names };
            map.insert(plain, name);
        }
    }
    aliases
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_for_one_thing() {
        assert_eq!(content_words("The U.S.’s soldiers"), ["usa", "soldier"]);
        assert_eq!(content_words("tell us more"), ["tell", "more"]);
        assert_eq!(content_words("the United States, the U.K."), ["usa", "britain"]);
        assert_eq!(content_words("$2.5 million"), content_words("2,500,000"));
        assert_eq!(content_words("took twelve colours"), content_words("takes 12 colors"));
        assert!(content_words("— ?! …").is_empty());
    }
}
