//! `/my/…`: one entry on one page. What the public sees comes first, so that "still right?" is asked of something;
//! then the form, its offers and events, and with whom it works.

use chrono::NaiveDate;
use domain::{LifeStatus, Verification};
use http::StatusCode;
use maud::{Markup, html};

use super::{
    EntryForm, MemberForm, MemberFormError, MemberLink, MemberProposal, act, cooperation, form_body, notice, overview,
    page, people, trouble,
};
use crate::{Answer, Visit, account::address, pages::profile};

/// An offer or event in a line.
#[derive(Clone, Debug)]
pub struct MemberActivity {
    /// Which of the two.
    pub kind: MemberForm,
    /// Its id, as addresses have it.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Where it stands in its life.
    pub status: LifeStatus,
}

/// What the page of an entry shows.
#[derive(Clone, Debug)]
pub struct EntryPage<'a> {
    /// Its slug.
    pub slug: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Where it stands in its life.
    pub status: LifeStatus,
    /// The version that "still right" is said of.
    pub version: u32,
    /// When it was confirmed last.
    pub verification: Option<Verification>,
    /// Since when it is due to be confirmed.
    pub due_since: Option<NaiveDate>,
    /// Whether place and address are secret.
    pub is_hidden: bool,
    /// Whether what the member changes is published without a review.
    pub may_publish: bool,
    /// The form, as it stands or as it was sent.
    pub form: &'a EntryForm,
    /// Its offers and events.
    pub activities: &'a [MemberActivity],
    /// With whom it works.
    pub links: &'a [MemberLink],
    /// What was proposed for it.
    pub proposals: &'a [MemberProposal],
    /// What was done before, as the address says it.
    pub done: Option<&'a str>,
    /// Why a form did nothing.
    pub error: Option<MemberFormError>,
}

/// The page of an entry.
pub fn entry(visit: &Visit<'_>, shown: &EntryPage<'_>) -> Answer {
    let path = format!("/my/{}", shown.slug);
    let is_sent_back = !shown.form.violations.is_empty() || !shown.form.others.is_empty();
    let content = html! {
        (notice(visit, shown.done))
        (trouble(visit, shown.error))
        nav.jumps aria-label=(visit.say("my-on-this-page")) {
            ul.plain.inline {
                @for (target, key) in [
                    ("right", "my-still-right"), ("change", "my-change"), ("offers", "offers"), ("events", "events"),
                    ("cooperation", "cooperations"), ("people", "my-people"),
                ] { li { a href={ "#" (target) } { (visit.say(key)) } } }
            }
        }
        @if is_sent_back { (change(visit, shown, &path)) }
        (still_right(visit, shown, &path))
        (overview::proposals(visit, shown.proposals))
        @if !is_sent_back { (change(visit, shown, &path)) }
        (activities(visit, shown, MemberForm::Offer, "offers", &path))
        (activities(visit, shown, MemberForm::Event, "events", &path))
        (cooperation::links(visit, shown.links, &path))
        (people::section(visit, &path))
    };
    let status = match shown.error {
        Some(error) => error.status(),
        None if !shown.form.others.is_empty() => StatusCode::CONFLICT,
        None if is_sent_back => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    page(visit, status, shown.name, &path, &content)
}

fn still_right(visit: &Visit<'_>, shown: &EntryPage<'_>, path: &str) -> Markup {
    let words = visit.words();
    let no = visit.snapshot.actor_by_slug(shown.slug).filter(|_| shown.status == LifeStatus::Published);
    html! {
        section.setting id="right" {
            h2 { (visit.say("my-public")) }
            @match no {
                None => { p { (visit.say(overview::life_key(shown.status))) } }
                Some(no) => {
                    div.seen { (profile::public_view(visit, no)) }
                    p { a href=(visit.profile(no)) { (visit.say("my-public-page")) } }
                    @if shown.is_hidden { p.hinted { (visit.say("my-hidden-place")) } }
                    h3 { (visit.say("my-still-right")) }
                    p {
                        @if let Some(since) = shown.due_since {
                            strong { (visit.with("my-due-since", "date", &words.date(since))) } " "
                        }
                        @match shown.verification {
                            Some(verification) => (words.with("verified-on", [
                                ("date", words.date(verification.on).into()),
                                ("role", words.label(verification.by).into()),
                            ])),
                            None => (visit.say("not-verified")),
                        }
                    }
                    @let version = shown.version.to_string();
                    (act(visit, &format!("{path}/verify"), &[("version", &version)], "my-still-right-button", None))
                }
            }
        }
    }
}

fn change(visit: &Visit<'_>, shown: &EntryPage<'_>, path: &str) -> Markup {
    html! {
        section.setting id="change" {
            h2 { (visit.say("my-change")) }
            @if shown.is_hidden { p.hinted { (visit.say("my-hidden-place")) } }
            (form_body(visit, shown.form, path, shown.may_publish))
        }
    }
}

fn activities(visit: &Visit<'_>, shown: &EntryPage<'_>, kind: MemberForm, title: &'static str, path: &str) -> Markup {
    let list = format!("{path}/{}", kind.list());
    html! {
        section.setting id=(kind.list()) {
            h2 { (visit.say(title)) }
            ul.holdings {
                @for activity in shown.activities.iter().filter(|activity| activity.kind == kind) {
                    li {
                        div {
                            p { a href=(address(visit, &format!("{list}/{}", activity.id))) { bdi { (activity.title) } } }
                            p.hinted { (visit.say(overview::life_key(activity.status))) }
                        }
                    }
                }
            }
            p { a.button href=(address(visit, &format!("{list}/new"))) { (visit.say(kind.new_key())) } }
        }
    }
}
