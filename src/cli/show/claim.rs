//! One claim: the passage with its parts marked, then what is known about it.

use anyhow::Result;

use crate::cli::claims;
use crate::cli::context::Context;
use crate::cli::exit::Status;
use crate::cli::marks::{Mark, marked};
use crate::cli::output::OutputArgs;
use crate::cli::page::styles;
use crate::cli::pairs;
use crate::cli::remarks;
use crate::corpus::Corpus;
use crate::corpus::queries::{ClaimDetail, ClaimRow, ClaimSpan};

/// How many of its links a page shows, the surest first.
const LINKS: usize = 10;

/// Shows a claim as a page, or its row as a record.
pub fn show(context: &Context, output: &OutputArgs, corpus: &Corpus, row: i64) -> Result<Status> {
    let detail = corpus.claim(row)?;
    let claim = &detail.claim;
    if !output.is_page(context)? {
        return output.rows(context, claims::SHAPE, vec![detail.claim]);
    }
    let mut page = output.blank_page(context);
    for paragraph in corpus.paragraphs(detail.article)? {
        let spans = detail.spans.iter().filter(|span| span.paragraph == paragraph.paragraph);
        let marks: Vec<Mark> = spans.map(mark).collect();
        if !marks.is_empty() {
            page.pieces(0, &marked(&paragraph.text, &marks));
            page.gap();
        }
    }
    page.fact("speaker", &speaker(claim));
    page.fact("known by", &chain(corpus, &detail)?);
    page.fact("form", &claim.form);
    page.fact("cue class", &claim.cue_class);
    page.fact("polarity", &claim.polarity);
    page.fact("about", &claim.about.join(", "));
    page.fact("addressee", &claim.addressee.join(", "));
    page.fact("score", &format!("{:.3} ({})", claim.score, claim.analyzer));
    let known = [&claim.published_on, &claim.outlet, &claim.headline];
    let known: Vec<&str> = known.into_iter().flatten().map(String::as_str).collect();
    page.fact("article", &format!("{} · ¶{} · {}", known.join(" · "), claim.paragraph, claim.article_id));
    page.fact("claim", &claim.claim_id);
    page.fact("verdict", claim.verdict.as_deref().unwrap_or_default());
    remarks::write(&mut page, corpus, &claim.claim_id)?;
    for link in corpus.links_of_claim(row)?.iter().take(LINKS) {
        page.gap();
        pairs::write(&mut page, link);
    }
    output.page(context, &page)?;
    Ok(Status::Done)
}

fn speaker(claim: &ClaimRow) -> String {
    match (claim.speaker_kind.as_str(), &claim.speaker, &claim.speaker_id) {
        ("named", Some(name), Some(id)) => format!("{name} ({id})"),
        ("author", Some(byline), _) => format!("{byline}, the author"),
        ("author", None, _) => "the author".to_string(),
        ("anonymous", ..) => "somebody whom the text does not name".to_string(),
        _ => "not known".to_string(),
    }
}

/// Tells how the words of the source lead to the speaker: “He” → Lavrov → Sergey Lavrov. Empty where they are the name.
fn chain(corpus: &Corpus, detail: &ClaimDetail) -> Result<String> {
    let claim = &detail.claim;
    let source = detail.spans.iter().find(|span| span.role == "source");
    let (Some(name), Some(id), Some(source)) = (&claim.speaker, &claim.speaker_id, source) else {
        return Ok(String::new());
    };
    let namings = corpus.namings(detail.article, id)?;
    let before =
        namings.iter().rev().find(|naming| (naming.paragraph, naming.start) < (source.paragraph, source.start));
    let fullest = namings.iter().rev().max_by_key(|naming| naming.text.chars().count());
    let mut links = vec![format!("“{}”", claim.source)];
    let steps = before.into_iter().chain(fullest).map(|naming| &naming.text).chain([name]);
    for step in steps.filter(|step| !claim.source.contains(step.as_str())) {
        if links.last() != Some(step) {
            links.push(step.clone());
        }
    }
    Ok(if links.len() > 1 { links.join(" → ") } else { String::new() })
}

fn mark(span: &ClaimSpan) -> Mark {
    let style = match span.role.as_str() {
        "source" => styles::SOURCE,
        "cue" => styles::CUE,
        _ => styles::CONTENT,
    };
    Mark { start: span.start as usize, end: span.end as usize, label: span.role.clone(), style }
}
