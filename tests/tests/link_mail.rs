//! Mail that asks the sides of a cooperation whether it is true: sent to a real mail server, answered on its page
//! without an account, never sent twice.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::TcpListener,
    sync::mpsc,
    time::Duration,
};

use serde_json::{Value, json};
use tests::{
    Peer, Server,
    accounts::{account, account_in, done, told},
    databases,
    mail::{link_in, notification_folder, organisation, send_form},
};

/// Longer than the service waits between two looks into the outbox.
const LOOK: Duration = Duration::from_secs(8);

async fn propose(server: &Server, token: &str, from: &Value, to: &Value) -> Value {
    let input = json!({ "from": from["slug"], "to": to["slug"], "kind": "SUPPORTS", "publicNote": "Jeden <Montag>" });
    done(server, token, "proposeLink", input, "entry { id version }").await["entry"].take()
}

/// The newest change of a link, as staff read it.
async fn latest_change(server: &Server, editor: &str, link: &Value) -> Value {
    let query = "query($id: ID!) { viewer { auditTrail(entry: $id, first: 1) { nodes { note by byName } } } }";
    let mut answer = told(server, editor, query, json!({ "id": link })).await;
    answer["data"]["viewer"]["auditTrail"]["nodes"][0].take()
}

async fn partners(server: &Server, entry: &Value) -> Value {
    let slug = entry["slug"].as_str().expect("a slug");
    server.ask(&format!("{{ actor(slug: \"{slug}\") {{ cooperations {{ totalCount }} }} }}")).await["actor"]
        ["cooperations"]["totalCount"]
        .take()
}

#[tokio::test]
async fn the_other_side_confirms_by_mail_without_an_account() {
    let post = Peer::start("smtp", &json!({}));
    for (at, database) in databases().await.iter().enumerate() {
        let folder = notification_folder(post.port(), "link_confirmations = true\n");
        let editor = account(folder.path(), &database.url, "editor", "ada@stelle.example", &[]);
        let server = Server::start(folder.path(), &database.url);
        let one = organisation(&server, &editor, "Bunter Kreis", json!({ "email": "one@kreis.example" })).await;
        let turkish = json!({ "email": "two@kreis.example", "languages": ["ar"] });
        account_in(&server, folder.path(), &database.url, "Two@kreis.example", "tr").await;
        let two = organisation(&server, &editor, "Köprü <Derneği>", turkish).await;
        let slug = one["slug"].as_str().expect("a slug");
        let member = account(folder.path(), &database.url, "member", "eva@kreis.example", &["--actor", slug]);
        let proposed = propose(&server, &member, &one, &two).await;
        let input = json!({ "id": proposed["id"], "expectedVersion": 1, "side": "FROM" });
        done(&server, &member, "confirmLink", input, "").await;

        let mail = &post.wait_for(at + 1).await[at];
        assert_eq!(mail["to"], json!(["two@kreis.example"]), "who proposed is not asked");
        assert_eq!(mail["subject"], "“Bunter Kreis” ile birlikte çalışıyor musunuz?");
        let text = mail["text"].as_str().expect("a text");
        for part in ["“Netz Herne”", "Köprü <Derneği>", "Jeden <Montag>", "bu adresle yer alıyor", "?language=tr"]
        {
            assert!(text.contains(part), "{part} in {text}");
        }
        assert_eq!(mail["headers"]["auto-submitted"], "auto-generated");
        assert_eq!(mail["headers"]["list-unsubscribe-post"], "List-Unsubscribe=One-Click");
        let path = link_in(mail, "/mail/cooperation/");
        assert!(!path.contains("kreis") && !path.contains('@'), "{path}");

        // Mail scanners open every link, some of them several times.
        for method in ["GET", "HEAD", "GET"] {
            assert_eq!(server.send(server.request(method, &path)).await.status, 200);
            assert_eq!(server.send(server.request(method, &link_in(mail, "/mail/stop/"))).await.status, 200);
        }
        assert_eq!(partners(&server, &one).await, 0, "looking is not answering");
        for (language, part) in [("de", "hat am"), ("tr", "Evet, doğru"), ("ar", "dir=\"rtl\""), ("pl", "zgadza się")]
        {
            let page = server.get(&format!("{path}?language={language}")).await;
            for part in [part, "Bunter Kreis", "Köprü &lt;Derneği&gt;", "Jeden &lt;Montag&gt;", "method=\"post\""] {
                assert!(page.text.contains(part), "{part} in {}", page.text);
            }
            let policy = page.header("content-security-policy");
            assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
            assert_eq!((page.header("cache-control"), page.header("referrer-policy")), ("no-store", "no-referrer"));
            assert!(!page.text.contains("one@kreis") && !page.text.contains("eva@kreis"), "{}", page.text);
        }

        let stale = send_form(&server, &path, &[("version", "1"), ("answer", "confirm")]).await;
        assert!(stale.status == 409 && stale.text.contains("inzwischen geändert"), "{}", stale.text);
        let nonsense = send_form(&server, &path, &[("version", "2"), ("answer", "perhaps")]).await;
        assert!(nonsense.status == 200 && nonsense.text.contains("Ja, das stimmt"), "{}", nonsense.text);
        assert_eq!(partners(&server, &one).await, 0);
        let thanks = send_form(&server, &path, &[("version", "2"), ("answer", "confirm")]).await;
        assert!(thanks.status == 200 && thanks.text.contains("ist öffentlich"), "{}", thanks.text);
        assert_eq!(partners(&server, &one).await, 1);
        for used in
            [send_form(&server, &path, &[("version", "3"), ("answer", "decline")]).await, server.get(&path).await]
        {
            assert!(used.status == 410 && used.text.contains("schon beantwortet"), "{}", used.text);
            assert!(used.text.contains("ist öffentlich"), "what has become of it: {}", used.text);
        }
        let latest = latest_change(&server, &editor, &proposed["id"]).await;
        assert_eq!(latest, json!({ "note": "signed mail", "by": "MEMBER", "byName": null }));
        let token = path.rsplit('/').next().expect("a token");
        assert!(!server.log().contains(token) && !server.log().contains("@kreis"), "{}", server.log());
        assert!(server.log().contains("link-confirmation"), "{}", server.log());
    }
}

