//! What is read from the store for whoever is signed in. As with the past, a run over a document notes
//! what it misses, the engine asks curation for that and runs again; whoever asks nothing of the kind
//! pays nothing for it.
//!
//! To add a reading: the reading in curation, one line in the list below. What a field of a list's entries asks stands under
//! `at once`: the questions of all of them are read together, so that a page costs as many statements as an entry.

use std::{
    cell::RefCell,
    collections::{BTreeSet, HashMap, HashSet},
};

use chrono::{DateTime, NaiveDate, Utc};
use curation::{
    CurationError, CurationSettings, Editor, Member, Patch, Refusal, Requester, Sees,
    accounts::{Account, AccountEvent, AccountPlace, HeldSession, HeldToken, Invitation},
    fields::FieldChange,
    reading::{
        Alike, ChangeFilter, Content, DayPlace, DemandDays, DemandPlace, Due, DueReview, EntriesAsked, EntrySummary,
        KnownContact, KnownLink, KnownSiteTexts, KnownSynonyms, LinksAsked, LoggedEdit, NotedMeasure, Page,
        PageRequest, PairPage, PairPlace, PersonMention, ProposalFilter, TroubledWebsite, UnmetDemand,
        UnreachableEntry, Waiting,
    },
};
use domain::{ActorId, Address, LinkId, PersonId, Position, SynonymTable, record::EntityRef};
use uuid::Uuid;

use crate::{error::ResolverError, merge_record::MergeRecord, services::Commands};

/// Reads from the store for one run: what was read before, and the place where what is missing is noted. Each reading
/// gives what curation refused, or, before it was asked, an error that nobody gets to see.
#[derive(Clone, Copy, Debug)]
pub(crate) struct StaffReader<'p, 'd> {
    results: Option<&'d StaffReadResults>,
    requests: &'p RefCell<Option<Box<StaffReadRequests>>>,
}

impl<'p, 'd> StaffReader<'p, 'd> {
    /// A reader over what was read.
    pub(crate) fn new(
        results: Option<&'d StaffReadResults>,
        requests: &'p RefCell<Option<Box<StaffReadRequests>>>,
    ) -> Self {
        Self { results, requests }
    }
}

