//! The tables of words that ship with the program: plain text, for anyone to correct.

/// Returns the lines of a table that say something: neither empty nor remarks, which begin with "# ".
pub(crate) fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.is_empty() && *line != "#" && !line.starts_with("# "))
}

/// Returns lines of "name: words" as the two.
pub(crate) fn named_lines(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    lines(table).filter_map(|line| line.split_once(": "))
}
