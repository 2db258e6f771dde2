//! `completions` and `man`.

use crate::support::Workbench;

#[test]
fn shells_learn_the_commands() {
    let bench = Workbench::empty();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let outcome = bench.run(&["completions", shell]);
        assert_eq!(outcome.status, 0);
        assert!(outcome.stdout.contains("crossref"), "{shell}");
    }
}

#[test]
fn there_is_a_manual() {
    let bench = Workbench::empty();
    assert!(bench.run(&["man"]).stdout.contains(".SH SYNOPSIS"));
    assert!(bench.run(&["man", "claims"]).stdout.contains("sayso-claims"));
    assert_eq!(bench.run(&["man", "nothing"]).status, 1);
}
