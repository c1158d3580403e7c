//! Accounts: made on the command line, used over HTTP by the real server.

use std::{fs, path::Path, time::Duration};

use serde_json::{Value, json};
use tempfile::TempDir;
use tests::{Answer, Finished, Server, databases, run, run_reading};
use totp_rs::{Builder, Secret};

const EMAIL: &str = "ada@verein.example";
const PASSWORD: &str = "drei kleine Boote im Kanal";
const DATABASE: &str = "sqlite://accounts.db";

fn user(folder: &Path, arguments: &[&str], input: &str) -> Finished {
    let mut all = vec!["user"];
    all.extend(arguments);
    all.extend(["--database", DATABASE]);
    run_reading(folder, &all, input)
}

/// A folder with a database, an account of a role, and settings.
fn folder(role: &str, settings: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("bruecke.toml"), settings).expect("written");
    user(folder.path(), &["add", "--role", role, EMAIL], PASSWORD).ok();
    folder
}

/// The server over it.
fn serve(folder: &TempDir) -> Server {
    Server::start(folder.path(), DATABASE)
}

async fn post(server: &Server, path: &str, cookie: &str, body: &Value) -> Answer {
    server.send(server.request("POST", path).header("cookie", cookie).json(body)).await
}

async fn login(server: &Server, password: &str, code: Option<&str>) -> Answer {
    let mut body = json!({ "email": EMAIL, "password": password });
    if let Some(code) = code {
        body["code"] = json!(code);
    }
    server.send(server.request("POST", "/auth/login").json(&body)).await
}

/// The cookie of an answer as a browser sends it back.
fn cookie(answer: &Answer) -> String {
    let line = answer.headers.get("set-cookie").and_then(|value| value.to_str().ok()).expect("a cookie");
    line.split(';').next().expect("a pair").to_owned()
}

async fn session(server: &Server, cookie: &str) -> Answer {
    server.send(server.request("GET", "/auth/session").header("cookie", cookie)).await
}

async fn with_token(server: &Server, token: &str) -> Answer {
    server.send(server.request("GET", "/auth/session").bearer_auth(token)).await
}

fn code(answer: &Answer) -> Value {
    answer.json()["errors"][0]["extensions"]["code"].clone()
}

/// A code of the second factor, `steps` of 30 seconds from now.
fn totp(secret: &str, steps: u64) -> String {
    let secret = Secret::try_from_base32(secret).expect("base32");
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970").as_secs();
    Builder::new().with_secret(secret).build_noncompliant().generate(now + 30 * steps).to_string()
}

#[tokio::test]
async fn who_has_the_password_signs_in_and_out_again() {
    let folder = folder("editor", "");
    let server = serve(&folder);
    let nobody = server.get("/auth/session").await;
    assert_eq!((nobody.status, code(&nobody)), (401, json!("UNAUTHENTICATED")));
    assert!(nobody.headers.contains_key("www-authenticate"));

    let welcome = login(&server, PASSWORD, None).await;
    assert_eq!(welcome.status, 200, "{}", welcome.text);
    let line = welcome.headers["set-cookie"].to_str().expect("text");
    assert!(line.contains("HttpOnly") && line.contains("SameSite=Lax") && line.contains("Path=/"), "{line}");
    assert_eq!(welcome.headers["cache-control"], "no-store");
    let cookie = cookie(&welcome);
    let who = session(&server, &cookie).await.json();
    assert_eq!((&who["role"], &who["mayWrite"]), (&json!("editor"), &json!(true)), "{who}");

    let another = login(&server, PASSWORD, None).await;
    assert_ne!(self::cookie(&another), cookie, "every sign-in has an id of its own");
    let out = post(&server, "/auth/logout", &cookie, &json!({})).await;
    assert_eq!(out.status, 204);
    assert!(out.headers["set-cookie"].to_str().expect("text").contains("Max-Age=0"));
    assert_eq!(session(&server, &cookie).await.status, 401);
    assert_eq!(session(&server, &self::cookie(&another)).await.status, 200, "the other session goes on");
}

#[tokio::test]
async fn outside_the_machine_itself_the_cookie_is_for_encrypted_connections() {
    let folder = folder("editor", "[http]\norigin = \"https://netzwerk.example.org\"\n");
    let server = serve(&folder);
    let line = login(&server, PASSWORD, None).await.headers["set-cookie"].to_str().expect("text").to_owned();
    assert!(line.starts_with("__Host-bruecke-session=") && line.contains("Secure"), "{line}");
}

