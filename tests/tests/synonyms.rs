//! An installation's own words for questions, kept by editors: questions are read with them at once, on every node, and
//! after a restart or from a backup; what is wrong with them is told by field.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tests::{
    Server, World,
    accounts::{done, refused, told},
    run, worlds,
};

const QUESTION: &str = "Plauschrunden";

async fn edit(world: &World, version: u32, words: &[&str]) -> Value {
    let input = json!({ "table": "KINDS", "key": "women", "expectedVersion": version, "words": words });
    world.done("editSynonyms", input, "entry { key version words byName versions { version words } }").await["entry"]
        .take()
}

/// The kinds that a question is taken to ask for, and what stays a word of it.
async fn interpreted(server: &Server, text: &str) -> (Value, String) {
    let query = format!("{{ interpret(text: \"{text}\", language: \"tr\") {{ filter {{ kinds }} words }} }}");
    let mut answer = server.ask(&query).await["interpret"].take();
    (answer["filter"]["kinds"].take(), answer["words"].as_str().expect("words").to_owned())
}

async fn is_understood(server: &Server) -> bool {
    let (kinds, words) = interpreted(server, QUESTION).await;
    assert_eq!(kinds == json!(["women"]), words.is_empty());
    let page = server.get(&format!("/?text={QUESTION}")).await.text;
    assert_eq!(page.contains("kind=women"), words.is_empty(), "the page and interpret agree");
    words.is_empty()
}

