//! What all commands share: exit statuses, errors, formats, fields, pages.

use std::io::Read;
use std::process::Stdio;

use crate::support::Workbench;

#[test]
fn a_missing_corpus_is_named_with_the_next_step() {
    let bench = Workbench::empty();
    insta::assert_snapshot!(bench.run(&["claims"]).text(), @r"
    --- stderr
    error: there is no corpus at sayso.db; make one with `sayso -d sayso.db ingest FOLDER`, or name another with -d
    --- status 1
    ");
    assert!(!bench.path("sayso.db").exists(), "a query creates nothing");
}

#[test]
fn another_file_is_left_alone() {
    let bench = Workbench::empty();
    bench.write(
        "notes.db",
        "These are notes, and long enough to be a header of sorts: 0123456789 0123456789 0123456789.",
    );
    for command in [vec!["-d", "notes.db", "claims"], vec!["-d", "notes.db", "ingest", "notes.db"]] {
        let outcome = bench.run(&command);
        assert_eq!(outcome.status, 1);
        assert!(outcome.stderr.starts_with("error: notes.db is not a sayso corpus"), "{}", outcome.stderr);
    }
    assert!(bench.read("notes.db").starts_with("These are notes"));
}

#[test]
fn the_corpus_may_come_from_the_environment() {
    let bench = Workbench::with_samples();
    std::fs::rename(bench.path("sayso.db"), bench.path("other.db")).expect("it can be renamed");
    let output = bench.command(&["stats"]).env("SAYSO_DB", "other.db").output().expect("the program runs");
    assert!(output.status.success());
}

#[test]
fn misuse_is_status_two() {
    let bench = Workbench::with_samples();
    for misuse in [
        vec!["claim"],
        vec!["claims", "--form", "spoken"],
        vec!["claims", "--since", "yesterday"],
        vec!["claims", "--csv", "--json"],
        vec!["claims", "--fields", "claim_id,verb"],
        vec!["claims", "--sort", "verb"],
        vec!["claims", "--json", "--excel"],
        vec!["claims", "-o", "claims.xlsx"],
        vec!["ingest", "--retry", "1", "--outlet", "The Varn Courier"],
        vec!["search", "--in", "paragraphs", "--form", "direct", "water"],
        vec!["sql", "DELETE FROM claim"],
        vec!["runs", "--fate", "failed"],
    ] {
        let outcome = bench.run(&misuse);
        assert_eq!(outcome.status, 2, "{misuse:?}: {}", outcome.text());
        assert!(outcome.stderr.starts_with("error: "), "{misuse:?}: {}", outcome.stderr);
        assert_eq!(outcome.stdout, "", "{misuse:?}");
    }
}

#[test]
fn what_is_not_there_is_status_one() {
    let bench = Workbench::with_samples();
    for missing in [
        vec!["show", "a-0000000000000000"],
        vec!["show", "water"],
        vec!["actor", "Nobody Whatsoever"],
        vec!["claims", "--outlet", "The Nowhere Gazette"],
        vec!["articles", "--article", "e-00"],
        vec!["runs", "99"],
    ] {
        let outcome = bench.run(&missing);
        assert_eq!(outcome.status, 1, "{missing:?}: {}", outcome.text());
    }
}

#[test]
fn no_rows_are_done_too() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["claims", "--since", "2050"]);
    assert_eq!((outcome.status, outcome.records().len()), (0, 1));
    let outcome = bench.run(&["claims", "--since", "2050", "--format", "table"]);
    assert_eq!(outcome.text(), "--- stderr\nno claims\n--- status 0\n");
}

#[test]
fn a_page_of_nothing_tells_what_reprints_hold() {
    let bench = Workbench::with_samples();
    let reprints = bench.run(&["articles", "--reprints", "only", "--ids"]).stdout;
    let reprint = reprints.lines().next().expect("the samples hold reprints");
    let outcome = bench.run(&["articles", "--article", reprint, "--format", "table"]);
    let hint = "no articles\n1 article in reprints and replaced versions; --reprints separate shows them\n";
    assert_eq!((outcome.stdout.as_str(), outcome.stderr.as_str()), ("", hint));
    assert_eq!(bench.run(&["articles", "--article", reprint]).stderr, "", "a pipe is not talked to");
}

#[test]
fn a_reader_that_leaves_is_no_failure() {
    let bench = Workbench::with_samples();
    // Much more than a pipe holds.
    let endless = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 1000000) SELECT x FROM n";
    for command in [vec!["sql", endless], vec!["sql", endless, "--format", "json"]] {
        let mut program = bench.command(&command);
        let mut child = program.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program runs");
        let mut first = [0; 2];
        child.stdout.take().expect("it is piped").read_exact(&mut first).expect("it answers");
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    }
}

