//! Given names and their short forms: "Bill" for William.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::table;

/// Every name of the table with the lines it stands on.
static LINES: LazyLock<HashMap<&str, HashSet<usize>>> = LazyLock::new(|| {
    let mut lines: HashMap<&str, HashSet<usize>> = HashMap::new();
    for (number, line) in table::lines(include_str!("nicknames.txt")).enumerate() {
        for name in line.split([':', ' ']).filter(|name| !name.is_empty()) {
            lines.entry(name).or_default().insert(number);
        }
    }
    lines
});

/// Tells whether two folded given names can be one person's: equal, or on one line of the table.
///
/// # Example
///
/// ```
/// use sayso::name::is_same_given_name;
///
/// assert!(is_same_given_name("bill", "william"));
/// assert!(is_same_given_name("sergei", "sergey"));
/// assert!(!is_same_given_name("bill", "hillary"));
/// ```
pub fn is_same_given_name(one: &str, other: &str) -> bool {
    let share = |one: &HashSet<usize>, other: &HashSet<usize>| !one.is_disjoint(other);
    one == other || LINES.get(one).zip(LINES.get(other)).is_some_and(|(one, other)| share(one, other))
}

/// Returns the other forms of a folded given name, in order: those on its line of the table. None for a name on several
/// lines: "Chris" may be Christopher or Christine.
pub fn other_given_names(name: &str) -> impl Iterator<Item = &'static str> {
    let line = LINES.get(name).filter(|lines| lines.len() == 1).and_then(|lines| lines.iter().next().copied());
    let mut others: Vec<&'static str> = line
        .map(|line| {
            LINES.iter().filter(|(_, lines)| lines.len() == 1 && lines.contains(&line)).map(|(name, _)| *name).collect()
        })
        .unwrap_or_default();
    others.retain(|other| *other != name);
    others.sort_unstable();
    others.into_iter()
}
