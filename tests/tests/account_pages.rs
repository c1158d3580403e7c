//! The pages of accounts on a real server, without script: signing in, one's own account, a forgotten password and
//! invitations by mail, each with what goes wrong.

use std::{fs, path::Path};

use serde_json::{Value, json};
use tempfile::TempDir;
use tests::{
    Answer, Database, Peer, Server,
    accounts::{PASSWORD, account, done, refused, token, told},
    databases, run, run_reading,
    session::{cookies, get, send_from},
};
use totp_rs::{Builder, Secret};

const ORIGIN: &str = "https://netzwerk.example.org";
const EMAIL: &str = "ada@verein.example";
const OTHER: &str = "sieben stille Kraniche am Ufer";

/// A folder with settings: a mail server where there is a port, and more.
fn folder(port: Option<u64>, more: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let mail = port.map_or(String::new(), |port| {
        format!(
            "[mail]\nhost = \"127.0.0.1\"\nport = {port}\nfrom = \"Netz Herne <netz@example.org>\"\n\
             encryption = \"none\"\n"
        )
    });
    let settings = format!(
        "[http]\norigin = \"{ORIGIN}\"\n[directory]\ntitle = {{ de = \"Netz Herne\", en = \"Net Herne\" }}\n{mail}{more}"
    );
    fs::write(folder.path().join("bruecke.toml"), settings).expect("written");
    folder
}

fn add(folder: &Path, database: &Database, role: &str, email: &str) {
    run_reading(folder, &["user", "add", "--database", &database.url, "--role", role, email], PASSWORD).ok();
}

async fn send(server: &Server, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Answer {
    send_from(server, ORIGIN, path, cookie, fields).await
}

async fn sign_in(server: &Server, password: &str, more: &[(&str, &str)]) -> Answer {
    let fields = [&[("email", EMAIL), ("password", password)], more].concat();
    send(server, "/login?language=de", "", &fields).await
}

fn assert_private(answer: &Answer) {
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.header("x-robots-tag"), "noindex, nofollow");
    let policy = answer.header("content-security-policy");
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    assert!(answer.text.contains("name=\"robots\" content=\"noindex"), "{}", answer.text);
}

fn totp(secret: &str) -> String {
    let secret = Secret::try_from_base32(secret).expect("base32");
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970").as_secs();
    Builder::new().with_secret(secret).build_noncompliant().generate(now).to_string()
}

/// The path of the link in a mail.
fn link(mail: &Value, start: &str) -> String {
    let text = mail["text"].as_str().expect("a text");
    let start = format!("{ORIGIN}{start}");
    let line = text.lines().find(|line| line.starts_with(&start)).unwrap_or_else(|| panic!("no link in {text}"));
    line[ORIGIN.len()..].trim().to_owned()
}

