//! The program: parse, run, exit.

use std::process::ExitCode;

use clap::Parser;
use sayso::cli::Cli;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    Cli::parse().run_to_exit()
}
