//! `network`.

use std::collections::BTreeMap;

use crate::support::Workbench;

/// Two of the sample claims, by different actors, in different articles, both dated.
fn two_claims(bench: &Workbench) -> [BTreeMap<String, String>; 2] {
    let claims = bench.run(&["claims", "--fields", "claim_id,article_id,published_on,speaker,speaker_id"]);
    let records = claims.records();
    let rows: Vec<BTreeMap<String, String>> = records[1..]
        .iter()
        .map(|record| records[0].iter().cloned().zip(record.iter().cloned()).collect())
        .filter(|row: &BTreeMap<String, String>| !row["speaker_id"].is_empty() && !row["published_on"].is_empty())
        .collect();
    let one = rows[0].clone();
    let is_other = |row: &&BTreeMap<String, String>| {
        row["speaker_id"] != one["speaker_id"] && row["article_id"] != one["article_id"]
    };
    let other = rows.iter().find(is_other).expect("several speak").clone();
    [one, other]
}

/// Leaves no link but one between two claims.
fn link(bench: &Workbench, one: &str, other: &str, relation: &str) {
    let (one, other) = if one < other { (one, other) } else { (other, one) };
    bench.change(&format!(
        "DELETE FROM claim_link;
         INSERT INTO claim_link (claim_a, claim_b, relation, rule, score, reason, meetings)
         SELECT a.id, b.id, '{relation}', 'test', 0.9, 'made for a test', 1
         FROM claim AS a, claim AS b WHERE a.claim_id = '{one}' AND b.claim_id = '{other}';"
    ));
}

#[test]
fn edges_about_agree_with_the_claims() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["network", "--edges", "about", "--actor", "Anton Valdic", "--about", "Temur Dzhavlan"]);
    let claims = bench.run(&["claims", "--actor", "Anton Valdic", "--about", "Temur Dzhavlan"]);
    let mut articles = claims.column("article_id");
    articles.dedup();
    assert_eq!(outcome.column("source"), ["Anton Valdic"]);
    assert_eq!(outcome.column("target"), ["Temur Dzhavlan"]);
    assert_eq!(outcome.column("claims"), [claims.column("claim_id").len().to_string()]);
    assert_eq!(outcome.column("weight"), [articles.len().to_string()]);
    assert_eq!(outcome.column("weight"), outcome.column("articles"));
    assert_eq!(outcome.column("first_on")[0], claims.column("published_on")[0]);
}

#[test]
fn a_pair_counts_once_an_article_a_week_or_in_all() {
    let bench = Workbench::with_samples();
    let total = |per: &str| {
        let weights = bench.run(&["network", "--edges", "co-quoted", "--since", "2031", "--per", per]).column("weight");
        (weights.iter().map(|weight| weight.parse::<usize>().expect("a count")).sum::<usize>(), weights.len())
    };
    let (article, edges) = total("article");
    let (week, _) = total("week");
    let (year, _) = total("year");
    let (range, _) = total("range");
    assert!(article >= week && week >= year && year >= range, "{article} {week} {year} {range}");
    assert_eq!(range, edges);
}

#[test]
fn undirected_edges_stand_once_and_begin_at_the_smaller_id() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["network", "--edges", "co-quoted"]);
    let ends: Vec<(String, String)> =
        outcome.column("source_id").into_iter().zip(outcome.column("target_id")).collect();
    assert!(!ends.is_empty() && ends.iter().all(|(source, target)| source < target), "{ends:?}");
    let of_one = bench.run(&["network", "--edges", "co-quoted", "--actor", "Anton Valdic"]).records();
    let all = outcome.records();
    let expected: Vec<_> = all[1..].iter().filter(|row| row[0] == "Anton Valdic" || row[2] == "Anton Valdic").collect();
    assert_eq!(of_one[1..].iter().collect::<Vec<_>>(), expected);
}

#[test]
fn echoes_make_agreement_and_disputes_make_dispute() {
    let bench = Workbench::with_samples();
    let [one, other] = two_claims(&bench);
    for (relation, kind) in [("echo", "agrees"), ("dispute", "disputes")] {
        link(&bench, &one["claim_id"], &other["claim_id"], relation);
        let outcome = bench.run(&["network", "--edges", "agrees,disputes"]);
        assert_eq!(outcome.column("kind"), [kind]);
        let mut ends = vec![outcome.column("source_id")[0].clone(), outcome.column("target_id")[0].clone()];
        let mut expected = vec![one["speaker_id"].clone(), other["speaker_id"].clone()];
        ends.sort();
        expected.sort();
        assert_eq!(ends, expected);
        assert_eq!(outcome.column("weight"), ["1"]);
        assert_eq!([outcome.column("claims"), outcome.column("articles")].concat(), ["2", "2"]);
        let later = one["published_on"].clone().max(other["published_on"].clone());
        assert_eq!([outcome.column("first_on"), outcome.column("last_on")].concat(), [later.clone(), later]);
        let of_one = bench.run(&["network", "--edges", "agrees,disputes", "--actor", &one["speaker_id"]]);
        assert_eq!(of_one.stdout, outcome.stdout);
        // Both claims must be among those that the filters find.
        let of_article = bench.run(&["network", "--edges", "agrees,disputes", "--article", &one["article_id"]]);
        assert_eq!(of_article.records().len(), 1);
    }
    bench.change("UPDATE claim_link SET verdict = 'rejected'");
    assert_eq!(bench.run(&["network", "--edges", "agrees,disputes"]).records().len(), 1);
}

