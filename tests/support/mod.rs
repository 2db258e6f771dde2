//! The workbench: a folder of its own for each test, a corpus made from the sample pieces, and the program run there
//! with an empty environment and a fixed width. What it says comes back as one text, with paths replaced.

pub mod gold;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use assert_cmd::cargo::cargo_bin;
use tempfile::TempDir;

/// Invented pieces in any amount, the same that benchmarks take.
#[path = "../../benches/synthetic/mod.rs"]
pub mod synthetic;

/// The files of a folder: names and bytes.
pub type Folder = BTreeMap<String, Vec<u8>>;

/// A folder for one test.
pub struct Workbench {
    folder: TempDir,
}

/// What one run of the program came to.
#[must_use = "look at what the program said"]
pub struct Outcome {
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
    /// Exit status.
    pub status: i32,
}

impl Workbench {
    /// Makes an empty folder.
    pub fn empty() -> Workbench {
        Workbench { folder: tempfile::tempdir().expect("a folder can be made") }
    }

    /// Makes a folder with `sayso.db` in it, made from the sample pieces. They are ingested once for all tests.
    pub fn with_samples() -> Workbench {
        static SAMPLES: OnceLock<Vec<u8>> = OnceLock::new();
        let corpus = SAMPLES.get_or_init(|| {
            let bench = Workbench::empty();
            let outcome = bench.run(&["ingest", &samples().to_string_lossy()]);
            assert_eq!(outcome.status, 0, "{}", outcome.text());
            // A backup is one whole file, whatever the write-ahead log still holds.
            assert_eq!(bench.run(&["backup", "copy.db"]).status, 0);
            std::fs::read(bench.path("copy.db")).expect("it was made")
        });
        let bench = Workbench::empty();
        std::fs::write(bench.path("sayso.db"), corpus).expect("the folder is writable");
        bench
    }

    /// Returns the path of a file in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file into the folder.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), bytes).expect("the folder is writable");
    }

    /// Reads a file of the folder.
    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).expect("the file is there")
    }

    /// Reads the rows of a CSV file of the folder, each by its fields.
    pub fn rows(&self, name: &str) -> Vec<BTreeMap<String, String>> {
        let mut reader = csv::Reader::from_path(self.path(name)).expect("the file is there");
        reader.deserialize().map(|row| row.expect("the file is CSV")).collect()
    }

    /// Changes the corpus by SQL, for what no command makes.
    pub fn change(&self, sql: &str) {
        let connection = rusqlite::Connection::open(self.path("sayso.db")).expect("it is a database");
        connection.execute_batch(sql).expect("the statements are understood");
    }

    /// Returns the folder that `export --all` makes of a corpus.
    pub fn exported(&self, corpus: &str) -> Folder {
        let name = format!("export of {corpus}");
        let outcome = self.run(&["-d", corpus, "export", "--all", &name]);
        assert_eq!(outcome.status, 0, "{}", outcome.text());
        let files = files(&self.path(&name)).into_iter().map(|path| {
            let name = path.file_name().expect("it is a file").to_string_lossy().into_owned();
            (name, std::fs::read(path).expect("readable"))
        });
        files.collect()
    }

    /// Returns the program, about to run in the folder.
    pub fn command(&self, arguments: &[impl AsRef<OsStr>]) -> Command {
        let mut command = Command::new(cargo_bin("sayso"));
        command.args(arguments).current_dir(self.folder.path()).env_clear().env("COLUMNS", "100");
        command
    }

    /// Runs the program without input.
    pub fn run(&self, arguments: &[impl AsRef<OsStr>]) -> Outcome {
        self.run_on(arguments, "")
    }

    /// Runs the program with an input.
    pub fn run_on(&self, arguments: &[impl AsRef<OsStr>], input: &str) -> Outcome {
        self.write(".input", input);
        let input = std::fs::File::open(self.path(".input")).expect("it was written");
        let mut command = self.command(arguments);
        let output = command.stdin(Stdio::from(input)).output().expect("the program runs");
        Outcome {
            stdout: self.plain(&output.stdout),
            stderr: self.plain(&output.stderr),
            status: output.status.code().expect("it ended by itself"),
        }
    }

    fn plain(&self, bytes: &[u8]) -> String {
        let text = String::from_utf8(bytes.to_vec()).expect("the program speaks UTF-8");
        let here = self.folder.path().canonicalize().expect("the folder is there");
        text.replace(&*here.to_string_lossy(), "HERE").replace(&*self.folder.path().to_string_lossy(), "HERE")
    }
}

impl Outcome {
    /// Returns all of it as one text.
    pub fn text(&self) -> String {
        let Outcome { stdout, stderr, status } = self;
        format!("{stdout}--- stderr\n{stderr}--- status {status}\n")
    }

    /// Returns the records of a CSV answer: the header, then the rows.
    pub fn records(&self) -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(self.stdout.as_bytes());
        let records = reader.records().map(|record| record.expect("the answer is CSV"));
        records.map(|record| record.iter().map(String::from).collect()).collect()
    }

    /// Returns one column of a CSV answer.
    pub fn column(&self, field: &str) -> Vec<String> {
        let mut records = self.records().into_iter();
        let header = records.next().expect("CSV has a header");
        let place = header.iter().position(|name| name == field).expect("the field is there");
        records.map(|record| record[place].clone()).collect()
    }
}

/// Returns the folder of the sample pieces.
pub fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/articles")
}

/// Returns every file below a folder, sorted.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("readable").path();
        match path.is_dir() {
            true => files.extend(self::files(&path)),
            false => files.push(path),
        }
    }
    files.sort();
    files
}

/// Says why a test cannot be made here; `cargo test -- --nocapture` shows it.
#[allow(clippy::print_stderr)]
pub fn skipped(why: &str) {
    eprintln!("skipped: {why}");
}
