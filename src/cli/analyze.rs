//! `analyze`: the analysis alone, texts in and findings out, without a corpus.

mod findings;

use std::io::{self, BufRead, BufWriter, Write};
use std::path::Path;

use anyhow::Result;
use rayon::prelude::*;
use serde::Deserialize;
use serde_json::Value;

use super::context::Context;
use super::exit::Status;
use super::model::ModelArgs;
use crate::analysis::{Analysis, Analyzer, EntityKind};
use crate::error::Error;
use crate::ingest::{is_read, together};
use crate::model::Answers;
use crate::span::Span;
use crate::text::{Document, language};
use findings::{Findings, TokenFound, tokens};

/// Analyse texts from standard input: JSONL in, JSONL out, no corpus
///
/// Each line {"id", "text"} gives one line, in the same order: paragraphs, entities with their mentions, claims with
/// source, cue and content. A text in another language than English yields neither entities nor claims. All positions count Unicode characters of the given text, end excluded. A line that cannot be
/// read is told on stderr with its number, the rest goes on, and exit status 3 says that there was one.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "Example:\n  echo '{\"id\": 1, \"text\": \"It is safe, Ann Lind said.\"}' | sayso analyze")]
pub struct Analyze {
    /// Give every token too: where it stands, its sentence, lemma, tags, and what it hangs on
    #[arg(long)]
    tokens: bool,
    /// Read all of the input before any output, and tell which entities of its texts are one actor
    #[arg(long, hide = true)]
    together: bool,
    #[command(flatten)]
    model: ModelArgs,
}

/// Lines that are analysed together, so that memory does not grow with input …
const CHUNK_LINES: usize = 256;
/// … nor with the length of lines, in bytes.
const CHUNK_BYTES: usize = 4 << 20;

#[derive(Deserialize)]
struct Given {
    #[serde(default)]
    id: Value,
    text: String,
    /// Names found elsewhere, in place of those of the model: start, end, type. For measuring identity alone.
    mentions: Option<Vec<(usize, usize, String)>>,
}

/// One line, analysed.
struct Line {
    id: Value,
    document: Document,
    analysis: Analysis,
    tokens: Option<Vec<TokenFound>>,
}

impl Analyze {
    /// Analyses every line.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let analyzer = self.model.analyzer()?;
        let mut input = io::stdin().lock();
        let mut output = BufWriter::new(io::stdout().lock());
        let mut line = 0;
        let mut lines = Vec::new();
        let mut status = Status::Done;
        loop {
            let chunk = chunk(&mut input).map_err(|error| Error::io(Path::new("standard input"), error))?;
            if chunk.is_empty() {
                break;
            }
            let found: Vec<Result<Option<Line>, String>> =
                chunk.par_iter().map(|line| analysed(line, &analyzer, self.tokens)).collect();
            for found in found {
                line += 1;
                match found {
                    Ok(None) => {}
                    Ok(Some(found)) if self.together => lines.push(found),
                    Ok(Some(found)) => write(&mut output, &found.findings(analyzer.name()))?,
                    Err(reason) => {
                        status = Status::SomeFailed;
                        context.note(&format!("line {line}: {reason}"));
                    }
                }
            }
            output.flush()?;
        }
        let actors = together(lines.iter().map(|line| &line.analysis))?;
        for (line, actors) in lines.iter().zip(actors) {
            write(&mut output, &line.findings(analyzer.name()).with_actors(actors))?;
        }
        output.flush()?;
        Ok(status)
    }
}

/// Reads lines until there is work enough for all cores; none at the end of the input.
fn chunk(input: &mut impl BufRead) -> io::Result<Vec<Vec<u8>>> {
    let mut lines = Vec::new();
    let mut bytes = 0;
    while lines.len() < CHUNK_LINES && bytes < CHUNK_BYTES {
        let mut line = Vec::new();
        match input.read_until(b'\n', &mut line)? {
            0 => break,
            read => bytes += read,
        }
        lines.push(line);
    }
    Ok(lines)
}

