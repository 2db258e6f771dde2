//! Passages and claims as people read them on a page: where they stand, who speaks, the words.

use super::page::{Page, Piece, styles};
use super::words::short;
use crate::corpus::queries::{ClaimRow, CrossrefRow, LinkRow, SearchRow};

/// Characters of a passage that a page shows.
const SHOWN: usize = 600;

/// Words of a piece, and where they stand.
pub struct Passage {
    outlet: Option<String>,
    published_on: Option<String>,
    headline: Option<String>,
    paragraph: i64,
    speaker: Option<String>,
    cue: Option<String>,
    text: String,
    /// The claim it is, or else the article it stands in.
    id: String,
}

impl From<CrossrefRow> for Passage {
    fn from(row: CrossrefRow) -> Self {
        Passage {
            outlet: row.outlet,
            published_on: row.published_on,
            headline: row.headline,
            paragraph: row.paragraph,
            speaker: row.speaker,
            cue: row.cue,
            text: row.text,
            id: row.claim_id.unwrap_or(row.article_id),
        }
    }
}

impl From<ClaimRow> for Passage {
    fn from(row: ClaimRow) -> Self {
        let source = Some(row.source).filter(|source| !source.is_empty());
        Passage {
            outlet: row.outlet,
            published_on: row.published_on,
            headline: row.headline,
            paragraph: row.paragraph,
            speaker: row.speaker.or(source),
            cue: Some(row.cue).filter(|cue| !cue.is_empty()),
            text: row.content,
            id: row.claim_id,
        }
    }
}

impl From<SearchRow> for Passage {
    fn from(row: SearchRow) -> Self {
        Passage {
            outlet: row.outlet,
            published_on: row.published_on,
            headline: row.headline,
            paragraph: row.paragraph,
            speaker: row.speaker,
            cue: row.cue,
            text: row.text,
            id: row.claim_id.unwrap_or(row.article_id),
        }
    }
}

impl Passage {
    /// Returns both sides of a link.
    pub fn of_link(link: &LinkRow) -> (Passage, Passage) {
        let link = link.clone();
        let cue = |cue: String| Some(cue).filter(|cue| !cue.is_empty());
        let earlier = Passage {
            outlet: link.outlet_a,
            published_on: link.published_a,
            headline: link.headline_a,
            paragraph: link.paragraph_a,
            speaker: link.speaker_a,
            cue: cue(link.cue_a),
            text: link.content_a,
            id: link.claim_a,
        };
        let later = Passage {
            outlet: link.outlet_b,
            published_on: link.published_b,
            headline: link.headline_b,
            paragraph: link.paragraph_b,
            speaker: link.speaker_b,
            cue: cue(link.cue_b),
            text: link.content_b,
            id: link.claim_b,
        };
        (earlier, later)
    }

    /// Returns what stands before the words of a claim: `Anna Lind (said): `.
    fn voice(&self) -> Vec<Piece> {
        let speaker = self.speaker.as_deref().map(|speaker| (speaker.to_string(), styles::SOURCE));
        let cue = self.cue.as_deref().map(|cue| (format!("({cue})"), styles::CUE));
        let known: Vec<_> = speaker.into_iter().chain(cue).collect();
        let last = known.len().saturating_sub(1);
        let after = |place| if place == last { ": " } else { " " };
        let pieces = known.into_iter().enumerate();
        pieces.map(|(place, (words, style))| Piece::new(words + after(place), style)).collect()
    }

    /// Writes the passage onto a page: one line on where it stands, then the words.
    pub fn write(&self, page: &mut Page) {
        let known = [&self.published_on, &self.outlet, &self.headline];
        let place: Vec<&str> = known.into_iter().flatten().map(String::as_str).collect();
        let place = place.iter().map(|part| format!("{part} · ")).collect::<String>();
        let place = format!("{} · {place}¶{}", short(&self.id), self.paragraph);
        page.pieces(2, &[Piece::new(place, styles::QUIET)]);
        let mut words: String = self.text.chars().take(SHOWN).collect();
        if words.len() < self.text.len() {
            words.push_str(" …");
        }
        let mut pieces: Vec<Piece> = self.voice();
        pieces.push(Piece::new(words, styles::PLAIN));
        page.pieces(4, &pieces);
    }
}