#[test]
fn an_actor_against_itself_is_no_edge() {
    let bench = Workbench::with_samples();
    let claims = bench.run(&["claims", "--actor", "Anton Valdic"]);
    let (ids, articles) = (claims.column("claim_id"), claims.column("article_id"));
    let elsewhere = articles.iter().position(|article| *article != articles[0]).expect("it speaks in two articles");
    link(&bench, &ids[0], &ids[elsewhere], "dispute");
    assert_eq!(bench.run(&["network", "--edges", "disputes"]).records().len(), 1);
}

#[test]
fn normalised_weights_lie_between_zero_and_one_and_are_not_rescaled_by_a_narrower_question() {
    let bench = Workbench::with_samples();
    for how in ["activity", "jaccard"] {
        let whole = bench.run(&["network", "--edges", "about,co-quoted,outlet", "--normalise", how]);
        let weights: Vec<f64> = whole.column("weight").iter().map(|weight| weight.parse().expect("a number")).collect();
        assert!(weights.iter().all(|weight| *weight > 0.0 && *weight <= 1.0), "{weights:?}");
        assert!(weights.is_sorted_by(|a, b| a >= b), "{weights:?}");
        let part = bench.run(&["network", "--edges", "co-quoted", "--normalise", how, "--actor", "Anton Valdic"]);
        let whole = whole.records();
        assert!(part.records()[1..].iter().all(|row| whole.contains(row)), "{}", part.stdout);
    }
    let refused = bench.run(&["network", "--normalise", "jaccard", "--per", "range"]);
    assert_eq!(refused.status, 2, "{}", refused.text());
}

#[test]
fn small_weights_and_quiet_actors_can_be_left_out() {
    let bench = Workbench::with_samples();
    let heavy = bench.run(&["network", "--edges", "co-quoted,outlet", "--min-weight", "2"]);
    assert!(heavy.column("weight").iter().all(|weight| weight.parse::<i64>().is_ok_and(|weight| weight >= 2)));
    assert_eq!(bench.run(&["network", "--min-claims", "5", "-o", "loud.csv"]).status, 0);
    let nodes = bench.rows("loud-nodes.csv");
    let claims = |row: &BTreeMap<String, String>| {
        ["claims_by", "claims_about"].iter().map(|field| row[*field].parse::<i64>().expect("a count")).sum::<i64>()
    };
    assert!(!nodes.is_empty() && nodes.iter().all(|row| claims(row) >= 5), "{nodes:?}");
}

#[test]
fn a_file_of_edges_has_its_nodes_beside_it() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["network", "--edges", "about,outlet", "-o", "x.csv"]);
    assert_eq!(outcome.status, 0, "{}", outcome.text());
    let told: Vec<&str> = outcome.stderr.lines().take(2).collect();
    assert!(
        told[0].ends_with(" edges written to x.csv") && told[1].ends_with(" nodes written to x-nodes.csv"),
        "{told:?}"
    );
    let nodes: Vec<String> = bench.rows("x-nodes.csv").into_iter().map(|row| row["node_id"].clone()).collect();
    let edges = bench.rows("x.csv");
    let mut ends: Vec<String> =
        edges.iter().flat_map(|row| [row["source_id"].clone(), row["target_id"].clone()]).collect();
    ends.sort();
    ends.dedup();
    assert_eq!(ends, nodes);
}

#[test]
fn graph_files_say_what_the_list_says() {
    let bench = Workbench::with_samples();
    let edges = bench.run(&["network", "--edges", "co-quoted"]);
    let count = |file: &str, element: &str| bench.read(file).matches(element).count();
    for file in ["x.graphml", "x.gexf"] {
        let outcome = bench.run(&["network", "--edges", "co-quoted", "-o", file]);
        assert_eq!(outcome.status, 0, "{}", outcome.text());
        assert!(outcome.stderr.contains(&format!(" nodes written to {file}\n")), "{}", outcome.stderr);
        assert_eq!(count(file, "<edge "), edges.records().len() - 1);
        assert!(!bench.read(file).contains("\"directed\""));
        let again = bench.read(file);
        let _ = bench.run(&["network", "--edges", "co-quoted", "-o", file]);
        assert_eq!(bench.read(file), again);
    }
    assert!(bench.read("x.gexf").contains(r#"mode="dynamic""#));
    let mixed = bench.run(&["network", "--edges", "co-quoted,about", "-o", "x.gexf"]);
    assert!(mixed.stderr.contains("some of its edges are directed and some are not"), "{}", mixed.stderr);
    assert!(bench.read("x.gexf").contains(r#"type="undirected""#));
}

#[test]
fn a_table_says_its_unit_and_what_it_leaves_out() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["network", "--edges", "outlet", "--format", "table"]);
    assert!(
        outcome.stderr.starts_with("Edges: outlet; weight: each pair counts once an article\n"),
        "{}",
        outcome.stderr
    );
    assert!(outcome.stderr.contains(" have no named speaker and tie nobody\n"), "{}", outcome.stderr);
    assert!(outcome.stdout.lines().all(|line| line.chars().count() <= 100), "{}", outcome.stdout);
}
