//! An actor of a snapshot as the directory format has it.

use directory::{ActorNo, Snapshot};
use domain::{Gazetteer, publication::Discretion};
use serde_json::{Map, Value};

use crate::{
    Names,
    interchange::{ActorEntry, Composer, Scope},
};

/// Makes entries of the actors of one snapshot.
pub(super) struct Entries {
    names: Names,
    gazetteer: Gazetteer,
    discretion: Discretion,
}

impl Entries {
    pub(super) fn new(snapshot: &Snapshot) -> Self {
        let mut names = Names::default();
        for no in snapshot.themes() {
            let record = snapshot.theme(no).record();
            names.add_theme(record.id, record.data.slug.clone());
        }
        for no in snapshot.districts() {
            let record = snapshot.district(no).record();
            names.add_district(record.id, record.data.slug.clone());
        }
        Self { names, gazetteer: Gazetteer::default(), discretion: Discretion::default() }
    }

    /// The entry without what stands below an actor.
    pub(super) fn entry(&self, snapshot: &Snapshot, no: ActorNo) -> ActorEntry {
        let entry = snapshot.actor(no);
        let mut record = entry.record().clone();
        // What was retired is told as what stands in its place, as everywhere else.
        record.data.themes = entry.themes().iter().map(|theme| snapshot.theme(*theme).record().id).collect();
        let composer = Composer {
            scope: Scope::Public,
            names: &self.names,
            gazetteer: &self.gazetteer,
            discretion: &self.discretion,
        };
        composer.actor_itself(record).expect("a public file leaves out what it has no name for")
    }

    /// The entry as an object, with the districts it belongs to, the day of its last change and its page.
    pub(super) fn describe(&self, snapshot: &Snapshot, no: ActorNo, page: String) -> Map<String, Value> {
        let entry = snapshot.actor(no);
        let Ok(Value::Object(mut object)) = serde_json::to_value(self.entry(snapshot, no)) else {
            // An entry is an object whose keys are texts.
            return Map::new();
        };
        let mut districts: Vec<Value> = Vec::new();
        for district in entry.based_in().iter().chain(entry.active_in()) {
            let slug = Value::from(snapshot.district(*district).data().slug.as_str());
            if !districts.contains(&slug) {
                districts.push(slug);
            }
        }
        object.insert("districts".to_owned(), districts.into());
        object.insert(
            "updatedAt".to_owned(),
            entry.record().updated_at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true).into(),
        );
        object.insert("page".to_owned(), page.into());
        object
    }
}
