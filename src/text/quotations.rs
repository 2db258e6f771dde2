//! Which stretches of a paragraph stand inside quotation marks. Marks are paired inside one paragraph, so that an odd
//! one cannot swallow more than that; who speaks is the business of `analysis`.

use super::Quotation;
use super::quotation_marks::{Family, Mark, Role, find_marks};
use super::single_quotations::find_single_quotations;
use crate::span::Span;

/// Finds the quotations of a paragraph, in order, none inside another; `is_open` says whether the quotation before it
/// was left unclosed.
pub(super) fn find_quotations(text: &str, paragraph: Span, is_open: bool) -> Vec<Quotation> {
    let double = pair_marks(&find_marks(text, paragraph), paragraph);
    let single = find_single_quotations(text, paragraph);
    let is_inside = |quotation: &Quotation| {
        let after = single.partition_point(|single| single.outer.start <= quotation.outer.start);
        after > 0 && single[after - 1].outer.contains(quotation.outer)
    };
    // Single marks are a paragraph's quotation marks only if all others stand inside them.
    let mut quotations = if double.iter().all(is_inside) { single } else { double };
    quotations.retain(|quotation| quotation.inner.of(text).contains(char::is_alphanumeric));
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
    families: [isize; 3],
}

impl Open {
    fn push(&mut self, mark: Mark) {
        self.families[mark.family as usize] += 1;
        self.marks.push(mark);
    }

