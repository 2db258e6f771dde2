//! What all decisions share: who decides, when and why, on which things, and what is said afterwards.

use std::io::{self, Read};

use anyhow::{Context as _, Result};

use super::context::Context;
use super::exit::Status;
use super::names;
use super::progress::moment;
use super::words::{counted, short};
use crate::corpus::Corpus;
use crate::corpus::ledger::{Decision, Verb, conflicts, in_force};
use crate::corpus::queries::Target;
use crate::error::Error;

/// Who decides, and why.
#[derive(Debug, Clone, clap::Args)]
#[command(next_help_heading = "The decision")]
pub struct DecideArgs {
    /// Why, for those who read the ledger later
    #[arg(long, value_name = "WORDS")]
    reason: Option<String>,
    /// Who decides [default: $SAYSO_USER, else $USER]
    #[arg(long, value_name = "NAME", env = "SAYSO_USER", hide_env = true)]
    by: Option<String>,
    /// Say what would be decided, and decide nothing
    #[arg(long)]
    dry_run: bool,
}

/// The unit of the notes.
const DECISIONS: super::words::Unit = ("decision", "decisions");

impl DecideArgs {
    /// Decides alike on every thing that was typed or is listed.
    pub fn on_each(&self, context: &Context, verb: Verb, ids: &[String], many: &ManyArgs) -> Result<Status> {
        self.on_each_with(context, verb, None, ids, many)
    }

    /// Decides so on every thing, with a value: the words of a note, a tag.
    pub fn on_each_with(
        &self,
        context: &Context,
        verb: Verb,
        value: Option<&str>,
        ids: &[String],
        many: &ManyArgs,
    ) -> Result<Status> {
        let mut corpus = Corpus::open(context.database())?;
        let decision =
            |thing: &String| Ok(Decision { value: value.map(str::to_owned), ..on(context, &corpus, verb, thing)? });
        let decisions = many.things(ids)?.iter().map(decision).collect::<Result<Vec<_>>>()?;
        self.decide(context, &mut corpus, decisions)
    }

    /// Decides alike on the two actors that were typed, if any, and on all pairs that are listed.
    pub fn on_pairs(&self, context: &Context, verb: Verb, actors: &[String], many: &ManyArgs) -> Result<Status> {
        let mut corpus = Corpus::open(context.database())?;
        let typed = if actors.is_empty() { vec![] } else { vec![actors.to_vec()] };
        let pairs = many.lines(typed)?;
        let decisions = pairs.iter().map(|pair| on_pair(context, &corpus, verb, pair)).collect::<Result<Vec<_>>>()?;
        self.decide(context, &mut corpus, decisions)
    }

    /// Signs the decisions, adds them to the ledger and says so; nothing is written for a dry run.
    pub fn decide(&self, context: &Context, corpus: &mut Corpus, decisions: Vec<Decision>) -> Result<Status> {
        let by = self.by.clone().or_else(|| std::env::var("USER").ok()).unwrap_or_else(|| "unknown".into());
        let last = corpus.ledger()?.last().map(|decision| decision.made_at.clone()).unwrap_or_default();
        let signed: Vec<Decision> = decisions
            .into_iter()
            .enumerate()
            .map(|(number, decision)| Decision {
                made_at: moment(&last, number),
                made_by: by.clone(),
                reason: self.reason.clone(),
                ..decision
            })
            .collect();
        if self.dry_run {
            for decision in &signed {
                context.note(&format!("would decide: {}", told(decision)));
            }
            return Ok(Status::Done);
        }
        let mut writing = corpus.writing()?;
        writing.decide(&signed)?;
        writing.commit()?;
        match signed.as_slice() {
            [one] => context.note(&format!("{}: {}", short(&one.id()), told(one))),
            several => context.note(&format!("{} made.", counted(several.len() as u64, DECISIONS))),
        }
        warn_of_conflicts(context, corpus, &signed)?;
        Ok(Status::Done)
    }
}

/// Says where a new decision overrules an earlier one, or is itself overruled.
pub fn warn_of_conflicts(context: &Context, corpus: &Corpus, new: &[Decision]) -> Result<()> {
    let ledger = corpus.ledger()?;
    let ids: Vec<String> = new.iter().map(Decision::id).collect();
    for conflict in conflicts(&in_force(&ledger)) {
        if ids.contains(&conflict.later) || ids.contains(&conflict.earlier) {
            let (later, earlier) = (short(&conflict.later), short(&conflict.earlier));
            context.note(&format!("{later} overrules {earlier}; `sayso undo` takes either back"));
        }
    }
    Ok(())
}

/// Returns a decision in words.
pub fn told(decision: &Decision) -> String {
    let mut words = vec![decision.verb.name().to_string(), decision.subject.clone()];
    words.extend(decision.object.clone());
    match (&decision.field, &decision.value) {
        (Some(field), Some(value)) => words.push(format!("{field}={value}")),
        (None, Some(value)) => words.push(format!("\"{value}\"")),
        _ => {}
    }
    words.join(" ")
}