#[tokio::test]
async fn one_signs_in_with_a_form_and_goes_only_where_this_service_is() {
    let [database, _] = databases().await;
    let folder = folder(None, "");
    add(folder.path(), &database, "editor", EMAIL);
    let server = Server::start(folder.path(), &database.url);

    let page = get(&server, "/login?next=/console/entries&language=tr", "").await;
    assert_eq!(page.status, 200);
    assert_private(&page);
    for part in ["lang=\"tr\"", "value=\"/console/entries\"", "/login?next=%2Fconsole%2Fentries&amp;language=de"] {
        assert!(page.text.contains(part), "{part} in {}", page.text);
    }
    for (next, goes) in [
        ("/console/entries?x=1", "/console/entries?x=1"),
        ("https://evil.example/", "/console"),
        ("//evil.example", "/console"),
        ("/\\evil.example", "/console"),
    ] {
        let answer = sign_in(&server, PASSWORD, &[("next", next)]).await;
        assert_eq!((answer.status, answer.header("location")), (303, goes), "{next}");
    }
    // Whoever has not signed in is not told of an account of theirs.
    for path in ["/login", "/password/forgotten", "/invitation/x", "/mail/stop/x", "/mail/cooperation/x"] {
        let page = get(&server, &format!("{path}?language=de"), "").await;
        assert!(page.text.contains("</footer>") && !page.text.contains("Mein Konto"), "{path}: {}", page.text);
    }
    let page = get(&server, "/login?next=//evil.example", "").await;
    assert!(!page.text.contains("evil"), "{}", page.text);

    // The same words whether or not there is an account.
    let wrong = sign_in(&server, "vier kleine Boote im Kanal", &[]).await;
    let nobody = send(&server, "/login?language=de", "", &[("email", "eve@verein.example"), ("password", "x")]).await;
    assert_eq!((wrong.status, nobody.status), (422, 422));
    assert_eq!(wrong.text.replace(EMAIL, ""), nobody.text.replace("eve@verein.example", ""));
    assert!(wrong.text.contains("passen nicht zusammen") && !wrong.text.contains("vier kleine"), "{}", wrong.text);

    let cookie = cookies(&sign_in(&server, PASSWORD, &[]).await);
    let there = get(&server, "/login?next=/console/", &cookie).await;
    assert_eq!((there.status, there.header("location")), (303, "/console/"), "who is signed in goes on");
    let own = get(&server, "/account?language=en", &cookie).await;
    assert!(own.status == 200 && own.text.contains(EMAIL), "{}", own.text);
    assert_private(&own);
    assert_eq!(own.header("referrer-policy"), "same-origin");
    let nobody = get(&server, "/account", "").await;
    assert!(nobody.header("location").ends_with("next=%2Faccount"), "{}", nobody.header("location"));

    // Pages of strangers neither sign in nor out.
    for (path, fields) in
        [("/login", vec![("email", EMAIL), ("password", PASSWORD)]), ("/logout", vec![]), ("/account/name", vec![])]
    {
        for origin in ["https://evil.example", "null"] {
            let answer = send_from(&server, origin, path, &cookie, &fields).await;
            assert!(answer.status == 403 && answer.headers.get("set-cookie").is_none(), "{path} {origin}");
        }
    }
    let out = send(&server, "/logout?language=de", &cookie, &[]).await;
    assert_eq!((out.status, out.header("location")), (303, "/login?language=de&done=signed-out"));
    let ended = get(&server, "/account?language=de", &cookie).await;
    assert_eq!(
        (ended.status, ended.header("location")),
        (303, "/login?language=de&next=%2Faccount&done=session-ended")
    );
    let told = get(&server, ended.header("location"), &cookie).await;
    assert!(told.text.contains("Ihre Sitzung war zu Ende."), "{}", told.text);
    let footer = server.get("/tr").await.text;
    assert!(footer.contains("href=\"/login?language=tr\""), "{footer}");
}

#[tokio::test]
async fn who_guesses_is_told_how_long_to_wait() {
    let [database, _] = databases().await;
    let folder = folder(None, "[accounts]\nfailures_per_account = 2\n");
    add(folder.path(), &database, "editor", EMAIL);
    let server = Server::start(folder.path(), &database.url);
    for _ in 0..2 {
        assert_eq!(sign_in(&server, "vier kleine Boote im Kanal", &[]).await.status, 422);
    }
    let answer = sign_in(&server, PASSWORD, &[]).await;
    assert!(answer.status == 429 && answer.text.contains("Zu viele Versuche"), "{}", answer.text);
    let wait: u64 = answer.header("retry-after").parse().expect("seconds");
    assert!((1..=900).contains(&wait), "{wait}");
}

