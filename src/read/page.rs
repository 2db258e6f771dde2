//! Finds what a page says of itself: JSON-LD first, then meta tags and marked elements. Nothing here is guessed.

use std::collections::HashMap;

use jiff::civil::Date;
use scraper::{Html, Selector};

use super::metadata::Metadata;
use super::values::{letters, one_line};
use super::{dates, json_ld};

const HEADLINES: [&str; 5] = ["og:title", "twitter:title", "dc.title", "citation_title", "sailthru.title"];
const AUTHORS: [&str; 10] = [
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dc.contributor",
    "citation_author",
    "byl",
    "article.author",
    "og:article:author",
];
const OUTLETS: [&str; 3] = ["og:site_name", "dc.publisher", "application-name"];
const DATES: [&str; 18] = [
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "dcterms.date",
    "dc.date.created",
    "citation_publication_date",
    "publish-date",
    "publication_date",
    "pubdate",
    "article_date_original",
    "date",
];
const CHANGES: [&str; 5] =
    ["article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified"];

/// Returns what a page says of itself.
pub(super) fn metadata_of(document: &Html) -> Metadata {
    let tags = Tags::of(document);
    let (mut said, tagged) = (json_ld::read(document), of_tags(&tags, document));
    said.outlet = said.outlet.map(|outlet| outlet_of(outlet, tagged.outlet.as_deref()));
    let mut said = said.or(tagged);
    said.authors.retain(|author| !author.starts_with("http"));
    if let Some(headline) = said.headline.take() {
        let outlets = [said.outlet.as_deref(), tags.first(&OUTLETS)];
        said.headline = Some(without_outlet(&one_line(&headline), outlets.into_iter().flatten()).to_string());
    }
    said
}

/// Returns the fuller of two names of one outlet; of two outlets the site's, for publishers in JSON-LD are often the
/// agency whose text the site prints.
fn outlet_of(publisher: String, site: Option<&str>) -> String {
    let Some(site) = site else { return publisher };
    let (one, other) = (letters(&publisher), letters(site));
    match one.contains(&other) {
        true => publisher,
        false => site.to_string(),
    }
}

fn of_tags(tags: &Tags, document: &Html) -> Metadata {
    let first = |names: &[&str]| tags.first(names).map(str::to_string);
    let day = |names: &[&str]| names.iter().find_map(|name| dates::date_of(tags.first(&[name])?));
    let address = attribute(document, "link[rel='canonical']", "href").or_else(|| first(&["og:url"]));
    Metadata {
        headline: first(&HEADLINES),
        authors: AUTHORS.iter().map(|name| tags.all(name)).find(|names| !names.is_empty()).unwrap_or_default(),
        outlet: first(&OUTLETS).filter(|name| !name.starts_with("http")),
        published_on: day(&DATES).or_else(|| marked_date(document)),
        modified_on: day(&CHANGES),
        url: address.filter(|url| url.starts_with("http")),
        language: attribute(document, "html", "lang"),
        section: first(&["article:section"]),
    }
}

fn marked_date(document: &Html) -> Option<Date> {
    let places = [
        ("[itemprop='datePublished']", "datetime"),
        ("[itemprop='datePublished']", "content"),
        ("time[pubdate]", "datetime"),
        ("article time[datetime], header time[datetime]", "datetime"),
        ("time.published, time.entry-date, abbr.published", "datetime"),
    ];
    places.iter().find_map(|(place, name)| dates::date_of(&attribute(document, place, name)?))
}

fn attribute(document: &Html, place: &str, name: &str) -> Option<String> {
    let selector = Selector::parse(place).expect("the selector is well formed");
    document.select(&selector).find_map(|element| element.attr(name)).map(|value| one_line(value).into_owned())
}

/// The meta tags of a page by name in lower case, in order.
struct Tags(HashMap<String, Vec<String>>);

