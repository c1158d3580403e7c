//! Every limit refuses with its name, what was found and what is allowed.

use std::{fmt::Write as _, sync::Arc};

use graphql::{Engine, Limits};
use serde_json::{Value, json};

use crate::fixture::{Memory, json as body, outcome, run};

fn refusal(limits: Limits, query: &str) -> Value {
    let outcome = run(&Engine::new(limits, Arc::new(Memory)), query, Value::Null);
    assert!(!outcome.executed, "{query}");
    let body = body(&outcome);
    assert!(body.get("data").is_none());
    body["errors"][0].clone()
}

fn assert_limit(limits: Limits, query: &str, code: &str, found: u64, allowed: u64) {
    let error = refusal(limits, query);
    assert_eq!(error["extensions"], json!({"code": code, "found": found, "allowed": allowed}), "{error}");
    let message = error["message"].as_str().expect("message");
    assert!(message.contains(&format!("{found} were found, allowed are {allowed}")), "{message}");
}

fn limits(set: impl Fn(&mut Limits)) -> Limits {
    let mut limits = Limits::default();
    set(&mut limits);
    limits
}

#[test]
fn text_tokens_and_nesting_are_limited_before_parsing() {
    assert_limit(limits(|limits| limits.query_bytes = 10), "{ actors { totalCount } }", "LIMIT_QUERY_BYTES", 25, 10);
    assert_limit(limits(|limits| limits.tokens = 5), "{ actors { totalCount } }", "LIMIT_TOKENS", 6, 5);
    assert_limit(limits(|limits| limits.nesting = 1), "{ actors { totalCount } }", "LIMIT_NESTING", 2, 1);
    for deep in ["{a", "{a(b:[", "{a(b:{c:", "[", "("] {
        refusal(Limits::default(), &deep.repeat(10_000));
        let roomy = limits(|limits| limits.query_bytes = 1_000_000);
        assert_eq!(refusal(roomy, &deep.repeat(10_000))["extensions"]["code"], "LIMIT_NESTING");
    }
}

#[test]
fn depth_is_limited() {
    let query = "{ themes { parent { parent { slug } } } }";
    assert_limit(limits(|limits| limits.depth = 3), query, "LIMIT_DEPTH", 4, 3);
    let through_fragments =
        "{ themes { ...a } } fragment a on Theme { parent { ...b } } fragment b on Theme { parent { slug } }";
    assert_limit(limits(|limits| limits.depth = 3), through_fragments, "LIMIT_DEPTH", 4, 3);
    assert!(run(&Engine::new(limits(|limits| limits.depth = 4), Arc::new(Memory)), query, Value::Null).executed);
}

#[test]
fn complexity_multiplies_page_sizes_through() {
    let hot = r#"{ organisations(filter: {themes: ["language"]}, first: 20) { totalCount nodes { id slug name
        themes { slug label } districts { slug name } location { longitude latitude }
        cooperations(first: 5) { nodes { kind partner { slug name } } } } } }"#;
    let outcome = run(&Engine::new(limits(|limits| limits.complexity = 1), Arc::new(Memory)), hot, Value::Null);
    insta::assert_json_snapshot!(body(&outcome));
    let greedy = "query($n: Int) { actors(first: $n) { nodes { cooperations(first: $n) { nodes { kind partner { name slug } } } } } }";
    let engine = Engine::new(limits(|limits| limits.complexity = 10_000), Arc::new(Memory));
    assert!(run(&engine, greedy, json!({"n": 20})).executed);
    let refused = run(&engine, greedy, json!({"n": 100}));
    assert_eq!(body(&refused)["errors"][0]["extensions"]["code"], "LIMIT_COMPLEXITY");
}

