//! Reads texts as the product reads them, for training: JSON lines in, JSON lines out, one document each. Its one
//! argument is the file of the vocabulary, one piece a line.
//!
//! In: `{"id", "text"}`, or with a treebank's own division also `"words": [[[start, end], ..], ..]`, one list a
//! sentence. Out: `{"id", "words": [[start, end], ..], "sentences": [..], "paragraphs": [..], "marks": [..],
//! "pieces": [[..], ..]}`, one entry a word. Offsets count characters.

use std::io::{self, BufRead, BufWriter, Write};

use anyhow::{Context, Result};
use sayso::model::{Vocabulary, marks};
use sayso::span::{CharIndex, Span};
use sayso::text::{Document, Sentence, Token};
use serde_json::{Value, json};

fn main() -> Result<()> {
    let path = std::env::args().nth(1).context("name the file of the vocabulary")?;
    let lines = std::fs::read_to_string(&path).with_context(|| path.clone())?;
    let vocabulary = Vocabulary::new(&lines).with_context(|| format!("{path}: not a vocabulary"))?;
    let mut out = BufWriter::new(io::stdout().lock());
    for (number, line) in io::stdin().lock().lines().enumerate() {
        let given: Value = serde_json::from_str(&line?).with_context(|| format!("line {}", number + 1))?;
        let text = given["text"].as_str().with_context(|| format!("line {}: no text", number + 1))?;
        let mut document = Document::from_text(text);
        if let Some(sentences) = given["words"].as_array() {
            divide_as_given(&mut document, sentences);
        }
        writeln!(out, "{}", prepared(&given["id"], &document, &vocabulary))?;
    }
    Ok(())
}

/// Puts a treebank's sentences and words in the place of ours; paragraphs and quotations stay.
fn divide_as_given(document: &mut Document, sentences: &[Value]) {
    let starts: Vec<usize> = document.text.char_indices().map(|(byte, _)| byte).chain([document.text.len()]).collect();
    let byte = |value: &Value| starts[value.as_u64().expect("an offset") as usize];
    document.tokens.clear();
    document.sentences.clear();
    for sentence in sentences {
        let first = document.tokens.len();
        for word in sentence.as_array().expect("a list of words") {
            let span = Span::new(byte(&word[0]), byte(&word[1]));
            let is_word = span.of(&document.text).chars().any(char::is_alphanumeric);
            document.tokens.push(Token { span, is_word });
        }
        let span = Span::new(document.tokens[first].span.start, document.tokens[document.tokens.len() - 1].span.end);
        document.sentences.push(Sentence { span, tokens: first..document.tokens.len() });
    }
    let mut next = 0;
    for index in 0..document.paragraphs.len() {
        let end = document.paragraphs.get(index + 1).map_or(usize::MAX, |after| after.span.start);
        let first = next;
        while next < document.sentences.len() && document.sentences[next].span.start < end {
            next += 1;
        }
        document.paragraphs[index].sentences = first..next;
    }
}

fn prepared(id: &Value, document: &Document, vocabulary: &Vocabulary) -> Value {
    let index = CharIndex::new(&document.text);
    let (mut sentences, mut paragraphs) = (Vec::new(), Vec::new());
    for (number, paragraph) in document.paragraphs.iter().enumerate() {
        for sentence in paragraph.sentences.clone() {
            let words = document.sentences[sentence].tokens.len();
            sentences.extend(std::iter::repeat_n(sentence, words));
            paragraphs.extend(std::iter::repeat_n(number, words));
        }
    }
    let ids = |token: &Token| -> Vec<i32> {
        vocabulary.pieces(token.span.of(&document.text)).iter().map(|piece| piece.id).collect()
    };
    json!({
        "id": id,
        "words": document.tokens.iter().map(|token| index.span(token.span)).collect::<Vec<_>>(),
        "sentences": sentences,
        "paragraphs": paragraphs,
        "kinds": document.paragraphs.iter().map(|paragraph| paragraph.kind.name()).collect::<Vec<_>>(),
        "marks": marks(document),
        "pieces": document.tokens.iter().map(ids).collect::<Vec<_>>(),
    })
}
