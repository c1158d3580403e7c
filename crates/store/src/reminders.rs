//! Mails that asked whether an entry is still true, and the keys that sign what they hold.
//!
//! A reminder keeps no address: it knows the entry and, where it went to a person, which one. How
//! often somebody may be asked is the business of whoever writes them.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::{ActorId, Language, PersonId};
use sea_orm::{ConnectionTrait, QueryResult};
use secrecy::{ExposeSecret, SecretString};
use uuid::Uuid;

use crate::{Store, StoreError, Writer, rows};

/// A mail that asks whether an entry is still true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// Its id.
    pub id: Uuid,
    /// Which entry it asks about.
    pub actor: ActorId,
    /// The version of the entry that it asks about.
    pub version: u32,
    /// The contact person it goes to; `None` for the address of the function.
    pub person: Option<PersonId>,
    /// The language it is written in.
    pub language: Language,
    /// When it was written down, which is before it was sent.
    pub created_at: DateTime<Utc>,
    /// Until when it may be answered.
    pub expires_at: DateTime<Utc>,
    /// What became of the mail.
    pub state: ReminderState,
    /// How it was answered, if it was.
    pub answer: Option<ReminderAnswer>,
    /// When.
    pub answered_at: Option<DateTime<Utc>>,
}

/// An enum whose variants are kept as words.
macro_rules! words {
    ($(#[$enum:meta])* $name:ident $wanted:literal { $($(#[$doc:meta])* $variant:ident $word:literal,)+ }) => {
        $(#[$enum])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$doc])* $variant,)+
        }

        impl $name {
            /// The word that is stored.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = StoreError;

            fn from_str(word: &str) -> Result<Self, StoreError> {
                match word {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(StoreError::Word { word: word.to_owned(), wanted: $wanted }),
                }
            }
        }
    };
}

pub(crate) use words;

words! {
    /// What became of the mail of a reminder.
    ReminderState "the state of a reminder" {
        /// Written down, and perhaps sent: what came in between is not known, so it counts as sent.
        Noted "noted",
        /// A mail server has taken it.
        Sent "sent",
        /// A mail server has refused it for good.
        Refused "refused",
    }
}

words! {
    /// How a reminder was answered.
    ReminderAnswer "an answer to a reminder" {
        /// The entry is still right.
        StillRight "still-right",
        /// The entry should be archived.
        Archive "archive",
    }
}

/// A reminder as far as it matters for whether there should be another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reminded {
    /// When it was written down.
    pub at: DateTime<Utc>,
    /// How it was answered, if it was.
    pub answer: Option<ReminderAnswer>,
}

/// The columns of a reminder, as they are written and, by their names, read.
const COLUMNS: &str = "id, actor_id, version, person_id, language, created_at, expires_at, state, answer, answered_at";

impl Store {
    /// A reminder by id; `None` when there is none.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Word`].
    pub async fn reminder(&self, id: Uuid) -> Result<Option<Reminder>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM reminder WHERE id = $1");
        let found = rows::all(&self.reader(), "reading a reminder", sql, [id.into()]).await?;
        found.first().map(reminder).transpose()
    }

    /// Every reminder about an actor, oldest first.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Word`].
    pub async fn reminders_of(&self, actor: ActorId) -> Result<Vec<Reminder>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM reminder WHERE actor_id = $1 ORDER BY created_at, id");
        let found = rows::all(&self.reader(), "reading reminders", sql, [actor.uuid().into()]).await?;
        found.iter().map(reminder).collect()
    }

    /// The newest reminder about each of some actors.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Word`].
    pub async fn newest_reminders(&self, actors: &[ActorId]) -> Result<HashMap<ActorId, Reminder>, StoreError> {
        let mut newest: HashMap<ActorId, Reminder> = HashMap::new();
        let before = format!("SELECT {COLUMNS} FROM reminder WHERE actor_id");
        let ids = actors.iter().map(|actor| actor.uuid().into());
        for row in rows::all_in(&self.reader(), "reading reminders", &before, ids).await? {
            let reminder = reminder(&row)?;
            let is_newer = |known: &Reminder| (known.created_at, known.id) < (reminder.created_at, reminder.id);
            if newest.get(&reminder.actor).is_none_or(is_newer) {
                newest.insert(reminder.actor, reminder);
            }
        }
        Ok(newest)
    }

    /// When each actor was reminded, and how that was answered; in no order.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Word`].
    pub async fn reminder_answers(&self) -> Result<HashMap<ActorId, Vec<Reminded>>, StoreError> {
        let sql = "SELECT actor_id, created_at, answer FROM reminder";
        let mut all: HashMap<ActorId, Vec<Reminded>> = HashMap::new();
        for row in rows::all(&self.reader(), "reading reminders", sql, []).await? {
            let reminded = Reminded { at: rows::get(&row, "created_at")?, answer: word(&row, "answer")? };
            all.entry(rows::get::<Uuid>(&row, "actor_id")?.into()).or_default().push(reminded);
        }
        Ok(all)
    }

    /// How many reminders were written down since a time, by whichever node.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn count_reminders_since(&self, time: DateTime<Utc>) -> Result<u64, StoreError> {
        let sql = "SELECT count(*) AS reminders FROM reminder WHERE created_at > $1";
        let found = rows::all(&self.reader(), "counting reminders", sql, [time.into()]).await?;
        found.first().map_or(Ok(0), |row| rows::sequence(row, "reminders"))
    }

    /// A signing key by name; `None` when there is none yet.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn signing_key(&self, name: &str) -> Result<Option<SecretString>, StoreError> {
        signing_key(&self.reader(), name).await
    }
}

