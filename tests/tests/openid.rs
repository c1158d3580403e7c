//! Signing in through another service: a real OpenID Connect provider with its own login form, walked
//! through as a browser does.

use std::{collections::BTreeMap, fs};

use reqwest::{Client, redirect::Policy};
use serde_json::{Value, json};
use tempfile::TempDir;
use tests::{
    Answer, Database, Peer, Server,
    accounts::{PASSWORD, account},
    databases, run, run_reading,
};
use totp_rs::{Builder, Secret};

const ORIGIN: &str = "https://netzwerk.example.org";
const SECRET: &str = "nur-zum-Testen-und-lang-genug-fuer-alle";

fn provider() -> Peer {
    let person =
        |email: &str, verified: bool| json!({ "email": email, "email_verified": verified, "name": "Ada Quast" });
    let options = json!({
        "clientId": "bruecke",
        "clientSecret": SECRET,
        "redirectUri": format!("{ORIGIN}/auth/oidc/callback"),
        "people": {
            "ada": person("Ada@Stelle.example", true),
            "doppelt": person("ada@stelle.example", true),
            "ungeprueft": person("eve@stelle.example", false),
            "niemand": person("niemand@stelle.example", true),
            "gesperrt": person("weg@stelle.example", true),
            "faktor": person("faktor@stelle.example", true),
        },
    });
    Peer::start("oidc", &options)
}

/// A folder with settings that name the provider.
fn folder(provider: &Peer, more: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = format!(
        "[http]\norigin = \"{ORIGIN}\"\n[openid]\nissuer = \"http://127.0.0.1:{}\"\nclient_id = \"bruecke\"\n\
         client_secret_file = \"secret.txt\"\n{more}",
        provider.port()
    );
    fs::write(folder.path().join("bruecke.toml"), settings).expect("written");
    fs::write(folder.path().join("secret.txt"), format!("{SECRET}\n")).expect("written");
    folder
}

/// A browser that keeps cookies by host and goes where it is sent only when told to.
struct Browser {
    client: Client,
    cookies: BTreeMap<(String, String), String>,
}

/// A page as the browser has it.
struct Page {
    status: u16,
    location: Option<String>,
    text: String,
    set_cookies: Vec<String>,
}

impl Browser {
    fn new() -> Self {
        let client = Client::builder().redirect(Policy::none()).build().expect("a client");
        Self { client, cookies: BTreeMap::new() }
    }

    async fn get(&mut self, url: &str) -> Page {
        let request = self.client.get(url);
        self.send(url, request).await
    }

    async fn post(&mut self, url: &str, form: &str) -> Page {
        let form_type = "application/x-www-form-urlencoded";
        let request = self.client.post(url).header("content-type", form_type).body(form.to_owned());
        self.send(url, request).await
    }

    async fn send(&mut self, url: &str, request: reqwest::RequestBuilder) -> Page {
        let host = url.split('/').nth(2).expect("a host").to_owned();
        let mine = self.cookies.iter().filter(|((of, _), value)| *of == host && !value.is_empty());
        let line: Vec<String> = mine.map(|((_, name), value)| format!("{name}={value}")).collect();
        let response = request.header("cookie", line.join("; ")).send().await.expect("an answer");
        let texts = |name: &str| -> Vec<String> {
            let values = response.headers().get_all(name).iter();
            values.map(|value| value.to_str().expect("text").to_owned()).collect()
        };
        let set_cookies = texts("set-cookie");
        for cookie in &set_cookies {
            let (name, value) = cookie.split(';').next().and_then(|pair| pair.split_once('=')).expect("a pair");
            self.cookies.insert((host.clone(), name.to_owned()), value.to_owned());
        }
        let location = texts("location").pop();
        Page { status: response.status().as_u16(), location, text: response.text().await.expect("text"), set_cookies }
    }

