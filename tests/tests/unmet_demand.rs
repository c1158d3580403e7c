//! What people ask for and nobody has, over the real server: counted by theme, district and language, shown to staff
//! from five on, and with no trace of words or of who asked.

use std::time::{Duration, Instant};

use futures_util::future::join_all;
use serde_json::{Value, json};
use tests::{
    Backend, Database, Server,
    accounts::{account, told},
    databases, run,
};

/// Clients are who the proxy says, and sums are written at once.
const SETTINGS: &str = "[http]\ntrusted_proxies = [\"127.0.0.1\"]\n[demand]\nwrite_every_seconds = 1\n";
/// The same with sums that stay in memory for as long as a test lasts.
const SELDOM: &str = "[http]\ntrusted_proxies = [\"127.0.0.1\"]\n[demand]\nwrite_every_seconds = 3600\n";
/// A word that stands nowhere else.
const WORD: &str = "xylofonquark";
const BROWSER: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
/// What nobody in the demo directory has.
const NOBODY: &str = "themes: [\"work\"], languages: [\"ti\"]";
const LISTED: &str =
    "unmetDemand { totalCount nodes { theme { slug } district { slug } language languageLabel count } }";

/// A server over a demo directory, with an editor.
struct World {
    database: Database,
    folder: tempfile::TempDir,
    server: Server,
    editor: String,
}

