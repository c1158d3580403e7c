//! Nobody can stop the service with questions: while the dearest ones there are run, health and small questions are
//! answered at once, and each attack ends refused or answered within the time limit.

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use store::testing::{Backend, Database};
use tests::{Server, accounts, run};
use tokio::sync::Mutex;

/// What the 99th of a hundred polls may take: an optimised server answers in 50 ms. Without optimisation, on a machine
/// that does other things beside, the test only tells waiting behind the work, which would take seconds, from not waiting.
const ALLOWED: Duration = Duration::from_millis(if cfg!(debug_assertions) { 750 } else { 50 });
/// How long each attack goes on.
const ATTACK: Duration = Duration::from_secs(4);
/// How many ask the same at once.
const AT_ONCE: usize = 6;
/// The longest a request may take: the time limit, and a little for the way.
const LONGEST: Duration = Duration::from_secs(12);

/// Attacks take all that the machine has, so one goes on at a time.
static MACHINE: Mutex<()> = Mutex::const_new(());

/// A question many times under aliases.
fn aliases(times: usize, field: &str) -> String {
    let fields: String = (0..times).map(|number| format!("a{number}: {field} ")).collect();
    format!("{{ {fields} }}")
}

/// The time within which 99 of 100 were answered.
fn percentile(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() * 99 / 100]
}

