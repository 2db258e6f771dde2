//! CSV and TSV: a stream of rows under a header, one row in memory at a time.

use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;

use csv::{ByteRecord, ReaderBuilder};
use encoding_rs::Encoding;

use super::charset;
use super::fields::Field;
use super::mapping::{Mapping, no_text_column};
use super::values::one_line;
use crate::article::Article;

/// A row that is longer holds the rest of the file: a quotation mark was never closed.
const LONGEST_ROW: u64 = 32 << 20;

/// What is read after the last byte of a table. A quotation that is still open takes it into its text.
const END: &[u8] = b"\n\x03\n";

/// One row as it was read.
#[derive(Debug)]
pub(super) struct Row {
    header: Arc<Header>,
    record: ByteRecord,
}

#[derive(Debug)]
struct Header {
    columns: Vec<String>,
    fields: Vec<Field>,
    encoding: &'static Encoding,
}

/// The rows of a table with their numbers, the header being row 1; a fault of the whole table has no number.
pub(super) struct Rows<R> {
    reader: csv::Reader<Limited<R>>,
    header: Arc<Header>,
    row: u64,
    is_over: bool,
}

impl<R: Read> Rows<R> {
    /// Reads the header. `beginning` is what the stream starts with, as much as it takes to guess the charset.
    pub fn new(beginning: &[u8], stream: R, delimiter: Option<u8>, mapping: &Mapping) -> Result<Self, String> {
        let encoding = charset::guessed(beginning);
        let start = charset::Plain::new(beginning, beginning).map_err(|error| error.to_string())?;
        let delimiter = delimiter.unwrap_or_else(|| sniffed(start));
        let limited = Limited { stream: BufReader::new(stream).chain(END), left: LONGEST_ROW };
        let mut reader = ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(limited);
        let names = reader.byte_headers().map_err(|error| error.to_string())?;
        if names.iter().next_back().is_some_and(|name| name.ends_with(END)) {
            return Err("a quotation mark in the header is never closed".into());
        }
        let columns: Vec<String> = names.iter().map(|name| text_of(name, encoding)).collect();
        let plain: Vec<&str> = columns.iter().map(String::as_str).collect();
        let fields = mapping.assign(&plain)?;
        if !fields.contains(&Field::Text) {
            return Err(no_text_column(&plain));
        }
        let header = Arc::new(Header { columns, fields, encoding });
        Ok(Rows { reader, header, row: 1, is_over: false })
    }
}

impl<R: Read> Iterator for Rows<R> {
    type Item = (u64, Result<Row, String>);

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over {
            return None;
        }
        self.reader.get_mut().left = LONGEST_ROW;
        self.row += 1;
        let mut record = ByteRecord::new();
        match self.reader.read_byte_record(&mut record) {
            Ok(true) if record.as_slice() == b"\x03" => None,
            Ok(true) => Some((self.row, Ok(Row { header: self.header.clone(), record }))),
            Ok(false) => None,
            Err(error) => {
                self.is_over = true;
                Some((self.row, Err(error.to_string())))
            }
        }
    }
}

impl Row {
    /// Returns the piece of this row.
    pub fn read(self) -> Result<Article, String> {
        let Header { columns, fields, encoding } = &*self.header;
        let (found, wanted) = (self.record.len(), columns.len());
        let has_surplus = self.record.iter().skip(wanted).any(|value| !value.trim_ascii().is_empty());
        if let Some(open) = self.record.iter().position(|value| value.ends_with(END)) {
            let column = columns.get(open).map_or("after the last", String::as_str);
            return Err(format!(
                "the quotation mark before column {column} is never closed; the file may be cut short"
            ));
        }
        if found < wanted || has_surplus {
            let fields = if found == 1 { "field" } else { "fields" };
            let place = match columns.get(found) {
                Some(missing) => format!("none for column {missing}"),
                None => format!("the last of which is column {}", columns[wanted - 1]),
            };
            return Err(format!(
                "{found} {fields} where the header has {wanted}, {place}; a quotation mark or a delimiter in a text may lack its quotation marks"
            ));
        }
        let mut article = Article::default();
        for (field, value) in fields.iter().zip(&self.record) {
            field.fill(&mut article, &charset::decode_part(value, encoding));
        }
        match article.body.is_empty() {
            false => Ok(article),
            true => {
                let place = fields.iter().position(|field| *field == Field::Text).expect("a header names its text");
                Err(format!("column {} is empty", columns[place]))
            }
        }
    }

    /// Returns the number of bytes of the values.
    pub fn size(&self) -> usize {
        self.record.as_slice().len()
    }
}

fn text_of(name: &[u8], encoding: &'static Encoding) -> String {
    one_line(&charset::decode_part(name, encoding)).into_owned()
}

/// Returns the delimiter that parts the header into the most usual names, then into the most names.
fn sniffed(start: impl Read) -> u8 {
    let mut line = Vec::new();
    // A failure shows again, with its reason, when the stream itself is read.
    let _ = BufReader::new(start.take(1 << 16)).read_until(b'\n', &mut line);
    let line = String::from_utf8_lossy(&line);
    let names = |delimiter: u8| line.split(char::from(delimiter)).map(|name| name.trim().trim_matches('"'));
    let rank = |delimiter: &u8| {
        (names(*delimiter).filter(|name| Field::usual(name).is_some()).count(), names(*delimiter).count())
    };
    // Of equal ranks the last is taken: the comma.
    [b'|', b'\t', b';', b','].into_iter().max_by_key(rank).expect("there are four delimiters")
}

