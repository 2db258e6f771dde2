//! The analysis as a journalist would check it, and the laws that hold for any text. All people and outlets are
//! invented.

use proptest::prelude::*;

use super::*;

fn analyzed(text: &str) -> (Document, Analysis) {
    let document = Document::from_text(text);
    let analysis = Analyzer::standard().analyze(&document);
    (document, analysis)
}

fn words(text: &str, spans: &[Span]) -> String {
    spans.iter().map(|span| span.of(text).replace('\n', " ")).collect::<Vec<_>>().join(" … ")
}

fn name_of(speaker: Speaker, analysis: &Analysis) -> String {
    match speaker {
        Speaker::Entity(entity) => analysis.entities[entity].name.clone(),
        other => format!("{other:?}").to_lowercase(),
    }
}

fn names_of(entities: &[usize], analysis: &Analysis) -> String {
    entities.iter().map(|&entity| analysis.entities[entity].name.as_str()).collect::<Vec<_>>().join(", ")
}

/// Shows a text and, below it, who says what by which words.
fn shown(text: &str) -> String {
    let (document, analysis) = analyzed(text);
    let mut shown = format!("{text}\n");
    for claim in analysis.attributions.iter().filter(|claim| claim.form != Form::Narrated) {
        shown +=
            &format!("    who   {} ({})\n", words(&document.text, &claim.source), name_of(claim.speaker, &analysis));
        if !claim.addressees.is_empty() {
            shown += &format!("    to    {}\n", names_of(&claim.addressees, &analysis));
        }
        shown += &format!("    cue   {} [{}]\n", words(&document.text, &claim.cue), claim.cue_class.name());
        shown += &format!("    what  {}\n", words(&document.text, &claim.content));
        shown += &format!("    how   {}, {}\n", claim.form.name(), claim.polarity.name());
        if !claim.about.is_empty() {
            shown += &format!("    about {}\n", names_of(&claim.about, &analysis));
        }
        shown.push('\n');
    }
    shown
}

/// Shows a text and, below it, who and what is named.
fn cast(text: &str) -> String {
    let (document, analysis) = analyzed(text);
    let mut shown = format!("{text}\n");
    for entity in &analysis.entities {
        let mentions: Vec<_> = entity.mentions.iter().map(|mention| mention.span.of(&document.text)).collect();
        shown += &format!("    {} {}: {}\n", entity.kind.name(), entity.name, mentions.join(" | "));
    }
    shown
}

/// A lead that names the people of the examples, so that surnames and pronouns have someone to point to.
const LEAD: &str = "The dam on the river Ossa was inspected by Mira Talvik, the mayor of Harrow, and by Tomas Reed of the Water Board.";

