//! `/events.ics` and `/changes.atom` over HTTP.

use tests::Server;

#[tokio::test]
async fn what_is_on_can_be_subscribed_to() {
    let (_folder, server) = Server::with_settings("");
    let all = server.get("/events.ics").await;
    assert_eq!((all.status, all.content_type.as_str()), (200, "text/calendar; charset=utf-8"));
    let events = all.text.matches("BEGIN:VEVENT").count();
    assert!(events > 3 && all.text.contains("\r\nTZID:Europe/Berlin\r\n"), "{}", all.text);
    assert!(all.text.split("\r\n").all(|line| line.len() <= 75));
    let wanne = server.get("/events.ics?district=wanne").await;
    let of_wanne = wanne.text.matches("BEGIN:VEVENT").count();
    assert!(of_wanne > 0 && of_wanne < events, "{of_wanne} of {events}");
    assert_eq!(server.get("/events.ics?district=wane").await.status, 400);
}

#[tokio::test]
async fn who_changed_can_be_subscribed_to() {
    let (_folder, server) = Server::with_settings("");
    let all = server.get("/changes.atom?theme=language").await;
    assert_eq!((all.status, all.content_type.as_str()), (200, "application/atom+xml; charset=utf-8"));
    let counted = server.ask(r#"{actors(filter: {themes: ["language"]}) {totalCount}}"#).await;
    assert_eq!(all.text.matches("<entry>").count() as u64, counted["actors"]["totalCount"].as_u64().expect("a count"));
    let own = format!("<id>{}/changes.atom?theme=language</id>", server.base());
    assert!(all.text.contains(&own), "{}", all.text);
    let tag = all.header("etag").to_owned();
    let again = server.send(server.request("GET", "/changes.atom?theme=language").header("if-none-match", &tag)).await;
    assert_eq!((again.status, again.text.as_str()), (304, ""));
}

#[tokio::test]
async fn a_calendar_speaks_the_language_of_its_address() {
    let (_folder, server) = Server::with_settings("");
    let german = server.get("/events.ics?theme=language").await.text;
    let turkish = server.get("/tr/events.ics?theme=language").await.text;
    assert!(turkish.matches("BEGIN:VEVENT").count() > 0);
    assert_eq!(turkish.matches("BEGIN:VEVENT").count(), german.matches("BEGIN:VEVENT").count());
    let pages = format!("URL:{}/", server.base());
    let addresses =
        |text: &str| text.lines().filter(|line| line.starts_with(&pages)).map(str::to_owned).collect::<Vec<_>>();
    assert!(addresses(&turkish).iter().all(|line| line.starts_with(&format!("{pages}tr/event/"))), "{turkish}");
    assert!(addresses(&german).iter().all(|line| line.starts_with(&format!("{pages}event/"))), "{german}");
    assert!(german.contains("CATEGORIES:Sprache") && !turkish.contains("CATEGORIES:Sprache"), "{turkish}");
    assert!(german.contains("X-WR-CALNAME:Sprache – ") && turkish.contains("X-WR-CALNAME:Dil – "), "{turkish}");
    let list = server.get("/tr/events?theme=language").await.text;
    assert!(list.contains("href=\"/tr/events.ics?theme=language\""), "{list}");
    assert_eq!(server.get("/xx/events.ics").await.status, 404);
}

#[tokio::test]
async fn people_read_on_a_page_what_programs_read_as_json() {
    let (_folder, server) = Server::with_settings("");
    for path in [
        "/events.ics",
        "/changes.atom",
        "/export/actors.csv",
        "/export/actors.geojson",
        "/tiles.json",
        "/tiles/9/265/170.mvt",
    ] {
        for (query, code, given) in [
            ("theme=gibtsnicht", "UNKNOWN_THEME", "gibtsnicht"),
            ("thema=x", "UNKNOWN_PARAMETER", "thema"),
            ("day=13", "UNKNOWN_WORD", "13"),
        ] {
            let address = format!("{path}?{query}");
            let json = server.get(&address).await;
            assert!(
                json.status == 400 && json.content_type.starts_with("application/json"),
                "{address}: {}",
                json.text
            );
            assert!(json.text.contains(code), "{address}: {}", json.text);
            let request = server.request("GET", &address);
            let request = request
                .header("accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("accept-language", "tr,en;q=0.5");
            let page = server.send(request).await;
            assert!(page.status == 400 && page.content_type.starts_with("text/html"), "{address}: {}", page.text);
            assert!(page.text.contains("<html lang=\"tr\"") && page.text.contains(given), "{address}: {}", page.text);
            assert_eq!(page.header("cache-control"), "no-store", "{address}");
            assert!(page.header("content-security-policy").contains("default-src"), "{address}");
        }
    }
}

#[tokio::test]
async fn files_that_are_not_there_are_told_on_a_page_too() {
    let (_folder, server) = Server::with_settings("");
    for (path, status) in [("/export/actors.pdf", 404), ("/tiles/99/1/1.mvt", 404), ("/tiles/x", 404)] {
        assert_eq!(server.get(path).await.status, status, "{path}");
        let page = server.send(server.request("GET", path).header("accept", "text/html")).await;
        assert!(page.status == status && page.text.contains("<html lang=\"de\""), "{path}: {}", page.text);
    }
}

#[tokio::test]
async fn what_a_page_cannot_be_narrowed_to_is_said() {
    let (_folder, server) = Server::with_settings("");
    for page in ["/", "/offers", "/events", "/coverage", "/cooperation"] {
        for (parameter, given) in [("theme", "gibtsnicht"), ("district", "wane")] {
            let answer = server.get(&format!("{page}?{parameter}={given}")).await;
            assert!(answer.status == 400 && answer.text.contains(given), "{page} {parameter}: {}", answer.text);
        }
    }
}
