//! Names of people: what belongs to the name, and the shorter names a piece may use instead. Nicknames are not
//! known here, nor whom a surname means when several bear it.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::sync::LazyLock;

use super::{EntityKind, Name, key};
use crate::analysis::Gender;
use crate::name::{folded, other_given_names};

/// Words that lead a surname and belong to it.
const PARTICLES: [&str; 36] = [
    "abd", "abdel", "abdul", "abu", "af", "al", "ap", "bar", "ben", "bin", "bint", "da", "de", "del", "della", "den",
    "der", "di", "do", "dos", "du", "el", "ibn", "la", "las", "le", "los", "mac", "st", "ten", "ter", "van", "vom",
    "von", "zu", "zur",
];

/// Articles of Arabic surnames, which papers drop as often as they print them.
const ARTICLES: [&str; 2] = ["al ", "el "];

/// What tells father from son: part of the name.
const SUFFIXES: [&str; 5] = ["jr", "sr", "ii", "iii", "iv"];

/// Letters after a name that are no part of it.
const CREDENTIALS: [&str; 12] = ["cbe", "esq", "esquire", "kbe", "kc", "mbe", "md", "mep", "mp", "obe", "phd", "qc"];

/// Words that make a title a role ("Chair of the Water Board"), and a name an epithet ("Olaf the Great").
const LINKS: [&str; 5] = ["and", "for", "in", "of", "the"];

/// Titles that stand for a surname: "Pope Francis" is not anybody else called Francis.
const REGNAL: [&str; 8] = ["king", "queen", "prince", "princess", "emperor", "empress", "pope", "patriarch"];

static TITLES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("tables/titles.txt").lines().filter(|line| !line.starts_with('#')).collect());

/// The most words that a title of the table has.
const LONGEST_TITLE: usize = 3;

static HISPANIC: LazyLock<HashSet<&str>> = LazyLock::new(|| family_names("hispanic"));
static CHINESE: LazyLock<HashSet<&str>> = LazyLock::new(|| family_names("chinese"));
static KOREAN: LazyLock<HashSet<&str>> = LazyLock::new(|| family_names("korean"));

/// Returns the name of a person as printed, or none when it is only a title, a role or initials.
///
/// A surname alone whose bearer is told to be a man or a woman has a key of its own, `person:lind/she`: it is short for the
/// names of those alone whom the pronoun can mean, and a surname without a pronoun is short for it in turn.
pub fn name_of(printed: &str, gender: Gender) -> Option<Name> {
    let words: Vec<&str> = printed.split_whitespace().collect();
    let rest = without_titles(&words);
    let is_role = rest.len() < words.len() && rest.first().is_some_and(|word| LINKS.contains(&folded(word).as_str()));
    let name = without_credentials(rest).join(" ").trim_end_matches(',').to_string();
    // "J.R." is two initials, and no "Jr".
    let folded_words: Vec<String> = name.replace('.', ". ").split_whitespace().map(folded).collect();
    // What folds to no word stays as it is: a dash, a possessive "'s" on its own.
    let is_word = |word: &&str| word.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == ' ');
    let words: Vec<&str> = folded_words.iter().map(String::as_str).filter(is_word).collect();
    if is_role || words.iter().all(|word| is_initial(word) || !word.contains(char::is_alphabetic)) {
        return None;
    }
    let parts = Parts::of(&words);
    let mut forms = parts.shorter();
    let mut key = key(EntityKind::Person, &words.join(" "));
    let pronoun = |gender| if gender == Gender::He { "he" } else { "she" };
    match words.as_slice() {
        [surname] if gender != Gender::Any => {
            forms.push(surname.to_string());
            key = format!("{key}/{}", pronoun(gender));
        }
        [_] => {}
        _ => {
            let surname = joined(&[parts.surname, parts.suffix]);
            let bearers = [Gender::He, Gender::She].into_iter().filter(|bearer| bearer.agrees(gender));
            if !surname.contains(' ') && forms.contains(&surname) {
                forms.extend(bearers.map(|bearer| format!("{surname}/{}", pronoun(bearer))));
            }
            forms.extend(parts.nicknamed());
        }
    }
    let mut shorter: Vec<String> = Vec::new();
    for form in forms {
        let form = super::key(EntityKind::Person, &form);
        if form != key && !shorter.contains(&form) {
            shorter.push(form);
        }
    }
    Some(Name { key, kind: EntityKind::Person, name, shorter })
}

