//! Cooperation links: who works with whom, confirmed and dated.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    ActorId, DistrictId, LinkId, ThemeId,
    record::{Entity, EntityKind},
    rules::{Problem, SUMMARY_LENGTH, Violations},
    vocabulary::{LinkBasis, LinkKind, LinkStatus},
};

/// A link from one actor to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CooperationLink {
    /// Where a directed link starts.
    pub from: ActorId,
    /// Where a directed link ends.
    pub to: ActorId,
    /// What joins them.
    pub kind: LinkKind,
    /// Where the link stands in its life.
    pub status: LinkStatus,
    /// When each side confirmed.
    #[serde(default)]
    pub confirmations: Confirmations,
    /// What they work on together.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub themes: Box<[ThemeId]>,
    /// Where they work together.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub districts: Box<[DistrictId]>,
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// What it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<LinkBasis>,
    /// Where it is known from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Box<str>>,
    /// A note everybody may read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_note: Option<Box<str>>,
    /// A note for staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub internal_note: Option<Box<str>>,
}

/// The day each side confirmed a link.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Confirmations {
    /// By the side the link starts from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// By the side the link ends at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
}

impl CooperationLink {
    /// The two ends in the order in which links of this kind are compared: as they stand for
    /// directed kinds, smaller id first for symmetric ones.
    pub fn pair(&self) -> (ActorId, ActorId) {
        if self.kind.is_symmetric() && self.to < self.from { (self.to, self.from) } else { (self.from, self.to) }
    }
}

impl Entity for CooperationLink {
    type Id = LinkId;
    const KIND: EntityKind = EntityKind::Link;

    fn check(&self) -> Violations {
        let mut violations = Violations::default();
        if self.from == self.to {
            violations.add("to", Problem::SelfLink);
        }
        violations.list("themes", &self.themes);
        violations.list("districts", &self.districts);
        violations.period("until", self.since, self.until);
        for (field, text) in
            [("source", &self.source), ("publicNote", &self.public_note), ("internalNote", &self.internal_note)]
        {
            violations.optional_line(field, text.as_deref(), SUMMARY_LENGTH);
        }
        let confirmed = [self.confirmations.from, self.confirmations.to].into_iter().flatten().count();
        let needed = match self.status {
            LinkStatus::Active | LinkStatus::Dormant | LinkStatus::Ended => 2,
            LinkStatus::ConfirmedByOneSide => 1,
            LinkStatus::Proposed | LinkStatus::Rejected => 0,
        };
        if confirmed < needed {
            violations.add("confirmations", Problem::NotConfirmed);
        }
        violations
    }
}
