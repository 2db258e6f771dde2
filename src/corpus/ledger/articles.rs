//! Corrections of an article's metadata. Its id stays; versions and reprints are decided again.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{OptionalExtension, params};

use super::{Decision, Verb, rows};
use crate::corpus::write::Writing;
use crate::error::Result;
use crate::name::folded;

/// What a removal sets, and its column.
const REMOVED: (&str, &str) = ("removed", "is_removed");

/// The fields that can be set, and their columns.
pub const FIELDS: [(&str, &str); 5] = [
    ("outlet", "outlet"),
    ("byline", "byline"),
    ("published_on", "published_on"),
    ("url", "url"),
    ("genre", "told_genre"),
];

/// Tells whether a decision is a note or tag on an article, which changes nothing about it.
fn is_remark_on_article(decision: &Decision) -> bool {
    matches!(decision.verb, Verb::Note | Verb::Tag) && decision.subject.starts_with("a-")
}

impl Writing<'_> {
    /// Brings articles in line with the decisions in force: those on which they have changed.
    pub(super) fn follow_articles(&mut self, in_force: &[(String, &Decision)]) -> Result<()> {
        let wanted: BTreeMap<&str, &str> = in_force
            .iter()
            .filter(|(_, decision)| matches!(decision.verb, Verb::Set | Verb::Remove) || is_remark_on_article(decision))
            .map(|(id, decision)| (id.as_str(), decision.subject.as_str()))
            .collect();
        let mut changed = self.follow_rulings("article", &wanted)?;
        changed.extend(self.follow_outlet_aliases(in_force)?);
        for article in changed {
            if let Some(row) = self.article_row(&article)? {
                self.restore_article(row)?;
                self.follow_articles_of(row)?;
                self.place_again(row)?;
            }
        }
        Ok(())
    }

    /// Makes the table of outlets' other names hold these decisions; returns the articles of the outlets concerned.
    fn follow_outlet_aliases(&mut self, in_force: &[(String, &Decision)]) -> Result<BTreeSet<String>> {
        let mut wanted: BTreeMap<String, (String, String)> = BTreeMap::new();
        let mut names: BTreeMap<String, &str> = BTreeMap::new();
        for (_, decision) in in_force.iter().filter(|(_, decision)| decision.subject.starts_with("o-")) {
            let name = decision.value.clone().unwrap_or_default();
            names.insert(decision.subject.clone(), decision.anchor.key.as_deref().unwrap_or_default());
            match decision.verb {
                Verb::AddAlias => wanted.insert(folded(&name), (name, decision.subject.clone())),
                Verb::RemoveAlias => wanted.remove(&folded(&name)),
                _ => None,
            };
        }
        let find = "SELECT outlet_alias.key, alias, outlet.outlet_id FROM outlet_alias JOIN outlet ON outlet.id = outlet_alias.outlet_id";
        let stored: BTreeMap<String, (String, String)> = self
            .transaction()
            .prepare_cached(find)?
            .query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?
            .collect::<rusqlite::Result<_>>()?;
        let mut articles = BTreeSet::new();
        let keys: BTreeSet<&String> = stored.keys().chain(wanted.keys()).collect();
        for key in keys.into_iter().filter(|key| stored.get(*key) != wanted.get(*key)) {
            let mut find = self.transaction().prepare_cached(include_str!("sql/articles_of_outlet.sql"))?;
            let found = find.query_map([key], |row| row.get(0))?;
            articles.extend(found.collect::<rusqlite::Result<Vec<String>>>()?);
            self.transaction().prepare_cached("DELETE FROM outlet_alias WHERE key = ?1")?.execute([key])?;
            if let Some((alias, outlet)) = wanted.get(key) {
                let outlet = self.outlet_row(names.get(outlet).copied().unwrap_or_default())?;
                let insert = "INSERT INTO outlet_alias (key, alias, outlet_id) VALUES (?1, ?2, ?3)";
                self.transaction().prepare_cached(insert)?.execute(params![key, alias, outlet])?;
            }
        }
        Ok(articles)
    }

    /// Makes of an article what the decisions on it, and on the names of its outlet, say.
    pub(in crate::corpus) fn follow_articles_of(&mut self, article: i64) -> Result<()> {
        let decisions = rows::on_article(self.transaction(), "article", article)?;
        let keep = "INSERT OR IGNORE INTO machine_value (kind, target, field, value)
                    SELECT 'article', article.id, 'outlet', article.outlet
                    FROM article JOIN outlet ON outlet.id = article.outlet JOIN outlet_alias USING (key)
                    WHERE article.id = ?1";
        let is_alias = self.transaction().prepare_cached(keep)?.execute([article])? > 0;
        if is_alias {
            let change = "UPDATE article SET outlet = outlet_alias.outlet_id FROM outlet JOIN outlet_alias USING (key)
                          WHERE article.id = ?1 AND outlet.id = article.outlet";
            self.transaction().prepare_cached(change)?.execute([article])?;
        }
        for (id, decision) in &decisions {
            let place = "UPDATE ruling SET target = ?2 WHERE decision_id = ?1";
            self.transaction().prepare_cached(place)?.execute(params![id, article])?;
            let field = match decision.verb {
                Verb::Remove => Some(&REMOVED),
                _ => FIELDS.iter().find(|(field, _)| Some(*field) == decision.field.as_deref()),
            };
            let Some((field, column)) = field else { continue };
            let keep = format!(
                "INSERT OR IGNORE INTO machine_value (kind, target, field, value)
                 SELECT 'article', id, ?2, {column} FROM article WHERE id = ?1"
            );
            self.transaction().prepare_cached(&keep)?.execute(params![article, field])?;
            let value = decision.value.as_deref().filter(|value| !value.is_empty());
            let value = if decision.verb == Verb::Remove { Some("1") } else { value };
            let change = format!("UPDATE article SET {column} = ?2 WHERE id = ?1");
            match *field {
                "outlet" => {
                    let outlet = value.map(|name| self.outlet_row(name)).transpose()?;
                    self.transaction().prepare_cached(&change)?.execute(params![article, outlet])?;
                }
                _ => {
                    self.transaction().prepare_cached(&change)?.execute(params![article, value])?;
                }
            }
        }
        if is_alias || decisions.iter().any(|(_, decision)| decision.verb == Verb::Set) {
            self.follow_byline(article)?;
            self.follow_told_genre(article)?;
            self.place_again(article)?;
        }
        Ok(())
    }

    /// Gives an article back what its inputs said; returns whether anything had been corrected.
    pub(in crate::corpus) fn restore_article(&mut self, article: i64) -> Result<bool> {
        let mut was_corrected = false;
        for (field, column) in FIELDS.into_iter().chain([REMOVED]) {
            let find = "SELECT value FROM machine_value WHERE kind = 'article' AND target = ?1 AND field = ?2";
            let value: Option<rusqlite::types::Value> = self
                .transaction()
                .prepare_cached(find)?
                .query_row(params![article, field], |row| row.get(0))
                .optional()?;
            if let Some(value) = value {
                let change = format!("UPDATE article SET {column} = ?2 WHERE id = ?1");
                self.transaction().prepare_cached(&change)?.execute(params![article, value])?;
                was_corrected = true;
            }
        }
        if was_corrected {
            let forget = "DELETE FROM machine_value WHERE kind = 'article' AND target = ?1";
            self.transaction().prepare_cached(forget)?.execute([article])?;
            self.follow_byline(article)?;
            self.follow_told_genre(article)?;
        }
        Ok(was_corrected)
    }

    /// Keeps the folded author line, which `--author` searches, beside the printed one.
    fn follow_byline(&self, article: i64) -> Result<()> {
        let find = "SELECT byline FROM article WHERE id = ?1";
        let byline: Option<String> = self.transaction().prepare_cached(find)?.query_row([article], |row| row.get(0))?;
        let change = "UPDATE article SET byline_key = ?2 WHERE id = ?1";
        self.transaction().prepare_cached(change)?.execute(params![article, byline.as_deref().map(folded)])?;
        Ok(())
    }
}
