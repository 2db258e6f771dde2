//! Which names of one piece are one entity: full names, surnames, acronyms, short forms. Two people of one surname
//! stay apart, and a surname alone goes to the one last named. Pieces are never compared here.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::names::{Name, is_acronym};
use super::reading::Reading;
use super::tables::{Gender, TABLES};
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
    /// Kind and whole folded name.
    by_name: HashMap<(Sort, String), usize>,
    /// A given name's initial and the surname.
    by_initial: HashMap<String, usize>,
    /// The first and the last word of persons' names: who was last named so, by gender.
    by_part: HashMap<String, LastNamed>,
    written: HashSet<(usize, String)>,
    /// How many names came in.
    count: usize,
    by_acronym: HashMap<String, usize>,
    by_short_name: HashMap<String, Option<usize>>,
}

/// The person last named by one word, for each gender: when, and who.
#[derive(Default)]
struct LastNamed {
    he: Option<(usize, usize)>,
    she: Option<(usize, usize)>,
    any: Option<(usize, usize)>,
}

/// Persons and all else: what a name is called decides no further.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Sort {
    Person,
    Thing,
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
        let surname = without_suffix(folded).rsplit(' ').next().unwrap_or(folded);
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
    persons.filter_map(|(_, folded)| without_suffix(folded).rsplit(' ').next()).collect()
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

/// Returns a folded name without "jr" and the like.
fn without_suffix(folded: &str) -> &str {
    [" jr", " sr", " ii", " iii", " iv"].iter().find_map(|suffix| folded.strip_suffix(suffix)).unwrap_or(folded)
}

/// Tells whether a name may be a person's: not "in Jordan", not "NRF", not a body of several words.
fn is_maybe_person(name: &Name, text: &str) -> bool {
    match name.kind {
        EntityKind::Person | EntityKind::Other => !is_acronym(text),
        EntityKind::Organisation => name.words.len() == 1 && !is_acronym(text),
        _ => false,
    }
}

impl Gathering {
    fn entity_of(&mut self, name: &Name, text: &str, folded: &str) -> usize {
        match name.kind {
            EntityKind::Person => self.person(name, folded),
            kind => self.thing(kind, text, folded),
        }
    }

    fn person(&mut self, name: &Name, folded: &str) -> usize {
        let plain = without_suffix(folded);
        let parts = plain.split_once(' ').and_then(|(given, _)| Some((given, plain.rsplit_once(' ')?.1)));
        let Some((given, surname)) = parts else {
            let known = self.by_part.get(folded).and_then(|named| named.latest(name.gender, &self.genders));
            return known.unwrap_or_else(|| self.add(EntityKind::Person, name.gender));
        };
        // Father and son stay apart: the suffix is part of the key.
        let key = (Sort::Person, format!("{given} {surname}{}", &folded[plain.len()..]));
        if let Some(&known) = self.by_name.get(&key) {
            return known;
        }
        let initial = given.chars().next().map(|letter| format!("{letter} {surname}")).unwrap_or_default();
        let same = self.by_initial.get(&initial).copied();
        let same = same.filter(|&entity| shares_initial(&self.entities[entity].name, given));
        let alone = || {
            let named = self.by_part.get(surname)?.latest(name.gender, &self.genders)?;
            (!self.entities[named].name.contains(' ')).then_some(named)
        };
        let entity = same.or_else(alone).unwrap_or_else(|| self.add(EntityKind::Person, name.gender));
        self.by_initial.entry(initial).or_insert(entity);
        self.by_name.insert(key, entity);
        entity
    }

    fn thing(&mut self, kind: EntityKind, text: &str, folded: &str) -> usize {
        let usual = TABLES.place(&text.to_lowercase().replace('’', "'")).map(crate::name::folded);
        let folded = usual.as_deref().unwrap_or(folded);
        let key = (Sort::Thing, folded.strip_prefix("the ").unwrap_or(folded).to_owned());
        if let Some(&known) = self.by_name.get(&key) {
            return known;
        }
        let is_short = matches!(kind, EntityKind::Organisation | EntityKind::Other) && !folded.contains(' ');
        let known = match is_acronym(text) {
            true => self.by_acronym.get(folded).copied(),
            false if is_short => self.by_short_name.get(folded).copied().flatten(),
            false => None,
        };
        let entity = known.unwrap_or_else(|| self.add(kind, Gender::Any));
        if known.is_none() && kind == EntityKind::Organisation {
            self.note_short_forms(entity, &key.1);
        }
        self.by_name.insert(key, entity);
        entity
    }

