//! What all names share: one key whatever their case and accents, and none where there is no name.

use proptest::prelude::*;

use super::*;

fn entity(name: &str, kind: EntityKind, aliases: &[&str]) -> Entity {
    let aliases = aliases.iter().map(|alias| alias.to_string()).collect();
    Entity { name: name.to_string(), kind, gender: Gender::Any, aliases, mentions: Vec::new() }
}

fn key_of(name: &str, kind: EntityKind) -> Option<String> {
    name_of(&entity(name, kind, &[])).map(|name| name.key)
}

#[test]
fn a_state_is_one_whatever_a_piece_takes_it_for() {
    for kind in [EntityKind::Place, EntityKind::Organisation, EntityKind::Other] {
        assert_eq!(key_of("USA", kind).as_deref(), Some("place:united states"));
    }
    assert_eq!(key_of("Jordan", EntityKind::Person).as_deref(), Some("person:jordan"));
    assert_eq!(key_of("Russians", EntityKind::Group).as_deref(), Some("group:russians"));
    let name = name_of(&entity("the U.K.", EntityKind::Place, &[])).expect("a name");
    assert_eq!((name.kind, name.name.as_str()), (EntityKind::Place, "United Kingdom"));
}

#[test]
fn an_organisation_has_its_acronym_from_the_piece() {
    let front = entity("the Northern Rivers Front", EntityKind::Organisation, &["NRF", "the Front"]);
    let name = name_of(&front).expect("a name");
    assert_eq!(name.key, "organisation:northern rivers front");
    assert_eq!(name.name, "Northern Rivers Front");
    assert_eq!(name.shorter, ["organisation:nrf", "other:northern rivers front"]);
    assert_eq!(key_of("IMF", EntityKind::Organisation), key_of("International Monetary Fund", EntityKind::Other));
}

#[test]
fn north_and_south_are_apart() {
    for kind in EntityKind::ALL {
        assert_ne!(key_of("North Estavia", *kind), key_of("South Estavia", *kind));
        assert_ne!(key_of("North Estavia", *kind), key_of("Estavia", *kind));
    }
}

#[test]
fn what_names_nobody_has_no_key() {
    for name in ["", " ", "the", "He", "us", "who", "1984", "9/11", "👍", "\u{301}", "—", "Mr.", "Prime Minister"] {
        assert_eq!(key_of(name, EntityKind::Other), None, "{name:?}");
        assert_eq!(key_of(name, EntityKind::Person), None, "{name:?}");
    }
    assert_eq!(key_of("J.", EntityKind::Person), None);
    assert_eq!(key_of("24.kg", EntityKind::Organisation).as_deref(), Some("organisation:24kg"));
}

#[test]
fn typed_names_reach_every_kind() {
    assert_eq!(keys_of_typed("the us")[0], "place:united states");
    assert!(keys_of_typed("Velden").contains(&"organisation:velden".to_string()));
    assert!(keys_of_typed("lavrov’s").contains(&"person:lavrov".to_string()));
    assert!(keys_of_typed("?").is_empty());
}

#[test]
fn a_huge_name_is_read_in_a_moment() {
    for word in ["Mr. ", "van ", "J. ", "Inc ", "Velden ", "Ph.D. ", "🙂 ", "’s ", "."] {
        let huge = word.repeat(1 << 16);
        for kind in EntityKind::ALL {
            let name = name_of(&entity(&huge, *kind, &[&huge]));
            assert!(name.is_none_or(|name| name.shorter.len() < 12));
        }
    }
}

fn accented(name: &str) -> String {
    let with = |letter| match letter {
        'a' => 'á',
        'e' => 'é',
        'n' => 'ñ',
        'O' => 'Ó',
        'u' => 'ü',
        other => other,
    };
    name.chars().map(with).collect()
}

fn any_kind() -> impl Strategy<Value = EntityKind> {
    prop::sample::select(EntityKind::ALL)
}

/// Names of words that look like names, titles, particles and suffixes, in any order.
fn any_name() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[A-Z][a-z]{1,7}",
        1 => "[A-Z]\\.",
        2 => prop::sample::select(vec!["Mr.", "King", "von", "al-", "Jr.", "III", "the", "García", "Li", "Kim", "Inc.", "-", "Orlo-Bek"])
            .prop_map(str::to_string),
    ];
    prop::collection::vec(word, 1..6).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn a_key_outlives_case_accents_and_spaces(name in any_name(), kind in any_kind()) {
        // Words that are acronyms in capitals are the one exception, told apart in the table's own tests.
        prop_assume!(known(&name.to_uppercase(), kind) == known(&name, kind));
        prop_assume!(known(&name.to_lowercase(), kind) == known(&name, kind));
        let key = key_of(&name, kind);
        prop_assert_eq!(&key, &key_of(&name.to_uppercase(), kind));
        prop_assert_eq!(&key, &key_of(&name.to_lowercase(), kind));
        prop_assert_eq!(&key, &key_of(&accented(&name), kind));
        prop_assert_eq!(&key, &key_of(&format!(" {} ", name.replace(' ', " \u{a0} ")), kind));
    }

    #[test]
    fn a_shorter_name_is_another_name(name in any_name(), kind in any_kind()) {
        if let Some(found) = name_of(&entity(&name, kind, &["NRF", "NATO"])) {
            prop_assert!(!found.shorter.contains(&found.key));
            let distinct: std::collections::HashSet<&String> = found.shorter.iter().collect();
            prop_assert_eq!(distinct.len(), found.shorter.len());
            let (own, other) = (format!("{}:", found.kind.name()), "other:");
            let is_whole = |key: &String| (key.starts_with(&own) && key.len() > own.len()) || key.starts_with(other);
            prop_assert!(found.shorter.iter().chain([&found.key]).all(is_whole));
        }
    }

    #[test]
    fn any_text_is_a_name_or_none(name in "\\PC{0,60}", alias in "\\PC{0,20}", kind in any_kind()) {
        name_of(&entity(&name, kind, &[&alias]));
        keys_of_typed(&name);
    }

    #[test]
    fn a_typed_name_reaches_the_key_of_the_printed_one(name in any_name(), kind in any_kind()) {
        if let Some(found) = name_of(&entity(&name, kind, &[])) {
            prop_assert!(keys_of_typed(&name).contains(&found.key));
        }
    }
}
