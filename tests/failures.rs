//! What can go wrong with the file itself. Each fault is told with its place and the next step, and nothing is lost.

use std::process::{Command, Output, Stdio};

use rusqlite::Connection;

use crate::support::{Outcome, Workbench, samples, skipped};

/// Ingests the sample pieces into a corpus.
fn ingest(bench: &Workbench, corpus: &str) -> Outcome {
    bench.run(&["-d", corpus, "ingest", &samples().to_string_lossy()])
}

/// Asks, and writes to, a file that cannot be used: both fail with the same words and leave its bytes as they were.
fn refused(bench: &Workbench, corpus: &str) -> String {
    let before = std::fs::read(bench.path(corpus)).expect("the file is there");
    let (asked, written) = (bench.run(&["-d", corpus, "claims"]), ingest(bench, corpus));
    assert_eq!((asked.status, written.status), (1, 1), "{}{}", asked.text(), written.text());
    assert_eq!((asked.stdout.as_str(), written.stdout.as_str()), ("", ""));
    assert_eq!(asked.stderr, written.stderr);
    assert!(std::fs::read(bench.path(corpus)).expect("still there") == before, "{corpus} was changed");
    asked.stderr
}

/// After a fault is gone, the next run completes the corpus.
fn assert_completes(bench: &Workbench, corpus: &str) {
    let outcome = ingest(bench, corpus);
    assert_eq!(outcome.status, 0, "{}", outcome.text());
    let checked = bench.run(&["-d", corpus, "check"]);
    assert_eq!(checked.status, 0, "{}", checked.text());
    let whole = Workbench::with_samples();
    assert!(bench.exported(corpus) == whole.exported("sayso.db"), "{corpus} is not the whole corpus");
}

#[test]
fn a_newer_file_asks_for_a_newer_program() {
    let bench = Workbench::with_samples();
    let version = |version: i64| {
        let connection = Connection::open(bench.path("sayso.db")).expect("it is a database");
        let before: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0)).expect("a number");
        connection.pragma_update(None, "user_version", version).expect("it can be changed");
        before
    };
    let ours = version(99);
    let said = refused(&bench, "sayso.db");
    let expected =
        format!("sayso.db was written by a newer sayso (schema 99, this program knows {ours}); update sayso");
    assert!(said.contains(&expected), "{said}");
    version(ours);
    assert_completes(&bench, "sayso.db");
}

#[test]
fn what_is_no_corpus_is_left_alone() {
    let bench = Workbench::empty();
    bench.write("notes.txt", "Notes of my own, which nobody may overwrite. ".repeat(40));
    let said = refused(&bench, "notes.txt");
    assert!(said.contains("notes.txt is not a sayso corpus: it is no SQLite database; nothing was changed"), "{said}");

    let other = Connection::open(bench.path("other.db")).expect("the folder is writable");
    other.execute_batch("CREATE TABLE photo (id INTEGER PRIMARY KEY)").expect("SQL");
    drop(other);
    let said = refused(&bench, "other.db");
    assert!(
        said.contains("other.db is not a sayso corpus: it is an SQLite database made by another program"),
        "{said}"
    );

    std::fs::create_dir(bench.path("folder")).expect("the folder is writable");
    let (asked, written) = (bench.run(&["-d", "folder", "claims"]), ingest(&bench, "folder"));
    assert_eq!((asked.status, written.status), (1, 1));
    assert!(written.stderr.contains("folder is not a sayso corpus: it is a folder"), "{}", written.stderr);
    assert_eq!(asked.stderr, written.stderr);
}

#[test]
fn a_file_cut_short_is_told() {
    let bench = Workbench::with_samples();
    let whole = std::fs::read(bench.path("sayso.db")).expect("it was made");
    for length in [whole.len() / 2 + 100, whole.len() - 4096, 4096, 50] {
        bench.write("cut.db", &whole[..length]);
        let said = refused(&bench, "cut.db");
        assert!(
            said.contains("cut.db is damaged or cut short; restore a backup of it, or ingest the pieces"),
            "{said}"
        );
    }
}

