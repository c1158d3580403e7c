//! Connections: none is kept without being used, no client takes all, and who is slow but goes on is served.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tests::{Heard, Server, Subscriber, run};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

const FIRST: [u8; 4] = [127, 0, 0, 1];
const SECOND: [u8; 4] = [127, 0, 0, 2];
/// Every limit a second, so that nobody waits for long.
const SHORT: &str = "[http]\nheader_timeout_seconds = 1\nidle_timeout_seconds = 1\nbody_timeout_seconds = 1\nwrite_timeout_seconds = 1\n";
/// How long it may take on a busy machine until a limit of a second has ended a connection.
const PATIENCE: Duration = Duration::from_secs(10);
const LIVE: &[u8] = b"GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n";

/// What comes until the server closes the connection, while it is sent `drip` byte by byte; and how long that took.
async fn until_closed(mut stream: TcpStream, drip: Option<u8>) -> (String, Duration) {
    let (started, mut heard) = (Instant::now(), Vec::new());
    let mut pause = tokio::time::interval(Duration::from_millis(100));
    let mut piece = [0; 4096];
    while started.elapsed() < PATIENCE {
        tokio::select! {
            read = stream.read(&mut piece) => match read {
                Ok(0) | Err(_) => return (String::from_utf8_lossy(&heard).into_owned(), started.elapsed()),
                Ok(count) => heard.extend_from_slice(&piece[..count]),
            },
            _ = pause.tick() => {
                if let Some(byte) = drip {
                    // Whether it arrives shows when the connection is read.
                    let _ = stream.write_all(&[byte]).await;
                }
            }
        }
    }
    panic!("the connection is still open after {PATIENCE:?}: {}", String::from_utf8_lossy(&heard));
}

async fn sent(server: &Server, bytes: &[u8]) -> TcpStream {
    let mut stream = server.connect_from(FIRST).await;
    stream.write_all(bytes).await.expect("the connection is open");
    stream
}

/// The value of a metric, the sum of those whose labels contain a text.
async fn metric(server: &Server, name: &str, labels: &str) -> f64 {
    let text = server.metrics().await.text;
    let lines = text.lines().filter(|line| line.starts_with(name) && line.contains(labels));
    lines.filter_map(|line| line.rsplit(' ').next()?.parse::<f64>().ok()).sum()
}

#[tokio::test]
async fn a_request_that_does_not_say_plainly_whom_it_is_for_is_refused() {
    let (_folder, server) = Server::with_settings("");
    let status = async |version: &str, hosts: &[&str]| {
        let mut request = format!("GET /health/live HTTP/{version}\r\nconnection: close\r\n");
        hosts.iter().for_each(|host| request.push_str(&format!("host: {host}\r\n")));
        let (heard, _) = until_closed(sent(&server, format!("{request}\r\n").as_bytes()).await, None).await;
        let (head, body) = heard.split_once("\r\n\r\n").expect("an answer");
        (head.split(' ').nth(1).expect("a status").to_owned(), body.to_owned())
    };
    for hosts in [&["x"] as &[&str], &["x:8080"], &["[::1]:8080"], &["127.0.0.1"], &["Netz.example"], &["a_b.example:"]]
    {
        assert_eq!(status("1.1", hosts).await.0, "200", "{hosts:?}");
    }
    assert_eq!(status("1.0", &[]).await.0, "200", "HTTP/1.0 knows no hosts");
    for hosts in [
        &[] as &[&str],
        &["x", "x"],
        &["x", "evil.example"],
        &[""],
        &["a b"],
        &["evil.example/x"],
        &["evil.example?x"],
        &["user@evil.example"],
        &["x:port"],
        &["x:1:2"],
        &["http://x"],
        &["[::1"],
        &["x, y"],
    ] {
        let (status, body) = status("1.1", hosts).await;
        let error: Value = serde_json::from_str(&body).unwrap_or_default();
        assert_eq!(
            (status.as_str(), &error["errors"][0]["extensions"]["code"]),
            ("400", &json!("INVALID_HOST")),
            "{hosts:?}"
        );
    }
    assert_eq!(status("1.0", &["x", "y"]).await.0, "400");
}

