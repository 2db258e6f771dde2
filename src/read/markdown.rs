//! Markdown → Article: front matter, blocks by their lines, and words without marks.
//!
//! A walk over lines for the Markdown that news pieces use: headings, quotations, lists, code. Links and emphasis are
//! left to `inline`.

use super::fields::Field;
use super::values::one_line;
use super::{front_matter, inline, opening};
use crate::article::{Article, Block, BlockKind};

/// Returns the piece that a Markdown text is.
pub(super) fn read(text: &str) -> Result<Article, String> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let mut article = Article::default();
    let (pairs, body) = front_matter::split(text.trim_start()).unwrap_or((Vec::new(), &text));
    for (key, value) in pairs {
        let field = Field::usual(&key).filter(|field| *field != Field::Text);
        field.unwrap_or(Field::Meta(key)).fill(&mut article, &value);
    }
    let (mut blocks, title) = blocks_of(body);
    if let Some(title) = title.filter(|_| article.headline.is_none()) {
        article.headline = Some(title);
        blocks.remove(0);
    }
    article.body = blocks;
    opening::lift(&mut article);
    match article.body.is_empty() {
        true => Err("there is no text below the front matter and the title".into()),
        false => Ok(article),
    }
}

/// Returns the blocks, and the first one's words if it is a heading of the first rank.
fn blocks_of(text: &str) -> (Vec<Block>, Option<String>) {
    let mut walk = Walk::default();
    let mut lines = text.lines().peekable();
    let mut title = None;
    while let Some(line) = lines.next() {
        let (line, is_quoted) = without_quotation_marks(line);
        let text = line.trim();
        if is_quoted != walk.is_quoted {
            walk.end_paragraph();
            walk.is_quoted = is_quoted;
        }
        if let Some(fence) = fence_of(text) {
            walk.end_paragraph();
            // A fence that is never closed hides no text.
            let code = lines.clone().position(|line| line.trim().starts_with(fence) && fence_of(line.trim()).is_some());
            if let Some(length) = code {
                lines.nth(length);
            }
        } else if let Some((rank, words)) = heading_of(text) {
            walk.end_paragraph();
            walk.push(BlockKind::Heading, words);
            title = title.or_else(|| (rank == 1 && walk.blocks.len() == 1).then(|| walk.blocks[0].text.clone()));
        } else if text.is_empty() || is_link_definition(text) {
            walk.end_paragraph();
        } else if is_rule(text) {
            let is_underline = walk.paragraph.len() == 1 && text.starts_with(['=', '-']) && !text.contains(' ');
            walk.end_paragraph_as(if is_underline { BlockKind::Heading } else { BlockKind::Paragraph });
            let is_title = is_underline && text.starts_with('=') && walk.blocks.len() == 1;
            title = title.or_else(|| is_title.then(|| walk.blocks[0].text.clone()));
        } else if let Some(item) = item_of(text) {
            walk.end_paragraph();
            walk.paragraph.push(item.to_string());
        } else {
            walk.paragraph.push(text.trim_end_matches('\\').to_string());
        }
    }
    walk.end_paragraph();
    (walk.blocks, title)
}

#[derive(Default)]
struct Walk {
    blocks: Vec<Block>,
    paragraph: Vec<String>,
    is_quoted: bool,
}

impl Walk {
    fn end_paragraph(&mut self) {
        self.end_paragraph_as(BlockKind::Paragraph);
    }

    fn end_paragraph_as(&mut self, kind: BlockKind) {
        let words = std::mem::take(&mut self.paragraph).join(" ");
        self.push(kind, &words);
    }

    fn push(&mut self, kind: BlockKind, marked: &str) {
        let read = inline::read(marked);
        let captions = read.captions.into_iter().map(|text| (BlockKind::Caption, text));
        for (kind, text) in std::iter::once((kind, read.words)).chain(captions) {
            let text = one_line(&text).into_owned();
            if !text.is_empty() {
                self.blocks.push(Block { kind, text });
            }
        }
    }
}

fn without_quotation_marks(line: &str) -> (&str, bool) {
    let rest = line.trim_start_matches(|c: char| c == '>' || c.is_whitespace());
    match line.trim_start().starts_with('>') {
        true => (rest, true),
        false => (line, false),
    }
}

fn fence_of(line: &str) -> Option<&'static str> {
    ["```", "~~~"].into_iter().find(|fence| line.starts_with(fence) && !line[3..].contains('`'))
}

fn heading_of(line: &str) -> Option<(usize, &str)> {
    let words = line.trim_start_matches('#');
    let rank = line.len() - words.len();
    let is_heading = (1..=6).contains(&rank) && (words.is_empty() || words.starts_with([' ', '\t']));
    is_heading.then(|| (rank, words.trim().trim_end_matches('#').trim_end()))
}