#[test]
fn a_damaged_file_is_found_by_check() {
    let bench = Workbench::with_samples();
    let mut bytes = std::fs::read(bench.path("sayso.db")).expect("it was made");
    let connection = Connection::open(bench.path("sayso.db")).expect("it is a database");
    let root = "SELECT rootpage FROM sqlite_schema WHERE name = 'claim'";
    let page: i64 = connection.query_row(root, [], |row| row.get(0)).expect("there are claims");
    let page = page as usize;
    bytes[(page - 1) * 4096..page * 4096].fill(0xaa);
    bench.write("damaged.db", bytes);
    let outcome = bench.run(&["-d", "damaged.db", "check"]);
    assert_eq!(outcome.status, 7, "{}", outcome.text());
    assert!(outcome.column("promise").contains(&"the file is sound".to_string()), "{}", outcome.text());
    let outcome = bench.run(&["-d", "damaged.db", "ingest", "--force", &samples().to_string_lossy()]);
    assert_eq!(outcome.status, 1, "{}", outcome.text());
    assert!(outcome.stderr.contains("error: damaged.db is damaged or cut short; restore"), "{}", outcome.stderr);
}

#[test]
fn an_empty_file_becomes_a_corpus_by_ingest_only() {
    let bench = Workbench::empty();
    bench.write("empty.db", "");
    let outcome = bench.run(&["-d", "empty.db", "claims"]);
    assert_eq!((outcome.status, bench.read("empty.db").len()), (1, 0));
    let expected = "empty.db is not a sayso corpus: it is empty; `sayso -d empty.db ingest FOLDER` makes one of it";
    assert!(outcome.stderr.contains(expected), "{}", outcome.stderr);
    assert_completes(&bench, "empty.db");
}

#[test]
fn a_locked_file_can_be_asked_and_is_written_later() {
    let bench = Workbench::with_samples();
    let writer = Connection::open(bench.path("sayso.db")).expect("it is a database");
    writer.pragma_update(None, "journal_mode", "WAL").expect("it is not in use");
    writer.execute_batch("BEGIN EXCLUSIVE").expect("nobody else writes");
    let outcome = ingest(&bench, "sayso.db");
    assert_eq!(outcome.status, 1, "{}", outcome.text());
    let expected = "sayso.db is being written by another process; wait until it is done and try again";
    assert!(outcome.stderr.contains(expected), "{}", outcome.stderr);
    assert_eq!(bench.run(&["claims"]).status, 0);
    writer.execute_batch("ROLLBACK").expect("it was begun");
    drop(writer);
    assert_completes(&bench, "sayso.db");
}

#[test]
fn two_runs_at_once_take_turns() {
    let bench = Workbench::empty();
    let arguments = ["ingest", &samples().to_string_lossy()].map(String::from);
    let runs: Vec<_> =
        (0..4).map(|_| bench.command(&arguments).stderr(Stdio::null()).spawn().expect("the program runs")).collect();
    for mut run in runs {
        assert_eq!(run.wait().expect("it ends").code(), Some(0));
    }
    assert_eq!(bench.run(&["runs"]).column("run").len(), 4);
    assert_completes(&bench, "sayso.db");
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let bench = Workbench::empty();
    let outcome = ingest(&bench, "new/sayso.db");
    assert_eq!(outcome.status, 1);
    assert!(
        outcome.stderr.contains("new/sayso.db could not be read or written: there is no folder new; make it first")
    );
    let outcome = bench.run(&["-d", "new/sayso.db", "claims"]);
    assert_eq!(outcome.status, 1);
    assert!(outcome.stderr.contains("there is no corpus at new/sayso.db; make one with"), "{}", outcome.stderr);
    assert!(!bench.path("new").exists());
}

