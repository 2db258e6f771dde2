//! `crossref`.

use crate::support::Workbench;

#[test]
fn a_page_groups_links_by_kind_and_counts_with_units() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["crossref", "anton valdic", "temur dzhavlan", "--format", "table"]);
    assert_eq!(outcome.status, 0, "{}", outcome.text());
    let headings: Vec<&str> =
        outcome.stdout.lines().filter(|line| !line.starts_with(' ') && !line.is_empty()).collect();
    let beginnings = [
        "Claims by Anton Valdic about Temur Dzhavlan: ",
        "Claims by Temur Dzhavlan about Anton Valdic: ",
        "Claims by others about both Anton Valdic and Temur Dzhavlan: ",
        "Passages that name both Anton Valdic and Temur Dzhavlan: ",
    ];
    assert_eq!(headings.len(), beginnings.len(), "{headings:?}");
    for (heading, beginning) in headings.iter().zip(beginnings) {
        let counts = heading.strip_prefix(beginning).unwrap_or_else(|| panic!("{heading}"));
        assert!(counts == "none" || counts.contains(" in "), "{heading}");
    }
}

#[test]
fn records_name_their_kind() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["crossref", "anton valdic", "temur dzhavlan"]);
    let kinds = outcome.column("kind");
    let known = ["claim about", "claim by others", "mentioned together"];
    assert!(kinds.iter().all(|kind| known.contains(&kind.as_str())), "{kinds:?}");
    assert!(kinds.iter().any(|kind| kind == "mentioned together"), "{kinds:?}");
    let limited = bench.run(&["crossref", "anton valdic", "temur dzhavlan", "--limit", "2"]);
    assert_eq!(limited.column("kind").len(), 2);
}

#[test]
fn one_actor_twice_is_one_actor() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["crossref", "Ruth Abara", "RUTH ABARA"]);
    assert_eq!(outcome.status, 0);
    assert_eq!(outcome.stderr, "some of these names mean one and the same actor\n");
    assert_eq!(outcome.stdout, bench.run(&["crossref", "Ruth Abara"]).stdout);
}
