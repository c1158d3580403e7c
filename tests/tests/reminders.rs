//! Reminder mail: sent to a real mail server, answered by its links, seen by everybody.

use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;
use tests::{
    Answer, Database, Finished, Peer, Server,
    accounts::{account, account_in},
    databases,
    mail::{link_in, mail_folder, organisation},
    run,
};

/// A folder with settings: a mail server, and more.
fn folder(port: u64, more: &str) -> TempDir {
    // Entries of the tests have just been made; what `more` ends with stands below [reminders] too.
    let (mail, reminders) = more.split_once("[reminders]\n").unwrap_or((more, ""));
    mail_folder(port, &format!("{mail}[reminders]\nfirst_after_days = 0\n{reminders}"))
}

const OPEN: &str = "encryption = \"none\"\n";

fn remind(folder: &Path, database: &Database, more: &[&str]) -> Finished {
    run(folder, &[&["remind", "--database", &database.url], more].concat())
}

async fn verified(server: &Server, slug: &str) -> Value {
    let data = server.ask(&format!("{{ actor(slug: \"{slug}\") {{ verifiedOn verifiedBy }} }}")).await;
    data["actor"].clone()
}

fn link(mail: &Value, purpose: &str) -> String {
    link_in(mail, &format!("/reminder/{purpose}/"))
}

async fn press(server: &Server, path: &str) -> Answer {
    server.send(server.request("POST", path)).await
}

