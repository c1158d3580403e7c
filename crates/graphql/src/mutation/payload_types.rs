//! The payload types, one per mutation.

use curation::{
    accounts::{Account, Invitation, MailTest},
    commands::SynonymAddition,
    reading::{EntrySummary, KnownSiteTexts, NotedMeasure, PersonMention},
};

use super::{
    payloads::{ConflictView, UserErrorView, View},
    records::PersonRecord,
};
use crate::{
    exec::object,
    merge_record::MergeRecord,
    types::{
        actor::{AnyActor, Institution, Network, Organisation},
        cooperation::LinkView,
        district::DistrictView,
        event::EventView,
        node::NodeView,
        offer::OfferView,
        project::ProjectView,
        theme::ThemeView,
    },
    viewer::{links::StoredLinkView, proposals::ProposalView, synonyms::SynonymEntryView},
};

/// Payloads: the changed thing in one or two shapes, then what stands in the way.
macro_rules! payloads {
    ($($(#[doc = $doc:literal])+ $name:ident $text:literal { $($field:ident $type:ty, $method:ident $thing_doc:literal;)+ })+) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug)]
        pub(crate) struct $name<'s>(pub(crate) View<'s>);

        object! {
            $(#[doc = $doc])+
            $text ['s] $name<'s>, implements [], |this, call|
            $(
                #[doc = $thing_doc]
                $field: Option<$type> => this.0.$method(),
            )+
            /// What stands in the way; empty when it is done.
            userErrors: Vec<UserErrorView<'s>> => this.0.user_errors(),
            /// Where the version expected is not the one that is stored: both sides, field by field.
            conflicts: Vec<ConflictView<'s>> => this.0.conflicts(),
        }
    )+};
}

/// Payloads of entries.
macro_rules! entry_payloads {
    ($($(#[doc = $doc:literal])+ $name:ident $text:literal $field:ident $type:ty;)+) => {
        payloads! {$(
            $(#[doc = $doc])+
            $name $text {
                $field $type, $field "It, as the public sees it; null where the public does not.";
                entry &'s EntrySummary, entry "It, as it is stored.";
            }
        )+}
    };
}

entry_payloads! {
    /// What came of making an organisation.
    CreateOrganisationPayload "CreateOrganisationPayload" organisation Organisation<'s>;
    /// What came of making an institution.
    CreateInstitutionPayload "CreateInstitutionPayload" institution Institution<'s>;
    /// What came of making a network.
    CreateNetworkPayload "CreateNetworkPayload" network Network<'s>;
    /// What came of editing an actor.
    EditActorPayload "EditActorPayload" actor AnyActor<'s>;
    /// What came of publishing an actor.
    PublishActorPayload "PublishActorPayload" actor AnyActor<'s>;
    /// What came of archiving an actor.
    ArchiveActorPayload "ArchiveActorPayload" actor AnyActor<'s>;
    /// What came of bringing back an actor.
    RestoreActorPayload "RestoreActorPayload" actor AnyActor<'s>;
    /// What came of confirming an actor.
    VerifyActorPayload "VerifyActorPayload" actor AnyActor<'s>;
    /// What came of making an offer.
    CreateOfferPayload "CreateOfferPayload" offer OfferView<'s>;
    /// What came of editing an offer.
    EditOfferPayload "EditOfferPayload" offer OfferView<'s>;
    /// What came of publishing an offer.
    PublishOfferPayload "PublishOfferPayload" offer OfferView<'s>;
    /// What came of archiving an offer.
    ArchiveOfferPayload "ArchiveOfferPayload" offer OfferView<'s>;
    /// What came of bringing back an offer.
    RestoreOfferPayload "RestoreOfferPayload" offer OfferView<'s>;
    /// What came of saying whether an offer takes people on.
    SetAvailabilityPayload "SetAvailabilityPayload" offer OfferView<'s>;
    /// What came of making an event.
    CreateEventPayload "CreateEventPayload" event EventView<'s>;
    /// What came of editing an event.
    EditEventPayload "EditEventPayload" event EventView<'s>;
    /// What came of publishing an event.
    PublishEventPayload "PublishEventPayload" event EventView<'s>;
    /// What came of archiving an event.
    ArchiveEventPayload "ArchiveEventPayload" event EventView<'s>;
    /// What came of bringing back an event.
    RestoreEventPayload "RestoreEventPayload" event EventView<'s>;
    /// What came of making a project.
    CreateProjectPayload "CreateProjectPayload" project ProjectView<'s>;
    /// What came of editing a project.
    EditProjectPayload "EditProjectPayload" project ProjectView<'s>;
    /// What came of publishing a project.
    PublishProjectPayload "PublishProjectPayload" project ProjectView<'s>;
    /// What came of archiving a project.
    ArchiveProjectPayload "ArchiveProjectPayload" project ProjectView<'s>;
    /// What came of bringing back a project.
    RestoreProjectPayload "RestoreProjectPayload" project ProjectView<'s>;
    /// What came of making a theme.
    CreateThemePayload "CreateThemePayload" theme ThemeView<'s>;
    /// What came of editing a theme.
    EditThemePayload "EditThemePayload" theme ThemeView<'s>;
    /// What came of retiring a theme.
    RetireThemePayload "RetireThemePayload" theme ThemeView<'s>;
    /// What came of bringing back a theme.
    ReinstateThemePayload "ReinstateThemePayload" theme ThemeView<'s>;
    /// What came of making a district.
    CreateDistrictPayload "CreateDistrictPayload" district DistrictView<'s>;
    /// What came of editing a district.
    EditDistrictPayload "EditDistrictPayload" district DistrictView<'s>;
    /// What came of retiring a district.
    RetireDistrictPayload "RetireDistrictPayload" district DistrictView<'s>;
    /// What came of bringing back a district.
    ReinstateDistrictPayload "ReinstateDistrictPayload" district DistrictView<'s>;
}

payloads! {
    /// What came of proposing a cooperation link.
    ProposeLinkPayload "ProposeLinkPayload" {
        link LinkView<'s>, link "It, as the public sees it; null where the public does not.";
        entry StoredLinkView<'s>, link_entry "It, as it is stored.";
    }
    /// What came of confirming a cooperation link.
    ConfirmLinkPayload "ConfirmLinkPayload" {
        link LinkView<'s>, link "It, as the public sees it; null where the public does not.";
        entry StoredLinkView<'s>, link_entry "It, as it is stored.";
    }
    /// What came of editing a cooperation link.
    EditLinkPayload "EditLinkPayload" {
        link LinkView<'s>, link "It, as the public sees it; null where the public does not.";
        entry StoredLinkView<'s>, link_entry "It, as it is stored.";
    }
    /// What came of ending a cooperation link.
    EndLinkPayload "EndLinkPayload" {
        link LinkView<'s>, link "It, as the public sees it; null where the public does not.";
        entry StoredLinkView<'s>, link_entry "It, as it is stored.";
    }
    /// What came of turning down a cooperation link.
    RejectLinkPayload "RejectLinkPayload" {
        link LinkView<'s>, link "It, as the public sees it; null where the public does not.";
        entry StoredLinkView<'s>, link_entry "It, as it is stored.";
    }
    /// What came of letting rest a cooperation link.
    MarkLinkDormantPayload "MarkLinkDormantPayload" {
        link LinkView<'s>, link "It, as the public sees it; null where the public does not.";
        entry StoredLinkView<'s>, link_entry "It, as it is stored.";
    }
    /// What came of proposing a change.
    ProposeChangePayload "ProposeChangePayload" {
        proposal ProposalView<'s>, proposal "The proposal.";
    }
    /// What came of taking a proposal over.
    ApproveProposalPayload "ApproveProposalPayload" {
        proposal ProposalView<'s>, proposal "The proposal.";
        node NodeView<'s>, node "The entry it changed or made, as the public sees it; null where the public does not.";
    }
    /// What came of deciding against a proposal.
    RejectProposalPayload "RejectProposalPayload" {
        proposal ProposalView<'s>, proposal "The proposal.";
    }
    /// What came of a remark on a proposal.
    CommentProposalPayload "CommentProposalPayload" {
        proposal ProposalView<'s>, proposal "The proposal.";
    }
    /// What came of bringing an old version back.
    RestoreVersionPayload "RestoreVersionPayload" {
        version u32, version "The number of the newest version, which says what the old one said.";
        node NodeView<'s>, node "The entry, as the public sees it; null where the public does not.";
    }
    /// What came of taking a step back.
    UndoStepPayload "UndoStepPayload" {
        version u32, version "The number of the newest version, in which the entry stands where it stood before the step.";
        node NodeView<'s>, node "The entry, as the public sees it; null where the public does not.";
    }
    /// What came of taking a value out of an entry's past.
    PurgeFieldHistoryPayload "PurgeFieldHistoryPayload" {
        version u32, version "The number of the newest version, which says what the one before said.";
        node NodeView<'s>, node "The entry, as the public sees it; null where the public does not.";
        mentions Vec<&'s PersonMention>, mentions "What else says it, such as an offer of the entry or another one; left to you, at most 1,000.";
    }
    /// What came of editing a contact person.
    EditContactPersonPayload "EditContactPersonPayload" {
        contactPerson &'s PersonRecord, person "The contact person, as stored.";
    }
    /// What came of recording a consent.
    RecordConsentPayload "RecordConsentPayload" {
        contactPerson &'s PersonRecord, person "The contact person, as stored.";
    }
    /// What came of taking a proposal back.
    WithdrawProposalPayload "WithdrawProposalPayload" {
        proposal ProposalView<'s>, proposal "The proposal.";
    }
    /// What came of making a contact person.
    CreateContactPersonPayload "CreateContactPersonPayload" {
        contactPerson &'s PersonRecord, person "The contact person, as stored.";
    }
    /// What came of withdrawing consents.
    WithdrawConsentPayload "WithdrawConsentPayload" {
        contactPerson &'s PersonRecord, person "The contact person, as stored.";
    }
    /// What came of forgetting a contact person.
    ErasePersonPayload "ErasePersonPayload" {
        contactPerson &'s PersonRecord, person "What is left of the contact person: the id.";
        mentions Vec<&'s PersonMention>, mentions "What mentioned the person elsewhere, those first that are left to you; at most 1,000.";
    }
    /// What came of merging two actors.
    MergeActorsPayload "MergeActorsPayload" {
        actor AnyActor<'s>, actor "The actor that stayed, as the public sees it; null where the public does not.";
        merge &'s MergeRecord, merge "The merge.";
    }
    /// What came of telling two actors apart.
    DismissDuplicatePayload "DismissDuplicatePayload" {
        dismissed bool, is_settled "Whether the two are no longer suspected to be one.";
    }
    /// What came of dismissing a suggested partner.
    DismissSuggestedPartnerPayload "DismissSuggestedPartnerPayload" {
        done bool, is_settled "Whether it is remembered.";
    }
    /// What came of ending a session.
    RevokeSessionPayload "RevokeSessionPayload" {
        revoked bool, is_settled "Whether the session has ended.";
    }
    /// What came of withdrawing a token.
    RevokeTokenPayload "RevokeTokenPayload" {
        revoked bool, is_settled "Whether the token works no longer.";
    }
    /// What came of inviting somebody.
    InviteUserPayload "InviteUserPayload" {
        invitation &'s Invitation, invitation "The invitation.";
        link String, link_path "The path of the link to hand over, within this service, where no mail has taken it along. It is shown this once.";
    }
    /// What came of sending an invitation once more.
    ResendInvitationPayload "ResendInvitationPayload" {
        invitation &'s Invitation, invitation "The invitation, with another id and end.";
        link String, link_path "The path of the link to hand over, within this service, where no mail has taken it along. It is shown this once.";
    }
    /// What came of withdrawing an invitation.
    RevokeInvitationPayload "RevokeInvitationPayload" {
        revoked bool, is_settled "Whether the link works no longer.";
    }
    /// What came of noting a measure.
    CreateMeasurePayload "CreateMeasurePayload" {
        measure &'s NotedMeasure, measure "The measure.";
    }
    /// What came of changing a measure.
    EditMeasurePayload "EditMeasurePayload" {
        measure &'s NotedMeasure, measure "The measure, as it is now.";
    }
    /// What came of taking a measure out.
    DeleteMeasurePayload "DeleteMeasurePayload" {
        measure &'s NotedMeasure, measure "The measure, as it was.";
    }
    /// What came of changing the texts of the site.
    EditSiteTextsPayload "EditSiteTextsPayload" {
        siteTexts &'s KnownSiteTexts, site_texts "The texts, as they are now.";
    }
    /// What came of changing the words of an entry.
    EditSynonymsPayload "EditSynonymsPayload" {
        entry SynonymEntryView<'s>, synonym_entry "The entry, as it is now.";
    }
    /// What came of adding the words of a table.
    ImportSynonymsPayload "ImportSynonymsPayload" {
        addition &'s SynonymAddition, synonym_addition "What was added.";
    }
    /// What came of giving an account another role.
    ChangeRolePayload "ChangeRolePayload" {
        account &'s Account, account "The account, as it is now.";
    }
    /// What came of keeping an account from signing in.
    DisableAccountPayload "DisableAccountPayload" {
        account &'s Account, account "The account, as it is now.";
    }
    /// What came of letting an account sign in again.
    EnableAccountPayload "EnableAccountPayload" {
        account &'s Account, account "The account, as it is now.";
    }
    /// What came of trying whether mail is sent.
    SendTestMailPayload "SendTestMailPayload" {
        test &'s MailTest, mail_test "What became of the mail.";
    }
    /// What came of undoing a merge.
    UndoMergePayload "UndoMergePayload" {
        actor AnyActor<'s>, actor "The actor that had stayed, as the public sees it; null where the public does not.";
        merge &'s MergeRecord, merge "The merge.";
    }
}
