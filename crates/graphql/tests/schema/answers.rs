//! Whole answers to the questions of `design/api.md`.

use insta::assert_snapshot;

use crate::fixture::{answer, json, outcome, pretty, run};

#[test]
fn the_question_of_a_network_partner_is_answered_in_the_order_it_was_asked() {
    assert_snapshot!(pretty(
        r#"{ organisations(filter: {themes: ["language"], districts: ["wanne"]}, first: 20) {
            totalCount
            nodes {
                id slug name themes { slug label } districts { slug name }
                location { longitude latitude }
                cooperations(first: 5) { nodes { kind partner { slug name } } }
            }
        } }"#
    ));
}

#[test]
fn a_profile_has_everything() {
    assert_snapshot!(pretty(
        r#"{ actor(slug: "kulturverein") {
            __typename id slug name label alternativeNames kind kindLabel(language: "en") legalForm legalFormLabel
            de: summary en: summary(language: "en-GB") summaryTexts { language text }
            description(language: "tr") descriptionTexts { language text }
            website email phone socialLinks address { street postcode city extra }
            location { longitude latitude precision } distanceMetres(from: {longitude: 7.16, latitude: 51.55})
            basedIn { slug } activeIn { slug } districts { slug level parent { slug } }
            themes { slug label(language: "en") parent { slug } fieldsOfAction } fieldsOfAction
            languages targetGroups openingHours
            openOnMonday: openAt(at: "2026-01-12T10:00:00+01:00") openOnSunday: openAt(at: "2026-01-11T10:00:00Z")
            byAppointment freeOfCharge confidential wheelchair verifiedOn verifiedBy createdAt updatedAt version
            offers { totalCount nodes { id kind kindLabel title(language: "en") themes { slug } languages
                targetGroups schedule cost registration validFrom validUntil actor { slug } } }
            events { nodes { title startsAt endsAt recurrence nextStart(from: "2026-02-01T00:00:00Z")
                dates(from: "2026-02-01T00:00:00Z", first: 3) { start end } hosts { slug } } }
            projects { title since until funding actors { slug } themes { slug } districts { slug } }
            contactPersons { name role phone email }
        } }"#
    ));
}

#[test]
fn cooperations_are_seen_from_the_actor_they_are_asked_of() {
    assert_snapshot!(pretty(
        r#"{
            organisation(slug: "kulturverein-bruecke") {
                cooperations { totalCount pageInfo { hasNextPage } nodes { ...all } }
                ended: cooperations(status: [ENDED, DORMANT]) { nodes { kind direction partner { slug } } }
                members: cooperations(kinds: [MEMBER_OF], status: ACTIVE) { nodes { direction partner { __typename } } }
            }
            network(slug: "runder-tisch") { cooperations { nodes { kind direction confirmedOn confirmedByPartnerOn } } }
        }
        fragment all on Cooperation {
            kind kindLabel status direction partner { slug } themes { slug } districts { slug } since until basis note
            confirmedOn confirmedByPartnerOn link { id from { slug } to { slug } confirmedByFromOn confirmedByToOn }
        }"#
    ));
}

#[test]
fn facets_count_what_choosing_would_give() {
    assert_snapshot!(pretty(
        r#"{ actors(filter: {themes: ["health"]}) { totalCount facets {
            themes { theme { slug } count } districts { district { slug } count }
            languages { language label count } kinds { kind label(language: "en") count }
        } } }"#
    ));
}

