//! `/my/…/contacts/…`: the people to speak to at a member's entry.

use messages::Message;
use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, State},
    http::{Request, StatusCode, request::Parts},
    response::Response,
};
use chrono::{Datelike, NaiveDate};
use curation::{
    CurationError, Patch, Refusal as Cause,
    commands::{Consents, ContactField, CreateContact, EditContact, GivenConsent, WithdrawConsent},
};
use domain::{ContactPerson, Language, PersonId, Record, rules::Problem};
use web::my::{self, ContactForm, ContactPage, MemberFormError};

use super::{
    change::{Owner, follow, form_error},
    entries::owner,
};
use crate::http::{site::account::requests::SiteRequest, state::AppState};

/// For how many years a consent counts before the person is asked again.
const REVIEW_YEARS: i32 = 2;

/// The people of the entry, without those who were erased.
pub(super) async fn own_contacts(request: &SiteRequest, owner: &Owner) -> Result<Vec<Record<ContactPerson>>, Response> {
    let fault = |error| request.fault(&error);
    let sees = owner.sees.require_view().map_err(|refusal| request.fault(&refusal.into()))?;
    let known = request.app.curation.contacts_for(&sees, owner.actor).await.map_err(fault)?;
    Ok(known.into_iter().filter_map(|known| known.record).collect())
}

/// Who the address names; `None` where it is somebody new.
///
/// # Errors
/// The page that says that there is nobody.
async fn find_contact(
    request: &SiteRequest,
    owner: &Owner,
    id: &str,
) -> Result<Option<Record<ContactPerson>>, Response> {
    if id == "new" {
        return Ok(None);
    }
    let nobody = || request.trouble(StatusCode::NOT_FOUND);
    let id: PersonId = id.parse().map_err(|_| nobody())?;
    let found = own_contacts(request, owner).await?.into_iter().find(|person| person.id == id);
    found.map(Some).ok_or_else(nobody)
}

/// `GET`: the form.
pub(super) async fn show(
    State(app): State<Arc<AppState>>,
    Path((slug, id)): Path<(String, String)>,
    head: Parts,
) -> Result<Response, Response> {
    let request = SiteRequest::of(app, head);
    let (_, owner) = owner(&request, &slug).await?;
    let found = find_contact(&request, &owner, &id).await?;
    let form = ContactForm::of_person(found.as_ref(), today(&request));
    Ok(page(&request, &owner, found.as_ref(), &form, None))
}

/// `POST`: writes what the form says, with the consent to what others may see.
pub(super) async fn save(
    State(app): State<Arc<AppState>>,
    Path((slug, id)): Path<(String, String)>,
    request: Request<Body>,
) -> Result<Response, Response> {
    let request = SiteRequest::with_form(app, request).await?;
    let (_, owner) = owner(&request, &slug).await?;
    let found = find_contact(&request, &owner, &id).await?;
    take_form(&request, &owner, found.as_ref()).await
}

async fn take_form(
    request: &SiteRequest,
    owner: &Owner,
    found: Option<&Record<ContactPerson>>,
) -> Result<Response, Response> {
    let mut form = ContactForm::from_sent(request.form.pairs(), today(request));
    let entry = format!("/my/{}", owner.slug());
    // The form has every value: over those that others wrote meanwhile nobody writes unseen.
    if let Some(found) = found.filter(|found| found.version != form.version) {
        form.rebase(found);
        return Ok(page(request, owner, Some(found), &form, None));
    }
    if found.is_some() && form.changes(found).is_empty() {
        return Ok(request.redirect(&entry, &[("done", "unchanged")]));
    }
    let Some((fields, consents)) = values(request, found, &mut form) else {
        return Ok(page(request, owner, found, &form, None));
    };
    let curation = &request.app.curation;
    let written = match found {
        Some(found) => {
            let edit = EditContact { person: found.id, expected_version: found.version, fields, consents };
            curation.edit_contact(&owner.member, edit).await
        }
        None => {
            let fields = fields.with("actor", owner.actor.to_string());
            curation.create_contact(&owner.member, CreateContact { fields, consents }).await
        }
    };
    match written {
        Ok(done) => {
            follow(&request.app, done.sequence).await;
            Ok(request.redirect(&entry, &[("done", "contact")]))
        }
        Err(CurationError::Refused(Cause::Invalid(violations))) => {
            form.violations = violations;
            Ok(page(request, owner, found, &form, None))
        }
        Err(error) => {
            let error = form_error(request, &error)?;
            Ok(page(request, owner, found, &form, Some(error)))
        }
    }
}

