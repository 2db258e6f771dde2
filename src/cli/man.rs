//! `man`: the manual page, from the same definition as the help.

use anyhow::Result;
use clap::CommandFactory;

use super::Cli;
use super::context::Context;
use super::exit::Status;
use super::output::OutputArgs;

/// Print the manual page, or that of one command
#[derive(Debug, clap::Args)]
#[command(hide = true, after_long_help = "Example:\n  sayso man claims > sayso-claims.1")]
pub struct Man {
    /// One command
    command: Option<String>,
}

impl Man {
    /// Prints the page.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let mut all = Cli::command();
        all.build();
        let command = match &self.command {
            None => all,
            Some(name) => {
                let found = all.find_subcommand(name).cloned();
                let found =
                    found.ok_or_else(|| crate::error::Error::not_found(format!("there is no command {name}")))?;
                found.display_name(format!("sayso-{name}"))
            }
        };
        let mut page = Vec::new();
        clap_mangen::Man::new(command).render(&mut page)?;
        OutputArgs::default().bytes(context, &page)?;
        Ok(Status::Done)
    }
}
