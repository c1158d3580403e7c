//! Proposals with what each would change: all for staff, their own for everybody else.

use std::collections::{BTreeSet, HashMap};

use domain::{ActorId, LifeStatus, Record, record::EntityRef, vocabulary::Role};
use serde_json::Value;
use store::{Page, PageRequest, Proposal, ProposalFilter};
use uuid::Uuid;

use super::{
    entity_ids::{ids_by_kind, typed_ids},
    entries::{EntrySummary, Shown},
    names::AccountNames,
    ownership::is_known_to,
};
use crate::{
    Curation, CurationError, Partner, Requester, Sees,
    commands::lifecycle::Lifecycle,
    fields::{FieldValues, conflict::FieldConflict, fields_of},
    kinds::for_living,
    permission,
};

/// A proposal with the entry as it stands now.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// The proposal; remarks are there for staff.
    pub proposal: Proposal,
    /// The entry; `None` for a new one, and where it is not for the asker.
    pub entry: Option<EntrySummary>,
    /// Every field it names, in the order of their names.
    pub fields: Vec<ProposedField>,
    /// What staff call those who had to do with it; for staff.
    pub names: AccountNames,
}

/// A field of a proposal.
#[derive(Clone, PartialEq)]
pub struct ProposedField {
    /// The field.
    pub field: String,
    /// What it said in the version the proposal started from; null when nothing.
    pub base: Value,
    /// What it says now.
    pub current: Value,
    /// What it should say.
    pub proposed: Value,
    /// Whether others have changed it meanwhile.
    pub is_changed: bool,
    /// Whether they have changed it to something else: taking it over would undo that.
    pub is_contested: bool,
}

/// Shows the field only: its values may be private.
impl std::fmt::Debug for ProposedField {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ProposedField({}, …)", self.field)
    }
}

impl ProposedField {
    pub(crate) fn into_conflict(self) -> FieldConflict {
        FieldConflict { field: self.field, base: self.base, theirs: self.current, mine: self.proposed, author: None }
    }

    /// What somebody may know who handed it in and has nothing to do with the entry: an entry says
    /// more than is public, a hidden place for one.
    fn without_the_entry(self) -> Self {
        Self { base: Value::Null, current: Value::Null, is_changed: false, is_contested: false, ..self }
    }
}

/// An entry that a proposal is about, as it stands now.
struct CurrentEntry {
    summary: EntrySummary,
    fields: FieldValues,
    owners: Vec<ActorId>,
}

impl Curation {
    /// Proposals, oldest first; to those who are no staff, their own.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn proposals(
        &self,
        by: &Sees<Partner>,
        filter: ProposalFilter,
        page_request: &PageRequest<Uuid>,
    ) -> Result<Page<Uuid, Waiting>, CurationError> {
        let page = self.store.proposals(restrict_to_own(by, filter), page_request).await?;
        let names = self.names(by, page.items.iter().flat_map(|(_, proposal)| accounts(proposal))).await?;
        let (places, proposals): (Vec<Uuid>, Vec<_>) = page.items.into_iter().unzip();
        let items = places.into_iter().zip(self.with_differences(by, proposals, &names).await?).collect();
        Ok(Page { items, has_previous: page.has_previous, has_next: page.has_next })
    }

    /// How many proposals such a list has.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn count_proposals(&self, by: &Sees<Partner>, filter: ProposalFilter) -> Result<u64, CurationError> {
        Ok(self.store.count_proposals(restrict_to_own(by, filter)).await?)
    }

    /// One proposal; `None` when there is none, or it is neither the asker's nor the asker staff.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn proposal(&self, by: &Sees<Partner>, id: Uuid) -> Result<Option<Waiting>, CurationError> {
        let account = restrict_to_own(by, ProposalFilter::default()).account;
        let found = self.store.proposal(id).await?;
        let Some(found) = found.filter(|found| account.is_none() || found.account == account) else { return Ok(None) };
        let names = self.names(by, accounts(&found).into_iter()).await?;
        Ok(self.with_differences(by, vec![found], &names).await?.pop())
    }

    async fn with_differences(
        &self,
        by: &Sees<Partner>,
        proposals: Vec<Proposal>,
        names: &AccountNames,
    ) -> Result<Vec<Waiting>, CurationError> {
        let mut current = HashMap::new();
        for (kind, ids) in ids_by_kind(proposals.iter().filter_map(entity_of)) {
            let found = for_living!(kind, E => self.current_entries::<E>(&ids).await?, else Vec::new());
            current.extend(found.into_iter().map(|entry| (entry.summary.entity, entry)));
        }
        let waiting = |mut proposal: Proposal| {
            let now = entity_of(&proposal).and_then(|entity| current.get(&entity));
            let fields = compare(&proposal, now.map(|now| &now.fields));
            let is_known = proposal.entity.is_none() || now.is_some_and(|now| is_known_to(by, &now.owners));
            let is_public = |now: &&CurrentEntry| now.summary.status == LifeStatus::Published;
            let entry = now.filter(|now| is_known || is_public(now)).map(|now| now.summary.clone());
            if !by.sees(Role::Editor) {
                proposal.remarks.clear();
            }
            let fields =
                if is_known { fields } else { fields.into_iter().map(ProposedField::without_the_entry).collect() };
            Waiting { proposal, entry, fields, names: names.clone() }
        };
        Ok(proposals.into_iter().map(waiting).collect())
    }

    async fn current_entries<E: Lifecycle + Shown>(
        &self,
        ids: &BTreeSet<Uuid>,
    ) -> Result<Vec<CurrentEntry>, CurationError> {
        let entry = |record: &Record<E>| CurrentEntry {
            summary: EntrySummary::of(record),
            fields: fields_of(&record.data),
            owners: permission::owners(record),
        };
        Ok(self.store.get_many::<E>(&typed_ids::<E>(ids)).await?.iter().map(entry).collect())
    }
}

/// The entry that a proposal is about; none where it is a new one.
fn entity_of(proposal: &Proposal) -> Option<EntityRef> {
    proposal.entity.map(|id| EntityRef { kind: proposal.kind, id })
}

/// Who is no staff asks for what they made.
fn restrict_to_own(by: &Requester, filter: ProposalFilter) -> ProposalFilter {
    if by.sees(Role::Editor) { filter } else { ProposalFilter { account: by.account(), ..filter } }
}

fn accounts(proposal: &Proposal) -> Vec<Option<domain::AccountId>> {
    let remarks = proposal.remarks.iter().map(|remark| remark.account);
    let review = proposal.review.as_ref().map(|review| review.account);
    [proposal.account].into_iter().chain(remarks).chain(review).collect()
}

/// Every field of a proposal beside what it was and is.
pub(crate) fn compare(proposal: &Proposal, current: Option<&FieldValues>) -> Vec<ProposedField> {
    proposal
        .fields
        .iter()
        .map(|(field, proposed)| {
            let base = proposal.base.get(field).cloned().unwrap_or_default();
            let current = current.and_then(|current| current.get(field)).cloned().unwrap_or_default();
            let is_changed = current != base;
            let is_contested = is_changed && current != *proposed;
            ProposedField { field: field.clone(), base, current, proposed: proposed.clone(), is_changed, is_contested }
        })
        .collect()
}