#[test]
fn fields_are_chosen_and_listed() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["articles", "--fields", "headline,article_id", "--limit", "2"]);
    assert_eq!(outcome.records()[0], ["headline", "article_id"]);
    assert_eq!(outcome.records().len(), 3);
    let outcome = bench.run(&["actors", "--fields"]);
    assert_eq!(outcome.stdout, "entity_id\nname\ntype\narticles\nmentions\nclaims_by\nclaims_about\n");
}

#[test]
fn fields_that_scripts_rely_on_come_first() {
    let bench = Workbench::with_samples();
    let promised = [
        ("articles", "article_id outlet headline byline published_on language genre url words claims"),
        ("actors", "entity_id name type articles mentions claims_by claims_about"),
        (
            "claims",
            "claim_id article_id outlet published_on headline paragraph speaker speaker_id source cue cue_class content \
             form polarity about score",
        ),
    ];
    for (command, fields) in promised {
        let outcome = bench.run(&[command, "--fields"]);
        let given: Vec<&str> = outcome.stdout.lines().collect();
        let wanted: Vec<&str> = fields.split_whitespace().collect();
        assert_eq!(given[..wanted.len()], wanted, "{command}");
    }
    let outcome = bench.run(&["crossref", "Ruth Abara", "--fields"]);
    let wanted = "kind article_id outlet published_on headline paragraph speaker about text claim_id other_claim_id";
    let wanted: Vec<&str> = wanted.split_whitespace().collect();
    assert_eq!(outcome.stdout.lines().take(wanted.len()).collect::<Vec<_>>(), wanted);
}

#[test]
fn a_file_gives_the_format_and_is_counted() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["outlets", "-o", "outlets.jsonl"]);
    assert_eq!((outcome.status, outcome.stdout.as_str()), (0, ""));
    let lines = bench.read("outlets.jsonl").lines().count();
    assert_eq!(outcome.stderr, format!("{lines} outlets written to outlets.jsonl\n"));
    assert!(bench.read("outlets.jsonl").starts_with("{\"outlet_id\":\"o-"));
}

#[test]
fn a_failed_answer_leaves_an_earlier_file_as_it_was() {
    let bench = Workbench::with_samples();
    bench.write("answer.csv", "earlier");
    // The second row is where this statement fails.
    let outcome = bench.run(&["sql", "SELECT json(x) FROM (SELECT '1' AS x UNION ALL SELECT '{')", "-o", "answer.csv"]);
    assert_ne!(outcome.status, 0);
    assert_eq!(bench.read("answer.csv"), "earlier");
    assert!(!bench.path(".answer.csv.partial").exists());
}

#[test]
fn spreadsheets_get_a_mark_and_guarded_text() {
    let bench = Workbench::empty();
    bench.write(
        "sum.txt",
        "=SUM(A1:A9) is what they typed\n\nBy Ann Lind\n\n2031-03-04\n\nNobody knew why it was typed at all.\n",
    );
    assert_eq!(bench.run(&["ingest", "sum.txt", "--outlet", "@Herald"]).status, 0);
    let outcome = bench.run(&["articles", "--excel", "-o", "articles.csv"]);
    let guarded = "2 cells guarded or cut so that spreadsheets take them as text\n";
    assert_eq!(outcome.stderr, format!("1 article written to articles.csv\n{guarded}"));
    let written = bench.read("articles.csv");
    assert!(written.starts_with("\u{feff}article_id,"), "{written}");
    assert!(written.contains("'=SUM(A1:A9)") && written.contains("'@Herald"), "{written}");
    assert_eq!(written.matches("\r\n").count(), 2);
}

#[test]
fn colour_comes_when_it_is_asked_for() {
    let bench = Workbench::with_samples();
    let colored =
        |when| bench.run(&["actor", "Ruth Abara", "--format", "table", "--color", when]).stdout.contains('\u{1b}');
    assert!(colored("always"));
    assert!(!colored("never"));
    assert!(!colored("auto"));
}

#[test]
fn every_command_has_help_with_an_example() {
    let bench = Workbench::empty();
    let help = bench.run(&["--help"]).stdout;
    let groups = help.lines().skip_while(|line| !line.starts_with("Begin:"));
    let lines = groups.take_while(|line| !line.starts_with("Options:")).filter(|line| line.starts_with("  "));
    let commands: Vec<&str> = lines.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(commands.len() > 15, "{help}");
    for command in commands {
        let help = bench.run(&[command, "--help"]).stdout;
        assert!(help.contains("Example"), "{command}: {help}");
    }
}
