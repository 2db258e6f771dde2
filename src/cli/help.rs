//! The first page of the help: the commands in groups, then the flags of every command.

use clap::{Command, CommandFactory, FromArgMatches};

use super::{Cli, GROUPS};

impl Cli {
    /// Reads the command line; on a request for help, or an error in it, the program ends here.
    pub fn from_command_line() -> Cli {
        let matches = command().get_matches();
        Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
    }
}

/// Returns the definition of the command line as people meet it.
pub fn command() -> Command {
    let command = Cli::command();
    let groups = groups(&command);
    command
        .override_usage("sayso [OPTIONS] <COMMAND>")
        .help_template(format!(
            "{{about-with-newline}}\n{{usage-heading}} {{usage}}\n\n{groups}{{all-args}}{{after-help}}"
        ))
        // Listed in their groups instead.
        .mut_subcommands(|subcommand| subcommand.hide(true))
}

/// Returns the groups, each with a line for every command.
fn groups(command: &Command) -> String {
    let styles = command.get_styles();
    let (header, literal) = (styles.get_header(), styles.get_literal());
    let mut page = String::new();
    for (title, names) in GROUPS {
        page.push_str(&format!("{header}{title}:{header:#}\n"));
        let commands = names.iter().filter_map(|name| command.find_subcommand(name));
        for command in commands.filter(|command| !command.is_hide_set()) {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            page.push_str(&format!("  {literal}{:11}{literal:#}  {about}\n", command.get_name()));
        }
        page.push('\n');
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_is_listed_on_a_line_that_fits() {
        let page = groups(&Cli::command());
        let lines: Vec<String> = page.lines().map(|line| anstream::adapter::strip_str(line).to_string()).collect();
        for command in Cli::command().get_subcommands().filter(|command| !command.is_hide_set()) {
            let beginning = format!("  {} ", command.get_name());
            assert!(lines.iter().any(|line| line.starts_with(&beginning)), "{}", command.get_name());
        }
        assert!(lines.iter().all(|line| line.chars().count() <= 80), "{lines:#?}");
    }
}
