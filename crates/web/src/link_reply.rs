//! The page behind the link of a mail that asks whether a cooperation is true, and the one that ends such mails. What
//! the links do is for the commands.
//!
//! Their addresses are keys, so they say nothing of themselves to search engines, and their language stands in the
//! parameter `language`. They work without script; opening one changes nothing.

use chrono::NaiveDate;
use domain::vocabulary::LinkStatus;
use fluent_bundle::FluentValue;
use http::StatusCode;
use maud::{Markup, html};

use crate::{
    Answer, Visit,
    account::address,
    mail::CooperationFacts,
    parts::{
        icons::{Icon, icon},
        layout::{Head, document},
    },
};

/// The longest reason, in characters.
const REASON_LENGTH: usize = 500;

/// A cooperation with what has become of it.
#[derive(Clone, Copy, Debug)]
pub struct CooperationState<'a> {
    /// What it is.
    pub facts: CooperationFacts<'a>,
    /// Where it stands.
    pub status: LinkStatus,
    /// The version that is shown.
    pub version: u32,
    /// The day on which the side that is asked agreed.
    pub confirmed_on: Option<NaiveDate>,
    /// The day on which it declined by the link of the mail.
    pub declined_on: Option<NaiveDate>,
    /// The day on which the other side agreed.
    pub partner_confirmed_on: Option<NaiveDate>,
}