#[tokio::test]
async fn wrong_passwords_and_unknown_accounts_are_answered_alike_and_held_up_alike() {
    let folder = folder("editor", "[accounts]\nfailures_per_account = 3\n");
    let server = serve(&folder);
    let mut told = Vec::new();
    for email in [EMAIL, "niemand@verein.example"] {
        let body = json!({ "email": email, "password": "vier kleine Boote im Kanal" });
        let mut answers = Vec::new();
        for _ in 0..5 {
            let answer = server.send(server.request("POST", "/auth/login").json(&body)).await;
            answers.push((answer.status, code(&answer)));
        }
        told.push(answers);
        let held_up = server.send(server.request("POST", "/auth/login").json(&body)).await;
        assert!(held_up.headers.contains_key("retry-after") && held_up.text.contains("3 times"), "{}", held_up.text);
    }
    assert_eq!(told[0], told[1]);
    assert_eq!(told[0][0], (401, json!("SIGN_IN_FAILED")));
    assert_eq!(told[0][3], (429, json!("LIMIT_SIGN_IN")));
    assert_eq!(login(&server, PASSWORD, None).await.status, 429, "not even with the right password");
}

#[tokio::test]
async fn signing_in_again_and_again_holds_nobody_up() {
    let folder = folder("editor", "[accounts]\nfailures_per_account = 3\n");
    let server = serve(&folder);
    for _ in 0..6 {
        assert_eq!(login(&server, PASSWORD, None).await.status, 200);
    }
}

