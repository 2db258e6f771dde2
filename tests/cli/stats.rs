//! `stats`.

use crate::support::Workbench;

#[test]
fn figures_agree_with_the_lists() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["stats"]);
    let value = |figure: &str| {
        let place = outcome.column("figure").iter().position(|name| name == figure).expect("the figure is there");
        outcome.column("value")[place].parse::<usize>().expect("a number")
    };
    assert_eq!(value("articles"), bench.run(&["articles"]).column("article_id").len());
    assert_eq!(value("claims"), bench.run(&["claims"]).column("claim_id").len());
    assert_eq!(value("actors"), bench.run(&["actors"]).column("entity_id").len());
    assert!(outcome.column("unit").iter().all(|unit| !unit.is_empty()));
}
