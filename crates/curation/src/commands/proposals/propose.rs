//! Handing a proposal in.

use domain::{EntityKind, Language, LifeStatus, Violations, rules::Problem};
use store::{Proposal, ProposalStatus};
use uuid::Uuid;

use super::{
    limits::{self, ProposalQuota},
    text::{CONTACT_LENGTH, TEXT_LENGTH, line},
};
use crate::{
    Curation, CurationError, Done, Refusal, Requester,
    command_span::command,
    commands::lifecycle::Lifecycle,
    fields::{FieldValues, fields_of, patch::Patch},
    kinds::for_living,
    permission,
    unit_of_work::UnitOfWork,
};

/// What somebody would like an entry to say.
#[derive(Clone, Debug)]
pub struct ProposeChange {
    /// What kind of entry: actor, offer, event or project.
    pub kind: EntityKind,
    /// Which entry; `None` for a new one.
    pub entity: Option<Uuid>,
    /// The version it started from; anything for a new entry.
    pub expected_version: u32,
    /// What it should say; may be empty where a comment says it.
    pub fields: Patch,
    /// Whether the entry should be archived.
    pub archive: bool,
    /// Why, in the proposer's words.
    pub comment: Option<String>,
    /// Where to ask back, if they like; gone when the proposal is closed.
    pub contact: Option<String>,
    /// The language they read, where it is known.
    pub language: Option<Language>,
}

impl Curation {
    /// Hands in what somebody would like an entry to say. Anybody may propose changes of published
    /// entries and new actors; members propose for actors they speak for.
    ///
    /// The answer holds nothing of the entry, so it can be shown to whoever proposed. What the public
    /// hands in counts in `quota`; what is refused does not.
    ///
    /// # Errors
    /// [`CurationError::Refused`] with everything that is wrong, [`CurationError::Store`].
    pub async fn propose_change(
        &self,
        by: &Requester,
        input: ProposeChange,
        quota: &dyn ProposalQuota,
    ) -> Result<Done<Proposal>, CurationError> {
        command("propose_change", async {
            by.may_write()?;
            if !by.is_public() {
                return self.hand_in(by, input).await;
            }
            quota.take().map_err(Refusal::ProposalLimit)?;
            let done = self.hand_in(by, input).await;
            if done.is_err() {
                quota.give_back();
            }
            done
        })
        .await
    }

    async fn hand_in(&self, by: &Requester, input: ProposeChange) -> Result<Done<Proposal>, CurationError> {
        let mut wrong = Violations::default();
        limits::check_length(by, &input.fields, &mut wrong);
        let comment = line("comment", input.comment.as_deref(), TEXT_LENGTH, &mut wrong);
        let contact = line("contact", input.contact.as_deref(), CONTACT_LENGTH, &mut wrong);
        if input.fields.is_empty() && comment.is_none() && !input.archive {
            wrong.add("fields", Problem::Required);
        }
        if wrong.iter().any(|violation| matches!(violation.problem, Problem::TooLong { .. })) {
            // What is too long is not worked on.
            return Err(Refusal::Invalid(wrong).into());
        }
        let mut work = self.begin(by, None).await?;
        work.check_queue().await?;
        let (base, fields) = for_living!(input.kind, E => work.proposed_fields::<E>(&input, wrong).await?, else {
            return Err(Refusal::NotFound { field: "kind".to_owned() }.into());
        });
        let proposal = Proposal {
            id: work.new_id(),
            kind: input.kind,
            entity: input.entity,
            base_version: input.entity.map_or(0, |_| input.expected_version),
            base,
            fields,
            archive: input.archive && input.entity.is_some(),
            comment,
            contact,
            by: by.role(),
            account: by.account(),
            created_at: work.writer.at(),
            status: ProposalStatus::Open,
            remarks: Vec::new(),
            review: None,
        };
        work.writer.save_proposal(&proposal).await?;
        work.acknowledge_proposal(&proposal, input.language).await?;
        work.finish(proposal).await
    }
}

impl UnitOfWork {
    /// What the named fields say in the version the proposal started from, and what they should say.
    async fn proposed_fields<E: Lifecycle>(
        &self,
        input: &ProposeChange,
        mut wrong: Violations,
    ) -> Result<(FieldValues, FieldValues), CurationError> {
        let Some(id) = input.entity.map(E::Id::from) else {
            if E::KIND != EntityKind::Actor {
                // Told before anything is looked up, or the answer would tell what there is.
                self.by.member()?;
            }
            let named = self.resolve_fields::<E>(&input.fields, None, &mut wrong).await?;
            self.check_days::<E>(&named, None, &mut wrong);
            let id = self.new_id().into();
            let data: E = self.judge(id, None, &named, wrong).await?;
            if E::KIND != EntityKind::Actor {
                // What an association offers is for itself to say; that there is one, for anybody.
                permission::to_speak(&self.by.member()?, &data.owners())?;
            }
            return Ok((FieldValues::new(), named));
        };
        let record = self.require_existing::<E>(id, "entity").await?;
        self.may_propose(&permission::owners(&record), record.data.status() == LifeStatus::Published)?;
        self.check_queue_of(record.id.into()).await?;
        let Some(base) = self.writer.version::<E>(id, input.expected_version).await? else {
            wrong.add("expectedVersion", Problem::Unknown(input.expected_version.to_string()));
            return Err(Refusal::Invalid(wrong).into());
        };
        let base = fields_of(&base.data);
        let named = self.resolve_fields::<E>(&input.fields, Some(&base), &mut wrong).await?;
        self.check_days::<E>(&named, Some(&base), &mut wrong);
        let data = self.judge(id, Some(&record.data), &named, wrong).await?;
        if let Ok(member) = self.by.member() {
            let owners = permission::owners(&record);
            permission::to_bring_in(&member, &owners, &permission::owners_of(id, &data))?;
        }
        let base = base.into_iter().filter(|(field, _)| named.contains_key(field)).collect();
        Ok((base, named))
    }

    /// Whoever speaks for an entry may propose for it; others only where they are nobody's members, and
    /// only what they can see.
    fn may_propose(&self, owners: &[domain::ActorId], is_public: bool) -> Result<(), CurationError> {
        let spoken_for = match self.by.member() {
            Ok(member) => permission::to_speak(&member, owners),
            Err(_) if is_public => return Ok(()),
            Err(refusal) => Err(refusal.into()),
        };
        // What is not public does not exist for whoever has nothing to do with it.
        spoken_for.map_err(
            |refusal| if is_public { refusal } else { Refusal::NotFound { field: "entity".to_owned() }.into() },
        )
    }
}
