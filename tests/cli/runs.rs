//! `runs`.

use crate::support::Workbench;

#[test]
fn runs_and_their_inputs_are_listed() {
    let bench = Workbench::empty();
    bench.write("good.txt", "A bridge was opened on Monday in Varn.\n");
    bench.write("empty.txt", "");
    assert_eq!(bench.run(&["ingest", "good.txt", "empty.txt"]).status, 3);
    let runs = bench.run(&["runs"]);
    assert_eq!((runs.column("new").remove(0), runs.column("failed").remove(0)), ("1".to_string(), "1".to_string()));
    assert_eq!(bench.run(&["runs", "1"]).column("fate"), ["new", "failed"]);
    let failed = bench.run(&["runs", "1", "--fate", "failed"]);
    assert_eq!(failed.column("path"), ["HERE/empty.txt"]);
    assert!(!failed.column("reason").remove(0).is_empty());
}
