//! The pages behind the links of reminder mail: what they say. What the links do is for the commands.
//!
//! Their addresses are keys, so they say nothing of themselves to search engines, and their language stands in the
//! parameter `language` behind the one path that the mail tells.

use domain::ActorKind;
use http::StatusCode;
use maud::{Markup, html};

use crate::{
    Answer, Page, Visit,
    parts::layout::{Head, document},
};

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The entry is still right.
    StillRight,
    /// The entry should be archived.
    Archive,
}

/// The entry that a link asks about.
#[derive(Clone, Copy, Debug)]
pub struct RemindedEntry<'a> {
    /// What it is.
    pub kind: ActorKind,
    /// Its slug.
    pub slug: &'a str,
    /// Its name.
    pub name: &'a str,
}

/// What a link can still do, or has done.
#[derive(Clone, Copy, Debug)]
pub enum ReminderState<'a> {
    /// It may be used.
    Open(RemindedEntry<'a>),
    /// It was used just now.
    Taken(RemindedEntry<'a>),
    /// The reminder has been answered before, in this way.
    AnsweredBefore(RemindedEntry<'a>, Purpose),
    /// The entry has changed since the mail was written.
    Changed(RemindedEntry<'a>),
    /// The entry is no longer public.
    Gone,
    /// The link has ended.
    Expired,
    /// It is no link of ours.
    NotOurs,
}

/// What a page says: a heading, a sentence, perhaps a button that acts, and the entry to go on to.
struct ReminderText<'a> {
    status: StatusCode,
    heading: &'static str,
    text: Option<&'static str>,
    button: Option<&'static str>,
    asked: Option<RemindedEntry<'a>>,
}

/// The page for how a link stands. `path` is that of the link.
pub fn answer(visit: &Visit<'_>, path: &str, purpose: Purpose, standing: ReminderState<'_>) -> Answer {
    let said = text_of(purpose, standing);
    let name = said.asked.map(|asked| asked.name).unwrap_or_default();
    let heading = visit.with(said.heading, "name", name);
    let head = Head { title: heading.clone().into_owned(), path: Some(path), unlisted: true, ..Head::default() };
    let content = html! {
        div.hero.slim { div.wide { h1 { (heading) } } }
        div.wide.narrow {
            @if let Some(text) = said.text { p { (visit.with(text, "name", name)) } }
            @if let Some(button) = said.button {
                form method="post" { p { button.button.strong type="submit" { (visit.say(button)) } } }
            }
            @if let Some(asked) = said.asked { (further(visit, asked)) }
        }
    };
    Answer::page(said.status, document(visit, &head, &content))
}

fn text_of(purpose: Purpose, standing: ReminderState<'_>) -> ReminderText<'_> {
    let say = |status, heading, text, asked| ReminderText { status, heading, text, button: None, asked };
    match (standing, purpose) {
        (ReminderState::Open(asked), Purpose::StillRight) => ReminderText {
            button: Some("reminder-still-right-button"),
            ..say(StatusCode::OK, "reminder-still-right", Some("reminder-still-right-text"), Some(asked))
        },
        (ReminderState::Open(asked), Purpose::Archive) => ReminderText {
            button: Some("reminder-archive-button"),
            ..say(StatusCode::OK, "reminder-archive", Some("reminder-archive-text"), Some(asked))
        },
        (ReminderState::Taken(asked), Purpose::StillRight) => {
            say(StatusCode::OK, "reminder-thanks", Some("reminder-still-right-taken"), Some(asked))
        }
        (ReminderState::Taken(asked), Purpose::Archive) => {
            say(StatusCode::OK, "reminder-thanks", Some("reminder-archive-taken"), Some(asked))
        }
        (ReminderState::AnsweredBefore(asked, before), _) => {
            let text = match before {
                Purpose::StillRight => "reminder-still-right-before",
                Purpose::Archive => "reminder-archive-before",
            };
            say(StatusCode::GONE, "reminder-answered", Some(text), Some(asked))
        }
        (ReminderState::Changed(asked), _) => {
            say(StatusCode::CONFLICT, "reminder-changed", Some("reminder-changed-text"), Some(asked))
        }
        (ReminderState::Gone, _) => say(StatusCode::GONE, "gone-title", None, None),
        (ReminderState::Expired, _) => say(StatusCode::GONE, "reminder-expired", Some("reminder-expired-text"), None),
        (ReminderState::NotOurs, _) => {
            say(StatusCode::NOT_FOUND, "reminder-unknown", Some("reminder-unknown-text"), None)
        }
    }
}

/// Where one may want to go from there.
fn further(visit: &Visit<'_>, asked: RemindedEntry<'_>) -> Markup {
    let profile = visit.path(&Page::Profile(asked.kind.actor_type(), asked.slug.to_owned()));
    let suggest = format!("{}?entry={}", visit.path(&Page::SuggestChange), asked.slug);
    html! {
        p { a.button href=(profile) { (visit.say("reminder-look")) } }
        p { a.button href=(suggest) { (visit.say("reminder-change")) } }
    }
}
