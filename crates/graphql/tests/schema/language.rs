//! The executor against async-graphql's own, on the same documents and the same data, and against
//! the specification where async-graphql departs from it.

use async_graphql::{EmptyMutation, EmptySubscription, Interface, Object, Schema, SimpleObject, Variables};
use serde_json::{Value, json};

use crate::fixture::{Memory, answer, answer_with, json as body, run};

#[derive(Clone, SimpleObject)]
struct Theme {
    slug: String,
    label: String,
    children: Vec<Theme>,
}

#[derive(Clone, SimpleObject)]
struct Organisation {
    slug: String,
    name: String,
    kind: String,
    themes: Vec<Theme>,
}

#[derive(Clone, SimpleObject)]
struct Institution {
    slug: String,
    name: String,
    kind: String,
    themes: Vec<Theme>,
}

#[allow(clippy::duplicated_attributes, reason = "each belongs to a field of its own")]
#[derive(Clone, Interface)]
#[graphql(
    field(name = "slug", ty = "&String"),
    field(name = "name", ty = "&String"),
    field(name = "kind", ty = "&String"),
    field(name = "themes", ty = "&Vec<Theme>")
)]
enum Actor {
    Organisation(Organisation),
    Institution(Institution),
}

struct Query;

#[Object]
impl Query {
    async fn actor(&self, slug: String) -> Option<Actor> {
        let german = Theme { slug: "language.german".into(), label: "Deutsch lernen".into(), children: vec![] };
        let health = Theme { slug: "health".into(), label: "Gesundheit".into(), children: vec![] };
        match slug.as_str() {
            "kulturverein-bruecke" => Some(Actor::Organisation(Organisation {
                slug,
                name: "Kulturverein Brücke e. V.".into(),
                kind: "culture".into(),
                themes: vec![german],
            })),
            "jobcenter" => Some(Actor::Institution(Institution {
                slug,
                name: "Jobcenter".into(),
                kind: "job-centre".into(),
                themes: vec![health],
            })),
            _ => None,
        }
    }

    async fn themes(&self) -> Vec<Theme> {
        let german = Theme { slug: "language.german".into(), label: "Deutsch lernen".into(), children: vec![] };
        let health = Theme { slug: "health".into(), label: "Gesundheit".into(), children: vec![] };
        vec![health, Theme { slug: "language".into(), label: "Sprache".into(), children: vec![german] }]
    }
}

const DOCUMENTS: &[&str] = &[
    r#"{ actor(slug: "jobcenter") { slug name } }"#,
    r#"{ actor(slug: "nobody") { slug name } }"#,
    r#"{ a: actor(slug: "jobcenter") { n: name s: slug __typename t: __typename } }"#,
    r#"query Named { actor(slug: "jobcenter") { ...A } } fragment A on Actor { name ...B } fragment B on Institution { kind }"#,
    r#"{ actor(slug: "jobcenter") { ... on Organisation { name } ... on Institution { kind } ... on Actor { slug } ... { themes { slug } } } }"#,
    r#"{ actor(slug: "kulturverein-bruecke") { ... on Organisation { name } ... on Institution { kind } } }"#,
    r#"{ actor(slug: "jobcenter") { themes { slug } themes { label } ... on Institution { themes { __typename } } } }"#,
    r#"{ actor(slug: "jobcenter") { name } actor(slug: "jobcenter") { slug } }"#,
    r#"query($yes: Boolean = true, $no: Boolean!) { actor(slug: "jobcenter") { name @include(if: $no) slug @skip(if: $no) kind @include(if: $yes) } }"#,
    r#"query($yes: Boolean = true, $no: Boolean!) { themes { ... @skip(if: $yes) { slug } ...L @include(if: $yes) } t: themes @include(if: $no) { slug } } fragment L on Theme { label children { label @skip(if: $no) } }"#,
    r#"query($slug: String = "jobcenter") { actor(slug: $slug) { name @skip(if: false) @include(if: true) } }"#,
    r#"{ actor(slug: "\u006aobcenter") { name } b: actor(slug: """jobcenter""") { name } }"#,
    r"{ __typename themes { __typename } }",
    r#"{ __type(name: "Theme") { name kind } themes { slug } }"#,
];

#[test]
fn both_executors_give_the_same_data() {
    let reference = Schema::new(Query, EmptyMutation, EmptySubscription);
    let engine = graphql::Engine::new(graphql::Limits::default(), std::sync::Arc::new(Memory));
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("runtime");
    for document in DOCUMENTS {
        let variables = if document.contains("$no") { json!({"no": false}) } else { json!({}) };
        // async-graphql 7 forgets the defaults of variables in @skip and @include, so it is given them.
        let spelt_out = if document.contains("$no") { json!({"no": false, "yes": true}) } else { json!({}) };
        let request = async_graphql::Request::new(*document).variables(Variables::from_json(spelt_out));
        let expected = runtime.block_on(reference.execute(request));
        assert!(expected.errors.is_empty(), "{document}: {:?}", expected.errors);
        let ours = body(&run(&engine, document, variables));
        assert_eq!(ours["errors"], Value::Null, "{document}");
        let expected = serde_json::to_value(&expected.data).expect("JSON");
        assert_eq!(ours["data"], expected, "{document}");
    }
}

