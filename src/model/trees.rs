//! Scores of arcs → the tree of a sentence that scores best: one root, every word under it, no cycles (the maximum
//! spanning arborescence of Chu and Liu, 1965, and Edmonds, 1967; parsing with it: McDonald and others, 2005).

/// The scores of one sentence: row by row, for each word, how good each other word is as its head. A word that heads
/// itself is the root.
pub(super) struct Arcs<'a> {
    pub(super) scores: &'a [f32],
    pub(super) words: usize,
}

impl Arcs<'_> {
    fn score(&self, word: usize, head: usize) -> f32 {
        self.scores[word * self.words + head]
    }

    /// Returns the head of every word; the root is its own.
    pub(super) fn tree(&self) -> Vec<usize> {
        let heads: Vec<usize> =
            (0..self.words).map(|word| best(0..self.words, |head| self.score(word, head))).collect();
        let roots = (0..self.words).filter(|&word| heads[word] == word).count();
        if roots == 1 && cycle(&heads).is_none() {
            return heads;
        }
        let root = self.root();
        let scores = (0..self.words).map(|word| {
            (0..self.words).map(|head| if head == word { f32::NEG_INFINITY } else { self.score(word, head) }).collect()
        });
        let mut heads = arborescence(scores.collect(), root);
        if let Some(own) = heads.get_mut(root) {
            *own = root;
        }
        heads
    }

    /// Returns the word that gains most by being the root rather than under its best head.
    fn root(&self) -> usize {
        best(0..self.words, |word| {
            let others = (0..self.words).filter(|&head| head != word);
            let under = others.map(|head| self.score(word, head)).fold(f32::NEG_INFINITY, f32::max);
            if under.is_finite() { self.score(word, word) - under } else { f32::INFINITY }
        })
    }
}

/// Returns the first choice with the highest score.
fn best(choices: impl IntoIterator<Item = usize>, score: impl Fn(usize) -> f32) -> usize {
    let mut found = (0, f32::NEG_INFINITY);
    for (place, choice) in choices.into_iter().enumerate() {
        let score = score(choice);
        if place == 0 || score > found.1 {
            found = (choice, score);
        }
    }
    found.0
}

/// Returns the words of a cycle of two or more, if there is one.
fn cycle(heads: &[usize]) -> Option<Vec<usize>> {
    // 0: not seen; otherwise the walk that saw it, so that each word is walked once.
    let mut seen = vec![0; heads.len()];
    for start in 0..heads.len() {
        let mut word = start;
        while seen[word] == 0 && heads[word] != word {
            seen[word] = start + 1;
            word = heads[word];
        }
        if seen[word] == start + 1 && heads[word] != word {
            let mut found = vec![word];
            while heads[found[found.len() - 1]] != word {
                found.push(heads[found[found.len() - 1]]);
            }
            return Some(found);
        }
    }
    None
}

/// Chu, Liu and Edmonds: takes the best head of every node, and where that makes a cycle, treats the cycle as one node.
fn arborescence(scores: Vec<Vec<f32>>, root: usize) -> Vec<usize> {
    let count = scores.len();
    let mut heads: Vec<usize> =
        (0..count)
            .map(|node| {
                if node == root {
                    root
                } else {
                    best((0..count).filter(|&head| head != node), |head| scores[node][head])
                }
            })
            .collect();
    let Some(cycle) = cycle(&heads) else { return heads };
    let is_in_cycle: Vec<bool> = (0..count).map(|node| cycle.contains(&node)).collect();
    let outside: Vec<usize> = (0..count).filter(|&node| !is_in_cycle[node]).collect();
    let merged = outside.len();
    // Entering the cycle at a node costs that node its head inside.
    let entering = |head: usize, node: usize| scores[node][head] - scores[node][heads[node]];
    let enters: Vec<usize> =
        outside.iter().map(|&head| best(cycle.iter().copied(), |node| entering(head, node))).collect();
    let leaves: Vec<usize> =
        outside.iter().map(|&node| best(cycle.iter().copied(), |head| scores[node][head])).collect();
    let mut smaller = vec![vec![f32::NEG_INFINITY; merged + 1]; merged + 1];
    for (place, &node) in outside.iter().enumerate() {
        for (other, &head) in outside.iter().enumerate() {
            smaller[place][other] = if place == other { f32::NEG_INFINITY } else { scores[node][head] };
        }
        smaller[place][merged] = scores[node][leaves[place]];
        smaller[merged][place] = entering(node, enters[place]);
    }
    let small_root = outside.iter().position(|&node| node == root).expect("a root is in no cycle");
    for (place, head) in arborescence(smaller, small_root).into_iter().enumerate() {
        match (place == merged, head == merged) {
            (true, _) => heads[enters[head]] = outside[head],
            (false, true) => heads[outside[place]] = leaves[place],
            (false, false) => heads[outside[place]] = outside[head],
        }
    }
    heads
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tree(rows: &[&[f32]]) -> Vec<usize> {
        Arcs { scores: &rows.concat(), words: rows.len() }.tree()
    }

    #[test]
    fn the_best_heads_are_taken_where_they_make_a_tree() {
        assert_eq!(tree(&[&[0.0, 5.0, 1.0], &[0.0, 5.0, 1.0], &[0.0, 5.0, 1.0]]), [1, 1, 1]);
        assert!(tree(&[]).is_empty());
        assert_eq!(tree(&[&[-3.0]]), [0]);
    }

    #[test]
    fn a_cycle_is_broken_where_it_costs_least() {
        // 1 and 2 head each other; 0 is the root, and a better head for 2 than for 1.
        assert_eq!(tree(&[&[9.0, 0.0, 0.0], &[1.0, 0.0, 8.0], &[5.0, 8.0, 0.0]]), [0, 2, 0]);
    }

    #[test]
    fn of_two_roots_the_better_stays() {
        assert_eq!(tree(&[&[9.0, 1.0, 0.0], &[7.0, 8.0, 0.0], &[0.0, 4.0, 0.0]]), [0, 0, 1]);
    }

    /// The best score of any tree, by trying all.
    fn best_by_trying(scores: &[f32], words: usize) -> f32 {
        let all = (0..words.pow(words as u32)).map(|mut code| {
            (0..words)
                .map(|_| {
                    let head = code % words;
                    code /= words;
                    head
                })
                .collect::<Vec<_>>()
        });
        let trees = all.filter(|heads| (0..words).filter(|&w| heads[w] == w).count() == 1 && cycle(heads).is_none());
        trees.map(|heads| (0..words).map(|w| scores[w * words + heads[w]]).sum()).fold(f32::NEG_INFINITY, f32::max)
    }

    proptest! {
        #[test]
        fn every_answer_is_a_tree(words in 1usize..12, seed in proptest::collection::vec(-9f32..9.0, 144)) {
            let heads = Arcs { scores: &seed[..words * words], words }.tree();
            prop_assert_eq!((0..words).filter(|&word| heads[word] == word).count(), 1);
            prop_assert!(cycle(&heads).is_none());
        }

        #[test]
        fn no_tree_with_its_root_scores_better(seed in proptest::collection::vec(-9f32..9.0, 16)) {
            let mut scores = seed;
            // A sure root, so that only the arcs are in question.
            scores[0] = 100.0;
            let heads = Arcs { scores: &scores, words: 4 }.tree();
            let ours: f32 = (0..4).map(|word| scores[word * 4 + heads[word]]).sum();
            prop_assert!((ours - best_by_trying(&scores, 4)).abs() < 1e-3);
        }
    }
}
