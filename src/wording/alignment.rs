//! Which words of two texts stand in passages of both: runs of five words, drawn out over single words that were changed.
//!
//! Runs alone lose what is left between two changes, and of a short text with some words changed that is much of it.

use super::{RUN, key_of};

/// Changed words in a row, with fewer than five words between them, over which a passage is drawn out.
const MOST_CHANGES: usize = 4;

/// Of two texts: whether each word stands in a passage that the other has too.
pub(super) struct Alignment<'w> {
    one: &'w [u64],
    other: &'w [u64],
    /// The words of the one that are shared.
    pub of_one: Vec<bool>,
    /// The words of the other that are.
    pub of_other: Vec<bool>,
}

impl<'w> Alignment<'w> {
    /// Lays two texts beside each other.
    pub(super) fn of(one: &'w [u64], other: &'w [u64]) -> Alignment<'w> {
        let (of_one, of_other) = (vec![false; one.len()], vec![false; other.len()]);
        let mut alignment = Alignment { one, other, of_one, of_other };
        for (here, there) in alignment.mark_runs() {
            // What goes on unchanged is in the next run.
            alignment.draw_out((here + RUN as isize, there + RUN as isize), 1);
            alignment.draw_out((here - 1, there - 1), -1);
        }
        alignment
    }

    /// Marks the words of all runs that both texts have.
    ///
    /// Returns the places of those that stand once in either: of others nobody knows which answers which.
    fn mark_runs(&mut self) -> Vec<(isize, isize)> {
        let (runs, others) = (places_of_runs(self.one), places_of_runs(self.other));
        let mut others = others.chunk_by(|(run, _), (next, _)| run == next).peekable();
        let mut single = Vec::new();
        for same in runs.chunk_by(|(run, _), (next, _)| run == next) {
            while others.next_if(|there| there[0].0 < same[0].0).is_some() {}
            let Some(there) = others.next_if(|there| there[0].0 == same[0].0) else { continue };
            same.iter().for_each(|&(_, place)| self.of_one[place..place + RUN].fill(true));
            there.iter().for_each(|&(_, place)| self.of_other[place..place + RUN].fill(true));
            if let ([(_, here)], [(_, there)]) = (same, there) {
                single.push((here.cast_signed(), there.cast_signed()));
            }
        }
        single
    }

    /// Goes on from a run in one direction, over single words that are others, left out or put in, until there is
    /// another run or the texts part.
    fn draw_out(&mut self, mut place: (isize, isize), step: isize) {
        let (mut matched, mut changes, mut is_drawn) = (0, 0, false);
        while matched < RUN {
            let ahead = |(here, there): (isize, isize)| (place.0 + here * step, place.1 + there * step);
            if self.is_same(place) {
                // The run before is drawn out by the run that has this word.
                if !is_drawn {
                    return;
                }
                self.of_one[place.0.cast_unsigned()] = true;
                self.of_other[place.1.cast_unsigned()] = true;
                place = ahead((1, 1));
                matched += 1;
                continue;
            }
            let next = [(1, 1), (1, 0), (0, 1)].into_iter().find(|&(here, there)| {
                self.is_same(ahead((here, there))) && self.is_same(ahead((here + 1, there + 1)))
            });
            let Some(next) = next.filter(|_| changes < MOST_CHANGES) else { return };
            place = ahead(next);
            (matched, changes, is_drawn) = (0, changes + 1, true);
        }
    }

    fn is_same(&self, (here, there): (isize, isize)) -> bool {
        let word =
            |words: &[u64], place: isize| usize::try_from(place).ok().and_then(|place| words.get(place).copied());
        word(self.one, here).is_some_and(|found| word(self.other, there) == Some(found))
    }
}

/// Returns all runs with their places, ascending.
fn places_of_runs(words: &[u64]) -> Vec<(i64, usize)> {
    let mut runs: Vec<(i64, usize)> = words.windows(RUN).enumerate().map(|(place, run)| (key_of(run), place)).collect();
    runs.sort_unstable();
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(one: &str, other: &str) -> (usize, usize) {
        let words = |text: &str| text.bytes().map(u64::from).collect::<Vec<u64>>();
        let (one, other) = (words(one), words(other));
        let alignment = Alignment::of(&one, &other);
        let count = |shared: &[bool]| shared.iter().filter(|is_shared| **is_shared).count();
        (count(&alignment.of_one), count(&alignment.of_other))
    }

    #[test]
    fn a_passage_goes_on_over_words_changed_left_out_and_put_in() {
        assert_eq!(shared("abcdefghij", "abcdefghij"), (10, 10));
        assert_eq!(shared("abcdefghij", "abcdeXghij"), (9, 9));
        assert_eq!(shared("abcdefghij", "abcdeghij"), (9, 9));
        assert_eq!(shared("abcdefghij", "abcdefXghi"), (9, 9));
        assert_eq!(shared("abXcdYefghij", "abcdefghij"), (10, 10));
    }

    #[test]
    fn it_needs_a_run_to_begin_with_and_two_words_to_go_on() {
        assert_eq!(shared("abcdXefghY", "abcdZefghU"), (0, 0));
        assert_eq!(shared("abcdeXfY", "abcdeZfU"), (5, 5));
        assert_eq!(shared("abcdeXYfghi", "abcdeZUfghi"), (5, 5));
        assert_eq!(shared("", "abcde"), (0, 0));
    }

    #[test]
    fn a_text_that_repeats_itself_is_not_drawn_out() {
        let (one, other) = ("abcde".repeat(4_000), "abcdf".repeat(4_000));
        assert_eq!(shared(&one, &one), (20_000, 20_000));
        assert_eq!(shared(&one, &other), (0, 0));
        assert_eq!(shared("abcdeXfgh", "abcdeabcdeZfgh"), (5, 10));
    }
}
