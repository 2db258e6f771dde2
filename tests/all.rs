//! The tests that run the program as its users do, in one binary.

mod cli;
mod support;
