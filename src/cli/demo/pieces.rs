//! The sample pieces, inside the binary; a test keeps the list complete against `fixtures/articles`.

macro_rules! pieces {
    ($($path:literal),+ $(,)?) => {
        &[$(($path, include_bytes!(concat!("../../../fixtures/articles/", $path)).as_slice())),+]
    };
}

/// Each file of the samples: its path below their folder, and its bytes.
pub const PIECES: &[(&str, &[u8])] = pieces![
    "continental-press/2031-03-03-trade-blame-after-shots.txt",
    "continental-press/2031-03-14-un-team-cannot-say.txt",
    "ellery-water/2031-03-07-statement-on-recent-reports.txt",
    "gaceta-de-almarena/2031-03-05-disparos-en-el-paso-de-serin.txt",
    "harbour-post/2031-03-04-three-guards-wounded.txt",
    "harbour-post/2031-03-05-lead-found-in-tap-water.txt",
    "harbour-post/2031-03-06-lead-found-in-tap-water.txt",
    "harbour-post/2031-03-11-interview-owen-tran.txt",
    "harbour-post/2031-03-12-quayside-notebook.txt",
    "harbour-post/2031-03-13-quayside-notebook.txt",
    "harbour-post/2031-03-25-ellery-water-chief-resigns.html",
    "meridian-review/2031-03-19-interview-anton-valdic.md",
    "meridian-review/2031-04-04-four-hundred-or-twelve-hundred.md",
    "northern-herald/2031-03-04-shots-at-serin-pass.txt",
    "northern-herald/2031-03-07-washington-denies-plan.txt",
    "northern-herald/2031-03-08-mayor-denies-cover-up.txt",
    "northern-herald/2031-04-02-karvenia-ready-for-talks.txt",
    "op-eds/sell-the-ferries-keep-the-harbour.txt",
    "op-eds/who-gains-from-a-fire-at-serin-pass.txt",
    "pass24/2031-03-12-us-ambassador-drones.html",
    "press-archive.csv",
    "press-archive.jsonl",
];

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::*;

    fn files_below(folder: &Path) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
    }

    #[test]
    fn every_sample_is_in_the_list() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/articles");
        let mut there: Vec<String> = files_below(&folder)
            .iter()
            .map(|path| path.strip_prefix(&folder).unwrap().to_string_lossy().replace('\\', "/"))
            .collect();
        there.sort();
        let listed: Vec<&str> = PIECES.iter().map(|(path, _)| *path).collect();
        assert_eq!(there, listed, "list the samples in src/cli/demo/pieces.rs");
    }
}
