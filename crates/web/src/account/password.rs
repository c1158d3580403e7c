//! A forgotten password: asking for the link, and what the link opens.

use http::StatusCode;
use maud::html;

use super::{
    address::address,
    form::{AccountFormError, FormField, NEW_PASSWORD, alert, field, form},
    page::{Shell, page},
};
use crate::{Answer, Visit};

const PATH: &str = "/password/forgotten";

/// The page on which a link is asked for. Where there is no mail it says whom to ask.
pub fn forgotten_password(visit: &Visit<'_>, has_mail: bool, error: Option<AccountFormError>) -> Answer {
    let fields = field(
        visit,
        "forgotten",
        error,
        &FormField {
            name: "email",
            label: "account-email",
            kind: "email",
            autocomplete: "username",
            ..FormField::default()
        },
    );
    let content = html! {
        (alert(visit, "forgotten", error))
        @if has_mail {
            p { (visit.say("account-forgotten-text")) }
            (form(visit, PATH, &fields, "account-forgotten-send"))
        } @else {
            p { (visit.say("account-forgotten-no-mail")) }
        }
    };
    let shell = Shell { title: "account-forgotten", path: Some(PATH), ..Shell::default() };
    let status = error.map_or(StatusCode::OK, AccountFormError::status);
    let retry_after = error.and_then(AccountFormError::retry_after);
    Answer { retry_after, ..page(visit, status, &shell, &content) }
}

/// What is said whether or not there is an account.
pub fn password_link_sent(visit: &Visit<'_>) -> Answer {
    let content = html! {
        div.notice.good role="status" { p { (visit.say("account-forgotten-sent")) } }
        p { a.button href=(address(visit, "/login")) { (visit.say("account-login")) } }
    };
    let shell = Shell { title: "account-forgotten", path: Some(PATH), ..Shell::default() };
    page(visit, StatusCode::OK, &shell, &content)
}

/// What a link that works opens; `path` is that of the link.
pub fn set_password(visit: &Visit<'_>, path: &str, error: Option<AccountFormError>) -> Answer {
    let fields = field(visit, "set", error, &NEW_PASSWORD);
    let content = html! {
        p { (visit.say("account-set-text")) }
        (alert(visit, "set", error))
        (form(visit, path, &fields, "account-save"))
    };
    let shell = Shell { title: "account-set-title", path: Some(path), ..Shell::default() };
    page(visit, error.map_or(StatusCode::OK, AccountFormError::status), &shell, &content)
}