#[test]
fn pages_lead_to_each_other() {
    let first = answer(
        "{ actors(first: 2) { nodes { slug } edges { cursor node { slug } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }",
    );
    let page = &first["data"]["actors"];
    assert_eq!(page["pageInfo"]["hasNextPage"], true);
    assert_eq!(page["edges"][1]["cursor"], page["pageInfo"]["endCursor"]);
    let end = page["pageInfo"]["endCursor"].as_str().expect("cursor");
    let second = answer(&format!(
        "{{ actors(first: 2, after: {end:?}) {{ nodes {{ slug }} pageInfo {{ hasNextPage hasPreviousPage startCursor }} }} }}"
    ));
    let next = &second["data"]["actors"];
    assert_eq!(next["nodes"].as_array().map(Vec::len), Some(2));
    assert_eq!((&next["pageInfo"]["hasNextPage"], &next["pageInfo"]["hasPreviousPage"]), (&false.into(), &true.into()));
    let start = next["pageInfo"]["startCursor"].as_str().expect("cursor");
    let back = answer(&format!("{{ actors(last: 2, before: {start:?}) {{ nodes {{ slug }} }} }}"));
    assert_eq!(back["data"]["actors"]["nodes"], page["nodes"]);
}

#[test]
fn trees_of_themes_and_districts_are_given_from_their_roots() {
    assert_snapshot!(pretty(
        r#"{
            themes { slug labels { language text } actorCount children { slug parent { slug } actorCount } }
            theme(slug: "language.german") { id label version updatedAt }
            districts { slug name names { language text } level boundarySource
                children { slug centre { longitude latitude } actorCount based: actorCount(relation: BASED_IN) } }
            district(slug: "wanne") { boundary }
            districtAt(longitude: 7.15, latitude: 51.55) { slug }
            nowhere: districtAt(longitude: 0, latitude: 0) { slug }
        }"#
    ));
}

#[test]
fn a_text_says_why_it_finds_an_actor() {
    let query = |text: &str| {
        format!(
            "{{ actors(filter: {{ text: \"{text}\" }}) {{ nodes {{ matchReasons(text: \"{text}\") {{ part text }} }} }} }}"
        )
    };
    let answer = pretty(&query("frauenhaus"));
    assert!(answer.contains(r#""part": "NAME""#) && answer.contains("Ärztinnen im Frauenhaus"), "{answer}");
    let without = pretty("{ actors(first: 1) { nodes { matchReasons { part } } } }");
    assert!(without.contains("matchReasons") && !without.contains("part"), "{without}");
}

#[test]
fn suggestions_are_actors_themes_and_districts() {
    assert_snapshot!(pretty(
        r#"{ suggest(text: "wann", first: 5) { __typename id slug label ... on Actor { kind } ... on District { level } } }"#
    ));
}

#[test]
fn coverage_shows_who_works_where_and_the_gaps() {
    assert_snapshot!(pretty(
        r#"{ coverage(filter: {kinds: ["culture", "women"]}) { total counts themes { slug } districts { slug }
            cells { theme { slug } district { slug } count } gaps { theme { slug } district { slug } } } }"#
    ));
}

#[test]
fn a_path_leads_from_one_actor_to_another() {
    let ids = answer(
        r#"{ a: actor(slug: "jobcenter") { id } b: actor(slug: "runder-tisch") { id } c: actor(slug: "frauenhaus") { id } }"#,
    );
    let id = |key: &str| ids["data"][key]["id"].as_str().expect("id").to_owned();
    let found = answer(&format!(
        r#"{{ cooperationPath(from: "{}", to: "{}") {{ length actors {{ slug }} links {{ kind }} steps {{ actor {{ slug }} link {{ kind }} }} }} }}"#,
        id("a"),
        id("b")
    ));
    let path = &found["data"]["cooperationPath"];
    assert_eq!(path["length"], 2);
    assert_eq!(
        path["actors"],
        serde_json::json!([{"slug": "jobcenter"}, {"slug": "kulturverein-bruecke"}, {"slug": "runder-tisch"}])
    );
    assert_eq!(path["steps"][0]["link"], serde_json::Value::Null);
    let none = answer(&format!(r#"{{ cooperationPath(from: "{}", to: "{}") {{ length }} }}"#, id("a"), id("c")));
    assert_eq!(none, serde_json::json!({"data": {"cooperationPath": null}}));
}

#[test]
fn partners_are_suggested_with_reasons() {
    assert_snapshot!(pretty(
        r#"{ actor(slug: "frauenhaus") { suggestedPartners(first: 2) { actor { slug } score reasons en: reasons(language: "en")
            reasonDetails { theme { slug } partner { slug } district { slug } language targetGroup } } } }"#
    ));
}

