//! `ingest`.

use crate::support::{Workbench, samples};

#[test]
fn every_input_has_a_fate() {
    let bench = Workbench::empty();
    let samples = samples();
    let first = bench.run(&["ingest", &samples.to_string_lossy()]);
    assert_eq!((first.status, first.stdout.as_str()), (0, ""));
    assert!(
        first.stderr.starts_with("25 inputs: 22 new, 1 new version, 2 reprints, 0 unchanged, 0 failed.\n"),
        "{}",
        first.stderr
    );
    let second = bench.run(&["ingest", &samples.to_string_lossy()]);
    assert!(
        second.stderr.starts_with("25 inputs: 0 new, 0 new versions, 0 reprints, 25 unchanged, 0 failed.\n"),
        "{}",
        second.stderr
    );
}

#[test]
fn failures_are_told_and_the_rest_goes_on() {
    let bench = Workbench::empty();
    bench.write("good.txt", "A bridge was opened on Monday in Varn.\n");
    bench.write("binary.bin", [0, 159, 146, 150, 0, 1, 2]);
    let outcome = bench.run(&["ingest", "binary.bin", "good.txt", "missing.txt"]);
    assert_eq!(outcome.status, 3, "{}", outcome.text());
    assert!(outcome.stderr.starts_with("3 inputs: 1 new, "), "{}", outcome.stderr);
    assert!(outcome.stderr.contains("failed: HERE/binary.bin: "), "{}", outcome.stderr);
    assert!(outcome.stderr.contains("failed: HERE/missing.txt: "), "{}", outcome.stderr);

    bench.write("missing.txt", "Now it is there, and a bridge was closed on Tuesday.\n");
    let retry = bench.run(&["ingest", "--retry", "1"]);
    assert_eq!(retry.status, 3);
    assert!(retry.stderr.starts_with("2 inputs: 1 new, "), "{}", retry.stderr);
}

#[test]
fn a_dry_run_stores_nothing() {
    let bench = Workbench::empty();
    bench.write("good.txt", "A bridge was opened on Monday in Varn.\n");
    let outcome = bench.run(&["ingest", "--dry-run", "good.txt"]);
    assert!(outcome.stderr.contains("1 new,") && outcome.stderr.contains("Nothing was stored"), "{}", outcome.stderr);
    assert!(!bench.path("sayso.db").exists());

    assert_eq!(bench.run(&["ingest", "good.txt"]).status, 0);
    bench.write("other.txt", "A bridge was closed on Tuesday in Varn.\n");
    let outcome = bench.run(&["ingest", "--dry-run", "good.txt", "other.txt"]);
    assert!(outcome.stderr.contains("1 new,") && outcome.stderr.contains("1 unchanged,"), "{}", outcome.stderr);
    assert_eq!(bench.run(&["articles"]).column("article_id").len(), 1);
    assert_eq!(bench.run(&["runs"]).column("run").len(), 1);
}

#[test]
fn fates_can_be_read_by_programs() {
    let bench = Workbench::empty();
    bench.write("good.txt", "A bridge was opened on Monday in Varn.\n");
    let outcome = bench.run(&["ingest", "good.txt", "--csv"]);
    assert_eq!(outcome.column("fate"), ["new"]);
    assert!(outcome.column("article_id")[0].starts_with("a-"));
}

#[test]
fn standard_input_and_options_are_taken() {
    let bench = Workbench::empty();
    let piece = "A bridge was opened on Monday in Varn.\n";
    let outcome = bench
        .run_on(&["ingest", "-", "--outlet", "The Varn Courier", "--date", "2031-05-02", "--meta", "desk=city"], piece);
    assert_eq!(outcome.status, 0, "{}", outcome.text());
    let found = bench.run(&["articles", "--meta", "desk=city"]);
    assert_eq!(found.column("outlet"), ["The Varn Courier"]);
    assert_eq!(found.column("published_on"), ["2031-05-02"]);
    assert!(bench.run(&["articles", "--meta", "desk=sports"]).column("outlet").is_empty());
}

#[test]
fn tables_are_taken_with_their_columns_named() {
    let bench = Workbench::empty();
    bench.write("archive.csv", "name,words\nBridge opens,A bridge was opened on Monday in Varn.\n");
    let outcome = bench.run(&["ingest", "archive.csv", "--map", "headline=name,text=words"]);
    assert_eq!(outcome.status, 0, "{}", outcome.text());
    assert_eq!(bench.run(&["articles"]).column("headline"), ["Bridge opens"]);
}
