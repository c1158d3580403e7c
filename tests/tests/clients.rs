//! What common clients send is understood: persisted queries, empty names, headers of their own, tokens over a
//! WebSocket, links that become frames.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tests::{
    Heard, Peer, Server, Subscriber,
    accounts::{PASSWORD, account, token},
    run_reading,
};
use tokio_tungstenite::tungstenite::Error;

const PROTOCOL: (&str, &str) = ("sec-websocket-protocol", "graphql-transport-ws");
const QUESTION: &str = "query Version { directory { version } }";

fn hash() -> Value {
    json!({ "persistedQuery": { "version": 1, "sha256Hash": "ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38" } })
}

/// A path with a query part.
fn address(path: &str, pairs: &[(&str, &str)]) -> String {
    let url = reqwest::Url::parse_with_params(&format!("http://localhost{path}"), pairs).expect("an address");
    format!("{path}?{}", url.query().unwrap_or_default())
}

#[tokio::test]
async fn a_hash_alone_is_told_to_be_not_supported_in_the_words_that_clients_look_for() {
    let (_folder, server) = Server::with_settings("");
    let told = json!({ "errors": [{
        "message": "PersistedQueryNotSupported",
        "extensions": { "code": "PERSISTED_QUERY_NOT_SUPPORTED" },
    }] });
    for (accept, status) in [("application/json", 200), ("application/graphql-response+json", 400)] {
        let body = json!({ "operationName": "Version", "variables": {}, "extensions": hash() });
        let post = server.request("POST", "/graphql").header("accept", accept).json(&body);
        let address = address("/graphql", &[("operationName", "Version"), ("extensions", &hash().to_string())]);
        let get = server.request("GET", &address).header("accept", accept);
        for request in [post, get] {
            let answer = server.send(request).await;
            assert_eq!((answer.status, answer.json()), (status, told.clone()));
        }
        let both = json!({ "query": QUESTION, "operationName": "Version", "extensions": hash() });
        let answer = server.send(server.request("POST", "/graphql").header("accept", accept).json(&both)).await;
        assert!(answer.json()["data"]["directory"]["version"].is_number(), "{}", answer.text);
    }
    let batch = json!([{ "extensions": hash() }, { "query": QUESTION }]);
    let answer = server.send(server.request("POST", "/graphql").json(&batch)).await.json();
    assert_eq!((&answer[0], answer[1]["errors"].is_null()), (&told, true), "{answer}");
    let other = server.send(server.request("POST", "/graphql").json(&json!({ "extensions": {} }))).await;
    assert_eq!((other.status, &other.json()["errors"][0]["extensions"]["code"]), (400, &json!("BAD_REQUEST")));
}

#[tokio::test]
async fn real_clients_with_persisted_queries_fall_back_to_the_document() {
    let (_folder, server) = Server::with_settings("");
    let peer = Peer::start("clients", &json!({ "address": format!("{}/graphql", server.base()) }));
    for ended in peer.wait_for(4).await {
        let answers = ended["answers"].as_array().unwrap_or_else(|| panic!("{ended}"));
        assert!(answers.len() == 2, "{ended}");
        for answer in answers {
            assert!(answer["directory"]["version"].is_number(), "{ended}");
        }
        let requests = ended["requests"].as_array().expect("requests");
        let documents: Vec<_> = requests.iter().map(|request| request["hasDocument"] == json!(true)).collect();
        assert_eq!(documents, [false, true, true], "the hash once, then the document: {ended}");
        let first = if ended["get"] == json!(true) { "GET" } else { "POST" };
        assert_eq!(requests[0]["method"], first, "{ended}");
    }
}

#[tokio::test]
async fn an_empty_operation_name_is_none() {
    let (_folder, server) = Server::with_settings("");
    let body = json!({ "query": QUESTION, "operationName": "" });
    let post = server.send(server.request("POST", "/graphql").json(&body)).await.json();
    let get = server.get(&address("/graphql", &[("query", QUESTION), ("operationName", "")])).await.json();
    assert!(post["data"].is_object() && get["data"].is_object(), "{post} {get}");
    let mut line = Subscriber::connect(&server).await;
    line.say(json!({ "type": "subscribe", "id": "1", "payload": body })).await;
    let Heard::Message(next) = line.hear().await else { panic!("closed") };
    assert_eq!(next["type"], "next", "{next}");
}

