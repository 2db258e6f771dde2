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

#[test]
fn help_manual_and_completions_know_the_same_words() {
    let bench = Workbench::empty();
    let mut program = <sayso::cli::Cli as clap::CommandFactory>::command();
    program.build();
    let completions = bench.run(&["completions", "bash"]).stdout;
    for command in program.get_subcommands().filter(|command| !command.is_hide_set()) {
        let name = command.get_name();
        let (help, manual) = (bench.run(&[name, "--help"]).stdout, bench.run(&["man", name]).stdout);
        let about = command.get_about().expect("every command says what it does").to_string();
        assert!(help.starts_with(&about), "{name}: {help}");
        let manual = manual.replace("\\-", "-");
        for argument in command.get_arguments().filter(|argument| !argument.is_hide_set()) {
            let Some(flag) = argument.get_long().map(|flag| format!("--{flag}")) else { continue };
            for (place, text) in [("help", &help), ("manual", &manual), ("completions", &completions)] {
                assert!(text.contains(&flag), "{name} {flag} is not in the {place}");
            }
        }
    }
}