/// Tells whether the words are a title and nothing else.
pub fn is_title(printed: &str) -> bool {
    let words: Vec<&str> = printed.split_whitespace().collect();
    without_titles(&words).is_empty()
}

/// Returns the words after the titles; a title that stands for a surname stays.
fn without_titles<'w, 't>(words: &'w [&'t str]) -> &'w [&'t str] {
    let mut rest = words;
    let mut before_last = words;
    while let Some(length) = title_length(rest) {
        before_last = rest;
        rest = &rest[length..];
    }
    let is_regnal = before_last.len() > rest.len() && REGNAL.contains(&folded(before_last[0]).as_str());
    let is_one_name = match rest {
        [_] => true,
        [_, suffix] => SUFFIXES.contains(&folded(suffix).as_str()),
        _ => false,
    };
    if is_regnal && is_one_name { before_last } else { rest }
}

/// Returns how many words the title at the front has.
fn title_length(words: &[&str]) -> Option<usize> {
    (1..=LONGEST_TITLE.min(words.len()))
        .rev()
        .find(|length| TITLES.contains(folded(&words[..*length].join(" ")).as_str()))
}

fn without_credentials<'w, 't>(words: &'w [&'t str]) -> &'w [&'t str] {
    let is_name = |word: &&str| !CREDENTIALS.contains(&folded(word).as_str());
    let end = words.iter().rposition(is_name).map_or(words.len(), |last| last + 1);
    &words[..end]
}

fn is_initial(word: &str) -> bool {
    word.chars().count() == 1
}

/// The folded words of a name, divided. A word printed with hyphens stays one: "Orlo-Bek" is one surname.
struct Parts<'t> {
    /// Given and middle names and initials; also the title of a regnal name.
    given: &'t [&'t str],
    /// The last word with its particles.
    surname: &'t [&'t str],
    suffix: &'t [&'t str],
}

