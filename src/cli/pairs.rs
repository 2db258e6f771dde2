//! Links between claims as people read them: the rule and its score, then both passages.

use anyhow::Result;

use super::answer::Shape;
use super::context::Context;
use super::exit::Status;
use super::output::OutputArgs;
use super::page::{Page, Piece, styles};
use super::passages::Passage;
use super::words::Unit;
use crate::corpus::Corpus;
use crate::corpus::filter::Filter;
use crate::corpus::queries::{LinkKind, LinkRow};

/// What a list of links shows.
const SHOWN: &[&str] = &["relation", "rule", "score", "speaker_a", "content_a", "speaker_b", "content_b"];

/// The fields of a link, for the help of the commands that list them.
pub const FIELDS: &str = "\
  claim_a      the earlier claim, with article_a, outlet_a, published_a, headline_a, paragraph_a;
               of copies in reprints the one whose original is earlier
  claim_b      the later one, likewise
  relation     echo, dispute or shift
  rule         what links them: quotation, restatement, rejection, stance, polarity, opposites,
               figures, places, by hand; of a claim and its copy, with --reprints, reprint or version
  score        how sure that is, 0 to 1
  reason       the words that both have, and how close the two come
  content_a    what the earlier says, with speaker_a and cue_a
  content_b    what the later says, likewise
  verdict      what people made of the link: accepted or added; empty where nobody decided";

/// Writes one link onto a page.
pub fn write(page: &mut Page, link: &LinkRow) {
    let verdict = link.verdict.as_deref().map(|verdict| format!(" · {verdict}")).unwrap_or_default();
    let rule = if link.rule.starts_with("by ") { link.rule.clone() } else { format!("by {}", link.rule) };
    let head = format!("{} {rule} · {:.2}{verdict}", link.relation, link.score);
    page.pieces(2, &[Piece::new(head, styles::STRONG), Piece::new(format!(" · {}", link.reason), styles::QUIET)]);
    let (one, other) = Passage::of_link(link);
    one.write(page);
    other.write(page);
}

/// Answers with the links of one kind that a filter finds.
pub fn list(
    context: &Context,
    output: &OutputArgs,
    corpus: &Corpus,
    kind: LinkKind,
    unit: Unit,
    filter: &Filter,
) -> Result<Status> {
    output.list_or_page::<LinkRow>(
        context,
        Shape { unit, shown: SHOWN },
        filter,
        |filter, each| corpus.links(kind, filter, each),
        |filter, at_most| corpus.count_links(kind, filter, at_most),
        |page, link| {
            write(page, &link);
            Ok(())
        },
    )
}
