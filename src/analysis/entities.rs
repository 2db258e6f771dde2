//! Which names of one piece are one entity: full names, surnames, acronyms, short forms. Two people of one surname
//! stay apart, and a surname alone goes to the one last named. Pieces are never compared here.

use std::collections::HashSet;
use std::ops::Range;

use super::Gender;
use super::joins::{self, Called, Thing};
use super::named::{Name, is_acronym};
use super::persons::Persons;
use super::reading::Reading;
use super::things::{Things, is_of_several, key_of};
use super::{Entity, EntityKind, Mention, MentionKind};
use crate::name::folded;

/// The entities of a piece, with what the resolving of speakers needs to know of them.
pub(super) struct Cast {
    pub(super) entities: Vec<Entity>,
    pub(super) genders: Vec<Gender>,
    /// Every name in order, with its entity.
    pub(super) names: Vec<(Range<usize>, usize)>,
    /// For each of `names`, the title or role before it.
    pub(super) titles: Vec<Range<usize>>,
    /// Pronouns and roles that lead to an entity, in order.
    pub(super) references: Vec<(Range<usize>, usize)>,
}

/// The entities while names are still coming in.
#[derive(Default)]
struct Gathering {
    entities: Vec<Entity>,
    genders: Vec<Gender>,
    persons: Persons,
    things: Things,
    written: HashSet<(usize, String)>,
}

/// Gathers names into entities, in order of first mention.
pub(super) fn gather(reading: &Reading, names: &[Name]) -> Cast {
    let mut gathering = Gathering::default();
    let mut placed = Vec::with_capacity(names.len());
    for name in names {
        let text = reading.span(&name.words).of(&reading.document.text);
        let entity = gathering.entity_of(name, text, &folded(text));
        gathering.add_mention(entity, name, reading, text);
        gathering.note_acronym(reading, name, entity);
        placed.push((name.words.clone(), entity));
    }
    let firsts = joins::firsts(&things(reading, names, &placed, &gathering));
    for (_, entity) in &mut placed {
        *entity = firsts[*entity];
    }
    gathering.join(&firsts);
    let mut cast = Cast {
        entities: gathering.entities,
        genders: gathering.genders,
        names: placed,
        titles: names.iter().map(|name| name.title.clone()).collect(),
        references: Vec::new(),
    };
    cast.close_up();
    cast
}

/// Returns what the piece calls each entity, so far as names came in one by one.
fn things<'d>(
    reading: &Reading<'d>,
    names: &[Name],
    placed: &[(Range<usize>, usize)],
    gathering: &Gathering,
) -> Vec<Thing<'d>> {
    let thing = |(entity, gender): (&Entity, &Gender)| Thing {
        kind: entity.kind,
        gender: *gender,
        names: Vec::new(),
        titles: Vec::new(),
    };
    let mut things: Vec<Thing> = gathering.entities.iter().zip(&gathering.genders).map(thing).collect();
    for (name, (words, entity)) in names.iter().zip(placed) {
        let thing = &mut things[*entity];
        let text = reading.span(words).of(&reading.document.text);
        let folded_name = folded(text);
        let key = if thing.kind == EntityKind::Person { folded_name } else { key_of(text, &folded_name) };
        match thing.names.iter_mut().find(|known| known.key == key) {
            Some(known) => known.count += 1,
            None => thing.names.push(Called { text, key, count: 1 }),
        }
        if !name.title.is_empty() {
            thing.titles.push(folded(reading.span(&name.title).of(&reading.document.text)));
        }
    }
    things
}

impl Gathering {
    fn entity_of(&mut self, name: &Name, text: &str, folded: &str) -> usize {
        // "Reed & Lind" are people, but nobody in particular.
        let is_person = name.kind == EntityKind::Person && !is_of_several(text);
        let is_short = |entity: usize| !self.entities[entity].name.contains(' ');
        let known = match is_person {
            true => self.persons.meant(folded, name.gender, &self.genders, is_short),
            false => self.things.meant(name.kind, text, folded),
        };
        let entity = known.unwrap_or_else(|| self.add(name.kind, name.gender));
        match is_person {
            true => self.persons.note(folded, entity),
            false => self.things.note(name.kind, text, folded, entity),
        }
        entity
    }

    fn add(&mut self, kind: EntityKind, gender: Gender) -> usize {
        self.entities.push(Entity {
            name: String::new(),
            kind,
            gender: Gender::Any,
            aliases: Vec::new(),
            mentions: Vec::new(),
        });
        self.genders.push(gender);
        self.entities.len() - 1
    }

