//! The parts of a name, and the shorter names that they allow.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::sync::LazyLock;

use super::{REGNAL, SUFFIXES};
use crate::name::other_given_names;

/// Words that lead a surname and belong to it.
const PARTICLES: [&str; 36] = [
    "abd", "abdel", "abdul", "abu", "af", "al", "ap", "bar", "ben", "bin", "bint", "da", "de", "del", "della", "den",
    "der", "di", "do", "dos", "du", "el", "ibn", "la", "las", "le", "los", "mac", "st", "ten", "ter", "van", "vom",
    "von", "zu", "zur",
];

/// Articles of Arabic surnames, which papers drop as often as they print them.
const ARTICLES: [&str; 2] = ["al ", "el "];

/// Words that make a title a role ("Chair of the Water Board"), and a name an epithet ("Olaf the Great").
pub(super) const LINKS: [&str; 5] = ["and", "for", "in", "of", "the"];

static HISPANIC: LazyLock<HashSet<&str>> = LazyLock::new(|| family_names("hispanic"));
static CHINESE: LazyLock<HashSet<&str>> = LazyLock::new(|| family_names("chinese"));
static KOREAN: LazyLock<HashSet<&str>> = LazyLock::new(|| family_names("korean"));

/// The folded words of a name, divided. A word printed with hyphens stays one: "Orlo-Bek" is one surname.
pub(super) struct Parts<'t> {
    /// Given and middle names and initials; also the title of a regnal name.
    pub given: &'t [&'t str],
    /// The last word with its particles.
    pub surname: &'t [&'t str],
    pub suffix: &'t [&'t str],
}

impl<'t> Parts<'t> {
    pub fn of(words: &'t [&'t str]) -> Self {
        let is_suffixed = words.len() > 1 && SUFFIXES.contains(&words[words.len() - 1]);
        let (core, suffix) = words.split_at(words.len() - usize::from(is_suffixed));
        let last = core.len() - 1;
        let particles = core[..last].iter().rev().take_while(|word| PARTICLES.contains(word)).count();
        // A name that begins with a particle has it for a given name: "Ben Carson".
        let start = (last - particles).max(1).min(last);
        Parts { given: &core[..start], surname: &core[start..], suffix }
    }

    /// Returns the shorter names that can stand for this one, folded; may repeat itself.
    pub fn shorter(&self) -> Vec<String> {
        if self.given.iter().any(|word| LINKS.contains(word)) {
            return Vec::new();
        }
        if let [title] = self.given
            && REGNAL.contains(title)
        {
            return vec![joined(&[self.given, self.surname])];
        }
        let mut forms: Vec<String> = self.without_middle().into_iter().collect();
        forms.extend(self.double_surname());
        forms.extend(self.leading_family_name());
        if !self.is_chinese() || CHINESE.contains(self.surname[0]) {
            let surname = joined(&[self.surname]);
            forms.push(joined(&[self.surname, self.suffix]));
            forms.extend(ARTICLES.iter().filter_map(|article| surname.strip_prefix(article)).map(str::to_string));
            forms.push(surname);
        }
        forms.retain(|form| form.len() > 1);
        forms
    }

    /// Returns the first given name with the surname. An initial is no given name: "D. Velden" may be many.
    fn without_middle(&self) -> Option<String> {
        let first = self.given.iter().find(|word| !is_initial(word))?;
        (!PARTICLES.contains(first)).then(|| joined(&[&[first], self.surname, self.suffix]))
    }

    /// Returns the forms of a name with two Spanish surnames, of which the first is the one that papers use.
    fn double_surname(&self) -> Vec<String> {
        let Some((first, given)) = self.given.split_last().filter(|(first, _)| HISPANIC.contains(*first)) else {
            return Vec::new();
        };
        let surnames = joined(&[&[first], self.surname]);
        let mut forms = vec![surnames.clone(), first.to_string()];
        if let Some(name) = given.iter().find(|word| !is_initial(word)) {
            forms.push(joined(&[given, &[first]]));
            forms.push(format!("{name} {first}"));
            forms.push(format!("{name} {surnames}"));
        }
        forms
    }

    /// Returns the same name with shorter forms of the given name, "Bill" for "William": of two such names one is enough to
    /// join them, and it is the longer one, since that comes first when names are settled.
    pub fn nicknamed(&self) -> Vec<String> {
        let given = if let [given] = self.given { given } else { return Vec::new() };
        let surname = joined(&[self.surname, self.suffix]);
        let order = |name: &str| (Reverse(name.len()), name.to_string());
        let variants = other_given_names(given).filter(|other| order(other) > order(given));
        let mut forms: Vec<String> = variants.map(|other| format!("{other} {surname}")).collect();
        // "Zelensky", "Zelenskyy" and "Zelenskiy" are one spelling in Cyrillic.
        let stem = ["skyy", "skiy", "skij"].iter().find_map(|ending| surname.strip_suffix(ending));
        forms.extend(stem.map(|stem| format!("{given} {stem}sky")));
        forms
    }

    fn is_chinese(&self) -> bool {
        matches!(self.given, [first] | [first, _] if CHINESE.contains(first))
    }

    /// Returns a family name that stands first.
    fn leading_family_name(&self) -> Option<String> {
        let is_korean = match self.given {
            [first] => KOREAN.contains(first) && self.surname[0].contains(' '),
            [first, _] => KOREAN.contains(first),
            _ => false,
        };
        (is_korean || self.is_chinese()).then(|| self.given[0].to_string())
    }
}

pub(super) fn is_initial(word: &str) -> bool {
    word.chars().count() == 1
}

pub(super) fn joined(parts: &[&[&str]]) -> String {
    parts.concat().join(" ")
}

fn family_names(people: &str) -> HashSet<&'static str> {
    include_str!("../tables/family_names.txt")
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .find(|(heading, _)| *heading == people)
        .map(|(_, names)| names.split(' ').collect())
        .expect("the table has a line for each people")
}
