//! The block of `key: value` lines between two `---` above a Markdown text: the subset of YAML that such blocks use.
//!
//! Strings plain or quoted, folded and literal strings, lists on one line or several, and objects by their name.

/// A block that is longer is text between two rules.
const MOST_LINES: usize = 200;

/// Returns the keys with their values and the text below; nothing if the text does not start with such a block.
pub(super) fn split(text: &str) -> Option<(Vec<(String, String)>, &str)> {
    let mut lines = text.split_inclusive('\n');
    let opening = lines.next().filter(|line| line.trim_end() == "---")?;
    let mut read = opening.len();
    let mut block = Vec::new();
    for line in lines.take(MOST_LINES) {
        read += line.len();
        if ["---", "..."].contains(&line.trim_end()) {
            return Some((pairs_of(&block)?, &text[read..]));
        }
        block.push(line.trim_end());
    }
    None
}

/// Returns nothing if a line at the margin is no `key: value`: then the block was text.
fn pairs_of(block: &[&str]) -> Option<Vec<(String, String)>> {
    let mut pairs: Vec<(String, Vec<&str>)> = Vec::new();
    for line in block.iter().copied().filter(|line| !line.trim_start().starts_with('#')) {
        let is_inside = line.is_empty() || line.starts_with([' ', '\t', '-']);
        match is_inside {
            true => {
                if let Some((_, values)) = pairs.last_mut() {
                    values.push(line.trim());
                }
            }
            false => {
                let (key, value) = line.split_once(':')?;
                pairs.push((unquoted(key), vec![value.trim()]));
            }
        }
    }
    Some(pairs.into_iter().map(|(key, values)| (key, joined(&values))).collect())
}

fn joined(lines: &[&str]) -> String {
    let (first, below) = lines.split_first().expect("a key has a first value");
    let below = || below.iter().copied().filter(|line| !line.is_empty());
    if let Some(list) = first.strip_prefix('[').and_then(|list| list.strip_suffix(']')) {
        return items(list).iter().map(|item| unquoted(item)).collect::<Vec<_>>().join("; ");
    }
    if below().any(|line| line.starts_with('-')) {
        let items = below().filter_map(|line| named(line.strip_prefix('-')?.trim()));
        return items.collect::<Vec<_>>().join("; ");
    }
    match first.trim_end_matches(['-', '+']) {
        ">" | "|" => below().collect::<Vec<_>>().join(" "),
        "" => below().filter_map(named).collect::<Vec<_>>().join("; "),
        _ => unquoted(&std::iter::once(*first).chain(below()).collect::<Vec<_>>().join(" ")),
    }
}

/// Returns a plain value, or of an object's lines only its name.
fn named(line: &str) -> Option<String> {
    match line.split_once(": ") {
        Some(("name", name)) => Some(unquoted(name)),
        Some((key, _)) if !key.contains(' ') && !line.starts_with(['"', '\'']) => None,
        _ => Some(unquoted(line)),
    }
}

/// Parts a list at its commas, save those inside quotation marks.
fn items(list: &str) -> Vec<&str> {
    let mut open = None;
    let parts = list.split(move |c: char| {
        match open {
            Some(mark) if mark == c => open = None,
            None if c == '"' || c == '\'' => open = Some(c),
            _ => {}
        }
        open.is_none() && c == ','
    });
    parts.map(str::trim).filter(|item| !item.is_empty()).collect()
}

fn unquoted(value: &str) -> String {
    let value = value.trim();
    if value.len() >= 2 && value.starts_with('"') && value.ends_with('"') {
        return value[1..value.len() - 1].replace("\\\"", "\"").replace("\\n", " ").replace("\\\\", "\\");
    }
    if value.len() >= 2 && value.starts_with('\'') && value.ends_with('\'') {
        return value[1..value.len() - 1].replace("''", "'");
    }
    value.split(" #").next().unwrap_or_default().trim_end().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_forms_in_use_are_read() {
        let text = "---\ntitle: \"Dam: \\\"it\\\" fails\"\r\nauthors: [Anna Kolt, 'Brandt, Ivo']\ntags:\n  - dam\n- 'it''s wet'\n\
            # a comment\nauthor:\n  name: Mira Sol\n  url: x\nsummary: >-\n  It rained\n  for days.\nurl: https://varn.example/#top # not this\nempty:\n---\nText.\n";
        let (pairs, body) = split(text).unwrap();
        let value = |key: &str| pairs.iter().find(|(name, _)| name == key).unwrap().1.as_str();
        assert_eq!(value("title"), "Dam: \"it\" fails");
        assert_eq!(value("authors"), "Anna Kolt; Brandt, Ivo");
        assert_eq!(value("tags"), "dam; it's wet");
        assert_eq!(value("author"), "Mira Sol");
        assert_eq!(value("summary"), "It rained for days.");
        assert_eq!(value("url"), "https://varn.example/#top");
        assert_eq!(value("empty"), "");
        assert_eq!(body, "Text.\n");
    }

    #[test]
    fn a_rule_is_no_front_matter() {
        for text in ["---\nText.\n", "---\nIt rained\n---\nText.\n", "Text\n---\n", "", "---"] {
            assert_eq!(split(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_block_is_safe(block in "([ -]{0,2}[a-z:\\[\\]'\", #|>é]{0,12}\n){0,8}") {
            split(&format!("---\n{block}---\n"));
        }
    }
}
