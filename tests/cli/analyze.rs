//! `analyze`.

use serde_json::Value;

use crate::support::Workbench;

fn words(text: &str, span: &Value) -> String {
    let at = |place: usize| span[place].as_u64().expect("a position") as usize;
    text.chars().skip(at(0)).take(at(1) - at(0)).collect()
}

#[test]
fn positions_count_characters_of_the_given_text() {
    let text = "É 👍\n\nThe bridge is safe. \"It will hold,\" Anna Lind said.";
    let input = serde_json::json!({ "id": "b-1", "text": text }).to_string();
    let outcome = Workbench::empty().run_on(&["analyze"], &input);
    assert_eq!((outcome.status, outcome.stderr.as_str()), (0, ""));
    let found: Value = serde_json::from_str(&outcome.stdout).expect("one line of JSON");
    let fields: Vec<&String> = found.as_object().expect("an object").keys().collect();
    assert_eq!(fields, ["id", "analyzer", "paragraphs", "entities", "claims"]);
    assert_eq!(found["id"], "b-1");
    let claim = &found["claims"][0];
    assert_eq!(words(text, &claim["cue"][0]), "said");
    assert_eq!(words(text, &claim["source"][0]), "Anna Lind");
    assert!(words(text, &claim["content"][0]).contains("It will hold"));
    let speaker = found["entities"].as_array().expect("a list").iter().find(|entity| entity["id"] == claim["speaker"]);
    assert_eq!(speaker.expect("the speaker is an entity")["name"], "Anna Lind");
}

#[test]
fn lines_keep_their_order_and_bad_ones_are_told() {
    let good = |id: usize| format!("{{\"id\": {id}, \"text\": \"Ann Lind said it was safe.\"}}\n");
    let input: String = (1..=600).map(|id| if id == 300 { "oops\n".to_string() } else { good(id) }).collect();
    let outcome = Workbench::empty().run_on(&["analyze"], &input);
    assert_eq!(outcome.status, 3);
    assert!(outcome.stderr.starts_with("line 300: "), "{}", outcome.stderr);
    let ids = outcome.stdout.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON")["id"].as_u64());
    assert!(ids.eq((1..=600).filter(|id| *id != 300).map(Some)));
}
