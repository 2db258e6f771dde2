//! A process killed at any moment of an ingest leaves a sound corpus, and the next run completes it.

use std::process::Stdio;
use std::time::Instant;

use crate::support::synthetic::{self, Chance};
use crate::support::{Workbench, samples};

const PIECES: usize = 30;
const KILLS: usize = 12;

#[test]
fn a_killed_ingest_is_completed_by_the_next() {
    let bench = Workbench::empty();
    synthetic::write(&bench.path("invented.jsonl"), PIECES, 20);
    let samples = samples().to_string_lossy().into_owned();
    let ingest = |corpus: &str| ["-d", corpus, "ingest", "invented.jsonl", &samples].map(String::from);
    let completed = |corpus: &str| {
        let outcome = bench.run(&ingest(corpus));
        assert_eq!(outcome.status, 0, "{}", outcome.text());
        bench.exported(corpus)
    };
    let begun = Instant::now();
    assert_eq!(bench.run(&ingest("whole.db")).status, 0);
    let mut duration = begun.elapsed();
    let expected = bench.exported("whole.db");

    let mut chance = Chance::new(1);
    let (mut killed, mut corpora) = (0, 0);
    let mut is_fresh = true;
    while killed < KILLS {
        let corpus = format!("killed-{corpora}.db");
        let mut process = bench.command(&ingest(&corpus)).stderr(Stdio::null()).spawn().expect("the program runs");
        // The moments are spread over a whole run, each somewhere in a stretch of its own.
        let share = (killed as f64 + chance.share()) / KILLS as f64;
        std::thread::sleep(duration.mul_f64(share));
        process.kill().expect("it is ours");
        if process.wait().expect("it has ended").code().is_none() {
            killed += 1;
            is_fresh = false;
            assert_sound(&bench, &corpus);
            continue;
        }
        // It came to its end before its moment: what earlier kills left is complete.
        assert!(bench.exported(&corpus) == expected, "after {killed} kills {corpus} is another corpus");
        if is_fresh {
            // The machine is faster now than it was when the whole run was timed.
            duration = duration.mul_f64(0.8);
        }
        (corpora, is_fresh) = (corpora + 1, true);
    }
    let last = format!("killed-{corpora}.db");
    assert!(completed(&last) == expected, "{last} is another corpus");
}

/// Passes `check`, unless the process was killed before it had made a corpus.
fn assert_sound(bench: &Workbench, corpus: &str) {
    let outcome = bench.run(&["-d", corpus, "check"]);
    let is_nothing_yet = outcome.status == 1
        && (outcome.stderr.contains("there is no corpus at") || outcome.stderr.contains("it is empty"));
    assert!(outcome.status == 0 || is_nothing_yet, "{}", outcome.text());
}
