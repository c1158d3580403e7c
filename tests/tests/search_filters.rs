//! Every filter of the search in every place that takes them: the page and its form, files, tiles, the frame, oEmbed
//! and the element. The table has to have them all, so whoever adds a filter is told which place lacks it.

use std::collections::BTreeSet;

use tests::{Answer, Server};

/// What each filter can be asked with, in the normal form of addresses; the lists have two values. A filter that needs
/// others comes with them.
const FILTERS: &[(&str, &[(&str, &str)])] = &[
    ("text", &[("text", "Kurse"), ("question", "Kurse")]),
    ("type", &[("type", "organisation")]),
    ("theme", &[("theme", "education"), ("theme", "language")]),
    ("theme_match", &[("theme", "education"), ("theme", "language"), ("theme_match", "all")]),
    ("district", &[("district", "eickel"), ("district", "wanne")]),
    ("relation", &[("district", "wanne"), ("relation", "based")]),
    ("kind", &[("kind", "culture"), ("kind", "women")]),
    ("language", &[("language", "ro"), ("language", "tr")]),
    ("group", &[("group", "parents"), ("group", "women")]),
    ("field", &[("field", "opening")]),
    ("free", &[("free", "yes")]),
    ("appointment", &[("appointment", "no")]),
    ("confidential", &[("confidential", "yes")]),
    ("wheelchair", &[("wheelchair", "yes"), ("wheelchair", "limited")]),
    ("accessibility", &[("accessibility", "toilet"), ("accessibility", "hearing-loop")]),
    ("interpreters", &[("interpreters", "yes")]),
    ("counter_language", &[("counter_language", "ar"), ("counter_language", "tr")]),
    ("offer_kind", &[("offer_kind", "volunteering"), ("offer_kind", "volunteer-training")]),
    ("availability", &[("availability", "places-free"), ("availability", "waiting-list")]),
    ("day", &[("day", "monday"), ("day", "friday")]),
    ("time", &[("time", "evening")]),
    ("age", &[("age", "8")]),
    ("open", &[("open", "now")]),
    ("lon", &[("lon", "7.15"), ("lat", "51.54"), ("radius", "2000")]),
    ("lat", &[("lon", "7.15"), ("lat", "51.54"), ("radius", "2000")]),
    ("radius", &[("lon", "7.15"), ("lat", "51.54"), ("radius", "1000")]),
    ("actor", &[("actor", "morgenrotfaehre")]),
    ("polygon", &[("polygon", "7.1 51.5,7.2 51.5,7.2 51.6")]),
    ("cooperates_with", &[("cooperates_with", "morgenrotfaehre")]),
    ("cooperation", &[("cooperation", "cooperates_with"), ("cooperation", "funds")]),
    ("member_of", &[("member_of", "netzwerk-herner-selbstorganisationen-demo")]),
    ("network", &[("network", "no")]),
    ("not_type", &[("not_type", "network")]),
    ("not_theme", &[("not_theme", "education"), ("not_theme", "work")]),
    ("not_district", &[("not_district", "eickel"), ("not_district", "sodingen")]),
    ("not_kind", &[("not_kind", "culture")]),
    ("not_language", &[("not_language", "tr")]),
    ("not_group", &[("not_group", "women")]),
    ("not_field", &[("not_field", "opening")]),
];

fn encoded(pairs: &[(&str, &str)]) -> String {
    let url = reqwest::Url::parse_with_params("http://localhost/", pairs).expect("an address");
    url.query().unwrap_or_default().to_owned()
}

/// The filters that a service has, as it tells whoever asks for one that it does not have.
async fn parameters(server: &Server) -> BTreeSet<String> {
    let refused = server.get("/export/actors.csv?nonsense=1").await.json();
    let message = refused["errors"][0]["message"].as_str().expect("a message").to_owned();
    let (_, allowed) = message.split_once("allowed are ").expect("what is allowed");
    allowed.split(", ").map(str::to_owned).collect()
}

/// The values that pairs have by name, joined as attributes have them.
fn joined(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut joined: Vec<(String, String)> = Vec::new();
    for (name, value) in pairs {
        match joined.last_mut() {
            Some((last, values)) if last == name => values.extend([",", value]),
            _ => joined.push(((*name).to_owned(), (*value).to_owned())),
        }
    }
    joined
}

/// How many entries a page of results says there are.
fn total(page: &Answer) -> u64 {
    let (_, rest) = page.text.split_once("id=\"results\">").expect("a heading");
    let digits: String = rest.chars().take_while(|c| *c != '<').filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or_default()
}

