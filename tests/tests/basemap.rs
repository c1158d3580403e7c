//! What lies below the districts on maps, over HTTP: nothing unless the operator says so, somebody's style with a policy
//! for exactly its hosts, or the tiles of a file.

use std::fs;

use mvt_reader::Reader;
use pmtiles::Compression;
use tests::{
    Server, run,
    tile_file::{self, MIDDLE},
};

/// A server with a file of tiles, which lies in its folder, and the one in its middle.
async fn with_tiles(compression: Compression) -> (tempfile::TempDir, Server, Vec<u8>) {
    let (_folder, other) = Server::with_settings("");
    let folder = tempfile::tempdir().expect("a folder");
    tile_file::write(&other, &folder.path().join("herne.pmtiles"), compression).await;
    let settings = "[map]\npmtiles = \"herne.pmtiles\"\nattribution = \"© Beispielkarte\"\n";
    fs::write(folder.path().join("bruecke.toml"), settings).expect("settings can be written");
    let server = Server::start_with(folder.path(), &["serve"]);
    (folder, server, tile_file::tile(&other, MIDDLE).await)
}

fn path_of((zoom, column, row): (u8, u32, u32)) -> String {
    format!("/basemap/{zoom}/{column}/{row}")
}

#[tokio::test]
async fn without_settings_maps_ask_nobody_else() {
    let (_folder, server) = Server::with_settings("");
    assert!(server.get("/tiles.json").await.json().get("basemap").is_none());
    for path in ["/", "/embed", "/imprint"] {
        let policy = server.get(path).await;
        let policy = policy.header("content-security-policy");
        assert!(!policy.contains("https:") && policy.contains("connect-src 'self'"), "{path}: {policy}");
    }
    let none = server.get("/basemap/0/0/0").await;
    assert_eq!(none.status, 404);
    assert!(none.text.contains("no map of the ground"), "{}", none.text);
    assert!(server.get("/en/privacy").await.text.contains("load nothing from other providers"));
}

#[tokio::test]
async fn a_style_opens_the_policy_for_its_hosts_where_maps_are_and_nowhere_else() {
    let (_folder, server) = Server::with_settings(
        "[map]\nstyle = \"https://tiles.example.org/s/style.json?key=a\"\norigins = [\"https://pictures.example.org\"]\n\
         attribution = \"© Beispielkarte\"\nattribution_url = \"https://tiles.example.org/about\"\n",
    );
    let hosts = "https://pictures.example.org https://tiles.example.org";
    let own = server.base();
    for (path, before) in [("/", "'self'"), ("/tr/?theme=language", "'self'"), ("/embed", &format!("'self' {own}"))] {
        let answer = server.get(path).await;
        let policy = answer.header("content-security-policy").to_owned();
        let told = format!("img-src {before} {hosts}; connect-src {before} {hosts}; worker-src 'self'");
        assert!(policy.contains(&told) && !policy.contains("script-src 'self' https"), "{path}: {policy}");
    }
    for path in ["/imprint", "/coverage", "/organisation/morgenrotfaehre", "/embed/builder"] {
        let answer = server.get(path).await;
        assert!(!answer.header("content-security-policy").contains("https:"), "{path}");
    }
    let basemap = server.get("/tiles.json").await.json()["basemap"].take();
    assert_eq!(basemap["style"], "https://tiles.example.org/s/style.json?key=a");
    assert_eq!(
        (&basemap["attribution"], &basemap["attributionUrl"]),
        (&"© Beispielkarte".into(), &"https://tiles.example.org/about".into())
    );
    let privacy = server.get("/en/privacy").await.text;
    assert!(privacy.contains("pictures.example.org") && !privacy.contains("load nothing from other providers"));
    assert!(
        server.get("/embed/builder").await.text.contains("tiles.example.org"),
        "the builder promises no more than is true"
    );
}

#[tokio::test]
async fn the_tiles_of_a_file_are_handed_out_by_the_service_itself() {
    for compression in [Compression::Gzip, Compression::None] {
        let (_folder, server, written) = with_tiles(compression).await;
        let told = server.get("/tiles.json").await.json()["basemap"].take();
        assert_eq!((&told["type"], &told["minzoom"], &told["maxzoom"]), (&"vector".into(), &8.into(), &11.into()));
        assert_eq!(told["layers"], serde_json::json!(["watershed"]));
        assert_eq!(told["tiles"][0], format!("{}/basemap/{{z}}/{{x}}/{{y}}", server.base()));
        let path = path_of(MIDDLE);
        let tile = server.request("GET", &path).send().await.expect("an answer");
        assert_eq!(tile.headers()["content-type"], "application/vnd.mapbox-vector-tile");
        let tile = tile.bytes().await.expect("bytes").to_vec();
        assert!(
            tile == written,
            "{compression:?}: {} bytes are others than the {} in the file",
            tile.len(),
            written.len()
        );
        assert!(
            Reader::new(tile).expect("a tile").get_layer_names().expect("layers").contains(&"watershed".to_owned())
        );
        let zipped = server.send(server.request("GET", &path).header("accept-encoding", "gzip")).await;
        assert_eq!(zipped.header("content-encoding"), "gzip", "{compression:?}");
        assert_eq!(zipped.header("access-control-allow-origin"), "*");
        let known = server.request("GET", &path).header("if-none-match", zipped.header("etag"));
        assert_eq!(server.send(known.header("accept-encoding", "gzip")).await.status, 304);
        assert_eq!(server.get("/basemap/11/0/0").await.status, 204);
        assert_eq!(server.get("/basemap/3/8/0").await.status, 404);
        assert_eq!(server.get("/basemap/a/0/0").await.status, 400);
        assert_eq!(server.send(server.request("POST", &path)).await.status, 405);
        let page = server.get("/").await;
        assert!(page.header("content-security-policy").contains("connect-src 'self';"), "nobody else is asked");
    }
}

