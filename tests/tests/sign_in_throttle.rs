//! Guessing passwords: bounded from one address and from many, and no way to keep the owner out.

use std::{fs, net::Ipv4Addr, path::Path};

use futures_util::future::join_all;
use serde_json::{Value, json};
use tests::{Server, accounts::PASSWORD, databases, run_reading};

const ADMIN: &str = "ada@verein.example";
const WRONG: &str = "vier kleine Boote im Kanal";

/// A server with an administrator.
fn serve(folder: &Path, address: &str, settings: &str) -> Server {
    fs::write(folder.join("bruecke.toml"), settings).expect("settings can be written");
    run_reading(folder, &["user", "add", "--database", address, "--role", "admin", ADMIN], PASSWORD).ok();
    Server::start(folder, address)
}

/// A client of its own: at 127.0.0.`last`.
fn client(last: u8) -> reqwest::Client {
    let address = Ipv4Addr::new(127, 0, 0, last);
    reqwest::Client::builder().local_address(Some(address.into())).build().expect("a client")
}

async fn login(server: &Server, client: &reqwest::Client, password: &str, cookie: &str) -> reqwest::Response {
    let body = json!({ "email": ADMIN, "password": password });
    let request = client.post(format!("{}/auth/login", server.base())).header("cookie", cookie).json(&body);
    request.send().await.expect("the server answers")
}

async fn status(server: &Server, client: &reqwest::Client, password: &str) -> u16 {
    login(server, client, password, "").await.status().as_u16()
}

/// The cookie by which a browser is known, as it sends it back; with what it was set.
fn known_browser(response: &reqwest::Response) -> (String, String) {
    let lines = response.headers().get_all("set-cookie").iter().map(|line| line.to_str().expect("text"));
    let line = lines.into_iter().find(|line| line.contains("bruecke-browser")).expect("a cookie");
    (line.split(';').next().expect("a pair").to_owned(), line.to_owned())
}

#[tokio::test]
async fn who_fails_from_one_address_keeps_nobody_out_at_another() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = serve(folder.path(), "sqlite://throttle.db", "");
    let attacker = client(2);
    let mut answers = Vec::new();
    for _ in 0..50 {
        answers.push(status(&server, &attacker, WRONG).await);
    }
    assert_eq!(answers.iter().filter(|status| **status == 401).count(), 10, "{answers:?}");
    assert_eq!(answers.iter().filter(|status| **status == 429).count(), 40, "{answers:?}");
    assert_eq!(status(&server, &attacker, PASSWORD).await, 429, "not even with the right one");
    assert_eq!(status(&server, &client(3), PASSWORD).await, 200);
}

#[tokio::test]
async fn guessing_from_many_addresses_is_bounded_and_a_known_browser_gets_in() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        let server = serve(folder.path(), &database.url, "[accounts]\nfailures_per_account_per_hour = 20\n");
        let welcome = login(&server, &client(3), PASSWORD, "").await;
        assert_eq!(welcome.status(), 200);
        let (cookie, line) = known_browser(&welcome);
        assert!(
            line.contains("HttpOnly") && line.contains("SameSite=Lax") && line.contains("Max-Age=15552000"),
            "{line}"
        );
        assert!(!line.contains("ada"), "{line}");

        let mut tried = 0;
        for last in 10..20 {
            let attacker = client(last);
            for _ in 0..5 {
                tried += u32::from(status(&server, &attacker, WRONG).await == 401);
            }
        }
        assert_eq!(tried, 20, "as many as all clients together may");
        let new = login(&server, &client(4), PASSWORD, "").await;
        assert!(new.status() == 429 && new.headers().contains_key("retry-after"), "a browser that nobody knows waits");
        assert_eq!(login(&server, &client(5), PASSWORD, &cookie).await.status(), 200, "a known one does not");
        assert_eq!(login(&server, &client(10), PASSWORD, &cookie).await.status(), 200, "not even beside the attacker");

        let (name, note) = cookie.split_once('=').expect("a pair");
        let mut forged = note.to_owned();
        forged.replace_range(40..44, if &note[40..44] == "AAAA" { "BBBB" } else { "AAAA" });
        for wrong in [format!("{name}={forged}"), format!("{name}=x"), format!("{name}=")] {
            assert_eq!(login(&server, &client(6), PASSWORD, &wrong).await.status(), 429, "{wrong}");
        }
        let mut guesses = 0;
        for _ in 0..15 {
            guesses += u32::from(login(&server, &client(7), WRONG, &cookie).await.status() == 401);
        }
        assert_eq!(guesses, 10, "a stolen cookie is worth no more than an address");
    }
}

#[tokio::test]
async fn a_browser_that_knows_one_account_is_a_stranger_to_another() {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = "[accounts]\nfailures_per_account_per_hour = 5\n";
    let server = serve(folder.path(), "sqlite://throttle.db", settings);
    let (cookie, _) = known_browser(&login(&server, &client(3), PASSWORD, "").await);
    let guess = async |last: u8| {
        let body = json!({ "email": "eve@verein.example", "password": WRONG });
        let request = client(last).post(format!("{}/auth/login", server.base())).header("cookie", &cookie).json(&body);
        request.send().await.expect("the server answers").status().as_u16()
    };
    let mut answers = Vec::new();
    for last in 20..27 {
        answers.push(guess(last).await);
    }
    assert_eq!(answers, [401, 401, 401, 401, 401, 429, 429]);
}

#[tokio::test]
async fn right_sign_ins_at_once_are_no_failures_and_wrong_ones_at_once_are_no_more_than_one_by_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = serve(folder.path(), "sqlite://throttle.db", "");
    let right = client(3);
    let answers = join_all((0..12).map(|_| status(&server, &right, PASSWORD))).await;
    assert_eq!(answers, [200; 12]);
    let wrong = client(2);
    let answers = join_all((0..30).map(|_| status(&server, &wrong, WRONG))).await;
    assert_eq!(answers.iter().filter(|status| **status == 401).count(), 10, "{answers:?}");
    assert!(answers.iter().all(|status| [401, 429].contains(status)), "{answers:?}");
    let who: Value = login(&server, &right, PASSWORD, "").await.json().await.expect("JSON");
    assert_eq!(who["role"], "admin");
}
