//! Shorter names of organisations: without the legal form, and the acronym a piece uses. What a table lists is
//! decided before.

use super::{EntityKind, key};
use crate::name::folded;

/// Legal forms of companies, folded.
const LEGAL_FORMS: [&str; 34] = [
    "ab",
    "ag",
    "as",
    "asa",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "gmbh",
    "inc",
    "incorporated",
    "jsc",
    "kg",
    "kgaa",
    "limited",
    "llc",
    "llp",
    "lp",
    "ltd",
    "nv",
    "oao",
    "ooo",
    "oy",
    "oyj",
    "pao",
    "plc",
    "pte",
    "pty",
    "sa",
    "sarl",
    "se",
    "spa",
    "srl",
];

/// The most letters that an acronym has; longer words in capitals are shouted.
const LONGEST_ACRONYM: usize = 10;

/// Returns the keys of the shorter names that can stand for a folded name, given the other names of the piece.
pub fn shorter(plain: &str, aliases: &[String]) -> Vec<String> {
    let mut forms: Vec<String> = without_legal_form(plain).map(str::to_string).into_iter().collect();
    for alias in aliases.iter().filter(|alias| is_acronym_of(alias, plain)) {
        let acronym = folded(alias).replace(' ', "");
        if acronym != plain && !forms.contains(&acronym) {
            forms.push(acronym);
        }
    }
    forms.iter().map(|form| key(EntityKind::Organisation, form)).collect()
}

fn without_legal_form(plain: &str) -> Option<&str> {
    let mut rest = plain;
    while let Some((front, _)) = rest.rsplit_once(' ').filter(|(_, last)| LEGAL_FORMS.contains(last)) {
        rest = front;
    }
    (rest.len() < plain.len()).then_some(rest)
}

/// Tells whether an alias in capitals is made of first letters of the name, in order, beginning with its first.
fn is_acronym_of(alias: &str, plain: &str) -> bool {
    let letters: Vec<char> = folded(alias).chars().filter(|letter| *letter != ' ').collect();
    let is_printed_in_capitals = alias.chars().all(|letter| !letter.is_lowercase());
    if !is_printed_in_capitals || !(2..=LONGEST_ACRONYM).contains(&letters.len()) {
        return false;
    }
    let mut initials = plain.split(' ').filter_map(|word| word.chars().next()).peekable();
    initials.peek() == letters.first() && letters.iter().all(|letter| initials.any(|initial| initial == *letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acronyms_fit_the_first_letters() {
        assert!(is_acronym_of("NRF", "northern rivers front of estavia"));
        assert!(is_acronym_of("N.R.F.", "northern rivers front"));
        assert!(is_acronym_of("MCA", "ministry of commerce and agriculture"));
        assert!(!is_acronym_of("Nrf", "northern rivers front"));
        assert!(!is_acronym_of("NRX", "northern rivers front"));
        assert!(!is_acronym_of("RF", "northern rivers front"));
        assert!(!is_acronym_of("N", "northern rivers front"));
        assert!(!is_acronym_of("", ""));
    }

    #[test]
    fn legal_forms_may_go() {
        assert_eq!(without_legal_form("velden water gmbh co kg"), Some("velden water"));
        assert_eq!(without_legal_form("velden water"), None);
        assert_eq!(without_legal_form("company"), None);
    }

    #[test]
    fn a_shorter_name_stands_once() {
        let aliases = ["VW".to_string(), "V.W.".to_string(), "Velden".to_string()];
        assert_eq!(shorter("velden water ltd", &aliases), ["organisation:velden water", "organisation:vw"]);
    }
}
