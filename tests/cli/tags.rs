//! `--tag`: lists narrowed to what people tagged.

use crate::support::{Outcome, Workbench};

/// Runs what must succeed.
fn done(bench: &Workbench, arguments: &[&str]) -> Outcome {
    let outcome = bench.run(arguments);
    assert_eq!(outcome.status, 0, "{arguments:?}: {}", outcome.text());
    outcome
}

/// Returns one column of a list without end.
fn listed(bench: &Workbench, arguments: &[&str], field: &str) -> Vec<String> {
    done(bench, &[arguments, &["--limit", "0"]].concat()).column(field)
}

#[test]
fn a_tagged_claim_is_found_with_its_piece_until_the_tag_is_undone() {
    let bench = Workbench::with_samples();
    let claims = done(&bench, &["claims", "--actor", "Ruth Abara", "--limit", "2"]);
    let (claim, article) = (claims.column("claim_id")[1].clone(), claims.column("article_id")[1].clone());
    let _ = done(&bench, &["tag", "To check", &claim]);
    let _ = done(&bench, &["tag", "urgent", &claim]);
    assert_eq!(listed(&bench, &["claims", "--tag", "to CHECK"], "claim_id"), std::slice::from_ref(&claim));
    assert_eq!(
        listed(&bench, &["claims", "--tag", "to check", "--tag", "urgent"], "claim_id"),
        std::slice::from_ref(&claim)
    );
    assert_eq!(listed(&bench, &["claims", "--tag", "to check", "--tag", "other"], "claim_id"), Vec::<String>::new());
    assert_eq!(listed(&bench, &["articles", "--tag", "to check"], "article_id"), [article]);
    let _ = done(&bench, &["reanalyze", "--all"]);
    assert_eq!(
        listed(&bench, &["claims", "--tag", "to check"], "claim_id"),
        std::slice::from_ref(&claim),
        "it is read anew"
    );
    let _ = done(&bench, &["undo"]);
    assert_eq!(listed(&bench, &["claims", "--tag", "urgent"], "claim_id"), Vec::<String>::new());
    assert_eq!(listed(&bench, &["claims", "--tag", "to check"], "claim_id"), [claim]);
    let _ = done(&bench, &["check"]);
}

#[test]
fn the_claims_of_a_tagged_piece_are_tagged_too() {
    let bench = Workbench::with_samples();
    let article = listed(&bench, &["articles", "--outlet", "Harbour Post"], "article_id").remove(0);
    let all = listed(&bench, &["claims", "--article", &article], "claim_id");
    let _ = done(&bench, &["tag", "quayside", &article]);
    assert_eq!(listed(&bench, &["articles", "--tag", "quayside"], "article_id"), [article]);
    assert_eq!(listed(&bench, &["claims", "--tag", "quayside"], "claim_id"), all);
}

#[test]
fn a_tagged_actor_keeps_its_tag_and_its_counts() {
    let bench = Workbench::with_samples();
    let _ = done(&bench, &["tag", "official", "Ruth Abara"]);
    let counts = |arguments: &[&str]| done(&bench, arguments).records().split_off(1);
    let tagged = counts(&["actors", "--tag", "official"]);
    assert_eq!(tagged.len(), 1);
    assert!(counts(&["actors", "--limit", "0"]).contains(&tagged[0]), "counts are those of all pieces");
    assert_eq!(counts(&["actors", "--tag", "official", "--since", "2031-01"]).len(), 1);
    let _ = done(&bench, &["merge", "Ruth Abara", "Anton Valdic"]);
    assert_eq!(counts(&["actors", "--tag", "official"]).len(), 1, "whoever it is merged with has it");
    assert!(done(&bench, &["actor", "Anton Valdic", "--format", "table"]).stdout.contains("official"));
}
