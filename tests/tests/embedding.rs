//! The directory on other sites, over HTTP: the script, the frame and who may show it, oEmbed, the drawing.

use tests::Server;

/// The text of a page with its quotation marks.
fn read(answer: &tests::Answer) -> String {
    answer.text.replace("&quot;", "\"")
}

#[tokio::test]
async fn the_script_has_a_name_that_stays_and_leads_to_one_that_may_be_kept_for_good() {
    let (_folder, server) = Server::with_settings("");
    let script = server.get("/widget.js").await;
    assert_eq!((script.status, script.content_type.as_str()), (200, "text/javascript; charset=utf-8"));
    assert_eq!(script.header("cache-control"), "public, max-age=600");
    assert_eq!(script.header("access-control-allow-origin"), "*");
    assert_eq!(script.header("cross-origin-resource-policy"), "cross-origin");
    let known = server.request("GET", "/widget.js").header("if-none-match", script.header("etag"));
    assert_eq!(server.send(known).await.status, 304);
    let path = script.text.split('"').nth(1).and_then(|path| path.strip_prefix('.')).expect("a path");
    let chunk = server.get(path).await;
    assert_eq!(chunk.status, 200, "{path}");
    assert!(chunk.header("cache-control").contains("immutable"));
    assert_eq!(chunk.header("cross-origin-resource-policy"), "cross-origin");
    let words = server.get("/widget/words/uk-map.json").await.json();
    assert_eq!(words["strings"]["map-title"], "Карта");
    assert_eq!(server.get("/widget/words/sw.json").await.status, 404);
}

#[tokio::test]
async fn everybody_may_show_the_frame_until_partners_are_named() {
    let (_folder, server) = Server::with_settings("");
    let open = server.get("/embed?theme=language").await;
    assert_eq!(open.headers.get_all("content-security-policy").iter().count(), 1);
    assert!(open.header("content-security-policy").ends_with("frame-ancestors *"), "{open:?}");
    let page = server.get("/").await;
    assert!(page.header("content-security-policy").ends_with("frame-ancestors 'none'"));

    let partners = "[[partners]]\nname = \"Stadt\"\norigins = [\"https://stadt.example\"]\n\
                    [[partners]]\nname = \"Verein\"\norigins = [\"https://verein.example\"]\n";
    let (_folder, server) = Server::with_settings(partners);
    let named = server.get("/embed").await;
    let policy = named.header("content-security-policy");
    let own = server.base();
    assert!(
        policy.ends_with(&format!("frame-ancestors 'self' {own} https://stadt.example https://verein.example")),
        "{policy}"
    );
}

#[tokio::test]
async fn a_frame_with_the_name_of_a_partner_is_for_its_sites_alone() {
    let (_folder, server) = Server::with_settings(
        "[[partners]]\nname = \"Stadt Herne\"\norigins = [\"https://stadt.example\", \"https://www.stadt.example\"]\n\
         [[partners]]\nname = \"Verein\"\nslug = \"v\"\norigins = [\"https://verein.example\"]\n",
    );
    let own = server.base();
    for (query, origins) in [
        ("partner=stadt-herne&theme=language", "https://stadt.example https://www.stadt.example"),
        ("theme=language&partner=v", "https://verein.example"),
    ] {
        let frame = server.get(&format!("/embed?{query}")).await;
        assert_eq!(frame.status, 200, "{query}");
        let policy = frame.header("content-security-policy");
        assert!(policy.ends_with(&format!("frame-ancestors 'self' {own} {origins}")), "{policy}");
    }
    let unknown = server.get("/embed?partner=amt&lang=en").await;
    assert_eq!((unknown.status, unknown.content_type.as_str()), (400, "text/html; charset=utf-8"));
    let told = read(&unknown);
    assert!(told.contains("partner: \"amt\" is not allowed; allowed are stadt-herne, v"), "{told}");
    assert!(!unknown.text.contains("<bruecke-directory"), "nothing of the directory is shown");
    let builder = read(&server.get("/embed/builder?partner=v&theme=language").await);
    assert!(builder.contains(&format!("&lt;iframe src=\"{own}/embed?theme=language&amp;amp;partner=v\"")), "{builder}");
    let pasted = server.get(&format!("/oembed?url={own}/embed?partner=v")).await.json();
    assert!(pasted["html"].as_str().is_some_and(|html| html.contains("/embed?partner=v\"")), "{pasted}");
    let (_folder, server) = Server::with_settings("");
    let none = server.get("/embed?partner=v").await;
    assert!(none.status == 400 && none.text.contains("names no partners"), "{}", none.text);
}

