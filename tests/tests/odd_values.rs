//! Values that fit the grammar and nothing else, at every place of the schema that takes a number or a text: each is
//! refused in our words, on both databases, and nothing of a parser or a driver is told.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use tests::{
    Server,
    accounts::told,
    world::{World, worlds},
};

/// What parsers and drivers say, and we do not.
const FOREIGN_WORDS: &[&str] = &[
    "invalid digit",
    "Invalid number",
    "occurred while parsing",
    "Failed to parse",
    "Only integers",
    "expected input type",
    "invalid type",
    "invalid value",
    "out of range",
    "at line ",
    "byte sequence",
    "serde",
];

const TYPES: &str = "{ __schema { types { name kind enumValues { name } inputFields { name defaultValue type { ...T } } \
    fields { name args { name defaultValue type { ...T } } } } } } \
    fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }";

/// The types of the schema by name.
struct Schema(BTreeMap<String, Value>);

/// A place that takes a value: the mutation, where in its input, the input around it.
struct Place {
    mutation: String,
    input_type: String,
    path: Vec<String>,
    input: Value,
}

impl Schema {
    async fn of(server: &Server) -> Self {
        let types = server.ask(TYPES).await["__schema"]["types"].take();
        let types = types.as_array().expect("types").iter();
        Self(types.map(|one| (one["name"].as_str().expect("a name").to_owned(), one.clone())).collect())
    }

    fn fields(&self, name: &str, of: &str) -> Vec<Value> {
        self.0[name][of].as_array().cloned().unwrap_or_default()
    }

    /// A value of a type; of an object what it must have.
    fn sample(&self, ty: &Value) -> Value {
        match (ty["kind"].as_str(), ty["name"].as_str()) {
            (Some("NON_NULL"), _) => self.sample(&ty["ofType"]),
            (Some("LIST"), _) => json!([]),
            (Some("ENUM"), Some(name)) => self.fields(name, "enumValues")[0]["name"].clone(),
            (Some("INPUT_OBJECT"), Some(name)) => self.object(name),
            (_, Some("Int" | "Float")) => json!(1),
            (_, Some("Boolean")) => json!(true),
            (_, Some("Date")) => json!("2026-01-01"),
            (_, Some("DateTime")) => json!("2026-01-01T00:00:00Z"),
            _ => json!("x"),
        }
    }

    fn object(&self, name: &str) -> Value {
        let required = |field: &Value| field["type"]["kind"] == "NON_NULL" && field["defaultValue"].is_null();
        let fields = self.fields(name, "inputFields");
        let fields = fields.iter().filter(|field| required(field));
        let members: Map<String, Value> = fields
            .map(|field| (field["name"].as_str().expect("a name").to_owned(), self.sample(&field["type"])))
            .collect();
        Value::Object(members)
    }

    /// Every place in the inputs of mutations that takes this scalar.
    fn places(&self, scalar: &str) -> Vec<Place> {
        let mut places = Vec::new();
        for mutation in self.fields("Mutation", "fields") {
            let argument = mutation["args"].as_array().and_then(|args| args.iter().find(|one| one["name"] == "input"));
            let Some(argument) = argument else { continue };
            let input_type = innermost_type(&argument["type"]);
            for path in self.paths(&input_type, scalar, 0) {
                let mut input = self.object(&input_type);
                self.open(&mut input, &input_type, &path);
                let mutation = mutation["name"].as_str().expect("a name").to_owned();
                places.push(Place { mutation, input_type: input_type.clone(), path, input });
            }
        }
        places
    }

    fn paths(&self, name: &str, scalar: &str, depth: usize) -> Vec<Vec<String>> {
        let mut paths = Vec::new();
        for field in self.fields(name, "inputFields") {
            let own = field["name"].as_str().expect("a name").to_owned();
            let below = innermost_type(&field["type"]);
            if below == scalar {
                paths.push(vec![own]);
            } else if depth < 3 && self.0[&below]["kind"] == "INPUT_OBJECT" {
                let inner = self.paths(&below, scalar, depth + 1);
                paths.extend(inner.into_iter().map(|path| [vec![own.clone()], path].concat()));
            }
        }
        paths
    }

    /// Makes every object on the way to a place.
    fn open(&self, input: &mut Value, name: &str, path: &[String]) {
        let [step, rest @ ..] = path else { return };
        if rest.is_empty() {
            return;
        }
        let field = self.fields(name, "inputFields").into_iter().find(|field| field["name"] == step.as_str());
        let field = field.expect("the field is there");
        let below = innermost_type(&field["type"]);
        let mut inner = self.object(&below);
        self.open(&mut inner, &below, rest);
        input[step] = if is_list(&field["type"]) { json!([inner]) } else { inner };
    }
}

fn innermost_type(ty: &Value) -> String {
    match ty["ofType"].as_object() {
        Some(_) => innermost_type(&ty["ofType"]),
        None => ty["name"].as_str().expect("a name").to_owned(),
    }
}

fn is_list(ty: &Value) -> bool {
    ty["kind"] == "LIST" || (ty["kind"] == "NON_NULL" && is_list(&ty["ofType"]))
}

