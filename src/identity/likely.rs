//! Names that may be one actor's, without being sure: for people to decide on.

use std::collections::HashMap;

use crate::name::is_same_given_name;

/// How like two words must be, by Jaro and Winkler, to be spellings of one: one letter amiss in six is.
const LIKE: f64 = 0.93;

/// Why two names may be one.
#[derive(Debug, Clone, PartialEq)]
pub struct Likely {
    /// How likely, 0 to 1: an order, not a probability.
    pub score: f64,
    /// In words.
    pub evidence: String,
}

/// Returns the pairs of these name keys that may be one actor's, as indices, the first one smaller. Keys are compared with
/// those alone that share a block: for people the beginning of the surname as it sounds, for all else the first word or the initials.
pub fn likely_pairs(keys: &[&str]) -> Vec<(usize, usize, Likely)> {
    let mut blocks: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, key) in keys.iter().enumerate() {
        for block in blocks_of(key) {
            blocks.entry(block).or_default().push(index);
        }
    }
    let mut pairs: HashMap<(usize, usize), Likely> = HashMap::new();
    for block in blocks.values() {
        for (nth, &one) in block.iter().enumerate() {
            for &other in &block[nth + 1..] {
                if let Some(likely) = likely(keys[one], keys[other]) {
                    pairs.insert((one.min(other), one.max(other)), likely);
                }
            }
        }
    }
    let mut pairs: Vec<(usize, usize, Likely)> =
        pairs.into_iter().map(|((one, other), likely)| (one, other, likely)).collect();
    pairs.sort_by(|a, b| b.2.score.total_cmp(&a.2.score).then_with(|| (a.0, a.1).cmp(&(b.0, b.1))));
    pairs
}

fn parts(key: &str) -> (&str, &str) {
    let (kind, plain) = key.split_once(':').unwrap_or(("other", key));
    (kind, plain.split('/').next().unwrap_or(plain))
}

fn blocks_of(key: &str) -> Vec<String> {
    let (kind, plain) = parts(key);
    let words: Vec<&str> = plain.split(' ').collect();
    let beginning = |word: &str| word.chars().take(3).collect::<String>();
    let Some(last) = words.last() else { return Vec::new() };
    if kind == "person" {
        return vec![format!("person {}", sounded(last).chars().take(2).collect::<String>())];
    }
    let initials: String = words.iter().filter_map(|word| word.chars().next()).collect();
    let acronym = if words.len() > 1 { initials } else { plain.to_string() };
    vec![format!("{kind} {}", beginning(words[0])), format!("acronym {acronym}")]
}

/// Tells why two name keys may be one actor's; none where nothing speaks for it.
fn likely(one: &str, other: &str) -> Option<Likely> {
    let ((kind, one), (other_kind, other)) = (parts(one), parts(other));
    let said = |score: f64, evidence: String| Some(Likely { score, evidence });
    if kind == "person" && other_kind == "person" {
        return likely_people(one, other);
    }
    if kind == "person" || other_kind == "person" {
        return None;
    }
    let initials = |name: &str| name.split(' ').filter_map(|word| word.chars().next()).collect::<String>();
    for (short, long) in [(one, other), (other, one)] {
        if short.len() > 1 && long.contains(' ') && initials(long) == short {
            return said(0.7, format!("{short} are the first letters of {long}"));
        }
    }
    let (likeness, spelled) = (strsim::jaro_winkler(one, other), "nearly the same letters");
    match kind == other_kind && likeness >= LIKE && same_numbers(one, other) {
        true if one == other => said(0.95, "the same words".into()),
        true => said(likeness * 0.9, spelled.into()),
        false => None,
    }
}

fn likely_people(one: &str, other: &str) -> Option<Likely> {
    let (a, b): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), other.split(' ').collect());
    let (surname, other_surname) = (a[a.len() - 1], b[b.len() - 1]);
    let surnames = strsim::jaro_winkler(&sounded(surname), &sounded(other_surname));
    let said = |score: f64, evidence: String| Some(Likely { score, evidence });
    if a.len() == 1 || b.len() == 1 {
        let evidence = format!("{surname} alone; the corpus has others of the name");
        return if surname == other_surname && a.len() != b.len() { said(0.5, evidence) } else { None };
    }
    let (given, other_given) = (a[0], b[0]);
    let has_other_middle = a.len() > 2 && b.len() > 2 && a[1..a.len() - 1] != b[1..b.len() - 1];
    let is_initial = (given.len() == 1 || other_given.len() == 1) && given.chars().next() == other_given.chars().next();
    match (surname == other_surname, surnames >= LIKE) {
        _ if has_other_middle => None,
        (true, _) if is_same_given_name(given, other_given) => {
            said(0.9, format!("{given} and {other_given} are one given name"))
        }
        (true, _) if is_initial => said(0.75, "an initial that fits".into()),
        (true, _) if strsim::jaro_winkler(given, other_given) >= LIKE => {
            said(0.8, format!("{given} and {other_given} have nearly the same letters"))
        }
        (false, true) if is_same_given_name(given, other_given) => {
            said(0.85 * surnames, format!("{surname} and {other_surname} sound nearly the same"))
        }
        _ => None,
    }
}

/// Returns a folded surname with one spelling for what alphabets are turned into Latin letters by in several ways.
fn sounded(surname: &str) -> String {
    const SPELLINGS: [(&str, &str); 9] = [
        ("dzh", "j"),
        ("zh", "j"),
        ("kh", "h"),
        ("tch", "ch"),
        ("yy", "y"),
        ("iy", "y"),
        ("ij", "y"),
        ("ck", "k"),
        ("ph", "f"),
    ];
    SPELLINGS.iter().fold(surname.to_string(), |word, (from, to)| word.replace(from, to))
}

/// Guards against "District 4" and "District 5", "North Ossa" and "South Ossa".
fn same_numbers(one: &str, other: &str) -> bool {
    let told = |name: &str| -> Vec<String> {
        let is_told = |word: &&str| {
            word.chars().any(|c| c.is_ascii_digit())
                || matches!(
                    *word,
                    "north" | "south" | "east" | "west" | "northern" | "southern" | "eastern" | "western"
                )
        };
        name.split(' ').filter(is_told).map(str::to_string).collect()
    };
    told(one) == told(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(one: &str, other: &str) -> Option<String> {
        likely_pairs(&[one, other]).pop().map(|(_, _, likely)| likely.evidence)
    }

    #[test]
    fn people_are_likely_one_by_given_names_initials_and_letters() {
        assert!(evidence("person:chris velden", "person:christopher velden").is_some());
        assert!(evidence("person:a velden", "person:anna velden").is_some());
        assert!(evidence("person:anna veldenberg", "person:anna veldenburg").is_some());
        assert!(evidence("person:temur dzhavlan", "person:temur javlan").is_some());
        assert_eq!(evidence("person:anna velden", "person:per velden"), None);
        assert_eq!(evidence("person:anna b velden", "person:anna c velden"), None);
        assert_eq!(evidence("person:anna velden", "organisation:anna velden"), None);
    }

    #[test]
    fn things_are_likely_one_by_letters_and_initials_and_never_across_points_of_the_compass() {
        assert!(evidence("organisation:northport water bord", "organisation:northport water board").is_some());
        assert!(evidence("organisation:nwb", "organisation:northport water board").is_some());
        assert_eq!(evidence("place:north ossa", "place:north osse b 4"), None);
        assert_eq!(evidence("place:north korea", "place:south korea"), None);
        assert_eq!(evidence("organisation:district court 4", "organisation:district court 5"), None);
    }
}