#[cfg(unix)]
#[test]
fn what_may_not_be_written_can_be_asked() {
    let bench = Workbench::with_samples();
    let permit = |name: &str, mode| {
        let mode = std::os::unix::fs::PermissionsExt::from_mode(mode);
        std::fs::set_permissions(bench.path(name), mode).expect("it is ours");
    };
    std::fs::create_dir(bench.path("shut")).expect("the folder is writable");
    std::fs::copy(bench.path("sayso.db"), bench.path("shut/sayso.db")).expect("it was made");
    permit("shut/sayso.db", 0o444);
    permit("shut", 0o555);
    if std::fs::write(bench.path("shut/probe"), "").is_ok() {
        skipped("to this user permissions mean nothing");
        return permit("shut", 0o755);
    }
    for (corpus, what) in [
        ("shut/sayso.db", "shut/sayso.db could not be read or written: the file or its folder may not be written"),
        ("shut/new.db", "shut/new.db could not be read or written: it cannot be opened; check the permissions"),
    ] {
        let outcome = ingest(&bench, corpus);
        assert_eq!(outcome.status, 1, "{}", outcome.text());
        assert!(outcome.stderr.contains(what), "{}", outcome.stderr);
    }
    let asked = bench.run(&["-d", "shut/sayso.db", "claims"]);
    assert_eq!((asked.status, asked.stdout), (0, bench.run(&["claims"]).stdout));
    assert_eq!(bench.run(&["-d", "shut/sayso.db", "check"]).status, 0);
    for arguments in
        [["claims", "-o", "shut/x.csv"], ["export", "--all", "shut/x"], ["backup", "shut/x.csv", "--no-pager"]]
    {
        let outcome = bench.run(&arguments);
        assert_eq!(outcome.status, 1, "{}", outcome.text());
        assert!(outcome.stderr.contains("shut/x"), "{}", outcome.stderr);
    }
    assert_eq!(std::fs::read_dir(bench.path("shut")).expect("readable").count(), 1);
    permit("shut", 0o755);
    permit("shut/sayso.db", 0o644);
    assert_completes(&bench, "shut/sayso.db");
}

/// Runs a line of shell in the folder of the test, the program being `$SAYSO` and the sample pieces `$PIECES`.
fn shell(bench: &Workbench, line: &str) -> Output {
    let mut shell = Command::new("sh");
    shell.args(["-c", line]).current_dir(bench.path("")).env("SAYSO", bench.command(&[""; 0]).get_program());
    shell.env("PIECES", samples()).output().expect("there is a shell")
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_may_not_grow_loses_nothing() {
    let bench = Workbench::empty();
    // In units of 512 or 1,024 bytes, as the shell likes; the whole corpus and its log take some 600 KB each.
    for limit in [8, 100, 300, 500] {
        let corpus = format!("{limit}.db");
        let line = format!("ulimit -f {limit}; trap '' XFSZ; exec \"$SAYSO\" -d {corpus} ingest \"$PIECES\"");
        let output = shell(&bench, &line);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{limit}: {said}");
        assert!(said.contains(&format!("error: {corpus} could not be read or written: ")), "{said}");
        assert!(said.contains("the disk may be full") && said.contains("run the same command again"), "{said}");
        let checked = bench.run(&["-d", &corpus, "check"]);
        assert!(checked.status == 0 || checked.stderr.contains("it is empty"), "{}", checked.text());
        assert_completes(&bench, &corpus);
    }
    for (line, left) in
        [("-d 8.db backup copy.db", "copy.db"), ("-d 8.db export --all tables", "tables/datapackage.json")]
    {
        let output = shell(&bench, &format!("ulimit -f 8; trap '' XFSZ; exec \"$SAYSO\" {line}"));
        assert_eq!(output.status.code(), Some(1), "{line}");
        assert!(!bench.path(left).exists(), "{left} must not look whole");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_loses_nothing() {
    let bench = Workbench::empty();
    // A disk of its own in memory, for those who may have one: first nearly full, then with room.
    let line = "mkdir disk && mount -t tmpfs -o size=8m tmpfs disk || exit 9
        head -c 7800k /dev/zero > disk/ballast
        \"$SAYSO\" -d disk/sayso.db ingest \"$PIECES\"; echo status $? >&2
        rm disk/ballast
        \"$SAYSO\" -d disk/sayso.db ingest \"$PIECES\" && \"$SAYSO\" -d disk/sayso.db backup sayso.db";
    bench.write("disk.sh", line);
    let output = shell(&bench, "unshare --user --map-root-user --mount sh disk.sh");
    let said = String::from_utf8_lossy(&output.stderr);
    if !said.contains("status ") {
        skipped(&format!("no disk of one's own here: {said}"));
        return;
    }
    assert!(
        said.contains("error: disk/sayso.db could not be read or written: the disk is full; free some space"),
        "{said}"
    );
    assert!(said.contains("status 1\n") && output.status.code() == Some(0), "{said}");
    assert_completes(&bench, "sayso.db");
}
