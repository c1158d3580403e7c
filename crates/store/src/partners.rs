//! Suggested partners that staff have dismissed.

use chrono::{DateTime, Utc};
use domain::ActorId;
use uuid::Uuid;

use crate::{Store, StoreError, Writer, rows};

impl Store {
    /// Whom staff have dismissed as a partner of an actor since a time.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn dismissed_partners(&self, of: ActorId, since: DateTime<Utc>) -> Result<Vec<ActorId>, StoreError> {
        let sql = "SELECT first_actor, second_actor FROM dismissed_partner \
                   WHERE (first_actor = $1 OR second_actor = $1) AND at >= $2 ORDER BY at DESC";
        let found =
            rows::all(&self.reader(), "reading dismissed partners", sql, [of.uuid().into(), since.into()]).await?;
        let partner = |row| {
            let (first, second): (Uuid, Uuid) = (rows::get(row, "first_actor")?, rows::get(row, "second_actor")?);
            Ok(if first == of.uuid() { second } else { first }.into())
        };
        found.iter().map(partner).collect()
    }
}

impl Writer {
    /// Remembers that two actors are not to be suggested to each other.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn dismiss_partner(&mut self, one: ActorId, other: ActorId) -> Result<(), StoreError> {
        let sql = "INSERT INTO dismissed_partner (first_actor, second_actor, at) VALUES ($1, $2, $3) \
                   ON CONFLICT (first_actor, second_actor) DO UPDATE SET at = excluded.at";
        let values = [one.min(other).uuid().into(), one.max(other).uuid().into(), self.at.into()];
        rows::run(&self.transaction, "dismissing a partner", sql, values).await
    }

    /// Lets two actors be suggested to each other again.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn readmit_partner(&mut self, one: ActorId, other: ActorId) -> Result<(), StoreError> {
        let sql = "DELETE FROM dismissed_partner WHERE first_actor = $1 AND second_actor = $2";
        let values = [one.min(other).uuid().into(), one.max(other).uuid().into()];
        rows::run(&self.transaction, "readmitting a partner", sql, values).await
    }
}
