//! What stands between a headline and the text: an author line, a date line, or both on one line.

use jiff::civil::Date;

use super::values::one_line;
use super::{bylines, dates};
use crate::article::{Article, BlockKind};

/// No author or date line is longer.
const LONGEST: usize = 300;
/// Author and date stand among the first paragraphs, or not at the top.
const WITHIN: usize = 4;

/// What a line says of the piece instead of being part of its text.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Detail {
    pub byline: Option<String>,
    pub date: Option<Date>,
}

impl Detail {
    /// Returns what a line says if it is an author line, a date line or both, and nothing else.
    pub fn of_line(line: &str) -> Option<Detail> {
        if line.len() > LONGEST {
            return None;
        }
        let line = one_line(line);
        let mut detail = Detail::default();
        for part in line.split(['|', '•', '·']).map(str::trim).filter(|part| !part.is_empty()) {
            let said = of_part(part)?;
            detail.byline = detail.byline.or(said.byline);
            detail.date = detail.date.or(said.date);
        }
        (detail != Detail::default()).then_some(detail)
    }

    /// Gives the piece what the line says; tells whether all of it was still missing or the same.
    pub fn fill(self, article: &mut Article) -> bool {
        let is_news = (self.byline.is_none() || article.byline.is_none() || self.byline == article.byline)
            && (self.date.is_none() || article.published_on.is_none() || self.date == article.published_on);
        if is_news {
            article.byline = article.byline.take().or(self.byline);
            article.published_on = article.published_on.or(self.date);
        }
        is_news
    }
}

fn of_part(part: &str) -> Option<Detail> {
    let date = dates::date_of(part);
    if date.is_some() {
        return Some(Detail { byline: None, date });
    }
    let splits = [", ", " - ", " – ", " — "].into_iter().flat_map(|mark| part.match_indices(mark));
    let dated = splits
        .filter_map(|(at, mark)| Some((bylines::printed(&part[..at])?, dates::date_of(&part[at + mark.len()..])?)));
    if let Some((byline, date)) = dated.min_by_key(|(byline, _)| byline.len()) {
        return Some(Detail { byline: Some(byline), date: Some(date) });
    }
    let byline = bylines::printed(part);
    let is_reading_time = part.ends_with("min read") && part.len() < 20;
    (byline.is_some() || is_reading_time).then_some(Detail { byline, date: None })
}

/// Takes out of the first paragraphs what is headline, author line or date line.
pub(super) fn lift(article: &mut Article) {
    let mut place = 0;
    while place < article.body.len().min(WITHIN) && article.body.len() > 1 {
        let block = &article.body[place];
        let repeats_headline = block.kind == BlockKind::Heading && article.headline.as_deref() == Some(&block.text);
        let detail = Detail::of_line(&block.text);
        match repeats_headline || detail.is_some_and(|detail| detail.fill(article)) {
            true => drop(article.body.remove(place)),
            false => place += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Block;
    use jiff::civil::date;

    #[test]
    fn lines_say_author_and_date() {
        let both = Some(Detail { byline: Some("Anna Kolt".into()), date: Some(date(2016, 10, 4)) });
        for line in [
            "By Anna Kolt | 4 October 2016",
            "By Anna Kolt, October 4, 2016",
            "By Anna Kolt – Oct. 4, 2016, 10:15",
            "Published 4 October 2016 · By Anna Kolt · 3 min read",
        ] {
            assert_eq!(Detail::of_line(line), both, "{line}");
        }
        for line in ["", "|", "On 4 October 2016 it rained", "By 4 October 2016", "A line. | 4 October 2016"] {
            assert_eq!(Detail::of_line(line), None, "{line}");
        }
    }

    #[test]
    fn the_opening_is_lifted_and_the_text_stays() {
        let block = |kind, text: &str| Block { kind, text: text.into() };
        let mut article = Article {
            headline: Some("Dam fails".into()),
            body: vec![
                block(BlockKind::Heading, "Dam fails"),
                block(BlockKind::Paragraph, "By Anna Kolt"),
                block(BlockKind::Paragraph, "4 October 2016"),
                block(BlockKind::Paragraph, "The dam failed."),
                block(BlockKind::Paragraph, "By Ivo Brandt"),
            ],
            ..Article::default()
        };
        lift(&mut article);
        assert_eq!(article.byline.as_deref(), Some("Anna Kolt"));
        assert_eq!(article.published_on, Some(date(2016, 10, 4)));
        assert_eq!(
            article.body.iter().map(|block| block.text.as_str()).collect::<Vec<_>>(),
            ["The dam failed.", "By Ivo Brandt"]
        );
    }
}
