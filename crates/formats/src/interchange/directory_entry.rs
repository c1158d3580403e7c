//! Districts, themes, projects and links as the directory format writes them, and a whole file.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Confirmations, DistrictId, DistrictLevel, LinkId, LocalisedText, Position, ProjectId, Slug, ThemeId, WebAddress,
    record::LifeStatus,
    text,
    vocabulary::{FieldOfAction, LinkBasis, LinkKind, LinkStatus},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    actor_entry::ActorEntry,
    values::{self, is_published},
};
use domain::boundary::Boundary;

/// A city, borough or quarter. Siblings stand in the order in which they are shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct DistrictEntry {
    /// The district's id; a new one is made when it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<uuid::Uuid>")]
    pub id: Option<DistrictId>,
    /// When the entry was first written, in a file for another store; the time of the import when missing, and at the
    /// latest that. An entry that is there already keeps its own.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "values::optional_instant")]
    #[schemars(with = "Option<DateTime<Utc>>")]
    pub created_at: Option<DateTime<Utc>>,
    /// The readable name, unique among districts.
    pub slug: Slug,
    /// Slugs the district had before; they lead here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former_slugs: Vec<Slug>,
    /// Slug of the district above; missing for a city.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Slug>,
    /// City, borough or quarter.
    pub level: DistrictLevel,
    /// What people call it.
    pub name: LocalisedText,
    /// Other names people use for it, in any language; the search knows them.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "text::deserialize_lines")]
    pub alternative_names: Vec<String>,
    /// A point to show the district at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub centre: Option<Position>,
    /// The boundary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boundary: Option<Boundary>,
    /// Where the boundary comes from, as shown to readers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boundary_source: Option<String>,
}

/// A theme. Siblings stand in the order in which they are shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct ThemeEntry {
    /// The theme's id; a new one is made when it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<uuid::Uuid>")]
    pub id: Option<ThemeId>,
    /// When the entry was first written, in a file for another store; the time of the import when missing, and at the
    /// latest that. An entry that is there already keeps its own.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "values::optional_instant")]
    #[schemars(with = "Option<DateTime<Utc>>")]
    pub created_at: Option<DateTime<Utc>>,
    /// The readable name, unique among themes.
    pub slug: Slug,
    /// Slugs the theme had before; they lead here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former_slugs: Vec<Slug>,
    /// Slug of the theme above; missing for a root.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Slug>,
    /// What people call it.
    pub label: LocalisedText,
    /// Other words people use for it, in any language; the search knows them.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "text::deserialize_lines")]
    pub alternative_labels: Vec<String>,
    /// The programme's fields of action it serves, at least one.
    #[schemars(length(min = 1))]
    pub fields_of_action: Vec<FieldOfAction>,
    /// Slug of the theme that stands in its place since it was retired.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<Slug>,
}

/// Several actors' common work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct ProjectEntry {
    /// The project's id; a new one is made when it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<uuid::Uuid>")]
    pub id: Option<ProjectId>,
    /// When the entry was first written, in a file for another store; the time of the import when missing, and at the
    /// latest that. An entry that is there already keeps its own.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "values::optional_instant")]
    #[schemars(with = "Option<DateTime<Utc>>")]
    pub created_at: Option<DateTime<Utc>>,
    /// Slugs of who takes part; the first leads.
    #[schemars(length(min = 1))]
    pub actors: Vec<Slug>,
    /// Where the entry stands in its life; published when missing.
    #[serde(default, skip_serializing_if = "is_published")]
    pub status: LifeStatus,
    /// Title.
    pub title: LocalisedText,
    /// The longer text.
    #[serde(default, skip_serializing_if = "LocalisedText::is_empty")]
    pub description: LocalisedText,
    /// Slugs of what it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<Slug>,
    /// Slugs of where it works.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub districts: Vec<Slug>,
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "values::optional_day")]
    #[schemars(with = "Option<NaiveDate>")]
    pub since: Option<NaiveDate>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "values::optional_day")]
    #[schemars(with = "Option<NaiveDate>")]
    pub until: Option<NaiveDate>,
    /// Who pays for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funding: Option<String>,
    /// Where to read more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<WebAddress>,
}