/// What asking again and again took, until told to stop.
async fn poll(base: String, path: &'static str, body: Option<Value>, stop: Arc<AtomicBool>) -> Vec<Duration> {
    // A client of its own: what is measured is the server, not a queue for connections.
    let client = reqwest::Client::new();
    let mut times = Vec::new();
    while !stop.load(Ordering::Relaxed) {
        let url = format!("{base}{path}");
        let request = body.as_ref().map_or_else(|| client.get(&url), |body| client.post(&url).json(body));
        let start = Instant::now();
        let response = request.send().await.expect("an answer");
        let status = response.status();
        response.bytes().await.expect("a body");
        times.push(start.elapsed());
        assert_eq!(status, 200, "{path}");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    times
}

/// Asks the same until time is up. Every answer has to be one, or a refusal that says why, in time.
async fn attack(base: String, attack: Arc<Attack>, token: String, number: usize) {
    let client = reqwest::Client::new();
    let begin = Instant::now();
    let mut round = 0;
    while begin.elapsed() < ATTACK {
        round += 1;
        let start = Instant::now();
        let request = match &attack.request {
            // Each question differs, so that no kept answer helps.
            Request::Ask(query) => {
                let query = query.replace("SALT", &format!("{}", number * 1000 + round));
                client.post(format!("{base}/graphql")).bearer_auth(&token).json(&json!({ "query": query }))
            }
            Request::Get(path) => {
                let path = path.replace("SALT", &format!("{}", number * 1000 + round));
                client.get(format!("{base}{path}")).header("accept-encoding", "gzip")
            }
        };
        let response = request.send().await.expect("an answer");
        let status = response.status().as_u16();
        let is_graphql = matches!(attack.request, Request::Ask(_));
        let retry = response.headers().contains_key("retry-after");
        let text = response.bytes().await.expect("a body");
        assert!(start.elapsed() < LONGEST, "{}: {:?}", attack.name, start.elapsed());
        match status {
            200 if is_graphql => {
                let answer: Value = serde_json::from_slice(&text).expect("JSON");
                for error in answer["errors"].as_array().into_iter().flatten() {
                    let code = error["extensions"]["code"].as_str().unwrap_or_default();
                    let is_known = ["LIMIT_", "ARCHIVE_BUSY", "BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED"];
                    assert!(is_known.iter().any(|known| code.starts_with(known)), "{}: {error}", attack.name);
                }
            }
            200 => {}
            503 => assert!(retry, "{}: told when to come again", attack.name),
            other => panic!("{}: {other} {}", attack.name, String::from_utf8_lossy(&text)),
        }
    }
}

enum Request {
    Ask(String),
    Get(String),
}

struct Attack {
    name: &'static str,
    request: Request,
}

fn attacks() -> Vec<Attack> {
    let ask = |name, query: String| Attack { name, request: Request::Ask(query) };
    let get = |name, path: &str| Attack { name, request: Request::Get(path.to_owned()) };
    let words = "vereinigung kulturzentrum begegnung nachbarschaft beratungsstelle jugendtreff sprachkurse SALT";
    let deep = (0..7).fold(format!("{{text: \"{words}\"}}"), |inner, _| format!("{{or: [{inner}, {{not: {inner}}}]}}"));
    vec![
        ask(
            "next starts at the end of time",
            "{ events(first: 100) { nodes { a: nextStart(from: \"9999-01-01T00:00:00Z\") } } }".to_owned(),
        ),
        ask(
            "next starts far ahead",
            format!(
                "{{ events(first: 100) {{ nodes {} }} }}",
                aliases(20, "nextStart(from: \"2198-01-01T00:00:00.SALTZ\")")
            ),
        ),
        ask(
            "events far ahead",
            aliases(20, "events(filter: {from: \"2190-01-01T00:00:00.SALTZ\"}, first: 1) { totalCount }"),
        ),
        ask("suggestions", aliases(20, &format!("suggest(text: \"{words}\", first: 100) {{ __typename }}"))),
        ask("suggestions of a letter", aliases(20, "suggest(text: \"ve\", first: 100) { __typename }")),
        ask("coverage", aliases(10, "coverage(filter: {text: \"SALT\"}) { counts }")),
        ask("filters in filters", format!("{{ actors(filter: {deep}) {{ totalCount }} }}")),
        ask(
            "opening hours",
            aliases(20, "actors(filter: {openAt: \"2190-01-01T00:00:00.SALTZ\"}, first: 1) { totalCount }"),
        ),
        ask("the past", "{ directoryAt(time: \"2026-01-01T00:00:00.SALTZ\") { actors(first: 1) { totalCount } } }".to_owned()),
        ask(
            "as much as is allowed",
            "{ actors(first: 100) { nodes { name partners: cooperations(first: 40) { nodes { partner { slug name } kind since } } } } }"
                .to_owned(),
        ),
        ask("questions in words", aliases(8, &format!("interpret(text: \"{words} {}\") {{ words }}", "kursberatung".repeat(6)))),
        ask(
            "questions of one long word",
            aliases(19, &format!("interpret(text: \"SALT{}\") {{ words }}", "sprachkursberatungskinder".repeat(7))),
        ),
        get("files", "/export/actors.csv"),
        get("described files", "/export/actors.jsonld"),
        get("the picture of the map", "/map.svg?text=SALT"),
        get("coverage as a page", "/coverage?text=SALT"),
        get("the search", "/?text=vereinigung+kulturzentrum+begegnung+nachbarschaft+SALT"),
        get("tiles", "/tiles/0/0/0.mvt?text=SALT"),
        get("the calendar", "/events.ics?text=SALT"),
    ]
}

/// A directory of so many actors in a file, one of whose events is an old one that repeats every second.
async fn directory(folder: &Path, size: &str) -> Database {
    let database = Database::new(Backend::Sqlite).await;
    std::fs::write(folder.join("bruecke.toml"), "[http]\nrequests_per_minute = false\n").expect("settings");
    run(folder, &["demo", "--database", &database.url, "--size", size]).ok();
    let store = database.store().await;
    let sql = "UPDATE event SET body = json_set(body, '$.recurrence', 'FREQ=SECONDLY') \
               WHERE id IN (SELECT id FROM event WHERE json_extract(body, '$.recurrence') IS NOT NULL LIMIT 5)";
    Database::tamper(&store, sql).await;
    database
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn health_and_small_questions_do_not_wait_behind_the_dearest_questions_there_are() {
    let _machine = MACHINE.lock().await;
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let database = directory(folder, "2000").await;
    let token = accounts::account(folder, &database.url, "editor", "ada@example.org", &[]);
    let server = Server::start(folder, &database.url);
    let base = server.base().to_owned();

    // What this machine does while other programs take all of its cores and nobody attacks.
    let busy = {
        let stop = Arc::new(AtomicBool::new(false));
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let spinning: Vec<_> = (0..cores)
            .map(|_| {
                let stop = Arc::clone(&stop);
                std::thread::spawn(move || while !stop.load(Ordering::Relaxed) {})
            })
            .collect();
        let polling = tokio::spawn(poll(base.clone(), "/health/live", None, Arc::clone(&stop)));
        tokio::time::sleep(Duration::from_secs(2)).await;
        stop.store(true, Ordering::Relaxed);
        spinning.into_iter().for_each(|thread| thread.join().expect("it spins"));
        percentile(polling.await.expect("polled"))
    };
    let allowed = ALLOWED.max(busy * 3);

    for one in attacks() {
        let one = Arc::new(one);
        let stop = Arc::new(AtomicBool::new(false));
        let small = json!({ "query": "{ directory { version } }" });
        let polls = [
            ("/health/live", poll(base.clone(), "/health/live", None, Arc::clone(&stop))),
            ("/health/ready", poll(base.clone(), "/health/ready", None, Arc::clone(&stop))),
            ("a small question", poll(base.clone(), "/graphql", Some(small), Arc::clone(&stop))),
        ]
        .map(|(name, poll)| (name, tokio::spawn(poll)));
        let attackers: Vec<_> = (0..AT_ONCE)
            .map(|number| tokio::spawn(attack(base.clone(), Arc::clone(&one), token.clone(), number)))
            .collect();
        for attacker in attackers {
            attacker.await.expect("every answer is one");
        }
        stop.store(true, Ordering::Relaxed);
        for (polled, polling) in polls {
            let took = percentile(polling.await.expect("polled"));
            eprintln!("{}: {polled} {took:?} of {allowed:?}, {busy:?} when busy otherwise", one.name);
            assert!(took <= allowed, "{}: {polled} took {took:?}, allowed are {allowed:?}", one.name);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_client_with_many_dear_questions_takes_no_turn_from_another() {
    let _machine = MACHINE.lock().await;
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let database = directory(folder, "2000").await;
    let settings = "[http]\nrequests_per_minute = false\ntrusted_proxies = [\"127.0.0.0/8\"]\n";
    std::fs::write(folder.join("bruecke.toml"), settings).expect("settings");
    let server = Server::start(folder, &database.url);
    let base = server.base().to_owned();

    let stop = Arc::new(AtomicBool::new(false));
    // More than may wait in all, each question a short one: what is tested is the order, not the speed.
    let attackers: Vec<_> = (0..150)
        .map(|number| {
            let (base, stop) = (base.clone(), Arc::clone(&stop));
            tokio::spawn(async move {
                let client = reqwest::Client::new();
                let (mut round, mut refusals) = (0, 0);
                while !stop.load(Ordering::Relaxed) {
                    round += 1;
                    let text = format!("{{or: [{{text: \"verein {number} {round}\"}}, {{not: {{text: \"haus\"}}}}]}}");
                    let query = aliases(2, &format!("coverage(filter: {text}) {{ counts }}"));
                    let request = client.post(format!("{base}/graphql")).header("x-forwarded-for", "198.51.100.1");
                    let answer = request.json(&json!({ "query": query })).send().await.expect("an answer");
                    refusals += usize::from(answer.status() == 503);
                    answer.bytes().await.expect("a body");
                }
                refusals
            })
        })
        .collect();
    tokio::time::sleep(Duration::from_secs(1)).await;
    let client = reqwest::Client::new();
    for number in 0..20 {
        let page = client.get(format!("{base}/?text=haus+{number}")).header("x-forwarded-for", "198.51.100.2");
        let list = client.post(format!("{base}/graphql")).header("x-forwarded-for", "198.51.100.2");
        let query = format!("{{ coverage(filter: {{text: \"haus {number}\"}}) {{ counts }} }}");
        for request in [page, list.json(&json!({ "query": query }))] {
            let answer = request.send().await.expect("an answer");
            assert_eq!(answer.status(), 200, "another client has its turn: {:?}", answer.text().await);
        }
    }
    stop.store(true, Ordering::Relaxed);
    let mut refusals = 0;
    for attacker in attackers {
        refusals += attacker.await.expect("answers");
    }
    assert!(refusals > 0, "the attack was more than the service takes");
}

#[tokio::test]
async fn a_rule_finer_than_daily_is_refused_in_every_way_in_and_an_old_one_has_no_starts() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let database = directory(folder, "50").await;
    let token = accounts::account(folder, &database.url, "editor", "ada@example.org", &[]);
    let server = Server::start(folder, &database.url);
    let found = server
        .ask(
            "{ events(first: 100) { nodes { id recurrence nextStart(from: \"2190-01-01T00:00:00Z\") hosts { id } } } }",
        )
        .await;
    let events = found["events"]["nodes"].as_array().expect("events");
    let old: Vec<&Value> = events.iter().filter(|event| event["recurrence"] == "FREQ=SECONDLY").collect();
    assert!(!old.is_empty() && old.iter().all(|event| event["nextStart"].is_null()), "{old:?}");

    let host = &old[0]["hosts"][0]["id"];
    for (field, value, says) in [
        ("recurrence", "FREQ=SECONDLY", "more often than daily"),
        ("recurrence", "FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5", "allowed are 24"),
        ("recurrence", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "does not fit"),
        ("recurrence", "FREQ=WEEKLY;BYDAY=TU", "that fit: Tuesday 2026-10-13 or Tuesday 2026-10-20"),
        ("startsAt", "1066-10-14T09:00:00Z", "1900 to 2199"),
        ("startsAt", "9999-10-14T09:00:00Z", "1900 to 2199"),
    ] {
        let mut input = json!({
            "hosts": [host],
            "title": [{ "language": "de", "text": "Kurs" }],
            "startsAt": "2026-10-14T09:00:00Z",
        });
        input[field] = json!(value);
        let query = "mutation($i: CreateEventInput!) { createEvent(input: $i) { userErrors { field message } } }";
        let request = server.request("POST", "/graphql").bearer_auth(&token).header("accept-language", "en");
        let answer = server.send(request.json(&json!({ "query": query, "variables": { "i": input } }))).await.json();
        let told = &answer["data"]["createEvent"]["userErrors"][0]["message"];
        let told = told.as_str().or(answer["errors"][0]["message"].as_str()).unwrap_or_default();
        assert!(told.contains(says), "{value}: {answer}");
    }

    run(folder, &["export", "--database", &database.url, "--everything", "all.json"]).ok();
    let text = std::fs::read_to_string(folder.join("all.json")).expect("the export is there");
    assert!(text.contains("FREQ=SECONDLY"));
    let again = tempfile::tempdir().expect("a folder");
    let imported =
        run(folder, &["import", "--database", &format!("sqlite://{}/new.db", again.path().display()), "all.json"]);
    assert!(!imported.success && imported.stderr.contains("FREQ=SECONDLY"), "{imported:?}");
}