#[tokio::test]
async fn a_session_ends_when_it_is_not_used_and_after_its_time() {
    let idle = folder("editor", "[accounts]\nsession_idle_seconds = 1\n");
    let server = serve(&idle);
    let cookie_of_idle = cookie(&login(&server, PASSWORD, None).await);
    assert_eq!(session(&server, &cookie_of_idle).await.status, 200);
    tokio::time::sleep(Duration::from_millis(1300)).await;
    assert_eq!(session(&server, &cookie_of_idle).await.status, 401);

    let short = folder("editor", "[accounts]\nsession_seconds = 2\n");
    let server = serve(&short);
    let cookie_of_short = cookie(&login(&server, PASSWORD, None).await);
    for _ in 0..3 {
        assert_eq!(session(&server, &cookie_of_short).await.status, 200);
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    tokio::time::sleep(Duration::from_millis(800)).await;
    assert_eq!(session(&server, &cookie_of_short).await.status, 401, "although it was used");
}

#[tokio::test]
async fn disabling_changing_the_role_and_another_password_end_sessions_at_once() {
    let folder = folder("editor", "");
    let server = serve(&folder);
    let other = "vier kleine Boote im Kanal";
    for (arguments, input) in
        [(&["role", "--role", "admin", EMAIL][..], ""), (&["reset", EMAIL][..], other), (&["disable", EMAIL][..], "")]
    {
        let cookie = cookie(&login(&server, if arguments[0] == "disable" { other } else { PASSWORD }, None).await);
        assert_eq!(session(&server, &cookie).await.status, 200);
        user(folder.path(), arguments, input).ok();
        assert_eq!(session(&server, &cookie).await.status, 401, "{arguments:?}");
    }
    assert_eq!(code(&login(&server, other, None).await), "SIGN_IN_FAILED");
    user(folder.path(), &["enable", EMAIL], "").ok();
    let welcome = login(&server, other, None).await;
    assert_eq!(welcome.json()["role"], "admin", "{}", welcome.text);
}

#[tokio::test]
async fn the_second_factor_is_set_up_asked_for_and_counts_once() {
    let folder = folder("admin", "[accounts]\nadmins_need_second_factor = true\n");
    let server = serve(&folder);
    let first = login(&server, PASSWORD, None).await;
    assert_eq!(first.json()["awaitsSecondFactor"], true, "{}", first.text);
    assert_eq!(first.json()["role"], "public");
    let before = cookie(&first);

    let wrong = post(&server, "/auth/second-factor", &before, &json!({ "password": "falsch" })).await;
    assert_eq!((wrong.status, code(&wrong)), (403, json!("WRONG_SECRET")));
    let offer = post(&server, "/auth/second-factor", &before, &json!({ "password": PASSWORD })).await.json();
    let secret = offer["secret"].as_str().expect("a secret").to_owned();
    assert!(offer["uri"].as_str().is_some_and(|uri| uri.starts_with("otpauth://totp/")), "{offer}");
    let used = totp(&secret, 0);
    let confirmed = post(&server, "/auth/second-factor/confirm", &before, &json!({ "code": used })).await;
    assert_eq!(confirmed.status, 200, "{}", confirmed.text);
    let codes = confirmed.json()["recoveryCodes"].clone();
    assert_eq!(codes.as_array().map(Vec::len), Some(10));
    assert_eq!(session(&server, &before).await.status, 401, "the session from before has ended");
    assert_eq!(session(&server, &cookie(&confirmed)).await.json()["role"], "admin");

    assert_eq!(code(&login(&server, PASSWORD, None).await), "SECOND_FACTOR_NEEDED");
    assert_eq!(code(&login(&server, PASSWORD, Some(&used)).await), "SECOND_FACTOR_WRONG", "used to confirm");
    assert_eq!(login(&server, PASSWORD, Some(&totp(&secret, 1))).await.json()["role"], "admin");
    let recovery = codes[0].as_str().expect("a code");
    let recovered = login(&server, PASSWORD, Some(recovery)).await;
    assert_eq!(recovered.status, 200, "{}", recovered.text);
    assert_eq!(code(&login(&server, PASSWORD, Some(recovery)).await), "SECOND_FACTOR_WRONG");
    let request = server.request("GET", "/auth/second-factor").header("cookie", cookie(&recovered));
    assert_eq!(server.send(request).await.json(), json!({ "confirmed": true, "recoveryCodesLeft": 9 }));

    let renew = async |code: &Value| {
        let both = json!({ "password": PASSWORD, "code": code });
        post(&server, "/auth/second-factor/recovery-codes", &cookie(&recovered), &both).await
    };
    let renewed = renew(&codes[1]).await;
    assert_eq!((renewed.status, renewed.json()["recoveryCodes"].as_array().map(Vec::len)), (200, Some(10)));
    assert_eq!(code(&renew(&codes[2]).await), "WRONG_SECRET", "the old ones are gone");
    let fresh = renewed.json()["recoveryCodes"][0].as_str().expect("a code").to_owned();
    assert_eq!(login(&server, PASSWORD, Some(&fresh)).await.status, 200);

    user(folder.path(), &["reset", "--second-factor", EMAIL], "").ok();
    assert_eq!(login(&server, PASSWORD, None).await.json()["awaitsSecondFactor"], true);
}

#[tokio::test]
async fn a_token_works_as_its_account_and_a_wrong_one_is_never_the_public() {
    let folder = folder("editor", "");
    let server = serve(&folder);
    let make = |scope: &str| {
        user(folder.path(), &["token", "--scope", scope, "--days", "1", EMAIL], "").ok().stdout.trim().to_owned()
    };
    let (reading, writing) = (make("read"), make("write"));
    assert!(reading.starts_with("brk_") && reading.len() == 47, "{reading}");
    let who = with_token(&server, &reading).await.json();
    assert_eq!((&who["role"], &who["mayWrite"]), (&json!("editor"), &json!(false)));
    assert_eq!(with_token(&server, &writing).await.json()["mayWrite"], true);

    let question = json!({ "query": "{directory{version}}" });
    let ask = |token: &str| server.request("POST", "/graphql").bearer_auth(token).json(&question);
    let answer = server.send(ask(&reading)).await;
    assert_eq!((answer.status, answer.json()["errors"].is_null()), (200, true), "{}", answer.text);
    assert_eq!(answer.headers["cache-control"], "private, no-store");
    for wrong in ["brk_wrong", "wrong", &reading[..46]] {
        let refused = server.send(ask(wrong)).await;
        assert_eq!((refused.status, code(&refused)), (401, json!("INVALID_TOKEN")), "{}", refused.text);
        assert!(refused.headers["www-authenticate"].to_str().is_ok_and(|value| value.starts_with("Bearer")));
    }
    let basic = server.request("POST", "/graphql").basic_auth("ada", Some("x")).json(&question);
    assert_eq!(server.send(basic).await.status, 401);
    user(folder.path(), &["token", "--revoke", EMAIL], "").ok();
    assert_eq!(with_token(&server, &reading).await.status, 401);
}

#[tokio::test]
async fn pages_of_strangers_cannot_sign_anybody_in() {
    let folder = folder("editor", "[http]\nallowed_origins = [\"https://konsole.example.org\"]\n");
    let server = serve(&folder);
    let text = json!({ "email": EMAIL, "password": PASSWORD }).to_string();
    for content_type in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"] {
        let request = server.request("POST", "/auth/login").header("content-type", content_type).body(text.clone());
        assert_eq!(server.send(request).await.status, 415, "{content_type}");
    }
    let from = |origin: &str| {
        let request = server.request("POST", "/auth/login").header("content-type", "application/json");
        request.header("origin", origin).body(text.clone())
    };
    let refused = server.send(from("https://evil.example")).await;
    assert_eq!((refused.status, code(&refused)), (403, json!("ORIGIN_NOT_ALLOWED")));
    assert_eq!(server.send(from(server.base())).await.status, 200);
    let welcome = server.send(from("https://konsole.example.org")).await;
    assert_eq!(welcome.status, 200);
    assert!(!welcome.headers.contains_key("access-control-allow-origin"));
    let question = json!({ "query": "{directory{version}}" });
    let used = server.request("POST", "/graphql").header("cookie", cookie(&welcome)).json(&question);
    assert_eq!(server.send(used.header("origin", "https://evil.example")).await.status, 403);
    let public = server.request("POST", "/graphql").header("origin", "https://evil.example").json(&question);
    assert_eq!(server.send(public).await.status, 200, "without a session everybody may ask");
    let broken = server.request("POST", "/auth/login").header("content-type", "application/json").body("{\"email\":1}");
    let broken = server.send(broken).await;
    assert_eq!((broken.status, code(&broken)), (400, json!("BAD_REQUEST")));
}

