//! Who is signed in, and what they may read beside the public directory: below `viewer`, so that the
//! public's questions never come near it.
//!
//! - `reading` what is read from the store, and how a run waits for it; `pages` its connections
//! - the other files the types, one per concept; `values` how they show what entries say

mod accounts;
mod audit;
mod contacts;
mod demand;
mod due;
pub(crate) mod duplicates;
mod entries;
pub(crate) mod links;
mod measures;
mod mentions;
mod pages;
mod partners;
pub(crate) mod proposals;
mod site_texts;
pub(crate) mod synonyms;
mod unreachable;
pub(crate) mod values;

use async_graphql::ID;
use curation::{
    CurationSettings, Requester,
    accounts::{HeldSession, HeldToken, Invitation},
    reading::{
        Alike, ChangeFilter, Content, EntriesAsked, EntrySummary, KnownSiteTexts, LinksAsked, NotedMeasure,
        PersonMention, ProposalFilter, UnreachableEntry,
    },
};
use directory::Snapshot;
use domain::{AccountId, ActorId, Address, PersonId};
use uuid::Uuid;

use self::{
    accounts::{AccountConnection, AccountEventConnection, account_events, accounts},
    audit::{AuditConnection, audit_trail},
    contacts::ContactPersonView,
    demand::{UnmetDemandConnection, unmet_demand},
    due::{
        BrokenWebsiteConnection, DueReviewConnection, DueVerificationConnection, broken_websites, due_reviews,
        due_verifications,
    },
    duplicates::{DuplicateConnection, duplicates},
    entries::{EntryConnection, contact_persons, entries},
    links::{LinkEntryConnection, links},
    pages::Window,
    partners::suggested_partners,
    proposals::{ProposalConnection, ProposalView, proposals},
    synonyms::SynonymsView,
};
use crate::{
    enums::{EntryKind, LifeStatus, LinkStatus, ProposalStatus, Role, SynonymTable},
    error::{ResolverError, shorten},
    exec::object,
    id_arguments::{read, read_actor},
    merge_record::MergeRecord,
    mutation::inputs::entries::ActorPatchInput,
    scalars::{Day, Time},
    types::{Handle, actor::AnyActor, at_most, cooperation::SuggestedPartnerView, text::PositionView},
};

/// Whoever is signed in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ViewerView<'v> {
    snapshot: &'v Snapshot,
    requester: &'v Requester,
}

impl<'v> ViewerView<'v> {
    /// Whoever asks; `None` for the public.
    pub(crate) fn of(snapshot: &'v Snapshot, requester: &'v Requester) -> Option<Self> {
        (!requester.is_public()).then_some(Self { snapshot, requester })
    }
}

