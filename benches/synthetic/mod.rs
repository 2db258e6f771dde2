//! Invented news in any amount: varied people, bodies, places and claims, the same for the same seed.
//!
//! People and bodies are drawn as in real news, a few very often and most hardly ever (Zipf's law); sentences are put
//! together from parts, so that hardly two claims are alike.

pub mod grown;
pub mod words;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use words::*;

/// An invented piece.
#[allow(dead_code)] // not every benchmark needs all of it
pub struct Piece {
    pub headline: String,
    pub byline: String,
    pub outlet: String,
    pub published_on: String,
    pub text: String,
    /// Who is named in it, in full.
    pub people: Vec<String>,
}

/// SplitMix64 (Steele and others 2014): small, fast, the same everywhere.
pub struct Chance(u64);

impl Chance {
    /// Begins anew with a seed.
    #[allow(dead_code)] // tests draw moments and bytes, benchmarks only pieces
    pub fn new(seed: u64) -> Chance {
        Chance(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut hash = self.0;
        hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        hash ^ (hash >> 31)
    }

    /// Draws a number from 0 up to 1.
    pub fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Draws a number below a bound.
    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }

    fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    /// Draws a rank below `bound` with a chance that falls as one over the rank.
    pub fn rank(&mut self, bound: usize) -> usize {
        ((bound as f64 + 1.0).powf(self.share()) - 1.0) as usize
    }
}

/// Someone who may speak: a person with a body they speak for.
struct Speaker {
    full: String,
    surname: &'static str,
    role: String,
}

fn speaker(chance: &mut Chance) -> Speaker {
    let rank = chance.rank(GIVEN.len() * SURNAMES.len());
    // Neighbouring ranks share neither given name nor surname.
    let (given, surname) = (GIVEN[rank % GIVEN.len()], SURNAMES[(rank / GIVEN.len() + rank * 7) % SURNAMES.len()]);
    let role = format!("{} of {}", ROLES[rank % ROLES.len()], body(rank));
    Speaker { full: format!("{given} {surname}"), surname, role }
}

fn body(rank: usize) -> String {
    format!("the {} {}", PLACES[rank % PLACES.len()], BODIES[(rank / PLACES.len()) % BODIES.len()])
}

/// Returns a statement without its full stop, in the present tense.
fn statement(chance: &mut Chance, about: &Speaker) -> String {
    let subject = match chance.below(4) {
        0 => about.full.clone(),
        1 => {
            let rank = chance.rank(PLACES.len() * BODIES.len());
            body(rank)
        }
        2 => format!("the {} {}", chance.of(ADJECTIVES), chance.of(SUBJECTS)),
        _ => format!("the {} in {}", chance.of(SUBJECTS), chance.of(PLACES)),
    };
    let object = format!("the {} {}", chance.of(ADJECTIVES), chance.of(OBJECTS));
    match chance.below(3) {
        0 => format!("{subject} {} {object} by {} percent", chance.of(VERBS), 2 + chance.below(97)),
        1 => format!("{subject} {} {object} before {}", chance.of(VERBS), chance.of(MONTHS)),
        _ => format!("{subject} {} not {object} in {}", chance.of(&["does", "did", "will"]), chance.of(PLACES)),
    }
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or(String::new(), |first| first.to_uppercase().chain(characters).collect())
}

fn paragraph(chance: &mut Chance, who: &Speaker, other: &Speaker, is_first: bool) -> String {
    let named = if is_first { format!("{}, {},", who.full, who.role) } else { who.surname.to_string() };
    let (one, two) = (statement(chance, other), statement(chance, other));
    match chance.below(7) {
        0 => format!("“{},” {named} said on {}. “{}.”", capitalised(&one), chance.of(DAYS), capitalised(&two)),
        1 => format!("{named} said that {one}, and added that {two}."),
        2 => format!("According to {named} {one}. {}.", capitalised(&two)),
        3 => format!("{named} denied that {one}. “{},” {} said.", capitalised(&two), chance.of(&["he", "she"])),
        4 => format!("{named} accused {} of a mistake and warned that {two}.", other.full),
        5 => format!("{}. {}. Nobody in {} was surprised.", capitalised(&one), capitalised(&two), chance.of(PLACES)),
        _ => format!("“{}”, {named} told reporters in {}, while {two}.", capitalised(&one), chance.of(PLACES)),
    }
}

/// Writes invented pieces to a file, a JSON object a line.
#[allow(dead_code)] // not every benchmark needs a file
pub fn write(path: &Path, count: usize, seed: u64) {
    let mut file = BufWriter::new(File::create(path).expect("a file of pieces"));
    for piece in pieces(count, seed) {
        let line = serde_json::json!({
            "headline": piece.headline, "byline": piece.byline, "outlet": piece.outlet,
            "date": piece.published_on, "text": piece.text,
        });
        writeln!(file, "{line}").expect("written");
    }
}

/// Returns the invented pieces of a seed, one after the other.
pub fn pieces(count: usize, seed: u64) -> impl Iterator<Item = Piece> {
    (0..count).map(move |number| {
        let mut chance = Chance(seed ^ (number as u64).wrapping_mul(0xa076_1d64_78bd_642f));
        let people: Vec<Speaker> = (0..2 + chance.below(4)).map(|_| speaker(&mut chance)).collect();
        let mut met = vec![false; people.len()];
        let paragraphs: Vec<String> = (0..5 + chance.below(8))
            .map(|_| {
                let who = chance.below(people.len());
                let other = (who + 1) % people.len();
                paragraph(&mut chance, &people[who], &people[other], !std::mem::replace(&mut met[who], true))
            })
            .collect();
        let headline = capitalised(&statement(&mut chance, &people[0]));
        let (year, month, day) = (2020 + chance.below(11), 1 + chance.below(12), 1 + chance.below(28));
        Piece {
            headline: headline.chars().take(110).collect(),
            byline: format!("{} {}", chance.of(GIVEN), chance.of(SURNAMES)),
            outlet: format!("{} {}", PLACES[chance.rank(40)], chance.of(&["Herald", "Gazette", "Post"])),
            published_on: format!("{year}-{month:02}-{day:02}"),
            text: paragraphs.join("\n\n"),
            people: people.into_iter().map(|who| who.full).collect(),
        }
    })
}
