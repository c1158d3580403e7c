//! A token that was made just now.

use http::StatusCode;
use maud::html;
use secrecy::{ExposeSecret, SecretString};

use super::{
    address::address,
    page::{Shell, page},
};
use crate::{Answer, Visit};

/// The token, this once.
pub fn new_token(visit: &Visit<'_>, token: &SecretString) -> Answer {
    let content = html! {
        div.notice.good role="status" { p { (visit.say("account-token-shown-once")) } }
        p { code.secret dir="ltr" { (token.expose_secret()) } }
        p { a.button.strong href=(address(visit, "/account")) { (visit.say("account-back")) } }
    };
    let shell = Shell { title: "account-token-title", path: Some("/account"), ..Shell::default() };
    page(visit, StatusCode::OK, &shell, &content)
}
