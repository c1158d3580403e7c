//! What is taken from who has no account: so often, so long, and so many that wait at once.
//!
//! How often one client proposes is for the server to count, who knows where from; what waits is counted in
//! the store, so that it holds for all nodes together and after a restart.

use std::num::{NonZero, NonZeroU64};

use messages::Message;
use std::{fmt, time::Duration};

use domain::{Violations, rules::Problem};
use serde_json::Value;
use store::{ProposalFilter, ProposalStatus};
use uuid::Uuid;

use crate::{CurationError, Patch, Refusal, Requester, unit_of_work::UnitOfWork};

/// The longest text of the public in one field, in characters.
pub const PUBLIC_TEXT_LENGTH: usize = 5_000;
/// The most that a proposal of the public may say in all its fields together, in characters of JSON.
pub const PUBLIC_FIELDS_LENGTH: usize = 20_000;

/// How many proposals of the public may wait for a review at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProposalLimits {
    /// About one entry.
    pub open_per_entry: NonZeroU64,
    /// Altogether.
    pub open: NonZeroU64,
}

impl Default for ProposalLimits {
    fn default() -> Self {
        Self {
            open_per_entry: NonZero::new(20).expect("20 is not 0"),
            open: NonZero::new(1_000).expect("1_000 is not 0"),
        }
    }
}

/// Why no proposal of the public is taken now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProposalLimitError {
    /// This client has made as many as it may.
    Client {
        /// How many an hour.
        allowed: u32,
        /// When the next is taken.
        wait: Duration,
    },
    /// As many wait for a review about this entry as may.
    Entry {
        /// How many.
        allowed: u64,
    },
    /// As many wait for a review as may.
    Queue {
        /// How many.
        allowed: u64,
    },
    /// The disk of the database is nearly full.
    Storage,
}

impl ProposalLimitError {
    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Client { .. } => "LIMIT_PROPOSALS",
            Self::Entry { .. } | Self::Queue { .. } => "LIMIT_OPEN_PROPOSALS",
            Self::Storage => "STORAGE_LOW",
        }
    }

    /// What is the case.
    pub fn message(&self) -> Message {
        match self {
            Self::Client { allowed, wait } => {
                Message::new("proposals-client").with("allowed", *allowed).with("minutes", minutes(*wait))
            }
            Self::Entry { allowed } => Message::new("proposals-entry").with("allowed", *allowed),
            Self::Queue { allowed } => Message::new("proposals-queue").with("allowed", *allowed),
            Self::Storage => Message::new("proposals-storage"),
        }
    }
}

fn minutes(wait: Duration) -> u64 {
    wait.as_secs().div_ceil(60).max(1)
}

/// Counts the proposals of one client.
pub trait ProposalQuota: fmt::Debug + Send + Sync {
    /// Takes one.
    ///
    /// # Errors
    /// Why no more is taken from this client now.
    fn take(&self) -> Result<(), ProposalLimitError>;

    /// Gives one back that was not handed in.
    fn give_back(&self);
}

/// Takes any number, for who is no client.
#[derive(Clone, Copy, Debug)]
pub struct UnlimitedProposals;

impl ProposalQuota for UnlimitedProposals {
    fn take(&self) -> Result<(), ProposalLimitError> {
        Ok(())
    }

    fn give_back(&self) {}
}

/// Takes none, for whom nobody counts.
#[derive(Clone, Copy, Debug)]
pub struct NoProposals;

impl ProposalQuota for NoProposals {
    fn take(&self) -> Result<(), ProposalLimitError> {
        Err(ProposalLimitError::Queue { allowed: 0 })
    }

    fn give_back(&self) {}
}

/// Refuses texts of the public that are longer than they may be, before anything else is done with them.
pub(super) fn check_length(by: &Requester, fields: &Patch, wrong: &mut Violations) {
    if !by.is_public() {
        return;
    }
    let mut total = 0;
    for (field, value) in fields.iter() {
        match value {
            Value::Object(parts) => {
                parts.iter().for_each(|(part, value)| check_text(&format!("{field}.{part}"), value, wrong));
            }
            value => check_text(field, value, wrong),
        }
        total += field.chars().count() + value.to_string().chars().count();
    }
    if wrong.is_empty() && total > PUBLIC_FIELDS_LENGTH {
        wrong.add("fields", Problem::TooLong { allowed: PUBLIC_FIELDS_LENGTH });
    }
}

fn check_text(field: &str, value: &Value, wrong: &mut Violations) {
    if longest_text(value) > PUBLIC_TEXT_LENGTH {
        wrong.add(field, Problem::TooLong { allowed: PUBLIC_TEXT_LENGTH });
    }
}

fn longest_text(value: &Value) -> usize {
    match value {
        Value::String(text) => text.chars().count(),
        Value::Array(values) => values.iter().map(longest_text).max().unwrap_or_default(),
        Value::Object(values) => values.values().map(longest_text).max().unwrap_or_default(),
        _ => 0,
    }
}

impl UnitOfWork {
    /// Refuses a proposal of the public where as many wait as may.
    pub(super) async fn check_queue(&self) -> Result<(), CurationError> {
        let allowed = self.curation.settings.proposals.open.get();
        self.check_open(None, allowed, ProposalLimitError::Queue { allowed }).await
    }

    /// The same for those about one entry.
    pub(super) async fn check_queue_of(&self, entry: Uuid) -> Result<(), CurationError> {
        let allowed = self.curation.settings.proposals.open_per_entry.get();
        self.check_open(Some(entry), allowed, ProposalLimitError::Entry { allowed }).await
    }

    async fn check_open(
        &self,
        entity: Option<Uuid>,
        allowed: u64,
        error: ProposalLimitError,
    ) -> Result<(), CurationError> {
        if !self.by.is_public() {
            return Ok(());
        }
        let open = ProposalFilter {
            status: Some(ProposalStatus::Open),
            entity,
            by: Some(self.by.role()),
            ..ProposalFilter::default()
        };
        if self.writer.count_proposals(open).await? < allowed {
            Ok(())
        } else {
            Err(Refusal::ProposalLimit(error).into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_public_is_told_which_field_is_too_long_and_staff_are_not() {
        let long = "ä".repeat(PUBLIC_TEXT_LENGTH + 1);
        let fields = Patch::new()
            .with("name", "Verein")
            .with("description", serde_json::json!({ "de": long, "tr": "kısa" }))
            .with("languages", ["x", &long]);
        let mut wrong = Violations::default();
        check_length(&Requester::public(), &fields, &mut wrong);
        let fields_told: Vec<_> = wrong.iter().map(|violation| (&*violation.field, violation.problem.code())).collect();
        assert_eq!(fields_told, [("description.de", "TOO_LONG"), ("languages", "TOO_LONG")]);
        let mut wrong = Violations::default();
        check_length(&Requester::operator(), &fields, &mut wrong);
        assert!(wrong.is_empty());
    }

    #[test]
    fn many_texts_that_are_short_enough_are_too_long_together() {
        let text = "a".repeat(PUBLIC_TEXT_LENGTH);
        let of = |count: usize| {
            let fields = (0..count).map(|at| (format!("description.x{at}"), Value::from(text.as_str()))).collect();
            let mut wrong = Violations::default();
            check_length(&Requester::public(), &fields, &mut wrong);
            wrong
        };
        assert!(of(3).is_empty());
        assert_eq!(of(4).iter().map(|violation| violation.field.as_str()).collect::<Vec<_>>(), ["fields"]);
    }
}
