//! `/my/…/people`: inviting somebody to look after an entry as well, and the invitations that nobody has used yet.

use chrono::NaiveDate;
use http::StatusCode;
use maud::{Markup, html};

use super::page::{act, notice, page};
use crate::{
    Answer, Visit,
    account::address::address,
    parts::{
        icons::{Icon, icon},
        localised,
    },
};

/// An invitation that nobody has used yet.
#[derive(Clone, Debug)]
pub struct OpenInvitation {
    /// Its id.
    pub id: String,
    /// Who is invited.
    pub email: String,
    /// The last day on which it works.
    pub until: NaiveDate,
}

/// Why nobody was invited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitationFormError {
    /// It is no e-mail address.
    Email,
    /// It is no name.
    Name,
    /// There have been too many.
    Limit,
    /// They may not invite for this entry any more.
    Forbidden,
}

impl InvitationFormError {
    const fn key(self) -> &'static str {
        match self {
            Self::Email => "my-people-email-wrong",
            Self::Name => "my-people-name-wrong",
            Self::Limit => "my-people-too-many",
            Self::Forbidden => "my-stale",
        }
    }

    const fn status(self) -> StatusCode {
        match self {
            Self::Email | Self::Name => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Limit => StatusCode::TOO_MANY_REQUESTS,
            Self::Forbidden => StatusCode::CONFLICT,
        }
    }

    const fn field(self) -> Option<&'static str> {
        match self {
            Self::Email => Some("email"),
            Self::Name => Some("name"),
            Self::Limit | Self::Forbidden => None,
        }
    }
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct PeoplePage<'a> {
    /// The slug of the entry.
    pub slug: &'a str,
    /// Its name.
    pub name: &'a str,
    /// The address that was typed.
    pub email: &'a str,
    /// The name that was typed.
    pub person: &'a str,
    /// The invitations that nobody has used yet.
    pub invitations: &'a [OpenInvitation],
    /// The link to hand over, where no mail has taken it along.
    pub link: Option<&'a str>,
    /// What was done before, as the address says it.
    pub done: Option<&'a str>,
    /// Why nobody was invited.
    pub error: Option<InvitationFormError>,
}

/// The page for inviting people.
pub fn people(visit: &Visit<'_>, shown: &PeoplePage<'_>) -> Answer {
    let path = format!("/my/{}/people", shown.slug);
    let content = html! {
        (notice(visit, shown.done))
        p { a href=(address(visit, &format!("/my/{}", shown.slug))) { (localised::name(shown.name)) } }
        @if let Some(error) = shown.error {
            div.notice.wrong role="alert" {
                h2 { (icon(Icon::Warning)) (visit.say("account-not-done")) }
                p {
                    @match error.field() {
                        Some(field) => { a href={ "#field-" (field) } { (visit.say(error.key())) } }
                        None => { (visit.say(error.key())) }
                    }
                }
            }
        }
        @if let Some(link) = shown.link {
            div.notice.good role="status" data-done {
                p { (visit.say("my-people-link")) }
                p { code.secret dir="ltr" { (link) } }
            }
        }
        p { (visit.say("my-people-lead")) }
        form.suggest action=(address(visit, &path)) method="post" {
            (row(visit, shown, "email", "my-people-email", shown.email))
            (row(visit, shown, "name", "my-people-name", shown.person))
            p { button.button.strong type="submit" { (visit.say("my-people-send")) } }
        }
        @if !shown.invitations.is_empty() {
            section.setting {
                h2 { (visit.say("my-people-open")) }
                ul.holdings { @for one in shown.invitations { li { (invitation(visit, one, &path)) } } }
            }
        }
    };
    let status = shown.error.map_or(StatusCode::OK, InvitationFormError::status);
    page(visit, status, &visit.say("my-people"), &path, &content)
}

fn row(visit: &Visit<'_>, shown: &PeoplePage<'_>, name: &str, label: &'static str, value: &str) -> Markup {
    let wrong = shown.error.filter(|error| error.field() == Some(name));
    let is_address = name == "email";
    html! {
        div.row.wrong[wrong.is_some()] {
            label for={ "field-" (name) } { (visit.say(label)) }
            @if let Some(error) = wrong { p.complaint id={ "wrong-" (name) } { (visit.say(error.key())) } }
            input id={ "field-" (name) } name=(name) value=(value) type=(if is_address { "email" } else { "text" })
                dir=(if is_address { "ltr" } else { "auto" }) autocomplete="off" required[is_address]
                maxlength=(if is_address { "254" } else { "200" })
                aria-invalid=[wrong.is_some().then_some("true")]
                aria-describedby=[wrong.is_some().then(|| format!("wrong-{name}"))];
        }
    }
}

fn invitation(visit: &Visit<'_>, one: &OpenInvitation, path: &str) -> Markup {
    html! {
        div {
            p { bdi { (one.email) } }
            p.hinted { (visit.with("my-people-until", "date", &visit.words().date(one.until))) }
        }
        (act(visit, &format!("{path}/resend"), &[("id", &one.id)], "my-people-resend", Some(&one.email)))
        (act(visit, &format!("{path}/withdraw"), &[("id", &one.id)], "my-people-withdraw", Some(&one.email)))
    }
}

/// The way to the page, on that of the entry.
pub(super) fn section(visit: &Visit<'_>, path: &str) -> Markup {
    html! {
        section.setting id="people" {
            h2 { (visit.say("my-people")) }
            p { a.button href=(address(visit, &format!("{path}/people"))) { (visit.say("my-people-invite")) } }
        }
    }
}
