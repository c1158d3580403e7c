//! Files as they should not be, and the schema that says how they should.

use std::ops::ControlFlow;

use super::records::{load, small_directory};
use crate::interchange::{
    reader::{Entry, ReadError, read, read_all},
    schema::schema,
    to_entries::Scope,
    writer::write,
};

fn refusal(text: &[u8]) -> String {
    read(text, |_| ControlFlow::Continue(())).expect_err("refused").to_string()
}

#[test]
fn a_file_that_is_no_directory_is_refused_with_the_place_and_what_is_allowed() {
    let cases: &[&[u8]] = &[
        b"",
        b"[]",
        b"{\"format\": \"other\", \"version\": 1}",
        b"{\"format\": \"bruecke-directory\", \"version\": 2}",
        b"{\"format\": \"bruecke-directory\"}",
        b"{\"version\": 1}",
        b"{\"format\": \"bruecke-directory\",\n \"version\": 1, \"people\": []}",
        b"{\"format\": \"bruecke-directory\", \"version\": 1,\n\"links\": [], \"links\": []}",
        b"{\"format\": \"bruecke-directory\", \"version\": 1, \"actors\": {}}",
        b"{\"format\": \"bruecke-directory\", \"version\": 1,\n\"actors\": [{\"name\": \"A\"",
        b"{\"format\": \"bruecke-directory\", \"version\": 1,\n\"actors\": [{\"name\": 'A'}]}",
        b"{\"format\": \"bruecke-directory\", \"version\": 1} trailing",
        b"{\"format\": \"bruecke-directory\", \"version\": 1,\n\"actors\": [{\"name\": \"\xE4\"}]}",
    ];
    let told: Vec<String> = cases.iter().map(|case| refusal(case)).collect();
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn sections_may_come_in_any_order_and_after_a_byte_order_mark() {
    let text = "\u{FEFF}{\"$schema\": \"x\", \"actors\": [{\"type\": \"network\", \"kind\": \"alliance\", \"name\": \"A\"}], \
                \"version\": 1, \"format\": \"bruecke-directory\"}";
    let (directory, problems) = read_all(text.as_bytes()).expect("file");
    assert!(problems.is_empty());
    assert_eq!(directory.actors[0].name, "A");
}

#[test]
fn one_run_shows_everything_that_is_wrong() {
    let text = r#"{"format": "bruecke-directory", "version": 1,
"themes": [{"id": "00000000-0000-0000-0000-00000000000a", "slug": "sprache", "label": {"de": "S"}, "fieldsOfAction": []}],
"actors": [
  {"id": "00000000-0000-0000-0000-000000000001", "slug": "a", "type": "organisation", "kind": "job-centre", "name": " ",
   "themes": ["sprachen", "sprache", "sprache"], "basedIn": "nirgends", "verifiedOn": "2026-01-01",
   "location": {"longitude": 700, "latitude": 51}, "summary": {"tr": "yok"},
   "offers": [{"title": {}, "validFrom": "2026-02-01", "validUntil": "2026-01-01"}],
   "events": [{"title": {"de": "F"}, "startsAt": "2027-01-01T10:00", "coHosts": ["b", "a"]}],
   "contactPersons": [{"name": {"value": "E", "visibility": "public"}}]},
  {"slug": "b", "type": "organisation", "kind": "women", "name": "B", "languages": ["kein tag"]},
  7
],
"links": [{"id": "00000000-0000-0000-0000-000000000002", "from": "a", "to": "a", "kind": "member_of", "status": "active"},
          {"id": "00000000-0000-0000-0000-000000000003", "from": "a", "to": "aa", "kind": "knows"}]
}"#;
    let (_, mut problems) = load(text.as_bytes());
    problems.sort();
    insta::assert_snapshot!(problems.to_string());
}

#[test]
fn the_taker_can_stop_the_reading() {
    let bytes = write(Vec::new(), small_directory(), Scope::Everything).expect("file");
    let mut taken = 0;
    let reading = read(bytes.as_slice(), |_| {
        taken += 1;
        if taken == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    let reading = reading.expect("stopped");
    assert!(reading.stopped && reading.entries == 2 && taken == 2);
}

#[test]
fn a_failing_source_is_told_as_such() {
    struct Broken;
    impl std::io::Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("the cable"))
        }
    }
    let error = read(Broken, |_| ControlFlow::Continue(())).expect_err("broken");
    assert!(matches!(error, ReadError::Io(_)), "{error}");
}

#[test]
fn a_refused_entry_still_tells_its_slug() {
    let text = r#"{"format": "bruecke-directory", "version": 1, "actors": [{"name": "Café Öz"}, {"slug": "b"}, {}]}"#;
    let mut slugs = Vec::new();
    read(text.as_bytes(), |located| {
        if let Entry::Invalid(refused) = located.entry {
            slugs.push(refused.slug.map(|slug| slug.to_string()));
        }
        ControlFlow::Continue(())
    })
    .expect("file");
    assert_eq!(slugs, [Some("cafe-oez".to_owned()), Some("b".to_owned()), None]);
}

#[test]
fn the_schema_takes_what_is_written_and_refuses_what_is_broken() {
    let validator = jsonschema::draft202012::new(&schema()).expect("a schema of draft 2020-12");
    for scope in [Scope::Public, Scope::Everything] {
        let bytes = write(Vec::new(), small_directory(), scope).expect("file");
        let file: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
        let errors: Vec<String> = validator.iter_errors(&file).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
    let holds_after = |change: &dyn Fn(&mut serde_json::Value)| {
        let bytes = write(Vec::new(), small_directory(), Scope::Everything).expect("file");
        let mut file: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
        change(&mut file);
        validator.is_valid(&file)
    };
    assert!(holds_after(&|_| ()), "unchanged");
    assert!(!holds_after(&|file| file["version"] = 2.into()));
    assert!(!holds_after(&|file| file["people"] = serde_json::json!([])));
    assert!(
        !holds_after(&|file| file["actors"][0]["kind"] = "women".into()),
        "a network is never a women's organisation"
    );
    assert!(!holds_after(&|file| file["actors"][0]["colour"] = "red".into()));
    assert!(!holds_after(&|file| file["actors"][0]["languages"] = serde_json::json!(["kein tag"])));
    assert!(!holds_after(&|file| file["links"][0]["kind"] = "knows".into()));
    assert!(!holds_after(&|file| file["districts"][0]["boundary"]["type"] = "Point".into()));
}

#[test]
fn the_schema_describes_every_field() {
    let schema = schema();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let definitions = schema["$defs"].as_object().expect("definitions");
    for (name, definition) in definitions.iter().chain([(&"the file".to_owned(), &schema)]) {
        for (field, property) in definition["properties"].as_object().into_iter().flatten() {
            let described = property.get("description").is_some() || property.get("$ref").is_some();
            assert!(described, "{name}.{field} has no description");
        }
    }
    insta::assert_json_snapshot!(schema);
}
