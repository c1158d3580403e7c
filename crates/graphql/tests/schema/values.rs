//! Documents whose values, variables or operations do not fit: refused before anything is executed,
//! once, with the place and with what is allowed.

use serde_json::{Value, json};

use crate::fixture::{answer, json as body, outcome};

/// The only reason why a document is refused, with its first place as line and column.
fn refusal(query: &str) -> (String, u64, u64) {
    let outcome = outcome(query);
    let answer = body(&outcome);
    assert!(!outcome.executed, "{query} {answer}");
    let errors = answer["errors"].as_array().expect("errors");
    assert_eq!(errors.len(), 1, "{query} {answer}");
    assert_eq!(errors[0]["extensions"]["code"], "GRAPHQL_VALIDATION_FAILED", "{query} {answer}");
    let place = &errors[0]["locations"][0];
    let number = |name: &str| place[name].as_u64().unwrap_or_default();
    (errors[0]["message"].as_str().expect("a message").to_owned(), number("line"), number("column"))
}

fn says(query: &str) -> String {
    let (message, line, _) = refusal(query);
    assert!(line > 0, "{query} has no place");
    message
}

#[test]
fn a_value_must_be_of_the_type_of_its_place() {
    for (query, expected) in [
        (
            r#"{ actors(first: "1") { totalCount } }"#,
            r#"first: "1" is not of type Int; allowed is a whole number from -2147483648 to 2147483647"#,
        ),
        (
            "{ actors(first: 99999999999) { totalCount } }",
            "first: 99999999999 is not of type Int; allowed is a whole number from -2147483648 to 2147483647",
        ),
        ("{ actor(slug: jobcenter) { slug } }", "slug: jobcenter is not of type String; allowed is a string"),
        ("{ actor(slug: null) { slug } }", "slug: null is not allowed"),
        (
            "{ actors(filter: 1) { totalCount } }",
            "filter: 1 is not of type ActorFilter; allowed is an object with fields in braces",
        ),
        (
            "{ actors(filter: {or: [{}, {themes: [health, \"x\"]}]}) { totalCount } }",
            "filter.or[1].themes[0]: health is not of type String; allowed is a string",
        ),
        (
            "{ actors(filter: {near: {longitude: 7, latitude: 51}}) { totalCount } }",
            "filter.near: the field \"radiusMetres\" is required",
        ),
        (
            "{ actors(orderBy: \"NAME\") { totalCount } }",
            "orderBy: \"NAME\" is a string, not of type ActorOrder; allowed are, without quotes, RELEVANCE, NAME, DISTANCE, UPDATED, VERIFIED",
        ),
        (
            "{ actor(slug: \"x\") { cooperations(status: [ACTIVE, \"ENDED\"]) { totalCount } } }",
            "status[1]: \"ENDED\" is a string, not of type LinkStatus; allowed are, without quotes, PROPOSED, CONFIRMED_BY_ONE_SIDE, ACTIVE, DORMANT, ENDED, REJECTED",
        ),
        (
            "{ actors(orderBy: SIZE) { totalCount } }",
            "orderBy: SIZE is not of type ActorOrder; allowed are RELEVANCE, NAME, DISTANCE, UPDATED, VERIFIED",
        ),
        (
            "query($n: Int = \"1\") { actors(first: $n) { totalCount } }",
            "$n: \"1\" is not of type Int; allowed is a whole number from -2147483648 to 2147483647",
        ),
        (
            "query($o: ActorOrder = \"NAME\") { actors(orderBy: $o) { totalCount } }",
            "$o: \"NAME\" is a string, not of type ActorOrder; allowed are, without quotes, RELEVANCE, NAME, DISTANCE, UPDATED, VERIFIED",
        ),
        ("{ viewer @skip(if: \"true\") { roles } }", "if: \"true\" is not of type Boolean; allowed is true or false"),
    ] {
        assert_eq!(says(query), expected);
    }
    let (_, line, column) = refusal("{ themes { slug }\n  actors(first: true) { totalCount } }");
    assert_eq!((line, column), (2, 17));
}

