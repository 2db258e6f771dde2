//! `export`.

use crate::support::Workbench;

#[test]
fn a_folder_holds_all_tables_and_their_descriptor() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["export", "--all", "tables"]);
    assert_eq!(outcome.status, 0, "{}", outcome.text());
    let descriptor: serde_json::Value = serde_json::from_str(&bench.read("tables/datapackage.json")).expect("JSON");
    let resources = descriptor["resources"].as_array().expect("tables");
    assert_eq!(resources.len(), 11);
    for resource in resources {
        let path = format!("tables/{}", resource["path"].as_str().expect("a path"));
        let bytes = bench.read(&path);
        assert_eq!(resource["bytes"], bytes.len(), "{path}");
        assert_eq!(resource["hash"], format!("blake3:{}", blake3::hash(bytes.as_bytes()).to_hex()), "{path}");
        let fields: Vec<&str> = resource["schema"]["fields"]
            .as_array()
            .expect("fields")
            .iter()
            .filter_map(|field| field["name"].as_str())
            .collect();
        assert_eq!(bytes.lines().next(), Some(fields.join(",").as_str()), "{path}");
    }
    assert_eq!(bench.run(&["export", "--all", "tables"]).status, 0, "an earlier export is replaced");
}

#[test]
fn a_folder_with_other_things_is_left_alone() {
    let bench = Workbench::with_samples();
    std::fs::create_dir(bench.path("mine")).expect("the folder is writable");
    bench.write("mine/claims.xlsx", "mine");
    let outcome = bench.run(&["export", "--all", "mine"]);
    assert_eq!(outcome.status, 2);
    assert!(outcome.stderr.contains("--force"), "{}", outcome.stderr);
    assert!(!bench.path("mine/claims.csv").exists());
    assert_eq!(bench.run(&["export", "--all", "mine", "--force"]).status, 0);
    assert_eq!(bench.read("mine/claims.xlsx"), "mine");
}

#[test]
fn one_table_goes_the_way_of_every_answer() {
    let bench = Workbench::with_samples();
    let outcome = bench.run(&["export", "claims", "--jsonl", "-o", "claims.jsonl"]);
    assert_eq!(outcome.status, 0, "{}", outcome.text());
    assert!(bench.read("claims.jsonl").lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()));
    bench.run(&["export", "--all", "tables"]).text();
    assert_eq!(bench.run(&["export", "claims"]).stdout, bench.read("tables/claims.csv"));
}