#[test]
fn every_node_is_found_again_by_its_id() {
    let all = answer(
        r"{ themes { id __typename } districts { id __typename } actors { nodes { id __typename
            offers { nodes { id __typename } } events { nodes { id __typename } } projects { id __typename }
            cooperations { nodes { link { id __typename } } } } } }",
    );
    let mut found = Vec::new();
    collect_ids(&all, &mut found);
    assert!(found.len() >= 14, "{found:?}");
    for (id, type_name) in &found {
        let again = answer(&format!("{{ node(id: {id:?}) {{ __typename id }} }}"));
        assert_eq!(again["data"]["node"], serde_json::json!({"__typename": type_name, "id": id}));
    }
    let ids: Vec<_> = found.iter().map(|(id, _)| id.clone()).collect();
    let again = answer(&format!("{{ nodes(ids: {ids:?}) {{ id }} }}"));
    let nodes: Vec<_> = again["data"]["nodes"]
        .as_array()
        .expect("list")
        .iter()
        .map(|node| node["id"].as_str().expect("id").to_owned())
        .collect();
    assert_eq!(nodes, ids);
}

fn collect_ids(value: &serde_json::Value, found: &mut Vec<(String, String)>) {
    match value {
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect_ids(item, found)),
        serde_json::Value::Object(members) => {
            if let (Some(id), Some(name)) = (members.get("id"), members.get("__typename")) {
                found.push((id.as_str().expect("id").to_owned(), name.as_str().expect("name").to_owned()));
            }
            members.values().for_each(|member| collect_ids(member, found));
        }
        _ => {}
    }
}

#[test]
fn an_id_of_nothing_is_null_and_a_malformed_one_an_error() {
    // The id of a theme with the UUID of an actor.
    let nothing = "VAGQAAAAAHAAgAAAAAAAAAc";
    let unknown = answer(&format!(r#"{{ node(id: "{nothing}") {{ id }} nodes(ids: ["{nothing}"]) {{ id }} }}"#));
    assert_eq!(unknown, serde_json::json!({"data": {"node": null, "nodes": [null]}}));
    let malformed = answer(r#"{ node(id: "kulturverein") { id } }"#);
    assert_eq!(malformed["data"], serde_json::json!({"node": null}));
    assert_eq!(malformed["errors"][0]["extensions"]["code"], "INVALID_ID");
}

#[test]
fn changes_are_a_feed_that_can_be_resumed() {
    let first = answer(
        "{ changes(first: 2) { totalCount nodes { sequence at entity entityId removed node { __typename } } pageInfo { hasNextPage hasPreviousPage endCursor } } }",
    );
    insta::assert_json_snapshot!(first);
    let end = first["data"]["changes"]["pageInfo"]["endCursor"].as_str().expect("cursor");
    let rest = answer(&format!(
        "{{ changes(after: {end:?}, first: 100) {{ nodes {{ sequence }} pageInfo {{ hasNextPage }} }} }}"
    ));
    assert_eq!(rest["data"]["changes"]["nodes"][0]["sequence"], 3);
    assert_eq!(rest["data"]["changes"]["pageInfo"]["hasNextPage"], false);
}

#[test]
fn the_directory_says_what_it_is_and_the_public_is_nobody() {
    assert_snapshot!(pretty(
        "{ directory { title version updatedAt licence timeZone counts { actors organisations institutions networks
            offers events projects cooperations themes districts } } viewer { roles } }"
    ));
}

#[test]
fn offers_and_events_are_asked_with_filters_of_their_own() {
    let club = answer(r#"{ actor(slug: "kulturverein-bruecke") { id } }"#)["data"]["actor"]["id"].clone();
    let found = answer(&format!(
        r#"{{ offers(filter: {{actor: {club}, kinds: ["service"], validOn: "2026-01-01"}}) {{ totalCount nodes {{ title }} }}
             events(filter: {{host: {club}, from: "2026-01-13T00:00:00Z", until: "2026-01-14T00:00:00Z"}}) {{ totalCount }} }}"#
    ));
    assert_eq!(found["data"]["offers"], serde_json::json!({"totalCount": 1, "nodes": [{"title": "Sprachcafé"}]}));
    assert_eq!(found["data"]["events"]["totalCount"], 1);
}

