//! Which side a claim takes on what it speaks of: it says that a thing is so, that it is not so, or leaves it open; and
//! which of two opposite words it uses. What is opposed to what is decided in `opposition`.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::statement::{Given, Statement, word_hash};
use super::words::Words;

/// Where a claim stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    /// It says that something is so.
    Affirms,
    /// It says that something is not so.
    Rejects,
    /// It asks, or tells what others say.
    Open,
}

/// The sides of one claim.
#[derive(Debug, Clone)]
pub(super) struct Sides {
    pub stand: Stand,
    /// What it says is not so.
    rejected: Vec<Rejected>,
    /// Whether the sentence itself says so, or the cue: analysis has read it, and not only a word been seen.
    pub is_sure: bool,
    /// For each pair of opposites used on one side only: the pair and the side.
    pub opposites: Vec<(u16, bool)>,
}

/// What a sign of rejection bears on.
#[derive(Debug, Clone, PartialEq)]
enum Rejected {
    /// All that the claim speaks of.
    All,
    /// The content words that follow it, by hash: "had no time" rejects no flood.
    Words(Vec<u32>),
}

impl Sides {
    pub(super) fn of(given: Given, words: &Words) -> Sides {
        let rejected = rejected(given, words);
        let is_asking =
            given.text.contains('?') || words.all.first().is_some_and(|(word, _)| ASKING.contains(&&**word));
        let stand = match rejected.is_empty() {
            _ if is_asking || given.attitude == Attitude::Withholds => Stand::Open,
            false => Stand::Rejects,
            // "Ministry: the dam holds" tells what somebody says.
            true if given.text.contains(": ")
                || words.all.iter().any(|(word, _)| TABLE.hedges.contains(word.as_str())) =>
            {
                Stand::Open
            }
            true => Stand::Affirms,
        };
        let is_sure = given.is_negated == Some(true) || given.attitude == Attitude::Denies;
        Sides { stand, rejected, is_sure, opposites: opposites(words) }
    }

    /// Tells whether what is rejected here is said there.
    pub(super) fn rejects(&self, other: &Statement) -> bool {
        self.rejected.iter().any(|rejected| match rejected {
            Rejected::All => true,
            Rejected::Words(hashes) => hashes.iter().any(|hash| other.has_word(*hash)),
        })
    }
}

/// Words by which a content begins that asks: "whether the dam holds".
const ASKING: [&str; 4] = ["whether", "if", "why", "how"];

/// How many content words behind a negation or a verb of rejecting it bears on.
const REACH: (usize, usize) = (2, 3);

/// How many words before a verdict another rejection turns it round: "not a hoax", "denies that it is fake".
const TURNED: usize = 4;

fn rejected(given: Given, words: &Words) -> Vec<Rejected> {
    let signs = signs(words);
    let is_turned = |at: usize| {
        let turns =
            |(before, sign): &(usize, Sign)| *sign != Sign::Verdict && (at.saturating_sub(TURNED)..at).contains(before);
        signs.iter().any(turns)
    };
    let turned: Vec<usize> =
        signs.iter().filter(|(at, sign)| *sign == Sign::Verdict && is_turned(*at)).map(|(at, _)| *at).collect();
    let is_spent = |at: usize| turned.iter().any(|verdict| (at..=at + TURNED).contains(verdict));
    let open: Vec<&(usize, Sign)> = signs.iter().filter(|(at, _)| !is_spent(*at)).collect();
    let mut found: Vec<Rejected> = open.iter().map(|(at, sign)| scope(words, *at, *sign)).collect();
    let opening = given.text.trim_start();
    let is_answer = ["No, ", "No - ", "No – ", "No — ", "Nope", "Sorry, "].iter().any(|no| opening.starts_with(no));
    if is_answer || (given.is_negated == Some(true) && signs.is_empty()) {
        found.push(Rejected::All);
    }
    if given.attitude != Attitude::Denies {
        return found;
    }
    // Who denies a rejection affirms; what exactly is not told by words.
    if found.is_empty() { vec![Rejected::All] } else { Vec::new() }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Negation,
    Denial,
    Verdict,
}