#[test]
fn fields_come_in_the_order_of_the_document_with_fragments_in_their_places() {
    let query = r#"{ directory { version } ...Z a: actor(slug: "jobcenter") { slug ...N name kind slug } } fragment Z on Query { themes { slug } } fragment N on Actor { kind label }"#;
    let outcome = crate::fixture::outcome(query);
    let text = String::from_utf8(outcome.body.to_vec()).expect("UTF-8");
    assert!(
        text.ends_with(r#""a":{"slug":"jobcenter","kind":"job-centre","label":"Jobcenter","name":"Jobcenter"}}}"#),
        "{text}"
    );
    let place = |key: &str| text.find(key).unwrap_or_else(|| panic!("{key} in {text}"));
    assert!(place("directory") < place("themes") && place("themes") < place("\"a\""));
}

#[test]
fn a_selection_of_which_nothing_is_left_is_an_empty_object() {
    assert_eq!(
        answer(r#"{ actor(slug: "jobcenter") { ... on Organisation { name } } }"#),
        json!({"data": {"actor": {}}})
    );
    assert_eq!(answer("{ directory { title @skip(if: true) } }"), json!({"data": {"directory": {}}}));
    let query = "query($a: Boolean!, $b: Boolean!) { __typename @skip(if: $a) directory { __typename t: __typename @include(if: $b) } }";
    let asked = |a: bool, b: bool| answer_with(query, json!({ "a": a, "b": b }));
    assert_eq!(asked(true, false), json!({"data": {"directory": {"__typename": "DirectoryInfo"}}}));
    let both =
        json!({"data": {"__typename": "Query", "directory": {"__typename": "DirectoryInfo", "t": "DirectoryInfo"}}});
    assert_eq!(asked(false, true), both);
    let unused = answer_with("query($a: Boolean!) { __typename @skip(if: true) }", json!({ "a": true }));
    assert!(unused["errors"][0]["message"].as_str().is_some_and(|told| told.contains("not used")), "{unused}");
    let count = |text: &str| answer(&format!("{{ actors(filter: {{ text: \"{text}\" }}) {{ totalCount }} }}"));
    for text in ["Job\\u{63}enter", "Jobcenter \\u{1F30D}", "\\uD83C\\uDF0D Jobcenter"] {
        assert_eq!(count(text), count("Jobcenter"), "{text}");
    }
    assert_ne!(count("Jobcenter"), count(""));
    assert_eq!(answer("{ directory @skip(if: true) { title } }"), json!({"data": {}}));
}

#[test]
fn merged_fields_ask_everything_that_any_of_them_asks() {
    let found = answer(
        "{ themes { children { slug } ...C } } fragment C on Theme { children { label parent { slug } } children { slug } }",
    );
    assert_eq!(
        found["data"]["themes"][1]["children"],
        json!([{"slug": "language.german", "label": "Deutsch lernen", "parent": {"slug": "language"}}])
    );
}

#[test]
fn one_document_may_hold_several_operations() {
    let engine = graphql::Engine::new(graphql::Limits::default(), std::sync::Arc::new(Memory));
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("runtime");
    let ask = |name: Option<&str>| {
        let request = graphql::GraphqlRequest {
            query: "query A { directory { title } } query B($n: Int!) { actors(first: $n) { totalCount } }".to_owned(),
            operation_name: name.map(ToOwned::to_owned),
            ..graphql::GraphqlRequest::default()
        };
        runtime.block_on(engine.answer(crate::fixture::snapshot(), crate::fixture::now(), &request))
    };
    assert_eq!(body(&ask(Some("A"))), json!({"data": {"directory": {"title": "Brücke"}}}));
    assert!(!ask(None).executed && !ask(Some("C")).executed && !ask(Some("B")).executed);
}

#[test]
fn types_of_one_list_are_told_apart() {
    let found = answer(
        "{ actors(orderBy: NAME) { nodes { __typename ... on Organisation { o: slug } ... on Institution { i: slug } ... on Network { n: slug } ... on Node { id } } } }",
    );
    let shapes: Vec<_> = found["data"]["actors"]["nodes"]
        .as_array()
        .expect("nodes")
        .iter()
        .map(|node| node.as_object().expect("object").keys().cloned().collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(shapes, ["__typename id o", "__typename i id", "__typename id o", "__typename id n"]);
}
