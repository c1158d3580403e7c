//! A directory for tests, with a clock that is set by hand, and short ways to fill it.

use std::sync::{
    Arc,
    atomic::{AtomicI64, AtomicU64, Ordering},
};

use chrono::{DateTime, Utc};
use curation::{
    Admin, Curation, CurationError, CurationSettings, Editor, Member, Patch, Rank, Refusal, Requester, Sees, Sources,
    commands::{Create, Edit, MailPolicy, ProposeLink, ReminderPolicy},
};
use domain::{
    AccountId, Actor, ActorId, CooperationLink, EntityKind, Gazetteer, Offer, Record, Theme, vocabulary::Role,
};
use futures_util::TryStreamExt;
use serde_json::json;
use store::{
    Store,
    testing::{Backend, Database},
};
use uuid::Uuid;

/// A clock that is set by hand and ids that count.
#[derive(Debug, Default)]
pub(crate) struct Counting {
    hours: AtomicI64,
    ids: AtomicU64,
}

impl Sources for Counting {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp(1_780_000_000 + self.hours.load(Ordering::Relaxed) * 3_600, 0).expect("time")
    }

    fn new_id(&self) -> Uuid {
        Uuid::from_u64_pair(0x0190_0000_0000_7000, (2 << 62) | (1 + self.ids.fetch_add(1, Ordering::Relaxed)))
    }
}

/// A fresh directory with its commands.
pub(crate) struct World {
    pub(crate) curation: Curation,
    pub(crate) store: Store,
    clock: Arc<Counting>,
    _database: Database,
}

impl World {
    pub(crate) async fn new(backend: Backend) -> Self {
        let database = Database::new(backend).await;
        let store = database.store().await;
        let clock = Arc::new(Counting::default());
        // Entries of the tests have just been made.
        let reminders = ReminderPolicy { first_after_days: 0, ..ReminderPolicy::default() };
        let settings = CurationSettings { reminders, ..CurationSettings::default() };
        let curation = Curation::new(store.clone(), settings, clock.clone());
        Self { curation, store, clock, _database: database }
    }

    /// The same with mails to the sides of links that are proposed.
    pub(crate) fn with_link_mails(mut self) -> Self {
        let mails = MailPolicy { link_confirmations: true, ..MailPolicy::default() };
        let settings = CurationSettings { mails, ..CurationSettings::default() };
        self.curation = Curation::new(self.store.clone(), settings, self.clock.clone());
        self
    }

    /// The same with mails that tell staff what is due.
    pub(crate) fn with_digests(mut self) -> Self {
        let mails = MailPolicy { digest: true, ..MailPolicy::default() };
        let settings = CurationSettings { mails, ..CurationSettings::default() };
        self.curation = Curation::new(self.store.clone(), settings, self.clock.clone());
        self
    }

    /// Lets days go by.
    pub(crate) fn wait(&self, days: i64) {
        self.wait_hours(24 * days);
    }

    /// Lets hours go by. At first it is 20:26 in UTC and 22:26 in the directory's time zone.
    pub(crate) fn wait_hours(&self, hours: i64) {
        self.clock.hours.fetch_add(hours, Ordering::Relaxed);
    }

    /// A published organisation.
    pub(crate) async fn actor(&self, name: &str) -> Record<Actor> {
        self.actor_with(name, Patch::new()).await
    }

    pub(crate) async fn actor_with(&self, name: &str, fields: Patch) -> Record<Actor> {
        let fields = fields.with("name", name).with("kind", json!({ "type": "organisation", "kind": "culture" }));
        self.curation.create(&staff(), create(fields)).await.expect("an actor").value
    }

    /// A published offer of an actor.
    pub(crate) async fn offer(&self, actor: ActorId, title: &str) -> Record<Offer> {
        let fields = Patch::new().with("actor", actor).with("kind", "service").with("title", json!({ "de": title }));
        self.curation.create(&staff(), create(fields)).await.expect("an offer").value
    }

    pub(crate) async fn theme(&self, label: &str, parent: Option<&str>) -> Record<Theme> {
        let mut fields =
            Patch::new().with("label", json!({ "de": label })).with("fieldsOfAction", json!(["engagement"]));
        if let Some(parent) = parent {
            fields = fields.with("parent", parent);
        }
        self.curation.create_branch(&editor(), create(fields)).await.expect("a theme").value
    }

