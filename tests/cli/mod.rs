//! One file per command, and `usage` for what all commands share.

mod actor;
mod actors;
mod analyze;
mod articles;
mod backup;
mod check;
mod claims;
mod commands_page;
mod completions;
mod coverage;
mod crossref;
mod decisions;
mod demo;
mod export;
mod ingest;
mod network;
mod outlets;
mod reanalyze;
mod runs;
mod schema;
mod search;
mod show;
mod sql;
mod stats;
mod timeline;
mod usage;