/// Returns the signs of rejection and the places of their words.
fn signs(words: &Words) -> Vec<(usize, Sign)> {
    let pair = |at: usize| Some(format!("{} {}", words.all[at].0, words.all.get(at + 1)?.0));
    let word = |at: Option<usize>| at.and_then(|at| words.all.get(at)).map_or("", |(word, _)| word.as_str());
    // "Those who are not members", "not only the dam": nothing is said not to be so.
    let is_idle = |at: usize| {
        let before = [at.checked_sub(1), at.checked_sub(2)].map(word);
        before.iter().any(|word| matches!(*word, "who" | "which" | "whom"))
            || matches!(word(Some(at + 1)), "only" | "just" | "merely" | "necessarily")
    };
    let sign = |at: usize| {
        let single = TABLE.signs.get(words.all[at].0.as_str()).copied();
        Some((at, single.or_else(|| TABLE.signs.get(pair(at)?.as_str()).copied())?))
    };
    (0..words.all.len()).filter_map(sign).filter(|(at, sign)| *sign != Sign::Negation || !is_idle(*at)).collect()
}

fn scope(words: &Words, at: usize, sign: Sign) -> Rejected {
    let follow = |most: usize| {
        let mut places: Vec<usize> = words.all[at + 1..].iter().filter_map(|(_, place)| *place).collect();
        places.dedup();
        let hashes: Vec<u32> = places.into_iter().take(most).map(|place| word_hash(&words.content[place])).collect();
        if hashes.is_empty() { Rejected::All } else { Rejected::Words(hashes) }
    };
    let is_before_noun = words.all.get(at + 1).is_some_and(|(_, place)| place.is_some());
    match sign {
        Sign::Negation => follow(REACH.0),
        Sign::Denial => follow(REACH.1),
        Sign::Verdict if is_before_noun && ADJECTIVES.contains(&words.all[at].0.as_str()) => follow(1),
        Sign::Verdict => Rejected::All,
    }
}

/// Verdicts that may belong to the noun behind them: "fake papers".
const ADJECTIVES: [&str; 9] =
    ["fake", "false", "bogus", "doctored", "staged", "forged", "misleading", "wrong", "satirical"];

fn opposites(words: &Words) -> Vec<(u16, bool)> {
    let mut used: HashMap<u16, (bool, bool)> = HashMap::new();
    for (pair, side) in words.content.iter().filter_map(|word| TABLE.opposites.get(word.as_str())).flatten() {
        let sides = used.entry(*pair).or_default();
        if *side { sides.1 = true } else { sides.0 = true }
    }
    let one_sided = used.into_iter().filter(|(_, (left, right))| left != right);
    let mut opposites: Vec<(u16, bool)> = one_sided.map(|(pair, (_, right))| (pair, right)).collect();
    opposites.sort_unstable();
    opposites
}

/// How the reporting words stand to what they report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Attitude {
    /// They tell it.
    #[default]
    Tells,
    /// They say of it that it is not so.
    Denies,
    /// They leave it open: "did not say", "refused to", "never denied".
    Withholds,
}

/// Returns how reporting words stand to a content.
///
/// ```
/// use sayso::linking::{Attitude, attitude};
///
/// assert_eq!(attitude("has denied", "that the dam leaks"), Attitude::Denies);
/// assert_eq!(attitude("rejected", "the claim that the dam leaks"), Attitude::Denies);
/// assert_eq!(attitude("rejected", "an offer for the dam"), Attitude::Tells);
/// assert_eq!(attitude("never denied", "that the dam leaks"), Attitude::Withholds);
/// assert_eq!(attitude("declined to say", "that the dam leaks"), Attitude::Withholds);
/// ```
pub fn attitude(cue: &str, content: &str) -> Attitude {
    let words_of = |text: &str| crate::name::folded(text).split(' ').map(str::to_owned).collect::<Vec<_>>();
    let cue = words_of(cue);
    let has = |words: &[String], listed: &HashSet<&str>| words.iter().any(|word| listed.contains(word.as_str()));
    let is_turned = cue.iter().any(|word| {
        TABLE.signs.get(word.as_str()) == Some(&Sign::Negation) || TABLE.withholding.contains(word.as_str())
    });
    let is_denial =
        has(&cue, &TABLE.denials) || (has(&cue, &TABLE.dismissals) && has(&words_of(content), &TABLE.words));
    match (is_turned, is_denial) {
        (true, _) => Attitude::Withholds,
        (false, true) => Attitude::Denies,
        (false, false) => Attitude::Tells,
    }
}

