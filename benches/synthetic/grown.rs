//! Where the invented corpus lies that `growth` makes and `queries` reads.

use std::path::{Path, PathBuf};

/// Returns the path of the invented corpus.
#[allow(dead_code)] // one benchmark makes it, another reads it
pub fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench/grown.db")
}

/// Returns the same path after clearing it of an earlier corpus.
#[allow(dead_code)]
pub fn anew() -> PathBuf {
    let path = path();
    let folder = path.parent().expect("a file lies in a folder");
    std::fs::create_dir_all(folder).expect("a folder for the corpus");
    for end in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{end}", path.display()));
    }
    path
}
