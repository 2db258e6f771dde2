//! The articles that are edited and stored: read from a folder, or invented.

use sayso::article::{Block, BlockKind};
use sayso::corpus::ids::{IdKind, id_of};
use sayso::corpus::write::{Findings, NewArticle, NewParagraph};
use sayso::read::{self, Options};
use sayso::sketch::Sketch;
use sayso::text::{self, Document};
use sayso::wording::Wording;

use super::synthetic;

/// A piece of news, or an edited copy of one.
#[derive(Clone)]
pub struct Piece {
    pub name: String,
    pub outlet: Option<String>,
    pub headline: String,
    pub published_on: Option<String>,
    pub paragraphs: Vec<String>,
}

/// Reads all articles in some folders or files, as `ingest` does.
pub fn read(sources: &[String]) -> Vec<Piece> {
    let options = Options::default();
    let inputs = read::inputs(sources, &options).filter_map(|input| {
        let (path, row) = (input.location.path, input.location.row);
        let article = input.raw.and_then(|raw| raw.read(&options)).ok()?;
        let document = Document::from_blocks(article.headline.as_deref(), &article.body);
        let first = usize::from(article.headline.is_some());
        let texts =
            document.paragraphs.iter().skip(first).map(|paragraph| paragraph.span.of(&document.text).to_string());
        let row = row.map_or(String::new(), |row| format!(":{row}"));
        Some(Piece {
            name: format!("{}{row}", path.rsplit('/').next().unwrap_or_default()),
            outlet: article.outlet,
            headline: article.headline.unwrap_or_default(),
            published_on: article.published_on.map(|date| date.to_string()),
            paragraphs: texts.collect(),
        })
    });
    inputs.filter(|piece| !piece.paragraphs.is_empty()).collect()
}

/// Returns a wording that no other piece has and that is never compared.
pub fn wording_of_number(number: usize) -> Wording {
    Wording::of([("body", number.to_string().as_str())].into_iter())
}

impl Piece {
    /// Makes a piece of an invented one.
    pub fn invented(number: usize, invented: synthetic::Piece) -> Piece {
        Piece {
            name: number.to_string(),
            outlet: Some(invented.outlet),
            headline: invented.headline,
            published_on: Some(invented.published_on),
            paragraphs: invented.text.split("\n\n").map(String::from).collect(),
        }
    }

    /// Counts the words of the text.
    pub fn words(&self) -> usize {
        self.paragraphs.iter().map(|paragraph| text::words(paragraph)).sum()
    }

    /// Divides the piece as `ingest` does; nothing is analysed.
    pub fn article(&self) -> NewArticle {
        let blocks = self.paragraphs.iter().map(|text| Block { kind: BlockKind::Paragraph, text: text.clone() });
        let document = Document::from_blocks(Some(&self.headline), &blocks.collect::<Vec<_>>());
        let first = usize::from(self.headline.trim().is_empty());
        let paragraphs: Vec<NewParagraph> = document
            .paragraphs
            .iter()
            .enumerate()
            .map(|(index, paragraph)| NewParagraph {
                number: index + first,
                kind: paragraph.kind.name(),
                text: paragraph.span.of(&document.text).to_string(),
            })
            .collect();
        let text = paragraphs.iter().filter(|paragraph| paragraph.number > 0);
        let wording = Wording::of(text.clone().map(|paragraph| (paragraph.kind, paragraph.text.as_str())));
        let body = text.map(|paragraph| paragraph.text.as_str()).collect::<Vec<_>>().join("\n");
        NewArticle {
            article_id: id_of(IdKind::Article, [self.name.as_str(), &document.text]),
            outlet: self.outlet.clone(),
            headline: (first == 0).then(|| paragraphs[0].text.clone()),
            byline: None,
            published_on: self.published_on.clone(),
            url: None,
            language: "en".into(),
            told_genre: None,
            words: text::words(&body),
            meta: Vec::new(),
            wording,
            sketch: Sketch::of(&body),
            paragraphs,
            findings: Findings { analyzer: "none".into(), genre: "news", ..Findings::default() },
        }
    }
}
