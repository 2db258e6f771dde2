//! Names that fixed tables decide: states, peoples and organisations under all their names. What a table does not
//! list is left to the other files of this room.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::analysis::EntityKind;
use crate::name::folded;
use crate::table::lines;

/// Someone or something of the tables, under the name that all its names lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// What sort of thing it is, whatever a piece takes it for.
    pub kind: EntityKind,
    /// The name of the table: "United States", "Russians", "International Monetary Fund".
    pub name: &'static str,
}

/// Acronyms that are English words too: they count only when printed in capitals.
const ALSO_WORDS: [&str; 4] = ["us", "who", "is", "car"];

static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(read_countries);
static KNOWN: LazyLock<HashMap<String, Known>> = LazyLock::new(read_known);

/// One line of the table of states.
struct Country {
    name: &'static str,
    /// Other names, acronyms among them.
    aliases: Vec<&'static str>,
    capital: &'static str,
    /// The people's names, the usual one first, then the adjectives.
    peoples: Vec<&'static str>,
}

/// Returns whom the name of a thing of this kind means by the tables, if they list it.
///
/// People and events ask in vain, since countries lend their names to both ("Jordan", "Chad"). Only a group is a
/// people: as another name, "Spanish" is a language and "The Australian" a newspaper.
pub fn known(name: &str, kind: EntityKind) -> Option<Known> {
    let plain = without_article(&folded(name)).to_string();
    if ALSO_WORDS.contains(&plain.as_str()) && !name.replace('.', "").contains(&plain.to_uppercase()) {
        return None;
    }
    let known = *KNOWN.get(&plain)?;
    let is_asked = match kind {
        EntityKind::Person | EntityKind::Event => false,
        EntityKind::Group => true,
        EntityKind::Organisation | EntityKind::Place | EntityKind::Other => known.kind != EntityKind::Group,
    };
    is_asked.then_some(known)
}

/// Returns whom a name typed by a person means by the tables: capitals do not matter.
pub fn known_typed(name: &str) -> Option<Known> {
    KNOWN.get(without_article(&folded(name))).copied()
}

/// Returns the capital of a state, under any of its names. The capital's name is nowhere taken for the state.
pub fn capital_of(state: &str) -> Option<&'static str> {
    let state = known_typed(state).filter(|known| known.kind == EntityKind::Place)?;
    COUNTRIES.iter().find(|country| country.name == state.name).map(|country| country.capital)
}

/// Returns the name of the state whose capital this is, for where a text lets the city speak for it.
pub fn state_of_capital(city: &str) -> Option<&'static str> {
    let city = folded(city);
    COUNTRIES.iter().find(|country| folded(country.capital) == city).map(|country| country.name)
}

/// Returns a folded name without a leading "the".
pub fn without_article(folded: &str) -> &str {
    folded.strip_prefix("the ").unwrap_or(folded)
}

fn read_countries() -> Vec<Country> {
    rows(include_str!("tables/countries.txt"))
        .map(|[name, aliases, acronyms, capital, adjectives, people]| Country {
            name,
            aliases: names(aliases).chain(names(acronyms)).collect(),
            capital,
            peoples: names(people).chain(names(adjectives)).collect(),
        })
        .collect()
}

/// Reads all tables into one; peoples come last, so that no adjective shadows a state.
fn read_known() -> HashMap<String, Known> {
    let mut known = HashMap::new();
    let mut add = |kind, name, alias: &str| {
        known.entry(without_article(&folded(alias)).to_string()).or_insert(Known { kind, name });
    };
    for country in COUNTRIES.iter() {
        add(EntityKind::Place, country.name, country.name);
        country.aliases.iter().for_each(|alias| add(EntityKind::Place, country.name, alias));
    }
    for [name, aliases, acronyms] in rows(include_str!("tables/organisations.txt")) {
        add(EntityKind::Organisation, name, name);
        names(aliases).chain(names(acronyms)).for_each(|alias| add(EntityKind::Organisation, name, alias));
    }
    for country in COUNTRIES.iter() {
        country.peoples.iter().for_each(|people| add(EntityKind::Group, country.peoples[0], people));
    }
    known
}