#[test]
fn times_and_days_are_shown_as_they_must_be_written() {
    for (query, expected) in [
        (
            r#"{ actors(filter: {openAt: "soon"}) { totalCount } }"#,
            r#"filter.openAt: "soon" is not of type DateTime; allowed is a time by RFC 3339 such as "2026-01-12T08:30:00Z" in the years 1900 to 2199"#,
        ),
        (
            r#"{ actors(filter: {verifiedSince: "12.1.2026"}) { totalCount } }"#,
            r#"filter.verifiedSince: "12.1.2026" is not of type Date; allowed is a day by ISO 8601 such as "2026-01-12""#,
        ),
        (
            "{ directoryAt(time: 2026) { time } }",
            r#"time: 2026 is not of type DateTime; allowed is a time by RFC 3339 such as "2026-01-12T08:30:00Z" in the years 1900 to 2199"#,
        ),
    ] {
        assert_eq!(says(query), expected);
    }
}

#[test]
fn a_variable_must_be_of_the_type_of_its_place() {
    for (query, expected) in [
        (
            "query($n: String) { actors(first: $n) { totalCount } }",
            "first: variable $n is of type String; allowed is Int",
        ),
        (
            "query($s: String) { actor(slug: $s) { slug } }",
            "slug: variable $s is of type String; allowed is String!; declare it as String! or give it a default",
        ),
        (
            "query($s: String = null) { actor(slug: $s) { slug } }",
            "slug: variable $s is of type String; allowed is String!; declare it as String! or give it a default",
        ),
        (
            "query($t: String!) { actors(filter: {themes: $t}) { totalCount } }",
            "filter.themes: variable $t is of type String!; allowed is [String!]",
        ),
        (
            "query($t: [String]) { actors(filter: {themes: $t}) { totalCount } }",
            "filter.themes: variable $t is of type [String]; allowed is [String!]",
        ),
        (
            "query($t: String) { actors(filter: {themes: [\"x\", $t]}) { totalCount } }",
            "filter.themes[1]: variable $t is of type String; allowed is String!; declare it as String! or give it a default",
        ),
        (
            "query($x: Int!) { actors(filter: {near: {longitude: $x, latitude: 1, radiusMetres: 1}}) { totalCount } }",
            "filter.near.longitude: variable $x is of type Int!; allowed is Float!",
        ),
        (
            "query($x: Boolean) { viewer @skip(if: $x) { roles } }",
            "if: variable $x is of type Boolean; allowed is Boolean!; declare it as Boolean! or give it a default",
        ),
        (
            "query($s: String) { ...A } fragment A on Query { themes { slug } ...B } fragment B on Query { actor(slug: $s) { slug } }",
            "slug: variable $s is of type String; allowed is String!; declare it as String! or give it a default",
        ),
    ] {
        assert_eq!(says(query), expected);
    }
    let answer = answer("query($n: String) {\n actors(first: $n) { totalCount } }");
    assert_eq!(answer["errors"][0]["locations"], json!([{"line": 1, "column": 7}, {"line": 2, "column": 16}]));
}

#[test]
fn a_variable_that_may_stand_where_it_stands_is_taken() {
    for query in [
        "query($s: String = \"x\") { actor(slug: $s) { slug } }",
        "query($t: [String!]!, $u: String!) { actors(filter: {themes: $t, or: [{themes: [$u]}]}) { totalCount } }",
        "query($x: Float = 7) { actors(filter: {near: {longitude: $x, latitude: 1, radiusMetres: 1}}) { totalCount } }",
        "query($f: [ActorFilter!], $i: [LinkStatus!]) { actors(filter: {and: $f}) { nodes { cooperations(status: $i) { totalCount } } } }",
        "query A($s: String!) { ...A } query B($s: String!) { actor(slug: $s) { slug } ...A } fragment A on Query { actor(slug: $s) { slug } }",
    ] {
        let errors = answer(query)["errors"].clone();
        let code = errors[0]["extensions"]["code"].as_str().unwrap_or_default();
        assert_ne!(code, "GRAPHQL_VALIDATION_FAILED", "{query} {errors}");
    }
}