/// Whether a form of a page sends a pair: a field or a box that is ticked.
fn sends(page: &Answer, name: &str, value: &str) -> bool {
    let value = value.replace('&', "&amp;");
    let mut fields = page.text.split('<').filter(|tag| tag.starts_with("input") || tag.starts_with("option"));
    fields.any(|tag| {
        let is_box = tag.contains("type=\"checkbox\"") || tag.contains("type=\"radio\"");
        let is_named = tag.contains(&format!("name=\"{name}\"")) || tag.starts_with("option") && name == "radius";
        let is_chosen = tag.contains(" checked") || tag.contains(" selected") || !is_box && tag.starts_with("input");
        is_named && is_chosen && tag.contains(&format!("value=\"{value}\""))
    })
}

#[tokio::test]
async fn every_filter_is_taken_by_the_page_its_form_files_tiles_the_frame_and_oembed() {
    let (_folder, server) = Server::with_settings("");
    let named: BTreeSet<String> = FILTERS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(named, parameters(&server).await, "the table has every filter");
    let mut differing = 0;
    let all = total(&server.get("/?order=updated").await);
    for (filter, pairs) in FILTERS {
        let query = encoded(pairs);
        let (status, _) = server.redirect_of(&format!("/?{query}")).await;
        assert_eq!(status, 200, "{filter}: the page has another normal form than {query}");
        let page = server.get(&format!("/?{query}")).await;
        for (name, value) in pairs.iter().filter(|(name, _)| *name != "text") {
            assert!(sends(&page, name, value), "{filter}: the form of the page forgets {name}={value}");
        }
        let shown = total(&page);
        differing += usize::from(shown != all);
        let lines = server.get(&format!("/export/actors.ndjson?{query}")).await;
        assert_eq!(lines.status, 200, "{filter}: {}", lines.text);
        assert_eq!(lines.text.lines().count() as u64, shown, "{filter}: a file has others than the page");
        let tiles = server.get(&format!("/tiles.json?{query}")).await;
        let filters: Vec<_> = pairs.iter().filter(|(name, _)| *name != "question").copied().collect();
        assert!(tiles.text.contains(&encoded(&filters)), "{filter}: {}", tiles.text);
        let frame = server.get(&format!("/embed?{query}")).await;
        assert_eq!(frame.status, 200, "{filter}: {}", frame.text);
        let element = frame.text.split("<bruecke-directory").nth(1).expect("the element");
        let link = format!("{}/?{query}", server.base());
        let linked = server.get(&format!("/oembed?{}", encoded(&[("url", &link)]))).await;
        assert_eq!(linked.status, 200, "{filter}: {}", linked.text);
        let html = linked.json()["html"].as_str().unwrap_or_default().replace("&amp;", "&");
        for (name, values) in joined(pairs) {
            let attribute = format!(" {name}=\"{values}\"");
            assert!(name == "question" || element.contains(&attribute), "{filter}: the frame forgets {attribute}");
            let parameter = encoded(&[(&name, &values)]);
            assert!(html.contains(&parameter), "{filter}: oEmbed forgets {parameter} in {html}");
        }
    }
    assert!(differing > FILTERS.len() / 2, "most filters leave others than everybody");
}

#[tokio::test]
async fn a_question_stays_one_in_what_is_embedded_and_the_frame_reads_it_as_the_page_does() {
    let (_folder, server) = Server::with_settings("");
    let link = format!("{}/?text=Deutschkurs+nicht+in+Eickel", server.base());
    let linked = server.get(&format!("/oembed?{}", encoded(&[("url", &link)]))).await.json();
    let html = linked["html"].as_str().unwrap_or_default();
    assert!(html.contains("/embed?text=Deutschkurs+nicht+in+Eickel\""), "{html}");
    assert!(linked["title"].as_str().is_some_and(|title| title.contains("Deutschkurs nicht in Eickel")), "{linked}");
    // What is unknown is told by the element, as in frames, and everything else is handed on.
    let link = format!("{}/?text=frauen&theme=nobody&partner=nobody", server.base());
    let linked = server.get(&format!("/oembed?{}", encoded(&[("url", &link)]))).await.json();
    let html = linked["html"].as_str().unwrap_or_default();
    assert!(html.contains("/embed?text=frauen&amp;theme=nobody&amp;cooperates_with=nobody\""), "{html}");
    let frame = server.get("/embed?text=Deutschkurs+nicht+in+Eickel").await;
    let element = frame.text.split("<bruecke-directory").nth(1).expect("the element");
    assert!(element.contains(" not_district=\"eickel\"") && element.contains(" theme=\"language"), "{element}");
}