#[tokio::test]
async fn declining_takes_a_reason_and_whatever_is_no_link_is_told_in_words() {
    let post = Peer::start("smtp", &json!({}));
    let [database, _] = databases().await;
    let folder = notification_folder(post.port(), "link_confirmations = true\ndaily_per_recipient = 1\n");
    let editor = account(folder.path(), &database.url, "editor", "ada@stelle.example", &[]);
    let server = Server::start(folder.path(), &database.url);
    let one = organisation(&server, &editor, "Eins", json!({})).await;
    let two = organisation(&server, &editor, "Zwei", json!({ "email": "two@kreis.example" })).await;
    let proposed = propose(&server, &editor, &one, &two).await;
    propose(&server, &editor, &two, &one).await;
    let mail = &post.wait_for(1).await[0];
    let path = link_in(mail, "/mail/cooperation/");
    let token = path.rsplit('/').next().expect("a token");
    let forged = format!("/mail/cooperation/{}{}", &token[..63], if token.ends_with('A') { "Q" } else { "A" });
    let crossed = format!("/mail/stop/{token}");
    for wrong in [forged.as_str(), crossed.as_str(), "/mail/cooperation/x", "/mail/stop/%00"] {
        for answer in
            [server.get(wrong).await, send_form(&server, wrong, &[("version", "1"), ("answer", "confirm")]).await]
        {
            assert!(answer.status == 404 && answer.text.contains("gilt nicht"), "{wrong}: {}", answer.text);
        }
    }
    let reason = "Das war nur ein Gespräch";
    let declined = send_form(&server, &path, &[("version", "1"), ("answer", "decline"), ("reason", reason)]).await;
    assert!(declined.status == 200 && declined.text.contains("abgelehnt"), "{}", declined.text);
    assert!(!declined.text.contains(reason));
    let latest = latest_change(&server, &editor, &proposed["id"]).await;
    assert_eq!(latest["note"], format!("signed mail: {reason}"));

    // As mail programs do it (RFC 8058); nothing more comes then.
    let stop = link_in(mail, "/mail/stop/");
    let question = server.get(&stop).await;
    assert!(question.text.contains("Zwei") && question.text.contains("Keine solchen Mails mehr?"), "{}", question.text);
    let ended = send_form(&server, &stop, &[("List-Unsubscribe", "One-Click")]).await;
    assert!(ended.status == 200 && ended.text.contains("kommen nicht mehr"), "{}", ended.text);
    assert!(server.get(&stop).await.text.contains("kommen nicht mehr"));
    propose(&server, &editor, &one, &two).await;
    tokio::time::sleep(LOOK).await;
    assert_eq!(post.news().len(), 1, "one a day, and none to who wants none");
}

