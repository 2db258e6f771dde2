//! Names of people: what belongs to the name, and the shorter names a piece may use instead. Nicknames are not
//! known here, nor whom a surname means when several bear it.

mod parts;
mod titles;

pub use titles::is_title;

use parts::{LINKS, Parts, is_initial, joined};
use titles::{without_credentials, without_titles};

use super::{EntityKind, Name, key};
use crate::analysis::Gender;
use crate::name::folded;

/// What tells father from son: part of the name.
const SUFFIXES: [&str; 5] = ["jr", "sr", "ii", "iii", "iv"];

/// Titles that stand for a surname: "Pope Francis" is not anybody else called Francis.
const REGNAL: [&str; 8] = ["king", "queen", "prince", "princess", "emperor", "empress", "pope", "patriarch"];

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