    /// A link that nobody has confirmed.
    pub(crate) async fn link(&self, from: ActorId, to: ActorId, kind: &str) -> Record<CooperationLink> {
        let fields = Patch::new().with("from", from).with("to", to).with("kind", kind);
        self.curation.propose_link(&staff(), ProposeLink { fields, note: None }).await.expect("a link").value
    }

    /// What an actor says in its next version.
    pub(crate) async fn change(&self, actor: ActorId, expected_version: u32, fields: Patch) -> Record<Actor> {
        let edit = Edit { id: actor, expected_version, fields, note: None };
        self.curation.edit(&staff(), edit).await.expect("an edit").value
    }

    pub(crate) async fn get_actor(&self, id: ActorId) -> Record<Actor> {
        self.store.get(id).await.expect("readable").expect("there")
    }

    /// What the public sees, as text.
    pub(crate) async fn seen(&self) -> String {
        let load = self.store.load(Arc::new(Gazetteer::default())).await.expect("load");
        let changes: Vec<_> = load.changes.try_collect().await.expect("changes");
        format!("{changes:?}")
    }

    /// The whole directory without version numbers and times, entry by entry.
    pub(crate) async fn everything(&self) -> Vec<String> {
        macro_rules! all {
            ($($entity:ty),+) => {{
                let mut all = Vec::new();
                $(
                    let mut records = self.store.all::<$entity>().await.expect("readable");
                    while let Some(record) = records.try_next().await.expect("readable") {
                        all.push(format!("{} {}", record.id, serde_json::to_string(&record.data).expect("json")));
                    }
                )+
                all
            }};
        }
        let mut everything = all!(
            Actor,
            Offer,
            domain::Event,
            domain::Project,
            CooperationLink,
            domain::ContactPerson,
            Theme,
            domain::District
        );
        let mut slugs: Vec<_> = self.store.slugs::<Actor>().await.expect("slugs").into_iter().collect();
        slugs.sort();
        everything.extend(slugs.into_iter().map(|(slug, id)| format!("{slug} leads to {id}")));
        everything
    }
}

/// Something new that is published at once.
pub(crate) fn create(fields: Patch) -> Create {
    Create { fields, publish: true, note: None }
}

fn signed_in(number: u128, role: Role, actors: Vec<ActorId>, trusted: bool) -> Requester {
    Requester::signed_in(AccountId::from_uuid(Uuid::from_u128(number)), role, actors, trusted)
}

pub(crate) fn admin() -> Admin {
    Requester::operator().admin().expect("an admin")
}

pub(crate) fn editor() -> Editor {
    Requester::operator().editor().expect("an editor")
}

/// The proof of seeing what an editor sees.
pub(crate) fn reader<R: Rank>() -> Sees<R> {
    Requester::operator().require_view().expect("somebody who sees it")
}

/// The same as the weaker proof that most commands take.
pub(crate) fn staff() -> Member {
    Requester::operator().member().expect("staff")
}

pub(crate) fn member_of(actor: ActorId) -> Member {
    signed_in(actor.uuid().as_u128(), Role::Member, vec![actor], false).member().expect("a member")
}

pub(crate) fn trusted_member_of(actor: ActorId) -> Member {
    signed_in(actor.uuid().as_u128(), Role::Member, vec![actor], true).member().expect("a member")
}

pub(crate) fn partner() -> Requester {
    signed_in(77, Role::Partner, vec![], false)
}

/// Why a command refused.
pub(crate) fn refusal<T: std::fmt::Debug>(result: Result<T, CurationError>) -> Refusal {
    match result {
        Err(CurationError::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

/// The code of a refusal, and of everything that is wrong: `field code`.
pub(crate) fn codes<T: std::fmt::Debug>(result: Result<T, CurationError>) -> Vec<String> {
    let errors = refusal(result).user_errors();
    errors.iter().map(|error| format!("{} {}", error.field.as_deref().unwrap_or("-"), error.code)).collect()
}

pub(crate) const ACTOR: EntityKind = EntityKind::Actor;
