//! Plain text → Article: headline, author line, date line and header lines where they are there, the rest as printed.
//!
//! Only shape is evidence, and a headline is never invented: in doubt a line belongs to the text.

mod headlines;
mod lines;

use std::collections::HashSet;

use headlines::{ends_like_sentence, headline, signature};
use lines::{first_line, is_blank, is_blank_character, split_line, trimmed};

use super::bylines;
use super::fields::Field;
use super::opening::Detail;
use crate::article::{Article, Block, BlockKind};

const LONGEST_STANDFIRST: usize = 500;
const LONGEST_HEADER_LINE: usize = 300;
const MOST_HEADER_LINES: usize = 30;
/// Returns the piece that a plain text is.
pub(super) fn read(text: &str) -> Article {
    let text = text.trim_start_matches('\u{feff}');
    let mut article = Article::default();
    let mut rest = take_details(text, &mut article);
    if article.headline.is_none()
        && let Some((headline, after)) = headline(rest)
    {
        article.headline = Some(headline);
        rest = take_details(after, &mut article);
    }
    if article.headline.is_some()
        && article.byline.is_none()
        && let Some((names, after)) = signature(rest)
    {
        article.byline = Some(names);
        rest = take_details(after, &mut article);
    }
    let mut standfirst = None;
    if article.headline.is_some()
        && article.byline.is_none()
        && let Some((line, after)) = standfirst_above_byline(rest)
    {
        standfirst = Some(text_block(line));
        rest = take_details(after, &mut article);
    }
    if is_blank(rest) {
        return Article::from_text(trimmed(text));
    }
    article.body = standfirst.into_iter().chain([text_block(rest)]).collect();
    article
}

fn text_block(text: &str) -> Block {
    Block { kind: BlockKind::Text, text: trimmed(text).to_string() }
}

/// Returns the one paragraph that stands between headline and author line, and what follows it.
fn standfirst_above_byline(text: &str) -> Option<(&str, &str)> {
    let (line, after) = first_line(text).filter(|(line, _)| line.len() <= LONGEST_STANDFIRST)?;
    let is_above_byline =
        first_line(after).and_then(|(next, _)| Detail::of_line(next)).is_some_and(|detail| detail.byline.is_some());
    is_above_byline.then_some((line, after))
}

/// Takes author line, date line and header lines off the beginning.
fn take_details<'t>(mut rest: &'t str, article: &mut Article) -> &'t str {
    loop {
        let Some((line, after)) = first_line(rest) else { return rest };
        let is_after_headline = article.headline.is_some();
        // One such line at the very top may be a headline: "Source: the dam will go".
        let header = header(rest, is_after_headline).filter(|(pairs, _)| is_after_headline || pairs.len() > 1);
        if let Some((pairs, after)) = header {
            pairs.into_iter().for_each(|(field, value)| field.fill(article, value));
            rest = after;
        } else if let Some((names, after)) = byline_on_two_lines(line, after).filter(|_| article.byline.is_none()) {
            article.byline = Some(names);
            rest = after;
        } else if Detail::of_line(line).is_some_and(|detail| detail.fill(article)) {
            rest = after;
        } else {
            return rest;
        }
    }
}

fn byline_on_two_lines<'t>(line: &str, after: &'t str) -> Option<(String, &'t str)> {
    let is_introduction = line.trim().trim_end_matches(':').eq_ignore_ascii_case("by");
    let (names, after) = first_line(after).filter(|_| is_introduction)?;
    Some((bylines::signature(names)?, after))
}

/// Returns the lines `Key: value` that stand in one block at the beginning, and what follows them.
///
/// One usual name vouches for the block; without any, several short values that end like no sentence do, but only
/// after a headline.
fn header(text: &str, is_after_headline: bool) -> Option<(Vec<(Field, &str)>, &str)> {
    let mut rest = &text[text.len() - text.trim_start_matches(is_blank_character).len()..];
    let (mut pairs, mut keys, mut is_vouched_for) = (Vec::new(), HashSet::new(), false);
    while !rest.is_empty() {
        let (line, after) = split_line(rest);
        if is_blank(line) {
            break;
        }
        let (key, value) = line.split_once(':').filter(|_| line.len() <= LONGEST_HEADER_LINE)?;
        let field = Field::usual(key);
        let is_fit = is_key(key) && value.starts_with(char::is_whitespace) && field != Some(Field::Text);
        if !is_fit || pairs.len() == MOST_HEADER_LINES || !keys.insert(key) {
            return None;
        }
        is_vouched_for |= field.is_some();
        pairs.push((field.unwrap_or_else(|| Field::Meta(key.trim().to_string())), value));
        rest = after;
    }
    let are_labels =
        || pairs.len() > 1 && pairs.iter().all(|(_, value)| value.len() <= 80 && !ends_like_sentence(value));
    (is_vouched_for || (is_after_headline && are_labels())).then_some((pairs, rest))
}