#[tokio::test]
async fn scripts_of_any_origin_may_send_their_headers_and_read_what_they_need() {
    let (_folder, server) = Server::with_settings("");
    let sent = [
        "accept",
        "apollo-require-preflight",
        "apollographql-client-name",
        "apollographql-client-version",
        "authorization",
        "content-type",
        "if-none-match",
        "traceparent",
        "tracestate",
        "x-apollo-operation-id",
        "x-apollo-operation-name",
        "x-requested-with",
    ];
    for (path, method) in [
        ("/graphql", "POST"),
        ("/graphql?query=%7Bdirectory%7Bversion%7D%7D", "GET"),
        ("/graphql/schema", "GET"),
        ("/changes.atom", "GET"),
        ("/events.ics", "GET"),
        ("/export/actors.csv", "GET"),
        ("/export/actors.geojson", "GET"),
        ("/tiles.json", "GET"),
        ("/tiles/0/0/0.mvt", "GET"),
        ("/oembed", "GET"),
        ("/widget.js", "GET"),
        ("/map.svg", "GET"),
        ("/health/ready", "GET"),
        ("/", "GET"),
    ] {
        let preflight = server
            .request("OPTIONS", path)
            .header("origin", "https://other.example")
            .header("access-control-request-method", method)
            .header("access-control-request-headers", sent.join(","));
        let allowed = server.send(preflight).await;
        assert!((200..300).contains(&allowed.status), "{path}: {}", allowed.status);
        assert_eq!(allowed.header("access-control-allow-origin"), "*", "{path}");
        assert!(!allowed.headers.contains_key("access-control-allow-credentials"), "{path}");
        let list = allowed.header("access-control-allow-headers").to_lowercase();
        let list: BTreeSet<&str> = list.split(',').map(str::trim).collect();
        assert!(sent.iter().all(|name| list.contains(name)), "{path}: {list:?}");

        let read = server.send(server.request(method, path).header("origin", "https://other.example")).await;
        assert_eq!(read.header("access-control-allow-origin"), "*", "{path}");
        let exposed = read.header("access-control-expose-headers").to_lowercase();
        assert!(["etag", "retry-after"].iter().all(|name| exposed.contains(name)), "{path}: {exposed}");
    }
    let login = server.request("OPTIONS", "/auth/login").header("origin", "https://other.example");
    let login = server.send(login.header("access-control-request-method", "POST")).await;
    assert!(!login.headers.contains_key("access-control-allow-origin"), "signing in is for this origin alone");
}

/// A server with an editor, and the two tokens and the session's cookie of them.
async fn staffed(settings: &str) -> (tempfile::TempDir, Server, String, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let database = "sqlite://clients.db";
    std::fs::write(folder.path().join("bruecke.toml"), settings).expect("settings can be written");
    account(folder.path(), database, "editor", "ada@verein.example", &[]);
    let token = token(folder.path(), database, "read", "ada@verein.example");
    let server = Server::start(folder.path(), database);
    let body = json!({ "email": "ada@verein.example", "password": PASSWORD });
    let welcome = server.send(server.request("POST", "/auth/login").json(&body)).await;
    let cookie = welcome.header("set-cookie").split(';').next().expect("a pair").to_owned();
    (folder, server, token, cookie)
}

/// The role that is told over a line.
async fn role(line: &mut Subscriber) -> Value {
    line.subscribe("role", "{ viewer { role } }", json!({})).await;
    let Heard::Message(mut next) = line.hear().await else { panic!("closed") };
    assert!(matches!(line.hear().await, Heard::Message(complete) if complete["type"] == "complete"));
    next["payload"]["data"]["viewer"].take()
}