#[tokio::test]
async fn what_a_question_does_not_want_is_excluded_and_can_be_taken_back() {
    let (_folder, server) = Server::with_settings("");
    let page = server.get("/?text=Deutschkurs+nicht+in+Eickel").await;
    assert!(page.text.contains("nicht: <span>Eickel (Stadtbezirk)</span>"), "a chip says what is excluded");
    let (with, without) = ("theme=language.german", "theme=language.german&not_district=eickel");
    let (with, without) = (server.get(&format!("/?{with}")).await, server.get(&format!("/?{without}")).await);
    assert!(total(&without) < total(&with), "{} of {}", total(&without), total(&with));
    assert_eq!(total(&page), total(&without));
    let names = |page: &Answer| page.text.matches("class=\"card").count();
    assert!(names(&without) > 0);
    assert!(without.text.contains("href=\"/?theme=language.german\""), "the chip takes it back");
    let english = server.get("/en/?not_district=eickel&not_language=de").await;
    assert!(
        english.text.contains("not: German") && english.text.contains(">Eickel</span> (borough)"),
        "{}",
        english.text
    );
    let wrong = server.get("/?not_district=eikel").await;
    assert!(wrong.status == 400 && wrong.text.contains("/?not_district=eickel\""), "{}", wrong.text);
}

#[tokio::test]
async fn a_place_of_a_question_is_called_by_its_name_and_one_that_may_be_several_is_offered() {
    let (_folder, server) = Server::with_settings("");
    let page = server.get("/?text=Beratung+am+Bahnhof").await;
    for name in ["Wanne-Eickel Hbf", "Herne Bf"] {
        assert!(page.text.contains(&format!("<bdi>{name}</bdi>: ")), "{name}");
    }
    assert!(page.text.contains("lon=7.2195&amp;lat=51.5395&amp;radius=2000"));
    let page = server.get("/tr/?text=Herne+gar%C4%B1").await;
    assert!(page.text.contains("<bdi>Herne garı</bdi>: "), "{}", page.text);
}

#[tokio::test]
async fn those_who_stand_nowhere_on_the_map_are_counted_beside_it() {
    let (_folder, server) = Server::with_settings("");
    let page = server.get("/").await;
    let note = page.text.split("data-off-map>").nth(1).and_then(|rest| rest.split('<').next()).expect("a note");
    let count: usize =
        note.split(' ').next().and_then(|count| count.parse().ok()).unwrap_or_else(|| panic!("{note:?}"));
    let all = server.ask("{ actors(first: 100) { nodes { location { precision } basedIn { slug } } } }").await;
    let nodes = all["actors"]["nodes"].as_array().expect("actors");
    let without_place = nodes.iter().filter(|node| node["location"].is_null());
    let nowhere = without_place.clone().filter(|node| node["basedIn"].is_null()).count();
    // Whose place is hidden has a district that may be public, and stands nowhere all the same.
    assert!((nowhere..=without_place.count()).contains(&count), "{count} {nowhere}");
    let all_placed = server.get("/?lon=7.166&lat=51.5311&radius=2000").await;
    assert!(total(&all_placed) > 0 && all_placed.text.contains("data-off-map></p>"));
}

#[tokio::test]
async fn all_themes_are_offered_with_how_many_have_them() {
    let (_folder, server) = Server::with_settings("");
    let any = server.get("/?theme=education&theme=language").await;
    let all = server.get("/?theme=education&theme=language&theme_match=all").await;
    assert!(0 < total(&all) && total(&all) < total(&any));
    assert!(any.text.contains("/?theme=education&amp;theme=language&amp;theme_match=all\""));
    assert!(
        any.text.contains("name=\"theme_match\"") && !server.get("/?theme=work").await.text.contains("theme_match")
    );
    let asked = server
        .ask("{ both: actors(filter: {and: [{themes: [\"education\"]}, {themes: [\"language\"]}]}) { totalCount } }")
        .await;
    assert_eq!(asked["both"]["totalCount"].as_u64(), Some(total(&all)));
}

