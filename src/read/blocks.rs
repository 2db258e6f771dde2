//! Markup → blocks: one for each paragraph, heading, list item and caption.

use scraper::{Html, Node};

use super::nesting;
use super::values::one_line;
use crate::article::{Block, BlockKind};

/// Elements that part paragraphs.
const PARTING: &str = "address article aside blockquote body center dd details div dl dt figcaption figure footer form h1 h2 h3 \
     h4 h5 h6 header hr html li main nav ol p pre section summary table tr ul";
/// Elements whose words are none of the text.
const SILENT: &str = "script style noscript template button select textarea svg math iframe object head title";
const MARKUP: [&str; 8] = ["<p>", "<p ", "</p>", "<br", "<div", "</div>", "<li>", "</h2>"];

/// Tells whether a text is markup rather than words.
pub(super) fn is_markup(text: &str) -> bool {
    text.match_indices('<').any(|(at, _)| {
        let start = text[at..].get(..6).unwrap_or(&text[at..]).to_ascii_lowercase();
        MARKUP.iter().any(|tag| start.starts_with(tag))
    })
}

/// Returns the blocks of a piece of markup, whatever its nesting.
pub(super) fn of_markup(markup: &str) -> Vec<Block> {
    let flat = nesting::flattened(markup).unwrap_or(std::borrow::Cow::Borrowed(""));
    of_document(&Html::parse_document(&flat))
}

/// Returns the blocks of a parsed page or part of one, in order.
pub(super) fn of_document(document: &Html) -> Vec<Block> {
    let mut walk = Walk::default();
    let mut node = document.tree.root();
    // By hand instead of by recursion: a hostile page is deeper than a stack.
    loop {
        walk.enter(node.value());
        if let Some(child) = node.first_child() {
            node = child;
            continue;
        }
        walk.leave(node.value());
        while node.next_sibling().is_none() {
            let Some(parent) = node.parent() else {
                walk.end_block();
                return walk.blocks;
            };
            node = parent;
            walk.leave(node.value());
        }
        node = node.next_sibling().expect("the loop ended at a node with a sibling");
    }
}

#[derive(Default)]
struct Walk {
    blocks: Vec<Block>,
    words: String,
    /// How many elements of each kind are open.
    silent: usize,
    headings: usize,
    captions: usize,
}

impl Walk {
    fn enter(&mut self, node: &Node) {
        match node {
            Node::Text(text) if self.silent == 0 => self.words.push_str(text),
            Node::Element(element) => {
                let name = element.name();
                self.end_block_at(name);
                self.silent += usize::from(lists(SILENT, name));
                self.headings += usize::from(is_heading(name));
                self.captions += usize::from(name == "figcaption");
            }
            _ => {}
        }
    }

    fn leave(&mut self, node: &Node) {
        if let Node::Element(element) = node {
            let name = element.name();
            match name {
                "br" => self.break_line(),
                // The cells of a row stay together.
                "td" | "th" => self.words.push(' '),
                _ => self.end_block_at(name),
            }
            self.silent -= usize::from(lists(SILENT, name));
            self.headings -= usize::from(is_heading(name));
            self.captions -= usize::from(name == "figcaption");
        }
    }

    fn end_block_at(&mut self, name: &str) {
        if lists(PARTING, name) {
            self.end_block();
        }
    }

    /// One break is a line of the same paragraph; two in a row part paragraphs.
    fn break_line(&mut self) {
        let is_second = self.words.trim_end_matches([' ', '\t', '\r', '\n', '\u{a0}']).ends_with(LINE_BREAK);
        match is_second {
            true => self.end_block(),
            false => self.words.push(LINE_BREAK),
        }
    }

    fn end_block(&mut self) {
        let words = std::mem::take(&mut self.words);
        let text = one_line(&words.replace(LINE_BREAK, " ")).into_owned();
        let kind = match (self.headings, self.captions) {
            (1.., _) => BlockKind::Heading,
            (_, 1..) => BlockKind::Caption,
            _ => BlockKind::Paragraph,
        };
        if !text.is_empty() {
            self.blocks.push(Block { kind, text });
        }
    }
}

/// Stands for `<br>` among the words: a control character that no parser lets through.
const LINE_BREAK: char = '\0';

fn lists(elements: &str, name: &str) -> bool {
    elements.split(' ').any(|listed| listed == name)
}

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(markup: &str) -> Vec<(BlockKind, String)> {
        of_markup(markup).into_iter().map(|block| (block.kind, block.text)).collect()
    }

    #[test]
    fn blocks_are_told_apart() {
        use BlockKind::{Caption, Heading, Paragraph};
        let blocks = told(
            "<h2>Dam <i>fails</i></h2><div>It&nbsp;failed,\n <b>bad</b>ly.<p>One<br>line.<br> <br/>Two.</p><ul><li>first<li>second</ul>\
            <blockquote>“Said.”</blockquote><table><tr><th>Rain<td>2 mm</table><figure><img alt=x><figcaption>The dam</figcaption></figure><script>no</script>last</div>",
        );
        let expected = [
            (Heading, "Dam fails"),
            (Paragraph, "It failed, badly."),
            (Paragraph, "One line."),
            (Paragraph, "Two."),
            (Paragraph, "first"),
            (Paragraph, "second"),
            (Paragraph, "“Said.”"),
            (Paragraph, "Rain 2 mm"),
            (Caption, "The dam"),
            (Paragraph, "last"),
        ];
        assert_eq!(blocks.iter().map(|(kind, text)| (*kind, text.as_str())).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn markup_is_told_from_words() {
        assert!(is_markup("It failed.<BR/>Badly."));
        assert!(is_markup("<p class=x>It"));
        assert!(!is_markup("It was < 3 and <I> said <párrafo"));
    }

    #[test]
    fn endless_input_is_read_at_once() {
        for piece in ["<div>", "<br>", "<p>", "<b>x", "<table><td>", "<a><p>", "\u{a0}<br>"] {
            of_markup(&piece.repeat(20_000));
        }
    }

    proptest! {
        #[test]
        fn any_markup_is_safe(markup in "(</?(h1|p|br|figcaption|table|td|select|svg|b)>|\\PC|&#0;){0,20}") {
            is_markup(&markup);
            of_markup(&markup);
        }
    }
}
