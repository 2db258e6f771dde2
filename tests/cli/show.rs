//! `show`.

use crate::support::Workbench;

fn one(bench: &Workbench, sql: &str) -> String {
    bench.run(&["sql", sql]).records().remove(1).remove(0)
}

#[test]
fn an_article_is_shown_with_its_claims_marked() {
    let bench = Workbench::empty();
    bench.write(
        "bridge.txt",
        "Bridge to close\n\nBy Ina Roth\n\n2031-05-02\n\nOutlet: The Varn Courier\n\nThe old bridge will close on Monday.\n\n\
         \"It is not safe,\" Anna Lind said.\n",
    );
    assert_eq!(bench.run(&["ingest", "bridge.txt", "--meta", "desk=city"]).status, 0);
    let article = one(&bench, "SELECT article_id FROM v_article");
    let outcome = bench.run(&["show", &article, "--format", "table"]);
    for wanted in [
        "Bridge to close\n",
        "outlet      The Varn Courier\n",
        "byline      Ina Roth\n",
        "published   2031-05-02\n",
        "desk        city\n",
        "from        HERE/bridge.txt (run 1)\n",
        "¶1 The old bridge will close on Monday.\n",
        "[1: ",
        "    1 Anna Lind “said” · direct · assert",
    ] {
        assert!(outcome.stdout.contains(wanted), "{wanted}: {}", outcome.text());
    }
    let paragraphs = bench.run(&["show", &article[..8]]);
    assert_eq!(paragraphs.column("paragraph"), ["0", "1", "2"]);
}

#[test]
fn a_claim_is_shown_in_its_passage() {
    let bench = Workbench::with_samples();
    let claim = one(&bench, "SELECT claim_id FROM v_claim WHERE speaker = 'Ruth Abara' AND form = 'direct' ORDER BY 1");
    let outcome = bench.run(&["show", &claim, "--format", "table"]);
    for wanted in ["[content: ", "[cue: ", "[source: ", "speaker     Ruth Abara (e-", &format!("claim       {claim}\n")]
    {
        assert!(outcome.stdout.contains(wanted), "{wanted}: {}", outcome.text());
    }
}

#[test]
fn a_claim_tells_how_its_speaker_is_known() {
    let bench = Workbench::empty();
    bench.write("dam.txt", "Anna Kolt inspected the dam. Ms. Kolt left early.\n\nShe said that it was safe.\n");
    assert_eq!(bench.run(&["ingest", "dam.txt"]).status, 0);
    let claim = one(&bench, "SELECT claim_id FROM v_claim WHERE source = 'She'");
    let outcome = bench.run(&["show", &claim, "--format", "table"]);
    assert!(outcome.stdout.contains("known by    “She” → Kolt → Anna Kolt\n"), "{}", outcome.text());
}

#[test]
fn versions_and_reprints_are_named() {
    let bench = Workbench::with_samples();
    let newer = one(&bench, "SELECT article_id FROM v_article WHERE version = 2");
    let outcome = bench.run(&["show", &newer, "--format", "table"]);
    assert!(outcome.stdout.contains("version     this is version 2; version 1: a-"), "{}", outcome.stdout);
    let reprint = one(&bench, "SELECT article_id FROM v_article WHERE original_id <> article_id");
    let outcome = bench.run(&["show", &reprint, "--format", "table"]);
    assert!(outcome.stdout.contains("original    a-"), "{}", outcome.stdout);
    assert!(outcome.stdout.contains("reprint     a-"), "{}", outcome.stdout);
}

#[test]
fn an_outlet_is_shown_with_its_articles() {
    let bench = Workbench::with_samples();
    let outlet = one(&bench, "SELECT outlet_id FROM outlet WHERE name = 'Harbour Post'");
    let outcome = bench.run(&["show", &outlet, "--format", "table"]);
    assert!(outcome.stdout.starts_with("Harbour Post\n"), "{}", outcome.stdout);
    assert!(bench.run(&["show", &outlet]).column("outlet").iter().all(|name| name == "Harbour Post"));
}
