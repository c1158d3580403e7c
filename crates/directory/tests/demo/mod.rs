//! The demo directory as a snapshot, read from its own files without a database.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use directory::{Settings, Snapshot};
use domain::{
    Actor, ActorId, ActorKind, ActorType, District, DistrictId, DistrictLevel, Event, Gazetteer, LifeStatus,
    LocalisedText, Offer, Record, Slug, Theme, ThemeId,
    publication::{PublicationChange, Publish},
    record::{Entity, EntityRef},
};
use serde_json::{Map, Value};
use uuid::Uuid;

const ENTRIES: &str = include_str!("../../../server/demo/herne-demo.json");
const THEMES: &str = include_str!("../../../server/demo/themes.csv");
const DISTRICTS: &str = include_str!("../../../server/demo/districts.csv");
/// The cosine of 51.54°, the latitude of Herne: how much shorter a degree of longitude is.
const LONGITUDE_SCALE: f64 = 0.621_966;

/// When the questions are asked: a Monday morning.
pub(crate) fn now() -> DateTime<Utc> {
    "2026-11-23T09:00:00Z".parse().expect("a time")
}

/// The demo directory.
pub(crate) fn snapshot() -> Snapshot {
    snapshot_with(&[])
}

/// The demo directory, in which themes, districts and actors have other words too, by slug.
pub(crate) fn snapshot_with(other_words: &'static [(&str, &[&str])]) -> Snapshot {
    let mut demo = DemoReader { other_words, ..DemoReader::default() };
    demo.read_districts();
    demo.read_themes();
    demo.read_actors();
    Snapshot::build(Settings::default(), demo.changes).expect("a snapshot")
}

#[derive(Default)]
struct DemoReader {
    other_words: &'static [(&'static str, &'static [&'static str])],
    changes: Vec<PublicationChange>,
    districts: HashMap<String, DistrictId>,
    /// Slug, longitude and latitude of each quarter's centre.
    centres: Vec<(String, f64, f64)>,
    themes: HashMap<String, ThemeId>,
}

