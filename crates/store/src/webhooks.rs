//! How far each webhook has been told of the changes. No part of any entry's history; what is told is read from the
//! public snapshot, of which this knows only the places in the log.

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;

use crate::{Store, StoreError, rows};

/// How far a webhook has been told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WebhookDelivery {
    /// The last change that its receiver has taken.
    pub sequence: u64,
    /// How often in a row it has not taken what came next.
    pub failures: u32,
    /// When it is tried again, at the earliest.
    pub due_at: DateTime<Utc>,
}

const READING: &str = "reading how far a webhook was told";
const WRITING: &str = "writing how far a webhook was told";

impl Store {
    /// How far a webhook has been told; `None` before it was ever used.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn webhook_delivery(&self, webhook: &str) -> Result<Option<WebhookDelivery>, StoreError> {
        find(&self.reader(), webhook).await
    }

    /// Puts a webhook's delivery in another's place, unless another service has changed it meanwhile; `None` is no
    /// delivery yet. Tells whether it did.
    ///
    /// # Errors
    /// [`StoreError::Busy`], [`StoreError::Database`]; then nothing has changed.
    pub async fn replace_webhook_delivery(
        &self,
        webhook: &str,
        before: Option<WebhookDelivery>,
        after: WebhookDelivery,
    ) -> Result<bool, StoreError> {
        // Who holds a transaction that writes is alone, so what it reads stays so.
        let transaction = self.write_transaction().await?;
        if find(&transaction, webhook).await? != before {
            return Ok(false);
        }
        let sql = "INSERT INTO webhook_delivery (webhook, sequence, failures, due_at) VALUES ($1, $2, $3, $4) \
                   ON CONFLICT (webhook) DO UPDATE SET sequence = excluded.sequence, failures = excluded.failures, \
                   due_at = excluded.due_at";
        let failures = i32::try_from(after.failures).unwrap_or(i32::MAX);
        let values = [webhook.into(), rows::number(after.sequence).into(), failures.into(), after.due_at.into()];
        rows::run(&transaction, WRITING, sql, values).await?;
        transaction.commit(None).await?;
        Ok(true)
    }
}

async fn find(connection: &impl ConnectionTrait, webhook: &str) -> Result<Option<WebhookDelivery>, StoreError> {
    let sql = "SELECT sequence, failures, due_at FROM webhook_delivery WHERE webhook = $1";
    let found = rows::all(connection, READING, sql, [webhook.into()]).await?;
    let read = |row| {
        Ok(WebhookDelivery {
            sequence: rows::sequence(row, "sequence")?,
            failures: rows::version(row, "failures")?,
            due_at: rows::get(row, "due_at")?,
        })
    };
    found.first().map(read).transpose()
}
