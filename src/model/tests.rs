//! The embedded model as a linguist would check it, and the laws that hold for any text and any file. All people are
//! invented.

use std::sync::LazyLock;

use proptest::prelude::*;
use rayon::prelude::*;

use super::lemmas::lemma;
use super::*;
use crate::text::Document;

static ENCODER: LazyLock<Encoder> = LazyLock::new(Encoder::standard);

/// Shows each sentence as a table: token, lemma, tags, and the word it hangs on.
fn parsed(text: &str) -> String {
    let document = Document::from_text(text);
    let answers = ENCODER.read(&document);
    let form = |token: usize| document.tokens[token].span.of(text);
    let mut shown = String::new();
    for sentence in &document.sentences {
        for token in sentence.tokens.clone() {
            let Tag { upos, xpos, head, deprel } = answers.tags[token];
            let lemma = lemma(form(token), upos, xpos);
            let head = head.map_or("-", form);
            shown += format!("{:<14}{lemma:<14}{upos:<7}{xpos:<7}{deprel:<14}{head}", form(token)).trim_end();
            shown += "\n";
        }
        shown += "\n";
    }
    shown
}

/// Shows a text with its names, or with the parts of its attributions, in brackets.
fn bracketed<'t>(text: &'t str, runs: impl Iterator<Item = (std::ops::Range<usize>, &'t str)>) -> String {
    let document = Document::from_text(text);
    let (mut shown, mut last) = (String::new(), 0);
    for (tokens, label) in runs {
        let (start, end) = (document.tokens[tokens.start].span.start, document.tokens[tokens.end - 1].span.end);
        shown += &format!("{}[{label} {}]", &text[last..start], &text[start..end]);
        last = end;
    }
    shown + &text[last..] + "\n"
}

fn named(text: &str) -> String {
    let answers = ENCODER.read(&Document::from_text(text));
    bracketed(text, answers.names.into_iter().map(|named| (named.tokens, named.kind)))
}

fn told(text: &str) -> String {
    let answers = ENCODER.read(&Document::from_text(text));
    let label = |role| match role {
        Role::Source => "source",
        Role::Cue => "cue",
        Role::Content => "content",
    };
    bracketed(text, answers.told.into_iter().map(|told| (told.tokens, label(told.role))))
}

#[test]
fn sentences_are_tagged_and_parsed() {
    assert_readable!(
        [
            "The harbour won't reopen before May, Mira Talvik told reporters.",
            "“We were never asked,” said Tomas Reed, who chairs the Water Board.",
            "Which of the two ministers had ordered the closure remained unclear.",
            "Prices rose 4.5% in Velden, the bank's highest estimate yet.",
        ]
        .map(parsed)
        .concat()
    );
}

#[test]
fn names_are_found_without_their_titles() {
    assert_readable!(
        [
            "Foreign Minister Orla Brandt flew to Oslo with Ms. Vale of the Harbour Union.",
            "The Ministry of Fisheries (MOF) blamed Norwegians and the Northern Herring Accord.",
            "MINISTER SAYS TARIFFS WILL HURT NORTHERN PORTS",
            "Minister Says Tariffs Will Hurt the Northern Ports of Karelia",
            "lowercase names such as orla brandt are hard, and so is “Talvik’s” plan.",
            "The Velden Post asked Reed; Reed did not answer the Post.",
        ]
        .map(named)
        .concat()
    );
}

#[test]
fn parts_of_attributions_are_found() {
    assert_readable!(
        [
            "The dam is safe, Mira Talvik said, and she promised to live below it.",
            "According to the Water Board, three valves were missing.",
            "“Who pays for it?” asked Reed. “Not the state,” he added.",
            "Critics doubt that the wall can be saved; the mayor rejected their claim that the money was spent.",
            "The river is 300 kilometres long.",
        ]
        .map(told)
        .concat()
    );
}

#[test]
fn like_texts_have_like_vectors() {
    let vector = |text: &str| ENCODER.vector(&Document::from_text(text));
    let likeness =
        |one: &str, other: &str| vector(one).iter().zip(vector(other)).map(|(one, other)| one * other).sum::<f32>();
    let claim = "The ministry will close the harbour in May.";
    let like = likeness(claim, "In May the harbour is to be shut by the ministry.");
    let unlike = likeness(claim, "Her brother plays the violin in a famous quartet.");
    assert!(like > unlike + 0.3, "{like} {unlike}");
}

