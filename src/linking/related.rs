//! What two claims have to do with each other, all in all: a dispute, an echo of words, an echo of sense, or nothing.

use super::likeness::{ALIKE, alike, closeness};
use super::opposition::opposed;
use super::quotes::{RUN, longest_shared_run};
use super::statement::Statement;

/// The sorts of link. A dispute of one actor with itself is a shift; who is who is asked when links are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// The same, said again.
    Echo,
    /// One speaks against the other.
    Dispute,
}

impl Relation {
    /// Returns the name used in the database and in exports.
    pub fn name(self) -> &'static str {
        match self {
            Relation::Echo => "echo",
            Relation::Dispute => "dispute",
        }
    }
}

/// A link between two claims, with what speaks for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Related {
    /// Which sort.
    pub relation: Relation,
    /// By which rule: `quotation`, `restatement`, `rejection`, or that of an opposition.
    pub rule: &'static str,
    /// How much of the shorter claim is repeated word by word, or how close the two come; 0 to 1, in thousandths.
    pub score: f64,
    /// What a reader is told.
    pub reason: String,
}

/// A claim as it is compared.
#[derive(Debug, Clone)]
pub struct Compared {
    /// Its content.
    pub text: String,
    /// The same, laid out.
    pub statement: Statement,
    /// The article in which it stands.
    pub article: i64,
    /// The words of its paragraph, hashed, where that is long enough to be carried over from one piece into another.
    pub passage: Option<i64>,
    /// Whether its words are quoted, in part or as a whole.
    pub is_quoted: bool,
    /// Whether somebody is named for it: a loose quotation has words to be found again, and opposes nobody.
    pub is_attributed: bool,
    /// Whether it is told in order to reject or blame: "condemned the plan" is no way to repeat the plan.
    pub is_against: bool,
}

/// How many shared words a reason names.
const TOLD: usize = 6;
/// How many quoted words a reason repeats.
const REPEATED: usize = 12;

/// Returns what links two claims; the same in both directions. Within one article nothing is an echo, nor in a paragraph
/// that was carried over: that is one text printed twice.
pub fn related(one: &Compared, other: &Compared) -> Option<Related> {
    let is_apart = one.article != other.article;
    let close = closeness(&one.statement, &other.statement);
    // The cheap question first: of most claims that meet, it is the only one.
    let is_close = close >= CLOSE && one.is_attributed && other.is_attributed && is_said(one, other);
    if is_close
        && (is_apart || !one.statement.shares_speaker(&other.statement))
        && let Some(found) = opposed(&one.statement, &other.statement)
    {
        let reason = format!("{}; {}", shared(one, other), found.reason);
        return Some(Related { relation: Relation::Dispute, rule: found.rule.name(), score: rounded(close), reason });
    }
    let is_carried_over = one.passage.is_some() && one.passage == other.passage;
    if !is_apart || is_carried_over {
        return None;
    }
    quotation(one, other).or_else(|| if is_close { restatement(one, other, close) } else { None })
}

fn quotation(one: &Compared, other: &Compared) -> Option<Related> {
    if !(one.is_quoted && other.is_quoted) {
        return None;
    }
    let run = longest_shared_run(&one.text, &other.text).filter(|run| run.words >= RUN)?;
    // Of the two spellings the smaller one, so that the reason does not depend on which claim comes first.
    let words = run.one.of(&one.text).min(run.other.of(&other.text));
    let mut told: Vec<&str> = words.split_whitespace().collect();
    let is_cut = told.len() > REPEATED;
    told.truncate(REPEATED);
    let told = told.join(" ");
    let reason = format!("{} equal words: {told}{}", run.words, if is_cut { " …" } else { "" });
    // All of the shorter claim, or a phrase within it.
    let length = |claim: &Compared| claim.text.split_whitespace().count();
    let share = run.words as f32 / length(one).min(length(other)).max(1) as f32;
    Some(Related { relation: Relation::Echo, rule: "quotation", score: rounded(share.min(1.0)), reason })
}

/// How close two claims come at least to say the same thing, or deny it, and not only something of the same thing. Chosen by
/// eye on training articles of one campaign, where nearly all above were restatements, and most denials below denied
/// something else.
const CLOSE: f32 = 0.6;

/// How many content words a claim has at least to state something, and how many of those shared are no names: "the senator
/// from Ossa" states nothing.
const LEAST_WORDS: usize = 4;
const LEAST_PLAIN: usize = 2;

fn restatement(one: &Compared, other: &Compared, close: f32) -> Option<Related> {
    let (ours, theirs) = (&one.statement, &other.statement);
    if one.is_against != other.is_against || ours.is_of_others(theirs) {
        return None;
    }
    let found = alike(ours, theirs);
    if found.score < ALIKE || found.is_clash {
        return None;
    }
    let reason = format!("{}; {}", shared(one, other), found.reason);
    Some(Related { relation: Relation::Echo, rule: "restatement", score: rounded(close), reason })
}

/// Tells whether two claims share enough to be a statement in both.
fn is_said(one: &Compared, other: &Compared) -> bool {
    one.statement.count().min(other.statement.count()) >= LEAST_WORDS && plain_words(one, other) >= LEAST_PLAIN
}

/// Counts the words of three letters and more that both write small.
fn plain_words(one: &Compared, other: &Compared) -> usize {
    let shared = one.statement.shared_words(&other.statement);
    let is_plain = |text: &str, word: &str| {
        // A shared word is without inflection: its first letters are enough to see how it is written.
        let stem: String = word.chars().take(4).collect();
        text.split(|letter: char| !letter.is_alphanumeric()).any(|written| written.starts_with(&stem))
    };
    let plain = shared.iter().filter(|word| word.len() > 2 && word.chars().all(|letter| letter.is_ascii_lowercase()));
    plain.filter(|word| is_plain(&one.text, word) && is_plain(&other.text, word)).count()
}

fn shared(one: &Compared, other: &Compared) -> String {
    let mut words = one.statement.shared_words(&other.statement);
    words.truncate(TOLD);
    match words.is_empty() {
        true => "no word shared".into(),
        false => format!("both: {}", words.join(", ")),
    }
}

/// Rounds a score, so that the last bits of different processors do not show.
fn rounded(score: f32) -> f64 {
    (f64::from(score) * 1000.0).round() / 1000.0
}
