//! What can be changed: the fields of `Mutation`, one command of curation each.
//!
//! - `inputs` what a mutation is told; `commands`, `steps` and `persons` which command that is
//! - `records` what a command has written, `payloads` what the client is told of it
//! - [`perform`] the fields one after the other (GraphQL specification, section 6.2.2); when all have
//!   ended, the answer is written from a snapshot that has what they wrote
//!
//! To add a mutation: its input, its payload, one line in the list below; the refusal test in `tests`
//! then asks who may not use it.

mod accounts;
mod commands;
mod import;
mod import_tables;
pub(crate) mod inputs;
mod measures;
mod payload_types;
mod payloads;
mod persons;
pub(crate) mod records;
mod site_texts;
mod steps;
mod synonyms;

use async_graphql_value::ConstValue;
use directory::Snapshot;
use domain::{Actor, District, Event, Offer, Project, Theme};

pub(crate) use self::{commands::Desk, payloads::Performed};
use self::{
    commands::read,
    import::{ImportDirectoryInput, ImportDirectoryPayload},
    inputs::{
        accounts::*, availability::*, entries::*, links::*, measures::*, merges::*, persons::*, proposals::*,
        site_texts::*, synonyms::*, trees::*,
    },
    payload_types::*,
    payloads::View,
};
use crate::{
    error::ResolverError,
    exec::{Below, BoundField, Call, Exec, FieldNumbers, Output, TYPENAME, object},
    schema::type_registry::{RootType, TypeRegistry},
};

/// How the fields of one request ended, by response key.
pub(crate) type Performances = Vec<(String, Result<Performed, ResolverError>)>;

/// The root of what can be changed, once it has been.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mutation<'s> {
    /// A snapshot that has the changes.
    pub(crate) snapshot: &'s Snapshot,
    /// How the fields ended.
    pub(crate) performed: &'s [(String, Result<Performed, ResolverError>)],
    /// The language of the client.
    pub(crate) reader: &'s str,
}

impl RootType for Mutation<'_> {
    const NAME: &'static str = "Mutation";

    fn register(registry: &mut TypeRegistry<'_>) -> String {
        Self::type_ref(registry)
    }
}

impl<'s> Mutation<'s> {
    fn view(self, call: &Call<'_, '_>) -> Result<View<'s>, ResolverError> {
        let ended = self.performed.iter().find(|(key, _)| key == call.field.key);
        match ended.map(|(_, ended)| ended) {
            Some(Ok(performed)) => Ok(View { snapshot: self.snapshot, performed, reader: self.reader }),
            Some(Err(error)) => Err(error.clone()),
            None => Err(ResolverError::Internal),
        }
    }
}

/// One field of a mutation.
#[derive(Debug)]
pub(crate) struct Step {
    /// The response key.
    pub(crate) key: String,
    number: u16,
    input: Option<ConstValue>,
}

/// The fields an operation asks for, in their order.
pub(crate) fn steps_of<'d>(below: &Below<'d>, exec: &Exec<'d>, snapshot: &Snapshot) -> Vec<Step> {
    let root = Mutation { snapshot, performed: &[], reader: "" };
    let step = |field: &BoundField<'d>| Step {
        key: field.key.to_owned(),
        number: field.number,
        input: field.argument("input").cloned(),
    };
    below.fields(&root, exec).iter().filter(|field| field.number != TYPENAME).map(step).collect()
}

/// Performs the fields one after the other. What one does stays, whatever becomes of the others.
pub(crate) async fn perform(desk: Desk<'_>, steps: Vec<Step>) -> Performances {
    let mut performances = Vec::with_capacity(steps.len());
    for step in steps {
        let ended = perform_one(desk, step.number, step.input).await;
        performances.push((step.key, ended));
    }
    performances
}

