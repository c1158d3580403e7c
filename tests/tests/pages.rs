//! The pages over HTTP: addresses, headers, what is kept, what is never shown, and suggestions that arrive.

use chrono::{Days, Utc};
use serde_json::Value;
use tests::{Answer, Server, accounts};

async fn post(server: &Server, form: &[(&str, &str)], headers: &[(&str, &str)]) -> Answer {
    let body: Vec<String> = form.iter().map(|(name, value)| format!("{name}={}", value.replace(' ', "+"))).collect();
    let mut request = server.request("POST", "/suggest-change").body(body.join("&"));
    request = request.header("content-type", "application/x-www-form-urlencoded");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    server.send(request).await
}

#[tokio::test]
async fn every_page_answers_and_tells_browsers_what_to_keep_to() {
    let (_folder, server) = Server::with_settings("");
    for path in [
        "/",
        "/ar/?theme=language&district=wanne",
        "/organisation/morgenrotfaehre",
        "/tr/theme/language",
        "/district/wanne",
        "/offers?theme=language",
        "/events?view=month",
        "/offer/elterncafe-auf-rumaenisch-01k2g00000e008000000000001",
        "/ar/event/reparaturcafe-01k2g00000e008000000000002",
        "/project/gesund-ankommen-01k2g00000e008000000000003",
        "/organisation/morgenrotfaehre/sheet",
        "/ar/offer/elterncafe-auf-rumaenisch-01k2g00000e008000000000001/sheet",
        "/shortlist?entry=morgenrotfaehre",
        "/coverage",
        "/cooperation?district=wanne",
        "/suggest-change?entry=morgenrotfaehre",
        "/imprint",
        "/pl/privacy",
    ] {
        let answer = server.get(path).await;
        assert_eq!((answer.status, answer.content_type.as_str()), (200, "text/html; charset=utf-8"), "{path}");
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{policy}");
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert!(answer.header("referrer-policy") == "same-origin" && answer.headers.contains_key("permissions-policy"));
        assert!(
            !answer.headers.contains_key("set-cookie") && !answer.headers.contains_key("strict-transport-security")
        );
        assert!(!answer.text.contains(" style=\"") && !answer.text.contains(" onclick"), "{path}");
    }
}

#[tokio::test]
async fn a_page_is_not_sent_again_to_whoever_has_it() {
    let (_folder, server) = Server::with_settings("");
    let first = server.get("/coverage").await;
    let tag = first.header("etag").to_owned();
    assert!(tag.starts_with('"') && first.header("cache-control") == "public, no-cache", "{tag}");
    assert!(first.header("vary").to_lowercase().contains("accept-language"));
    assert!(first.header("last-modified").ends_with("GMT"));
    let again = server.send(server.request("GET", "/coverage").header("if-none-match", &tag)).await;
    assert_eq!((again.status, again.text.as_str()), (304, ""));
    let head = server.send(server.request("HEAD", "/coverage")).await;
    assert_eq!((head.status, head.text.as_str(), head.header("etag")), (200, "", tag.as_str()));
    let small = server.send(server.request("GET", "/coverage").header("accept-encoding", "br")).await;
    assert_eq!(small.header("content-encoding"), "br");
    let style = first.text.split("href=\"/assets/").nth(1).and_then(|rest| rest.split('"').next()).expect("a style");
    let style = server.get(&format!("/assets/{style}")).await;
    assert_eq!((style.status, style.header("cache-control")), (200, "public, max-age=31536000, immutable"));
    assert_eq!(server.get("/assets/page.css").await.status, 404);
}

#[tokio::test]
async fn addresses_that_have_moved_lead_on() {
    let (_folder, server) = Server::with_settings("");
    for (path, status, location) in [
        ("/organisation/elternverein-morgenrot", 301, "/organisation/morgenrotfaehre"),
        ("/uk/institution/morgenrotfaehre", 301, "/uk/organisation/morgenrotfaehre"),
        ("/en", 301, "/en/"),
        ("/de/coverage/", 301, "/coverage"),
        ("/?district=wanne&theme=language&utm_source=letter", 303, "/?theme=language&district=wanne"),
    ] {
        assert_eq!(server.redirect_of(path).await, (status, location.to_owned()), "{path}");
    }
}

