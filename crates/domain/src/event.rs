//! Events: dated, may recur, hosted by one or more actors.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::{
    ActorId, Address, EventId, Language, LocalisedText, Recurrence, ThemeId, WebAddress,
    record::{Entity, EntityKind, LifeStatus},
    rules::{self, Violations},
    vocabulary::TargetGroup,
};

/// Something that takes place at a time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Who invites; the first is the one asked.
    pub hosts: Vec<ActorId>,
    /// Where the entry stands in its life.
    pub status: LifeStatus,
    /// Title.
    pub title: LocalisedText,
    /// The longer text.
    #[serde(default, skip_serializing_if = "LocalisedText::is_empty")]
    pub description: LocalisedText,
    /// First start, in the directory's local time.
    pub starts_at: NaiveDateTime,
    /// First end, in the directory's local time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_at: Option<NaiveDateTime>,
    /// How it repeats.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recurrence: Option<Recurrence>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<ThemeId>,
    /// The languages spoken there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// Whom it is for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub target_groups: Vec<TargetGroup>,
    /// Where it takes place, when not at the first host's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Box<Address>>,
    /// Where to read more or register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<WebAddress>,
}

impl Entity for Event {
    type Id = EventId;
    const KIND: EntityKind = EntityKind::Event;

    fn check(&self) -> Violations {
        rules::event(self)
    }
}
