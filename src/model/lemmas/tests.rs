//! Words and their lemmas, a line for each matter; laws over any text; and the door for `train/lemmas.py`.

use std::collections::HashSet;

use proptest::prelude::*;

use super::*;
use crate::table::lines;

/// Asserts the lemmas of words that share their tags: `"hopes:hope sees:see"`.
#[track_caller]
fn check(upos: &str, xpos: &str, pairs: &str) {
    for pair in pairs.split_whitespace() {
        let (form, expected) = pair.rsplit_once(':').unwrap();
        assert_eq!(lemma(form, upos, xpos), expected, "{form} {upos} {xpos}");
    }
}

#[test]
fn plurals() {
    check("NOUN", "NNS", "ports:port Boxes:box ferries:ferry valleys:valley heroes:hero toes:toe viruses:virus");
    check("NOUN", "NNS", "pauses:pause excuses:excuse houses:house glass:glass headaches:headache benches:bench");
    check("NOUN", "NNS", "policemen:policeman grandchildren:grandchild housewives:housewife ex-wives:ex-wife");
    check("NOUN", "NNS", "wolves:wolf valves:valve hypotheses:hypothesis analyses:analysis noses:nose sheep:sheep");
    check("NOUN", "NNS", "ties:tie movies:movie sons-in-law:son-in-law series:series phenomena:phenomenon");
    check("NOUN", "NNS", "1980s:1980s 1980's:1980s MP's:mp s:s 's:'s");
}

#[test]
fn verbs_in_the_third_person() {
    check("VERB", "VBZ", "denies:deny says:say goes:go teaches:teach refuses:refuse dies:die focuses:focus fixes:fix");
    check("AUX", "VBZ", "is:be has:have does:do 's:be ’s:be");
}

#[test]
fn regular_verbs_get_their_last_letter_back() {
    check("VERB", "VBG", "hoping:hope hopping:hop writing:write visiting:visit being:be seeing:see dying:die");
    check("VERB", "VBG", "agreeing:agree ringing:ring changing:change skiing:ski panicking:panic singin':sing");
    check("VERB", "VBD", "agreed:agree denied:deny tied:tie stopped:stop called:call controlled:control added:add");
    check("VERB", "VBD", "created:create treated:treat declared:declare offered:offer promised:promise closed:close");
    check("VERB", "VBN", "handled:handle curled:curl required:require recruited:recruit guided:guide divided:divide");
    check("VERB", "VBN", "argued:argue echoed:echo waltzed:waltz snoozed:snooze breathed:breathe co-signed:co-sign");
}

#[test]
fn irregular_verbs_and_those_made_with_them() {
    check("VERB", "VBD", "said:say told:tell took:take undertook:undertake clung:cling sprang:spring came:come");
    check("VERB", "VBD", "led:lead co-led:co-lead misled:mislead foresaw:foresee knew:know drank:drink lay:lie");
    check("VERB", "VBN", "shown:show flown:fly withdrawn:withdraw overcome:overcome forgotten:forget put:put");
    check("AUX", "VBD", "was:be were:be had:have did:do 'd:have");
    check("VERB", "VBD", "found:find founded:found wound:wind wounded:wound fell:fall felled:fell");
}

#[test]
fn comparison() {
    check("ADJ", "JJR", "larger:large bigger:big happier:happy smaller:small younger:young better:good freer:free");
    check("ADJ", "JJS", "latest:late finest:fine gravest:grave worst:bad");
    check("ADV", "RBR", "sooner:soon better:well more:more");
}

#[test]
fn small_words() {
    check("PART", "RB", "n't:not n’t:not not:not");
    check("PRON", "PRP", "I:I him:he THEM:they 's:we mine:my");
    check("DET", "DT", "An:a those:that The:the");
    check("AUX", "MD", "wo:will ca:can 'll:will 'd:would");
    check("PART", "POS", "'s:'s ’:'s");
}

#[test]
fn names_keep_their_capitals() {
    check("PROPN", "NNP", "Brenna:Brenna McAlly:McAlly OPEC:OPEC HALVORSEN:Halvorsen Oct.:October Ånnå:Ånnå");
    check("PROPN", "NNPS", "Sicilians:Sicilian Netherlands:Netherlands RANGERS:Ranger Ferries:Ferry");
    check("ADJ", "NNP", "National:National");
    check("VERB", "NNP", "United:Unite Rolling:Roll Keep:Keep");
    check("ADJ", "JJ", "Maltese:Maltese Human:human Great:great Dutch:Dutch pro-Arran:pro-Arran LOUD:loud");
    check("NOUN", "NN", "Minister:minister SHOCK:shock B:B XR7:XR7 tv:TV");
}