/// Shows texts, each read after the lead, which is left out again.
fn after_lead(texts: &[&str]) -> String {
    texts
        .iter()
        .map(|text| shown(&format!("{LEAD}\n\n{text}")).replacen(&format!("{LEAD}\n\n"), "", 1))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Shows a text and, below it, what it calls people and bodies.
fn described(text: &str) -> String {
    let (document, analysis) = analyzed(text);
    let mut shown = format!("{text}\n");
    for description in &analysis.descriptions {
        let (name, words) = (&analysis.entities[description.entity].name, description.span.of(&document.text));
        shown += &format!("    {}: {words} [{}]\n", name, description.kind.name());
    }
    shown + "\n"
}

#[test]
fn what_people_and_bodies_are_called() {
    assert_readable!(
        [
            "Karvenian Foreign Minister Anton Velden left early. The ambassador to Ossa, Mira Talvik, stayed.",
            "Tomas Reed, 45, the Water Board's chief engineer, said no. Bela Okoro, formerly deputy head of the Harrow \
             Institute, agreed with Harrow Gov. Ada Brandt and former senator Ivo Lorne.",
            "Mira Talvik, who was the mayor of Harrow until 2029, is a lawyer. She is also a member of the council.",
            "The Water Board, a public body that owns 14 dams, was silent. The investment bank Corvin Hale advised it.",
            "The letter went to Mr. Reed's successor, Ms. Lind. Reed is not a liar. Is Talvik a candidate?",
            "Anna Lind, Tomas Reed, the engineer, and Bela Okoro came. They met Ossa Mayor Mira Talvik on Tuesday. The mayor \
             smiled.",
        ]
        .map(described)
        .concat()
    );
}

#[test]
fn quotations() {
    assert_readable!(after_lead(&[
        "“The dam is safe,” Talvik said.",
        "“The dam,” she said, “will stand for a century.” Nobody answered. “Ask me again in a year.”",
        "Reed told reporters on Monday: \"We found three cracks. We did not hide them.\"",
        "“Who pays for it?” asked Reed, an engineer at the Water Board.",
        "“We will repair it. It takes time,” said Mira Talvik. “And it takes money.”",
        "“We were never told about this,” Talvik said. “Not once.\n\n“Nor was the council.”",
        "The plan was called “a gamble” by Reed, who described the costs as “far too high.”",
        "The letter was short: “Do not open the gates before Friday.”",
    ]));
}

/// The kinds of attribution that other tools miss most, one after the other: cues that are no verbs of speech; thoughts
/// and plans; short noun phrases; infinitives; questions; scare quotes; contents in pieces; quotations that go on; colons
/// and dashes; passives; nobody named; refusals; headlines; clauses without "that"; papers and polls as sources.
#[test]
fn kinds_that_are_easily_missed() {
    assert_readable!(after_lead(&[
        "Reed attacked the plan. Talvik touted a new port. Her disdain for the treaty was no secret.",
        "Talvik hopes to win the vote. Reed plans to sell the mill.",
        "Reed called for a moratorium on drilling.",
        "Talvik told her advisers to stay at home.",
        "She asked whether the bridge was safe.",
        "Reed described the deal as “a con.”",
        "“The dam,” Talvik said, “will stand for a century.”",
        "“It will rain,” Reed said. “It will rain for a week, and the river will rise by a metre.”",
        "TALVIK: I never said that the dam was safe.",
        "Reed was accused of fraud. The plan is viewed as a mistake.",
        "It is alleged that Reed sold the gates. The bridge was expected to open on Friday.",
        "Talvik denied that she had met the envoy. The ministry refused to comment.",
        "Poll: Most voters oppose the dam",
        "Talvik said the talks were over.",
        "A poll found that most voters oppose the dam. The newspaper wrote that Reed had resigned.",
        "Talvik says that Reed denied the pumps had failed.",
        "According to Talvik, a former engineer, neither Reed nor the Water Board has ever said that the dam was safe.",
        "Reed did not say when the gates would open. The council and its lawyers claim that he knew. They also say that he lied.",
    ]));
}

#[test]
fn authors_assert_too() {
    let text = "The mill has lost 60 million crowns since 2027, and the council has paid for it three times. What a river! \
                Who would not love it? Reed said that the dam was safe. The Water Board owns 14 dams and inspects two of \
                them a year.";
    let (document, analysis) = analyzed(text);
    let narrated = analysis.attributions.iter().filter(|claim| claim.form == Form::Narrated);
    let told: Vec<String> = narrated.map(|claim| words(&document.text, &claim.content)).collect();
    assert_eq!(
        told,
        [
            "The mill has lost 60 million crowns since 2027, and the council has paid for it three times",
            "The Water Board owns 14 dams and inspects two of them a year",
        ]
    );
}

#[test]
fn genres_are_told_by_how_a_text_is_written() {
    let of = |text: &str| analyzed(text).1.genre;
    let news = "The dam on the Ossa was closed on Friday, the Water Board said. Engineers had found three cracks in \
                its wall. Anna Kolt, the mayor, said that the town would be evacuated if the river rose again. ";
    let opinion = "I have lived below this dam for thirty years, and I do not trust it. Why should we? Our council must \
                   open its files, and we should read them. You would want the same. Let's ask the engineers. ";
    let interview = "Q: Is the dam safe?\n\nA: It was safe in May.\n\nQ: And now?\n\nA: Now we are looking at it \
                     again, and we have closed the road.\n\n";
    assert_eq!(of(&news.repeat(4)), Genre::News);
    assert_eq!(of(&opinion.repeat(4)), Genre::Opinion);
    assert_eq!(of(&interview.repeat(2)), Genre::Interview);
}

#[test]
fn reported_speech() {
    assert_readable!(after_lead(&[
        "Talvik said that the dam would not be closed.",
        "Reed told the mayor the gates had been opened in March, adding that no one was hurt.",
        "The gates, Reed said, had been opened twice.",
        "According to the Water Board, the cracks are older than the dam's new road.",
        "The cracks are harmless, according to Tomas Reed.",
        "Talvik accused Reed of hiding a report, and he denied the charge.",
        "She promised to resign if the dam failed, but Reed warned that a resignation would change nothing.",
        "Reed was accused of carelessness. It was reported that two valves were missing.",
        "The council rejected the mayor's claim that the money was spent.",
        "A senior official said the repair might take years.",
        "Experts doubt that the wall can be saved.",
        "He urged the council to wait.",
        "I believe the council was wrong.",
        "The river was low, the foreign minister said at a meeting held in Karst. He added that it would rain. “It always does,” Mr. Orlo said.",
        "Talvik, who was elected in May, declined to say whether she would run again.",
    ]));
}

#[test]
fn turns_of_a_transcript() {
    assert_readable!([
        shown("Mira Talvik met us in Harrow.\n\nHARROW TIMES: Who will pay for the dam, Mayor?\n\nTALVIK: The state will pay for all of it."),
        shown("Jan Reed worked at the dam.\n\nQ: When did you see the first crack?\n\nA: In May, on a Monday morning."),
    ].join("\n"));
}

#[test]
fn no_claims_where_nobody_speaks() {
    for text in [
        "The states share a river. Its claims on the valley are old.",
        "He wore a “vintage” coat and the plan was new.",
        "The report was long. Call volumes rose.",
    ] {
        let (document, analysis) = analyzed(text);
        let contents: Vec<_> =
            analysis.attributions.iter().map(|claim| words(&document.text, &claim.content)).collect();
        assert!(contents.is_empty(), "{text}: {contents:?}");
    }
}

#[test]
fn who_is_who() {
    assert_readable!([
        cast("Foreign Minister Peter Brask met Ms. Brask, a singer. Peter Brask left early, and Brask's car followed. Ms. Brask stayed."),
        cast("The National Resistance Front of Karelin (NRF) fired first. NRF fighters left the town, and the Front said so in Karst."),
        cast("Critics fear the worst. Markets fell. The University of Harrow and the Bank of Ossa closed, Ludmila van der Meer said."),
        cast("Secretary of State John Roe flew to the U.S. on Monday. America waited for J. R. Smith Jr. and Abdul al-Karim in North Korea."),
        cast("MAYOR TALVIK TO RESIGN OVER DAM\n\nMira Talvik, the mayor, will resign over the dam on Friday, her office told the Harrow Times. The Times printed it."),
        cast("However, the Ossan army and the Karelian Foreign Minister met Democratic voters. The states of Karelia and Ossa share a river, where Karelians fish. The US Ambassador to Ossa spoke to the news site Korrent and the newspaper 24ossa.com in May."),
        cast("Mira Talvik met us in Harrow.\n\nHARROW TIMES: Who will pay for the dam?\n\nTALVIK: The state will pay for it."),
        cast("Two people spoke: Jan Orlov and Vera Orlova. Orlov spoke first. Russians, Democrats and the Taliban listened during the Ossa War."),
    ].join("\n"));
}

#[test]
fn the_author_speaks_in_the_first_person_only_outside_quotation_marks() {
    let (_, analysis) = analyzed("I think the mayor is right. “I think so too,” said a neighbour.");
    let speakers: Vec<_> = analysis.attributions.iter().map(|claim| claim.speaker).collect();
    assert_eq!(speakers, [Speaker::Author, Speaker::Anonymous]);
}

/// Fails unless all that the analysis promises of its spans and indices holds.
fn check(text: &str) {
    let (document, analysis) = analyzed(text);
    let paragraph_of = |span: Span| document.paragraphs.iter().position(|paragraph| paragraph.span.contains(span));
    let count = analysis.entities.len();
    for entity in &analysis.entities {
        assert!(!entity.name.is_empty() && !entity.mentions.is_empty());
        assert!(!entity.aliases.contains(&entity.name));
        assert!(entity.mentions.windows(2).all(|pair| pair[0].span < pair[1].span), "mentions in order: {entity:?}");
        assert!(entity.mentions.iter().all(|mention| !mention.span.of(&document.text).trim().is_empty()));
    }
    let firsts: Vec<_> = analysis.entities.iter().map(|entity| entity.mentions[0].span).collect();
    assert!(firsts.is_sorted(), "entities in order of first mention: {firsts:?}");
    let mut contents = Vec::new();
    for claim in &analysis.attributions {
        assert!(!claim.content.is_empty());
        assert!(claim.content.windows(2).all(|pair| pair[0].end <= pair[1].start), "contents in order: {claim:?}");
        for span in claim.source.iter().chain(&claim.cue).chain(&claim.content) {
            assert!(!span.is_empty() && !span.of(&document.text).is_empty());
            assert!(paragraph_of(*span).is_some(), "a span crosses paragraphs: {:?}", span.of(&document.text));
        }
        let speaker = match claim.speaker {
            Speaker::Entity(entity) => Some(entity),
            _ => None,
        };
        assert!(claim.about.iter().chain(&claim.addressees).chain(&speaker).all(|&entity| entity < count));
        assert!(claim.about.is_sorted() && claim.addressees.is_sorted());
        assert!(claim.score > 0.0 && claim.score <= 1.0);
        contents.extend(claim.content.iter().copied());
    }
    contents.sort();
    let is_apart = |a: &Span, b: &Span| a.end <= b.start || b.end <= a.start;
    let holds = |a: &Span, b: &Span| a != b && a.start <= b.start && b.end <= a.end;
    for (at, a) in contents.iter().enumerate() {
        // What overlaps stands near by in this order, or holds all that stand between.
        for b in contents[at + 1..].iter().take(50) {
            assert!(
                is_apart(a, b) || holds(a, b) || holds(b, a),
                "a report stands apart or inside another: {a:?}, {b:?}"
            );
        }
    }
}

#[test]
fn according_to_somebody_ends_with_its_paragraph() {
    check("Ann Lee according to the dam Ann Lee the dam said \n\n that “we won’t,”");
}

/// Pieces of news that the laws are tried on, in any order and cut anywhere.
const SCRAPS: &[&str] = &[
    "Ann Lee",
    "Mr. Roe",
    "he",
    "she",
    "who",
    "said",
    "says",
    "told",
    "claims",
    "accused",
    "was accused of",
    "according to",
    "that",
    "the dam",
    "the minister",
    "officials",
    "a senior official",
    ",",
    ".",
    "?",
    ";",
    ":",
    "“",
    "”",
    "\"",
    "—",
    "(",
    ")",
    "to",
    "and",
    "but",
    "saying",
    "adding",
    "promised",
    "did not",
    "in a statement",
    "on Monday",
    "the Water Board",
    "NRF",
    "Ministry of",
    "of",
    "'s",
    "’s",
    "\n\n",
    "\n",
    "ß",
    "李",
    "🙂",
    "U.S.",
    "“we won’t,”",
    "LEE:",
    "claim",
    "is",
    "is sure",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_promises_hold_for_any_text(text in "\\PC{0,200}") {
        check(&text);
    }

    #[test]
    fn the_promises_hold_for_scraps_of_news(scraps in prop::collection::vec(prop::sample::select(SCRAPS), 0..60)) {
        check(&scraps.join(" "));
    }
}

#[test]
fn hostile_text_takes_no_longer_than_its_length() {
    for scrap in [
        "\"",
        "“a ",
        "Ann said, ",
        "he said ",
        "of ",
        "Lee ",
        "John Smith A",
        "and ",
        "that ",
        ", ",
        "said \"",
        "X: \"aaa bbb ccc ddd\" ",
        "the Bank of ",
        "Lee, ",
        "“a b c d.” ",
        "to say to say ",
    ] {
        check(&scrap.repeat(10_000 / scrap.len()));
    }
}
