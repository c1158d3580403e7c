//! What is due: entries to be confirmed, consents to be asked for again.

use curation::reading::{Due, DueReview, Summary};
use domain::EntityKind;

use super::{
    contacts::{ConsentView, consents_of},
    pages::{Window, counted, paged},
};
use crate::{
    error::ApiError,
    exec::{Call, object},
    global_id::GlobalId,
    scalars::Day,
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
}

counted! {
    /// The list that a page of due entries is of.
    DueTotal(()) => due_total;
    /// The list that a page of due reviews is of.
    ReviewsTotal(()) => reviews_total;
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
) -> Result<DueVerificationConnection<'d>, ApiError> {
    Ok(paged(call.exec.read().due(window.stretch()?)?, DueTotal(()), |due| due))
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
    actor: Option<&'s Summary> => this.actor.as_ref(),
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
pub(super) fn due_reviews<'d>(window: Window, call: &Call<'_, 'd>) -> Result<DueReviewConnection<'d>, ApiError> {
    Ok(paged(call.exec.read().reviews(window.stretch()?)?, ReviewsTotal(()), |review| review))
}