fn is_key(key: &str) -> bool {
    let words = key.split_whitespace().count();
    let is_plain = key.chars().all(|c| c.is_alphabetic() || " -_".contains(c));
    is_plain && (1..=3).contains(&words) && key.len() <= 30 && key.starts_with(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const PROSE: &str =
        "The council of Varn met on Monday to speak of the dam, which had held for ninety years and no longer did.";

    fn body(article: &Article) -> &str {
        &article.body[0].text
    }

    #[test]
    fn the_usual_opening_is_told_apart() {
        for end in ["\n", "\r\n", "\r"] {
            let text = format!(
                "Dam fails; nobody says why\n\nBy Anna Kolt\n\n2016-10-04\n\nOutlet: The Varn Courier\nGenre: news\nDesk: Home\n\n{PROSE}\n\nMore.\n"
            );
            let article = read(&text.replace('\n', end));
            assert_eq!(article.headline.as_deref(), Some("Dam fails; nobody says why"));
            assert_eq!(article.byline.as_deref(), Some("Anna Kolt"));
            assert_eq!(article.published_on, Some(date(2016, 10, 4)));
            assert_eq!(article.outlet.as_deref(), Some("The Varn Courier"));
            assert_eq!((article.meta["genre"].as_str(), article.meta["Desk"].as_str()), ("news", "Home"));
            assert_eq!(body(&article), format!("{PROSE}{end}{end}More."));
        }
    }

    #[test]
    fn a_signed_piece_names_its_author_by_shape() {
        for text in [
            format!("Why Does the Dam Fail?\n\nAnna Kolt\nVC0402{PROSE}\n\nMore."),
            format!("\u{a0}\n Why Does the Dam Fail?\nAnna Kolt\n\nVC0402{PROSE}\n\nMore."),
        ] {
            let article = read(&text);
            assert_eq!(article.headline.as_deref(), Some("Why Does the Dam Fail?"));
            assert_eq!(article.byline.as_deref(), Some("Anna Kolt"));
            assert!(body(&article).starts_with("VC0402The council"));
        }
    }

    #[test]
    fn a_standfirst_may_stand_above_the_author() {
        let article = read(&format!("Dam fails\n\nNobody says why. Yet.\n\nBy Anna Kolt\nOct. 4, 2016\n\n{PROSE}"));
        assert_eq!(article.byline.as_deref(), Some("Anna Kolt"));
        assert_eq!(article.published_on, Some(date(2016, 10, 4)));
        assert_eq!(article.body.iter().map(|b| b.text.as_str()).collect::<Vec<_>>(), ["Nobody says why. Yet.", PROSE]);
    }

    #[test]
    fn a_heading_is_no_author() {
        let article = read(&format!("Dam fails\n\nCouncil Dam\n\n{}", PROSE.to_lowercase()));
        assert_eq!(article.byline, None);
        assert!(body(&article).starts_with("Council Dam"));
    }

    #[test]
    fn prose_gets_no_headline() {
        for text in [
            PROSE.to_string(),
            format!("{PROSE}\n\n{PROSE}"),
            format!("It rained.\n\n{PROSE}"),
            format!("“Go,” she said. “Go.”\n\n{PROSE}"),
            format!("Varn woke to rain again. Who knew?\n\n{PROSE}"),
            format!("VARN (VPA) — The latest:\n\n{PROSE}"),
            "Varn: a city\nDam: a wall".to_string(),
            "Dam fails".to_string(),
            "Dam fails\n\nBy Anna Kolt\n\n2016-10-04\n".to_string(),
        ] {
            let article = read(&text);
            assert_eq!((article.headline.as_ref(), article.byline.as_ref()), (None, None), "{text}");
            assert_eq!(body(&article), text.trim());
        }
    }

    #[test]
    fn a_headline_may_end_in_a_question_or_a_quotation() {
        for line in ["Who broke the dam?", "Engineer on dam: ‘Not my doing’", "Varn, city of water", "20 years of rain"]
        {
            assert_eq!(read(&format!("{line}\n\n{PROSE}")).headline.as_deref(), Some(line));
        }
    }

    #[test]
    fn author_or_date_vouch_for_a_headline() {
        let article = read(&format!("Varn could drown. Again.\n\nOct. 4, 2016\n\n{PROSE}"));
        assert_eq!(article.headline.as_deref(), Some("Varn could drown. Again."));
        let article = read(&format!("A dam of ninety years\nhas failed\nBy Anna Kolt | 4 October 2016\n\n{PROSE}"));
        assert_eq!(article.headline.as_deref(), Some("A dam of ninety years has failed"));
        assert_eq!(article.published_on, Some(date(2016, 10, 4)));
        assert_eq!(body(&article), PROSE);
    }

    #[test]
    fn header_lines_may_come_first() {
        let article = read(&format!("Title: Dam fails\nAuthor: Anna Kolt\nDate: 4 Oct 2016\nNote: kept\n\n{PROSE}"));
        assert_eq!(article.headline.as_deref(), Some("Dam fails"));
        assert_eq!(article.byline.as_deref(), Some("Anna Kolt"));
        assert_eq!(article.meta["Note"], "kept");
    }

    #[test]
    fn an_interview_is_no_header() {
        let text = "Dam fails\n\nAnna: What did you see?\nIvo: Only water.\n\nAnna: And then?\nIvo: Nothing.";
        assert!(body(&read(text)).starts_with("Anna: What"));
    }

    #[test]
    fn by_may_stand_alone() {
        let article = read(&format!("Dam fails\n\nBy\nAnna Kolt\n4 October 2016\n{PROSE}"));
        assert_eq!((article.byline.as_deref(), body(&article)), (Some("Anna Kolt"), PROSE));
    }

    #[test]
    fn endless_input_is_read_at_once() {
        for piece in ["By ", "\n", "a: b\n", "By Anna Kolt\n\n", ". A", "Anna Kolt\n", "2016-10-04\n"] {
            read(&piece.repeat(100_000));
        }
    }

    proptest! {
        #[test]
        fn the_body_is_what_the_text_ends_with(text in "([A-Za-z:., ]{0,30}[\r\n]{1,3}|By Anna Kolt\n|\\PC{0,9}){0,9}") {
            let article = read(&text);
            prop_assert!(trimmed(&text).ends_with(&article.body.last().unwrap().text));
        }
    }
}
