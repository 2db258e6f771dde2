//! One test binary; every module is listed here.

mod cli;
mod corpus;
mod gold;
mod support;
mod walls;