impl Writer {
    /// As [`Store::reminder_answers`], of one actor and with what this writer has written.
    ///
    /// # Errors
    /// As [`Store::reminder_answers`].
    pub async fn reminder_answers(&self, actor: ActorId) -> Result<Vec<Reminded>, StoreError> {
        let sql = "SELECT created_at, answer FROM reminder WHERE actor_id = $1";
        let found = rows::all(&self.transaction, "reading reminders", sql, [actor.uuid().into()]).await?;
        found
            .iter()
            .map(|row| Ok(Reminded { at: rows::get(row, "created_at")?, answer: word(row, "answer")? }))
            .collect()
    }

    /// Writes down a reminder that is about to be sent.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn add_reminder(&mut self, reminder: &Reminder) -> Result<(), StoreError> {
        let sql = format!("INSERT INTO reminder ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)");
        let values = [
            reminder.id.into(),
            reminder.actor.uuid().into(),
            i32::try_from(reminder.version).unwrap_or(i32::MAX).into(),
            reminder.person.map(PersonId::uuid).into(),
            reminder.language.as_str().into(),
            reminder.created_at.into(),
            reminder.expires_at.into(),
            reminder.state.word().into(),
            reminder.answer.map(ReminderAnswer::word).into(),
            reminder.answered_at.into(),
        ];
        rows::run(&self.transaction, "writing a reminder", sql, values).await
    }

    /// Writes down what became of a reminder's mail.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn settle_reminder(&mut self, id: Uuid, state: ReminderState) -> Result<(), StoreError> {
        let sql = "UPDATE reminder SET state = $2 WHERE id = $1";
        rows::run(&self.transaction, "writing a reminder", sql, [id.into(), state.word().into()]).await
    }

    /// Forgets a reminder whose mail was certainly never sent.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn forget_reminder(&mut self, id: Uuid) -> Result<(), StoreError> {
        let sql = "DELETE FROM reminder WHERE id = $1 AND answered_at IS NULL";
        rows::run(&self.transaction, "forgetting a reminder", sql, [id.into()]).await
    }

    /// Takes the answer to a reminder; `false` when it has been answered before.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn answer_reminder(&mut self, id: Uuid, answer: ReminderAnswer) -> Result<bool, StoreError> {
        let sql = "UPDATE reminder SET answer = $2, answered_at = $3 WHERE id = $1 AND answered_at IS NULL";
        let values = [id.into(), answer.word().into(), self.at.into()];
        Ok(rows::affected_rows(&self.transaction, "answering a reminder", sql, values).await? > 0)
    }

    /// The signing key of a name: the one that is kept, else `fresh`, which is kept from now on.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn signing_key(&mut self, name: &str, fresh: &SecretString) -> Result<SecretString, StoreError> {
        put_signing_key(&self.transaction, name, fresh, self.at).await
    }
}

/// The signing key of a name: the one that is kept, else `fresh`, which is kept from now on.
pub(crate) async fn put_signing_key(
    connection: &impl ConnectionTrait,
    name: &str,
    fresh: &SecretString,
    at: DateTime<Utc>,
) -> Result<SecretString, StoreError> {
    let sql = "INSERT INTO signing_key (name, key, created_at) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING";
    let values = [name.into(), fresh.expose_secret().into(), at.into()];
    rows::run(connection, "writing a signing key", sql, values).await?;
    Ok(signing_key(connection, name).await?.unwrap_or_else(|| fresh.clone()))
}

async fn signing_key(connection: &impl ConnectionTrait, name: &str) -> Result<Option<SecretString>, StoreError> {
    let sql = "SELECT key FROM signing_key WHERE name = $1";
    let found = rows::all(connection, "reading a signing key", sql, [name.into()]).await?;
    found.first().map(|row| Ok(rows::get::<String>(row, "key")?.into())).transpose()
}

/// A word that may be missing.
pub(crate) fn word<T: std::str::FromStr<Err = StoreError>>(
    row: &QueryResult,
    column: &str,
) -> Result<Option<T>, StoreError> {
    rows::get::<Option<String>>(row, column)?.map(|word| word.parse()).transpose()
}

/// A reminder from its columns.
fn reminder(row: &QueryResult) -> Result<Reminder, StoreError> {
    let language: String = rows::get(row, "language")?;
    Ok(Reminder {
        id: rows::get(row, "id")?,
        actor: rows::get::<Uuid>(row, "actor_id")?.into(),
        version: rows::version(row, "version")?,
        person: rows::get::<Option<Uuid>>(row, "person_id")?.map(PersonId::from),
        language: language.parse().map_err(|_| StoreError::Word { word: language, wanted: "a language" })?,
        created_at: rows::get(row, "created_at")?,
        expires_at: rows::get(row, "expires_at")?,
        state: rows::get::<String>(row, "state")?.parse()?,
        answer: word(row, "answer")?,
        answered_at: rows::get(row, "answered_at")?,
    })
}
