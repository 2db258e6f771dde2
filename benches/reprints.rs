//! How well reprints are found, and what finding them costs.
//!
//!     cargo bench --bench reprints -- FOLDER           edits the articles of a folder at five strengths and scores the pairs
//!     cargo bench --bench reprints -- FOLDER seed=11   the same with other edits
//!     cargo bench --bench reprints -- cost             time per article as a corpus of invented articles grows
//!     cargo bench --bench reprints -- cost compared    of one kind only
//!
//! Nothing is analysed: what a text says does not matter here. Scoring exits with status 1 below its floors. Costs are
//! processor time of the writing thread, that of the system's calls included, where the system tells it: what other
//! programs do to the clock is left out, and so is waiting for the disk. How the clock's ratio came out is told beside it.

#![allow(clippy::print_stdout)] // a benchmark reports

#[path = "reprints/edits.rs"]
mod edits;
#[path = "reprints/pieces.rs"]
mod pieces;
#[path = "synthetic/mod.rs"]
mod synthetic;

use std::collections::{BTreeMap, BTreeSet};
use std::process::ExitCode;
use std::time::Instant;

use edits::{STRENGTHS, edited};
use pieces::Piece;
use sayso::corpus::Corpus;
use sayso::record::Cell;
use synthetic::Chance;

/// In percent: of the pairs found, and of the pairs made.
const FLOORS: (f64, f64) = (99.0, 98.0);
const SEED: u64 = 7;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    match arguments.first().map(String::as_str) {
        None => println!("name a folder of articles, or say: cost"),
        Some("cost") => cost(&arguments[1..]),
        Some(_) => return score(&arguments),
    }
    ExitCode::SUCCESS
}

/// A pair of pieces, the smaller number first.
type Pair = (usize, usize);

fn score(arguments: &[String]) -> ExitCode {
    let (seeds, folders): (Vec<String>, Vec<String>) =
        arguments.iter().cloned().partition(|argument| argument.starts_with("seed="));
    let seed = seeds.first().map_or(SEED, |seed| seed["seed=".len()..].parse().expect("a seed is a number"));
    let originals = pieces::read(&folders);
    println!("{} articles, {} words on average", originals.len(), words(&originals) / originals.len().max(1));
    let among = pairs_found(&originals);
    for (one, other) in &among {
        println!("found among the articles themselves: {} | {}", originals[*one].name, originals[*other].name);
    }
    println!("{:44} {:>6} {:>6} {:>6} {:>10} {:>7}", "edit", "pairs", "found", "right", "precision", "recall");
    let mut is_kept = true;
    let mut all = originals.clone();
    for (number, strength) in STRENGTHS.iter().enumerate() {
        let mut chance = Chance::new(seed + number as u64);
        let copies: Vec<Piece> = originals.iter().map(|original| edited(original, strength, &mut chance)).collect();
        all.extend(copies.iter().cloned());
        let both: Vec<Piece> = originals.iter().chain(&copies).cloned().collect();
        is_kept &= tell(strength.name, &both, originals.len(), &among);
    }
    is_kept &= tell("all five beside each other", &all, originals.len(), &among);
    if !is_kept {
        println!("below the floors of {} and {}", FLOORS.0, FLOORS.1);
    }
    ExitCode::from(u8::from(!is_kept))
}

/// Scores pieces of which each stands for the original with its number modulo `originals`. What was found among the
/// originals without any copies is told above, and its copies are neither right nor wrong.
fn tell(name: &str, pieces: &[Piece], originals: usize, among: &BTreeSet<Pair>) -> bool {
    let family = |piece: usize| piece % originals;
    let is_related = |(one, other): Pair| {
        let (one, other) = (family(one), family(other));
        among.contains(&(one.min(other), one.max(other)))
    };
    let mut made: BTreeSet<Pair> = BTreeSet::new();
    for one in 0..pieces.len() {
        made.extend((one + 1..pieces.len()).filter(|other| family(one) == family(*other)).map(|other| (one, other)));
    }
    let found: BTreeSet<Pair> = pairs_found(pieces).into_iter().filter(|pair| !is_related(*pair)).collect();
    let right = found.intersection(&made).count();
    for (one, other) in found.difference(&made).take(5) {
        println!("  wrong: {} | {}", pieces[*one].name, pieces[*other].name);
    }
    for (one, other) in made.difference(&found).take(5) {
        println!("  missed: {} | {} ({} words)", pieces[*one].name, pieces[*other].name, pieces[*other].words());
    }
    let (precision, recall) = (percent(right, found.len()), percent(right, made.len()));
    println!("{name:44} {:6} {:6} {right:6} {precision:9.2}% {recall:6.2}%", made.len(), found.len());
    precision >= FLOORS.0 && recall >= FLOORS.1
}

fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 100.0 } else { 100.0 * part as f64 / whole as f64 }
}

fn words(pieces: &[Piece]) -> usize {
    pieces.iter().map(Piece::words).sum()
}

