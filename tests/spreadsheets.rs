//! CSV is read back as it was written: by the csv crate, and by Python, as those do who go on with it.

use std::process::{Command, Stdio};

use serde_json::Value;

use crate::support::{Workbench, skipped};

/// What spreadsheets and readers of CSV stumble over, each said by somebody.
const SAID: [&str; 9] = [
    "He said \"no\", \"never\" and \"\"; then he left, it is said",
    "قال الوزير إن السد صامد",
    "שלום עולם, הסכר החזיק",
    "👍🏽 it held 🎉, she is told",
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(A1:A9) is what they want",
    "a;b\ta,b|c \\ d",
];

/// Makes a corpus of awkward pieces; returns its folder and its long paragraph.
fn awkward() -> (Workbench, String) {
    let bench = Workbench::empty();
    let long = "The dam, said Anna Kolt, will hold “as it did”; ".repeat(840);
    let long = long.trim_end().to_string();
    assert!(long.chars().count() > 40_000);
    let mut lines = String::new();
    for (number, said) in SAID.iter().enumerate() {
        let text = format!(
            "“{said}, and so it will stay,” Anna Kolt, the mayor of Varn, said on Monday.\n\n{said}\n\nIt rained for {number} days."
        );
        let piece = serde_json::json!({
            "headline": said, "outlet": format!("=The \"Varn\" Courier {number}"), "author": "+Ida, Brandt", "text": text,
            "date": format!("2031-05-{:02}", number + 1), "note": "first\nsecond \"line\"\r\nthird",
        });
        lines.push_str(&format!("{piece}\n"));
    }
    lines.push_str(&format!("{}\n", serde_json::json!({ "headline": "Long", "text": long })));
    bench.write("pieces.jsonl", lines);
    let outcome = bench.run(&["ingest", "pieces.jsonl"]);
    assert_eq!(outcome.status, 0, "{}", outcome.text());
    (bench, long)
}

/// Reads CSV with the csv crate: the header, then the rows.
fn read(bytes: &[u8]) -> Vec<Vec<String>> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    let records = reader.records().map(|record| record.expect("it is CSV"));
    records.map(|record| record.iter().map(String::from).collect()).collect()
}

/// Reads a CSV file with Python's csv module; `None` where there is no Python.
fn read_by_python(bench: &Workbench, file: &str) -> Option<Vec<Vec<String>>> {
    let program = "import csv, json, sys
with open(sys.argv[1], encoding='utf-8-sig', newline='') as file:
    json.dump(list(csv.reader(file, strict=True)), sys.stdout)";
    let mut python = Command::new("python3");
    python.args(["-c", program]).arg(bench.path(file)).stderr(Stdio::inherit());
    match python.output() {
        Ok(output) if output.status.success() => Some(serde_json::from_slice(&output.stdout).expect("it is JSON")),
        Ok(output) => panic!("Python could not read {file}: {}", output.status),
        Err(_) => {
            skipped("there is no python3");
            None
        }
    }
}

/// Returns what an answer says in JSON, cell by cell, as CSV would write it.
fn told_in_json(bench: &Workbench, command: &str) -> Vec<Vec<String>> {
    let told: Vec<serde_json::Map<String, Value>> =
        serde_json::from_str(&bench.run(&[command, "--json"]).stdout).expect("it is JSON");
    let fields = told[0].keys().cloned().collect();
    let cell = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("; "),
        Value::Number(number) if number.is_f64() => format!("{:.3}", number.as_f64().expect("it is one")),
        other => other.to_string(),
    };
    std::iter::once(fields).chain(told.iter().map(|row| row.values().map(cell).collect())).collect()
}

