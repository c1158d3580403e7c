//! Somebody with an account, speaking GraphQL with a token of their own.

use std::path::Path;

use serde_json::{Value, json};

use crate::{Server, binary::run_reading, mail::ORIGIN};

/// A password that the rules accept.
pub const PASSWORD: &str = "drei kleine Boote im Kanal";

/// Makes an account and gives back a token of it. `more` are further flags, such as `--actor`.
pub fn account(folder: &Path, database: &str, role: &str, email: &str, more: &[&str]) -> String {
    let add = ["user", "add", "--database", database, "--role", role];
    run_reading(folder, &[&add, more, &[email]].concat(), PASSWORD).ok();
    token(folder, database, "write", email)
}

/// A token of an account: `read` or `write`.
pub fn token(folder: &Path, database: &str, scope: &str, email: &str) -> String {
    let arguments = ["user", "token", "--database", database, "--scope", scope, email];
    run_reading(folder, &arguments, "").ok().stdout.trim().to_owned()
}

/// The cookie of a session of an account.
pub async fn session(server: &Server, email: &str) -> String {
    let input = json!({ "email": email, "password": PASSWORD });
    let answer = server.send(server.request("POST", "/auth/login").json(&input)).await;
    answer.header("set-cookie").split(';').next().expect("a cookie").to_owned()
}

/// Makes an account of a member who has chosen to be written to in a language.
pub async fn account_in(server: &Server, folder: &Path, database: &str, email: &str, language: &str) {
    account(folder, database, "member", email, &[]);
    let cookie = session(server, email).await;
    let choice = json!({ "digest": false, "language": language });
    let request = server.request("POST", "/auth/mail").header("cookie", cookie).header("origin", ORIGIN);
    assert_eq!(server.send(request.json(&choice)).await.status, 204);
}

/// What a server answers somebody: with a token, or the public where it is empty.
pub async fn told(server: &Server, token: &str, query: &str, variables: Value) -> Value {
    let request = server.request("POST", "/graphql").json(&json!({ "query": query, "variables": variables }));
    let request = if token.is_empty() { request } else { request.bearer_auth(token) };
    server.send(request).await.json()
}

/// One mutation that must be done: its payload.
///
/// # Panics
/// When it is refused.
pub async fn done(server: &Server, token: &str, mutation: &str, input: Value, selection: &str) -> Value {
    let payload = given(server, token, mutation, input, selection).await;
    assert_eq!(payload["userErrors"], json!([]), "{mutation}: {payload}");
    payload
}

/// One mutation that must be refused: the codes, each with its field.
///
/// # Panics
/// When it is done.
pub async fn refused(server: &Server, token: &str, mutation: &str, input: Value) -> Vec<String> {
    let payload = given(server, token, mutation, input, "").await;
    let errors = payload["userErrors"].as_array().expect("errors");
    assert!(!errors.is_empty(), "{mutation} was done");
    let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    errors.iter().map(|error| format!("{} {}", word(&error["field"]), word(&error["code"]))).collect()
}

/// The payload of one mutation.
///
/// # Panics
/// When it ends in an error.
pub async fn given(server: &Server, token: &str, mutation: &str, input: Value, selection: &str) -> Value {
    let mut first = mutation.to_owned();
    first[..1].make_ascii_uppercase();
    let query = format!(
        "mutation($input: {first}Input!) {{ {mutation}(input: $input) {{ {selection} userErrors {{ field message code }} }} }}"
    );
    let mut answer = told(server, token, &query, json!({ "input": input })).await;
    assert!(answer.get("errors").is_none(), "{mutation}: {answer}");
    answer["data"][mutation].take()
}
