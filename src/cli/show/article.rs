//! One article: what is known about it, then its text with its claims marked.

use anyhow::Result;

use crate::cli::answer::Shape;
use crate::cli::context::Context;
use crate::cli::exit::Status;
use crate::cli::marks::{Mark, marked};
use crate::cli::output::OutputArgs;
use crate::cli::page::{Page, Piece, styles};
use crate::cli::words::{CLAIMS, PARAGRAPHS, counted, short};
use crate::corpus::Corpus;
use crate::corpus::queries::{ArticleRow, ClaimDetail, ClaimRow};

const SHAPE: Shape = Shape { unit: PARAGRAPHS, shown: &["paragraph", "kind", "text"] };

/// Shows an article as a page, or its paragraphs as records.
pub fn show(context: &Context, output: &OutputArgs, corpus: &Corpus, row: i64) -> Result<Status> {
    if !output.is_page(context)? {
        return output.rows(context, SHAPE, corpus.paragraphs(row)?);
    }
    let mut page = output.blank_page(context);
    head(&mut page, corpus, row)?;
    let claims = corpus.claims_of_article(row)?;
    for paragraph in corpus.paragraphs(row)?.iter().filter(|paragraph| paragraph.paragraph > 0 || has(&claims, 0)) {
        page.gap();
        let number = Piece::new(format!("¶{} ", paragraph.paragraph), styles::QUIET);
        let kind = match paragraph.kind.as_str() {
            "body" | "headline" => None,
            kind => Some(Piece::new(format!("({kind}) "), styles::QUIET)),
        };
        let text = marked(&paragraph.text, &marks(&claims, paragraph.paragraph));
        page.pieces(0, &[number].into_iter().chain(kind).chain(text).collect::<Vec<_>>());
        for (index, claim) in
            claims.iter().enumerate().filter(|(_, claim)| claim.claim.paragraph == paragraph.paragraph)
        {
            about_claim(&mut page, index + 1, &claim.claim);
        }
    }
    output.page(context, &page)?;
    Ok(Status::Done)
}

fn head(page: &mut Page, corpus: &Corpus, row: i64) -> Result<()> {
    let article = corpus.article(row)?;
    page.title(article.headline.as_deref().unwrap_or("(no headline)"));
    page.fact("outlet", article.outlet.as_deref().unwrap_or_default());
    page.fact("byline", article.byline.as_deref().unwrap_or_default());
    page.fact("published", article.published_on.as_deref().unwrap_or_default());
    page.fact("url", article.url.as_deref().unwrap_or_default());
    page.fact("credit", article.credit.as_deref().unwrap_or_default());
    page.fact("genre", &article.genre);
    page.fact("language", &article.language);
    let length =
        format!("{}, {}", counted(article.words as u64, ("word", "words")), counted(article.claims as u64, CLAIMS));
    page.fact("length", &length);
    for (key, value) in corpus.metadata(row)? {
        page.fact(&key, &value);
    }
    page.fact("article", &article.article_id);
    for place in corpus.locations(row)? {
        let row = place.row.map_or(String::new(), |row| format!(" row {row}"));
        page.fact("from", &format!("{}{row} (run {})", place.path, place.run));
    }
    for other in corpus.versions(row)? {
        page.fact(
            "version",
            &format!("this is version {}; version {}: {}", article.version, other.version, named(&other)),
        );
    }
    let original = corpus.original(row)?;
    if let Some(original) = &original {
        page.fact("original", &named(original));
    }
    for other in corpus.reprints(row)?.iter().filter(|other| Some(*other) != original.as_ref()) {
        page.fact("reprint", &named(other));
    }
    Ok(())
}

fn named(article: &ArticleRow) -> String {
    let known = [&article.published_on, &article.outlet, &article.headline];
    let known: Vec<&str> = known.into_iter().flatten().map(String::as_str).collect();
    format!("{} {}", short(&article.article_id), known.join(" · "))
}

fn has(claims: &[ClaimDetail], paragraph: i64) -> bool {
    claims.iter().any(|claim| claim.claim.paragraph == paragraph)
}

/// Returns the contents that stand in a paragraph, each under the number of its claim.
fn marks(claims: &[ClaimDetail], paragraph: i64) -> Vec<Mark> {
    let contents = claims.iter().enumerate().flat_map(|(index, claim)| {
        let spans = claim.spans.iter().filter(|span| span.role == "content");
        spans.map(move |span| (index, span))
    });
    contents
        .filter(|(_, span)| span.paragraph == paragraph)
        .map(|(index, span)| Mark {
            start: span.start as usize,
            end: span.end as usize,
            label: (index + 1).to_string(),
            style: styles::CONTENT,
        })
        .collect()
}

fn about_claim(page: &mut Page, number: usize, claim: &ClaimRow) {
    let speaker = match (&claim.speaker, claim.source.as_str()) {
        (Some(speaker), _) => speaker.clone(),
        (None, "") => format!("{} speaker", claim.speaker_kind),
        (None, source) => format!("{source} ({} speaker)", claim.speaker_kind),
    };
    let about = match claim.about.is_empty() {
        true => String::new(),
        false => format!(" · about {}", claim.about.join(", ")),
    };
    let cue = if claim.cue.is_empty() { String::new() } else { format!(" “{}”", claim.cue) };
    let rest = format!("{cue} · {} · {}{about} · {}", claim.form, claim.cue_class, short(&claim.claim_id));
    page.pieces(
        4,
        &[
            Piece::new(format!("{number} "), styles::QUIET),
            Piece::new(speaker, styles::SOURCE),
            Piece::new(rest, styles::QUIET),
        ],
    );
}
