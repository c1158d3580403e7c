//! Proposals with what each would change: all for staff, their own for everybody else.

use domain::{ActorId, LifeStatus, vocabulary::Role};
use serde_json::Value;
use store::{Page, PageRequest, Proposal, ProposalFilter};
use uuid::Uuid;

use super::{AccountNames, EntrySummary, Shown, is_known_to};
use crate::{
    Curation, CurationError, Partner, Requester, Sees,
    commands::Lifecycle,
    fields::{FieldConflict, FieldValues, fields_of},
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
struct Now {
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
        stretch: &PageRequest<Uuid>,
    ) -> Result<Page<Uuid, Waiting>, CurationError> {
        let page = self.store.proposals(own(by, filter), stretch).await?;
        let names = self.names(by, page.items.iter().flat_map(|(_, proposal)| accounts(proposal))).await?;
        let mut items = Vec::with_capacity(page.items.len());
        for (place, proposal) in page.items {
            items.push((place, self.with_differences(by, proposal, names.clone()).await?));
        }
        Ok(Page { items, has_previous: page.has_previous, has_next: page.has_next })
    }

    /// How many proposals such a list has.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn count_proposals(&self, by: &Sees<Partner>, filter: ProposalFilter) -> Result<u64, CurationError> {
        Ok(self.store.count_proposals(own(by, filter)).await?)
    }

    /// One proposal; `None` when there is none, or it is neither the asker's nor the asker staff.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn proposal(&self, by: &Sees<Partner>, id: Uuid) -> Result<Option<Waiting>, CurationError> {
        let account = own(by, ProposalFilter::default()).account;
        let found = self.store.proposal(id).await?;
        let Some(found) = found.filter(|found| account.is_none() || found.account == account) else { return Ok(None) };
        let names = self.names(by, accounts(&found).into_iter()).await?;
        Ok(Some(self.with_differences(by, found, names).await?))
    }

    async fn with_differences(
        &self,
        by: &Sees<Partner>,
        mut proposal: Proposal,
        names: AccountNames,
    ) -> Result<Waiting, CurationError> {
        let now = for_living!(proposal.kind, E => self.now::<E>(proposal.entity).await?, else None);
        let fields = compare(&proposal, now.as_ref().map(|now| &now.fields));
        let is_known = proposal.entity.is_none() || now.as_ref().is_some_and(|now| is_known_to(by, &now.owners));
        let is_public = |now: &Now| now.summary.status == LifeStatus::Published;
        let entry = now.filter(|now| is_known || is_public(now)).map(|now| now.summary);
        if !by.sees(Role::Editor) {
            proposal.remarks.clear();
        }
        let fields = if is_known { fields } else { fields.into_iter().map(ProposedField::without_the_entry).collect() };
        Ok(Waiting { proposal, entry, fields, names })
    }

    async fn now<E: Lifecycle + Shown>(&self, id: Option<Uuid>) -> Result<Option<Now>, CurationError> {
        let Some(id) = id else { return Ok(None) };
        let record = self.store.get::<E>(id.into()).await?;
        Ok(record.map(|record| Now {
            summary: EntrySummary::of(&record),
            fields: fields_of(&record.data),
            owners: permission::owners(&record),
        }))
    }
}

/// Who is no staff asks for what they made.
fn own(by: &Requester, filter: ProposalFilter) -> ProposalFilter {
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
