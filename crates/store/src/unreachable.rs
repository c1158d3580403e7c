//! Whom no mail could reach: actors to which the last mail, a reminder or another, was refused for good or had nowhere to
//! go.

use chrono::{DateTime, Utc};
use domain::ActorId;
use uuid::Uuid;

use crate::{MailState, ReminderState, Store, StoreError, rows};

/// So many are listed, newest first.
const LISTED: u32 = 500;

/// Why a mail did not reach an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailFailure {
    /// The mail server refused it for good.
    Refused,
    /// There is no address that it may go to.
    NoAddress,
}

/// An actor that the last mail did not reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreachableActor {
    /// Which actor.
    pub actor: ActorId,
    /// When it was tried.
    pub at: DateTime<Utc>,
    /// Why it was not reached.
    pub failure: MailFailure,
}

impl Store {
    /// The published actors that the last mail did not reach and whose entry has not been changed since, newest first,
    /// at most five hundred.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn unreachable_actors(&self) -> Result<Vec<UnreachableActor>, StoreError> {
        let sql = format!(
            "SELECT m.actor_id, m.at, m.state FROM ( \
               SELECT actor_id, at, state, row_number() OVER (PARTITION BY actor_id ORDER BY at DESC, id DESC) AS place \
               FROM (SELECT id, actor_id, created_at AS at, state FROM reminder \
                     UNION ALL \
                     SELECT id, actor_id, COALESCE(noted_at, due_at) AS at, state FROM outbox \
                     WHERE actor_id IS NOT NULL AND state NOT IN ($1, $2)) sent \
             ) m JOIN actor t ON t.id = m.actor_id \
             WHERE m.place = 1 AND m.state IN ($3, $4) AND t.status = $5 AND t.updated_at <= m.at \
             ORDER BY m.at DESC, m.actor_id LIMIT {LISTED}"
        );
        let values = [
            MailState::Queued.word().into(),
            MailState::Dropped.word().into(),
            MailState::Refused.word().into(),
            MailState::NoAddress.word().into(),
            domain::LifeStatus::Published.slug().into(),
        ];
        // Both tables have the same word for it.
        debug_assert_eq!(MailState::Refused.word(), ReminderState::Refused.word());
        let found = rows::all(&self.reader(), "listing whom no mail reaches", sql, values).await?;
        found
            .iter()
            .map(|row| {
                let state: String = rows::get(row, "state")?;
                let failure = match state.parse()? {
                    MailState::NoAddress => MailFailure::NoAddress,
                    _ => MailFailure::Refused,
                };
                Ok(UnreachableActor {
                    actor: rows::get::<Uuid>(row, "actor_id")?.into(),
                    at: rows::get(row, "at")?,
                    failure,
                })
            })
            .collect()
    }
}