#[tokio::test]
async fn a_wrong_parameter_of_a_frame_is_left_out_and_told_to_whoever_built_it() {
    let (_folder, server) = Server::with_settings("");
    for (query, told) in [
        ("view=globe", "view: \"globe\" is not allowed; allowed are map, list and both"),
        ("height=12", "200 to 3000"),
        ("accent=red", "#0b4f5c"),
    ] {
        let answer = server.get(&format!("/embed?{query}")).await;
        assert_eq!(answer.status, 200, "{query}");
        let element = answer.text.split_once("<bruecke-directory").expect("the element").1;
        let (attributes, shown) = element.split_once('>').expect("its attributes");
        assert!(
            attributes.contains("data-wrong=") && attributes.replace("&quot;", "\"").contains(told),
            "{attributes}"
        );
        assert!(!shown.contains(told), "visitors read nothing of it: {shown}");
        let builder = server.get(&format!("/embed/builder?{query}")).await;
        assert_eq!(builder.status, 400, "{query}");
    }
    let escaped = server.get("/embed?theme=%22%3E%3Cscript%3E").await;
    assert_eq!(escaped.status, 200);
    assert!(!escaped.text.contains("\"><script>"), "{}", escaped.text);
}

#[tokio::test]
async fn oembed_makes_frames_of_links_and_keeps_to_the_size_that_is_asked() {
    let (_folder, server) = Server::with_settings("");
    let base = server.base();
    let ask = async |rest: &str| server.get(&format!("/oembed?{rest}")).await;
    let profile = ask(&format!("url={base}/tr/organisation/morgenrotfaehre&maxwidth=400&maxheight=300")).await;
    assert_eq!((profile.status, profile.content_type.as_str()), (200, "application/json; charset=utf-8"));
    let told = profile.json();
    assert_eq!((told["type"].as_str(), told["version"].as_str()), (Some("rich"), Some("1.0")));
    assert_eq!((told["width"].as_u64(), told["height"].as_u64()), (Some(400), Some(300)));
    let html = told["html"].as_str().unwrap_or_default();
    assert!(html.contains(&format!("src=\"{base}/embed?entry=morgenrotfaehre&amp;lang=tr\"")), "{html}");
    assert!(html.contains("width=\"400\" height=\"300\""), "{html}");
    for (path, frame) in [
        ("/?theme=language%26district=wanne", "/embed?theme=language&amp;district=wanne\""),
        ("/theme/language", "/embed?theme=language\""),
        ("/district/wanne", "/embed?district=wanne\""),
        ("/embed?view=list", "/embed?view=list\""),
    ] {
        let answer = ask(&format!("url={base}{path}")).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.text);
        assert!(answer.json()["html"].as_str().is_some_and(|html| html.contains(frame)), "{path}: {}", answer.text);
    }
}

#[tokio::test]
async fn oembed_refuses_what_is_not_here_and_formats_it_does_not_speak() {
    let (_folder, server) = Server::with_settings("");
    let base = server.base();
    for (rest, status) in [
        ("url=https://www.example.org/".to_owned(), 404),
        (format!("url={base}/imprint"), 404),
        (format!("url={base}/organisation/nebelhorn-entwurf"), 404),
        (format!("url={base}/&format=xml"), 501),
        (format!("url={base}/&maxwidth=wide"), 400),
        (format!("url={base}/embed?view=globe"), 400),
        ("format=json".to_owned(), 400),
    ] {
        let answer = server.get(&format!("/oembed?{rest}")).await;
        assert_eq!(answer.status, status, "{rest}: {}", answer.text);
        assert!(answer.json()["errors"][0]["message"].is_string(), "{}", answer.text);
    }
}

#[tokio::test]
async fn the_drawing_counts_what_the_filters_leave_and_shows_no_hidden_place() {
    let (_folder, server) = Server::with_settings("");
    let all = server.get("/map.svg").await;
    assert_eq!((all.status, all.content_type.as_str()), (200, "image/svg+xml"));
    assert_eq!(all.text.matches("<path").count(), 13);
    let some = server.get("/tr/map.svg?theme=language&district=wanne").await;
    assert!(some.text.contains("Kayıt sayılarıyla") && some.text != all.text);
    assert!(!all.text.contains("Zufluchtsfeder"));
    assert!(all.text.contains("prefers-color-scheme:dark"));
    // What stands outside of the chosen districts is not among the results.
    let numbers = |picture: &tests::Answer| -> u64 {
        let parts = picture.text.split("font-weight=\"600\">").skip(1);
        parts.filter_map(|part| part.split('<').next()?.parse::<u64>().ok()).sum()
    };
    let based = "district=wanne-mitte&relation=based";
    let found = server
        .ask("{actors(filter: {districts: [\"wanne-mitte\"], districtRelation: BASED_IN}) {totalCount}}")
        .await["actors"]["totalCount"]
        .as_u64();
    assert_eq!(Some(numbers(&server.get(&format!("/map.svg?{based}")).await)), found);
    assert_eq!(server.get("/map.svg?theme=langage").await.status, 400);
    assert_eq!(server.get("/map.svg?lon=700&lat=1").await.status, 400);
}

