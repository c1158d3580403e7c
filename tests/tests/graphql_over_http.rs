//! GraphQL over HTTP, as its specification says: media types, status codes, methods.

use serde_json::{Value, json};
use tests::{Answer, Server};

const RESPONSE: &str = "application/graphql-response+json";

fn server() -> (tempfile::TempDir, Server) {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start_with(folder.path(), &[]);
    (folder, server)
}

async fn post(server: &Server, accept: &str, body: &Value) -> Answer {
    server.send(server.request("POST", "/graphql").header("accept", accept).json(body)).await
}

#[tokio::test]
async fn a_question_is_answered_in_the_media_type_asked_for() {
    let (_folder, server) = server();
    let question = json!({ "query": "{ directory { version } }" });
    for (accept, content_type) in [
        (RESPONSE, "application/graphql-response+json; charset=utf-8"),
        ("application/json", "application/json; charset=utf-8"),
        ("*/*", "application/json; charset=utf-8"),
        (
            "application/graphql-response+json, application/json;q=0.9",
            "application/graphql-response+json; charset=utf-8",
        ),
    ] {
        let answer = post(&server, accept, &question).await;
        assert_eq!((answer.status, answer.content_type.as_str()), (200, content_type), "{accept}");
        assert!(
            answer.json()["data"]["directory"]["version"].is_string()
                || answer.json()["data"]["directory"]["version"].is_number()
        );
    }
    assert_eq!(post(&server, "image/png", &question).await.status, 406);
}

#[tokio::test]
async fn a_refused_document_is_400_in_the_new_media_type_and_200_in_plain_json() {
    let (_folder, server) = server();
    for query in
        ["{", "{ nothing }", "query A { directory { version } } query B { directory { version } }", "mutation { x }"]
    {
        let body = json!({ "query": query });
        let answer = post(&server, RESPONSE, &body).await;
        assert_eq!(answer.status, 400, "{query}");
        assert!(answer.json().get("data").is_none() && answer.json()["errors"][0]["message"].is_string(), "{query}");
        assert_eq!(post(&server, "application/json", &body).await.status, 200, "{query}");
    }
}

#[tokio::test]
async fn a_body_that_is_no_request_is_refused_in_both_media_types() {
    let (_folder, server) = server();
    for body in [json!({}), json!({ "query": 1 }), json!({ "query": "{a}", "variables": [] }), json!([]), json!("{a}")]
    {
        for accept in [RESPONSE, "application/json"] {
            let answer = post(&server, accept, &body).await;
            assert_eq!(answer.status, 400, "{body}");
            assert_eq!(answer.json()["errors"][0]["extensions"]["code"], "BAD_REQUEST");
        }
    }
}

#[tokio::test]
async fn only_json_in_utf_8_is_taken_and_only_get_and_post_are_known() {
    let (_folder, server) = server();
    for content_type in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"] {
        let request = server.request("POST", "/graphql").header("content-type", content_type).body("{}");
        assert_eq!(server.send(request).await.status, 415, "{content_type}");
    }
    for method in ["PUT", "DELETE", "PATCH"] {
        let answer = server.send(server.request(method, "/graphql")).await;
        assert_eq!(answer.status, 405);
        assert_eq!(answer.headers["allow"], "GET, HEAD, POST");
    }
    assert_eq!(server.get("/nothing").await.status, 404);
}

#[tokio::test]
async fn get_asks_queries_and_nothing_else() {
    let (_folder, server) = server();
    let answer = server.get("/graphql?query=query(%24s:String!)%7Btheme(slug:%24s)%7Blabel%7D%7D&variables=%7B%22s%22:%22language%22%7D").await;
    assert_eq!(answer.json(), json!({ "data": { "theme": { "label": "Sprache" } } }));
    let mutation = server.get("/graphql?query=mutation%7BcreateOrganisation%7Bid%7D%7D").await;
    assert!((400..500).contains(&mutation.status) || mutation.json().get("data").is_none());
    assert_eq!(server.get("/graphql").await.status, 400);
}

#[tokio::test]
async fn a_get_answer_has_a_tag_and_is_not_sent_twice() {
    let (_folder, server) = server();
    let path = "/graphql?query=%7Bthemes%7Bslug%7D%7D";
    let first = server.get(path).await;
    let tag = first.headers["etag"].to_str().expect("a tag").to_owned();
    let second = server.send(server.request("GET", path).header("if-none-match", &tag)).await;
    assert_eq!((second.status, second.text.as_str()), (304, ""));
    assert_eq!(second.headers["etag"], tag.as_str());
    assert!(first.headers.contains_key("last-modified"));
}

/// What browsers say that they take when somebody opens an address.
const BROWSER: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

