//! `/tiles.json` and `/tiles/…` over HTTP: what is on the map is what the list has, whatever the zoom.

use std::collections::BTreeMap;

use mvt_reader::{Reader, feature::Value as Read};
use tests::{Secrets, Server, run};

type Properties = BTreeMap<String, Read>;

/// The features of a layer of a tile.
async fn layer(server: &Server, path: &str, layer: &str) -> Vec<Properties> {
    let answer = server.request("GET", path).send().await.expect("an answer");
    assert_eq!(answer.status(), 200, "{path}");
    let kind = answer.headers().get("content-type").and_then(|value| value.to_str().ok());
    assert_eq!(kind, Some("application/vnd.mapbox-vector-tile"));
    let reader = Reader::new(answer.bytes().await.expect("bytes").to_vec()).expect("a tile");
    let names = reader.get_layer_names().expect("layers");
    let Some(at) = names.iter().position(|name| name == layer) else { return Vec::new() };
    let features = reader.get_features(at).expect("features");
    features.into_iter().map(|feature| feature.properties.unwrap_or_default().into_iter().collect()).collect()
}

fn count(feature: &Properties) -> u64 {
    if let Some(Read::UInt(count)) = feature.get("count") { *count } else { 1 }
}

fn text<'a>(feature: &'a Properties, key: &str) -> &'a str {
    if let Some(Read::String(text)) = feature.get(key) { text } else { "" }
}

/// The tiles of a zoom that lie over the city, and all around it.
fn over_herne(zoom: u8) -> impl Iterator<Item = String> {
    let side = f64::from(1_u32 << zoom);
    let column = move |longitude: f64| ((longitude + 180.0) / 360.0 * side) as u32;
    let row = move |latitude: f64| {
        let latitude = latitude.to_radians();
        ((1.0 - latitude.tan().asinh() / std::f64::consts::PI) / 2.0 * side) as u32
    };
    let (columns, rows) = (column(7.0)..=column(7.4), row(51.65)..=row(51.45));
    columns.flat_map(move |column| rows.clone().map(move |row| format!("/tiles/{zoom}/{column}/{row}.mvt")))
}

