//! `sql`.

use crate::support::Workbench;

#[test]
fn an_answer_has_the_columns_asked_for() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["sql", "SELECT 1 AS one, 'a' AS letter, NULL AS empty, 0.5 AS half"]);
    assert_eq!(outcome.stdout, "one,letter,empty,half\n1,a,,0.500\n");
    let outcome = bench.run(&["sql", "SELECT fold('Ágnes') AS name", "--jsonl"]);
    assert_eq!(outcome.stdout, "{\"name\":\"agnes\"}\n");
}

#[test]
fn what_is_misunderstood_points_to_the_schema() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["sql", "SELECT verb FROM v_claim"]);
    assert_eq!(outcome.status, 2);
    assert!(
        outcome.stderr.contains("no such column: verb") && outcome.stderr.contains("`sayso schema`"),
        "{}",
        outcome.stderr
    );
}
