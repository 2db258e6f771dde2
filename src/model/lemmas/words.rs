//! Words whose lemma no ending tells: by hand in `words.txt`, and in `exceptions.txt` as `train/lemmas.py` finds them
//! in the training treebanks.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::table::lines;

/// Returns the lemma of a listed word, which comes in small letters, under a Penn tag.
pub(super) fn lemma(word: &str, xpos: &str) -> Option<&'static str> {
    WORDS.get(&(word, xpos)).copied()
}

static WORDS: LazyLock<HashMap<(&str, &str), &str>> = LazyLock::new(|| {
    // What stands by hand wins.
    lines(include_str!("exceptions.txt")).chain(lines(include_str!("words.txt"))).flat_map(entries).collect()
});

/// Returns what a line says, once for each of its tags.
fn entries(line: &'static str) -> impl Iterator<Item = ((&'static str, &'static str), &'static str)> {
    let mut columns = line.split_whitespace();
    let [word, tags, lemma] = std::array::from_fn(|_| columns.next().expect("a line is word, tags, lemma"));
    tags.split('/').map(move |tag| ((word, tag), lemma))
}
