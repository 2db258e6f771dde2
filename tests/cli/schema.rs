//! `schema`.

use crate::support::Workbench;

#[test]
fn views_come_first_and_are_explained() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["schema"]);
    assert_eq!(outcome.column("relation")[0], "view");
    assert!(!outcome.column("description")[0].is_empty());
}
