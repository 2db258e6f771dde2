//! The gold annotations of the sample pieces, read as fixtures/README.md writes them. What is compared with them, and
//! how, is left to the tests.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// The annotations of one piece.
pub struct Piece {
    /// The name of its gold file, without ending.
    pub name: String,
    /// Where it stands under `fixtures/articles`.
    pub path: String,
    /// Its row in a file of several, from 1, the heading not counted.
    pub row: Option<i64>,
    pub blocks: Vec<Block>,
}

/// One attribution, in the words of the gold file. Lines that a block leaves out are empty.
#[derive(Default)]
pub struct Block {
    pub paragraph: usize,
    pub form: String,
    pub speaker: String,
    pub content: String,
}

/// Someone of `actors.txt`.
pub struct Actor {
    pub name: String,
    /// All its names, this one among them.
    pub names: Vec<String>,
}

/// A word as paragraph and place in it.
pub type Place = (usize, usize);

/// Reads the gold of all pieces, by name.
pub fn pieces() -> Vec<Piece> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder()).expect("the gold is there").map(|file| file.expect("readable").path()).collect();
    files.sort();
    files.retain(|file| !["actors", "links"].contains(&&*stem(file)));
    files.iter().map(|file| piece(file)).collect()
}

/// Reads who is who.
pub fn actors() -> Vec<Actor> {
    let text = read(&folder().join("actors.txt"));
    let mut actors: Vec<Actor> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match line.split_once(':') {
            Some(("names", names)) => {
                let last = actors.last_mut().expect("names stand below an actor");
                last.names.extend(names.split(';').map(|name| name.trim().to_string()));
            }
            None => actors.extend(line.rsplit_once("  ").map(|(name, _)| actor(name))),
            Some(_) => {}
        }
    }
    actors
}

fn actor(name: &str) -> Actor {
    Actor { name: name.trim().to_string(), names: vec![name.trim().to_string()] }
}

fn piece(file: &Path) -> Piece {
    let text = read(file);
    let mut piece = Piece { name: stem(file), path: String::new(), row: None, blocks: Vec::new() };
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix('¶') {
            let mut words = heading.split_whitespace();
            let paragraph = words.next().and_then(|number| number.parse().ok()).expect("¶ and a number");
            let form = words.next().expect("a form").to_string();
            piece.blocks.push(Block { paragraph, form, ..Block::default() });
            continue;
        }
        let Some((field, value)) = line.split_once(": ") else { continue };
        let value = value.trim();
        match (field, piece.blocks.last_mut()) {
            ("piece", None) => {
                let (path, row) = value.split_once(", row ").map_or((value, None), |(path, row)| (path, Some(row)));
                piece.path = path.to_string();
                piece.row = row.map(|row| row.parse().expect("a row is a number"));
            }
            ("speaker", Some(block)) => block.speaker = value.to_string(),
            ("content", Some(block)) => block.content = value.to_string(),
            _ => {}
        }
    }
    piece
}

impl Block {
    /// Returns the words of the content in the paragraphs of the piece, or none where a part of it is not found.
    pub fn content_words(&self, paragraphs: &[String]) -> Option<BTreeSet<Place>> {
        let mut found = BTreeSet::new();
        let (mut paragraph, mut after) = (self.paragraph, 0);
        for part in self.content.split(" … ") {
            let mut part = part;
            if let Some((number, rest)) = part.strip_prefix('¶').and_then(|part| part.split_once(' ')) {
                (paragraph, after, part) = (number.parse().ok()?, 0, rest);
            }
            let text = paragraphs.get(paragraph)?;
            let start = after + first_whole(&text[after..], part)?;
            after = start + part.len();
            found.extend(words_in(text, start..after).map(|word| (paragraph, word)));
        }
        Some(found)
    }
}

/// Returns which words of a text lie inside a range of bytes: letters and digits with apostrophes inside.
pub fn words_in(text: &str, range: Range<usize>) -> impl Iterator<Item = usize> + use<> {
    let letters = |text: &str, at: usize| text[at..].chars().next().is_some_and(char::is_alphanumeric);
    let is_inner = |at: usize, mark: char| {
        matches!(mark, '\'' | '’')
            && text[..at].chars().next_back().is_some_and(char::is_alphanumeric)
            && letters(text, at + mark.len_utf8())
    };
    let mut words: Vec<usize> = Vec::new();
    let mut is_word = false;
    for (at, letter) in text.char_indices() {
        let was_word = is_word;
        is_word = letter.is_alphanumeric() || is_inner(at, letter);
        if is_word && !was_word {
            words.push(at);
        }
    }
    words.into_iter().enumerate().filter(move |(_, at)| range.contains(at)).map(|(word, _)| word)
}

/// Returns where a part first stands with no letter going on before or after it.
fn first_whole(text: &str, part: &str) -> Option<usize> {
    let inside = |one: Option<char>, two: Option<char>| {
        one.is_some_and(char::is_alphanumeric) && two.is_some_and(char::is_alphanumeric)
    };
    text.match_indices(part).map(|(at, _)| at).find(|&at| {
        let (before, after) = (&text[..at], &text[at + part.len()..]);
        !inside(before.chars().next_back(), part.chars().next())
            && !inside(part.chars().next_back(), after.chars().next())
    })
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/gold")
}

fn stem(file: &Path) -> String {
    file.file_stem().expect("a file has a name").to_string_lossy().into_owned()
}

fn read(file: &Path) -> String {
    std::fs::read_to_string(file).expect("the gold is readable")
}