/// A stream that fails once one row has read more than a row may hold.
struct Limited<R> {
    stream: io::Chain<BufReader<R>, &'static [u8]>,
    left: u64,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            let what = format!(
                "the row is longer than {} MB: a quotation mark is probably never closed; the rows after it were not read",
                LONGEST_ROW >> 20
            );
            return Err(io::Error::other(what));
        }
        let read = self.stream.read(out)?;
        self.left = self.left.saturating_sub(read as u64);
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    type Numbered = (u64, Result<Article, String>);

    fn rows(bytes: &[u8]) -> Result<Vec<Numbered>, String> {
        let beginning = &bytes[..bytes.len().min(64)];
        let stream = charset::Plain::new(beginning, bytes).unwrap();
        let rows = Rows::new(beginning, stream, None, &Mapping::default())?;
        Ok(rows.map(|(number, row)| (number, row.and_then(Row::read))).collect())
    }

    fn first(bytes: &[u8]) -> Article {
        rows(bytes).unwrap().remove(0).1.unwrap()
    }

    #[test]
    fn a_row_is_a_piece() {
        let table = "\u{feff}Title,author,Publisher,date,URL,text,Desk,Empty\r\n\
            \"Dam, old, fails\",By Anna Kolt,The Varn Courier,2016-10-04,https://varn.example/1,\"It \"\"failed\"\".\n\nBadly.\",home,\r\n";
        let article = first(table.as_bytes());
        assert_eq!(article.headline.as_deref(), Some("Dam, old, fails"));
        assert_eq!(article.byline.as_deref(), Some("Anna Kolt"));
        assert_eq!(article.published_on, Some(date(2016, 10, 4)));
        assert_eq!(article.url.as_deref(), Some("https://varn.example/1"));
        assert_eq!(article.body[0].text, "It \"failed\".\n\nBadly.");
        assert_eq!(article.meta.into_iter().collect::<Vec<_>>(), [("Desk".to_string(), "home".to_string())]);
    }

    #[test]
    fn delimiters_are_sniffed() {
        for delimiter in [",", ";", "\t", "|"] {
            let table =
                ["title", "some,thing", "text"].join(delimiter) + "\n" + &["Dam", "\"x\"", "It failed"].join(delimiter);
            let table = if delimiter == "," { table.replace("some,thing", "x") } else { table };
            assert_eq!(first(table.as_bytes()).headline.as_deref(), Some("Dam"), "{delimiter:?}");
        }
    }

    #[test]
    fn faults_name_row_and_column() {
        let rows = rows(b"title,text\nDam\nDam,a,b\nDam,a,,\n\nDam,\"  \"\n").unwrap();
        let said: Vec<(u64, String)> = rows.into_iter().filter_map(|(row, read)| Some((row, read.err()?))).collect();
        assert_eq!(said[0].0, 2);
        assert!(said[0].1.starts_with("1 field where the header has 2, none for column text;"), "{}", said[0].1);
        assert!(
            said[1].1.starts_with("3 fields where the header has 2, the last of which is column text;"),
            "{}",
            said[1].1
        );
        assert_eq!(said[2], (5, "column text is empty".to_string()));
    }

    #[test]
    fn a_table_without_text_lists_its_columns() {
        let error = rows(b"headline,words\na,b\n").unwrap_err();
        assert_eq!(error, "no column of text; the columns are headline, words; say which it is: --map text=COLUMN");
        assert!(rows(b"").is_err());
    }

    #[test]
    fn charsets_may_differ_from_row_to_row() {
        let read = rows(
            "text\ncafé – Zoë’s – Łódź\n"
                .as_bytes()
                .iter()
                .copied()
                .chain(*b"caf\xe9\n")
                .collect::<Vec<_>>()
                .as_slice(),
        )
        .unwrap();
        assert_eq!(read[0].1.as_ref().unwrap().body[0].text, "café – Zoë’s – Łódź");
        assert_eq!(read[1].1.as_ref().unwrap().body[0].text, "café");
        let units = std::iter::once(0xfeff).chain("title\ttext\nDam\tcafé 🙂".encode_utf16());
        let utf16: Vec<u8> = units.flat_map(u16::to_le_bytes).collect();
        assert_eq!(first(&utf16).body[0].text, "café 🙂");
    }

    #[test]
    fn a_quotation_mark_never_closed_is_a_fault() {
        let endless = b"text\nfine\n\"".chain(io::repeat(b'a'));
        let mut rows = Rows::new(b"text\n", endless, None, &Mapping::default()).unwrap();
        assert!(rows.next().unwrap().1.is_ok());
        assert!(rows.next().unwrap().1.unwrap_err().contains("never closed"));
        assert!(rows.next().is_none());
    }

    #[test]
    fn a_table_cut_inside_a_quotation_is_told() {
        let rows = rows(b"title,text\nDam,\"It failed.\"\nRoad,\"It was clo").unwrap();
        assert!(rows[0].1.is_ok());
        assert_eq!((rows.len(), rows[1].0), (2, 3));
        let reason = rows[1].1.as_ref().unwrap_err();
        assert_eq!(reason, "the quotation mark before column text is never closed; the file may be cut short");
        assert!(super::Rows::new(b"", &b"\"text\n"[..], None, &Mapping::default()).is_err());
    }

    #[test]
    fn markup_in_a_column_becomes_paragraphs() {
        let article = first(b"text\n<p>It failed.</p><p>Badly.</p>\n");
        assert_eq!(article.body.iter().map(|block| block.text.as_str()).collect::<Vec<_>>(), ["It failed.", "Badly."]);
    }
}
