//! The sentences of a claim.

/// Divides a claim into sentences and quoted pieces. A title ("Mr. Lind") divides, too: what is cut off says nothing alone.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut start = 0;
    let mut letters = text.char_indices().peekable();
    let mut is_over = false;
    let ends = std::iter::from_fn(move || {
        while let Some((at, letter)) = letters.next() {
            let is_space = letter.is_whitespace();
            if is_over && is_space && letters.peek().is_some_and(|(_, next)| !next.is_lowercase()) {
                is_over = false;
                return Some(at);
            }
            is_over =
                matches!(letter, '.' | '?' | '!' | '…') || (is_over && matches!(letter, '"' | '”' | '’' | '\'' | ')'));
        }
        None
    });
    ends.chain([text.len()]).map(move |end| {
        let sentence = &text[start..end];
        start = end;
        sentence
    })
}
