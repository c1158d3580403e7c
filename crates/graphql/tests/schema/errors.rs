//! Mistakes of the asker, and faults of ours: what clients are told.

use std::sync::Arc;

use directory::{Settings, Snapshot};
use serde_json::{Value, json};

use crate::fixture::{Broken, ENGINE, answer, facts, json, outcome, run, run_on};

#[test]
fn a_wrong_slug_is_named_with_what_comes_near_and_the_rest_is_null() {
    insta::assert_json_snapshot!(answer(
        r#"{ actors(filter: {or: [{themes: ["languag"]}]}) { totalCount } directory { title } }"#
    ));
}

#[test]
fn a_failure_below_reaches_the_nearest_field_that_may_be_null() {
    let found =
        answer(r#"{ actor(slug: "jobcenter") { name cooperations(first: 101) { totalCount } } directory { title } }"#);
    assert_eq!(found["data"], json!({"actor": null, "directory": {"title": "Brücke"}}));
    assert_eq!(found["errors"][0]["path"], json!(["actor", "cooperations"]));
    assert_eq!(found["errors"][0]["locations"], json!([{"line": 1, "column": 35}]));
    assert_eq!(found["errors"][0]["extensions"], json!({"code": "PAGE_SIZE"}));
}

#[test]
fn a_failure_in_a_list_has_its_index_in_the_path() {
    let found = answer("{ actors(first: 2) { nodes { slug distanceMetres(from: {longitude: 200, latitude: 0}) } } }");
    assert_eq!(found["data"]["actors"]["nodes"][1]["distanceMetres"], Value::Null);
    let paths: Vec<_> = found["errors"].as_array().expect("errors").iter().map(|error| error["path"].clone()).collect();
    assert_eq!(
        paths,
        [json!(["actors", "nodes", 0, "distanceMetres"]), json!(["actors", "nodes", 1, "distanceMetres"])]
    );
}

#[test]
fn every_mistake_has_a_stable_code() {
    for (query, code) in [
        (r#"{ actors(filter: {districts: ["nowhere"]}) { totalCount } }"#, "UNKNOWN_DISTRICT"),
        (r#"{ actors(filter: {kinds: ["nothing"]}) { totalCount } }"#, "UNKNOWN_WORD"),
        (r#"{ actors(filter: {languages: ["?"]}) { totalCount } }"#, "INVALID_LANGUAGE"),
        ("{ actors(filter: {age: 121}) { totalCount } }", "INVALID_AGE"),
        (r#"{ actors(after: "x") { totalCount } }"#, "INVALID_CURSOR"),
        ("{ actors(first: -1) { totalCount } }", "PAGE_SIZE"),
        ("{ actors(first: 1, last: 1) { totalCount } }", "INVALID_WINDOW"),
        ("{ actors(orderBy: RELEVANCE) { totalCount } }", "NEEDS_TEXT"),
        ("{ actors(orderBy: DISTANCE) { totalCount } }", "NEEDS_PLACE"),
        (r#"{ actors(filter: {memberOf: "x"}) { totalCount } }"#, "INVALID_ID"),
        (r#"{ actors(filter: {cooperatesWith: "VAGQAAAAAHAAgAAAAAAAAAc"}) { totalCount } }"#, "NOT_AN_ACTOR"),
        (r#"{ cooperationPath(from: "QQGQAAAAAHAAgAAAAAAAAP8", to: "x") { length } }"#, "UNKNOWN_ACTOR"),
        ("{ districtAt(longitude: 200, latitude: 0) { slug } }", "INVALID_POSITION"),
        (r#"{ suggest(text: "x", first: 101) { slug } }"#, "PAGE_SIZE"),
        (
            concat!(
                r#"{ suggest(text: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"#,
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                r#"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx") { __typename } }"#
            ),
            "TEXT_TOO_LONG",
        ),
        (r#"{ changes(after: "x") { totalCount } }"#, "INVALID_CURSOR"),
        (r#"{ directoryAt(time: "2030-01-01T00:00:00Z") { time } }"#, "IN_THE_FUTURE"),
    ] {
        let outcome = outcome(query);
        assert!(outcome.executed && outcome.has_errors, "{query}");
        let answer = json(&outcome);
        assert_eq!(answer["errors"][0]["extensions"]["code"], code, "{query} {answer}");
        assert!(answer.get("data").is_some(), "{query}");
    }
}

#[test]
fn too_many_ids_are_refused() {
    let ids = vec!["VAGQAAAAAHAAgAAAAAAAAAc"; 101];
    assert_eq!(
        answer(&format!("{{ nodes(ids: {ids:?}) {{ id }} }}"))["errors"][0]["extensions"]["code"],
        "TOO_MANY_IDS"
    );
}

#[test]
fn what_is_no_graphql_or_does_not_fit_has_no_data() {
    for (query, code) in [
        ("", "GRAPHQL_PARSE_FAILED"),
        ("{", "GRAPHQL_PARSE_FAILED"),
        ("{ actors { } }", "GRAPHQL_PARSE_FAILED"),
        ("{ nonsense }", "GRAPHQL_VALIDATION_FAILED"),
        ("{ actors }", "GRAPHQL_VALIDATION_FAILED"),
        ("{ actors { totalCount { x } } }", "GRAPHQL_VALIDATION_FAILED"),
        ("{ actors(wrong: 1) { totalCount } }", "GRAPHQL_VALIDATION_FAILED"),
        ("{ actors(filter: {wrong: 1}) { totalCount } }", "GRAPHQL_VALIDATION_FAILED"),
        (r#"{ actors(filter: {openAt: "soon"}) { totalCount } }"#, "GRAPHQL_VALIDATION_FAILED"),
        ("{ actors(orderBy: NONSENSE) { totalCount } }", "GRAPHQL_VALIDATION_FAILED"),
        ("{ actor { name } }", "GRAPHQL_VALIDATION_FAILED"),
        ("query($f: [String!]) { actors(filter: {themes: $f, wrong: 1}) { totalCount } }", "GRAPHQL_VALIDATION_FAILED"),
        ("mutation { createOrganisation { id } }", "GRAPHQL_VALIDATION_FAILED"),
        ("subscription { changes { id } }", "GRAPHQL_VALIDATION_FAILED"),
        ("query A { __typename } query B { __typename }", "OPERATION_RESOLUTION_FAILURE"),
    ] {
        let outcome = outcome(query);
        let answer = json(&outcome);
        assert!(!outcome.executed, "{query}");
        assert_eq!(answer["errors"][0]["extensions"]["code"], code, "{query} {answer}");
        assert!(answer.get("data").is_none(), "{query}");
    }
}

#[test]
fn one_key_cannot_stand_for_two_things() {
    for query in [
        "{ directory { x: title } directory { x: licence } }",
        "{ directory { x: title(language: \"de\") } directory { x: title(language: \"en\") } }",
        "{ actors { nodes { x: name ... on Organisation { x: slug } } } }",
        "{ actors { nodes { ... on Organisation { x: name } ... on Institution { x: version } } } }",
        "{ actors { nodes { ... on Organisation { x: name } ... on Institution { x: website } } } }",
        "{ actors { nodes { ... on Organisation { x: themes { y: slug } } ... on Institution { x: districts { y: level } } } } }",
        "{ ...a ...b } fragment a on Query { theme(slug: \"a\") { slug } } fragment b on Query { theme(slug: \"b\") { slug } }",
    ] {
        let outcome = outcome(query);
        assert!(!outcome.executed, "{query} {}", String::from_utf8_lossy(&outcome.body));
    }
    for query in [
        "{ directory { x: title } directory { x: title y: licence } }",
        "{ actors { nodes { ... on Organisation { x: name } ... on Institution { x: slug } } } }",
        "{ actors { nodes { ... on Organisation { x: themes { slug } } ... on Institution { x: districts { slug } } } } }",
        "query($s: String!) { theme(slug: $s) { slug } ...b } fragment b on Query { theme(slug: $s) { label } }",
        "{ __schema { queryType { name } } __schema { queryType { name kind } } }",
    ] {
        let answer = answer(query);
        let refused = answer["errors"][0]["extensions"]["code"] == "GRAPHQL_VALIDATION_FAILED";
        assert!(!refused, "{query} {answer}");
    }
}

#[test]
fn a_syntax_error_says_where_it_is() {
    insta::assert_json_snapshot!(answer("{ actors( { slug } }"));
}

#[test]
fn a_mutation_is_known_as_one_though_it_does_not_fit() {
    assert_eq!(outcome("mutation { x }").kind, Some(graphql::OperationKind::Mutation));
}

#[test]
fn without_commands_each_field_of_a_mutation_says_so() {
    let query = r#"mutation {
        __typename
        a: undoMerge(input: {id: "x"}) { merge { id } }
        ...more
    }
    fragment more on Mutation { erasePerson(input: {id: "x"}) { userErrors { code } } }"#;
    let outcome = outcome(query);
    assert!(outcome.executed && !outcome.cacheable);
    insta::assert_json_snapshot!(json(&outcome));
}

#[test]
fn an_input_that_does_not_fit_is_refused_before_anything_is_done() {
    for query in [
        "mutation { undoMerge { merge { id } } }",
        "mutation { undoMerge(input: {}) { merge { id } } }",
        r#"mutation { undoMerge(input: {id: "x", other: 1}) { merge { id } } }"#,
        r#"mutation { editActor(input: {id: "x", expectedVersion: "1"}) { actor { id } } }"#,
        r#"mutation { createOffer(input: {kind: "service"}) { offer { id } } }"#,
        r#"mutation { x: undoMerge(input: {id: "x"}) { merge { id } } x: undoMerge(input: {id: "y"}) { merge { id } } }"#,
    ] {
        let outcome = outcome(query);
        assert!(!outcome.executed, "{query}");
        assert_eq!(json(&outcome)["errors"][0]["extensions"]["code"], "GRAPHQL_VALIDATION_FAILED", "{query}");
    }
}

#[test]
fn a_fault_never_shows_its_cause() {
    let engine = graphql::Engine::new(graphql::Limits::default(), std::sync::Arc::new(Broken));
    let outcome = run(&engine, r#"{ directoryAt(time: "2025-01-01T00:00:00Z") { time } }"#, Value::Null);
    insta::assert_json_snapshot!(json(&outcome));
    let busy = json(&run(&engine, r#"{ actor(slug: "jobcenter") { history { totalCount } } }"#, Value::Null));
    assert_eq!(busy["errors"][0]["extensions"]["code"], "ARCHIVE_BUSY");
}

#[test]
fn a_place_in_the_log_that_is_no_int_is_an_error_of_its_field() {
    let last = |sequence: u64| {
        let mut facts = facts();
        facts.last_mut().expect("facts").sequence = sequence;
        Arc::new(Snapshot::build(Settings::default(), facts).expect("snapshot"))
    };
    let query = "{ changes(first: 100) { nodes { sequence } } directory { title } }";
    let sequences = |sequence| json(&run_on(last(sequence), &ENGINE, query, Value::Null));
    let largest = i32::MAX as u64;
    let found = sequences(largest);
    let nodes = found["data"]["changes"]["nodes"].as_array().expect("changes");
    assert_eq!((nodes.last(), found.get("errors")), (Some(&json!({"sequence": largest})), None));
    let found = sequences(largest + 1);
    assert_eq!(found["data"], Value::Null);
    assert_eq!(found["errors"][0]["extensions"]["code"], "NUMBER_OUT_OF_RANGE", "{found}");
    assert_eq!(found["errors"][0]["path"], json!(["changes", "nodes", nodes.len() - 1, "sequence"]));
}