#[tokio::test]
async fn a_file_that_is_written_over_ends_no_service() {
    let (folder, server, _) = with_tiles(Compression::Gzip).await;
    fs::write(folder.path().join("herne.pmtiles"), b"something else").expect("written over");
    let broken = server.get(&path_of(MIDDLE)).await;
    assert_eq!(broken.status, 500);
    assert!(!broken.text.contains("pmtiles"), "{}", broken.text);
    // Who writes the log may be a moment behind the answer.
    for _ in 0..100 {
        if server.log().contains("the service is started again") {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert!(server.log().contains("the service is started again"), "{}", server.log());
    assert_eq!(server.get("/").await.status, 200);
}

#[test]
fn wrong_settings_of_the_map_stop_the_start_with_their_line() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("old.pmtiles"), b"PM\x02\x00").expect("written");
    fs::write(folder.path().join("picture.png"), b"\x89PNG").expect("written");
    let whose = "attribution = \"©\"\n";
    for (settings, told) in [
        (
            "style = \"https://a.example/s\"\npmtiles = \"old.pmtiles\"\n",
            &["line 3: map.pmtiles stands beside map.style"][..],
        ),
        ("style = \"http://a.example/s\"\n", &["line 2", "https://tiles.example.org/style.json"]),
        ("style = \"https://a.example/s\"\n", &["line 2: map.style has no attribution"]),
        (
            "pmtiles = \"missing.pmtiles\"\nattribution = \"©\"\n",
            &["line 2: map.pmtiles cannot be read: missing.pmtiles"],
        ),
        (
            "pmtiles = \"old.pmtiles\"\nattribution = \"©\"\n",
            &["line 2: map.pmtiles is of an older version", "version 3"],
        ),
        ("pmtiles = \"picture.png\"\nattribution = \"©\"\n", &["line 2: map.pmtiles is no file of tiles"]),
        (whose, &["line 2: map.attribution is of no use alone"]),
        ("stile = \"https://a.example/s\"\n", &["line 2", "stile", "`style`"]),
        (
            "style = \"https://a.example/s\"\nattribution = \"©\"\norigins = [\"https://b.example/x\"]\n",
            &["line 4", "is not an origin"],
        ),
    ] {
        fs::write(folder.path().join("bruecke.toml"), format!("[map]\n{settings}")).expect("written");
        let refused = run(folder.path(), &["serve"]);
        assert!(!refused.success, "{settings}");
        for told in told {
            assert!(refused.stderr.contains(told), "{told} in {}", refused.stderr);
        }
    }
}

#[tokio::test]
async fn a_region_is_cut_out_of_a_file_and_handed_out_again() {
    let (_folder, other) = Server::with_settings("");
    let folder = tempfile::tempdir().expect("a folder");
    tile_file::write(&other, &folder.path().join("large.pmtiles"), Compression::Gzip).await;
    let guide = run(folder.path(), &["basemap"]);
    assert!(guide.success && guide.stdout.contains("pmtiles = \"herne.pmtiles\""), "{guide:?}");
    // Without districts nobody knows the region; it can be said.
    let demo = run(folder.path(), &["demo", "--database", "sqlite://herne.db"]);
    assert!(demo.success, "{demo:?}");
    let cut = run(folder.path(), &["basemap", "--database", "sqlite://herne.db", "large.pmtiles", "herne.pmtiles"]);
    assert!(cut.success && cut.stdout.contains("down to zoom 11 written to herne.pmtiles"), "{cut:?}");
    let far = ["basemap", "--bounds", "-3,40,-2,41", "large.pmtiles", "none.pmtiles"];
    let far = run(folder.path(), &far);
    assert!(!far.success && far.stderr.contains("has no tile of the region"), "{far:?}");
    assert!(!folder.path().join("none.pmtiles").exists());
    for (bounds, told) in [("7,51,6,52", "four numbers"), ("-180,-85,180,85", "at most")] {
        let refused =
            run(folder.path(), &["basemap", "--bounds", bounds, "--max-zoom", "11", "large.pmtiles", "x.pmtiles"]);
        assert!(!refused.success && refused.stderr.contains(told), "{refused:?}");
    }

    let settings = "[map]\npmtiles = \"herne.pmtiles\"\nattribution = \"© Beispielkarte\"\n";
    fs::write(folder.path().join("bruecke.toml"), settings).expect("settings can be written");
    let server = Server::start_with(folder.path(), &["serve"]);
    assert_eq!(server.get("/tiles.json").await.json()["basemap"]["layers"][0], "watershed");
    let tile = server.request("GET", &path_of(MIDDLE)).send().await.expect("an answer");
    assert_eq!(tile.bytes().await.expect("bytes").to_vec(), tile_file::tile(&other, MIDDLE).await);
    // The neighbour in the west is in the large file alone.
    assert_eq!(server.get(&path_of((MIDDLE.0, MIDDLE.1 - 1, MIDDLE.2))).await.status, 204);
}
