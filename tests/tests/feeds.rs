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