impl<'t> Parts<'t> {
    fn of(words: &'t [&'t str]) -> Self {
        let is_suffixed = words.len() > 1 && SUFFIXES.contains(&words[words.len() - 1]);
        let (core, suffix) = words.split_at(words.len() - usize::from(is_suffixed));
        let last = core.len() - 1;
        let particles = core[..last].iter().rev().take_while(|word| PARTICLES.contains(word)).count();
        // A name that begins with a particle has it for a given name: "Ben Carson".
        let start = (last - particles).max(1).min(last);
        Parts { given: &core[..start], surname: &core[start..], suffix }
    }

    /// Returns the shorter names that can stand for this one, folded; may repeat itself.
    fn shorter(&self) -> Vec<String> {
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
    fn nicknamed(&self) -> Vec<String> {
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

fn joined(parts: &[&[&str]]) -> String {
    parts.concat().join(" ")
}

fn family_names(people: &str) -> HashSet<&'static str> {
    include_str!("tables/family_names.txt")
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .find(|(heading, _)| *heading == people)
        .map(|(_, names)| names.split(' ').collect())
        .expect("the table has a line for each people")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the key and the shorter keys without their kind, as one line.
    fn shown(printed: &str) -> String {
        let name = name_of(printed, Gender::Any).expect("a name");
        let plain = |key: &str| key.strip_prefix("person:").expect("a person").to_string();
        // The surname with a pronoun follows the surname everywhere; a test of its own looks at it.
        let shorter: Vec<String> = name.shorter.iter().map(|key| plain(key)).filter(|key| !key.contains('/')).collect();
        format!("{} > {}", plain(&name.key), shorter.join(", "))
    }

    #[test]
    fn middle_names_and_given_names_may_go() {
        assert_eq!(shown("Tomas R. Velden"), "tomas r velden > tomas velden, velden");
        assert_eq!(shown("J. Robert Amsel"), "j robert amsel > robert amsel, amsel");
        assert_eq!(shown("J.R. Amsel"), "j r amsel > amsel");
        assert_eq!(shown("Amsel"), "amsel > ");
        assert_eq!(shown("Malcolm X"), "malcolm x > ");
    }

    #[test]
    fn titles_and_credentials_are_no_name() {
        assert_eq!(shown("Mr. Velden"), "velden > ");
        assert_eq!(shown("Former Prime Minister Sir Anton Velden, MP"), "anton velden > velden");
        assert_eq!(shown("Secretary of State Ann Velden"), "ann velden > velden");
        assert_eq!(shown("Lt.-Col. Ann Velden, Ph.D."), "ann velden > velden");
        for title in ["Mr.", "Prime Minister", "The Rev.", "Chair of the Water Board", "J.", "J. R.", "Gen. ?!", "King"]
        {
            assert_eq!(name_of(title, Gender::Any), None, "{title}");
        }
        assert!(TITLES.iter().all(|title| title.split(' ').count() <= LONGEST_TITLE));
        assert_eq!(shown("Ann 's Velden — Orlo"), "ann velden orlo > ann orlo, orlo");
        assert_eq!(name_of("Dr. Ann  Velden, MD", Gender::Any).expect("a name").name, "Ann Velden");
    }

    #[test]
    fn a_pronoun_narrows_whom_a_surname_means() {
        let keys = |printed: &str, gender| {
            let name = name_of(printed, gender).expect("a name");
            format!("{} > {}", name.key, name.shorter.join(", ")).replace("person:", "")
        };
        assert_eq!(keys("Lind", Gender::She), "lind/she > lind");
        assert_eq!(keys("Lind", Gender::Any), "lind > ");
        assert_eq!(keys("Anna Lind", Gender::She), "anna lind > lind, lind/she");
        assert_eq!(keys("Ona Lind", Gender::Any), "ona lind > lind, lind/he, lind/she");
    }

    #[test]
    fn short_given_names_join_where_they_are_one_name_only() {
        assert_eq!(
            shown("William Velden"),
            "william velden > velden, bill velden, billy velden, will velden, willie velden"
        );
        assert_eq!(shown("Will Velden"), "will velden > velden");
        assert_eq!(shown("Chris Velden"), "chris velden > velden");
        assert_eq!(shown("Olena Strovskyy"), "olena strovskyy > strovskyy, olena strovsky");
    }

    #[test]
    fn father_and_son_are_apart() {
        assert_eq!(shown("Tomas Velden Jr."), "tomas velden jr > velden jr, velden");
        assert_eq!(shown("Tomas A. Velden III"), "tomas a velden iii > tomas velden iii, velden iii, velden");
    }

    #[test]
    fn a_king_keeps_his_title_for_a_surname() {
        assert_eq!(shown("King Olaf III"), "king olaf iii > king olaf");
        assert_eq!(shown("Pope Anselm"), "pope anselm > ");
        assert_eq!(shown("Princess Ann Velden"), "ann velden > velden");
    }

    #[test]
    fn particles_belong_to_the_surname() {
        assert_eq!(shown("Ada van der Berg"), "ada van der berg > van der berg");
        assert_eq!(shown("Karim al-Hadid"), "karim al hadid > al hadid, hadid");
        assert_eq!(shown("al-Hadid"), "al hadid > hadid");
        assert_eq!(shown("Ann-Marie Orlo-Bek"), "ann marie orlo bek > orlo bek");
        assert_eq!(shown("Olaf the Great"), "olaf the great > ");
        assert_eq!(shown("Omar bin Yazid Al Nasri"), "omar bin yazid al nasri > omar al nasri, al nasri, nasri");
        assert_eq!(shown("Ben Velden"), "ben velden > velden");
    }

    #[test]
    fn the_first_of_two_spanish_surnames_is_used() {
        assert_eq!(
            shown("Ana Lucía Gómez Ibarra"),
            "ana lucia gomez ibarra > ana ibarra, gomez ibarra, gomez, ana lucia gomez, ana gomez, ana gomez ibarra, \
             ibarra"
        );
        assert_eq!(shown("Gómez Ibarra"), "gomez ibarra > gomez, ibarra");
    }

    #[test]
    fn chinese_and_korean_family_names_lead() {
        assert_eq!(shown("Zhang Meilin"), "zhang meilin > zhang");
        assert_eq!(shown("Park Ji-ho"), "park ji ho > park, ji ho");
        assert_eq!(shown("Kim Jae Ho"), "kim jae ho > kim ho, kim, ho");
        assert_eq!(shown("Kim Velden"), "kim velden > velden");
        assert_eq!(shown("Mei Zhang"), "mei zhang > zhang");
    }

    #[test]
    fn a_foreign_script_meets_the_latin_one() {
        assert_eq!(shown("Иван Бельский"), shown("Ivan Belskiy"));
    }
}
