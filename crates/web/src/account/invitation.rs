//! `/invitation/…`: the invited choose a name and a password.

use domain::vocabulary::Role;
use http::StatusCode;
use maud::html;

use super::{
    form::{AccountFormError, FormField, NEW_PASSWORD, alert, field, form},
    page::{Shell, page, role_key},
};
use crate::{Answer, Visit};

/// An invitation as its page shows it.
#[derive(Clone, Copy, Debug)]
pub struct InvitationPage<'a> {
    /// The path of its link.
    pub path: &'a str,
    /// Who is invited.
    pub email: &'a str,
    /// What they are called, or what was typed.
    pub name: &'a str,
    /// What the account may do.
    pub role: Role,
    /// The names of the actors it speaks for.
    pub actors: &'a [String],
    /// Why the form did nothing.
    pub error: Option<AccountFormError>,
}

/// What the link of an invitation opens.
pub fn accept_invitation(visit: &Visit<'_>, invitation: &InvitationPage<'_>) -> Answer {
    let error = invitation.error;
    let fields = html! {
        // Password managers keep the address beside the password.
        input type="hidden" name="email" autocomplete="username" value=(invitation.email);
        (field(visit, "invitation", error, &FormField {
            name: "name",
            label: "account-name",
            hint: Some("account-name-hint"),
            value: invitation.name,
            autocomplete: "name",
            ..FormField::default()
        }))
        (field(visit, "invitation", error, &NEW_PASSWORD))
    };
    let content = html! {
        p { (visit.say("account-invitation-text")) }
        dl.details {
            dt { (visit.say("account-email")) }
            dd { bdi { (invitation.email) } }
            dt { (visit.say("account-role")) }
            dd { (visit.say(role_key(invitation.role))) }
            @if !invitation.actors.is_empty() {
                dt { (visit.say("account-actors")) }
                @for actor in invitation.actors { dd { bdi { (actor) } } }
            }
        }
        (alert(visit, "invitation", error))
        (form(visit, invitation.path, &fields, "account-invitation-button"))
    };
    let shell = Shell { title: "account-invitation-title", path: Some(invitation.path), ..Shell::default() };
    page(visit, error.map_or(StatusCode::OK, AccountFormError::status), &shell, &content)
}
