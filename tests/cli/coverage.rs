//! `coverage`.

use crate::support::Workbench;

fn numbers(column: Vec<String>) -> Vec<i64> {
    column.iter().map(|count| count.parse().expect("a count")).collect()
}

#[test]
fn outlets_account_for_every_claim() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["coverage"]);
    let claims = bench.run(&["claims"]);
    let of = |field: &str| numbers(outcome.column(field));
    assert_eq!(of("claims").iter().sum::<i64>(), claims.column("claim_id").len() as i64);
    for (kind, field) in [("named", "named"), ("anonymous", "unnamed"), ("unknown", "unknown"), ("author", "author")] {
        let expected = claims.column("speaker_kind").iter().filter(|of_claim| *of_claim == kind).count();
        assert_eq!(of(field).iter().sum::<i64>(), expected as i64, "{field}");
    }
    assert!(of("claims").is_sorted_by(|a, b| a >= b));
    assert!(outcome.column("top_sources").iter().any(|sources| !sources.is_empty()));
}

#[test]
fn an_outlet_agrees_with_its_claims() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["coverage", "--outlet", "Harbour Post"]);
    let claims = bench.run(&["claims", "--outlet", "Harbour Post"]);
    let mut speakers: Vec<String> = claims.column("speaker_id").into_iter().filter(|id| !id.is_empty()).collect();
    speakers.sort();
    let named = speakers.len();
    let most = speakers.chunk_by(|a, b| a == b).map(<[String]>::len).max().expect("somebody speaks");
    speakers.dedup();
    assert_eq!(outcome.column("outlet"), ["Harbour Post"]);
    assert_eq!(outcome.column("sources"), [speakers.len().to_string()]);
    assert_eq!(outcome.column("top_share"), [format!("{:.3}", most as f64 / named as f64)]);
    let unnamed = claims.column("speaker_kind").iter().filter(|kind| *kind == "anonymous").count();
    let by_author = claims.column("speaker_kind").iter().filter(|kind| *kind == "author").count();
    let reported = claims.column("claim_id").len() - by_author;
    assert_eq!(outcome.column("anonymous_share"), [format!("{:.3}", unnamed as f64 / reported as f64)]);
}

#[test]
fn actors_and_pairs_divide_the_same_claims() {
    let bench = Workbench::with_samples();
    let named: i64 = numbers(bench.run(&["coverage"]).column("named")).iter().sum();
    let actors = bench.run(&["coverage", "--by", "actor"]);
    let pairs = bench.run(&["coverage", "--by", "pair"]);
    assert_eq!(numbers(actors.column("claims")).iter().sum::<i64>(), named);
    assert_eq!(numbers(pairs.column("claims")).iter().sum::<i64>(), named);
    let shares: f64 = actors.column("share").iter().map(|share| share.parse::<f64>().expect("a share")).sum();
    assert!((shares - 1.0).abs() < 0.0005 * actors.column("share").len() as f64, "{shares}");
    let one = bench.run(&["coverage", "--by", "pair", "--actor", "Anton Valdic"]);
    assert_eq!(
        bench.run(&["coverage", "--by", "actor", "--actor", "Anton Valdic"]).column("claims"),
        [numbers(one.column("claims")).iter().sum::<i64>().to_string()]
    );
}

#[test]
fn reprints_are_counted_beside_and_not_among() {
    let bench = Workbench::with_samples();
    let collapsed = bench.run(&["coverage"]);
    let separate = bench.run(&["coverage", "--reprints", "separate"]);
    assert!(numbers(collapsed.column("reprints")).iter().sum::<i64>() > 0, "{}", collapsed.stdout);
    assert!(numbers(separate.column("reprints")).iter().all(|count| *count == 0));
    let claims = |outcome: &crate::support::Outcome| numbers(outcome.column("claims")).iter().sum::<i64>();
    assert!(claims(&separate) > claims(&collapsed));
}

#[test]
fn rows_can_be_sorted() {
    let bench = Workbench::with_samples();
    let entropies = bench.run(&["coverage", "--by", "actor", "--sort", "-entropy"]).column("entropy");
    let numbers: Vec<f64> = entropies.iter().filter_map(|entropy| entropy.parse().ok()).collect();
    assert!(numbers.is_sorted_by(|a, b| a >= b), "{numbers:?}");
    let refused = bench.run(&["coverage", "--sort", "weight"]);
    assert_eq!(refused.status, 2, "{}", refused.text());
}

#[test]
fn a_table_fits_the_terminal() {
    let bench = Workbench::with_samples();
    for by in ["outlet", "actor", "pair"] {
        let outcome = bench.run(&["coverage", "--by", by, "--format", "table"]);
        assert!(outcome.stdout.lines().all(|line| line.chars().count() <= 100), "{}", outcome.stdout);
        assert!(outcome.stdout.lines().count() > 2);
    }
}
