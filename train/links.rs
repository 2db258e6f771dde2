//! Lays open every choice that linking comes to, for training: JSON lines `{"id", "text"}` in, `{"id", "choices"}` out,
//! where a choice is `{"chosen": "source"|"cue", "chooser": [start, end], "options": [[start, end, [feature, ..]], ..]}`.
//! Offsets count characters. With the argument `features` it prints their names instead, one a line.

use std::io::{self, BufRead, BufWriter, Write};

use anyhow::{Context, Result};
use rayon::prelude::*;
use sayso::analysis::Analyzer;
use sayso::analysis::links::{Example, FEATURES, examples};
use sayso::model::Role;
use sayso::span::CharIndex;
use sayso::text::Document;
use serde_json::{Value, json};

fn main() -> Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    if std::env::args().nth(1).as_deref() == Some("features") {
        writeln!(out, "{}", FEATURES.join("\n"))?;
        return Ok(());
    }
    let analyzer = Analyzer::standard();
    let lines: Vec<String> = io::stdin().lock().lines().collect::<Result<_, _>>()?;
    let answers: Result<Vec<Value>> = lines.par_iter().map(|line| answered(line, &analyzer)).collect();
    for answer in answers? {
        writeln!(out, "{answer}")?;
    }
    Ok(())
}

fn answered(line: &str, analyzer: &Analyzer) -> Result<Value> {
    let given: Value = serde_json::from_str(line)?;
    let document = Document::from_text(given["text"].as_str().context("no text")?);
    let index = CharIndex::new(&document.text);
    let shown = |example: Example| {
        let options = example.options.iter().map(|(span, features)| {
            let (start, end) = index.span(*span);
            json!([start, end, features])
        });
        json!({
            "chosen": if example.chosen == Role::Source { "source" } else { "cue" },
            "chooser": index.span(example.chooser),
            "options": options.collect::<Vec<_>>(),
        })
    };
    let choices: Vec<Value> = examples(&document, &analyzer.answers(&document)).into_iter().map(shown).collect();
    Ok(json!({"id": given["id"], "choices": choices}))
}
