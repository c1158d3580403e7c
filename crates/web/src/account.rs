//! The pages of accounts: signing in, one's own account, a forgotten password, an invitation. They are for their
//! reader alone, so none of them is kept anywhere; what they do is for the commands.
//!
//! Their addresses are the same in every language, which stands in the parameter `language`; see [`address`].

mod first_admin;
mod form;
mod invitation;
mod login;
pub mod mail;
mod password;
mod second_factor;
mod settings;
mod tokens;

use domain::vocabulary::Role;
use http::StatusCode;
use maud::{Markup, html};

use crate::{
    Answer, Visit,
    parts::{
        icons::{Icon, icon},
        layout::{Head, document},
    },
};

pub use first_admin::{FirstAdminPage, add_first_admin};
pub use form::AccountFormError;
pub use invitation::{InvitationPage, accept_invitation};
pub use login::{LoginPage, enter_code, login};
pub use password::{forgotten_password, password_link_sent, set_password};
pub use second_factor::{confirm_second_factor, recovery_codes};
pub use settings::{AccountPage, AccountSection, DigestSetting, SessionRow, TokenRow, account};
pub use tokens::new_token;

/// The address of a page of accounts in the language of a visit.
pub fn address(visit: &Visit<'_>, path: &str) -> String {
    format!("{path}?language={}", visit.locale.tag())
}

/// A link that has ended, was used, was withdrawn or never was.
pub fn link_ended(visit: &Visit<'_>) -> Answer {
    let content = html! {
        p { (visit.say("account-link-ended-text")) }
        p { a.button href=(address(visit, "/login")) { (visit.say("account-login")) } }
    };
    page(visit, StatusCode::GONE, &Shell { title: "account-link-ended", ..Shell::default() }, &content)
}

/// What stands around a page of accounts.
#[derive(Default)]
struct Shell<'a> {
    /// The key of the title.
    title: &'static str,
    /// Where the page is, for the choice of a language.
    path: Option<&'a str>,
    /// More of its address.
    query: String,
}

fn page(visit: &Visit<'_>, status: StatusCode, shell: &Shell<'_>, content: &Markup) -> Answer {
    let title = visit.say(shell.title);
    let head = Head {
        title: title.clone().into_owned(),
        path: shell.path,
        query: shell.query.clone(),
        unlisted: true,
        ..Head::default()
    };
    let content = html! {
        div.hero.slim { div.wide { h1 { (title) } } }
        div.wide.narrow { (content) }
    };
    Answer::page(status, document(visit, &head, &content))
}

/// What was done.
fn notice(visit: &Visit<'_>, key: Option<&'static str>) -> Markup {
    html! {
        @if let Some(key) = key {
            div.notice.good role="status" { p { (icon(Icon::Check)) " " (visit.say(key)) } }
        }
    }
}

/// The key of what an account of a role may do, in a word.
const fn role_key(role: Role) -> &'static str {
    match role {
        Role::Public | Role::Partner => "account-role-partner",
        Role::Member => "account-role-member",
        Role::Editor => "account-role-editor",
        Role::Admin => "account-role-admin",
    }
}
