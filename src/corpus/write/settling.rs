//! Which entity a name key leads to: that of the one fuller name it is short for, or its own, and what people decided.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use rusqlite::OptionalExtension;

use super::Writing;
use crate::corpus::ledger::{Rank, Rulings};
use crate::error::Result;

/// Name keys waiting to be settled: fuller names first, since shorter ones follow them.
pub(super) type Unsettled = BTreeSet<(Rank, i64)>;

impl Writing<'_> {
    /// Reads what people have decided on names anew, and settles the actors of these name keys by it.
    pub(in crate::corpus) fn settle_again(&mut self, keys: &BTreeSet<&str>) -> Result<()> {
        self.rulings = Rulings::of(&self.transaction)?;
        let mut unsettled = Unsettled::new();
        for key in keys {
            let mut find = self.transaction.prepare_cached(include_str!("sql/names_beside.sql"))?;
            let mut rows = find.query([key])?;
            while let Some(row) = rows.next()? {
                let key: String = row.get("key")?;
                unsettled.insert((self.rulings.rank(&key), row.get("id")?));
                self.touched.insert(row.get("entity")?);
            }
        }
        self.settle(unsettled)
    }

    /// Decides which entity each of these name keys leads to, and follows every change down to shorter names.
    pub(super) fn settle(&mut self, mut unsettled: Unsettled) -> Result<()> {
        while let Some((_, name)) = unsettled.pop_first() {
            let members = self.members(name)?;
            let entity = self.entity_of(&members)?;
            for member in &members {
                if member.entity == entity {
                    continue;
                }
                self.transaction
                    .prepare_cached("UPDATE name_key SET entity = ?2 WHERE id = ?1")?
                    .execute([member.row, entity])?;
                self.recount_entity(entity)?;
                self.recount_entity(member.entity)?;
                self.unsettle_followers(member, &mut unsettled)?;
            }
        }
        Ok(())
    }

    /// Returns a name key and those that people made one with it.
    fn members(&self, name: i64) -> Result<Vec<Member>> {
        let mut find = self.transaction.prepare_cached("SELECT id, key, name, entity FROM name_key WHERE id = ?1")?;
        let member = find.query_row([name], Member::from_row)?;
        let Some(group) = self.rulings.group(&member.key) else { return Ok(vec![member]) };
        let mut find = self.transaction.prepare_cached("SELECT id, key, name, entity FROM name_key WHERE key = ?1")?;
        let mut members = Vec::with_capacity(group.len());
        for key in group.iter() {
            members.extend(find.query_row([key], Member::from_row).optional()?);
        }
        Ok(members)
    }

    /// Returns the entity that name keys lead to which are one: that of the one fuller name they are short for, if there
    /// is just one, else the one that the fullest of them leads; of several the fullest, then first by alphabet.
    fn entity_of(&mut self, members: &[Member]) -> Result<i64> {
        let rank = self.rulings.rank(&members[0].key);
        let apart: Vec<i64> = self.entities_apart(members)?;
        let mut candidates: Vec<(String, Option<&Member>, i64)> = Vec::new();
        for member in members {
            let mut find = self.transaction.prepare_cached(include_str!("sql/fuller_names.sql"))?;
            let mut fuller: Vec<(i64, String)> = find
                .query_map([member.row], |row| Ok((row.get("full")?, row.get("entity")?, row.get("entity_key")?)))?
                .filter_map(|row: rusqlite::Result<(String, i64, String)>| match row {
                    Ok((full, entity, _)) if self.rulings.rank(&full) >= rank || apart.contains(&entity) => None,
                    Ok((_, entity, key)) => Some(Ok((entity, key))),
                    Err(error) => Some(Err(error)),
                })
                .collect::<rusqlite::Result<_>>()?;
            fuller.sort_unstable();
            fuller.dedup();
            candidates.push(match fuller.as_slice() {
                [(entity, key)] => (key.clone(), None, *entity),
                _ => (member.key.clone(), Some(member), 0),
            });
        }
        let fullness = |key: &str| Reverse(key.split(' ').count());
        let best =
            candidates.into_iter().min_by(|(one, ..), (other, ..)| (fullness(one), one).cmp(&(fullness(other), other)));
        match best.expect("a name is a member of its own group") {
            (_, Some(member), _) => self.own_entity(&member.key, &member.name),
            (_, None, entity) => Ok(entity),
        }
    }

    /// Returns the entities that these names keep out of, since people hold them apart from a fuller name of those.
    fn entities_apart(&self, members: &[Member]) -> Result<Vec<i64>> {
        let mut find = self.transaction.prepare_cached("SELECT entity FROM name_key WHERE key = ?1")?;
        let mut entities = Vec::new();
        for key in members.iter().flat_map(|member| self.rulings.apart_above(&member.key)) {
            entities.extend(find.query_row([key], |row| row.get::<_, i64>(0)).optional()?);
        }
        Ok(entities)
    }

    /// Adds the names whose entity may follow that of this one: shorter names, and names held apart from it.
    fn unsettle_followers(&self, member: &Member, unsettled: &mut Unsettled) -> Result<()> {
        let rank = self.rulings.rank(&member.key);
        let mut follow = |key: &str, row: i64| {
            let other = self.rulings.rank(key);
            if other > rank {
                unsettled.insert((other, row));
            }
        };
        let mut shorter = self.transaction.prepare_cached(include_str!("sql/shorter_names.sql"))?;
        let mut rows = shorter.query([member.row])?;
        while let Some(row) = rows.next()? {
            follow(row.get_ref("key")?.as_str().unwrap_or_default(), row.get("short")?);
        }
        let mut find = self.transaction.prepare_cached("SELECT id FROM name_key WHERE key = ?1")?;
        for key in self.rulings.apart(&member.key) {
            if let Some(row) = find.query_row([key], |row| row.get(0)).optional()? {
                follow(key, row);
            }
        }
        Ok(())
    }
}

/// A name key as it is being settled.
struct Member {
    row: i64,
    key: String,
    name: String,
    entity: i64,
}

impl Member {
    fn from_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Member> {
        Ok(Member { row: row.get("id")?, key: row.get("key")?, name: row.get("name")?, entity: row.get("entity")? })
    }
}
