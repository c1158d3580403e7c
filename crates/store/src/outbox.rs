//! The outbox: mails that are to be sent or were, and who wants no more of them.
//!
//! A mail is put here by the transaction that gives the reason for it, so that neither is there without the other. It
//! keeps no text, and an address only where it can be looked up nowhere else, until it is sent: it knows what it is about, and
//! whoever sends it looks up the rest.

use chrono::{DateTime, Utc};
use domain::{ActorId, EmailAddress, Language, PersonId};
use sea_orm::{ConnectionTrait, QueryResult, Value};
use uuid::Uuid;

use crate::{
    Store, StoreError, Writer,
    reminders::{word, words},
    rows,
};

words! {
    /// What a mail is for.
    MailPurpose "the purpose of a mail" {
        /// Asks one side of a cooperation link whether it is true. The subject is the link, the occasion the side.
        LinkConfirmation "link-confirmation",
        /// Tells who made a proposal that it was received. The subject is the proposal.
        ProposalReceipt "proposal-receipt",
        /// Tells who made a proposal what became of it. The subject is the proposal.
        ProposalDecision "proposal-decision",
        /// Tells an actor that it is listed now. The subject is the actor.
        Welcome "welcome",
        /// Tells somebody of the staff what is due. The subject is the account, the occasion the day.
        Digest "digest",
    }
}

words! {
    /// What became of a mail.
    MailState "the state of a mail" {
        /// To be sent once it is due.
        Queued "queued",
        /// Written down, and perhaps sent: what came in between is not known, so it counts as sent.
        Noted "noted",
        /// A mail server has taken it.
        Sent "sent",
        /// A mail server has refused it for good.
        Refused "refused",
        /// There is no address that it may go to.
        NoAddress "no-address",
        /// It is no longer needed or wanted, or could not be sent in time.
        Dropped "dropped",
    }
}

words! {
    /// What was answered by the link of a mail.
    MailAnswer "an answer to a mail" {
        /// It is so.
        Confirm "confirm",
        /// It is not so.
        Decline "decline",
    }
}

/// A mail of the outbox.
#[derive(Clone, PartialEq, Eq)]
pub struct OutboxMail {
    /// Its id.
    pub id: Uuid,
    /// What it is for.
    pub purpose: MailPurpose,
    /// What it is about.
    pub subject: Uuid,
    /// Which mail of this purpose about this subject; there is one of each.
    pub occasion: String,
    /// The entry it goes to or is about.
    pub actor: Option<ActorId>,
    /// Who gets it: an actor, an account, or the pseudonym of an address.
    pub recipient: Uuid,
    /// Where it goes to, where that can be looked up nowhere else; gone once it is sent.
    pub address: Option<EmailAddress>,
    /// The contact person it went to; `None` for the address of the function, or before it was written.
    pub person: Option<PersonId>,
    /// The language it is written in, once it is, or that its recipient is known to read.
    pub language: Option<Language>,
    /// When the reason for it came up.
    pub created_at: DateTime<Utc>,
    /// Not sent before.
    pub due_at: DateTime<Utc>,
    /// When it was written down as sent, which is before it was.
    pub noted_at: Option<DateTime<Utc>>,
    /// Until when its links work.
    pub expires_at: Option<DateTime<Utc>>,
    /// What became of it.
    pub state: MailState,
    /// What was answered, if anything was.
    pub answer: Option<MailAnswer>,
    /// When.
    pub answered_at: Option<DateTime<Utc>>,
}

/// Shows which one only: an address is a person's.
impl std::fmt::Debug for OutboxMail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "OutboxMail({}, {:?}, {:?}, …)", self.id, self.purpose, self.state)
    }
}

impl MailPurpose {
    /// The purpose under which it is kept that a recipient wants no more: the two mails about a proposal end together.
    pub(crate) const fn stop_word(self) -> &'static str {
        match self {
            Self::ProposalDecision => Self::ProposalReceipt.word(),
            other => other.word(),
        }
    }
}

impl OutboxMail {
    /// A mail that is to be sent once it is due.
    pub fn new(id: Uuid, purpose: MailPurpose, subject: Uuid, recipient: Uuid, created_at: DateTime<Utc>) -> Self {
        Self {
            id,
            purpose,
            subject,
            occasion: String::new(),
            actor: None,
            recipient,
            address: None,
            person: None,
            language: None,
            created_at,
            due_at: created_at,
            noted_at: None,
            expires_at: None,
            state: MailState::Queued,
            answer: None,
            answered_at: None,
        }
    }
}