#[tokio::test]
async fn what_was_never_published_here_was_never_there() {
    let (_folder, server) = Server::with_settings("");
    let unknown = server.get("/organisation/gibt-es-nicht").await;
    // A draft, and what came as archived with the demo.
    for slug in ["nebelhorn-entwurf", "silberdistel-teestube"] {
        let hidden = server.get(&format!("/organisation/{slug}")).await;
        assert_eq!((hidden.status, &hidden.text), (404, &unknown.text), "{slug}");
    }
    let hidden = server.get("/organisation/zufluchtsfeder").await;
    assert_eq!(hidden.status, 200);
    assert!(!hidden.text.contains("<address") && !hidden.text.contains("streetAddress"), "a hidden place");
    let program = server.send(server.request("GET", "/nothing").header("accept", "application/json")).await;
    assert_eq!((program.status, program.json()["errors"][0]["extensions"]["code"].as_str()), (404, Some("NOT_FOUND")));
    let browser = server.send(server.request("GET", "/nothing").header("accept", "text/html")).await;
    assert_eq!((browser.status, browser.content_type.as_str()), (404, "text/html; charset=utf-8"));
    assert_eq!(server.send(server.request("DELETE", "/coverage")).await.status, 405);
}

#[tokio::test]
async fn search_engines_find_every_page_in_every_language() {
    let (_folder, server) = Server::with_settings("");
    let robots = server.get("/robots.txt").await.text;
    assert!(robots.contains(&format!("Sitemap: {}/sitemap.xml", server.base())), "{robots}");
    let map = server.get("/sitemap.xml").await;
    assert_eq!((map.status, map.content_type.as_str()), (200, "application/xml; charset=utf-8"));
    let places: Vec<&str> = map.text.split("<loc>").skip(1).filter_map(|rest| rest.split('<').next()).collect();
    assert!(places.len() > 7 * 60 && places.len() < 50_000, "{}", places.len());
    for path in ["/", "/ar/organisation/morgenrotfaehre", "/theme/language.german", "/ro/district/wanne"] {
        assert!(places.contains(&format!("{}{path}", server.base()).as_str()), "{path}");
    }
    assert!(!map.text.contains("nebelhorn") && !map.text.contains("silberdistel"));
    let profile = server.get("/organisation/morgenrotfaehre").await.text;
    let json =
        profile.split("<script type=\"application/ld+json\">").nth(1).and_then(|rest| rest.split("</script>").next());
    let json: Value = serde_json::from_str(json.expect("JSON-LD")).expect("JSON");
    assert_eq!((json["@type"].as_str(), json["telephone"].as_str()), (Some("NGO"), Some("02323 9999-10")));
    assert!(profile.contains("hreflang=\"x-default\"") && !profile.contains("noindex"));
    assert!(server.get("/?theme=language").await.text.contains("noindex"));
}

#[tokio::test]
async fn a_suggestion_reaches_the_editors_and_nothing_else_changes() {
    let (folder, server) = Server::with_settings("");
    let form = [("entry", "morgenrotfaehre"), ("version", "1"), ("name", "Morgenrotf%C3%A4hre Wanne e. V.")];
    let said = [("email", "kontakt@morgenrotfaehre.example"), ("website", "https://morgenrotfaehre.example/")];
    let new = [("phone", "02323 9999-77"), ("comment", "Neue Nummer"), ("contact", "frag@example.org")];
    let own = ("origin", server.base());
    let answer = post(&server, &[&form[..], &said, &new].concat(), &[own]).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert!(answer.text.contains("Danke für Ihren Vorschlag"));
    assert!(server.get("/organisation/morgenrotfaehre").await.text.contains("02323 9999-10"), "until it was reviewed");
    let editor = accounts::account(folder.path(), "sqlite://bruecke-demo.db", "editor", "ada@example.org", &[]);
    let waiting = accounts::told(
        &server,
        &editor,
        "{ viewer { proposals(first: 5) { nodes { comment differences { field proposed } } } } }",
        Value::Null,
    )
    .await;
    let text = waiting.to_string();
    assert!(text.contains("Neue Nummer") && text.contains("02323 9999-77"), "{text}");
    assert!(!text.contains("\"field\":\"name\""), "only what differs is proposed: {text}");
}

