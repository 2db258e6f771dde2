//! `timeline`.

use crate::support::Workbench;

fn sum(column: Vec<String>) -> usize {
    column.iter().map(|count| count.parse::<usize>().expect("a number")).sum()
}

#[test]
fn every_claim_is_counted_once() {
    let bench = Workbench::with_samples();
    let dated = bench.run(&["claims"]).column("published_on").iter().filter(|day| !day.is_empty()).count();
    for arguments in [
        ["--per", "day", "--by", "none"],
        ["--per", "week", "--by", "outlet"],
        ["--per", "month", "--by", "cue-class"],
        ["--per", "year", "--by", "actor"],
    ] {
        let outcome = bench.run(&[&["timeline"], &arguments[..]].concat());
        assert_eq!(sum(outcome.column("claims")), dated, "{arguments:?}");
    }
}

#[test]
fn what_has_no_date_is_told() {
    let bench = Workbench::with_samples();
    bench.write("undated.txt", "\"The pass is closed,\" said Anton Valdic on the radio. Valdic said it would stay so.");
    let before = bench.run(&["timeline", "Anton Valdic"]);
    assert_eq!(bench.run(&["ingest", "undated.txt"]).status, 0);
    let after = bench.run(&["timeline", "Anton Valdic"]);
    assert_eq!(sum(before.column("claims")), sum(after.column("claims")));
    assert!(before.stderr.ends_with(" in 1 undated article are on no timeline\n"), "{}", before.stderr);
    assert!(after.stderr.ends_with(" in 2 undated articles are on no timeline\n"), "{}", after.stderr);
}

#[test]
fn periods_have_no_gap_and_run_over_the_pieces_looked_at() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["timeline", "Anton Valdic", "--per", "day", "--since", "2031-03", "--until", "2031-04"]);
    let days = outcome.column("period");
    assert_eq!((days.first(), days.last()), (Some(&"2031-03-03".into()), Some(&"2031-04-04".into())));
    assert_eq!(days.len(), 33);
    assert!(outcome.column("claims").contains(&"0".to_string()));
    let weeks = bench.run(&["timeline", "Anton Valdic", "--per", "week", "--since", "2031-03", "--until", "2031-04"]);
    assert_eq!(weeks.column("period"), ["2031-W10", "2031-W11", "2031-W12", "2031-W13", "2031-W14"]);
    assert_eq!(weeks.column("begins_on")[0], "2031-03-03");
    assert_eq!(sum(weeks.column("claims")), sum(outcome.column("claims")));
}

#[test]
fn filters_hold_as_in_claims() {
    let bench = Workbench::with_samples();
    let filters = ["--about", "Temur Dzhavlan", "--since", "2031", "--form", "direct,mixed,indirect"];
    let claims = bench.run(&[&["claims"], &filters[..]].concat()).column("claim_id").len();
    assert_eq!(sum(bench.run(&[&["timeline"], &filters[..]].concat()).column("claims")), claims);
    let reprints = ["--reprints", "separate"];
    let claims = bench.run(&[&["claims"], &reprints[..]].concat()).column("published_on");
    let dated = claims.iter().filter(|day| !day.is_empty()).count();
    assert_eq!(sum(bench.run(&[&["timeline"], &reprints[..]].concat()).column("claims")), dated);
}

#[test]
fn named_actors_are_groups() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["timeline", "Anton Valdic", "Temur Dzhavlan", "--per", "year"]);
    let mut groups = outcome.column("group");
    groups.sort();
    assert_eq!(groups, ["Anton Valdic", "Temur Dzhavlan"]);
    for (group, claims) in outcome.column("group").iter().zip(outcome.column("claims")) {
        let days = bench.run(&["claims", "--actor", group]).column("published_on");
        assert_eq!(days.iter().filter(|day| !day.is_empty()).count().to_string(), claims);
    }
}

#[test]
fn a_cluster_is_counted_whole() {
    let bench = Workbench::with_samples();
    let claims = bench.run(&["claims", "--actor", "Anton Valdic"]);
    let (one, other) = (&claims.column("claim_id")[0], &claims.column("claim_id")[1]);
    bench.change(&format!(
        "DELETE FROM echo_member; DELETE FROM echo_cluster;
         INSERT INTO echo_cluster (id, key, claims, articles, outlets) VALUES (1, '{one}', 2, 2, 2);
         INSERT INTO echo_member (claim, cluster) SELECT id, 1 FROM claim WHERE claim_id IN ('{one}', '{other}');"
    ));
    assert_eq!(sum(bench.run(&["timeline", "--cluster", other]).column("claims")), 2);
    let alone = &claims.column("claim_id")[2];
    let outcome = bench.run(&["timeline", "--cluster", alone]);
    assert_eq!(outcome.column("claims"), ["1"]);
    assert!(outcome.stderr.starts_with("nothing is known to echo "), "{}", outcome.stderr);
    let wrong = bench.run(&["timeline", "--cluster", "a-nothing"]);
    assert_eq!(wrong.status, 1, "{}", wrong.text());
}

#[test]
fn a_terminal_shows_bars_of_one_group_and_columns_of_several() {
    let bench = Workbench::with_samples();
    let one = bench.run(&["timeline", "Anton Valdic", "--per", "week", "--since", "2031", "--format", "table"]);
    assert!(one.stdout.starts_with("Anton Valdic: "), "{}", one.stdout);
    assert!(one.stdout.lines().any(|line| line.starts_with("  2031-W10 █")), "{}", one.stdout);
    assert!(one.stdout.lines().all(|line| line.chars().count() <= 100), "{}", one.stdout);
    let several = bench.run(&["timeline", "--by", "cue-class", "--since", "2031", "--top", "3", "--format", "table"]);
    assert_eq!(several.stdout.lines().count(), 5, "{}", several.stdout);
    assert!(several.stderr.contains("--top 0 shows all"), "{}", several.stderr);
    let nothing = bench.run(&["timeline", "--since", "2040", "--format", "table"]);
    assert_eq!(nothing.text(), "--- stderr\nno rows\n--- status 0\n");
}
