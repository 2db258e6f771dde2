//! `actor`, and how actors may be typed.

use crate::support::{Outcome, Workbench};

/// A corpus with two people called Lind, and one Okoro.
fn linds() -> Workbench {
    let bench = Workbench::empty();
    bench.write("a.txt", "Anna Lind opened the bridge. \"It will hold,\" Anna Lind said. Bela Okoro disagreed.\n");
    bench.write("b.txt", "Berta Lind closed the bridge. \"It will not hold,\" Berta Lind said.\n");
    assert_eq!(bench.run(&["ingest", "a.txt", "b.txt"]).status, 0);
    bench
}

fn page(bench: &Workbench, name: &str) -> Outcome {
    bench.run(&["actor", name, "--format", "table"])
}

#[test]
fn a_page_tells_names_counts_and_claims() {
    let bench = Workbench::with_samples();
    let outcome = page(&bench, "ruth abara");
    assert_eq!(outcome.status, 0, "{}", outcome.text());
    for wanted in [
        "Ruth Abara\ntype        person\n",
        "In one article with",
        "Latest claims by Ruth Abara:",
        " about Ruth Abara:",
    ] {
        assert!(outcome.stdout.contains(wanted), "{wanted}: {}", outcome.stdout);
    }
}

#[test]
fn a_page_ends_with_the_surest_links_and_says_where_the_others_are() {
    let bench = Workbench::with_samples();
    let links = |page: Outcome| page.stdout[page.stdout.find("Echoes of").expect("there are echoes")..].to_string();
    insta::assert_snapshot!("links_of_an_actor", links(page(&bench, "Anton Valdic")));
    let one = links(bench.run(&["actor", "Anton Valdic", "--format", "table", "--limit", "1"]));
    assert_eq!(one.matches("echo by").count(), 1, "{one}");
    let (_, command) = one.split_once("… 3 more; `sayso ").expect("there are more");
    let command: Vec<&str> = command.split('`').next().expect("a command").split(' ').collect();
    assert!(bench.run(&command).column("claim_a").len() > 1, "{command:?}");
    let disputed = page(&bench, "Farida Molan").stdout;
    assert!(disputed.contains("Disputes of Farida Molan with others: 1 pair of claims\n"), "{disputed}");
    assert!(!disputed.contains("Shifts of"), "nothing is said of what there is not: {disputed}");
}

#[test]
fn records_are_claims_by_and_about() {
    let bench = Workbench::with_samples();
    let kinds = bench.run(&["actor", "Ruth Abara"]).column("kind");
    assert!(kinds.iter().all(|kind| kind == "claim by" || kind == "claim by others"), "{kinds:?}");
    assert!(kinds.iter().any(|kind| kind == "claim by"));
}

#[test]
fn names_are_forgiving() {
    let bench = linds();
    for typed in ["BELA OKORO", "béla okoro", "Okoro", "okoro"] {
        let outcome = page(&bench, typed);
        assert!(outcome.stdout.starts_with("Bela Okoro\n"), "{typed}: {}", outcome.text());
    }
    let id =
        bench.run(&["sql", "SELECT entity_id FROM v_actor WHERE name = 'Bela Okoro'"]).column("entity_id").remove(0);
    assert!(page(&bench, &id[..8]).stdout.starts_with("Bela Okoro\n"));
}

#[test]
fn an_ambiguous_name_lists_whom_it_may_mean() {
    let bench = linds();
    let outcome = page(&bench, "Lind");
    assert_eq!(outcome.status, 1, "{}", outcome.text());
    assert!(outcome.stderr.starts_with("error: 'Lind' may mean several actors; use the id or a fuller name:\n  e-"));
    assert!(outcome.stderr.contains("  Anna Lind (person, 1 article)\n"), "{}", outcome.stderr);
    assert!(outcome.stderr.contains("  Berta Lind (person, 1 article)\n"), "{}", outcome.stderr);
}

#[test]
fn an_unknown_name_suggests_near_ones() {
    let bench = linds();
    let outcome = page(&bench, "Carla Okoro");
    assert_eq!(
        outcome.text(),
        "--- stderr\nerror: nobody here is called 'Carla Okoro'; there is Bela Okoro\n--- status 1\n"
    );
}

#[test]
fn a_mistyped_name_is_answered_with_the_nearest() {
    let bench = linds();
    let outcome = page(&bench, "Okorro");
    assert_eq!(outcome.status, 1);
    assert!(outcome.stderr.ends_with("nobody here is called 'Okorro'; there is Bela Okoro\n"), "{}", outcome.stderr);
}

#[test]
fn a_page_tells_descriptions_over_time_and_who_quotes() {
    let bench = Workbench::with_samples();
    let page = page(&bench, "Anton Valdic").stdout;
    let described = page.split("Described as\n").nth(1).expect("he is described");
    assert!(described.contains("Foreign Minister: "), "{page}");
    let quoted = page.split("Quoted by\n").nth(1).expect("he is quoted");
    assert!(quoted.contains("  The Northern Herald: "), "{page}");
}

/// What the sample pieces call their main actors, one after the other, as a reader would check it.
#[test]
fn descriptions_of_the_samples() {
    let bench = Workbench::with_samples();
    let mut shown = String::new();
    for name in ["Anton Valdic", "Judith Castellan", "Ruth Abara", "Zoë Håkansson", "Farida Molan"] {
        let outcome = bench.run(&["actor", name, "--descriptions"]);
        assert_eq!(outcome.status, 0, "{}", outcome.text());
        shown += &format!("{name}\n{}\n", outcome.stdout);
    }
    insta::assert_snapshot!(shown);
}

#[test]
fn who_quotes_an_actor_adds_up_to_its_claims() {
    let bench = Workbench::with_samples();
    let claims = bench.run(&["actor", "Ruth Abara", "--quoted-by"]).column("claims");
    let sum: usize = claims.iter().map(|claims| claims.parse::<usize>().expect("a number")).sum();
    let by = bench.run(&["claims", "--actor", "Ruth Abara", "--limit", "0"]).column("claim_id").len();
    assert_eq!(sum, by);
}