impl ProjectEntry {
    /// A published project with a title and its actors and nothing else.
    pub fn new(title: LocalisedText, actors: Vec<Slug>) -> Self {
        Self {
            id: None,
            created_at: None,
            actors,
            status: LifeStatus::Published,
            title,
            description: LocalisedText::default(),
            themes: Vec::new(),
            districts: Vec::new(),
            since: None,
            until: None,
            funding: None,
            website: None,
        }
    }
}

/// A cooperation link from one actor to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct LinkEntry {
    /// The link's id; a new one is made when it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<uuid::Uuid>")]
    pub id: Option<LinkId>,
    /// When the entry was first written, in a file for another store; the time of the import when missing, and at the
    /// latest that. An entry that is there already keeps its own.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "values::optional_instant")]
    #[schemars(with = "Option<DateTime<Utc>>")]
    pub created_at: Option<DateTime<Utc>>,
    /// Slug of the actor where a directed link starts.
    pub from: Slug,
    /// Slug of the actor where a directed link ends.
    pub to: Slug,
    /// What joins them.
    pub kind: LinkKind,
    /// Where the link stands in its life; proposed when missing. `active`, `dormant` and `ended`
    /// need both confirmations, `confirmed_by_one_side` one.
    #[serde(default = "default_status")]
    pub status: LinkStatus,
    /// The day each side confirmed.
    #[serde(default, skip_serializing_if = "is_unconfirmed")]
    pub confirmations: Confirmations,
    /// Slugs of what they work on together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<Slug>,
    /// Slugs of where they work together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub districts: Vec<Slug>,
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "values::optional_day")]
    #[schemars(with = "Option<NaiveDate>")]
    pub since: Option<NaiveDate>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "values::optional_day")]
    #[schemars(with = "Option<NaiveDate>")]
    pub until: Option<NaiveDate>,
    /// What it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<LinkBasis>,
    /// Where it is known from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// A note everybody may read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_note: Option<String>,
    /// A note for staff; never in a public file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub internal_note: Option<String>,
}

impl LinkEntry {
    /// A proposed link with its ends and kind and nothing else.
    pub fn new(from: Slug, to: Slug, kind: LinkKind) -> Self {
        Self {
            id: None,
            created_at: None,
            from,
            to,
            kind,
            status: LinkStatus::Proposed,
            confirmations: Confirmations::default(),
            themes: Vec::new(),
            districts: Vec::new(),
            since: None,
            until: None,
            basis: None,
            source: None,
            public_note: None,
            internal_note: None,
        }
    }
}

fn default_status() -> LinkStatus {
    LinkStatus::Proposed
}

fn is_unconfirmed(confirmations: &Confirmations) -> bool {
    *confirmations == Confirmations::default()
}

/// A whole directory file in memory, for files known to be small. Large ones are read by
/// [`read`](super::read()) and written by [`DirectoryWriter`](super::DirectoryWriter) entry by entry.
#[derive(Clone, Debug, Default, PartialEq, JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields, transform = super::schema::with_header)]
pub struct Directory {
    /// City, boroughs and quarters.
    #[schemars(default)]
    pub districts: Vec<DistrictEntry>,
    /// The themes.
    #[schemars(default)]
    pub themes: Vec<ThemeEntry>,
    /// Organisations, institutions and networks.
    #[schemars(default)]
    pub actors: Vec<ActorEntry>,
    /// Common work of several actors.
    #[schemars(default)]
    pub projects: Vec<ProjectEntry>,
    /// Who works with whom.
    #[schemars(default)]
    pub links: Vec<LinkEntry>,
}
