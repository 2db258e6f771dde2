//! Lends invented pieces the content words of news, as often as they stand there, so that their claims share about as
//! many keys as those of real pieces.
//!
//! Each piece belongs to a story with words of its own. Of the words of a claim some are the story's, some are drawn by
//! how often news has them (the table by which linking weighs words), and some are as rare as names.

use crate::synthetic::{Chance, Piece};

/// Content words of a sentence, the share of sentences that are quoted, and how many more words those have.
const LEAST_WORDS: usize = 3;
const MORE_WORDS: usize = 6;
const QUOTED: f64 = 0.5;
const MORE_QUOTED: usize = 3;
/// Stories to tell, a few very often, and words of each.
const STORIES: usize = 30_000;
const STORY_WORDS: usize = 40;
/// How many of the claims repeat what the story's people keep saying, but for a word.
const SAID_AGAIN: f64 = 0.03;
/// How many of the words are the story's, and how many of the others are rare.
const OF_STORY: f64 = 0.35;
const RARE: f64 = 0.08;
/// Rare words that there are.
const RARE_WORDS: usize = 1_000_000;

/// The words of news with the share of all words that they and those before them make up.
pub struct Vocabulary(Vec<(&'static str, f64)>);

impl Vocabulary {
    /// Reads the table of weights: of a word that weighs w hundredths, the share of paragraphs that have it is 50,000 to
    /// the power of −w/100.
    pub fn of_news() -> Vocabulary {
        let table = include_str!("../../src/linking/tables/weights.txt").lines();
        let lines = table.filter_map(|line| line.split_once(": ")).filter_map(|(weight, words)| {
            let share = 50_000_f64.powf(-weight.parse::<f64>().ok()? / 100.0);
            Some(words.split(' ').map(move |word| (word, share)))
        });
        let mut sum = 0.0;
        let cumulated = lines.flatten().map(|(word, share)| {
            sum += share;
            (word, sum)
        });
        Vocabulary(cumulated.collect())
    }

    /// Lets each paragraph of a piece end in a sentence, which is to be its claim, in words of its story and of news.
    pub fn lend(&self, number: usize, piece: Piece) -> Piece {
        let mut chance = Chance::new(0x57_0a1e5 ^ (number as u64) << 20);
        let mut story = Chance::new(chance.rank(STORIES) as u64);
        let own: Vec<String> = (0..STORY_WORDS).map(|_| self.word(&mut story)).collect();
        let mut ended = |paragraph: &str| {
            let is_quoted = chance.share() < QUOTED;
            let count = LEAST_WORDS + chance.below(MORE_WORDS) + if is_quoted { MORE_QUOTED } else { 0 };
            let mut lent: Vec<String> = match chance.share() < SAID_AGAIN {
                true => own[..count].to_vec(),
                false => (0..count).map(|_| self.story_word(&own, &mut chance)).collect(),
            };
            let changed = chance.below(count);
            lent[changed] = self.word(&mut chance);
            match is_quoted {
                true => format!("{paragraph} “{}.”", lent.join(" the ")),
                false => format!("{paragraph} {}.", lent.join(" ")),
            }
        };
        let paragraphs: Vec<String> = piece.text.split("\n\n").map(&mut ended).collect();
        Piece { text: paragraphs.join("\n\n"), ..piece }
    }

    fn story_word(&self, own: &[String], chance: &mut Chance) -> String {
        if chance.share() < OF_STORY { own[chance.below(own.len())].clone() } else { self.word(chance) }
    }

    fn word(&self, chance: &mut Chance) -> String {
        if chance.share() < RARE {
            return rare(chance.rank(RARE_WORDS));
        }
        let sum = self.0.last().map_or(0.0, |(_, sum)| *sum);
        let drawn = chance.share() * sum;
        self.0[self.0.partition_point(|(_, upto)| *upto < drawn).min(self.0.len() - 1)].0.to_owned()
    }
}

/// Spells a number in syllables.
fn rare(mut rank: usize) -> String {
    const SYLLABLES: [&str; 16] =
        ["ba", "dor", "fel", "gri", "hul", "jan", "kem", "lo", "mir", "nas", "pol", "rud", "sev", "tam", "vik", "zo"];
    let mut word = String::from("qu");
    while rank > 0 || word.len() < 6 {
        word += SYLLABLES[rank % SYLLABLES.len()];
        rank /= SYLLABLES.len();
    }
    word
}
