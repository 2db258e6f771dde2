//! What two claims have to do with each other, all in all: a dispute, an echo of words, an echo of sense, or nothing.

use super::likeness::{ALIKE, alike, closeness};
use super::opposition::{opposed, opposed_at_all};
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
    /// The reporting words.
    pub cue: String,
    /// The name of the class of these words: "assert", "deny" …
    pub cue_class: String,
    /// The name key of the speaker; empty where nobody is named.
    pub speaker: String,
    /// Name keys of whom it is about.
    pub about: Vec<String>,
    /// The article in which it stands.
    pub article: i64,
    /// Number of the paragraph in which it begins.
    pub paragraph: i64,
    /// The words of its paragraph, hashed, where that is long enough to be carried over from one piece into another.
    pub passage: Option<i64>,
    /// Whether its words are quoted, in part or as a whole.
    pub is_quoted: bool,
    /// Whether somebody is named for it: a loose quotation has words to be found again, and opposes nobody.
    pub is_attributed: bool,
}

/// Cue classes whose words say that a thing is so. To demand, praise, criticise or ask says nothing of the kind.
const TELLING: [&str; 8] = ["assert", "believe", "report", "deny", "warn", "promise", "plan", "accuse"];

impl Compared {
    /// Tells whether the cue says that a thing is so, or is not.
    fn is_telling(&self) -> bool {
        TELLING.contains(&self.cue_class.as_str())
    }

    /// Tells whether it is told in order to reject or blame: "condemned the plan" is no way to repeat the plan.
    fn is_against(&self) -> bool {
        matches!(self.cue_class.as_str(), "deny" | "criticise")
    }

    /// Tells whether it accuses somebody.
    pub(super) fn is_accusing(&self) -> bool {
        self.cue_class == "accuse"
    }
}

/// How many shared words a reason names.
const TOLD: usize = 6;
/// How many quoted words a reason repeats.
const REPEATED: usize = 12;

/// Returns what links two claims of two pieces; the same in both directions. In a paragraph that was carried over nothing is
/// an echo: that is one text printed twice.
pub fn related(one: &Compared, other: &Compared) -> Option<Related> {
    if one.article == other.article {
        return None;
    }
    if let Some(found) = dispute(one, other) {
        return Some(found);
    }
    let is_carried_over = one.passage.is_some() && one.passage == other.passage;
    if is_carried_over { None } else { quotation(one, other).or_else(|| restatement(one, other)) }
}

/// How close two claims come at least to say the same thing, or deny it, and not only something of the same thing. Chosen by
/// eye on training articles of one campaign, where nearly all above were restatements, and most denials below denied
/// something else.
const CLOSE: f32 = 0.6;

/// How close claims come at least to oppose each other.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Bounds {
    /// Where only a word tells that they do.
    unsure: f32,
    /// Where the sentence itself says no.
    negated: f32,
    /// Where the cue does.
    denied: f32,
    /// How many content words the shorter one has at least.
    words: usize,
    /// How many paragraphs lie between them at most, in one article.
    paragraphs: i64,
}

// By eye on training articles, as above: what an analysed sentence denies may be told in other words, the more so the
// nearer it stands to what it denies.
const APART: Bounds = Bounds {
    unsure: CLOSE,
    negated: LEAST_CLOSENESS,
    denied: LEAST_CLOSENESS,
    words: LEAST_WORDS,
    paragraphs: i64::MAX,
};
/// Of one actor on two days: who repeats a thing with a "not" elsewhere in it has not turned round.
const OF_ONE: Bounds = Bounds { negated: 0.5, denied: 0.5, ..APART };
/// In one article.
const NEAR: Bounds = Bounds { unsure: CLOSE, negated: 0.35, denied: 0.25, words: 2, paragraphs: 4 };

/// The least closeness at which anything but a quotation can link claims of two pieces.
pub const LEAST_CLOSENESS: f32 = 0.45;

/// Returns how two claims dispute each other, if they do.
pub(super) fn dispute(one: &Compared, other: &Compared) -> Option<Related> {
    let (ours, theirs) = (&one.statement, &other.statement);
    let is_one_piece = one.article == other.article;
    let bounds = match is_one_piece {
        true => NEAR,
        false if !one.speaker.is_empty() && one.speaker == other.speaker => OF_ONE,
        false => APART,
    };
    let is_far = (one.paragraph - other.paragraph).abs() > bounds.paragraphs;
    if !(one.is_attributed && other.is_attributed) || (is_one_piece && (is_far || !is_between_two(one, other))) {
        return None;
    }
    let found = if is_one_piece { opposed_at_all(ours, theirs) } else { opposed(ours, theirs) }?;
    let bound = match (found.is_sure, ours.is_denied() || theirs.is_denied()) {
        (true, true) => bounds.denied,
        (true, false) => bounds.negated,
        (false, _) => bounds.unsure,
    };
    // A headline's colon asserts as well as "said": what is denied in nearly the same words needs no cue that tells.
    let is_told = (one.is_telling() && other.is_telling()) || (found.is_sure && found.close >= CLOSE);
    if !is_told || found.close < bound || !is_said(one, other, bounds.words) || is_of_two_selves(one, other) {
        return None;
    }
    let reason = format!("{}; {}", shared(one, other), found.reason);
    let rule = found.rule.name();
    Some(Related { relation: Relation::Dispute, rule, score: rounded(found.close), reason })
}

/// Tells whether two are known to speak, and not one with itself: within one piece that is a manner of speaking.
fn is_between_two(one: &Compared, other: &Compared) -> bool {
    !one.speaker.is_empty() && !other.speaker.is_empty() && one.speaker != other.speaker
}

/// Tells whether a claim is of its speaker's own doing and the other one is not about that speaker: "I will come" and "she
/// will not come" oppose each other only where she is the one who said so.
fn is_of_two_selves(one: &Compared, other: &Compared) -> bool {
    let is_elsewhere = |own: &Compared, other: &Compared| {
        let name = own.speaker.split_once(':').map_or("", |(_, name)| name);
        let is_named = name
            .split(' ')
            .any(|word| word.len() > 2 && crate::name::folded(&other.text).split(' ').any(|said| said == word));
        is_of_self(&own.text) && own.speaker != other.speaker && !is_named && !other.about.contains(&own.speaker)
    };
    is_elsewhere(one, other) || is_elsewhere(other, one)
}

/// Tells whether a content begins with what its speaker does: "he …", "we …", "having …".
fn is_of_self(text: &str) -> bool {
    let folded = crate::name::folded(text);
    let first = folded.split(' ').find(|word| *word != "that").unwrap_or_default();
    matches!(first, "i" | "im" | "ive" | "we" | "he" | "she" | "any" | "to")
        || (first.len() > 4 && first.ends_with("ing"))
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

/// How many content words a claim has at least to state something, and how many of those shared are no names: "the senator
/// from Ossa" states nothing.
const LEAST_WORDS: usize = 4;
const LEAST_PLAIN: usize = 2;

fn restatement(one: &Compared, other: &Compared) -> Option<Related> {
    let (ours, theirs) = (&one.statement, &other.statement);
    // The cheap question first: of most claims that meet, it is the only one.
    let close = closeness(ours, theirs);
    if close < CLOSE || !(one.is_attributed && other.is_attributed && is_said(one, other, LEAST_WORDS)) {
        return None;
    }
    if one.is_against() != other.is_against() || ours.is_of_others(theirs) {
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
fn is_said(one: &Compared, other: &Compared, least: usize) -> bool {
    one.statement.count().min(other.statement.count()) >= least && plain_words(one, other) >= LEAST_PLAIN
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
