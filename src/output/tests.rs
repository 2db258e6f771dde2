//! What was written is what is read back: by us, by Python, by a person at a terminal.

use std::process::Command;

use proptest::prelude::*;

use super::*;

fn written(format: Format, style: &Style, fields: &[&str], rows: Vec<Vec<Cell>>) -> (String, Written) {
    let mut bytes = Vec::new();
    let fields = fields.iter().map(|field| field.to_string()).collect();
    let mut writer = Writer::new(format, style, fields, &mut bytes).expect("memory takes it");
    for row in rows {
        writer.write(row).expect("memory takes it");
    }
    let written = writer.finish().expect("memory takes it");
    (String::from_utf8(bytes).expect("UTF-8"), written)
}

fn plain(format: Format, fields: &[&str], rows: Vec<Vec<Cell>>) -> String {
    written(format, &Style::default(), fields, rows).0
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_string())
}

fn excel() -> Style {
    Style { excel: true, ..Style::default() }
}

/// Texts that have broken exports before.
fn hard_texts() -> Vec<String> {
    let mut texts: Vec<String> = [
        "She said: \"No, \"\"never\"\".\"",
        "two\nlines\r\nand a third\rone",
        "👩‍👩‍👧 👍🏽",
        "قالت الوزيرة إن الجسر مفتوح",
        "abc \u{202e}dcba",
        "=cmd|' /C calc'!A0",
        "+1",
        "-1",
        "@here",
        "\ttab first",
        "",
        " ",
        ",;\t|",
        "'",
        "\"",
    ]
    .map(str::to_string)
    .to_vec();
    texts.push("The river rose. ".repeat(2600));
    texts
}

fn rows_of(texts: &[String]) -> Vec<Vec<Cell>> {
    texts.iter().map(|hard| vec![text(hard), Cell::Integer(-1)]).collect()
}

fn read_back(csv: &str, delimiter: u8) -> Vec<Vec<String>> {
    let csv = csv.strip_prefix('\u{feff}').unwrap_or(csv);
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(csv.as_bytes());
    reader.records().map(|row| row.expect("a row").iter().map(str::to_string).collect()).collect()
}

fn expected(texts: &[String]) -> Vec<Vec<String>> {
    let header = vec!["content".to_string(), "paragraph".to_string()];
    std::iter::once(header).chain(texts.iter().map(|hard| vec![hard.clone(), "-1".to_string()])).collect()
}

#[test]
fn hard_texts_come_back_from_csv_and_tsv() {
    for (format, delimiter) in [(Format::Csv, b','), (Format::Tsv, b'\t')] {
        let csv = plain(format, &["content", "paragraph"], rows_of(&hard_texts()));
        assert_eq!(read_back(&csv, delimiter), expected(&hard_texts()));
    }
}

#[test]
fn excel_has_mark_line_ends_and_guards_for_text_only() {
    let rows = vec![
        vec![text("=1"), Cell::Integer(-1), Cell::Number(-0.5), Cell::Id("-x".into()), Cell::List(vec!["@a".into()])],
        vec![text("fine"), Cell::Empty, Cell::Empty, Cell::Empty, Cell::List(vec![])],
    ];
    let (csv, written) = written(Format::Csv, &excel(), &["a", "b", "c", "d", "e"], rows);
    assert_eq!(csv, "\u{feff}a,b,c,d,e\r\n'=1,-1,-0.500,-x,'@a\r\nfine,,,,\r\n");
    assert_eq!(written, Written { rows: 2, altered: 2 });
}

#[test]
fn python_reads_what_we_write() {
    let script = "import csv, json, sys\n\
                  with open(sys.argv[1], encoding=sys.argv[2], newline='') as file:\n\
                  \x20   print(json.dumps(list(csv.reader(file))))";
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("claims.csv");
    for (style, encoding) in [(Style::default(), "utf-8"), (excel(), "utf-8-sig")] {
        let (csv, _) = written(Format::Csv, &style, &["content", "paragraph"], rows_of(&hard_texts()));
        std::fs::write(&path, csv).expect("written");
        let Ok(python) = Command::new("python3").args(["-c", script]).arg(&path).arg(encoding).output() else {
            return skipped("python3 is not here");
        };
        assert!(python.status.success(), "{}", String::from_utf8_lossy(&python.stderr));
        let rows: Vec<Vec<String>> = serde_json::from_slice(&python.stdout).expect("JSON");
        let shown = |hard: &String| match style.excel {
            true => excel::guarded(hard).unwrap_or(hard.clone()),
            false => hard.clone(),
        };
        assert_eq!(rows, expected(&hard_texts().iter().map(shown).collect::<Vec<_>>()));
    }
}

#[allow(clippy::print_stderr)] // a test that was not run must say so
fn skipped(why: &str) {
    eprintln!("skipped: {why}");
}