#[test]
fn what_costs_more_than_writing_it_down_cannot_be_asked_often() {
    let engine = Engine::new(Limits::default(), Arc::new(Memory));
    let histories = "query($n: Int!) { actors(first: $n) { nodes { history(first: 1) { totalCount } } } }";
    assert!(run(&engine, histories, json!({"n": 20})).executed);
    assert!(!run(&engine, histories, json!({"n": 30})).executed);
    let pasts = (1..=3).fold(String::new(), |all, day| {
        format!("{all} d{day}: directoryAt(time: \"2025-01-0{day}T00:00:00Z\") {{ time }}")
    });
    assert_eq!(refusal(Limits::default(), &format!("{{ {pasts} }}"))["extensions"]["code"], "LIMIT_COMPLEXITY");
}

#[test]
fn aliases_and_root_fields_are_limited_wherever_they_stand() {
    let mut query = String::from("{ actors { nodes { ");
    for at in 0..51 {
        let _ = write!(query, "a{at}: name ");
    }
    query.push_str("} } }");
    assert_limit(Limits::default(), &query, "LIMIT_ALIASES", 51, 50);
    let multiplied = format!(
        "{{ themes {{ ...a parent {{ ...a parent {{ ...a }} }} }} }} fragment a on Theme {{ {} }}",
        (0..17).fold(String::new(), |all, at| format!("{all} a{at}: slug"))
    );
    assert_limit(Limits::default(), &multiplied, "LIMIT_ALIASES", 51, 50);
    let roots = format!("query {{ ...r }} fragment r on Query {{ {} }}", "directory { title } ".repeat(21));
    assert_limit(Limits::default(), &roots, "LIMIT_ROOT_FIELDS", 21, 20);
}

#[test]
fn directives_and_variables_are_limited() {
    let query = "{ directory @skip(if: false) @include(if: true) @skip(if: false) { title } }";
    assert_limit(limits(|limits| limits.directives = 2), query, "LIMIT_DIRECTIVES", 3, 2);
    let variables = (0..51).fold(String::new(), |all, at| format!("{all} $v{at}: Int"));
    assert_limit(
        Limits::default(),
        &format!("query({variables}) {{ directory {{ title }} }}"),
        "LIMIT_VARIABLES",
        51,
        50,
    );
}

#[test]
fn fragments_cannot_blow_a_document_up() {
    let mut query = String::from("{ themes { ...f0 } }");
    for at in 0..60 {
        let _ = write!(query, " fragment f{at} on Theme {{ ...f{} ...f{} }}", at + 1, at + 1);
    }
    query.push_str(" fragment f60 on Theme { slug }");
    let error = refusal(limits(|limits| limits.nesting = 100), &query);
    assert_eq!(error["extensions"]["code"], "LIMIT_SELECTIONS");
    let chain = (0..100).fold(String::from("{ themes { ...f0 } } fragment f100 on Theme { slug }"), |all, at| {
        format!("{all} fragment f{at} on Theme {{ ...f{} }}", at + 1)
    });
    assert_eq!(refusal(Limits::default(), &chain)["extensions"]["code"], "LIMIT_NESTING");
}

#[test]
fn cyclic_fragments_are_refused() {
    for query in [
        "{ themes { ...a } } fragment a on Theme { ...a }",
        "{ themes { ...a } } fragment a on Theme { children { ...b } } fragment b on Theme { parent { ...a } }",
        "{ directory { title } } fragment a on Theme { ...b ...b } fragment b on Theme { ...a ...a }",
    ] {
        assert_eq!(refusal(Limits::default(), query)["extensions"]["code"], "GRAPHQL_VALIDATION_FAILED");
    }
}

#[test]
fn introspection_has_a_budget_and_can_be_switched_off() {
    let greedy = "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }";
    assert_eq!(refusal(Limits::default(), greedy)["extensions"]["code"], "LIMIT_INTROSPECTION_COMPLEXITY");
    let off = limits(|limits| limits.introspection = false);
    assert_eq!(
        refusal(off.clone(), "{ __schema { queryType { name } } }")["extensions"]["code"],
        "INTROSPECTION_DISABLED"
    );
    assert_eq!(
        refusal(off.clone(), "{ ...q } fragment q on Query { __type(name: \"Query\") { name } }")["extensions"]["code"],
        "INTROSPECTION_DISABLED"
    );
    assert!(run(&Engine::new(off, Arc::new(Memory)), "{ __typename }", Value::Null).executed);
}