#[tokio::test]
async fn the_map_shows_the_same_set_as_the_list_at_every_zoom() {
    let (_folder, server) = Server::with_settings("");
    for (query, filter) in
        [("", "{}"), ("?theme=language&district=wanne", r#"{themes: ["language"], districts: ["wanne"]}"#)]
    {
        let found =
            server.ask(&format!("{{actors(filter: {filter}, first: 100) {{nodes {{location {{precision}}}}}}}}")).await;
        let nodes = found["actors"]["nodes"].as_array().expect("nodes");
        let placed = nodes.iter().filter(|node| !node["location"].is_null()).count() as u64;
        for zoom in [0, 8, 11, 12, 14, 15] {
            let mut counted = 0;
            for tile in over_herne(zoom) {
                counted += layer(&server, &format!("{tile}{query}"), "actors").await.iter().map(count).sum::<u64>();
            }
            assert_eq!(counted, placed, "zoom {zoom} {query}");
        }
    }
}

#[tokio::test]
async fn tiles_are_told_by_tile_json() {
    let (_folder, server) = Server::with_settings("");
    let told = server.get("/tiles.json?district=wanne&theme=language").await;
    assert_eq!((told.status, told.content_type.as_str()), (200, "application/json; charset=utf-8"));
    let told = told.json();
    let template = told["tiles"][0].as_str().expect("a template");
    let path = template.strip_prefix(server.base()).expect("an address of this service");
    assert_eq!(path, "/tiles/{z}/{x}/{y}.mvt?theme=language&district=wanne");
    let path = path.replace("{z}", "0").replace("{x}", "0").replace("{y}", "0");
    assert_eq!(layer(&server, &path, "actors").await.len(), 1);
    let bounds: Vec<f64> =
        told["bounds"].as_array().expect("bounds").iter().filter_map(serde_json::Value::as_f64).collect();
    assert!(bounds[0] > 7.0 && bounds[1] > 51.4 && bounds[2] < 7.4 && bounds[3] < 51.7, "{bounds:?}");
    assert_eq!(told["center"][2], 12, "{told}");
}

#[tokio::test]
async fn districts_have_their_names_in_every_language() {
    let (_folder, server) = Server::with_settings("");
    let mut slugs = Vec::new();
    for tile in over_herne(11) {
        for district in layer(&server, &tile, "districts").await {
            assert!(
                !text(&district, "name").is_empty()
                    && ["city", "borough", "quarter"].contains(&text(&district, "level"))
            );
            slugs.push(text(&district, "slug").to_owned());
        }
    }
    assert!(slugs.iter().any(|slug| slug == "wanne") && slugs.iter().any(|slug| slug == "herne"), "{slugs:?}");
}

#[tokio::test]
async fn a_tile_is_sent_as_reads_are() {
    let (_folder, server) = Server::with_settings("");
    let path = "/tiles/12/2129/1361.mvt?theme=language";
    let answer = server.send(server.request("GET", path)).await;
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    assert_eq!(answer.header("cache-control"), "public, no-cache");
    let tag = answer.header("etag").to_owned();
    assert!(tag.starts_with('"') && tag.len() > 4, "{tag}");
    let again = server.send(server.request("GET", path).header("if-none-match", &tag)).await;
    assert_eq!((again.status, again.text.as_str()), (304, ""));
    let small = server.send(server.request("GET", path).header("accept-encoding", "gzip")).await;
    assert_eq!(small.header("content-encoding"), "gzip");
    assert!(small.header("vary").to_lowercase().contains("accept-encoding"));
    let other = server.send(server.request("GET", path).header("accept-encoding", "br, gzip;q=0")).await;
    assert_eq!(other.header("content-encoding"), "br");
    let preflight = server.request("OPTIONS", path).header("origin", "https://example.org");
    let preflight = server.send(preflight.header("access-control-request-method", "GET")).await;
    assert_eq!(preflight.header("access-control-allow-origin"), "*");
    let empty = server.get("/tiles/10/0/500.mvt").await;
    assert_eq!((empty.status, empty.text.as_str()), (200, ""));
}

#[tokio::test]
async fn what_is_no_tile_is_told() {
    let (_folder, server) = Server::with_settings("");
    for (path, status, told) in [
        ("/tiles/17/0/0.mvt", 404, "z is 0 to 16"),
        ("/tiles/3/8/0.mvt", 404, "there is no tile 3/8/0"),
        ("/tiles/999999999999/0/0.mvt", 400, "not a whole number"),
        ("/tiles/a/0/0.mvt", 400, "not a whole number"),
        ("/tiles/3/-1/0.mvt", 400, "not a whole number"),
        ("/tiles/3/0/0.png", 404, "/tiles/{z}/{x}/{y}.mvt"),
        ("/tiles/3/0/0.mvt?theme=languages", 400, "did you mean language"),
        ("/tiles/3/0/0.mvt?lang=de", 400, "there is no parameter"),
        ("/tiles.json?theme=languages", 400, "did you mean language"),
    ] {
        let answer = server.get(path).await;
        assert_eq!(answer.status, status, "{path}: {}", answer.text);
        let message = answer.json()["errors"][0]["message"].as_str().unwrap_or_default().to_owned();
        assert!(message.contains(told), "{path}: {message}");
    }
}

#[tokio::test]
async fn hidden_places_are_on_no_tile() {
    let (folder, server) = Server::with_settings("");
    run(folder.path(), &["export", "--database", "sqlite://bruecke-demo.db", "--everything", "all.json"]).ok();
    let all = std::fs::read_to_string(folder.path().join("all.json")).expect("an export");
    let secrets = Secrets::of(&serde_json::from_str(&all).expect("JSON"));
    let mut shown = Vec::new();
    for tile in over_herne(15) {
        shown.extend(layer(&server, &tile, "actors").await.iter().map(|actor| text(actor, "slug").to_owned()));
    }
    assert!(shown.len() > 40 && !secrets.hidden.is_empty());
    assert!(secrets.hidden.iter().all(|slug| !shown.contains(slug)));
}

#[tokio::test]
async fn who_has_no_place_stands_in_the_quarter_of_the_seat() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = "sqlite://places.db";
    run(folder.path(), &["demo", "--database", database]).ok();
    let actors: Vec<_> = (1..=40)
        .map(|at| serde_json::json!({ "type": "organisation", "kind": "culture", "name": format!("Ortlos {at}"), "slug": format!("ortlos-{at}"), "basedIn": "wanne-mitte", "status": "published" }))
        .collect();
    let file = serde_json::json!({ "format": "bruecke-directory", "version": 1, "actors": actors });
    std::fs::write(folder.path().join("list.json"), file.to_string()).expect("a file");
    run(folder.path(), &["import", "--database", database, "list.json"]).ok();
    let server = Server::start(folder.path(), database);
    let query = "?text=ortlos";
    for zoom in [0, 11, 15] {
        let mut shown = Vec::new();
        for tile in over_herne(zoom) {
            shown.extend(layer(&server, &format!("{tile}{query}"), "actors").await);
        }
        assert_eq!(shown.iter().map(count).sum::<u64>(), 40, "zoom {zoom}");
        if zoom == 15 {
            // Near enough everybody is a mark of its own, which says that it stands somewhere in the quarter.
            assert_eq!(shown.len(), 40);
            assert!(shown.iter().all(|actor| text(actor, "precision") == "quarter"));
        }
    }
    let told = server.get(&format!("/tiles.json{query}")).await.json();
    assert!(told["results"][0].as_f64() > told["bounds"][0].as_f64(), "{told}");
    let found = server.ask("{actors(filter: {text: \"ortlos\"}, first: 1) {nodes {location {precision}}}}").await;
    assert!(found["actors"]["nodes"][0]["location"].is_null(), "nothing else pretends to know a place");
}

#[tokio::test]
async fn a_city_of_which_only_the_middles_of_its_quarters_are_known_has_a_map() {
    let folder = tempfile::tempdir().expect("a folder");
    let quarters = [("wanne", 7.158, 51.541), ("eickel", 7.167, 51.518)];
    let districts = quarters.map(|(slug, longitude, latitude)| {
        serde_json::json!({"slug": slug, "level": "quarter", "name": {"de": slug}, "centre": {"longitude": longitude, "latitude": latitude}})
    });
    let actors = quarters.map(|(slug, ..)| {
        serde_json::json!({"type": "organisation", "kind": "culture", "name": format!("Ortlos {slug}"), "slug": format!("ortlos-{slug}"),
                           "basedIn": slug, "status": "published"})
    });
    let file =
        serde_json::json!({"format": "bruecke-directory", "version": 1, "districts": districts, "actors": actors});
    std::fs::write(folder.path().join("city.json"), file.to_string()).expect("a file");
    run(folder.path(), &["import", "--database", "sqlite://city.db", "city.json"]).ok();
    let server = Server::start(folder.path(), "sqlite://city.db");
    let mut shown = Vec::new();
    for tile in over_herne(15) {
        shown.extend(layer(&server, &tile, "actors").await);
    }
    let mut slugs: Vec<&str> = shown.iter().map(|actor| text(actor, "slug")).collect();
    slugs.sort_unstable();
    assert_eq!(slugs, ["ortlos-eickel", "ortlos-wanne"]);
    let told = server.get("/tiles.json").await.json();
    let bounds: Vec<f64> =
        told["bounds"].as_array().expect("bounds").iter().filter_map(serde_json::Value::as_f64).collect();
    assert!(bounds[0] > 7.1 && bounds[1] > 51.5 && bounds[2] < 7.2 && bounds[3] < 51.6, "{bounds:?}");
    // The map writes names there and marks the chosen ones: no tile has a polygon for it.
    let places = told["places"].as_array().expect("places");
    for (slug, longitude, latitude) in quarters {
        let place = places.iter().find(|place| place["slug"] == slug).expect("a place");
        let said = (&place["names"]["de"], &place["within"][0], &place["position"]);
        assert_eq!(said, (&slug.into(), &slug.into(), &serde_json::json!([longitude, latitude])), "{place}");
    }
    let (_folder, with_boundaries) = Server::with_settings("");
    assert!(with_boundaries.get("/tiles.json").await.json()["places"].is_null());
}

#[tokio::test]
async fn clusters_of_thousands_count_everybody_once() {
    let folder = tempfile::tempdir().expect("a folder");
    run(folder.path(), &["demo", "--database", "sqlite://large.db", "--size", "4000"]).ok();
    let server = Server::start(folder.path(), "sqlite://large.db");
    let mut totals = Vec::new();
    for zoom in [0, 10, 12, 13] {
        let (mut total, mut points) = (0, 0);
        for tile in over_herne(zoom) {
            let actors = layer(&server, &tile, "actors").await;
            points = points.max(actors.len());
            total += actors.iter().map(count).sum::<u64>();
        }
        assert!(points <= 64, "a tile has {points} points");
        totals.push(total);
    }
    assert!(totals[0] > 2_000 && totals.iter().all(|total| *total == totals[0]), "{totals:?}");
}
