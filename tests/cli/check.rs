//! `check`.

use crate::support::Workbench;

#[test]
fn a_sound_corpus_keeps_every_promise() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["check", "--format", "table"]);
    assert_eq!(outcome.status, 0, "{}", outcome.text());
    assert!(outcome.stdout.lines().all(|line| line.starts_with("  ok: ")), "{}", outcome.stdout);
    let outcome = bench.run(&["check"]);
    assert_eq!((outcome.status, outcome.records().len()), (0, 1));
}

#[test]
fn a_changed_word_is_found() {
    let bench = Workbench::with_samples();
    let connection = rusqlite::Connection::open(bench.path("sayso.db")).expect("it is a database");
    let change = "UPDATE claim SET content = 'something else' WHERE id = (SELECT MIN(id) FROM claim)";
    assert_eq!(connection.execute(change, []).expect("it can be changed"), 1);
    drop(connection);
    let outcome = bench.run(&["check", "--format", "table"]);
    assert_eq!(outcome.status, 7, "{}", outcome.text());
    assert!(outcome.stdout.contains("  1 broken: every claim equals its words\n"), "{}", outcome.stdout);
    let outcome = bench.run(&["check"]);
    assert_eq!((outcome.status, outcome.column("promise")[0].as_str()), (7, "every claim equals its words"));
}
