//! The JSON Schema of the directory format, made from the types that read it.

use domain::vocabulary::{InstitutionKind, NetworkKind, OrganisationKind};
use schemars::Schema;
use serde_json::{Value, json};

use super::{
    directory_entry::Directory,
    header::{FORMAT, PUBLIC_SCOPE, VERSION},
};

/// The complete JSON Schema (draft 2020-12) of a directory file.
pub fn schema() -> Value {
    let mut schema =
        schemars::generate::SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Directory>();
    schema.insert("title".to_owned(), json!("Brücke directory"));
    schema.insert(
        "description".to_owned(),
        json!("A directory of organisations, institutions and networks: who works on which theme in which district, and with whom."),
    );
    schema.to_value()
}

/// Puts `format` and `version` first and requires them.
pub(super) fn with_header(schema: &mut Schema) {
    schema.remove("default");
    let sections = schema.remove("properties").unwrap_or_default();
    let mut properties = serde_json::Map::new();
    let note = "Where this schema is found, for editors; ignored.";
    properties.insert("$schema".to_owned(), json!({ "type": "string", "description": note }));
    properties.insert("format".to_owned(), json!({ "const": FORMAT, "description": "Names the format." }));
    properties.insert("version".to_owned(), json!({ "const": VERSION, "description": "Version of the format." }));
    let note = "Whom the file was written for: in one for the public, places are coarsened and notes left out, and what is stored of them stays. Missing in all others.";
    properties.insert("scope".to_owned(), json!({ "const": PUBLIC_SCOPE, "description": note }));
    if let Value::Object(sections) = sections {
        properties.extend(sections);
    }
    schema.insert("properties".to_owned(), Value::Object(properties));
    schema.insert("required".to_owned(), json!(["format", "version"]));
}

/// Ties an actor's kind to the vocabulary of its type.
pub(super) fn kind_follows_type(schema: &mut Schema) {
    let words = |actor_type: &str, kinds: Vec<&'static str>| {
        json!({
            "if": { "properties": { "type": { "const": actor_type } } },
            "then": { "properties": { "kind": { "enum": kinds } } },
        })
    };
    schema.insert(
        "allOf".to_owned(),
        json!([
            words("organisation", OrganisationKind::ALL.iter().map(|kind| kind.slug()).collect()),
            words("institution", InstitutionKind::ALL.iter().map(|kind| kind.slug()).collect()),
            words("network", NetworkKind::ALL.iter().map(|kind| kind.slug()).collect()),
        ]),
    );
    schema
        .insert("dependentRequired".to_owned(), json!({ "verifiedOn": ["verifiedBy"], "verifiedBy": ["verifiedOn"] }));
}
