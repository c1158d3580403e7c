//! The demo directory as it is served when nothing is configured: it answers the question of the
//! mission, and what is private in it never shows.

use serde_json::{Value, json};
use tests::{Secrets, Server, run};

fn served() -> (tempfile::TempDir, Server) {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start_with(folder.path(), &[]);
    (folder, server)
}

fn names(nodes: &Value) -> Vec<&str> {
    nodes.as_array().expect("a list").iter().filter_map(|node| node["slug"].as_str()).collect()
}

#[tokio::test]
async fn who_works_on_language_in_wanne_and_with_whom() {
    let (_folder, server) = served();
    let data = server
        .ask(
            r#"{ organisations(filter: {themes: ["language"], districts: ["wanne"]}, first: 100) {
                totalCount
                nodes { slug themes { slug parent { slug } } districts { slug parent { slug } }
                        cooperations { totalCount nodes { kind direction since partner { slug name } } } }
                facets { themes { theme { slug } count } districts { district { slug } count }
                         languages { language count } kinds { kind count } } } }"#,
        )
        .await;
    let found = &data["organisations"];
    let nodes = found["nodes"].as_array().expect("nodes");
    assert!(nodes.len() >= 3 && found["totalCount"] == json!(nodes.len()), "{found}");
    for node in nodes {
        let theme = |theme: &Value| theme["slug"] == "language" || theme["parent"]["slug"] == "language";
        assert!(node["themes"].as_array().expect("themes").iter().any(theme), "{node}");
        let district = |district: &Value| {
            ["wanne", "herne"].contains(&district["slug"].as_str().unwrap_or_default())
                || district["parent"]["slug"] == "wanne"
        };
        assert!(node["districts"].as_array().expect("districts").iter().any(district), "{node}");
    }
    assert!(nodes.iter().any(|node| node["cooperations"]["totalCount"].as_u64() > Some(0)), "{found}");
    let themes = found["facets"]["themes"].as_array().expect("theme facets");
    assert!(themes.iter().any(|facet| facet["theme"]["slug"] == "language" && facet["count"] == found["totalCount"]));
}

