//! `/account`: what the holder of a session sees and changes of the own account.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::State,
    http::{Request, header, request::Parts},
    response::Response,
};
use curation::{
    CurationError, Editor, Refusal as Cause,
    accounts::{MailChoice, OwnTokenRequest, SignedIn},
};
use domain::Language;
use web::{
    Locale,
    account::{self, AccountFormError, AccountPage, AccountSection, DigestSetting, SessionRow, TokenRow},
};

use super::requests::SiteRequest;
use crate::http::{
    auth::{second_factor::prove, sign_in::session_cookie},
    state::AppState,
};

/// `GET /account`.
pub(super) async fn show(State(app): State<Arc<AppState>>, head: Parts) -> Result<Response, Response> {
    let request = SiteRequest::of(app, head);
    let who = request.owner().await?;
    page(&request, &who, None).await
}

async fn page(
    request: &SiteRequest,
    who: &SignedIn,
    error: Option<(AccountSection, AccountFormError)>,
) -> Result<Response, Response> {
    let accounts = &request.app.accounts;
    let (mut sessions, mut tokens) = (Vec::new(), Vec::new());
    if let Ok(by) = who.requester.require_view() {
        sessions = accounts.own_sessions(&by).await.map_err(|error| request.fault(&error))?;
        tokens = accounts.own_tokens(&by).await.map_err(|error| request.fault(&error))?;
    }
    let left = accounts.recovery_codes_left(who).await.map_err(|error| request.fault(&error))?;
    let digest = match who.requester.require_view::<Editor>() {
        Ok(_) => {
            let choice = accounts.mail_choice(who).await.map_err(|error| request.fault(&error))?;
            Some(DigestSetting {
                is_wanted: choice.digest,
                language: Locale::from_tag(choice.language.primary()).unwrap_or(Locale::De),
                is_sent: request.app.curation.settings().mails.digest,
            })
        }
        Err(_) => None,
    };
    let done = request.parameter("done");
    let name = match error {
        Some((AccountSection::Name, _)) => request.form.text("name"),
        _ => who.account.name.as_deref().unwrap_or_default(),
    };
    let page = AccountPage {
        email: who.account.email.as_str(),
        name,
        role: who.account.role,
        has_second_factor: who.has_second_factor(),
        awaits_second_factor: who.requester.awaits_second_factor(),
        recovery_codes_left: left,
        sessions: sessions
            .into_iter()
            .map(|session| SessionRow {
                is_this: who.is_session(&session.handle),
                handle: session.handle,
                device: session.device,
                seen_at: session.seen_at,
            })
            .collect(),
        tokens: tokens
            .into_iter()
            .map(|token| TokenRow {
                handle: token.handle,
                name: token.name,
                may_write: token.may_write,
                expires_at: token.expires_at,
            })
            .collect(),
        digest,
        done: done.as_deref(),
        error,
    };
    Ok(request.page(account::account(&request.visit(), &page)))
}

/// What a form led to: back to the page, which says that it is done or why not.
async fn back<T>(
    request: &SiteRequest,
    who: &SignedIn,
    section: AccountSection,
    done: &str,
    result: Result<T, CurationError>,
) -> Result<Response, Response> {
    match result {
        Ok(_) => Ok(request.redirect("/account", &[("done", done)])),
        Err(error) => refusal_page(request, who, section, &error).await,
    }
}

async fn refusal_page(
    request: &SiteRequest,
    who: &SignedIn,
    section: AccountSection,
    error: &CurationError,
) -> Result<Response, Response> {
    // What is not there any more, or done in another window: the page shows how it is now.
    let is_stale = matches!(
        error,
        CurationError::Refused(
            Cause::NotFound { .. }
                | Cause::WrongState {
                    code: "SECOND_FACTOR_EXISTS" | "NO_SECOND_FACTOR" | "NO_SECOND_FACTOR_OFFERED",
                    ..
                }
        )
    );
    if is_stale {
        return Ok(request.redirect("/account", &[]));
    }
    page(request, who, Some((section, request.explain(error)?))).await
}

/// Runs what asks for a password or code, counted by the throttle.
async fn prove_or_page<T>(
    request: &SiteRequest,
    who: &SignedIn,
    section: AccountSection,
    work: impl Future<Output = Result<T, CurationError>>,
) -> Result<Result<T, CurationError>, Response> {
    match prove(&request.app, who.account.id, work).await {
        Ok(result) => Ok(result),
        Err(refusal) => {
            let error = request.throttle_error(&refusal)?;
            let (Ok(answer) | Err(answer)) = page(request, who, Some((section, error))).await;
            Err(answer)
        }
    }
}

