//! Claims over time: how many in each period, in groups.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params_from_iter};

use super::found::{CountedPer, counting, find_found};
use super::periods::{Per, stored_day};
use super::row;
use crate::corpus::Corpus;
use crate::corpus::filter::{Filter, Finder};
use crate::error::Result;

row! {
    /// The claims of one group in one period.
    TimelineRow {
        period: String,
        group: Option<String>,
        claims: i64,
        articles: i64,
        begins_on: String,
        group_id: Option<String> => super::claims::id_cell,
    }
}

/// What the claims of a timeline are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimelineBy {
    /// Who speaks.
    Actor,
    /// What the reporting words do.
    CueClass,
    /// Who published.
    Outlet,
    /// Nothing: one group.
    None,
}

/// Claims and the articles they stand in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Claims.
    pub claims: i64,
    /// Articles that have them.
    pub articles: i64,
}

/// One group of a timeline.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TimelineGroup {
    /// Its name; none where nothing is grouped.
    pub name: Option<String>,
    /// Public id of the actor or outlet.
    pub id: Option<String>,
    /// All its claims that have a day.
    pub total: Tally,
    /// Its claims by the first day of their period; periods without any are not there.
    pub periods: BTreeMap<Date, Tally>,
}

/// Claims over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// How long its periods are.
    pub per: Per,
    /// Its groups, the one with most claims first.
    pub groups: Vec<TimelineGroup>,
    /// Its periods by their first day, without a gap.
    pub periods: Vec<Date>,
    /// Claims whose articles have no date.
    pub undated: Tally,
}

impl TimelineBy {
    /// Every grouping, in the order of the documentation.
    pub const ALL: [TimelineBy; 4] = [TimelineBy::Actor, TimelineBy::CueClass, TimelineBy::Outlet, TimelineBy::None];

    /// Returns the name used on the command line.
    pub fn name(self) -> &'static str {
        match self {
            TimelineBy::Actor => "actor",
            TimelineBy::CueClass => "cue-class",
            TimelineBy::Outlet => "outlet",
            TimelineBy::None => "none",
        }
    }

    /// Returns the columns of a claim that tell its group: a row and a word.
    fn columns(self) -> (&'static str, &'static str) {
        match self {
            TimelineBy::Actor => ("speaker", "speaker_kind"),
            TimelineBy::CueClass => ("NULL", "cue_class"),
            TimelineBy::Outlet => ("outlet", "''"),
            TimelineBy::None => ("NULL", "''"),
        }
    }
}

impl Corpus {
    /// Counts the claims that the filter finds over time; with a cluster (its row), those of its claims alone.
    ///
    /// Periods run from the first to the last day of the articles looked at, so that zero says that there was something
    /// to read and nobody said it; for a cluster, from its first claim to its last.
    pub fn timeline(&self, by: TimelineBy, per: Per, filter: &Filter, cluster: Option<Cluster>) -> Result<Timeline> {
        let (sql, values) = counting_timeline(by, filter, cluster);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut groups: HashMap<(Option<i64>, String), TimelineGroup> = HashMap::new();
        let mut undated = Tally::default();
        while let Some(row) = rows.next()? {
            let tally = Tally { claims: row.get("claims")?, articles: row.get("articles")? };
            let day: Option<String> = row.get("published_on")?;
            let Some(day) = day.as_deref().and_then(stored_day) else {
                undated.add(tally);
                continue;
            };
            let group = groups.entry((row.get("row")?, row.get("kind")?)).or_default();
            group.total.add(tally);
            group.periods.entry(per.beginning(day)).or_default().add(tally);
        }
        let named = groups.into_iter().map(|((row, kind), group)| self.named_group(by, row, &kind, group));
        let mut groups: Vec<TimelineGroup> = named.collect::<Result<_>>()?;
        groups
            .sort_by(|a, b| b.total.claims.cmp(&a.total.claims).then_with(|| (&a.name, &a.id).cmp(&(&b.name, &b.id))));
        let range = match cluster {
            Some(_) => days_of(&groups),
            None => self.days_looked_at(filter)?,
        };
        let periods = range.map_or_else(Vec::new, |(first, last)| periods_between(per, first, last));
        Ok(Timeline { per, groups, periods, undated })
    }

    /// Returns the first and the last day of the articles that a filter looks at, whatever their claims.
    fn days_looked_at(&self, filter: &Filter) -> Result<Option<(Date, Date)>> {
        let mut finder = Finder::new("MIN(article.published_on), MAX(article.published_on) FROM article");
        filter.narrow_articles(&mut finder);
        let (sql, values) = finder.finish("", None);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let days: (Option<String>, Option<String>) =
            statement.query_row(params_from_iter(values), |row| Ok((row.get(0)?, row.get(1)?)))?;
        let day = |text: Option<String>| text.as_deref().and_then(stored_day);
        Ok(day(days.0).zip(day(days.1)))
    }

