//! One input made ready on a worker thread: read, divided, identified, and, where needed, analysed.

use super::findings::findings;
use crate::analysis::Analyzer;
use crate::article::Article;
use crate::corpus::ids::{IdKind, id_of};
use crate::corpus::write::{Findings, NewArticle, NewParagraph};
use crate::name::folded;
use crate::read::{Input, Location, Options};
use crate::sketch::Sketch;
use crate::text::{self, Document};
use crate::wording::Wording;

/// An input that was read, not yet analysed.
pub(super) struct Read {
    pub location: Location,
    pub bytes: usize,
    pub piece: Result<Piece, String>,
}

/// An article divided into its parts, with its public id.
pub(super) struct Piece {
    pub article_id: String,
    article: Article,
    document: Document,
}

/// Reads one input; what goes wrong becomes the reason of its failure.
pub(super) fn read(input: Input, options: &Options) -> Read {
    let bytes = input.raw.as_ref().map_or(0, |raw| raw.size());
    let piece = input.raw.and_then(|raw| raw.read(options)).and_then(Piece::new);
    Read { location: input.location, bytes, piece }
}

impl Piece {
    fn new(article: Article) -> Result<Piece, String> {
        let document = Document::from_blocks(article.headline.as_deref(), &article.body);
        let headline = usize::from(article.headline.is_some());
        if document.paragraphs.len() <= headline {
            return Err("it has no text".into());
        }
        let outlet = article.outlet.as_deref().map(folded).unwrap_or_default();
        let published_on = article.published_on.map(|date| date.to_string()).unwrap_or_default();
        let article_id = id_of(IdKind::Article, [outlet.as_str(), &published_on, &document.text]);
        Ok(Piece { article_id, article, document })
    }

    /// Turns the piece into what the corpus stores; without an analyzer it stays without findings.
    pub fn analysed(self, analyzer: Option<&Analyzer>) -> NewArticle {
        let Piece { article_id, article, document } = self;
        let paragraphs = paragraphs(&document, article.headline.is_some());
        let text = paragraphs.iter().filter(|paragraph| paragraph.number > 0);
        let wording = Wording::of(text.clone().map(|paragraph| (paragraph.kind, paragraph.text.as_str())));
        let body = text.map(|paragraph| paragraph.text.as_str()).collect::<Vec<_>>().join("\n");
        let language = text::language(&body);
        let findings = match analyzer {
            Some(analyzer) => findings(&article_id, &document, article.headline.is_some(), language, analyzer),
            None => Findings::default(),
        };
        NewArticle {
            outlet: article.outlet,
            headline: paragraphs.first().filter(|first| first.number == 0).map(|first| first.text.clone()),
            byline: article.byline,
            published_on: article.published_on.map(|date| date.to_string()),
            told_genre: told_genre(article.meta.iter(), article.url.as_deref()),
            url: article.url,
            language: language.to_string(),
            words: text::words(&body),
            meta: article.meta.into_iter().collect(),
            wording,
            sketch: Sketch::of(&body),
            article_id,
            paragraphs,
            findings,
        }
    }
}

/// Numbers the paragraphs: 0 is the headline, the text begins at 1.
pub(super) fn paragraphs(document: &Document, has_headline: bool) -> Vec<NewParagraph> {
    let first = usize::from(!has_headline);
    let numbered = document.paragraphs.iter().enumerate();
    numbered
        .map(|(index, paragraph)| NewParagraph {
            number: index + first,
            kind: paragraph.kind.name(),
            text: paragraph.span.of(&document.text).to_string(),
        })
        .collect()
}

/// Words in the metadata that tell a genre.
const GENRES: [(&str, &[&str]); 4] = [
    ("opinion", &["opinion", "op ed", "oped", "comment", "commentary", "editorial", "column", "views", "analysis"]),
    ("interview", &["interview", "q a", "transcript"]),
    ("statement", &["statement", "press release", "communique", "speech"]),
    ("news", &["news"]),
];

/// Returns the genre that a piece's metadata tells, or a folder of its address ("/opinion/").
fn told_genre<'m>(mut meta: impl Iterator<Item = (&'m String, &'m String)>, url: Option<&str>) -> Option<&'static str> {
    let told = meta.find(|(key, _)| ["genre", "section", "type"].contains(&key.to_lowercase().as_str()));
    let by_words = |told: &str| {
        let told = format!(" {} ", folded(told));
        GENRES.iter().find(|(_, words)| words.iter().any(|word| told.contains(&format!(" {word} "))))
    };
    let by_folder = || {
        let (_, path) = url?.split_once("://")?.1.split_once('/')?;
        let (folders, _) = path.rsplit_once('/')?;
        GENRES[..3].iter().find(|(_, words)| folders.split('/').any(|folder| words.contains(&folded(folder).as_str())))
    };
    told.and_then(|(_, value)| by_words(value)).or_else(by_folder).map(|(genre, _)| *genre)
}
