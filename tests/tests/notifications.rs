//! Mail because something happened: to who made a proposal, and to an association that is listed now.

use std::time::Duration;

use serde_json::{Value, json};
use tests::{
    Peer, Server,
    accounts::{account, account_in, done, session, told},
    databases,
    mail::{ORIGIN, link_in, notification_folder, organisation, send_form},
    run,
};

/// Longer than the service waits between two looks into the outbox.
const LOOK: Duration = Duration::from_secs(8);

fn text(mail: &Value) -> &str {
    mail["text"].as_str().expect("a text")
}

/// The open proposals, oldest first.
async fn open_proposals(server: &Server, editor: &str) -> Vec<Value> {
    let answer = told(server, editor, "{ viewer { proposals(status: OPEN) { nodes { id } } } }", json!({})).await;
    let nodes = answer["data"]["viewer"]["proposals"]["nodes"].as_array().cloned().unwrap_or_default();
    nodes.into_iter().map(|node| node["id"].clone()).collect()
}

#[tokio::test]
async fn who_left_an_address_hears_of_their_proposal_and_nobody_else() {
    let post = Peer::start("smtp", &json!({}));
    let mut mails = 0;
    for database in databases().await {
        let folder = notification_folder(post.port(), "proposals = true\n");
        let editor = account(folder.path(), &database.url, "editor", "ada@stelle.example", &[]);
        let server = Server::start(folder.path(), &database.url);
        let more = json!({ "email": "info@kreis.example" });
        let entry = organisation(&server, &editor, "Bunter Kreis", more).await;
        let slug = entry["slug"].as_str().expect("a slug");
        let propose = async |path: &str, contact: &str| {
            let fields = [
                ("entry", slug),
                ("version", "1"),
                ("name", "Bunter Kreis"),
                ("email", "info@kreis.example"),
                ("phone", "02323 4711"),
                ("comment", "Geheimes"),
                ("contact", contact),
            ];
            let sent = send_form(&server, path, &fields).await;
            assert!(sent.status == 200 && !sent.text.contains("Geheimes"), "{}", sent.text);
        };
        propose("/pl/suggest-change", "eva@nachbarin.example").await;
        propose("/suggest-change", "Telefon 02323 1").await;
        let mail = &post.wait_for(mails + 1).await[mails];
        assert_eq!((&mail["to"], &mail["subject"]), (&json!(["eva@nachbarin.example"]), &json!("Propozycja dotarła")));
        assert!(
            text(mail).contains("„Bunter Kreis”: https://netzwerk.example.org/organisation/bunter-kreis"),
            "{mail}"
        );
        assert!(!text(mail).contains("Geheimes"), "nothing that was typed: {mail}");
        assert!(text(mail).contains("przy propozycji podano"), "its reason: {mail}");

        let open = open_proposals(&server, &editor).await;
        assert_eq!(open.len(), 2);
        for id in &open {
            let input = json!({ "id": id, "reason": "Das war schon so." });
            done(&server, &editor, "rejectProposal", input, "").await;
        }
        let mail = &post.wait_for(mails + 2).await[mails + 1];
        assert_eq!(
            (&mail["to"], &mail["subject"]),
            (&json!(["eva@nachbarin.example"]), &json!("Co wynikło z propozycji"))
        );
        assert!(text(mail).contains("Nie została przyjęta.") && text(mail).contains("Das war schon so."), "{mail}");
        tokio::time::sleep(LOOK).await;
        assert_eq!(post.news().len(), mails + 2, "nobody without an address, nobody else");
        let dump = tests::Database::dump(&database.store().await).await;
        assert!(!format!("{dump:?}").contains("nachbarin"), "the address is not kept");

        // The link ends both mails for this address, however it is typed.
        let stop = link_in(mail, "/mail/stop/");
        assert!(server.get(&stop).await.text.contains("An diese Adresse"));
        assert_eq!(send_form(&server, &stop, &[]).await.status, 200);
        propose("/suggest-change", "Eva@Nachbarin.example").await;
        propose("/en/suggest-change", "otto@nachbar.example").await;
        let mail = &post.wait_for(mails + 3).await[mails + 2];
        assert_eq!(
            (&mail["to"], &mail["subject"]),
            (&json!(["otto@nachbar.example"]), &json!("Your suggestion has arrived"))
        );
        assert!(!server.log().contains("nachbar") && !server.log().contains("Geheimes"), "{}", server.log());
        mails += 3;
    }
}

