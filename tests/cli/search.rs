//! `search`.

use crate::support::Workbench;

#[test]
fn words_are_found_in_their_passages() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["search", "lead"]);
    assert!(!outcome.column("text").is_empty());
    assert!(outcome.column("text").iter().all(|text| text.to_lowercase().contains("[lead]")), "{}", outcome.stdout);
    assert!(outcome.column("kind").iter().all(|kind| kind == "paragraph"));
}

#[test]
fn a_filter_on_speakers_searches_claims() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["search", "sale", "--actor", "Ruth Abara"]);
    assert!(outcome.column("kind").iter().all(|kind| kind == "claim"));
    assert!(!outcome.column("kind").is_empty(), "{}", outcome.text());
}

#[test]
fn a_page_shows_passages() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["search", "ferries -union", "--format", "table", "--limit", "2"]);
    assert_eq!(outcome.stdout.matches(" · ¶").count(), 2, "{}", outcome.stdout);
    let outcome = bench.run(&["search", "zeppelin", "--format", "table"]);
    assert_eq!(outcome.text(), "--- stderr\nno paragraphs found\n--- status 0\n");
}

#[test]
fn a_search_for_nothing_is_misuse() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["search", "-", "!"]);
    assert_eq!(outcome.status, 2, "{}", outcome.text());
}