#[test]
fn a_field_of_an_input_object_stands_once() {
    let query = "{ actors(filter: {text: \"a\",\n text: \"b\"}) { totalCount } }";
    assert_eq!(says(query), "the field \"text\" stands twice in one input object; allowed is once");
    assert_eq!(answer(query)["errors"][0]["locations"], json!([{"line": 1, "column": 19}, {"line": 2, "column": 2}]));
    says("{ actors(filter: {not: {text: \"a\", text: \"a\"}}) { totalCount } }");
    says("query($f: ActorFilter = {text: \"a\", text: \"b\"}) { actors(filter: $f) { totalCount } }");
}

#[test]
fn what_a_document_declares_must_be_there_be_used_and_be_declared_once() {
    for query in [
        "query($a: Int) { themes { slug } }",
        "{ actors(first: $a) { totalCount } }",
        "query($a: Theme) { themes(x: $a) { slug } }",
        "query($a: Int, $a: Int) { actors(first: $a) { totalCount } }",
        "query A { themes { slug } } query A { themes { label } }",
        "{ themes { slug } } { themes { label } }",
        "{ themes { slug } } query A { themes { label } }",
        "{ themes { ...A } } fragment A on Theme { slug } fragment A on Theme { label }",
        "{ themes { slug } } fragment A on Theme { slug }",
        "{ themes { ...A } }",
        "{ themes { ...A } } fragment A on Actor { slug }",
        "{ actors(first: 1, first: 2) { totalCount } }",
        "{ themes { slug: label slug } }",
        "{ actor { slug } }",
        "{ themes @nonsense { slug } }",
    ] {
        let answer = answer(query);
        assert_eq!(answer["errors"][0]["extensions"]["code"], "GRAPHQL_VALIDATION_FAILED", "{query} {answer}");
        assert!(answer["errors"][0]["locations"][0]["line"].is_u64(), "{query} {answer}");
        assert_eq!(answer.get("data"), None, "{query}");
    }
    assert_eq!(
        says("query A { themes { slug } } query A { themes { label } }"),
        "there are two operations \"A\"; allowed is one"
    );
}

