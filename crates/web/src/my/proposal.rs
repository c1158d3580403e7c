//! What members have proposed: what it would change while it waits, and what became of it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::EntityKind;
use maud::{Markup, html};

use super::{
    fields::{FieldSpec, MemberForm, decided_fields},
    form::{EntryFields, EntryForm},
    page::act,
    value::format_values,
};
use crate::Visit;

/// What became of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProposalState {
    /// It waits.
    Open,
    /// All of it was taken over.
    Approved,
    /// It said something in words only, and somebody has dealt with it.
    Answered,
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
            Self::Answered => "my-proposal-answered",
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
    /// What the fields say now that it names.
    pub current: EntryFields,
    /// What they should say.
    pub proposed: EntryFields,
    /// A word to those who look at it.
    pub comment: Option<String>,
    /// Why, in the words of those who decided.
    pub reason: Option<String>,
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
            @if proposal.state == ProposalState::Open {
                (changes(visit, proposal))
                @if let Some(comment) = &proposal.comment { blockquote { p.lines dir="auto" { (comment) } } }
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

/// What a proposal that waits would change.
fn changes(visit: &Visit<'_>, proposal: &MemberProposal) -> Markup {
    let kind = match proposal.kind {
        EntityKind::Offer => MemberForm::Offer,
        EntityKind::Event => MemberForm::Event,
        // The longest form has the fields of all actors.
        _ => MemberForm::Institution,
    };
    let changes = EntryForm::changes(kind, &proposal.current, &proposal.proposed);
    html! {
        @if !changes.is_empty() {
            dl.proposed {
                @for (spec, name, now, proposed) in &changes {
                    dt { (label(visit, spec, name)) }
                    dd {
                        @if !now.is_empty() {
                            del { span.unseen { (visit.say("my-change-now")) " " } (format_values(visit, spec.input, now)) } " "
                        }
                        ins { span.unseen { (visit.say("my-change-proposed")) " " } (format_values(visit, spec.input, proposed)) }
                    }
                }
            }
        }
    }
}

/// What a field is called, of texts with the language.
fn label(visit: &Visit<'_>, spec: &FieldSpec, name: &str) -> String {
    let label = visit.say(spec.label);
    let language =
        name.strip_prefix(spec.name).and_then(|rest| rest.strip_prefix('.')).and_then(|tag| tag.parse().ok());
    language.map_or_else(|| label.to_string(), |language| format!("{label} ({})", visit.words().language(&language)))
}

/// That a form shows what is so now, where something proposed waits.
pub(super) fn waiting_note(visit: &Visit<'_>, proposals: &[MemberProposal]) -> Markup {
    html! {
        @if proposals.iter().any(|proposal| proposal.state == ProposalState::Open) {
            p.notice { a href="#proposals" { (visit.say("my-form-now")) } }
        }
    }
}
