//! `/my/…`: one entry on one page. What the public sees comes first, so that "still right?" is asked of something;
//! then the form, its offers and events, and with whom it works.

use chrono::NaiveDate;
use domain::{ContactPerson, LifeStatus, Record, Verification, vocabulary::Precision};
use http::StatusCode;
use maud::{Markup, html};

use super::{
    availability::{self, AvailabilityForm},
    contacts,
    cooperation::{self, MemberLink},
    fields::MemberForm,
    form::EntryForm,
    form_error::MemberFormError,
    inputs::precision_key,
    overview,
    page::{act, form_body, notice, page, trouble},
    people,
    proposal::{self, MemberProposal},
};
use crate::{
    Answer, Visit,
    account::address::address,
    pages::profile,
    parts::icons::{Icon, icon},
};

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
    /// How precisely its place is told; `None` where it has no place on the map.
    pub precision: Option<Precision>,
    /// Whether what the member changes is published without a review.
    pub may_publish: bool,
    /// The form, as it stands or as it was sent.
    pub form: &'a EntryForm,
    /// Its offers and events.
    pub activities: &'a [MemberActivity],
    /// With whom it works.
    pub links: &'a [MemberLink],
    /// The people to speak to, with all that is known of them.
    pub contacts: &'a [Record<ContactPerson>],
    /// What was proposed for it.
    pub proposals: &'a [MemberProposal],
    /// What was done before, as the address says it.
    pub done: Option<&'a str>,
    /// Why a form did nothing.
    pub error: Option<MemberFormError>,
    /// What was said of an offer's availability and could not be taken.
    pub availability: Option<&'a AvailabilityForm>,
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
                    ("contacts", "contact-persons"), ("cooperation", "cooperations"), ("people", "my-people"),
                ] { li { a href={ "#" (target) } { (visit.say(key)) } } }
            }
        }
        @if is_sent_back { (change(visit, shown, &path)) }
        @if shown.availability.is_some() { (activities(visit, shown, MemberForm::Offer, "offers", &path)) }
        (still_right(visit, shown, &path))
        (proposal::proposals(visit, shown.proposals))
        @if !is_sent_back { (change(visit, shown, &path)) }
        @if shown.availability.is_none() { (activities(visit, shown, MemberForm::Offer, "offers", &path)) }
        (activities(visit, shown, MemberForm::Event, "events", &path))
        (contacts::section(visit, shown.contacts, &path))
        (cooperation::links(visit, shown.links, &path))
        (people::section(visit, &path))
    };
    let status = match shown.error {
        Some(error) => error.status(),
        None if !shown.form.others.is_empty() => StatusCode::CONFLICT,
        None if is_sent_back || shown.availability.is_some() => StatusCode::UNPROCESSABLE_ENTITY,
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
                    (place_note(visit, shown.precision))
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

/// What of the place everybody sees, in so many words.
fn place_note(visit: &Visit<'_>, precision: Option<Precision>) -> Markup {
    let key = match precision {
        None => "my-place-none",
        Some(precision) => precision_key(precision),
    };
    let is_secret = precision == Some(Precision::Hidden);
    html! {
        div.notice.wrong[is_secret] {
            p { (icon(if is_secret { Icon::Warning } else { Icon::Place })) " " strong { (visit.say("my-place-title")) } " " (visit.say(key)) }
        }
    }
}

fn change(visit: &Visit<'_>, shown: &EntryPage<'_>, path: &str) -> Markup {
    html! {
        section.setting id="change" {
            h2 { (visit.say("my-change")) }
            (proposal::waiting_note(visit, shown.proposals))
            (form_body(visit, shown.form, path, shown.may_publish))
        }
    }
}

fn activities(visit: &Visit<'_>, shown: &EntryPage<'_>, kind: MemberForm, title: &'static str, path: &str) -> Markup {
    let list = format!("{path}/{}", kind.list());
    html! {
        section.setting id=(kind.list()) {
            h2 { (visit.say(title)) }
            @let has_offers = shown.activities.iter().any(|it| it.kind == MemberForm::Offer && it.status == LifeStatus::Published);
            @if kind == MemberForm::Offer && has_offers { p.hinted { (visit.say("my-availability-lead")) } }
            ul.holdings {
                @for activity in shown.activities.iter().filter(|activity| activity.kind == kind) {
                    li {
                        div {
                            p { a href=(address(visit, &format!("{list}/{}", activity.id))) { bdi { (activity.title) } } }
                            p.hinted { (visit.say(overview::life_key(activity.status))) }
                        }
                        @if kind == MemberForm::Offer && activity.status == LifeStatus::Published {
                            (availability::form(visit, shown.slug, &activity.id, &activity.title, shown.availability))
                        }
                    }
                }
            }
            p { a.button href=(address(visit, &format!("{list}/new"))) { (visit.say(kind.new_key())) } }
        }
    }
}
