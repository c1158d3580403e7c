//! What somebody should look at again: entries not verified for long, consents whose review is due.

use chrono::{Datelike, NaiveDate};
use domain::{Actor, ActorKind, ContactPerson, LifeStatus, Record};
use sea_orm::QueryResult;
use uuid::Uuid;

use crate::{
    Store, StoreError,
    listing::{List, Page, PageRequest},
    rows,
    stored::{NEVER, kind_word},
};

/// Where an entry stands in these lists: a day, counted from the year 1, then the id.
pub type DayPlace = (i32, Uuid);

/// Which published entries have not been verified for too long: those last verified on one of these
/// days or before, and those never verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// The day for every kind that is not named below.
    pub on: NaiveDate,
    /// The day by kind.
    pub by_kind: Vec<(ActorKind, NaiveDate)>,
}

impl Store {
    /// Published actors that have not been verified for too long: those never verified first, in the
    /// order in which they were made, then those verified longest ago.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Unreadable`].
    pub async fn stale_actors(
        &self,
        stale: &Stale,
        page_request: &PageRequest<DayPlace>,
    ) -> Result<Page<DayPlace, Record<Actor>>, StoreError> {
        let read = |row: &QueryResult| {
            let record = rows::record::<Actor>(row)?;
            let day = record.data.verification.map_or(NEVER, |verification| verification.on.num_days_from_ce());
            Ok(((day, record.id.uuid()), record))
        };
        stale_list(stale).page(&self.reader(), page_request, read).await
    }

    /// How many actors have not been verified for too long.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn count_stale_actors(&self, stale: &Stale) -> Result<u64, StoreError> {
        stale_list(stale).count(&self.reader()).await
    }

    /// Contact persons of whom a consent in force was to be reviewed on that day or before, longest
    /// due first.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Unreadable`].
    pub async fn due_reviews(
        &self,
        on: NaiveDate,
        page_request: &PageRequest<DayPlace>,
    ) -> Result<Page<DayPlace, Record<ContactPerson>>, StoreError> {
        let read = |row: &QueryResult| {
            let record = rows::record::<ContactPerson>(row)?;
            let day = record.data.next_review().map_or(i32::MAX, |day| day.num_days_from_ce());
            Ok(((day, record.id.uuid()), record))
        };
        review_list(on).page(&self.reader(), page_request, read).await
    }

    /// How many contact persons have a consent that is to be reviewed.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn count_due_reviews(&self, on: NaiveDate) -> Result<u64, StoreError> {
        review_list(on).count(&self.reader()).await
    }
}

fn stale_list(stale: &Stale) -> List {
    let mut list = List::new("listing what is due", rows::COLUMNS, "actor t", "t.verified_day, t.id");
    list.only_where("t.status", Some(LifeStatus::Published.slug()));
    // The latest of the days bounds the index; the days of single kinds choose within it.
    let latest = stale.by_kind.iter().map(|(_, day)| *day).chain([stale.on]).max().unwrap_or(stale.on);
    let latest = list.value(latest.num_days_from_ce());
    list.add_condition(format!("t.verified_day <= {latest}"));
    if !stale.by_kind.is_empty() {
        let general = list.value(stale.on.num_days_from_ce());
        let mut cases = String::new();
        for (kind, day) in &stale.by_kind {
            let (kind, day) = (list.value(kind_word(*kind)), list.value(day.num_days_from_ce()));
            cases.push_str(&format!(" WHEN t.kind = {kind} THEN {day}"));
        }
        let never = list.value(NEVER);
        list.add_condition(format!("(t.verified_day = {never} OR t.verified_day <= CASE{cases} ELSE {general} END)"));
    }
    list
}

fn review_list(on: NaiveDate) -> List {
    let mut list = List::new("listing what is due", rows::COLUMNS, "contact_person t", "t.review_day, t.id");
    let day = list.value(on.num_days_from_ce());
    list.add_condition(format!("t.review_day <= {day}"));
    list
}
