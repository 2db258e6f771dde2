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
        "Disputes between Anton Valdic and Temur Dzhavlan: ",
        "Said alike by Anton Valdic and Temur Dzhavlan: ",
        "Claims by others about both Anton Valdic and Temur Dzhavlan: ",
        "Passages that name both Anton Valdic and Temur Dzhavlan: ",
    ];
    assert_eq!(headings.len(), beginnings.len(), "{headings:?}");
    for beginning in beginnings {
        let counts = headings.iter().find_map(|heading| heading.strip_prefix(beginning));
        assert!(
            counts.is_some_and(|counts| counts == "none" || counts.contains(" in ") || counts.contains("of claims")),
            "{headings:?}"
        );
    }
    let is_empty: Vec<bool> = headings.iter().map(|heading| heading.ends_with(": none")).collect();
    assert!(is_empty.is_sorted(), "kinds without links come last: {headings:?}");
}

#[test]
fn a_claim_on_a_page_shows_its_reporting_words() {
    let bench = Workbench::with_samples();
    let cues = bench.run(&["crossref", "Ruth Abara", "--fields", "cue"]).column("cue");
    let page = bench.run(&["crossref", "Ruth Abara", "--format", "table", "--limit", "0"]).stdout;
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(!cues.is_empty() && cues.iter().all(|cue| page.contains(&format!("({cue}): "))), "{cues:?}\n{page}");
}

#[test]
fn records_name_their_kind() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["crossref", "anton valdic", "temur dzhavlan"]);
    let kinds = outcome.column("kind");
    let known = ["claim about", "claim by others", "echo", "dispute", "mentioned together"];
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