/// A value that a filter does not have, and words of what is said about it.
const WRONG_VALUES: [(&str, &str, &str); 22] = [
    ("free", "ja", "allowed are yes"),
    ("confidential", "1", "allowed are yes"),
    ("network", "vielleicht", "allowed are yes, no"),
    ("wheelchair", "maybe", "allowed are yes, limited, no"),
    ("day", "Montag", "allowed are monday, tuesday"),
    ("time", "nachts", "allowed are"),
    ("age", "x", "numbers from 0 to 120"),
    ("open", "maybe", "allowed are now"),
    ("type", "person", "allowed are organisation, institution, network"),
    ("theme_match", "some", "allowed are all, any"),
    ("relation", "near", "allowed are based, active, either"),
    ("theme", "qqqqq", "allowed are "),
    ("theme", "langage", "did you mean language"),
    ("district", "qqqqq", "allowed are "),
    ("not_district", "wannne", "did you mean wanne"),
    ("kind", "cultur", "culture"),
    ("language", "klingonisch", "BCP-47"),
    ("language", "klingon", "no known language; allowed are ar, "),
    ("group", "frauen", "women"),
    ("member_of", "gibt-es-nicht", "slugs of entries"),
    ("polygon", "7 51", "polygon"),
    ("radius", "weit", "numbers from 1"),
];

#[tokio::test]
async fn every_wrong_filter_of_an_element_is_told_by_itself() {
    let (_folder, server) = Server::with_settings("");
    let problems = async |query: &str| {
        let answer = server.get(&format!("/widget/attributes?{query}")).await;
        assert_eq!((answer.status, answer.header("access-control-allow-origin")), (200, "*"), "{query}");
        answer.json()["problems"].as_array().expect("problems").clone()
    };
    for (name, value, told) in WRONG_VALUES {
        let told_of = problems(&format!("{name}={value}")).await;
        let [problem] = &told_of[..] else { panic!("{name}={value}: {told_of:?}") };
        let message = problem["message"].as_str().expect("a message");
        assert!(message.starts_with(name) && message.contains(told), "{name}={value}: {message}");
        assert!(problem["names"].as_array().is_some_and(|names| names.contains(&name.into())), "{problem}");
    }
    let all: Vec<String> = WRONG_VALUES.iter().map(|(name, value, _)| format!("{name}={value}")).collect();
    assert_eq!(problems(&all.join("&")).await.len(), WRONG_VALUES.len());
    let list = problems("theme=language,qqqqq,work&district=wanne").await;
    assert_eq!((list.len(), &list[0]["value"]), (1, &"qqqqq".into()), "{list:?}");
    // What makes one condition together goes together.
    let half = problems("lon=7.2").await;
    assert_eq!((half[0]["names"].as_array().map(Vec::len), half.len()), (Some(2), 1), "{half:?}");
    let too_long = problems(&format!("text={}", "x".repeat(400))).await;
    assert_eq!(too_long.len(), 1, "{too_long:?}");
}

#[tokio::test]
async fn the_element_and_its_map_take_the_same_filters() {
    let (_folder, server) = Server::with_settings("");
    let refused = server.get("/tiles.json?nothing=1").await.text;
    let (_, allowed) = refused.split_once("allowed are ").expect("every parameter");
    let (allowed, _) = allowed.split_once('"').expect("the end of the message");
    let names: Vec<&str> = allowed.split(", ").collect();
    assert!(names.len() > 30, "{names:?}");
    let values = [
        "yes",
        "no",
        "now",
        "ja",
        "",
        "monday",
        "wanne",
        "language",
        "de",
        "12",
        "-1",
        "7 51,7.1 51,7 51.1",
        "a,b",
        "morgenrotfaehre",
        "all",
        "based",
        "99999999",
    ];
    for name in names {
        for value in values {
            let query = format!("{name}={}", value.replace(' ', "+"));
            let is_taken = server.get(&format!("/tiles.json?{query}")).await.status == 200;
            let problems = server.get(&format!("/widget/attributes?{query}")).await.json();
            let is_right = problems["problems"].as_array().is_some_and(Vec::is_empty);
            // A tag of which no language is known finds nobody, which authors are told.
            let is_stricter = name.ends_with("language") && value != "de";
            assert!(is_right == is_taken || (is_stricter && !is_right), "{query}: {problems}");
        }
    }
}