impl Tags {
    fn of(document: &Html) -> Tags {
        let selector = Selector::parse("meta[content]").expect("the selector is well formed");
        let mut tags: HashMap<String, Vec<String>> = HashMap::new();
        for tag in document.select(&selector) {
            let name = ["property", "name", "itemprop"].into_iter().find_map(|key| tag.attr(key));
            let value = one_line(tag.attr("content").unwrap_or_default());
            if let Some(name) = name.filter(|_| !value.is_empty()) {
                let values = tags.entry(name.to_lowercase()).or_default();
                if !values.iter().any(|other| *other == value) {
                    values.push(value.into_owned());
                }
            }
        }
        Tags(tags)
    }

    fn first(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| self.0.get(*name)?.first()).map(String::as_str)
    }

    fn all(&self, name: &str) -> Vec<String> {
        self.0.get(name).cloned().unwrap_or_default()
    }
}

/// Returns a headline without " | Outlet" or " - Outlet" at its end.
pub(super) fn without_outlet<'h, 'o>(headline: &'h str, outlets: impl Iterator<Item = &'o str>) -> &'h str {
    let outlets: Vec<String> = outlets.map(letters).filter(|outlet| !outlet.is_empty()).collect();
    let cuts = [" | ", " - ", " – ", " — ", " :: ", " · "]
        .into_iter()
        .filter_map(|mark| Some((headline.rfind(mark)?, mark.len())));
    let names_outlet = |(at, length): &(usize, usize)| {
        let end = letters(&headline[at + length..]);
        outlets.iter().any(|outlet| {
            *outlet == end
                || (end.len() > 2 && (outlet.starts_with(&end) || outlet.ends_with(&end) || end.starts_with(outlet)))
        })
    };
    cuts.filter(names_outlet).map(|(at, _)| headline[..at].trim_end()).min_by_key(|cut| cut.len()).unwrap_or(headline)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn meta_tags_are_read() {
        let said = metadata_of(&Html::parse_document(
            "<html lang=en><meta property='og:title' content='Dam fails | Courier'><meta property=og:site_name content='Varn Courier'>\
            <meta name=Author content='Anna Kolt'><meta name=author content='Ivo Brandt'><link rel=canonical href='https://varn.example/1'>\
            <meta property='article:published_time' content='2016-10-04T08:00Z'><meta property='article:modified_time' content='2016-10-05'>",
        ));
        assert_eq!(said.headline.as_deref(), Some("Dam fails"));
        assert_eq!(said.authors, ["Anna Kolt", "Ivo Brandt"]);
        assert_eq!(said.outlet.as_deref(), Some("Varn Courier"));
        assert_eq!((said.published_on, said.modified_on), (Some(date(2016, 10, 4)), Some(date(2016, 10, 5))));
        assert_eq!((said.url.as_deref(), said.language.as_deref()), (Some("https://varn.example/1"), Some("en")));
    }

    #[test]
    fn the_site_is_the_outlet() {
        let outlet = |publisher: &str, site| outlet_of(publisher.into(), Some(site));
        assert_eq!(outlet("Varn Press Agency", "The Varn Courier"), "The Varn Courier");
        assert_eq!(outlet("The Varn Courier", "varncourier"), "The Varn Courier");
        assert_eq!(outlet("Courier", "Courier Online"), "Courier Online");
    }

    #[test]
    fn only_the_outlet_is_cut_off() {
        let cut = |headline| without_outlet(headline, ["The Varn Courier"].into_iter());
        assert_eq!(cut("Dam fails - The Varn Courier"), "Dam fails");
        assert_eq!(cut("Dam fails | Varn Courier"), "Dam fails");
        assert_eq!(cut("Dam fails - again"), "Dam fails - again");
        assert_eq!(cut("The Varn Courier"), "The Varn Courier");
    }

    #[test]
    fn a_page_that_says_nothing_gives_nothing() {
        assert_eq!(metadata_of(&Html::parse_document("<p>Words")), Metadata::default());
        assert_eq!(metadata_of(&Html::parse_document("<time datetime='soon'>")), Metadata::default());
    }
}
