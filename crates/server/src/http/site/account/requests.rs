//! One request for a page of accounts: its language, its form, and how it is answered.

use std::{sync::Arc, time::Duration};

use axum::{
    body::Body,
    http::{HeaderValue, Method, Request, StatusCode, header, request::Parts},
    response::Response,
};
use chrono::{DateTime, NaiveDate, Utc};
use curation::{
    CurationError, Editor, Refusal as Cause, Sees,
    accounts::{LONGEST, PasswordProblem, SHORTEST, SignedIn},
};
use directory::Snapshot;
use domain::rules::NAME_LENGTH;
use url::form_urlencoded;
use web::{Answer, Locale, Visit, account::AccountFormError};

use crate::{
    http::{
        api_error::ApiError,
        authenticate::{has_session_cookie, signed_in},
        negotiation::negotiate_language,
        site::{
            form::{FormValues, read_form},
            response::private_page,
        },
        state::AppState,
    },
    site_display::ShownSite,
};

/// The largest form of an account, bytes.
const FORM_BYTES: usize = 16 * 1024;
/// The largest form of an entry, bytes: its texts in all languages, with every letter written as several.
const ENTRY_FORM_BYTES: usize = 512 * 1024;

/// A request for a page of accounts.
pub(in crate::http) struct SiteRequest {
    pub(in crate::http) app: Arc<AppState>,
    pub(in crate::http) head: Parts,
    pub(in crate::http) form: FormValues,
    locale: Locale,
    origin: String,
    snapshot: Arc<Snapshot>,
    shown: Arc<ShownSite>,
}

impl SiteRequest {
    /// A request that only shows.
    pub(in crate::http) fn of(app: Arc<AppState>, head: Parts) -> Self {
        let asked_for = parameter(&head, "language").and_then(|tag| Locale::from_tag(&tag));
        let locale = asked_for.or_else(|| negotiate_language(&head.headers, Locale::from_tag)).unwrap_or(Locale::De);
        let (origin, snapshot, shown) = (app.origin.of_request(&head.headers), app.live.load(), app.site.load());
        Self { app, head, form: FormValues::parse(&[]), locale, origin, snapshot, shown }
    }

    /// A form that acts on a session: only from a page of this service.
    ///
    /// # Errors
    /// The page that says why it is not taken.
    pub(in crate::http) async fn with_form(app: Arc<AppState>, request: Request<Body>) -> Result<Self, Response> {
        Self::with_own_form(app, request, FORM_BYTES).await
    }

    /// The same for a form with the texts of an entry.
    ///
    /// # Errors
    /// As [`Self::with_form`].
    pub(in crate::http) async fn with_entry_form(app: Arc<AppState>, request: Request<Body>) -> Result<Self, Response> {
        Self::with_own_form(app, request, ENTRY_FORM_BYTES).await
    }

    async fn with_own_form(app: Arc<AppState>, request: Request<Body>, most: usize) -> Result<Self, Response> {
        let (head, body) = request.into_parts();
        let page = Self::of(app, head);
        if page.app.origin.check(&page.head.headers).is_err() {
            return Err(page.trouble(StatusCode::FORBIDDEN));
        }
        page.read(body, most).await
    }

    /// A form at an address that is itself a key: no cookie counts, so nothing is gained by sending it from elsewhere,
    /// and pages that tell nobody their address tell no origin either.
    ///
    /// # Errors
    /// As [`Self::with_form`].
    pub(in crate::http) async fn with_secret(app: Arc<AppState>, request: Request<Body>) -> Result<Self, Response> {
        let (head, body) = request.into_parts();
        Self::of(app, head).read(body, FORM_BYTES).await
    }

    async fn read(mut self, body: Body, most: usize) -> Result<Self, Response> {
        match read_form(&self.head.headers, body, most).await {
            Ok(body) => {
                self.form = FormValues::parse(&body);
                Ok(self)
            }
            Err(status) => Err(self.trouble(status)),
        }
    }

    /// Who is signed in.
    ///
    /// # Errors
    /// The way to the page for signing in, and back.
    pub(in crate::http) async fn owner(&self) -> Result<SignedIn, Response> {
        self.owner_at("/account").await
    }

    /// The same, coming back to this path afterwards.
    ///
    /// # Errors
    /// As [`Self::owner`].
    pub(in crate::http) async fn owner_at(&self, path: &str) -> Result<SignedIn, Response> {
        match self.signed_in().await? {
            Some(who) => Ok(who),
            None if self.had_session() => Err(self.redirect("/login", &[("next", path), ("done", "session-ended")])),
            None => Err(self.redirect("/login", &[("next", path)])),
        }
    }

    /// Whether somebody was signed in before: a browser that still has the cookie, or sends a form of a page that only
    /// those see who are.
    fn had_session(&self) -> bool {
        self.head.method == Method::POST || has_session_cookie(&self.app, &self.head.headers)
    }

    /// The editor who is signed in, coming back to this path after signing in.
    ///
    /// # Errors
    /// The way there; to everybody else there is nothing here.
    pub(in crate::http) async fn editor_at(&self, path: &str) -> Result<Sees<Editor>, Response> {
        let who = self.owner_at(path).await?;
        who.requester.require_view().map_err(|refusal| match refusal {
            Cause::SecondFactorFirst => self.redirect("/account", &[]),
            _ => self.trouble(StatusCode::NOT_FOUND),
        })
    }