/// The columns of a mail, for [`mail`].
const COLUMNS: &str = "id, purpose, subject_id, occasion, actor_id, person_id, language, created_at, due_at, noted_at, \
                       expires_at, state, answer, answered_at, recipient_id, address";

impl Store {
    /// A mail by id; `None` when there is none.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Word`].
    pub async fn outbox_mail(&self, id: Uuid) -> Result<Option<OutboxMail>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM outbox WHERE id = $1");
        let found = rows::all(&self.reader(), "reading the outbox", sql, [id.into()]).await?;
        found.first().map(mail).transpose()
    }

    /// The mails about something, oldest first.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Word`].
    pub async fn outbox_mails_about(&self, purpose: MailPurpose, subject: Uuid) -> Result<Vec<OutboxMail>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM outbox WHERE purpose = $1 AND subject_id = $2 ORDER BY created_at, occasion, id"
        );
        let values = [purpose.word().into(), subject.into()];
        let found = rows::all(&self.reader(), "reading the outbox", sql, values).await?;
        found.iter().map(mail).collect()
    }

    /// The mails that are due at a time, those due longest first, at most so many.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn due_mails(&self, now: DateTime<Utc>, limit: u32) -> Result<Vec<Uuid>, StoreError> {
        let sql = format!("SELECT id FROM outbox WHERE state = $1 AND due_at <= $2 ORDER BY due_at, id LIMIT {limit}");
        let values = [MailState::Queued.word().into(), now.into()];
        let found = rows::all(&self.reader(), "reading the outbox", sql, values).await?;
        found.iter().map(|row| rows::get(row, "id")).collect()
    }

    /// Whether a recipient wants no more mail of a purpose.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn is_mail_stopped(&self, purpose: MailPurpose, recipient: Uuid) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM mail_stop WHERE purpose = $1 AND recipient_id = $2";
        let values = [purpose.stop_word().into(), recipient.into()];
        Ok(!rows::all(&self.reader(), "reading who wants no mail", sql, values).await?.is_empty())
    }
}

