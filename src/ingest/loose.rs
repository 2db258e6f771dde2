//! Quotations that stand in no claim. Nobody is named for them, so no list shows them; but the same words in another piece
//! are an echo all the same.

use super::places::Places;
use crate::analysis::{Analysis, CueClass, Form, Polarity};
use crate::corpus::write::{NewClaim, NewPart, NewSpeaker, claim_id};
use crate::linking::quote_keys;
use crate::span::Span;
use crate::text::ParagraphKind;

/// Returns the quotations, long enough to be found again, that no attribution holds as a whole.
pub(super) fn loose_quotations(article_id: &str, analysis: &Analysis, places: &Places<'_>) -> Vec<NewClaim> {
    let text = &places.document.text;
    let is_held = |inner: Span| {
        let quoted = analysis.attributions.iter().filter(|found| matches!(found.form, Form::Direct | Form::Mixed));
        quoted.flat_map(|found| &found.content).any(|content| content.contains(inner))
    };
    let read = places.document.paragraphs.iter();
    let read = read.filter(|paragraph| !matches!(paragraph.kind, ParagraphKind::Boilerplate | ParagraphKind::Repeat));
    read.flat_map(|paragraph| &paragraph.quotations)
        .map(|quotation| quotation.inner.trimmed(text))
        .filter(|inner| !quote_keys(inner.of(text)).is_empty() && !is_held(*inner))
        .map(|inner| {
            let parts = [NewPart::default(), NewPart::default(), places.part(&[inner])];
            NewClaim {
                claim_id: claim_id(article_id, &parts),
                speaker: NewSpeaker::Unknown,
                parts,
                form: Form::Direct.name(),
                cue_class: CueClass::Other.name(),
                polarity: Polarity::Affirmed.name(),
                about: Vec::new(),
                addressees: Vec::new(),
                score: 0.0,
                vector: Vec::new(),
            }
        })
        .collect()
}