#[tokio::test]
async fn a_client_has_so_many_requests_and_cannot_pretend_to_be_another() {
    let folder = folder("editor", "[http]\nrequests_per_minute = 4\n");
    let server = serve(&folder);
    let ask = async |address: &str| {
        let request = server.request("POST", "/graphql").json(&json!({ "query": "{directory{version}}" }));
        server.send(request.header("x-forwarded-for", address).header("forwarded", format!("for={address}"))).await
    };
    for at in 0..4 {
        assert_eq!(ask(&format!("198.51.100.{at}")).await.status, 200);
    }
    let refused = ask("198.51.100.9").await;
    assert_eq!((refused.status, code(&refused)), (429, json!("LIMIT_REQUESTS")));
    assert!(refused.headers.contains_key("retry-after") && refused.text.contains('4'), "{}", refused.text);
    assert_eq!(server.get("/graphql/schema").await.status, 429);
    assert_eq!(login(&server, PASSWORD, None).await.status, 429);
    assert_eq!(server.get("/health/live").await.status, 200, "health is always told");
}

#[tokio::test]
async fn behind_a_trusted_proxy_each_of_its_clients_counts_for_itself() {
    let folder = folder("editor", "[http]\nrequests_per_minute = 2\ntrusted_proxies = [\"127.0.0.0/8\"]\n");
    let server = serve(&folder);
    let ask = async |list: &str| {
        let request = server.request("GET", "/graphql/schema").header("x-forwarded-for", list);
        server.send(request).await.status
    };
    for at in 0..2 {
        assert_eq!(ask(&format!("203.0.113.{at}, 198.51.100.1")).await, 200);
        assert_eq!(ask("198.51.100.2").await, 200);
    }
    assert_eq!(ask("203.0.113.9, 198.51.100.1").await, 429, "what stands before the proxy's entry is a claim");
    assert_eq!(ask("198.51.100.2").await, 429);
    assert_eq!(ask("198.51.100.3").await, 200);
}