macro_rules! mutations {
    ($($(#[doc = $doc:literal])+ $field:ident($input:ident): $payload:ident => $command:path,)+) => {
        object! {
            /// What can be changed. Each field does one thing and tells, in `userErrors`, why it did not.
            "Mutation" ['s] Mutation<'s>, implements [], |this, call|
            $(
                $(#[doc = $doc])+
                $field(
                    /// What is to be done.
                    input: $input
                ): Option<$payload<'s>> => Some($payload(this.view(call)?)),
            )+
        }

        async fn perform_one(desk: Desk<'_>, number: u16, input: Option<ConstValue>) -> Result<Performed, ResolverError> {
            $(
                if Mutation::number(stringify!($field)) == Some(number) {
                    // On the heap: the largest of all commands would else be part of every request.
                    return Performed::of(Box::pin($command(desk, read::<$input>(input)?)).await);
                }
            )+
            Err(ResolverError::Internal)
        }
    };
}

mutations! {
    /// Makes an organisation, a draft unless `publish` is said. For editors.
    createOrganisation(CreateOrganisationInput): CreateOrganisationPayload => commands::create::<Actor>,
    /// Makes an institution, a draft unless `publish` is said. For editors.
    createInstitution(CreateInstitutionInput): CreateInstitutionPayload => commands::create::<Actor>,
    /// Makes a network, a draft unless `publish` is said. For editors.
    createNetwork(CreateNetworkInput): CreateNetworkPayload => commands::create::<Actor>,
    /// Changes what an actor's entry says. For editors, and for trusted members of the actor.
    editActor(EditActorInput): EditActorPayload => commands::edit::<Actor>,
    /// Makes a draft of an actor public. For editors.
    publishActor(PublishActorInput): PublishActorPayload => commands::publish::<Actor>,
    /// Takes an actor out of the public directory and keeps it. For editors.
    archiveActor(ArchiveActorInput): ArchiveActorPayload => commands::archive::<Actor>,
    /// Brings an archived actor back to where it was. For editors.
    restoreActor(RestoreActorInput): RestoreActorPayload => commands::restore::<Actor>,
    /// Vouches today that an actor's entry is still true. For editors, and for members of the actor.
    verifyActor(VerifyActorInput): VerifyActorPayload => commands::verify_actor,
    /// Proposes a cooperation link, for both sides to confirm. For editors, and for members of either side.
    proposeLink(ProposeLinkInput): ProposeLinkPayload => steps::propose_link,
    /// Confirms a link for one side; with both confirmations it is public. For editors, and for members of that side.
    confirmLink(ConfirmLinkInput): ConfirmLinkPayload => steps::confirm_link,
    /// Changes what a link says. For editors.
    editLink(EditLinkInput): EditLinkPayload => commands::edit_link,
    /// Ends an active or dormant link. For editors, and for members of either side.
    endLink(EndLinkInput): EndLinkPayload => steps::end_link,
    /// Turns a link down that not both sides have confirmed. For editors, and for members of either side.
    rejectLink(RejectLinkInput): RejectLinkPayload => steps::reject_link,
    /// Lets an active link rest. For editors, and for members of either side.
    markLinkDormant(MarkLinkDormantInput): MarkLinkDormantPayload => steps::mark_link_dormant,
    /// Makes an offer, a draft unless `publish` is said. For editors, and for trusted members of its actor.
    createOffer(CreateOfferInput): CreateOfferPayload => commands::create::<Offer>,
    /// Changes what an offer says. For editors, and for trusted members of its actor.
    editOffer(EditOfferInput): EditOfferPayload => commands::edit::<Offer>,
    /// Makes a draft of an offer public. For editors, and for trusted members of its actor.
    publishOffer(PublishOfferInput): PublishOfferPayload => commands::publish::<Offer>,
    /// Takes an offer out of the public directory and keeps it. For editors, and for trusted members of its actor.
    archiveOffer(ArchiveOfferInput): ArchiveOfferPayload => commands::archive::<Offer>,
    /// Brings an archived offer back to where it was. For editors, and for trusted members of its actor.
    restoreOffer(RestoreOfferInput): RestoreOfferPayload => commands::restore::<Offer>,
    /// Says whether an offer takes people on, and until when: public at once, and over by itself. For editors, and for members of its actor.
    setAvailability(SetAvailabilityInput): SetAvailabilityPayload => commands::set_availability,
    /// Makes an event, a draft unless `publish` is said. For editors, and for trusted members of its hosts.
    createEvent(CreateEventInput): CreateEventPayload => commands::create::<Event>,
    /// Changes what an event says. For editors, and for trusted members of its hosts.
    editEvent(EditEventInput): EditEventPayload => commands::edit::<Event>,
    /// Makes a draft of an event public. For editors, and for trusted members of its hosts.
    publishEvent(PublishEventInput): PublishEventPayload => commands::publish::<Event>,
    /// Takes an event out of the public directory and keeps it. For editors, and for trusted members of its hosts.
    archiveEvent(ArchiveEventInput): ArchiveEventPayload => commands::archive::<Event>,
    /// Brings an archived event back to where it was. For editors, and for trusted members of its hosts.
    restoreEvent(RestoreEventInput): RestoreEventPayload => commands::restore::<Event>,
    /// Makes a project, a draft unless `publish` is said. For editors, and for trusted members of its actors.
    createProject(CreateProjectInput): CreateProjectPayload => commands::create::<Project>,
    /// Changes what a project says. For editors, and for trusted members of its actors.
    editProject(EditProjectInput): EditProjectPayload => commands::edit::<Project>,
    /// Makes a draft of a project public. For editors, and for trusted members of its actors.
    publishProject(PublishProjectInput): PublishProjectPayload => commands::publish::<Project>,
    /// Takes a project out of the public directory and keeps it. For editors, and for trusted members of its actors.
    archiveProject(ArchiveProjectInput): ArchiveProjectPayload => commands::archive::<Project>,
    /// Brings an archived project back to where it was. For editors, and for trusted members of its actors.
    restoreProject(RestoreProjectInput): RestoreProjectPayload => commands::restore::<Project>,
    /// Proposes what an entry should say, or a new one, for editors to decide. For everybody; who has no account may hand in few an hour, and not more than can be reviewed.
    proposeChange(ProposeChangeInput): ProposeChangePayload => steps::propose_change,
    /// Takes a proposal over, whole or in part. For editors.
    approveProposal(ApproveProposalInput): ApproveProposalPayload => steps::approve_proposal,
    /// Decides against a proposal. For editors.
    rejectProposal(RejectProposalInput): RejectProposalPayload => steps::reject_proposal,
    /// Says something about a proposal to other editors without deciding. For editors.
    commentProposal(CommentProposalInput): CommentProposalPayload => steps::comment_proposal,
    /// Takes one's own proposal back. For whoever made it while signed in, and for editors.
    withdrawProposal(WithdrawProposalInput): WithdrawProposalPayload => steps::withdraw_proposal,
    /// Makes a contact person of an actor. For editors, and for members of the actor.
    createContactPerson(CreateContactPersonInput): CreateContactPersonPayload => persons::create,
    /// Changes what is known of a contact person. For editors, and for members of the actor.
    editContactPerson(EditContactPersonInput): EditContactPersonPayload => persons::edit,
    /// Records that a contact person agrees to a value being seen. For editors, and for members of the actor.
    recordConsent(RecordConsentInput): RecordConsentPayload => persons::record_consent,
    /// Ends consents of a contact person: the values are not seen any more from now on. For editors, and for members of the actor.
    withdrawConsent(WithdrawConsentInput): WithdrawConsentPayload => persons::withdraw_consent,
    /// Forgets a contact person: takes the values out of everything that is stored, and tells what mentions the person elsewhere. For editors.
    erasePerson(ErasePersonInput): ErasePersonPayload => persons::erase,
    /// Makes one of two entries for one actor. For editors.
    mergeActors(MergeActorsInput): MergeActorsPayload => steps::merge_actors,
    /// Remembers that two actors that look like one are two. For editors.
    dismissDuplicate(DismissDuplicateInput): DismissDuplicatePayload => steps::dismiss_duplicate,
    /// Remembers for a year that two actors are not to be suggested to each other as partners. For editors.
    dismissSuggestedPartner(DismissSuggestedPartnerInput): DismissSuggestedPartnerPayload => steps::dismiss_suggested_partner,
    /// Takes a merge apart again. For editors.
    undoMerge(UndoMergeInput): UndoMergePayload => steps::undo_merge,
    /// Writes what an old version of an entry said as its newest. For editors.
    restoreVersion(RestoreVersionInput): RestoreVersionPayload => steps::restore_version,
    /// Takes the newest step in an entry's life back: a publication, a verification, an archiving, a confirmation, rejection or end of a link. Refused once anything else was changed. For editors.
    undoStep(UndoStepInput): UndoStepPayload => steps::undo_step,
    /// Takes what a field said before out of every earlier version of an entry, because it was never meant to be public. Cannot be undone. For editors.
    purgeFieldHistory(PurgeFieldHistoryInput): PurgeFieldHistoryPayload => steps::purge_field_history,
    /// Ends one of one's own sessions. For everybody who is signed in.
    revokeSession(RevokeSessionInput): RevokeSessionPayload => steps::revoke_session,
    /// Withdraws one of one's own tokens. For everybody who is signed in.
    revokeToken(RevokeTokenInput): RevokeTokenPayload => steps::revoke_token,
    /// Invites somebody to make an account: by mail, or with a link to hand over. Members invite members for their own actors, editors up to editors, administrators everybody.
    inviteUser(InviteUserInput): InviteUserPayload => accounts::invite_user,
    /// Sends an invitation of one's own that nobody has used once more, with a new link that works from today on; the earlier link ends. Administrators send any. For members.
    resendInvitation(ResendInvitationInput): ResendInvitationPayload => accounts::resend_invitation,
    /// Withdraws an invitation of one's own that nobody has used; administrators withdraw any. For members.
    revokeInvitation(RevokeInvitationInput): RevokeInvitationPayload => accounts::revoke_invitation,
    /// Gives an account another role, other actors or another trust; its sessions end. Not one's own. For administrators.
    changeRole(ChangeRoleInput): ChangeRolePayload => accounts::change_role,
    /// Keeps an account from signing in: its sessions end, its tokens stop working. Not one's own. For administrators.
    disableAccount(DisableAccountInput): DisableAccountPayload => accounts::disable_account,
    /// Lets an account sign in again. For administrators.
    enableAccount(EnableAccountInput): EnableAccountPayload => accounts::enable_account,
    /// Sends one mail to oneself, and tells what the mail server answered. For administrators.
    sendTestMail(SendTestMailInput): SendTestMailPayload => accounts::send_test_mail,
    /// Notes a measure in the diary. For editors.
    createMeasure(CreateMeasureInput): CreateMeasurePayload => measures::create,
    /// Changes what a measure of the diary says. For editors.
    editMeasure(EditMeasureInput): EditMeasurePayload => measures::edit,
    /// Takes a measure out of the diary. For editors.
    deleteMeasure(DeleteMeasureInput): DeleteMeasurePayload => measures::delete,
    /// Changes the texts of the site, which are shown at once. For administrators.
    editSiteTexts(EditSiteTextsInput): EditSiteTextsPayload => site_texts::edit,
    /// Changes the installation's own words for an entry of the vocabulary, by which questions are read at once. For editors.
    editSynonyms(EditSynonymsInput): EditSynonymsPayload => synonyms::edit,
    /// Adds the words of a table to the installation's own. For editors.
    importSynonyms(ImportSynonymsInput): ImportSynonymsPayload => synonyms::import,
    /// Makes a theme. For editors.
    createTheme(CreateThemeInput): CreateThemePayload => commands::create_theme,
    /// Changes what a theme says; another `parent` moves it. For editors.
    editTheme(EditThemeInput): EditThemePayload => commands::edit::<Theme>,
    /// Lets another theme stand in for one from now on. For administrators.
    retireTheme(RetireThemeInput): RetireThemePayload => steps::retire_theme,
    /// Brings a retired theme back; what the retirement renamed names it again. For administrators.
    reinstateTheme(ReinstateThemeInput): ReinstateThemePayload => steps::reinstate_theme,
    /// Makes a district. For editors.
    createDistrict(CreateDistrictInput): CreateDistrictPayload => commands::create_district,
    /// Changes what a district says; another `parent` moves it. For editors.
    editDistrict(EditDistrictInput): EditDistrictPayload => commands::edit::<District>,
    /// Lets another district stand in for one from now on. For administrators.
    retireDistrict(RetireDistrictInput): RetireDistrictPayload => steps::retire_district,
    /// Brings a retired district back; what the retirement renamed names it again. For administrators.
    reinstateDistrict(ReinstateDistrictInput): ReinstateDistrictPayload => steps::reinstate_district,
    /// Says of every row of a file what it would do, or takes the rows that are chosen, all of them or none. For editors.
    importDirectory(ImportDirectoryInput): ImportDirectoryPayload => import::import_directory,
}