    fn named_group(&self, by: TimelineBy, row: Option<i64>, kind: &str, group: TimelineGroup) -> Result<TimelineGroup> {
        let (name, id) = match (by, row) {
            (TimelineBy::Actor, Some(row)) => {
                let actor = self.actor(row)?;
                (Some(actor.name), Some(actor.entity_id))
            }
            (TimelineBy::Actor, None) => (Some(without_name(kind).to_string()), None),
            (TimelineBy::Outlet, Some(row)) => {
                let mut statement = self.connection.prepare_cached(include_str!("sql/node_of_outlet.sql"))?;
                statement.query_row([row], |row| Ok((row.get("name")?, row.get("node_id")?)))?
            }
            (TimelineBy::Outlet, None) => (Some("(no outlet)".to_string()), None),
            (TimelineBy::CueClass, _) => (Some(kind.to_string()), None),
            (TimelineBy::None, _) => (None, None),
        };
        Ok(TimelineGroup { name, id, ..group })
    }

    /// Returns the cluster of echoes that a claim (by its row) is in; the claim alone where nothing echoes it.
    pub fn cluster_of(&self, claim: i64) -> Result<Cluster> {
        let mut statement = self.connection.prepare_cached("SELECT cluster FROM echo_member WHERE claim = ?1")?;
        let cluster = statement.query_row([claim], |row| row.get(0)).optional()?;
        Ok(cluster.map_or(Cluster::Alone(claim), Cluster::Echoes))
    }
}

/// Claims that say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cluster {
    /// Those of a cluster of echoes, by its row.
    Echoes(i64),
    /// One that nothing echoes, by its row.
    Alone(i64),
}

/// Returns how those who speak without a name are called.
pub(super) fn without_name(speaker_kind: &str) -> &'static str {
    match speaker_kind {
        "author" => "(author)",
        "anonymous" => "(unnamed)",
        _ => "(unknown)",
    }
}

pub(super) fn counting_timeline(by: TimelineBy, filter: &Filter, cluster: Option<Cluster>) -> (String, Vec<Value>) {
    let mut found = find_found(filter);
    match cluster {
        Some(Cluster::Echoes(row)) => {
            found.when("claim.id IN (SELECT claim FROM echo_member WHERE cluster = ?)", [row.into()]);
        }
        Some(Cluster::Alone(row)) => found.when("claim.id = ?", [row.into()]),
        None => {}
    }
    let (row, kind) = by.columns();
    let template = include_str!("sql/timeline.sql").replace("{row}", row).replace("{kind}", kind);
    counting(&template, found, CountedPer::Article)
}

fn days_of(groups: &[TimelineGroup]) -> Option<(Date, Date)> {
    let first = groups.iter().filter_map(|group| group.periods.keys().next()).min()?;
    let last = groups.iter().filter_map(|group| group.periods.keys().next_back()).max()?;
    Some((*first, *last))
}

fn periods_between(per: Per, first: Date, last: Date) -> Vec<Date> {
    std::iter::successors(Some(per.beginning(first)), |&beginning| per.next(beginning))
        .take_while(|&beginning| beginning <= last)
        .collect()
}

impl Tally {
    fn add(&mut self, other: Tally) {
        self.claims += other.claims;
        self.articles += other.articles;
    }
}

impl Timeline {
    /// Hands a row for every period and group to `each`, also where there are no claims.
    pub fn each(&self, each: &mut dyn FnMut(TimelineRow) -> Result<()>) -> Result<()> {
        for &period in &self.periods {
            for group in &self.groups {
                let tally = group.periods.get(&period).copied().unwrap_or_default();
                each(TimelineRow {
                    period: self.per.label(period),
                    group: group.name.clone(),
                    claims: tally.claims,
                    articles: tally.articles,
                    begins_on: period.to_string(),
                    group_id: group.id.clone(),
                })?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn periods_have_no_gap() {
        let weeks = periods_between(Per::Week, date(2031, 3, 5), date(2031, 3, 17));
        assert_eq!(weeks, [date(2031, 3, 3), date(2031, 3, 10), date(2031, 3, 17)]);
        assert_eq!(periods_between(Per::Year, date(2031, 3, 5), date(2031, 3, 5)), [date(2031, 1, 1)]);
    }
}
