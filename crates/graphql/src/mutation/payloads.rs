//! What mutations answer with: the changed thing, or everything that stands in the way.

use std::sync::Arc;

use curation::{
    CurationError, FieldConflict, Refusal, UserError,
    accounts::{Account, Invitation, InvitedUser, MailTest, invitation_path},
    commands::SynonymAddition,
    import::ImportReport,
    reading::{EntrySummary, KnownSiteTexts, KnownSynonyms, NotedMeasure, PersonMention, Proposal},
};
use directory::Snapshot;
use domain::{CooperationLink, EntityKind, Record, record::EntityRef};
use secrecy::ExposeSecret;

use super::records::PersonRecord;
use crate::{
    enums::Role,
    error::ResolverError,
    exec::object,
    merge_record::MergeRecord,
    scalars::{Tag, Time},
    types::{
        actor::{ActorView, AnyActor, Institution, Network, Organisation},
        cooperation::LinkView,
        district::DistrictView,
        event::EventView,
        node::NodeView,
        offer::OfferView,
        project::ProjectView,
        theme::ThemeView,
    },
    viewer::{links::StoredLinkView, proposals::ProposalView, values::FieldJson},
};

/// What a command has changed.
#[derive(Clone, Debug)]
pub(crate) enum Thing {
    /// Nothing: it was refused.
    Nothing,
    /// An actor, offer, event, project, theme or district.
    Entry(EntrySummary),
    /// A link.
    Link(Record<CooperationLink>),
    /// A contact person.
    Person(PersonRecord),
    /// A contact person who was forgotten, and what mentioned them.
    Erasure(PersonRecord, Vec<PersonMention>),
    /// A proposal, and the entry it changed or made.
    Proposal(Box<Proposal>, Option<EntityRef>),
    /// A merge.
    Merge(MergeRecord),
    /// An entry and its newest version.
    Version(EntityRef, u32),
    /// The number of a version whose past was purged, and where the value stands elsewhere.
    Purge(EntityRef, u32, Vec<PersonMention>),
    /// Something of which nothing is left to show: it is done.
    Settled,
    /// An invitation, and the link where it must be handed over.
    Invitation(Box<InvitedUser>),
    /// The report of an import.
    Import(Arc<ImportReport>),
    /// A measure of the diary.
    Measure(Box<NotedMeasure>),
    /// The texts of the site.
    SiteTexts(Box<KnownSiteTexts>),
    /// The synonyms of a table, and of which entry all versions.
    Synonyms(Box<KnownSynonyms>, String),
    /// What was added to the synonyms of a table.
    SynonymAddition(SynonymAddition),
    /// An account.
    Account(Box<Account>),
    /// What became of a mail that tries whether mail is sent.
    MailTest(MailTest),
}

/// How a command ended.
#[derive(Clone, Debug)]
pub(crate) struct Performed {
    pub(super) thing: Thing,
    /// The place in the change log that must be visible before the answer is written.
    pub(crate) sequence: u64,
    errors: Vec<UserError>,
    conflicts: Vec<(EntityKind, FieldConflict)>,
}

impl Performed {
    /// A command that has changed something.
    pub(crate) const fn from_commit(thing: Thing, sequence: u64) -> Self {
        Self { thing, sequence, errors: Vec::new(), conflicts: Vec::new() }
    }

    /// The same with what of it was refused.
    pub(crate) fn refused_in_part(mut self, refusals: Vec<UserError>) -> Self {
        self.errors.extend(refusals);
        self
    }

    /// A command that was refused.
    fn from_refusal(refusal: Refusal) -> Self {
        let refusal = named_as_here(refusal);
        let errors = refusal.user_errors();
        let conflicts = match refusal {
            Refusal::Conflict { entity, fields, .. } => fields.into_iter().map(|field| (entity.kind, field)).collect(),
            _ => Vec::new(),
        };
        Self { thing: Thing::Nothing, sequence: 0, errors, conflicts }
    }

    /// How a command ended; a fault is logged here, and the client learns only that there was one.
    ///
    /// # Errors
    /// [`ResolverError::Internal`].
    pub(crate) fn of(result: Result<Self, CurationError>) -> Result<Self, ResolverError> {
        match result {
            Ok(done) => Ok(done),
            Err(CurationError::Refused(refusal)) => Ok(Self::from_refusal(refusal)),
            Err(fault) => {
                tracing::error!(error = %domain::ErrorChain(&fault), "a change could not be written");
                Err(ResolverError::Internal)
            }
        }
    }
}

/// Commands call what they are about by its kind; inputs have it in `id`.
fn named_as_here(refusal: Refusal) -> Refusal {
    const ABOUT: &[&str] = &["actor", "district", "entity", "link", "merge", "person", "proposal", "theme"];
    match refusal {
        Refusal::NotFound { field } if ABOUT.contains(&field.as_str()) => Refusal::NotFound { field: "id".to_owned() },
        refusal => refusal,
    }
}

