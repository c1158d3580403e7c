//! An entry before it is published, as the public would see it: for staff alone, with nothing that is secret, kept by
//! nobody; on both databases.

use serde_json::json;
use tests::{
    session::{get, send, send_from, sign_in},
    worlds,
};

#[tokio::test]
async fn editors_see_a_draft_as_the_public_would_and_nobody_else_sees_anything() {
    for world in worlds().await {
        let server = &world.server;
        let input = json!({
            "name": "Schutzhaus Löwenzahn", "kind": "women", "phone": "02323 700700",
            "summary": [{ "language": "de", "text": "Ein Haus <b>ohne</b> Anschrift." }],
            "address": { "street": "Geheimer Weg 7", "postcode": "44649", "city": "Herne" },
            "location": { "longitude": 7.1553, "latitude": 51.5375, "precision": "HIDDEN" },
        });
        let entry = world.done("createOrganisation", input, "entry { id slug }").await["entry"].take();
        let (id, slug) = (entry["id"].as_str().expect("an id"), entry["slug"].as_str().expect("a slug"));
        let consent = json!({ "purpose": "Veröffentlichung", "textVersion": "1", "textLanguage": "de",
                              "givenOn": "2026-05-01", "givenBy": "WRITTEN" });
        let person = json!({ "actor": id, "name": { "value": "Quendolin Zwiebelfisch", "visibility": "PUBLIC", "consent": consent },
                             "phone": { "value": "02325 4450912" } });
        world.done("createContactPerson", person, "contactPerson { id }").await;
        let offer =
            json!({ "actor": id, "kind": "SERVICE", "title": [{ "language": "de", "text": "Beratung am Löwenzahn" }] });
        let offer = world.done("createOffer", offer, "entry { id }").await["entry"]["id"].take();

        let path = format!("/preview/{id}");
        let stranger = get(server, &path, "").await;
        assert_eq!(stranger.status, 303);
        assert!(stranger.header("location").starts_with("/login?"), "{}", stranger.header("location"));
        let member = sign_in(&world, "member", &["--actor", "morgenrotfaehre"], "eve@verein.example").await.1;
        let refused = get(server, &path, &member).await;
        assert_eq!(refused.status, 404);
        assert!(!refused.text.contains("Löwenzahn"), "{}", refused.text);

        let editor = sign_in(&world, "editor", &[], "ben@stelle.example").await.1;
        let page = get(server, &path, &editor).await;
        assert_eq!(page.status, 200, "{}", page.text);
        for part in ["Vorschau:", "Schutzhaus Löwenzahn", "02323 700700", "Quendolin Zwiebelfisch", "&lt;b&gt;"] {
            assert!(page.text.contains(part), "{part}: {}", page.text);
        }
        for secret in ["Geheimer Weg", "51.53", "4450912", "rel=\"canonical\"", "ld+json"] {
            assert!(!page.text.contains(secret), "{secret}: {}", page.text);
        }
        assert_eq!(page.header("cache-control"), "no-store");
        assert!(page.header("x-robots-tag").contains("noindex"));
        assert!(page.text.contains("name=\"robots\" content=\"noindex, nofollow\""));
        // What belongs to a draft is shown beside it, and other languages are right.
        let offer = format!("/preview/{}?language=ar", offer.as_str().expect("an id"));
        let offer = get(server, &offer, &editor).await;
        assert!(offer.status == 200 && offer.text.contains("Beratung am Löwenzahn"), "{}", offer.text);
        assert!(offer.text.contains("dir=\"rtl\"") && offer.text.contains("معاينة"), "{}", offer.text);

        // What is typed and not saved is shown too, as the public would see it, and is stored nowhere.
        let changes = json!({
            "phone": "02323 909090", "summary.de": "Noch <i>nicht</i> gespeichert.", "name": "Haus Pusteblume",
            "location": { "longitude": 7.16, "latitude": 51.54, "precision": "hidden", "farAway": true },
            "address.street": "Heimliche Gasse 3", "email": "keine", "status": "published", "nothing": true,
        });
        let typed = send(server, &path, &editor, &[("changes", &changes.to_string())]).await;
        assert_eq!(typed.status, 200, "{}", typed.text);
        for part in ["Haus Pusteblume", "02323 909090", "Noch &lt;i&gt;nicht&lt;/i&gt; gespeichert.", "Vorschau:"] {
            assert!(typed.text.contains(part), "{part}: {}", typed.text);
        }
        for secret in ["Heimliche Gasse", "51.54", "rel=\"canonical\"", "ld+json"] {
            assert!(!typed.text.contains(secret), "{secret}: {}", typed.text);
        }
        assert_eq!(typed.header("cache-control"), "no-store");
        assert!(typed.header("x-robots-tag").contains("noindex"));
        assert!(typed.header("content-security-policy").contains("script-src 'self'"), "{:?}", typed.headers);
        let now = get(server, &path, &editor).await;
        assert!(now.text.contains("Schutzhaus Löwenzahn") && !now.text.contains("Pusteblume"), "{}", now.text);
        for (origin, cookie, sent, status) in [
            (server.base(), "", "{}", 303),
            (server.base(), member.as_str(), "{}", 404),
            ("https://evil.example", editor.as_str(), "{}", 403),
            (server.base(), editor.as_str(), "[1]", 400),
            (server.base(), editor.as_str(), "", 400),
        ] {
            assert_eq!(
                send_from(server, origin, &path, cookie, &[("changes", sent)]).await.status,
                status,
                "{origin} {sent}"
            );
        }

        // Looking has published nothing.
        assert_eq!(get(server, &format!("/organisation/{slug}"), &editor).await.status, 404);
        for nothing in ["/preview/nobody", "/preview/..%2f", "/preview/QQGiIjRZD3B3vCSzX4WjmWM"] {
            assert_eq!(get(server, nothing, &editor).await.status, 404, "{nothing}");
        }
    }
}
