//! `/my/…/offers/…` and `/my/…/events/…`: an offer or event of an entry, new or as it stands.

use domain::LifeStatus;
use http::StatusCode;
use maud::html;

use super::{
    availability,
    fields::MemberForm,
    form::EntryForm,
    form_error::MemberFormError,
    overview,
    page::{act_after_question, form_body, notice, page, trouble},
    proposal::{self, MemberProposal},
};
use crate::{Answer, Visit, account::address::address};

/// What the page of an offer or event shows.
#[derive(Clone, Debug)]
pub struct ActivityPage<'a> {
    /// The slug of the entry it belongs to.
    pub slug: &'a str,
    /// The name of that entry.
    pub owner: &'a str,
    /// Its id; `None` for a new one.
    pub id: Option<&'a str>,
    /// What it is called; for a new one that is still to be said.
    pub title: &'a str,
    /// Where it stands in its life.
    pub status: LifeStatus,
    /// Whether what the member changes is published without a review.
    pub may_publish: bool,
    /// The form, as it stands or as it was sent.
    pub form: &'a EntryForm,
    /// The version that taking it out is said of.
    pub version: u32,
    /// What was done before, as the address says it.
    pub done: Option<&'a str>,
    /// What was proposed for it.
    pub proposals: &'a [MemberProposal],
    /// Why a form did nothing.
    pub error: Option<MemberFormError>,
}

/// The page of an offer or event.
pub fn activity(visit: &Visit<'_>, shown: &ActivityPage<'_>) -> Answer {
    let path = format!("/my/{}/{}/{}", shown.slug, shown.form.kind.list(), shown.id.unwrap_or("new"));
    let back = format!("{}#{}", address(visit, &format!("/my/{}", shown.slug)), shown.form.kind.list());
    let content = html! {
        (notice(visit, shown.done))
        (trouble(visit, shown.error))
        p { a href=(back) { bdi { (shown.owner) } } }
        @if shown.id.is_some() { p.hinted { (visit.say(overview::life_key(shown.status))) } }
        @if let Some(id) = shown.id.filter(|_| shown.form.kind == MemberForm::Offer && shown.status == LifeStatus::Published) {
            section.setting {
                h2 { (visit.say("availability")) }
                p.hinted { (visit.say("my-availability-lead")) }
                (availability::form(visit, shown.slug, id, shown.title, None))
            }
        }
        (proposal::proposals(visit, shown.proposals))
        (proposal::waiting_note(visit, shown.proposals))
        (form_body(visit, shown.form, &path, shown.may_publish))
        @if shown.id.is_some() && shown.status != LifeStatus::Archived {
            section.setting {
                h2 { (visit.say("my-remove")) }
                p { (visit.say(if shown.may_publish { "my-remove-text" } else { "my-remove-propose" })) }
                @let version = shown.version.to_string();
                (act_after_question(visit, &format!("{path}/remove"), &[("version", &version)], ("my-remove", "my-remove-question"), shown.title))
            }
        }
    };
    let title =
        if shown.id.is_some() { shown.title.to_owned() } else { visit.say(shown.form.kind.new_key()).into_owned() };
    let status = match shown.error {
        Some(error) => error.status(),
        None if !shown.form.others.is_empty() => StatusCode::CONFLICT,
        None if !shown.form.violations.is_empty() => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    page(visit, status, &title, &path, &content)
}
