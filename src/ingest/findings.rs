//! Analysis → Findings: where the words of linguistics become the words of storage.

use std::collections::{BTreeMap, BTreeSet};

use super::loose::loose_quotations;
use super::places::Places;
use crate::analysis::{Analysis, Analyzer, Attribution, Entity, EntityKind, Genre, Speaker};
use crate::corpus::write::{Findings, NewClaim, NewDescription, NewMention, NewName, NewSpeaker, claim_id};
use crate::identity;
use crate::text::Document;

/// The one language that the analyzers read; a text in another is stored and searched, and yields no claims.
const READ_LANGUAGES: [&str; 2] = ["en", "und"];

/// The least score of an attribution: 0 means that nobody is named.
const LEAST_SCORE: f64 = 0.001;

/// Tells whether the analyzers read this language (ISO 639-1, `und` where it could not be told).
pub fn is_read(language: &str) -> bool {
    READ_LANGUAGES.contains(&language)
}

/// Analyses a document and returns what it found as the corpus stores it.
pub(super) fn findings(
    article_id: &str,
    document: &Document,
    has_headline: bool,
    language: &str,
    analyzer: &Analyzer,
) -> Findings {
    let analyzer_name = analyzer.name().to_string();
    if !is_read(language) {
        return Findings { analyzer: analyzer_name, genre: Genre::News.name(), ..Findings::default() };
    }
    let analysis = analyzer.analyze(document);
    let places = Places::new(document, has_headline);
    let (mut names, name_of_entity) = names(&analysis);
    let speaker_of_entity = speakers(&analysis, &name_of_entity, &mut names);
    Findings {
        analyzer: analyzer_name,
        genre: analysis.genre.name(),
        mentions: mentions(&analysis, &name_of_entity, &places),
        descriptions: descriptions(&analysis, &name_of_entity, &places),
        claims: claims(article_id, &analysis, &name_of_entity, &speaker_of_entity, &places),
        names,
    }
}

/// Gathers the name keys of a piece, and which of them each entity has. Entities of one key become one name.
pub(super) fn names(analysis: &Analysis) -> (Vec<NewName>, Vec<Option<usize>>) {
    let mut names: Vec<NewName> = Vec::new();
    let mut place_of: BTreeMap<String, usize> = BTreeMap::new();
    let mut name_of_entity = Vec::with_capacity(analysis.entities.len());
    for entity in &analysis.entities {
        let Some(name) = identity::name_of(entity) else {
            name_of_entity.push(None);
            continue;
        };
        let place = *place_of.entry(name.key.clone()).or_insert(names.len());
        match names.get_mut(place) {
            Some(known) => {
                known.shorter.extend(name.shorter);
                known.shorter.sort_unstable();
                known.shorter.dedup();
            }
            None => names.push(NewName { key: name.key, name: name.name, shorter: name.shorter }),
        }
        name_of_entity.push(Some(place));
    }
    (names, name_of_entity)
}

/// Returns which name each entity has as one who speaks: where a capital does, it is the state ("Washington said"); in any
/// other place it stays a city.
fn speakers(analysis: &Analysis, name_of_entity: &[Option<usize>], names: &mut Vec<NewName>) -> Vec<Option<usize>> {
    let mut speakers = name_of_entity.to_vec();
    for attribution in &analysis.attributions {
        let Speaker::Entity(speaker) = attribution.speaker else { continue };
        let entity = &analysis.entities[speaker];
        let is_city = entity.kind == EntityKind::Place;
        let Some(state) = identity::state_of_capital(&entity.name).filter(|_| is_city) else { continue };
        let Some(name) = identity::name_of(&Entity { name: state.to_string(), ..entity.clone() }) else { continue };
        let known = names.iter().position(|known| known.key == name.key);
        speakers[speaker] = Some(known.unwrap_or_else(|| {
            names.push(NewName { key: name.key, name: name.name, shorter: name.shorter });
            names.len() - 1
        }));
    }
    speakers
}

fn mentions(analysis: &Analysis, name_of_entity: &[Option<usize>], places: &Places<'_>) -> Vec<NewMention> {
    let mut seen = BTreeSet::new();
    let mut mentions = Vec::new();
    for (entity, name) in analysis.entities.iter().zip(name_of_entity) {
        let Some(name) = *name else { continue };
        for mention in &entity.mentions {
            for (place, span) in places.of(mention.span) {
                if seen.insert((place, name)) {
                    let text = span.of(&places.document.text).to_string();
                    mentions.push(NewMention { name, place, text, kind: mention.kind.name() });
                }
            }
        }
    }
    mentions.sort_by_key(|mention| (mention.place, mention.name));
    mentions
}

fn descriptions(analysis: &Analysis, name_of_entity: &[Option<usize>], places: &Places<'_>) -> Vec<NewDescription> {
    let mut seen = BTreeSet::new();
    let mut descriptions = Vec::new();
    for description in &analysis.descriptions {
        let Some(name) = name_of_entity[description.entity] else { continue };
        // A description never runs over the end of a paragraph.
        for (place, span) in places.of(description.span).into_iter().take(1) {
            if seen.insert((place, name)) {
                let text = span.of(&places.document.text).to_string();
                descriptions.push(NewDescription { name, place, text, kind: description.kind.name() });
            }
        }
    }
    descriptions
}

fn claims(
    article_id: &str,
    analysis: &Analysis,
    name_of_entity: &[Option<usize>],
    speaker_of_entity: &[Option<usize>],
    places: &Places<'_>,
) -> Vec<NewClaim> {
    let mut seen = BTreeSet::new();
    let mut claims = Vec::new();
    for attribution in &analysis.attributions {
        let claim = claim(article_id, attribution, name_of_entity, speaker_of_entity, places);
        // Equal spans are one claim, whatever else two attributions say of it.
        if !claim.parts[2].places.is_empty() && seen.insert(claim.claim_id.clone()) {
            claims.push(claim);
        }
    }
    for quotation in loose_quotations(article_id, analysis, places) {
        if seen.insert(quotation.claim_id.clone()) {
            claims.push(quotation);
        }
    }
    claims.sort_by(|a, b| {
        let key = |claim: &NewClaim| claim.parts[2].places.first().copied();
        key(a).cmp(&key(b)).then_with(|| a.claim_id.cmp(&b.claim_id))
    });
    claims
}

fn claim(
    article_id: &str,
    attribution: &Attribution,
    name_of_entity: &[Option<usize>],
    speaker_of_entity: &[Option<usize>],
    places: &Places<'_>,
) -> NewClaim {
    let parts = [&attribution.source, &attribution.cue, &attribution.content].map(|spans| places.part(spans));
    let named = |entities: &[usize]| entities.iter().filter_map(|&entity| name_of_entity[entity]).collect();
    NewClaim {
        claim_id: claim_id(article_id, &parts),
        speaker: match attribution.speaker {
            Speaker::Entity(entity) => speaker_of_entity[entity].map_or(NewSpeaker::Unknown, NewSpeaker::Named),
            Speaker::Author => NewSpeaker::Author,
            Speaker::Anonymous => NewSpeaker::Anonymous,
            Speaker::Unknown => NewSpeaker::Unknown,
        },
        parts,
        form: attribution.form.name(),
        cue_class: attribution.cue_class.name(),
        polarity: attribution.polarity.name(),
        about: named(&attribution.about),
        addressees: named(&attribution.addressees),
        // Rounded, so that kinds of processor agree.
        score: (attribution.score.clamp(LEAST_SCORE, 1.0) * 1000.0).round() / 1000.0,
        vector: attribution.vector.clone(),
    }
}