#[tokio::test]
async fn partners_members_and_those_in_no_network_are_found_by_slug_and_kind() {
    let (_folder, server) = Server::with_settings("");
    let count = async |filter: &str| {
        let answer = server.ask(&format!("{{ actors(filter: {filter}) {{ totalCount }} }}")).await;
        answer["actors"]["totalCount"].as_u64().expect("a count")
    };
    let all = count("{}").await;
    let (inside, outside) = (count("{inNetwork: true}").await, count("{inNetwork: false}").await);
    assert!(inside > 0 && outside > 0 && inside + outside == all, "{inside} + {outside} of {all}");
    assert_eq!(total(&server.get("/?network=no").await), outside);
    let partners = count("{cooperatesWithSlug: \"morgenrotfaehre\"}").await;
    let funded = count("{cooperatesWithSlug: \"morgenrotfaehre\", cooperationKinds: [FUNDS]}").await;
    assert!(partners > funded, "{partners} {funded}");
    assert_eq!(total(&server.get("/?partner=morgenrotfaehre").await), partners, "the former name leads there");
    let members = count("{memberOfSlug: \"netzwerk-herner-selbstorganisationen-demo\"}").await;
    assert!(members > 0 && members <= inside, "{members}");
    let profile = server.get("/network/netzwerk-herner-selbstorganisationen-demo").await;
    assert!(
        profile.text.contains("href=\"/?member_of=netzwerk-herner-selbstorganisationen-demo\""),
        "the way to all members"
    );
    let refused = server.refusal("{ actors(filter: {memberOfSlug: \"nobody\"}) { totalCount } }").await;
    assert!(refused.to_string().contains("UNKNOWN_ACTOR"), "{refused}");
    let refused = server.get("/export/actors.csv?member_of=nobody").await;
    assert!(
        refused.status == 400 && refused.text.contains("member_of: there is no published entry"),
        "{}",
        refused.text
    );
}

#[tokio::test]
async fn a_polygon_leaves_those_inside_and_tells_no_hidden_place() {
    let (_folder, server) = Server::with_settings("");
    let around = "7.0 51.4,7.4 51.4,7.4 51.7,7.0 51.7";
    let all = server.get(&format!("/export/actors.geojson?{}", encoded(&[("polygon", around)]))).await.json();
    let features = all["features"].as_array().expect("features");
    assert!(
        !features.is_empty() && features.iter().all(|feature| !feature["geometry"].is_null()),
        "only published places"
    );
    let first = &features[0]["geometry"]["coordinates"];
    let (x, y) = (first[0].as_f64().expect("x"), first[1].as_f64().expect("y"));
    let small = format!("{} {y},{x} {},{} {y},{x} {}", x - 1e-4, y - 1e-4, x + 1e-4, y + 1e-4);
    let near = server.get(&format!("/export/actors.geojson?{}", encoded(&[("polygon", &small)]))).await.json();
    let slugs = |found: &serde_json::Value| found["features"].to_string();
    assert!(slugs(&near).contains(features[0]["properties"]["slug"].as_str().expect("a slug")));
    let crossing = server.get("/export/actors.csv?polygon=7+51,8+52,8+51,7+52").await;
    assert!(crossing.status == 400 && crossing.text.contains("INVALID_POLYGON"), "{}", crossing.text);
    let corners = "[{longitude: 170, latitude: 0}, {longitude: -170, latitude: 0}, {longitude: -170, latitude: 9}]";
    let refused = server.refusal(&format!("{{ actors(filter: {{withinPolygon: {corners}}}) {{ totalCount }} }}")).await;
    assert!(refused.to_string().contains("antimeridian"), "{refused}");
}

#[tokio::test]
async fn districts_of_one_name_are_told_apart_wherever_they_are_named() {
    let (_folder, server) = Server::with_settings("");
    let (borough, quarter) = ("Wanne (Stadtbezirk)", "Wanne (Ortsteil)");
    let slug = "wanne";
    for path in
        ["/?district=wanne", "/district/wanne", "/embed/builder", "/cooperation", "/coverage", "/?not_district=wanne"]
    {
        assert!(server.get(path).await.text.contains(borough), "{path}");
    }
    assert!(server.get("/embed/builder").await.text.contains(quarter));
    let link = format!("{}/district/{slug}", server.base());
    let linked = server.get(&format!("/oembed?{}", encoded(&[("url", &link)]))).await.json();
    assert_eq!(linked["title"], borough);
    // Unoptimised, the first question of all spends its time on reading the tables of words.
    server.get("/?text=in+Wanne").await;
    let data = server
        .ask(
            "{ district(slug: \"wanne\") { label tr: label(language: \"tr\") name }
                suggest(text: \"Wanne\") { label }
                interpret(text: \"in Wanne\") { chips { label } } }",
        )
        .await;
    assert_eq!((&data["district"]["label"], &data["district"]["name"]), (&borough.into(), &"Wanne".into()));
    assert_eq!(data["district"]["tr"], "Wanne (ilçe)");
    assert!(data["suggest"].to_string().contains(borough) && data["suggest"].to_string().contains(quarter), "{data}");
    assert_eq!(data["interpret"]["chips"][0]["label"], borough);
}
