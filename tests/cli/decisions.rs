//! Decisions through the program: made, listed, taken elsewhere, undone, and kept when texts are read anew.

use crate::support::{Outcome, Workbench};

/// Runs what must succeed.
fn done(bench: &Workbench, arguments: &[&str]) -> Outcome {
    let outcome = bench.run(arguments);
    assert_eq!(outcome.status, 0, "{arguments:?}: {}", outcome.text());
    outcome
}

fn first_claim(bench: &Workbench) -> String {
    done(bench, &["claims", "--fields", "claim_id", "--limit", "1"]).column("claim_id").remove(0)
}

fn named(bench: &Workbench, name: &str) -> bool {
    done(bench, &["actors", "--limit", "0"]).column("name").iter().any(|known| known == name)
}

#[test]
fn merged_renamed_and_undone() {
    let bench = Workbench::with_samples();
    let _ = done(&bench, &["merge", "Anton Valdic", "Ruth Abara", "--by", "Ada", "--reason", "a test"]);
    let _ = done(&bench, &["rename", "Ruth Abara", "The Two"]);
    assert!(named(&bench, "The Two") && !named(&bench, "Anton Valdic"));
    let why = done(&bench, &["actor", "The Two", "--why"]);
    assert!(why.column("because").iter().any(|because| because == "merge: a test"), "{:?}", why.column("because"));
    let decisions = done(&bench, &["decisions"]);
    assert_eq!(decisions.column("verb"), ["merge", "rename"]);
    assert_eq!(decisions.column("made_by")[0], "Ada");
    let _ = done(&bench, &["undo"]);
    let _ = done(&bench, &["undo"]);
    assert!(named(&bench, "Anton Valdic") && named(&bench, "Ruth Abara"));
    assert_eq!(done(&bench, &["decisions"]).column("state"), ["undone", "undone", "in force", "in force"]);
    let _ = done(&bench, &["check"]);
}

#[test]
fn a_rejected_claim_is_gone_from_lists_and_stays_so() {
    let bench = Workbench::with_samples();
    let claim = first_claim(&bench);
    let _ = done(&bench, &["reject", &claim]);
    assert!(!done(&bench, &["claims", "--limit", "0"]).column("claim_id").contains(&claim));
    let _ = done(&bench, &["reanalyze", "--all"]);
    assert!(!done(&bench, &["claims", "--limit", "0"]).column("claim_id").contains(&claim));
    let _ = done(&bench, &["accept", &claim]);
    let claims = done(&bench, &["claims", "--limit", "0", "--fields", "claim_id,verdict"]);
    let at = claims.column("claim_id").iter().position(|id| *id == claim).expect("listed again");
    assert_eq!(claims.column("verdict")[at], "accepted");
    let _ = done(&bench, &["check"]);
}

#[test]
fn edits_notes_and_tags_show() {
    let bench = Workbench::with_samples();
    let claim = first_claim(&bench);
    let _ = done(&bench, &["edit", "speaker=Ruth Abara", "cue_class=warn", &claim]);
    let _ = done(&bench, &["tag", "checked", &claim]);
    let _ = done(&bench, &["note", "asked her office", &claim, "--by", "Ada"]);
    let shown = done(&bench, &["show", &claim, "--format", "table"]).stdout;
    for told in ["Ruth Abara", "warn", "checked", "asked her office (Ada)"] {
        assert!(shown.contains(told), "{told} in {shown}");
    }
    let _ = done(&bench, &["check"]);
}

#[test]
fn a_dump_makes_the_same_corpus_elsewhere() {
    let (one, other) = (Workbench::with_samples(), Workbench::with_samples());
    let _ = done(&one, &["merge", "Anton Valdic", "Ruth Abara"]);
    let _ = done(&one, &["set", "byline=Somebody Else", &done(&one, &["articles"]).column("article_id")[0]]);
    let _ = done(&one, &["decisions", "dump", "-o", "mine.jsonl"]);
    std::fs::copy(one.path("mine.jsonl"), other.path("mine.jsonl")).expect("copied");
    let _ = done(&other, &["decisions", "load", "mine.jsonl"]);
    let _ = done(&other, &["decisions", "load", "mine.jsonl"]);
    for list in ["actors", "articles", "claims", "decisions"] {
        assert_eq!(done(&one, &[list, "--limit", "0"]).stdout, done(&other, &[list, "--limit", "0"]).stdout, "{list}");
    }
}

#[test]
fn a_dry_run_decides_nothing_and_nonsense_says_what_to_do() {
    let bench = Workbench::with_samples();
    let outcome = done(&bench, &["merge", "Anton Valdic", "Ruth Abara", "--dry-run"]);
    assert!(outcome.stderr.contains("would decide: merge"), "{}", outcome.stderr);
    assert!(done(&bench, &["decisions"]).column("verb").is_empty());
    for (arguments, told) in [
        (&["merge", "Anton Valdic", "Valdic"][..], "one actor already"),
        (&["edit", "paragraph=2", "c-2222"], "no claim"),
        (&["undo", "d-nothere0"], "no decision"),
        (&["reject"], "--from"),
    ] {
        let outcome = bench.run(arguments);
        assert_ne!(outcome.status, 0);
        assert!(outcome.stderr.contains(told), "{arguments:?}: {}", outcome.stderr);
    }
}