/// Where many things to decide on are listed.
#[derive(Debug, Clone, clap::Args)]
pub struct ManyArgs {
    /// Read ids from a file, one on a line, or from standard input (-)
    #[arg(long, value_name = "FILE")]
    from: Option<String>,
}

impl ManyArgs {
    /// Returns the things that were typed and that the list names, one on a line.
    pub fn things<'t>(&self, typed: impl IntoIterator<Item = &'t String>) -> Result<Vec<String>> {
        let typed = typed.into_iter().map(|thing| vec![thing.clone()]).collect();
        Ok(self.lines(typed)?.into_iter().map(|line| line.join(" ")).collect())
    }

    /// Returns what was typed and what the list holds: the words of each line, parted by tabs where it has any.
    pub fn lines(&self, typed: Vec<Vec<String>>) -> Result<Vec<Vec<String>>> {
        let mut lines = typed;
        if let Some(from) = &self.from {
            let mut text = String::new();
            match from.as_str() {
                "-" => io::stdin().read_to_string(&mut text).context("standard input")?,
                path => std::fs::File::open(path)
                    .and_then(|mut file| file.read_to_string(&mut text))
                    .context(path.to_string())?,
            };
            for line in text.lines().filter(|line| !line.trim().is_empty()) {
                lines.push(match line.contains('\t') {
                    true => line.split('\t').map(|word| word.trim().to_string()).collect(),
                    false => line.split_whitespace().map(str::to_string).collect(),
                });
            }
        }
        if lines.is_empty() {
            return Err(Error::invalid("name what to decide on, or list it with --from FILE").into());
        }
        Ok(lines)
    }
}

/// Returns what a typed id or name means: a claim, an article, an outlet, or an actor.
pub fn target(context: &Context, corpus: &Corpus, typed: &str) -> Result<Target> {
    match corpus.target(typed)? {
        Some(target) => Ok(target),
        None => Ok(Target::Entity(names::actor(context, corpus, typed)?)),
    }
}

/// Returns an unsigned decision on what was typed; two claims with a stroke between them are their link.
pub fn on(context: &Context, corpus: &Corpus, verb: Verb, typed: &str) -> Result<Decision> {
    if let Some((one, other)) = typed.split_once('/').filter(|(one, other)| is_claim(one) && is_claim(other)) {
        return on_link(context, corpus, verb, one, other);
    }
    let (subject, anchor) = corpus.anchor(target(context, corpus, typed)?)?;
    Ok(Decision::unsigned(verb, subject, anchor))
}

fn is_claim(typed: &str) -> bool {
    typed.starts_with("c-")
}

/// Returns an unsigned decision on the link of two claims.
pub fn on_link(context: &Context, corpus: &Corpus, verb: Verb, one: &str, other: &str) -> Result<Decision> {
    let claim = |typed: &str| match corpus.target(typed)? {
        Some(target @ Target::Claim(claim)) => {
            note_reprint(context, corpus, claim)?;
            Ok(corpus.anchor(target)?)
        }
        _ => Err(Error::not_found(format!("'{typed}' is no claim; `sayso claims --ids` lists their ids"))),
    };
    let ((subject, mut anchor), (object, other_anchor)) = (claim(one)?, claim(other)?);
    if subject == object {
        return Err(Error::invalid(format!("{subject} cannot be linked to itself; name two claims")).into());
    }
    anchor.other = Some(Box::new(other_anchor));
    Ok(Decision { object: Some(object), ..Decision::unsigned(verb, subject, anchor) })
}

/// Says of a claim in a reprint that it has no links of its own.
fn note_reprint(context: &Context, corpus: &Corpus, claim: i64) -> Result<(), Error> {
    let detail = corpus.claim(claim)?;
    if let Some(original) = corpus.original(detail.article)? {
        context.note(&format!(
            "{} stands in a reprint of {} and has no links while that counts; decide on the claim there",
            short(&detail.claim.claim_id),
            short(&original.article_id)
        ));
    }
    Ok(())
}

/// Returns an unsigned decision that joins or parts two actors.
fn on_pair(context: &Context, corpus: &Corpus, verb: Verb, pair: &[String]) -> Result<Decision> {
    let [one, other] = pair else {
        return Err(Error::invalid(format!("'{}': name two actors, by id or name", pair.join(" "))).into());
    };
    let [one, other] = [names::actor(context, corpus, one)?, names::actor(context, corpus, other)?];
    if one == other {
        return Err(Error::invalid(format!("'{}' and '{}' are one actor already", pair[0], pair[1])).into());
    }
    let (subject, mut anchor) = corpus.anchor(Target::Entity(one))?;
    let (object, other) = corpus.anchor(Target::Entity(other))?;
    anchor.other_key = other.key;
    Ok(Decision { object: Some(object), ..Decision::unsigned(verb, subject, anchor) })
}
