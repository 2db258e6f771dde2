//! `echoes`, `disputes`, `shifts`, `compare`, `link`, and decisions on links.

use crate::support::Workbench;

/// The first two claims of an answer that lists pairs.
fn pair(bench: &Workbench, command: &[&str]) -> (String, String) {
    let outcome = bench.run(command);
    let (one, other) = (outcome.column("claim_a"), outcome.column("claim_b"));
    (one[0].clone(), other[0].clone())
}

#[test]
fn a_quotation_in_two_pieces_is_an_echo_and_no_reprint() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["echoes"]);
    assert_eq!(outcome.status, 0, "{}", outcome.text());
    let contents = outcome.column("content");
    assert!(
        contents.iter().any(|content| content.contains("Not one Karvenian soldier crossed the line")),
        "{contents:?}"
    );
    assert!(outcome.column("articles").iter().all(|articles| articles.parse::<u32>().is_ok_and(|number| number > 1)));
    let page = bench.run(&["echoes", "--actor", "Judith Castellan", "--format", "table"]);
    assert!(page.stdout.contains("2 articles · 2 outlets · 2031-03-06 to 2031-03-08"), "{}", page.stdout);
    assert_eq!(bench.run(&["echoes", "--reprints", "only"]).status, 2, "reprints echo nothing");
}

#[test]
fn pairs_name_rule_reason_and_both_sides() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["echoes", "--pairs"]);
    let rules = outcome.column("rule");
    assert!(
        rules.iter().any(|rule| rule == "quotation") && rules.iter().any(|rule| rule == "restatement"),
        "{rules:?}"
    );
    assert!(outcome.column("reason").iter().all(|reason| !reason.is_empty()));
    assert!(outcome.column("article_a").iter().zip(outcome.column("article_b")).all(|(one, other)| *one != other));
}

#[test]
fn an_accusation_dismissed_as_a_lie_is_a_dispute() {
    let bench = Workbench::with_samples();
    let page = bench.run(&["disputes", "--actor", "Farida Molan", "--format", "table"]);
    let page = page.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.contains("dispute by rejection"), "{page}");
    assert!(page.contains("accusation as an outright lie") && page.contains("sheltering"), "{page}");
}

#[test]
fn two_pieces_are_compared() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["echoes", "--pairs", "--limit", "1"]);
    let (one, other) = (&outcome.column("article_a")[0], &outcome.column("article_b")[0]);
    let links = bench.run(&["compare", one, other]);
    assert!(links.column("relation").iter().any(|relation| relation == "echo"), "{}", links.text());
    let page = bench.run(&["compare", one, other, "--format", "table"]).stdout;
    assert!(page.contains("Both name") && page.contains("Echoes: "), "{page}");
    assert!(!bench.run(&["compare", one, other, "--actors"]).column("name").is_empty());
}

#[test]
fn a_refused_link_is_gone_until_undone_and_stays_gone_when_links_are_found_anew() {
    let bench = Workbench::with_samples();
    let before = bench.run(&["echoes", "--pairs"]).stdout;
    let (one, other) = pair(&bench, &["echoes", "--pairs"]);
    let outcome = bench.run(&["reject", &format!("{one}/{other}"), "--by", "ada"]);
    assert_eq!(outcome.status, 0, "{}", outcome.text());
    let without = bench.run(&["echoes", "--pairs"]).stdout;
    assert_eq!(without.lines().count() + 1, before.lines().count());
    assert_eq!(bench.run(&["link", "--rebuild"]).status, 0);
    assert_eq!(bench.run(&["echoes", "--pairs"]).stdout, without);
    assert_eq!(bench.run(&["check"]).status, 0);
    assert_eq!(bench.run(&["undo"]).status, 0);
    assert_eq!(bench.run(&["echoes", "--pairs"]).stdout, before);
}

#[test]
fn a_link_drawn_by_hand_makes_a_shift() {
    let bench = Workbench::with_samples();
    let claims = bench.run(&["claims", "--actor", "Judith Castellan"]);
    let find = |words: &str| {
        let place = claims.column("content").iter().position(|content| content.contains(words));
        claims.column("claim_id")[place.unwrap_or_else(|| panic!("{words}"))].clone()
    };
    let (earlier, later) = (find("there was nothing in my office"), find("reached my office on the 14th"));
    let drawn = bench.run(&["link", &later, &earlier, "--as", "dispute", "--reason", "denied, then admitted"]);
    assert_eq!(drawn.status, 0, "{}", drawn.text());
    let shifts = bench.run(&["shifts", "Judith Castellan"]);
    assert_eq!(shifts.column("claim_a"), [earlier], "the earlier one comes first");
    assert_eq!(shifts.column("claim_b"), [later]);
    assert_eq!(shifts.column("rule"), ["by hand"]);
    assert_eq!(bench.run(&["check"]).status, 0);
}