#[tokio::test]
async fn a_browser_gets_a_page_that_helps_by_itself_and_loads_only_what_is_served_here() {
    let (_folder, server) = server();
    let answer = server.send(server.request("GET", "/graphql").header("accept", BROWSER)).await;
    assert_eq!((answer.status, answer.content_type.as_str()), (200, "text/html; charset=utf-8"));
    for helps in ["organisations(filter: {themes: [", "curl -H ", server.base(), "/graphql/schema", "/graphql/ws"] {
        assert!(answer.text.contains(helps), "the page lacks {helps}");
    }
    for loaded in answer.text.split(" src=\"").chain(answer.text.split("<link rel=\"stylesheet\" href=\"")).skip(1) {
        assert!(loaded.starts_with("/assets/") || loaded.starts_with("<!DOCTYPE"), "{loaded}");
    }
    let policy = answer.headers["content-security-policy"].to_str().expect("a policy");
    assert!(policy.starts_with("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{policy}");
    assert!(!policy.contains("unsafe") && !policy.contains("http") && !policy.contains("data:"), "{policy}");
    assert_eq!(answer.headers["x-content-type-options"], "nosniff");
    assert_eq!(answer.headers["referrer-policy"], "same-origin");
    assert_eq!(answer.headers["cross-origin-opener-policy"], "same-origin");
    assert!(!answer.headers.contains_key("set-cookie"));
}

#[tokio::test]
async fn the_page_for_browsers_is_in_their_language_and_not_sent_twice() {
    let (_folder, server) = server();
    for (preferred, begins) in [
        ("fr", "<html lang=\"de\" dir=\"ltr\">"),
        ("en-GB,de;q=0.5", "<html lang=\"en\" dir=\"ltr\">"),
        ("ar", "<html lang=\"ar\" dir=\"rtl\">"),
    ] {
        let ask = || server.request("GET", "/graphql").header("accept", BROWSER).header("accept-language", preferred);
        let first = server.send(ask()).await;
        assert!(first.text.contains(begins), "{preferred}: {}", first.text);
        assert_eq!(first.headers["vary"], "Accept, Accept-Language, Accept-Encoding");
        assert_eq!(first.headers["cache-control"], "public, no-cache");
        let again = server.send(ask().header("if-none-match", &first.headers["etag"])).await;
        assert_eq!((again.status, again.text.as_str()), (304, ""));
    }
}

#[tokio::test]
async fn only_a_browser_that_asks_nothing_gets_the_page() {
    let (_folder, server) = server();
    for (accept, path, status, content_type) in [
        ("application/json", "/graphql", 400, "application/json; charset=utf-8"),
        (RESPONSE, "/graphql", 400, "application/graphql-response+json; charset=utf-8"),
        ("*/*", "/graphql", 400, "application/json; charset=utf-8"),
        (BROWSER, "/graphql?query=%7Bthemes%7Bslug%7D%7D", 200, "application/json; charset=utf-8"),
        ("application/json, text/html;q=0.9", "/graphql", 400, "application/json; charset=utf-8"),
        ("text/html;q=0.9, application/json;q=0.8", "/graphql", 200, "text/html; charset=utf-8"),
    ] {
        let answer = server.send(server.request("GET", path).header("accept", accept)).await;
        assert_eq!((answer.status, answer.content_type.as_str()), (status, content_type), "{accept} {path}");
    }
}

#[tokio::test]
async fn several_questions_are_answered_in_their_order_up_to_the_limit() {
    let (_folder, server) = server();
    let answer = post(&server, "*/*", &json!([{ "query": "{theme(slug:\"work\"){slug}}" }, { "query": "{" }])).await;
    assert_eq!(answer.json()[0]["data"]["theme"]["slug"], "work");
    assert!(answer.json()[1]["errors"].is_array());
    let many = vec![json!({ "query": "{directory{version}}" }); 11];
    assert_eq!(post(&server, "*/*", &json!(many)).await.json()["errors"][0]["extensions"]["code"], "LIMIT_BATCH");
}

#[tokio::test]
async fn strangers_pages_may_read_and_answers_are_compressed_when_asked() {
    let (_folder, server) = server();
    let preflight = server
        .request("OPTIONS", "/graphql")
        .header("origin", "https://partner.example")
        .header("access-control-request-method", "POST")
        .header("access-control-request-headers", "content-type");
    let answer = server.send(preflight).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.headers["access-control-allow-origin"], "*");
    for encoding in ["br", "zstd", "gzip"] {
        let request = server.request("GET", "/graphql/schema").header("accept-encoding", encoding);
        let response = request.send().await.expect("an answer");
        assert_eq!(response.headers()["content-encoding"], encoding);
    }
}

#[tokio::test]
async fn health_and_metrics_tell_how_the_node_is() {
    let (_folder, server) = server();
    assert_eq!(server.get("/health/live").await.status, 200);
    let ready = server.get("/health/ready").await;
    assert_eq!((ready.status, ready.json()), (200, json!({ "ready": true, "reasons": [] })));
    // Everything is there before it has happened.
    let metrics = server.metrics().await.text;
    for series in [
        "bruecke_graphql_seconds_count{outcome=\"errors\"} 0",
        "bruecke_requests_total{route=\"graphql\",status=\"5xx\"} 0",
        "bruecke_request_seconds_count{route=\"basemap\"} 0",
        "bruecke_cache_total{cache=\"pages\",outcome=\"miss\"} 0",
        "bruecke_cache_total{cache=\"reads\",outcome=\"hit\"} 0",
        "bruecke_cache_total{cache=\"past\",outcome=\"hit\"} 0",
        "bruecke_cache_total{cache=\"documents\",outcome=\"miss\"} 0",
        "bruecke_pool_connections{pool=\"reading\",state=\"open\"}",
        "bruecke_log_lag 0",
        "bruecke_ready 1",
        "bruecke_mails_total{outcome=\"not-taken\"} 0",
        "bruecke_sign_ins_total{outcome=\"refused\"} 0",
        "bruecke_refused_total{limit=\"sign-in\"} 0",
        "bruecke_subscribers 0",
    ] {
        assert!(metrics.contains(series), "{series} in {metrics}");
    }
    server.ask("{directory{version}}").await;
    server.ask("{directory{version}}").await;
    let metrics = server.metrics().await.text;
    for series in [
        "bruecke_requests_total{route=\"graphql\",status=\"2xx\"} 2",
        "bruecke_graphql_seconds_count{outcome=\"answered\"} 1",
        "bruecke_cache_total{cache=\"answers\",outcome=\"hit\"} 1",
        "bruecke_cache_total{cache=\"documents\",outcome=\"miss\"} 1",
    ] {
        assert!(metrics.contains(series), "{series} in {metrics}");
    }
}