#[tokio::test]
async fn a_connection_that_is_not_used_is_closed() {
    let (_folder, server) = Server::with_settings(SHORT);
    let settings = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0";
    let (nothing, head, idle, second_head, http_2) = tokio::join!(
        async { until_closed(sent(&server, b"").await, None).await },
        async { until_closed(sent(&server, b"GET / HTTP/1.1\r\nx: ").await, Some(b'x')).await },
        async { until_closed(sent(&server, LIVE).await, None).await },
        async { until_closed(sent(&server, &[LIVE, b"GET / HTTP/1.1\r\nx: "].concat()).await, Some(b'x')).await },
        async { until_closed(sent(&server, settings).await, None).await },
    );
    for ((heard, took), begins) in
        [(nothing, ""), (head, ""), (idle, "HTTP/1.1 200 OK"), (second_head, "HTTP/1.1 200 OK"), (http_2, "\0")]
    {
        assert!(heard.starts_with(begins) && (!begins.is_empty() || heard.is_empty()), "{heard}");
        assert!(took >= Duration::from_millis(900), "{took:?} is less than a second");
    }
    for (limit, cut) in [("header", 4.0), ("idle", 1.0)] {
        assert_eq!(metric(&server, "bruecke_connections_cut_total", limit).await, cut, "{limit}");
    }
    assert_eq!(metric(&server, "bruecke_connections{", "public").await, 0.0);

    let server = std::net::TcpStream::connect(server.metrics_address()).expect("the metrics are listened on");
    server.set_read_timeout(Some(PATIENCE)).expect("a time limit");
    assert_eq!(std::io::Read::read(&mut &server, &mut [0; 8]).ok(), Some(0), "the metrics have the same limits");
}

#[tokio::test]
async fn a_body_that_does_not_come_is_answered_with_408() {
    let (_folder, server) = Server::with_settings(SHORT);
    for (path, content_type) in [
        ("/graphql", "application/json"),
        ("/auth/login", "application/json"),
        ("/suggest-change", "application/x-www-form-urlencoded"),
    ] {
        for drip in [None, Some(b' ')] {
            let head = format!(
                "POST {path} HTTP/1.1\r\nhost: x\r\ncontent-type: {content_type}\r\ncontent-length: 1000\r\n\r\n"
            );
            let (heard, took) = until_closed(sent(&server, head.as_bytes()).await, drip).await;
            assert!(heard.starts_with("HTTP/1.1 408 Request Timeout\r\n"), "{path}: {heard}");
            assert!(heard.contains("\r\nconnection: close\r\n"), "{path}: {heard}");
            assert!(took >= Duration::from_millis(900), "{took:?} is less than a second");
            if content_type == "application/json" {
                let (_, body) = heard.split_once("\r\n\r\n").expect("a body");
                let body: Value = serde_json::from_str(body).expect("JSON");
                assert_eq!(body["errors"][0]["extensions"]["code"], "LIMIT_BODY_TIME", "{body}");
            }
        }
    }
}

#[tokio::test]
async fn a_body_that_comes_slowly_and_steadily_is_read_however_long_a_question_may_take() {
    let settings = format!("{SHORT}timeout_seconds = 1\n");
    let (_folder, server) = Server::with_settings(&settings);
    let question = format!("{{\"query\":\"{{themes {{slug}}}}\"{}}}", " ".repeat(3000));
    let head = format!(
        "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nconnection: close\r\ncontent-length: {}\r\n\r\n",
        question.len()
    );
    let started = Instant::now();
    let mut stream = sent(&server, head.as_bytes()).await;
    for piece in question.as_bytes().chunks(300) {
        tokio::time::sleep(Duration::from_millis(250)).await;
        stream.write_all(piece).await.expect("the connection is open");
    }
    let mut heard = String::new();
    stream.read_to_string(&mut heard).await.expect("an answer");
    assert!(heard.starts_with("HTTP/1.1 200 OK\r\n"), "{heard}");
    assert!(started.elapsed() > Duration::from_secs(2));
}

