//! What is due: entries to be confirmed, consents to be asked for again.

use curation::reading::{Due, DueReview, EntrySummary, Reminder, TroubledWebsite};
use domain::EntityKind;

use super::{
    contacts::{ConsentView, consents_of},
    pages::{Window, counted, page_of},
};
use crate::{
    enums::{ReminderState, WebsiteOutcome},
    error::ResolverError,
    exec::{Call, object},
    global_id::GlobalId,
    scalars::{Day, Time},
    types::connection::{Paged, connection},
};

object! {
    /// A published entry that somebody should look at again.
    "DueVerification" ['s] &'s Due, implements [], |this, call|
    /// The global id of the actor.
    id: GlobalId => GlobalId::of(EntityKind::Actor, this.actor),
    /// The readable name in addresses.
    slug: &'s domain::Slug => &this.slug,
    /// The name.
    name: &'s str => &this.name,
    /// What it is, as a word of its type's vocabulary.
    kind: &'static str => this.kind.slug(),
    /// Its version, which `verifyActor` expects.
    version: u32 => this.version,
    /// The day it was verified last; null for never.
    verifiedOn: Option<Day> => this.verified_on.map(Day),
    /// The day since which it has been due: for an entry never verified, the day it was made.
    dueSince: Day => Day(this.since),
    /// The newest mail that asked whether it is still true; null where nobody was asked.
    lastReminder: Option<&'s Reminder> => this.reminder.as_ref(),
}

object! {
    /// A mail that asked whether an entry is still true.
    "ReminderMail" ['s] &'s Reminder, implements [], |this, call|
    /// When it was written down, shortly before it was sent.
    at: Time => Time(this.created_at),
    /// What became of it.
    state: ReminderState => this.state.into(),
    /// The global id of the contact person it went to; null for the public address of the entry.
    contactPerson: Option<GlobalId> => this.person.map(|person| GlobalId::of(EntityKind::Person, person)),
    /// When it was answered, if it was.
    answeredAt: Option<Time> => this.answered_at.map(Time),
}

counted! {
    /// The list that a page of due entries is of.
    DueTotal(()) => due_total;
    /// The list that a page of due reviews is of.
    ReviewsTotal(()) => reviews_total;
    /// The list that a page of broken websites is of.
    WebsitesTotal(()) => websites_total;
}

/// A page of due entries.
pub(crate) type DueVerificationConnection<'s> = Paged<&'s Due, DueTotal>;

connection! {
    /// A page of entries that are due: those never verified first, then those verified longest ago.
    "DueVerificationConnection",
    /// An entry that is due, with its place.
    "DueVerificationEdge", &'s Due, DueTotal, |this, call|
}

/// A page of due entries.
///
/// # Errors
/// The asker's mistakes, and what curation refuses.
pub(super) fn due_verifications<'d>(
    window: Window,
    call: &Call<'_, 'd>,
) -> Result<DueVerificationConnection<'d>, ResolverError> {
    Ok(page_of(call.exec.read().due(window.page_request()?)?, DueTotal(()), |due| due))
}

object! {
    /// A contact person of whom a consent is to be asked for again.
    "DueReview" ['s] &'s DueReview, implements [], |this, call|
    /// The global id of the contact person.
    id: GlobalId => GlobalId::of(EntityKind::Person, this.person.id),
    /// The version of the contact person, which changes expect.
    version: u32 => this.person.version,
    /// What the person is called.
    name: Option<&'s str> => this.person.data.name.as_ref().map(|name| name.value.as_str()),
    /// Whose contact.
    actor: Option<&'s EntrySummary> => this.actor.as_ref(),
    /// The day since which a review has been due.
    dueSince: Option<Day> => this.person.data.next_review().map(Day),
    /// Who may see which value and why.
    consents: Vec<ConsentView<'s>> => consents_of(&this.person.data),
}

/// A page of due reviews.
pub(crate) type DueReviewConnection<'s> = Paged<&'s DueReview, ReviewsTotal>;

connection! {
    /// A page of contact persons of whom a consent is to be reviewed, longest due first.
    "DueReviewConnection",
    /// A contact person with its place.
    "DueReviewEdge", &'s DueReview, ReviewsTotal, |this, call|
}

/// A page of due reviews.
///
/// # Errors
/// The asker's mistakes, and what curation refuses.
pub(super) fn due_reviews<'d>(window: Window, call: &Call<'_, 'd>) -> Result<DueReviewConnection<'d>, ResolverError> {
    Ok(page_of(call.exec.read().reviews(window.page_request()?)?, ReviewsTotal(()), |review| review))
}

object! {
    /// A published entry whose website is not as it should be.
    "BrokenWebsite" ['s] &'s TroubledWebsite, implements [], |this, call|
    /// The entry.
    entry: &'s EntrySummary => &this.actor,
    /// The address that was asked.
    url: &'s str => &this.check.url,
    /// What came of it.
    outcome: WebsiteOutcome => this.check.outcome.into(),
    /// The last HTTP status, where there was an answer.
    status: Option<u32> => this.check.status.map(u32::from),
    /// Where the website has moved to for good.
    movedTo: Option<&'s str> => this.check.leads_to.as_deref(),
    /// When it was looked at last.
    checkedAt: Time => Time(this.check.checked_at),
    /// The day since which it has not been as it should.
    brokenSince: Option<Day> => this.check.troubled_since.map(Day),
}

/// A page of broken websites.
pub(crate) type BrokenWebsiteConnection<'s> = Paged<&'s TroubledWebsite, WebsitesTotal>;

connection! {
    /// A page of published entries whose websites are not as they should be, those for longest first.
    "BrokenWebsiteConnection",
    /// An entry with its place.
    "BrokenWebsiteEdge", &'s TroubledWebsite, WebsitesTotal, |this, call|
}

/// A page of broken websites.
///
/// # Errors
/// The asker's mistakes, and what curation refuses.
pub(super) fn broken_websites<'d>(
    window: Window,
    call: &Call<'_, 'd>,
) -> Result<BrokenWebsiteConnection<'d>, ResolverError> {
    Ok(page_of(call.exec.read().websites(window.page_request()?)?, WebsitesTotal(()), |website| website))
}
