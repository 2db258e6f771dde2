//! Shares and variety of what was counted, as rows.

use std::collections::HashMap;

use super::super::claims::id_cell;
use super::super::row;
use super::shares::{Variety, share};
use super::{Coverage, Named, OutletCounts};
use crate::record::Cell;

/// Sources, outlets and cue classes that a cell names.
const NAMED: usize = 5;

row! {
    /// Whom an outlet lets speak.
    OutletCoverageRow {
        outlet: Option<String>,
        outlet_id: Option<String> => id_cell,
        articles: i64,
        claims: i64,
        named: i64,
        unnamed: i64,
        unknown: i64,
        author: i64,
        anonymous_share: Option<f64>,
        sources: i64,
        top_sources: Vec<String>,
        top_share: Option<f64>,
        entropy: Option<f64>,
        effective_sources: Option<f64>,
        cue_classes: Vec<String>,
        reprints: i64,
    }
}

row! {
    /// Which outlets let an actor speak.
    ActorCoverageRow {
        actor: String,
        actor_id: String => Cell::Id,
        kind as "type": String,
        articles: i64,
        claims: i64,
        share: Option<f64>,
        outlets: i64,
        top_outlets: Vec<String>,
        top_share: Option<f64>,
        entropy: Option<f64>,
        effective_outlets: Option<f64>,
    }
}

row! {
    /// How much an outlet lets an actor speak.
    PairCoverageRow {
        outlet: Option<String>,
        outlet_id: Option<String> => id_cell,
        actor: String,
        actor_id: String => Cell::Id,
        kind as "type": String,
        articles: i64,
        claims: i64,
        share_of_outlet: Option<f64>,
        share_of_actor: Option<f64>,
    }
}

impl Coverage {
    /// Returns a row for each outlet, the one with most claims first, of equal ones by public id.
    pub fn by_outlet(&self) -> Vec<OutletCoverageRow> {
        let mut rows: Vec<OutletCoverageRow> =
            self.outlets.iter().map(|(outlet, counts)| self.outlet_row(*outlet, counts)).collect();
        rows.sort_by(|a, b| b.claims.cmp(&a.claims).then_with(|| a.outlet_id.cmp(&b.outlet_id)));
        rows
    }

    fn outlet_row(&self, outlet: Option<i64>, counts: &OutletCounts) -> OutletCoverageRow {
        let voices: Vec<(&Named, i64)> =
            counts.speakers.iter().map(|(speaker, claims, _)| (&self.names[speaker], *claims)).collect();
        let variety = Variety::of(voices.iter().map(|(_, claims)| *claims));
        let classes = counts.cue_classes.iter().map(|(class, claims)| (class.as_str(), class.as_str(), *claims));
        let reported = variety.total + counts.unnamed + counts.unknown;
        let named = outlet.map(|outlet| &self.outlet_names[&outlet]);
        OutletCoverageRow {
            outlet: named.map(|named| named.name.clone()),
            outlet_id: named.map(|named| named.id.clone()),
            articles: counts.articles,
            claims: reported + counts.author,
            named: variety.total,
            unnamed: counts.unnamed,
            unknown: counts.unknown,
            author: counts.author,
            anonymous_share: share(counts.unnamed, reported),
            sources: variety.parts,
            top_sources: largest(
                voices.iter().map(|(named, claims)| (named.name.as_str(), named.id.as_str(), *claims)),
            ),
            top_share: share(variety.largest, variety.total),
            entropy: variety.entropy,
            effective_sources: variety.effective(),
            cue_classes: largest(classes),
            reprints: counts.reprints,
        }
    }

