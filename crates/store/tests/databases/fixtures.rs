//! Entities for tests, with defaults, and short ways to write and read them.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Actor, ActorId, ActorKind, Confirmations, Consent, ContactPerson, CooperationLink, District, DistrictLevel, Event,
    Gazetteer, Language, LifeStatus, LocalisedText, Location, Offer, PersonField, Position, Project, Record, SiteTexts,
    SynonymTable, Theme,
    publication::PublicationChange,
    vocabulary::{
        ConsentMethod, FieldOfAction, LinkKind, LinkStatus, OfferKind, OrganisationKind, Precision, Role, Visibility,
    },
};
use futures_util::TryStreamExt;
use store::{Author, Load, SiteTextsVersion, Store, StoreError, Stored, SynonymVersion, Writer};
use uuid::Uuid;

/// A time, minutes after a fixed one.
pub(crate) fn minute(minutes: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_780_000_000 + minutes * 60, 0).expect("time")
}

/// The directory as it was at a minute.
pub(crate) async fn past_of(store: &Store, minutes: i64) -> Load {
    let key = store.past_key(minute(minutes)).await.expect("the log can be read");
    store.load_at(key.sequence, nowhere()).await.expect("the past can be read")
}

pub(crate) fn day() -> NaiveDate {
    minute(0).date_naive()
}

/// A new id; each is greater than the one before.
pub(crate) fn id<I: From<Uuid>>() -> I {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    Uuid::from_u64_pair(0x0190_0000_0000_7000, (2 << 62) | NEXT.fetch_add(1, Ordering::Relaxed)).into()
}

pub(crate) fn actor(slug: &str) -> Record<Actor> {
    let kind = ActorKind::Organisation(OrganisationKind::Culture);
    Record::new(id(), minute(0), Actor::new(slug.parse().expect("slug"), kind, format!("Verein {slug}")))
}

pub(crate) fn offer(actor: ActorId) -> Record<Offer> {
    let data = Offer {
        actor,
        status: LifeStatus::Published,
        kind: OfferKind::Service,
        title: LocalisedText::german("Hausaufgabenhilfe"),
        description: LocalisedText::default(),
        themes: Default::default(),
        languages: Default::default(),
        target_groups: Default::default(),
        schedule: None,
        cost: LocalisedText::default(),
        minimum_age: None,
        maximum_age: None,
        exclusions: LocalisedText::default(),
        documents: LocalisedText::default(),
        registration_methods: Default::default(),
        registration: LocalisedText::default(),
        registration_url: None,
        place: None,
        valid_from: None,
        valid_until: None,
        availability: None,
        free_places: None,
        availability_until: None,
    };
    Record::new(id(), minute(0), data)
}

pub(crate) fn event(hosts: &[ActorId]) -> Record<Event> {
    let data = Event {
        hosts: hosts.to_vec(),
        status: LifeStatus::Published,
        title: LocalisedText::german("Sommerfest"),
        description: LocalisedText::default(),
        starts_at: minute(0).naive_utc(),
        ends_at: None,
        all_day: false,
        cancelled: false,
        recurrence: None,
        excluded_dates: Vec::new(),
        themes: Vec::new(),
        languages: Vec::new(),
        target_groups: Vec::new(),
        place: None,
        website: None,
        registration_url: None,
    };
    Record::new(id(), minute(0), data)
}

pub(crate) fn project(actors: &[ActorId]) -> Record<Project> {
    let data = Project {
        actors: actors.to_vec(),
        status: LifeStatus::Published,
        title: LocalisedText::german("Lesepaten"),
        description: LocalisedText::default(),
        themes: Vec::new(),
        districts: Vec::new(),
        since: None,
        until: None,
        funding: None,
        website: None,
    };
    Record::new(id(), minute(0), data)
}

