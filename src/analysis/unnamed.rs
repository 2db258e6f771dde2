//! Sources whom a text keeps unnamed: "a senior official", "many students", "his doctor".

use super::tables::{Role, TABLES};

/// How words for people end, where no table lists them: "organisers", "environmentalists", "Ossans".
const PEOPLE: [&str; 8] = ["ers", "ors", "ists", "ants", "ians", "ees", "men", "women"];

/// Words that end so and are no people.
const THINGS: [&str; 12] = [
    "computers",
    "documents",
    "factors",
    "figures",
    "letters",
    "movers",
    "numbers",
    "orders",
    "papers",
    "powers",
    "servers",
    "warrants",
];

/// Tells whether a noun, with the first word of its phrase, keeps unnamed who speaks. "The minister" does not: it is
/// one person, whom the piece only has not named yet.
pub(super) fn is_unnamed(noun: &str, first: &str) -> bool {
    let roles = TABLES.roles(noun);
    let is_owned = matches!(first, "his" | "her" | "their" | "my" | "our");
    let is_indefinite = matches!(
        first,
        "a" | "an" | "one" | "another" | "some" | "many" | "several" | "most" | "other" | "two" | "three"
    );
    let is_person = roles.iter().any(|role| *role != Role::Body);
    match is_plural(noun) {
        true => is_person || roles.contains(&Role::Body) || is_people(noun),
        false => is_person && (is_indefinite || is_owned || roles.contains(&Role::Speaker)),
    }
}

/// Tells whether a noun speaks of several.
pub(super) fn is_plural(noun: &str) -> bool {
    let is_listed = matches!(
        noun,
        "people" | "police" | "men" | "women" | "some" | "many" | "others" | "most" | "several" | "few" | "family"
    );
    is_listed || noun.ends_with('s')
}

fn is_people(noun: &str) -> bool {
    PEOPLE.iter().any(|ending| noun.ends_with(ending)) && !THINGS.contains(&noun)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_without_a_name_are_told_from_documents_and_from_roles() {
        for (noun, first) in [("officials", "senior"), ("employee", "a"), ("organisers", "the"), ("doctor", "his")] {
            assert!(is_unnamed(noun, first), "{first} {noun}");
        }
        for (noun, first) in [("minister", "the"), ("figures", "the"), ("report", "a"), ("video", "one")] {
            assert!(!is_unnamed(noun, first), "{first} {noun}");
        }
    }
}
