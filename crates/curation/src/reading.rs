//! What staff and members may read beside the public directory: queues, drafts, histories, people.
//!
//! Each reading takes the proof of seeing what a role sees ([`Sees`](crate::Sees)), pages by keys, and
//! gives nobody more than they may see: members their own entries, in histories roles without names.
//!
//! What the entries of a page are asked for is read for all of them at once, with one statement per kind of entry.
//!
//! To add a reading: a file here with a method of [`Curation`](crate::Curation); its list in `store`.

pub(crate) mod addresses;
pub(crate) mod audit;
pub(crate) mod contacts;
pub(crate) mod demand;
pub(crate) mod due;
pub(crate) mod duplicates;
pub(crate) mod entity_ids;
pub(crate) mod entries;
pub(crate) mod links;
pub(crate) mod measures;
pub(crate) mod mentions;
pub(crate) mod merges;
pub(crate) mod names;
pub(crate) mod ownership;
pub(crate) mod partners;
pub(crate) mod proposals;
pub(crate) mod site_texts;
pub(crate) mod synonyms;
pub(crate) mod unreachable;
pub(crate) mod websites;

pub use audit::LoggedEdit;
pub use contacts::KnownContact;
pub use demand::DemandDays;
pub use due::{Due, DueReview};
pub use duplicates::{Alike, AlikePair, PairPage, PairPlace};
pub use entries::{Content, EntriesAsked, EntrySummary, Shown};
pub use links::{KnownLink, LinkConfirmation, LinksAsked};
pub use measures::NotedMeasure;
pub use merges::ListedMerge;
pub use names::{AccountNames, EntryNames};
pub use proposals::{ProposedField, Waiting};
pub use site_texts::KnownSiteTexts;
pub use store::{
    ChangeFilter, DayPlace, DemandPlace, LoggedChange, MailFailure, Measure, MentionSubject, Page, PageRequest,
    PersonMention, Proposal, ProposalFilter, ProposalStatus, Remark, Reminder, ReminderState, Review, SiteTextsVersion,
    SynonymVersion, UnmetDemand, WebsiteCheck, WebsiteOutcome,
};
pub use synonyms::KnownSynonyms;
pub use unreachable::UnreachableEntry;
pub use websites::TroubledWebsite;
