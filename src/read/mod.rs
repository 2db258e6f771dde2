//! Bytes → Article. Files, folders and standard input become pieces; what the texts mean is left to the later rooms.
//!
//! [`inputs`] walks the sources and costs little; [`Raw::read`] does the work and may run on any thread. An input that
//! cannot be read is an input still, with its reason.

mod blocks;
mod bylines;
mod charset;
mod dates;
mod fields;
mod format;
mod front_matter;
mod html;
mod inline;
mod json_ld;
mod jsonl;
mod mapping;
mod markdown;
mod metadata;
mod names;
mod nesting;
mod opening;
mod options;
mod page;
mod tables;
mod text;
mod values;
mod walk;

use std::fmt;

use crate::article::Article;

pub use format::Format;
pub use mapping::Mapping;
pub use names::NamePattern;
pub use options::Options;
pub use walk::inputs;

/// Where a piece came from. Written as "path" or "path row 12".
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// The file as the user would name it; "-" is standard input.
    pub path: String,
    /// The row of a table as a spreadsheet counts (the header is row 1), the line of a JSONL file.
    pub row: Option<u64>,
}

/// One input: a whole file or one row of a table.
#[derive(Debug)]
pub struct Input {
    /// Where it came from.
    pub location: Location,
    /// What was there, or the reason why it could not be fetched.
    pub raw: Result<Raw, String>,
}

/// An input as it was fetched, still to be understood.
#[derive(Debug)]
pub struct Raw {
    /// The name of the file without folder and extension, for [`Options::name_pattern`].
    stem: String,
    content: Content,
}

#[derive(Debug)]
enum Content {
    File { format: Format, bytes: Vec<u8> },
    Row(tables::Row),
    Line(jsonl::Line),
}

impl Raw {
    /// Returns the piece, or the reason why there is none.
    ///
    /// What the input says of itself wins over its file name, and the options' outlet, date and meta win over both.
    ///
    /// # Example
    ///
    /// ```no_run
    /// use sayso::read::{Options, inputs};
    ///
    /// let options = Options::default();
    /// for input in inputs(&["pieces".to_string()], &options) {
    ///     match input.raw.and_then(|raw| raw.read(&options)) {
    ///         Ok(article) => assert!(!article.body.is_empty()),
    ///         Err(reason) => assert!(!format!("{}: {reason}", input.location).is_empty()),
    ///     }
    /// }
    /// ```
    pub fn read(self, options: &Options) -> Result<Article, String> {
        let mut article = match self.content {
            Content::File { format, bytes } => read_file(format, &bytes)?,
            Content::Row(row) => row.read()?,
            Content::Line(line) => line.read(&options.mapping)?,
        };
        if let Some(pattern) = &options.name_pattern {
            pattern.fill(&mut article, &self.stem);
        }
        options.overrule(&mut article);
        Ok(article)
    }

    /// Returns the number of bytes fetched.
    pub fn size(&self) -> usize {
        match &self.content {
            Content::File { bytes, .. } => bytes.len(),
            Content::Row(row) => row.size(),
            Content::Line(line) => line.size(),
        }
    }
}

fn read_file(format: Format, bytes: &[u8]) -> Result<Article, String> {
    if charset::is_binary(bytes) {
        return Err("looks like a binary file; give text, Markdown, HTML, CSV, TSV or JSONL".into());
    }
    let text = match format {
        Format::Html => charset::decode_page(bytes),
        _ => charset::decode(bytes),
    };
    if values::one_line(&text).is_empty() {
        return Err("empty".into());
    }
    match format {
        Format::Html => html::read(&text),
        Format::Markdown => markdown::read(&text),
        Format::Text => Ok(text::read(&text)),
        Format::Csv | Format::Tsv | Format::Jsonl => unreachable!("tables are read row by row"),
    }
}

impl fmt::Display for Location {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.row {
            Some(row) => write!(out, "{} row {row}", self.path),
            None => out.write_str(&self.path),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FORMATS: [Format; 6] =
        [Format::Text, Format::Markdown, Format::Html, Format::Csv, Format::Tsv, Format::Jsonl];

    fn read(format: Format, bytes: &[u8]) -> Vec<Result<Article, String>> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("courier_2016-10-04_dam");
        std::fs::write(&path, bytes).unwrap();
        let options = Options {
            format: Some(format),
            name_pattern: Some("{outlet}_{date}_{*}".parse().unwrap()),
            ..Options::default()
        };
        let sources = [path.display().to_string()];
        inputs(&sources, &options).map(|input| input.raw.and_then(|raw| raw.read(&options))).collect()
    }

    #[test]
    fn the_file_name_speaks_where_the_piece_is_silent() {
        let article =
            read(Format::Text, b"Dam fails\n\nBy Anna Kolt\n\n5 October 2016\n\nIt failed.").remove(0).unwrap();
        assert_eq!(article.outlet.as_deref(), Some("courier"));
        assert_eq!(article.published_on, Some(jiff::civil::date(2016, 10, 5)));
    }

    #[test]
    fn one_piece_says_the_same_in_every_format() {
        let prose = "The council of Varn met on Monday to speak of the dam, which had held for ninety years and no longer did, and of the rain.";
        let pieces = [
            (Format::Text, format!("Dam fails\n\nBy Anna Kolt\n\n2016-10-05\n\n{prose}\n")),
            (Format::Markdown, format!("---\nauthor: Anna Kolt\ndate: 2016-10-05\n---\n# Dam fails\n\n{prose}\n")),
            (
                Format::Html,
                format!(
                    "<title>Dam fails</title><meta name=author content='Anna Kolt'><meta name=date content=2016-10-05><article><p>{prose}</p></article>"
                ),
            ),
            (Format::Csv, format!("title,author,date,text\nDam fails,Anna Kolt,2016-10-05,\"{prose}\"\n")),
            (Format::Tsv, format!("title\tauthor\tdate\ttext\nDam fails\tAnna Kolt\t2016-10-05\t{prose}\n")),
            (
                Format::Jsonl,
                format!(
                    "{{\"title\":\"Dam fails\",\"author\":\"Anna Kolt\",\"date\":\"2016-10-05\",\"text\":\"{prose}\"}}\n"
                ),
            ),
        ];
        for (format, piece) in pieces {
            let article = read(format, piece.as_bytes()).remove(0).unwrap();
            assert_eq!(article.headline.as_deref(), Some("Dam fails"), "{format:?}");
            assert_eq!(article.byline.as_deref(), Some("Anna Kolt"), "{format:?}");
            assert_eq!(article.published_on, Some(jiff::civil::date(2016, 10, 5)), "{format:?}");
            assert_eq!(article.body.iter().map(|block| block.text.as_str()).collect::<Vec<_>>(), [prose], "{format:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]
        #[test]
        fn any_bytes_in_any_format_are_pieces_or_reasons(bytes: Vec<u8>, text in "\\PC{0,80}") {
            for format in FORMATS {
                for read in read(format, &bytes).into_iter().chain(read(format, text.as_bytes())) {
                    match read {
                        Ok(article) => prop_assert!(!article.body.is_empty()),
                        Err(reason) => prop_assert!(!reason.is_empty()),
                    }
                }
            }
        }
    }
}
