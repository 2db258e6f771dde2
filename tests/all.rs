//! One test binary; every module is listed here.

mod cli;
mod corpus;
mod support;
mod walls;