/// What the link can still do, or has done.
#[derive(Clone, Copy, Debug)]
pub enum ReplyPage<'a> {
    /// It may be used.
    Open(CooperationState<'a>),
    /// It may be used; what was sent was about an earlier version.
    Changed(CooperationState<'a>),
    /// It was used just now.
    Taken(CooperationState<'a>),
    /// It was used before, or the cooperation was decided upon in another way.
    Closed(CooperationState<'a>),
    /// One of the two is no longer in the directory.
    Gone,
    /// The link has ended.
    Expired,
    /// It is no link of ours.
    Unknown,
}

/// The page for how a link stands. `path` is that of the link.
pub fn link_reply(visit: &Visit<'_>, path: &str, page: ReplyPage<'_>) -> Answer {
    let sentence = |key: &'static str| html! { p { (visit.say(key)) } };
    let titled = |key: &'static str| visit.say(key).into_owned();
    let (status, title, content) = match page {
        ReplyPage::Open(state) => (StatusCode::OK, question(visit, &state), form(visit, path, &state, false)),
        ReplyPage::Changed(state) => (StatusCode::CONFLICT, question(visit, &state), form(visit, path, &state, true)),
        ReplyPage::Taken(state) => (StatusCode::OK, titled("reply-thanks"), outcome(visit, &state)),
        ReplyPage::Closed(state) => (StatusCode::GONE, titled("reply-closed"), outcome(visit, &state)),
        ReplyPage::Gone => (StatusCode::GONE, titled("reply-gone"), sentence("reply-gone-text")),
        ReplyPage::Expired => (StatusCode::GONE, titled("reminder-expired"), sentence("reply-expired-text")),
        ReplyPage::Unknown => (StatusCode::NOT_FOUND, titled("reminder-unknown"), sentence("reminder-unknown-text")),
    };
    shell(visit, path, status, &title, &content)
}

fn shell(visit: &Visit<'_>, path: &str, status: StatusCode, title: &str, content: &Markup) -> Answer {
    let head = Head { title: title.to_owned(), path: Some(path), unlisted: true, ..Head::default() };
    let content = html! {
        div.hero.slim { div.wide { h1 { (title) } } }
        div.wide.narrow { (content) }
    };
    Answer::page(status, document(visit, &head, &content))
}

fn question(visit: &Visit<'_>, state: &CooperationState<'_>) -> String {
    let values = [("asked", state.facts.asked.into()), ("partner", state.facts.partner.into())];
    visit.words().with("reply-title", values).into_owned()
}

/// What is proposed, and the two answers.
fn form(visit: &Visit<'_>, path: &str, state: &CooperationState<'_>, has_changed: bool) -> Markup {
    let (version, action) = (state.version.to_string(), address(visit, path));
    let hidden = |answer: &str| {
        html! {
            input type="hidden" name="version" value=(version);
            input type="hidden" name="answer" value=(answer);
        }
    };
    html! {
        @if has_changed {
            div.notice.wrong role="alert" { p { (icon(Icon::Warning)) " " (visit.say("reply-changed")) } }
        }
        p { (visit.say("reply-lead")) }
        (description(visit, state))
        form.suggest.answer action=(action) method="post" {
            (hidden("confirm"))
            p { button.button.strong type="submit" { (visit.say("reply-confirm")) } }
        }
        form.suggest.answer action=(action) method="post" {
            (hidden("decline"))
            div.row {
                label for="reason" { (visit.say("reply-reason")) }
                p.hinted id="reason-help" { (visit.say("reply-reason-help")) }
                textarea id="reason" name="reason" rows="3" maxlength=(REASON_LENGTH) aria-describedby="reason-help" {}
            }
            p { button.button type="submit" { (visit.say("reply-decline")) } }
        }
    }
}

/// The cooperation, and whether the other side has agreed.
fn description(visit: &Visit<'_>, state: &CooperationState<'_>) -> Markup {
    let facts = &state.facts;
    html! {
        div.setting {
            p {
                strong { bdi { (facts.asked) } } " "
                span.how { (visit.words().cooperation(facts.kind, facts.direction)) } " "
                strong { bdi { (facts.partner) } }
            }
            dl {
                @for (label, text) in facts.details(visit.words()) {
                    dt { (visit.say(label)) }
                    dd { bdi { (text) } }
                }
            }
            p.hinted { (partner_says(visit, state)) }
        }
    }
}

fn partner_says(visit: &Visit<'_>, state: &CooperationState<'_>) -> String {
    let partner = ("partner", FluentValue::from(state.facts.partner));
    let said = match state.partner_confirmed_on {
        Some(day) => visit.words().with("reply-partner-confirmed", [partner, ("date", visit.words().date(day).into())]),
        None => visit.words().with("reply-partner-waits", [partner]),
    };
    said.into_owned()
}

/// What has become of it.
fn outcome(visit: &Visit<'_>, state: &CooperationState<'_>) -> Markup {
    let words = visit.words();
    let on = |key: &'static str, day: NaiveDate| {
        words.with(key, [("asked", state.facts.asked.into()), ("date", words.date(day).into())])
    };
    let stands = match state.status {
        LinkStatus::Proposed | LinkStatus::ConfirmedByOneSide => {
            words.with("reply-state-waiting", [("partner", state.facts.partner.into())])
        }
        LinkStatus::Active => visit.say("reply-state-active"),
        LinkStatus::Dormant => visit.say("reply-state-dormant"),
        LinkStatus::Ended => visit.say("reply-state-ended"),
        LinkStatus::Rejected => visit.say("reply-state-rejected"),
    };
    html! {
        (description(visit, state))
        div.notice.good role="status" {
            @if let Some(day) = state.confirmed_on { p { (icon(Icon::Check)) " " (on("reply-confirmed-on", day)) } }
            @if let Some(day) = state.declined_on { p { (icon(Icon::Check)) " " (on("reply-declined-on", day)) } }
            p { (stands) }
        }
        p { (visit.say("reply-mistake")) }
    }
}

/// Which mails would end.
#[derive(Clone, Copy, Debug)]
pub enum StoppableMail<'a> {
    /// Those that ask an entry of this name whether a cooperation is true.
    LinkConfirmation(Option<&'a str>),
    /// Those about the proposals of whoever has this address.
    Proposals,
    /// Those that tell an entry of this name that it is published.
    Welcome(Option<&'a str>),
    /// Those that tell staff what is due.
    Digest,
}

/// What the link can still do that ends mails, or has done.
#[derive(Clone, Copy, Debug)]
pub enum StopPage<'a> {
    /// It may be used.
    Open(StoppableMail<'a>),
    /// Such mails have ended.
    Stopped,
    /// It is no link of ours.
    Unknown,
}

/// The page that ends mails of a kind. `path` is that of the link.
pub fn mail_stop(visit: &Visit<'_>, path: &str, page: StopPage<'_>) -> Answer {
    match page {
        StopPage::Open(mail) => {
            let named = |key: &'static str, name: Option<&str>| {
                let name = name.map_or_else(|| visit.say("stop-unnamed").into_owned(), str::to_owned);
                visit.with(key, "name", &name).into_owned()
            };
            let text = match mail {
                StoppableMail::LinkConfirmation(name) => named("stop-link-confirmation", name),
                StoppableMail::Proposals => visit.say("stop-proposal").into_owned(),
                StoppableMail::Welcome(name) => named("stop-welcome", name),
                StoppableMail::Digest => visit.say("stop-digest").into_owned(),
            };
            let content = html! {
                p { (text) }
                form method="post" action=(address(visit, path)) {
                    p { button.button.strong type="submit" { (visit.say("stop-button")) } }
                }
            };
            shell(visit, path, StatusCode::OK, &visit.say("stop-title"), &content)
        }
        StopPage::Stopped => {
            let content = html! { p { (visit.say("reply-mistake")) } };
            shell(visit, path, StatusCode::OK, &visit.say("stop-done"), &content)
        }
        StopPage::Unknown => link_reply(visit, path, ReplyPage::Unknown),
    }
}