/// How a command ended, seen from a snapshot that has it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View<'s> {
    /// The snapshot.
    pub(crate) snapshot: &'s Snapshot,
    /// How it ended.
    pub(crate) performed: &'s Performed,
    /// The language of the client.
    pub(crate) reader: &'s str,
}

impl<'s> View<'s> {
    fn entity(self) -> Option<EntityRef> {
        let of_actor = |id| EntityRef { kind: EntityKind::Actor, id };
        match &self.performed.thing {
            Thing::Entry(entry) => Some(entry.entity),
            Thing::Link(link) => Some(EntityRef { kind: EntityKind::Link, id: link.id.uuid() }),
            Thing::Proposal(_, entity) => *entity,
            Thing::Merge(merge) => Some(of_actor(merge.survivor)),
            Thing::Version(entity, _) | Thing::Purge(entity, ..) => Some(*entity),
            Thing::Nothing
            | Thing::Settled
            | Thing::Person(_)
            | Thing::Erasure(..)
            | Thing::Invitation(_)
            | Thing::Import(_)
            | Thing::Account(_)
            | Thing::Measure(_)
            | Thing::SiteTexts(_)
            | Thing::Synonyms(..)
            | Thing::SynonymAddition(_)
            | Thing::MailTest(_) => None,
        }
    }

    pub(super) fn node(self) -> Option<NodeView<'s>> {
        NodeView::find(self.snapshot, self.entity()?)
    }

    fn any_actor(self) -> Option<ActorView<'s>> {
        match self.node()? {
            NodeView::Actor(actor) => Some(actor),
            _ => None,
        }
    }

    pub(super) fn actor(self) -> Option<AnyActor<'s>> {
        self.any_actor().map(AnyActor)
    }

    pub(super) fn organisation(self) -> Option<Organisation<'s>> {
        self.any_actor().and_then(Organisation::from_actor)
    }

    pub(super) fn institution(self) -> Option<Institution<'s>> {
        self.any_actor().and_then(Institution::from_actor)
    }

    pub(super) fn network(self) -> Option<Network<'s>> {
        self.any_actor().and_then(Network::from_actor)
    }

    pub(super) fn entry(self) -> Option<&'s EntrySummary> {
        match &self.performed.thing {
            Thing::Entry(entry) => Some(entry),
            _ => None,
        }
    }

    pub(super) fn link_entry(self) -> Option<StoredLinkView<'s>> {
        match &self.performed.thing {
            Thing::Link(link) => Some(StoredLinkView(link)),
            _ => None,
        }
    }

    pub(super) fn invitation(self) -> Option<&'s Invitation> {
        match &self.performed.thing {
            Thing::Invitation(invited) => Some(&invited.invitation),
            _ => None,
        }
    }

    pub(super) fn link_path(self) -> Option<String> {
        match &self.performed.thing {
            Thing::Invitation(invited) => invited.secret.as_ref().map(|secret| invitation_path(secret.expose_secret())),
            _ => None,
        }
    }

    pub(super) fn person(self) -> Option<&'s PersonRecord> {
        match &self.performed.thing {
            Thing::Person(person) | Thing::Erasure(person, _) => Some(person),
            _ => None,
        }
    }

    pub(super) fn mentions(self) -> Option<Vec<&'s PersonMention>> {
        match &self.performed.thing {
            Thing::Erasure(_, mentions) | Thing::Purge(_, _, mentions) => Some(mentions.iter().collect()),
            _ => None,
        }
    }

    pub(super) fn proposal(self) -> Option<ProposalView<'s>> {
        match &self.performed.thing {
            Thing::Proposal(proposal, _) => Some(ProposalView::of(proposal)),
            _ => None,
        }
    }

    pub(super) fn merge(self) -> Option<&'s MergeRecord> {
        match &self.performed.thing {
            Thing::Merge(merge) => Some(merge),
            _ => None,
        }
    }

    pub(super) fn import(self) -> Option<&'s ImportReport> {
        match &self.performed.thing {
            Thing::Import(report) => Some(report),
            _ => None,
        }
    }

    pub(super) fn measure(self) -> Option<&'s NotedMeasure> {
        match &self.performed.thing {
            Thing::Measure(measure) => Some(measure),
            _ => None,
        }
    }

    pub(super) fn site_texts(self) -> Option<&'s KnownSiteTexts> {
        match &self.performed.thing {
            Thing::SiteTexts(known) => Some(known),
            _ => None,
        }
    }

    pub(super) fn account(self) -> Option<&'s Account> {
        match &self.performed.thing {
            Thing::Account(account) => Some(account),
            _ => None,
        }
    }

    pub(super) fn mail_test(self) -> Option<&'s MailTest> {
        match &self.performed.thing {
            Thing::MailTest(test) => Some(test),
            _ => None,
        }
    }

    pub(super) fn is_settled(self) -> Option<bool> {
        Some(matches!(self.performed.thing, Thing::Settled))
    }

    pub(super) fn version(self) -> Option<u32> {
        match &self.performed.thing {
            Thing::Version(_, version) | Thing::Purge(_, version, _) => Some(*version),
            _ => None,
        }
    }

    pub(super) fn user_errors(self) -> Vec<UserErrorView<'s>> {
        self.performed.errors.iter().map(|told| UserErrorView { told, reader: self.reader }).collect()
    }

    pub(super) fn conflicts(self) -> Vec<ConflictView<'s>> {
        self.performed.conflicts.iter().map(|(kind, conflict)| ConflictView(*kind, conflict)).collect()
    }
}

