//! Marks inside a Markdown paragraph: links, pictures, emphasis, code and tags go, their words stay.

/// Bytes; a link's text or address that is longer is none. Keeps the walk linear.
const LONGEST_PART: usize = 1000;

/// The words of a paragraph, and the captions of the pictures in it.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Inline {
    pub words: String,
    pub captions: Vec<String>,
}

/// A run of marks that may begin or end an emphasis.
struct Run {
    mark: char,
    /// Where it stands among the words.
    at: usize,
    length: usize,
}

/// Returns the words of a paragraph without its marks.
pub(super) fn read(marked: &str) -> Inline {
    let mut found = Inline::default();
    let mut runs: Vec<Run> = Vec::new();
    let mut dropped: Vec<Run> = Vec::new();
    // Where a link's text ends, and where the words go on after its address.
    let mut link_ends: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while let Some(c) = marked[at..].chars().next() {
        let rest = &marked[at..];
        if let Some((end, after)) = link_ends.last().copied().filter(|(end, _)| *end <= at) {
            link_ends.pop();
            at = if end == at { after } else { at };
            continue;
        }
        let mut length = c.len_utf8();
        let tag = if c == '<' { tag(rest) } else { None };
        let link = link(rest.strip_prefix('!').unwrap_or(rest));
        match (c, link, tag) {
            ('\\', ..) if rest[1..].starts_with(|c: char| c.is_ascii_punctuation()) => {
                found.words.push_str(&rest[1..2]);
                length = 2;
            }
            ('!', Some((_, target, whole)), _) => {
                found.captions.extend(title_of(target));
                length += whole;
            }
            ('[', Some((text, _, whole)), _) => link_ends.push((at + 1 + text, at + whole)),
            ('<', _, Some((words, whole))) => {
                found.words.push_str(words);
                length = whole;
            }
            ('*' | '_' | '~' | '`', ..) => {
                length = rest.len() - rest.trim_start_matches(c).len();
                let run = Run { mark: c, at: found.words.len(), length };
                let before = marked[..at].chars().next_back();
                let after = rest[length..].chars().next();
                pair(run, before, after, &mut runs, &mut dropped);
                found.words.push_str(&rest[..length]);
            }
            _ => found.words.push(c),
        }
        at += length;
    }
    found.words = without(&found.words, dropped);
    found
}

/// Pairs a run with the last open one of its mark, or leaves it open.
fn pair(mut run: Run, before: Option<char>, after: Option<char>, runs: &mut Vec<Run>, dropped: &mut Vec<Run>) {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let is_in_word = run.mark == '_' && is_word(before) && is_word(after);
    if (run.mark == '~' && run.length != 2) || is_in_word {
        return;
    }
    let closes = !is_space(before);
    while closes && run.length > 0 {
        let Some(open) = runs.iter_mut().rev().take(8).find(|open| open.mark == run.mark && open.length > 0) else {
            break;
        };
        let length = open.length.min(run.length);
        open.length -= length;
        dropped.push(Run { mark: run.mark, at: open.at + open.length, length });
        dropped.push(Run { mark: run.mark, at: run.at, length });
        run.at += length;
        run.length -= length;
    }
    while runs.last().is_some_and(|open| open.length == 0) {
        runs.pop();
    }
    if run.length > 0 && !is_space(after) {
        runs.push(run);
    }
}

fn without(words: &str, mut dropped: Vec<Run>) -> String {
    dropped.sort_unstable_by_key(|run| run.at);
    let mut kept = String::with_capacity(words.len());
    let mut from = 0;
    for run in dropped {
        kept.push_str(&words[from..run.at]);
        from = run.at + run.length;
    }
    kept + &words[from..]
}

/// Returns the length of a link's text, its target, and the length of all of it: `[text](target)` or `[text][label]`.
fn link(rest: &str) -> Option<(usize, &str, usize)> {
    let text = enclosed(rest, '[', ']')?;
    let after = &rest[text + 2..];
    let target = if after.starts_with('(') { enclosed(after, '(', ')') } else { enclosed(after, '[', ']') }?;
    Some((text, &after[1..=target], text + 2 + target + 2))
}

/// Returns the length of what stands between a bracket and its partner.
fn enclosed(rest: &str, open: char, close: char) -> Option<usize> {
    if !rest.starts_with(open) {
        return None;
    }
    let mut depth = 0;
    for (at, c) in rest.char_indices().take_while(|(at, _)| *at <= LONGEST_PART) {
        depth += i32::from(c == open) - i32::from(c == close);
        if depth == 0 {
            return Some(at - 1);
        }
    }
    None
}

/// Returns the title in a picture's target: `a.png "The dam"`.
fn title_of(target: &str) -> Option<String> {
    let (_, title) = target.trim().split_once(char::is_whitespace)?;
    let title = title.trim().trim_matches(['"', '\'', '(', ')']);
    (!title.is_empty()).then(|| title.to_string())
}

/// Returns what stays of a tag, a comment or an address in angle brackets, and its length.
fn tag(rest: &str) -> Option<(&str, usize)> {
    let end = rest.char_indices().take_while(|(at, _)| *at <= LONGEST_PART).find(|(_, c)| *c == '>')?.0;
    let inside = &rest[1..end];
    let is_tag = inside.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
    let is_address = inside.contains("://") && !inside.contains(' ');
    let stays = match (is_address, inside.starts_with("br")) {
        (true, _) => inside,
        (false, true) => " ",
        (false, false) => "",
    };
    is_tag.then_some((stays, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn marks_go_and_words_stay() {
        let pairs = [
            ("**It** *failed*, ***badly***, __so__ _they_ say", "It failed, badly, so they say"),
            ("**bold *and* so**", "bold and so"),
            ("**bold *and***", "bold and"),
            ("a * b, 2 * 3, snake_case_word, f*** off", "a * b, 2 * 3, snake_case_word, f*** off"),
            ("a [link *here*](https://varn.example/a_(b) \"t\") on", "a link here on"),
            ("a [link][1], [not one], [x] (y)", "a link, [not one], [x] (y)"),
            ("see ![alt](a.png) this", "see  this"),
            ("`code` and ~~gone~~ ~10", "code and gone ~10"),
            ("1 \\* 2 \\[x\\]", "1 * 2 [x]"),
            ("<em>It</em> <3 a<br>b <https://varn.example>", "It <3 a b https://varn.example"),
            ("“*He* said”", "“He said”"),
        ];
        for (marked, words) in pairs {
            assert_eq!(read(marked).words, words);
        }
        assert_eq!(read("![alt](a.png 'The dam')").captions, ["The dam"]);
    }

    proptest! {
        #[test]
        fn any_words_are_safe(marked in "[*_~`\\[\\]()!<>\\\\ aé\"]{0,40}") {
            read(&marked);
        }

        #[test]
        fn plain_words_stay_as_they_are(words in "[A-Za-zé“”’.,:;?! ]{0,60}") {
            prop_assert_eq!(read(&words).words, words);
        }
    }
}