fn is_rule(line: &str) -> bool {
    let first = line.chars().next().unwrap_or(' ');
    let marks = line.chars().filter(|c| *c == first).count();
    "-*_=".contains(first) && marks >= 3 && line.chars().all(|c| c == first || c == ' ')
}

fn is_link_definition(line: &str) -> bool {
    line.starts_with('[')
        && !line.starts_with("[^")
        && line.split_once("]:").is_some_and(|(label, url)| !label.contains(' ') && !url.trim().contains(' '))
}

/// Returns the words of a list item.
fn item_of(line: &str) -> Option<&str> {
    let after_number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.len() - after_number.len();
    let words = match digits {
        // A line that starts with a year is no item.
        1..=3 => after_number.strip_prefix(['.', ')'])?,
        0 => line.strip_prefix(['-', '*', '+', '•'])?,
        _ => return None,
    };
    words.starts_with([' ', '\t']).then(|| words.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(text: &str) -> Vec<(BlockKind, String)> {
        read(text).unwrap().body.into_iter().map(|block| (block.kind, block.text)).collect()
    }

    #[test]
    fn front_matter_and_blocks_become_a_piece() {
        let article = read(
            "---\ntitle: Dam fails\nauthors:\n  - Anna Kolt\n  - Ivo Brandt\npublisher: The Varn Courier\ndate: 2016-10-04\nlink: https://varn.example/1\ntags: [dam, varn]\n---\n\n# Dam fails\n\nIt failed,\nbadly.\n",
        )
        .unwrap();
        assert_eq!(article.headline.as_deref(), Some("Dam fails"));
        assert_eq!(article.byline.as_deref(), Some("Anna Kolt, Ivo Brandt"));
        assert_eq!(article.outlet.as_deref(), Some("The Varn Courier"));
        assert_eq!(article.published_on, Some(jiff::civil::date(2016, 10, 4)));
        assert_eq!(article.url.as_deref(), Some("https://varn.example/1"));
        assert_eq!(article.meta["tags"], "dam; varn");
        assert_eq!(article.body, [Block { kind: BlockKind::Paragraph, text: "It failed, badly.".into() }]);
    }

    #[test]
    fn the_first_heading_is_the_headline_where_none_is_given() {
        for text in [
            "# Dam *fails*\n\nBy Anna Kolt\n\nIt failed.",
            "Dam fails\r\n=========\r\n\r\n*By Anna Kolt*\r\n\r\nIt failed.",
        ] {
            let article = read(text).unwrap();
            assert_eq!(article.headline.as_deref(), Some("Dam fails"));
            assert_eq!(article.byline.as_deref(), Some("Anna Kolt"));
            assert_eq!(article.body.len(), 1);
        }
        assert_eq!(read("## Dam\n\nIt failed.").unwrap().headline, None);
        assert_eq!(read("It failed.\n\n# Dam\n").unwrap().headline, None);
    }

    #[test]
    fn blocks_are_told_apart() {
        use BlockKind::{Caption, Heading, Paragraph};
        let text = "One\nline.\n## Then ##\n> “Quoted,\n> twice.”\nAfter.\n* * *\n- first\n  more\n2. second\n1999. A year.\n```\ncode\n```\n\
            ![alt](a.png \"The dam\")\n[1]: https://varn.example\nSub\n---\n    indented\n";
        let blocks = told(text);
        let expected = [
            (Paragraph, "One line."),
            (Heading, "Then"),
            (Paragraph, "“Quoted, twice.”"),
            (Paragraph, "After."),
            (Paragraph, "first more"),
            (Paragraph, "second 1999. A year."),
            (Caption, "The dam"),
            (Heading, "Sub"),
            (Paragraph, "indented"),
        ];
        assert_eq!(blocks.iter().map(|(kind, text)| (*kind, text.as_str())).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn an_open_fence_hides_nothing() {
        assert_eq!(told("```\nIt failed.").len(), 1);
        assert!(read("# Title alone").is_err());
    }

    #[test]
    fn endless_input_is_read_at_once() {
        for piece in ["```\n", "> ", "#", "- ", "[", "---\n", "![", "**_", "*a", "<", "`"] {
            let _ = read(&format!("a\n{}", piece.repeat(200_000)));
        }
    }

    proptest! {
        #[test]
        fn any_text_is_safe(text in "([#>*_`~\\[\\]()! -]{0,6}[a-z é\"\\\\<]{0,9}\n?){0,9}") {
            let _ = read(&text);
        }
    }
}
