//! Name keys, the table from name keys to entities, and mentions.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use rusqlite::{OptionalExtension, params};

use super::{NewMention, NewName, Writing};
use crate::corpus::ids::{IdKind, id_of};
use crate::corpus::ledger::{Rank, Rulings};
use crate::error::Result;
use crate::name::folded;

/// Name keys waiting to be settled: fuller names first, since shorter ones follow them.
type Unsettled = BTreeSet<(Rank, i64)>;

/// At so many articles the evidence of a fuller name begins to count: as new, as no slip, as what makes others slips.
const TURNS: [i64; 3] = [1, 2, 10];

impl Writing<'_> {
    /// Stores the names of an article and the evidence it gives for shorter ones; returns their rows.
    pub(super) fn insert_names(&mut self, article: i64, names: &[NewName]) -> Result<Vec<i64>> {
        let mut unsettled = Unsettled::new();
        let mut rows = Vec::with_capacity(names.len());
        for name in names {
            rows.push(self.name_row(&name.key, &name.name, &mut unsettled)?);
        }
        for (name, &full) in names.iter().zip(&rows) {
            for shorter in &name.shorter {
                let spelling = shorter.split_once(':').map_or(shorter.as_str(), |(_, folded)| folded);
                let short = self.name_row(shorter, spelling, &mut unsettled)?;
                if self.add_form(article, short, full)? {
                    unsettled.insert((self.rulings.rank(shorter), short));
                }
            }
        }
        self.settle(unsettled)?;
        Ok(rows)
    }

    /// Returns the row of a name key that a person gave, made and settled where it is new.
    pub(in crate::corpus) fn name_given(&mut self, key: &str, name: &str) -> Result<i64> {
        let mut unsettled = Unsettled::new();
        let row = self.name_row(key, name, &mut unsettled)?;
        self.settle(unsettled)?;
        Ok(row)
    }

    /// Stores mentions.
    pub(super) fn insert_mentions(&self, article: i64, names: &[i64], mentions: &[NewMention]) -> Result<()> {
        let mut insert = self.transaction.prepare_cached(include_str!("sql/insert_mention.sql"))?;
        for mention in mentions {
            insert.execute(params![
                article,
                mention.place.paragraph as i64,
                mention.place.start as i64,
                mention.place.end as i64,
                mention.text,
                mention.kind,
                names[mention.name],
            ])?;
        }
        Ok(())
    }

    /// Deletes the mentions of an article and takes back the evidence it gave.
    pub(super) fn delete_names(&mut self, article: i64) -> Result<()> {
        let mut find = self.transaction.prepare_cached(include_str!("sql/forms_of_article.sql"))?;
        let forms: Vec<(i64, String)> = find
            .query_map([article], |row| Ok((row.get("short")?, row.get("key")?)))?
            .collect::<rusqlite::Result<_>>()?;
        drop(find);
        for sql in [
            "UPDATE name_form SET articles = articles - 1
             FROM article_form WHERE article_form.article = ?1
                AND article_form.short = name_form.short AND article_form.full = name_form.full",
            "DELETE FROM name_form WHERE articles = 0
                AND short IN (SELECT short FROM article_form WHERE article = ?1)",
            "DELETE FROM article_form WHERE article = ?1",
            "DELETE FROM article_name WHERE article = ?1",
            "DELETE FROM mention WHERE paragraph IN (SELECT id FROM paragraph WHERE article = ?1)",
        ] {
            self.transaction.prepare_cached(sql)?.execute([article])?;
        }
        let unsettled = forms.into_iter().map(|(short, key)| (self.rulings.rank(&key), short)).collect();
        self.settle(unsettled)
    }

    /// Returns the row of a name key; a new one leads to an entity of its own until it is settled.
    fn name_row(&mut self, key: &str, name: &str, unsettled: &mut Unsettled) -> Result<i64> {
        let mut find = self.transaction.prepare_cached("SELECT id, name FROM name_key WHERE key = ?1")?;
        let found: Option<(i64, String)> = find.query_row([key], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        if let Some((row, stored)) = found {
            if name < stored.as_str() {
                self.transaction
                    .prepare_cached("UPDATE name_key SET name = ?2 WHERE id = ?1")?
                    .execute(params![row, name])?;
                // An actor whom no counted text spells out is called by this spelling.
                self.touched.extend(self.entity_led_by(key)?);
            }
            return Ok(row);
        }
        drop(find);
        let entity = self.own_entity(key, name)?;
        let mut insert =
            self.transaction.prepare_cached("INSERT INTO name_key (key, name, entity) VALUES (?1, ?2, ?3)")?;
        let row = insert.insert(params![key, name, entity])?;
        unsettled.insert((self.rulings.rank(key), row));
        Ok(row)
    }

    /// Returns the entity that a name key leads when it stands alone, made where it is new.
    fn own_entity(&mut self, key: &str, name: &str) -> Result<i64> {
        if let Some(row) = self.entity_led_by(key)? {
            return Ok(row);
        }
        let kind = key.split_once(':').map_or("other", |(kind, _)| kind);
        let mut insert = self
            .transaction
            .prepare_cached("INSERT INTO entity (entity_id, key, name, folded, kind) VALUES (?1, ?2, ?3, ?4, ?5)")?;
        let row = insert.insert(params![id_of(IdKind::Entity, [key]), key, name, folded(name), kind])?;
        drop(insert);
        self.touched.insert(row);
        Ok(row)
    }

    fn entity_led_by(&self, key: &str) -> Result<Option<i64>> {
        let mut find = self.transaction.prepare_cached("SELECT id FROM entity WHERE key = ?1")?;
        Ok(find.query_row([key], |row| row.get(0)).optional()?)
    }

    /// Notes that an article lets `short` stand for `full`; returns whether that can change whom `short` means.
    fn add_form(&self, article: i64, short: i64, full: i64) -> Result<bool> {
        let mut insert = self
            .transaction
            .prepare_cached("INSERT OR IGNORE INTO article_form (article, short, full) VALUES (?1, ?2, ?3)")?;
        if insert.execute([article, short, full])? == 0 {
            return Ok(false);
        }
        let mut count = self.transaction.prepare_cached(
            "INSERT INTO name_form (short, full, articles) VALUES (?1, ?2, 1)
             ON CONFLICT DO UPDATE SET articles = articles + 1 RETURNING articles",
        )?;
        let articles: i64 = count.query_row([short, full], |row| row.get(0))?;
        Ok(TURNS.contains(&articles))
    }

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
    fn settle(&mut self, mut unsettled: Unsettled) -> Result<()> {
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
