//! Proposals: what somebody would like an entry to say, waiting for a review.
//!
//! They are not entities: they have no versions and no place in the change log, and nothing of them
//! is ever published. How they come and go is the business of whoever writes them.

use std::{collections::BTreeMap, fmt};

use chrono::{DateTime, Utc};
use domain::{AccountId, record::EntityKind, vocabulary::Role};
use sea_orm::{ConnectionTrait, QueryResult};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    Store, StoreError, Writer,
    listing::{List, Page, PageRequest},
    rows,
};

/// What somebody would like an entry to say.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Proposal {
    /// Its id.
    pub id: Uuid,
    /// What kind of entry, by the store's word.
    #[serde(with = "kind_word")]
    pub kind: EntityKind,
    /// Which entry; `None` for a new one.
    pub entity: Option<Uuid>,
    /// The version it started from; 0 for a new entry.
    pub base_version: u32,
    /// What the named fields said in that version; a field that is missing said nothing.
    pub base: BTreeMap<String, Value>,
    /// What the named fields should say; null takes a value away.
    pub fields: BTreeMap<String, Value>,
    /// Whether the entry should be archived, once its fields are taken over.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub archive: bool,
    /// Why, in the proposer's words.
    pub comment: Option<String>,
    /// Where to ask back; kept for the review and gone when the proposal is closed.
    pub contact: Option<String>,
    /// In what role it was made.
    pub by: Role,
    /// By which account, where there is one.
    pub account: Option<AccountId>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Where it stands.
    pub status: ProposalStatus,
    /// What was said about it during the review.
    pub remarks: Vec<Remark>,
    /// How it was closed.
    pub review: Option<Review>,
}

impl Proposal {
    /// Whether it says something in words only: there is nothing to take over, and whoever reads it acts on it.
    pub fn is_message(&self) -> bool {
        self.fields.is_empty() && !self.archive
    }

    /// What the entry is to be called, where it says that; for a new one it does.
    pub fn title(&self) -> Option<&str> {
        let named = |field: &str| self.fields.get(field)?.as_str();
        let other =
            || self.fields.iter().find_map(|(field, value)| value.as_str().filter(|_| field.starts_with("title.")));
        named("name").or_else(|| named("title.de")).or_else(other)
    }
}

/// Shows which one only: what is proposed may be private.
impl fmt::Debug for Proposal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Proposal({}, {:?}, …)", self.id, self.status)
    }
}

/// Where a proposal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ProposalStatus {
    /// Waits for a review.
    Open,
    /// Every field was taken over.
    Approved,
    /// Some fields were taken over.
    Partly,
    /// Nothing was taken over.
    Rejected,
    /// Taken back by who made it.
    Withdrawn,
}

impl ProposalStatus {
    /// Every status.
    pub const ALL: &[Self] = &[Self::Open, Self::Approved, Self::Partly, Self::Rejected, Self::Withdrawn];

    /// The word in the store.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Approved => "approved",
            Self::Partly => "partly",
            Self::Rejected => "rejected",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// Something said about a proposal during its review; for staff.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Remark {
    /// When.
    pub at: DateTime<Utc>,
    /// In what role.
    pub by: Role,
    /// By which account, where there is one.
    pub account: Option<AccountId>,
    /// What.
    pub text: String,
}

/// How a proposal was closed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Review {
    /// When.
    pub at: DateTime<Utc>,
    /// In what role.
    pub by: Role,
    /// By which account, where there is one.
    pub account: Option<AccountId>,
    /// Why, in words that the proposer may read.
    pub reason: Option<String>,
    /// Per field whether it was taken over.
    pub taken: BTreeMap<String, bool>,
}

mod kind_word {
    //! The kind of entity as the store's word.

    use domain::record::EntityKind;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
    pub(super) fn serialize<S: Serializer>(kind: &EntityKind, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(kind.slug())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<EntityKind, D::Error> {
        let word = String::deserialize(deserializer)?;
        EntityKind::from_slug(&word).ok_or_else(|| D::Error::custom("not a kind of entity"))
    }
}

/// Which proposals to list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ProposalFilter {
    /// Only those that stand so.
    pub status: Option<ProposalStatus>,
    /// Only those about this entry.
    pub entity: Option<Uuid>,
    /// Only those made by this account.
    pub account: Option<AccountId>,
    /// Only those made in this role.
    pub by: Option<Role>,
}

