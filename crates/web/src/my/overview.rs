//! `/my`: the entries a member acts for, and what waits.

use chrono::NaiveDate;
use domain::{LifeStatus, vocabulary::Role};
use http::StatusCode;
use maud::{Markup, html};

use super::{
    contact_search,
    form_error::MemberFormError,
    page::{notice, page, trouble},
    proposal::{MemberProposal, proposals},
};
use crate::{Answer, Visit, account::address::address, parts::localised};

/// An entry that a member acts for, in a line.
#[derive(Clone, Debug)]
pub struct MemberEntry {
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Where it stands in its life.
    pub status: LifeStatus,
    /// Since when it is due to be confirmed.
    pub due_since: Option<NaiveDate>,
    /// How many cooperations wait for its confirmation.
    pub waiting_links: u64,
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct OverviewPage<'a> {
    /// The entries, each with what waits there.
    pub entries: &'a [MemberEntry],
    /// The newest proposals first.
    pub proposals: &'a [MemberProposal],
    /// What the account may do.
    pub role: Role,
    /// What was done before, as the address says it.
    pub done: Option<&'a str>,
    /// Why a form did nothing.
    pub error: Option<MemberFormError>,
}

/// The page of all entries of a member.
pub fn overview(visit: &Visit<'_>, shown: &OverviewPage<'_>) -> Answer {
    let content = html! {
        (notice(visit, shown.done))
        (trouble(visit, shown.error))
        @if shown.role >= Role::Editor { p { (visit.say("my-staff")) " " a href="/console" { (visit.say("my-console")) } } }
        @if shown.role == Role::Partner {
            p { (visit.say("my-as-partner")) }
        } @else if shown.entries.is_empty() {
            p { (visit.say("my-none")) }
        }
        ul.holdings {
            @for entry in shown.entries { li { (line(visit, entry)) } }
        }
        (proposals(visit, shown.proposals))
        (contact_search::section(visit))
    };
    let status = shown.error.map_or(StatusCode::OK, MemberFormError::status);
    page(visit, status, &visit.say("my-title"), "/my", &content)
}

fn line(visit: &Visit<'_>, entry: &MemberEntry) -> Markup {
    html! {
        div {
            h2 { a href=(address(visit, &format!("/my/{}", entry.slug))) { (localised::name(&entry.name)) } }
            p.hinted { (visit.say(life_key(entry.status))) }
            @if let Some(since) = entry.due_since {
                p { a href={ (address(visit, &format!("/my/{}", entry.slug))) "#right" } {
                    (visit.with("my-due-since", "date", &visit.words().date(since)))
                } }
            }
            @if entry.waiting_links > 0 {
                p { a href={ (address(visit, &format!("/my/{}", entry.slug))) "#cooperation" } {
                    (visit.count("my-links-wait", entry.waiting_links))
                } }
            }
        }
    }
}

/// The key of where an entry stands in its life.
pub(super) const fn life_key(status: LifeStatus) -> &'static str {
    match status {
        LifeStatus::Draft => "my-life-draft",
        LifeStatus::Published => "my-life-published",
        LifeStatus::Archived => "my-life-archived",
    }
}
