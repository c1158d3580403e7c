//! Projects: something several actors do together for a time, with funding.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    ActorId, DistrictId, LocalisedText, ProjectId, ThemeId, WebAddress,
    record::{Entity, EntityKind, LifeStatus},
    rules::{DESCRIPTION_LENGTH, NAME_LENGTH, Problem, Violations},
};

/// Several actors' common work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Project {
    /// Who takes part; the first leads.
    pub actors: Vec<ActorId>,
    /// Where the entry stands in its life.
    pub status: LifeStatus,
    /// Title.
    pub title: LocalisedText,
    /// The longer text.
    #[serde(default, skip_serializing_if = "LocalisedText::is_empty")]
    pub description: LocalisedText,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<ThemeId>,
    /// Where it works.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub districts: Vec<DistrictId>,
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// Who pays for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funding: Option<String>,
    /// Where to read more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<WebAddress>,
}

impl Entity for Project {
    type Id = ProjectId;
    const KIND: EntityKind = EntityKind::Project;

    fn check(&self) -> Violations {
        let mut violations = Violations::default();
        violations.title("title", &self.title);
        violations.text("description", &self.description, DESCRIPTION_LENGTH);
        violations.list("actors", &self.actors);
        violations.list("themes", &self.themes);
        violations.list("districts", &self.districts);
        violations.optional_line("funding", self.funding.as_deref(), NAME_LENGTH);
        violations.period("until", self.since, self.until);
        violations.web_address("website", self.status, self.website.as_ref());
        if self.actors.is_empty() {
            violations.add("actors", Problem::Required);
        }
        violations
    }
}
