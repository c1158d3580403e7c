//! `/export/staff`: what the console shows as a table, for editors alone.

use std::fs;

use serde_json::{Value, json};
use tests::{Answer, Server, World, run, worlds};

async fn export(server: &Server, token: &str, file: &str, ids: &Value) -> Answer {
    let mut request = server.request("POST", &format!("/export/staff/{file}")).json(&json!({ "ids": ids }));
    if !token.is_empty() {
        request = request.header("authorization", format!("Bearer {token}"));
    }
    server.send(request).await
}

async fn hidden_draft(world: &World, name: &str) -> Value {
    let input = json!({ "name": name, "kind": "women", "phone": "02323 55555", "themes": [],
        "location": { "longitude": 7.22, "latitude": 51.54, "precision": "HIDDEN" } });
    world.done("createOrganisation", input, tests::world::ENTRY).await["entry"].take()
}

#[tokio::test]
async fn a_table_holds_the_chosen_entries_in_their_order_and_an_import_reads_it_back() {
    for world in worlds().await {
        let (one, two) = (hidden_draft(&world, "Zimtstern").await, hidden_draft(&world, "Anisstern; =1+1").await);
        hidden_draft(&world, "Nicht gewählt").await;
        let answer =
            export(&world.server, &world.editor, "actors.csv", &json!([one["id"], two["id"], one["id"]])).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        assert_eq!(answer.header("cache-control"), "private, no-store");
        assert_eq!(answer.header("content-disposition"), "attachment; filename=\"actors.csv\"");
        assert_eq!(answer.header("access-control-allow-origin"), "", "no other origin reads it");
        let lines: Vec<&str> = answer.text.trim_start_matches('\u{feff}').lines().collect();
        assert!(lines[0].starts_with("entry;") && lines.len() == 3, "{lines:?}");
        assert!(
            lines[1].contains("Zimtstern") && lines[2].contains("Anisstern") && lines[1].contains("51,54"),
            "{lines:?}"
        );

        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("table.csv"), &answer.text).expect("written");
        let looked = run(folder.path(), &["import", "--database", &world.database.url, "--dry-run", "table.csv"]).ok();
        assert!(looked.stdout.contains("2"), "{}", looked.stdout);

        let answer = export(&world.server, &world.editor, "actors.xlsx", &json!([one["id"]])).await;
        let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        assert_eq!((answer.status, answer.content_type.as_str()), (200, kind));
    }
}

#[tokio::test]
async fn nobody_below_an_editor_gets_one_and_nothing_else_is_taken() {
    let Some(world) = worlds().await.into_iter().next() else { return };
    let one = hidden_draft(&world, "Zimtstern").await;
    let ids = json!([one["id"]]);
    let member = world.member(&world.organisation("Fremder Verein").await, "eve@verein.example");
    for (token, status) in [("", 401), (member.as_str(), 403)] {
        let answer = export(&world.server, token, "actors.csv", &ids).await;
        assert_eq!(answer.status, status, "{}", answer.text);
        assert!(!answer.text.contains("Zimtstern"));
    }
    for (file, ids, status) in [
        ("persons.csv", ids, 404),
        ("report.xlsx", json!([]), 400),
        ("actors.csv", json!(["kein"]), 400),
        ("actors.csv", json!("alle"), 400),
        ("actors.csv", json!(vec!["x".repeat(23); 30_000]), 413),
    ] {
        let answer = export(&world.server, &world.editor, file, &ids).await;
        assert_eq!(answer.status, status, "{}", answer.text);
    }
    assert_eq!(world.server.get("/export/staff/actors.csv").await.status, 405);
    // Who only reads may take along what they see.
    let answer = export(&world.server, &world.reader(), "actors.csv", &json!([one["id"]])).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
}

#[tokio::test]
async fn figures_become_a_workbook() {
    let Some(world) = worlds().await.into_iter().next() else { return };
    let report =
        json!({ "title": "Jahr 2026", "header": ["Handlungsfeld", "2026"], "rows": [["Öffnung", 3], ["=1+1", 0.5]] });
    let send = async |token: &str| {
        let request = world.server.request("POST", "/export/staff/report.xlsx").json(&report);
        world.server.send(request.header("authorization", format!("Bearer {token}"))).await
    };
    let answer = send(&world.editor).await;
    assert_eq!((answer.status, answer.header("cache-control")), (200, "private, no-store"));
    assert_eq!(answer.header("content-disposition"), "attachment; filename=\"report.xlsx\"");
    let request = world.server.request("POST", "/export/staff/report.csv").json(&report);
    let csv = world.server.send(request.header("authorization", format!("Bearer {}", world.editor))).await;
    assert_eq!((csv.status, csv.text.as_str()), (200, "\u{feff}Handlungsfeld;2026\r\nÖffnung;3\r\n'=1+1;0.5\r\n"));
    assert_eq!(send(&world.somebody("partner", "paul@schule.example")).await.status, 403);
}
