//! Pages nested without end are made flat before anything parses them, for parsers and extractors are slow on those.

use std::borrow::Cow;

/// Elements inside elements; real pages stay below 100.
const DEEPEST: usize = 500;
/// Real pages have some thousand tags.
const MOST_TAGS: usize = 400_000;

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

/// Returns the page without the tags that lie too deep; their words stay.
pub(super) fn flattened(page: &str) -> Result<Cow<'_, str>, String> {
    let mut open: Vec<String> = Vec::new();
    let mut too_deep: Vec<(usize, usize)> = Vec::new();
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
        let is_alone = page[..end].ends_with("/>") && open.iter().any(|open| open == "svg" || open == "math");
        if NEVER_DEEP.contains(&name.as_str()) || is_alone {
            continue;
        }
        let is_unclosed = !is_closing && RAW.contains(&name.as_str());
        match (is_closing, is_unclosed) {
            (_, true) => at = end_of_raw(page, end, &name),
            (true, _) => close(&mut open, &name),
            (false, _) if open.len() == DEEPEST => too_deep.push((start, end)),
            (false, _) => open.push(name),
        }
    }
    Ok(match too_deep.is_empty() {
        true => Cow::Borrowed(page),
        false => Cow::Owned(without(page, &too_deep)),
    })
}

fn name_of(tag: &str) -> Option<(String, bool)> {
    let inside = &tag[1..];
    let is_closing = inside.starts_with('/');
    let inside = inside.trim_start_matches('/');
    let end = inside.find(|c: char| c.is_whitespace() || c == '>' || c == '/').unwrap_or(inside.len());
    let is_name = inside.starts_with(|c: char| c.is_ascii_alphabetic()) && end < 40;
    is_name.then(|| (inside[..end].to_ascii_lowercase(), is_closing))
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
    fn endless_input_is_read_at_once() {
        for piece in ["<", "<!--", "<script>", "</script", "<a ", "<title></"] {
            let _ = flattened(&piece.repeat(300_000));
        }
    }

    proptest! {
        #[test]
        fn any_page_is_safe(page in "(</?(div|b|script|svg|é)[ />]{0,2}|<!--|-->|\\PC){0,20}") {
            let _ = flattened(&page);
        }
    }
}
