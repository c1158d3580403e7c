//! How open an institution is (interkulturelle Öffnung), as facts that were true on a day.

use chrono::NaiveDate;
use messages::Message;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::{
    ActorType, Language,
    rules::{NAME_LENGTH, Problem, SUMMARY_LENGTH, Violations},
    text,
};

/// What an institution does so that everybody can use it. A fact that is missing is unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Openness {
    /// The day on which the facts were true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// The languages spoken at the counter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// Whether interpreters are there or are sent for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interpreters: Option<bool>,
    /// Whom associations turn to: a function or a desk, never a person.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "text::deserialize_optional_line")]
    pub contact: Option<SmolStr>,
    /// The day of the last training of the staff in intercultural competence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub training_on: Option<NaiveDate>,
    /// What the institution declares of its own openness.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "text::deserialize_optional_line")]
    pub declaration: Option<SmolStr>,
}

impl Openness {
    /// The days of facts that are behind the last one that can be, by field.
    pub fn days_after(&self, last: NaiveDate) -> impl Iterator<Item = (&'static str, Problem)> {
        let days = [("openness.on", self.on), ("openness.trainingOn", self.training_on)];
        days.into_iter()
            .filter(move |(_, day)| day.is_some_and(|day| day > last))
            .map(move |(field, _)| (field, Problem::InTheFuture { last }))
    }

    /// Notes what is wrong with it as the openness of an actor of this type.
    pub(crate) fn check(&self, actor_type: ActorType, violations: &mut Violations) {
        if actor_type != ActorType::Institution {
            violations.add("openness", Problem::Format(Message::new("problem-openness-of-institutions")));
        }
        if self.on.is_none() {
            violations.add("openness.on", Problem::Required);
        }
        violations.list("openness.languages", &self.languages);
        violations.optional_line("openness.contact", self.contact.as_deref(), NAME_LENGTH);
        violations.optional_line("openness.declaration", self.declaration.as_deref(), SUMMARY_LENGTH);
    }

    /// Whether anything is known beside the day.
    pub fn has_facts(&self) -> bool {
        *self != Self { on: self.on, ..Self::default() }
    }
}