/// Fails unless the answers keep what their types promise.
fn check(text: &str) {
    let document = Document::from_text(text);
    let answers = ENCODER.read(&document);
    assert_eq!(answers.tags.len(), document.tokens.len());
    assert_eq!(answers.worth.len(), document.sentences.len());
    assert!(answers.worth.iter().all(|chance| (0.0..=1.0).contains(chance)));
    for sentence in &document.sentences {
        let tags = sentence.tokens.clone().map(|token| answers.tags[token]);
        assert_eq!(tags.clone().filter(|tag| tag.head.is_none()).count(), usize::from(!sentence.tokens.is_empty()));
        assert!(tags.clone().all(|tag| tag.head.is_none_or(|head| sentence.tokens.contains(&head))));
        for token in sentence.tokens.clone() {
            let ups = std::iter::successors(Some(token), |&token| answers.tags[token].head);
            assert!(ups.take(sentence.tokens.len() + 1).count() <= sentence.tokens.len(), "no cycles");
        }
    }
    let ends = answers.names.iter().map(|named| &named.tokens);
    let starts = answers.told.iter().map(|told| &told.tokens);
    for runs in [ends.collect::<Vec<_>>(), starts.collect()] {
        assert!(runs.windows(2).all(|pair| pair[0].end <= pair[1].start));
        assert!(runs.iter().all(|run| run.start < run.end && run.end <= document.tokens.len()));
    }
}

#[test]
fn a_text_gives_the_same_answers_whatever_is_read_beside_it() {
    let texts = [
        "The dam is safe, Mira Talvik said.",
        "“We were never asked,” said Tomas Reed, who chairs the Water Board.\n\nNobody answered.",
        "MINISTER SAYS NO",
        "",
    ];
    let alone: Vec<Answers> = texts.iter().map(|text| ENCODER.read(&Document::from_text(text))).collect();
    for threads in [1, 2, 5] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        let repeated: Vec<&str> = texts.iter().copied().cycle().take(24).collect();
        let together: Vec<Answers> =
            pool.install(|| repeated.par_iter().map(|text| ENCODER.read(&Document::from_text(text))).collect());
        assert!(together.iter().zip(alone.iter().cycle()).all(|(one, other)| one == other), "{threads} threads");
    }
}

#[test]
fn the_small_model_reads_as_the_other_does() {
    let document = Document::from_text("“The dam is safe,” Anna Kolt said in Ossa on Friday.");
    let (small, standard) = (Encoder::small().read(&document), ENCODER.read(&document));
    let parts =
        |answers: &Answers| answers.told.iter().map(|told| (told.role, told.tokens.clone())).collect::<Vec<_>>();
    assert_eq!(parts(&small), parts(&standard));
    assert_eq!(small.names.len(), 2);
    assert_ne!(small, standard, "two models");
}

#[test]
fn damaged_and_foreign_files_are_refused() {
    let reason = |bytes: &[u8]| Encoder::from_bytes(bytes.to_vec()).err().expect("refused");
    let whole = include_bytes!("../../models/standard.onnx");
    assert!(!reason(b"").is_empty());
    assert!(!reason(b"SQLite format 3\0").is_empty());
    assert!(!reason(&whole[..whole.len() / 2]).is_empty());
    assert!(!reason(&whole[1..2000]).is_empty());
}

#[test]
fn long_and_hostile_texts_take_no_longer_than_their_length() {
    for scrap in ["x", "(", "Lee ", "a, ", "\u{301}", "李", "he said “a. ", "\0", "🦀 ", "no.\n\n"] {
        check(&scrap.repeat(10_000 / scrap.len()));
    }
}

/// Takes minutes: run by name.
#[test]
#[ignore = "takes minutes"]
fn a_line_of_ten_megabytes_is_read() {
    check(&"The dam is safe, Lee said, and nobody asked why it was not. ".repeat(170_000));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_promises_hold_for_any_text(text in "\\PC{0,120}") {
        check(&text);
    }

    #[test]
    fn the_promises_hold_for_any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        check(&String::from_utf8_lossy(&bytes));
    }
}