/// Words that a content rejects as a whole: "accusation" of "dismissed his accusation as a lie".
pub(super) struct Rejection {
    pub is_accusation: bool,
    /// Whether "that", "this" or the like stands before them, and nothing else tells whose they are.
    pub is_pointed_at: bool,
    /// Whether they may be more than one claim: "account", "accusations".
    pub is_of_many: bool,
}

/// Returns what words reporting words reject as a whole, where it is what the content is about: among its first words.
pub(super) fn rejected_words(cue: &str, content: &str) -> Option<Rejection> {
    /// "The charge that he hid it" is told in full, and compared as such.
    const FIRST: usize = 7;
    let folded = crate::name::folded(content);
    let words: Vec<&str> = folded.split(' ').collect();
    let at = words.iter().take(FIRST).position(|word| TABLE.words.contains(word))?;
    let begins = |stems: &[&str]| stems.iter().any(|stem| words[at].starts_with(stem));
    // "Account of the night" is a name for words; "accusation of theft" tells what they say.
    let is_name = begins(&["account", "report", "story", "statement", "version", "explanation"]);
    let is_told = words.get(at + 1).is_some_and(|word| *word == "that" || (*word == "of" && !is_name));
    let is_scorned = || {
        let calls = crate::name::folded(cue).split(' ').any(|word| TABLE.calling.contains(word));
        let is_scorn = |word: &&str| TABLE.scorn.contains(*word) || TABLE.signs.get(*word) == Some(&Sign::Verdict);
        calls && words[at + 1..].iter().any(is_scorn)
    };
    let is_rejected = attitude(cue, content) == Attitude::Denies || is_scorned();
    (is_rejected && !is_told).then(|| Rejection {
        is_accusation: begins(&["accus", "alleg", "charge", "criticism"]),
        is_pointed_at: at > 0 && matches!(words[at - 1], "that" | "this" | "those" | "these" | "such"),
        is_of_many: words[at].ends_with('s') || begins(&["account", "story", "version", "explanation"]),
    })
}

#[derive(Default)]
struct Table {
    denials: HashSet<&'static str>,
    dismissals: HashSet<&'static str>,
    withholding: HashSet<&'static str>,
    calling: HashSet<&'static str>,
    scorn: HashSet<&'static str>,
    words: HashSet<&'static str>,
    opposites: HashMap<&'static str, Vec<(u16, bool)>>,
    signs: HashMap<&'static str, Sign>,
    hedges: HashSet<&'static str>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    let mut pairs = 0;
    for (name, listed) in super::lines(include_str!("tables/sides.txt")).filter_map(|line| line.split_once(": ")) {
        match (name, listed.split_once(" / ")) {
            ("pair", Some((left, right))) => {
                for (side, words) in [(false, left), (true, right)] {
                    words.split(' ').for_each(|word| table.opposites.entry(word).or_default().push((pairs, side)));
                }
                pairs += 1;
            }
            ("negate", _) => table.signs.extend(listed.split(", ").map(|word| (word, Sign::Negation))),
            ("deny", _) => table.signs.extend(listed.split(", ").map(|word| (word, Sign::Denial))),
            ("verdict", _) => table.signs.extend(listed.split(", ").map(|word| (word, Sign::Verdict))),
            ("hedge", _) => table.hedges.extend(listed.split(", ")),
            ("denial", _) => table.denials.extend(listed.split(' ')),
            ("dismissal", _) => table.dismissals.extend(listed.split(' ')),
            ("calling", _) => table.calling.extend(listed.split(' ')),
            ("scorn", _) => table.scorn.extend(listed.split(' ')),
            ("withhold", _) => table.withholding.extend(listed.split(' ')),
            ("words", _) => table.words.extend(listed.split(' ')),
            _ => {}
        }
    }
    table
});
