//! `docs/commands.md` is made from the help. To accept a changed help, run this test with SAYSO_ACCEPT=1.

use std::fmt::Write;
use std::path::Path;

use clap::{Command, CommandFactory};
use sayso::cli::Cli;

#[test]
fn the_page_of_commands_is_true() {
    let mut program = Cli::command().term_width(100);
    program.build();
    let mut page = String::from("# Commands\n\nMade from the help by a test (`tests/cli/commands_page.rs`).\n");
    describe(&mut page, &mut sayso::cli::command().term_width(100), "sayso");
    let commands: Vec<Command> = program.get_subcommands().filter(|command| !command.is_hide_set()).cloned().collect();
    for mut command in commands {
        let name = format!("sayso {}", command.get_name());
        command = command.term_width(100);
        describe(&mut page, &mut command, &name);
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/commands.md");
    if std::env::var_os("SAYSO_ACCEPT").is_some() {
        std::fs::write(&path, &page).expect("docs is writable");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == page,
        "the help has changed: run `SAYSO_ACCEPT=1 cargo test commands_page` and look at docs/commands.md"
    );
}

fn describe(page: &mut String, command: &mut Command, name: &str) {
    let help = command.render_long_help().to_string();
    let lines: Vec<&str> = help.lines().map(str::trim_end).collect();
    write!(page, "\n## `{name}`\n\n```text\n{}\n```\n", lines.join("\n").trim_end()).expect("a String takes it");
}
