//! Stored claims, laid out for comparison, and kept at hand for as long as a transaction lasts.

use std::collections::HashMap;
use std::rc::Rc;

use rusqlite::Row;

use super::Writing;
use crate::error::Result;
use crate::linking::{Compared, Given, Statement, denies, keys, place, quote_keys};

/// The most claims kept at hand: some ten megabytes.
const KEPT: usize = 4_000;

/// Claims laid out, by row.
#[derive(Default)]
pub(super) struct AtHand(HashMap<i64, Rc<Compared>>);

/// A claim that waits to meet others.
pub(super) struct Waiting {
    pub row: i64,
    pub place: i64,
    pub keys: Vec<i64>,
}

impl Writing<'_> {
    /// Returns the claims of an article that may meet others, in the order of its text, with their keys.
    pub(super) fn waiting(&mut self, article: i64) -> Result<Vec<Waiting>> {
        let which = "SELECT json_group_array(id) FROM claim
                     WHERE article = ?1 AND (is_listed OR (score = 0 AND verdict IS NULL))";
        let which: String = self.transaction.prepare_cached(which)?.query_row([article], |row| row.get(0))?;
        let mut find = self.transaction.prepare_cached(include_str!("sql/claims_to_link.sql"))?;
        let mut rows = find.query([which])?;
        let mut waiting = Vec::new();
        while let Some(row) = rows.next()? {
            let compared = compared(row)?;
            let claim_id: String = row.get("claim_id")?;
            let of =
                Waiting { row: row.get("id")?, place: place(row.get("day")?, &claim_id), keys: keys_of(&compared) };
            self.at_hand.keep(of.row, Rc::new(compared));
            waiting.push(of);
        }
        Ok(waiting)
    }

    /// Returns one claim, laid out.
    pub(super) fn compared(&mut self, claim: i64) -> Result<Rc<Compared>> {
        if let Some(known) = self.at_hand.0.get(&claim) {
            return Ok(known.clone());
        }
        let mut find = self.transaction.prepare_cached(include_str!("sql/claims_to_link.sql"))?;
        let mut rows = find.query([format!("[{claim}]")])?;
        let row = rows.next()?.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
        let compared = Rc::new(compared(row)?);
        self.at_hand.keep(claim, compared.clone());
        Ok(compared)
    }

    /// Forgets how a claim was laid out, before it changes or goes.
    pub(super) fn forget_compared(&mut self, claim: i64) {
        self.at_hand.0.remove(&claim);
    }
}

impl AtHand {
    fn keep(&mut self, claim: i64, compared: Rc<Compared>) {
        if self.0.len() >= KEPT {
            self.0.clear();
        }
        self.0.insert(claim, compared);
    }
}

fn compared(row: &Row<'_>) -> Result<Compared> {
    let text: String = row.get("content")?;
    let cue_class: String = row.get("cue_class")?;
    let cue: String = row.get("cue")?;
    let speaker: Option<String> = row.get("speaker")?;
    let about: String = row.get("about")?;
    let about: Vec<String> = serde_json::from_str(&about).unwrap_or_default();
    let names: Vec<&str> = about.iter().map(String::as_str).collect();
    let stored: Vec<u8> = row.get("vector")?;
    let vector: Vec<f32> = stored.iter().map(|byte| f32::from(byte.cast_signed()) / f32::from(i8::MAX)).collect();
    let statement = Statement::new(Given {
        text: &text,
        is_negated: Some(row.get("is_negated")?),
        cue_class: if denies(&cue, &text) { "deny" } else { "" },
        names: &names,
        speaker: speaker.as_deref().unwrap_or_default(),
        vector: &vector,
    });
    Ok(Compared {
        statement,
        text,
        article: row.get("article")?,
        passage: row.get("passage")?,
        is_quoted: row.get("is_quoted")?,
        is_attributed: row.get("is_attributed")?,
        is_against: matches!(cue_class.as_str(), "deny" | "criticise"),
    })
}

/// Returns the keys under which a claim meets others: those of its sense, if somebody is named for it, and those of its
/// words, if they are quoted.
fn keys_of(claim: &Compared) -> Vec<i64> {
    let sense = if claim.is_attributed { keys(&claim.statement) } else { Vec::new() };
    let sense = sense.into_iter().map(|(kind, key)| kind.apart(key));
    let words = if claim.is_quoted { quote_keys(&claim.text) } else { Vec::new() };
    let mut found: Vec<i64> = sense.chain(words).map(u64::cast_signed).collect();
    found.sort_unstable();
    found.dedup();
    found
}
