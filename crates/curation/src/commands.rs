//! The commands, one per file. Each is a method of [`Curation`](crate::Curation).
//!
//! To add a command: a file here with its input struct and a method that takes the weakest proof of a
//! role that suffices, does everything in one `unit_of_work::Work`, and ends with `finish`.

mod archive;
mod availability;
mod contacts;
mod create;
mod demand;
mod districts;
mod duplicates;
mod edit;
mod freshness;
mod history;
pub(crate) mod lifecycle;
pub(crate) mod links;
mod measures;
mod merge;
pub(crate) mod outbox;
mod partners;
pub(crate) mod proposals;
mod publish;
mod purge;
mod reinstate;
pub(crate) mod reminders;
mod restore;
mod retire;
pub(crate) mod site_texts;
pub(crate) mod synonyms;
mod themes;
mod undo_step;
mod versioned_ref;
mod websites;

pub use availability::SetAvailability;
pub use contacts::{
    Consents, ContactField, CreateContact, EditContact, GivenConsent, PersonFile, PersonPackage, PersonQuery,
    RecordConsent, WithdrawConsent,
};
pub use create::Create;
pub use districts::RetireDistrict;
pub use edit::Edit;
pub use history::RestoreVersion;
pub use lifecycle::Lifecycle;
pub(crate) use lifecycle::wrong_state;
pub use links::{ConfirmLink, LinkStatusChange, ProposeLink, Side};
pub use measures::MeasureContent;
pub use merge::MergeActors;
pub use outbox::{
    DecisionNotice, DigestNotice, LinkDescription, LinkInquiry, LinkReply, LinkReplyState, MailActor, MailAnswer,
    MailContent, MailPolicy, MailPurpose, MailStop, MailStopState, OutboxLetter, ProposalEntry, ProposalNotice,
    WelcomeMails, WelcomeNotice,
};
pub use proposals::{
    ApproveProposal, Approved, CONTACT_LENGTH, NoProposals, PUBLIC_FIELDS_LENGTH, PUBLIC_TEXT_LENGTH,
    ProposalLimitError, ProposalLimits, ProposalQuota, ProposeChange, RejectProposal, RemarkOnProposal, TEXT_LENGTH,
    UnlimitedProposals,
};
pub use purge::{PurgeField, PurgeOutcome};
pub use reminders::{
    Delivery, DueReminder, Letter, Recipient, ReminderAnswer, ReminderLink, ReminderPolicy, ReminderSubject,
};
pub use site_texts::{EditSiteTexts, FunderContent, LogoContent, SiteTextsDisplay};
pub use synonyms::{AddSynonyms, EditSynonyms, SynonymAddition, SynonymIndex};
pub use themes::RetireTheme;
pub use versioned_ref::VersionedRef;
pub use websites::{Look, Website};