macro_rules! nodes {
    ($($method:ident $variant:ident $view:ident;)+) => {
        impl<'s> View<'s> {$(
            pub(super) fn $method(self) -> Option<$view<'s>> {
                match self.node()? {
                    NodeView::$variant(found) => Some(found),
                    _ => None,
                }
            }
        )+}
    };
}

nodes! {
    offer Offer OfferView;
    event Event EventView;
    project Project ProjectView;
    theme Theme ThemeView;
    district District DistrictView;
    link Link LinkView;
}

/// One thing to put right.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UserErrorView<'s> {
    told: &'s UserError,
    reader: &'s str,
}

object! {
    /// One thing that stands in the way, for a person to put right.
    "UserError" ['s] UserErrorView<'s>, implements [], |this, call|
    /// The input field, such as `summary.de` or `themes[2]`; null when it is about the whole.
    field: Option<&'s str> => this.told.field.as_deref(),
    /// What is wrong, in the reader's language.
    message(
        /// BCP-47 tag of the reader's language, German where the catalogues have not that one, as `Accept-Language` prefers where nothing is said.
        language: Tag
    ): String => this.told.message.text(call.text("language").unwrap_or(this.reader)),
    /// The stable code.
    code: &'static str => this.told.code,
}

/// A field that two have changed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ConflictView<'s>(EntityKind, &'s FieldConflict);

object! {
    /// A field that somebody else has changed meanwhile, or that this change would have changed.
    "FieldConflict" ['s] ConflictView<'s>, implements [], |this, call|
    /// The field, such as `summary.de`.
    field: &'s str => &this.1.field,
    /// What it said in the version this change started from, other entries by their global ids; null when nothing.
    base: Option<FieldJson<'s>> => FieldJson::of(this.0, &this.1.field, &this.1.base),
    /// What it says now, other entries by their global ids; null when nothing.
    theirs: Option<FieldJson<'s>> => FieldJson::of(this.0, &this.1.field, &this.1.theirs),
    /// What this change would have it say, other entries by their global ids; null when nothing.
    mine: Option<FieldJson<'s>> => FieldJson::of(this.0, &this.1.field, &this.1.mine),
    /// Whether both changed it, and not to the same.
    isContested: bool => this.1.is_contested(),
    /// In what role somebody else last changed it; null when nobody has since, or long ago.
    by: Option<Role> => this.1.author.as_ref().map(|author| author.role.into()),
    /// What staff call whoever did; for staff, where it was somebody with an account.
    byName: Option<&'s str> => this.1.author.as_ref().and_then(|author| author.name.as_deref()),
    /// When they did.
    at: Option<Time> => this.1.author.as_ref().map(|author| Time(author.at)),
}

#[cfg(test)]
mod tests {
    use super::*;
    use curation::accounts::PasswordFault;
    use domain::vocabulary::Role;

    #[test]
    fn a_fault_is_told_without_its_cause_and_a_refusal_in_both_languages() {
        let fault = Performed::of(Err(CurationError::Password(PasswordFault::Closed))).expect_err("a fault");
        assert_eq!((fault.code(), fault.to_string().contains("password")), ("INTERNAL", false));
        let refusal = Refusal::RoleTooLow { needed: Role::Editor, had: Role::Member };
        let refused = Performed::of(Err(refusal.into())).expect("a value");
        let told = &refused.errors[0];
        assert_eq!((told.code, told.field.as_deref(), refused.sequence), ("FORBIDDEN", None, 0));
        assert!(told.message.text("de").contains("Nötig") && told.message.text("en").contains("needed"), "{told:?}");
    }

    #[test]
    fn what_is_not_there_is_told_by_the_name_that_inputs_have_for_it() {
        for (command, input) in [("entity", "id"), ("person", "id"), ("survivor", "survivor")] {
            let refusal = Refusal::NotFound { field: command.to_owned() };
            let refused = Performed::of(Err(refusal.into())).expect("a value");
            assert_eq!(refused.errors[0].field.as_deref(), Some(input));
        }
    }
}
