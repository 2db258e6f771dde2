//! An invented piece with its names, mentions and claims as analysis would find them, without analysing it.

use std::collections::BTreeMap;

use sayso::analysis::{Entity, EntityKind, Gender};
use sayso::corpus::ids::{IdKind, id_of};
use sayso::corpus::write::{
    Findings, NewArticle, NewClaim, NewDescription, NewMention, NewName, NewParagraph, NewPart, NewSpeaker, Place,
    claim_id,
};
use sayso::identity::name_of;
use sayso::sketch::Sketch;
use sayso::wording::Wording;

use crate::synthetic::{Chance, Piece, words::BODIES};

/// A name that was found: which, and where.
struct Found {
    name: usize,
    place: Place,
    text: String,
}

/// Makes an article of a piece.
pub fn article(piece: &Piece) -> NewArticle {
    let mut paragraphs = vec![NewParagraph { number: 0, kind: "headline", text: piece.headline.clone() }];
    let body = piece.text.split("\n\n").enumerate();
    paragraphs.extend(body.map(|(at, text)| NewParagraph { number: at + 1, kind: "body", text: text.into() }));
    let article_id = id_of(IdKind::Article, [piece.outlet.as_str(), &piece.published_on, &piece.text]);
    NewArticle {
        outlet: Some(piece.outlet.clone()),
        headline: Some(piece.headline.clone()),
        byline: Some(piece.byline.clone()),
        published_on: Some(piece.published_on.clone()),
        url: None,
        language: "en".into(),
        told_genre: None,
        words: piece.text.split_whitespace().count(),
        meta: vec![],
        wording: Wording::of([("body", piece.text.as_str())].into_iter()),
        sketch: Sketch::of(&piece.text),
        findings: findings(&article_id, piece, &paragraphs),
        article_id,
        paragraphs,
    }
}

fn findings(article_id: &str, piece: &Piece, paragraphs: &[NewParagraph]) -> Findings {
    let mut names: Vec<NewName> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let (mut mentions, mut descriptions, mut claims) = (Vec::new(), Vec::new(), Vec::new());
    for paragraph in paragraphs {
        let found = names_in(piece, paragraph, &mut names, &mut known);
        claims.extend(claim_of(article_id, paragraph, &found));
        for (at, Found { name, place, text }) in found.into_iter().enumerate() {
            if at == 0 && place.start > 0 {
                // As often as real pieces describe somebody: about once a paragraph.
                let (start, text) = (place.start - 1, paragraph.text.chars().skip(place.start - 1).take(1).collect());
                let place = Place { start, end: start + 1, ..place };
                descriptions.push(NewDescription { name, place, text, kind: "title" });
            }
            mentions.push(NewMention { name, place, text, kind: "name" });
        }
    }
    Findings { analyzer: "told-1".into(), genre: "news", names, mentions, descriptions, claims }
}

/// Finds people by full name, else by surname, and bodies.
fn names_in(
    piece: &Piece,
    paragraph: &NewParagraph,
    names: &mut Vec<NewName>,
    known: &mut BTreeMap<String, usize>,
) -> Vec<Found> {
    let text = &paragraph.text;
    let mut found: BTreeMap<usize, (String, EntityKind, usize)> = BTreeMap::new();
    for person in &piece.people {
        let surname = person.rsplit(' ').next().unwrap_or(person);
        for (at, _) in text.match_indices(surname) {
            let start = at
                - if text[..at].ends_with(&person[..person.len() - surname.len()]) {
                    person.len() - surname.len()
                } else {
                    0
                };
            found.insert(start, (person.clone(), EntityKind::Person, at + surname.len()));
        }
    }
    for body in BODIES {
        for (at, _) in text.match_indices(body).filter(|(at, _)| *at > 0) {
            let start = text[..at - 1].rfind(' ').map_or(0, |space| space + 1);
            found.insert(start, (text[start..at + body.len()].into(), EntityKind::Organisation, at + body.len()));
        }
    }
    let mut last = 0;
    let mut placed = Vec::new();
    for (start, (name, kind, end)) in found {
        let entity = Entity { name, kind, gender: Gender::Any, aliases: vec![], mentions: vec![] };
        let Some(name) = name_of(&entity).filter(|_| start >= last) else { continue };
        last = end;
        let row = *known.entry(name.key.clone()).or_insert_with(|| {
            names.push(NewName { key: name.key, name: name.name, shorter: name.shorter });
            names.len() - 1
        });
        let first = text[..start].chars().count();
        let length = text[start..end].chars().count();
        let place = Place { paragraph: paragraph.number, start: first, end: first + length };
        placed.push(Found { name: row, place, text: text[start..end].into() });
    }
    placed
}

/// Makes a claim of a paragraph: whoever is named first says its last clause, about whoever is named after.
fn claim_of(article_id: &str, paragraph: &NewParagraph, found: &[Found]) -> Option<NewClaim> {
    let speaker = found.first()?;
    let text = &paragraph.text;
    let spoken = text.chars().skip(speaker.place.end).collect::<String>();
    let begin = ["that ", "“", ". "].iter().filter_map(|mark| Some(spoken.rfind(mark)? + mark.len())).max()?;
    let start = speaker.place.end + spoken[..begin].chars().count();
    let length = text.chars().count();
    let is_quoted = spoken[..begin].ends_with('“');
    let part = |start: usize, end: usize| NewPart {
        places: vec![Place { paragraph: paragraph.number, start, end }],
        text: text.chars().skip(start).take(end - start).collect(),
    };
    let parts = [part(speaker.place.start, speaker.place.end), NewPart::default(), part(start, length)];
    let mut about: Vec<usize> =
        found[1..].iter().map(|found| found.name).filter(|&name| name != speaker.name).collect();
    about.sort_unstable();
    about.dedup();
    (start < length).then(|| NewClaim {
        claim_id: claim_id(article_id, &parts),
        speaker: NewSpeaker::Named(speaker.name),
        form: if is_quoted { "direct" } else { "indirect" },
        cue_class: "assert",
        polarity: if parts[2].text.contains(" not ") { "negated" } else { "affirmed" },
        about,
        addressees: vec![],
        score: 0.5,
        vector: vector_of(&parts[2].text),
        parts,
    })
}

/// Makes a vector of words, small ones left out: like texts have like ones, as those of an encoder do.
fn vector_of(text: &str) -> Vec<i8> {
    const SIZE: usize = 128;
    let mut sum = [0.0_f64; SIZE];
    for word in text.split_whitespace().filter(|word| word.len() > 3) {
        let seed = word.bytes().fold(5, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
        let mut chance = Chance::new(seed);
        sum.iter_mut().for_each(|component| *component += chance.share() - 0.5);
    }
    let length = sum.iter().map(|component| component * component).sum::<f64>().sqrt().max(1e-9);
    sum.iter().map(|component| (component / length * f64::from(i8::MAX)).round() as i8).collect()
}
