//! Which texts carry each other's words, and the groups that makes of articles.
//!
//! A new text goes into a bucket for each of its keys, meets the texts next to it there, and is linked with those that
//! carry its words or whose words it carries; a sample of their runs tells which of them need not be read. Two texts meet
//! in the end exactly where few others stand between them in a bucket, whoever came first: so a text that comes between
//! two others may part them again. A group is what links join, directly or through others.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{OptionalExtension, params, params_from_iter};

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

/// Where an article belongs, and what its text changes.
pub(super) struct Placed {
    /// The group that the article is to be in.
    pub group: i64,
    /// Whether another article has these very words.
    pub is_copy: bool,
    /// Whether other articles are in the group.
    pub is_reprint: bool,
    text: i64,
    /// Other groups, which the text makes one with this.
    joined: Vec<i64>,
    /// Texts that lost a link, because this one came between them.
    parted: BTreeSet<i64>,
}

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
    /// Finds the group for an article with these words, and links a text that was not there with those it meets.
    pub(super) fn place_text(&self, wording: &Wording) -> Result<Placed> {
        let text = wording.key();
        if let Some(group) = self.group_of_text(text)? {
            return Ok(Placed {
                group,
                is_copy: true,
                is_reprint: true,
                text,
                joined: Vec::new(),
                parted: BTreeSet::new(),
            });
        }
        let (near, parted) = self.link_text(text, wording)?;
        let mut groups = BTreeSet::new();
        for &other in &near {
            groups.extend(self.group_of_text(other)?);
        }
        let group = match self.largest(&groups)? {
            Some(group) => group,
            None => self
                .transaction
                .prepare_cached("INSERT INTO reprint_group (text_key) VALUES (?1)")?
                .insert([printed(text)])?,
        };
        let is_reprint = !groups.is_empty();
        let joined = groups.into_iter().filter(|other| *other != group).collect();
        Ok(Placed { group, is_copy: false, is_reprint, text, joined, parted })
    }

    /// Brings the groups in line once the article stands in its own.
    ///
    /// Returns it and the originals there were before and are now: their pieces may have to be counted again.
    pub(super) fn join_group(&self, article: i64, placed: &Placed) -> Result<BTreeSet<i64>> {
        let mut originals = BTreeSet::from([article]);
        originals.extend(self.original_of(placed.group)?);
        for &other in &placed.joined {
            originals.extend(self.original_of(other)?);
            self.transaction
                .prepare_cached("UPDATE article SET reprint_group = ?1 WHERE reprint_group = ?2")?
                .execute([placed.group, other])?;
            let mut forget =
                self.transaction.prepare_cached("DELETE FROM reprint_group WHERE id = ?1 RETURNING text_key")?;
            let key: String = forget.query_row([other], |row| row.get(0))?;
            self.name_group(placed.group, &key)?;
        }
        self.name_group(placed.group, &printed(placed.text))?;
        let candidates = serde_json::to_string(&originals).expect("a list of numbers is JSON");
        self.transaction
            .prepare_cached(include_str!("sql/set_original.sql"))?
            .execute(params![placed.group, candidates])?;
        let mut torn = BTreeSet::new();
        for &text in &placed.parted {
            torn.extend(self.group_of_text(text)?);
        }
        for group in torn {
            originals.extend(self.original_of(group)?);
            originals.extend(self.divide(group)?);
        }
        Ok(originals)
    }

    /// Puts a text into its buckets and links it with those it meets there, where one carries the other's words.
    ///
    /// Returns the linked texts, and those that lost a link because they meet no more.
    fn link_text(&self, text: i64, wording: &Wording) -> Result<(BTreeSet<i64>, BTreeSet<i64>)> {
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

    /// Divides a group into what links still join.
    ///
    /// Returns the originals of the parts; none where it stays whole.
    fn divide(&self, group: i64) -> Result<Vec<i64>> {
        let mut find =
            self.transaction.prepare_cached("SELECT DISTINCT text_key FROM article WHERE reprint_group = ?1")?;
        let mut rest: BTreeSet<i64> = find.query_map([group], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        // The part with the smallest text, after which the group is named, keeps its row.
        self.take_part(&mut rest)?;
        let mut groups = vec![group];
        while let Some(&first) = rest.first() {
            let part = serde_json::to_string(&self.take_part(&mut rest)?).expect("a list of numbers is JSON");
            let insert = "INSERT INTO reprint_group (text_key) VALUES (?1)";
            let new = self.transaction.prepare_cached(insert)?.insert([printed(first)])?;
            self.transaction.prepare_cached(include_str!("sql/move_texts.sql"))?.execute(params![new, part])?;
            groups.push(new);
        }
        if groups.len() == 1 {
            return Ok(Vec::new());
        }
        let mut originals = Vec::new();
        for group in groups {
            self.choose_original(group)?;
            originals.extend(self.original_of(group)?);
        }
        Ok(originals)
    }

    /// Takes the smallest text and all that links join to it out of some texts.
    fn take_part(&self, rest: &mut BTreeSet<i64>) -> Result<Vec<i64>> {
        let mut find = self.transaction.prepare_cached(include_str!("sql/linked_texts.sql"))?;
        let mut part: Vec<i64> = rest.pop_first().into_iter().collect();
        let mut reached = 0;
        while let Some(&text) = part.get(reached) {
            let linked: Vec<i64> = find.query_map([text], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
            part.extend(linked.into_iter().filter(|other| rest.remove(other)));
            reached += 1;
        }
        Ok(part)
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

    fn group_of_text(&self, text: i64) -> Result<Option<i64>> {
        let mut find =
            self.transaction.prepare_cached("SELECT reprint_group FROM article WHERE text_key = ?1 LIMIT 1")?;
        Ok(find.query_row([text], |row| row.get(0)).optional()?)
    }

    pub(super) fn original_of(&self, group: i64) -> Result<Option<i64>> {
        let mut find = self.transaction.prepare_cached("SELECT original FROM reprint_group WHERE id = ?1")?;
        Ok(find.query_row([group], |row| row.get(0))?)
    }

    /// Chooses the original among all articles of a group.
    pub(super) fn choose_original(&self, group: i64) -> Result<()> {
        self.transaction.prepare_cached(include_str!("sql/set_group_original.sql"))?.execute([group])?;
        Ok(())
    }

    /// Returns the group of most articles, so that few are moved when groups become one.
    fn largest(&self, groups: &BTreeSet<i64>) -> Result<Option<i64>> {
        if groups.len() < 2 {
            return Ok(groups.first().copied());
        }
        let mut count = self.transaction.prepare_cached("SELECT COUNT(*) FROM article WHERE reprint_group = ?1")?;
        let mut sized: Vec<(i64, i64)> = Vec::new();
        for &group in groups {
            sized.push((count.query_row([group], |row| row.get(0))?, group));
        }
        Ok(sized.into_iter().max().map(|(_, group)| group))
    }

    /// Names a group after the smallest of its texts.
    fn name_group(&self, group: i64, key: &str) -> Result<()> {
        let rename = "UPDATE reprint_group SET text_key = ?2 WHERE id = ?1 AND text_key > ?2";
        self.transaction.prepare_cached(rename)?.execute(params![group, key])?;
        Ok(())
    }
}

/// Returns a text's key in hexadecimal digits that sort as the keys do.
pub(super) fn printed(text: i64) -> String {
    format!("{:016x}", text.cast_unsigned() ^ (1 << 63))
}
