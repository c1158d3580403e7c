//! Reminder mail: asking whoever looks after an entry whether it is still true, and taking the answer.
//!
//! A reminder is written down before it is sent. Should the program end in between, nobody knows
//! whether the mail went out, and it counts as sent: an association that hears from us a month later
//! than planned is better than one that gets the same mail twice. Only what a mail server has
//! certainly not taken is forgotten and tried again.
//!
//! The links in the mail need no account. Each is signed for one purpose, one reminder, one version of
//! one entry and one time; whichever of them is used first answers the reminder, and there is no second
//! answer. "Still right" vouches for the entry as its own association would. "Archive" only makes a
//! proposal: mails are forwarded and mailboxes are shared, an entry that goes takes its offers and links
//! out of the directory with it, and not even a trusted member archives an actor.

pub(crate) mod answer;
pub(crate) mod due;

use std::num::{NonZero, NonZeroU32};

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::{Actor, ActorId, ActorKind, EmailAddress, Language, PersonId, PhoneNumber, Record, Slug, WebAddress};
use secrecy::SecretString;
use store::Reminder;
use uuid::Uuid;

pub use answer::{ReminderLink, ReminderSubject};
pub use due::{DueReminder, Recipient};
pub use store::ReminderAnswer;

use crate::{CurationError, signed::Seal, unit_of_work::UnitOfWork};

/// The name of the key that signs the links.
const KEY: &str = "reminder";

/// When and to whom reminders go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReminderPolicy {
    /// An entry that nobody has ever confirmed is asked about so many days after it was made at the earliest.
    pub first_after_days: u32,
    /// An entry is asked about again after so many days at the earliest.
    pub again_after_days: NonZeroU32,
    /// At most so many mails ask about an entry until it is confirmed; after them it is for staff to ask.
    pub at_most: NonZeroU32,
    /// The links of a mail work for so many days.
    pub links_last_days: NonZeroU32,
    /// The purposes of a consent to which a contact person may be written; compared without regard to
    /// case.
    pub consent_purposes: Vec<String>,
}

impl Default for ReminderPolicy {
    fn default() -> Self {
        Self {
            first_after_days: 30,
            again_after_days: NonZero::new(30).expect("30 is not 0"),
            at_most: NonZero::new(3).expect("3 is not 0"),
            links_last_days: NonZero::new(60).expect("60 is not 0"),
            consent_purposes: ["Erinnerung", "Erinnerungen", "reminder", "reminders"].map(str::to_owned).into(),
        }
    }
}

/// A reminder that is written down, with what its mail says.
#[derive(Clone, Debug)]
pub struct Letter {
    /// The reminder.
    pub id: Uuid,
    /// Where it goes to.
    pub to: EmailAddress,
    /// The language to write in.
    pub language: Language,
    /// The entry's name.
    pub name: String,
    /// Its slug.
    pub slug: Slug,
    /// What it is.
    pub kind: ActorKind,
    /// The day it was confirmed last; `None` for never.
    pub verified_on: Option<NaiveDate>,
    /// Its public website.
    pub website: Option<WebAddress>,
    /// Its public e-mail address.
    pub email: Option<EmailAddress>,
    /// Its public telephone number.
    pub phone: Option<PhoneNumber>,
    /// The token of the link that says that the entry is still right.
    pub still_right: SecretString,
    /// The token of the link that says that it should be archived.
    pub archive: SecretString,
    /// The last whole day on which the links work.
    pub until: NaiveDate,
}

/// What became of the mail of a reminder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// A mail server has taken it.
    Taken,
    /// A mail server has refused it for good.
    Refused,
    /// It was certainly not taken and may be tried again.
    NotTaken,
    /// Nobody knows: it counts as sent.
    Unknown,
}

/// What a link is signed for.
fn signed_parts(purpose: ReminderAnswer, reminder: &Reminder) -> [Vec<u8>; 4] {
    [
        purpose.word().as_bytes().to_vec(),
        reminder.actor.uuid().as_bytes().to_vec(),
        reminder.version.to_be_bytes().to_vec(),
        reminder.expires_at.timestamp().to_be_bytes().to_vec(),
    ]
}

fn as_slices(parts: &[Vec<u8>; 4]) -> [&[u8]; 4] {
    parts.each_ref().map(Vec::as_slice)
}

