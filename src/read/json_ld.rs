//! What a page says of itself in JSON-LD (schema.org): the article it is, if it says so.

use std::collections::HashMap;

use scraper::{Html, Selector};
use serde_json::{Map, Value};

use super::dates;
use super::metadata::Metadata;

/// The types of schema.org that are pieces; the first found in the page is meant.
const PIECES: [&str; 13] = [
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "BackgroundNewsArticle",
    "ReviewNewsArticle",
    "AskPublicNewsArticle",
    "Article",
    "BlogPosting",
    "Report",
    "LiveBlogPosting",
    "AdvertiserContentArticle",
    "SocialMediaPosting",
];
/// What describes a piece less surely: a page about something.
const PAGES: [&str; 3] = ["WebPage", "ItemPage", "CreativeWork"];

type Object = Map<String, Value>;

/// Returns what the page's JSON-LD says of its piece.
pub(super) fn read(document: &Html) -> Metadata {
    let scripts = Selector::parse("script[type*='ld+json']").expect("the selector is well formed");
    let values: Vec<Value> = document.select(&scripts).filter_map(|script| parsed(&script.inner_html())).collect();
    let mut objects = Vec::new();
    values.iter().for_each(|value| collect(value, &mut objects));
    let by_id: HashMap<&str, &Object> = objects
        .iter()
        .filter(|object| object.len() > 1)
        .filter_map(|object| Some((object.get("@id")?.as_str()?, *object)))
        .collect();
    let of_types = |types: &[&str]| objects.iter().find(|object| is_one_of(object, types)).copied();
    let piece = of_types(&PIECES).map(|piece| said(piece, &by_id)).unwrap_or_default();
    let page = of_types(&PAGES).map(|page| said(page, &by_id)).unwrap_or_default();
    // A page's name is its window title, and its author who made the site.
    piece.or(Metadata { headline: None, authors: Vec::new(), ..page })
}

/// Parses a script as browsers would: line breaks inside strings and a comment around it do no harm.
fn parsed(script: &str) -> Option<Value> {
    let plain: String = script.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let plain =
        plain.trim().trim_start_matches("<!--").trim_start_matches("//<![CDATA[").trim_start_matches("<![CDATA[");
    let plain =
        plain.trim_end_matches("//]]>").trim_end_matches("]]>").trim_end_matches("-->").trim().trim_end_matches(';');
    serde_json::from_str(plain).ok()
}

/// Collects all objects, outer ones first; serde_json has bounded how deep they lie.
fn collect<'v>(value: &'v Value, objects: &mut Vec<&'v Object>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, objects)),
        Value::Object(object) => {
            objects.push(object);
            object.values().for_each(|value| collect(value, objects));
        }
        _ => {}
    }
}

fn is_one_of(object: &Object, types: &[&str]) -> bool {
    let is_meant =
        |value: &Value| value.as_str().is_some_and(|name| types.contains(&name.rsplit('/').next().unwrap_or(name)));
    match object.get("@type") {
        Some(Value::Array(names)) => names.iter().any(is_meant),
        Some(name) => is_meant(name),
        None => false,
    }
}

fn said(object: &Object, by_id: &HashMap<&str, &Object>) -> Metadata {
    let text = |key: &str| object.get(key).and_then(|value| names(value, by_id).into_iter().next());
    let day = |key: &str| text(key).and_then(|text| dates::date_of(&text));
    let many = |key: &str| object.get(key).map(|value| names(value, by_id)).unwrap_or_default();
    let authors = [many("author"), many("creator")].into_iter().find(|names| !names.is_empty());
    Metadata {
        headline: text("headline").or_else(|| text("name")),
        authors: authors.unwrap_or_default(),
        outlet: text("publisher").or_else(|| text("sourceOrganization")),
        published_on: day("datePublished").or_else(|| day("dateCreated")),
        modified_on: day("dateModified"),
        url: text("url").or_else(|| text("mainEntityOfPage")).filter(|url| url.starts_with("http")),
        language: text("inLanguage"),
        section: text("articleSection"),
    }
}

/// Returns the words of a value: itself, the name of an object or of the one it refers to, or those of a list.
fn names(value: &Value, by_id: &HashMap<&str, &Object>) -> Vec<String> {
    match value {
        Value::String(text) => vec![plain_of(text)],
        Value::Array(values) => {
            values.iter().filter(|value| !value.is_array()).flat_map(|value| names(value, by_id)).collect()
        }
        Value::Object(object) => {
            let id = object.get("@id").and_then(Value::as_str);
            let referred = id.and_then(|id| by_id.get(id)).and_then(|object| object.get("name"));
            match object.get("name").or(referred) {
                Some(Value::String(name)) => vec![plain_of(name)],
                Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).map(plain_of).collect(),
                _ => id.map(str::to_string).into_iter().collect(),
            }
        }
        _ => Vec::new(),
    }
}

/// Returns a value without the character references that many pages leave in.
fn plain_of(text: &str) -> String {
    match text.contains('&') || text.contains('<') {
        true => Html::parse_fragment(text).root_element().text().collect(),
        false => text.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn read_script(json: &str) -> Metadata {
        read(&Html::parse_document(&format!("<script type='application/ld+json'>{json}</script>")))
    }

    #[test]
    fn a_piece_says_what_it_is() {
        let said = read_script(
            r#"{"@context": "https://schema.org", "@type": ["NewsArticle"], "headline": "Dam &amp; city
            fail", "author": [{"@type": "Person", "name": "Anna Kolt"}, {"name": ["Ivo Brandt"]}], "datePublished": "2016-10-04T23:00:00-05:00",
            "dateModified": "2016-10-06", "publisher": {"name": "The Varn Courier"}, "mainEntityOfPage": {"@id": "https://varn.example/1"}};"#,
        );
        assert_eq!(
            said.headline.as_deref().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")),
            Some("Dam & city fail".into())
        );
        assert_eq!(said.authors, ["Anna Kolt", "Ivo Brandt"]);
        assert_eq!((said.published_on, said.modified_on), (Some(date(2016, 10, 4)), Some(date(2016, 10, 6))));
        assert_eq!(said.outlet.as_deref(), Some("The Varn Courier"));
        assert_eq!(said.url.as_deref(), Some("https://varn.example/1"));
    }

    #[test]
    fn references_in_a_graph_are_followed() {
        let said = read_script(
            r##"{"@graph": [{"@type": "WebPage", "name": "Dam | Courier", "datePublished": "2016-10-04"},
            {"@type": "Article", "headline": "Dam", "author": {"@id": "#anna"}, "publisher": {"@id": "#vc"}},
            {"@type": "Person", "@id": "#anna", "name": "Anna Kolt"}, {"@id": "#vc", "name": "The Varn Courier"}]}"##,
        );
        assert_eq!(
            (said.headline.as_deref(), said.authors.as_slice()),
            (Some("Dam"), ["Anna Kolt".to_string()].as_slice())
        );
        assert_eq!((said.outlet.as_deref(), said.published_on), (Some("The Varn Courier"), Some(date(2016, 10, 4))));
    }

    #[test]
    fn broken_scripts_say_nothing() {
        for json in [
            "",
            "{",
            "[1, null]",
            "{\"@type\": 3}",
            &"[".repeat(10_000),
            "{\"@type\":\"Article\",\"author\":[[[\"a\"]]]}",
        ] {
            assert_eq!(read_script(json), Metadata::default(), "{json:.20}");
        }
    }
}
