//! A saved page → Article: its main text as blocks, and what the page says of itself.

use std::panic::{AssertUnwindSafe, catch_unwind};

use scraper::Html;
use trafilatura::ExtractionFocus;

use super::fields::Field;
use super::metadata::Metadata;
use super::page::{metadata_of, without_outlet};
use super::values::one_line;
use super::{blocks, bylines, dates, nesting, opening};
use crate::article::{Article, Block, BlockKind};

/// Returns the piece that a page holds, or why there is none.
pub(super) fn read(page: &str) -> Result<Article, String> {
    let page = nesting::flattened(page)?;
    let said = metadata_of(&Html::parse_document(&page));
    let main = main_text(&page)?;
    let mut article = piece(said, main.guess);
    article.body = main.blocks;
    opening::lift(&mut article);
    match article.body.iter().any(|block| block.kind == BlockKind::Paragraph) {
        true => Ok(article),
        false => Err(NO_TEXT.into()),
    }
}

const NO_TEXT: &str = "no main text was found in the page; if it has one, give that as plain text";

/// What an extractor finds in a page.
struct MainText {
    blocks: Vec<Block>,
    /// What it makes of the page's metadata, by reading and by guessing.
    guess: Metadata,
}

/// Finds the main text: the one place that knows the extractor.
fn main_text(page: &str) -> Result<MainText, String> {
    let options = trafilatura::Options::default()
        .with_fallback(true)
        .with_focus(ExtractionFocus::FavorPrecision)
        .with_exclude_comments(true);
    // The extractor is young; one page that it cannot stand must not end a run.
    let found = catch_unwind(AssertUnwindSafe(|| trafilatura::extract(page, &options)));
    let found = found.map_err(|_| "the page could not be parsed")?;
    let found = found.map_err(|_| NO_TEXT)?;
    let guess = found.metadata;
    let given = |value: String| Some(value).filter(|value| !value.is_empty());
    let guess = Metadata {
        headline: given(guess.title),
        authors: given(guess.author).into_iter().collect(),
        outlet: given(guess.sitename).filter(|name| !name.starts_with("http")),
        published_on: guess.date.and_then(|date| dates::date_of(&date.to_string())),
        url: given(guess.url),
        ..Metadata::default()
    };
    Ok(MainText { blocks: blocks::of_document(&Html::parse_document(&found.content_html)), guess })
}

/// What the page says wins over what the extractor guesses; a guessed date is marked as one.
fn piece(said: Metadata, guess: Metadata) -> Article {
    let mut article = Article::default();
    let date_source = match (said.published_on, guess.published_on) {
        (Some(_), _) => Some("metadata"),
        (None, Some(_)) => Some("guessed"),
        (None, None) => None,
    };
    let all = said.or(guess);
    article.byline = byline(&all.authors, all.outlet.as_deref());
    article.published_on = all.published_on;
    let headline =
        all.headline.map(|headline| without_outlet(&headline, all.outlet.as_deref().into_iter()).to_string());
    let rest = [
        (Field::Headline, headline),
        (Field::Outlet, all.outlet),
        (Field::Url, all.url),
        (Field::Meta("language".into()), all.language),
        (Field::Meta("section".into()), all.section),
        (Field::Meta("modified_on".into()), all.modified_on.map(|date| date.to_string())),
        (Field::Meta("date_source".into()), date_source.map(str::to_string)),
    ];
    for (field, value) in rest {
        field.fill(&mut article, &value.unwrap_or_default());
    }
    article
}

/// The authors without repetition, and without the outlet unless it is the only one.
fn byline(authors: &[String], outlet: Option<&str>) -> Option<String> {
    let cleaned: Vec<String> = authors.iter().filter_map(|author| bylines::cleaned(&one_line(author))).collect();
    let mut names: Vec<&str> = Vec::new();
    for name in cleaned.iter().flat_map(|authors| authors.split(", ")) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.len() > 1 {
        names.retain(|name| Some(*name) != outlet);
    }
    (!names.is_empty()).then(|| names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const PROSE: &str = "The council of Varn met on Monday to speak of the dam, which had held for ninety years and no longer did. \
        “We were told that it would stand,” said the mayor, Ivo Brandt, to the people who had come in from the rain.";

    fn page(head: &str, body: &str) -> String {
        format!(
            "<!doctype html><html><head>{head}</head><body><nav><a href=/>Home</a> <a href=/s>Sport</a></nav>{body}<footer>© Courier</footer></body></html>"
        )
    }

    #[test]
    fn a_page_becomes_a_piece() {
        let head = "<title>Dam fails | The Varn Courier</title><meta property=og:site_name content='The Varn Courier'>\
            <script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Dam fails\",\"author\":[{\"name\":\"By Anna Kolt\"},\
            {\"name\":\"Anna Kolt\"}],\"datePublished\":\"2016-10-04T08:00:00Z\",\"dateModified\":\"2016-10-05T08:00:00Z\"}</script>";
        let body =
            format!("<article><h1>Dam fails</h1><p>{PROSE}</p><h2>What now?</h2><p>{PROSE} So it is.</p></article>");
        let article = read(&page(head, &body)).unwrap();
        assert_eq!(article.headline.as_deref(), Some("Dam fails"));
        assert_eq!(article.byline.as_deref(), Some("Anna Kolt"));
        assert_eq!(article.outlet.as_deref(), Some("The Varn Courier"));
        assert_eq!(article.published_on, Some(date(2016, 10, 4)));
        assert_eq!(
            (article.meta["date_source"].as_str(), article.meta["modified_on"].as_str()),
            ("metadata", "2016-10-05")
        );
        let told: Vec<(BlockKind, &str)> = article.body.iter().map(|block| (block.kind, block.text.as_str())).collect();
        assert_eq!(
            told,
            [
                (BlockKind::Paragraph, PROSE),
                (BlockKind::Heading, "What now?"),
                (BlockKind::Paragraph, &format!("{PROSE} So it is."))
            ]
        );
    }

    #[test]
    fn a_page_without_text_is_refused() {
        for body in ["", "<script>x</script>"] {
            let reason = read(&page("<title>Dam</title>", body));
            assert!(reason.is_err() || !reason.unwrap().body.is_empty());
        }
        assert!(read("<html><body></body></html>").unwrap_err().contains("no main text"));
    }

    #[test]
    fn deep_pages_keep_their_words() {
        let deep = format!("{}<article><p>{PROSE}</p><p>{PROSE}!</p></article>", "<div>".repeat(3000));
        assert!(read(&page("", &deep)).unwrap().body[0].text.contains("council of Varn"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn any_page_is_safe(page in "(</?(h1|p|br|div|table|td|script|b|article)>|<meta name='author' content='|\\PC{1,9}|'>){0,30}") {
            let _ = read(&page);
        }
    }
}
