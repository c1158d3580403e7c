//! What proposals say of a person. They wait for a review or are closed; either way, what is certain
//! goes.

use domain::mention::PersonTraces;
use serde_json::Value;

use super::{MentionScan, MentionSubject, traces_in};
use crate::Proposal;

/// Looks at one proposal.
pub(super) fn scan(proposal: &Proposal, traces: &PersonTraces, scan: &mut MentionScan) {
    let subject = MentionSubject::Proposal(proposal.id);
    let mut blanked = proposal.clone();
    each_text(&mut blanked, &mut |field, text| {
        scan.note(subject, field, (true, true), &traces_in(traces, text));
        if let Some(without) = traces.blank(text) {
            *text = without;
        }
    });
    if blanked != *proposal {
        scan.proposals.push(blanked);
    }
}

/// The proposal without what is certainly the person.
pub(crate) fn blank(mut proposal: Proposal, traces: &PersonTraces) -> Proposal {
    each_text(&mut proposal, &mut |_, text| {
        if let Some(without) = traces.blank(text) {
            *text = without;
        }
    });
    proposal
}

fn each_text(proposal: &mut Proposal, look: &mut impl FnMut(&str, &mut String)) {
    for (field, text) in [("comment", &mut proposal.comment), ("contact", &mut proposal.contact)] {
        text.iter_mut().for_each(|text| look(field, text));
    }
    proposal.remarks.iter_mut().for_each(|remark| look("remarks", &mut remark.text));
    for reason in proposal.review.iter_mut().filter_map(|review| review.reason.as_mut()) {
        look("review", reason);
    }
    for (field, value) in proposal.base.iter_mut().chain(proposal.fields.iter_mut()) {
        each_value(field, value, look);
    }
}

fn each_value(field: &str, value: &mut Value, look: &mut impl FnMut(&str, &mut String)) {
    match value {
        Value::String(text) => look(field, text),
        Value::Array(entries) => entries.iter_mut().for_each(|entry| each_value(field, entry, look)),
        Value::Object(parts) => parts.values_mut().for_each(|part| each_value(field, part, look)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