#[tokio::test]
async fn the_own_account_is_looked_after_on_one_page() {
    let [database, _] = databases().await;
    let folder = folder(None, "");
    add(folder.path(), &database, "editor", EMAIL);
    let server = Server::start(folder.path(), &database.url);
    let elsewhere = cookies(&sign_in(&server, PASSWORD, &[]).await);
    let cookie = cookies(&sign_in(&server, PASSWORD, &[]).await);

    let answer = send(&server, "/account/name?language=de", &cookie, &[("name", "Ada L.")]).await;
    assert_eq!(answer.header("location"), "/account?language=de&done=name");
    assert!(get(&server, "/account", &cookie).await.text.contains("value=\"Ada L.\""));

    // The password: with the old one, and a good one; other sessions end, this one goes on.
    let path = "/account/password?language=en";
    let wrong = send(&server, path, &cookie, &[("password", "x"), ("new-password", OTHER)]).await;
    assert!(wrong.status == 422 && wrong.text.contains("The password is not right"), "{}", wrong.text);
    let weak = send(&server, path, &cookie, &[("password", PASSWORD), ("new-password", "kurz")]).await;
    assert!(weak.status == 422 && weak.text.contains("too short"), "{}", weak.text);
    let changed = send(&server, path, &cookie, &[("password", PASSWORD), ("new-password", OTHER)]).await;
    assert_eq!(changed.header("location"), "/account?language=en&done=password");
    assert_eq!(get(&server, "/account", &cookie).await.status, 200);
    assert_eq!(get(&server, "/account", &elsewhere).await.status, 303, "ended");

    // A token, shown once.
    let fields = [("name", "Export"), ("days", "30"), ("password", OTHER)];
    let made = send(&server, "/account/tokens?language=de", &cookie, &fields).await;
    let start = made.text.find("brk_").expect("a token");
    let token: String =
        made.text[start..].chars().take_while(|c| c.is_ascii_alphanumeric() || "_-".contains(*c)).collect();
    let who = server.send(server.request("GET", "/auth/session").bearer_auth(&token)).await.json();
    assert_eq!((&who["role"], &who["mayWrite"]), (&json!("editor"), &json!(false)));
    let listed = get(&server, "/account?language=de", &cookie).await.text;
    assert!(listed.contains("Export") && !listed.contains(&token), "{listed}");
    let handle = listed.split("name=\"token\" value=\"").nth(1).expect("a button").split('"').next().expect("a value");
    let revoked = send(&server, "/account/tokens/revoke?language=de", &cookie, &[("token", handle)]).await;
    assert_eq!(revoked.header("location"), "/account?language=de&done=token");
    assert_eq!(server.send(server.request("GET", "/auth/session").bearer_auth(&token)).await.status, 401);

    // Another device, ended from here.
    let elsewhere = cookies(&sign_in(&server, OTHER, &[]).await);
    let ended = send(&server, "/account/sessions/end-others", &cookie, &[]).await;
    assert_eq!(ended.status, 303);
    assert_eq!(get(&server, "/account", &elsewhere).await.status, 303);
    assert_eq!(get(&server, "/account", &cookie).await.status, 200);
    let out = send(&server, "/logout", &cookie, &[("everywhere", "1")]).await;
    assert_eq!(out.status, 303);
    assert!(!server.log().contains(EMAIL) && !server.log().contains(&token), "{}", server.log());
}

