//! One test binary; every module is listed here.

mod cli;
mod corpus;
mod failures;
mod gold;
mod hostile;
mod killed;
mod order;
mod reprints;
mod spreadsheets;
mod support;
mod walls;
