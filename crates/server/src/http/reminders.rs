//! `/reminder`: the pages behind the links of reminder mail.
//!
//! Opening a link shows what it asks and changes nothing, since mail scanners open links too; the
//! button on the page sends what acts (the thinking of RFC 8058). Nobody needs an account or a cookie:
//! the link itself is the proof.

use std::{collections::HashMap, sync::Arc};

use axum::{
    Router,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use curation::{
    CurationError, Done,
    commands::{Answer, Asked, ReminderAnswer},
};
use graphql::Visible;
use tower_http::catch_panic::CatchPanicLayer;

use super::{
    page::{Page, Tongue},
    refusal::Refusal,
};
use crate::{app::App, paths, visible::Followed};

/// The routes below `/reminder`.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/reminder/{purpose}/{token}", get(look).post(answer))
        .layer(CatchPanicLayer::custom(crate::app::fault))
}

type Named = Path<(String, String)>;
type Parameters = Query<HashMap<String, String>>;

/// `GET`: what the link asks.
async fn look(
    State(app): State<Arc<App>>,
    Path((purpose, token)): Named,
    Query(parameters): Parameters,
    headers: HeaderMap,
) -> Response {
    let Ok(purpose) = purpose.parse::<ReminderAnswer>() else {
        return page(ReminderAnswer::StillRight, &Answer::NotOurs, &parameters, &headers).into_response();
    };
    match app.curation.look_at_reminder(purpose, &token).await {
        Ok(found) => page(purpose, &found, &parameters, &headers).into_response(),
        Err(error) => fault(&error).into_response(),
    }
}

/// `POST`: doing it. Answered once everybody sees it.
async fn answer(
    State(app): State<Arc<App>>,
    Path((purpose, token)): Named,
    Query(parameters): Parameters,
    headers: HeaderMap,
) -> Response {
    let Ok(purpose) = purpose.parse::<ReminderAnswer>() else {
        return page(ReminderAnswer::StillRight, &Answer::NotOurs, &parameters, &headers).into_response();
    };
    match app.curation.answer_reminder(purpose, &token).await {
        Ok(Done { value, sequence }) => {
            let followed = Followed { live: Arc::clone(&app.live), reached: app.followed.clone() };
            followed.after(sequence).await;
            if matches!(value, Answer::Taken(_)) {
                tracing::info!(reminder.answer = purpose.word(), "a reminder was answered");
            }
            page(purpose, &value, &parameters, &headers).into_response()
        }
        Err(error) => fault(&error).into_response(),
    }
}

fn fault(error: &CurationError) -> Refusal {
    tracing::error!(error = error as &dyn std::error::Error, "a reminder could not be answered");
    Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, "INTERNAL", "something went wrong on our side")
}