#[tokio::test]
async fn the_second_factor_is_set_up_with_a_picture_and_asked_for_alone() {
    let [database, _] = databases().await;
    let folder = folder(None, "");
    add(folder.path(), &database, "admin", EMAIL);
    let server = Server::start(folder.path(), &database.url);
    let cookie = cookies(&sign_in(&server, PASSWORD, &[]).await);

    let offered = send(&server, "/account/second-factor?language=de", &cookie, &[("password", PASSWORD)]).await;
    assert!(offered.status == 200 && offered.text.contains("<svg class=\"qr\""), "{}", offered.text);
    assert_private(&offered);
    let shown = offered.text.split("<code class=\"secret\" dir=\"ltr\">").nth(1).expect("a secret");
    let secret: String = shown.split('<').next().expect("text").chars().filter(|c| *c != ' ').collect();
    let wrong = send(&server, "/account/second-factor/confirm", &cookie, &[("code", "000000")]).await;
    assert!(wrong.status == 422 && !wrong.text.contains(&secret[..4]), "{}", wrong.text);
    let confirmed = send(&server, "/account/second-factor/confirm", &cookie, &[("code", &totp(&secret))]).await;
    assert_eq!(confirmed.text.matches("<li><code>").count(), 10, "{}", confirmed.text);
    let code = confirmed.text.split("<li><code>").nth(1).expect("a code").split('<').next().expect("text").to_owned();
    assert_eq!(get(&server, "/account", &cookie).await.status, 303, "the session before has ended");
    assert_eq!(get(&server, "/account", &cookies(&confirmed)).await.status, 200);

    let asked = sign_in(&server, PASSWORD, &[("next", "/console/")]).await;
    assert!(asked.status == 200 && asked.text.contains("/login/code"), "{}", asked.text);
    assert!(!asked.text.contains(PASSWORD) && asked.text.contains("value=\"/console/\""), "{}", asked.text);
    let pending = cookies(&asked);
    assert_eq!(get(&server, "/account", &pending).await.status, 303, "the password alone opens nothing");
    let wrong = send(&server, "/login/code?language=de", &pending, &[("code", "000000")]).await;
    assert!(wrong.status == 422 && wrong.text.contains("Der Code stimmt nicht"), "{}", wrong.text);
    let without = send(&server, "/login/code?language=de", "", &[("code", &code)]).await;
    assert!(without.text.contains("zu lange gedauert"), "{}", without.text);
    let forged = pending.replace("bruecke-sign-in=", "bruecke-sign-in=0");
    assert!(send(&server, "/login/code?language=de", &forged, &[("code", &code)]).await.status == 422);
    let fields = [("code", code.as_str()), ("next", "/console/")];
    let inside = send(&server, "/login/code", &pending, &fields).await;
    assert_eq!((inside.status, inside.header("location")), (303, "/console/"));
    let again = send(&server, "/login/code", &pending, &fields).await;
    assert_eq!(again.status, 422, "a recovery code counts once");
}

#[tokio::test]
async fn a_forgotten_password_is_replaced_once_by_a_link_that_scanners_do_not_use_up() {
    for database in &databases().await {
        let post = Peer::start("smtp", &json!({}));
        let folder = folder(Some(post.port()), "");
        add(folder.path(), database, "editor", EMAIL);
        let server = Server::start(folder.path(), &database.url);
        let session = cookies(&sign_in(&server, PASSWORD, &[]).await);

        let path = "/password/forgotten?language=tr";
        let known = send(&server, path, "", &[("email", "ADA@verein.example")]).await;
        let nobody = send(&server, path, "", &[("email", "eve@verein.example")]).await;
        assert_eq!((known.status, &known.text), (200, &nobody.text), "nobody learns who has an account");
        let mails = post.wait_for(1).await;
        let mail = &mails[0];
        assert_eq!(mail["to"], json!([EMAIL]));
        assert!(mail["subject"].as_str().expect("a subject").contains("yeni parola"), "{mail}");
        let path = link(mail, "/password/");

        // Scanners open links, as often as they like.
        for _ in 0..3 {
            let page = server.get(&path).await;
            assert!(page.status == 200 && page.text.contains("name=\"new-password\""), "{}", page.text);
            assert_private(&page);
            assert_eq!(page.header("referrer-policy"), "no-referrer");
        }
        assert_eq!(get(&server, "/account", &session).await.status, 200, "looking changes nothing");
        let weak = send_from(&server, "null", &path, "", &[("new-password", "kurz")]).await;
        assert_eq!(weak.status, 422);
        let set = send_from(&server, "null", &path, "", &[("new-password", OTHER)]).await;
        assert_eq!((set.status, set.header("location")), (303, "/login?language=tr&done=password"));
        assert!(set.headers.get("set-cookie").is_none(), "nobody is signed in by a link");
        assert_eq!(get(&server, "/account", &session).await.status, 303, "every session has ended");
        let used = send_from(&server, "null", &path, "", &[("new-password", PASSWORD)]).await;
        assert!(used.status == 410 && server.get(&path).await.status == 410, "{}", used.text);
        assert_eq!(sign_in(&server, PASSWORD, &[]).await.status, 422);
        assert_eq!(sign_in(&server, OTHER, &[]).await.status, 303);
        assert_eq!(server.get("/password/abc").await.status, 410);

        // A later link ends the one before; enough to one address is enough.
        for _ in 0..4 {
            assert_eq!(send(&server, "/password/forgotten", "", &[("email", EMAIL)]).await.status, 200);
            tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        }
        let log = server.log();
        let secret = path.split(['/', '?']).nth(2).expect("a secret");
        assert!(!log.contains(secret) && !log.contains("verein.example"), "{log}");
        drop(server);
        let mails = post.news();
        assert!(mails.len() <= 3, "three an hour to one address: {}", mails.len());
        for mail in mails.iter().skip(1) {
            assert_ne!(link(mail, "/password/"), path);
        }
    }
}