object! {
    /// Whoever is signed in, and what they may read beside the public directory. What is not for them is
    /// null, with an error that says which role is needed.
    "Viewer" ['v] ViewerView<'v>, implements [], |this, call|
    /// The roles they act in.
    roles: Vec<Role> => vec![this.requester.role().into()],
    /// The highest of the roles they act in.
    role: Role => this.requester.role().into(),
    /// What staff call them, where that is known.
    name: Option<&'v str> => this.requester.name(),
    /// The actors they speak for, as far as those are public.
    actors: Vec<AnyActor<'v>> => {
        let numbers = this.requester.actors().iter().filter_map(|id| this.snapshot.actor_no(*id));
        numbers.map(|no| AnyActor::of(this.snapshot, no)).collect()
    },
    /// Whether they may change anything; not with a token that only reads.
    mayWrite: bool => this.requester.may_write().is_ok(),
    /// Whether the second factor has to be set up or given before anything else.
    awaitsSecondFactor: bool => this.requester.awaits_second_factor(),
    /// Proposals, oldest first: all for editors, their own for everybody else.
    #[cost(200)]
    proposals(
        /// Only those that stand so.
        status: Option<ProposalStatus>,
        /// Only those about the entry of this global id.
        entry: Option<ID>,
        /// Whether only the viewer's own.
        mine: Option<bool>,
        /// At most this many from the front; 20 where nothing is said, at most 100.
        first: Option<i32>,
        /// Behind this cursor.
        after: Option<String>,
        /// At most this many from the back, at most 100.
        last: Option<i32>,
        /// Before this cursor.
        before: Option<String>
    ): Option<ProposalConnection<'_>> => {
        let filter = ProposalFilter {
            status: status.map(Into::into),
            entity: entry.map(|id| read(&id, "entry")).transpose()?.map(|entity| entity.id),
            account: this.requester.account().filter(|_| mine == Some(true)),
            by: None,
        };
        Some(proposals(filter, Window { first, after, last, before }, call)?)
    },
    /// The proposal of an id; null where there is none, or it is not for them.
    proposal(
        /// The id.
        id: ID
    ): Option<ProposalView<'_>> => {
        call.exec.read().proposal(plain(&id, "id")?)?.as_ref().map(ProposalView::read)
    },
    /// Entries as they are stored, newest change first: all for editors, those of their actors for members.
    #[cost(200)]
    entries(
        /// Of these kinds: actors, offers, events, projects.
        kinds: Option<Vec<EntryKind>> = "[ACTOR, OFFER, EVENT, PROJECT]",
        /// That stand so.
        status: Option<Vec<LifeStatus>> = "[DRAFT]",
        /// Only what belongs to the actor of this global id.
        actor: Option<ID>,
        /// At most this many from the front; 20 where nothing is said, at most 100.
        first: Option<i32>,
        /// Behind this cursor.
        after: Option<String>,
        /// At most this many from the back, at most 100.
        last: Option<i32>,
        /// Before this cursor.
        before: Option<String>
    ): Option<EntryConnection<'_>> => {
        let default = || vec![EntryKind::Actor, EntryKind::Offer, EntryKind::Event, EntryKind::Project];
        let asked = EntriesAsked {
            kinds: convert_unique(kinds.unwrap_or_else(default)),
            statuses: convert_unique(status.unwrap_or_else(|| vec![LifeStatus::Draft])),
            actor: known_actor(actor.as_ref())?,
        };
        Some(entries(asked, Window { first, after, last, before }, call)?)
    },
    /// The entry of a global id as it is stored; null where there is none, or it is not for them.
    entry(
        /// The global id of an actor, offer, event, project, theme or district.
        id: ID
    ): Option<&'_ EntrySummary> => {
        call.exec.read().entry(read(&id, "id")?)?.as_ref().map(|content: &Content| &content.summary)
    },
    /// Cooperation links as they are stored, newest change first: all for editors, those of their actors for members.
    #[cost(200)]
    links(
        /// That stand so.
        status: Option<Vec<LinkStatus>> = "[PROPOSED, CONFIRMED_BY_ONE_SIDE]",
        /// Only those of the actor of this global id, whichever side it is.
        actor: Option<ID>,
        /// At most this many from the front; 20 where nothing is said, at most 100.
        first: Option<i32>,
        /// Behind this cursor.
        after: Option<String>,
        /// At most this many from the back, at most 100.
        last: Option<i32>,
        /// Before this cursor.
        before: Option<String>
    ): Option<LinkEntryConnection<'_>> => {
        let waiting = || vec![LinkStatus::Proposed, LinkStatus::ConfirmedByOneSide];
        let statuses = convert_unique(status.unwrap_or_else(waiting));
        let asked = LinksAsked { statuses, actor: known_actor(actor.as_ref())? };
        Some(links(asked, Window { first, after, last, before }, call)?)
    },
    /// Who a public actor might cooperate with and does not yet, best first, without those that have been proposed
    /// already or were dismissed within a year. For editors.
    #[cost(500)]
    suggestedPartners(
        /// The global id of the actor.
        actor: ID,
        /// At most this many; 5 where nothing is said, at most 100.
        first: Option<i32>
    ): Option<Vec<SuggestedPartnerView<'_>>> => {
        Some(suggested_partners(this.snapshot, read_actor(&actor, "actor")?, first, call)?)
    },
    /// The people to speak to at an actor: what is public or meant for partners, and everything for
    /// editors and for members of the actor.
    contactPersons(
        /// The global id of the actor.
        actor: ID
    ): Option<Vec<ContactPersonView<'_>>> => Some(contact_persons(read_actor(&actor, "actor")?, call)?),
    /// What mentions a contact person elsewhere than in the person's own entry, those first that erasing
    /// the person would leave; at most 1,000. Reads everything that is stored. For editors.
    #[cost(20_000)]
    personMentions(
        /// The global id of the contact person.
        id: ID
    ): Option<Vec<&'_ PersonMention>> => {
        let person = PersonId::from_uuid(read(&id, "id")?.id);
        Some(call.exec.read().person_mentions(person)?.iter().collect())
    },
    /// Whether values that were erased or purged may still stand in free space of the database's files:
    /// for some seconds afterwards, or until who reads or copies the database has finished. For editors.
    isErasurePending: Option<bool> => Some(*call.exec.read().erasure_pending(())?),
    /// Published entries to be verified: those never verified first, then those verified longest ago. For editors.
    #[cost(200)]
    dueVerifications(
        /// At most this many from the front; 20 where nothing is said, at most 100.
        first: Option<i32>,
        /// Behind this cursor.
        after: Option<String>,
        /// At most this many from the back, at most 100.
        last: Option<i32>,
        /// Before this cursor.
        before: Option<String>
    ): Option<DueVerificationConnection<'_>> => {
        Some(due_verifications(Window { first, after, last, before }, call)?)
    },
    /// Contact persons of whom a consent is to be reviewed, longest due first. For editors.
    #[cost(200)]
    dueReviews(
        /// At most this many from the front; 20 where nothing is said, at most 100.
        first: Option<i32>,
        /// Behind this cursor.
        after: Option<String>,
        /// At most this many from the back, at most 100.
        last: Option<i32>,
        /// Before this cursor.
        before: Option<String>
    ): Option<DueReviewConnection<'_>> => Some(due_reviews(Window { first, after, last, before }, call)?),
    /// Published actors that the last mail did not reach and whose entry has not been changed since, newest first, at most 500:
    /// refused by the mail server, or without an address. For editors.
    #[cost(500)]
    unreachableActors: Option<Vec<&'_ UnreachableEntry>> => {
        Some(call.exec.read().unreachable_actors(())?.iter().collect())
    },
    /// Published entries whose websites are not as they should be, those for longest first; none where the service does
    /// not look. For editors.
    brokenWebsites(
        /// At most this many from the front; 20 where nothing is said, at most 100.
        first: Option<i32>,
        /// Behind this cursor.
        after: Option<String>,
        /// At most this many from the back, at most 100.
        last: Option<i32>,
        /// Before this cursor.
        before: Option<String>
    ): Option<BrokenWebsiteConnection<'_>> => Some(broken_websites(Window { first, after, last, before }, call)?),
    /// Pairs of actors that look like one. For editors.
    #[cost(5_000)]
    duplicates(
        /// At most this many; 20 where nothing is said, at most 100.
        first: Option<i32>,
        /// Behind this cursor.
        after: Option<String>
    ): Option<DuplicateConnection<'_>> => Some(duplicates(first, after.as_deref(), call)?),
    /// Actors that look like one that is being written, the most alike first; drafts included. For editors.
    #[cost(500)]
    similarActors(
        /// What is known of it so far, with or without mistakes.
        to: ActorPatchInput,
        /// At most this many; 5 where nothing is said, at most 100.
        first: Option<i32>
    ): Option<Vec<&'_ Alike>> => {
        let asked = (to.patch(this.snapshot), at_most(first, 5)?);
        Some(call.exec.read().similar_actors(asked)?.iter().collect())
    },
    /// Where a house is by the address file of the installation; null where the street names no house, the file does
    /// not have it, or several towns do. For members and editors.
    #[cost(200)]
    addressPosition(
        /// Street and number as people write them, such as `Hauptstr. 12a`.
        street: String,
        /// Five digits in Germany.
        postcode: Option<String>,
        /// The town.
        city: Option<String>
    ): Option<PositionView> => {
        let [street, postcode, city] = [Some(street), postcode, city].map(|part| part.map(Into::into));
        let address = Address { street, postcode, city, extra: None };
        (*call.exec.read().address_position(address)?).map(PositionView)
    },
    /// Opening hours as people write them, such as `Mi und Fr 15–18 Uhr`, in any language of the pages, in the notation of
    /// OpenStreetMap; null where any of it is not understood. For members and editors.
    // A text of three hundred letters, read in each language of the pages.
    #[cost(500)]
    openingHours(
        /// At most 300 characters.
        text: String
    ): Option<&'_ str> => call.exec.read().opening_hours(text)?.as_deref(),
    /// Every change ever written, newest first. For editors; members read those of an entry of theirs.
    #[cost(200)]
    auditTrail(
        /// Only those of the entry of this global id.
        entry: Option<ID>,
        /// Only those of the actor of this global id and of all that is its own: contact persons, cooperation, offers,
        /// events, projects. For editors.
        concerning: Option<ID>,
        /// Only those written by the account of this id.
        account: Option<ID>,
        /// Only those written then or later.
        since: Option<Time>,
        /// Only those written then or earlier.
        until: Option<Time>,
        /// At most this many from the front; 20 where nothing is said, at most 100.
        first: Option<i32>,
        /// Behind this cursor.
        after: Option<String>,
        /// At most this many from the back, at most 100.
        last: Option<i32>,
        /// Before this cursor.
        before: Option<String>
    ): Option<AuditConnection<'_>> => {
        let filter = ChangeFilter {
            entity: entry.map(|id| read(&id, "entry")).transpose()?,
            concerning: concerning.map(|id| read_actor(&id, "concerning")).transpose()?,
            account: account.map(|id| plain(&id, "account")).transpose()?.map(AccountId::from_uuid),
            since: since.map(|time| time.0),
            until: until.map(|time| time.0),
        };
        Some(audit_trail(filter, Window { first, after, last, before }, call)?)
    },
    /// The newest fifty merges of entries, the latest first. For editors.
    merges: Option<Vec<&MergeRecord>> => Some(call.exec.read().merges(())?.iter().collect()),
    /// What people asked for and nobody has, by theme, district and language, most often first. A question counts that
    /// names one of these and has no result, once an hour of one client; what else it said is not kept. Whole months
    /// count, each from the second day after it on, and in each of them what was asked for five times or more; what is
    /// less counts in the next month of the same year. For editors.
    #[cost(200)]
    unmetDemand(
        /// Only months that begin on that day or later.
        since: Option<Day>,
        /// Only months that end on that day or earlier.
        until: Option<Day>,
        /// At most this many from the front; 20 where nothing is said, at most 100.
        first: Option<i32>,
        /// Behind this cursor.
        after: Option<String>,
        /// At most this many from the back, at most 100.
        last: Option<i32>,
        /// Before this cursor.
        before: Option<String>
    ): Option<UnmetDemandConnection<'_>> => {
        let days = (since.map(|day| day.0), until.map(|day| day.0));
        Some(unmet_demand(this.snapshot, days, Window { first, after, last, before }, call)?)
    },
    /// The diary of measures, newest first, at most 1,000. For editors.
    measures(
        /// Only those of that day or later.
        since: Option<Day>,
        /// Only those of that day or earlier.
        until: Option<Day>
    ): Option<Vec<&'_ NotedMeasure>> => {
        let days = (since.map(|day| day.0), until.map(|day| day.0));
        Some(call.exec.read().measures(days)?.iter().collect())
    },
    /// Accounts, by e-mail address. For administrators.
    accounts(
        /// At most this many from the front; 20 where nothing is said, at most 100.
        first: Option<i32>,
        /// Behind this cursor.
        after: Option<String>,
        /// At most this many from the back, at most 100.
        last: Option<i32>,
        /// Before this cursor.
        before: Option<String>
    ): Option<AccountConnection<'_>> => Some(accounts(Window { first, after, last, before }, call)?),
    /// Their own sessions, newest first; at most 100.
    sessions: Option<Vec<&'_ HeldSession>> => Some(call.exec.read().own_sessions(())?.iter().collect()),
    /// Their own tokens, newest first; at most 100.
    tokens: Option<Vec<&'_ HeldToken>> => Some(call.exec.read().own_tokens(())?.iter().collect()),
    /// Open invitations, newest first, at most 500: their own, all of them for administrators. For members.
    invitations: Option<Vec<&'_ Invitation>> => Some(call.exec.read().invitations(())?.iter().collect()),
    /// What the settings file of the installation decides, to be seen. For editors.
    settings: Option<&'_ CurationSettings> => Some(call.exec.read().settings(())?),
    /// The texts of the site, with who wrote them. For editors.
    siteTexts: Option<&'_ KnownSiteTexts> => Some(call.exec.read().site_texts(())?),
    /// The words by which questions are read for a table of the vocabulary, with those of this installation. For editors.
    synonyms(
        /// Which table.
        table: SynonymTable,
        /// Only the entry of this key, with all its versions.
        key: Option<String>
    ): Option<SynonymsView<'_>> => {
        let known = call.exec.read().synonyms((table.into(), key))?;
        Some(SynonymsView { snapshot: this.snapshot, known })
    },
    /// What happened to their own account, newest first.
    accountEvents(
        /// At most this many from the front; 20 where nothing is said, at most 100.
        first: Option<i32>,
        /// Behind this cursor.
        after: Option<String>,
        /// At most this many from the back, at most 100.
        last: Option<i32>,
        /// Before this cursor.
        before: Option<String>
    ): Option<AccountEventConnection<'_>> => Some(account_events(Window { first, after, last, before }, call)?),
}

/// Words as curation has them, each once.
fn convert_unique<T, U: From<T> + PartialEq>(words: Vec<T>) -> Vec<U> {
    let mut each = Vec::with_capacity(words.len());
    for word in words.into_iter().map(U::from) {
        if !each.contains(&word) {
            each.push(word);
        }
    }
    each
}

fn known_actor(id: Option<&ID>) -> Result<Option<ActorId>, ResolverError> {
    id.map(|id| read_actor(id, "actor")).transpose()
}

/// The id of what is no entry.
fn plain(id: &ID, field: &str) -> Result<Uuid, ResolverError> {
    id.parse().map_err(|_| ResolverError::MalformedId { field: field.to_owned(), given: shorten(id) })
}
