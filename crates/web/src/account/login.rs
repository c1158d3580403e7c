//! `/login`: password, then the code of the second factor.

use http::StatusCode;
use maud::html;
use url::form_urlencoded;

use super::{
    address::address,
    form::{AccountFormError, CODE, FormField, PASSWORD, alert, field, form},
    page::{Shell, notice, page},
};
use crate::{Answer, Visit};

/// What the page for signing in shows.
#[derive(Clone, Copy, Debug, Default)]
pub struct LoginPage<'a> {
    /// Where to go afterwards, a path of this service.
    pub next: Option<&'a str>,
    /// The address that was typed.
    pub email: &'a str,
    /// Why nobody was signed in.
    pub error: Option<AccountFormError>,
    /// The host of the service through which people may sign in as well.
    pub provider: Option<&'a str>,
    /// Whether a forgotten password can be replaced by mail.
    pub has_mail: bool,
    /// What was done before, as the address says it.
    pub done: Option<&'a str>,
}

impl LoginPage<'_> {
    fn query(&self) -> String {
        self.next
            .map(|next| form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish())
            .unwrap_or_default()
    }

    fn notice(&self) -> Option<&'static str> {
        match self.done? {
            "signed-out" => Some("account-signed-out"),
            "session-ended" => Some("account-login-again"),
            "password" => Some("account-password-set"),
            "invitation" => Some("account-created"),
            _ => None,
        }
    }
}

/// The page for signing in.
pub fn login(visit: &Visit<'_>, login: &LoginPage<'_>) -> Answer {
    let error = login.error;
    let fields = html! {
        (next_field(login.next))
        (field(visit, "login", error, &FormField {
            name: "email",
            label: "account-email",
            kind: "email",
            value: login.email,
            autocomplete: "username",
            ..FormField::default()
        }))
        (field(visit, "login", error, &FormField { label: "account-password", ..PASSWORD }))
    };
    let content = html! {
        (notice(visit, login.notice()))
        p { (visit.say("account-login-lead")) }
        (alert(visit, "login", error))
        (form(visit, "/login", &fields, "account-login"))
        @if let Some(provider) = login.provider {
            p { a.button href=(provider_address(login.next)) rel="nofollow" {
                (visit.with("account-login-provider", "name", provider))
            } }
        }
        @if login.has_mail {
            p { a href=(address(visit, "/password/forgotten")) { (visit.say("account-forgotten")) } }
        } @else {
            p.hinted { (visit.say("account-forgotten-no-mail")) }
        }
    };
    let shell = Shell { title: "account-login", path: Some("/login"), query: login.query() };
    let status = error.map_or(StatusCode::OK, AccountFormError::status);
    let retry_after = error.and_then(AccountFormError::retry_after);
    Answer { retry_after, ..page(visit, status, &shell, &content) }
}

/// The page for the code of the second factor: the password was right.
pub fn enter_code(visit: &Visit<'_>, next: Option<&str>, error: Option<AccountFormError>) -> Answer {
    let fields = html! { (next_field(next)) (field(visit, "login", error, &CODE)) };
    let content = html! {
        p { (visit.say("account-code-lead")) }
        (alert(visit, "login", error))
        (form(visit, "/login/code", &fields, "account-continue"))
    };
    let shell = Shell { title: "account-code-title", path: Some("/login"), ..Shell::default() };
    let status = error.map_or(StatusCode::OK, AccountFormError::status);
    let retry_after = error.and_then(AccountFormError::retry_after);
    Answer { retry_after, ..page(visit, status, &shell, &content) }
}

fn next_field(next: Option<&str>) -> maud::Markup {
    html! { @if let Some(next) = next { input type="hidden" name="next" value=(next); } }
}

fn provider_address(next: Option<&str>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("return", next.unwrap_or("/account"));
    format!("/auth/oidc/login?{}", query.finish())
}
