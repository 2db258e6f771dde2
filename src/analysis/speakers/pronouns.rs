//! Whom a pronoun means that is named for a claim: who spoke last, or whom the text named shortly before.

use super::super::entities::Cast;
use super::super::references::is_as_for;
use super::super::{EntityKind, Gender, Speaker};
use super::{MEMORY, Resolver};

impl Resolver<'_, '_> {
    pub(super) fn pronoun(&self, cast: &mut Cast, word: &str, at: usize) -> Option<Speaker> {
        let person = |gender: Gender| self.person_before(cast, gender, at);
        Some(match word {
            "i" | "my" => match &self.turn {
                Some((words, speaker)) if words.contains(&at) => *speaker,
                _ => Speaker::Author,
            },
            "he" | "his" => self.remembered(cast, person(Gender::He), Gender::He),
            "she" | "her" => self.remembered(cast, person(Gender::She), Gender::She),
            "it" | "its" => self.last_of(cast, &[EntityKind::Organisation, EntityKind::Place], at),
            "they" | "their" => match &self.last {
                // "The states and their allies ... They also ..."
                Some(last) if last.are_several && self.last_within(at).is_some() => Speaker::Entity(last.entity),
                _ => self.last_of(cast, &[EntityKind::Group, EntityKind::Organisation], at),
            },
            "who" | "which" => self.name_before(cast, at).map_or(Speaker::Unknown, Speaker::Entity),
            "we" | "you" | "our" | "your" | "that" | "this" | "everyone" | "someone" | "anyone" | "nobody" => {
                Speaker::Unknown
            }
            _ => return None,
        })
    }

    /// Returns the last speaker, if it is of one of these kinds.
    fn last_of(&self, cast: &Cast, kinds: &[EntityKind], at: usize) -> Speaker {
        let last = self.last_within(at).filter(|&entity| kinds.contains(&cast.entities[entity].kind));
        last.map_or(Speaker::Unknown, Speaker::Entity)
    }

    /// Keeps the gender that a pronoun told.
    fn remembered(&self, cast: &mut Cast, person: Option<usize>, gender: Gender) -> Speaker {
        match person {
            Some(entity) => {
                cast.genders[entity] = gender;
                Speaker::Entity(entity)
            }
            None => Speaker::Unknown,
        }
    }

    pub(super) fn last_within(&self, at: usize) -> Option<usize> {
        self.last.as_ref().filter(|last| at - last.word.min(at) < MEMORY).map(|last| last.entity)
    }

    /// Returns the person a pronoun speaks of: the last speaker, or the only person named shortly before.
    fn person_before(&self, cast: &Cast, gender: Gender, at: usize) -> Option<usize> {
        let fits =
            |entity: usize| cast.entities[entity].kind == EntityKind::Person && cast.genders[entity].agrees(gender);
        let named = cast.names_in(&(at.saturating_sub(MEMORY / 2)..at));
        let mut near: Vec<usize> = named.map(|name| cast.names[name].1).filter(|&entity| fits(entity)).collect();
        let last_named = near.last().copied();
        near.sort_unstable();
        near.dedup();
        let last_speaker = self.last_within(at).filter(|&entity| fits(entity));
        if let Some(topic) = self.topic(cast, at).filter(|&entity| fits(entity)) {
            return Some(topic);
        }
        // Whoever was introduced by role alone is named only after this.
        let is_unnamed = |entity: &usize| cast.entities[*entity].mentions[0].span.start > self.start_of(at);
        if last_speaker.as_ref().is_some_and(is_unnamed) {
            return last_speaker;
        }
        let is_plain = |entity: &usize| cast.genders[*entity] == gender;
        if last_speaker.is_some_and(|entity| !is_plain(&entity))
            && near.iter().filter(|entity| is_plain(entity)).count() == 1
        {
            return near.into_iter().find(is_plain);
        }
        match (last_speaker, near.as_slice()) {
            (Some(speaker), []) => Some(speaker),
            (Some(speaker), near) if near.contains(&speaker) => Some(speaker),
            (_, [only]) => Some(*only),
            (None, _) => None,
            (Some(_), _) => last_named,
        }
    }

    /// Returns whom the sentence of a word, or the one before it, is about by "As for Reed, ...".
    fn topic(&self, cast: &Cast, at: usize) -> Option<usize> {
        let reading = self.reading;
        let sentence = reading.sentence_of(at);
        let start = reading.sentence(sentence.saturating_sub(1)).start;
        let topic = (start + 1..at).rev().find(|&word| is_as_for(reading, word))?;
        let names = cast.names_in(&(topic + 1..at.min(topic + 8)));
        names.clone().next().map(|name| cast.names[name].1)
    }

    /// Returns the entity named right before "who".
    fn name_before(&self, cast: &Cast, at: usize) -> Option<usize> {
        let names = cast.names_in(&(at.saturating_sub(12)..at));
        let (name, entity) = cast.names.get(names.end.checked_sub(1).filter(|last| *last >= names.start)?)?;
        let is_close = at - name.end <= 1;
        is_close.then_some(*entity)
    }
}
