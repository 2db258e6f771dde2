//! The program: parse, run, exit.

use std::process::ExitCode;

use sayso::cli::Cli;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    Cli::from_command_line().run_to_exit()
}
