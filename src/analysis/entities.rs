//! Which names of one piece are one entity: full names, surnames, acronyms, short forms. Two people of one surname
//! stay apart, and a surname alone goes to the one last named. Pieces are never compared here.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::Gender;
use super::names::{Name, is_acronym};
use super::persons::{Persons, divided};
use super::reading::Reading;
use super::things::Things;
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
    let folded_names: Vec<String> =
        names.iter().map(|name| folded(reading.span(&name.words).of(&reading.document.text))).collect();
    let surnames = surnames(names, &folded_names);
    let kinds = settled_kinds(names, &folded_names);
    let mut placed = Vec::with_capacity(names.len());
    for (name, folded) in names.iter().zip(&folded_names) {
        let text = reading.span(&name.words).of(&reading.document.text);
        let mut name = name.clone();
        if name.title.is_empty() {
            name.kind = kinds.get(folded.as_str()).copied().unwrap_or(name.kind);
        }
        let surname = divided(folded).0.rsplit(' ').next().unwrap_or(folded);
        if surnames.contains(surname) && is_maybe_person(&name, text) {
            name.kind = EntityKind::Person;
        }
        let entity = gathering.entity_of(&name, text, folded);
        gathering.add_mention(entity, &name, reading, text);
        gathering.note_acronym(reading, &name, entity);
        placed.push((name.words.clone(), entity));
    }
    Cast {
        entities: gathering.entities,
        genders: gathering.genders,
        names: placed,
        titles: names.iter().map(|name| name.title.clone()).collect(),
        references: Vec::new(),
    }
}

/// Returns the last words of persons' names.
fn surnames<'n>(names: &[Name], folded_names: &'n [String]) -> HashSet<&'n str> {
    let persons = names.iter().zip(folded_names).filter(|(name, _)| name.kind == EntityKind::Person);
    persons.filter_map(|(_, folded)| divided(folded).0.rsplit(' ').next()).collect()
}

/// Returns the kind that each name mostly has, if any is told.
fn settled_kinds<'n>(names: &[Name], folded_names: &'n [String]) -> HashMap<&'n str, EntityKind> {
    let mut counts: HashMap<&str, Vec<usize>> = HashMap::new();
    for (name, folded) in names.iter().zip(folded_names) {
        let of_kind = counts.entry(folded).or_insert_with(|| vec![0; EntityKind::ALL.len()]);
        of_kind[name.kind as usize] += 1;
    }
    let settled = |of_kind: Vec<usize>| {
        let told = |kind: EntityKind| if kind == EntityKind::Other { 0 } else { of_kind[kind as usize] };
        let most =
            EntityKind::ALL.iter().rev().copied().max_by_key(|kind| told(*kind)).filter(|kind| told(*kind) > 0)?;
        // "in Reed" once says little of a name that stands elsewhere a dozen times.
        let is_chance = most == EntityKind::Place && of_kind.iter().sum::<usize>() > 8 * told(most);
        (!is_chance).then_some(most)
    };
    counts.into_iter().filter_map(|(folded, of_kind)| Some((folded, settled(of_kind)?))).collect()
}

/// Tells whether a name may be a person's: not "in Jordan", not "NRF", not a body of several words.
fn is_maybe_person(name: &Name, text: &str) -> bool {
    match name.kind {
        EntityKind::Person | EntityKind::Other => !is_acronym(text),
        EntityKind::Organisation | EntityKind::Event => name.words.len() == 1 && !is_acronym(text),
        _ => false,
    }
}

impl Gathering {
    fn entity_of(&mut self, name: &Name, text: &str, folded: &str) -> usize {
        let is_person = name.kind == EntityKind::Person;
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

/// Orders names by how much they tell: words, then letters.
fn fullness(name: &str) -> (usize, usize) {
    (name.split_whitespace().count(), name.chars().filter(|letter| letter.is_alphanumeric()).count())
}

impl Cast {
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