    /// Signs in at the provider with its own form, and comes back with the address it sends on to.
    async fn walk(&mut self, begin: String, login: &str) -> String {
        let (mut url, mut answers) =
            (begin, ["prompt=consent".to_owned(), format!("prompt=login&login={login}&password=x")].into_iter().rev());
        for _ in 0..12 {
            if url.starts_with(ORIGIN) {
                return url;
            }
            let host = url.split('/').take(3).collect::<Vec<_>>().join("/");
            let page = self.get(&url).await;
            let next = match page.location {
                Some(next) => next,
                None => {
                    assert_eq!(page.status, 200, "{}", page.text);
                    let form = answers.next().expect("two forms at most");
                    self.post(&url, &form)
                        .await
                        .location
                        .unwrap_or_else(|| panic!("the form leads nowhere: {}", page.text))
                }
            };
            url = if next.starts_with('/') { format!("{host}{next}") } else { next };
        }
        panic!("the provider leads in circles");
    }

    /// Begins at the service and signs in at the provider; the path of the callback.
    async fn through(&mut self, server: &Server, login: &str) -> String {
        let begun = self.get(&format!("{}/auth/oidc/login?return=/console", server.base())).await;
        assert_eq!(begun.status, 303, "{}", begun.text);
        let back = self.walk(begun.location.expect("a provider"), login).await;
        back[ORIGIN.len()..].to_owned()
    }

    async fn sign_in(&mut self, server: &Server, login: &str) -> Page {
        let back = self.through(server, login).await;
        self.get(&format!("{}{back}", server.base())).await
    }

    /// A part of the cookie that was begun with: 0 the state, 1 the nonce, 2 the proof key.
    fn tamper(&mut self, part: usize) {
        let (_, value) = self.cookies.iter_mut().find(|((_, name), _)| name == "__Host-bruecke-oidc").expect("begun");
        let mut parts: Vec<String> = value.split('.').map(str::to_owned).collect();
        parts[part] = parts[part].chars().rev().collect();
        *value = parts.join(".");
    }

    fn session(&self) -> Option<String> {
        let found =
            self.cookies.iter().find(|((_, name), value)| name == "__Host-bruecke-session" && !value.is_empty());
        found.map(|((_, name), value)| format!("{name}={value}"))
    }
}

async fn who(server: &Server, browser: &Browser) -> Answer {
    let request = server.request("GET", "/auth/session");
    server.send(request.header("cookie", browser.session().unwrap_or_default())).await
}

fn user(folder: &TempDir, database: &Database, arguments: &[&str]) -> tests::Finished {
    run(folder.path(), &[&["user"], arguments, &["--database", &database.url]].concat())
}

#[tokio::test]
async fn who_has_an_account_signs_in_through_the_provider_and_keeps_their_role() {
    let provider = provider();
    for database in databases().await {
        let folder = folder(&provider, "");
        account(folder.path(), &database.url, "editor", "ada@stelle.example", &[]);
        let server = Server::start(folder.path(), &database.url);
        let mut browser = Browser::new();
        let done = browser.sign_in(&server, "ada").await;
        assert_eq!((done.status, done.location.as_deref()), (303, Some("/console")), "{}", done.text);
        let cookies = done.set_cookies.join("\n");
        assert!(cookies.contains("__Host-bruecke-oidc=; Path=/; Max-Age=0"), "{cookies}");
        assert!(cookies.contains("HttpOnly; SameSite=Lax; Secure"), "{cookies}");
        let session = who(&server, &browser).await.json();
        assert_eq!((&session["role"], &session["mayWrite"]), (&json!("editor"), &json!(true)), "{session}");

        // The subject is linked: it is the same account from now on, and nobody else's with that address.
        let mut again = Browser::new();
        assert_eq!(again.sign_in(&server, "ada").await.status, 303);
        assert_eq!(who(&server, &again).await.json()["account"], session["account"]);
        let mut other = Browser::new();
        let refused = other.sign_in(&server, "doppelt").await;
        assert_eq!((refused.status, other.session()), (403, None), "{}", refused.text);
        let told = user(&folder, &database, &["reset", "--openid", "ada@stelle.example"]).ok().stdout;
        assert!(told.contains("1 link of"), "{told}");
        assert_eq!(who(&server, &again).await.status, 401, "its sessions have ended");
        assert_eq!(Browser::new().sign_in(&server, "doppelt").await.status, 303, "linked anew");
        for private in [SECRET, "Ada@Stelle", "ada@stelle", "code="] {
            assert!(!server.log().contains(private), "{private} in {}", server.log());
        }
    }
}

