//! What an uncased vocabulary loses of each token: the shape of its letters, and whether it stands inside quotation
//! marks. One small number a token; the encoder has a learned vector for each.

use crate::text::Document;

/// Added to the shape of a token inside quotation marks; there are twice as many marks.
const QUOTED: i32 = 8;

/// The shapes of a token's letters, numbered as the encoder knows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(i32)]
enum Shape {
    /// No letters: punctuation, symbols.
    Mark,
    Lower,
    /// A capital first.
    Initial,
    /// A capital first, where a sentence begins and any word would have one.
    FirstInitial,
    /// Capitals only, at least two.
    Capitals,
    /// A capital elsewhere: "McCain", "iPhone".
    Mixed,
    /// A digit anywhere.
    Digit,
    /// Any word of a sentence whose capitals say nothing: a headline in title case, a line in capitals.
    Loud,
}

/// Returns the mark of every token of the document, in order.
pub fn marks(document: &Document) -> Vec<i32> {
    let mut marks = Vec::with_capacity(document.tokens.len());
    for paragraph in &document.paragraphs {
        for sentence in &document.sentences[paragraph.sentences.clone()] {
            let tokens = &document.tokens[sentence.tokens.clone()];
            let first = marks.len();
            let mut has_begun = false;
            for token in tokens {
                let mut shape = shape_of(token.span.of(&document.text));
                if shape == Shape::Initial && !has_begun {
                    shape = Shape::FirstInitial;
                }
                has_begun |= token.is_word;
                marks.push(shape as i32);
            }
            if is_loud(&marks[first..], tokens.iter().map(|token| token.span.len())) {
                marks[first..].iter_mut().filter(|mark| **mark != Shape::Mark as i32).for_each(|mark| {
                    *mark = Shape::Loud as i32;
                });
            }
            for (mark, token) in marks[first..].iter_mut().zip(tokens) {
                *mark += if paragraph.quoted_at(token.span.start) { QUOTED } else { 0 };
            }
        }
    }
    marks
}

fn shape_of(word: &str) -> Shape {
    let mut letters = word.chars().filter(|letter| letter.is_alphabetic());
    let Some(first) = letters.next() else {
        return if word.chars().any(char::is_numeric) { Shape::Digit } else { Shape::Mark };
    };
    if word.chars().any(char::is_numeric) {
        return Shape::Digit;
    }
    let (capitals, others) = letters.fold((0, 0), |(capitals, others), letter| match letter.is_uppercase() {
        true => (capitals + 1, others),
        false => (capitals, others + 1),
    });
    match (first.is_uppercase(), capitals, others) {
        (true, 0, _) => Shape::Initial,
        (true, _, 0) => Shape::Capitals,
        (false, 0, _) => Shape::Lower,
        _ => Shape::Mixed,
    }
}

/// Tells whether the capitals of a sentence say nothing: four in five of its longer words, and at least four, have
/// one. Short words are no evidence, since titles write "of" and "the" small; nor is the first word.
fn is_loud(shapes: &[i32], lengths: impl Iterator<Item = usize>) -> bool {
    const LONG: usize = 4;
    let words = shapes.iter().zip(lengths).filter(|&(&shape, length)| {
        length >= LONG && ![Shape::Mark as i32, Shape::Digit as i32, Shape::FirstInitial as i32].contains(&shape)
    });
    let (small, all) =
        words.fold((0, 0), |(small, all), (&shape, _)| (small + usize::from(shape == Shape::Lower as i32), all + 1));
    all >= 4 && small * 5 <= all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shapes(text: &str) -> Vec<i32> {
        marks(&Document::from_text(text))
    }

    #[test]
    fn shapes_are_told_apart() {
        use Shape::*;
        let expected = [FirstInitial, Lower, Initial, Mixed, Capitals, Digit, Mark].map(|shape| shape as i32);
        assert_eq!(shapes("The man Ivo McCall EU 24th."), expected);
    }

    #[test]
    fn titles_and_lines_in_capitals_are_loud() {
        for line in ["Minister Says Tariffs Will Hurt the Northern Ports", "MINISTER SAYS TARIFFS WILL HURT PORTS"] {
            assert!(shapes(line).iter().all(|&shape| shape == Shape::Loud as i32), "{line}");
        }
        let running = "Minister Orla Brandt met Karel Novak at Velden Castle, the paper said.";
        assert!(shapes(running).contains(&(Shape::Initial as i32)));
    }

    #[test]
    fn words_inside_quotation_marks_say_so() {
        let quoted: Vec<bool> = shapes("He said \"no\" then").iter().map(|&mark| mark >= QUOTED).collect();
        assert_eq!(quoted, [false, false, true, true, true, false]);
    }
}
