//! `demo`.

use crate::support::Workbench;

#[test]
fn the_walk_reaches_its_end_and_leaves_what_it_says() {
    let bench = Workbench::empty();
    for _ in 0..2 {
        let outcome = bench.run(&["demo"]);
        assert_eq!((outcome.status, outcome.stderr.as_str()), (0, ""), "{}", outcome.text());
        for wanted in [
            "$ sayso -d sayso-demo.db ingest sayso-demo-pieces",
            "25 inputs: 22 new",
            "$ sayso -d sayso-demo.db actors",
            "Claims by Anton Valdic about ",
            "Not one Karvenian soldier crossed the line",
            "dispute by rejection",
            "shift by polarity",
            "$ sayso -d sayso-demo.db link c-",
            "[content:",
            "sayso-demo-csv",
        ] {
            assert!(outcome.stdout.contains(wanted), "{wanted}: {}", outcome.stdout);
        }
    }
    assert!(bench.path("sayso-demo.db").is_file());
    assert!(bench.path("sayso-demo-csv/claims.csv").is_file());
    assert!(bench.path("sayso-demo-pieces/press-archive.csv").is_file());
    assert!(!bench.path("sayso.db").exists());
}