#[test]
fn a_hidden_place_shows_in_no_field() {
    let found = answer(
        r#"{ actor(slug: "frauenhaus") { location { longitude } address { street } basedIn { slug }
            distanceMetres(from: {longitude: 7.25, latitude: 51.55}) } }"#,
    );
    let expected =
        serde_json::json!({"location": null, "address": null, "basedIn": {"slug": "eickel"}, "distanceMetres": null});
    assert_eq!(found["data"]["actor"], expected);
}

#[test]
fn only_what_depends_on_the_time_or_the_asker_is_not_to_be_kept() {
    let cacheable = |query: &str| outcome(query).cacheable;
    assert!(cacheable(
        r#"{ actors { totalCount nodes { openAt(at: "2026-01-12T10:00:00Z") } } __schema { queryType { name } } }"#
    ));
    for volatile in [
        "{ actors { nodes { openAt } } }",
        "{ events { nodes { nextStart } } }",
        "{ viewer { roles } }",
        r#"{ directoryAt(time: "2025-01-01T00:00:00Z") { time } }"#,
        "{ actors(first: 1) { nodes { history { totalCount } } } }",
        "{ nonsense }",
    ] {
        assert!(!cacheable(volatile), "{volatile}");
    }
}

#[test]
fn a_filter_may_be_a_variable() {
    let engine = graphql::Engine::new(graphql::Limits::default(), std::sync::Arc::new(crate::fixture::Memory));
    let query = "query Q($filter: ActorFilter, $first: Int = 1) { actors(filter: $filter, first: $first, orderBy: NAME) { totalCount nodes { slug } } }";
    let all = json(&run(&engine, query, serde_json::json!({})));
    assert_eq!(all["data"]["actors"]["totalCount"], 4);
    assert_eq!(all["data"]["actors"]["nodes"].as_array().map(Vec::len), Some(1));
    let filter = serde_json::json!({"filter": {"or": [{"kinds": ["women"]}, {"not": {"kinds": ["women", "culture"]}}], "languages": []}, "first": 3});
    let some = json(&run(&engine, query, filter));
    assert_eq!(some["data"]["actors"]["totalCount"], 3);
}

#[test]
fn a_question_in_words_becomes_a_filter_that_can_be_sent_back() {
    assert_snapshot!(pretty(
        r#"{ interpret(text: "Women's group in Turkish on Fridays, free, Xylophon", language: "en") {
            filter { themes districts kinds languages targetGroups fieldsOfAction types freeOfCharge byAppointment
                confidential wheelchair weekdays daytimes near { longitude latitude radiusMetres } openAt }
            words chips { text field value label applied } } }"#
    ));
}

#[test]
fn chips_are_called_what_readers_call_them_in_every_language() {
    let questions = [
        ("de", "türkisch kostenlos ohne Termin am Samstag jetzt offen rollstuhlgerecht abends für Frauen nicht Eickel"),
        ("en", "turkish free without appointment on Saturday open now wheelchair evening for women"),
        ("tr", "türkçe ücretsiz randevusuz cumartesi"),
        ("ar", "مجاني بدون موعد السبت"),
        ("uk", "безкоштовно без запису у суботу"),
        ("ro", "gratuit fără programare sâmbătă"),
        ("pl", "bezpłatnie bez umawiania w sobotę"),
    ];
    for (language, question) in questions {
        let query = format!(
            r#"{{ interpret(text: "{question}", language: "{language}") {{ chips {{ field condition value label }} }} }}"#
        );
        let answer = json(&outcome(&query));
        let chips = answer["data"]["interpret"]["chips"].as_array().expect("chips");
        assert!(chips.len() >= 3, "{language}: {answer}");
        for chip in chips.iter().filter(|chip| chip["field"] != "text") {
            assert_ne!(chip["label"], chip["value"], "{language}: {chip}");
        }
        let labels: Vec<&str> = chips.iter().filter_map(|chip| chip["label"].as_str()).collect();
        let saturday = chips.iter().find(|chip| chip["value"] == "saturday").expect("a day");
        let expected = match language {
            "de" => "Samstag",
            "en" => "Saturday",
            "tr" => "Cumartesi",
            "ar" => "السبت",
            "uk" => "субота",
            "ro" => "sâmbătă",
            _ => "sobota",
        };
        assert_eq!(saturday["label"], expected, "{labels:?}");
    }
}

