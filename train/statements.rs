//! Lays open what linking sees, for training and scoring. The first argument says what:
//!
//! - `words`: JSON lines `{"text"}` in, a JSON list of content words out for each.
//! - `names`: the names of the measures of a pair, one a line.
//! - `features`: two groups of claims to compare. JSON lines `{"text", "vector", "group"}` in; for every two claims of
//!   one group that may be alike at all a line `first second feature feature ... score rule opposition` out.
//! - `keys`: the same lines in; a JSON list of keys out for each.
//! - `speed`: the same lines in; how long a comparison takes.

use std::io::{self, BufRead, BufWriter, Write};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use sayso::linking::{Attitude, FEATURES, Given, Statement, alike, content_words, features, keys, opposed};
use serde_json::Value;

fn main() -> Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let asked = std::env::args().nth(1).context("say what")?;
    if asked == "names" {
        writeln!(out, "{}", FEATURES.join("\n"))?;
        return Ok(());
    }
    let lines = io::stdin().lock().lines();
    let given = lines.map(|line| Ok(serde_json::from_str(&line?)?)).collect::<Result<Vec<Value>>>()?;
    let text = |value: &Value| value["text"].as_str().unwrap_or_default().to_owned();
    if asked == "words" {
        for value in &given {
            writeln!(out, "{}", serde_json::to_string(&content_words(&text(value)))?)?;
        }
        return Ok(());
    }
    let statements: Vec<Statement> = given.iter().map(statement).collect();
    let groups: Vec<i64> = given.iter().map(|value| value["group"].as_i64().unwrap_or_default()).collect();
    let pairs = || (0..statements.len()).flat_map(|one| (one + 1..statements.len()).map(move |other| (one, other)));
    match asked.as_str() {
        "features" => {
            for (one, other) in pairs().filter(|(one, other)| groups[*one] == groups[*other]) {
                let (a, b) = (&statements[one], &statements[other]);
                write!(out, "{one} {other}")?;
                for value in features(a, b) {
                    write!(out, " {value:.4}")?;
                }
                let found = opposed(a, b);
                let (rule, score) = found.map_or(("-", 0.0), |found| (found.rule.name(), found.score));
                writeln!(out, " {:.4} {rule} {score:.4}", alike(a, b).score)?;
            }
        }
        "keys" => {
            for statement in &statements {
                let keys: Vec<String> = keys(statement).iter().map(|(kind, key)| format!("{kind:?}:{key}")).collect();
                writeln!(out, "{}", serde_json::to_string(&keys)?)?;
            }
        }
        "speed" => {
            let start = Instant::now();
            let (mut count, mut sum) = (0u32, 0.0);
            for (one, other) in pairs() {
                sum += alike(&statements[one], &statements[other]).score;
                count += 1;
            }
            let each = start.elapsed().as_nanos() as f64 / f64::from(count.max(1)) / 1000.0;
            writeln!(out, "{each:.2} µs a pair, {count} pairs, mean score {:.4}", sum / count as f32)?;
        }
        other => bail!("unknown: {other}"),
    }
    Ok(())
}

fn statement(value: &Value) -> Statement {
    let numbers = value["vector"].as_array().map(Vec::as_slice).unwrap_or_default();
    let vector: Vec<f32> = numbers.iter().filter_map(Value::as_f64).map(|number| number as f32).collect();
    let strings = value["names"].as_array().map(Vec::as_slice).unwrap_or_default();
    let names: Vec<&str> = strings.iter().filter_map(Value::as_str).collect();
    Statement::new(Given {
        text: value["text"].as_str().unwrap_or_default(),
        is_negated: value["is_negated"].as_bool(),
        attitude: Attitude::default(),
        names: &names,
        vector: &vector,
    })
}
