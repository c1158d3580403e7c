//! What becomes of a form: it is published where the member may, else handed in as a proposal; others' changes are
//! neither undone nor lost.

use axum::http::StatusCode;
use axum::response::Response;
use curation::{
    CurationError, Member, Patch, Refusal as Cause, Sees,
    commands::{Create, Edit, Lifecycle, ProposeChange, UnlimitedProposals, VersionedRef},
    reading::Content,
};
use domain::{ActorId, EntityKind, Record, record::EntityRef};
use graphql::Visible;
use uuid::Uuid;
use web::my::{EntryFields, EntryForm, MemberFormError};

use crate::{
    http::{
        site::{account::requests::SiteRequest, suggestions::suggestion_limit},
        state::AppState,
    },
    visible::Followed,
};

/// How often a form is put onto a newer version before the member is asked to send it once more.
const ATTEMPTS: usize = 3;

/// A member with an entry they speak for.
pub(super) struct Owner {
    /// What they may read.
    pub(super) sees: Sees<Member>,
    /// What they may do.
    pub(super) member: Member,
    /// The entry.
    pub(super) actor: ActorId,
    /// What it says.
    pub(super) entry: Content,
}

impl Owner {
    /// The slug of the entry.
    pub(super) fn slug(&self) -> &str {
        self.entry.summary.slug.as_deref().unwrap_or_default()
    }

    /// Whether what they change is published without a review.
    pub(super) fn may_publish(&self) -> bool {
        self.member.may_publish(self.actor)
    }
}

/// What became of a form.
pub(super) enum ChangeOutcome {
    /// Everybody sees it.
    Published(Uuid),
    /// It waits for the editors.
    Proposed,
    /// The form said nothing new.
    Unchanged,
    /// The form goes back with what is wrong, or with what others wrote.
    SentBack,
    /// The form goes back: nothing is taken now.
    Refused(MemberFormError),
}

/// What a form is about.
#[derive(Clone, Copy)]
pub(super) struct FormTarget {
    /// What kind of entry.
    pub(super) kind: EntityKind,
    /// Which; `None` for a new one.
    pub(super) id: Option<Uuid>,
}

/// Waits until everybody sees a change.
pub(super) async fn follow(app: &AppState, sequence: u64) {
    let followed = Followed { live: app.live.clone(), reached: app.followed.clone(), readiness: app.readiness.clone() };
    followed.after(sequence).await;
}

/// Does what a form says.
pub(super) async fn apply<E: Lifecycle>(
    request: &SiteRequest,
    owner: &Owner,
    target: FormTarget,
    form: &mut EntryForm,
) -> Result<ChangeOutcome, Response> {
    let Some(id) = target.id else { return create::<E>(request, owner, target.kind, form).await };
    let curation = &request.app.curation;
    for _ in 0..ATTEMPTS {
        let entity = EntityRef { kind: target.kind, id };
        let found = curation.entry(&owner.sees, entity).await.map_err(|error| request.fault(&error))?;
        let Some(newest) = found else { return Err(request.trouble(StatusCode::NOT_FOUND)) };
        if form.version != newest.summary.version {
            let base = curation.entry_version(&owner.sees, entity, form.version).await;
            let Some(base) = base.map_err(|error| request.fault(&error))? else {
                return Ok(ChangeOutcome::Refused(MemberFormError::Stale));
            };
            if form.rebase(&base, &newest.fields, newest.summary.version) {
                return Ok(ChangeOutcome::SentBack);
            }
        }
        let patch = form.patch(&newest.fields);
        if patch.is_empty() && form.comment.is_empty() {
            return Ok(ChangeOutcome::Unchanged);
        }
        let written = write::<E>(request, owner, entity, &newest, patch, form).await;
        match written {
            // Somebody was faster: once more on top of theirs.
            Err(CurationError::Refused(Cause::Conflict { .. })) => {}
            other => return conclude(request, other, form),
        }
    }
    Ok(ChangeOutcome::Refused(MemberFormError::Stale))
}

/// What was written, by the place in the change log, or handed in.
enum SavedChange {
    Published(Uuid, u64),
    Proposed,
}

