//! Everything that is wrong with one entry, not just the first thing.
//!
//! A deserialiser stops at the first wrong value. So a refused entry is read again as plain JSON by [`ValueReader`], which
//! says what is wrong as data and where; the wrong value is noted and taken out, a missing one gets the placeholder of its
//! field, and the rest is read until nothing is left to note. The rest is handed back, for the rules to look at.

use std::{collections::HashSet, fmt};

use domain::{rules, text::excerpt};
use messages::Message;
use serde::{
    Deserializer,
    de::{DeserializeOwned, DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Value, json};

use super::{
    entry_error::{EntryErrorReason, shorten_reason},
    removed::{PathStep, RemovedParts, at, at_mut, format_path},
    value_reader::ValueReader,
};
use crate::problem::{Place, Problem};

/// How many problems one entry may have before the rest of it is left unread.
const MOST_IN_ONE_ENTRY: usize = 30;

/// An entry that is refused.
#[derive(Debug)]
pub(crate) struct EntryRefusal<T> {
    /// Everything that is wrong with its values, never empty.
    pub(crate) problems: Vec<Problem>,
    /// What is left of it, where enough is.
    pub(crate) rest: Option<(T, RemovedParts)>,
}

/// Reads an entry.
///
/// # Errors
/// Everything that is wrong with it.
pub(crate) fn read_entry<T: DeserializeOwned>(text: &str, place: &Place) -> Result<T, EntryRefusal<T>> {
    let error = match serde_json::from_str(text) {
        Ok(entry) => return Ok(entry),
        Err(error) => error,
    };
    let mut refusal = match serde_json::from_str(text) {
        Ok(value) => collect_problems::<T>(value, place),
        Err(_) => EntryRefusal { problems: Vec::new(), rest: None },
    };
    if refusal.problems.is_empty() {
        // What plain JSON does not show.
        let repeated = RepeatedField::find(text);
        let (path, message) = match repeated {
            Some(RepeatedField { path, name }) => {
                (format_path(&path, None), Message::new("json-duplicate-field").with("field", excerpt(&name)))
            }
            None => (String::new(), Message::new("json-unreadable").with("reason", shorten_reason(&error.to_string()))),
        };
        refusal.problems.push(place.problem(&path, rules::Problem::Format(message)));
    }
    Err(refusal)
}

/// Reads an entry that is plain JSON already.
///
/// # Errors
/// Everything that is wrong with it.
pub(crate) fn read_value<T: DeserializeOwned>(value: Value, place: &Place) -> Result<T, EntryRefusal<T>> {
    match T::deserialize(ValueReader(&value)) {
        Ok(entry) => Ok(entry),
        Err(_) => Err(collect_problems::<T>(value, place)),
    }
}

fn collect_problems<T: DeserializeOwned>(mut value: Value, place: &Place) -> EntryRefusal<T> {
    let mut problems = Vec::new();
    let mut removed = RemovedParts::default();
    while problems.len() < MOST_IN_ONE_ENTRY {
        let (path, reason) = match T::deserialize(ValueReader(&value)) {
            Ok(rest) => return EntryRefusal { problems, rest: Some((rest, removed)) },
            Err(error) => error.into_parts(),
        };
        let original = removed.original(&path);
        if let EntryErrorReason::Missing { structure, field } = reason {
            // A field that was taken out because it was wrong is told already.
            if !removed.holds(&original, field) {
                problems.push(place.problem(&format_path(&original, Some(field)), rules::Problem::Required));
            }
            if let (Some(Value::Object(fields)), Some(placeholder)) =
                (at_mut(&mut value, &path), placeholder(structure, &path, field))
            {
                // A structure that misses what it has would be read for ever.
                if fields.insert(field.to_owned(), placeholder).is_some() {
                    break;
                }
                removed.note(original, PathStep::Field(field.to_owned()));
                continue;
            }
        } else {
            let message = append_given(reason.message(), at(&value, &path));
            problems.push(place.problem(&format_path(&original, None), rules::Problem::Format(message)));
        }
        if !removed.take_out(&mut value, &path, original) {
            break;
        }
    }
    EntryRefusal { problems, rest: None }
}

/// What stands for a required field of a structure while the rest of the entry is read; never shown and never kept. `path`
/// leads to the structure. A field that has none keeps the rest of its entry from being read; a test finds it.
fn placeholder(structure: &str, path: &[PathStep], field: &str) -> Option<Value> {
    let holder = path.iter().rev().find_map(|step| match step {
        PathStep::Field(name) => Some(name.as_str()),
        PathStep::Index(_) => None,
    });
    Some(match (structure, field) {
        ("ActorEntry", "type") => json!("organisation"),
        ("DistrictEntry", "level") => json!("city"),
        ("DistrictEntry" | "ProjectEntry" | "OfferEntry" | "EventEntry", "name" | "title")
        | ("ThemeEntry", "label") => json!({ "de": "x" }),
        ("ThemeEntry", "fieldsOfAction") => json!(["opening"]),
        ("ProjectEntry", "actors") => json!(["x"]),
        ("LinkEntry", "kind") => json!("supports"),
        ("EventEntry", "startsAt") => json!("2000-01-01T00:00"),
        ("PersonField", "value") if holder == Some("email") => json!("x@example.org"),
        ("PersonField", "value") if holder == Some("phone") => json!("0123456789"),
        ("Consent", "textLanguage") => json!("de"),
        ("Consent", "givenOn") => json!("2000-01-01"),
        ("Consent", "givenBy") => json!("written"),
        ("Consent", "recordedBy") => json!("editor"),
        (_, "longitude" | "latitude") => json!(0),
        ("DistrictFeature", "type") => json!("Feature"),
        ("DistrictFeature", "properties") => json!({ "slug": "x" }),
        ("DistrictFeature", "geometry") => {
            json!({ "type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]] })
        }
        ("ActorEntry", "kind" | "name")
        | ("DistrictEntry" | "ThemeEntry" | "Properties", "slug")
        | ("LinkEntry", "from" | "to")
        | ("Consent", "purpose" | "textVersion")
        | ("PersonField", "value") => json!("x"),
        _ => return None,
    })
}

/// The message with what was given, where it does not show it.
fn append_given(message: Message, given: Option<&Value>) -> Message {
    let given = match given {
        Some(Value::String(text)) => excerpt(text),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Bool(flag)) => flag.to_string(),
        _ => return message,
    };
    if message.text("en").contains(&given) {
        return message;
    }
    Message::new("value-given").with("problem", message).quote("given", &given)
}

/// A field that stands twice in one object, which plain JSON does not keep.
struct RepeatedField {
    /// The object.
    path: Vec<PathStep>,
    name: String,
}

impl RepeatedField {
    fn find(text: &str) -> Option<Self> {
        let mut search = RepeatedFieldSearch { path: Vec::new(), found: None };
        // Whatever else is wrong ends the search.
        let _ = search.deserialize(&mut serde_json::Deserializer::from_str(text));
        search.found
    }
}

struct RepeatedFieldSearch {
    path: Vec<PathStep>,
    found: Option<RepeatedField>,
}

impl<'de> DeserializeSeed<'de> for &mut RepeatedFieldSearch {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for &mut RepeatedFieldSearch {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        for index in 0.. {
            self.path.push(PathStep::Index(index));
            let next = list.next_element_seed(&mut *self)?;
            self.path.pop();
            if next.is_none() {
                break;
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<(), A::Error> {
        let mut names = HashSet::new();
        while let Some(name) = fields.next_key::<String>()? {
            if self.found.is_none() && names.contains(&name) {
                self.found = Some(RepeatedField { path: self.path.clone(), name });
                fields.next_value::<IgnoredAny>()?;
                continue;
            }
            names.insert(name.clone());
            self.path.push(PathStep::Field(name));
            fields.next_value_seed(&mut *self)?;
            self.path.pop();
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ActorEntry, DistrictEntry, EventEntry, LinkEntry, OfferEntry, ProjectEntry, ThemeEntry};
    use super::*;

    fn problems_of(text: &str) -> Vec<String> {
        let place = Place::entry("actors", 3, Some(12));
        read_entry::<ActorEntry>(text, &place).expect_err("refused").problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn every_wrong_value_is_told_with_its_path_what_was_given_and_what_is_allowed() {
        let problems = problems_of(
            r#"{"type": "organisation", "name": 7, "slug": "Ä", "themes": ["health", "Bad One", "x", "Y"],
                "languages": ["tr", "gibber ish"], "wheelchair": "maybe", "email": "nobody", "colour": "red",
                "verifiedOn": "gestern", "openingHours": "Montag",
                "location": {"longitude": "7", "latitude": 51.5},
                "offers": [{"kind": "room"}, {"title": "Beratung"}, {"title": {"de": "A"}, "kind": "gift"}]}"#,
        );
        insta::assert_snapshot!(problems.join("\n"));
    }

    #[test]
    fn every_missing_field_is_told_and_the_rest_is_still_read() {
        let place = Place::entry("actors", 0, None);
        let refused = read_entry::<ActorEntry>(
            r#"{"offers": [{"kind": "room"}, {}], "events": [{}], "contactPersons": [{"email": {"visibility": "public",
                "consent": {}}}]}"#,
            &place,
        );
        let refused = refused.expect_err("refused");
        let paths: Vec<&str> = refused.problems.iter().map(|problem| problem.path.as_str()).collect();
        assert_eq!(
            paths,
            [
                "actors[0].contactPersons[0].email.consent.purpose",
                "actors[0].contactPersons[0].email.consent.textVersion",
                "actors[0].contactPersons[0].email.consent.textLanguage",
                "actors[0].contactPersons[0].email.consent.givenOn",
                "actors[0].contactPersons[0].email.consent.givenBy",
                "actors[0].contactPersons[0].email.consent.recordedBy",
                "actors[0].contactPersons[0].email.value",
                "actors[0].events[0].title",
                "actors[0].events[0].startsAt",
                "actors[0].offers[0].title",
                "actors[0].offers[1].title",
                "actors[0].type",
                "actors[0].kind",
                "actors[0].name",
            ]
        );
        assert!(refused.rest.is_some());
    }

    /// Reads what is left of an object in which every required field is missing.
    fn left_of<T: DeserializeOwned>(text: &str) -> bool {
        read_entry::<T>(text, &Place::entry("entries", 0, None)).is_err_and(|refused| refused.rest.is_some())
    }

    #[test]
    fn every_required_field_has_a_placeholder() {
        assert!(left_of::<DistrictEntry>(r#"{"centre": {}}"#));
        assert!(left_of::<ThemeEntry>("{}") && left_of::<ProjectEntry>("{}") && left_of::<LinkEntry>("{}"));
        assert!(left_of::<OfferEntry>("{}") && left_of::<EventEntry>("{}"));
        let consent = r#"{"consent": {}}"#;
        for person in ["name", "role", "phone", "email"].map(|field| format!(r#"[{{"{field}": {consent}}}]"#)) {
            assert!(left_of::<ActorEntry>(&format!(r#"{{"contactPersons": {person}}}"#)), "{person}");
        }
        assert!(left_of::<ActorEntry>(r#"{"location": {}, "offers": [{}], "events": [{}]}"#));
    }

    #[test]
    fn what_is_wrong_is_said_in_every_language() {
        let text = r#"{"type": "organisation", "kind": "women", "name": 7, "wheelchair": "maybe", "email": "nobody"}"#;
        let refused = read_entry::<ActorEntry>(text, &Place::entry("actors", 0, None)).expect_err("refused");
        let german: Vec<String> = refused.problems.iter().map(|problem| problem.message().text("de")).collect();
        assert_eq!(
            german,
            [
                "\"nobody\" ist keine E-Mail-Adresse: erlaubt ist die Form name@example.org",
                "falsche Art von Wert: ganze Zahl `7`, erlaubt ist ein Text",
                "unbekanntes Wort `maybe`, erlaubt sind `yes`, `limited`, `no`, `unknown`",
            ]
        );
        for reader in messages::LANGUAGES {
            let said: HashSet<String> = refused.problems.iter().map(|problem| problem.message().text(reader)).collect();
            let same = refused.problems.iter().filter(|problem| said.contains(&problem.message().text("en"))).count();
            assert_eq!((said.len(), same), (3, if reader == "en" { 3 } else { 0 }), "{reader}: {said:?}");
        }
    }

    #[test]
    fn a_field_that_stands_twice_is_refused() {
        let problems = problems_of(
            r#"{"type": "organisation", "kind": "women", "name": "A", "offers": [{"title": {"de": "B"},
            "status": "draft", "status": "draft"}]}"#,
        );
        assert_eq!(problems, ["line 12, actors[3].offers[0]: duplicate field `status`"]);
        let problems = problems_of(r#"{"type": "organisation", "kind": "women", "name": "A", "name": "B"}"#);
        assert_eq!(problems, ["line 12, actors[3]: duplicate field `name`"]);
    }

    #[test]
    fn an_entry_that_is_no_object_is_refused() {
        assert_eq!(problems_of("7").len(), 1);
        assert_eq!(problems_of("null").len(), 1);
    }
}