#[test]
fn json_keeps_kinds_and_order() {
    let rows = vec![vec![
        Cell::Id("c-9tq2vd".into()),
        Cell::Empty,
        Cell::Integer(7),
        Cell::Number(0.12345),
        Cell::List(vec!["a".into(), "b".into()]),
    ]];
    let line = "{\"id\":\"c-9tq2vd\",\"none\":null,\"count\":7,\"score\":0.123,\"about\":[\"a\",\"b\"]}";
    let fields = ["id", "none", "count", "score", "about"];
    assert_eq!(plain(Format::Jsonl, &fields, rows.clone()), format!("{line}\n"));
    let two = [rows.clone(), rows].concat();
    assert_eq!(plain(Format::Json, &fields, two), format!("[\n{line},\n{line}\n]\n"));
    assert_eq!(plain(Format::Json, &fields, vec![]), "[]\n");
}

#[test]
fn markdown_and_ids_are_one_line_a_record() {
    let rows = vec![vec![Cell::Empty, Cell::Id("c-9tq2vd".into()), Cell::Id("a-k3fzq7".into()), text("a|b\nc")]];
    let fields = ["other", "claim_id", "article_id", "content"];
    let markdown = "| other | claim_id | article_id | content |\n| --- | --- | --- | --- |\n\
                    |  | c-9tq2vd | a-k3fzq7 | a\\|b<br>c |\n";
    assert_eq!(plain(Format::Markdown, &fields, rows.clone()), markdown);
    assert_eq!(plain(Format::Ids, &fields, rows), "c-9tq2vd\n");
}

#[test]
fn an_answer_without_records_is_its_header() {
    let bare = Format::ALL.map(|format| plain(format, &["claim_id"], vec![]));
    let rule = "claim_id\n────────\n";
    assert_eq!(bare, [rule, "claim_id\n", "claim_id\n", "[]\n", "", "| claim_id |\n| --- |\n", ""]);
}

#[test]
fn records_without_an_id_are_no_ids() {
    let mut writer = Writer::new(Format::Ids, &Style::default(), vec!["n".into()], io::sink()).expect("a sink");
    let error = writer.write(vec![Cell::Integer(1)]).expect_err("no id");
    assert_eq!(error.kind(), io::ErrorKind::InvalidInput);
}

#[test]
fn a_table_fits_its_terminal() {
    let row =
        |long: &str| vec![Cell::Id("c-9tq2vd4h6k8m2n5".into()), text("The Estavian"), text(long), Cell::Integer(7)];
    let rows: Vec<Vec<Cell>> = hard_texts().iter().map(|long| row(long)).collect();
    for width in [40, 80, 120] {
        let style = Style { width: Some(width), ..Style::default() };
        let (table, _) = written(Format::Table, &style, &["claim_id", "outlet", "content", "n"], rows.clone());
        // An emoji of several characters is counted by the terminal, not by us.
        let overflows = |line: &&str| line.chars().count() > width && !line.contains('👩');
        assert_eq!(table.lines().find(overflows), None);
        assert!(table.contains("c-9tq2vd4h "), "{table}");
        assert!(!table.contains(['\u{202e}', '\r', '\t', '\u{1b}']));
    }
}

