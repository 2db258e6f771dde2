//! What is kept of a claim's words to tell at a glance how close it comes to another, without laying out both.

use super::likeness::close;
use super::statement::Statement;

/// Bytes of a word: four of its hash, four of its weight.
const WORD: usize = 8;

/// Returns the words of a claim with their weights, sorted, after their number; and so those of its sentences, if several.
pub fn gist(statement: &Statement) -> Vec<u8> {
    let mut gist = Vec::new();
    let sentences = if statement.is_divided() { statement.each() } else { &[] };
    for part in [statement].into_iter().chain(sentences) {
        gist.extend((part.words.len() as u32).to_le_bytes());
        for word in &part.words {
            gist.extend(word.hash.to_le_bytes());
            gist.extend(word.weight.to_le_bytes());
        }
    }
    gist
}

/// Tells whether two claims can come so close, as a whole or in one sentence, from their gists and the cosine of their
/// vectors.
pub fn can_be_as_close(closeness: f32, one: &[u8], other: &[u8], cosine: Option<f32>) -> bool {
    let (Some(our_whole), Some(their_whole)) = (parts(one).next(), parts(other).next()) else { return false };
    let is_divided = |gist: &[u8]| parts(gist).nth(1).is_some();
    if !is_divided(one) && !is_divided(other) {
        // No claims are closer than their vectors: for most, the words need not be read.
        return cosine.is_none_or(|cosine| cosine >= closeness)
            && close(in_common(our_whole, their_whole), cosine) >= closeness;
    }
    // A whole among the sentences of the other claim does no harm: it makes the most no smaller.
    parts(one).any(|ours| {
        parts(other).any(|theirs| {
            let words = in_common(ours, theirs);
            close(words, cosine).max(close(words, None)) >= closeness
        })
    })
}

/// Returns the words of the whole and of each sentence.
fn parts(mut gist: &[u8]) -> impl Iterator<Item = &[u8]> {
    std::iter::from_fn(move || {
        let (count, rest) = gist.split_first_chunk()?;
        let (words, rest) = rest.split_at_checked(u32::from_le_bytes(*count) as usize * WORD)?;
        gist = rest;
        Some(words)
    })
}

/// Returns the cosine of the weighed words of two parts.
fn in_common(ours: &[u8], theirs: &[u8]) -> f32 {
    let (mut ours, mut theirs) = (words(ours).peekable(), words(theirs).peekable());
    let (mut shared, mut our_square, mut their_square) = (0.0, 0.0, 0.0);
    loop {
        let next = [ours.peek(), theirs.peek()].into_iter().flatten().map(|(hash, _)| *hash).min();
        let Some(next) = next else { break };
        let our = ours.next_if(|(hash, _)| *hash == next).map(|(_, weight)| weight * weight);
        let their = theirs.next_if(|(hash, _)| *hash == next).map(|(_, weight)| weight * weight);
        our_square += our.unwrap_or(0.0);
        their_square += their.unwrap_or(0.0);
        shared += our.filter(|_| their.is_some()).unwrap_or(0.0);
    }
    shared / (our_square * their_square).sqrt().max(0.01)
}

/// Reads hash and weight of each word.
fn words(bytes: &[u8]) -> impl Iterator<Item = (u32, f32)> {
    bytes.chunks_exact(WORD).map(|word| {
        let half = |from: usize| word[from..from + 4].try_into().expect("four bytes");
        (u32::from_le_bytes(half(0)), f32::from_le_bytes(half(4)))
    })
}
