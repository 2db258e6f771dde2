//! Which sample pieces are one text or its version, against the gold; and near-equal pieces in any order.

use std::collections::BTreeMap;

use crate::support::{Workbench, synthetic};

/// Returns the pairs of pieces at the top of `links.txt`: relation and the days and outlets' files of both.
fn pairs() -> Vec<(String, [String; 2])> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/gold/links.txt");
    let text = std::fs::read_to_string(path).expect("the gold is there");
    let relations = ["reprint", "trimmed", "version", "distinct"];
    let blocks = text.split("\n\n").filter_map(|block| {
        let mut lines = block.lines();
        let relation = lines.next()?.split(' ').next()?.to_string();
        let side = |line: Option<&str>| line.and_then(|line| Some(line.split_once(": ")?.1.trim().to_string()));
        let sides = [side(lines.next())?, side(lines.next())?];
        relations.contains(&relation.as_str()).then_some((relation, sides))
    });
    blocks.collect()
}

#[test]
fn the_pairs_of_the_gold_hold() {
    let bench = Workbench::with_samples();
    let asked = "SELECT run_item.path, v_article.article_id, original_id, piece_id FROM run_item
                 JOIN article ON article.id = run_item.article JOIN v_article USING (article_id)";
    let mut articles: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in bench.run(&["sql", asked]).records().into_iter().skip(1) {
        let file = row[0].rsplit('/').next().unwrap_or_default();
        articles.insert(file.split('.').next().unwrap_or_default().to_string(), row[1..].to_vec());
    }
    let pairs = pairs();
    assert_eq!(pairs.len(), 4, "{pairs:?}");
    for (relation, [a, b]) in &pairs {
        let [(id_a, original_a, piece_a), (id_b, original_b, piece_b)] =
            [a, b].map(|name| (&articles[name][0], &articles[name][1], &articles[name][2]));
        let found = match (original_b == original_a, piece_a == piece_b) {
            (true, false) => "reprint",
            (false, true) => "version",
            _ => "distinct",
        };
        let wanted = if relation == "trimmed" { "reprint" } else { relation.as_str() };
        assert_eq!(found, wanted, "{a} and {b}");
        assert_eq!(original_a, id_a, "{a} is the first");
        assert_eq!(original_b == id_b, wanted != "reprint", "{b}");
    }
    // Nothing else in the samples is a reprint.
    let reprints = bench.run(&["articles", "--reprints", "only"]).column("article_id");
    assert_eq!(
        reprints.len(),
        pairs.iter().filter(|(relation, _)| ["reprint", "trimmed"].contains(&relation.as_str())).count()
    );
}

/// Writes pieces of which many are trimmed, led in or joined copies of others, a file each; returns the files' names.
fn near_equal(bench: &Workbench) -> Vec<String> {
    let mut files = Vec::new();
    let mut write = |outlet: &str, day: usize, headline: &str, paragraphs: &[&str]| {
        let name = format!("piece-{}.txt", files.len());
        let text = paragraphs.join("\n\n");
        bench.write(&name, format!("{headline}\n\n2031-04-{day:02}\n\nOutlet: {outlet}\n\n{text}\n"));
        files.push(name);
    };
    let standing = "The Courier has covered this valley since the first bridge was built and is owned by its readers, who \
        elect the board every second spring; its reporters accept neither presents nor free journeys from anybody.";
    let pieces: Vec<synthetic::Piece> = synthetic::pieces(16, 44).collect();
    for (number, pair) in pieces.chunks(2).enumerate() {
        let [one, other] = [&pair[0].text, &pair[1].text].map(|text| text.split("\n\n").collect::<Vec<_>>());
        let day = 2 + number;
        write("Herald", day, &pair[0].headline, &one);
        write("Post", day + 1, &pair[1].headline, &one[..one.len() * 2 / 3]);
        write("Courier", day, &pair[1].headline, &[&other[..], &[standing]].concat());
        write("Courier", day + 1, &pair[1].headline, &[&other[..], &[standing, one[0]]].concat());
        // Half of it carries the one text, half the other.
        if number % 3 == 0 {
            write("Gazette", day, "Both stories in one", &[&one[..], &other[..]].concat());
        }
    }
    files
}

#[test]
fn near_equal_pieces_in_any_order_give_one_export() {
    let bench = Workbench::empty();
    let mut files = near_equal(&bench);
    let ingest = |corpus: &str, files: &[String]| {
        let mut arguments = ["-d", corpus, "ingest"].map(String::from).to_vec();
        arguments.extend_from_slice(files);
        assert_eq!(bench.run(&arguments).status, 0);
    };
    ingest("one.db", &files);
    let expected = bench.exported("one.db");
    let reprints = bench.run(&["-d", "one.db", "articles", "--reprints", "only"]).column("article_id");
    assert!(reprints.len() >= 8, "{} reprints", reprints.len());
    assert_eq!(bench.run(&["-d", "one.db", "check"]).status, 0);

    // What joins two groups comes first, then last.
    files.reverse();
    ingest("backwards.db", &files);
    let mut chance = synthetic::Chance::new(5);
    for place in (1..files.len()).rev() {
        files.swap(place, chance.below(place + 1));
    }
    for some in files.chunks(5) {
        ingest("shuffled.db", some);
    }
    for corpus in ["backwards.db", "shuffled.db"] {
        let found = bench.exported(corpus);
        assert_eq!(found.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
        for (name, bytes) in found {
            assert!(bytes == expected[&name], "{corpus}: {name} differs");
        }
    }
}
