//! Which format an input has: by its extension, else by its first bytes.

use std::path::Path;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::fields;
use crate::error::Error;

/// The formats that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown, with or without front matter.
    Markdown,
    /// A saved page.
    Html,
    /// A table parted by commas, semicolons, tabs or bars, a header first.
    Csv,
    /// A table parted by tabs, a header first.
    Tsv,
    /// One JSON object a line.
    Jsonl,
}

const NAMES: [(&str, Format); 6] = [
    ("text", Format::Text),
    ("markdown", Format::Markdown),
    ("html", Format::Html),
    ("csv", Format::Csv),
    ("tsv", Format::Tsv),
    ("jsonl", Format::Jsonl),
];

impl Format {
    /// Returns the format that the extension of a file name stands for.
    pub fn of_path(path: &Path) -> Option<Format> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(Format::Text),
            "md" | "markdown" => Some(Format::Markdown),
            "html" | "htm" | "xhtml" => Some(Format::Html),
            "csv" => Some(Format::Csv),
            "tsv" => Some(Format::Tsv),
            "jsonl" | "ndjson" => Some(Format::Jsonl),
            _ => None,
        }
    }

    /// Returns the format that the beginning of an input speaks for; plain text if nothing does.
    pub(super) fn sniffed(beginning: &str) -> Format {
        let beginning = beginning.trim_start_matches('\u{feff}').trim_start();
        let first_line = beginning.lines().next().unwrap_or_default();
        if beginning.starts_with('{') && first_line.contains('"') {
            Format::Jsonl
        } else if looks_like_html(beginning) {
            Format::Html
        } else if let Some(format) = table_of_header(first_line) {
            format
        } else if first_line.trim_end() == "---" || first_line.starts_with("# ") {
            Format::Markdown
        } else {
            Format::Text
        }
    }
}

fn looks_like_html(beginning: &str) -> bool {
    let start: String = beginning.chars().take(1000).collect::<String>().to_ascii_lowercase();
    start.starts_with('<') && ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| start.contains(tag))
}

/// A first line is a header if it names a column of text beside others; tabs tell TSV from CSV.
fn table_of_header(line: &str) -> Option<Format> {
    let names_text = |delimiter: char| {
        let mut names = line.split(delimiter).map(|name| name.trim().trim_matches('"'));
        line.contains(delimiter) && names.any(fields::names_text)
    };
    match names_text('\t') {
        true => Some(Format::Tsv),
        false => [',', ';', '|'].into_iter().any(names_text).then_some(Format::Csv),
    }
}

impl FromStr for Format {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let found = NAMES.iter().find(|(known, _)| *known == name).map(|(_, format)| *format);
        found.ok_or_else(|| {
            let known: Vec<&str> = NAMES.iter().map(|(known, _)| *known).collect();
            Error::invalid(format!("no format is called {name:?}; known are {}", known.join(", ")))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extensions_tell() {
        assert_eq!(Format::of_path(Path::new("a/b.HTM")), Some(Format::Html));
        assert_eq!(Format::of_path(Path::new("b.tar.ndjson")), Some(Format::Jsonl));
        assert_eq!(Format::of_path(Path::new("txt")), None);
        assert_eq!(Format::of_path(Path::new("b.pdf")), None);
    }

    #[test]
    fn first_bytes_tell() {
        assert_eq!(Format::sniffed("\u{feff}<!DOCTYPE HTML>\n<html>"), Format::Html);
        assert_eq!(Format::sniffed("{\"text\": \"a\"}\n"), Format::Jsonl);
        assert_eq!(Format::sniffed("Title,\"Text\"\na,b"), Format::Csv);
        assert_eq!(Format::sniffed("title\ttext\nHello\tworld"), Format::Tsv);
        assert_eq!(Format::sniffed("---\ntitle: Flood\n---\n"), Format::Markdown);
        assert_eq!(Format::sniffed("Flood, fire and the text of a song"), Format::Text);
        assert_eq!(Format::sniffed("<3 is what she wrote"), Format::Text);
    }

    #[test]
    fn an_unknown_name_lists_the_known_ones() {
        assert_eq!("tsv".parse::<Format>().unwrap(), Format::Tsv);
        assert!("pdf".parse::<Format>().unwrap_err().to_string().contains("markdown"));
    }
}
