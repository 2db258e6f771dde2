//! Inputs that no newsroom would send: each has a fate, the good ones are stored, and a retry takes what was mended.

use crate::support::{Workbench, skipped};

/// Something good, so that every folder has a piece to store.
const GOOD: &str = "A bridge was opened on Monday in Varn.\n\n“It will hold,” the mayor, Anna Kolt, said.\n";

/// Inputs that fail, as files below `in/`, with what is said of them, place first.
const FAILING: &[(&str, &[u8], &[&str])] = &[
    ("empty.txt", b"", &["empty.txt: empty"]),
    ("blank.md", b" \n\t\n", &["blank.md: empty"]),
    ("binary.txt", b"\x00\x9f\x92\x96\x00\x01\x02\xff\x00", &["binary.txt: looks like a binary file; give text, "]),
    (
        "notext.html",
        b"<html><head><title>Dam</title></head><body><script>var dam = 1</script></body></html>",
        &["notext.html: no main text was found in the page; if it has one, give that as plain text"],
    ),
    (
        "broken.csv",
        b"title,text\nDam,\"It failed, the mayor said.\"\nBridge\nRoad,\"a\",\"b\"\nLake,\nHarbour,Ships came.\nFerry,\"It sank.\n",
        &[
            "broken.csv row 3: 1 field where the header has 2, none for column text;",
            "broken.csv row 4: 3 fields where the header has 2, the last of which is column text;",
            "broken.csv row 5: column text is empty",
            "broken.csv row 7: the quotation mark before column text is never closed; the file may be cut short",
        ],
    ),
    (
        "headless.csv",
        b"title,words\nDam,The dam of Orm failed.\n",
        &["headless.csv: no column of text; the columns are title, words; say which it is: --map text=COLUMN"],
    ),
    (
        "broken.jsonl",
        b"{\"text\": \"The first dam failed.\"}\n{\"text\": }\n[1]\n{\"title\": \"b\"}\n{\"text\": 7\n{\"text\": \"The last dam failed.\"}\n",
        &[
            "broken.jsonl row 2: not valid JSON at column 10: expected value",
            "broken.jsonl row 3: not a JSON object",
            "broken.jsonl row 4: no column of text; the columns are title",
            "broken.jsonl row 5: not valid JSON at column 10: EOF",
        ],
    ),
];

/// Writes the failing inputs; returns what is to be said of them.
fn write_failing(bench: &Workbench) -> Vec<&'static str> {
    std::fs::create_dir(bench.path("in")).expect("the folder is writable");
    for (name, bytes, _) in FAILING {
        bench.write(&format!("in/{name}"), bytes);
    }
    FAILING.iter().flat_map(|(_, _, said)| said.iter().copied()).collect()
}

fn assert_sound(bench: &Workbench) {
    let checked = bench.run(&["check"]);
    assert_eq!(checked.status, 0, "{}", checked.text());
}

#[test]
fn every_fault_is_told_with_its_place() {
    let bench = Workbench::empty();
    let said = write_failing(&bench);
    bench.write("in/good.txt", GOOD);
    let outcome = bench.run(&["ingest", "in", "missing.txt"]);
    assert_eq!(outcome.status, 3, "{}", outcome.text());
    let summary = format!(
        "{} inputs: 5 new, 0 new versions, 0 reprints, 0 unchanged, {} failed.",
        said.len() + 6,
        said.len() + 1
    );
    assert!(outcome.stderr.starts_with(&summary), "{}", outcome.stderr);
    for said in said {
        assert!(outcome.stderr.contains(&format!("failed: HERE/in/{said}")), "{said}\n{}", outcome.stderr);
    }
    assert!(outcome.stderr.contains("failed: HERE/missing.txt: there is no such file or folder\n"));
    assert_sound(&bench);

    let before = bench.exported("sayso.db");
    let again = bench.run(&["ingest", "in", "missing.txt"]);
    assert_eq!(again.status, 3);
    assert!(again.stderr.contains(": 0 new, 0 new versions, 0 reprints, 5 unchanged, "), "{}", again.stderr);
    assert!(bench.exported("sayso.db") == before, "a second run changes nothing");
}

