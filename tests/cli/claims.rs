//! `claims`.

use crate::support::Workbench;

#[test]
fn speakers_and_subjects_narrow() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["claims", "--actor", "anton valdic"]);
    assert!(outcome.column("speaker").iter().all(|speaker| speaker == "Anton Valdic"));
    assert!(!outcome.column("speaker").is_empty());
    let outcome = bench.run(&["claims", "--about", "Ruth Abara"]);
    assert!(outcome.column("about").iter().all(|about| about.contains("Ruth Abara")));
    assert!(!outcome.column("about").is_empty());
}

#[test]
fn forms_and_classes_narrow() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["claims", "--form", "direct,mixed", "--cue-class", "deny", "--min-score", "0.1"]);
    assert!(outcome.column("form").iter().all(|form| form == "direct" || form == "mixed"));
    assert!(outcome.column("cue_class").iter().all(|class| class == "deny"));
}

#[test]
fn ids_go_to_the_next_command() {
    let bench = Workbench::with_samples();
    let ids = bench.run(&["claims", "--ids", "--limit", "3"]).stdout;
    assert_eq!(ids.lines().count(), 3);
    for id in ids.lines() {
        assert_eq!(bench.run(&["show", id]).column("claim_id"), [id]);
    }
}

#[test]
fn a_table_shows_the_fields_that_matter() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["claims", "--format", "table", "--limit", "2"]);
    let header: Vec<&str> =
        outcome.stdout.lines().find(|line| line.contains("claim_id")).expect("a header").split_whitespace().collect();
    assert_eq!(header, ["claim_id", "published_on", "outlet", "speaker", "cue", "content"]);
    assert!(outcome.stdout.lines().all(|line| line.chars().count() <= 100), "{}", outcome.stdout);
}
