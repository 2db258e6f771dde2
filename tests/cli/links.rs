//! `echoes`, `disputes`, `shifts`, `compare`, `link`, and decisions on links.

use std::collections::{BTreeSet, HashMap};

use crate::support::{Workbench, samples};

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
    let refused = bench.run(&["echoes", "--reprints", "only"]);
    assert_eq!(refused.status, 2, "a cluster counts each text once");
    assert!(refused.stderr.contains("--pairs"), "{}", refused.stderr);
}

#[test]
fn a_link_decided_on_in_a_reprint_is_not_taken_silently() {
    let bench = Workbench::with_samples();
    let copies = pairs(&bench, &["echoes", "--pairs", "--reprints", "only"]);
    let [original, copy, _] = copies.iter().find(|pair| pair[2] == "reprint").expect("a reprint");
    let (one, other) = pair(&bench, &["disputes"]);
    let said = bench.run(&["link", copy, &one, "--as", "echo"]);
    assert_eq!(said.status, 0, "{}", said.text());
    assert!(said.stderr.contains("stands in a reprint of"), "{}", said.stderr);
    let said = bench.run(&["reject", &format!("{copy}/{other}")]);
    assert!(said.stderr.contains("decide on the claim there"), "{}", said.stderr);
    let said = bench.run(&["link", original, &one, "--as", "echo"]);
    assert!(!said.stderr.contains("reprint"), "{}", said.stderr);
}

/// Pairs as claims and rules.
fn pairs(bench: &Workbench, command: &[&str]) -> Vec<[String; 3]> {
    let outcome = bench.run(command);
    assert_eq!(outcome.status, 0, "{}", outcome.text());
    let columns = ["claim_a", "claim_b", "rule"].map(|field| outcome.column(field));
    (0..columns[0].len()).map(|row| [0, 1, 2].map(|column| columns[column][row].clone())).collect()
}

/// The field of each claim there is, by its id.
fn of_claims(bench: &Workbench, field: &str) -> HashMap<String, String> {
    let claims = bench.run(&["claims", "--reprints", "separate"]);
    claims.column("claim_id").into_iter().zip(claims.column(field)).collect()
}

#[test]
fn reprints_taken_separately_say_again_what_their_original_says() {
    let bench = Workbench::with_samples();
    let (contents, articles) = (of_claims(&bench, "content"), of_claims(&bench, "article_id"));
    let reprints = bench.run(&["articles", "--reprints", "only"]).column("article_id");
    let collapsed = pairs(&bench, &["echoes", "--pairs"]);
    let separate = pairs(&bench, &["echoes", "--pairs", "--reprints", "separate"]);
    let is_copy = |pair: &&[String; 3]| ["reprint", "version"].contains(&pair[2].as_str());
    assert!(collapsed.iter().all(|pair| separate.contains(pair)), "what is told of originals stays");
    let first = separate.iter().position(|pair| is_copy(&pair)).expect("there are copies");
    assert!(separate[first..].iter().all(|pair| is_copy(&pair)), "copies come last");

    // Three echoes, in two of which a quotation stands in the agency's piece: again for each of its two reprints.
    let words = "Not one Karvenian soldier crossed the line";
    let with_words = |pairs: &[[String; 3]], copies: bool| {
        let found = pairs.iter().filter(|pair| is_copy(pair) == copies && contents[&pair[0]].contains(words));
        found.count()
    };
    assert_eq!((with_words(&collapsed, false), with_words(&separate, false)), (3, 7));
    assert_eq!(with_words(&separate, true), 2, "each reprint's quotation and the original's");

    // What reprints repeat stands in them word for word, and no pair is told twice.
    for [one, other, rule] in separate.iter().filter(is_copy) {
        assert_eq!(contents[one], contents[other]);
        assert_eq!(rule == "reprint", reprints.contains(&articles[other]), "{one} {other}");
        assert!(!reprints.contains(&articles[one]), "{one} {other}");
    }
    let different: BTreeSet<BTreeSet<&String>> =
        separate.iter().map(|pair| BTreeSet::from([&pair[0], &pair[1]])).collect();
    assert_eq!(different.len(), separate.len());

    let only = pairs(&bench, &["echoes", "--pairs", "--reprints", "only"]);
    let has_reprint = |pair: &[String; 3]| pair[..2].iter().any(|claim| reprints.contains(&articles[claim]));
    let expected: Vec<_> = separate.iter().filter(|pair| has_reprint(pair)).cloned().collect();
    assert_eq!(only, expected);
    // A filter asks for a claim beside: of this outlet and in a reprint.
    let outlet = pairs(&bench, &["echoes", "--pairs", "--reprints", "only", "--outlet", "Harbour Post"]);
    assert!(!outlet.is_empty() && outlet.len() < only.len() && outlet.iter().all(|pair| only.contains(pair)));
    // A page says how many more there are, and where nothing is found that reprints have some.
    let page = bench.run(&["echoes", "--pairs", "--article", &reprints[0], "--format", "table"]);
    let noted = "pairs of claims in reprints and replaced versions; --reprints separate shows them";
    assert!(page.stderr.contains("no pairs of claims found") && page.stderr.contains(noted), "{}", page.stderr);
    let page = bench.run(&["echoes", "--pairs", "--reprints", "only", "--format", "table", "--limit", "2"]);
    assert!(page.stderr.contains(&format!("{} more pairs of claims", only.len() - 2)), "{}", page.stderr);
}

