//! With whom a member's entry works: confirming, ending, proposing.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, State},
    http::{Request, StatusCode, request::Parts},
    response::Response,
};
use curation::{
    CurationError, Patch, Refusal as Cause,
    commands::{ConfirmLink, LinkStatusChange, ProposeLink, Side},
    reading::{KnownLink, LinksAsked, PageRequest},
};
use directory::{ActorNo, Direction, Suggestion};
use domain::{
    CooperationLink, LinkId, Violations,
    text::fold,
    vocabulary::{LinkKind, LinkStatus},
};
use uuid::Uuid;
use web::my::{self, CooperationForm, MemberFormError, MemberLink, PartnerChoice};

use super::{
    change::{Owner, follow, form_error},
    entries::{self, EntryNotice, owner},
    overview::is_confirmed_by,
};
use crate::http::{site::account::requests::SiteRequest, state::AppState};

/// How many links of an entry are listed, the newest change first.
const LINKS: u32 = 200;
/// How many are offered where a name fits several.
const CHOICES: usize = 5;
/// How many are looked through for them.
const SUGGESTIONS: usize = 30;

/// The links of the entry as it sees them.
pub(super) async fn own_links(request: &SiteRequest, owner: &Owner) -> Result<Vec<MemberLink>, Response> {
    let statuses = vec![LinkStatus::Proposed, LinkStatus::ConfirmedByOneSide, LinkStatus::Active, LinkStatus::Dormant];
    let asked = LinksAsked { statuses, actor: Some(owner.actor) };
    let found = request.app.curation.links(&owner.sees, &asked, &PageRequest::first(LINKS)).await;
    let found = found.map_err(|error| request.fault(&error))?;
    Ok(found.items.into_iter().map(|(_, link)| member_link(owner, link)).collect())
}

fn side(owner: &Owner, link: &CooperationLink) -> Side {
    if link.from == owner.actor { Side::From } else { Side::To }
}

fn member_link(owner: &Owner, link: KnownLink) -> MemberLink {
    let data = &link.record.data;
    let side = side(owner, data);
    let direction = match side {
        _ if data.kind.is_symmetric() => Direction::Mutual,
        Side::From => Direction::Outgoing,
        Side::To => Direction::Incoming,
    };
    let partner = if side == Side::From { link.to } else { link.from };
    MemberLink {
        id: link.record.id.to_string(),
        version: link.record.version,
        kind: data.kind,
        direction,
        status: data.status,
        is_confirmed: is_confirmed_by(data, owner.actor),
        asks_evidence: side.opposite().confirmation(data).is_some()
            && owner.member.speaks_for(side.opposite().of(data)),
        partner: partner.map(|partner| partner.name),
    }
}

/// `POST /my/…/cooperation/…/STEP`: `confirm`, `reject`, `rest` or `end`.
pub(super) async fn step(
    State(app): State<Arc<AppState>>,
    Path((slug, link, step)): Path<(String, String, String)>,
    request: Request<Body>,
) -> Result<Response, Response> {
    take_step(app, request, &slug, &link, &step).await
}

async fn take_step(
    app: Arc<AppState>,
    request: Request<Body>,
    slug: &str,
    link: &str,
    step: &str,
) -> Result<Response, Response> {
    let request = SiteRequest::with_form(app, request).await?;
    let (who, owner) = owner(&request, slug).await?;
    let nothing = || request.trouble(StatusCode::NOT_FOUND);
    let id = LinkId::from_uuid(link.parse::<Uuid>().map_err(|_| nothing())?);
    let (curation, expected_version) =
        (&request.app.curation, request.form.text("version").parse().unwrap_or_default());
    let found = curation.link(&owner.sees, id).await.map_err(|error| request.fault(&error))?;
    let Some(found) = found.filter(|link| [link.record.data.from, link.record.data.to].contains(&owner.actor)) else {
        return Err(nothing());
    };
    let (by, next) = (&owner.member, LinkStatusChange::new(id, expected_version));
    let (written, done) = match step {
        "confirm" => {
            let side = side(&owner, &found.record.data);
            let evidence = Some(request.form.text("evidence").to_owned());
            let input = ConfirmLink { evidence, ..ConfirmLink::new(id, expected_version, side) };
            (curation.confirm_link(by, input).await, "confirmed")
        }
        "reject" => (curation.reject_link(by, next).await, "rejected"),
        "rest" => (curation.make_link_dormant(by, next).await, "dormant"),
        "end" => (curation.end_link(by, next).await, "ended"),
        _ => return Err(nothing()),
    };
    match written {
        Ok(written) => {
            follow(&request.app, written.sequence).await;
            Ok(request.redirect(&format!("/my/{slug}"), &[("done", done)]))
        }
        Err(error) => {
            let error = form_error(&request, &error)?;
            entries::page(&request, &who, &owner, None, Some(EntryNotice::Refused(error))).await
        }
    }
}

/// `GET /my/…/cooperation`: the form.
pub(super) async fn show(
    State(app): State<Arc<AppState>>,
    Path(slug): Path<String>,
    head: Parts,
) -> Result<Response, Response> {
    let request = SiteRequest::of(app, head);
    let (_, owner) = owner(&request, &slug).await?;
    let partner = request.parameter("partner").unwrap_or_default();
    Ok(form(&request, &owner, &SentCooperation { partner, ..SentCooperation::default() }))
}