impl UnitOfWork {
    /// The letter of a reminder.
    async fn letter(
        &mut self,
        reminder: &Reminder,
        actor: &Record<Actor>,
        to: EmailAddress,
    ) -> Result<Letter, CurationError> {
        let seal = self.seal().await?;
        let token = |purpose| seal.token(reminder.id, &as_slices(&signed_parts(purpose, reminder)));
        let data = &actor.data;
        let zone = self.curation.settings.zone;
        Ok(Letter {
            id: reminder.id,
            to,
            language: reminder.language.clone(),
            name: data.name.clone(),
            slug: data.slug.clone(),
            kind: data.kind,
            verified_on: data.verification.map(|verification| verification.on),
            website: data.website.clone(),
            email: data.email.clone(),
            phone: data.phone.clone(),
            still_right: token(ReminderAnswer::StillRight),
            archive: token(ReminderAnswer::Archive),
            until: crate::day::day_in(reminder.expires_at, zone) - Days::new(1),
        })
    }

    /// The key of this directory, made when it is needed first.
    async fn seal(&mut self) -> Result<Seal, CurationError> {
        let fresh = Seal::fresh_key(&*self.curation.sources);
        let key = self.writer.signing_key(KEY, &fresh).await?;
        Seal::of(&key).ok_or(CurationError::UnusableKey)
    }
}

/// Whether there may be another mail about an entry that is due.
struct Turn<'a> {
    policy: &'a ReminderPolicy,
    now: DateTime<Utc>,
    zone: chrono_tz::Tz,
}

impl Turn<'_> {
    /// `since` an entry is due that was made at `created_at`.
    fn has_come(&self, since: NaiveDate, created_at: DateTime<Utc>, past: &[store::Reminded]) -> bool {
        // Whoever has just made an entry knows what it says, however old the list is that it comes from.
        let made = crate::day::day_in(created_at, self.zone);
        if made + Days::new(self.policy.first_after_days.into()) > crate::day::day_in(self.now, self.zone) {
            return false;
        }
        let pause = chrono::Duration::days(self.policy.again_after_days.get().into());
        let asked = past.iter().filter(|one| crate::day::day_in(one.at, self.zone) >= since);
        past.iter().all(|one| one.at + pause <= self.now)
            && asked.clone().count() < usize::try_from(self.policy.at_most.get()).unwrap_or(usize::MAX)
            // Staff have it on their desk then.
            && asked.clone().all(|one| one.answer != Some(ReminderAnswer::Archive))
    }
}

/// The person or function that a reminder goes to.
type Person = (PersonId, EmailAddress, Language);
/// Those who may be written to, by actor.
type People = std::collections::HashMap<ActorId, Person>;

#[cfg(test)]
mod tests {
    use store::Reminded;

    use super::*;

    fn day(day: u32) -> DateTime<Utc> {
        NaiveDate::from_ymd_opt(2026, 5, day).and_then(|day| day.and_hms_opt(12, 0, 0)).expect("a day").and_utc()
    }

    #[test]
    fn a_turn_comes_after_the_pause_until_there_were_enough() {
        let policy = ReminderPolicy {
            again_after_days: NonZero::new(10).expect("not 0"),
            at_most: NonZero::new(2).expect("not 0"),
            first_after_days: 10,
            ..ReminderPolicy::default()
        };
        let turn = Turn { policy: &policy, now: day(30), zone: chrono_tz::Europe::Berlin };
        let since = day(5).date_naive();
        let at = |day_of_may| Reminded { at: day(day_of_may), answer: None };
        assert!(turn.has_come(since, day(1), &[]));
        assert!(turn.has_come(since, day(1), &[at(20)]), "ten days later");
        assert!(!turn.has_come(since, day(1), &[at(21)]), "nine days later");
        assert!(!turn.has_come(since, day(1), &[at(6), at(18)]), "two are enough");
        assert!(turn.has_come(since, day(1), &[at(1), at(2), at(18)]), "those of the time before do not count");
        let archive = Reminded { at: day(6), answer: Some(ReminderAnswer::Archive) };
        assert!(!turn.has_come(since, day(1), &[archive]), "staff are to look at it");
    }

    #[test]
    fn an_entry_that_was_just_made_is_not_asked_about() {
        let policy = ReminderPolicy { first_after_days: 10, ..ReminderPolicy::default() };
        let turn = Turn { policy: &policy, now: day(30), zone: chrono_tz::Europe::Berlin };
        let has_come = |since, made| turn.has_come(day(since).date_naive(), day(made), &[]);
        assert!(!has_come(30, 30) && !has_come(21, 21));
        assert!(has_come(20, 20), "ten days later");
        assert!(!has_come(1, 21), "however long ago the list it comes from was confirmed");
    }
}
