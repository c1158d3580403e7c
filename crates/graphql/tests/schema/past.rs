//! Questions to the past.

use crate::fixture::{answer, pretty};

#[test]
fn the_past_is_asked_the_same_questions() {
    let found = answer(
        r#"{ now: actor(slug: "jobcenter") { cooperations { totalCount } }
            directoryAt(time: "2025-01-01T00:00:00Z") { time actor(slug: "jobcenter") { name cooperations { totalCount } } actors { totalCount } } }"#,
    );
    let expected = serde_json::json!({
        "now": {"cooperations": {"totalCount": 1}},
        "directoryAt": {"time": "2025-01-01T00:00:00Z", "actor": {"name": "Jobcenter", "cooperations": {"totalCount": 0}}, "actors": {"totalCount": 4}},
    });
    assert_eq!(found, serde_json::json!({"data": expected}));
}

#[test]
fn an_actor_tells_its_versions() {
    insta::assert_snapshot!(pretty(
        r#"{ actor(slug: "jobcenter") { history(first: 2) { totalCount pageInfo { hasNextPage endCursor }
            nodes { version at by published slug name kind themes { slug } } } } }"#
    ));
    let rest = answer(
        r#"{ actor(slug: "jobcenter") { history(after: "2") { nodes { version } pageInfo { hasPreviousPage } } } }"#,
    );
    let expected = serde_json::json!({"nodes": [{"version": 1}], "pageInfo": {"hasPreviousPage": true}});
    assert_eq!(rest["data"]["actor"]["history"], expected);
}

#[test]
fn the_versions_of_several_actors_are_fetched_in_one_go() {
    let found = answer("{ actors(first: 3) { nodes { history(first: 1) { nodes { version } } } } }");
    assert_eq!(found["data"]["actors"]["nodes"].as_array().map(Vec::len), Some(3));
    assert_eq!(found["errors"], serde_json::Value::Null);
}