impl DemoReader {
    fn id(&self) -> Uuid {
        Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + self.changes.len() as u128)
    }

    fn other_words_of(&self, slug: &str) -> Vec<String> {
        let words = self.other_words.iter().filter(|(of, _)| *of == slug).flat_map(|(_, words)| *words);
        words.map(|word| (*word).to_owned()).collect()
    }

    fn write<E: Entity>(&mut self, id: E::Id, data: E)
    where
        Record<E>: Publish,
    {
        let sequence = self.changes.len() as u64 + 1;
        let entity = EntityRef::of::<E>(id);
        let fact = Record::new(id, now(), data).publish(&Gazetteer::new([]));
        self.changes.push(PublicationChange { sequence, at: now(), entity, fact });
    }

    fn read_districts(&mut self) {
        for row in rows(DISTRICTS) {
            let id = DistrictId::from(self.id());
            let cell = |name: &str| row.get(name).cloned().unwrap_or_default();
            let level = match cell("level").as_str() {
                "city" => DistrictLevel::City,
                "borough" => DistrictLevel::Borough,
                _ => DistrictLevel::Quarter,
            };
            if level == DistrictLevel::Quarter {
                let degree = |name: &str| cell(name).parse().expect("degrees");
                self.centres.push((cell("slug"), degree("lon"), degree("lat")));
            }
            let parent = self.districts.get(&cell("parent")).copied();
            self.districts.insert(cell("slug"), id);
            let district = District {
                slug: slug(&cell("slug")),
                former_slugs: Vec::new(),
                name: LocalisedText::german(cell("name_de")),
                level,
                parent,
                position: 0,
                centre: None,
                replaced_by: None,
                boundary: None,
                alternative_names: self.other_words_of(&cell("slug")),
                boundary_source: None,
            };
            self.write(id, district);
        }
    }

    fn read_themes(&mut self) {
        for row in rows(THEMES) {
            let id = ThemeId::from(self.id());
            let mut label = LocalisedText::default();
            for (head, cell) in &row {
                if let (false, Ok(language)) = (["slug", "parent"].contains(&head.as_str()), head.parse())
                    && !cell.is_empty()
                    && head.len() < 4
                {
                    label = label.with(language, cell.clone());
                }
            }
            self.themes.insert(row["slug"].clone(), id);
            let theme = Theme {
                slug: slug(&row["slug"]),
                former_slugs: Vec::new(),
                parent: self.themes.get(&row["parent"]).copied(),
                label,
                position: 0,
                alternative_labels: self.other_words_of(&row["slug"]),
                fields_of_action: row["fields_of_action"].split(';').map(|it| it.parse().expect("a field")).collect(),
                replaced_by: None,
            };
            self.write(id, theme);
        }
    }

    fn read_actors(&mut self) {
        let entries: Value = serde_json::from_str(ENTRIES).expect("JSON");
        let mut hosts = HashMap::new();
        let actors = entries["actors"].as_array().expect("actors");
        for entry in actors {
            let id = ActorId::from(self.id());
            hosts.insert(entry["slug"].as_str().expect("a slug").to_owned(), id);
            let actor = self.actor(entry);
            self.write(id, actor);
        }
        for entry in actors {
            let actor = hosts[entry["slug"].as_str().expect("a slug")];
            for offer in entry["offers"].as_array().into_iter().flatten() {
                let mut data = snake_case(offer);
                data.insert("actor".to_owned(), serde_json::to_value(actor).expect("an id"));
                data.entry("kind").or_insert("service".into());
                self.themes_by_id(&mut data);
                let id = self.id().into();
                self.write(id, serde_json::from_value::<Offer>(data.into()).expect("an offer"));
            }
            for event in entry["events"].as_array().into_iter().flatten() {
                let mut data = snake_case(event);
                let co_hosts = event["coHosts"].as_array().into_iter().flatten().filter_map(Value::as_str);
                let all: Vec<ActorId> = std::iter::once(actor).chain(co_hosts.map(|slug| hosts[slug])).collect();
                data.insert("hosts".to_owned(), serde_json::to_value(all).expect("ids"));
                self.themes_by_id(&mut data);
                for name in ["starts_at", "ends_at"] {
                    if let Some(at) = data.get(name).and_then(Value::as_str) {
                        let at: NaiveDateTime =
                            at.trim_end_matches('Z').get(..16).expect("a time").to_owned().parse_time();
                        data.insert(name.to_owned(), serde_json::to_value(at).expect("a time"));
                    }
                }
                let id = self.id().into();
                self.write(id, serde_json::from_value::<Event>(data.into()).expect("an event"));
            }
        }
    }

    fn actor(&self, entry: &Value) -> Actor {
        let text = |name: &str| entry[name].as_str().unwrap_or_default();
        let actor_type = ActorType::ALL.iter().find(|it| it.slug() == text("type")).expect("a type");
        let kind = ActorKind::from_words(*actor_type, text("kind")).expect("a kind");
        let mut actor = Actor::new(slug(text("slug")), kind, text("name"));
        if text("status") == "archived" {
            actor.status = LifeStatus::Archived;
        }
        if text("status") == "draft" {
            actor.status = LifeStatus::Draft;
        }
        take(entry, "alternativeNames", &mut actor.alternative_names);
        actor.alternative_names.extend(self.other_words_of(text("slug")));
        take(entry, "summary", &mut actor.summary);
        take(entry, "description", &mut actor.description);
        take(entry, "languages", &mut actor.languages);
        take(entry, "targetGroups", &mut actor.target_groups);
        take(entry, "openingHours", &mut actor.opening_hours);
        take(entry, "byAppointment", &mut actor.by_appointment);
        take(entry, "freeOfCharge", &mut actor.free_of_charge);
        take(entry, "confidential", &mut actor.confidential);
        take(entry, "wheelchair", &mut actor.wheelchair);
        take(entry, "address", &mut actor.address);
        take(entry, "location", &mut actor.location);
        let slugs = |name: &str| -> Vec<String> {
            let list = entry[name].as_array().into_iter().flatten();
            list.filter_map(Value::as_str).map(str::to_owned).collect()
        };
        actor.themes = slugs("themes").iter().map(|slug| self.themes[slug]).collect();
        actor.active_in = slugs("activeIn").iter().map(|slug| self.districts[slug]).collect();
        actor.based_in = match entry["basedIn"].as_str() {
            Some(slug) => Some(self.districts[slug]),
            None => actor.location.map(|it| self.quarter_of(it.position.longitude(), it.position.latitude())),
        };
        actor
    }

    fn quarter_of(&self, longitude: f64, latitude: f64) -> DistrictId {
        let away = |(_, x, y): &&(String, f64, f64)| ((x - longitude) * LONGITUDE_SCALE).hypot(y - latitude);
        let nearest = self.centres.iter().min_by(|a, b| away(a).total_cmp(&away(b)));
        self.districts[&nearest.expect("there are quarters").0]
    }

    fn themes_by_id(&self, data: &mut Map<String, Value>) {
        let themes = data.get("themes").and_then(Value::as_array).into_iter().flatten();
        let ids: Vec<ThemeId> = themes.map(|slug| self.themes[slug.as_str().expect("a slug")]).collect();
        data.insert("themes".to_owned(), serde_json::to_value(ids).expect("ids"));
        data.entry("status").or_insert("published".into());
    }
}

trait ParseTime {
    fn parse_time(&self) -> NaiveDateTime;
}

impl ParseTime for String {
    fn parse_time(&self) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(self, "%Y-%m-%dT%H:%M").expect("a time")
    }
}

fn take<T: serde::de::DeserializeOwned>(entry: &Value, name: &str, field: &mut T) {
    if let Some(value) = entry.get(name) {
        *field = serde_json::from_value(value.clone()).expect(name);
    }
}

/// The members with the names that the domain's fields have.
fn snake_case(entry: &Value) -> Map<String, Value> {
    let members = entry.as_object().expect("an object").iter();
    let rename = |name: &str| {
        let letters = name.chars().flat_map(|c| c.is_uppercase().then_some('_').into_iter().chain(c.to_lowercase()));
        letters.collect::<String>()
    };
    members.map(|(name, value)| (rename(name), value.clone())).collect()
}

fn slug(text: &str) -> Slug {
    text.parse().expect("a slug")
}

/// The rows of a table without line breaks in cells, by the names of its columns.
fn rows(table: &str) -> Vec<HashMap<String, String>> {
    let mut lines = table.lines().map(cells);
    let heads = lines.next().expect("a header");
    lines.map(|cells| heads.iter().cloned().zip(cells).collect()).collect()
}

fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut is_quoted) = (vec![String::new()], false);
    for c in line.chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => cells.push(String::new()),
            c => cells.last_mut().expect("a cell").push(c),
        }
    }
    cells
}
