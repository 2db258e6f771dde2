//! `reanalyze`.

use crate::support::Workbench;

#[test]
fn the_same_analyzer_finds_the_same() {
    let bench = Workbench::with_samples();
    let before = bench.run(&["claims"]).stdout;
    let none = bench.run(&["reanalyze"]);
    assert!(none.stderr.starts_with("Nothing to do: "), "{}", none.stderr);
    let all = bench.run(&["reanalyze", "--all"]);
    assert!(all.stderr.starts_with("25 articles analysed"), "{}", all.stderr);
    assert_eq!(bench.run(&["claims"]).stdout, before);
    assert_eq!(bench.run(&["check"]).status, 0);
}

#[test]
fn it_makes_no_corpus() {
    let bench = Workbench::empty();
    assert_eq!(bench.run(&["reanalyze"]).status, 1);
    assert!(!bench.path("sayso.db").exists());
}