async fn begin(server: &Server, headers: &[(&'static str, &str)], payload: &Value) -> (Subscriber, Heard) {
    let mut line = Subscriber::open_with(server, headers).await.expect("a line");
    line.say(json!({ "type": "connection_init", "payload": payload })).await;
    let heard = line.hear().await;
    (line, heard)
}

#[tokio::test]
async fn a_right_token_over_a_websocket_is_its_account_and_a_wrong_one_is_refused() {
    let (folder, server, token, cookie) = staffed("").await;
    let acknowledged = || Heard::Message(json!({ "type": "connection_ack" }));
    let bearer = format!("Bearer {token}");
    let own = server.base().to_owned();
    for (headers, payload, who) in [
        (vec![], json!({ "authorization": bearer }), json!({ "role": "EDITOR" })),
        (vec![], json!({ "Authorization": bearer }), json!({ "role": "EDITOR" })),
        (vec![], json!({ "headers": { "Authorization": bearer } }), json!({ "role": "EDITOR" })),
        (vec![("authorization", bearer.as_str())], json!(null), json!({ "role": "EDITOR" })),
        (vec![("cookie", cookie.as_str()), ("origin", own.as_str())], json!({}), json!({ "role": "EDITOR" })),
        (vec![("cookie", cookie.as_str()), ("origin", "https://evil.example")], json!({}), json!(null)),
        (vec![], json!({ "authorization": "" }), json!(null)),
        (vec![], json!({ "authorization": null, "other": 1 }), json!(null)),
    ] {
        let headers: Vec<_> = [PROTOCOL].into_iter().chain(headers).collect();
        let (mut line, heard) = begin(&server, &headers, &payload).await;
        assert_eq!(heard, acknowledged(), "{headers:?} {payload}");
        assert_eq!(role(&mut line).await, who, "{headers:?} {payload}");
    }
    for payload in [
        json!({ "authorization": "Bearer brk_wrong" }),
        json!({ "Authorization": "Basic YTpi" }),
        json!({ "authorization": 1 }),
        json!({ "headers": { "authorization": token } }),
    ] {
        let (_, heard) = begin(&server, &[PROTOCOL], &payload).await;
        assert!(matches!(heard, Heard::Closed(4403, _)), "{payload}: {heard:?}");
    }
    let broken = format!("{}=wrong", cookie.split('=').next().expect("a name"));
    for (name, value) in [("authorization", "Bearer brk_wrong"), ("cookie", broken.as_str())] {
        let refused = Subscriber::open_with(&server, &[PROTOCOL, (name, value)]).await.expect_err("refused");
        assert!(matches!(&*refused, Error::Http(answer) if answer.status() == 401), "{name}: {refused}");
    }
    let (mut line, _) = begin(&server, &[PROTOCOL], &json!({ "authorization": bearer })).await;
    let revoke = ["user", "token", "--database", "sqlite://clients.db", "--revoke", "ada@verein.example"];
    run_reading(folder.path(), &revoke, "").ok();
    line.subscribe("again", "{ viewer { role } }", json!({})).await;
    let heard = line.hear().await;
    assert!(matches!(heard, Heard::Closed(4403, _)), "withdrawn meanwhile: {heard:?}");
}

#[tokio::test]
async fn every_page_that_oembed_makes_a_frame_of_says_so_and_no_other() {
    let (_folder, server) = Server::with_settings("");
    let sitemap = server.get("/sitemap.xml").await.text;
    let mut paths: BTreeSet<String> = sitemap
        .split("<loc>")
        .skip(1)
        .filter_map(|rest| rest.split("</loc>").next()?.strip_prefix(server.base()).map(str::to_owned))
        .filter(|path| !path.starts_with("/sitemap"))
        .collect();
    assert!(paths.len() > 50, "{sitemap}");
    paths.extend(
        [
            "/",
            "/tr/",
            "/?theme=language",
            "/?theme=language&district=wanne",
            "/en/?text=caf%C3%A9",
            "/?theme=language&day=someday",
            "/embed",
            "/embed?theme=language",
            "/embed?view=nothing",
            "/embed/builder",
            "/coverage",
            "/cooperation",
            "/suggest-change",
            "/imprint",
            "/uk/privacy",
            "/organisation/gibt-es-nicht",
        ]
        .map(str::to_owned),
    );
    let mut frames = 0;
    for path in &paths {
        let page = server.send(server.request("GET", path).header("accept", "text/html")).await;
        let asked = address("/oembed", &[("url", &format!("{}{path}", server.base()))]);
        let can_be_frame = server.get(&asked).await.status == 200;
        let links: Vec<&str> =
            page.text.split("<link ").filter(|link| link.contains("application/json+oembed")).collect();
        assert_eq!(links.len(), usize::from(can_be_frame), "{path} ({}): {links:?}", page.status);
        for link in links {
            let address = link.split("href=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("an address");
            let address = address.replace("&amp;", "&");
            let told = server.get(address.strip_prefix(server.base()).expect("here")).await;
            assert_eq!((told.status, &told.json()["type"]), (200, &json!("rich")), "{address}");
            frames += 1;
        }
    }
    assert!(frames > 50 && frames < paths.len(), "{frames} of {}", paths.len());
}

#[test]
fn a_password_that_is_easy_to_guess_is_refused_with_the_reason() {
    let folder = tempfile::tempdir().expect("a folder");
    let user = |arguments: &[&str], password: &str| {
        let all: Vec<&str> = ["user"].into_iter().chain(arguments.iter().copied()).collect();
        run_reading(folder.path(), &[&all[..], &["--database", "sqlite://clients.db"]].concat(), password)
    };
    let add = ["add", "--role", "editor", "--name", "Ada Quast", "ada@verein.example"];
    for password in ["Sommer2026!!", "Quast1990!Ada", "michael24121987"] {
        let refused = user(&add, password);
        assert!(!refused.success && refused.stderr.contains("password"), "{password}: {}", refused.stderr);
    }
    user(&add, PASSWORD).ok();
    let refused = user(&["reset", "ada@verein.example"], "Sommer2026!!");
    assert!(!refused.success && refused.stderr.contains("used by too many"), "{}", refused.stderr);
}
