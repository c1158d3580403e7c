//! `/my`: where members look after the entries of their own association. The pages work without script, on a phone and
//! in every language; what they do is for the commands, and what they show was read for whoever is signed in.
//!
//! To add a field to a form: a line in `fields`, and its strings in every file of `locales`.

mod activity;
mod availability;
mod contact_search;
mod contacts;
mod cooperation;
mod entry;
mod fields;
mod form;
mod hours_input;
mod inputs;
mod overview;
mod people;
mod place;
mod proposal;
mod value;

use http::StatusCode;
use maud::{Markup, html};

use crate::{
    Answer, Visit,
    account::address,
    parts::{
        icons::{Icon, icon},
        layout::{Head, document},
    },
    suggestion::SuggestionLimit,
};

pub use activity::{ActivityPage, activity};
pub use availability::AvailabilityForm;
pub use contact_search::{EntryContacts, contact_search};
pub use contacts::{ContactForm, ContactPage, ContactValue, contact, contact_purpose};
pub use cooperation::{CooperationForm, MemberLink, PartnerChoice, cooperation_form};
pub use entry::{EntryPage, MemberActivity, entry};
pub use fields::MemberForm;
pub(crate) use fields::decided_fields;
pub use form::{EntryFields, EntryForm};
pub use overview::{MemberEntry, OverviewPage, overview};
pub use people::{InvitationFormError, OpenInvitation, PeoplePage, people};
pub use proposal::{MemberProposal, ProposalState};

/// Why a form did nothing although what stands in it is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberFormError {
    /// It was done already, or what it is about has changed: the page shows how it is now.
    Stale,
    /// One person has confirmed a cooperation for both sides without saying on what evidence.
    EvidenceMissing,
    /// No proposals are taken now.
    Limit(SuggestionLimit),
}

impl MemberFormError {
    const fn key(self) -> &'static str {
        match self {
            Self::Stale => "my-stale",
            Self::EvidenceMissing => "my-evidence-missing",
            Self::Limit(SuggestionLimit::Client { .. } | SuggestionLimit::Entry) => "suggest-limit-entry",
            Self::Limit(SuggestionLimit::Queue) => "suggest-limit-queue",
            Self::Limit(SuggestionLimit::Storage) => "suggest-limit-storage",
            Self::Limit(SuggestionLimit::Busy) => "suggest-limit-busy",
        }
    }

    /// The status of a page that says so.
    pub const fn status(self) -> StatusCode {
        match self {
            Self::Stale => StatusCode::CONFLICT,
            Self::EvidenceMissing => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Limit(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

/// A page of `/my`.
fn page(visit: &Visit<'_>, status: StatusCode, title: &str, path: &str, content: &Markup) -> Answer {
    let head = Head { title: title.to_owned(), path: Some(path), unlisted: true, ..Head::default() };
    let content = html! {
        div.hero.slim {
            div.wide {
                h1 { bdi { (title) } }
                nav.actions aria-label=(visit.say("my-title")) {
                    @if path != "/my" { a href=(address(visit, "/my")) { (visit.say("my-title")) } }
                    a href=(address(visit, "/account")) { (visit.say("account-title")) }
                }
            }
        }
        // What is typed stays on the device until the server has said yes.
        div.wide.narrow.own data-drafts=(visit.say("my-draft-restored")) data-discard=(visit.say("my-draft-discard")) {
            (content)
        }
    };
    Answer::page(status, document(visit, &head, &content))
}

/// What was done, as the address says it.
fn notice(visit: &Visit<'_>, done: Option<&str>) -> Markup {
    let key = done.and_then(|done| {
        Some(match done {
            "published" => "my-done-published",
            "proposed" => "my-done-proposed",
            "unchanged" => "my-done-unchanged",
            "verified" => "my-done-verified",
            "availability" => "my-done-availability",
            "withdrawn" => "my-done-withdrawn",
            "removed" => "my-done-removed",
            "contact" => "my-done-contact",
            "consent-withdrawn" => "my-done-consent-withdrawn",
            "linked" => "my-done-linked",
            "confirmed" => "my-done-confirmed",
            "rejected" => "my-done-rejected",
            "dormant" => "my-done-dormant",
            "ended" => "my-done-ended",
            "invited" => "my-people-sent",
            "uninvited" => "my-people-withdrawn",
            _ => return None,
        })
    });
    html! {
        @if let Some(key) = key {
            div.notice.good role="status" data-done { p { (icon(Icon::Check)) " " (visit.say(key)) } }
        }
    }
}

/// Why nothing was done.
fn trouble(visit: &Visit<'_>, error: Option<MemberFormError>) -> Markup {
    html! {
        @if let Some(error) = error {
            div.notice.wrong role="alert" {
                h2 { (icon(Icon::Warning)) (visit.say("account-not-done")) }
                p { (visit.say(error.key())) }
            }
        }
    }
}

/// Hidden values and one button; `label` is what is read aloud where the button alone is not enough.
fn act(visit: &Visit<'_>, path: &str, values: &[(&str, &str)], key: &'static str, label: Option<&str>) -> Markup {
    html! {
        form.inline action=(address(visit, path)) method="post" {
            @for (name, value) in values { input type="hidden" name=(name) value=(value); }
            button.button type="submit" aria-label=[label.map(|label| format!("{}: {label}", visit.say(key)))] {
                (visit.say(key))
            }
        }
    }
}

/// The same where it cannot be taken back here: what it means is read before the button is there, also without script.
fn act_after_question(
    visit: &Visit<'_>,
    path: &str,
    values: &[(&str, &str)],
    (key, question): (&'static str, &'static str),
    label: &str,
) -> Markup {
    html! {
        details.question {
            summary.button aria-label=(format!("{}: {label}", visit.say(key))) { (visit.say(key)) }
            p { (visit.with(question, "name", label)) }
            (act(visit, path, values, "my-sure", Some(label)))
        }
    }
}

/// The sections of a form with all their fields, and what sends them.
fn form_body(visit: &Visit<'_>, form: &EntryForm, path: &str, may_publish: bool) -> Markup {
    html! {
        (inputs::problems(visit, form))
        @if !may_publish { p { (visit.say("my-propose-note")) } }
        form.suggest id="form" action=(address(visit, path)) method="post" {
            input type="hidden" name="version" value=(form.version);
            @for section in form.kind.sections() {
                // Nobody invites to what is cancelled.
                @let asked = section.fields.iter().filter(|spec| form.version > 0 || spec.name != "cancelled");
                @let fields = html! { @for spec in asked { (inputs::inputs(visit, form, spec)) } };
                @if form.kind.is_long() {
                    details.part open[form.is_sent] {
                        summary { (visit.say(section.title)) }
                        div role="group" aria-label=(visit.say(section.title)) { (fields) }
                    }
                } @else {
                    fieldset.part { legend { (visit.say(section.title)) } (fields) }
                }
            }
            @if !may_publish {
                div.row {
                    label for="comment" { (visit.say("my-comment")) }
                    textarea id="comment" name="comment" rows="3" dir="auto"
                        maxlength=(crate::suggestion::COMMENT_LENGTH) { "\n" (form.comment) }
                }
            }
            div.actions {
                button.button.strong type="submit" {
                    (visit.say(if may_publish { "my-publish" } else { "my-propose" }))
                }
                button.button type="submit" name="check" value="1"
                    formaction={ (address(visit, path)) "#form" } { (visit.say("my-check")) }
            }
        }
    }
}
