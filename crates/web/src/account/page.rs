//! What the pages of accounts have in common.

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

/// What stands around a page of accounts.
#[derive(Default)]
pub(super) struct Shell<'a> {
    /// The key of the title.
    pub(super) title: &'static str,
    /// Where the page is, for the choice of a language.
    pub(super) path: Option<&'a str>,
    /// More of its address.
    pub(super) query: String,
}

pub(super) fn page(visit: &Visit<'_>, status: StatusCode, shell: &Shell<'_>, content: &Markup) -> Answer {
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
pub(super) fn notice(visit: &Visit<'_>, key: Option<&'static str>) -> Markup {
    html! {
        @if let Some(key) = key {
            div.notice.good role="status" { p { (icon(Icon::Check)) " " (visit.say(key)) } }
        }
    }
}

/// The key of what an account of a role may do, in a word.
pub(super) const fn role_key(role: Role) -> &'static str {
    match role {
        Role::Public | Role::Partner => "account-role-partner",
        Role::Member => "account-role-member",
        Role::Editor => "account-role-editor",
        Role::Admin => "account-role-admin",
    }
}
