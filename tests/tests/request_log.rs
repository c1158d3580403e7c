//! What is logged of requests: an id on every answer and log line, one access line per request, and nothing of what
//! was asked or by whom; and traces for a collector.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use tests::{Answer, Server, accounts::account, databases};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

/// Stands in every part of a request that could be logged.
const SECRET: &str = "Kranichgeheimnis";
const ID: &str = "x-request-id";

/// The lines of the access log by the id of their request, once there are so many.
async fn access_lines(server: &Server, count: usize) -> BTreeMap<String, Value> {
    let started = Instant::now();
    loop {
        let log = server.log();
        let lines = log.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        let lines: Vec<Value> = lines.filter(|line| line["target"] == "access").collect();
        if lines.len() >= count {
            let id = |line: &Value| line["request_id"].as_str().expect("an id").to_owned();
            let by_id: BTreeMap<String, Value> = lines.iter().map(|line| (id(line), line.clone())).collect();
            assert_eq!(lines.len(), by_id.len(), "more than one line of a request: {log}");
            return by_id;
        }
        assert!(started.elapsed() < Duration::from_secs(20), "{count} lines are awaited in {log}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// An answer over a connection of its own, to what no client would send.
async fn raw(server: &Server, request: &str) -> String {
    let mut connection = server.connect_from([127, 0, 0, 1]).await;
    connection.write_all(request.as_bytes()).await.expect("sent");
    let mut answer = String::new();
    connection.read_to_string(&mut answer).await.expect("an answer");
    answer
}

#[tokio::test]
async fn every_answer_has_the_id_of_its_request_and_one_line_in_the_access_log() {
    let (_folder, server) = Server::with_settings("[http]\nbody_bytes = 1000\n[log]\naccess = true\n");
    let page = server.get("/").await;
    let script = page.text.split("src=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a script").to_owned();
    let tag = page.header("etag").to_owned();
    let query = "/graphql?query=%7B__typename%7D";
    let answer_tag = server.get(query).await.header("etag").to_owned();
    let mut asked = vec![(page, 200, "page")];
    let get = |path: &str| server.request("GET", path);
    for (request, status, route) in [
        (get("/").header("if-none-match", &tag), 304, "page"),
        (get(query).header("if-none-match", &answer_tag), 304, "/graphql"),
        (get("/nowhere").header("accept", "application/json"), 404, "page"),
        (get("/nowhere").header("accept", "text/html"), 404, "page"),
        (get(&script), 200, "/assets/{name}"),
        (get("/assets/nothing.js"), 404, "/assets/{name}"),
        (get("/widget.js"), 200, "/widget.js"),
        (get("/export/actors.csv"), 200, "/export/{file}"),
        (get("/export/nothing"), 404, "/export/{file}"),
        (get("/tiles/0/0/0.mvt"), 200, "/tiles/{*address}"),
        (get("/tiles/x/0/0.mvt"), 400, "/tiles/{*address}"),
        (get("/basemap/0/0/0"), 404, "/basemap/{zoom}/{column}/{row}"),
        (get("/tr/events.ics"), 200, "/tr/events.ics"),
        (get("/health/ready"), 200, "/health/ready"),
        (get("/auth/session"), 401, "/auth/session"),
        (get("/invitation/nothing"), 410, "/invitation/{secret}"),
        (get("/graphql/ws"), 426, "/graphql/ws"),
        (server.request("HEAD", "/"), 200, "page"),
        (server.request("DELETE", "/graphql"), 405, "/graphql"),
        (server.request("DELETE", "/health/ready"), 405, "/health/ready"),
        (server.request("OPTIONS", "/graphql").header("origin", "https://a.example"), 200, "/graphql"),
        (server.request("POST", "/graphql").json(&json!({ "query": "{ __typename }" })), 200, "/graphql"),
        (server.request("POST", "/graphql").json(&json!({ "query": "{" })), 200, "/graphql"),
        (server.request("POST", "/graphql").json(&json!({ "query": " ".repeat(1001) })), 413, "/graphql"),
        (server.request("POST", "/graphql").body("text"), 415, "/graphql"),
    ] {
        asked.push((server.send(request).await, status, route));
    }
    let no_host = raw(&server, "GET / HTTP/1.1\r\nconnection: close\r\n\r\n").await;
    assert!(no_host.starts_with("HTTP/1.1 400") && no_host.contains(&format!("{ID}: ")), "{no_host}");

    // The answer whose tag was asked for and the one without a host have lines too.
    let lines = access_lines(&server, asked.len() + 2).await;
    assert_eq!(lines.len(), asked.len() + 2);
    for (answer, status, route) in &asked {
        let id = answer.header(ID);
        assert_eq!((answer.status, id.len()), (*status, 16), "{route}: {id} {}", answer.text);
        let line = lines.get(id).unwrap_or_else(|| panic!("{route}: no line of {id}"));
        assert_eq!((&line["status"], &line["route"]), (&json!(status), &json!(route)), "{line}");
        assert_eq!(line["role"], "public");
    }
    assert_eq!(asked.iter().map(|(answer, ..)| answer.header(ID)).collect::<BTreeSet<_>>().len(), asked.len());
    let (first, ..) = &asked[0];
    let sent = &lines[first.header(ID)]["bytes"];
    assert_eq!(sent, &json!(first.text.len()), "the bytes of a body that was not compressed");
    let empty = asked.iter().filter(|(answer, ..)| answer.status == 304);
    assert!(empty.clone().count() == 2 && empty.clone().all(|(answer, ..)| lines[answer.header(ID)]["bytes"] == 0));
}

#[tokio::test]
async fn who_is_refused_for_asking_too_often_learns_the_id_too() {
    let (_folder, server) = Server::with_settings("[http]\nrequests_per_minute = 2\n[log]\naccess = true\n");
    for path in ["/graphql?query=%7B__typename%7D", "/"] {
        assert_eq!(server.get(path).await.status, 200);
    }
    for path in ["/graphql?query=%7B__typename%7D", "/", "/export/actors.csv"] {
        let refused = server.get(path).await;
        assert_eq!((refused.status, refused.header(ID).len()), (429, 16), "{path}");
    }
    let lines = access_lines(&server, 5).await;
    assert_eq!(lines.values().filter(|line| line["status"] == 429).count(), 3);
}

#[tokio::test]
async fn a_client_may_name_its_request_shortly_and_plainly() {
    let (_folder, server) = Server::with_settings("");
    let named =
        async |path: &str, id: &str| -> Answer { server.send(server.request("GET", path).header(ID, id)).await };
    for path in ["/", "/graphql?query=%7B__typename%7D", "/nowhere", "/health/live", "/tiles.json"] {
        assert_eq!(named(path, "trace-7.a_B").await.header(ID), "trace-7.a_B", "{path}");
        for id in [&"a".repeat(65), "two words", "quo\"te", "{id}"] {
            let answer = named(path, id).await;
            assert!(answer.header(ID) != id && answer.header(ID).len() == 16, "{path} {id}: {}", answer.header(ID));
        }
    }
}

#[tokio::test]
async fn the_log_holds_nothing_of_what_was_asked_nor_by_whom() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let settings = "[http]\ntrusted_proxies = [\"127.0.0.1\"]\n[log]\naccess = true\nlevel = \"debug\"\n";
        std::fs::write(folder.path().join("bruecke.toml"), settings).expect("written");
        let editor = account(folder.path(), &database.url, "editor", "ada.kranich@stelle.example", &[]);
        let server = Server::start(folder.path(), &database.url);
        let get = |path: String| server.request("GET", &path);
        let post = |path: String| server.request("POST", &path);
        let form = format!("email={SECRET}%40a.example&password={SECRET}&name={SECRET}");
        let form_type = "application/x-www-form-urlencoded";
        let origin = server.base();
        let requests = [
            get(format!("/?q={SECRET}")),
            get(format!("/{SECRET}")),
            get(format!("/organisation/{SECRET}?return={SECRET}")),
            get(format!("/password/{SECRET}")),
            get(format!("/invitation/{SECRET}")),
            post(format!("/invitation/{SECRET}")).header("content-type", form_type).body(form.clone()),
            get(format!("/first-admin/{SECRET}")),
            get(format!("/reminder/still-right/{SECRET}")),
            post(format!("/reminder/still-right/{SECRET}")),
            get(format!("/mail/stop/{SECRET}")),
            get(format!("/auth/oidc/callback?code={SECRET}&state={SECRET}")),
            post("/login".to_owned()).header("origin", origin).header("content-type", form_type).body(form),
            post("/auth/login".to_owned()).json(&json!({ "email": format!("{SECRET}@a.example"), "password": SECRET })),
            get(format!("/graphql?query=%7Bactor(slug:%22{SECRET}%22)%7Bname%7D%7D")),
            post("/graphql".to_owned()).json(&json!({ "query": format!("{{ {SECRET} }}"), "operationName": SECRET })),
            get(format!("/export/{SECRET}.csv?q={SECRET}")),
            get(format!("/tiles/{SECRET}/0/0.mvt?q={SECRET}")),
            get(format!("/basemap/{SECRET}/0/0")),
            server.request(&SECRET.to_uppercase(), "/"),
        ];
        let count = requests.len();
        for request in requests {
            let request = request
                .header("user-agent", SECRET)
                .header("referer", format!("https://a.example/{SECRET}"))
                .header("cookie", format!("bruecke-session={SECRET}; other={SECRET}"))
                .header("x-forwarded-for", "203.0.113.77");
            server.send(request).await;
        }
        for token in [SECRET, &editor] {
            server.send(get("/auth/session".to_owned()).bearer_auth(token)).await;
        }
        let lines = access_lines(&server, count + 2).await;
        let log = server.log();
        for hidden in [SECRET, "203.0.113.77", &editor, "kranich@", "Ada"] {
            let found = log.lines().find(|line| line.to_lowercase().contains(&hidden.to_lowercase()));
            assert_eq!(found, None, "{hidden} is in the log");
        }
        let keys = "bytes level method milliseconds request_id role route status target timestamp";
        for line in lines.values() {
            let of_line: Vec<&str> = line.as_object().expect("an object").keys().map(String::as_str).collect();
            assert_eq!(of_line.iter().copied().collect::<BTreeSet<_>>(), keys.split(' ').collect(), "{line}");
            assert!(!line.to_string().contains("127.0.0.1"), "{line}");
        }
        assert_eq!(lines.values().filter(|line| line["role"] == "editor").count(), 1);
        assert_eq!(lines.values().filter(|line| line["method"] == "other").count(), 1);
    }
}

#[tokio::test]
async fn a_line_that_a_request_gives_reason_for_bears_its_id() {
    // Nobody listens at the port that discards (RFC 863).
    let settings = "[openid]\nissuer = \"http://127.0.0.1:9\"\nclient_id = \"herne\"\n";
    let (_folder, server) = Server::with_settings(settings);
    let request = server.request("GET", "/auth/oidc/login").header(ID, "the-one");
    let failed = server.send(request).await;
    assert_eq!(failed.header(ID), "the-one", "{}", failed.text);
    let log = server.log();
    let line = log.lines().find(|line| line.contains("nobody was signed in")).expect("a line");
    let line: Value = serde_json::from_str(line).expect("JSON");
    assert_eq!(line["spans"][0]["id"], "the-one", "{line}");
    assert_eq!(line["spans"][0]["route"], "/auth/oidc/login", "{line}");
}

#[tokio::test]
async fn without_the_access_log_there_is_no_line_and_the_id_all_the_same() {
    let (_folder, server) = Server::with_settings("");
    assert_eq!(server.get("/").await.header(ID).len(), 16);
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert!(!server.log().contains("\"access\""), "{}", server.log());
}

#[tokio::test]
async fn traces_go_to_the_collector_that_is_named() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let collector = listener.local_addr().expect("an address");
    let received = tokio::spawn(async move {
        let mut all = Vec::new();
        loop {
            let (mut connection, _) = listener.accept().await.expect("a connection");
            let mut buffer = [0; 16 * 1024];
            // What is sent is one request; its end is that nothing more comes.
            while let Ok(Ok(read)) =
                tokio::time::timeout(Duration::from_millis(500), connection.read(&mut buffer)).await
            {
                if read == 0 {
                    break;
                }
                all.extend_from_slice(&buffer[..read]);
            }
            let _ = connection.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").await;
            let text = String::from_utf8_lossy(&all).into_owned();
            if ["POST /v1/traces ", "bruecke", "/graphql", "the-one", "command", "sign_in", "transaction", "committed"]
                .iter()
                .all(|part| text.contains(part))
            {
                return text;
            }
        }
    });
    let (_folder, server) = Server::with_settings(&format!("[traces]\notlp_url = \"http://{collector}/v1/traces\"\n"));
    let request =
        server.request("POST", "/graphql").json(&json!({ "query": format!("{{ q: __typename # {SECRET}\n }}") }));
    assert_eq!(server.send(request.header(ID, "the-one")).await.status, 200);
    let credentials = json!({ "email": format!("{SECRET}@verein.example"), "password": SECRET });
    assert_eq!(server.send(server.request("POST", "/auth/login").json(&credentials)).await.status, 401);
    let text = tokio::time::timeout(Duration::from_secs(60), received).await.expect("in time").expect("traces");
    assert!(!text.contains(SECRET));
}