/// What the form changes, with the consents; `None` where a consent is missing, which the form then says.
fn values(
    request: &SiteRequest,
    found: Option<&Record<ContactPerson>>,
    form: &mut ContactForm,
) -> Option<(Patch, Consents)> {
    let (mut fields, mut shared) = (Patch::new(), Vec::new());
    for (name, value) in form.changes(found) {
        fields = fields.with(format!("{name}.value"), Some(&value.text).filter(|text| !text.is_empty()));
        if !value.text.is_empty() {
            fields = fields.with(format!("{name}.visibility"), value.visibility());
        }
        if value.is_shared() {
            shared.extend(ContactField::ALL.iter().copied().find(|field| field.slug() == name));
        }
    }
    if shared.is_empty() {
        return Some((fields, Consents::new()));
    }
    let given_on = form.given_on.parse().ok().filter(|day: &NaiveDate| *day <= today(request));
    if given_on.is_none() {
        form.violations.add("givenOn", Problem::Format(Message::new("problem-day-until-today")));
    }
    if !form.is_agreed {
        form.violations.add("agreed", Problem::ConsentRequired);
    }
    let given_on = given_on.filter(|_| form.is_agreed)?;
    let known = found.and_then(|person| person.data.consents().next());
    let consent = GivenConsent {
        purpose: my::contact_purpose(&request.visit()),
        text_version: known.map_or_else(|| "1".to_owned(), |consent| consent.text_version.clone()),
        text_language: request.locale().tag().parse().unwrap_or_else(|_| Language::german()),
        given_on,
        given_by: form.given_by,
        review_due: given_on
            .with_year(given_on.year() + REVIEW_YEARS)
            .or_else(|| given_on.checked_add_days(chrono::Days::new(730))),
    };
    Some((fields, shared.into_iter().map(|field| (field, consent.clone())).collect()))
}

/// `POST …/withdraw`: nobody else sees anything of the person from now on.
pub(super) async fn withdraw(
    State(app): State<Arc<AppState>>,
    Path((slug, id)): Path<(String, String)>,
    request: Request<Body>,
) -> Result<Response, Response> {
    let request = SiteRequest::with_form(app, request).await?;
    let (_, owner) = owner(&request, &slug).await?;
    let Some(found) = find_contact(&request, &owner, &id).await? else {
        return Err(request.trouble(StatusCode::NOT_FOUND));
    };
    let input = WithdrawConsent { person: found.id, fields: None };
    match request.app.curation.withdraw_consent(&owner.member, input).await {
        Ok(done) => {
            follow(&request.app, done.sequence).await;
            Ok(request.redirect(&format!("/my/{slug}"), &[("done", "consent-withdrawn")]))
        }
        Err(error) => {
            let error = form_error(&request, &error)?;
            let form = ContactForm::of_person(Some(&found), today(&request));
            Ok(page(&request, &owner, Some(&found), &form, Some(error)))
        }
    }
}

fn today(request: &SiteRequest) -> NaiveDate {
    request.day_of((request.app.clock)())
}

fn page(
    request: &SiteRequest,
    owner: &Owner,
    person: Option<&Record<ContactPerson>>,
    form: &ContactForm,
    error: Option<MemberFormError>,
) -> Response {
    let shown = ContactPage { slug: owner.slug(), owner: &owner.entry.summary.name, person, form, error };
    request.page(my::contact(&request.visit(), &shown))
}