#[test]
fn a_question_with_an_unknown_word_tells_what_may_have_been_meant() {
    let correction = |text: &str| {
        let query = format!(r#"{{ interpret(text: "{text}") {{ correction }} }}"#);
        json(&outcome(&query))["data"]["interpret"]["correction"].clone()
    };
    assert_eq!(correction("Schuldnerberatnug"), "Schuldnerberatung");
    assert_eq!(correction("Frauen"), serde_json::Value::Null);
}

#[test]
fn offers_and_events_are_asked_of_those_who_give_them() {
    let total = |root: &str, filter: &str| {
        let answer = json(&outcome(&format!("{{ {root}(filter: {{ {filter} }}) {{ totalCount }} }}")));
        answer["data"][root]["totalCount"].as_u64().unwrap_or_else(|| panic!("{root} {filter}: {answer}"))
    };
    for root in ["offers", "events"] {
        let all = total(root, "");
        assert!(all > 0, "{root}");
        for half in ["freeOfCharge: true", "fieldsOfAction: [\"opening\"]", "types: [ORGANISATION]"] {
            let with = total(root, &format!("actors: {{ {half} }}"));
            let without = total(root, &format!("actors: {{ not: {{ {half} }} }}"));
            // An event may have several hosts.
            assert!(with.max(without) <= all && with + without >= all, "{root} {half}");
            assert!(root == "events" || with + without == all, "{root} {half}");
        }
        let days = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
        assert!(total(root, &format!("weekdays: [{}]", days.join(", "))) <= all);
        let german = total(root, "languages: [\"de\"]");
        assert_eq!(german + total(root, "not: { languages: [\"de\"] }"), all, "{root}");
        let answer = json(&outcome(&format!(
            r#"{{ {root}(filter: {{ actors: {{ themes: ["nothing"] }} }}) {{ totalCount }} }}"#
        )));
        let message = answer["errors"][0]["message"].as_str().expect("a refusal");
        assert!(message.contains("filter.actors.themes[0]"), "{message}");
    }
}

#[test]
fn a_question_without_result_tells_what_it_asked_for() {
    let unmet = |query: &str| {
        let outcome = outcome(query);
        assert!(!outcome.has_errors, "{query}");
        outcome.unmet.len()
    };
    let nobody = r#"filter: {themes: ["health"], languages: ["ti", "so"]}"#;
    for root in ["actors", "organisations", "institutions", "networks"] {
        assert_eq!(unmet(&format!("{{ {root}({nobody}) {{ totalCount }} }}")), 2, "{root}");
    }
    let past = format!(r#"{{ directoryAt(time: "2025-01-01T00:00:00Z") {{ actors({nobody}) {{ totalCount }} }} }}"#);
    for asks_nothing in [
        past.as_str(),
        r#"{ actors(filter: {themes: ["health"]}) { totalCount } }"#,
        r#"{ actors(filter: {text: "xylofonquark"}) { totalCount } }"#,
        r#"{ offers(filter: {languages: ["ti"]}) { totalCount } }"#,
    ] {
        assert_eq!(unmet(asks_nothing), 0, "{asks_nothing}");
    }
    let many = (0..7).map(|at| format!("a{at}: actors({nobody}) {{ totalCount }}"));
    assert_eq!(unmet(&format!("{{ {} }}", many.collect::<Vec<_>>().join(" "))), 0, "who asks so much is a program");
}
