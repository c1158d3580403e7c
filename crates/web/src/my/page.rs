//! What the pages of `/my` have in common.

use http::StatusCode;
use maud::{Markup, html};

use super::{form::EntryForm, form_error::MemberFormError, inputs};
use crate::{
    Answer, Visit,
    account::address::address,
    parts::{
        icons::{Icon, icon},
        layout::{Head, document},
    },
};

/// A page of `/my`.
pub(super) fn page(visit: &Visit<'_>, status: StatusCode, title: &str, path: &str, content: &Markup) -> Answer {
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
pub(super) fn notice(visit: &Visit<'_>, done: Option<&str>) -> Markup {
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
pub(super) fn trouble(visit: &Visit<'_>, error: Option<MemberFormError>) -> Markup {
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
pub(super) fn act(
    visit: &Visit<'_>,
    path: &str,
    values: &[(&str, &str)],
    key: &'static str,
    label: Option<&str>,
) -> Markup {
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
pub(super) fn act_after_question(
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
pub(super) fn form_body(visit: &Visit<'_>, form: &EntryForm, path: &str, may_publish: bool) -> Markup {
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