#[test]
fn a_quarrel_within_one_piece_is_told_again_within_its_reprint() {
    let bench = Workbench::with_samples();
    let one = pairs(&bench, &["disputes", "--actor", "Farida Molan"]);
    let piece = samples().join("op-eds/who-gains-from-a-fire-at-serin-pass.txt");
    let text = std::fs::read_to_string(piece).expect("the piece is there");
    // Without its last paragraph, so that it is the reprint and not the original.
    let (carried, _) = text.trim_end().rsplit_once("\n\n").expect("it has paragraphs");
    bench.write("again.txt", carried.replacen("Who Gains From", "Cui Bono:", 1));
    let outcome = bench.run(&["ingest", "again.txt", "--outlet", "The Evening Mirror"]);
    assert!(outcome.text().contains("1 reprint"), "{}", outcome.text());
    assert_eq!(pairs(&bench, &["disputes", "--actor", "Farida Molan"]), one);
    let separate = pairs(&bench, &["disputes", "--actor", "Farida Molan", "--reprints", "separate"]);
    assert_eq!(separate.len(), 2 * one.len());
    let articles = of_claims(&bench, "article_id");
    for [a, b, rule] in &separate {
        assert!(rule != "rejection" || articles[a] == articles[b], "no quarrel between a piece and its reprint");
    }
    let only = pairs(&bench, &["disputes", "--actor", "Farida Molan", "--reprints", "only"]);
    assert_eq!(only.len(), one.len());
    assert_eq!(bench.run(&["crossref", "Farida Molan", "--reprints", "only"]).status, 0);
}

#[test]
fn a_tag_narrows_links() {
    let bench = Workbench::with_samples();
    let (one, other) = pair(&bench, &["echoes", "--pairs"]);
    assert_eq!(bench.run(&["tag", "checked", &one]).status, 0);
    assert!(bench.run(&["disputes", "--tag", "unheard"]).column("claim_a").is_empty());
    assert!(bench.run(&["echoes", "--tag", "unheard"]).column("claim_id").is_empty());
    let found = pairs(&bench, &["echoes", "--pairs", "--tag", "checked"]);
    assert!(found.iter().any(|pair| pair[..2] == [one.clone(), other.clone()]), "{found:?}");
    assert!(found.iter().all(|pair| pair[..2].contains(&one)), "{found:?}");
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
