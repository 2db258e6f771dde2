//! Who may use whom (ARCHITECTURE.md), read off the source.

use std::path::{Path, PathBuf};

/// A room (a folder or file of `src`) and the rooms it may name.
const MAY_USE: &[(&str, &[&str])] = &[
    ("span", &[]),
    ("error", &[]),
    ("table", &[]),
    ("name", &["table"]),
    ("hash", &[]),
    ("article", &[]),
    ("record", &[]),
    ("sketch", &["hash", "name"]),
    ("wording", &["hash", "name"]),
    ("credit", &["name", "table"]),
    ("read", &["article", "error", "span"]),
    ("text", &["article", "span"]),
    ("model", &["span", "table", "text"]),
    ("analysis", &["model", "text", "span", "name", "table"]),
    ("identity", &["analysis", "name", "table"]),
    ("linking", &["hash", "model", "name", "span", "table"]),
    ("corpus", &["credit", "error", "linking", "name", "record", "sketch", "span", "wording"]),
    ("output", &["error", "record"]),
    (
        "ingest",
        &[
            "analysis", "article", "corpus", "error", "identity", "linking", "name", "read", "sketch", "span", "text",
            "wording",
        ],
    ),
    (
        "cli",
        &[
            "analysis", "article", "corpus", "error", "identity", "ingest", "model", "name", "output", "read",
            "record", "span", "text",
        ],
    ),
];

/// Words that only some rooms may say, and why.
const RESERVED: &[(&str, &[&str], &str)] = &[
    ("rusqlite", &["corpus"], "only corpus speaks SQL"),
    ("println!", &["cli"], "only cli prints"),
    ("eprintln!", &["cli"], "only cli prints"),
    ("std::fs", &["cli", "corpus", "output", "read"], "text, analysis and identity touch no file"),
    ("std::env", &["cli", "main"], "only cli reads the environment"),
    ("SystemTime", &["cli"], "only cli reads the clock"),
    ("Instant::now", &["cli"], "only cli reads the clock"),
    ("process::exit", &[], "the program ends by returning from main"),
];

fn source_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("src is there") {
        let path = entry.expect("readable").path();
        match path.is_dir() {
            true => files.extend(source_files(&path)),
            false if path.extension().is_some_and(|extension| extension == "rs") => files.push(path),
            false => {}
        }
    }
    files.sort();
    files
}

/// Returns each file of `src` with its room and its code, comments left out.
fn rooms() -> Vec<(PathBuf, String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = source_files(&src).into_iter().map(|path| {
        let inside = path.strip_prefix(&src).expect("it is in src");
        let first = inside.components().next().expect("it has a name").as_os_str().to_string_lossy();
        let room = first.trim_end_matches(".rs").to_string();
        let text = std::fs::read_to_string(&path).expect("readable");
        let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        (path.clone(), room, code.join("\n"))
    });
    files.collect()
}

#[test]
fn rooms_use_only_whom_they_may() {
    let all: Vec<&str> = MAY_USE.iter().map(|(room, _)| *room).collect();
    for (path, room, code) in rooms() {
        if ["lib", "main"].contains(&room.as_str()) {
            continue;
        }
        let (_, allowed) = MAY_USE.iter().find(|(known, _)| *known == room).unwrap_or_else(|| {
            panic!("{} is a room without walls: add it to tests/walls.rs and ARCHITECTURE.md", path.display())
        });
        for other in all.iter().filter(|other| **other != room && !allowed.contains(other)) {
            let names_it = code.contains(&format!("crate::{other}::")) || code.contains(&format!("crate::{other};"));
            assert!(!names_it, "{} uses {other}, which {room} may not", path.display());
        }
    }
}

#[test]
fn reserved_words_stay_in_their_rooms() {
    for (path, room, code) in rooms() {
        for (word, allowed, why) in RESERVED {
            // A test may do what the room itself may not.
            let code = code.split("#[cfg(test)]").next().unwrap_or_default();
            let is_test = path.file_name().is_some_and(|name| name == "tests.rs" || name == "plans.rs");
            assert!(
                is_test || allowed.contains(&room.as_str()) || !code.contains(word),
                "{} says {word}: {why}",
                path.display()
            );
        }
    }
}