    /// Who is signed in, if anybody is.
    ///
    /// # Errors
    /// The page that says that it cannot be known.
    pub(in crate::http) async fn signed_in(&self) -> Result<Option<SignedIn>, Response> {
        signed_in(&self.app, &self.head.headers).await.map_err(|refusal| self.trouble(refusal.status()))
    }

    /// What the pages are made from.
    pub(in crate::http) fn visit(&self) -> Visit<'_> {
        Visit {
            site: &self.shown.site,
            snapshot: &self.snapshot,
            now: (self.app.clock)(),
            origin: &self.origin,
            locale: self.locale,
            preferred: None,
            is_preview: false,
        }
    }

    /// The directory that the page is made from.
    pub(in crate::http) fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// The day an instant falls on in the directory.
    pub(in crate::http) fn day_of(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.snapshot.settings().zone).date_naive()
    }

    /// The language of the page.
    pub(in crate::http) const fn locale(&self) -> Locale {
        self.locale
    }

    /// A parameter of the address.
    pub(in crate::http) fn parameter(&self, name: &str) -> Option<String> {
        parameter(&self.head, name)
    }

    /// A page with forms that act on a session: they must tell their origin.
    pub(in crate::http) fn page(&self, answer: Answer) -> Response {
        let mut response = self.secret_page(answer);
        // With "no-referrer" browsers tell the origin "null", which cannot be checked.
        response.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
        response
    }

    /// A page whose address is itself a key.
    pub(in crate::http) fn secret_page(&self, answer: Answer) -> Response {
        let mut response = private_page(answer, self.locale);
        if self.app.origin.is_https() {
            let value = HeaderValue::from_static("max-age=31536000");
            response.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, value);
        }
        response
    }

    /// Goes on to a page of accounts, in the same language.
    pub(in crate::http) fn redirect(&self, path: &str, parameters: &[(&str, &str)]) -> Response {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("language", self.locale.tag()).extend_pairs(parameters);
        self.go_to(&format!("{path}?{}", query.finish()))
    }

    /// Goes on to any address of this service.
    pub(in crate::http) fn go_to(&self, address: &str) -> Response {
        self.page(Answer::elsewhere(StatusCode::SEE_OTHER, address.to_owned()))
    }

    /// The page for a request that is out of order, or a fault on our side.
    pub(in crate::http) fn trouble(&self, status: StatusCode) -> Response {
        self.page(web::answer::trouble(&self.visit(), status))
    }

    /// The page for a fault; the cause goes to the log.
    pub(in crate::http) fn fault(&self, error: &CurationError) -> Response {
        if matches!(error, CurationError::Refused(Cause::DatabaseBusy)) {
            return self.trouble(StatusCode::SERVICE_UNAVAILABLE);
        }
        tracing::error!(error = %domain::ErrorChain(error), "an account could not be worked on");
        self.trouble(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// Why a form did nothing, or the page for a fault.
    ///
    /// # Errors
    /// The page for a fault.
    pub(in crate::http) fn explain(&self, error: &CurationError) -> Result<AccountFormError, Response> {
        form_error(error).ok_or_else(|| self.fault(error))
    }

    /// Why an attempt was not made: how long to wait, or the page for a fault.
    ///
    /// # Errors
    /// The page for a fault.
    pub(in crate::http) fn throttle_error(&self, refusal: &ApiError) -> Result<AccountFormError, Response> {
        match refusal.retry_after() {
            Some(wait) if refusal.status() == StatusCode::TOO_MANY_REQUESTS => Ok(AccountFormError::Throttled(wait)),
            _ if refusal.status() == StatusCode::TOO_MANY_REQUESTS => {
                Ok(AccountFormError::Throttled(Duration::from_secs(60)))
            }
            _ => Err(self.trouble(refusal.status())),
        }
    }
}

fn parameter(head: &Parts, name: &str) -> Option<String> {
    let mut parameters = form_urlencoded::parse(head.uri.query().unwrap_or_default().as_bytes());
    parameters.find(|(found, _)| found == name).map(|(_, value)| value.into_owned())
}

/// What a refusal says in a form; `None` for what no form of these pages leads to.
fn form_error(error: &CurationError) -> Option<AccountFormError> {
    let CurationError::Refused(cause) = error else { return None };
    Some(match cause {
        Cause::WrongSecret { field: "code" } => AccountFormError::CodeWrong,
        Cause::WrongSecret { .. } => AccountFormError::PasswordWrong,
        Cause::WeakPassword(problem) => match problem {
            PasswordProblem::TooShort => AccountFormError::PasswordTooShort(SHORTEST as u64),
            PasswordProblem::TooLong => AccountFormError::PasswordTooLong(LONGEST as u64),
            PasswordProblem::LikeEmail => AccountFormError::PasswordLikeEmail,
            PasswordProblem::Common | PasswordProblem::Guessable => AccountFormError::PasswordGuessable,
        },
        Cause::SecondFactorFirst | Cause::WrongState { code: "SECOND_FACTOR_REQUIRED", .. } => {
            AccountFormError::FactorRequired
        }
        Cause::WrongState { code: "ACCOUNT_EXISTS", .. } => AccountFormError::AddressTaken,
        Cause::Invalid(violations) if violations.iter().any(|violation| violation.field == "days") => {
            AccountFormError::DaysOutOfRange
        }
        Cause::Invalid(violations) if violations.iter().any(|violation| violation.field == "email") => {
            AccountFormError::EmailMalformed
        }
        Cause::Invalid(_) => AccountFormError::NameTooLong(NAME_LENGTH as u64),
        _ => return None,
    })
}
