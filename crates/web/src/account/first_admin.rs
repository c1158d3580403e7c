//! `/first-admin/…`: whoever started the service makes the first account that may administer.

use http::StatusCode;
use maud::html;

use super::{
    form::{AccountFormError, FormField, NEW_PASSWORD, alert, field, form},
    page::{Shell, page},
};
use crate::{Answer, Visit};

/// The form for the first administrator.
#[derive(Clone, Copy, Debug, Default)]
pub struct FirstAdminPage<'a> {
    /// The path of its link.
    pub path: &'a str,
    /// The address that was typed.
    pub email: &'a str,
    /// The name that was typed.
    pub name: &'a str,
    /// Why the form did nothing.
    pub error: Option<AccountFormError>,
}

/// What the link for the first administrator opens.
pub fn add_first_admin(visit: &Visit<'_>, first: &FirstAdminPage<'_>) -> Answer {
    let error = first.error;
    let fields = html! {
        (field(visit, "first-admin", error, &FormField {
            name: "name",
            label: "account-name",
            hint: Some("account-name-hint"),
            value: first.name,
            autocomplete: "name",
            ..FormField::default()
        }))
        (field(visit, "first-admin", error, &FormField {
            name: "email",
            label: "account-email",
            kind: "email",
            value: first.email,
            autocomplete: "username",
            ..FormField::default()
        }))
        (field(visit, "first-admin", error, &NEW_PASSWORD))
    };
    let content = html! {
        p { (visit.say("account-first-admin-text")) }
        (alert(visit, "first-admin", error))
        (form(visit, first.path, &fields, "account-invitation-button"))
    };
    let shell = Shell { title: "account-first-admin-title", path: Some(first.path), ..Shell::default() };
    page(visit, error.map_or(StatusCode::OK, AccountFormError::status), &shell, &content)
}