impl Store {
    /// A proposal by id; `None` when there is none.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::UnreadableRow`].
    pub async fn proposal(&self, id: Uuid) -> Result<Option<Proposal>, StoreError> {
        by_id(&self.reader(), id).await
    }

    /// Proposals, oldest first.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::UnreadableRow`].
    pub async fn proposals(
        &self,
        filter: ProposalFilter,
        page_request: &PageRequest<Uuid>,
    ) -> Result<Page<Uuid, Proposal>, StoreError> {
        page(&self.reader(), filter, page_request).await
    }

    /// How many proposals there are.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn count_proposals(&self, filter: ProposalFilter) -> Result<u64, StoreError> {
        list(filter).count(&self.reader()).await
    }
}

impl Writer {
    /// As [`Store::proposal`], with what this writer has written.
    ///
    /// # Errors
    /// As [`Store::proposal`].
    pub async fn proposal(&self, id: Uuid) -> Result<Option<Proposal>, StoreError> {
        by_id(&self.transaction, id).await
    }

    /// As [`Store::proposals`], with what this writer has written.
    ///
    /// # Errors
    /// As [`Store::proposals`].
    pub async fn proposals(
        &self,
        filter: ProposalFilter,
        page_request: &PageRequest<Uuid>,
    ) -> Result<Page<Uuid, Proposal>, StoreError> {
        page(&self.transaction, filter, page_request).await
    }

    /// As [`Store::count_proposals`], with what this writer has written.
    ///
    /// # Errors
    /// As [`Store::count_proposals`].
    pub async fn count_proposals(&self, filter: ProposalFilter) -> Result<u64, StoreError> {
        list(filter).count(&self.transaction).await
    }

    /// Writes a proposal as it stands now.
    ///
    /// # Errors
    /// [`StoreError::Database`] or [`StoreError::UnwritableRow`].
    pub async fn save_proposal(&mut self, proposal: &Proposal) -> Result<(), StoreError> {
        let body = rows::to_json("proposal", proposal)?;
        let sql = format!(
            "INSERT INTO proposal (id, entity, entity_id, status, created_at, account_id, body) \
             VALUES ($1, $2, $3, $4, $5, $6, {}) ON CONFLICT (id) DO UPDATE SET entity_id = excluded.entity_id, status = excluded.status, \
             body = excluded.body",
            rows::json_value(&self.transaction, "$7")
        );
        let values = [
            proposal.id.into(),
            proposal.kind.slug().into(),
            proposal.entity.into(),
            proposal.status.slug().into(),
            proposal.created_at.into(),
            proposal.account.map(AccountId::uuid).into(),
            body.into(),
        ];
        rows::run(&self.transaction, "writing a proposal", sql, values).await
    }
}

async fn by_id(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<Proposal>, StoreError> {
    let sql = "SELECT body FROM proposal WHERE id = $1";
    let found = rows::all(connection, "reading a proposal", sql, [id.into()]).await?;
    found.first().map(|row| rows::json(row, "body", "proposal")).transpose()
}

/// Ids are UUIDs of version 7, so their order is the order in which proposals were made.
fn list(filter: ProposalFilter) -> List {
    let mut list = List::new("reading proposals", "id, body", "proposal", "id");
    list.only_where("status", filter.status.map(ProposalStatus::slug));
    list.only_where("entity_id", filter.entity);
    list.only_where("account_id", filter.account.map(AccountId::uuid));
    list.only_where("body ->> 'by'", filter.by.map(Role::slug));
    list
}

pub(crate) async fn page(
    connection: &impl ConnectionTrait,
    filter: ProposalFilter,
    page_request: &PageRequest<Uuid>,
) -> Result<Page<Uuid, Proposal>, StoreError> {
    let read = |row: &QueryResult| Ok((rows::get(row, "id")?, rows::json(row, "body", "proposal")?));
    list(filter).page(connection, page_request, read).await
}
