//! Whom a role means that is named for a claim: "the ambassador", "the ministry", "a senior official".

use std::ops::Range;

use super::super::entities::Cast;
use super::super::tables::{Role, TABLES};
use super::super::{EntityKind, MentionKind, Speaker, phrases, unnamed};
use super::{MEMORY, Resolver};

impl Resolver<'_, '_> {
    /// Returns whom "the ambassador" or "the ministry" means, told by its noun.
    pub(in crate::analysis) fn holder_of(&self, cast: &Cast, noun: usize) -> Option<usize> {
        let lower = self.reading.lower(noun);
        self.holder(cast, lower, noun).or_else(|| self.bodies.get(lower).copied().flatten())
    }

    /// Returns who holds a role: of several the one named last.
    fn holder(&self, cast: &Cast, noun: &str, at: usize) -> Option<usize> {
        match self.holders.get(noun)?.as_slice() {
            // Who holds the role further on may be somebody else.
            [only] => Some(*only).filter(|only| cast.entities[*only].mentions[0].span.start < self.start_of(at)),
            holders => {
                let named = cast.names_in(&(at.saturating_sub(MEMORY)..at));
                named.rev().map(|name| cast.names[name].1).find(|entity| holders.contains(entity))
            }
        }
    }

    /// Returns the person whom a piece introduces by role alone and names soon after, by title and surname: "the
    /// foreign minister said ... Mr. Reed added". Only who is first named there, in the same paragraph.
    pub(super) fn named_after(&self, cast: &Cast, source: &Range<usize>) -> Option<usize> {
        let passages = &self.reading.passages;
        let passage = &passages.get(passages.partition_point(|passage| passage.words.end <= source.start))?.words;
        let named = cast.names_in(&(source.end..passage.end.min(source.end + MEMORY)));
        let (name, person) = named
            .clone()
            .find(|&name| cast.entities[cast.names[name].1].kind == EntityKind::Person)
            .map(|name| (name, cast.names[name].1))?;
        let words = &cast.names[name].0;
        let is_first = cast.entities[person].mentions[0].span == self.reading.span(words);
        let is_title = |word: usize| matches!(self.reading.lower(word), "mr." | "ms." | "mrs." | "mr" | "ms" | "mrs");
        (is_first && words.len() == 1 && cast.titles[name].clone().any(is_title)).then_some(person)
    }

    /// Resolves "the ambassador", "the ministry", "a senior official".
    pub(super) fn role(&self, cast: &Cast, source: &Range<usize>) -> (Speaker, MentionKind) {
        let reading = self.reading;
        let Some(head) = phrases::head(reading, source) else { return (Speaker::Unknown, MentionKind::Nominal) };
        let noun = reading.lower(head);
        let roles = TABLES.roles(noun);
        let first = reading.lower(source.start);
        let is_definite = matches!(first, "the" | "his" | "her" | "their" | "its" | "this" | "that");
        let is_plural = unnamed::is_plural(noun);
        let known = match is_definite && !is_plural {
            true if roles.contains(&Role::One) => {
                self.holder(cast, noun, source.start).or_else(|| self.named_after(cast, source))
            }
            true if roles.contains(&Role::Body) => match self.bodies.get(noun) {
                Some(body) => *body,
                None => self.last_within(source.start).filter(|&last| is_body(cast, last)),
            },
            _ => None,
        };
        let speaker = match known {
            Some(entity) => Speaker::Entity(entity),
            None if unnamed::is_unnamed(noun, first) || self.unnamed.contains(noun) => Speaker::Anonymous,
            None => Speaker::Unknown,
        };
        (speaker, MentionKind::Nominal)
    }
}

fn is_body(cast: &Cast, entity: usize) -> bool {
    cast.entities[entity].kind == EntityKind::Organisation
}
