//! Variables are checked per request, before anything is executed.

use std::sync::Arc;

use graphql::{Engine, Limits};
use serde_json::{Value, json};

use crate::fixture::{Memory, json as body, run};

fn problem(query: &str, variables: Value) -> Option<String> {
    let engine = Engine::new(Limits::default(), Arc::new(Memory));
    let outcome = run(&engine, query, variables);
    let body = body(&outcome);
    assert_eq!(outcome.executed, body.get("data").is_some());
    if outcome.executed {
        return None;
    }
    assert_eq!(body["errors"][0]["extensions"]["code"], "BAD_USER_INPUT");
    body["errors"][0]["message"].as_str().map(ToOwned::to_owned)
}

#[test]
fn values_that_do_not_fit_are_refused_with_their_place() {
    let filter = "query($f: ActorFilter!) { actors(filter: $f) { totalCount } }";
    for (variables, expected) in [
        (json!({}), "variable $f of type ActorFilter!: a value is required and none was given"),
        (json!({"f": null}), "variable $f of type ActorFilter!: null is not allowed"),
        (json!({"f": 1}), "variable $f of type ActorFilter!: allowed is an object"),
        (json!({"f": {"text": 1}}), "variable $f of type ActorFilter!: at .text: allowed is a string"),
        (
            json!({"f": {"and": [{}, {"themes": ["a", null]}]}}),
            "variable $f of type ActorFilter!: at .and[1].themes[1]: null is not allowed",
        ),
        (
            json!({"f": {"districtRelation": "NEAR"}}),
            "variable $f of type ActorFilter!: at .districtRelation: allowed are BASED_IN, ACTIVE_IN, EITHER",
        ),
        (
            json!({"f": {"near": {"longitude": 7, "latitude": 51}}}),
            "variable $f of type ActorFilter!: at .near: the field \"radiusMetres\" is required",
        ),
        (
            json!({"f": {"openAt": "soon"}}),
            "variable $f of type ActorFilter!: at .openAt: allowed is a time by RFC 3339 such as \"2026-01-12T08:30:00Z\" in the years 1900 to 2199",
        ),
    ] {
        assert_eq!(problem(filter, variables).as_deref(), Some(expected));
    }
    let unknown = problem(filter, json!({"f": {"theme": ["x"]}})).expect("refused");
    assert!(unknown.contains("there is no field \"theme\"; allowed are text, themes"), "{unknown}");
    let int = "query($n: Int) { actors(first: $n) { totalCount } }";
    for wrong in [json!("1"), json!(1.5), json!(99_999_999_999_i64), json!(true), json!([1])] {
        assert_eq!(
            problem(int, json!({"n": wrong})).as_deref(),
            Some("variable $n of type Int: allowed is a whole number from -2147483648 to 2147483647")
        );
    }
}

#[test]
fn values_that_fit_are_taken() {
    let query = "query($f: ActorFilter, $t: [String!], $s: [LinkStatus!], $n: Float = 7, $skip: Boolean = false) {
        actors(filter: $f) { nodes { cooperations(status: $s) { totalCount } distanceMetres(from: {longitude: $n, latitude: 51}) } }
        organisations(filter: {themes: $t}) { totalCount @skip(if: $skip) nodes { slug } } }";
    for variables in [
        json!({}),
        json!({"f": {"themes": "language", "not": {"text": "x"}}, "t": "health", "s": "ENDED", "n": 7.5}),
        json!({"t": null, "s": ["ACTIVE", "ENDED"], "unknown": 1, "skip": true}),
    ] {
        assert_eq!(problem(query, variables), None);
    }
}

#[test]
fn types_of_variables_are_written_as_the_grammar_allows() {
    for ty in ["[ID!]!", "[ ID ! ] !", "[\n  ID!,\n] # all\n !", ",[ID!],!"] {
        let query = format!("query Q(\"which\" $ids:{ty}) {{ nodes(ids: $ids) {{ id }} }}");
        assert_eq!(problem(&query, json!({ "ids": [] })), None, "{ty}");
        assert!(problem(&query, json!({})).is_some_and(|it| it.contains("$ids of type [ID!]!")), "{ty}");
    }
}

#[test]
fn one_document_serves_requests_with_different_variables() {
    let engine = Engine::new(Limits::default(), Arc::new(Memory));
    let query = "query($slug: String!) { actor(slug: $slug) { name } }";
    for (slug, name) in [("jobcenter", "Jobcenter"), ("runder-tisch", "Runder Tisch Wanne")] {
        assert_eq!(body(&run(&engine, query, json!({"slug": slug}))), json!({"data": {"actor": {"name": name}}}));
    }
    assert!(!run(&engine, query, json!({"slug": 1})).executed);
}
