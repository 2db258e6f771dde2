//! Which texts carry each other's words.
//!
//! A new text goes into a bucket for each of its keys, meets the texts next to it there, and is linked with those that
//! carry its words or whose words it carries; a sample of their runs tells which of them need not be read. Two texts meet
//! in the end exactly where few others stand between them in a bucket, whoever came first: so a text that comes between
//! two others may part them again.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{params, params_from_iter};

use super::Writing;
use crate::error::Result;
use crate::wording::{Sample, Wording};

/// Texts that a text meets in a bucket, on either side. So one more article costs the same however many texts share a
/// run; those that are reprints share many, and most of these with nobody else.
const NEIGHBOURS: usize = 3;

/// How often texts must meet: one run alone is often a phrase …
const LEAST_MEETINGS: i64 = 2;
/// … unless no more texts than this have it: there a meeting counts twice.
const FEW: usize = 3;

/// The texts next to a place in a bucket, the nearest first; all of them where they are few.
struct Neighbours {
    before: Vec<i64>,
    after: Vec<i64>,
    /// Texts in the bucket, counted to one more than few.
    in_bucket: usize,
}

impl Neighbours {
    fn texts(&self) -> impl Iterator<Item = i64> {
        self.before.iter().chain(&self.after).copied()
    }

    /// Returns the pairs, the smaller text first, for which a meeting counts one less once there is another text between
    /// these neighbours.
    fn parted(&self) -> Vec<(i64, i64)> {
        if self.in_bucket == FEW {
            // It is a bucket of few texts no more.
            let pairs = |one| self.texts().filter(move |other| one < *other).map(move |other| (one, other));
            return self.texts().flat_map(pairs).collect();
        }
        // These two stood as far apart as texts can that meet.
        let farthest = |(place, &one)| Some((one, *self.after.get(NEIGHBOURS - 1 - place)?));
        self.before.iter().enumerate().filter_map(farthest).collect()
    }
}

impl Writing<'_> {
    /// Puts a text into its buckets and links it with those it meets there, where one carries the other's words.
    ///
    /// Returns the linked texts, and those that lost a link because they meet no more.
    pub(super) fn link_text(&self, text: i64, wording: &Wording) -> Result<(BTreeSet<i64>, BTreeSet<i64>)> {
        let mut meetings: BTreeMap<i64, i64> = BTreeMap::new();
        let mut partings: BTreeMap<(i64, i64), i64> = BTreeMap::new();
        let mut insert = self.transaction.prepare_cached("INSERT INTO reprint_key (key, text) VALUES (?1, ?2)")?;
        for key in wording.run_keys() {
            let bucket = self.neighbours(key, text)?;
            let counts = if bucket.in_bucket < FEW { 2 } else { 1 };
            bucket.texts().for_each(|other| *meetings.entry(other).or_default() += counts);
            bucket.parted().into_iter().for_each(|pair| *partings.entry(pair).or_default() += 1);
            insert.execute([key, text])?;
        }
        let sample = wording.sample();
        self.transaction
            .prepare_cached("INSERT INTO reprint_sample (text, runs) VALUES (?1, ?2)")?
            .execute(params![text, sample.to_bytes()])?;
        let mut near = BTreeSet::new();
        for (other, meetings) in meetings.into_iter().filter(|(_, meetings)| *meetings >= LEAST_MEETINGS) {
            if sample.is_near(&self.sample_of(other)?) && wording.carries(&self.wording_of(other)?) {
                self.transaction
                    .prepare_cached("INSERT INTO reprint_link (text_a, text_b, meetings) VALUES (?1, ?2, ?3)")?
                    .execute([text.min(other), text.max(other), meetings])?;
                near.insert(other);
            }
        }
        let mut parted = BTreeSet::new();
        for ((one, other), partings) in partings {
            // Where the new text is linked with both, it joins them still.
            if self.part(one, other, partings)? && !(near.contains(&one) && near.contains(&other)) {
                parted.extend([one, other]);
            }
        }
        Ok((near, parted))
    }

    /// Returns the texts next to a place in a bucket.
    fn neighbours(&self, key: i64, text: i64) -> Result<Neighbours> {
        let found = |sql: &str, parameters: &[i64]| -> Result<Vec<i64>> {
            let mut find = self.transaction.prepare_cached(sql)?;
            let found = find.query_map(params_from_iter(parameters), |row| row.get(0))?;
            Ok(found.collect::<rusqlite::Result<_>>()?)
        };
        // Nearly all buckets hold few texts or none, and are read at once.
        let mut before = found(include_str!("sql/texts_in_bucket.sql"), &[key, FEW as i64 + 1])?;
        let in_bucket = before.len();
        if in_bucket <= FEW {
            let after = before.split_off(before.partition_point(|other| *other < text));
            before.reverse();
            return Ok(Neighbours { before, after, in_bucket });
        }
        let next = |sql| found(sql, &[key, text, NEIGHBOURS as i64]);
        let (before, after) = (next(include_str!("sql/texts_before.sql"))?, next(include_str!("sql/texts_after.sql"))?);
        Ok(Neighbours { before, after, in_bucket })
    }

    /// Notes that two texts, the smaller first, meet in fewer buckets; returns whether that ends a link.
    fn part(&self, one: i64, other: i64, partings: i64) -> Result<bool> {
        let end = "DELETE FROM reprint_link WHERE text_a = ?1 AND text_b = ?2 AND meetings < ?3";
        if self.transaction.prepare_cached(end)?.execute([one, other, partings + LEAST_MEETINGS])? > 0 {
            return Ok(true);
        }
        let fewer = "UPDATE reprint_link SET meetings = meetings - ?3 WHERE text_a = ?1 AND text_b = ?2";
        self.transaction.prepare_cached(fewer)?.execute([one, other, partings])?;
        Ok(false)
    }

    fn sample_of(&self, text: i64) -> Result<Sample> {
        let mut find = self.transaction.prepare_cached("SELECT runs FROM reprint_sample WHERE text = ?1")?;
        Ok(find.query_row([text], |row| Ok(Sample::from_bytes(row.get_ref(0)?.as_blob()?)))?)
    }

    /// Returns the words of a text, from an article that has them.
    fn wording_of(&self, text: i64) -> Result<Wording> {
        let mut find = self.transaction.prepare_cached(include_str!("sql/words_of_text.sql"))?;
        let paragraphs: Vec<(String, String)> =
            find.query_map([text], |row| Ok((row.get("kind")?, row.get("text")?)))?.collect::<rusqlite::Result<_>>()?;
        Ok(Wording::of(paragraphs.iter().map(|(kind, text)| (kind.as_str(), text.as_str()))))
    }
}
