//! What mentions a contact person elsewhere.

use curation::reading::{MentionSubject, PersonMention};

use crate::{enums, exec::object, global_id::GlobalId, scalars::PlainId};

object! {
    /// Something that mentions a contact person elsewhere than in the person's own entry. One of the seven
    /// ids and versions says what.
    "PersonMention" ['s] &'s PersonMention, implements [], |this, call|
    /// The global id of the entry, whose text, earlier version or note it is; may be another contact person.
    entryId: Option<GlobalId> => match this.subject {
        MentionSubject::Entry(entity) => Some(GlobalId::of(entity.kind, entity.id)),
        _ => None,
    },
    /// The id of the proposal.
    proposalId: Option<PlainId> => match this.subject {
        MentionSubject::Proposal(id) => Some(PlainId(id)),
        _ => None,
    },
    /// The id of the account, which may be the person's own.
    accountId: Option<PlainId> => match this.subject {
        MentionSubject::Account(id) => Some(PlainId(id.uuid())),
        _ => None,
    },
    /// The id of an invitation that waits; erasing the person ends it.
    invitationId: Option<PlainId> => match this.subject {
        MentionSubject::Invitation(id) => Some(PlainId(id)),
        _ => None,
    },
    /// The id of a measure of the diary.
    measureId: Option<PlainId> => match this.subject {
        MentionSubject::Measure(id) => Some(PlainId(id)),
        _ => None,
    },
    /// The version of the texts of the site; what they say today is left to whoever erases.
    siteTextsVersion: Option<u32> => match this.subject {
        MentionSubject::SiteTexts(version) => Some(version),
        _ => None,
    },
    /// The version of the synonyms of an entry, which the field names, such as `kinds.women`; what there is today is left
    /// to whoever erases.
    synonymsVersion: Option<u32> => match this.subject {
        MentionSubject::Synonyms(version) => Some(version),
        _ => None,
    },
    /// The field, such as `description.de`, `note` or `comment`.
    field: &'s str => this.field.as_str(),
    /// By what.
    trace: enums::PersonTrace => this.trace.into(),
    /// Whether it stands there today; else in an earlier version only.
    isCurrent: bool => this.is_current,
    /// Whether erasing the person takes it out. What is not blanked is left to you: change the entry, and
    /// take it out of its past with `purgeFieldHistory`.
    isBlanked: bool => this.is_blanked,
}
