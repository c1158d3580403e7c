//! Taking a proposal over, whole or in part.

use domain::{ActorId, EntityKind, LifeStatus, Violations, record::EntityRef, rules::Problem};
use store::{Proposal, ProposalStatus};
use uuid::Uuid;

use super::text::{TEXT_LENGTH, line};
use crate::{
    Curation, CurationError, Done, Editor, Refusal,
    command_span::command,
    commands::lifecycle::Lifecycle,
    fields::{FieldValues, fields_of, patch::Patch},
    kinds::for_living,
    reading::proposals::{ProposedField, compare},
    unit_of_work::UnitOfWork,
};

/// The decision to take a proposal over.
#[derive(Clone, Debug, Default)]
pub struct ApproveProposal {
    /// Which proposal.
    pub proposal: Uuid,
    /// The fields to take over; `None` takes all, unless others have changed one meanwhile.
    pub take: Option<Vec<String>>,
    /// The version of the entry that the reviewer saw.
    pub expected_version: Option<u32>,
    /// Whether a new entry is published at once.
    pub publish: bool,
    /// A word to the proposer.
    pub reason: Option<String>,
    /// What for; for staff only.
    pub note: Option<String>,
}

/// A proposal that was taken over.
#[derive(Clone, Debug, PartialEq)]
pub struct Approved {
    /// The proposal, closed.
    pub proposal: Proposal,
    /// The entry it changed or made; `None` when it named no field.
    pub entity: Option<EntityRef>,
}

impl Curation {
    /// Takes over what a proposal says, or the named fields of it, and closes it.
    ///
    /// # Errors
    /// [`CurationError::Refused`] when it is closed, when a field changed meanwhile and is not named,
    /// or when the entry would break a rule; [`CurationError::Store`].
    pub async fn approve_proposal(&self, by: &Editor, input: ApproveProposal) -> Result<Done<Approved>, CurationError> {
        command("approve_proposal", async {
            let mut work = self.begin(by, input.note.as_deref()).await?;
            let mut proposal = work.open_proposal(input.proposal).await?;
            let mut wrong = Violations::default();
            let reason = line("reason", input.reason.as_deref(), TEXT_LENGTH, &mut wrong);
            for (at, field) in input.take.iter().flatten().enumerate() {
                if !proposal.fields.contains_key(field) {
                    wrong.add(format!("take[{at}]"), Problem::Unknown(field.clone()));
                }
            }
            if input.take.as_ref().is_some_and(Vec::is_empty) && !proposal.fields.is_empty() {
                wrong.add("take", Problem::Required);
            }
            wrong.into_result().map_err(Refusal::Invalid)?;
            let taken: Vec<String> = match &input.take {
                Some(take) => take.clone(),
                None => proposal.fields.keys().cloned().collect(),
            };
            let mut entity = if proposal.fields.is_empty() {
                None
            } else {
                Some(for_living!(proposal.kind, E => work.take_over::<E>(&proposal, &input, &taken).await?, else {
                    return Err(Refusal::NotFound { field: "proposal".to_owned() }.into());
                }))
            };
            if let Some(id) = proposal.entity.filter(|_| proposal.archive) {
                let seen = input.expected_version.filter(|_| proposal.fields.is_empty());
                entity = Some(for_living!(proposal.kind, E => work.archive_wanted::<E>(id.into(), seen).await?, else {
                    return Err(Refusal::NotFound { field: "proposal".to_owned() }.into());
                }));
            }
            let all = proposal.fields.keys().all(|field| taken.contains(field));
            let status = if all { ProposalStatus::Approved } else { ProposalStatus::Partly };
            proposal.entity = proposal.entity.or(entity.map(|entity| entity.id));
            let proposal = work.close(proposal, status, reason, &taken).await?;
            work.finish(Approved { proposal, entity }).await
        })
        .await
    }
}

impl UnitOfWork {
    /// Archives an entry that is to be; one that is archived already stays so.
    async fn archive_wanted<E: Lifecycle>(&mut self, id: E::Id, seen: Option<u32>) -> Result<EntityRef, CurationError> {
        let record = self.require_existing::<E>(id, "proposal").await?;
        if record.data.status() != LifeStatus::Archived {
            let status = FieldValues::from([("status".to_owned(), LifeStatus::Archived.slug().into())]);
            if let Some(version) = seen {
                self.expect(&record, version, &status).await?;
            }
            self.enter(&record, LifeStatus::Archived).await?;
        }
        Ok(EntityRef::of::<E>(id))
    }

    async fn take_over<E: Lifecycle>(
        &mut self,
        proposal: &Proposal,
        input: &ApproveProposal,
        taken: &[String],
    ) -> Result<EntityRef, CurationError> {
        let chosen: FieldValues = proposal
            .fields
            .iter()
            .filter(|(field, _)| taken.contains(field))
            .map(|(field, value)| (field.clone(), value.clone()))
            .collect();
        let chosen = Patch::from(chosen);
        let Some(id) = proposal.entity.map(E::Id::from) else {
            let member = self.by.member()?;
            let record = self.create::<E>(&member, &chosen, input.publish).await?;
            return Ok(EntityRef::of::<E>(record.id));
        };
        let before = self.require_existing::<E>(id, "proposal").await?;
        let current = fields_of(&before.data);
        let mut wrong = Violations::default();
        let named = self.resolve_fields::<E>(&chosen, Some(&current), &mut wrong).await?;
        self.check_days::<E>(&named, Some(&current), &mut wrong);
        if let Some(expected) = input.expected_version {
            self.expect(&before, expected, &named).await?;
        }
        let contested: Vec<_> =
            compare(proposal, Some(&current)).into_iter().filter(|field| field.is_contested).collect();
        if input.take.is_none() && !contested.is_empty() {
            let fields = contested.into_iter().map(ProposedField::into_conflict).collect();
            return Err(self.conflict(&before, proposal.base_version, fields).await);
        }
        let mut data = self.judge(id, Some(&before.data), &named, wrong).await?;
        if input.publish && data.status() == LifeStatus::Draft {
            data.set_status(LifeStatus::Published);
            if E::KIND == EntityKind::Actor {
                self.welcome(ActorId::from_uuid(id.into())).await?;
            }
        }
        self.replace(&before, data).await?;
        Ok(EntityRef::of::<E>(id))
    }
}
