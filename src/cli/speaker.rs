//! The speaker that a person gives a claim.

use anyhow::Result;

use super::context::Context;
use super::names;
use crate::corpus::Corpus;
use crate::corpus::ledger::Decision;
use crate::corpus::queries::Target;
use crate::identity;

/// Writes a typed speaker into a decision: author, anonymous, unknown, an actor of the corpus, or a name new to it.
pub fn speaker(context: &Context, corpus: &Corpus, typed: &str, decision: &mut Decision) -> Result<()> {
    decision.value = Some(typed.to_string());
    if matches!(typed, "author" | "anonymous" | "unknown") {
        return Ok(());
    }
    let known = match corpus.target(typed)? {
        Some(_) => Some(names::actor(context, corpus, typed)?),
        None if corpus.candidates(typed, &identity::keys_of_typed(typed))?.is_empty() => None,
        None => Some(names::actor(context, corpus, typed)?),
    };
    match known {
        Some(actor) => {
            let (_, anchor) = corpus.anchor(Target::Entity(actor))?;
            decision.anchor.other_key = anchor.key;
            decision.value = Some(corpus.actor(actor)?.name);
        }
        None => {
            decision.anchor.other_key = identity::key_of_kind(typed, "person");
            context.note(&format!("'{typed}' is in no piece yet; it becomes a person's name"));
        }
    }
    Ok(())
}
