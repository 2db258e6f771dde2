//! `completions`: what a shell needs to complete our words.

use anyhow::Result;
use clap::CommandFactory;
use clap_complete::Shell;

use super::Cli;
use super::context::Context;
use super::exit::Status;
use super::output::OutputArgs;

/// Print a shell's completions of commands and flags
#[derive(Debug, clap::Args)]
#[command(after_long_help = "Example:\n  sayso completions bash > ~/.local/share/bash-completion/completions/sayso")]
pub struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    /// Prints the completions.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "sayso", &mut script);
        OutputArgs::default().bytes(context, &script)?;
        Ok(Status::Done)
    }
}