impl Writer {
    /// Puts a mail into the outbox; nothing happens where there is one of this occasion already.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn queue_mail(&mut self, mail: &OutboxMail) -> Result<(), StoreError> {
        let sql = "INSERT INTO outbox (id, purpose, subject_id, occasion, actor_id, created_at, due_at, state, \
                   recipient_id, address, language) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
                   ON CONFLICT (purpose, subject_id, occasion) DO NOTHING";
        let values: [Value; 11] = [
            mail.id.into(),
            mail.purpose.word().into(),
            mail.subject.into(),
            mail.occasion.as_str().into(),
            mail.actor.map(ActorId::uuid).into(),
            mail.created_at.into(),
            mail.due_at.into(),
            mail.state.word().into(),
            mail.recipient.into(),
            mail.address.as_ref().map(|address| address.as_str().to_owned()).into(),
            mail.language.as_ref().map(|language| language.as_str().to_owned()).into(),
        ];
        rows::run(&self.transaction, "queueing a mail", sql, values).await
    }

    /// Writes down that a mail is sent now, to whom and how; `false` when somebody else has taken it.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn note_mail(&mut self, mail: &OutboxMail) -> Result<bool, StoreError> {
        let sql = "UPDATE outbox SET state = $2, person_id = $3, language = $4, noted_at = $5, expires_at = $6 \
                   WHERE id = $1 AND state = $7";
        let values: [Value; 7] = [
            mail.id.into(),
            MailState::Noted.word().into(),
            mail.person.map(PersonId::uuid).into(),
            mail.language.as_ref().map(|language| language.as_str().to_owned()).into(),
            mail.noted_at.into(),
            mail.expires_at.into(),
            MailState::Queued.word().into(),
        ];
        Ok(rows::affected_rows(&self.transaction, "noting a mail", sql, values).await? > 0)
    }

    /// Writes down what became of a mail; its address goes.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn settle_mail(&mut self, id: Uuid, state: MailState) -> Result<(), StoreError> {
        let sql = "UPDATE outbox SET state = $2, address = NULL WHERE id = $1";
        rows::run(&self.transaction, "settling a mail", sql, [id.into(), state.word().into()]).await
    }

    /// Puts a mail that was certainly not sent back until a later time.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn postpone_mail(&mut self, id: Uuid, due_at: DateTime<Utc>) -> Result<(), StoreError> {
        let sql = "UPDATE outbox SET state = $2, due_at = $3 WHERE id = $1";
        let values: [Value; 3] = [id.into(), MailState::Queued.word().into(), due_at.into()];
        rows::run(&self.transaction, "postponing a mail", sql, values).await
    }

    /// Forgets the addresses of mails that were written down before `noted` and of which nobody knows whether they were
    /// sent, and of those that have waited since before `created`; says how many.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn forget_mail_addresses(
        &mut self,
        noted: DateTime<Utc>,
        created: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        let sql = "UPDATE outbox SET address = NULL \
                   WHERE address IS NOT NULL AND ((state = $1 AND noted_at < $2) OR created_at < $3)";
        let values = [MailState::Noted.word().into(), noted.into(), created.into()];
        rows::affected_rows(&self.transaction, "forgetting addresses of mails", sql, values).await
    }

    /// How many mails of a purpose were written to a recipient since a time.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn count_noted_mails(
        &self,
        purpose: MailPurpose,
        recipient: Uuid,
        since: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        let sql = "SELECT count(*) AS count FROM outbox \
                   WHERE recipient_id = $1 AND purpose = $2 AND noted_at >= $3 AND state <> $4";
        let values: [Value; 4] =
            [recipient.into(), purpose.word().into(), since.into(), MailState::Queued.word().into()];
        let found = rows::all(&self.transaction, "counting mails", sql, values).await?;
        found.first().map_or(Ok(0), |row| rows::sequence(row, "count"))
    }

    /// Takes what is answered by the link of a mail; `false` when it has been answered before.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn answer_mail(&mut self, id: Uuid, answer: MailAnswer) -> Result<bool, StoreError> {
        let sql = "UPDATE outbox SET answer = $2, answered_at = $3 WHERE id = $1 AND answered_at IS NULL";
        let values = [id.into(), answer.word().into(), self.at.into()];
        Ok(rows::affected_rows(&self.transaction, "answering a mail", sql, values).await? > 0)
    }

    /// Writes down that a recipient wants no more mail of a purpose.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn stop_mail(&mut self, purpose: MailPurpose, recipient: Uuid) -> Result<(), StoreError> {
        let sql = "INSERT INTO mail_stop (purpose, recipient_id, created_at) VALUES ($1, $2, $3) \
                   ON CONFLICT (purpose, recipient_id) DO NOTHING";
        let values = [purpose.stop_word().into(), recipient.into(), self.at.into()];
        rows::run(&self.transaction, "stopping mail", sql, values).await
    }
}

/// What waited when a backup was made may have been sent since: nobody gets it twice.
pub(crate) async fn drop_queued_mails(connection: &impl ConnectionTrait) -> Result<(), StoreError> {
    let values = [MailState::Dropped.word().into(), MailState::Queued.word().into()];
    rows::run(
        connection,
        "emptying the outbox",
        "UPDATE outbox SET state = $1, address = NULL WHERE state = $2",
        values,
    )
    .await
}

/// A mail from its columns.
fn mail(row: &QueryResult) -> Result<OutboxMail, StoreError> {
    let language = rows::get::<Option<String>>(row, "language")?;
    let address = rows::get::<Option<String>>(row, "address")?;
    let unknown_address = || StoreError::Word { word: String::new(), wanted: "an e-mail address" };
    let unknown = |word: String| StoreError::Word { word, wanted: "a language" };
    Ok(OutboxMail {
        id: rows::get(row, "id")?,
        purpose: rows::get::<String>(row, "purpose")?.parse()?,
        subject: rows::get(row, "subject_id")?,
        occasion: rows::get(row, "occasion")?,
        actor: rows::get::<Option<Uuid>>(row, "actor_id")?.map(ActorId::from),
        person: rows::get::<Option<Uuid>>(row, "person_id")?.map(PersonId::from),
        language: language.map(|tag| tag.parse().map_err(|_| unknown(tag.clone()))).transpose()?,
        created_at: rows::get(row, "created_at")?,
        due_at: rows::get(row, "due_at")?,
        noted_at: rows::get(row, "noted_at")?,
        expires_at: rows::get(row, "expires_at")?,
        state: rows::get::<String>(row, "state")?.parse()?,
        answer: word(row, "answer")?,
        answered_at: rows::get(row, "answered_at")?,
        recipient: rows::get(row, "recipient_id")?,
        address: address.map(|text| text.parse().map_err(|_| unknown_address())).transpose()?,
    })
}
