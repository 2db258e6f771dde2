//! `check`: the promises, asked of the file.

use anyhow::Result;

use super::answer::Shape;
use super::context::Context;
use super::exit::Status;
use super::output::OutputArgs;
use super::page::{Page, Piece, styles};
use super::progress::Meter;
use super::words::grouped;
use crate::corpus::Corpus;
use crate::corpus::check::Finding;

/// Prove that all rows equal their words and all counts are right
///
/// On a terminal each promise with ok, or how often it is broken; in a pipe or file one row per finding. Exit status 7
/// says that something was found.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "Fields: promise, subject, detail.\n\nExample:\n  sayso check || echo broken")]
pub struct Check {
    #[command(flatten)]
    output: OutputArgs,
}

const SHAPE: Shape = Shape { unit: ("finding", "findings"), shown: &[] };

/// Findings that a page shows under each promise.
const SHOWN: usize = 5;

impl Check {
    /// Asks every promise.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let corpus = context.corpus()?;
        let promises = match self.output.is_page(context)? {
            true => self.page(context, &corpus)?,
            false => self.records(context, &corpus)?,
        };
        let is_whole = promises.iter().all(|(_, broken)| *broken == 0);
        Ok(if is_whole { Status::Done } else { Status::FoundBroken })
    }

    fn page(&self, context: &Context, corpus: &Corpus) -> Result<Vec<(&'static str, usize)>> {
        let mut findings: Vec<Finding> = Vec::new();
        let meter = Meter::begin(context, "promises");
        let promises = corpus.check(&mut |promise| meter.say(promise), &mut |finding| {
            if findings.iter().filter(|known| known.promise == finding.promise).count() < SHOWN {
                findings.push(finding);
            }
            Ok(())
        })?;
        meter.end();
        let mut page = self.output.blank_page(context);
        for (promise, broken) in &promises {
            line(&mut page, promise, *broken);
            for finding in findings.iter().filter(|finding| finding.promise == *promise) {
                page.words(6, &format!("{}: {}", finding.subject, finding.detail));
            }
            if *broken > SHOWN {
                page.words(6, &format!("… and {} more: sayso check --csv", grouped((broken - SHOWN) as u64)));
            }
        }
        self.output.page(context, &page)?;
        Ok(promises)
    }

    fn records(&self, context: &Context, corpus: &Corpus) -> Result<Vec<(&'static str, usize)>> {
        let mut promises = Vec::new();
        self.output.give(context, SHAPE, |each| {
            promises = corpus.check(&mut |_| (), each)?;
            Ok(())
        })?;
        let mut page = Page::new(context.width, false);
        for (promise, broken) in &promises {
            line(&mut page, promise, *broken);
        }
        context.note(page.text().trim_end());
        Ok(promises)
    }
}

fn line(page: &mut Page, promise: &str, broken: usize) {
    let verdict = match broken {
        0 => Piece::new("ok", styles::GOOD),
        broken => Piece::new(format!("{} broken", grouped(broken as u64)), styles::BAD),
    };
    page.pieces(2, &[verdict, Piece::new(format!(": {promise}"), styles::PLAIN)]);
}