#[tokio::test]
async fn a_suggestion_is_refused_with_its_reason_or_for_where_it_comes_from() {
    let (_folder, server) = Server::with_settings("");
    let own = ("origin", server.base());
    let wrong = post(&server, &[("name", "Chor"), ("kind", "culture"), ("email", "keine")], &[own]).await;
    assert_eq!(wrong.status, 422);
    assert!(
        wrong.text.contains("ist keine E-Mail-Adresse") && wrong.text.contains("value=\"keine\""),
        "{}",
        wrong.text
    );
    let nothing = post(&server, &[], &[own]).await;
    assert_eq!(nothing.status, 422);
    let outdated =
        post(&server, &[("entry", "morgenrotfaehre"), ("version", "77"), ("comment", "Hallo")], &[own]).await;
    assert_eq!(outdated.status, 422);
    assert!(outdated.text.contains("inzwischen geändert") && outdated.text.contains("Hallo"));
    for headers in [[("origin", "https://evil.example")], [("sec-fetch-site", "cross-site")]] {
        let foreign = post(&server, &[("name", "Chor"), ("kind", "culture")], &headers).await;
        assert_eq!(foreign.status, 403, "{headers:?}");
    }
    let large = "a".repeat(300_000);
    assert_eq!(post(&server, &[("comment", &large)], &[own]).await.status, 413);
    let json = server.request("POST", "/suggest-change").header("content-type", "application/json").body("{}");
    assert_eq!(server.send(json).await.status, 400);
    assert_eq!(post(&server, &[("entry", "nebelhorn-entwurf"), ("comment", "Hallo")], &[own]).await.status, 404);
}

#[tokio::test]
async fn who_finds_nothing_is_asked_back_with_the_nearest_words() {
    let (_folder, server) = Server::with_settings("");
    for (path, link) in [
        ("/?text=Doitsch", "Meinten Sie <a href=\"/?text=Deutsch\""),
        ("/en/?text=Schakk+in+Wanne", "href=\"/en/?text=Schach+in+Wanne\""),
    ] {
        let page = server.get(path).await;
        assert!(page.text.contains(link), "{path}: {}", page.text);
    }
    let page = server.get("/?text=xylofonquark").await;
    assert_eq!((page.status, page.text.contains("Meinten Sie")), (200, false));
}

#[tokio::test]
async fn what_is_handed_over_holds_no_hidden_place_and_no_contact_person() {
    let (_folder, server) = Server::with_settings("");
    let hidden = "/organisation/zufluchtsfeder";
    for path in [format!("{hidden}/sheet"), format!("/en{hidden}/sheet"), "/shortlist?entry=zufluchtsfeder".to_owned()]
    {
        let page = server.get(&path).await;
        assert!(page.status == 200 && !page.text.contains("Probierkamp"), "{path}");
    }
    let card = server.get(&format!("{hidden}.vcf")).await;
    assert_eq!((card.status, card.content_type.as_str()), (200, "text/vcard; charset=utf-8"));
    assert!(card.text.contains("TEL;") && !card.text.contains("ADR"), "{}", card.text);
    let profile = server.get("/organisation/quittenlaterne").await.text;
    let sheet = server.get("/organisation/quittenlaterne/sheet").await.text;
    assert!(profile.contains("Gülay Muster") && !sheet.contains("Gülay Muster"));
    assert!(sheet.contains("class=\"qr\"") && sheet.contains("02323 9999-11") && sheet.contains("noindex"));
}

#[tokio::test]
async fn sheets_and_cards_follow_their_pages() {
    let (_folder, server) = Server::with_settings("");
    for (path, status, location) in [
        ("/network/quittenlaterne/sheet", 301, "/organisation/quittenlaterne/sheet"),
        ("/network/quittenlaterne.vcf", 301, "/organisation/quittenlaterne.vcf"),
        ("/organisation/nobody/sheet", 404, ""),
        ("/theme/language/sheet", 404, ""),
    ] {
        assert_eq!(server.redirect_of(path).await, (status, location.to_owned()), "{path}");
    }
}

