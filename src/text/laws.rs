//! What holds for every text: laws as properties, and hostile texts of a megabyte, on which anything quadratic would
//! not come back.

use proptest::prelude::*;

use super::*;

/// Checks that all parts of a document nest, are in order, and cover what they must.
fn check(document: &Document) {
    let text = document.text.as_str();
    let is_slice = |span: Span| text.get(span.start..span.end).is_some();
    let in_order = |spans: &[Span]| spans.windows(2).all(|pair| pair[0].end <= pair[1].start);
    let words = |part: &str| part.split_whitespace().collect::<String>();

    let paragraphs: Vec<Span> = document.paragraphs.iter().map(|paragraph| paragraph.span).collect();
    assert!(in_order(&paragraphs) && paragraphs.iter().all(|span| is_slice(*span) && !span.is_empty()));
    let (mut sentences, mut tokens) = (0, 0);
    for (index, paragraph) in document.paragraphs.iter().enumerate() {
        assert_eq!(paragraph.sentences.start, sentences);
        sentences = paragraph.sentences.end;
        let spans: Vec<Span> = document.sentences_of(index).iter().map(|sentence| sentence.span).collect();
        assert!(in_order(&spans) && spans.iter().all(|span| paragraph.span.contains(*span)));
        assert!(spans.iter().all(|span| span.trimmed(text) == *span && !span.is_empty()));
        assert_eq!(spans.iter().map(|span| words(span.of(text))).collect::<String>(), words(paragraph.span.of(text)));

        let quotations: Vec<Span> = paragraph.quotations.iter().map(|quotation| quotation.outer).collect();
        assert!(in_order(&quotations) && quotations.iter().all(|span| paragraph.span.contains(*span)));
        for quotation in &paragraph.quotations {
            assert!(
                is_slice(quotation.outer) && is_slice(quotation.inner) && quotation.outer.contains(quotation.inner)
            );
            assert!(document.quoted_at(quotation.inner.start));
        }
    }
    assert_eq!(sentences, document.sentences.len());
    for (index, sentence) in document.sentences.iter().enumerate() {
        assert_eq!(sentence.tokens.start, tokens);
        tokens = sentence.tokens.end;
        let spans: Vec<Span> = document.tokens_of(index).iter().map(|token| token.span).collect();
        assert!(in_order(&spans) && spans.iter().all(|span| is_slice(*span) && sentence.span.contains(*span)));
        assert!(spans.iter().all(|span| !span.is_empty() && !span.of(text).contains(char::is_whitespace)));
        assert_eq!(spans.iter().map(|span| span.of(text)).collect::<String>(), words(sentence.span.of(text)));
        assert_eq!(document.sentence_of(sentence.span.start), index);
    }
    assert_eq!(tokens, document.tokens.len());
}

/// Texts of what this room decides about: marks, abbreviations, line ends, numbers, links.
fn thorny() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "[\\.\\?!…,;:\"'“”‘’„«»`()\\[\\]—–-]{1,3}",
        "[ \n\t\u{a0}]{1,2}",
        "(Mr|Lt|U\\.S|a\\.m|No|etc|J|www|http://|24|1,000|5'10|don't|non|A&E|@a|#b|\\[1\\]|•)\\.?",
        "[a-zA-Zéπж世]{1,5}",
        "[\u{301}\u{200b}\u{200d}\u{ad}\u{feff}👩🚒🇬🇧]{1,2}",
    ];
    proptest::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn any_text_is_divided(text in any::<String>()) {
        let document = Document::from_text(&text);
        prop_assert_eq!(&document.text, &text);
        check(&document);
    }

    #[test]
    fn thorny_text_is_divided(text in thorny()) {
        check(&Document::from_text(&text));
    }

    #[test]
    fn blocks_are_divided(headline in proptest::option::of(thorny()), texts in proptest::collection::vec(thorny(), 0..4)) {
        let kinds = [BlockKind::Text, BlockKind::Paragraph, BlockKind::Heading, BlockKind::Caption];
        let blocks: Vec<Block> =
            texts.into_iter().zip(kinds).map(|(text, kind)| Block { kind, text }).collect();
        let document = Document::from_blocks(headline.as_deref(), &blocks);
        check(&document);
        let parts: Vec<&str> = document.paragraphs.iter().map(|paragraph| paragraph.span.of(&document.text)).collect();
        prop_assert_eq!(parts.join("\n\n"), document.text.as_str());
        prop_assert!(parts.iter().all(|part| normalized(part) == *part));
    }

    #[test]
    fn a_paragraph_stands_alone(text in thorny()) {
        let words = normalized(&text);
        let block = Block { kind: BlockKind::Paragraph, text: words.clone() };
        prop_assert_eq!(Document::from_blocks(None, &[block]).paragraphs.len(), usize::from(!words.is_empty()));
    }
}

#[test]
fn hostile_texts_are_divided() {
    let rows = [
        "a", ".", "a.", ". ", "a. ", "\n", "a\n", "A.\n\n", "\"", "\" ", "'", "''", "‘", "‘a’ ", "a’ ", "“", "”", "“”",
        "“\"", "„“", "(", ") ", "[1] ", "-", "a-", "a/", "w/", "1", "1.", "1-", "a@", "@", "#a ", "www.", ".-", "?! ",
        "…", "• ", "\u{301}", "e\u{301}", "🇬🇧", "世。", "re-", "\r", "5\"", "_", "U.S. ", "”A", ".”A", ".The ",
    ];
    for row in rows {
        divide_repeated(row, 1 << 17);
    }
    for row in ["a ", "“a” ", "\"", ".", "\n"] {
        divide_repeated(row, 1 << 20);
    }
}

fn divide_repeated(row: &str, bytes: usize) {
    let text = row.repeat(bytes / row.len());
    let document = Document::from_text(&text);
    assert!(document.paragraphs.last().is_none_or(|last| last.span.end <= text.len()), "{row}");
    assert!(words(&text) <= text.len());
}

#[test]
fn an_empty_text_has_no_parts() {
    for text in ["", " \n\n\t", "\u{feff}"] {
        let document = Document::from_text(text);
        assert!(document.paragraphs.is_empty() && document.tokens.is_empty());
        assert!(!document.quoted_at(0));
    }
    assert!(Document::from_blocks(Some(" \u{200b}"), &[]).paragraphs.is_empty());
}