#[test]
fn a_table_reads_well() {
    let claim = |id: &str, outlet: &str, speaker: &str, content: &str| {
        vec![Cell::Id(id.into()), text(outlet), text("2031-05-17"), text(speaker), text(content), Cell::Number(0.5)]
    };
    let long = "the bridge at Orlo was closed before the first shot was fired, and nobody who was there that night \
                has said otherwise, whatever the other side's ministry may print about it this week or the next, \
                on whichever of its many pages";
    let rows = vec![
        claim("c-4h6k8m2n5p7q", "Estavian Post", "Ann Velden", long),
        claim("c-9tq2vd7c3x4z", "Orlo Herald", "Northern Rivers Front", "both banks will be held"),
    ];
    let style = Style { width: Some(100), ..Style::default() };
    let fields = ["claim_id", "outlet", "published_on", "speaker", "content", "score"];
    insta::assert_snapshot!(written(Format::Table, &style, &fields, rows).0, @"
    claim_id    outlet         published_on  speaker        content                                score
    ────────────────────────────────────────────────────────────────────────────────────────────────────
    c-4h6k8m2n  Estavian Post  2031-05-17    Ann Velden     the bridge at Orlo was closed before   0.500
                                                            the first shot was fired, and nobody
                                                            who was there that night has said…
    c-9tq2vd7c  Orlo Herald    2031-05-17    Northern       both banks will be held                0.500
                                             Rivers Front
    ");
}

#[test]
fn only_a_coloured_table_is_styled() {
    let table = |color| {
        let style = Style { color, ..Style::default() };
        written(Format::Table, &style, &["name"], vec![vec![text("Ann Velden")]]).0
    };
    assert!(table(true).contains("\u{1b}[1m"));
    assert!(!table(false).contains('\u{1b}'));
}

#[test]
fn huge_texts_do_not_hold_a_table_up() {
    for piece in ["x", "字", "👍", " ", "a\u{301}", "\u{200b}"] {
        let huge = piece.repeat(1 << 20);
        for lines in [0, 3, usize::MAX] {
            let style = Style { width: Some(1), lines, ..Style::default() };
            written(Format::Table, &style, &["content"], vec![vec![text(&huge)]]);
        }
    }
}

#[test]
fn a_broken_pipe_is_known_for_one() {
    struct Broken;
    impl Write for Broken {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    for format in Format::ALL {
        let mut writer = Writer::new(format, &Style::default(), vec!["id".into()], Broken).expect("buffered");
        let id = "c-".to_string() + &"9".repeat(100_000);
        let outcome = writer.write(vec![Cell::Id(id)]).and_then(|()| writer.finish().map(|_| ()));
        assert_eq!(outcome.expect_err("broken").kind(), io::ErrorKind::BrokenPipe, "{}", format.name());
    }
}

#[test]
fn formats_have_names_and_extensions() {
    for format in Format::ALL {
        assert_eq!(format.name().parse::<Format>().expect("a format"), format);
    }
    assert!("xls".parse::<Format>().expect_err("no format").to_string().contains("choose one of table, csv"));
    assert_eq!(Format::from_extension(Path::new("out/claims.CSV")), Some(Format::Csv));
    assert_eq!(Format::from_extension(Path::new("claims.ndjson")), Some(Format::Jsonl));
    assert_eq!(Format::from_extension(Path::new("claims")), None);
    assert_eq!(Format::from_extension(Path::new("claims.xlsx")), None);
}

/// Texts that quoting rules must get right.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{0,20}", "[\",;\\t\\r\\n'|= \\x00a👍\u{feff}]{0,12}"]
}

fn any_cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        Just(Cell::Empty),
        any_text().prop_map(Cell::Text),
        "[a-z]-[0-9a-z]{16}".prop_map(Cell::Id),
        any::<i64>().prop_map(Cell::Integer),
        prop_oneof![-1e6..1e6, Just(f64::NAN)].prop_map(Cell::Number),
        prop::collection::vec(any_text(), 0..3).prop_map(Cell::List),
    ]
}

fn any_rows() -> impl Strategy<Value = Vec<Vec<Cell>>> {
    prop::collection::vec(prop::collection::vec(any_cell(), 3), 0..6)
}

proptest! {
    #[test]
    fn csv_reads_back_equal(rows in any_rows()) {
        let texts = |row: &Vec<Cell>| row.iter().cloned().map(cell::text_of).collect::<Vec<_>>();
        let expected: Vec<Vec<String>> = rows.iter().map(texts).collect();
        for (format, delimiter) in [(Format::Csv, b','), (Format::Tsv, b'\t')] {
            let csv = plain(format, &["a", "b", "c"], rows.clone());
            prop_assert_eq!(&read_back(&csv, delimiter)[1..], &expected[..]);
        }
    }

    #[test]
    fn jsonl_reads_back_equal(rows in any_rows()) {
        let json = plain(Format::Jsonl, &["a", "b", "c"], rows.clone());
        prop_assert_eq!(json.lines().count(), rows.len());
        for (line, row) in json.lines().zip(&rows) {
            let object: serde_json::Value = serde_json::from_str(line).expect("an object");
            for (field, cell) in ["a", "b", "c"].iter().zip(row) {
                let value = match cell {
                    Cell::Empty => serde_json::Value::Null,
                    Cell::Text(text) | Cell::Id(text) => text.as_str().into(),
                    Cell::Integer(number) => (*number).into(),
                    Cell::Number(number) => cell::rounded(*number).into(),
                    Cell::Weight(weight) => cell::rounded_weight(*weight).into(),
                    Cell::List(values) => values.clone().into(),
                };
                prop_assert_eq!(&object[field], &value);
            }
        }
        let array: Vec<serde_json::Value> = serde_json::from_str(&plain(Format::Json, &["a", "b", "c"], rows.clone()))
            .expect("an array");
        prop_assert_eq!(array.len(), rows.len());
    }

    #[test]
    fn any_record_is_one_line_of_markdown(rows in any_rows()) {
        let markdown = plain(Format::Markdown, &["a", "b", "c"], rows.clone());
        prop_assert_eq!(markdown.split('\n').count(), rows.len() + 3);
    }

    #[test]
    fn any_record_fits_some_table(rows in any_rows(), width in 0usize..200) {
        let style = Style { width: Some(width), ..Style::default() };
        written(Format::Table, &style, &["a", "b", "c"], rows);
    }
}