#[tokio::test]
async fn an_answer_counts_only_in_the_browser_and_for_the_sign_in_that_asked() {
    let provider = provider();
    let [database, _] = databases().await;
    let folder = folder(&provider, "");
    account(folder.path(), &database.url, "editor", "ada@stelle.example", &[]);
    let server = Server::start(folder.path(), &database.url);
    let mut browser = Browser::new();
    let back = browser.through(&server, "ada").await;
    let url = format!("{}{back}", server.base());
    let stranger = Browser::new().get(&url).await;
    assert_eq!(stranger.status, 400, "{}", stranger.text);
    assert!(stranger.text.contains("nicht in diesem Browser begonnen"), "{}", stranger.text);
    assert_eq!(browser.get(&url).await.status, 303);
    let twice = browser.get(&url).await;
    assert_eq!(twice.status, 400, "the cookie is gone with the first answer");

    for (part, status) in [(0, 400), (1, 502), (2, 502)] {
        let mut browser = Browser::new();
        let back = browser.through(&server, "ada").await;
        browser.tamper(part);
        let refused = browser.get(&format!("{}{back}", server.base())).await;
        assert_eq!((refused.status, browser.session()), (status, None), "{part}: {}", refused.text);
    }
    let mut browser = Browser::new();
    let back = browser.through(&server, "ada").await;
    let other = back.replace("state=", "state=x");
    assert_eq!(browser.get(&format!("{}{other}", server.base())).await.status, 400);
    let mut browser = Browser::new();
    browser.through(&server, "ada").await;
    let state = browser.cookies.iter().find(|((_, name), _)| name.contains("oidc") && name.contains("Host"));
    let state = state.and_then(|(_, value)| value.split('.').next()).expect("a state").to_owned();
    let declined =
        format!("{}/auth/oidc/callback?error=access_denied&error_description=<b>&state={state}", server.base());
    let declined = browser.get(&declined).await;
    assert_eq!(declined.status, 403, "{}", declined.text);
    assert!(!declined.text.contains("<b>") && !declined.text.contains("access_denied"), "{}", declined.text);
    let outside = browser.get(&format!("{}/auth/oidc/login?return=https://evil.example", server.base())).await;
    assert_eq!(outside.status, 400, "{}", outside.text);
}

#[tokio::test]
async fn without_an_account_nobody_comes_in_and_nobody_learns_why() {
    let provider = provider();
    for database in databases().await {
        let folder = folder(&provider, "");
        account(folder.path(), &database.url, "editor", "weg@stelle.example", &[]);
        account(folder.path(), &database.url, "editor", "eve@stelle.example", &[]);
        user(&folder, &database, &["disable", "weg@stelle.example"]).ok();
        let server = Server::start(folder.path(), &database.url);
        let mut told = Vec::new();
        for login in ["niemand", "gesperrt", "ungeprueft"] {
            let mut browser = Browser::new();
            let refused = browser.sign_in(&server, login).await;
            assert_eq!((refused.status, browser.session()), (403, None), "{login}: {}", refused.text);
            assert!(refused.text.contains("kein Konto"), "{}", refused.text);
            assert!(
                refused.text.contains("rel=\"stylesheet\"") && refused.text.contains("noindex"),
                "a page like all others"
            );
            told.push(refused.text);
        }
        assert!(told.windows(2).all(|pair| pair[0] == pair[1]), "all are answered alike");
        drop(server);

        let settings = folder.path().join("bruecke.toml");
        let more = fs::read_to_string(&settings).expect("settings") + "newcomers = \"partner\"\n";
        fs::write(&settings, more).expect("written");
        let server = Server::start(folder.path(), &database.url);
        let mut newcomer = Browser::new();
        assert_eq!(newcomer.sign_in(&server, "niemand").await.status, 303);
        assert_eq!(who(&server, &newcomer).await.json()["role"], "partner");
        assert_eq!(Browser::new().sign_in(&server, "gesperrt").await.status, 403);
        assert_eq!(Browser::new().sign_in(&server, "ungeprueft").await.status, 403);
        let list = user(&folder, &database, &["list"]).ok().stdout;
        assert!(list.contains("niemand@stelle.example") && list.contains("partner"), "{list}");
    }
}