#[tokio::test]
async fn the_invited_make_their_account_and_nobody_gives_more_than_they_have() {
    let post = Peer::start("smtp", &json!({}));
    let [database, _] = databases().await;
    let folder = folder(Some(post.port()), "");
    let editor = account(folder.path(), &database.url, "editor", "redaktion@stelle.example", &[]);
    let server = Server::start(folder.path(), &database.url);
    for name in ["Bunter Kreis", "Stiller Kreis"] {
        done(&server, &editor, "createOrganisation", json!({ "name": name, "kind": "culture", "publish": true }), "")
            .await;
    }
    let actor = ["--actor", "bunter-kreis"];
    let member = account(folder.path(), &database.url, "member", "vorstand@kreis.example", &actor);

    // Nobody gives more than they have.
    let to = |role: &str, actors: &[&str]| json!({ "email": EMAIL, "role": role, "actors": actors, "language": "uk" });
    assert_eq!(refused(&server, &editor, "inviteUser", to("ADMIN", &[])).await, ["- FORBIDDEN"]);
    for (role, actors) in
        [("EDITOR", &[][..]), ("MEMBER", &["stiller-kreis"][..]), ("MEMBER", &[][..]), ("PARTNER", &[][..])]
    {
        assert_eq!(
            refused(&server, &member, "inviteUser", to(role, actors)).await,
            ["- FORBIDDEN"],
            "{role} {actors:?}"
        );
    }
    let mut trusted = to("MEMBER", &["bunter-kreis"]);
    trusted["trusted"] = json!(true);
    assert_eq!(refused(&server, &member, "inviteUser", trusted).await, ["- FORBIDDEN"]);

    let invited =
        done(&server, &member, "inviteUser", to("MEMBER", &["bunter-kreis"]), "link invitation { id email role }")
            .await;
    assert_eq!((&invited["link"], &invited["invitation"]["role"]), (&json!(null), &json!("MEMBER")));
    let mail = &post.wait_for(1).await[0];
    assert!(mail["subject"].as_str().expect("a subject").contains("Запрошення"), "{mail}");
    assert!(mail["text"].as_str().expect("a text").contains("Bunter Kreis"), "{mail}");
    let path = link(mail, "/invitation/");

    let list = "{ viewer { invitations { email } } }";
    let listed = |answer: Value| answer["data"]["viewer"]["invitations"].as_array().map(Vec::len);
    assert_eq!(listed(told(&server, &member, list, json!({})).await), Some(1));
    assert_eq!(listed(told(&server, &editor, list, json!({})).await), Some(0), "another's");

    let page = server.get(&path).await;
    assert_private(&page);
    for part in ["lang=\"uk\"", EMAIL, "Bunter Kreis", "Щонайменше 12 символів"] {
        assert!(page.text.contains(part), "{part} in {}", page.text);
    }
    let fields = [("name", "Ada"), ("new-password", "ada")];
    assert_eq!(send_from(&server, "null", &path, "", &fields).await.status, 422, "too weak");
    let fields = [("name", "Ada"), ("new-password", PASSWORD)];
    let made = send_from(&server, "null", &path, "", &fields).await;
    assert_eq!((made.status, made.header("location")), (303, "/login?language=uk&done=invitation"));
    let cookie = made.header("set-cookie").split(';').next().expect("a cookie").to_owned();
    let filled = server.send(server.request("GET", "/login").header("cookie", cookie)).await;
    assert!(filled.text.contains(&format!("value=\"{EMAIL}\"")), "the address is not typed again: {}", filled.text);
    assert_eq!(send_from(&server, "null", &path, "", &fields).await.status, 410, "used");
    assert_eq!(sign_in(&server, PASSWORD, &[]).await.status, 303);
    let who = run(folder.path(), &["user", "list", "--database", &database.url]).ok().stdout;
    assert!(who.contains("ada@verein.example") && who.contains("for bunter-kreis"), "{who}");

    // What an inviter may no longer give ends, and so does what is withdrawn, or was sent to the same address before.
    let other = |email: &str| json!({ "email": email, "role": "MEMBER", "actors": ["bunter-kreis"] });
    done(&server, &member, "inviteUser", other("neu@verein.example"), "").await;
    let first = link(&post.wait_for(2).await[1], "/invitation/");
    let again = done(&server, &member, "inviteUser", other("Neu@verein.example"), "invitation { id }").await;
    let second = link(&post.wait_for(3).await[2], "/invitation/");
    assert_eq!((server.get(&first).await.status, server.get(&second).await.status), (410, 200));
    let id = json!({ "id": again["invitation"]["id"] });
    assert_eq!(refused(&server, &editor, "resendInvitation", id.clone()).await, ["id NOT_FOUND"], "another's");
    let resent = done(&server, &member, "resendInvitation", id.clone(), "link invitation { id email actorIds }").await;
    assert_eq!((&resent["link"], &resent["invitation"]["email"]), (&json!(null), &json!("Neu@verein.example")));
    let (first, second) = (second, link(&post.wait_for(4).await[3], "/invitation/"));
    assert_eq!((server.get(&first).await.status, server.get(&second).await.status), (410, 200));
    assert!(server.get(&second).await.text.contains("Bunter Kreis"), "for what it was");
    assert_eq!(refused(&server, &member, "resendInvitation", id).await, ["id NOT_FOUND"], "the earlier one has ended");
    let id = json!({ "id": resent["invitation"]["id"] });
    let limit = refused(&server, &member, "resendInvitation", id.clone()).await;
    assert_eq!(limit, ["- TOO_MANY_INVITATIONS"], "a fourth mail to one address in a day");
    done(&server, &member, "inviteUser", other("noch@verein.example"), "").await;
    let third = link(&post.wait_for(5).await[4], "/invitation/");
    assert_eq!(refused(&server, &editor, "revokeInvitation", id.clone()).await, ["id NOT_FOUND"], "another's");
    assert_eq!(done(&server, &member, "revokeInvitation", id, "revoked").await["revoked"], true);
    assert_eq!((server.get(&second).await.status, server.get(&third).await.status), (410, 200));
    run(folder.path(), &["user", "disable", "--database", &database.url, "vorstand@kreis.example"]).ok();
    assert_eq!(server.get(&third).await.status, 410, "the inviter has no account any more");
    assert!(!server.log().contains("verein.example"), "{}", server.log());
}

