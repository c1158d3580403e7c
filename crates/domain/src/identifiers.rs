//! Under which numbers other registers and databases keep an actor.

use messages::{Message, without_credentials};
use std::{fmt, str::FromStr};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::{text, vocabulary::Precision};

/// The numbers of an actor elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Identifiers {
    /// The number in a public register with the court that keeps it, such as `VR 1234, Amtsgericht Bochum`.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "text::deserialize_optional_line")]
    pub register: Option<SmolStr>,
    /// The object of OpenStreetMap, such as `node/240096342`. It tells where the actor is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub osm: Option<OsmId>,
    /// The item of Wikidata, such as `Q42`. It often tells where the actor is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wikidata: Option<WikidataId>,
}

impl Identifiers {
    /// Takes out what leads to a place that is published so precisely: what tells it to everybody, and of a hidden one the
    /// number in a register, which keeps the address of an association.
    pub fn coarsen(&mut self, precision: Precision) {
        if precision != Precision::Exact {
            (self.osm, self.wikidata) = (None, None);
        }
        if precision == Precision::Hidden {
            self.register = None;
        }
    }

    /// The addresses of the same thing elsewhere.
    pub fn web_addresses(&self) -> impl Iterator<Item = String> {
        let osm = self.osm.as_ref().map(OsmId::web_address);
        osm.into_iter().chain(self.wikidata.as_ref().map(WikidataId::web_address))
    }
}

/// Why an identifier was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InvalidIdentifier {
    /// No object of OpenStreetMap.
    Osm(String),
    /// No item of Wikidata.
    Wikidata(String),
}

impl InvalidIdentifier {
    /// What was given and what is allowed.
    pub fn message(&self) -> Message {
        match self {
            Self::Osm(given) => Message::new("value-osm").quote("given", given),
            Self::Wikidata(given) => Message::new("value-wikidata").quote("given", given),
        }
    }
}

messages::error_by_message!(InvalidIdentifier);

fn shorten(text: &str) -> String {
    without_credentials(text).chars().take(80).collect()
}

/// A number greater than 0 as it is usually written, without leading zeros.
fn read_number(text: &str) -> Option<u64> {
    let number = text.parse().ok().filter(|number| *number > 0)?;
    text.bytes().all(|digit| digit.is_ascii_digit()).then_some(number)
}

/// What stands behind a host in an address, without query and fragment; the text itself where it is no address.
fn path_of<'t>(text: &'t str, hosts: &[&str]) -> &'t str {
    let text = text.split(['?', '#']).next().unwrap_or(text);
    let bare = text.trim_start_matches("https://").trim_start_matches("http://");
    let bare = bare.trim_start_matches("www.").trim_start_matches("m.");
    hosts.iter().find_map(|host| bare.strip_prefix(host)).unwrap_or(text).trim_matches('/')
}

macro_rules! identifier {
    ($($(#[$doc:meta])* $name:ident $pattern:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(Box<str>);

        impl $name {
            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": $pattern })
            }
        }
    )+};
}

identifier! {
    /// An object of OpenStreetMap: its type and number.
    OsmId r"^(.*/)?(node|way|relation)/[1-9][0-9]*/?$";
    /// An item of Wikidata.
    WikidataId r"^(.*/)?[Qq][1-9][0-9]*$";
}

impl OsmId {
    /// Where it stands.
    pub fn web_address(&self) -> String {
        format!("https://www.openstreetmap.org/{}", self.0)
    }
}

impl FromStr for OsmId {
    type Err = InvalidIdentifier;

    fn from_str(text: &str) -> Result<Self, InvalidIdentifier> {
        let path = path_of(text.trim(), &["openstreetmap.org/", "osm.org/"]);
        let read = path.split_once('/').filter(|(kind, _)| ["node", "way", "relation"].contains(kind));
        let read = read.and_then(|(kind, number)| Some(format!("{kind}/{}", read_number(number)?)));
        read.map(|read| Self(read.into())).ok_or_else(|| InvalidIdentifier::Osm(shorten(text)))
    }
}

impl WikidataId {
    /// The address that names it in linked data.
    pub fn web_address(&self) -> String {
        format!("http://www.wikidata.org/entity/{}", self.0)
    }
}

impl FromStr for WikidataId {
    type Err = InvalidIdentifier;

    fn from_str(text: &str) -> Result<Self, InvalidIdentifier> {
        let path = path_of(text.trim(), &["wikidata.org/wiki/", "wikidata.org/entity/"]);
        let read = path.strip_prefix(['Q', 'q']).and_then(read_number);
        read.map(|number| Self(format!("Q{number}").into())).ok_or_else(|| InvalidIdentifier::Wikidata(shorten(text)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_is_read_bare_or_from_its_address() {
        let osm = |text: &str| text.parse::<OsmId>().map(|id| id.to_string()).ok();
        for text in [
            "node/240096342",
            " https://www.openstreetmap.org/node/240096342#map=19/51.5/7.1",
            "osm.org/node/240096342/",
        ] {
            assert_eq!(osm(text).as_deref(), Some("node/240096342"), "{text}");
        }
        for text in [
            "",
            "node",
            "node/0",
            "node/-1",
            "node/+1",
            "n240096342",
            "240096342",
            "https://example.org/node/1",
            "user/5",
        ] {
            assert_eq!(osm(text), None, "{text}");
        }
        let wikidata = |text: &str| text.parse::<WikidataId>().map(|id| id.to_string()).ok();
        for text in ["Q42", "q42", "https://www.wikidata.org/wiki/Q42", "http://www.wikidata.org/entity/Q42"] {
            assert_eq!(wikidata(text).as_deref(), Some("Q42"), "{text}");
        }
        for text in [
            "",
            "Q",
            "Q0",
            "42",
            "P31",
            "Q42a",
            "https://www.wikidata.org/wiki/Property:P31",
            "https://example.org/Q42",
        ] {
            assert_eq!(wikidata(text), None, "{text}");
        }
    }
}