async fn write<E: Lifecycle>(
    request: &SiteRequest,
    owner: &Owner,
    entity: EntityRef,
    newest: &Content,
    patch: Vec<(String, serde_json::Value)>,
    form: &EntryForm,
) -> Result<SavedChange, CurationError> {
    let curation = &request.app.curation;
    let (fields, expected_version) = (patch.into_iter().collect::<Patch>(), newest.summary.version);
    if owner.may_publish() {
        let edit = Edit { id: E::Id::from(entity.id), expected_version, fields, note: None };
        let done = curation.edit::<E>(&owner.member, edit).await?;
        follow(&request.app, done.sequence).await;
        return Ok(SavedChange::Published(entity.id, done.sequence));
    }
    let change = ProposeChange {
        kind: entity.kind,
        entity: Some(entity.id),
        expected_version,
        fields,
        archive: false,
        comment: form.staff_comment(),
        contact: None,
        language: request.locale().tag().parse().ok(),
    };
    curation.propose_change(&owner.member, change, &UnlimitedProposals).await.map(|_| SavedChange::Proposed)
}

async fn create<E: Lifecycle>(
    request: &SiteRequest,
    owner: &Owner,
    kind: EntityKind,
    form: &mut EntryForm,
) -> Result<ChangeOutcome, Response> {
    let actor = owner.actor.to_string();
    let fields = form.patch(&EntryFields::new()).into_iter().collect::<Patch>();
    let fields = match kind {
        EntityKind::Event => fields.with("hosts", [actor]),
        _ => fields.with("actor", actor),
    };
    let curation = &request.app.curation;
    let written = if owner.may_publish() {
        let done =
            curation.create::<E>(&owner.member, Create { fields, publish: true, note: form.staff_comment() }).await;
        done.map(|done| SavedChange::Published(id_of(&done.value), done.sequence))
    } else {
        let change = ProposeChange {
            kind,
            entity: None,
            expected_version: 0,
            fields,
            archive: false,
            comment: form.staff_comment(),
            contact: None,
            language: request.locale().tag().parse().ok(),
        };
        curation.propose_change(&owner.member, change, &UnlimitedProposals).await.map(|_| SavedChange::Proposed)
    };
    if let Ok(SavedChange::Published(_, sequence)) = written {
        follow(&request.app, sequence).await;
    }
    conclude(request, written, form)
}

fn id_of<E: Lifecycle>(record: &Record<E>) -> Uuid {
    record.id.into()
}

fn conclude(
    request: &SiteRequest,
    written: Result<SavedChange, CurationError>,
    form: &mut EntryForm,
) -> Result<ChangeOutcome, Response> {
    match written {
        Ok(SavedChange::Published(id, _)) => Ok(ChangeOutcome::Published(id)),
        Ok(SavedChange::Proposed) => Ok(ChangeOutcome::Proposed),
        Err(CurationError::Refused(Cause::Invalid(violations))) => {
            form.violations = violations;
            Ok(ChangeOutcome::SentBack)
        }
        Err(error) => form_error(request, &error).map(ChangeOutcome::Refused),
    }
}

/// Why a command did nothing, where the page can say so; else the page for it.
pub(super) fn form_error(request: &SiteRequest, error: &CurationError) -> Result<MemberFormError, Response> {
    match error {
        CurationError::Refused(Cause::EvidenceMissing) => Ok(MemberFormError::EvidenceMissing),
        CurationError::Refused(Cause::ProposalLimit(limit)) => Ok(MemberFormError::Limit(suggestion_limit(*limit))),
        CurationError::Refused(
            Cause::Conflict { .. } | Cause::WrongState { .. } | Cause::NotFound { .. } | Cause::Invalid(_),
        ) => Ok(MemberFormError::Stale),
        CurationError::Refused(Cause::NotYours | Cause::RoleTooLow { .. } | Cause::SignInFirst { .. }) => {
            Err(request.trouble(StatusCode::FORBIDDEN))
        }
        error => Err(request.fault(error)),
    }
}

/// Takes an offer or event out of the directory, or proposes it.
pub(super) async fn remove<E: Lifecycle>(
    request: &SiteRequest,
    owner: &Owner,
    entity: EntityRef,
    expected_version: u32,
) -> Result<&'static str, CurationError> {
    let curation = &request.app.curation;
    if owner.may_publish() {
        let seen = VersionedRef::new(E::Id::from(entity.id), expected_version);
        let done = curation.archive::<E>(&owner.member, seen).await?;
        follow(&request.app, done.sequence).await;
        return Ok("removed");
    }
    let change = ProposeChange {
        kind: entity.kind,
        entity: Some(entity.id),
        expected_version,
        fields: Patch::new(),
        archive: true,
        comment: None,
        contact: None,
        language: request.locale().tag().parse().ok(),
    };
    curation.propose_change(&owner.member, change, &UnlimitedProposals).await.map(|_| "proposed")
}