    fn add(&mut self, kind: EntityKind, gender: Gender) -> usize {
        self.entities.push(Entity { name: String::new(), kind, aliases: Vec::new(), mentions: Vec::new() });
        self.genders.push(gender);
        self.entities.len() - 1
    }

    /// Notes how an organisation may be called later: by its initials, and by its last word if no other ends so.
    fn note_short_forms(&mut self, entity: usize, folded: &str) {
        let words: Vec<&str> = folded.split(' ').collect();
        if words.len() < 2 {
            return;
        }
        let is_small = |word: &&&str| !matches!(**word, "of" | "the" | "and" | "for" | "on" | "de");
        let initials: String = words.iter().filter(is_small).filter_map(|word| word.chars().next()).collect();
        self.by_acronym.entry(initials).or_insert(entity);
        // "the Front" for "National Resistance Front of Karelin".
        let of = words.iter().position(|word| *word == "of").filter(|of| *of > 1);
        for short in [Some(words[0]), of.map(|of| words[of - 1]), words.last().copied()].into_iter().flatten() {
            let is_new = !self.by_short_name.contains_key(short);
            self.by_short_name.insert(short.to_owned(), is_new.then_some(entity));
        }
    }

    /// Notes the acronym that stands in parentheses after a name: "National Water Board (NWB)".
    fn note_acronym(&mut self, reading: &Reading, name: &Name, entity: usize) {
        let inside = name.words.end + 1;
        let is_in_parentheses = reading.is(name.words.end, "(") && reading.is(inside + 1, ")");
        if is_in_parentheses && name.words.len() > 1 && is_acronym(reading.words[inside].text) {
            let short = folded(reading.words[inside].text);
            self.by_name.insert((Sort::Thing, short.clone()), entity);
            self.by_acronym.insert(short, entity);
        }
    }

    fn add_mention(&mut self, at: usize, name: &Name, reading: &Reading, text: &str) {
        let entity = &mut self.entities[at];
        entity.mentions.push(Mention { span: reading.span(&name.words), kind: MentionKind::Name });
        let is_fuller = fullness(text) > fullness(&entity.name);
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
        if self.entities[at].kind == EntityKind::Person {
            self.note_last_named(at, &folded(text));
        }
    }

    fn note_last_named(&mut self, entity: usize, folded: &str) {
        self.count += 1;
        let now = Some((self.count, entity));
        let folded = without_suffix(folded);
        for part in [folded.split(' ').next(), folded.rsplit(' ').next()].into_iter().flatten() {
            let named = self.by_part.entry(part.to_owned()).or_default();
            match self.genders[entity] {
                Gender::He => named.he = now,
                Gender::She => named.she = now,
                Gender::Any => named.any = now,
            }
        }
    }
}

impl LastNamed {
    /// Returns who was named last among those whom the gender fits.
    fn latest(&self, gender: Gender, genders: &[Gender]) -> Option<usize> {
        let all = [self.he, self.she, self.any].into_iter().flatten();
        all.filter(|&(_, entity)| genders[entity].agrees(gender)).max().map(|(_, entity)| entity)
    }
}

/// Orders names by how much they tell: words, then letters.
fn fullness(name: &str) -> (usize, usize) {
    (name.split_whitespace().count(), name.chars().filter(|letter| letter.is_alphanumeric()).count())
}

/// Tells whether one of two given names is only the initial of the other.
fn shares_initial(name: &str, given: &str) -> bool {
    let known = folded(name.split(' ').next().unwrap_or(name));
    let is_initial = known.len() == 1 || given.len() == 1;
    is_initial && name.contains(' ') && known.chars().next() == given.chars().next()
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