    /// Notes the acronym that stands in parentheses after a name: "National Water Board (NWB)".
    fn note_acronym(&mut self, reading: &Reading, name: &Name, entity: usize) {
        let inside = name.words.end + 1;
        let is_in_parentheses = reading.is(name.words.end, "(") && reading.is(inside + 1, ")");
        if is_in_parentheses && name.words.len() > 1 && is_acronym(reading.words[inside].text) {
            self.things.note_acronym(folded(reading.words[inside].text), entity);
        }
    }

    fn add_mention(&mut self, at: usize, name: &Name, reading: &Reading, text: &str) {
        let entity = &mut self.entities[at];
        entity.mentions.push(Mention { span: reading.span(&name.words), kind: MentionKind::Name });
        // What stands before a full name known already is no part of it: "In the West Tomas Reed is ..."
        let is_prefixed = entity.kind == EntityKind::Person
            && entity.name.contains(' ')
            && text.strip_suffix(entity.name.as_str()).is_some_and(|before| before.ends_with(' '));
        let is_fuller = !is_prefixed && fullness(text) > fullness(&entity.name);
        let is_known = !self.written.insert((at, text.to_owned()));
        if !is_known && is_fuller {
            let shorter = std::mem::replace(&mut entity.name, text.to_owned());
            if !shorter.is_empty() {
                entity.aliases.push(shorter);
            }
        } else if !is_known {
            entity.aliases.push(text.to_owned());
        }
        if self.genders[at] == Gender::Any {
            self.genders[at] = name.gender;
        }
    }
}

impl Gathering {
    /// Gives each entity that is another one's to the first of them. It stays behind without mentions.
    fn join(&mut self, firsts: &[usize]) {
        for (at, &first) in firsts.iter().enumerate().filter(|(at, first)| at != *first) {
            let other = std::mem::take(&mut self.entities[at].mentions);
            let names = std::iter::once(std::mem::take(&mut self.entities[at].name))
                .chain(std::mem::take(&mut self.entities[at].aliases));
            let names: Vec<String> = names.collect();
            let entity = &mut self.entities[first];
            entity.mentions.extend(other);
            entity.mentions.sort_by_key(|mention| mention.span);
            for name in names {
                add_alias(entity, name);
            }
            if self.genders[first] == Gender::Any {
                self.genders[first] = self.genders[at];
            }
        }
    }
}

/// Notes one more name of an entity: as the one to show where it tells more.
fn add_alias(entity: &mut Entity, name: String) {
    let is_known = entity.name == name || entity.aliases.contains(&name);
    if is_known {
        return;
    }
    let shorter = match fullness(&name) > fullness(&entity.name) {
        true => std::mem::replace(&mut entity.name, name),
        false => name,
    };
    entity.aliases.push(shorter);
}

/// Orders names by how much they tell: words, then letters.
fn fullness(name: &str) -> (usize, usize) {
    (name.split_whitespace().count(), name.chars().filter(|letter| letter.is_alphanumeric()).count())
}

impl Cast {
    /// Takes entities without mentions out.
    fn close_up(&mut self) {
        let mut next = 0;
        let places: Vec<usize> = self
            .entities
            .iter()
            .map(|entity| {
                let place = next;
                next += usize::from(!entity.mentions.is_empty());
                place
            })
            .collect();
        for (_, entity) in &mut self.names {
            *entity = places[*entity];
        }
        let mut kept = self.entities.iter().map(|entity| !entity.mentions.is_empty()).collect::<Vec<_>>().into_iter();
        self.genders.retain(|_| kept.next().unwrap_or(true));
        self.entities.retain(|entity| !entity.mentions.is_empty());
    }

    /// Returns the person who is first named by more than one word.
    pub(super) fn first_in_full(&self) -> Option<usize> {
        let is_full = |(name, entity): &&(Range<usize>, usize)| {
            name.len() > 1 && self.entities[*entity].kind == EntityKind::Person
        };
        self.names.iter().find(is_full).map(|(_, entity)| *entity)
    }

    /// Returns the names that lie inside a range of words, in order, as indices into `names`.
    pub(super) fn names_in(&self, words: &Range<usize>) -> Range<usize> {
        let start = self.names.partition_point(|(name, _)| name.start < words.start);
        let end = self.names.partition_point(|(name, _)| name.end <= words.end);
        start..end.max(start)
    }

    /// Returns the pronouns and roles that lie inside a range of words, with their entities.
    pub(super) fn references_in(&self, words: &Range<usize>) -> &[(Range<usize>, usize)] {
        let start = self.references.partition_point(|(reference, _)| reference.start < words.start);
        let end = self.references.partition_point(|(reference, _)| reference.start < words.end);
        &self.references[start..end.max(start)]
    }
}