/// Returns what is found in the text of one line; nothing for an empty line.
fn analysed(line: &[u8], analyzer: &Analyzer, with_tokens: bool) -> Result<Option<Line>, String> {
    if line.trim_ascii().is_empty() {
        return Ok(None);
    }
    let given: Given = serde_json::from_slice(line).map_err(|error| {
        format!("{error}; a line looks like {{\"id\": \"1\", \"text\": \"…\"}}").replace(" at line 1 ", " at ")
    })?;
    let document = Document::from_text(&given.text);
    let is_read = is_read(language(&given.text));
    let answers = if is_read || with_tokens { analyzer.answers(&document) } else { Answers::default() };
    let analysis = match &given.mentions {
        _ if !is_read => Analysis::default(),
        None => analyzer.analyze_answers(&document, &answers),
        Some(mentions) => analyzer.analyze_given(&document, &answers, &names(&given.text, mentions)?),
    };
    let tokens = with_tokens.then(|| tokens(&document, &answers));
    Ok(Some(Line { id: given.id, document, analysis, tokens }))
}

/// Turns given names from characters into spans.
fn names(text: &str, given: &[(usize, usize, String)]) -> Result<Vec<(Span, EntityKind)>, String> {
    let bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
    let name = |(start, end, kind): &(usize, usize, String)| {
        let kind = EntityKind::ALL.iter().copied().find(|known| known.name() == kind)?;
        (start < end).then_some((Span::new(*bytes.get(*start)?, *bytes.get(*end)?), kind))
    };
    let names: Option<Vec<_>> = given.iter().map(name).collect();
    names.ok_or_else(|| "mentions: each is [start, end, type], inside the text".to_string())
}

impl Line {
    fn findings<'a>(&'a self, analyzer: &'a str) -> Findings<'a> {
        Findings::new(&self.id, analyzer, &self.document, &self.analysis, self.tokens.as_deref())
    }
}

fn write(output: &mut impl Write, findings: &Findings<'_>) -> Result<()> {
    let line = serde_json::to_string(findings).expect("names and numbers always have a JSON form");
    Ok(writeln!(output, "{line}")?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(line: &[u8], analyzer: &Analyzer) -> Value {
        let line = analysed(line, analyzer, false).expect("it can be read").expect("a text");
        serde_json::to_value(line.findings(analyzer.name())).expect("it is JSON")
    }

    #[test]
    fn names_found_elsewhere_take_the_place_of_the_models() {
        let line = r#"{"id": 1, "text": "Ann Lind met Bo Ek.", "mentions": [[13, 18, "person"]]}"#;
        let found = told(line.as_bytes(), &Analyzer::standard());
        assert_eq!(found["entities"].as_array().map(Vec::len), Some(1));
        assert_eq!(found["entities"][0]["name"], "Bo Ek");
        let outside = line.replace("18", "99");
        assert!(analysed(outside.as_bytes(), &Analyzer::standard(), false).is_err());
    }

    #[test]
    fn a_line_gives_a_line() {
        let analyzer = Analyzer::standard();
        let line = "{\"id\": 7, \"text\": \"É safe, Ann Lind said.\"}\n".as_bytes();
        let found = told(line, &analyzer);
        assert_eq!(found["id"], 7);
        assert_eq!(found["analyzer"], analyzer.name());
        assert_eq!(found["paragraphs"][0]["start"], 0);
        assert_eq!(found["paragraphs"][0]["end"], 22);
    }

    #[test]
    fn a_text_in_another_language_yields_nothing() {
        let line = "{\"id\": 1, \"text\": \"Der Minister sagte am Montag, dass die Grenze bis zum Frühjahr geschlossen \
                    bleibt. „Wir haben keine Wahl“, sagte Anton Valdic vor Journalisten in der Hauptstadt.\"}";
        let found = told(line.as_bytes(), &Analyzer::standard());
        assert_eq!((&found["claims"], &found["entities"]), (&serde_json::json!([]), &serde_json::json!([])));
        assert_eq!(found["paragraphs"].as_array().map(Vec::len), Some(1));
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        let analyzer = Analyzer::standard();
        let reason = |line: &[u8]| analysed(line, &analyzer, false).err().expect("it cannot be read");
        assert!(reason(b"{\"id\": 1}").contains("missing field `text`"));
        assert!(reason(b"\xff\n").contains("column"));
        assert!(analysed(b"  \n", &analyzer, false).expect("nothing is wrong with it").is_none());
    }

    #[test]
    fn chunks_end_with_the_input() {
        let mut input = &b"a\nb"[..];
        assert_eq!(chunk(&mut input).unwrap(), [b"a\n".to_vec(), b"b".to_vec()]);
        assert!(chunk(&mut input).unwrap().is_empty());
    }
}
