//! The audit trail: every change ever written, who wrote it and what for. For staff.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::{AccountId, ActorId, record::EntityRef, vocabulary::Role};
use sea_orm::QueryResult;
use uuid::Uuid;

use crate::{
    Store, StoreError,
    listing::{List, Page, PageRequest},
    rows::{self, Visibility},
};

/// Which changes to list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ChangeFilter {
    /// Only those of this entry.
    pub entity: Option<EntityRef>,
    /// Only those of this actor and of all that is its own: contact persons, cooperation, offers, events, projects.
    pub concerning: Option<ActorId>,
    /// Only those written by this account.
    pub account: Option<AccountId>,
    /// Only those written then or later.
    pub since: Option<DateTime<Utc>>,
    /// Only those written then or earlier.
    pub until: Option<DateTime<Utc>>,
}

/// One change as the log has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedChange {
    /// Its place in the log.
    pub sequence: u64,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// Which entry.
    pub entity: EntityRef,
    /// The version it wrote.
    pub version: u32,
    /// Whether the entry was public in that version.
    pub is_public: bool,
    /// In what role.
    pub by: Role,
    /// By which account, where one is known.
    pub account: Option<AccountId>,
    /// What for.
    pub note: Option<String>,
}

impl Store {
    /// Changes, newest first.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Word`].
    pub async fn logged_changes(
        &self,
        filter: ChangeFilter,
        page_request: &PageRequest<u64>,
    ) -> Result<Page<u64, LoggedChange>, StoreError> {
        select_list(&filter, &[]).page(&self.reader(), page_request, read_logged).await
    }

    /// Parts of lists of changes, each newest first.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::Word`].
    pub async fn logged_change_pages(
        &self,
        lists: &[(ChangeFilter, PageRequest<u64>)],
    ) -> Result<Vec<Page<u64, LoggedChange>>, StoreError> {
        let mut pages = Vec::with_capacity(lists.len());
        for chunk in lists.chunks(LISTS_AT_ONCE) {
            pages.extend(List::pages(chunk, &self.reader(), select_list, read_logged).await?);
        }
        Ok(pages)
    }

    /// How many changes each of some lists has.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn count_logged_changes(&self, filters: &[ChangeFilter]) -> Result<Vec<u64>, StoreError> {
        let mut counts = Vec::with_capacity(filters.len());
        for chunk in filters.chunks(LISTS_AT_ONCE) {
            let lists = chunk.iter().fold(Vec::new(), |mut lists, filter| {
                lists.push(select_list(filter, &lists));
                lists
            });
            counts.extend(List::counts(&lists, &self.reader()).await?);
        }
        Ok(counts)
    }

    /// What staff call the holders of accounts: the name, else the e-mail address.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn account_names(&self, ids: &[AccountId]) -> Result<HashMap<AccountId, String>, StoreError> {
        let mut names = HashMap::with_capacity(ids.len());
        for chunk in ids.chunks(rows::CHUNK) {
            let select = "SELECT id, COALESCE(name, email) AS name FROM account WHERE id";
            let values = chunk.iter().map(|id| id.uuid().into());
            for row in rows::all_in(&self.reader(), "reading accounts", select, values).await? {
                names.insert(rows::get::<Uuid>(&row, "id")?.into(), rows::get(&row, "name")?);
            }
        }
        Ok(names)
    }
}

/// How many lists one statement reads; a page of entries has no more.
const LISTS_AT_ONCE: usize = 100;

/// The list of what a filter leaves, newest first, behind others in one statement.
fn select_list(filter: &ChangeFilter, others: &[List]) -> List {
    let columns = "sequence, at, entity, entity_id, version, visibility, role, account_id, note";
    let list = List::new("reading the audit trail", columns, "change", "sequence");
    let mut list = list.newest_first().behind(others);
    list.only_where("entity", filter.entity.map(|entity| entity.kind.slug()));
    list.only_where("entity_id", filter.entity.map(|entity| entity.id));
    if let Some(actor) = filter.concerning {
        let actor = list.value(actor.uuid());
        let own = [
            "SELECT id FROM contact_person WHERE actor_id =",
            "SELECT id FROM offer WHERE actor_id =",
            "SELECT event_id FROM event_host WHERE actor_id =",
            "SELECT project_id FROM project_actor WHERE actor_id =",
            "SELECT id FROM cooperation_link WHERE from_actor =",
            "SELECT id FROM cooperation_link WHERE to_actor =",
        ];
        let own = own.map(|select| format!("{select} {actor}")).join(" UNION ALL ");
        list.add_condition(format!("(entity_id = {actor} OR entity_id IN ({own}))"));
    }
    list.only_where("account_id", filter.account.map(AccountId::uuid));
    for (time, comparison) in [(filter.since, ">="), (filter.until, "<=")] {
        if let Some(time) = time {
            let time = list.value(time);
            list.add_condition(format!("at {comparison} {time}"));
        }
    }
    list
}

fn read_logged(row: &QueryResult) -> Result<(u64, LoggedChange), StoreError> {
    let sequence = rows::sequence(row, "sequence")?;
    let change = LoggedChange {
        sequence,
        at: rows::get(row, "at")?,
        entity: rows::entity(row)?,
        version: rows::version(row, "version")?,
        is_public: rows::visibility(row, "visibility")? == Visibility::Public,
        by: rows::role(row, "role")?,
        account: rows::get::<Option<Uuid>>(row, "account_id")?.map(AccountId::from),
        note: rows::get(row, "note")?,
    };
    Ok((sequence, change))
}
