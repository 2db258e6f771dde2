//! `actors`.

use crate::support::Workbench;

#[test]
fn the_most_widely_named_come_first() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["actors"]);
    let articles: Vec<u32> = outcome.column("articles").iter().map(|count| count.parse().expect("a number")).collect();
    assert!(articles.is_sorted_by(|a, b| a >= b));
    assert!(outcome.column("name").iter().any(|name| name == "Anton Valdic"));
}

#[test]
fn types_and_numbers_narrow() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["actors", "--type", "person", "--min-articles", "3"]);
    assert!(outcome.column("type").iter().all(|kind| kind == "person"));
    assert!(outcome.column("articles").iter().all(|count| count.parse::<u32>().is_ok_and(|count| count >= 3)));
}

#[test]
fn filters_count_anew() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["actors", "--outlet", "Harbour Post", "--type", "person"]);
    let names = outcome.column("name");
    assert!(names.iter().any(|name| name == "Judith Castellan"), "{names:?}");
    assert!(!names.iter().any(|name| name == "Ruth Abara"), "{names:?}");
}
