//! Scores of labels B, I and O for every token → the runs that score best together (Viterbi, 1967): an I only after a B
//! or I of its own class.

use std::ops::Range;

/// A run of tokens with one class.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    pub(super) tokens: Range<usize>,
    pub(super) class: usize,
    /// The mean chance of its labels, 0 to 1.
    pub(super) score: f32,
}

/// How likely one label follows another: scores added between neighbours, label by label, in the order O, B, I, B, I.
pub(super) struct Transitions {
    scores: Vec<f32>,
    labels: usize,
}

const NEVER: f32 = -1e9;

impl Transitions {
    /// Forbids what cannot be and prefers nothing.
    pub(super) fn allowed(classes: usize) -> Transitions {
        let labels = 1 + 2 * classes;
        Transitions::new(vec![0.0; labels * labels], labels)
    }

    /// Takes one score for each pair of labels, row by row; what cannot be stays forbidden. Nothing where the number
    /// of scores is wrong.
    pub(super) fn learned(scores: Vec<f32>, classes: usize) -> Option<Transitions> {
        let labels = 1 + 2 * classes;
        (scores.len() == labels * labels).then(|| Transitions::new(scores, labels))
    }

    fn new(mut scores: Vec<f32>, labels: usize) -> Transitions {
        for from in 0..labels {
            for to in (2..labels).step_by(2) {
                if from != to && from != to - 1 {
                    scores[from * labels + to] = NEVER;
                }
            }
        }
        Transitions { scores, labels }
    }

    /// Returns the best runs. `logits` holds the scores of every label for each token, token by token.
    pub(super) fn runs(&self, logits: &[f32]) -> Vec<Run> {
        let chances = chances(logits, self.labels);
        runs(&self.best_labels(&chances), &chances, self.labels)
    }

    fn best_labels(&self, chances: &[f32]) -> Vec<usize> {
        let count = chances.len() / self.labels;
        let mut came_from = vec![0u8; chances.len()];
        // An outside label stands before the first token, so that nothing begins with an I.
        let mut best = vec![NEVER; self.labels];
        best[0] = 0.0;
        for token in 0..count {
            let mut next = vec![NEVER; self.labels];
            for (to, score) in next.iter_mut().enumerate() {
                let from = |from: usize| best[from] + self.scores[from * self.labels + to];
                let chosen =
                    (1..self.labels).fold(0, |chosen, other| if from(other) > from(chosen) { other } else { chosen });
                came_from[token * self.labels + to] = chosen as u8;
                *score = from(chosen) + chances[token * self.labels + to].max(1e-9).ln();
            }
            best = next;
        }
        let mut label =
            (1..self.labels).fold(0, |chosen, other| if best[other] > best[chosen] { other } else { chosen });
        let mut labels = vec![0; count];
        for token in (0..count).rev() {
            labels[token] = label;
            label = usize::from(came_from[token * self.labels + label]);
        }
        labels
    }
}

/// Turns logits into chances, token by token.
fn chances(logits: &[f32], labels: usize) -> Vec<f32> {
    let mut chances = logits.to_vec();
    for token in chances.chunks_exact_mut(labels) {
        let highest = token.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        token.iter_mut().for_each(|chance| *chance = (*chance - highest).exp());
        let sum: f32 = token.iter().sum();
        token.iter_mut().for_each(|chance| *chance /= sum);
    }
    chances
}

fn runs(labels: &[usize], chances: &[f32], width: usize) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (token, &label) in labels.iter().enumerate() {
        let chance = chances[token * width + label];
        match (label, runs.last_mut()) {
            (0, _) => {}
            // Inside: an I always continues the run before it.
            (label, Some(run)) if label % 2 == 0 => {
                run.tokens.end = token + 1;
                run.score += chance;
            }
            _ => runs.push(Run { tokens: token..token + 1, class: (label - 1) / 2, score: chance }),
        }
    }
    runs.iter_mut().for_each(|run| run.score /= run.tokens.len() as f32);
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Logits of one class that make these labels likely.
    fn logits(labels: &[usize]) -> Vec<f32> {
        labels.iter().flat_map(|&label| (0..3).map(move |other| if other == label { 4.0 } else { 0.0 })).collect()
    }

    fn found(labels: &[usize]) -> Vec<Range<usize>> {
        Transitions::allowed(1).runs(&logits(labels)).into_iter().map(|run| run.tokens).collect()
    }

    #[test]
    fn runs_begin_and_end_where_labels_say() {
        assert_eq!(found(&[0, 1, 2, 2, 0, 1, 1]), [1..4, 5..6, 6..7]);
    }

    #[test]
    fn an_inside_without_beginning_is_mended() {
        assert_eq!(found(&[0, 2, 2, 0, 1]), [1..3, 4..5]);
        assert!(found(&[]).is_empty());
    }

    #[test]
    fn learned_scores_are_counted() {
        assert!(Transitions::learned(vec![0.0; 8], 1).is_none());
        let mut scores = vec![0.0; 9];
        scores[1] = -20.0;
        assert_eq!(Transitions::learned(scores, 1).unwrap().runs(&logits(&[0, 1, 0])), []);
    }

    proptest! {
        #[test]
        fn runs_are_in_order_and_never_overlap(logits in proptest::collection::vec(-9f32..9.0, 0..40)) {
            let logits = &logits[..logits.len() / 5 * 5];
            let mut last = 0;
            for run in Transitions::allowed(2).runs(logits) {
                prop_assert!(run.tokens.start >= last && run.tokens.end > run.tokens.start);
                prop_assert!(run.class < 2 && (0.0..=1.0).contains(&run.score));
                last = run.tokens.end;
            }
            prop_assert!(last <= logits.len() / 5);
        }
    }
}