/// A mail server that takes the first mail's sender and then says nothing, for the moment in which a program ends.
fn deaf_mail_server() -> (u64, mpsc::Receiver<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = u64::from(listener.local_addr().expect("an address").port());
    let (heard, hears) = mpsc::channel();
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let heard = heard.clone();
            std::thread::spawn(move || {
                let mut writer = stream.try_clone().expect("a stream");
                let _ = writer.write_all(b"220 mail\r\n");
                for line in BufReader::new(stream).lines().map_while(Result::ok) {
                    if line.starts_with("MAIL FROM") {
                        let _ = heard.send(());
                    } else {
                        let _ = writer.write_all(b"250 mail\r\n");
                    }
                }
            });
        }
    });
    (port, hears)
}

#[tokio::test]
async fn a_mail_that_was_written_down_as_the_program_was_killed_is_not_sent_again() {
    let (deaf, hears) = deaf_mail_server();
    for database in databases().await {
        let folder = notification_folder(deaf, "link_confirmations = true\n");
        let editor = account(folder.path(), &database.url, "editor", "ada@stelle.example", &[]);
        let mut server = Server::start(folder.path(), &database.url);
        let one = organisation(&server, &editor, "Eins", json!({})).await;
        let two = organisation(&server, &editor, "Zwei", json!({ "email": "two@kreis.example" })).await;
        propose(&server, &editor, &one, &two).await;
        hears.recv_timeout(Duration::from_secs(60)).expect("a mail is on its way");
        server.process().kill().expect("kill -9");
        drop(server);
        let post = Peer::start("smtp", &json!({}));
        let restarted = notification_folder(post.port(), "link_confirmations = true\n");
        let server = Server::start(restarted.path(), &database.url);
        tokio::time::sleep(LOOK).await;
        assert!(post.news().is_empty(), "it counts as sent: {:?}", post.news());
        let three = organisation(&server, &editor, "Drei", json!({ "email": "three@kreis.example" })).await;
        propose(&server, &editor, &one, &three).await;
        assert_eq!(post.wait_for(1).await[0]["to"], json!(["three@kreis.example"]), "others are sent");
    }
}

#[tokio::test]
async fn nothing_is_mailed_unless_the_settings_say_so() {
    let post = Peer::start("smtp", &json!({}));
    let [database, _] = databases().await;
    let folder = notification_folder(post.port(), "link_confirmations = true\n");
    let text = fs::read_to_string(folder.path().join("bruecke.toml")).expect("settings");
    fs::write(folder.path().join("bruecke.toml"), text.replace("link_confirmations = true", "")).expect("written");
    let editor = account(folder.path(), &database.url, "editor", "ada@stelle.example", &[]);
    let server = Server::start(folder.path(), &database.url);
    let one = organisation(&server, &editor, "Eins", json!({})).await;
    let two = organisation(&server, &editor, "Zwei", json!({ "email": "two@kreis.example" })).await;
    propose(&server, &editor, &one, &two).await;
    drop(server);
    fs::write(folder.path().join("bruecke.toml"), text).expect("written");
    let _server = Server::start(folder.path(), &database.url);
    tokio::time::sleep(LOOK).await;
    assert!(post.news().is_empty(), "what happened before is not mailed afterwards");
    let settings = "[notifications]\nlink_confirmations = true\n";
    fs::write(folder.path().join("bruecke.toml"), settings).expect("written");
    let refused = tests::run(folder.path(), &["check", "--database", &database.url]);
    assert!(!refused.success && refused.stderr.contains("notifications.link_confirmations"), "{}", refused.stderr);
}