/// Returns the lines of a table as columns.
fn rows<const COLUMNS: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; COLUMNS]> {
    lines(table).map(|line| {
        let columns: Vec<&str> = line.split('\t').collect();
        columns.try_into().expect("a line of a table has as many columns as its heading")
    })
}

/// Returns the names in one column of a table.
fn names(column: &'static str) -> impl Iterator<Item = &'static str> {
    column.split("; ").filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> &'static str {
        known_as_group(name).map_or("", |known| known.name)
    }

    /// A group asks all tables.
    fn known_as_group(name: &str) -> Option<Known> {
        known(name, EntityKind::Group)
    }

    #[test]
    fn one_state_has_many_names() {
        for name in ["US", "U.S.", "USA", "America", "the United States", "United States of America", "the U.S.’s"] {
            assert_eq!(named(name), "United States", "{name}");
        }
        assert_eq!(named("Türkiye"), "Turkey");
        assert_eq!(named("Cote d’Ivoire"), "Côte d'Ivoire");
    }

    #[test]
    fn acronyms_that_are_words_count_in_capitals() {
        assert_eq!(known_as_group("us"), None);
        assert_eq!(known_as_group("The Who"), None);
        assert_eq!(named("the WHO"), "World Health Organization");
        assert_eq!(named("Nato"), "NATO");
        assert_eq!(known_typed("us").expect("listed").name, "United States");
    }

    #[test]
    fn false_friends_are_apart() {
        let apart = [
            ["North Korea", "South Korea"],
            ["Republic of the Congo", "Democratic Republic of the Congo"],
            ["Guinea", "Guinea-Bissau"],
            ["Equatorial Guinea", "Papua New Guinea"],
            ["Dominica", "Dominican Republic"],
            ["Niger", "Nigeria"],
            ["Nigeriens", "Nigerians"],
            ["Sudan", "South Sudan"],
            ["Ireland", "Iceland"],
            ["China", "Republic of China"],
        ];
        for [one, other] in apart {
            assert!(known_as_group(one).is_some() && known_as_group(other).is_some(), "{one}, {other}");
            assert_ne!(known_as_group(one), known_as_group(other));
        }
        assert_eq!(known_as_group("Korea"), None);
        assert_eq!(known_as_group("Congo"), None);
        assert_eq!(known_as_group("Northern Ireland"), None);
    }

    #[test]
    fn peoples_are_no_places() {
        let russians = known_as_group("Russian").expect("listed");
        assert_eq!((russians.kind, russians.name), (EntityKind::Group, "Russians"));
        assert_eq!(known_as_group("the British"), known_as_group("Brits"));
        assert_eq!(known("The Australian", EntityKind::Organisation), None);
        assert_eq!(known("Spanish", EntityKind::Other), None);
    }

    #[test]
    fn capitals_are_listed_and_stay_cities() {
        assert_eq!(capital_of("Russia"), Some("Moscow"));
        assert_eq!(capital_of("the US"), Some("Washington"));
        assert_eq!(capital_of("Russians"), None);
        assert_eq!(known_as_group("Moscow"), None);
        assert_eq!(known_as_group("Washington"), None);
    }

    #[test]
    fn no_name_of_a_table_means_two_things() {
        let mut bearers: HashMap<String, &str> = HashMap::new();
        let mut bear = |alias: &str, name: &'static str| {
            let bearer = *bearers.entry(without_article(&folded(alias)).to_string()).or_insert(name);
            assert_eq!(bearer, name, "{alias} names two");
        };
        for country in COUNTRIES.iter() {
            bear(country.name, country.name);
            country.aliases.iter().for_each(|alias| bear(alias, country.name));
            country.peoples.iter().for_each(|people| bear(people, country.peoples[0]));
            assert!(!country.capital.is_empty(), "{} has a capital", country.name);
        }
        for [name, aliases, acronyms] in rows(include_str!("tables/organisations.txt")) {
            bear(name, name);
            names(aliases).chain(names(acronyms)).for_each(|alias| bear(alias, name));
        }
    }
}
