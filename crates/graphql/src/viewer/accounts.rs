//! Accounts, and what their holders hold.

use curation::{
    CurationSettings, EmbeddingSite, WordTableSize,
    accounts::{Account, AccountEvent, AccountPlace, HeldSession, HeldToken, Invitation, MailTest},
    commands::Delivery,
};
use domain::EntityKind;

use super::pages::{CursorText, Window, counted, page_of};
use crate::{
    enums::Role,
    error::ResolverError,
    exec::{Call, object},
    global_id::GlobalId,
    scalars::{PlainId, Time},
    types::connection::{Paged, connection},
};

impl CursorText for AccountPlace {
    fn text(&self) -> String {
        self.0.clone()
    }

    fn read(text: &str) -> Option<Self> {
        Some(Self(text.to_owned()))
    }
}

object! {
    /// Somebody who may sign in.
    "Account" ['s] &'s Account, implements [], |this, call|
    /// The id.
    id: PlainId => PlainId(this.id.uuid()),
    /// Where it signs in with.
    email: &'s str => this.email.as_str(),
    /// What staff call the holder.
    name: Option<&'s str> => this.name.as_deref(),
    /// What it may do.
    role: Role => this.role.into(),
    /// Whether a member publishes changes of their own actors without a review.
    isTrusted: bool => this.trusted,
    /// The global ids of the actors a member speaks for.
    actorIds: Vec<GlobalId> => this.actors.iter().map(|id| GlobalId::of(EntityKind::Actor, *id)).collect(),
    /// Whether it has a confirmed second factor.
    hasSecondFactor: bool => this.second_factor.as_ref().is_some_and(|factor| factor.since.is_some()),
    /// Since when there is the account.
    createdAt: Time => Time(this.created_at),
    /// Since when nobody may sign in with it; null while somebody may.
    disabledAt: Option<Time> => this.disabled_at.map(Time),
}

object! {
    /// A session: somebody is signed in.
    "Session" ['s] &'s HeldSession, implements [], |this, call|
    /// Names it, to end it.
    id: &'s str => &this.handle,
    /// Whether the second factor was given.
    hasSecondFactor: bool => this.second_factor,
    /// When it began.
    createdAt: Time => Time(this.created_at),
    /// When it was last used, to about a minute.
    seenAt: Time => Time(this.seen_at),
    /// When it ends whatever happens.
    expiresAt: Time => Time(this.expires_at),
    /// On what kind of device it was begun, such as `Firefox, Android`, as far as it has told.
    device: Option<&'s str> => this.device.as_deref(),
}

object! {
    /// A token with which a program asks in somebody's name. The token itself is shown once, when it is made.
    "AccessToken" ['s] &'s HeldToken, implements [], |this, call|
    /// Names it, to withdraw it.
    id: &'s str => &this.handle,
    /// What it is for.
    name: &'s str => &this.name,
    /// Whether it may change anything.
    mayWrite: bool => this.may_write,
    /// When it was made.
    createdAt: Time => Time(this.created_at),
    /// When it ends.
    expiresAt: Time => Time(this.expires_at),
}

object! {
    /// An invitation that nobody has used yet.
    "Invitation" ['s] &'s Invitation, implements [], |this, call|
    /// Names it, to withdraw it.
    id: PlainId => PlainId(this.id),
    /// Who is invited.
    email: &'s str => this.email.as_str(),
    /// What they are called, as far as is known.
    name: Option<&'s str> => this.name.as_deref(),
    /// What the account may do.
    role: Role => this.role.into(),
    /// Whether it publishes changes of its own actors without a review.
    isTrusted: bool => this.trusted,
    /// The global ids of the actors it speaks for.
    actorIds: Vec<GlobalId> => this.actors.iter().map(|id| GlobalId::of(EntityKind::Actor, *id)).collect(),
    /// The language of the mail.
    language: &'s str => &this.language,
    /// Since when.
    createdAt: Time => Time(this.created_at),
    /// When the link ends.
    expiresAt: Time => Time(this.expires_at),
}

object! {
    /// What became of a mail that was sent to try whether mail is sent.
    "MailTest" ['s] &'s MailTest, implements [], |this, call|
    /// Where it went to.
    to: &'s str => this.to.as_str(),
    /// Whether the mail server has taken it.
    isTaken: bool => this.delivery == Some(Delivery::Taken),
    /// What the mail server, or the way to it, has said in its own words; empty when nothing came in time.
    answer: &'s str => &this.answer,
}

object! {
    /// What the settings file of the installation decides about the work of staff.
    "InstallationSettings" ['s] &'s CurationSettings, implements [], |this, call|
    /// After how many months an entry is due to be verified, where its kind has no number of its own: `[verification] months`.
    verificationMonths: u32 => this.verification.months.get(),
    /// The kinds that have a number of months of their own: `[verification] organisation`, `institution`, `network`.
    verificationByKind: Vec<KindMonths> => {
        let mut kinds: Vec<_> = this.verification.by_kind.iter().map(|(kind, months)| KindMonths(kind.slug(), months.get())).collect();
        kinds.sort_unstable_by_key(|kind| kind.0);
        kinds
    },
    /// Who may show the directory on sites of their own: `[[partners]]`.
    partners: Vec<&'s EmbeddingSite> => this.embedding_sites.iter().collect(),
    /// The installation's own tables of words, by which questions are read beside those of every directory: `[directory] words`.
    wordTables: Vec<&'s WordTableSize> => this.word_tables.iter().collect(),
    /// Whether it is looked whether websites answer: `[websites] check`.
    websiteChecks: bool => this.website_checks,
    /// Which mails are sent because something happened: the names of the settings in `[notifications]` that are on.
    notifications: Vec<&'static str> => {
        let mails = &this.mails;
        let all = [
            ("link_confirmations", mails.link_confirmations),
            ("proposals", mails.proposals),
            ("welcome", mails.welcome),
            ("digest", mails.digest),
        ];
        all.into_iter().filter(|(_, is_on)| *is_on).map(|(name, _)| name).collect()
    },
}

object! {
    /// A table of words that an installation adds to those every directory has.
    "WordTable" ['s] &'s WordTableSize, implements [], |this, call|
    /// The name of its file, such as `kinds.csv`.
    name: &'s str => &this.name,
    /// How many lines it has.
    lines: u32 => u32::try_from(this.lines).unwrap_or(u32::MAX),
}

/// A kind of actor and its months.
#[derive(Clone, Copy, Debug)]
pub(crate) struct KindMonths(&'static str, u32);

object! {
    /// After how many months an entry of a kind is due to be verified.
    "KindMonths" ['s] KindMonths, implements [], |this, call|
    /// The kind, as a word of its type's vocabulary.
    kind: &'static str => this.0,
    /// The months.
    months: u32 => this.1,
}

object! {
    /// Somebody who may show the directory on sites of their own.
    "EmbeddingSite" ['s] &'s EmbeddingSite, implements [], |this, call|
    /// Who it is.
    name: &'s str => &this.name,
    /// Where its pages are, such as `https://www.verein.example.org`.
    origins: Vec<&'s str> => this.origins.iter().map(String::as_str).collect(),
}

object! {
    /// Something that happened to an account.
    "AccountEvent" ['s] &'s AccountEvent, implements [], |this, call|
    /// When.
    at: Time => Time(this.at),
    /// What, as a word such as `signed-in`, `sign-in-failed`, `token-issued` or `session-revoked`.
    kind: &'static str => this.kind.word(),
    /// Whether the holder did it; otherwise an administrator, the command line, or somebody who was not signed in.
    byHolder: bool => this.by.is_some() && this.by == this.account,
    /// More about it, such as the role before and after.
    detail: Option<&'s str> => this.detail.as_deref(),
}

counted! {
    /// The list that a page of accounts is of.
    AccountsTotal(()) => accounts_total;
    /// The list that a page of events is of.
    EventsTotal(()) => own_events_total;
}

/// A page of accounts.
pub(crate) type AccountConnection<'s> = Paged<&'s Account, AccountsTotal>;

connection! {
    /// A page of accounts, by e-mail address.
    "AccountConnection",
    /// An account with its place.
    "AccountEdge", &'s Account, AccountsTotal, |this, call|
}

/// A page of accounts.
///
/// # Errors
/// The asker's mistakes, and what curation refuses.
pub(super) fn accounts<'d>(window: Window, call: &Call<'_, 'd>) -> Result<AccountConnection<'d>, ResolverError> {
    Ok(page_of(call.exec.read().accounts(window.page_request()?)?, AccountsTotal(()), |account| account))
}

/// A page of events.
pub(crate) type AccountEventConnection<'s> = Paged<&'s AccountEvent, EventsTotal>;

connection! {
    /// A page of what happened to an account, newest first.
    "AccountEventConnection",
    /// An event with its place.
    "AccountEventEdge", &'s AccountEvent, EventsTotal, |this, call|
}

/// A page of events.
///
/// # Errors
/// The asker's mistakes, and what curation refuses.
pub(super) fn account_events<'d>(
    window: Window,
    call: &Call<'_, 'd>,
) -> Result<AccountEventConnection<'d>, ResolverError> {
    Ok(page_of(call.exec.read().own_events(window.page_request()?)?, EventsTotal(()), |event| event))
}
