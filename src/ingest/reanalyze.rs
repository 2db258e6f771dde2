//! Stored texts analysed again, by another analyzer or by a better version of the same.

use rayon::prelude::*;

use super::Progress;
use super::findings::findings;
use crate::analysis::Analyzer;
use crate::article::{Block, BlockKind};
use crate::corpus::Corpus;
use crate::corpus::queries::StoredArticle;
use crate::corpus::write::Findings;
use crate::error::Result;
use crate::text::Document;

/// How many articles are analysed and written together.
const BATCH: usize = 64;

/// Analyses stored articles again: those that another analyzer read, or all of them.
///
/// Ids of claims come from their spans, so whatever is found again keeps its id. Returns how many were analysed.
pub fn reanalyze(
    corpus: &mut Corpus,
    analyzer: &Analyzer,
    all: bool,
    now: &dyn Fn() -> String,
    progress: &mut dyn FnMut(&Progress),
) -> Result<usize> {
    let writing = corpus.writing()?;
    let run = writing.begin_run("reanalyze", "{}", &now())?;
    writing.commit()?;
    let unless_by = (!all).then(|| analyzer.name());
    let mut told = Progress::default();
    let mut after = 0;
    loop {
        let mut batch: Vec<StoredArticle> = Vec::with_capacity(BATCH);
        while batch.len() < BATCH {
            let Some(stored) = corpus.next_stored(after, unless_by)? else { break };
            after = stored.row;
            batch.push(stored);
        }
        if batch.is_empty() {
            break;
        }
        let found: Vec<(i64, Findings)> =
            batch.par_iter().map(|stored| (stored.row, analysed(stored, analyzer))).collect();
        let mut writing = corpus.writing()?;
        for (row, findings) in found {
            writing.replace_findings(row, &findings)?;
            told.done += 1;
            told.claims += findings.claims.len();
        }
        writing.commit()?;
        progress(&told);
    }
    let writing = corpus.writing()?;
    writing.finish_run(run, &now())?;
    writing.commit()?;
    Ok(told.done)
}

/// Divides the stored text as it was divided at ingest and analyses it.
fn analysed(stored: &StoredArticle, analyzer: &Analyzer) -> Findings {
    let headline = stored.paragraphs.first().filter(|paragraph| paragraph.number == 0);
    let blocks: Vec<Block> = stored
        .paragraphs
        .iter()
        .filter(|paragraph| paragraph.number > 0)
        .map(|paragraph| Block {
            kind: match paragraph.kind.as_str() {
                "heading" => BlockKind::Heading,
                "caption" => BlockKind::Caption,
                _ => BlockKind::Paragraph,
            },
            text: paragraph.text.clone(),
        })
        .collect();
    let document = Document::from_blocks(headline.map(|paragraph| paragraph.text.as_str()), &blocks);
    findings(&stored.article_id, &document, headline.is_some(), &stored.language, analyzer)
}