#[test]
fn claims_and_articles_are_read_back_as_they_are() {
    let (bench, _) = awkward();
    for command in ["claims", "articles"] {
        let file = format!("{command}.csv");
        assert_eq!(bench.run(&[command, "-o", &file]).status, 0);
        let rows = read(bench.read(&file).as_bytes());
        assert!(rows.len() > SAID.len(), "{rows:?}");
        assert!(rows == told_in_json(&bench, command), "{command}: CSV and JSON tell different things");
        assert_eq!(bench.run(&[command, "--csv"]).stdout, bench.read(&file));
        if let Some(by_python) = read_by_python(&bench, &file) {
            assert!(by_python == rows, "{command}: Python reads something else");
        }
    }
    let claims = bench.run(&["claims"]);
    for said in SAID.map(|said| said.replace('\t', " ")) {
        assert!(claims.column("headline").contains(&said), "{said} is no headline");
        assert!(claims.column("content").iter().any(|content| content.contains(&said)), "{said} is in no content");
    }
}

#[test]
fn spreadsheets_get_text_and_nothing_to_run() {
    let (bench, _) = awkward();
    let plain = read(bench.run(&["claims", "--csv"]).stdout.as_bytes());
    assert_eq!(bench.run(&["claims", "--excel", "-o", "claims.csv"]).status, 0);
    let bytes = bench.read("claims.csv");
    assert!(bytes.starts_with('\u{feff}') && bytes.ends_with("\r\n"));
    let guarded = read(bytes.as_bytes());
    assert_eq!(guarded.len(), plain.len());
    let score = plain[0].iter().position(|field| field == "score").expect("a field");
    for (guarded, plain) in guarded.iter().flatten().zip(plain.iter().flatten()) {
        assert!(!guarded.starts_with(['=', '+', '-', '@']), "{guarded}");
        assert!(guarded.encode_utf16().count() <= 32_767);
        let kept = guarded.strip_prefix('\'').filter(|_| plain.starts_with(['=', '+', '-', '@'])).unwrap_or(guarded);
        assert!(kept == plain || guarded.contains("[cut by sayso: "), "{guarded} was {plain}");
    }
    assert!(guarded[1..].iter().all(|row| row[score].parse::<f64>().is_ok()), "numbers stay numbers");
    if let Some(by_python) = read_by_python(&bench, "claims.csv") {
        assert!(by_python == guarded, "Python reads something else");
    }
}

#[test]
fn an_export_holds_every_text_and_vouches_for_it() {
    let (bench, long) = awkward();
    for (folder, excel) in [("plain", false), ("excel", true)] {
        let mut arguments = vec!["export", "--all", folder];
        arguments.extend(excel.then_some("--excel"));
        assert_eq!(bench.run(&arguments).status, 0);
        let package: Value = serde_json::from_str(&bench.read(&format!("{folder}/datapackage.json"))).expect("JSON");
        for resource in package["resources"].as_array().expect("tables") {
            let file = format!("{folder}/{}", resource["path"].as_str().expect("a path"));
            let text = bench.read(&file);
            assert_eq!(resource["bytes"], text.len(), "{file}");
            assert_eq!(resource["hash"], format!("blake3:{}", blake3::hash(text.as_bytes()).to_hex()), "{file}");
            let rows = read(text.as_bytes());
            let fields = resource["schema"]["fields"].as_array().expect("fields");
            assert!(rows[0].iter().eq(fields.iter().filter_map(|field| field["name"].as_str())), "{file}");
            if let Some(by_python) = read_by_python(&bench, &file) {
                assert!(by_python == rows, "{file}: Python reads something else");
            }
        }
    }
    let texts = |folder: &str| {
        let rows = read(bench.read(&format!("{folder}/paragraphs.csv")).as_bytes());
        let text = rows[0].iter().position(|field| field == "text").expect("a field");
        rows.into_iter().map(|mut row| row.swap_remove(text)).collect::<Vec<String>>()
    };
    let plain = texts("plain");
    for said in SAID {
        assert!(plain.iter().any(|text| text == said.replace('\t', " ").as_str()), "{said}: {plain:#?}");
    }
    assert!(plain.contains(&long), "the long paragraph is whole");
    let cut = texts("excel").into_iter().find(|text| text.contains("[cut by sayso: ")).expect("a note");
    let (kept, note) = cut.split_once(" … [cut by sayso: ").expect("the note follows");
    let more: usize = note.trim_end_matches(" more characters]").parse().expect("a number");
    assert!(long.starts_with(kept) && kept.chars().count() + more == long.chars().count(), "{note}");
}