#[tokio::test]
async fn a_message_is_dealt_with_and_members_hear_at_their_own_address_what_it_is_about() {
    let post = Peer::start("smtp", &json!({}));
    let mut mails = 0;
    for database in databases().await {
        let folder = notification_folder(post.port(), "proposals = true\n");
        let editor = account(folder.path(), &database.url, "editor", "ada@stelle.example", &[]);
        let server = Server::start(folder.path(), &database.url);
        let entry = organisation(&server, &editor, "Bunter Kreis", json!({})).await;
        let slug = entry["slug"].as_str().expect("a slug");
        let member = account(folder.path(), &database.url, "member", "eva@kreis.example", &["--actor", slug]);

        for (mutation, said) in
            [("approveProposal", "Danke für den Hinweis!"), ("rejectProposal", "Geändert wurde darauf nichts.")]
        {
            let fields = [("entry", slug), ("version", "1"), ("name", "Bunter Kreis"), ("comment", "Geheimes")];
            let fields = [&fields[..], &[("contact", "otto@nachbar.example")]].concat();
            assert_eq!(send_form(&server, "/suggest-change", &fields).await.status, 200);
            post.wait_for(mails + 1).await;
            let id = open_proposals(&server, &editor).await.remove(0);
            done(&server, &editor, mutation, json!({ "id": id, "reason": "Die Uhrzeit steht jetzt da." }), "").await;
            let mail = &post.wait_for(mails + 2).await[mails + 1];
            assert_eq!(mail["subject"], "Ihre Nachricht wurde bearbeitet");
            assert!(text(mail).contains(said) && text(mail).contains("Die Uhrzeit steht jetzt da."), "{mail}");
            for untrue in ["übernommen", "Vorschlag angesehen", "Geheimes"] {
                assert!(!text(mail).contains(untrue), "{untrue} in {mail}");
            }
            mails += 2;
        }

        // At the address of their account they are told what they proposed themselves.
        let event = json!({ "title": [{ "language": "de", "text": "Laternenfest" }], "hosts": [entry["id"]], "startsAt": "2030-06-01T16:00:00Z" });
        let proposed =
            done(&server, &member, "proposeChange", json!({ "event": event }), "proposal { id title }").await;
        assert_eq!(proposed["proposal"]["title"], "Laternenfest");
        let input = json!({ "id": proposed["proposal"]["id"], "reason": "Das war schon." });
        post.wait_for(mails + 1).await;
        done(&server, &editor, "rejectProposal", input, "").await;
        let told = post.wait_for(mails + 2).await;
        for mail in &told[mails..] {
            assert_eq!(mail["to"], json!(["eva@kreis.example"]));
            for part in ["Es geht um „Laternenfest“.", "an die Adresse Ihres Kontos"] {
                assert!(text(mail).contains(part), "{part} in {mail}");
            }
            for untrue in ["angegeben wurde", "aufbewahrt", "noch nicht öffentlich"] {
                assert!(!text(mail).contains(untrue), "{untrue} in {mail}");
            }
        }
        mails += 2;
    }
}

