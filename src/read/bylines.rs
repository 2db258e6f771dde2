//! The author line: told from other lines by its shape, and cleaned. A wrong author is worse than none.

use super::values::one_line;

/// A line of ten authors has about 200 characters.
const LONGEST: usize = 250;
const INTRODUCTIONS: &str = "by|words by|written by|text by|story by|posted by|view all posts by|posts by|published by|report by|\
     reporting by|author|authors";
/// Words of web pages that stand where an author should.
const INTERFACE: &str = "share|subscribe|min read|minute read|minutes read|follow|sign up|log in|comments|read more|advertisement|\
     updated|no author|unknown author";
/// What may stand in lower case in a printed author line.
const SMALL_WORDS: &str = "and with for of the in to at from our special staff foreign senior chief political diplomatic national \
     reporter reporters correspondent correspondents writer writers editor contributor columnist agencies de \
     del della di da dos du le la van von der den ten ter bin ibn al el zu y";
/// Words that make a line in capitals a heading, not a name.
const NO_NAMES: &str = "the a an and or but in on at of for to from with without by after before over under against as is are was \
     were be not no why how what when where who will can should must this that these it its new says news \
     staff opinion analysis editorial letters read share subscribe advertisement photo video live update \
     abstract summary";
const PARTICLES: &str = "de del della di da dos du le la van von der den ten ter bin ibn al el zu y e";
const TIMES: &str = "monday tuesday wednesday thursday friday saturday sunday january february march april june july august \
     september october november december now";

/// Returns an author line that an input names as such, without "By" and without what is no author.
///
/// # Example
///
/// `By Anna Kolt, @annakolt` is "Anna Kolt"; `3 min read` is nobody.
pub(super) fn cleaned(line: &str) -> Option<String> {
    let line = one_line(line);
    if line.len() > LONGEST {
        return None;
    }
    let authors = without_introduction(&line).unwrap_or(&line);
    let parts = authors.split([',', ';', '|']).map(|part| without_note(part).trim_matches(is_edge));
    let kept: Vec<&str> = parts.filter(|part| is_author(part)).collect();
    (!kept.is_empty()).then(|| kept.join(", "))
}

/// Returns the authors if a line of running text is a printed author line: "By ..." and nothing but names after it.
pub(super) fn printed(line: &str) -> Option<String> {
    let line = one_line(line);
    let authors = without_introduction(&line).filter(|_| line.len() <= LONGEST)?;
    let mut parts = authors.split([',', ';']).map(without_note).filter(|part| is_author(part));
    let is_all_names = parts.all(is_printed_author);
    let first = authors.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty())?;
    let is_word = first.starts_with(char::is_alphabetic) && !lists(TIMES, first.to_lowercase().as_str());
    (is_all_names && is_word).then(|| cleaned(authors)).flatten()
}

/// Returns the line if it has the shape of one name or of several, as under the headline of a signed piece.
pub(super) fn signature(line: &str) -> Option<String> {
    let line = one_line(line);
    let names: Vec<&str> = line.split(" and ").flat_map(|names| names.split(", ")).collect();
    (names.len() <= 4 && names.iter().all(|name| is_name(name))).then(|| line.into_owned())
}

fn without_introduction(line: &str) -> Option<&str> {
    let after = |introduction: &str| {
        let start = line.get(..introduction.len())?;
        let rest = &line[introduction.len()..];
        let is_parted = rest.is_empty()
            || rest.starts_with([' ', ':'])
            || (introduction == "by" && rest.starts_with(char::is_uppercase));
        // "byAnna Kolt" is a lost space, "Byron Kolt" is a name.
        let is_glued_name = start.starts_with('B') && rest.starts_with(char::is_alphanumeric);
        let names = rest.trim_start_matches([' ', ':']);
        (start.eq_ignore_ascii_case(introduction) && is_parted && !is_glued_name).then_some(names)
    };
    let found = INTRODUCTIONS.split('|').find_map(after)?;
    // "Author" alone before a name is a word of a sentence; "Author:" is not.
    let is_said = !line.to_lowercase().starts_with("author") || line.contains(':');
    is_said.then(|| without_introduction(found).unwrap_or(found))
}

/// Returns a part without what is said of its author: "Anna Kolt. Email: …", "Anna Kolt. Anna Kolt is …".
fn without_note(part: &str) -> &str {
    let is_initial = |name: &str| name.rsplit([' ', '.']).next().is_some_and(|word| word.chars().count() < 3);
    let ends = part.match_indices(". ").map(|(at, _)| &part[..at]);
    ends.into_iter().find(|name| is_name(name.trim()) && !is_initial(name)).unwrap_or(part)
}

fn is_edge(c: char) -> bool {
    c.is_whitespace() || ",;|·•-–—".contains(c)
}