#[tokio::test]
async fn pages_on_protection_can_be_left_and_do_not_say_what_they_are() {
    let has_title_of_its_own = |text: &str| text.split("</title>").next().is_some_and(|head| head.contains(" · "));
    let (_folder, server) = Server::with_settings("");
    for path in [
        "/theme/women.protection",
        "/?theme=women.protection",
        "/organisation/zufluchtsfeder",
        "/organisation/zufluchtsfeder/sheet",
        "/shortlist?entry=quittenlaterne&entry=zufluchtsfeder",
        "/cooperation?actor=zufluchtsfeder",
        "/cooperation?theme=women.protection",
        "/coverage?theme=women.protection",
        "/?text=Zufluchtsfeder",
        "/?text=Gewalt",
        "/?cooperates_with=zufluchtsfeder",
        "/?member_of=zufluchtsfeder",
        "/?theme=language&shortlist=zufluchtsfeder",
        "/?theme=women.protection&language=elvish",
        "/offers?cooperates_with=zufluchtsfeder",
        "/events?member_of=zufluchtsfeder",
        "/cooperation?group=zufluchtsfeder",
        "/suggest-change?entry=zufluchtsfeder",
        "/embed?cooperates_with=zufluchtsfeder",
        "/embed?theme=women.protection",
        "/embed?text=Gewalt",
        "/embed?entry=zufluchtsfeder",
    ] {
        let text = server.get(path).await.text;
        assert!(text.contains("data-exit") && !has_title_of_its_own(&text), "{path}");
    }
    assert!(!server.get("/embed?theme=language").await.text.contains("data-exit"));
    let other = server.get("/theme/language").await.text;
    assert!(!other.contains("data-exit") && has_title_of_its_own(&other));
    let own = "[quick_exit]\nthemes = [\"language\"]\naddress = \"https://wetter.example.org/\"";
    let (_folder, server) = Server::with_settings(own);
    assert!(server.get("/theme/language.cafe").await.text.contains("https://wetter.example.org/"));
    assert!(!server.get("/theme/women.protection").await.text.contains("data-exit"));
}

#[tokio::test]
async fn what_is_written_in_plain_language_is_shown_beside_the_text_of_its_language() {
    let (_folder, server) = Server::with_settings("");
    let text = "Hier treffen sich Frauen. Wir sprechen Deutsch";
    for path in ["/organisation/quittenlaterne", "/organisation/quittenlaterne/sheet"] {
        let page = server.get(path).await.text;
        assert!(
            page.contains("In Leichter Sprache") && page.contains("lang=\"de-simple\"") && page.contains(text),
            "{path}"
        );
    }
    let page = server.get("/ar/organisation/quittenlaterne").await.text;
    assert!(!page.contains("lang=\"de-simple\""), "there is an Arabic text");
    let page = server.get("/pl/organisation/quittenlaterne").await.text;
    assert!(
        page.contains("W prostym języku") && page.contains(text),
        "a German text is shown, and the plain one with it"
    );
}

/// What a search field gives as examples.
fn examples(page: &str) -> Vec<&str> {
    let placeholder = page.split("placeholder=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a field");
    let introductions = ["z. B. ", "e.g. ", "ör. ", "مثلًا: ", "напр. ", "de ex. ", "np. "];
    let examples = introductions.iter().find_map(|begin| placeholder.strip_prefix(begin)).expect(placeholder);
    examples.split([',', '،']).map(str::trim).collect()
}

#[tokio::test]
async fn every_example_of_a_search_field_finds_something_in_every_language() {
    let (_folder, server) = Server::with_settings("");
    for language in ["", "/en", "/tr", "/ar", "/uk", "/ro", "/pl"] {
        for list in ["/", "/offers", "/events"] {
            let page = server.get(&format!("{language}{list}")).await;
            for example in examples(&page.text) {
                let query = format!("{language}{list}?text={}", example.replace(' ', "+"));
                let found = server.get(&query).await;
                assert_eq!(found.status, 200, "{query}");
                assert!(found.text.contains("id=\"results\"") && !found.text.contains("class=\"notice\""), "{query}");
            }
        }
    }
}

#[tokio::test]
async fn a_day_that_is_counted_from_today_shows_events_of_its_week_alone() {
    let (_folder, server) = Server::with_settings("");
    let today = || Utc::now().with_timezone(&chrono_tz::Europe::Berlin).date_naive();
    for (asked, ahead) in [("heute", 0), ("morgen", 1)] {
        let before = today();
        let (status, location) = server.redirect_of(&format!("/events?text={asked}")).await;
        // Midnight may come between.
        let expected = [before, today()].map(|today| {
            let day = today + Days::new(ahead);
            let weekday = day.format("%A").to_string().to_lowercase();
            format!("/events?day={weekday}&view=week&from={day}&question={asked}")
        });
        assert!(status == 303 && expected.contains(&location), "{status} {location}: {expected:?}");
        assert_eq!(server.get(&location).await.status, 200);
    }
    let (_, location) = server.redirect_of("/offers?text=heute").await;
    assert!(!location.contains("view="), "{location}");
}
