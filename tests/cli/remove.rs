//! `remove`.

use crate::support::Workbench;

#[test]
fn a_removed_article_is_gone_with_its_links_until_undone() {
    let bench = Workbench::with_samples();
    let (articles, echoes) = (bench.run(&["articles"]).stdout, bench.run(&["echoes", "--pairs"]).stdout);
    let article = bench.run(&["echoes", "--pairs", "--limit", "1"]).column("article_b")[0].clone();
    let outcome = bench.run(&["remove", &article, "--reason", "a test"]);
    assert_eq!(outcome.status, 0, "{}", outcome.text());
    assert!(!bench.run(&["articles", "--ids"]).stdout.contains(&article));
    let left = bench.run(&["echoes", "--pairs"]);
    assert!(!left.column("article_a").contains(&article) && !left.column("article_b").contains(&article));
    assert!(left.stdout.lines().count() < echoes.lines().count());
    assert_eq!(bench.run(&["check"]).status, 0, "{}", bench.run(&["check"]).text());
    assert_eq!(bench.run(&["undo"]).status, 0);
    assert_eq!(bench.run(&["articles"]).stdout, articles);
    assert_eq!(bench.run(&["echoes", "--pairs"]).stdout, echoes);
}

#[test]
fn the_next_carrier_of_a_text_counts_when_its_original_is_removed() {
    let bench = Workbench::with_samples();
    let count = || bench.run(&["articles"]).column("article_id").len();
    let (before, originals) = (count(), bench.run(&["articles", "--outlet", "Continental Press Agency"]));
    let original = originals.column("article_id")[0].clone();
    assert_eq!(bench.run(&["remove", &original]).status, 0);
    assert_eq!(count(), before, "a reprint of it stands in");
    assert_eq!(bench.run(&["check"]).status, 0, "{}", bench.run(&["check"]).text());
}