#[tokio::test]
async fn without_a_mail_server_the_link_is_handed_over() {
    let [database, _] = databases().await;
    let folder = folder(None, "");
    let invite = ["user", "invite", "--database", &database.url, "--role", "admin", "--language", "en", EMAIL];
    let told_by = run(folder.path(), &invite).ok();
    let path = told_by.stdout.trim().strip_prefix(ORIGIN).expect("a link").to_owned();
    let server = Server::start(folder.path(), &database.url);
    let forgotten = server.get("/password/forgotten?language=de").await;
    assert!(
        forgotten.text.contains("gehen keine Mails aus") && !forgotten.text.contains("<form class"),
        "{}",
        forgotten.text
    );
    let fields = [("name", ""), ("new-password", PASSWORD)];
    assert_eq!(send_from(&server, "null", &path, "", &fields).await.status, 303);
    let admin = token(folder.path(), &database.url, "write", EMAIL);
    let input = json!({ "email": "neu@stelle.example", "role": "EDITOR" });
    let invited = done(&server, &admin, "inviteUser", input, "link").await;
    let link = invited["link"].as_str().expect("a link to hand over");
    assert!(link.starts_with("/invitation/") && server.get(link).await.status == 200, "{link}");
    let known = json!({ "email": EMAIL, "role": "EDITOR" });
    assert_eq!(refused(&server, &admin, "inviteUser", known).await, ["- ACCOUNT_EXISTS"]);
}
