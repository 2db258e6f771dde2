//! The same pieces give the same export, byte for byte: in any order, in one run or many, on one thread or two.

use crate::support::{Folder, Workbench, files, samples, synthetic};

const PIECES: usize = 120;

/// Ingests sources in one run.
fn ingest(bench: &Workbench, corpus: &str, threads: &str, sources: &[String]) {
    let mut arguments = ["-d", corpus, "ingest", "--threads", threads].map(String::from).to_vec();
    arguments.extend_from_slice(sources);
    let outcome = bench.run(&arguments);
    assert_eq!(outcome.status, 0, "{}", outcome.text());
}

#[test]
fn order_runs_and_threads_leave_no_trace() {
    let bench = Workbench::empty();
    synthetic::write(&bench.path("invented.jsonl"), PIECES, 30);
    let sources = ["invented.jsonl".to_string(), samples().to_string_lossy().into_owned()];
    ingest(&bench, "one.db", "1", &sources);
    let expected = bench.exported("one.db");
    assert!(expected.len() > 9 && expected.values().all(|bytes| !bytes.is_empty()));

    ingest(&bench, "threads.db", "2", &sources);
    assert_same(&bench.exported("threads.db"), &expected, "two threads");

    let mut files: Vec<String> = files(&samples()).iter().map(|path| path.to_string_lossy().into_owned()).collect();
    files.push("invented.jsonl".into());
    files.reverse();
    ingest(&bench, "backwards.db", "2", &files);
    assert_same(&bench.exported("backwards.db"), &expected, "files in reverse");

    // The last line first, a few at a time, with samples and earlier lines between them.
    let invented = bench.read("invented.jsonl");
    let lines: Vec<&str> = invented.lines().rev().collect();
    for (number, some) in lines.chunks(PIECES / 20).enumerate() {
        let name = format!("some-{number}.jsonl");
        bench.write(&name, some.join("\n"));
        let earlier = format!("some-{}.jsonl", number / 2);
        let mut sources = vec![name, earlier];
        sources.extend(files.iter().skip(1).skip(number).step_by(20).cloned());
        ingest(&bench, "many.db", if number % 2 == 0 { "1" } else { "2" }, &sources);
    }
    assert_same(&bench.exported("many.db"), &expected, "many runs");
}

/// Compares file by file, so that a failure names the first table that differs, not all bytes of all of them.
fn assert_same(found: &Folder, expected: &Folder, how: &str) {
    assert_eq!(found.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>(), "{how}");
    for (name, bytes) in found {
        assert!(*bytes == expected[name], "{how}: {name} differs");
    }
}