#[test]
fn a_retry_takes_what_failed_once_it_is_mended() {
    let bench = Workbench::empty();
    let failed = write_failing(&bench).len() + 1;
    bench.write("in/good.txt", GOOD);
    assert_eq!(bench.run(&["ingest", "in", "missing.txt", "--outlet", "The Varn Courier"]).status, 3);
    let retried = bench.run(&["ingest", "--retry", "1"]);
    assert_eq!(retried.status, 3);
    assert!(retried.stderr.starts_with(&format!("{failed} inputs: 0 new, ")), "{}", retried.stderr);

    for (name, number) in [("in/empty.txt", 1), ("in/blank.md", 2), ("in/binary.txt", 3), ("missing.txt", 4)] {
        bench.write(name, format!("The council of Orm met for the {number}. time.\n"));
    }
    bench.write("in/notext.html", "<html><body><article><p>The dam of Orm was closed on Friday, the mayor of the town said.</p></article></body></html>");
    bench.write(
        "in/broken.csv",
        "title,text\nDam,\"It failed, the mayor said.\"\nBridge,A bridge.\nRoad,a road\nLake,A lake.\nHarbour,Ships came.\nFerry,\"It sank.\"\nCanal,A canal.\n",
    );
    bench.write("in/headless.csv", "title,text\nDam,The dam of Orm failed.\nDam,The dam of Varn held.\n");
    bench.write(
        "in/broken.jsonl",
        (1..7).map(|n| format!("{{\"text\": \"Dam number {n} failed.\"}}\n")).collect::<String>(),
    );
    let mended = bench.run(&["ingest", "--retry", "1"]);
    assert_eq!(mended.status, 0, "{}", mended.text());
    // One more row than failed in broken.csv, since its last row hid what came after; two for the table without text.
    let summary = format!("{0} inputs: {0} new, 0 new versions, 0 reprints, 0 unchanged, 0 failed.", failed + 2);
    assert!(mended.stderr.starts_with(&summary), "{}", mended.stderr);
    assert!(bench.run(&["articles"]).column("outlet").iter().all(|outlet| outlet == "The Varn Courier"));
    assert_sound(&bench);
}

#[test]
fn odd_texts_are_pieces_all_the_same() {
    let bench = Workbench::empty();
    let said = "The mayor of Varn, Zoë Marić, said that the dam would hold.";
    let utf16: Vec<u8> = std::iter::once(0xfeff).chain(said.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let nested = format!("{}<article><p>{said}</p><p>{GOOD}</p></article>", "<div>".repeat(20_000));
    let cell = format!("title,text\nDam,\"{}\"\n", "It will hold, she said. ".repeat(1_667).trim_end());
    std::fs::create_dir(bench.path("in")).expect("the folder is writable");
    bench.write("in/invalid.txt", b"The mayor of Varn said\xff that it \xc3 had held \xe9 all winter.\n");
    bench.write("in/utf16.txt", utf16);
    bench.write("in/nested.html", nested);
    bench.write("in/cell.csv", cell);
    #[cfg(unix)]
    std::os::unix::fs::symlink(".", bench.path("in/loop")).expect("links can be made");
    let outcome = bench.run(&["ingest", "in"]);
    assert_eq!(outcome.status, 0, "{}", outcome.text());
    assert!(outcome.stderr.starts_with("4 inputs: 4 new, "), "{}", outcome.stderr);
    let texts = bench.run(&["export", "paragraphs"]).column("text");
    assert!(texts.iter().filter(|text| *text == said).count() >= 2, "{texts:?}");
    assert!(texts.iter().any(|text| text.len() > 40_000), "a long paragraph stays whole");
    assert_sound(&bench);
}

#[cfg(unix)]
#[test]
fn names_that_are_no_utf8_are_names_too() {
    use std::os::unix::ffi::OsStrExt;
    let bench = Workbench::empty();
    std::fs::create_dir(bench.path("in")).expect("the folder is writable");
    let name = std::ffi::OsStr::from_bytes(b"in/caf\xe9 \n.txt");
    if std::fs::write(bench.path("").join(name), GOOD).is_err() {
        skipped("this disk takes only names in UTF-8");
        return;
    }
    let outcome = bench.run(&["ingest", "in"]);
    assert!(outcome.stderr.starts_with("1 input: 1 new, "), "{}", outcome.stderr);
}

#[test]
fn giants_cost_what_their_length_costs() {
    ingest_giants(200 << 10);
}

/// Takes minutes: run by name.
#[test]
#[ignore = "takes minutes"]
fn a_line_of_ten_megabytes_is_stored() {
    ingest_giants(10 << 20);
}

/// Stores one line of so many bytes, and half as many quotation marks.
fn ingest_giants(bytes: usize) {
    let bench = Workbench::empty();
    let sentence = |number: usize| format!("Engineer number {number} said that dam {} would hold. ", number % 977);
    let line: String = (0..)
        .map(sentence)
        .scan(0, |length, sentence| {
            *length += sentence.len();
            (*length < bytes).then_some(sentence)
        })
        .collect();
    for (name, giant) in [("line.txt", line), ("quotes.txt", "\"".repeat(bytes / 2))] {
        bench.write(name, giant);
        let outcome = bench.run(&["ingest", name]);
        assert_eq!(outcome.status, 0, "{}", outcome.text());
        assert!(outcome.stderr.starts_with("1 input: 1 new, "), "{}", outcome.stderr);
    }
    assert_sound(&bench);
}
