//! `edit`: what a claim's fields should say.

use anyhow::Result;

use super::args::key_value;
use super::context::Context;
use super::decide::{DecideArgs, ManyArgs, on};
use super::exit::Status;
use super::speaker::speaker;
use crate::analysis::{CueClass, Form, Polarity};
use crate::corpus::Corpus;
use crate::corpus::ledger::{Decision, Verb};
use crate::error::Error;

/// Correct a claim: its speaker, cue class, form or polarity
///
/// The words of a claim are the text's: where they are wrong, `sayso reject` it and `sayso add` the right one.
#[derive(Debug, clap::Args)]
#[command(after_long_help = "Examples:\n  sayso edit speaker=\"Sergey Lavrov\" c-9tq2vd12\n  sayso edit \
                             speaker=anonymous cue_class=deny c-9tq2vd12\n\nA speaker is an actor, by name or id, or author, \
                             anonymous or unknown.")]
pub struct Edit {
    /// FIELD=VALUE, then the claims, by id
    #[arg(value_name = "FIELD=VALUE|ID", required = true)]
    typed: Vec<String>,
    #[command(flatten)]
    many: ManyArgs,
    #[command(flatten)]
    decide: DecideArgs,
}

impl Edit {
    /// Decides.
    pub fn run(&self, context: &Context) -> Result<Status> {
        let mut corpus = Corpus::open(context.database())?;
        let (edits, ids): (Vec<&String>, Vec<&String>) = self.typed.iter().partition(|word| word.contains('='));
        let mut decisions = Vec::new();
        for thing in self.many.things(ids)? {
            let claim = on(context, &corpus, Verb::Edit, &thing)?;
            if !claim.subject.starts_with("c-") {
                return Err(Error::invalid(format!("{thing} is no claim; `sayso set` corrects articles")).into());
            }
            for edit in &edits {
                let (field, value) = key_value(edit).map_err(Error::invalid)?;
                let mut decision = Decision { field: Some(field.clone()), ..claim.clone() };
                match field.as_str() {
                    "speaker" => speaker(context, &corpus, &value, &mut decision)?,
                    _ => decision.value = Some(allowed(&field, value)?),
                }
                decisions.push(decision);
            }
        }
        self.decide.decide(context, &mut corpus, decisions)
    }
}

/// Returns the value if the field can have it.
fn allowed(field: &str, value: String) -> Result<String, Error> {
    let values: Vec<&str> = match field {
        "cue_class" => CueClass::ALL.iter().map(|class| class.name()).collect(),
        "form" => Form::ALL.iter().map(|form| form.name()).collect(),
        "polarity" => Polarity::ALL.iter().map(|polarity| polarity.name()).collect(),
        _ => {
            return Err(Error::invalid(format!(
                "'{field}' cannot be edited; speaker, cue_class, form and polarity can"
            )));
        }
    };
    match values.contains(&value.as_str()) {
        true => Ok(value),
        false => Err(Error::invalid(format!("{field} is one of {}", values.join(", ")))),
    }
}
