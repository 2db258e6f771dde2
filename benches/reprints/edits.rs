//! What a newsroom does to another's text, in five strengths.

use sayso::text::{Document, words};

use super::pieces::Piece;
use super::synthetic::{self, Chance};

/// How strongly a text is edited.
pub struct Strength {
    pub name: &'static str,
    has_lead: bool,
    /// Share of the words that is left.
    kept: f64,
    /// Share of the words that is replaced, left out, or has a word put before it.
    changed: f64,
}

/// From a new headline and other paragraphs to a third of the text in partly other words. Every strength has both.
pub const STRENGTHS: [Strength; 5] = [
    Strength { name: "1 retitled, other paragraphs", has_lead: false, kept: 1.0, changed: 0.0 },
    Strength { name: "2 and a lead", has_lead: true, kept: 1.0, changed: 0.0 },
    Strength { name: "3 and trimmed to 70%", has_lead: true, kept: 0.7, changed: 0.0 },
    Strength { name: "4 trimmed to 50%, 3% of words changed", has_lead: false, kept: 0.5, changed: 0.03 },
    Strength { name: "5 a lead, trimmed to 35%, 6% changed", has_lead: true, kept: 0.35, changed: 0.06 },
];

/// A paragraph that an outlet might print below every piece.
pub const STANDING: &str = "The Courier has covered this valley since the first bridge was built and is owned by its \
    readers, who elect the board every second spring. Our reporters accept neither presents nor free journeys from \
    those about whom they write. If you find a mistake in this piece, write to the desk, and we will look into it and \
    say here what was wrong.";

/// Returns an edited copy, in another outlet.
pub fn edited(original: &Piece, strength: &Strength, chance: &mut Chance) -> Piece {
    let mut paragraphs: Vec<Vec<String>> = original.paragraphs.iter().map(|paragraph| sentences(paragraph)).collect();
    trim(&mut paragraphs, strength.kept, chance);
    let mut text = divided_anew(paragraphs.concat(), chance);
    for paragraph in &mut text {
        *paragraph = changed(paragraph, strength.changed, chance);
    }
    text.retain(|paragraph| !paragraph.is_empty());
    let invented = synthetic::pieces(1, chance.below(1 << 40) as u64).next().expect("one piece");
    if strength.has_lead {
        text.insert(0, invented.text.split("\n\n").next().unwrap_or_default().to_string());
    }
    Piece {
        name: format!("{} [{}]", original.name, &strength.name[..1]),
        outlet: Some(invented.outlet),
        headline: invented.headline,
        published_on: original.published_on.clone(),
        paragraphs: text,
    }
}

fn sentences(paragraph: &str) -> Vec<String> {
    let document = Document::from_text(paragraph);
    document.sentences.iter().map(|sentence| sentence.span.of(&document.text).to_string()).collect()
}

/// Cuts sentences until a share of the words is left: half of the cut from the end, half out of paragraphs at random,
/// from their ends. One sentence is always left.
fn trim(paragraphs: &mut Vec<Vec<String>>, kept: f64, chance: &mut Chance) {
    let count = |paragraphs: &[Vec<String>]| paragraphs.iter().flatten().map(|sentence| words(sentence)).sum::<usize>();
    let all = count(paragraphs);
    let is_over = |paragraphs: &[Vec<String>], kept: f64| {
        let goal = (all as f64 * kept).round() as usize;
        count(paragraphs) > goal && paragraphs.iter().map(Vec::len).sum::<usize>() > 1
    };
    while is_over(paragraphs, 0.5 + kept / 2.0) {
        if let Some(last) = paragraphs.last_mut() {
            last.pop();
        }
        paragraphs.retain(|paragraph| !paragraph.is_empty());
    }
    while is_over(paragraphs, kept) {
        let place = chance.below(paragraphs.len());
        while is_over(paragraphs, kept) && paragraphs[place].pop().is_some() {}
        paragraphs.retain(|paragraph| !paragraph.is_empty());
    }
}

/// Puts sentences into paragraphs of one to four.
fn divided_anew(sentences: Vec<String>, chance: &mut Chance) -> Vec<String> {
    let mut rest = sentences.into_iter().peekable();
    let mut paragraphs = Vec::new();
    while rest.peek().is_some() {
        let length = 1 + chance.below(4);
        paragraphs.push(rest.by_ref().take(length).collect::<Vec<_>>().join(" "));
    }
    paragraphs
}

/// Replaces words, leaves words out and puts words in.
fn changed(paragraph: &str, share: f64, chance: &mut Chance) -> String {
    let mut changed: Vec<String> = Vec::new();
    for word in paragraph.split(' ') {
        let other = || format!("w{word}x");
        match chance.share() < share {
            false => changed.push(word.to_string()),
            true => match chance.below(4) {
                0 => {}
                1 => changed.extend([other(), word.to_string()]),
                _ => changed.push(other()),
            },
        }
    }
    changed.join(" ")
}
