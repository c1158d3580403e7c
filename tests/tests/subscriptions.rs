//! Subscriptions over a WebSocket: changes as they happen, resumable, and nothing private among them.

use serde_json::{Value, json};
use tests::{Heard, Server, Subscriber, worlds};

const CHANGES: &str = "subscription($after: String) { changes(after: $after) { cursor node { entity removed \
     node { ... on Organisation { slug name } } } } }";

fn name(event: &Value) -> &Value {
    &event["data"]["changes"]["node"]["node"]["name"]
}

#[tokio::test]
async fn changes_are_told_as_they_happen_and_drafts_are_not() {
    for world in worlds().await {
        let mut line = Subscriber::connect(&world.server).await;
        line.subscribe("a", CHANGES, json!({})).await;
        // Whatever is answered later was asked later: the subscription has begun.
        line.subscribe("b", "{ directory { version } }", json!({})).await;
        assert!(line.told("next", "b").await["data"]["directory"]["version"].is_u64());
        assert_eq!(line.told("complete", "b").await, Value::Null);

        world.done("createOrganisation", json!({ "name": "Stiller Entwurf", "kind": "women" }), "").await;
        let entry = world.organisation("Heller Kreis").await;
        let first = line.told("next", "a").await;
        assert_eq!(name(&first), "Heller Kreis", "{first}");
        let cursor = first["data"]["changes"]["cursor"].clone();

        let edit = json!({ "id": entry["id"], "expectedVersion": entry["version"], "name": "Weiter Kreis" });
        world.done("editActor", edit, "").await;
        assert_eq!(name(&line.told("next", "a").await), "Weiter Kreis");
        let version = entry["version"].as_u64().expect("a version") + 1;
        world.done("archiveActor", json!({ "id": entry["id"], "expectedVersion": version }), "").await;
        let gone = line.told("next", "a").await["data"]["changes"]["node"].take();
        assert_eq!(gone, json!({ "entity": "actor", "removed": true, "node": null }));

        // The line was down after the first: of what was missed the last state is told.
        let mut again = Subscriber::connect(&world.server).await;
        again.subscribe("a", CHANGES, json!({ "after": cursor })).await;
        assert_eq!(again.told("next", "a").await["data"]["changes"]["node"]["removed"], true);

        line.say(json!({ "type": "complete", "id": "a" })).await;
        line.subscribe("a", "{ directory { version } }", json!({})).await;
        assert!(line.told("next", "a").await["data"]["directory"].is_object(), "the id is free again");
    }
}

#[tokio::test]
async fn a_long_past_is_told_in_order_and_without_a_gap() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start_with(folder.path(), &[]);
    let all = server.ask("{ changes(first: 100) { totalCount nodes { sequence } } }").await;
    let total = all["changes"]["totalCount"].as_u64().expect("a number");
    assert!(total > 200, "the demo has more changes than are told at once");
    let mut line = Subscriber::connect(&server).await;
    line.subscribe("1", "subscription { changes(after: \"0\") { node { sequence } } }", json!({})).await;
    let mut sequences = Vec::new();
    for _ in 0..total {
        let event = line.told("next", "1").await;
        sequences.push(event["data"]["changes"]["node"]["sequence"].as_u64().expect("a number"));
    }
    assert!(sequences.is_sorted_by(|one, next| one < next));
    let newest = server.ask("{ directory { version } }").await["directory"]["version"].as_u64();
    assert_eq!(sequences.last().copied(), newest);
}

#[tokio::test]
async fn what_is_no_subscription_is_refused_and_the_line_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start_with(folder.path(), &[]);
    let mut line = Subscriber::connect(&server).await;
    for (query, code) in [
        ("{", "GRAPHQL_PARSE_FAILED"),
        ("subscription { nothing }", "GRAPHQL_VALIDATION_FAILED"),
        ("subscription { changes { cursor } again: changes { cursor } }", "OPERATION_RESOLUTION_FAILURE"),
        ("subscription { __typename }", "OPERATION_RESOLUTION_FAILURE"),
        ("subscription { changes(after: \"x\") { cursor } }", "BAD_USER_INPUT"),
        ("mutation { verifyActor(input: { id: \"x\", expectedVersion: 1 }) { actor { slug } } }", "METHOD_NOT_ALLOWED"),
    ] {
        line.subscribe("x", query, json!({})).await;
        let errors = line.told("error", "x").await;
        assert_eq!(errors[0]["extensions"]["code"], code, "{errors}");
        assert!(errors[0]["message"].as_str().is_some_and(|text| text.len() > 10), "{errors}");
    }
    for at in 0..20 {
        line.subscribe(&at.to_string(), "subscription { changes { cursor } }", json!({})).await;
    }
    line.subscribe("more", "subscription { changes { cursor } }", json!({})).await;
    assert_eq!(line.told("error", "more").await[0]["extensions"]["code"], "LIMIT_SUBSCRIPTIONS");
    line.say(json!({ "type": "ping" })).await;
    assert_eq!(line.hear().await, Heard::Message(json!({ "type": "pong" })));

    let query = "subscription { changes { cursor } }";
    assert_eq!(server.refusal(query).await["extensions"]["code"], "WEBSOCKET_ONLY");
    assert_eq!(server.get("/graphql/ws").await.status, 426);
    let other = Subscriber::open(&server, "graphql-ws").await.expect_err("another protocol");
    assert!(other.to_string().contains("400"), "{other}");
}

#[tokio::test]
async fn whoever_breaks_the_protocol_is_told_why_the_line_is_closed() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start_with(folder.path(), &[]);
    let subscribe =
        json!({ "type": "subscribe", "id": "1", "payload": { "query": "subscription { changes { cursor } }" } });
    let mut line = Subscriber::open(&server, "graphql-transport-ws").await.expect("a line");
    line.say(subscribe.clone()).await;
    assert_eq!(line.hear().await, Heard::Closed(4401, "Unauthorized".to_owned()));

    for (message, code) in [(json!({ "type": "connection_init" }), 4429), (json!({ "type": "stop" }), 4400)] {
        let mut line = Subscriber::connect(&server).await;
        line.say(message).await;
        assert!(matches!(line.hear().await, Heard::Closed(found, _) if found == code), "{code}");
    }
    for (message, reason) in [
        ("ä{", "Invalid message: it is not JSON"),
        ("{\"type\":\"subscribe\",\"id\":7}", "Invalid message: id is missing or not a string"),
        ("{\"type\":\"stop\"}", "Invalid message: type is none of connection_init, ping, pong, subscribe, complete"),
    ] {
        let mut line = Subscriber::connect(&server).await;
        line.say_text(message).await;
        assert_eq!(line.hear().await, Heard::Closed(4400, reason.to_owned()));
    }
    let mut line = Subscriber::connect(&server).await;
    let mut long = subscribe.clone();
    long["id"] = "ä".repeat(200).into();
    line.say(long.clone()).await;
    line.say(long).await;
    let Heard::Closed(4409, reason) = line.hear().await else { panic!("the line is closed in order") };
    assert!(reason.starts_with("Subscriber for ä") && reason.len() <= 123, "{reason}");
    let mut line = Subscriber::connect(&server).await;
    line.say(subscribe.clone()).await;
    line.say(subscribe).await;
    assert_eq!(line.hear().await, Heard::Closed(4409, "Subscriber for 1 already exists".to_owned()));

    let mut silent = Subscriber::open(&server, "graphql-transport-ws").await.expect("a line");
    assert_eq!(silent.hear().await, Heard::Closed(4408, "Connection initialisation timeout".to_owned()));
}