/// Stores pieces in a corpus and returns the pairs that stand in one reprint group.
fn pairs_found(pieces: &[Piece]) -> BTreeSet<Pair> {
    let mut corpus = Corpus::in_memory().expect("memory is there");
    let mut number_of: BTreeMap<String, usize> = BTreeMap::new();
    let mut writing = corpus.writing().expect("nobody else writes");
    for (number, piece) in pieces.iter().enumerate() {
        let article = piece.article();
        number_of.insert(article.article_id.clone(), number);
        writing.store(&article).expect("stored");
    }
    writing.commit().expect("committed");
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut keep = |row: Vec<Cell>| {
        let [Cell::Text(article) | Cell::Id(article), group] = &row[..] else { panic!("not two cells: {row:?}") };
        groups.entry(format!("{group:?}")).or_default().push(number_of[article]);
        Ok(())
    };
    corpus.sql("SELECT article_id, reprint_group FROM article", &mut keep).expect("SQL");
    let mut pairs = BTreeSet::new();
    for members in groups.values() {
        for &one in members {
            pairs.extend(members.iter().filter(|other| one < **other).map(|other| (one, *other)));
        }
    }
    pairs
}

/// Articles in a corpus that has grown, and those timed at each size.
const SIZES: [usize; 5] = [1_000, 3_000, 10_000, 30_000, 100_000];
const TIMED: usize = 1_000;
/// Articles in a transaction.
const TOGETHER: usize = 500;

fn cost(only: &[String]) {
    println!("{:40} {}", "microseconds per article, up to article", SIZES.map(|size| format!("{size:>9}")).concat());
    for (name, setting) in [
        ("not compared", Setting { is_compared: false, has_standing_paragraph: false }),
        ("compared", Setting { is_compared: true, has_standing_paragraph: false }),
        ("compared, all with one paragraph of 60 words", Setting { is_compared: true, has_standing_paragraph: true }),
    ] {
        if !only.is_empty() && !only.iter().any(|only| only == name) {
            continue;
        }
        let costs = grown(setting);
        let told: String = costs.iter().map(|cost| format!("{:9.0}", cost.worked * 1e6)).collect();
        let ratio = |of: fn(&Cost) -> f64| of(&costs[costs.len() - 1]) / of(&costs[0]);
        let (worked, passed) = (ratio(|cost| cost.worked), ratio(|cost| cost.passed));
        println!("{name:40} {told}   last / first {worked:.2}, by the clock {passed:.2}");
    }
}

/// Seconds an article: of the processor, and by the clock.
struct Cost {
    worked: f64,
    passed: f64,
}

#[derive(Clone, Copy)]
struct Setting {
    is_compared: bool,
    has_standing_paragraph: bool,
}

/// Grows a corpus in a file; every tenth piece is an edited copy of the one before. Returns what an article costs at each size.
fn grown(setting: Setting) -> Vec<Cost> {
    let folder = tempfile::tempdir().expect("a folder for the corpus");
    let mut corpus = Corpus::create(&folder.path().join("grown.db")).expect("a new corpus");
    let mut chance = Chance::new(SEED);
    let mut last: Option<Piece> = None;
    let mut pieces = synthetic::pieces(SIZES[SIZES.len() - 1], 3).enumerate().map(|(number, invented)| {
        let mut piece = Piece::invented(number, invented);
        if setting.has_standing_paragraph {
            piece.paragraphs.push(edits::STANDING.to_string());
        }
        if let Some(original) = last.take().filter(|_| number % 10 == 9) {
            piece = edited(&original, &STRENGTHS[number / 10 % STRENGTHS.len()], &mut chance);
        }
        last = Some(piece.clone());
        let mut article = piece.article();
        if !setting.is_compared {
            article.wording = pieces::wording_of_number(number);
        }
        article
    });
    let (mut costs, mut stored) = (Vec::new(), 0);
    for size in SIZES {
        let mut cost = Cost { worked: 0.0, passed: 0.0 };
        while stored < size {
            let batch: Vec<_> = pieces.by_ref().take(TOGETHER).collect();
            let begin = Instant::now();
            let worked = processor_time();
            let mut writing = corpus.writing().expect("nobody else writes");
            for article in &batch {
                writing.store(article).expect("stored");
            }
            writing.commit().expect("committed");
            stored += batch.len();
            if stored > size - TIMED {
                let passed = begin.elapsed().as_secs_f64();
                cost.passed += passed / TIMED as f64;
                let worked = worked.and_then(|before| Some(processor_time()? - before));
                cost.worked += worked.unwrap_or(passed) / TIMED as f64;
            }
        }
        costs.push(cost);
    }
    costs
}

/// Returns the seconds that this thread has run on a processor, where the system tells them.
fn processor_time() -> Option<f64> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse::<f64>().ok().map(|nanoseconds| nanoseconds / 1e9)
}