/// The page for what a link can do or has done: in the language that was asked for, else that of the
/// mail, else the browser's.
fn page(purpose: ReminderAnswer, answer: &Answer, parameters: &HashMap<String, String>, headers: &HeaderMap) -> Page {
    let asked = match answer {
        Answer::Open(asked) | Answer::Taken(asked) | Answer::AnsweredBefore(asked, _) | Answer::Changed(asked) => {
            Some(asked)
        }
        Answer::Gone | Answer::Expired | Answer::NotOurs => None,
    };
    let browser = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let of_mail = asked.map(|asked| asked.language.as_str());
    let tongue = Tongue::of(parameters.get("language").map(String::as_str).or(of_mail).or(browser).unwrap_or("de"));
    let say = |german: &'static str, english: &'static str| tongue.choose(german, english);
    match answer {
        Answer::Open(asked) => open(purpose, asked, tongue),
        Answer::Taken(asked) => taken(purpose, asked, tongue),
        Answer::AnsweredBefore(asked, before) => {
            let heading = say("Diese Erinnerung ist schon beantwortet", "This reminder has been answered already");
            let what = match before {
                ReminderAnswer::StillRight => say("Der Eintrag wurde bestätigt.", "The entry was confirmed."),
                ReminderAnswer::Archive => say(
                    "Die Redaktion wurde gebeten, den Eintrag zu archivieren.",
                    "The editors were asked to archive the entry.",
                ),
            };
            further(Page::new(tongue, StatusCode::GONE, heading).says(what), asked, tongue)
        }
        Answer::Changed(asked) => {
            let heading = say("Der Eintrag hat sich inzwischen geändert", "The entry has changed meanwhile");
            let what = say(
                "Dieser Link gilt für den Stand vor der Änderung. Bitte den Eintrag noch einmal ansehen.",
                "This link is for how the entry stood before. Please look at the entry again.",
            );
            further(Page::new(tongue, StatusCode::CONFLICT, heading).says(what), asked, tongue)
        }
        Answer::Gone => Page::new(
            tongue,
            StatusCode::GONE,
            say("Der Eintrag ist nicht mehr öffentlich", "The entry is no longer public"),
        ),
        Answer::Expired => {
            Page::new(tongue, StatusCode::GONE, say("Dieser Link ist abgelaufen", "This link has ended"))
                .says(say("Mit der nächsten Erinnerung kommt ein neuer.", "The next reminder will bring a new one."))
        }
        Answer::NotOurs => {
            Page::new(tongue, StatusCode::NOT_FOUND, say("Dieser Link gilt nicht", "This link is not valid")).says(say(
                "Vielleicht ist er nicht vollständig: Bitte den ganzen Link aus der Mail öffnen.",
                "Perhaps it is not complete: please open the whole link from the mail.",
            ))
        }
    }
}

fn open(purpose: ReminderAnswer, asked: &Asked, tongue: Tongue) -> Page {
    let name = &asked.name;
    let (heading, what, button) = match (purpose, tongue) {
        (ReminderAnswer::StillRight, Tongue::German) => (
            format!("Stimmt der Eintrag „{name}“ noch?"),
            "Mit dem Knopf bestätigen Sie, dass alles noch stimmt.",
            "Ja, alles stimmt noch",
        ),
        (ReminderAnswer::StillRight, Tongue::English) => (
            format!("Is the entry “{name}” still right?"),
            "With the button you confirm that everything is still right.",
            "Yes, everything is still right",
        ),
        (ReminderAnswer::Archive, Tongue::German) => (
            format!("Soll der Eintrag „{name}“ nicht mehr erscheinen?"),
            "Mit dem Knopf bitten Sie die Redaktion, den Eintrag zu archivieren. Bis sie es getan hat, bleibt er stehen.",
            "Ja, bitte archivieren",
        ),
        (ReminderAnswer::Archive, Tongue::English) => (
            format!("Should the entry “{name}” no longer appear?"),
            "With the button you ask the editors to archive the entry. It stays until they have.",
            "Yes, please archive it",
        ),
    };
    further(Page::new(tongue, StatusCode::OK, &heading).says(what).asks(button), asked, tongue)
}

fn taken(purpose: ReminderAnswer, asked: &Asked, tongue: Tongue) -> Page {
    let heading = tongue.choose("Danke!", "Thank you!");
    let name = &asked.name;
    let what = match (purpose, tongue) {
        (ReminderAnswer::StillRight, Tongue::German) => format!("Der Eintrag „{name}“ ist bestätigt."),
        (ReminderAnswer::StillRight, Tongue::English) => format!("The entry “{name}” is confirmed."),
        (ReminderAnswer::Archive, Tongue::German) => {
            format!("Die Redaktion ist gebeten, den Eintrag „{name}“ zu archivieren.")
        }
        (ReminderAnswer::Archive, Tongue::English) => {
            format!("The editors have been asked to archive the entry “{name}”.")
        }
    };
    further(Page::new(tongue, StatusCode::OK, heading).says(&what), asked, tongue)
}

/// Where one may want to go from there.
fn further(page: Page, asked: &Asked, tongue: Tongue) -> Page {
    let slug = asked.slug.as_str();
    page.leads_to(&paths::actor(asked.kind, slug), tongue.choose("Den Eintrag ansehen", "Look at the entry")).leads_to(
        &paths::suggest_change(slug),
        tongue.choose("Etwas ist anders: eine Änderung vorschlagen", "Something is different: suggest a change"),
    )
}