async fn wait_until(what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    let started = Instant::now();
    while !is_so().await {
        assert!(started.elapsed() < Duration::from_secs(30), "{what}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

#[tokio::test]
async fn a_word_is_understood_at_once_and_by_every_node_until_it_is_taken_back() {
    for world in worlds().await {
        let other = Server::start(world.folder.path(), &world.database.url);
        assert!(!is_understood(&world.server).await && !is_understood(&other).await);
        let entry = edit(&world, 0, &["Plauschrunde", " plauschrunde ", "(Salon)"]).await;
        assert_eq!(
            entry,
            json!({ "key": "women", "version": 1, "words": ["Plauschrunde", "(Salon)"], "byName": "ada@stelle.example",
                    "versions": [{ "version": 1, "words": ["Plauschrunde", "(Salon)"] }] })
        );
        assert!(is_understood(&world.server).await);
        assert_eq!(
            interpreted(&world.server, "Salon").await,
            (Value::Null, "Salon".to_owned()),
            "what is weak is offered"
        );
        let suggested = world.server.ask("{ suggest(text: \"plauschru\", first: 20) { label } }").await;
        assert!(suggested.to_string().contains("Plauschrunde"), "{suggested}");
        let is_known = async || interpreted(&other, QUESTION).await.1.is_empty();
        wait_until("the other node understands it too", is_known).await;
        assert!(is_understood(&other).await);

        // Facts that change meanwhile take nothing away.
        world.organisation("Bunter Kreis").await;
        assert!(is_understood(&world.server).await);
        let entry = edit(&world, 1, &[]).await;
        assert_eq!((&entry["version"], &entry["words"]), (&json!(2), &json!([])));
        assert!(!is_understood(&world.server).await);
        wait_until("the other node forgets it too", async || !is_known().await).await;
        assert!(!is_understood(&other).await);
    }
}

#[tokio::test]
async fn words_survive_a_restart_and_come_back_from_a_backup() {
    for mut world in worlds().await {
        edit(&world, 0, &["Plauschrunde"]).await;
        world.server = Server::start(world.folder.path(), &world.database.url);
        assert!(is_understood(&world.server).await);
        let folder = world.folder.path();
        run(folder, &["backup", "--database", &world.database.url, "copy.backup"]).ok();
        run(folder, &["restore", "--database", "sqlite://copy.db", "copy.backup"]).ok();
        assert!(is_understood(&Server::start(folder, "sqlite://copy.db")).await);
    }
}

#[tokio::test]
async fn two_editors_do_not_overwrite_each_other_and_only_staff_read_and_write_words() {
    for world in worlds().await {
        let two = world.somebody("editor", "zwei@stelle.example");
        edit(&world, 0, &["Plauschrunde"]).await;
        let input = |version: u32, word: &str| json!({ "table": "KINDS", "key": "women", "expectedVersion": version, "words": [word] });
        assert_eq!(refused(&world.server, &two, "editSynonyms", input(0, "Salon")).await, ["- SYNONYMS_CHANGED"]);
        done(&world.server, &two, "editSynonyms", input(1, "Salon"), "").await;
        let versions = "synonyms(table: KINDS, key: \"women\") { entries { key versions { version byName words } } }";
        let read = world.read(&world.editor, versions, json!({})).await;
        let entries = read["synonyms"]["entries"].as_array().expect("entries");
        let women = entries.iter().find(|entry| entry["key"] == "women").expect("an entry");
        assert_eq!(
            women["versions"],
            json!([{ "version": 2, "byName": "zwei@stelle.example", "words": ["Salon"] },
                   { "version": 1, "byName": "ada@stelle.example", "words": ["Plauschrunde"] }])
        );
        let member = world.member(&world.organisation("Bunter Kreis").await, "mitglied@verein.example");
        for (token, code) in [("", "UNAUTHENTICATED"), (&*member, "FORBIDDEN")] {
            assert_eq!(refused(&world.server, token, "editSynonyms", input(2, "x")).await, [format!("- {code}")]);
            let import = json!({ "table": "KINDS", "csv": "slug,de\nwomen,x\n" });
            assert_eq!(refused(&world.server, token, "importSynonyms", import).await, [format!("- {code}")]);
        }
        let denied = world.ask_viewer(&member, "synonyms(table: KINDS) { table }", json!({})).await;
        assert_eq!(denied["errors"][0]["extensions"]["code"], "FORBIDDEN");
    }
}

#[tokio::test]
async fn what_is_wrong_is_told_by_field_and_nothing_is_written() {
    for world in worlds().await {
        let refused = async |input: Value| refused(&world.server, &world.editor, "editSynonyms", input).await;
        let words = ["Plauderei", "a;b", "(halb", "abc*", "", &"x".repeat(101), "a\u{7}b"];
        let input = json!({ "table": "FEATURES", "key": "parken", "expectedVersion": 0, "words": words });
        let mut wrong = refused(input).await;
        wrong.sort();
        assert_eq!(
            wrong,
            [
                "key UNREADABLE",
                "words[1] UNREADABLE",
                "words[2] UNREADABLE",
                "words[3] UNREADABLE",
                "words[5] TOO_LONG",
                "words[6] CONTROL_CHARACTER",
            ]
        );
        let silent =
            json!({ "table": "TYPES", "key": "network", "expectedVersion": 0, "words": ["Plauderei", "und der"] });
        assert_eq!(refused(silent).await, ["words[1] UNREADABLE"]);
        let many: Vec<String> = (0..201).map(|number| format!("wort{number}")).collect();
        let input = json!({ "table": "LANGUAGES", "key": "qaa", "expectedVersion": 0, "words": many });
        assert_eq!(refused(input).await, ["words UNREADABLE"]);
        let unknown = json!({ "input": { "table": "THEMES", "key": "x", "expectedVersion": 0, "words": [] } });
        let query = "mutation($input: EditSynonymsInput!) { editSynonyms(input: $input) { userErrors { code } } }";
        assert!(told(&world.server, &world.editor, query, unknown).await["errors"].is_array());
        let read = world
            .read(
                &world.editor,
                "synonyms(table: FEATURES) { entries { words version builtIn { language phrases } } }",
                json!({}),
            )
            .await;
        let entries = read["synonyms"]["entries"].as_array().expect("entries");
        assert!(entries.iter().all(|entry| entry["version"] == 0 && entry["words"] == json!([])));
        assert!(entries.iter().any(|entry| entry["builtIn"].to_string().contains("kostenlos")));
    }
}

#[tokio::test]
async fn a_table_of_words_is_added_to_those_there_are_or_refused_as_a_whole() {
    for world in worlds().await {
        edit(&world, 0, &["Salon"]).await;
        let csv = "\u{feff}slug,de,tr,other\r\nwomen,salon;Plauschrunde,\"sohbet, çay\",\r\nsport,(Kickrunde),,\r\nwomen,Plauschrunde,,\r\n";
        let input = json!({ "table": "KINDS", "csv": csv });
        let payload = world.done("importSynonyms", input.clone(), "addition { phrases entries }").await;
        assert_eq!(payload["addition"], json!({ "phrases": 3, "entries": 2 }));
        assert!(is_understood(&world.server).await);
        let again = world.done("importSynonyms", input, "addition { phrases entries }").await;
        assert_eq!(again["addition"], json!({ "phrases": 0, "entries": 0 }));
        for (csv, field, word) in [
            ("slug,deutsch\nwomen,x\n", "csv", "deutsch"),
            ("slug,de\nwomen,Neuwort\nfrauen,x\n", "csv", "Zeile 3"),
            ("slug,de\nwomen,Neuwort;[Chor]\n", "entries.women[1]", "Klammern"),
        ] {
            let mutation = "mutation($input: ImportSynonymsInput!) { importSynonyms(input: $input) { userErrors { field message(language: \"de\") } } }";
            let input = json!({ "input": { "table": "KINDS", "csv": csv } });
            let answer = told(&world.server, &world.editor, mutation, input).await;
            let error = &answer["data"]["importSynonyms"]["userErrors"][0];
            assert_eq!(error["field"], field, "{answer}");
            assert!(error["message"].as_str().expect("a message").contains(word), "{answer}");
        }
        let read = world
            .read(&world.editor, "synonyms(table: KINDS, key: \"women\") { entries { key words } }", json!({}))
            .await;
        let entries = read["synonyms"]["entries"].as_array().expect("entries");
        let women = entries.iter().find(|entry| entry["key"] == "women").expect("an entry");
        assert_eq!(women["words"], json!(["Salon", "Plauschrunde", "sohbet, çay"]));
    }
}