    /// Returns a row for each actor that speaks, the one with most claims first, of equal ones by public id.
    pub fn by_actor(&self) -> Vec<ActorCoverageRow> {
        let mut outlets_of: HashMap<i64, Vec<(Option<i64>, i64, i64)>> = HashMap::new();
        for (outlet, counts) in &self.outlets {
            for (speaker, claims, articles) in &counts.speakers {
                outlets_of.entry(*speaker).or_default().push((*outlet, *claims, *articles));
            }
        }
        let all: i64 = outlets_of.values().flatten().map(|(_, claims, _)| claims).sum();
        let rows = outlets_of.into_iter().map(|(speaker, outlets)| {
            let actor = &self.names[&speaker];
            let claims: i64 = outlets.iter().map(|(_, claims, _)| claims).sum();
            // Articles without an outlet tell nothing of outlets.
            let known: Vec<(&Named, i64)> = outlets
                .iter()
                .filter_map(|(outlet, claims, _)| outlet.map(|outlet| (&self.outlet_names[&outlet], *claims)))
                .collect();
            let variety = Variety::of(known.iter().map(|(_, claims)| *claims));
            ActorCoverageRow {
                actor: actor.name.clone(),
                actor_id: actor.id.clone(),
                kind: actor.kind.clone(),
                articles: outlets.iter().map(|(_, _, articles)| articles).sum(),
                claims,
                share: share(claims, all),
                outlets: variety.parts,
                top_outlets: largest(
                    known.iter().map(|(named, claims)| (named.name.as_str(), named.id.as_str(), *claims)),
                ),
                top_share: share(variety.largest, variety.total),
                entropy: variety.entropy,
                effective_outlets: variety.effective(),
            }
        });
        let mut rows: Vec<ActorCoverageRow> = rows.collect();
        rows.sort_by(|a, b| b.claims.cmp(&a.claims).then_with(|| a.actor_id.cmp(&b.actor_id)));
        rows
    }

    /// Returns a row for each outlet and actor that it lets speak: outlets as in [`Coverage::by_outlet`], in each the
    /// actor with most claims first, of equal ones by public id.
    pub fn by_pair(&self) -> Vec<PairCoverageRow> {
        let mut of_actor: HashMap<i64, i64> = HashMap::new();
        for (speaker, claims, _) in self.outlets.values().flat_map(|counts| &counts.speakers) {
            *of_actor.entry(*speaker).or_default() += claims;
        }
        let mut rows = Vec::new();
        for (outlet, counts) in &self.outlets {
            let named = outlet.map(|outlet| &self.outlet_names[&outlet]);
            let of_outlet: i64 = counts.speakers.iter().map(|(_, claims, _)| claims).sum();
            for (speaker, claims, articles) in &counts.speakers {
                let actor = &self.names[speaker];
                let row = PairCoverageRow {
                    outlet: named.map(|named| named.name.clone()),
                    outlet_id: named.map(|named| named.id.clone()),
                    actor: actor.name.clone(),
                    actor_id: actor.id.clone(),
                    kind: actor.kind.clone(),
                    articles: *articles,
                    claims: *claims,
                    share_of_outlet: share(*claims, of_outlet),
                    share_of_actor: share(*claims, of_actor[speaker]),
                };
                rows.push((of_outlet, row));
            }
        }
        rows.sort_by(|(outlet_a, a), (outlet_b, b)| {
            let outlets = outlet_b.cmp(outlet_a).then_with(|| a.outlet_id.cmp(&b.outlet_id));
            outlets.then_with(|| b.claims.cmp(&a.claims)).then_with(|| a.actor_id.cmp(&b.actor_id))
        });
        rows.into_iter().map(|(_, row)| row).collect()
    }
}

/// Returns the largest parts of a whole with their shares, "Anna Lind 0.250"; of equal ones the first by id.
fn largest<'a>(parts: impl Iterator<Item = (&'a str, &'a str, i64)>) -> Vec<String> {
    let mut parts: Vec<(&str, &str, i64)> = parts.collect();
    let all: i64 = parts.iter().map(|(_, _, count)| count).sum();
    parts.sort_by(|(_, id_a, a), (_, id_b, b)| b.cmp(a).then_with(|| id_a.cmp(id_b)));
    let named = parts.iter().take(NAMED);
    named.map(|(name, _, count)| format!("{name} {:.3}", share(*count, all).unwrap_or(0.0))).collect()
}