macro_rules! handlers {
    ($($(#[$doc:meta])* $name:ident $work:ident;)+) => {$(
        $(#[$doc])*
        pub(super) async fn $name(State(app): State<Arc<AppState>>, request: Request<Body>) -> Result<Response, Response> {
            let request = SiteRequest::with_form(app, request).await?;
            let who = request.owner().await?;
            $work(&request, &who).await
        }
    )+};
}

handlers! {
    /// `POST /account/name`.
    change_name take_name;
    /// `POST /account/mail`.
    change_mail take_mail_choice;
    /// `POST /account/password`.
    change_password take_password;
    /// `POST /account/second-factor`: shows the secret.
    offer_second_factor show_offer;
    /// `POST /account/second-factor/confirm`: shows the recovery codes.
    confirm_second_factor take_first_code;
    /// `POST /account/second-factor/remove`.
    remove_second_factor drop_factor;
    /// `POST /account/second-factor/recovery-codes`.
    renew_recovery_codes show_new_codes;
    /// `POST /account/sessions/end`.
    end_session end_one;
    /// `POST /account/sessions/end-others`.
    end_other_sessions end_others;
    /// `POST /account/tokens`: shows the token.
    issue_token show_token;
    /// `POST /account/tokens/revoke`.
    revoke_token withdraw_token;
}

async fn take_name(request: &SiteRequest, who: &SignedIn) -> Result<Response, Response> {
    let changed = request.app.accounts.change_own_name(who, request.form.text("name")).await;
    back(request, who, AccountSection::Name, "name", changed).await
}

async fn take_mail_choice(request: &SiteRequest, who: &SignedIn) -> Result<Response, Response> {
    // The form has no other languages.
    let locale = Locale::from_tag(request.form.text("mail-language")).unwrap_or(Locale::De);
    let language = locale.tag().parse().unwrap_or_else(|_| Language::german());
    let choice = MailChoice { language, digest: !request.form.text("digest").is_empty() };
    let changed = request.app.accounts.choose_mail(who, &choice).await;
    back(request, who, AccountSection::Name, "mail", changed).await
}

async fn take_password(request: &SiteRequest, who: &SignedIn) -> Result<Response, Response> {
    let (password, new_password) = (request.form.secret("password"), request.form.secret("new-password"));
    let work = request.app.accounts.change_password(who, &password, &new_password);
    let changed = prove_or_page(request, who, AccountSection::Password, work).await?;
    back(request, who, AccountSection::Password, "password", changed).await
}

async fn show_offer(request: &SiteRequest, who: &SignedIn) -> Result<Response, Response> {
    let password = request.form.secret("password");
    let work = request.app.accounts.offer_second_factor(who, &password);
    match prove_or_page(request, who, AccountSection::SecondFactor, work).await? {
        Ok(offer) => {
            let shown = Some((&offer.secret, &offer.uri));
            Ok(request.page(account::confirm_second_factor(&request.visit(), shown, None)))
        }
        Err(error) => refusal_page(request, who, AccountSection::SecondFactor, &error).await,
    }
}

async fn take_first_code(request: &SiteRequest, who: &SignedIn) -> Result<Response, Response> {
    let code = request.form.secret("code");
    let work = request.app.accounts.confirm_second_factor(who, &code);
    match prove_or_page(request, who, AccountSection::SecondFactor, work).await? {
        Ok((welcome, codes)) => {
            let mut response = request.page(account::recovery_codes(&request.visit(), &codes));
            let session = session_cookie(&request.app, &welcome, &request.head.headers);
            response.headers_mut().append(header::SET_COOKIE, session);
            Ok(response)
        }
        Err(error @ CurationError::Refused(Cause::WrongSecret { .. })) => {
            let error = request.explain(&error)?;
            Ok(request.page(account::confirm_second_factor(&request.visit(), None, Some(error))))
        }
        Err(error) => refusal_page(request, who, AccountSection::SecondFactor, &error).await,
    }
}

async fn drop_factor(request: &SiteRequest, who: &SignedIn) -> Result<Response, Response> {
    let (password, code) = (request.form.secret("password"), request.form.secret("code"));
    let work = request.app.accounts.remove_second_factor(who, &password, &code);
    let removed = prove_or_page(request, who, AccountSection::SecondFactor, work).await?;
    back(request, who, AccountSection::SecondFactor, "second-factor", removed).await
}

async fn show_new_codes(request: &SiteRequest, who: &SignedIn) -> Result<Response, Response> {
    let (password, code) = (request.form.secret("password"), request.form.secret("code"));
    let work = request.app.accounts.renew_recovery_codes(who, &password, &code);
    match prove_or_page(request, who, AccountSection::SecondFactor, work).await? {
        Ok(codes) => Ok(request.page(account::recovery_codes(&request.visit(), &codes))),
        Err(error) => refusal_page(request, who, AccountSection::SecondFactor, &error).await,
    }
}

async fn end_one(request: &SiteRequest, who: &SignedIn) -> Result<Response, Response> {
    let ended = match who.requester.partner() {
        Ok(by) => request.app.accounts.revoke_session(&by, request.form.text("session")).await,
        Err(refusal) => Err(refusal.into()),
    };
    back(request, who, AccountSection::SecondFactor, "session", ended).await
}

async fn end_others(request: &SiteRequest, who: &SignedIn) -> Result<Response, Response> {
    let ended = request.app.accounts.end_other_sessions(who).await;
    back(request, who, AccountSection::SecondFactor, "session", ended).await
}

async fn show_token(request: &SiteRequest, who: &SignedIn) -> Result<Response, Response> {
    let form = &request.form;
    let asked = OwnTokenRequest {
        name: form.text("name").trim().to_owned(),
        may_write: !form.text("may-write").is_empty(),
        days: form.text("days").trim().parse().unwrap_or_default(),
    };
    let password = form.secret("password");
    let work = request.app.accounts.issue_own_token(who, &password, &asked);
    match prove_or_page(request, who, AccountSection::Tokens, work).await? {
        Ok((token, _)) => Ok(request.page(account::new_token(&request.visit(), &token))),
        Err(error) => refusal_page(request, who, AccountSection::Tokens, &error).await,
    }
}

async fn withdraw_token(request: &SiteRequest, who: &SignedIn) -> Result<Response, Response> {
    let withdrawn = match who.requester.partner() {
        Ok(by) => request.app.accounts.revoke_token(&by, request.form.text("token")).await,
        Err(refusal) => Err(refusal.into()),
    };
    back(request, who, AccountSection::Tokens, "token", withdrawn).await
}
