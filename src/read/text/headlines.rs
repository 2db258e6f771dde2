//! Which line of a plain text is its headline, and which names its author.

use std::collections::HashSet;

use super::header;
use super::lines::{first_line, is_blank, split_line, trimmed};
use crate::read::bylines;
use crate::read::opening::Detail;
use crate::read::values::one_line;

/// Characters; the longest headlines with their sub-title have about 180.
const LONGEST_HEADLINE: usize = 200;
/// Bytes; a line under a name that is shorter than this may be another heading.
const SHORTEST_PROSE: usize = 80;

/// Returns the headline and what follows it.
pub(super) fn headline(text: &str) -> Option<(String, &str)> {
    let (line, after) = first_line(text)?;
    if line.len() > 4 * LONGEST_HEADLINE {
        return None;
    }
    let headline = one_line(line);
    let is_short = headline.chars().count() <= LONGEST_HEADLINE && headline.chars().any(char::is_alphabetic);
    let is_before_details = starts_with_details(after);
    let is_apart = is_blank(split_line(after).0) || signature(after).is_some();
    let is_shaped = is_apart && has_shape_of_headline(&headline) && trimmed(after).len() > line.len();
    if is_short && (is_before_details || is_shaped) {
        return Some((headline.into_owned(), after));
    }
    // A headline broken over two lines is known by the author or date below it.
    let (second, after) = first_line(after).filter(|_| !is_apart)?;
    let whole = format!("{headline} {}", one_line(second));
    (whole.chars().count() <= LONGEST_HEADLINE && starts_with_details(after)).then_some((whole, after))
}

fn starts_with_details(text: &str) -> bool {
    let says_something = |(line, _): (&str, &str)| Detail::of_line(line).is_some();
    header(text, false).is_some() || first_line(text).is_some_and(says_something)
}

fn has_shape_of_headline(line: &str) -> bool {
    let first = line.chars().find(|c| c.is_alphanumeric());
    !first.is_some_and(char::is_lowercase) && !ends_like_sentence(line) && !has_sentence_inside(line)
}

/// A question, an exclamation and a quotation may end a headline; a full stop, also before a closing mark, does not.
pub(super) fn ends_like_sentence(line: &str) -> bool {
    let line = line.trim().trim_end_matches(['"', '”', '’', '\'', '»', ')']);
    line.ends_with(['.', ',', ':', ';', '—', '–'])
}

/// A word in lower case, a full stop and a capital: more than one sentence.
fn has_sentence_inside(line: &str) -> bool {
    line.match_indices([' ']).any(|(at, _)| {
        let (before, after) = (line[..at].trim_end_matches(['"', '”']), line[at..].trim_start());
        let word = before.rsplit(' ').next().unwrap_or_default();
        let is_whole_word = word.len() > 4 && word.starts_with(char::is_lowercase);
        is_whole_word && word.ends_with(['.', '!', '?']) && after.starts_with(char::is_uppercase)
    })
}

/// Returns the names on a line of their own above the text of a signed piece, and the text.
pub(super) fn signature(text: &str) -> Option<(String, &str)> {
    let (line, after) = first_line(text).filter(|(line, _)| line.len() <= LONGEST_HEADLINE)?;
    let names = bylines::signature(line)?;
    let (next, _) = first_line(after)?;
    // The words of a heading come back in the text in lower case; those of a name seldom do.
    let lowered = names.to_lowercase();
    let words: HashSet<&str> = lowered.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2).collect();
    let returning: HashSet<&str> =
        after.split(|c: char| !c.is_alphanumeric()).filter(|word| words.contains(word)).collect();
    let is_heading = returning.iter().filter(|word| !["and", "van", "von", "der", "bin"].contains(*word)).count() >= 2;
    let is_above_text = next.len() >= SHORTEST_PROSE || Detail::of_line(next).is_some();
    (is_above_text && !is_heading).then_some((names, after))
}