pub(crate) fn link(from: ActorId, to: ActorId, kind: LinkKind, status: LinkStatus) -> Record<CooperationLink> {
    let data = CooperationLink {
        from,
        to,
        kind,
        status,
        confirmations: Confirmations { from: Some(day()), to: Some(day()) },
        themes: Box::default(),
        districts: Box::default(),
        since: None,
        until: None,
        basis: None,
        source: None,
        public_note: None,
        internal_note: Some("Vertraulich: läuft schlecht".into()),
    };
    Record::new(id(), minute(0), data)
}

pub(crate) fn theme(slug: &str) -> Record<Theme> {
    let data = Theme {
        slug: slug.parse().expect("slug"),
        former_slugs: Vec::new(),
        parent: None,
        label: LocalisedText::german(slug),
        alternative_labels: Vec::new(),
        fields_of_action: vec![FieldOfAction::Engagement],
        position: 0,
        replaced_by: None,
    };
    Record::new(id(), minute(0), data)
}

pub(crate) fn district(slug: &str) -> Record<District> {
    let data = District {
        slug: slug.parse().expect("slug"),
        former_slugs: Vec::new(),
        parent: None,
        level: DistrictLevel::City,
        name: LocalisedText::german(slug),
        position: 0,
        centre: None,
        boundary: None,
        alternative_names: Vec::new(),
        boundary_source: None,
        replaced_by: None,
    };
    Record::new(id(), minute(0), data)
}

/// A version of the texts of the site, whose imprint says this.
pub(crate) fn site_texts(version: u32, imprint: &str) -> SiteTextsVersion {
    let texts = SiteTexts { imprint: LocalisedText::german(imprint), ..SiteTexts::default() };
    SiteTextsVersion { version, at: minute(0), by: None, texts }
}

/// A version of what women's organisations are called in questions.
pub(crate) fn synonyms(version: u32, words: &[&str]) -> SynonymVersion {
    let words = words.iter().map(|&word| word.to_owned()).collect();
    SynonymVersion { table: SynonymTable::Kinds, key: "women".to_owned(), version, at: minute(0), by: None, words }
}

/// A contact person whose name may be seen as far as said, with consent.
pub(crate) fn person(actor: ActorId, name: &str, visibility: Visibility) -> Record<ContactPerson> {
    let consent = Consent {
        purpose: "Veröffentlichung im Verzeichnis".to_owned(),
        text_version: "1".to_owned(),
        text_language: Language::german(),
        given_on: day(),
        given_by: ConsentMethod::Written,
        recorded_by: Role::Editor,
        review_due: None,
        withdrawn_on: None,
    };
    let name = PersonField { value: name.to_owned(), visibility, consent: Some(consent) };
    Record::new(id(), minute(0), ContactPerson { actor, name: Some(name), role: None, phone: None, email: None })
}

pub(crate) fn location(precision: Precision) -> Option<Location> {
    Some(Location { position: Position::new(7.15, 51.53).expect("position"), precision })
}

pub(crate) async fn begin(store: &Store, minutes: i64) -> Writer {
    store.begin(Author::new(Role::Editor), minute(minutes)).await.expect("writer")
}

/// Writes one entity in a transaction of its own.
pub(crate) async fn put<E: Stored>(store: &Store, record: &Record<E>) -> Result<Option<u64>, StoreError> {
    put_at(store, 0, record).await
}

pub(crate) async fn put_at<E: Stored>(
    store: &Store,
    minutes: i64,
    record: &Record<E>,
) -> Result<Option<u64>, StoreError> {
    let mut writer = begin(store, minutes).await;
    let sequence = writer.put(record).await?;
    writer.commit().await?;
    Ok(sequence)
}

pub(crate) fn nowhere() -> Arc<Gazetteer> {
    Arc::new(Gazetteer::default())
}

pub(crate) async fn everything(load: Load) -> Vec<PublicationChange> {
    load.changes.try_collect().await.expect("changes")
}

pub(crate) async fn loaded(store: &Store) -> Vec<PublicationChange> {
    everything(store.load(nowhere()).await.expect("load")).await
}

/// What the public sees, as text: whatever stands in it has left the store.
pub(crate) async fn seen(store: &Store) -> String {
    format!("{:?}", loaded(store).await)
}
