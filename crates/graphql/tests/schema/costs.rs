//! What documents are held against the limit of complexity with: lists, nested pages, staff reads, the past.

use std::fmt::Write as _;

use graphql::GraphqlRequest;

use crate::fixture::{ENGINE, json};

const PARTNERS: &str =
    "{ organisations(filter: {themes: [\"language\"], districts: [\"wanne\"]}, first: 20) { totalCount
    nodes { id slug name themes { slug label } cooperations(first: 5) { nodes { kind partner { slug name } } } } } }";

/// A document of each kind, by a name.
const DOCUMENTS: &[(&str, &str)] = &[
    ("values of one entry", "{ actor(slug: \"jobcenter\") { id slug name summary } directory { title version } }"),
    ("a page with pages below", PARTNERS),
    (
        "pages in pages",
        "{ actors(first: 50) { nodes { cooperations(first: 10) { edges { node { partner { cooperations(first: 2) { nodes { kind } } } } } } } } }",
    ),
    (
        "facets",
        "{ networks(first: 1) { facets { themes { count } districts { count } kinds { count } languages { count } } } }",
    ),
    (
        "words and filters",
        "{ offers(filter: {text: \"one two\"}) { totalCount } events(filter: {text: \"one\"}) { nodes { nextStart dates { start } } } }",
    ),
    (
        "trees",
        "{ themes { actorCount children { actorCount } } districts { actorCount boundary children { boundary } } districtAt(longitude: 7, latitude: 51) { slug } }",
    ),
    (
        "things by id",
        "{ nodes(ids: [\"a\", \"b\", \"c\"]) { id ... on Organisation { history(first: 3) { nodes { version } } suggestedPartners { score } } ... on Actor { matchReasons(text: \"one two\") { __typename } } } }",
    ),
    (
        "interpretation",
        "{ interpret(text: \"one two three\") { words correction } suggest(text: \"one two\", first: 3) { ... on Organisation { history { totalCount } } } }",
    ),
    (
        "the past",
        "{ directoryAt(time: \"2025-01-01T00:00:00Z\") { events { totalCount } institutions { nodes { slug } } coverage { counts } } }",
    ),
    ("paths", "{ cooperationPath(from: \"a\", to: \"b\") { length links { kind } } coverage { total } }"),
    (
        "lists of staff",
        "{ viewer { entries(first: 20) { nodes { content { __typename } history { totalCount } } } links(first: 10) { nodes { kind } } proposals { totalCount } } }",
    ),
    (
        "what staff look up",
        "{ viewer { suggestedPartners(actor: \"a\") { score } personMentions(id: \"a\") { __typename } openingHours(text: \"Mo\") unreachableActors { __typename } addressPosition(street: \"a 1\") { longitude } } }",
    ),
    (
        "records of staff",
        "{ viewer { auditTrail(first: 100) { nodes { fieldChanges { field } } } duplicates { __typename } dueReviews { totalCount } dueVerifications { totalCount } unmetDemand { totalCount } synonyms(table: KINDS) { entries { key } } } }",
    ),
    (
        "a mutation",
        "mutation { publishActor(input: {id: \"a\", expectedVersion: 1}) { actor { id } userErrors { message } } }",
    ),
    ("a subscription", "subscription { changes { cursor node { sequence node { id } } } }"),
    ("introspection", "{ __schema { types { name fields { name args { name } } } } }"),
];

#[test]
fn documents_cost_what_they_cost() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("runtime");
    let mut costs = String::new();
    for (name, query) in DOCUMENTS {
        let request = GraphqlRequest { query: (*query).to_owned(), ..GraphqlRequest::default() };
        match runtime.block_on(ENGINE.prepare(&request)) {
            Ok(prepared) => writeln!(costs, "{name}: {}", prepared.complexity()),
            Err(refused) => writeln!(costs, "{name}: {}", json(&refused)["errors"][0]["message"]),
        }
        .expect("a text");
    }
    insta::assert_snapshot!(costs);
}
