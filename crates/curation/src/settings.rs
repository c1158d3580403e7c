//! What an operator decides about curation.

use std::{
    collections::HashMap,
    num::{NonZero, NonZeroU32},
};

use chrono::{Months, NaiveDate};
use chrono_tz::Tz;
use domain::{ActorKind, SiteTexts};

use crate::commands::{outbox::MailPolicy, proposals::limits::ProposalLimits, reminders::ReminderPolicy};

/// What an operator decides about curation.
#[derive(Clone, Debug)]
pub struct CurationSettings {
    /// The directory's time zone: which day it is.
    pub zone: Tz,
    /// How long an entry counts as verified.
    pub verification: VerificationPolicy,
    /// When and to whom reminders go.
    pub reminders: ReminderPolicy,
    /// Which other mails are written, and when.
    pub mails: MailPolicy,
    /// How many proposals of the public may wait at once.
    pub proposals: ProposalLimits,
    /// Whether it is looked whether websites answer; for staff to see.
    pub website_checks: bool,
    /// Who may show the directory on sites of their own; for staff to see.
    pub embedding_sites: Vec<EmbeddingSite>,
    /// The installation's own tables of words, by which questions are read; for staff to see.
    pub word_tables: Vec<WordTableSize>,
    /// What the pages say where administrators have written nothing else.
    pub site_texts: SiteTexts,
}

/// Somebody who may show the directory on sites of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmbeddingSite {
    /// Who it is.
    pub name: String,
    /// Where its pages are.
    pub origins: Vec<String>,
}

/// A table of words that an installation adds to those every directory has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordTableSize {
    /// The name of its file.
    pub name: String,
    /// How many lines it has.
    pub lines: usize,
}

impl Default for CurationSettings {
    fn default() -> Self {
        Self {
            zone: chrono_tz::Europe::Berlin,
            verification: VerificationPolicy::default(),
            reminders: ReminderPolicy::default(),
            mails: MailPolicy::default(),
            proposals: ProposalLimits::default(),
            website_checks: false,
            embedding_sites: Vec::new(),
            word_tables: Vec::new(),
            site_texts: SiteTexts::default(),
        }
    }
}

/// How long an entry counts as verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerificationPolicy {
    /// In months, for every kind that is not named below. Boards change yearly, so 12 unless said.
    pub months: NonZeroU32,
    /// In months, by kind of actor.
    pub by_kind: HashMap<ActorKind, NonZeroU32>,
}

impl Default for VerificationPolicy {
    fn default() -> Self {
        Self { months: NonZero::new(12).expect("12 is not 0"), by_kind: HashMap::new() }
    }
}

impl VerificationPolicy {
    /// The last day such that what was verified then is due today: of one kind, or of all that have no
    /// number of months of their own.
    pub fn last_stale_day(&self, kind: Option<ActorKind>, today: NaiveDate) -> NaiveDate {
        let months = kind.and_then(|kind| self.by_kind.get(&kind)).copied().unwrap_or(self.months);
        let due_on = |day: NaiveDate| day.checked_add_months(Months::new(months.get())).unwrap_or(NaiveDate::MAX);
        let earliest = today.checked_sub_months(Months::new(months.get())).unwrap_or(NaiveDate::MIN);
        // Months differ in length: what was verified on the 29th to the 31st may be due on the 28th.
        let later = earliest.iter_days().skip(1).take_while(|day| due_on(*day) <= today);
        later.last().unwrap_or(earliest)
    }

    /// The day on which somebody should look at an entry of this kind again.
    pub fn due_on(&self, kind: ActorKind, verified_on: NaiveDate) -> NaiveDate {
        let months = self.by_kind.get(&kind).copied().unwrap_or(self.months);
        verified_on.checked_add_months(Months::new(months.get())).unwrap_or(NaiveDate::MAX)
    }
}