#[tokio::test]
async fn an_association_is_told_that_it_is_listed_and_what_its_rights_are() {
    let post = Peer::start("smtp", &json!({}));
    let mut mails = 0;
    for database in databases().await {
        let folder = notification_folder(post.port(), "welcome = true\n");
        let editor = account(folder.path(), &database.url, "editor", "ada@stelle.example", &[]);
        let server = Server::start(folder.path(), &database.url);
        let more =
            json!({ "email": "info@kreis.example", "phone": "+49 2323 12345", "languages": ["ar"], "publish": false });
        let entry = organisation(&server, &editor, "Bunter Kreis", more).await;
        account_in(&server, folder.path(), &database.url, "info@kreis.example", "uk").await;
        tokio::time::sleep(LOOK).await;
        assert_eq!(post.news().len(), mails, "a draft is nobody's to hear of");
        let seen = |version: u32| json!({ "id": entry["id"], "expectedVersion": version });
        done(&server, &editor, "publishActor", seen(1), "").await;
        let mail = &post.wait_for(mails + 1).await[mails];
        assert_eq!(
            (&mail["to"], &mail["subject"]),
            (&json!(["info@kreis.example"]), &json!("«Bunter Kreis» тепер у каталозі"))
        );
        for part in [
            "+49 2323 12345",
            "https://netzwerk.example.org/uk/organisation/bunter-kreis",
            "https://netzwerk.example.org/uk/suggest-change?entry=bunter-kreis&comment=",
            "https://netzwerk.example.org/uk/privacy",
            "GDPR",
            "зібрала редакція",
            "бо запис опубліковано з цією адресою",
        ] {
            assert!(text(mail).contains(part), "{part} in {}", text(mail));
        }
        let claim = text(mail).lines().find(|line| line.contains("suggest-change")).expect("a link");
        let form = server.get(&claim[ORIGIN.len()..]).await;
        assert!(form.status == 200 && form.text.contains("Це наша організація"), "{}", form.text);
        // Published once is published first.
        done(&server, &editor, "archiveActor", seen(2), "").await;
        done(&server, &editor, "restoreActor", seen(3), "").await;
        // What an association speaks with people is not what its board reads.
        for language in ["ar", "en", "tr", "ku"] {
            let name = format!("Kreis {language}");
            let more = json!({ "email": format!("{language}@kreis.example"), "languages": [language] });
            organisation(&server, &editor, &name, more).await;
        }
        mails += 5;
        let told = post.wait_for(mails).await;
        for mail in &told[mails - 4..] {
            let subject = mail["subject"].as_str().expect("a subject");
            assert!(subject.ends_with("steht jetzt im Verzeichnis"), "{subject}");
        }
        tokio::time::sleep(LOOK).await;
        assert_eq!(post.news().len(), mails);
    }
}

/// Chooses on the page of the account.
async fn choose_mail(server: &Server, cookie: &str, form: &'static str) {
    let request = server.request("POST", "/account/mail").header("cookie", cookie).header("origin", ORIGIN);
    let answer = server.send(request.header("content-type", "application/x-www-form-urlencoded").body(form)).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
}

#[tokio::test]
async fn staff_are_told_once_a_day_what_is_due_in_their_language_and_only_then() {
    let post = Peer::start("smtp", &json!({}));
    let mut mails = 0;
    for database in databases().await {
        let folder = notification_folder(post.port(), "digest = true\ndigest_hour = 0\ndigest_on_weekends = true\n");
        let editor = account(folder.path(), &database.url, "editor", "ada@stelle.example", &[]);
        for (role, email) in
            [("admin", "bea@stelle.example"), ("editor", "cem@stelle.example"), ("member", "eva@verein.example")]
        {
            account(folder.path(), &database.url, role, email, &[]);
        }
        let mut server = Server::start(folder.path(), &database.url);
        let entry = organisation(&server, &editor, "Bunter Kreis", json!({})).await;
        done(&server, &editor, "verifyActor", json!({ "id": entry["id"], "expectedVersion": 1 }), "").await;
        tokio::time::sleep(LOOK).await;
        assert_eq!(post.news().len(), mails, "nothing is due: {:?}", post.news().last());
        let slug = entry["slug"].as_str().expect("a slug");
        let fields = [("entry", slug), ("version", "2"), ("name", "Bunter Kreis"), ("comment", "Geheimes")];
        assert_eq!(send_form(&server, "/suggest-change", &fields).await.status, 200);
        choose_mail(&server, &session(&server, "bea@stelle.example").await, "digest=1&mail-language=pl").await;
        let cookie = session(&server, "cem@stelle.example").await;
        let choose = async |choice: Value| {
            let request = server.request("POST", "/auth/mail").header("cookie", &cookie).header("origin", ORIGIN);
            server.send(request.json(&choice)).await.status
        };
        assert_eq!(choose(json!({ "digest": false, "language": "nicht doch" })).await, 400);
        assert_eq!(choose(json!({ "digest": false, "language": "ar" })).await, 204);
        // Killed whenever it may be, and begun anew: what is due is told once a day.
        for _ in 0..2 {
            server.process().kill().expect("the process can be killed");
            server = Server::start(folder.path(), &database.url);
            tokio::time::sleep(LOOK).await;
        }
        let news = post.wait_for(mails + 2).await;
        assert_eq!(news.len(), mails + 2, "{news:?}");
        let to = |address: &str| news[mails..].iter().find(|mail| mail["to"] == json!([address])).expect("a mail");
        let (german, polish) = (to("ada@stelle.example"), to("bea@stelle.example"));
        assert_eq!(german["subject"], "Was heute ansteht: Netz Herne");
        let line = "Vorschläge zu entscheiden: 1\nhttps://netzwerk.example.org/console/review";
        assert!(text(german).contains(line), "{german}");
        assert!(text(polish).contains("Propozycje do rozpatrzenia: 1"), "{polish}");
        assert!(!text(german).contains("Bunter") && !text(german).contains("Websites"), "only what is due: {german}");
        assert!(!server.log().contains("stelle.example"), "{}", server.log());

        let stop = link_in(german, "/mail/stop/");
        assert!(server.get(&stop).await.text.contains("was ansteht"), "opening it changes nothing");
        assert_eq!(send_form(&server, &stop, &[]).await.status, 200);
        let page = server.request("GET", "/account").header("cookie", session(&server, "ada@stelle.example").await);
        let page = server.send(page).await.text;
        assert!(page.contains("name=\"digest\" value=\"1\">"), "not ticked any more: {page}");
        mails += 2;
    }
}