#[tokio::test]
async fn compressed_bodies_are_refused_with_what_is_allowed() {
    let (_folder, server) = Server::with_settings("");
    for (path, content_type) in [
        ("/graphql", "application/json"),
        ("/auth/login", "application/json"),
        ("/auth/logout", "application/json"),
        ("/suggest-change", "application/x-www-form-urlencoded"),
    ] {
        for coding in ["gzip", "br", "identity, deflate"] {
            let request = server.request("POST", path).header("content-type", content_type);
            let answer = server.send(request.header("content-encoding", coding).body("\x1f\u{8b}")).await;
            assert_eq!(answer.status, 415, "{path} {coding}: {}", answer.text);
            if content_type == "application/json" {
                assert_eq!(answer.header("accept-encoding"), "identity", "{path}");
                let message = answer.json()["errors"][0]["message"].to_string();
                assert!(message.contains("Content-Encoding") && message.contains("identity"), "{message}");
            }
        }
    }
    let plain = server.request("POST", "/graphql").header("content-encoding", "identity");
    assert_eq!(server.send(plain.json(&json!({ "query": "{themes{slug}}" }))).await.status, 200);
}

/// A server with a directory whose files do not fit into the buffers of a connection.
fn large_server(settings: &str, size: &str) -> (tempfile::TempDir, Server) {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("bruecke.toml"), settings).expect("settings can be written");
    run(folder.path(), &["demo", "--database", "sqlite://large.db", "--size", size]).ok();
    let server = Server::start(folder.path(), "sqlite://large.db");
    (folder, server)
}