#[test]
fn messages_name_each_thing_once_and_no_number_fills_a_line() {
    let message = |query: &str| {
        let answer = answer(query);
        answer["errors"][0]["message"].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned()
    };
    let range = "is not on the earth; allowed are -180 to 180 degrees";
    for (query, expected) in [
        ("{ districtAt(longitude: 700, latitude: 51.5) { slug } }", format!("longitude: 700 {range}")),
        (
            "{ actors(filter: {near: {longitude: 1e308, latitude: 51, radiusMetres: 1}}) { totalCount } }",
            format!("filter.near.longitude: 1e308 {range}"),
        ),
        (
            "{ actors(filter: {within: {west: 7, south: 51, east: 999, north: 52}}) { totalCount } }",
            format!("filter.within.east: 999 {range}"),
        ),
        (
            "{ actors(filter: {near: {longitude: 7, latitude: 51, radiusMetres: 1e308}}) { totalCount } }",
            "filter.near.radiusMetres: 1e308 metres are no radius; allowed is more than 0 and at most 20100000"
                .to_owned(),
        ),
        (
            "{ actors(filter: {within: {west: 7, south: 52, east: 8, north: 51}}) { totalCount } }",
            "filter.within: south 52 lies north of north 51; allowed is a south that is at most the north".to_owned(),
        ),
        (
            r#"{ offers(filter: {kinds: ["x"]}) { totalCount } }"#,
            r#"filter.kinds[0]: "x" is not an offer kind; allowed are service, volunteering, volunteer-training, room"#
                .to_owned(),
        ),
        (
            r#"{ actors(filter: {themes: ["sprache"]}) { totalCount } }"#,
            r#"filter.themes[0]: there is no theme "sprache"; did you mean "language"?"#.to_owned(),
        ),
        (
            r#"{ actors(filter: {districts: ["Eikel"]}) { totalCount } }"#,
            r#"filter.districts[0]: there is no district "Eikel"; did you mean "eickel"?"#.to_owned(),
        ),
        (
            r#"{ actors(filter: {memberOf: "QQGQAAAAAHAAgAAAAAAAAP8"}) { totalCount } }"#,
            r#"filter.memberOf: no published actor has the id "QQGQAAAAAHAAgAAAAAAAAP8""#.to_owned(),
        ),
    ] {
        assert_eq!(message(query), expected);
    }
    for number in ["1e308", "-1e308", "99999999999999999999999999999999999999999999", "1e-320"] {
        for query in [
            format!("{{ actors(first: {number}) {{ totalCount }} }}"),
            format!("{{ actor(slug: {number}) {{ slug }} }}"),
            format!("{{ districtAt(longitude: {number}, latitude: 91) {{ slug }} }}"),
            format!(
                "{{ actors(filter: {{within: {{west: 0, south: {number}, east: 1, north: -1}}}}) {{ totalCount }} }}"
            ),
        ] {
            let outcome = outcome(&query);
            assert!(outcome.has_errors, "{query}");
            let message = body(&outcome)["errors"][0]["message"].as_str().unwrap_or_default().to_owned();
            assert!(message.len() < 160, "{message}");
        }
    }
}

#[test]
fn tags_of_languages_are_compared_in_any_case() {
    let found = answer(
        r#"{ a: theme(slug: "health") { label(language: "EN") } b: theme(slug: "health") { label(language: "En-gb") }
            c: theme(slug: "health") { label(language: "DE-Simple") }
            actor(slug: "jobcenter") { kindLabel(language: "EN") }
            actors(filter: {languages: ["TR"]}) { totalCount } suggest(text: "heal", language: "EN") { slug } }"#,
    );
    assert_eq!(found["errors"], Value::Null);
    let data = &found["data"];
    assert_eq!([&data["a"]["label"], &data["b"]["label"], &data["c"]["label"]], ["Health", "Health", "Gesundheit"]);
    assert_eq!((&data["actor"]["kindLabel"], &data["actors"]["totalCount"]), (&json!("Job centre"), &json!(1)));
    assert_eq!(data["suggest"][0]["slug"], "health");
}

#[test]
fn one_bad_id_does_not_cost_the_others() {
    let known = answer("{ themes { id } }")["data"]["themes"][0]["id"].clone();
    let found = answer(&format!(r#"{{ nodes(ids: ["nonsense", {known}, "VAGQAAAAAHAAgAAAAAAAAAc", ""]) {{ id }} }}"#));
    assert_eq!(found, json!({"data": {"nodes": [null, {"id": known}, null, null]}}));
}

#[test]
fn suggestions_say_what_tells_them_from_each_other() {
    let found = answer(
        r#"{ a: suggest(text: "wanne") { slug context en: context(language: "en") }
            b: suggest(text: "Deutsch lernen") { slug context en: context(language: "en") }
            c: suggest(text: "frauenhaus") { context } d: suggest(text: "gesundheit", first: 1) { context } }"#,
    );
    let data = &found["data"];
    assert_eq!(data["a"][0], json!({"slug": "wanne", "context": "Stadtbezirk in Herne", "en": "Borough in Herne"}));
    assert_eq!(data["b"][0], json!({"slug": "language.german", "context": "Sprache", "en": "Language"}));
    assert_eq!(data["c"][0]["context"], "Frauenorganisation, Eickel");
    assert_eq!(data["d"][0]["context"], Value::Null);
}