/// Puts a value at a place.
fn put(input: &mut Value, path: &[String], value: &Value) {
    let [step, rest @ ..] = path else { return };
    if rest.is_empty() {
        input[step] = value.clone();
    } else if input[step].is_array() {
        put(&mut input[step][0], rest, value);
    } else {
        put(&mut input[step], rest, value);
    }
}

/// Every message of an answer, those of mutations included, with its code.
fn messages(answer: &Value) -> Vec<(String, String)> {
    let mut found = Vec::new();
    match answer {
        Value::Array(items) => items.iter().for_each(|item| found.extend(messages(item))),
        Value::Object(members) => {
            if let Some(message) = members.get("message").and_then(Value::as_str) {
                let code = members.get("code").or_else(|| members.get("extensions")?.get("code"));
                found.push((message.to_owned(), code.and_then(Value::as_str).unwrap_or_default().to_owned()));
            }
            members.values().for_each(|member| found.extend(messages(member)));
        }
        _ => {}
    }
    found
}

async fn ask(world: &World, place: &Place, value: &Value) -> Vec<(String, String)> {
    let mut input = place.input.clone();
    put(&mut input, &place.path, value);
    let Place { mutation, input_type, .. } = place;
    let query = format!("mutation($i: {input_type}!) {{ {mutation}(input: $i) {{ userErrors {{ code message }} }} }}");
    messages(&told(&world.server, &world.editor, &query, json!({ "i": input })).await)
}

fn assert_own_words(found: &[(String, String)], what: &str) {
    for (message, code) in found {
        assert_ne!(code, "INTERNAL", "{what}: {message}");
        // What was given is quoted, and may say anything.
        let foreign = FOREIGN_WORDS.iter().find(|words| message.contains(**words));
        assert!(foreign.is_none(), "{what}: {message}");
    }
}

#[tokio::test]
async fn odd_numbers_are_refused_with_their_place_and_what_is_allowed() {
    let world = worlds().await.remove(0);
    let places = Schema::of(&world.server).await.places("Int");
    assert!(places.len() > 20, "{} places", places.len());
    for place in &places {
        let what = format!("{} {}", place.mutation, place.path.join("."));
        for value in
            [json!(-1), json!(i32::MIN), json!(2_147_483_648_i64), json!(1.5), json!(1e300), json!("1"), json!(true)]
        {
            let found = ask(&world, place, &value).await;
            assert!(!found.is_empty(), "{what}: {value} was taken");
            assert_own_words(&found, &what);
            let is_said = found.iter().any(|(message, _)| message.contains("allowed"));
            assert!(is_said, "{what}: {value}: {found:?}");
        }
    }
    for (query, says) in [
        ("{ actors(first: -1) { totalCount } }", "allowed are 0 to 100"),
        ("{ actors(first: 99999999999999999999999) { totalCount } }", "-2147483648 to 2147483647"),
        ("{ actors(first: 1.5) { totalCount } }", "-2147483648 to 2147483647"),
        ("{ suggest(text: \"a\", first: -1) { __typename } }", "allowed"),
        ("{ changes(first: -3) { edges { cursor } } }", "allowed"),
    ] {
        let found = messages(&world.server.post(query).await.json());
        assert_own_words(&found, query);
        assert!(found.iter().any(|(message, _)| message.contains(says)), "{query}: {found:?}");
    }
}

#[tokio::test]
async fn a_nul_in_a_text_is_an_ordinary_mistake_on_both_databases() {
    for world in worlds().await {
        let schema = Schema::of(&world.server).await;
        let places: Vec<Place> = schema.places("String").into_iter().chain(schema.places("ID")).collect();
        assert!(places.len() > 100, "{} places", places.len());
        for place in &places {
            let what = format!("{} {}", place.mutation, place.path.join("."));
            let found = ask(&world, place, &json!("a\u{0}b")).await;
            assert_own_words(&found, &what);
            assert!(found.iter().any(|(message, _)| message.contains("NUL")), "{what}: {found:?}");
        }
        let server = &world.server;
        for query in [
            r#"{ actors(filter: {text: "a\u0000b"}) { totalCount } }"#,
            r#"{ actor(slug: "a\u0000b") { id } }"#,
            r#"{ actors(after: "a\u0000b") { totalCount } }"#,
        ] {
            let found = messages(&server.post(query).await.json());
            assert_own_words(&found, query);
            assert!(found.iter().any(|(message, _)| message.contains("NUL")), "{query}: {found:?}");
        }
        for path in [
            "/organisation/a%00b",
            "/organisations/a%00b",
            "/?text=a%00b",
            "/de?text=a%00b",
            "/export/actors.csv?text=a%00b",
        ] {
            let answer = server.get(path).await;
            assert!(answer.status < 500, "{path}: {}", answer.status);
        }
        let sign_in = json!({ "email": "a\u{0}b@example.org", "password": "a\u{0}b" });
        let answer = server.send(server.request("POST", "/auth/login").json(&sign_in)).await;
        assert_eq!(answer.status, 400, "{}", answer.text);
        assert!(answer.text.contains("NUL"), "{}", answer.text);
        let form =
            server.request("POST", "/suggest-change").header("content-type", "application/x-www-form-urlencoded");
        let answer = server.send(form.body("entry=&name=a%00b&comment=%00")).await;
        assert!(answer.status < 500, "{}", answer.status);
    }
}
