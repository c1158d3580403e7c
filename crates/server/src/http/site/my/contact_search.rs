//! `/contacts`: whom network partners may speak to at an entry.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{StatusCode, request::Parts},
    response::Response,
};
use curation::{Partner, Refusal as Cause};
use url::form_urlencoded;
use web::my::{self, EntryContacts};

use crate::http::{site::account::requests::SiteRequest, state::AppState};

/// `GET /contacts`: the entries that a question finds, with the people a partner may see.
pub(super) async fn show(State(app): State<Arc<AppState>>, head: Parts) -> Result<Response, Response> {
    let request = SiteRequest::of(app, head);
    page(&request).await
}

async fn page(request: &SiteRequest) -> Result<Response, Response> {
    let text = request.parameter("text").unwrap_or_default();
    let question = form_urlencoded::Serializer::new(String::new()).append_pair("text", text.trim()).finish();
    let path = if text.trim().is_empty() { "/contacts".to_owned() } else { format!("/contacts?{question}") };
    let who = request.owner_at(&path).await?;
    let sees = who.requester.require_view::<Partner>().map_err(|refusal| match refusal {
        Cause::SecondFactorFirst => request.redirect("/account", &[]),
        _ => request.trouble(StatusCode::NOT_FOUND),
    })?;
    let visit = request.visit();
    if text.trim().is_empty() {
        return Ok(request.page(my::contact_search(&visit, "", None)));
    }
    let mut found = Vec::new();
    for actor in web::actors_matching(&visit, text.trim()) {
        let id = request.snapshot().actor(actor).record().id;
        let known = request.app.curation.contacts_for(&sees, id).await.map_err(|error| request.fault(&error))?;
        found.push(EntryContacts { actor, contacts: known.into_iter().map(|known| known.contact).collect() });
    }
    // Who may be spoken to is what was asked for.
    found.sort_by_key(|entry| entry.contacts.is_empty());
    Ok(request.page(my::contact_search(&visit, text.trim(), Some(&found))))
}
