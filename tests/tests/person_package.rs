//! Everything that is stored of a person, to hand over: for editors alone, as a page and as a file; on both databases.

use serde_json::{Value, json};
use tests::{
    World,
    session::{get, send, send_from, sign_in},
    worlds,
};

const PATH: &str = "/export/staff/persons?language=de";

async fn person(world: &World, actor: &Value, name: &str, email: &str) -> Value {
    let consent = json!({ "purpose": "Veröffentlichung", "textVersion": "1", "textLanguage": "de",
                          "givenOn": "2026-01-05", "givenBy": "WRITTEN" });
    let input = json!({ "actor": actor, "name": { "value": name, "visibility": "PUBLIC", "consent": consent },
                        "email": { "value": email } });
    world.done("createContactPerson", input, "contactPerson { id }").await["contactPerson"]["id"].take()
}

#[tokio::test]
async fn all_that_is_stored_of_a_person_is_handed_over_and_nothing_of_anybody_else() {
    for world in worlds().await {
        let server = &world.server;
        let (first, second) = (world.organisation("Bunter Kreis").await, world.organisation("Anderer Kreis").await);
        let ada = person(&world, &first["id"], "Ada Früher", "ada@verein.example").await;
        person(&world, &second["id"], "Ada Heute", "ada@verein.example").await;
        person(&world, &second["id"], "Berta Fremd", "berta@verein.example").await;
        let edit = json!({ "id": ada, "expectedVersion": 1, "name": { "value": "Ada Heute" } });
        world.done("editContactPerson", edit, "contactPerson { id }").await;
        sign_in(&world, "member", &["--actor", "bunter-kreis"], "ada@verein.example").await;
        let editor = sign_in(&world, "editor", &[], "ben@stelle.example").await.1;

        // Both associations, what was said before, and the account with the address.
        for text in ["ADA@verein.example", "ada heute"] {
            let page = send(server, PATH, &editor, &[("text", text)]).await;
            assert_eq!(page.status, 200, "{}", page.text);
            for part in [
                "Bunter Kreis",
                "Anderer Kreis",
                "Ada Früher",
                "zugestimmt am 5.\u{a0}Januar 2026",
                "Konto zum Anmelden",
            ] {
                assert!(page.text.contains(part), "{text}, {part}: {}", page.text);
            }
            assert!(!page.text.contains("Berta"), "{}", page.text);
            assert_eq!((page.header("cache-control"), page.header("x-robots-tag")), ("no-store", "noindex, nofollow"));
        }
        let file = send(server, PATH, &editor, &[("text", "ada@verein.example"), ("format", "json")]).await;
        assert!(file.header("content-disposition").starts_with("attachment"), "{:?}", file.headers);
        assert_eq!(file.header("cache-control"), "private, no-store");
        assert!(!file.text.contains("argon2"), "{}", file.text);
        let package = file.json();
        let named =
            |at: usize| package["contactPersons"][at]["contactOf"]["name"].as_str().unwrap_or_default().to_owned();
        let mut names = [named(0), named(1)];
        names.sort();
        assert_eq!(names, ["Anderer Kreis", "Bunter Kreis"]);
        assert_eq!(package["accounts"][0]["email"], "ada@verein.example");

        // One of them alone, by an address that tells nothing.
        let id = ada.as_str().expect("an id");
        let one = get(server, &format!("{PATH}&id={id}"), &editor).await;
        assert!(one.text.contains("Bunter Kreis") && !one.text.contains("Anderer Kreis"), "{}", one.text);
        let nobody = send(server, PATH, &editor, &[("text", "Xyzzy")]).await;
        assert!(nobody.text.contains("Über niemanden"), "{}", nobody.text);
        for text in ["", " "] {
            let nothing = send(server, PATH, &editor, &[("text", text)]).await;
            assert!(!nothing.text.contains("Ada"), "{}", nothing.text);
        }
        assert_eq!(get(server, &format!("{PATH}&id=xyz"), &editor).await.status, 404);

        // It is for editors.
        let member = sign_in(&world, "member", &["--actor", "anderer-kreis"], "eve@verein.example").await.1;
        assert_eq!(send(server, PATH, &member, &[("text", "ada heute")]).await.status, 404);
        assert_eq!(get(server, &format!("{PATH}&id={id}"), "").await.status, 303);
        assert_eq!(
            send_from(server, "https://evil.example", PATH, &editor, &[("text", "ada heute")]).await.status,
            403
        );
    }
}
