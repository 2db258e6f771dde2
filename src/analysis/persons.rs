//! The persons of one piece: which name means whom. Two of one surname stay apart; a surname alone, or a given name,
//! means the one who has been spoken of most and most lately.

use std::collections::HashMap;

use super::Gender;
use crate::name::is_same_given_name;

/// What a mention counts for the next name of the same person, after so many others: half after about seven.
const FADING: f32 = 0.9;

/// Who is called what, while names are still coming in.
#[derive(Default)]
pub(super) struct Persons {
    /// Whole folded names, and given name with surname.
    by_name: HashMap<String, usize>,
    /// Given name and surname, by surname with its suffix.
    by_surname: HashMap<String, Vec<(String, usize)>>,
    /// The first and the last word of names: all who bear it.
    by_part: HashMap<String, Vec<Bearer>>,
    /// How many names came in.
    count: usize,
}

/// One who is called by a word.
struct Bearer {
    entity: usize,
    /// How much the person was spoken of when last named, the latest counting most.
    weight: f32,
    last: usize,
}

impl Persons {
    /// Returns whom a folded name means, if anybody named before. `is_short` tells whether an entity is so far known by
    /// one word only.
    pub(super) fn meant(
        &self,
        folded: &str,
        gender: Gender,
        genders: &[Gender],
        is_short: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let (plain, suffix) = divided(folded);
        let words: Vec<&str> = plain.split(' ').collect();
        let [given, .., surname] = words.as_slice() else {
            let known = self.latest(plain, gender, genders, |_| true);
            // "Steve" for Steven.
            let short = || self.by_part.keys().filter(|part| is_same_given_name(part, plain)).min();
            return known.or_else(|| self.latest(short()?, gender, genders, |_| true));
        };
        let by_name = |name: &str| self.by_name.get(name).copied();
        // "Actor Tomas Reed" for Tomas Reed, and "Reed Tomas" where the family name comes first.
        let inner = || (1..words.len() - 1).find_map(|from| by_name(&format!("{}{suffix}", words[from..].join(" "))));
        let reversed = || if let [one, other] = words.as_slice() { by_name(&format!("{other} {one}")) } else { None };
        by_name(folded)
            .or_else(|| by_name(&format!("{given} {surname}{suffix}")))
            .or_else(inner)
            .or_else(reversed)
            .or_else(|| {
                let bearers = self.by_surname.get(&format!("{surname}{suffix}"))?;
                let same =
                    |(known, _): &&(String, usize)| is_initial_of(given, known) || is_same_given_name(given, known);
                bearers.iter().find(same).map(|(_, entity)| *entity)
            })
            .or_else(|| self.latest(surname, gender, genders, is_short))
    }

    /// Returns the bearer of a single name who has been spoken of most, and most lately.
    fn latest(
        &self,
        part: &str,
        gender: Gender,
        genders: &[Gender],
        is_meant: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let fits = |bearer: &&Bearer| genders[bearer.entity].agrees(gender) && is_meant(bearer.entity);
        let weight = |bearer: &Bearer| bearer.weight * FADING.powi((self.count - bearer.last) as i32);
        let bearers = self.by_part.get(part)?.iter().filter(fits);
        bearers.max_by(|one, other| weight(one).total_cmp(&weight(other))).map(|bearer| bearer.entity)
    }

    /// Notes that a name was used for a person.
    pub(super) fn note(&mut self, folded: &str, entity: usize) {
        self.count += 1;
        let (plain, suffix) = divided(folded);
        let first = plain.split(' ').next().unwrap_or(plain);
        let surname = plain.rsplit(' ').next().unwrap_or(plain);
        if first != surname {
            self.by_name.entry(folded.to_owned()).or_insert(entity);
            self.by_name.entry(format!("{first} {surname}{suffix}")).or_insert(entity);
            let bearers = self.by_surname.entry(format!("{surname}{suffix}")).or_default();
            if !bearers.iter().any(|(given, _)| given == first) {
                bearers.push((first.to_owned(), entity));
            }
        }
        self.note_part(first, entity);
        if first != surname {
            self.note_part(surname, entity);
        }
    }

    fn note_part(&mut self, part: &str, entity: usize) {
        let bearers = self.by_part.entry(part.to_owned()).or_default();
        match bearers.iter_mut().find(|bearer| bearer.entity == entity) {
            Some(bearer) => {
                bearer.weight = 1.0 + bearer.weight * FADING.powi((self.count - bearer.last) as i32);
                bearer.last = self.count;
            }
            None => bearers.push(Bearer { entity, weight: 1.0, last: self.count }),
        }
    }
}

/// Returns a folded name without "jr" and the like, and that suffix: father and son stay apart.
pub(super) fn divided(folded: &str) -> (&str, &str) {
    let plain = [" jr", " sr", " i", " ii", " iii", " iv"].iter().find_map(|suffix| folded.strip_suffix(suffix));
    plain.map_or((folded, ""), |plain| (plain, &folded[plain.len()..]))
}

/// Tells whether one of two given names is only the initial of the other.
fn is_initial_of(one: &str, other: &str) -> bool {
    (one.len() == 1 || other.len() == 1) && one.chars().next() == other.chars().next()
}
