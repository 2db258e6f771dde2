//! Stretches of a run that are one token whatever they are made of: addresses, links, numbers, elisions, faces. Each
//! function looks at the start of a run and returns how many bytes it takes.

use super::chunks::{is_apostrophe, is_closing};

/// Finds an e-mail address or a web address without "http": "press@lenz.example", "lenz.example/news".
pub(super) fn address(run: &str) -> Option<usize> {
    if !run.starts_with(char::is_alphanumeric) {
        return None;
    }
    let is_part =
        |character: char| character.is_alphanumeric() || matches!(character, '.' | '-' | '_' | '+' | '%' | '@');
    let length = run.find(|character| !is_part(character)).unwrap_or(run.len());
    let part = run[..length].trim_end_matches(|character: char| !character.is_alphanumeric());
    match part.split_once('@') {
        Some((_, domain)) => (domain.contains('.') && !domain.contains('@')).then_some(part.len()),
        None => (run[length..].starts_with('/') && is_domain(&run[..length])).then(|| link_length(run)),
    }
}

/// Tells whether a word is a domain: parts between full stops, the last one as short as those in use.
fn is_domain(word: &str) -> bool {
    let Some((name, last)) = word.rsplit_once('.') else { return false };
    name.split('.').all(|part| !part.is_empty())
        && (2..=7).contains(&last.len())
        && last.chars().all(|character| character.is_ascii_lowercase())
}

/// Finds a web link, a handle or a tag: `https://lenz.example/a`, `@lenz`, `#water`.
pub(super) fn link(run: &str) -> Option<usize> {
    let is_link = |start: &str| run.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start));
    if ["http://", "https://", "ftp://", "www."].iter().any(|start| is_link(start)) {
        return Some(link_length(run));
    }
    let name = run.strip_prefix(['@', '#'])?;
    name.starts_with(|first: char| first.is_alphabetic() || first == '_').then(|| {
        let end = name.find(|character: char| !character.is_alphanumeric() && character != '_');
        1 + end.unwrap_or(name.len())
    })
}

/// Returns the length of a link at the start of a run: all of it but the marks that close a sentence or a bracket.
fn link_length(run: &str) -> usize {
    let is_mark =
        |character: char| is_closing(character) || matches!(character, '.' | ',' | ';' | ':' | '!' | '?' | '>' | '…');
    let link = run.trim_end_matches(is_mark);
    let is_bracketed = link.contains('(') && !link.contains(')') && run[link.len()..].starts_with(')');
    link.len() + usize::from(is_bracketed)
}

/// Finds a number with its separators ("1,000", "10:30", "9/11", "555-0134") or with its letters ("20th", "1990s"); a
/// unit after it is left ("10" of "10am").
pub(super) fn number(run: &str) -> Option<usize> {
    let unsigned = run.strip_prefix('.').unwrap_or(run);
    if !unsigned.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    if let Some(length) = telephone(run) {
        return Some(length);
    }
    let mut characters = run.char_indices().peekable();
    let mut digits = 0;
    while let Some((byte, character)) = characters.next() {
        let goes_on = character.is_ascii_digit()
            || (matches!(character, '.' | ',' | ':' | '/')
                && characters.peek().is_some_and(|(_, next)| next.is_ascii_digit()));
        if !goes_on {
            break;
        }
        digits = byte + 1;
    }
    let suffix = &run[digits..];
    let letters = match suffix.strip_prefix('.') {
        // "24.kg", a name.
        Some(after) if after.starts_with(|next: char| next.is_lowercase()) => 1 + letters(after),
        _ => letters(suffix),
    };
    let is_unit = UNITS.contains(&&suffix[..letters]);
    Some(if is_unit { digits } else { digits + letters })
}

fn letters(run: &str) -> usize {
    run.find(|character: char| !character.is_alphanumeric()).unwrap_or(run.len())
}

/// Finds digits in groups as a telephone number has them: the last of four after one of three, or three groups.
fn telephone(run: &str) -> Option<usize> {
    let length = run.bytes().take(20).take_while(|byte| byte.is_ascii_digit() || *byte == b'-').count();
    let groups: Vec<&str> = run[..length].split('-').collect();
    let is_number = match groups[..] {
        [.., first, second] if groups.len() == 2 => first.len() == 3 && second.len() == 4,
        _ => groups.len() > 2 && groups.iter().all(|group| !group.is_empty()),
    };
    (is_number && !run[length..].starts_with(char::is_alphanumeric)).then_some(length)
}

/// Finds a word that has lost its beginning: "'em", "'90s", and "'s" after anything.
pub(super) fn elision(run: &str, had_word: bool) -> Option<usize> {
    let apostrophe = run.chars().next().filter(|first| is_apostrophe(*first) || *first == '‘')?.len_utf8();
    let rest = &run[apostrophe..];
    let letters = letters(rest);
    let word = &rest[..letters];
    let is_decade = matches!(word.len(), 2 | 3)
        && word.bytes().take(2).all(|byte| byte.is_ascii_digit())
        && matches!(&word[2..], "" | "s");
    let length = match word {
        "n" if rest[1..].starts_with(is_apostrophe) => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
        "s" | "S" => 1,
        "tis" | "twas" | "Tis" | "Twas" if !had_word => 1,
        "em" | "til" | "cause" | "cuz" | "n" | "ll" | "re" | "ve" | "d" | "m" => letters,
        _ if is_decade && !had_word => letters,
        _ => return None,
    };
    Some(apostrophe + length)
}

/// Finds a face made of marks, alone at the end of a run: ":-)".
pub(super) fn face(run: &str) -> Option<usize> {
    matches!(run, ":)" | ":(" | ";)" | ":-)" | ":-(" | ";-)" | ":D" | ":P" | ":p" | ":-D" | ":-P" | ":/")
        .then_some(run.len())
}

#[rustfmt::skip]
const UNITS: &[&str] = &[
    "am", "pm", "AM", "PM", "k", "K", "m", "M", "bn", "mn", "tn", "mm", "cm", "km", "kg", "mg", "ft", "hz", "Hz", "kHz",
    "MHz", "GHz", "lb", "lbs", "oz", "mph", "kph", "kW", "MW", "GW", "GB", "MB", "TB", "hrs", "hr", "min", "mins", "p",
];
