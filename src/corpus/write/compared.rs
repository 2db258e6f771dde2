//! Stored claims, laid out for comparison, and kept at hand for as long as a transaction lasts.

use std::collections::HashMap;
use std::rc::Rc;

use rusqlite::Row;

use super::Writing;
use crate::error::Result;
use crate::linking::{Compared, Given, LEAST_CLOSENESS, Statement, attitude, can_be_as_close, keys, place, quote_keys};

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

/// What is kept of a claim that is let in, to tell quickly that it has nothing to do with another: its own bytes, or those of
/// a row in hand.
pub(super) struct Kept<B> {
    pub place: i64,
    /// A signed byte a component.
    vector: B,
    gist: B,
    keys: B,
}

impl<B: AsRef<[u8]>> Kept<B> {
    /// Returns the keys that both have, ascending.
    pub(super) fn shared_keys<'a>(&'a self, other: &'a Kept<impl AsRef<[u8]>>) -> impl Iterator<Item = i64> + 'a {
        let mut theirs = keys_in(other.keys.as_ref()).peekable();
        keys_in(self.keys.as_ref()).filter(move |key| {
            while theirs.next_if(|their| their < key).is_some() {}
            theirs.peek() == Some(key)
        })
    }

    /// Tells whether two claims are worth laying out: whether `related` can find anything in them at all.
    pub(super) fn may_be_related(&self, other: &Kept<impl AsRef<[u8]>>) -> bool {
        /// More than rounding can make of it.
        const SLACK: f32 = 0.001;
        let (ours, theirs) = (self.gist.as_ref(), other.gist.as_ref());
        can_be_as_close(LEAST_CLOSENESS - SLACK, ours, theirs, self.cosine(other))
            || self.shared_keys(other).any(|key| key & OF_WORDS == OF_WORDS)
    }

    /// Returns the cosine of both vectors; `None` where a claim has none.
    fn cosine(&self, other: &Kept<impl AsRef<[u8]>>) -> Option<f32> {
        let (ours, theirs) = (self.vector.as_ref(), other.vector.as_ref());
        let products = ours.iter().zip(theirs);
        let sum: i32 = products.map(|(one, other)| i32::from(one.cast_signed()) * i32::from(other.cast_signed())).sum();
        let is_told = !ours.is_empty() && !theirs.is_empty();
        is_told.then(|| sum as f32 / f32::from(i8::MAX).powi(2))
    }
}

/// Reads stored keys, ascending.
pub(super) fn keys_in(stored: &[u8]) -> impl Iterator<Item = i64> + '_ {
    stored.chunks_exact(8).map(|key| i64::from_le_bytes(key.try_into().expect("eight bytes")))
}

const KEPT_OF_CLAIM: &str = "SELECT place, vector, gist, keys FROM claim_statement WHERE claim = ?1";

/// The lowest bit of a key of quoted words; keys of sense lack it.
const OF_WORDS: i64 = 1;

impl Writing<'_> {
    /// Returns what is kept of a claim that is let in.
    pub(super) fn kept(&self, claim: i64) -> Result<Kept<Vec<u8>>> {
        let kept =
            |row: &Row<'_>| Ok(Kept { place: row.get(0)?, vector: row.get(1)?, gist: row.get(2)?, keys: row.get(3)? });
        Ok(self.transaction.prepare_cached(KEPT_OF_CLAIM)?.query_row([claim], kept)?)
    }

    /// Tells the same of a claim and another by row, without copying what is kept of that.
    pub(super) fn may_be_related(&self, kept: &Kept<Vec<u8>>, other: i64) -> Result<bool> {
        let is_possible = |row: &Row<'_>| {
            let bytes = |column: usize| Ok::<_, rusqlite::Error>(row.get_ref(column)?.as_blob()?);
            Ok(kept.may_be_related(&Kept { place: row.get(0)?, vector: bytes(1)?, gist: bytes(2)?, keys: bytes(3)? }))
        };
        Ok(self.transaction.prepare_cached(KEPT_OF_CLAIM)?.query_row([other], is_possible)?)
    }

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
    let cue: String = row.get("cue")?;
    let about: String = row.get("about")?;
    let about: Vec<String> = serde_json::from_str(&about).unwrap_or_default();
    let names: Vec<&str> = about.iter().map(String::as_str).collect();
    let stored: Vec<u8> = row.get("vector")?;
    let vector: Vec<f32> = stored.iter().map(|byte| f32::from(byte.cast_signed()) / f32::from(i8::MAX)).collect();
    let statement = Statement::new(Given {
        text: &text,
        is_negated: Some(row.get("is_negated")?),
        attitude: attitude(&cue, &text),
        names: &names,
        vector: &vector,
    });
    Ok(Compared {
        statement,
        text,
        cue,
        cue_class: row.get("cue_class")?,
        speaker: row.get::<_, Option<String>>("speaker")?.unwrap_or_default(),
        about,
        article: row.get("article")?,
        paragraph: row.get("paragraph")?,
        passage: row.get("passage")?,
        is_quoted: row.get("is_quoted")?,
        is_attributed: row.get("is_attributed")?,
    })
}

/// Returns the keys under which a claim meets others: those of its sense, if somebody is named for it, and those of its
/// words, if they are quoted.
fn keys_of(claim: &Compared) -> Vec<i64> {
    let sense = if claim.is_attributed { keys(&claim.statement) } else { Vec::new() };
    let sense = sense.into_iter().map(|(_, key)| key.cast_signed() & !OF_WORDS);
    let words = if claim.is_quoted { quote_keys(&claim.text) } else { Vec::new() };
    let mut found: Vec<i64> = sense.chain(words.into_iter().map(|key| key.cast_signed() | OF_WORDS)).collect();
    found.sort_unstable();
    found.dedup();
    found
}
