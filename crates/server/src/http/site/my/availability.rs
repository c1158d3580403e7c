//! `/my/…/offers/…/availability`: whether an offer takes people on, in one tap.

use messages::Message;
use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, State},
    http::{Request, StatusCode},
    response::Response,
};
use chrono::NaiveDate;
use curation::{CurationError, Refusal as Cause, commands::SetAvailability};
use domain::{
    EntityKind, Violations,
    record::EntityRef,
    rules::Problem,
    vocabulary::{Availability, UnknownWord},
};
use uuid::Uuid;
use web::my::AvailabilityForm;

use super::{
    change::{follow, form_error},
    entries::{self, EntryNotice, owner},
};
use crate::http::{site::account::requests::SiteRequest, state::AppState};

/// `POST`: says it, for everybody to see at once.
pub(super) async fn save(
    State(app): State<Arc<AppState>>,
    Path((slug, id)): Path<(String, String)>,
    request: Request<Body>,
) -> Result<Response, Response> {
    save_availability(app, request, &slug, &id).await
}

async fn save_availability(
    app: Arc<AppState>,
    request: Request<Body>,
    slug: &str,
    id: &str,
) -> Result<Response, Response> {
    let request = SiteRequest::with_form(app, request).await?;
    let (who, owner) = owner(&request, slug).await?;
    let nothing = || request.trouble(StatusCode::NOT_FOUND);
    let offer: Uuid = id.parse().map_err(|_| nothing())?;
    let found = request.app.curation.entry(&owner.sees, EntityRef { kind: EntityKind::Offer, id: offer }).await;
    let found = found.map_err(|error| request.fault(&error))?.ok_or_else(nothing)?;
    // What is another entry's stands on its page, also for staff.
    if found.fields.get("actor").and_then(|actor| actor.as_str()) != Some(owner.actor.to_string().as_str()) {
        return Err(nothing());
    }
    let written = match read(&request, offer) {
        Ok(input) => request.app.curation.set_availability(&owner.member, input).await,
        Err(violations) => Err(Cause::Invalid(violations).into()),
    };
    let error = match written {
        Ok(done) => {
            follow(&request.app, done.sequence).await;
            return Ok(request.redirect(&format!("/my/{slug}"), &[("done", "availability")]));
        }
        Err(error) => error,
    };
    let notice = match error {
        CurationError::Refused(Cause::Invalid(violations)) if !names_version(&violations) => {
            EntryNotice::Availability(AvailabilityForm {
                offer: id.to_owned(),
                until: request.form.text("until").to_owned(),
                places: request.form.text("places").to_owned(),
                violations,
            })
        }
        error => EntryNotice::Refused(form_error(&request, &error)?),
    };
    entries::page(&request, &who, &owner, None, Some(notice)).await
}

fn names_version(violations: &Violations) -> bool {
    violations.iter().any(|violation| violation.field == "expectedVersion")
}

/// What the form says.
///
/// # Errors
/// Everything that cannot be read.
fn read(request: &SiteRequest, offer: Uuid) -> Result<SetAvailability, Violations> {
    let text = |name: &str| request.form.text(name).trim();
    let mut wrong = Violations::default();
    let availability = match text("availability") {
        "" => None,
        word => word
            .parse::<Availability>()
            .map_err(|error: UnknownWord| {
                let problem = Problem::Format(error.message());
                wrong.add("availability", problem);
            })
            .ok(),
    };
    // A number that is left from before says nothing of a waiting list.
    let places = if availability == Some(Availability::PlacesFree) { text("places") } else { "" };
    let mut unreadable = |field: &str| {
        wrong.add(field, Problem::Format(Message::new("problem-unreadable-here")));
    };
    let free_places = (!places.is_empty()).then(|| places.parse::<u16>());
    let free_places = free_places.transpose().inspect_err(|_| unreadable("freePlaces")).ok().flatten();
    let until = if availability.is_some() { text("until") } else { "" };
    let until = (!until.is_empty()).then(|| until.parse::<NaiveDate>());
    let until = until.transpose().inspect_err(|_| unreadable("availabilityUntil")).ok().flatten();
    wrong.into_result()?;
    let expected_version = text("version").parse().unwrap_or_default();
    Ok(SetAvailability { offer: offer.into(), expected_version, availability, free_places, until, note: None })
}