#[tokio::test]
async fn a_mail_comes_and_its_link_confirms_the_entry_for_everybody() {
    let post = Peer::start("smtp", &json!({}));
    let mut foreign: Option<String> = None;
    for (at, database) in databases().await.iter().enumerate() {
        let folder = folder(post.port(), OPEN);
        let editor = account(folder.path(), &database.url, "editor", "ada@stelle.example", &[]);
        let server = Server::start(folder.path(), &database.url);
        let phone = json!({ "email": "info@kreis.example", "phone": "+49 2323 12345" });
        organisation(&server, &editor, "Bunter <Kreis>", phone).await;
        organisation(&server, &editor, "Stiller Kreis", json!({})).await;

        let planned = remind(folder.path(), database, &["--dry-run"]).ok().stdout;
        assert!(planned.contains("bunter-kreis") && planned.contains("info@kreis.example"), "{planned}");
        assert!(planned.contains("1 reminder would be sent") && !planned.contains("stiller"), "{planned}");
        assert_eq!(post.news().len(), at, "nothing is sent by trying");
        let told = remind(folder.path(), database, &[]).ok().stdout;
        assert!(told.contains("1 reminder sent"), "{told}");
        assert!(remind(folder.path(), database, &[]).ok().stdout.contains("0 reminders sent"), "never twice");

        let mail = &post.wait_for(at + 1).await[at];
        assert_eq!((&mail["from"], &mail["to"]), (&json!("netz@example.org"), &json!(["info@kreis.example"])));
        assert_eq!(mail["subject"], "Stimmt der Eintrag „Bunter <Kreis>“ noch?");
        assert_eq!(mail["headers"]["auto-submitted"], "auto-generated");
        let text = mail["text"].as_str().expect("a text");
        for part in [
            "„Netz Herne“",
            "noch nicht bestätigt",
            "+49 2323 12345",
            "/organisation/bunter-kreis",
            "/suggest-change?entry=bunter-kreis",
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
        let (still_right, archive) = (link(mail, "still-right"), link(mail, "archive"));
        assert!(!still_right.contains("kreis") && !still_right.contains('@'), "{still_right}");

        let page = server.get(&still_right).await;
        assert_eq!(page.status, 200, "{}", page.text);
        assert!(
            page.text.contains("Bunter &lt;Kreis&gt;") && page.text.contains("<form method=\"post\">"),
            "{}",
            page.text
        );
        let policy = page.headers["content-security-policy"].to_str().expect("text");
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
        for (name, value) in
            [("referrer-policy", "no-referrer"), ("x-robots-tag", "noindex, nofollow"), ("cache-control", "no-store")]
        {
            assert_eq!(page.headers[name], value);
        }
        assert!(!page.text.contains("rel=\"canonical\"") && !page.text.contains("og:url"), "the address is a key");
        for (language, question) in [("en", "still right?"), ("ar", "هل ما زالت"), ("uk", "досі правильний?")]
        {
            let page = server.get(&format!("{still_right}?language={language}")).await;
            let switch = format!("href=\"{still_right}?language=tr\"");
            for part in [question, &format!("<html lang=\"{language}\""), switch.as_str()] {
                assert!(page.text.contains(part), "{part} in {}", page.text);
            }
        }
        assert_eq!(
            verified(&server, "bunter-kreis").await,
            json!({ "verifiedOn": null, "verifiedBy": null }),
            "looking is not answering"
        );

        let token = still_right.rsplit('/').next().expect("a token");
        let tampered = format!("/reminder/still-right/{}A", &token[..63]);
        let tampered = if tampered == still_right { tampered.replace('A', "Q") } else { tampered };
        let mut wrong = vec![format!("/reminder/archive/{token}"), format!("/reminder/publish/{token}"), tampered];
        wrong.extend(foreign.replace(still_right.clone()));
        for path in &wrong {
            for refused in [server.get(path).await, press(&server, path).await] {
                assert_eq!(refused.status, 404, "{path}: {}", refused.text);
                assert!(refused.text.contains("gilt nicht"), "{}", refused.text);
            }
        }
        assert_eq!(verified(&server, "bunter-kreis").await["verifiedBy"], Value::Null);

        let thanks = press(&server, &still_right).await;
        assert_eq!(thanks.status, 200, "{}", thanks.text);
        let now = verified(&server, "bunter-kreis").await;
        assert!(now["verifiedOn"].is_string() && now["verifiedBy"] == "MEMBER", "{now}");
        for used in [press(&server, &still_right).await, press(&server, &archive).await, server.get(&archive).await] {
            assert_eq!(used.status, 410, "{}", used.text);
            assert!(used.text.contains("schon beantwortet"), "{}", used.text);
        }
        assert!(!server.log().contains(token), "{}", server.log());
    }
}

#[tokio::test]
async fn the_running_service_sends_what_is_due_and_not_again_after_a_restart() {
    let post = Peer::start("smtp", &json!({}));
    for (at, database) in databases().await.iter().enumerate() {
        let folder = folder(post.port(), &format!("{OPEN}[reminders]\nsend = true\n"));
        let editor = account(folder.path(), &database.url, "editor", "ada@stelle.example", &[]);
        let quiet = self::folder(post.port(), OPEN);
        let server = Server::start(quiet.path(), &database.url);
        let english = json!({ "email": "club@kreis.example", "languages": ["tr"] });
        organisation(&server, &editor, "English Club", english).await;
        account_in(&server, folder.path(), &database.url, "club@kreis.example", "en").await;
        drop(server);
        for _ in 0..2 {
            let server = Server::start(folder.path(), &database.url);
            let mail = &post.wait_for(at + 1).await[at];
            assert_eq!(mail["subject"], "Is the entry “English Club” still right?");
            assert!(mail["text"].as_str().is_some_and(|text| text.contains("“Net Herne”")), "{mail}");
            tokio::time::sleep(std::time::Duration::from_millis(700)).await;
            assert!(!server.log().contains("club@kreis.example"), "{}", server.log());
        }
        assert_eq!(post.news().len(), at + 1);
    }
}

#[tokio::test]
async fn what_a_mail_server_refuses_is_told_and_only_what_it_has_not_taken_is_tried_again() {
    let post = Peer::start("smtp", &json!({}));
    for database in databases().await {
        let folder = folder(post.port(), OPEN);
        let editor = account(folder.path(), &database.url, "editor", "ada@stelle.example", &[]);
        let server = Server::start(folder.path(), &database.url);
        for box_name in ["refused", "good", "later"] {
            let email = json!({ "email": format!("{box_name}@kreis.example") });
            organisation(&server, &editor, &format!("Kreis {box_name}"), email).await;
        }
        let told = remind(folder.path(), &database, &[]).ok();
        for line in ["1 reminder sent", "1 reminder refused", "1 reminder not taken yet"] {
            assert!(told.stdout.contains(line), "{}", told.stdout);
        }
        assert!(!told.stderr.contains("@kreis.example"), "{}", told.stderr);
        let again = remind(folder.path(), &database, &["--dry-run"]).ok().stdout;
        assert!(again.contains("kreis-later") && again.contains("1 reminder would"), "{again}");

        let lost = json!({ "email": "lost@kreis.example" });
        organisation(&server, &editor, "Kreis lost", lost).await;
        let told = remind(folder.path(), &database, &[]).ok().stdout;
        assert!(told.contains("1 reminder perhaps sent"), "{told}");
        let again = remind(folder.path(), &database, &["--dry-run"]).ok().stdout;
        assert!(!again.contains("kreis-lost"), "nobody knows, so it counts as sent: {again}");
    }
}

#[tokio::test]
async fn without_a_mail_server_that_can_be_trusted_nothing_is_sent_and_nothing_noted() {
    let post = Peer::start("smtp", &json!({ "user": "netz", "password": "geheim" }));
    let [database, _] = databases().await;
    let secure = |more: &str| folder(post.port(), more);
    let folder = secure("");
    let editor = account(folder.path(), &database.url, "editor", "ada@stelle.example", &[]);
    let server = Server::start(folder.path(), &database.url);
    organisation(&server, &editor, "Bunter Kreis", json!({ "email": "info@kreis.example" })).await;
    // The certificate of the test server is made out by itself.
    let refused = remind(folder.path(), &database, &[]);
    assert!(!refused.success && refused.stderr.contains("127.0.0.1 cannot be used"), "{}", refused.stderr);
    let nowhere = tempfile::tempdir().expect("a folder");
    let refused = remind(nowhere.path(), &database, &[]);
    assert!(!refused.success && refused.stderr.contains("there is no [mail]"), "{}", refused.stderr);
    for (more, told) in [
        ("user = \"netz\"\npassword_file = \"missing.txt\"\n", "missing.txt, which mail.password_file names"),
        ("user = \"netz\"\n", "mail.user stands alone"),
        ("[reminders]\nagain_after_days = 0\n", "again_after_days = 0"),
        ("[reminders]\nsend_often = true\n", "send_often"),
    ] {
        let refused = remind(secure(more).path(), &database, &[]);
        assert!(!refused.success && refused.stderr.contains(told), "{more}: {}", refused.stderr);
    }
    let planned = remind(folder.path(), &database, &["--dry-run"]).ok().stdout;
    assert!(planned.contains("1 reminder would"), "{planned}");
    assert!(post.news().is_empty());
}
