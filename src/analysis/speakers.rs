//! Who a source is: a name, a surname, a pronoun, a role bound to a name in this piece, the author, or someone whom
//! the text keeps unnamed. What is not plain stays unknown.

mod pronouns;
mod roles;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::entities::Cast;
use super::phrases;
use super::reading::Reading;
use super::tables::{Class, Role, TABLES};
use super::transcripts;
use super::{EntityKind, Mention, MentionKind, Speaker};

/// Resolves the sources of one piece, in the order of the text.
pub(super) struct Resolver<'r, 'd> {
    reading: &'r Reading<'d>,
    /// A role and all who hold it.
    holders: HashMap<&'r str, Vec<usize>>,
    /// The noun in an organisation's name and the organisation; `None` where two have it.
    bodies: HashMap<&'r str, Option<usize>>,
    last: Option<LastSpeaker>,
    /// Who answers where a transcript says only "A": the person first named in full.
    interviewee: Option<usize>,
    /// What people are called whom the piece keeps unnamed: "the doctor" after "a doctor on the scene".
    unnamed: HashSet<&'r str>,
    /// The turn of a transcript last begun, and whose it is.
    turn: Option<(Range<usize>, Speaker)>,
}

/// Who spoke last, and how far into the text.
struct LastSpeaker {
    entity: usize,
    word: usize,
    /// Whether others spoke too: "the mayor and her council".
    are_several: bool,
}

/// A pronoun looks back no further than this many words for its speaker: about two paragraphs.
const MEMORY: usize = 160;

impl<'r, 'd> Resolver<'r, 'd> {
    /// Binds roles to names by apposition and titles.
    pub(super) fn new(reading: &'r Reading<'d>, cast: &Cast) -> Self {
        let interviewee = cast.first_in_full();
        let mut resolver = Resolver {
            reading,
            holders: HashMap::new(),
            bodies: HashMap::new(),
            unnamed: HashSet::new(),
            last: None,
            interviewee,
            turn: None,
        };
        for (index, (name, entity)) in cast.names.iter().enumerate() {
            match cast.entities[*entity].kind {
                EntityKind::Person => resolver.bind_roles(name, &cast.titles[index], *entity),
                EntityKind::Organisation => {
                    // "the ministry" for the Ministry of Health, "the site" for the news site Korrent.
                    for word in name.start.saturating_sub(1)..name.end {
                        if TABLES.roles(reading.lower(word)).contains(&Role::Body) {
                            bind(&mut resolver.bodies, reading.lower(word), *entity);
                        }
                    }
                }
                _ => {}
            }
        }
        resolver
    }

    /// Binds the role in "Ann Lee, the ambassador to France," or "ambassador Ann Lee" to the person.
    fn bind_roles(&mut self, name: &Range<usize>, title: &Range<usize>, entity: usize) {
        let reading = self.reading;
        let after = if reading.is(name.end, ",") { name.end + 1..name.end + 8 } else { 0..0 };
        let apposed = after
            .clone()
            .take_while(|&word| {
                !matches!(reading.class(word), Class::Mark | Class::Auxiliary | Class::Modal | Class::Subject)
            })
            .find(|&word| TABLES.roles(reading.lower(word)).contains(&Role::One));
        let titled = title.clone().rev().find(|&word| TABLES.roles(reading.lower(word)).contains(&Role::One));
        for word in [apposed, titled].into_iter().flatten() {
            let holders = self.holders.entry(reading.lower(word)).or_default();
            if !holders.contains(&entity) {
                holders.push(entity);
            }
        }
    }

    /// Tells who a source is. A pronoun or role that was resolved becomes a mention of its entity.
    pub(super) fn resolve(&mut self, cast: &mut Cast, source: Option<&Range<usize>>) -> Speaker {
        let Some(source) = source else { return Speaker::Unknown };
        let (speaker, kind) = self.turn_of(cast, source).unwrap_or_else(|| self.identify(cast, source));
        if speaker == Speaker::Anonymous {
            self.unnamed.extend(phrases::head(self.reading, source).map(|head| self.reading.lower(head)));
        }
        if let Speaker::Entity(entity) = speaker {
            let are_several = source.clone().any(|word| self.reading.is(word, "and"));
            let was_several = kind == MentionKind::Pronoun && self.last.as_ref().is_some_and(|last| last.are_several);
            self.last = Some(LastSpeaker { entity, word: source.start, are_several: are_several || was_several });
            let span = self.reading.span(source);
            // Entities stay in the order of their first names: a role printed before the name is no mention.
            if kind != MentionKind::Name && cast.entities[entity].mentions[0].span < span {
                cast.entities[entity].mentions.push(Mention { span, kind });
                cast.references.push((source.clone(), entity));
            }
        }
        speaker
    }