    /// Returns how many closing marks of the outermost family must be to come if another mark opens inside it. With
    /// fewer the outermost was never closed, and what it would swallow is not quoted.
    fn closers_needed(&self, outermost: Family, next: Family) -> isize {
        if outermost == next { self.families[next as usize] + 1 } else { 1 }
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

/// Pairs marks by what can open and close, in one pass.
fn pair_marks(marks: &[Mark], paragraph: Span) -> Vec<Quotation> {
    let closers_left = closers_left(marks);
    let goes_on = !ends_closed(marks, paragraph);
    let mut quotations = Vec::new();
    let mut open = Open::default();
    for (index, mark) in marks.iter().enumerate() {
        let is_open = open.families[mark.family as usize] > 0;
        if mark.is_after_digit && is_inch(mark, marks.get(index + 1), is_open) {
            continue;
        }
        let innermost = open.marks.last().copied();
        let ahead = &closers_left[index + 1];
        let closes = match mark.role {
            Role::Opens => innermost.is_some_and(|innermost| innermost.is_low && !mark.is_low),
            Role::Closes => true,
            Role::Either => is_open,
        };
        if !closes {
            if open.marks.first().is_some_and(|first| {
                let may_go_on = goes_on && first.span.start == paragraph.start;
                !may_go_on && ahead[first.family as usize] < open.closers_needed(first.family, mark.family)
            }) {
                open = Open::default();
            }
            open.push(*mark);
        } else if let Some(innermost) = innermost
            // Two kinds of marks make one pair only if the right kind does not come any more.
            && (is_open || ahead[innermost.family as usize] <= 0)
        {
            let family = if is_open { mark.family } else { innermost.family };
            let opening = open.pop(family).expect("a mark of this family is open");
            if open.marks.is_empty() {
                quotations.push(Quotation::closed(opening.span, mark.span));
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows a paragraph with its quotations in ⟦ ⟧, and how each differs from a closed one.
    fn shown_after(paragraph: &str, is_open: bool) -> String {
        let mut shown = String::new();
        let mut at = 0;
        for quotation in find_quotations(paragraph, Span::new(0, paragraph.len()), is_open) {
            shown.push_str(&paragraph[at..quotation.outer.start]);
            shown.push_str(if quotation.continues { "⟦+" } else { "⟦" });
            shown.push_str(quotation.inner.of(paragraph));
            shown.push_str(if quotation.is_unclosed { "…⟧" } else { "⟧" });
            at = quotation.outer.end;
        }
        shown + &paragraph[at..]
    }

    fn shown(paragraph: &str) -> String {
        shown_after(paragraph, false)
    }

    #[test]
    fn marks_of_many_kinds() {
        assert_eq!(shown("“No,” he said, “never.”"), "⟦No,⟧ he said, ⟦never.⟧");
        assert_eq!(shown("\"No,\" he said, \"never.\""), "⟦No,⟧ he said, ⟦never.⟧");
        assert_eq!(shown("''No,'' he said, ``never.''"), "⟦No,⟧ he said, ⟦never.⟧");
        assert_eq!(shown("„Nein“, sagte er. »Nie« und „nie”."), "⟦Nein⟧, sagte er. ⟦Nie⟧ und ⟦nie⟧.");
        assert_eq!(shown("« Non », dit-il, «jamais»."), "⟦ Non ⟧, dit-il, ⟦jamais⟧.");
        assert_eq!(shown("”Nej”, sade han. He was “sure“ of it."), "⟦Nej⟧, sade han. He was ⟦sure⟧ of it.");
    }

    #[test]
    fn quotations_inside_quotations_are_part_of_them() {
        assert_eq!(shown("“He said ‘go’ and ‘stay,’” she said."), "⟦He said ‘go’ and ‘stay,’⟧ she said.");
        assert_eq!(shown("\"He said \"go\" to me,\" she said."), "⟦He said \"go\" to me,⟧ she said.");
        assert_eq!(shown("\"She read “The Dam” aloud,\" he said."), "⟦She read “The Dam” aloud,⟧ he said.");
    }

    #[test]
    fn odd_marks_swallow_little() {
        assert_eq!(shown("“No, he said. “Never.”"), "“No, he said. ⟦Never.⟧");
        assert_eq!(shown("\"No, he said. \"Never.\" \"Go.\""), "\"No, he said. ⟦Never.⟧ ⟦Go.⟧");
        assert_eq!(shown("No,” he said. “Never.”"), "No,” he said. ⟦Never.⟧");
        assert_eq!(shown("“No,\" he said. “Never.”"), "⟦No,⟧ he said. ⟦Never.⟧");
        assert_eq!(shown("He asked for it.“"), "He asked for it.“");
    }

    #[test]
    fn a_quotation_goes_on_in_the_next_paragraph() {
        assert_eq!(shown("He said: “We waited."), "He said: ⟦We waited.…⟧");
        assert_eq!(shown_after("“Nobody came.”", true), "⟦+Nobody came.⟧");
        assert_eq!(shown_after("“She said “go” and went.", true), "⟦+She said “go” and went.…⟧");
        assert_eq!(shown_after("He left. “Nobody came.”", true), "He left. ⟦Nobody came.⟧");
    }

    #[test]
    fn inches_are_no_quotation() {
        assert_eq!(shown("The 5'10\" guard used a 12\" pipe."), "The 5'10\" guard used a 12\" pipe.");
        assert_eq!(shown("\"A 12\" pipe,\" he said. \"I am 12.\""), "⟦A 12\" pipe,⟧ he said. ⟦I am 12.⟧");
        assert_eq!(shown("\"I am 12\", he said."), "⟦I am 12⟧, he said.");
    }

    #[test]
    fn single_marks() {
        assert_eq!(shown("‘It’s the miners’ fault,’ she said."), "⟦It’s the miners’ fault,⟧ she said.");
        assert_eq!(shown("Orr calls dam ‘a disgrace’"), "Orr calls dam ⟦a disgrace⟧");
        assert_eq!(shown("Orr: 'Never ever'"), "Orr: ⟦Never ever⟧");
        assert_eq!(shown("‘He said “go” to me,’ she said."), "⟦He said “go” to me,⟧ she said.");
        assert_eq!(
            shown("The miners’ wives and the ’90s, rock ’n’ roll"),
            "The miners’ wives and the ’90s, rock ’n’ roll"
        );
        assert_eq!(shown("the miners' wives of the '90s didn't"), "the miners' wives of the '90s didn't");
        assert_eq!(shown("‘We waited."), "⟦We waited.…⟧");
    }
}
