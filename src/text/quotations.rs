//! Which stretches of a paragraph stand inside quotation marks. Marks are paired inside one paragraph, so that an odd
//! one cannot swallow more than that; who speaks is the business of `analysis`.

use super::Quotation;
use super::quotation_marks::{Family, Mark, Role, find_marks};
use super::single_quotations::find_single_quotations;
use crate::span::Span;

/// Finds the quotations of a paragraph, in order, none inside another; `is_open` says whether the quotation before it
/// was left unclosed.
pub(super) fn find_quotations(text: &str, paragraph: Span, is_open: bool) -> Vec<Quotation> {
    let double = pair_marks(&find_marks(text, paragraph), paragraph, is_open);
    let single = find_single_quotations(text, paragraph);
    let is_inside = |quotation: &Quotation| {
        let after = single.partition_point(|single| single.outer.start <= quotation.outer.start);
        after > 0 && single[after - 1].outer.contains(quotation.outer)
    };
    // Single marks are a paragraph's quotation marks only if all others stand inside them.
    let mut quotations = if double.iter().all(is_inside) { single } else { double };
    if let Some(first) = quotations.first_mut() {
        first.continues = is_open && first.outer.start == paragraph.start;
    }
    quotations
}

impl Quotation {
    /// Makes the quotation between two marks.
    pub(super) fn closed(open: Span, close: Span) -> Quotation {
        let (outer, inner) = (Span::new(open.start, close.end), Span::new(open.end, close.start));
        Quotation { outer, inner, is_unclosed: false, continues: false }
    }

    /// Makes the quotation from a mark to the end of the paragraph.
    pub(super) fn unclosed(open: Span, end: usize) -> Quotation {
        let (outer, inner) = (Span::new(open.start, end), Span::new(open.end, end));
        Quotation { outer, inner, is_unclosed: true, continues: false }
    }
}

/// The marks that are open at one point of a paragraph, outermost first.
#[derive(Default)]
struct Open {
    marks: Vec<Mark>,
    /// How many of them are of each family.
    families: [usize; 3],
}

impl Open {
    fn push(&mut self, mark: Mark) {
        self.families[mark.family as usize] += 1;
        self.marks.push(mark);
    }

    /// Takes out the innermost mark and all of another family that were left open inside it.
    fn pop(&mut self, family: Family) -> Option<Mark> {
        while let Some(mark) = self.marks.pop() {
            self.families[mark.family as usize] -= 1;
            if mark.family == family {
                return Some(mark);
            }
        }
        None
    }
}

fn pair_marks(marks: &[Mark], paragraph: Span, is_open: bool) -> Vec<Quotation> {
    let closers_left = closers_left(marks);
    let mut quotations = Vec::new();
    let mut open = Open::default();
    for (index, mark) in marks.iter().enumerate() {
        let ahead = &closers_left[index + 1];
        let innermost = open.marks.last();
        let closes = match mark.role {
            Role::Opens => innermost.is_some_and(|innermost| innermost.is_low && !mark.is_low),
            Role::Closes => true,
            Role::Either => open.families[mark.family as usize] > 0,
        };
        if mark.is_after_digit && is_inch(mark, marks.get(index + 1), open.families[mark.family as usize] > 0) {
            continue;
        }
        if !closes {
            // A second opening mark is a quotation inside the first, if closing marks for both are to come; else the
            // first was never closed, and what it would swallow is not quoted.
            if let Some(outermost) = open.marks.first() {
                let family = mark.family as usize;
                let needed = if outermost.family == mark.family { open.families[family] as isize + 1 } else { 1 };
                let goes_on = outermost.span.start == paragraph.start && !ends_closed(marks, paragraph);
                if ahead[outermost.family as usize] < needed && !goes_on {
                    open = Open::default();
                }
            }
            open.push(*mark);
            continue;
        }
        match innermost.map(|innermost| innermost.family) {
            None if is_open && quotations.is_empty() => {
                let start = Span::new(paragraph.start, paragraph.start);
                quotations.push(Quotation::closed(start, mark.span));
            }
            None => {}
            Some(innermost) => {
                let is_mixed = open.families[mark.family as usize] == 0;
                // Two kinds of marks in one pair, unless the right kind is still to come.
                let family = if is_mixed { innermost } else { mark.family };
                if is_mixed && ahead[innermost as usize] > 0 {
                    continue;
                }
                let opening = open.pop(family).expect("a mark of this family is open");
                if open.marks.is_empty() {
                    quotations.push(Quotation::closed(opening.span, mark.span));
                }
            }
        }
    }
    quotations.extend(open.marks.first().map(|first| Quotation::unclosed(first.span, paragraph.end)));
    quotations
}

/// Returns, for each mark, how many more marks close than open from there on, by family.
fn closers_left(marks: &[Mark]) -> Vec<[isize; 3]> {
    let mut left = vec![[0; 3]; marks.len() + 1];
    for (index, mark) in marks.iter().enumerate().rev() {
        left[index] = left[index + 1];
        left[index][mark.family as usize] += match mark.role {
            Role::Opens => -1,
            Role::Closes => 1,
            Role::Either => 0,
        };
    }
    left
}

/// Tells whether a mark after a digit means inches: nothing is open, or the next mark is the one that closes.
fn is_inch(mark: &Mark, next: Option<&Mark>, is_open: bool) -> bool {
    let closes_later = next.is_some_and(|next| next.family == mark.family && next.role == Role::Closes);
    !is_open || closes_later
}

/// Tells whether a paragraph ends with a closing mark.
fn ends_closed(marks: &[Mark], paragraph: Span) -> bool {
    marks.last().is_some_and(|last| last.role == Role::Closes && last.span.end == paragraph.end)
}