#[tokio::test]
async fn what_an_import_publishes_is_told_so_once() {
    let post = Peer::start("smtp", &json!({}));
    for (at, database) in databases().await.iter().enumerate() {
        let folder = notification_folder(post.port(), "welcome = true\n");
        let editor = account(folder.path(), &database.url, "editor", "ada@stelle.example", &[]);
        let list = |name: &str, address: &str| {
            format!("Typ;Art;Name;E-Mail\norganisation;culture;{name};{address}@verein.example\n")
        };
        let import = |text: &str, more: &[&str]| {
            std::fs::write(folder.path().join("list.csv"), text).expect("written");
            let file = ["import", "--database", &database.url, "list.csv"];
            run(folder.path(), &[&file, more].concat())
        };
        import(&list("Bunter Kreis", "info"), &["--as", "draft", "--welcome"]).ok();
        let server = Server::start(folder.path(), &database.url);
        let file = json!({ "fileName": "liste.csv", "text": list("Nähstube Quitte", "quitte"), "as": "PUBLISHED" });
        let looked = done(&server, &editor, "importDirectory", file.clone(), "report { digest }").await;
        let mut chosen = file;
        chosen["dryRun"] = json!(false);
        chosen["rows"] = json!([2]);
        chosen["digest"] = looked["report"]["digest"].clone();
        done(&server, &editor, "importDirectory", chosen, "").await;
        let mail = &post.wait_for(2 * at + 1).await[2 * at];
        assert_eq!(mail["subject"], "„Nähstube Quitte“ steht jetzt im Verzeichnis", "a draft is nobody's to hear of");
        // By the command only where it is asked for: it moves whole directories too.
        import(&list("Chor Abendrot", "chor"), &["--as", "published"]).ok();
        let more = list("Schachfreunde Turm", "schach");
        import(&more, &["--as", "published", "--welcome"]).ok();
        import(&more, &["--as", "published", "--welcome"]).ok();
        let mail = &post.wait_for(2 * at + 2).await[2 * at + 1];
        assert_eq!(mail["subject"], "„Schachfreunde Turm“ steht jetzt im Verzeichnis");
        tokio::time::sleep(LOOK).await;
        assert_eq!(post.news().len(), 2 * at + 2);
    }
}

#[tokio::test]
async fn an_administrator_tries_mail_and_hears_what_the_mail_server_said() {
    let post = Peer::start("smtp", &json!({}));
    let [database, _] = databases().await;
    let folder = notification_folder(post.port(), "");
    let admin = account(folder.path(), &database.url, "admin", "bea@stelle.example", &[]);
    let server = Server::start(folder.path(), &database.url);
    let sent = done(&server, &admin, "sendTestMail", json!({ "language": "tr" }), "test { to isTaken answer }").await;
    assert_eq!((&sent["test"]["to"], &sent["test"]["isTaken"]), (&json!("bea@stelle.example"), &json!(true)));
    assert!(sent["test"]["answer"].as_str().is_some_and(|answer| answer.starts_with("250")), "{sent}");
    let mail = &post.wait_for(1).await[0];
    assert_eq!(mail["subject"], "Deneme e-postası: Netz Herne");
    drop(post);
    let failed = done(&server, &admin, "sendTestMail", json!({}), "test { isTaken answer }").await;
    assert_eq!(failed["test"]["isTaken"], false);
    assert!(failed["test"]["answer"].as_str().is_some_and(|answer| answer.contains("refused")), "{failed}");
    assert!(!server.log().contains("stelle.example"), "{}", server.log());
}
