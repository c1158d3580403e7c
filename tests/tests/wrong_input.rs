//! Wrong input gets a clear error, and the server lives on.

use serde_json::json;
use tests::Server;

async fn still_answers(server: &Server) {
    assert_eq!(server.ask("{theme(slug:\"language\"){slug}}").await["theme"]["slug"], "language");
}

#[tokio::test]
async fn wrong_values_are_told_with_what_is_allowed() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start_with(folder.path(), &[]);
    for (query, code, says) in [
        (r#"{actors(filter:{themes:["langage"]}){totalCount}}"#, "UNKNOWN_THEME", "language"),
        (r#"{actors(filter:{districts:["wane"]}){totalCount}}"#, "UNKNOWN_DISTRICT", "wanne"),
        (r#"{actors(filter:{kinds:["club"]}){totalCount}}"#, "UNKNOWN_WORD", "culture"),
        (r#"{actors(filter:{languages:["deutsch und so"]}){totalCount}}"#, "INVALID_LANGUAGE", "BCP-47"),
        (r#"{actors(filter:{or:[{themes:["x"]}]}){totalCount}}"#, "UNKNOWN_THEME", "filter.or[0].themes[0]"),
        (r#"{actors(after:"garbage"){totalCount}}"#, "INVALID_CURSOR", "after"),
        ("{actors(first:100000){totalCount}}", "PAGE_SIZE", "100"),
        ("{actors(first:-1){totalCount}}", "PAGE_SIZE", "100"),
        ("{actors(first:1,last:1){totalCount}}", "INVALID_WINDOW", "first"),
        ("{actors(orderBy:RELEVANCE){totalCount}}", "NEEDS_TEXT", "text"),
        ("{actors(orderBy:DISTANCE){totalCount}}", "NEEDS_PLACE", "near"),
        ("{districtAt(longitude:700,latitude:51.5){slug}}", "INVALID_POSITION", "-180"),
        ("{actors(filter:{near:{longitude:7,latitude:51,radiusMetres:-1}}){totalCount}}", "INVALID_RADIUS", "0"),
        ("{actors(filter:{within:{west:7,south:52,east:8,north:51}}){totalCount}}", "INVALID_BOX", "south"),
    ] {
        let refusal = server.refusal(query).await;
        assert_eq!(refusal["extensions"]["code"], code, "{query}: {refusal}");
        assert!(refusal["message"].as_str().is_some_and(|message| message.contains(says)), "{query}: {refusal}");
    }
    still_answers(&server).await;
}

#[tokio::test]
async fn documents_that_would_cost_too_much_are_refused_by_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start_with(folder.path(), &[]);
    let deep = (0..40).fold("slug".to_owned(), |inner, _| format!("children {{ {inner} }}"));
    let aliases: String = (0..3000).map(|at| format!("a{at}:directory{{version}} ")).collect();
    let cooperations =
        (0..4).fold("name".to_owned(), |inner, _| format!("cooperations(first:100){{nodes{{partner{{{inner}}}}}}}"));
    let fragments: String =
        (0..30).map(|at| format!("fragment f{at} on Query {{ ...f{0} ...f{0} }} ", at + 1)).collect();
    for (query, code) in [
        (format!("{{themes{{{deep}}}}}"), "LIMIT_DEPTH"),
        (format!("{{{aliases}}}"), "LIMIT_"),
        (format!("{{actors(first:100){{nodes{{{cooperations}}}}}}}"), "LIMIT_COMPLEXITY"),
        (format!("{{...f0}} {fragments} fragment f30 on Query {{directory{{version}}}}"), "LIMIT_"),
        ("{".repeat(10_000), "LIMIT_"),
        (format!("{{actors(filter:{}{}){{totalCount}}}}", "{not:".repeat(5000), "}".repeat(5000)), "LIMIT_"),
    ] {
        let refusal = server.refusal(&query).await;
        let told = refusal["extensions"]["code"].as_str().unwrap_or_default();
        assert!(told.starts_with(code), "{}: {refusal}", &query[..60]);
    }
    let cyclic = server.refusal("{...a} fragment a on Query {...b} fragment b on Query {...a}").await;
    assert!(cyclic["message"].is_string());
    still_answers(&server).await;
}

#[tokio::test]
async fn bodies_that_are_too_large_or_broken_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start_with(folder.path(), &[]);
    let post = |body: Vec<u8>| server.request("POST", "/graphql").header("content-type", "application/json").body(body);
    let large = server.send(post(vec![b' '; 10 * 1024 * 1024])).await;
    assert_eq!((large.status, &large.json()["errors"][0]["extensions"]["code"]), (413, &json!("LIMIT_BODY")));
    let invalid = server.send(post(b"{\"query\":\"\xff\xfe\"}".to_vec())).await;
    assert_eq!(invalid.status, 400);
    assert!(invalid.text.contains("UTF-8"), "{}", invalid.text);
    still_answers(&server).await;
}

#[tokio::test]
async fn global_ids_that_are_none_are_refused_and_unknown_ones_are_null() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start_with(folder.path(), &[]);
    let refusal = server.refusal("{node(id:\"nonsense\"){id}}").await;
    assert!(refusal["extensions"]["code"].is_string());
    let known = server.ask("{themes{id}}").await["themes"][0]["id"].clone();
    let found = server.ask(&format!("{{node(id:{known}){{__typename id}}}}")).await;
    assert_eq!(found["node"], json!({ "__typename": "Theme", "id": known }));
    assert_eq!(server.ask("{actor(slug:\"no-such-actor\"){id}}").await["actor"], json!(null));
}

#[tokio::test]
async fn a_filter_of_the_search_tells_what_it_may_be_and_no_parser_speaks() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start_with(folder.path(), &[]);
    for language in ["", "/en", "/tr", "/ar", "/uk", "/ro", "/pl"] {
        for (filter, allowed) in [("group=quatsch", "women"), ("kind=quatsch", "sport"), ("day=quatsch", "sunday")] {
            let page = server.get(&format!("{language}/?{filter}")).await;
            let alert = page.text.split("role=\"alert\"").nth(1).and_then(|rest| rest.split("</div>").next());
            let alert = alert.unwrap_or_else(|| panic!("{language} {filter}: {}", page.status));
            assert!(alert.contains(&format!("={allowed}")), "{language} {filter}: {alert}");
        }
    }
    for (path, says) in [
        ("/graphql?query=%7B__typename%7D&variables=%7B%22a%22%3A", "variables is no JSON object"),
        ("/graphql?query=%7B__typename%7D&variables=%5B%5D", "variables is no JSON object"),
        ("/graphql?query=%7Bactors(first%3A1e400)%7BtotalCount%7D%7D", "a value cannot be read"),
        ("/graphql?query=query+%7B", "expected"),
        ("/graphql?query=%5B", "an operation or a fragment"),
        ("/graphql?query=%7Bactors(first%3A%24)%7BtotalCount%7D%7D", "expected"),
    ] {
        let told = server.get(path).await;
        let message = told.json()["errors"][0]["message"].as_str().unwrap_or_default().to_owned();
        assert!(message.contains(says), "{path}: {}", told.text);
        for word in ["executable_", "const_", "type_", "EOI", "EOF", "at line", "sequence"] {
            assert!(!message.contains(word), "{path}: {message}");
        }
    }
    let body = server.request("POST", "/graphql").header("content-type", "application/json").body("{}");
    let told = server.send(body).await;
    assert!(!told.text.contains("line 0") && told.text.contains("the members query"), "{}", told.text);
    for (method, path, allowed) in [
        ("GET", "/export/staff/actors.csv", "POST"),
        ("PUT", "/my", "GET"),
        ("DELETE", "/widget.js", "GET"),
        ("PATCH", "/mail/stop/x", "POST"),
        ("PUT", "/login", "GET"),
        ("POST", "/health/live", "GET"),
        ("DELETE", "/graphql/schema", "GET"),
        ("PUT", "/auth/login", "POST"),
    ] {
        let told = server.send(server.request(method, path)).await;
        assert_eq!(
            (told.status, &told.json()["errors"][0]["extensions"]["code"]),
            (405, &json!("METHOD_NOT_ALLOWED")),
            "{path}"
        );
        assert_eq!(told.header("x-content-type-options"), "nosniff", "{path}");
        assert!(told.header("allow").contains(allowed), "{path}: {}", told.header("allow"));
    }
    // One sign that stands for four words is four words, not the whole question four times.
    let page = server.get(&format!("/?text={}", "\u{fdfa}".repeat(40))).await;
    assert!(page.text.len() < 400_000, "{} bytes", page.text.len());
    still_answers(&server).await;
}