impl World {
    fn new(database: Database, settings: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("bruecke.toml"), settings).expect("settings can be written");
        run(folder.path(), &["demo", "--database", &database.url]).ok();
        let editor = account(folder.path(), &database.url, "editor", "ada@stelle.example", &[]);
        let server = Server::start(folder.path(), &database.url);
        Self { database, folder, server, editor }
    }

    /// How often something was asked for in a language, as the tables have it, in whatever month.
    async fn sum(&self, language: &str) -> u64 {
        let store = store::Store::open(&self.database.url).await.expect("the database opens");
        sum_in(&Database::dump(&store).await, language)
    }

    async fn wait_for_sum(&self, language: &str, expected: u64) {
        let started = Instant::now();
        loop {
            let sum = self.sum(language).await;
            if sum == expected {
                return;
            }
            assert!(started.elapsed() < Duration::from_secs(20), "{language}: {sum} in place of {expected}");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// Lets months pass.
    async fn age(&self, months: u32) {
        let store = store::Store::open(&self.database.url).await.expect("the database opens");
        Database::tamper(&store, &format!("UPDATE unmet_demand SET month = month - {months}")).await;
    }

    async fn listed(&self, selection: &str) -> Value {
        let answer = told(&self.server, &self.editor, &format!("{{ viewer {{ {selection} }} }}"), json!({})).await;
        assert_eq!(answer.get("errors"), None, "{answer}");
        answer["data"]["viewer"]["unmetDemand"].clone()
    }
}

/// The questions of a row of sums in a dump: month, theme, district, language, questions.
fn sum_in(dump: &str, language: &str) -> u64 {
    let rows = dump.lines().filter_map(|line| {
        let cells: Vec<&str> = line.trim_matches(['(', ')']).split(['|', ',']).collect();
        match cells.as_slice() {
            [month, _, _, tag, questions] if *tag == language && month.parse().is_ok_and(|it: u32| it > 20_000) => {
                questions.parse::<u64>().ok()
            }
            _ => None,
        }
    });
    rows.sum()
}

/// A request of one of many clients.
fn from(client: u16, request: reqwest::RequestBuilder) -> reqwest::RequestBuilder {
    let [high, low] = client.to_be_bytes();
    request.header("x-forwarded-for", format!("198.51.{high}.{low}")).header("user-agent", BROWSER)
}

/// A client opens a page.
async fn open(server: &Server, client: u16, path: &str) {
    let answer = server.send(from(client, server.request("GET", path))).await;
    assert_eq!(answer.status, 200, "{path}: {}", answer.text);
}

/// A client asks for organisations with a filter; how many there are.
async fn ask(server: &Server, client: u16, filter: &str) -> u64 {
    let query = format!("{{ actors(filter: {{ {filter} }}) {{ totalCount }} }}");
    let request = server.request("POST", "/graphql").json(&json!({ "query": query }));
    let answer = server.send(from(client, request)).await.json();
    answer["data"]["actors"]["totalCount"].as_u64().unwrap_or_else(|| panic!("{answer}"))
}

#[tokio::test]
async fn what_is_asked_for_and_not_found_is_counted_without_its_words() {
    for database in databases().await {
        let world = World::new(database, SETTINGS);
        let server = &world.server;
        for client in 1..=5 {
            let path = format!("/?theme=language&district=wanne&language=ti&text={WORD}{client}");
            open(server, client, &path).await;
        }
        for client in 1..=6 {
            let filter =
                format!("themes: [\"work\"], districts: [\"sodingen\"], languages: [\"so\"], text: \"{WORD}\"");
            assert_eq!(ask(server, client, &filter).await, 0);
            assert!(ask(server, client, "themes: [\"language\"], districts: [\"wanne\"]").await > 0);
        }
        for client in 1..=4 {
            assert_eq!(ask(server, client, "themes: [\"work\"], languages: [\"ta\"]").await, 0);
        }
        for (language, sum) in [("ti", 5), ("so", 6), ("ta", 4)] {
            world.wait_for_sum(language, sum).await;
        }
        assert_eq!(world.listed(LISTED).await["totalCount"], 0, "the month is not over");
        world.age(3).await;
        let expected = json!({ "totalCount": 2, "nodes": [
            { "theme": { "slug": "work" }, "district": { "slug": "sodingen" }, "language": "so",
              "languageLabel": "Somali", "count": 6 },
            { "theme": { "slug": "language" }, "district": { "slug": "wanne" }, "language": "ti",
              "languageLabel": "Tigrinisch", "count": 5 },
        ] });
        assert_eq!(world.listed(LISTED).await, expected);
        let first = world.listed("unmetDemand(first: 1) { nodes { count } pageInfo { endCursor hasNextPage } }").await;
        assert_eq!(first["pageInfo"]["hasNextPage"], true);
        let after = first["pageInfo"]["endCursor"].as_str().expect("a cursor");
        let second = world.listed(&format!("unmetDemand(first: 1, after: \"{after}\") {{ nodes {{ count }} }}")).await;
        assert_eq!((&first["nodes"], &second["nodes"]), (&json!([{ "count": 6 }]), &json!([{ "count": 5 }])));
        let long_ago = "unmetDemand(since: \"2000-01-01\", until: \"2001-12-31\") { totalCount }";
        assert_eq!(world.listed(long_ago).await["totalCount"], 0);

        let store = store::Store::open(&world.database.url).await.expect("the database opens");
        let mut told = vec![("the tables", Database::dump(&store).await)];
        for file in world.database.folder().into_iter().flat_map(|folder| std::fs::read_dir(folder).expect("a folder"))
        {
            let bytes = std::fs::read(file.expect("a file").path()).expect("it can be read");
            told.push(("a file", String::from_utf8_lossy(&bytes).into_owned()));
        }
        told.push(("the log", world.server.log()));
        let metrics = world.server.metrics().await.text;
        assert!(metrics.contains("bruecke_unmet_questions_total{outcome=\"counted\"} 15"), "{metrics}");
        told.push(("the metrics", metrics));
        for (place, text) in told {
            assert!(!text.contains(WORD), "{place} has the word");
            assert!(!text.contains("198.51."), "{place} has the address");
        }
    }
}

#[tokio::test]
async fn one_client_robots_and_what_is_fetched_ahead_make_no_demand() {
    for database in databases().await {
        let world = World::new(database, SETTINGS);
        let server = &world.server;
        let filter = "themes: [\"work\"], languages: [\"so\"]";
        for _ in 0..50 {
            join_all((0..10).map(|_| ask(server, 1, filter))).await;
            join_all((0..10).map(|_| open(server, 1, "/?theme=work&language=so"))).await;
        }
        for client in 100..120 {
            let page = |method: &str| server.request(method, "/?theme=work&language=so");
            let by = |agent: &str| page("GET").header("x-forwarded-for", "198.51.9.9").header("user-agent", agent);
            server.send(by("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")).await;
            server.send(by("Mozilla/5.0 AppleWebKit/537.36 (compatible; GPTBot/1.2)")).await;
            server.send(from(client, page("HEAD"))).await;
            server.send(from(client, page("GET")).header("sec-purpose", "prefetch;prerender")).await;
            let query = json!({ "query": format!("{{ actors(filter: {{ {filter} }}) {{ totalCount }} }}") });
            let asked = server.request("POST", "/graphql").json(&query);
            server.send(asked.header("user-agent", "bingbot/2.0")).await;
            let signed_in = server.request("POST", "/graphql").json(&query).bearer_auth(&world.editor);
            server.send(from(client, signed_in)).await;
        }
        // Pages further on, the past, and what has results say nothing of demand.
        for client in 200..210 {
            let at = "directoryAt(time: \"2026-01-01T00:00:00Z\")";
            let query = format!("{{ {at} {{ actors(filter: {{ {filter} }}) {{ totalCount }} }} }}");
            server.send(from(client, server.request("POST", "/graphql").json(&json!({ "query": query })))).await;
            assert!(ask(server, client, "languages: [\"tr\"]").await > 0);
        }
        ask(server, 2, filter).await;
        world.wait_for_sum("so", 2).await;
        let metrics = server.metrics().await.text;
        assert!(metrics.contains("bruecke_unmet_questions_total{outcome=\"repeated\"} 999"), "{metrics}");
        assert!(metrics.contains("bruecke_unmet_questions_total{outcome=\"robot\"} 100"), "{metrics}");
    }
}

#[tokio::test]
async fn a_client_that_goes_through_the_filters_counts_for_a_few_questions() {
    let world = World::new(Database::new(Backend::Sqlite).await, SETTINGS);
    let themes = world.server.ask("{ themes { slug children { slug } } }").await["themes"].take();
    let themes = themes.as_array().expect("themes").iter().flat_map(|theme| {
        let children = theme["children"].as_array().expect("themes").iter();
        children.chain([theme]).map(|theme| theme["slug"].as_str().expect("a slug"))
    });
    let mut asked = 0;
    for theme in themes {
        asked += u32::from(ask(&world.server, 1, &format!("themes: [\"{theme}\"], languages: [\"ti\"]")).await == 0);
    }
    assert!(asked > 40, "{asked}");
    world.wait_for_sum("ti", 30).await;
}

#[tokio::test]
async fn sums_outlast_a_stop_and_a_kill_costs_no_more_than_an_interval() {
    for database in databases().await {
        let mut world = World::new(database, SELDOM);
        for client in 1..=5 {
            ask(&world.server, client, NOBODY).await;
        }
        assert_eq!(world.sum("ti").await, 0, "in memory");
        let process = world.server.process().id().to_string();
        assert!(std::process::Command::new("kill").arg(&process).status().expect("kill can be run").success());
        world.server.process().wait().expect("the process has ended");
        assert_eq!(world.sum("ti").await, 5, "a stop loses nothing");

        std::fs::write(world.folder.path().join("bruecke.toml"), SETTINGS).expect("settings can be written");
        world.server = Server::start(world.folder.path(), &world.database.url);
        for client in 1..=5 {
            ask(&world.server, client, NOBODY).await;
        }
        world.wait_for_sum("ti", 10).await;
        for client in 6..=8 {
            ask(&world.server, client, NOBODY).await;
        }
        world.server.process().kill().expect("the process can be killed");
        world.server.process().wait().expect("the process has ended");
        let left = world.sum("ti").await;
        assert!((10..=13).contains(&left), "{left}");
        world.age(3).await;
        world.server = Server::start(world.folder.path(), &world.database.url);
        let listed = world.listed("unmetDemand { nodes { language theme { slug } district { slug } count } }").await;
        let row = json!({ "language": "ti", "theme": { "slug": "work" }, "district": null, "count": left });
        assert_eq!(listed["nodes"], json!([row]));
    }
}

#[tokio::test]
async fn several_nodes_add_up() {
    let world = World::new(Database::new(Backend::Postgres).await, SETTINGS);
    let other = Server::start(world.folder.path(), &world.database.url);
    for client in 1..=3 {
        ask(&world.server, client, NOBODY).await;
        ask(&other, client + 10, NOBODY).await;
    }
    world.wait_for_sum("ti", 6).await;
}

#[tokio::test]
async fn who_wants_no_counting_turns_it_off() {
    let world =
        World::new(Database::new(Backend::Sqlite).await, &SETTINGS.replace("[demand]", "[demand]\ncount = false"));
    for client in 1..=5 {
        ask(&world.server, client, NOBODY).await;
    }
    let metrics = world.server.metrics().await.text;
    assert!(metrics.contains("bruecke_unmet_questions_total{outcome=\"counted\"} 0"), "{metrics}");
}
