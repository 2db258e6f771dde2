//! `outlets`.

use crate::support::Workbench;

#[test]
fn outlets_are_listed_by_name() {
    let bench = Workbench::with_samples();
    let names = bench.run(&["outlets"]).column("name");
    assert!(names.iter().any(|name| name == "Harbour Post"), "{names:?}");
    assert!(names.is_sorted_by_key(|name| name.to_lowercase()), "{names:?}");
}