#[tokio::test]
async fn who_takes_nothing_of_a_file_is_cut_off_and_who_is_slow_gets_it_whole() {
    const EXPORT: &[u8] = b"GET /export/actors.ndjson HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
    const END: &[u8] = b"\r\n0\r\n\r\n";
    let (_folder, server) = large_server(SHORT, "1500");
    let mut dead = sent(&server, EXPORT).await;
    let slow = async {
        let (started, mut stream) = (Instant::now(), sent(&server, EXPORT).await);
        let (mut heard, mut piece) = (Vec::new(), vec![0; 32 * 1024]);
        loop {
            let count = stream.read(&mut piece).await.expect("the connection stays open");
            if count == 0 {
                return (heard, started.elapsed());
            }
            heard.extend_from_slice(&piece[..count]);
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    };
    let cut = async {
        let started = Instant::now();
        while metric(&server, "bruecke_connections_cut_total", "write").await < 1.0 {
            assert!(started.elapsed() < PATIENCE, "it is not cut off");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    };
    let ((heard, took), ()) = tokio::join!(slow, cut);
    assert!(heard.ends_with(END) && heard.len() > 1_000_000, "{} bytes", heard.len());
    assert!(took > Duration::from_secs(2), "{took:?} is not slow");
    let mut rest = Vec::new();
    let _ = dead.read_to_end(&mut rest).await;
    assert!(!rest.ends_with(END), "all {} bytes were sent to who took none", rest.len());
}

#[tokio::test]
async fn an_answer_over_http_2_that_is_not_taken_ends_the_connection() {
    let (_folder, server) = large_server(SHORT, "1500");
    let (mut client, connection) =
        h2::client::handshake(server.connect_from(FIRST).await).await.expect("HTTP/2 is spoken");
    let driver = tokio::spawn(connection);
    let request = http::Request::get(format!("{}/export/actors.ndjson", server.base())).body(()).expect("a request");
    let (answer, _) = client.send_request(request, true).expect("a request is taken");
    let answer = answer.await.expect("an answer");
    assert_eq!(answer.status(), 200);
    // Nothing of the body is taken, while the connection itself answers everything.
    let ended = tokio::time::timeout(PATIENCE, driver).await;
    assert!(ended.is_ok(), "the connection is still open");
    drop(answer);
    assert!(metric(&server, "bruecke_connections_cut_total", "write").await >= 1.0);
}

#[tokio::test]
async fn half_open_connections_of_one_client_shut_nobody_else_out() {
    allow_many_files();
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start_with_files(folder.path(), &["serve"], 1024);
    let mut half_open = Vec::new();
    for _ in 0..1100 {
        let mut stream = server.connect_from(FIRST).await;
        // What is refused may be closed already.
        let _ = stream.write_all(b"GET / HTTP/1.1\r\nhost:").await;
        half_open.push(stream);
    }
    let other = async |head: &str| {
        let mut stream = server.connect_from(SECOND).await;
        stream.write_all(head.as_bytes()).await.expect("the connection is open");
        let mut heard = Vec::new();
        let answered = tokio::time::timeout(PATIENCE, stream.read_to_end(&mut heard)).await;
        answered.expect("another client is answered").expect("an answer");
        String::from_utf8_lossy(&heard).into_owned()
    };
    for path in ["/health/live", "/health/ready", "/", "/graphql?query=%7Bthemes%7Bslug%7D%7D"] {
        let heard = other(&format!("GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")).await;
        assert!(heard.starts_with("HTTP/1.1 200 OK\r\n"), "{path}: {heard}");
    }
    let refused = metric(&server, "bruecke_refused_total", "connections-of-client").await;
    assert!(refused >= 600.0, "{refused}");
    let mut last = half_open.pop().expect("a connection");
    let mut heard = Vec::new();
    let _ = last.read_to_end(&mut heard).await;
    let heard = String::from_utf8_lossy(&heard);
    assert!(heard.starts_with("HTTP/1.1 429 ") && heard.contains("LIMIT_CONNECTIONS"), "{heard}");
    assert!(server.log().contains("few connections can be open"), "{}", server.log());
}

#[tokio::test]
async fn half_open_connections_of_many_clients_make_way_and_health_answers_throughout() {
    allow_many_files();
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start_with_files(folder.path(), &["serve"], 1024);
    let mut half_open = Vec::new();
    for address in 10..16 {
        for _ in 0..200 {
            let mut stream = server.connect_from([127, 0, 1, address]).await;
            let _ = stream.write_all(b"GET / HTTP/1.1\r\nhost:").await;
            half_open.push(stream);
        }
    }
    let ask = async |path: &str| {
        let mut stream = server.connect_from(SECOND).await;
        let head = format!("GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
        let mut heard = Vec::new();
        let _ = stream.write_all(head.as_bytes()).await;
        let _ = tokio::time::timeout(PATIENCE, stream.read_to_end(&mut heard)).await;
        String::from_utf8_lossy(&heard).into_owned()
    };
    let started = Instant::now();
    loop {
        let health = ask("/health/live").await;
        assert!(health.starts_with("HTTP/1.1 200 OK\r\n"), "after {:?}: {health}", started.elapsed());
        if ask("/").await.starts_with("HTTP/1.1 200 OK\r\n") {
            break;
        }
        // The time for a head is 20 s where there is room.
        assert!(started.elapsed() < Duration::from_secs(15), "nobody makes way");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

#[tokio::test]
async fn answers_that_are_not_taken_are_bounded_for_each_client() {
    let folder = tempfile::tempdir().expect("a folder");
    let corners: Vec<[f64; 2]> = (0..=20_000)
        .map(|corner| std::f64::consts::TAU * f64::from(corner % 20_000) / 20_000.0)
        .map(|angle| [7.15 + 0.05 * angle.cos(), 51.54 + 0.05 * angle.sin()])
        .collect();
    let boundary = json!({ "type": "FeatureCollection", "features": [{
        "type": "Feature", "properties": { "slug": "wanne" }, "geometry": { "type": "Polygon", "coordinates": [corners] },
    }] });
    std::fs::write(folder.path().join("boundary.geojson"), boundary.to_string()).expect("written");
    run(folder.path(), &["demo", "--database", "sqlite://large.db"]).ok();
    run(folder.path(), &["import", "--database", "sqlite://large.db", "boundary.geojson"]).ok();
    let server = Server::start(folder.path(), "sqlite://large.db");
    let district = "district(slug:\"wanne\"){boundary}";
    let query: String = (0..10).map(|number| format!("a{number}:{district} ")).collect();
    let body = json!({ "query": format!("{{{query}}}") }).to_string();
    let head = format!(
        "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    let request = server.request("POST", "/graphql").header("content-type", "application/json");
    let whole = server.send(request.body(body.clone())).await.text.len();
    assert!(whole > 1 << 20, "{whole} bytes fit into the buffers of a connection");
    let ask = async |from: [u8; 4]| {
        let socket = tokio::net::TcpSocket::new_v4().expect("a socket");
        // What the system would take for the client is not waiting.
        socket.set_recv_buffer_size(4096).expect("a size");
        socket.bind(std::net::SocketAddr::from((from, 0))).expect("an address of the machine itself");
        let address = server.base().trim_start_matches("http://").parse().expect("an address");
        let mut stream = socket.connect(address).await.expect("the server listens");
        stream.write_all(format!("{head}{body}").as_bytes()).await.expect("a connection");
        let mut status = [0; 12];
        stream.read_exact(&mut status).await.expect("an answer");
        (stream, String::from_utf8_lossy(&status).into_owned())
    };
    let mut waiting = Vec::new();
    let refused = loop {
        let (stream, status) = ask(FIRST).await;
        waiting.push(stream);
        if status != "HTTP/1.1 200" {
            break status;
        }
        assert!(waiting.len() * whole < 256 << 20, "{} answers wait", waiting.len());
    };
    assert_eq!(refused, "HTTP/1.1 503");
    assert!(waiting.len() * whole > 64 << 20, "{} answers of {whole} bytes", waiting.len());
    assert_eq!(ask(SECOND).await.1, "HTTP/1.1 200", "others are answered");
    assert!(metric(&server, "bruecke_refused_total", "answers-of-client").await >= 1.0);
    waiting.clear();
    let started = Instant::now();
    while ask(FIRST).await.1 != "HTTP/1.1 200" {
        assert!(started.elapsed() < PATIENCE, "what was given up is counted still");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test]
async fn what_is_above_the_bounds_is_refused_at_once_and_proxies_have_no_share() {
    let settings = "[http]\nmax_connections = 6\nmax_connections_per_client = 2\ntrusted_proxies = [\"127.0.0.2\"]\n";
    let (_folder, server) = Server::with_settings(settings);
    let answered = async |mut stream: TcpStream| {
        let mut heard = Vec::new();
        let _ = stream.read_to_end(&mut heard).await;
        String::from_utf8_lossy(&heard).into_owned()
    };
    let mut open = Vec::new();
    for _ in 0..2 {
        open.push(server.connect_from(FIRST).await);
    }
    let heard = answered(server.connect_from(FIRST).await).await;
    assert!(
        heard.starts_with("HTTP/1.1 429 Too Many Requests\r\n") && heard.contains("one client may have 2"),
        "{heard}"
    );
    for _ in 0..4 {
        open.push(server.connect_from(SECOND).await);
    }
    let asked = async |from: [u8; 4], path: &str| {
        let mut stream = server.connect_from(from).await;
        stream.write_all(format!("GET {path} HTTP/1.1\r\nhost: x\r\n\r\n").as_bytes()).await.expect("a place");
        answered(stream).await
    };
    assert!(asked([127, 0, 0, 3], "/health/live").await.starts_with("HTTP/1.1 200 OK\r\n"), "health has its own");
    let reserved = asked([127, 0, 0, 3], "/").await;
    // Those who ask nothing keep nobody from asking about health.
    let mut idle = Vec::new();
    for _ in 0..40 {
        idle.push(server.connect_from(SECOND).await);
    }
    assert!(asked([127, 0, 0, 3], "/health/live").await.starts_with("HTTP/1.1 200 OK\r\n"), "nobody is in the way");
    let heard = reserved;
    assert!(heard.starts_with("HTTP/1.1 503 Service Unavailable\r\n") && heard.contains("retry-after"), "{heard}");
    let (_, body) = heard.split_once("\r\n\r\n").expect("a body");
    let body: Value = serde_json::from_str(body).expect("JSON");
    assert_eq!(body["errors"][0]["extensions"]["code"], "LIMIT_CONNECTIONS");
    assert_eq!(metric(&server, "bruecke_connections{", "public").await, 6.0);
    drop((open, idle));
    let started = Instant::now();
    while metric(&server, "bruecke_connections{", "public").await > 0.0 {
        assert!(started.elapsed() < PATIENCE, "connections that were closed are counted still");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(server.get("/health/live").await.status, 200);
}

#[tokio::test]
async fn stopping_waits_for_answers_and_not_for_half_open_connections() {
    let (_folder, mut server) = Server::with_settings("");
    let _half_open = [sent(&server, b"").await, sent(&server, b"GET / HT").await, sent(&server, LIVE).await];
    let head = b"POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nexpect: 100-continue\r\ncontent-length: 26\r\n\r\n";
    let mut asking = sent(&server, head).await;
    // Then it waits for the body.
    let mut goes_on = [0; b"HTTP/1.1 100 Continue\r\n\r\n".len()];
    asking.read_exact(&mut goes_on).await.expect("the head is taken");
    let started = Instant::now();
    let process = rustix::process::Pid::from_child(server.process());
    rustix::process::kill_process(process, rustix::process::Signal::TERM).expect("the server runs");
    tokio::time::sleep(Duration::from_millis(500)).await;
    asking.write_all(br#"{"query":"{themes{slug}}"}"#).await.expect("the connection is open");
    let mut heard = String::new();
    asking.read_to_string(&mut heard).await.expect("an answer");
    assert!(heard.starts_with("HTTP/1.1 200 OK\r\n") && heard.contains("language"), "{heard}");
    while server.process().try_wait().expect("the server is ours").is_none() {
        assert!(started.elapsed() < Duration::from_secs(8), "it waits for connections that ask nothing");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Lets this process open as many files as it may at most.
fn allow_many_files() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let maximum = getrlimit(Resource::Nofile).maximum;
    setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum }).expect("the limit can be raised");
}

#[tokio::test]
async fn one_client_cannot_take_all_places_of_those_who_listen() {
    const PROTOCOL: &str = "graphql-transport-ws";
    let (_folder, server) = Server::with_settings("[http]\nsubscribers = 8\n");
    let mut lines = Vec::new();
    for _ in 0..4 {
        lines.push(Subscriber::connect(&server).await);
    }
    let refused = Subscriber::open(&server, PROTOCOL).await.expect_err("one client has half at most");
    assert!(refused.to_string().contains("429"), "{refused}");
    let other =
        Subscriber::open_over(server.connect_from(SECOND).await, &server, &[("sec-websocket-protocol", PROTOCOL)])
            .await;
    assert!(other.is_ok(), "another client finds a place");
    drop(lines);
    let started = Instant::now();
    while Subscriber::open(&server, PROTOCOL).await.is_err() {
        assert!(started.elapsed() < PATIENCE, "places are not given back");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test]
async fn who_listens_is_not_idle() {
    let (_folder, server) = Server::with_settings(SHORT);
    let mut line = Subscriber::connect(&server).await;
    line.subscribe("1", "subscription { changes { cursor } }", json!({})).await;
    tokio::time::sleep(Duration::from_secs(4)).await;
    line.say(json!({ "type": "ping" })).await;
    assert_eq!(line.hear().await, Heard::Message(json!({ "type": "pong" })));
}

#[tokio::test]
async fn who_listens_over_http_2_is_not_idle() {
    let (_folder, server) = Server::with_settings(SHORT);
    let (client, connection) = h2::client::handshake(server.connect_from(FIRST).await).await.expect("HTTP/2 is spoken");
    tokio::spawn(connection);
    let mut client = client.ready().await.expect("the connection is open");
    while !client.is_extended_connect_protocol_enabled() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    // RFC 8441, section 5.
    let request = http::Request::connect(format!("{}/graphql/ws", server.base()))
        .header("sec-websocket-version", "13")
        .header("sec-websocket-protocol", "graphql-transport-ws")
        .extension(h2::ext::Protocol::from_static("websocket"))
        .body(())
        .expect("a request");
    let (answer, mut line) = client.send_request(request, false).expect("a request is taken");
    let answer = answer.await.expect("an answer");
    assert_eq!(answer.status(), 200);
    tokio::time::sleep(Duration::from_secs(4)).await;
    let message = br#"{"type":"connection_init"}"#;
    // A text frame under a mask of nothing.
    let frame = [&[0x81, 0x80 | message.len() as u8, 0, 0, 0, 0], message.as_slice()].concat();
    line.send_data(frame.into(), false).expect("the line is open");
    let heard = tokio::time::timeout(PATIENCE, answer.into_body().data()).await.expect("something is heard");
    let heard = heard.expect("the line is open").expect("the line is up");
    assert!(heard.ends_with(br#"{"type":"connection_ack"}"#), "{}", String::from_utf8_lossy(&heard));
}

#[tokio::test]
async fn the_end_of_an_answer_over_a_websocket_waits_for_nothing() {
    const ROUNDS: usize = 31;
    let (_folder, server) = Server::with_settings("");
    let mut line = Subscriber::connect(&server).await;
    let mut gaps = Vec::new();
    for round in 0..ROUNDS {
        let id = round.to_string();
        line.subscribe(&id, "{ themes { slug } }", json!({})).await;
        line.told("next", &id).await;
        let answered = Instant::now();
        assert_eq!(line.hear().await, Heard::Message(json!({ "type": "complete", "id": id })));
        gaps.push(answered.elapsed());
    }
    gaps.sort_unstable();
    // A delayed acknowledgement takes 40 ms at the least, and Nagle's algorithm would wait for one in most rounds.
    assert!(gaps[ROUNDS / 2] < Duration::from_millis(20), "{gaps:?}");
}
