//! Where a run takes its inputs from: what the user named, or what failed in an earlier run.

use std::collections::BTreeSet;

use crate::corpus::Corpus;
use crate::corpus::write::Fate;
use crate::error::{Error, Result};
use crate::read::{Location, Options};

/// A location as something to look up: path and row.
pub(super) type Place = (String, Option<u64>);

pub(super) fn place(location: &Location) -> Place {
    (location.path.clone(), location.row)
}

/// Returns the failed inputs of a run, as sources and as the set of locations wanted from them, and its options.
pub(super) fn failed_inputs(corpus: &Corpus, run: i64) -> Result<(Vec<String>, Options, Option<BTreeSet<Place>>)> {
    let options = serde_json::from_str(&corpus.run_options(run)?)
        .map_err(|error| Error::invalid(format!("the options of run {run} cannot be read: {error}")))?;
    let mut wanted = BTreeSet::new();
    corpus.items(run, Some(Fate::Failed.name()), &mut |item| {
        wanted.insert((item.path, item.row.map(|row| row as u64)));
        Ok(())
    })?;
    if wanted.iter().any(|(path, _)| path == "-") {
        return Err(Error::invalid(format!(
            "run {run} read standard input, which cannot be read again; ingest it anew"
        )));
    }
    let sources: BTreeSet<String> = wanted.iter().map(|(path, _)| path.clone()).collect();
    Ok((sources.into_iter().collect(), options, Some(wanted)))
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
