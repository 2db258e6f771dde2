//! Spans of a document → places in its paragraphs, as the corpus counts them.

use crate::corpus::write::{NewPart, Place};
use crate::span::{CharIndex, Span};
use crate::text::Document;

/// Turns spans of the document into places of its paragraphs.
pub(super) struct Places<'d> {
    pub document: &'d Document,
    index: CharIndex,
    /// Number of the first paragraph.
    first: usize,
}

impl<'d> Places<'d> {
    pub fn new(document: &'d Document, has_headline: bool) -> Places<'d> {
        Places { document, index: CharIndex::new(&document.text), first: usize::from(!has_headline) }
    }

    /// Returns where a span stands; one that runs over paragraphs stands in several places.
    pub fn of(&self, span: Span) -> Vec<(Place, Span)> {
        let paragraphs = &self.document.paragraphs;
        let begin = paragraphs.partition_point(|paragraph| paragraph.span.end <= span.start);
        let touched = paragraphs[begin..].iter().take_while(|paragraph| paragraph.span.start < span.end);
        let mut places = Vec::new();
        for (offset, paragraph) in touched.enumerate() {
            let part = Span::new(span.start.max(paragraph.span.start), span.end.min(paragraph.span.end));
            let part = part.trimmed(&self.document.text);
            if !part.is_empty() {
                let origin = self.index.position(paragraph.span.start);
                let (start, end) = self.index.span(part);
                let number = self.first + begin + offset;
                places.push((Place { paragraph: number, start: start - origin, end: end - origin }, part));
            }
        }
        places
    }

    /// Returns a part of a claim: where its spans stand, and their words.
    pub fn part(&self, spans: &[Span]) -> NewPart {
        let found: Vec<(Place, Span)> = spans.iter().flat_map(|&span| self.of(span)).collect();
        let words: Vec<&str> = found.iter().map(|(_, span)| span.of(&self.document.text)).collect();
        NewPart { text: words.join(" … "), places: found.iter().map(|(place, _)| *place).collect() }
    }
}
