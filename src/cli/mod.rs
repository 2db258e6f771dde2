//! The command line: words in, rooms called, answers printed.
