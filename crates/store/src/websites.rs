//! What came of looking whether the websites of actors answer. Seen by staff only; no part of any
//! entry's history, as the entry says the same before and after.

use std::collections::HashMap;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::{Actor, ActorId, LifeStatus, Record};
use sea_orm::QueryResult;
use uuid::Uuid;

use crate::{
    DayPlace, Store, StoreError, Writer,
    listing::{List, Page, PageRequest},
    reminders::words,
    rows,
};

/// The newest look at an actor's website.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebsiteCheck {
    /// Whose website.
    pub actor: ActorId,
    /// The address that was asked.
    pub url: String,
    /// When.
    pub checked_at: DateTime<Utc>,
    /// When to look again, at the earliest.
    pub next_at: DateTime<Utc>,
    /// What came of it.
    pub outcome: WebsiteOutcome,
    /// The last HTTP status, where there was an answer.
    pub status: Option<u16>,
    /// Where the website has moved to for good.
    pub leads_to: Option<String>,
    /// The day since which it has not been as it should; `None` while it is.
    pub troubled_since: Option<NaiveDate>,
}

words! {
    /// What came of looking at a website.
    WebsiteOutcome "what came of a look at a website" {
        /// It answers.
        Fine "fine",
        /// It answers at another address, to which it has moved for good.
        Moved "moved",
        /// There is no such page (any more).
        Missing "missing",
        /// It lets nobody in, or not us.
        Refused "refused",
        /// Its server has a fault.
        Faulty "faulty",
        /// Nobody answers: no such name, no server, no trustworthy certificate.
        Unreachable "unreachable",
        /// It takes too long.
        TooSlow "too-slow",
        /// It leads in circles or too far.
        Astray "astray",
        /// Its name leads to where only machines of one network are.
        NotPublic "not-public",
        /// It asked us to come back later; nothing is known.
        Later "later",
    }
}

impl WebsiteOutcome {
    /// Whether somebody should look at the website.
    pub const fn is_trouble(self) -> bool {
        !matches!(self, Self::Fine | Self::Later)
    }
}

/// The columns of a look, for [`check`].
const COLUMNS: &str = "w.actor_id, w.url, w.checked_at, w.next_at, w.outcome, w.status, w.leads_to, w.troubled_day";

impl Store {
    /// The newest look at each website, by actor.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Word`].
    pub async fn website_checks(&self) -> Result<HashMap<ActorId, WebsiteCheck>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM website_check w");
        let found = rows::all(&self.reader(), "reading looks at websites", sql, []).await?;
        found.iter().map(|row| check(row).map(|check| (check.actor, check))).collect()
    }

    /// At how many websites was looked since a time, by whichever node.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn count_website_checks_since(&self, time: DateTime<Utc>) -> Result<u64, StoreError> {
        let sql = "SELECT count(*) AS checks FROM website_check WHERE checked_at > $1";
        let found = rows::all(&self.reader(), "counting looks at websites", sql, [time.into()]).await?;
        found.first().map_or(Ok(0), |row| rows::sequence(row, "checks"))
    }

    /// The newest look at an actor's website; `None` when nobody has looked.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Word`].
    pub async fn website_check(&self, actor: ActorId) -> Result<Option<WebsiteCheck>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM website_check w WHERE w.actor_id = $1");
        let found = rows::all(&self.reader(), "reading a look at a website", sql, [actor.uuid().into()]).await?;
        found.first().map(check).transpose()
    }

    /// Published actors whose websites are not as they should be, those for longest first.
    ///
    /// # Errors
    /// [`StoreError::Database`], [`StoreError::Word`] or [`StoreError::Unreadable`].
    pub async fn troubled_websites(
        &self,
        page_request: &PageRequest<DayPlace>,
    ) -> Result<Page<DayPlace, (Record<Actor>, WebsiteCheck)>, StoreError> {
        let read = |row: &QueryResult| {
            let record = rows::record::<Actor>(row)?;
            let check = check(row)?;
            let day = check.troubled_since.map_or(i32::MAX, |day| day.num_days_from_ce());
            Ok(((day, record.id.uuid()), (record, check)))
        };
        trouble_list().page(&self.reader(), page_request, read).await
    }

    /// How many published actors have a website that is not as it should be.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn count_troubled_websites(&self) -> Result<u64, StoreError> {
        trouble_list().count(&self.reader()).await
    }
}

impl Writer {
    /// Writes the newest look at a website.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn save_website_check(&mut self, check: &WebsiteCheck) -> Result<(), StoreError> {
        let sql = "INSERT INTO website_check \
                   (actor_id, url, checked_at, next_at, outcome, status, leads_to, troubled_day) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (actor_id) DO UPDATE SET \
                   url = excluded.url, checked_at = excluded.checked_at, next_at = excluded.next_at, \
                   outcome = excluded.outcome, status = excluded.status, leads_to = excluded.leads_to, \
                   troubled_day = excluded.troubled_day";
        let values = [
            check.actor.uuid().into(),
            check.url.as_str().into(),
            check.checked_at.into(),
            check.next_at.into(),
            check.outcome.word().into(),
            check.status.map(i32::from).into(),
            check.leads_to.clone().into(),
            check.troubled_since.map(|day| day.num_days_from_ce()).into(),
        ];
        rows::run(&self.transaction, "writing a look at a website", sql, values).await
    }

    /// Forgets the looks at websites that are no longer there.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn forget_website_checks(&mut self, actors: &[ActorId]) -> Result<(), StoreError> {
        for actor in actors {
            let sql = "DELETE FROM website_check WHERE actor_id = $1";
            rows::run(&self.transaction, "forgetting a look at a website", sql, [actor.uuid().into()]).await?;
        }
        Ok(())
    }
}

/// The columns of an actor and of the look at its website, which have no name in common.
const BOTH: &str = "t.id, t.version, t.created_at, t.updated_at, t.body, t.sequence, t.is_public, \
                    w.actor_id, w.url, w.checked_at, w.next_at, w.outcome, w.status, w.leads_to, w.troubled_day";

fn trouble_list() -> List {
    let from = "website_check w JOIN actor t ON t.id = w.actor_id";
    let mut list = List::new("listing websites", BOTH, from, "w.troubled_day, w.actor_id");
    list.add_condition("w.troubled_day IS NOT NULL");
    list.only_where("t.status", Some(LifeStatus::Published.slug()));
    list
}

/// A look from its columns.
fn check(row: &QueryResult) -> Result<WebsiteCheck, StoreError> {
    let day: Option<i32> = rows::get(row, "troubled_day")?;
    Ok(WebsiteCheck {
        actor: rows::get::<Uuid>(row, "actor_id")?.into(),
        url: rows::get(row, "url")?,
        checked_at: rows::get(row, "checked_at")?,
        next_at: rows::get(row, "next_at")?,
        outcome: rows::get::<String>(row, "outcome")?.parse()?,
        status: rows::get::<Option<i32>>(row, "status")?.and_then(|status| u16::try_from(status).ok()),
        leads_to: rows::get(row, "leads_to")?,
        troubled_since: day.and_then(NaiveDate::from_num_days_from_ce_opt),
    })
}
