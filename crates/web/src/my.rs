//! `/my`: where members look after the entries of their own association. The pages work without script, on a phone and
//! in every language; what they do is for the commands, and what they show was read for whoever is signed in.
//!
//! To add a field to a form: a line in `fields`, and its strings in every file of `locales`.

mod activity;
mod availability;
mod contact_search;
mod contacts;
mod cooperation;
mod entry;
mod fields;
mod form;
mod form_error;
mod hours_input;
mod inputs;
mod overview;
mod page;
mod people;
mod place;
mod proposal;
mod value;

pub use activity::{ActivityPage, activity};
pub use availability::AvailabilityForm;
pub use contact_search::{EntryContacts, contact_search};
pub use contacts::{ContactForm, ContactPage, ContactValue, contact, contact_purpose};
pub use cooperation::{CooperationForm, MemberLink, PartnerChoice, cooperation_form};
pub use entry::{EntryPage, MemberActivity, entry};
pub use fields::MemberForm;
pub(crate) use fields::decided_fields;
pub use form::{EntryFields, EntryForm};
pub use form_error::MemberFormError;
pub use overview::{MemberEntry, OverviewPage, overview};
pub use people::{InvitationFormError, OpenInvitation, PeoplePage, people};
pub use proposal::{MemberProposal, ProposalState};
