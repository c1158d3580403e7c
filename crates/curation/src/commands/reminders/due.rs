//! Who gets a reminder, and writing down that they do.

use std::collections::HashMap;

use chrono::Days;
use domain::{Actor, ActorId, ContactPerson, EmailAddress, Language, PersonId, Record};
use futures_util::TryStreamExt;
use messages::LANGUAGES;
use store::{Reminder, ReminderState, Store, StoreError};
use uuid::Uuid;

use super::{Delivery, Letter, People, Person, ReminderPolicy, Turn};
use crate::{Curation, CurationError, Editor, command_span::command, reading::due::Due};

/// An entry about which somebody would be asked now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueReminder {
    /// The entry.
    pub due: Due,
    /// Who would be asked.
    pub to: Recipient,
}

/// Who is asked about an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// Where the mail goes to.
    pub address: EmailAddress,
    /// The contact person whose address that is; `None` for the address of the function.
    pub person: Option<PersonId>,
    /// The language they are written to in.
    pub language: Language,
}

impl Curation {
    /// The entries about which somebody would be asked now, those due longest first, at most `limit` of
    /// them. Reads every actor once.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn reminders_due(&self, _by: &Editor, limit: usize) -> Result<Vec<DueReminder>, CurationError> {
        let (today, turn) = (self.today(), self.turn());
        let reminded = self.store.reminder_answers().await?;
        let people = self.people_to_ask().await?;
        let mut found = Vec::new();
        let mut actors = self.store.all::<Actor>().await?;
        while let Some(actor) = actors.try_next().await? {
            let Some(due) = self.due(&actor, today) else { continue };
            let past = reminded.get(&actor.id).map_or(&[][..], Vec::as_slice);
            if turn.has_come(due.since, actor.created_at, past)
                && let Some(to) = recipient(&actor, people.get(&actor.id))
            {
                found.push(DueReminder { due, to });
            }
        }
        found.sort_by(|one, other| one.due.cmp(&other.due));
        found.truncate(limit);
        for one in &mut found {
            one.to.language = mail_language(&self.store, &one.to).await?;
        }
        Ok(found)
    }

    /// Writes down that somebody is asked about an entry, and returns the mail to send. `None` when it
    /// is no longer due, has nobody to ask, or has been asked about meanwhile: who and whether is looked
    /// at anew, so that a consent that was withdrawn a moment ago counts.
    ///
    /// # Errors
    /// [`CurationError::Store`] or [`CurationError::UnusableKey`].
    pub async fn note_reminder(&self, by: &Editor, actor: ActorId) -> Result<Option<Letter>, CurationError> {
        command("note_reminder", async {
            let mut work = self.begin(by, None).await?;
            let Some(record) = work.writer.get::<Actor>(actor).await? else { return Ok(None) };
            let Some(due) = self.due(&record, self.today()) else { return Ok(None) };
            let past = work.writer.reminder_answers(actor).await?;
            if !self.turn().has_come(due.since, record.created_at, &past) {
                return Ok(None);
            }
            let people = work.writer.of_actor::<ContactPerson>(actor).await?;
            let person = people.iter().find_map(|person| to_ask(&self.settings.reminders, person));
            let Some(to) = recipient(&record, person.as_ref()) else { return Ok(None) };
            let language = mail_language(&work.writer.view(), &to).await?;
            let created_at = self.sources.now();
            let reminder = Reminder {
                id: work.new_id(),
                actor,
                version: record.version,
                person: to.person,
                language,
                created_at,
                expires_at: created_at + Days::new(self.settings.reminders.links_last_days.get().into()),
                state: ReminderState::Noted,
                answer: None,
                answered_at: None,
            };
            work.writer.add_reminder(&reminder).await?;
            let letter = work.letter(&reminder, &record, to.address).await?;
            Ok(Some(work.finish(letter).await?.value))
        })
        .await
    }

    /// Writes down what became of a reminder's mail.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn settle_reminder(&self, by: &Editor, id: Uuid, delivery: Delivery) -> Result<(), CurationError> {
        command("settle_reminder", async {
            let mut work = self.begin(by, None).await?;
            match delivery {
                Delivery::Taken => work.writer.settle_reminder(id, ReminderState::Sent).await?,
                Delivery::Refused => work.writer.settle_reminder(id, ReminderState::Refused).await?,
                Delivery::NotTaken => work.writer.forget_reminder(id).await?,
                Delivery::Unknown => return Ok(()),
            }
            work.finish(()).await?;
            Ok(())
        })
        .await
    }

    fn turn(&self) -> Turn<'_> {
        Turn { policy: &self.settings.reminders, now: self.sources.now(), zone: self.settings.zone }
    }

    /// The contact persons who may be asked, the first of each actor.
    async fn people_to_ask(&self) -> Result<People, CurationError> {
        let mut people = HashMap::new();
        let mut all = self.store.all::<ContactPerson>().await?;
        while let Some(person) = all.try_next().await? {
            if let Some(found) = to_ask(&self.settings.reminders, &person) {
                people.entry(person.data.actor).or_insert(found);
            }
        }
        Ok(people)
    }
}

/// A contact person who has agreed to be asked, and the language in which they agreed.
fn to_ask(policy: &ReminderPolicy, person: &Record<ContactPerson>) -> Option<Person> {
    let email = person.data.email.as_ref()?;
    let consent = email.consent.as_ref().filter(|consent| consent.is_in_force())?;
    let purpose = consent.purpose.trim().to_lowercase();
    let agreed = policy.consent_purposes.iter().any(|allowed| allowed.trim().to_lowercase() == purpose);
    agreed.then(|| (person.id, email.value.clone(), consent.text_language.clone()))
}

/// Who is written to about an entry by mail in any language of the interface.
pub(crate) async fn mail_recipient(
    store: &Store,
    policy: &ReminderPolicy,
    actor: &Record<Actor>,
    people: &[Record<ContactPerson>],
) -> Result<Option<Recipient>, StoreError> {
    let person = people.iter().find_map(|person| to_ask(policy, person));
    let Some(mut to) = recipient(actor, person.as_ref()) else { return Ok(None) };
    to.language = mail_language(store, &to).await?;
    Ok(Some(to))
}

/// The address of the function before that of a person, who is bothered only where there is no other.
fn recipient(actor: &Record<Actor>, person: Option<&Person>) -> Option<Recipient> {
    if let Some(address) = actor.data.email.clone() {
        return Some(Recipient { address, person: None, language: Language::german() });
    }
    let (id, address, language) = person.cloned()?;
    Some(Recipient { address, person: Some(id), language })
}

/// The language of the catalogues in which somebody is written to: that of a person's consent; that which an account of the
/// address has chosen; else German, the agency's. What an association speaks with people is not what its board reads.
async fn mail_language(store: &Store, to: &Recipient) -> Result<Language, StoreError> {
    let chosen = match to.person {
        Some(_) => Some(to.language.clone()),
        None => store.account_by_email(to.address.as_str()).await?.and_then(|account| account.language),
    };
    Ok(chosen.filter(|language| LANGUAGES.contains(&language.primary())).unwrap_or_else(Language::german))
}
