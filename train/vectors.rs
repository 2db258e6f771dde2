//! Gives the vector of each text, for scoring: JSON lines `{"text"}` in, a JSON list of numbers out for each. Its one
//! argument is `standard`, `small` or the path of a model file.

use std::io::{self, BufRead, BufWriter, Write};

use anyhow::{Context, Error, Result};
use sayso::model::Encoder;
use sayso::text::Document;
use serde_json::Value;

fn main() -> Result<()> {
    let encoder = match std::env::args().nth(1).context("name a model")?.as_str() {
        "standard" => Encoder::standard(),
        "small" => Encoder::small(),
        path => Encoder::from_bytes(std::fs::read(path)?).map_err(Error::msg)?,
    };
    let mut out = BufWriter::new(io::stdout().lock());
    for (number, line) in io::stdin().lock().lines().enumerate() {
        let given: Value = serde_json::from_str(&line?).with_context(|| format!("line {}", number + 1))?;
        let text = given["text"].as_str().with_context(|| format!("line {}: no text", number + 1))?;
        writeln!(out, "{}", serde_json::to_string(&encoder.vector(&Document::from_text(text)))?)?;
    }
    Ok(())
}