#[test]
fn numbers_and_marks() {
    check("NUM", "CD", "1,250,000:1250000 3.5:3.5 Two:two XIV:XIV ,:, 4,x:4,x");
    check("X", "FW", "Ewige:Ewige");
    check("PUNCT", "``", "“:\" ‘:'");
    check("PUNCT", ".", "?:?");
}

#[test]
fn an_uninflected_word_in_small_letters_is_not_copied() {
    for (form, xpos) in [("harbour", "NN"), ("harbours", "NNS"), ("went", "VBD"), ("stopped", "VBD")] {
        assert!(matches!(lemma(form, "_", xpos), Cow::Borrowed(_)), "{form}");
    }
}

#[test]
fn unknown_tags_and_no_text_are_borne() {
    assert_eq!(lemma("Walks", "", ""), "walks");
    assert_eq!(lemma("Walks", "VERB", "_"), "walks");
    for xpos in ["NN", "NNS", "NNP", "NNPS", "VBD", "VBG", "JJ", "CD", ""] {
        assert_eq!(lemma("", "X", xpos), "");
    }
}

#[test]
fn a_word_of_ten_million_letters_is_a_word() {
    for (ending, xpos) in [("ed", "VBD"), ("ing", "VBG"), ("s", "NNS"), ("", "NNP")] {
        let form = "b".repeat(10_000_000) + ending;
        assert!(lemma(&form, "X", xpos).len() >= 9_999_999);
    }
}

#[test]
fn the_tables_are_in_order() {
    let exceptions: Vec<&str> = include_str!("exceptions.txt").lines().skip_while(|line| !line.is_empty()).collect();
    let words: Vec<&str> = exceptions.iter().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(words.is_sorted(), "exceptions.txt is sorted by word");

    let mut section = "";
    let mut seen = HashSet::new();
    for line in lines(include_str!("endings.txt")).chain(lines(include_str!("stems.txt"))) {
        match line.starts_with('[') {
            true => section = line,
            false => assert!(seen.insert((section, line.split_whitespace().next())), "{line} stands twice"),
        }
    }
}

const TAGS: &[&str] = &[
    "NN", "NNS", "NNP", "NNPS", "VB", "VBD", "VBG", "VBN", "VBZ", "JJ", "JJR", "JJS", "RBR", "CD", "PRP", "FW", "``",
    "LS", "", "?",
];

proptest! {
    #[test]
    fn any_word_has_a_lemma(
        form in "\\PC{0,12}(ied|ing|er|est|es|'s|[a-z]{0,3})",
        upos in prop::sample::select(vec!["VERB", "NUM", "X"]),
        xpos in prop::sample::select(TAGS),
    ) {
        let lemma = lemma(&form, upos, xpos);
        prop_assert_eq!(lemma.is_empty(), form.is_empty());
    }

    #[test]
    fn capitals_do_not_change_a_verb(form in "[a-z]{1,8}(ed|ing|s)") {
        let shouted = form.to_uppercase();
        for xpos in ["VBD", "VBG", "VBZ"] {
            prop_assert_eq!(lemma(&shouted, "VERB", xpos), lemma(&form, "VERB", xpos));
        }
    }
}

/// Answers words of a list, for `train/lemmas.py`: reads lines of form, universal tag and Penn tag from the file that
/// `SAYSO_WORDS` names, and writes what the endings say and the lemma beside it.
#[test]
#[ignore = "run by train/lemmas.py"]
fn answers_a_list() {
    let path = std::env::var("SAYSO_WORDS").expect("SAYSO_WORDS names a file of words");
    let list = std::fs::read_to_string(&path).unwrap();
    let answer = |line: &str| {
        let [form, upos, xpos] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("three columns: {line}") };
        format!("{}\t{}\n", by_rules(form, folded(form), upos, xpos), lemma(form, upos, xpos))
    };
    std::fs::write(format!("{path}.lemmas"), list.lines().map(answer).collect::<String>()).unwrap();
}