#[tokio::test]
async fn accounts_are_looked_after_on_the_command_line_over_both_databases() {
    for database in databases().await {
        let folder = tempfile::tempdir().expect("a folder");
        run(folder.path(), &["demo", "--database", &database.url]).ok();
        let user = |arguments: &[&str], input: &str| {
            let mut all = vec!["user"];
            all.extend(arguments);
            all.extend(["--database", &database.url]);
            run_reading(folder.path(), &all, input)
        };
        let empty = user(&["list"], "").ok().stdout;
        assert!(empty.contains("no accounts"), "{empty}");
        for (arguments, input, told) in [
            (&["add", "--role", "editor", EMAIL][..], "kurz\n", "12 characters"),
            (&["add", "--role", "editor", EMAIL], "passwordpassword\n", "random words"),
            (&["add", "--role", "editor", EMAIL], "", "standard input"),
            (&["add", "--role", "public", EMAIL], PASSWORD, "editor"),
            (&["add", "--role", "member", "--actor", "gibt-es-nicht", EMAIL], PASSWORD, "gibt-es-nicht"),
            (&["add", "--role", "editor", "--trusted", EMAIL], PASSWORD, "members"),
            (&["disable", EMAIL], "", "user list"),
        ] {
            let refused = user(arguments, input);
            assert!(!refused.success && refused.stderr.contains(told), "{arguments:?}: {}", refused.stderr);
        }
        let export = run(folder.path(), &["export", "--database", &database.url, "-"]).ok().stdout;
        let directory: Value = serde_json::from_str(&export).expect("JSON");
        let slug = directory["actors"][0]["slug"].as_str().expect("a slug").to_owned();
        let added = user(&["add", "--role", "member", "--actor", &slug, "--trusted", EMAIL], PASSWORD).ok().stdout;
        assert!(!added.contains(PASSWORD), "{added}");
        assert!(user(&["add", "--role", "editor", EMAIL], PASSWORD).stderr.contains("already"));
        let list = user(&["list"], "").ok().stdout;
        assert!(
            list.contains(EMAIL) && list.contains("member") && list.contains(&slug) && list.contains("trusted"),
            "{list}"
        );
        user(&["role", "--role", "editor", EMAIL], "").ok();
        user(&["disable", EMAIL], "").ok();
        let list = user(&["list"], "").ok().stdout;
        assert!(list.contains("editor") && list.contains("disabled") && !list.contains(&slug), "{list}");
        run(folder.path(), &["check", "--database", &database.url]).ok();
    }
}

#[tokio::test]
async fn no_secret_and_no_address_comes_into_the_log() {
    let settings = "[http]\ntrusted_proxies = [\"127.0.0.1\"]\n[log]\nlevel = \"debug\"\n";
    let folder = folder("editor", settings);
    let server = serve(&folder);
    let from =
        |path: &str, body: &Value| server.request("POST", path).header("x-forwarded-for", "198.51.100.77").json(body);
    let wrong = json!({ "email": EMAIL, "password": "ein ganz falsches Passwort" });
    server.send(from("/auth/login", &wrong)).await;
    let welcome = login(&server, PASSWORD, None).await;
    let cookie = cookie(&welcome);
    let offer = post(&server, "/auth/second-factor", &cookie, &json!({ "password": PASSWORD })).await.json();
    let secret = offer["secret"].as_str().expect("a secret");
    let confirmed = post(&server, "/auth/second-factor/confirm", &cookie, &json!({ "code": totp(secret, 0) })).await;
    let token = user(folder.path(), &["token", EMAIL], "").ok().stdout.trim().to_owned();
    with_token(&server, &token).await;
    with_token(&server, "brk_ganzfalsch").await;
    tokio::time::sleep(Duration::from_millis(200)).await;
    let log = server.log();
    assert!(log.contains("somebody signed in"), "{log}");
    let recovery = confirmed.json()["recoveryCodes"][0].as_str().expect("a code").to_owned();
    let id = cookie.split_once('=').expect("a pair").1;
    let secrets = [
        PASSWORD,
        "ein ganz falsches Passwort",
        EMAIL,
        id,
        secret,
        &recovery,
        &token,
        "brk_ganzfalsch",
        "198.51.100.77",
    ];
    for secret in secrets {
        assert!(!log.contains(secret), "{secret} in {log}");
    }
    let database = fs::read(folder.path().join("accounts.db")).expect("the database");
    let wal = fs::read(folder.path().join("accounts.db-wal")).unwrap_or_default();
    for secret in [PASSWORD, id, &recovery, &token] {
        let kept = |file: &[u8]| file.windows(secret.len()).any(|bytes| bytes == secret.as_bytes());
        assert!(!kept(&database) && !kept(&wal), "{secret} is in the database");
    }
}