/// A part of an author line that is no address, no button and no sentence.
fn is_author(part: &str) -> bool {
    let lowered = part.to_lowercase();
    let is_address = ["@", "http", "www.", "/"].iter().any(|mark| lowered.contains(mark));
    let is_note = lowered.contains("contributed") || INTERFACE.split('|').any(|words| has_words(&lowered, words));
    let words = part.split_whitespace().count();
    (1..=12).contains(&words) && part.chars().any(char::is_alphabetic) && !is_address && !is_note
}

fn has_words(text: &str, words: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(at, _)| {
        !is_letter(text[..at].chars().next_back()) && !is_letter(text[at + words.len()..].chars().next())
    })
}

fn is_printed_author(part: &str) -> bool {
    let mut words = part.split_whitespace();
    let is_fit = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        lists(SMALL_WORDS, word) || !word.starts_with(char::is_lowercase) || has_capital_inside(word)
    };
    words.all(is_fit) && !part.trim_end().ends_with(['!', '?', ':'])
}

/// "d’Alba", "al-Masri", "byAnna".
fn has_capital_inside(word: &str) -> bool {
    word.chars().any(char::is_uppercase)
}

fn lists(words: &str, word: &str) -> bool {
    words.split(' ').any(|listed| listed == word)
}

fn is_name(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let capitals = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    (2..=5).contains(&words.len())
        && capitals >= 2
        && !name.ends_with(['.', '!', '?', ':', ',', ';'])
        && words.iter().all(|word| is_name_word(word))
}

fn is_name_word(word: &str) -> bool {
    let lowered = word.to_lowercase();
    let is_made_of_letters = word.chars().all(|c| c.is_alphabetic() || "-'’.".contains(c));
    let is_capitalised = has_capital_inside(word) || lists(PARTICLES, word);
    is_made_of_letters && is_capitalised && !lists(NO_NAMES, lowered.as_str()) && !lists(TIMES, lowered.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn named_authors_are_cleaned() {
        let lines = [
            ("By Anna Kolt", "Anna Kolt"),
            ("by: Anna Kolt", "Anna Kolt"),
            ("Words by Anna Kolt", "Anna Kolt"),
            ("By byAnna Kolt", "Anna Kolt"),
            ("Byron Marsh", "Byron Marsh"),
            ("Anna Kolt, @annakolt, VARN TODAY", "Anna Kolt, VARN TODAY"),
            ("Anna Kolt. Email: akolt@varn.example,Twitter: @akolt", "Anna Kolt"),
            ("Anna L. Kolt. Anna Kolt is a hydrologist.", "Anna L. Kolt"),
            ("View all posts by Anna Kolt", "Anna Kolt"),
            ("Anna Kolt | 3 min read", "Anna Kolt"),
            ("Anna\u{a0}Kolt ,", "Anna Kolt"),
            ("annak77", "annak77"),
            ("the Editorial Board", "the Editorial Board"),
        ];
        for (line, authors) in lines {
            assert_eq!(cleaned(line).as_deref(), Some(authors), "{line}");
        }
    }

    #[test]
    fn nobody_is_nobody() {
        for line in ["", "By", "Share", "3 min read", "https://varn.example/anna", "Subscribe to our letter", "—", "12"]
        {
            assert_eq!(cleaned(line), None, "{line}");
        }
        assert_eq!(cleaned(&"Anna Kolt, ".repeat(100)), None);
    }

    #[test]
    fn printed_lines_are_told_from_prose() {
        let lines = [
            "By Anna Kolt and Ivo Brandt in Varn",
            "By ANNA KOLT,Ivo Brandt and Mira Sol contributed research.",
            "By Anna Kolt, Special to The Courier",
            "By VPA",
            "By our foreign staff",
            "Written by Ibrahim al-Masri",
        ];
        for line in lines {
            assert!(printed(line).is_some(), "{line}");
        }
        let prose = [
            "By Friday the river had risen.",
            "By Friday, Anna Kolt",
            "By the time Anna Kolt spoke, the hall was empty",
            "By and large it held",
            "Anna Kolt",
            "Author Anna Kolt has died",
            "Byron Marsh",
        ];
        for line in prose {
            assert_eq!(printed(line), None, "{line}");
        }
    }

    #[test]
    fn signatures_have_the_shape_of_names() {
        for line in ["Anna Kolt", "Ivo van der Brandt", "Anna Kolt and Ivo Brandt", "J. R. O’Mally-Sol"] {
            assert!(signature(line).is_some(), "{line}");
        }
        for line in ["The Long Road Home", "Anna Kolt.", "Kolt", "Anna said so", "Police Clash With Crowd", "Varn 1914"]
        {
            assert_eq!(signature(line), None, "{line}");
        }
    }

    proptest! {
        #[test]
        fn any_line_is_safe(line in "\\PC{0,60}", by in "[Bb][yY] ?\\PC{0,30}") {
            for line in [line, by] {
                cleaned(&line);
                printed(&line);
                signature(&line);
            }
        }
    }
}
