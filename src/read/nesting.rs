//! Hostile pages are made harmless before anything parses them: parsers and extractors take quadratic time on tags
//! nested without end and on attributes without number.

use std::borrow::Cow;

/// Elements inside elements. Of 78 saved pages the deepest had 24.
const DEEPEST: usize = 100;
/// Of the same pages the fullest had 5,628.
const MOST_TAGS: usize = 100_000;
/// In one tag; of the same pages the fullest had 39.
const MOST_ATTRIBUTES: usize = 1000;

/// Elements without content, and those that end where the next one begins.
const NEVER_DEEP: [&str; 28] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p",
    "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead", "tfoot", "html", "head", "body",
];
/// Elements that a closing tag ends alone, not those inside them.
const FORMATTING: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];
/// Elements whose content is no markup.
const RAW: [&str; 8] = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

/// Returns the page without the tags that lie too deep or are overfull; the words between them stay.
pub(super) fn flattened(page: &str) -> Result<Cow<'_, str>, String> {
    let mut open: Vec<String> = Vec::new();
    let mut dropped: Vec<(usize, usize)> = Vec::new();
    let mut tags = 0;
    let mut at = 0;
    while let Some(start) = page[at..].find('<').map(|start| at + start) {
        let rest = &page[start..];
        if rest.starts_with("<!--") {
            at = rest.find("-->").map_or(page.len(), |end| start + end + 3);
            continue;
        }
        let Some((name, is_closing)) = name_of(rest) else {
            at = start + 1;
            continue;
        };
        let Some(end) = rest.find('>').map(|end| start + end + 1) else { break };
        at = end;
        tags += 1;
        if tags > MOST_TAGS {
            return Err(format!("the page has more than {MOST_TAGS} tags; no news page has"));
        }
        if attributes(&page[start..end]) > MOST_ATTRIBUTES {
            dropped.push((start, end));
            continue;
        }
        let is_alone = page[..end].ends_with("/>") && open.iter().any(|open| open == "svg" || open == "math");
        if NEVER_DEEP.contains(&name.as_str()) || is_alone {
            continue;
        }
        let is_unclosed = !is_closing && RAW.contains(&name.as_str());
        match (is_closing, is_unclosed) {
            (_, true) => at = end_of_raw(page, end, &name),
            (true, _) => close(&mut open, &name),
            (false, _) if open.len() == DEEPEST => dropped.push((start, end)),
            (false, _) => open.push(name),
        }
    }
    Ok(match dropped.is_empty() {
        true => Cow::Borrowed(page),
        false => Cow::Owned(without(page, &dropped)),
    })
}

fn name_of(tag: &str) -> Option<(String, bool)> {
    let inside = &tag[1..];
    let is_closing = inside.starts_with('/');
    let inside = inside.trim_start_matches('/');
    if !inside.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let name = inside.chars().take(40).take_while(|c| !(c.is_whitespace() || *c == '>' || *c == '/'));
    Some((name.collect::<String>().to_ascii_lowercase(), is_closing))
}

/// Returns at least half of the number of attributes: what stands between quotation marks counts once.
fn attributes(tag: &str) -> usize {
    tag.split('"').step_by(2).map(|outside| outside.matches([' ', '\n', '\t', '/']).count()).sum()
}

fn close(open: &mut Vec<String>, name: &str) {
    match open.iter().rposition(|open| open == name) {
        Some(place) if FORMATTING.contains(&name) => drop(open.remove(place)),
        Some(place) => open.truncate(place),
        None => {}
    }
}

fn end_of_raw(page: &str, from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(start) = page[at..].find("</").map(|start| at + start) {
        at = start + 2;
        if page[at..].get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            return start;
        }
    }
    page.len()
}

fn without(page: &str, tags: &[(usize, usize)]) -> String {
    let mut kept = String::with_capacity(page.len());
    let mut from = 0;
    for (start, end) in tags {
        kept.push_str(&page[from..*start]);
        from = *end;
    }
    kept + &page[from..]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn usual_pages_stay_as_they_are() {
        let item = "<li><b>x</b><br><svg><path d=''/><g/></svg><p>y<script>if (a<b) '<div>'</script><!-- <div> -->";
        let page = format!("<div>{}</div>", item.repeat(1000));
        assert!(matches!(flattened(&page), Ok(Cow::Borrowed(_))));
    }

    #[test]
    fn deep_pages_lose_tags_and_no_words() {
        for nest in ["<div>", "<b><div></b>", "<div></p>", "<span/>", "<rt>", "<ul><li>"] {
            let page = nest.repeat(5000) + "words";
            let flat = flattened(&page).unwrap();
            assert!(flat.len() < page.len() * 3 / 4 && flat.ends_with("words"), "{nest}");
        }
        assert!(flattened(&"<p>".repeat(MOST_TAGS + 1)).is_err());
    }

    #[test]
    fn overfull_tags_go() {
        for attribute in [" a", " b=\"c d\"", "/e"] {
            let page = format!("<div{}>words", attribute.repeat(2000));
            assert_eq!(flattened(&page).unwrap(), "words");
        }
        assert!(matches!(flattened("<div data-x=\"{} {} {}\">words"), Ok(Cow::Borrowed(_))));
    }

    #[test]
    fn endless_input_is_read_at_once() {
        for piece in ["<", "<!--", "<script>", "</script", "<a ", "<title></"] {
            let _ = flattened(&piece.repeat(100_000));
        }
    }

    proptest! {
        #[test]
        fn any_page_is_safe(page in "(</?(div|b|script|svg|é)[ />]{0,2}|<!--|-->|\\PC){0,20}") {
            let _ = flattened(&page);
        }
    }
}
