//! What of a directory nobody may be told, read from a file that holds everything.

use serde_json::Value;

/// What nobody may be told.
#[derive(Clone, Debug, Default)]
pub struct Secrets {
    /// Texts and numbers as JSON writes them.
    pub values: Vec<String>,
    /// Slugs of those whose place is hidden.
    pub hidden: Vec<String>,
}

impl Secrets {
    /// Those of a directory file for another store.
    pub fn of(all: &Value) -> Self {
        let mut secrets = Self::default();
        let list = |name: &str| all[name].as_array().cloned().unwrap_or_default();
        for actor in list("actors") {
            if actor["status"] == "draft" || actor["status"] == "archived" {
                secrets.values.push(actor["name"].to_string());
            }
            if actor["location"]["precision"] == "hidden" {
                secrets.hidden.extend(actor["slug"].as_str().map(str::to_owned));
                let place = [&actor["location"]["longitude"], &actor["location"]["latitude"]];
                secrets.values.extend(place.map(ToString::to_string));
                secrets.values.extend(actor["address"]["street"].as_str().map(|street| format!("{street:?}")));
            }
            for person in actor["contactPersons"].as_array().into_iter().flatten() {
                let fields = ["name", "role", "phone", "email"].map(|field| &person[field]);
                let private = fields.into_iter().filter(|field| field.is_object() && !is_public(field));
                secrets.values.extend(private.map(|field| field["value"].to_string()));
            }
        }
        let notes = list("links").into_iter().filter_map(|link| Some(link["internalNote"].as_str()?.to_owned()));
        secrets.values.extend(notes.map(|note| format!("{note:?}")));
        secrets
    }
}

fn is_public(field: &Value) -> bool {
    let consented = field["consent"].is_object() && field["consent"]["withdrawnOn"].is_null();
    field["visibility"] == "public" && consented
}
