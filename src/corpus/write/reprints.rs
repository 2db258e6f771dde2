//! The groups that reprints make of articles. A group is what links between texts join (`texts.rs`), directly or through
//! others: a text may bring groups together, and one that comes between two others may divide theirs.

use std::collections::BTreeSet;

use rusqlite::{OptionalExtension, params};

use super::Writing;
use crate::error::Result;
use crate::wording::Wording;

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
