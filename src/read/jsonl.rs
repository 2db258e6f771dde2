//! JSONL: a stream of lines, one JSON object each.

use std::io::{self, BufRead, BufReader, Read};

use encoding_rs::Encoding;
use serde_json::{Map, Value};

use super::charset;
use super::fields::Field;
use super::mapping::{Mapping, no_text_column};
use crate::article::Article;

/// A line that is longer is no piece of news.
const LONGEST_LINE: u64 = 32 << 20;

/// One line as it was read.
#[derive(Debug)]
pub(super) struct Line {
    bytes: Vec<u8>,
    encoding: &'static Encoding,
}

/// The lines of a stream with their numbers; blank ones are passed over.
pub(super) struct Lines<R> {
    stream: BufReader<R>,
    encoding: &'static Encoding,
    number: u64,
    is_over: bool,
}

impl<R: Read> Lines<R> {
    /// Reads a stream of which `beginning` is as much as it takes to guess the charset.
    pub fn new(beginning: &[u8], stream: R) -> Self {
        Lines { stream: BufReader::new(stream), encoding: charset::guessed(beginning), number: 0, is_over: false }
    }

    fn read_line(&mut self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.stream.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut bytes)?;
        if bytes.len() as u64 == LONGEST_LINE {
            let what = format!("the line is longer than {} MB; the lines after it were not read", LONGEST_LINE >> 20);
            return Err(io::Error::other(what));
        }
        Ok(bytes)
    }
}

impl<R: Read> Iterator for Lines<R> {
    type Item = (u64, Result<Line, String>);

    fn next(&mut self) -> Option<Self::Item> {
        while !self.is_over {
            self.number += 1;
            match self.read_line() {
                Ok(bytes) if bytes.is_empty() => return None,
                Ok(bytes) if bytes.trim_ascii().is_empty() => {}
                Ok(bytes) => return Some((self.number, Ok(Line { bytes, encoding: self.encoding }))),
                Err(error) => {
                    self.is_over = true;
                    return Some((self.number, Err(error.to_string())));
                }
            }
        }
        None
    }
}

impl Line {
    /// Returns the piece of this line.
    pub fn read(self, mapping: &Mapping) -> Result<Article, String> {
        let object = object_of(&charset::decode_part(self.bytes.trim_ascii_end(), self.encoding))?;
        let keys: Vec<&str> = object.keys().map(String::as_str).collect();
        let fields = mapping.assign(&keys)?;
        let Some(place) = fields.iter().position(|field| *field == Field::Text) else {
            return Err(no_text_column(&keys));
        };
        let mut article = Article::default();
        for (field, value) in fields.iter().zip(object.values()) {
            field.fill(&mut article, &words_of(value, field));
        }
        match article.body.is_empty() {
            true => Err(format!("column {} is empty", keys[place])),
            false => Ok(article),
        }
    }

    /// Returns the number of bytes of the line.
    pub fn size(&self) -> usize {
        self.bytes.len()
    }
}

fn object_of(line: &str) -> Result<Map<String, Value>, String> {
    match serde_json::from_str(line) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(_) => Err("not a JSON object; each line must be one: {\"text\": \"…\"}".into()),
        Err(error) => {
            let what = error.to_string();
            let what = what.split(" at line").next().unwrap_or_default();
            Err(format!("not valid JSON at column {}: {what}; each line must be one whole object", error.column()))
        }
    }
}

/// Returns a value in words: a list joined as suits its field, an object by its name.
fn words_of(value: &Value, field: &Field) -> String {
    let between = match field {
        Field::Text => "\n\n",
        Field::Byline => ", ",
        _ => "; ",
    };
    match value {
        Value::Null => String::new(),
        Value::String(words) => words.clone(),
        Value::Array(values) => {
            let words = values.iter().map(|value| words_of(value, field)).filter(|words| !words.trim().is_empty());
            words.collect::<Vec<_>>().join(between)
        }
        Value::Object(object) => match object.get("name") {
            Some(Value::String(name)) => name.clone(),
            _ => value.to_string(),
        },
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<(u64, Result<Article, String>)> {
        let lines = Lines::new(text.as_bytes(), text.as_bytes());
        lines.map(|(number, line)| (number, line.and_then(|line| line.read(&Mapping::default())))).collect()
    }

    #[test]
    fn a_line_is_a_piece() {
        let line = r#"{"id": 7, "title": "Dam fails", "authors": [{"name": "Anna Kolt"}, "Ivo Brandt"], "tags": ["dam", "varn"],
            "source": {"id": null, "name": "The Varn Courier"}, "publishedAt": "2016-10-04T10:00:00Z", "text": ["It failed.", "Badly."], "url": null}"#;
        let (number, article) = lines(&line.replace('\n', " ")).remove(0);
        let article = article.unwrap();
        assert_eq!(number, 1);
        assert_eq!(article.headline.as_deref(), Some("Dam fails"));
        assert_eq!(article.byline.as_deref(), Some("Anna Kolt, Ivo Brandt"));
        assert_eq!(article.outlet.as_deref(), Some("The Varn Courier"));
        assert_eq!(article.published_on, Some(jiff::civil::date(2016, 10, 4)));
        assert_eq!(article.url, None);
        assert_eq!(article.body[0].text, "It failed.\n\nBadly.");
        assert_eq!((article.meta["id"].as_str(), article.meta["tags"].as_str()), ("7", "dam; varn"));
    }

    #[test]
    fn faults_name_line_and_column() {
        let read = lines("{\"text\": \"a\"}\r\n\r\n{\"text\": }\n[1]\n{\"title\": \"b\"}\n{\"text\": \" \"}\n");
        let said: Vec<(u64, String)> = read.into_iter().filter_map(|(line, read)| Some((line, read.err()?))).collect();
        assert_eq!(
            said[0],
            (3, "not valid JSON at column 10: expected value; each line must be one whole object".into())
        );
        assert_eq!(said[1].0, 4);
        assert!(said[2].1.contains("the columns are title"));
        assert_eq!(said[3], (6, "column text is empty".into()));
    }

    #[test]
    fn deep_json_is_refused() {
        let deep = "[".repeat(100_000);
        assert!(lines(&format!("{{\"text\": {deep}")).remove(0).1.unwrap_err().contains("recursion"));
    }

    #[test]
    fn an_endless_line_is_a_fault() {
        let mut lines = Lines::new(b"{", io::repeat(b'a'));
        assert!(lines.next().unwrap().1.is_err());
        assert!(lines.next().is_none());
    }
}
