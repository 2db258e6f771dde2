//! `articles`.

use crate::support::Workbench;

#[test]
fn pieces_are_listed_by_day() {
    let bench = Workbench::with_samples();
    for order in [vec!["articles"], vec!["articles", "--sort", "published_on"]] {
        let days = bench.run(&order).column("published_on");
        let known: Vec<&String> = days.iter().take_while(|day| !day.is_empty()).collect();
        assert!(known.is_sorted() && known.len() > 15, "{days:?}");
        let undated = &days[known.len()..];
        assert!(undated.len() == 2 && undated.iter().all(String::is_empty), "what has no day comes last: {days:?}");
    }
}

#[test]
fn an_outlet_named_in_part_is_suggested() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["articles", "--outlet", "herald"]);
    assert_eq!(
        outcome.text(),
        "--- stderr\nerror: there is no outlet 'herald'; there is The Northern Herald\n--- status 1\n"
    );
}

#[test]
fn filters_narrow() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["articles", "--outlet", "harbour POST", "--since", "2031-03-06", "--until", "2031-03"]);
    assert!(outcome.column("outlet").iter().all(|outlet| outlet == "Harbour Post"));
    assert!(outcome.column("published_on").iter().all(|day| ("2031-03-06".."2031-04").contains(&day.as_str())));
    assert!(!outcome.column("outlet").is_empty());

    let headlines = bench.run(&["articles", "--author", "clara nwosu"]).column("headline");
    assert!(headlines.iter().any(|headline| headline.contains("Anton Valdic on the Serin Valley")), "{headlines:?}");
}

#[test]
fn reprints_appear_when_asked_for() {
    let bench = Workbench::with_samples();
    let count = |reprints| bench.run(&["articles", "--reprints", reprints]).column("article_id").len();
    // An equal one and a trimmed one.
    assert_eq!(count("only"), 2);
    // The reprints, and the version that a newer one replaced.
    assert_eq!(count("separate"), count("collapse") + 3);
}

#[test]
fn the_order_can_be_chosen() {
    let bench = Workbench::with_samples();
    let words = bench.run(&["articles", "--sort", "-words"]).column("words");
    let words: Vec<u32> = words.iter().map(|words| words.parse().expect("a number")).collect();
    assert!(words.is_sorted_by(|a, b| a >= b), "{words:?}");
}

#[test]
fn foreign_text_is_there_without_claims() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["articles", "--fields", "language,claims"]);
    assert!(outcome.stdout.lines().any(|line| line == "es,0"), "{}", outcome.stdout);
}