macro_rules! readings {
    (
        one by one {
                $($(#[doc = $doc:literal])+ $name:ident($question:ty) -> $answer:ty => |$commands:ident, $by:ident, $asked:ident| $read:expr;)+
            }
            at once {
                $($(#[doc = $batch_doc:literal])+ $batch:ident($key:ty) -> $value:ty => |$batch_commands:ident, $batch_by:ident, $keys:ident| $batch_read:expr;)+
            }
        ) => {
            /// What has been read for one request.
            #[derive(Debug, Default)]
            pub(crate) struct StaffReadResults {
                $($name: Vec<($question, Result<$answer, ResolverError>)>,)+
                $($batch: HashMap<$key, Result<$value, ResolverError>>,)+
            }

            /// What a run found missing.
            #[derive(Debug, Default)]
            pub(crate) struct StaffReadRequests {
                $($name: Vec<$question>,)+
                $($batch: HashSet<$key>,)+
            }

            impl<'d> StaffReader<'_, 'd> {
                $(
                    $(#[doc = $doc])+
                    pub(crate) fn $name(self, question: $question) -> Result<&'d $answer, ResolverError> {
                        let known = self.results.and_then(|known| known.$name.iter().find(|(asked, _)| *asked == question));
                        match known {
                            Some((_, Ok(answer))) => Ok(answer),
                            Some((_, Err(error))) => Err(error.clone()),
                            None => {
                                let mut requests = self.requests.borrow_mut();
                                let missing = &mut requests.get_or_insert_default().$name;
                                if !missing.contains(&question) {
                                    missing.push(question);
                                }
                                Err(ResolverError::Internal)
                            }
                        }
                    }
                )+
                $(
                    $(#[doc = $batch_doc])+
                    pub(crate) fn $batch(self, key: $key) -> Result<&'d $value, ResolverError> {
                        match self.results.and_then(|known| known.$batch.get(&key)) {
                            Some(Ok(value)) => Ok(value),
                            Some(Err(error)) => Err(error.clone()),
                            None => {
                                self.requests.borrow_mut().get_or_insert_default().$batch.insert(key);
                                Err(ResolverError::Internal)
                            }
                        }
                    }
                )+
            }

            impl StaffReadResults {
                /// Reads what a run missed; without commands there is nothing to read.
                pub(crate) async fn fetch(&mut self, missing: StaffReadRequests, commands: Option<&Commands>, by: &Requester) {
                    $(
                        for question in missing.$name {
                            let answer = match commands {
                                None => Err(ResolverError::NoCommands),
                                Some($commands) => {
                                    let ($by, $asked) = (by, &question);
                                    let read: Result<$answer, CurationError> = async { Ok($read) }.await;
                                    read.map_err(refusal)
                                }
                            };
                            self.$name.push((question, answer));
                        }
                    )+
                    $(
                        if !missing.$batch.is_empty() {
                            let keys: Vec<$key> = missing.$batch.into_iter().collect();
                            let values: Result<Vec<Result<$value, Refusal>>, ResolverError> = match commands {
                                None => Err(ResolverError::NoCommands),
                                Some($batch_commands) => {
                                    let ($batch_by, $keys) = (by, keys.as_slice());
                                    async { Ok($batch_read) }.await.map_err(refusal)
                                }
                            };
                            match values {
                                Ok(values) => {
                                    let values = values.into_iter().map(|value| value.map_err(|error| refusal_error(&error)));
                                    self.$batch.extend(keys.into_iter().zip(values));
                                }
                                Err(error) => self.$batch.extend(keys.into_iter().map(|key| (key, Err(error.clone())))),
                            }
                        }
                    )+
                }
            }
        };
    }

readings! {
        one by one {
        /// A page of proposals.
        proposals((ProposalFilter, PageRequest<Uuid>)) -> Page<Uuid, Waiting> =>
            |commands, by, asked| commands.curation.proposals(&by.require_view()?, asked.0, &asked.1).await?;
        /// How many proposals there are.
        proposals_total(ProposalFilter) -> u64 =>
            |commands, by, asked| commands.curation.count_proposals(&by.require_view()?, *asked).await?;
        /// One proposal.
        proposal(Uuid) -> Option<Waiting> => |commands, by, asked| commands.curation.proposal(&by.require_view()?, *asked).await?;
        /// A page of entries.
        entries((EntriesAsked, PageRequest<u64>)) -> Page<u64, EntrySummary> =>
            |commands, by, asked| commands.curation.entries(&by.require_view()?, &asked.0, &asked.1).await?;
        /// How many entries there are.
        entries_total(EntriesAsked) -> u64 =>
            |commands, by, asked| commands.curation.count_entries(&by.require_view()?, asked).await?;
        /// A page of links.
        links((LinksAsked, PageRequest<u64>)) -> Page<u64, KnownLink> =>
            |commands, by, asked| commands.curation.links(&by.require_view()?, &asked.0, &asked.1).await?;
        /// How many links there are.
        links_total(LinksAsked) -> u64 => |commands, by, asked| commands.curation.count_links(&by.require_view()?, asked).await?;
        /// Who is not to be suggested as a partner of an actor.
        ruled_out_partners(ActorId) -> BTreeSet<ActorId> =>
            |commands, by, asked| commands.curation.ruled_out_partners(&by.require_view()?, *asked).await?;
        /// What mentions a person.
        person_mentions(PersonId) -> Vec<PersonMention> =>
            |commands, by, asked| commands.curation.person_mentions(&by.require_view()?, *asked).await?;
        /// Whether erased values may still stand in the files.
        erasure_pending(()) -> bool =>
            |commands, by, _asked| commands.curation.is_erasure_pending(&by.require_view()?).await?;
        /// A page of entries that are due.
        due(PageRequest<DayPlace>) -> Page<DayPlace, Due> =>
            |commands, by, asked| commands.curation.due_for_verification(&by.require_view()?, asked).await?;
        /// How many entries are due.
        due_total(()) -> u64 => |commands, by, _asked| commands.curation.count_due(&by.require_view()?).await?;
        /// A page of people with a consent to be reviewed.
        reviews(PageRequest<DayPlace>) -> Page<DayPlace, DueReview> =>
            |commands, by, asked| commands.curation.due_reviews(&by.require_view()?, asked).await?;
        /// How many people have a consent to be reviewed.
        reviews_total(()) -> u64 => |commands, by, _asked| commands.curation.count_due_reviews(&by.require_view()?).await?;
        /// Whom no mail reached.
        unreachable_actors(()) -> Vec<UnreachableEntry> =>
            |commands, by, _asked| commands.curation.unreachable_actors(&by.require_view()?).await?;
        /// A page of entries with a broken website.
        websites(PageRequest<DayPlace>) -> Page<DayPlace, TroubledWebsite> =>
            |commands, by, asked| commands.curation.troubled_websites(&by.require_view()?, asked).await?;
        /// How many entries have a broken website.
        websites_total(()) -> u64 =>
            |commands, by, _asked| commands.curation.count_troubled_websites(&by.require_view()?).await?;
        /// Actors like one that is being written.
        similar_actors((Patch, usize)) -> Vec<Alike> =>
            |commands, by, asked| commands.curation.find_duplicates(&by.require_view()?, &asked.0, asked.1).await?;
        /// Where an address is.
        address_position(Address) -> Option<Position> =>
            |commands, by, asked| commands.curation.locate_address(&by.require_view()?, asked).await?;
        /// Opening hours in the notation.
        opening_hours(String) -> Option<String> => |commands, by, asked| {
            let _member: Sees<Member> = by.require_view()?;
            commands.importing.as_deref().and_then(|importing| importing.parse_hours(asked))
        };
        /// Whether a note forbids or asks something.
        asks_before_publishing(String) -> bool => |commands, by, asked| {
            let _member: Sees<Member> = by.require_view()?;
            commands.importing.as_deref().is_some_and(|importing| importing.asks_before_publishing(asked))
        };
        /// A page of pairs that look like one.
        duplicates((Option<PairPlace>, usize)) -> PairPage =>
            |commands, by, asked| commands.curation.suspected_duplicates(&by.require_view()?, asked.0.as_ref(), asked.1).await?;
        /// The newest merges.
        merges(()) -> Vec<MergeRecord> =>
            |commands, by, _asked| commands.curation.newest_merges(&by.require_view()?).await?.iter().map(MergeRecord::from_listed).collect();
        /// A page of what was asked for and not found.
        unmet_demand((DemandDays, PageRequest<DemandPlace>)) -> Page<DemandPlace, UnmetDemand> =>
            |commands, by, asked| commands.curation.unmet_demand(&by.require_view()?, asked.0, &asked.1).await?;
        /// How much was asked for and not found.
        unmet_demand_total(DemandDays) -> u64 =>
            |commands, by, asked| commands.curation.count_unmet_demand(&by.require_view()?, *asked).await?;
        /// A page of accounts.
        accounts(PageRequest<AccountPlace>) -> Page<AccountPlace, Account> =>
            |commands, by, asked| commands.accounts.page(&by.require_view()?, asked).await?;
        /// How many accounts there are.
        accounts_total(()) -> u64 => |commands, by, _asked| commands.accounts.count(&by.require_view()?).await?;
        /// One's own sessions.
        own_sessions(()) -> Vec<HeldSession> =>
            |commands, by, _asked| commands.accounts.own_sessions(&by.require_view()?).await?;
        /// One's own tokens.
        own_tokens(()) -> Vec<HeldToken> => |commands, by, _asked| commands.accounts.own_tokens(&by.require_view()?).await?;
        /// The diary of measures.
        measures((Option<NaiveDate>, Option<NaiveDate>)) -> Vec<NotedMeasure> =>
            |commands, by, asked| commands.curation.measures(&by.require_view()?, *asked).await?;
        /// What the settings file decides.
        settings(()) -> CurationSettings => |commands, by, _asked| {
            let _staff: Sees<Editor> = by.require_view()?;
            commands.curation.settings().clone()
        };
        /// The texts of the site.
        site_texts(()) -> KnownSiteTexts => |commands, by, _asked| commands.curation.site_texts(&by.require_view()?).await?;
        /// The synonyms of a table, and the versions of one entry.
        synonyms((SynonymTable, Option<String>)) -> KnownSynonyms =>
            |commands, by, asked| commands.curation.synonyms(&by.require_view()?, asked.0, asked.1.as_deref()).await?;
        /// Open invitations.
        invitations(()) -> Vec<Invitation> => |commands, by, _asked| commands.accounts.invitations(&by.require_view()?).await?;
        /// A page of what happened to one's own account.
        own_events(PageRequest<Uuid>) -> Page<Uuid, AccountEvent> =>
            |commands, by, asked| commands.accounts.own_events(&by.require_view()?, asked).await?;
        /// How much happened to one's own account.
        own_events_total(()) -> u64 => |commands, by, _asked| commands.accounts.count_own_events(&by.require_view()?).await?;
    }
    at once {
        /// One entry in full.
        entry(EntityRef) -> Option<Content> => |commands, by, asked|
            commands.curation.entries_in_full(&by.require_view()?, asked).await?.into_iter().map(Ok).collect();
        /// One link.
        link(LinkId) -> Option<KnownLink> => |commands, by, asked|
            commands.curation.links_by_id(&by.require_view()?, asked).await?.into_iter().map(Ok).collect();
        /// The contact persons of an actor.
        contact_persons(ActorId) -> Vec<KnownContact> => |commands, by, asked|
            commands.curation.contacts_of_actors(&by.require_view()?, asked).await?.into_iter().map(Ok).collect();
        /// A page of the audit trail.
        audit_trail((ChangeFilter, PageRequest<u64>)) -> Page<u64, LoggedEdit> =>
            |commands, by, asked| commands.curation.audit_trails(&by.require_view()?, asked).await?;
        /// How many changes there are.
        audit_total(ChangeFilter) -> u64 =>
            |commands, by, asked| commands.curation.count_audit_trails(&by.require_view()?, asked).await?;
        /// What an entry is called.
        entry_name(EntityRef) -> Option<String> => |commands, by, asked|
            commands.curation.names_of_entries(&by.require_view()?, asked).await?.into_iter().map(Ok).collect();
        /// Whose something is.
        owners_of_entry(EntityRef) -> Vec<EntrySummary> => |commands, by, asked|
            commands.curation.owners_of_entries(&by.require_view()?, asked).await?.into_iter().map(Ok).collect();
        /// The merge behind a change.
        merge_behind((EntityRef, u32, DateTime<Utc>)) -> Option<MergeRecord> => |commands, by, asked| {
            let found = commands.curation.merges_behind(&by.require_view()?, asked).await?;
            found.iter().map(|merge| Ok(merge.as_ref().map(MergeRecord::from_listed))).collect()
        };
        /// What an edit changed.
        changes_of((EntityRef, u32)) -> Vec<FieldChange> => |commands, by, asked|
            commands.curation.changes_of_versions(&by.require_view()?, asked).await?.into_iter().map(Ok).collect();
    }
}

/// A refusal as a field tells it; a fault is logged here, and the client learns only that there was one.
fn refusal(error: CurationError) -> ResolverError {
    match error {
        CurationError::Refused(refusal) => refusal_error(&refusal),
        fault => {
            tracing::error!(error = %domain::ErrorChain(&fault), "something could not be read");
            ResolverError::Internal
        }
    }
}

/// A refusal as a field tells it.
fn refusal_error(refusal: &Refusal) -> ResolverError {
    match refusal.user_errors().into_iter().next() {
        Some(told) => ResolverError::Refused { code: told.code, message: told.message.text("en") },
        None => ResolverError::Internal,
    }
}