/// A form as it was sent, with what is wrong with it.
#[derive(Default)]
struct SentCooperation {
    partner: String,
    kind: String,
    since: String,
    is_sent: bool,
    choices: Vec<PartnerChoice>,
    violations: Violations,
    error: Option<MemberFormError>,
}

fn form(request: &SiteRequest, owner: &Owner, sent: &SentCooperation) -> Response {
    let form = CooperationForm {
        slug: owner.slug(),
        name: &owner.entry.summary.name,
        partner: &sent.partner,
        choices: &sent.choices,
        kind: &sent.kind,
        since: &sent.since,
        is_sent: sent.is_sent,
        violations: &sent.violations,
        error: sent.error,
    };
    request.page(my::cooperation_form(&request.visit(), &form))
}

/// `POST /my/…/cooperation`: proposes a link and confirms it for the entry's side.
pub(super) async fn propose(
    State(app): State<Arc<AppState>>,
    Path(slug): Path<String>,
    request: Request<Body>,
) -> Result<Response, Response> {
    take_proposal(app, request, &slug).await
}

async fn take_proposal(app: Arc<AppState>, request: Request<Body>, slug: &str) -> Result<Response, Response> {
    let request = SiteRequest::with_form(app, request).await?;
    let (_, owner) = owner(&request, slug).await?;
    let text = |name| request.form.text(name).trim().to_owned();
    let mut sent = SentCooperation {
        partner: text("partner"),
        kind: text("kind"),
        since: text("since"),
        is_sent: true,
        ..SentCooperation::default()
    };
    let partner = match partner(&request, &owner, &sent.partner, &text("choice")) {
        Ok(partner) => partner,
        Err(choices) => {
            sent.choices = choices;
            return Ok(form(&request, &owner, &sent));
        }
    };
    let (kind, is_incoming) = sent.kind.strip_suffix(":in").map_or((sent.kind.as_str(), false), |kind| (kind, true));
    let Ok(kind) = kind.parse::<LinkKind>() else {
        sent.kind.clear();
        return Ok(form(&request, &owner, &sent));
    };
    let partner = request.snapshot().actor(partner).record().id.to_string();
    let (from, to) = if is_incoming { (partner, owner.actor.to_string()) } else { (owner.actor.to_string(), partner) };
    let mut fields = Patch::new().with("from", from).with("to", to).with("kind", kind.slug());
    if !sent.since.is_empty() {
        fields = fields.with("since", &sent.since);
    }
    match propose_and_confirm(&request, &owner, fields).await {
        Ok(()) => Ok(request.redirect(&format!("/my/{slug}"), &[("done", "linked")])),
        Err(CurationError::Refused(Cause::Invalid(violations))) => {
            sent.violations = violations;
            Ok(form(&request, &owner, &sent))
        }
        Err(error) => {
            sent.error = Some(form_error(&request, &error)?);
            Ok(form(&request, &owner, &sent))
        }
    }
}

async fn propose_and_confirm(request: &SiteRequest, owner: &Owner, fields: Patch) -> Result<(), CurationError> {
    let curation = &request.app.curation;
    let proposed = curation.propose_link(&owner.member, ProposeLink { fields, note: None }).await?;
    let (link, expected_version) = (proposed.value.id, proposed.value.version);
    let side = side(owner, &proposed.value.data);
    let input = ConfirmLink::new(link, expected_version, side);
    // Should this fail, the link waits on the page with a button that confirms it.
    let confirmed = curation.confirm_link(&owner.member, input).await?;
    follow(&request.app, confirmed.sequence).await;
    Ok(())
}

/// Who is meant: the one who was chosen, else the one of exactly this name.
///
/// # Errors
/// Those who may be meant.
fn partner(request: &SiteRequest, owner: &Owner, name: &str, choice: &str) -> Result<ActorNo, Vec<PartnerChoice>> {
    let snapshot = request.snapshot();
    let is_other = |no: &ActorNo| snapshot.actor(*no).record().id != owner.actor;
    if let Some(chosen) = snapshot.actor_by_slug(choice).filter(is_other) {
        return Ok(chosen);
    }
    let found = snapshot.suggest(name, SUGGESTIONS, request.locale().tag()).unwrap_or_default();
    let actors = found.into_iter().filter_map(|suggestion| match suggestion {
        Suggestion::Actor(no) => Some(no),
        _ => None,
    });
    let actors: Vec<ActorNo> = actors.filter(is_other).collect();
    let exact: Vec<ActorNo> =
        actors.iter().copied().filter(|no| fold(&snapshot.actor(*no).data().name) == fold(name)).collect();
    if let [exact] = exact.as_slice() {
        return Ok(*exact);
    }
    let choices = actors.into_iter().take(CHOICES).map(|no| {
        let actor = snapshot.actor(no).data();
        PartnerChoice { slug: actor.slug.to_string(), name: actor.name.clone() }
    });
    Err(choices.collect())
}
