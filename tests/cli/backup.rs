//! `backup`.

use crate::support::Workbench;

#[test]
fn a_backup_answers_as_its_original() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["backup", "copy.db"]);
    assert_eq!(outcome.text(), "--- stderr\nsayso.db copied to copy.db\n--- status 0\n");
    assert_eq!(bench.run(&["-d", "copy.db", "claims"]).stdout, bench.run(&["claims"]).stdout);
    assert_eq!(bench.run(&["backup", "copy.db"]).status, 2, "nothing is overwritten");
}