#[test]
fn the_largest_page_of_the_common_question_is_allowed() {
    assert!(outcome(
        "{ organisations(first: 100) { totalCount nodes { id slug name themes { slug label } districts { slug name }
        location { longitude latitude } cooperations(first: 5) { nodes { kind partner { slug name } } } } } }"
    ).executed);
}

#[test]
fn the_deepest_question_that_is_allowed_is_answered() {
    let mut query = String::from("partner { slug cooperations(first: 1) { totalCount } }");
    for _ in 0..3 {
        query = format!("partner {{ slug cooperations(first: 1) {{ nodes {{ {query} }} }} }}");
    }
    let query = format!("{{ actor(slug: \"jobcenter\") {{ cooperations(first: 1) {{ nodes {{ {query} }} }} }} }}");
    let outcome = outcome(&query);
    assert!(outcome.executed && !outcome.has_errors, "{}", String::from_utf8_lossy(&outcome.body));
    let deeper = query.replace("totalCount", "nodes { kind }");
    assert_eq!(refusal(Limits::default(), &deeper)["extensions"]["code"], "LIMIT_DEPTH");
}

#[test]
fn what_takes_too_long_is_ended_with_one_error_and_no_data() {
    let engine = Engine::new(limits(|limits| limits.time_ms = 0), Arc::new(Memory));
    let outcome = run(&engine, "{ actors(first: 5) { nodes { name } } }", Value::Null);
    let answer = body(&outcome);
    assert!(outcome.executed && outcome.has_errors && !outcome.cacheable);
    assert_eq!(answer["data"], Value::Null);
    let errors = answer["errors"].as_array().expect("errors");
    assert_eq!(errors.len(), 1, "{answer}");
    assert_eq!(errors[0]["extensions"]["code"], "LIMIT_TIME");
    assert!(errors[0]["message"].as_str().is_some_and(|message| message.contains("0 ms")), "{answer}");
}

#[test]
fn a_subscription_is_limited_for_itself() {
    let limits = limits(|limits| limits.subscription_complexity = 3);
    let query = "subscription { changes { node { sequence entity at removed } } }";
    let outcome = run(&Engine::new(limits, Arc::new(Memory)), query, Value::Null);
    assert_eq!(body(&outcome)["errors"][0]["extensions"]["code"], "LIMIT_COMPLEXITY", "{:?}", body(&outcome));
}

#[test]
fn dear_questions_are_refused_by_their_price_before_they_are_asked() {
    let aliases = |times: usize, field: &str| {
        let fields: String = (0..times).map(|number| format!("a{number}: {field} ")).collect();
        body(&outcome(&format!("{{ {fields} }}")))
    };
    let words = "one two three four five six seven eight nine ten";
    for (times, field) in [
        (20, format!("suggest(text: \"{words}\") {{ __typename }}")),
        (20, format!("actors(filter: {{text: \"{words}\", and: [{{text: \"{words}\"}}]}}) {{ totalCount }}")),
        (11, "coverage { counts }".to_owned()),
        (20, format!("offers(filter: {{text: \"{words}\"}}) {{ totalCount }}")),
        (20, format!("events(filter: {{text: \"{words}\"}}) {{ totalCount }}")),
        (20, format!("interpret(text: \"{words}\") {{ words }}")),
        (3, "directoryAt(time: \"2026-01-01T00:00:00Z\") { actors { totalCount } }".to_owned()),
    ] {
        let answer = aliases(times, &field);
        assert_eq!(answer["errors"][0]["extensions"]["code"], "LIMIT_COMPLEXITY", "{field}: {answer}");
    }
    // What people ask is far from it.
    let usual = "{ actors(filter: {text: \"sprachkurs wanne\"}, first: 20) { totalCount facets { themes { count } } \
                 nodes { name summary themes { slug } districts { slug } } } suggest(text: \"spr\") { __typename } }";
    assert!(!outcome(usual).has_errors, "{}", String::from_utf8_lossy(&outcome(usual).body));
}
