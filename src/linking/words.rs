//! The content words of a claim: folded, without inflection, with one word for the names that states and well-known
//! bodies share. Words of grammar are left out. What a word weighs is told in `weights`.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::figures::{self, Figure};
use crate::model::lemmas::lemma;
use crate::name::folded;

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

/// A word or number as it stands in a text.
pub(super) struct Token<'a> {
    /// As written.
    pub written: &'a str,
    /// As compared.
    pub folded: String,
    /// Whether a sign of money stands before it, or of percent behind it.
    pub sign: Option<char>,
}

impl Token<'_> {
    /// Returns the word without inflection. Which tag it has is not known here: the ending alone decides, which is
    /// enough, because both claims are treated alike.
    pub(super) fn lemma(&self) -> String {
        let word = self.folded.as_str();
        let ends = |ending| word.len() > 4 && word.ends_with(ending);
        let base = match word {
            _ if word.len() < 3 => word.into(),
            _ if ends("ing") => lemma(word, "VERB", "VBG"),
            _ if ends("ed") => lemma(word, "VERB", "VBD"),
            _ if word.len() > 3 && word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end)) => {
                lemma(word, "NOUN", "NNS")
            }
            _ if IRREGULAR.contains(word) => lemma(word, "VERB", "VBD"),
            _ => word.into(),
        };
        SPELLINGS.get(base.as_ref()).map_or_else(|| base.to_string(), |same| (*same).to_owned())
    }
}

/// Divides a text into words and numbers; marks are dropped.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let is_inner = |character: char| matches!(character, '\'' | '’' | '.' | ',');
    let mut found = Vec::new();
    for chunk in text.split(|character: char| !character.is_alphanumeric() && !is_inner(character)) {
        let chunk = chunk.trim_matches(is_inner);
        let chunk = chunk.strip_suffix("'s").or_else(|| chunk.strip_suffix("’s")).unwrap_or(chunk);
        let is_number = chunk.starts_with(|first: char| first.is_ascii_digit());
        let is_initials = chunk.split('.').all(|part| part.chars().count() <= 2) && !chunk.contains(',');
        let parts = chunk.split(|character| !is_number && !is_initials && matches!(character, '.' | ','));
        for written in parts.filter(|part| part.contains(char::is_alphanumeric)) {
            let plain = match is_number {
                true => written.to_lowercase(),
                false => folded(written),
            };
            found.push(Token { written, folded: plain, sign: sign(text, written) });
        }
    }
    found
}

/// Returns the sign of money before, or of percent after, a part of a text.
fn sign(text: &str, part: &str) -> Option<char> {
    let start = part.as_ptr() as usize - text.as_ptr() as usize;
    let before = text[..start].chars().next_back().filter(|mark| matches!(mark, '$' | '€' | '£' | '¥'));
    before.or_else(|| text[start + part.len()..].starts_with('%').then_some('%'))
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
    for (name, others) in super::lines(include_str!("tables/aliases.txt")).filter_map(|line| line.split_once(": ")) {
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

/// British spellings to American ones, from the same table as what is no content.
static SPELLINGS: LazyLock<HashMap<&str, &str>> =
    LazyLock::new(|| listed("spellings").filter_map(|pair| pair.split_once('=')).collect());

/// Words that carry grammar and no content, forms of reporting among them.
static GRAMMAR: LazyLock<HashSet<&str>> = LazyLock::new(|| listed("grammar").collect());

/// Words of grammar with which something is said of somebody.
static SAYING: LazyLock<HashSet<&str>> = LazyLock::new(|| listed("saying").collect());

/// Content words that say no more than who somebody is.
static WHOM: LazyLock<HashSet<&str>> = LazyLock::new(|| listed("whom").collect());

/// Past forms that no ending tells.
static IRREGULAR: LazyLock<HashSet<&str>> = LazyLock::new(|| listed("irregular").collect());

/// Returns the words on the lines of `tables/words.txt` that begin with a name.
fn listed(name: &'static str) -> impl Iterator<Item = &'static str> {
    let lines = super::lines(include_str!("tables/words.txt"));
    lines.filter_map(move |line| line.strip_prefix(name)?.strip_prefix(": ")).flat_map(str::split_whitespace)
}

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
