//! What network partners find after signing in: whom they may speak to at an entry, and nobody else; on both databases.

use serde_json::json;
use tests::{
    session::{get, sign_in},
    worlds,
};

#[tokio::test]
async fn partners_find_whom_the_public_does_not_see_and_nobody_else_does() {
    for world in worlds().await {
        let server = &world.server;
        let actor = world.organisation("Bunter Kreis").await;
        let consent = json!({ "purpose": "Netzwerk", "textVersion": "1", "textLanguage": "de", "givenOn": "2026-05-01",
            "givenBy": "WRITTEN" });
        let input = json!({ "actor": actor["id"],
            "name": { "value": "Ada Quast", "visibility": "PARTNERS", "consent": consent },
            "email": { "value": "ada@kreis.example", "visibility": "PARTNERS", "consent": consent },
            "phone": { "value": "02323 98765" } });
        world.done("createContactPerson", input, "").await;

        let path = "/contacts?language=de&text=bunter+kreis";
        let nobody = get(server, path, "").await;
        assert_eq!(
            (nobody.status, nobody.header("location")),
            (303, "/login?language=de&next=%2Fcontacts%3Ftext%3Dbunter%2Bkreis")
        );

        let (answer, partner) = sign_in(&world, "partner", &[], "paul@schule.example").await;
        assert_eq!((answer.status, answer.header("location")), (303, "/my?language=de"));
        let home = get(server, "/my?language=de", &partner).await;
        for part in ["als Netzwerkpartner", "action=\"/contacts\""] {
            assert!(home.text.contains(part), "{part} in {}", home.text);
        }
        let found = get(server, path, &partner).await;
        assert_eq!((found.status, found.header("cache-control")), (200, "no-store"));
        for part in ["Bunter Kreis", "Ada Quast", "mailto:ada@kreis.example"] {
            assert!(found.text.contains(part), "{part} in {}", found.text);
        }
        assert!(!found.text.contains("98765"), "what is internal: {}", found.text);
        // A question is read as everywhere else, and who is named stands first.
        let asked = get(server, "/contacts?language=de&text=Kultur+in+Herne", &partner).await;
        assert!(asked.text.contains("class=\"holdings\""), "{}", asked.text);
        let nothing = get(server, "/contacts?language=de&text=Xyzzyquux", &partner).await;
        assert!(nothing.text.contains("kein Eintrag gefunden"), "{}", nothing.text);
        let empty = get(server, "/contacts?language=ar", &partner).await;
        assert!(empty.status == 200 && empty.text.contains("dir=\"rtl\""), "{}", empty.text);

        let (_, member) = sign_in(&world, "member", &["--actor", "bunter-kreis"], "eve@verein.example").await;
        assert!(get(server, path, &member).await.text.contains("98765"), "one's own");
        world.done("archiveActor", json!({ "id": actor["id"], "expectedVersion": 1 }), "").await;
        let gone = get(server, path, &partner).await;
        assert!(!gone.text.contains("Ada Quast"), "archived with its people: {}", gone.text);
    }
}