    /// Tells whose turn of a transcript begins with this label: bodies ask, as "Q" does, and "A" is the first person
    /// named in full.
    fn turn_of(&mut self, cast: &Cast, source: &Range<usize>) -> Option<(Speaker, MentionKind)> {
        let reading = self.reading;
        let passage = reading.passages.partition_point(|passage| passage.words.end <= source.start);
        let passage = reading.passages.get(passage)?;
        let label = transcripts::label(reading, passage).filter(|label| label == source)?;
        let speaker = match reading.words[label.start].text {
            "Q" => Speaker::Author,
            "A" => self.interviewee.map_or(Speaker::Unknown, Speaker::Entity),
            _ => match self.named(cast, source) {
                Some(entity) if cast.entities[entity].kind == EntityKind::Organisation => Speaker::Author,
                named => named.map_or(Speaker::Unknown, Speaker::Entity),
            },
        };
        self.turn = Some((passage.words.clone(), speaker));
        Some((speaker, MentionKind::Name))
    }

    fn identify(&self, cast: &mut Cast, source: &Range<usize>) -> (Speaker, MentionKind) {
        if source.len() == 1 && !self.reading.words[source.start].is_capital || is_pronoun(self.reading, source) {
            let word = self.reading.lower(source.start);
            if let Some(speaker) = self.pronoun(cast, word, source.start) {
                return (speaker, MentionKind::Pronoun);
            }
        }
        if let Some(entity) = self.named(cast, source) {
            // "A senior Democrat" is one of them, unnamed.
            let is_one_of_them = cast.entities[entity].kind == EntityKind::Group
                && matches!(self.reading.lower(source.start), "a" | "an" | "one" | "another");
            let speaker = if is_one_of_them { Speaker::Anonymous } else { Speaker::Entity(entity) };
            return (speaker, MentionKind::Name);
        }
        let (speaker, kind) = self.role(cast, source);
        let is_known_yet =
            |entity: usize| cast.entities[entity].mentions[0].span.start < self.reading.span(source).start;
        match speaker {
            Speaker::Entity(entity) if !is_known_yet(entity) && Some(entity) != self.named_after(cast, source) => {
                (Speaker::Unknown, kind)
            }
            speaker => (speaker, kind),
        }
    }

    /// Returns the entity a source names, where the name is what the phrase is about.
    fn named(&self, cast: &Cast, source: &Range<usize>) -> Option<usize> {
        let reading = self.reading;
        let speaks_for = phrases::roles(reading, source).contains(&Role::Speaker);
        let names = cast.names_in(source);
        let is_head = |&index: &usize| {
            let (name, entity) = &cast.names[index];
            let is_owner = reading.class(name.end) == Class::Possessive && name.end < source.end;
            let before = (source.start..name.start).rev().find(|&word| {
                // "the chief of Ossa's army": what is owned stands below what its owner does.
                let is_owner = word + 1 < name.start
                    && reading.words[word].is_capital
                    && reading.class(word + 1) == Class::Possessive;
                !matches!(reading.class(word), Class::Determiner | Class::Adverb | Class::Possessive)
                    && !is_owner
                    && !cast.titles[index].contains(&word)
            });
            let is_lower_part = before.is_some_and(|word| {
                matches!(reading.class(word), Class::Preposition | Class::Subordinator | Class::Question | Class::That)
            });
            // "Kremlin officials": the name only says which.
            let is_modifier = name.end < source.end
                && matches!(reading.class(name.end), Class::Open)
                && cast.entities[*entity].kind != EntityKind::Person;
            !is_owner && !is_lower_part && !is_modifier
        };
        // "the army's General Staff, General Reed": who has a title is meant, not what he heads.
        let is_titled = |&index: &usize| !cast.titles[index].is_empty() && is_head(&index);
        let heads = names.clone().find(is_titled).or_else(|| names.clone().find(is_head));
        let body = || {
            let is_body = |index: &usize| {
                matches!(cast.entities[cast.names[*index].1].kind, EntityKind::Organisation | EntityKind::Place)
            };
            names.clone().find(is_body).filter(|_| speaks_for)
        };
        heads.or_else(body).map(|index| cast.names[index].1)
    }

    fn start_of(&self, word: usize) -> usize {
        self.reading.span(&(word..word + 1)).start
    }
}

/// Tells whether a source is one pronoun.
fn is_pronoun(reading: &Reading, source: &Range<usize>) -> bool {
    source.len() == 1 && matches!(reading.class(source.start), Class::Subject | Class::Pronoun | Class::Possessive)
}

/// Binds a noun to an entity, or to none once two have it.
fn bind<'r>(table: &mut HashMap<&'r str, Option<usize>>, noun: &'r str, entity: usize) {
    table.entry(noun).and_modify(|holder| *holder = holder.filter(|known| *known == entity)).or_insert(Some(entity));
}
