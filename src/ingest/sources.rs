//! Where a run takes its inputs from: what the user named, or what failed in an earlier run.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::corpus::Corpus;
use crate::corpus::write::Fate;
use crate::error::{Error, Result};
use crate::read::{Location, Options};

/// The inputs that a run takes from its sources.
pub(super) enum Wanted {
    /// Every one.
    All,
    /// Those of some files and folders.
    Failed(BTreeMap<String, Rows>),
}

/// Which rows of a file are wanted.
#[derive(Default)]
pub(super) struct Rows {
    /// The file, or folder, failed as a whole.
    is_whole: bool,
    failed: BTreeSet<u64>,
    /// The last row that the run saw: a fault may have hidden what came after.
    last: u64,
}

impl Wanted {
    /// Tells whether an input is wanted.
    pub fn takes(&self, location: &Location) -> bool {
        let Wanted::Failed(files) = self else { return true };
        match files.get(&location.path) {
            Some(rows) => rows.take(location.row),
            // A folder could not be read, so none of its files has a fate.
            None => Path::new(&location.path)
                .ancestors()
                .any(|folder| folder.to_str().and_then(|folder| files.get(folder)).is_some_and(|rows| rows.is_whole)),
        }
    }
}

impl Rows {
    fn take(&self, row: Option<u64>) -> bool {
        self.is_whole || row.is_none_or(|row| self.failed.contains(&row) || row > self.last)
    }
}

/// Returns the failed inputs of a run: their files as sources, what is wanted of them, and the options of the run.
pub(super) fn failed_inputs(corpus: &Corpus, run: i64) -> Result<(Vec<String>, Options, Wanted)> {
    let options = serde_json::from_str(&corpus.run_options(run)?)
        .map_err(|error| Error::invalid(format!("the options of run {run} cannot be read: {error}")))?;
    let mut files: BTreeMap<String, Rows> = BTreeMap::new();
    corpus.items(run, Some(Fate::Failed.name()), &mut |item| {
        let rows = files.entry(item.path).or_default();
        match item.row {
            Some(row) => rows.failed.extend([row as u64]),
            None => rows.is_whole = true,
        }
        Ok(())
    })?;
    if files.contains_key("-") {
        return Err(Error::invalid(format!(
            "run {run} read standard input, which cannot be read again; ingest it anew"
        )));
    }
    corpus.items(run, None, &mut |item| {
        if let (Some(rows), Some(row)) = (files.get_mut(&item.path), item.row) {
            rows.last = rows.last.max(row as u64);
        }
        Ok(())
    })?;
    Ok((files.keys().cloned().collect(), options, Wanted::Failed(files)))
}

/// Makes paths absolute, so that a run can be retried from another folder.
pub(super) fn absolute(sources: &[String]) -> Result<Vec<String>> {
    let absolute = |source: &String| match source.as_str() {
        "-" => Ok("-".to_string()),
        path => {
            let path = std::path::Path::new(path);
            let absolute = std::path::absolute(path).map_err(|error| Error::io(path, error))?;
            Ok(absolute.to_string_lossy().into_owned())
        }
    };
    sources.iter().map(absolute).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(wanted: &Wanted, path: &str, row: Option<u64>) -> bool {
        wanted.takes(&Location { path: path.into(), row })
    }

    #[test]
    fn failed_rows_and_what_they_hid_are_taken() {
        let rows = Rows { failed: BTreeSet::from([3, 5]), last: 7, is_whole: false };
        let wanted = Wanted::Failed(BTreeMap::from([("/news/a.csv".into(), rows)]));
        let told: Vec<u64> = (2..10).filter(|row| taken(&wanted, "/news/a.csv", Some(*row))).collect();
        assert_eq!(told, [3, 5, 8, 9]);
        assert!(!taken(&wanted, "/news/b.csv", Some(3)));
    }

    #[test]
    fn what_failed_as_a_whole_is_taken_as_a_whole() {
        let whole = || Rows { is_whole: true, ..Rows::default() };
        let wanted = Wanted::Failed(BTreeMap::from([("/news/a.csv".into(), whole()), ("/shut".into(), whole())]));
        assert!(taken(&wanted, "/news/a.csv", Some(2)));
        assert!(taken(&wanted, "/news/a.csv", None));
        assert!(taken(&wanted, "/shut/deep/b.txt", None));
        assert!(!taken(&wanted, "/open/b.txt", None));
    }
}