#[tokio::test]
async fn a_second_factor_is_not_got_around() {
    let provider = provider();
    let [database, _] = databases().await;
    let folder = folder(&provider, "");
    account(folder.path(), &database.url, "editor", "faktor@stelle.example", &[]);
    let server = Server::start(folder.path(), &database.url);
    let first = Browser::new().sign_in(&server, "faktor").await;
    assert_eq!(first.status, 303, "{}", first.text);
    let login = json!({ "email": "faktor@stelle.example", "password": PASSWORD });
    let welcome = server.send(server.request("POST", "/auth/login").json(&login)).await;
    let cookie = welcome.headers["set-cookie"].to_str().expect("text").split(';').next().expect("a pair").to_owned();
    let post = async |path: &str, body: Value| {
        server.send(server.request("POST", path).header("cookie", &cookie).json(&body)).await.json()
    };
    let offer = post("/auth/second-factor", json!({ "password": PASSWORD })).await;
    let secret = Secret::try_from_base32(offer["secret"].as_str().expect("a secret")).expect("base32");
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970").as_secs();
    let code = Builder::new().with_secret(secret).build_noncompliant().generate(now).to_string();
    post("/auth/second-factor/confirm", json!({ "code": code })).await;
    let mut browser = Browser::new();
    let refused = browser.sign_in(&server, "faktor").await;
    assert_eq!((refused.status, browser.session()), (403, None), "{}", refused.text);
    assert!(refused.text.contains("zweiten Faktor"), "{}", refused.text);
}

#[tokio::test]
async fn while_the_provider_is_down_the_service_goes_on() {
    let provider = provider();
    let [database, _] = databases().await;
    let folder = folder(&provider, "");
    account(folder.path(), &database.url, "editor", "ada@stelle.example", &[]);
    drop(provider);
    let server = Server::start(folder.path(), &database.url);
    let refused = Browser::new().get(&format!("{}/auth/oidc/login", server.base())).await;
    assert_eq!(refused.status, 502, "{}", refused.text);
    assert!(refused.text.contains("antwortet gerade nicht") && !refused.text.contains("127.0.0.1"), "{}", refused.text);
    let login = json!({ "email": "ada@stelle.example", "password": PASSWORD });
    assert_eq!(server.send(server.request("POST", "/auth/login").json(&login)).await.status, 200);
    drop(server);

    let plain = tempfile::tempdir().expect("a folder");
    let server = Server::start(plain.path(), &database.url);
    let answer = server.get("/auth/oidc/login").await;
    assert_eq!(
        (answer.status, answer.json()["errors"][0]["extensions"]["code"].clone()),
        (404, json!("NOT_CONFIGURED"))
    );
    fs::remove_file(folder.path().join("secret.txt")).expect("removed");
    let refused = run_reading(folder.path(), &["serve", "--database", &database.url, "--listen", "127.0.0.1:0"], "");
    assert!(!refused.success && refused.stderr.contains("openid.client_secret_file"), "{}", refused.stderr);
}
