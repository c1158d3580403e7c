//! Whom no mail could reach: staff see it and find another way.

use std::time::Duration;

use serde_json::{Value, json};
use tests::{
    Peer, Server,
    accounts::{account, done, told},
    databases,
    mail::{notification_folder, organisation},
};

#[tokio::test]
async fn staff_see_whom_no_mail_could_reach() {
    let post = Peer::start("smtp", &json!({}));
    for database in databases().await {
        let folder = notification_folder(post.port(), "welcome = true\n");
        let editor = account(folder.path(), &database.url, "editor", "ada@stelle.example", &[]);
        let member = account(folder.path(), &database.url, "member", "eva@kreis.example", &[]);
        let server = Server::start(folder.path(), &database.url);
        let with = |address: &str| json!({ "email": format!("{address}@kreis.example") });
        let refused = organisation(&server, &editor, "Abgewiesen", with("refused")).await;
        organisation(&server, &editor, "Ohne Adresse", json!({})).await;
        organisation(&server, &editor, "Erreichbar", with("good")).await;
        let query = "{ viewer { unreachableActors { failure entry { name } } } }";
        let mut seen = Value::Null;
        for _ in 0..60 {
            seen = told(&server, &editor, query, json!({})).await["data"]["viewer"]["unreachableActors"].take();
            if seen.as_array().is_some_and(|seen| seen.len() == 2) {
                break;
            }
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
        let mut seen = seen.as_array().cloned().expect("a list");
        seen.sort_by_key(|one| one["failure"].to_string());
        assert_eq!(
            seen,
            [
                json!({ "failure": "NO_ADDRESS", "entry": { "name": "Ohne Adresse" } }),
                json!({ "failure": "REFUSED", "entry": { "name": "Abgewiesen" } }),
            ]
        );
        let edit = json!({ "id": refused["id"], "expectedVersion": 1, "email": "neu@kreis.example" });
        done(&server, &editor, "editActor", edit, "").await;
        let seen = told(&server, &editor, query, json!({})).await["data"]["viewer"]["unreachableActors"].take();
        assert_eq!(seen.as_array().map(Vec::len), Some(1), "another address is another chance: {seen}");
        let hidden = told(&server, &member, query, json!({})).await;
        assert_eq!(hidden["data"]["viewer"]["unreachableActors"], Value::Null, "{hidden}");
    }
}