#[tokio::test]
async fn a_facet_counts_what_choosing_it_gives() {
    let (_folder, server) = served();
    let data = server
        .ask(r#"{ actors(filter: {districts: ["eickel"], themes: ["health"]}) { facets { themes { theme { slug } count } } } }"#)
        .await;
    for facet in data["actors"]["facets"]["themes"].as_array().expect("facets") {
        let theme = &facet["theme"]["slug"];
        let chosen =
            server.ask(&format!("{{actors(filter:{{districts:[\"eickel\"],themes:[{theme}]}}){{totalCount}}}}")).await;
        assert_eq!(chosen["actors"]["totalCount"], facet["count"], "{theme}");
    }
}

#[tokio::test]
async fn search_forgives_spelling_and_finds_while_one_types() {
    let (_folder, server) = served();
    let count = async |text: &str| {
        let found = server.ask(&format!("{{actors(filter:{{text:\"{text}\"}}){{totalCount}}}}")).await;
        found["actors"]["totalCount"].as_u64().expect("a count")
    };
    let right = count("Röhlinghausen").await;
    assert!(right > 0);
    for spelling in ["Roehlinghausen", "röhlinghausen", "Rohlinghausen"] {
        assert_eq!(count(spelling).await, right, "{spelling}");
    }
    assert!(count("Röhlinghausne").await >= right);
    let suggested = server.ask(r#"{suggest(text:"spra",first:5){__typename}}"#).await;
    assert!(!suggested["suggest"].as_array().expect("a list").is_empty());
}

#[tokio::test]
async fn the_history_of_a_whole_page_is_told() {
    let (_folder, server) = served();
    let data = server.ask("{actors(first:10){nodes{history(first:1){totalCount nodes{version}}}}}").await;
    for node in data["actors"]["nodes"].as_array().expect("nodes") {
        assert_eq!(node["history"], json!({ "totalCount": 1, "nodes": [{ "version": 1 }] }));
    }
}

#[tokio::test]
async fn pages_follow_each_other_in_both_directions() {
    let (_folder, server) = served();
    let all = server.ask("{actors(first:100,orderBy:NAME){nodes{slug} pageInfo{hasNextPage}}}").await;
    assert_eq!(all["actors"]["pageInfo"]["hasNextPage"], false);
    let (mut forward, mut after) = (Vec::new(), "null".to_owned());
    loop {
        let query = format!(
            "{{actors(first:7,after:{after},orderBy:NAME){{nodes{{slug}} pageInfo{{hasNextPage endCursor}}}}}}"
        );
        let page = server.ask(&query).await["actors"].take();
        forward.extend(names(&page["nodes"]).into_iter().map(str::to_owned));
        if page["pageInfo"]["hasNextPage"] == false {
            break;
        }
        after = page["pageInfo"]["endCursor"].to_string();
    }
    let (mut backward, mut before) = (Vec::<String>::new(), "null".to_owned());
    loop {
        let query = format!(
            "{{actors(last:7,before:{before},orderBy:NAME){{nodes{{slug}} pageInfo{{hasPreviousPage startCursor}}}}}}"
        );
        let page = server.ask(&query).await["actors"].take();
        backward.splice(0..0, names(&page["nodes"]).into_iter().map(str::to_owned));
        if page["pageInfo"]["hasPreviousPage"] == false {
            break;
        }
        before = page["pageInfo"]["startCursor"].to_string();
    }
    assert_eq!(forward, names(&all["actors"]["nodes"]));
    assert_eq!(backward, forward);
}

#[tokio::test]
async fn drafts_hidden_places_and_unconsented_contacts_never_show() {
    let (folder, server) = served();
    run(folder.path(), &["export", "--database", "sqlite://bruecke-demo.db", "--everything", "all.json"]).ok();
    run(folder.path(), &["export", "--database", "sqlite://bruecke-demo.db", "public.json"]).ok();
    let read = |file: &str| std::fs::read_to_string(folder.path().join(file)).expect("an export");
    let all: Value = serde_json::from_str(&read("all.json")).expect("JSON");
    let Secrets { values: secrets, hidden } = Secrets::of(&all);
    assert!(secrets.len() >= 8 && !hidden.is_empty(), "the demo has private things: {secrets:?}");

    let list = server
        .ask(
            "{actors(first:100){nodes{slug name website email phone address{street postcode city extra}
              location{longitude latitude precision} contactPersons{name role phone email}}}}",
        )
        .await;
    let mut nodes = list.to_string();
    for slug in names(&list["actors"]["nodes"]) {
        let more = format!(
            "{{actor(slug:\"{slug}\"){{offers{{nodes{{title description}}}} events{{nodes{{title description}}}}
               cooperations(first:100,status:[ACTIVE,DORMANT,ENDED]){{nodes{{note partner{{name}}}}}}
               history(first:10){{nodes{{version name slug}}}}}}}}"
        );
        nodes.push_str(&server.ask(&more).await.to_string());
    }
    let public = read("public.json");
    for secret in &secrets {
        assert!(!nodes.contains(secret.as_str()), "{secret} is answered");
        assert!(!public.contains(secret.as_str()), "{secret} is exported");
    }
    for slug in hidden {
        let near = server
            .ask("{actors(first:100,filter:{near:{longitude:7.2,latitude:51.54,radiusMetres:20000000}}){nodes{slug}}}")
            .await;
        assert!(!names(&near["actors"]["nodes"]).contains(&slug.as_str()));
        let within = server
            .ask("{actors(first:100,filter:{within:{west:-180,south:-90,east:180,north:90}}){nodes{slug}}}")
            .await;
        assert!(!names(&within["actors"]["nodes"]).contains(&slug.as_str()));
        let own = server.ask(&format!("{{actor(slug:\"{slug}\"){{location{{longitude}} distanceMetres(from:{{longitude:7.2,latitude:51.5}})}}}}")).await;
        assert_eq!(own["actor"], json!({ "location": null, "distanceMetres": null }));
    }
}

#[tokio::test]
async fn an_edit_by_another_process_becomes_visible_without_a_restart() {
    let (folder, server) = served();
    let before = server.ask("{directory{version} organisation(slug:\"probe-sichtbar\"){name}}").await;
    assert_eq!(before["organisation"], json!(null));
    std::fs::write(folder.path().join("new.csv"), "type,kind,slug,name\norganisation,women,probe-sichtbar,Probe\n")
        .expect("written");
    run(folder.path(), &["import", "--database", "sqlite://bruecke-demo.db", "--as", "published", "new.csv"]).ok();
    let after = server
        .wait_for("{organisation(slug:\"probe-sichtbar\"){name}}", |data| data["organisation"]["name"] == "Probe")
        .await;
    assert_eq!(after["organisation"]["name"], "Probe");
}
