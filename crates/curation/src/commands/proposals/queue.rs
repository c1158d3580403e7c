//! What waits for a review, with what each proposal would change.

use serde_json::Value;
use store::{Proposal, ProposalFilter};
use uuid::Uuid;

use crate::{
    Curation, CurationError, Editor,
    commands::Living,
    fields::{FieldConflict, Fields, fields_of},
    kinds::for_living,
};

/// A proposal with the entry as it stands now.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// The proposal.
    pub proposal: Proposal,
    /// The version of the entry now; `None` for a new one.
    pub version: Option<u32>,
    /// Every field it names, in the order of their names.
    pub fields: Vec<ProposedField>,
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
    /// Whether others have changed it meanwhile, to something else: taking it over would undo that.
    pub is_contested: bool,
}

/// Shows the field only: its values may be private.
impl std::fmt::Debug for ProposedField {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ProposedField({}, …)", self.field)
    }
}

impl ProposedField {
    pub(super) fn into_conflict(self) -> FieldConflict {
        FieldConflict { field: self.field, base: self.base, theirs: self.current, mine: self.proposed }
    }
}

impl Curation {
    /// Proposals, oldest first, at most `limit` of them.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn proposals(
        &self,
        _by: &Editor,
        filter: ProposalFilter,
        limit: u32,
    ) -> Result<Vec<Waiting>, CurationError> {
        let mut waiting = Vec::new();
        for proposal in self.store.proposals(filter, limit).await? {
            waiting.push(self.with_differences(proposal).await?);
        }
        Ok(waiting)
    }

    /// One proposal; `None` when there is none.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn proposal(&self, _by: &Editor, id: Uuid) -> Result<Option<Waiting>, CurationError> {
        match self.store.proposal(id).await? {
            Some(proposal) => Ok(Some(self.with_differences(proposal).await?)),
            None => Ok(None),
        }
    }

    async fn with_differences(&self, proposal: Proposal) -> Result<Waiting, CurationError> {
        let now = for_living!(proposal.kind, E => self.now::<E>(proposal.entity).await?, else None);
        let (version, current) = now.unzip();
        let fields = compare(&proposal, current.as_ref());
        Ok(Waiting { proposal, version, fields })
    }

    async fn now<E: Living>(&self, id: Option<Uuid>) -> Result<Option<(u32, Fields)>, CurationError> {
        let Some(id) = id else { return Ok(None) };
        let record = self.store.get::<E>(id.into()).await?;
        Ok(record.map(|record| (record.version, fields_of(&record.data))))
    }
}

/// Every field of a proposal beside what it was and is.
pub(super) fn compare(proposal: &Proposal, current: Option<&Fields>) -> Vec<ProposedField> {
    proposal
        .fields
        .iter()
        .map(|(field, proposed)| {
            let base = proposal.base.get(field).cloned().unwrap_or_default();
            let current = current.and_then(|current| current.get(field)).cloned().unwrap_or_default();
            let is_contested = current != base && current != *proposed;
            ProposedField { field: field.clone(), base, current, proposed: proposed.clone(), is_contested }
        })
        .collect()
}
