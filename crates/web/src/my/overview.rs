//! `/my`: the entries a member acts for, and what waits.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{EntityKind, LifeStatus, vocabulary::Role};
use http::StatusCode;
use maud::{Markup, html};

use super::{MemberFormError, act, contact_search, fields::decided_fields, notice, page, trouble};
use crate::{Answer, Visit, account::address, parts::localised};

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

/// What became of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProposalState {
    /// It waits.
    Open,
    /// All of it was taken over.
    Approved,
    /// Some of it was.
    Partly,
    /// None of it was.
    Rejected,
    /// It was taken back.
    Withdrawn,
}

impl ProposalState {
    const fn key(self) -> &'static str {
        match self {
            Self::Open => "my-proposal-open",
            Self::Approved => "my-proposal-approved",
            Self::Partly => "my-proposal-partly",
            Self::Rejected => "my-proposal-rejected",
            Self::Withdrawn => "my-proposal-withdrawn",
        }
    }
}

/// A proposal of a member.
#[derive(Clone, Debug)]
pub struct MemberProposal {
    /// Its id.
    pub id: String,
    /// What kind of entry it is about.
    pub kind: EntityKind,
    /// What the entry is called; `None` for a new one.
    pub name: Option<String>,
    /// Whether the entry should go.
    pub archive: bool,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// What became of it.
    pub state: ProposalState,
    /// The fields of which it was decided, and whether each was taken over.
    pub taken: BTreeMap<String, bool>,
    /// Why, in the words of those who decided.
    pub reason: Option<String>,
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

/// What was proposed, and what became of it.
pub(super) fn proposals(visit: &Visit<'_>, proposals: &[MemberProposal]) -> Markup {
    html! {
        @if !proposals.is_empty() {
            section.setting id="proposals" {
                h2 { (visit.say("my-proposals")) }
                ul.holdings { @for proposal in proposals { li { (one(visit, proposal)) } } }
            }
        }
    }
}

fn one(visit: &Visit<'_>, proposal: &MemberProposal) -> Markup {
    let kind = match proposal.kind {
        EntityKind::Offer => "offer",
        EntityKind::Event => "event",
        EntityKind::Project => "project",
        _ => "my-entry",
    };
    let name = proposal.name.clone().unwrap_or_else(|| visit.say("my-proposal-new").into_owned());
    html! {
        div {
            p { strong { (visit.say(proposal.state.key())) } " · " (visit.say(kind)) ": " bdi { (name) }
                @if proposal.archive { " · " (visit.say("my-remove")) } }
            p.hinted { (visit.words().date(visit.local(proposal.created_at).date())) }
            @if proposal.state == ProposalState::Partly && let Some(fields) = decided_fields(visit.words(), &proposal.taken) {
                p { (fields) }
            }
            @if let Some(reason) = &proposal.reason {
                p { (visit.say("my-proposal-reason")) " " q { bdi { (reason) } } }
            }
        }
        @if proposal.state == ProposalState::Open {
            (act(visit, "/my", &[("withdraw", &proposal.id)], "my-withdraw", Some(&name)))
        }
    }
}
