//! A small directory, made as a store would make it: records, published, indexed.

use std::sync::{Arc, LazyLock};

use chrono::{DateTime, Utc};
use directory::{Archive, ArchiveError, BoxFuture, PastVersion, Settings, Snapshot};
use domain::{
    Actor, ActorId, ActorKind, Address, Confirmations, Consent, ContactPerson, CooperationLink, District,
    DistrictLevel, Entity, Event, Fact, Gazetteer, Language, LifeStatus, LocalisedText, Location, Offer, PersonField,
    Position, Project, Record, Recurrence, Slug, Theme, Verification,
    publication::{PublicationChange, Publish},
    record::EntityRef,
    vocabulary::{
        ConsentMethod, FieldOfAction, InstitutionKind, LegalForm, LinkBasis, LinkKind, LinkStatus, NetworkKind,
        OfferKind, OrganisationKind, Precision, Role, TargetGroup, Visibility, Wheelchair,
    },
};
use graphql::{Engine, GraphqlRequest, Limits, Outcome};
use serde_json::Value;
use uuid::Uuid;

/// The time of every request: a Monday, 11:00 in Berlin.
pub(crate) fn now() -> DateTime<Utc> {
    "2026-01-12T10:00:00Z".parse().expect("time")
}

fn slug(text: &str) -> Slug {
    text.parse().expect("slug")
}

fn language(tag: &str) -> Language {
    tag.parse().expect("tag")
}

fn texts(de: &str, en: &str) -> LocalisedText {
    LocalisedText::german(de).with(language("en"), en)
}

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("day")
}

/// Ids are the order of making, so that snapshots of answers stay the same.
#[derive(Default)]
struct Book {
    changes: Vec<PublicationChange>,
    districts: Vec<Record<District>>,
    made: u128,
}

impl Book {
    fn id(&mut self) -> Uuid {
        self.made += 1;
        Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + self.made)
    }

    fn record<E: Entity>(&mut self, data: E) -> Record<E> {
        let id = self.id().into();
        let at: DateTime<Utc> = "2025-06-01T12:00:00Z".parse().expect("time");
        Record::new(id, at + chrono::TimeDelta::minutes(i64::try_from(self.made).expect("few")), data)
    }

    fn add<E: Entity>(&mut self, data: E) -> E::Id
    where
        Record<E>: Publish,
    {
        let record = self.record(data);
        let (id, at) = (record.id, record.updated_at);
        let fact = record.publish(&Gazetteer::new(&self.districts));
        let sequence = self.changes.len() as u64 + 1;
        self.changes.push(PublicationChange { sequence, at, entity: EntityRef::of::<E>(id), fact });
        id
    }

    fn district(
        &mut self,
        name: &str,
        parent: Option<domain::DistrictId>,
        level: DistrictLevel,
        west: f64,
        width: f64,
    ) -> domain::DistrictId {
        let square = geo::Rect::new((west, 51.5), (west + width, 51.6)).to_polygon();
        let data = District {
            slug: slug(&name.to_lowercase()),
            former_slugs: Vec::new(),
            parent,
            level,
            name: LocalisedText::german(name),
            position: u32::try_from(self.districts.len()).expect("few"),
            centre: Position::new(west + width / 2.0, 51.55).ok(),
            boundary: Some(square.into()),
            alternative_names: Vec::new(),
            boundary_source: Some("schematisch".to_owned()),
            replaced_by: None,
        };
        let id = self.add(data.clone());
        self.districts.push(Record::new(id, now(), data));
        id
    }

    fn theme(
        &mut self,
        name: &str,
        parent: Option<domain::ThemeId>,
        label: LocalisedText,
        field: FieldOfAction,
    ) -> domain::ThemeId {
        self.add(Theme {
            slug: slug(name),
            former_slugs: Vec::new(),
            parent,
            label,
            alternative_labels: Vec::new(),
            fields_of_action: vec![field],
            position: 0,
            replaced_by: None,
        })
    }

    fn link(&mut self, from: ActorId, to: ActorId, kind: LinkKind, status: LinkStatus, theme: domain::ThemeId) {
        self.add(CooperationLink {
            from,
            to,
            kind,
            status,
            confirmations: Confirmations { from: Some(day("2024-03-01")), to: Some(day("2024-04-01")) },
            themes: [theme].into(),
            districts: [self.districts[1].id].into(),
            since: Some(day("2024-01-01")),
            until: None,
            basis: Some(LinkBasis::WrittenAgreement),
            source: None,
            public_note: Some("Jeden Herbst".into()),
            internal_note: Some("never to be seen".into()),
        });
    }
}

fn club(book: &Book, theme: domain::ThemeId) -> Actor {
    Actor {
        former_slugs: [slug("kulturverein")].into_iter().collect(),
        verification: Some(Verification { on: day("2025-11-03"), by: Role::Member }),
        alternative_names: vec!["Köprü".to_owned(), "KVB".to_owned()],
        legal_form: Some(LegalForm::RegisteredAssociation),
        summary: texts("Wir verbinden \"Wanne\".", "We connect \"Wanne\"."),
        description: LocalisedText::german("Seit 1998.\nMit Musik."),
        address: Some(Box::new(Address {
            street: Some("Hauptstraße 1".into()),
            postcode: Some("44649".into()),
            city: Some("Herne".into()),
            extra: None,
        })),
        location: Position::new(7.15, 51.55).ok().map(|position| Location { position, precision: Precision::Exact }),
        active_in: vec![book.districts[2].id],
        themes: vec![theme],
        languages: vec![language("de"), language("tr")],
        target_groups: vec![TargetGroup::Parents, TargetGroup::Seniors],
        website: "https://example.org/verein".parse().ok(),
        email: "info@example.org".parse().ok(),
        phone: "02325 123456".parse().ok(),
        social_links: ["https://example.com/verein".parse().expect("address")].into_iter().collect(),
        opening_hours: "Mo-Fr 09:00-17:00".parse().ok(),
        by_appointment: Some(false),
        free_of_charge: Some(true),
        wheelchair: Wheelchair::Limited,
        ..Actor::new(
            slug("kulturverein-bruecke"),
            ActorKind::Organisation(OrganisationKind::Culture),
            "Kulturverein Brücke e. V.",
        )
    }
}

/// The facts of the small directory.
pub(crate) fn facts() -> Vec<PublicationChange> {
    let mut book = Book::default();
    let city = book.district("Herne", None, DistrictLevel::City, 7.1, 0.2);
    let wanne = book.district("Wanne", Some(city), DistrictLevel::Borough, 7.1, 0.1);
    book.district("Eickel", Some(city), DistrictLevel::Borough, 7.2, 0.1);
    let tongue = book.theme("language", None, texts("Sprache", "Language"), FieldOfAction::SocialSpace);
    let german = book.theme(
        "language.german",
        Some(tongue),
        texts("Deutsch lernen", "Learning German"),
        FieldOfAction::SocialSpace,
    );
    let health = book.theme("health", None, texts("Gesundheit", "Health"), FieldOfAction::Opening);

    let data = club(&book, german);
    let club = book.add(data);
    let shelter = book.add(Actor {
        location: Position::new(7.25, 51.55).ok().map(|position| Location { position, precision: Precision::Hidden }),
        based_in: Some(book.districts[2].id),
        themes: vec![health, german],
        languages: vec![language("de"), language("ar")],
        confidential: Some(true),
        ..Actor::new(slug("frauenhaus"), ActorKind::Organisation(OrganisationKind::Women), "Ärztinnen im Frauenhaus")
    });
    let office = book.add(Actor {
        active_in: vec![wanne],
        themes: vec![health],
        ..Actor::new(slug("jobcenter"), ActorKind::Institution(InstitutionKind::JobCentre), "Jobcenter")
    });
    let table = book.add(Actor {
        active_in: vec![city],
        ..Actor::new(slug("runder-tisch"), ActorKind::Network(NetworkKind::RoundTable), "Runder Tisch Wanne")
    });
    book.add(Actor {
        status: LifeStatus::Draft,
        ..Actor::new(slug("entwurf"), ActorKind::Network(NetworkKind::Alliance), "Entwurf")
    });

    book.link(club, office, LinkKind::CooperatesWith, LinkStatus::Active, german);
    book.link(club, table, LinkKind::MemberOf, LinkStatus::Active, german);
    book.link(shelter, club, LinkKind::Supports, LinkStatus::Ended, health);
    book.link(shelter, office, LinkKind::RefersTo, LinkStatus::Proposed, health);
    add_doings(&mut book, club, office, german);
    book.changes
}

fn add_doings(book: &mut Book, club: ActorId, office: ActorId, theme: domain::ThemeId) {
    book.add(Offer {
        actor: club,
        status: LifeStatus::Published,
        kind: OfferKind::Service,
        title: texts("Sprachcafé", "Language café"),
        description: LocalisedText::default(),
        themes: vec![theme].into(),
        languages: vec![language("tr")].into(),
        target_groups: vec![TargetGroup::Newcomers].into(),
        schedule: "Tu 17:00-19:00".parse().ok(),
        cost: LocalisedText::german("2 Euro"),
        minimum_age: None,
        maximum_age: None,
        exclusions: LocalisedText::default(),
        documents: LocalisedText::default(),
        registration_methods: Default::default(),
        registration: LocalisedText::default(),
        registration_url: None,
        place: None,
        valid_from: Some(day("2025-09-01")),
        valid_until: None,
        availability: None,
        free_places: None,
        availability_until: None,
    });
    book.add(Event {
        hosts: vec![club, office],
        status: LifeStatus::Published,
        title: LocalisedText::german("Chorprobe"),
        description: LocalisedText::default(),
        starts_at: "2026-01-06T17:00:00".parse().expect("time"),
        ends_at: "2026-01-06T19:00:00".parse().ok(),
        all_day: false,
        cancelled: false,
        recurrence: Recurrence::parse("FREQ=WEEKLY;BYDAY=TU").ok(),
        excluded_dates: Vec::new(),
        themes: vec![theme],
        languages: vec![language("tr")],
        target_groups: Vec::new(),
        place: None,
        website: None,
        registration_url: None,
    });
    book.add(Project {
        actors: vec![club, office],
        status: LifeStatus::Published,
        title: LocalisedText::german("Gemeinsam lernen"),
        description: LocalisedText::default(),
        themes: vec![theme],
        districts: vec![book.districts[1].id],
        since: Some(day("2025-01-01")),
        until: None,
        funding: Some("Land NRW".to_owned()),
        website: None,
    });
    let consent = Consent {
        purpose: "directory".to_owned(),
        text_version: "1".to_owned(),
        text_language: language("de"),
        given_on: day("2025-01-01"),
        given_by: ConsentMethod::Written,
        recorded_by: Role::Editor,
        review_due: None,
        withdrawn_on: None,
    };
    let name = PersonField { value: "Ada Beispiel".to_owned(), visibility: Visibility::Public, consent: Some(consent) };
    let phone =
        PersonField { value: "02325 987654".parse().expect("phone"), visibility: Visibility::Internal, consent: None };
    book.add(ContactPerson { actor: club, name: Some(name), role: None, phone: Some(phone), email: None });
}

static SNAPSHOT: LazyLock<Arc<Snapshot>> =
    LazyLock::new(|| Arc::new(Snapshot::build(Settings::default(), facts()).expect("snapshot")));

/// An engine with the limits everybody has.
pub(crate) static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new(Limits::default(), Arc::new(Memory)));

/// The small directory.
pub(crate) fn snapshot() -> Arc<Snapshot> {
    Arc::clone(&SNAPSHOT)
}

/// An archive that remembers the directory without its links, and two versions of everybody.
pub(crate) struct Memory;

impl Archive for Memory {
    fn at(&self, _: DateTime<Utc>) -> BoxFuture<'_, Result<Arc<Snapshot>, ArchiveError>> {
        let facts: Vec<_> = facts().into_iter().filter(|change| !matches!(change.fact, Some(Fact::Link(_)))).collect();
        Box::pin(async { Ok(Arc::new(Snapshot::build(Settings::default(), facts).expect("snapshot"))) })
    }

    fn history(&self, actor: ActorId) -> BoxFuture<'_, Result<Vec<PastVersion>, ArchiveError>> {
        let public = facts().into_iter().find_map(|change| match change.fact {
            Some(Fact::Actor(fact)) if fact.id == actor => Some(Arc::new(Record::clone(&fact))),
            _ => None,
        });
        let version = |version, by, actor| PastVersion { version, at: now(), by, actor };
        Box::pin(async move { Ok(vec![version(2, Role::Editor, public), version(1, Role::Member, None)]) })
    }
}

/// An archive that fails.
pub(crate) struct Broken;

impl Archive for Broken {
    fn at(&self, _: DateTime<Utc>) -> BoxFuture<'_, Result<Arc<Snapshot>, ArchiveError>> {
        Box::pin(async {
            Err(ArchiveError::Fault { doing: "read the secret table", source: "password is hunter2".into() })
        })
    }

    fn history(&self, _: ActorId) -> BoxFuture<'_, Result<Vec<PastVersion>, ArchiveError>> {
        Box::pin(async { Err(ArchiveError::Busy) })
    }
}

/// Runs a request on an engine.
pub(crate) fn run(engine: &Engine, query: &str, variables: Value) -> Outcome {
    run_on(snapshot(), engine, query, variables)
}

/// Runs a request on an engine and another directory.
pub(crate) fn run_on(snapshot: Arc<Snapshot>, engine: &Engine, query: &str, variables: Value) -> Outcome {
    let variables = async_graphql::Variables::from_json(variables);
    let request = GraphqlRequest { query: query.to_owned(), variables, ..GraphqlRequest::default() };
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("runtime");
    runtime.block_on(engine.answer(snapshot, now(), &request))
}

/// Runs a query with the limits everybody has.
pub(crate) fn outcome(query: &str) -> Outcome {
    run(&ENGINE, query, Value::Null)
}

/// An answer's body.
pub(crate) fn json(outcome: &Outcome) -> Value {
    serde_json::from_slice(&outcome.body).expect("the answer is JSON")
}

/// The answer to a query.
pub(crate) fn answer(query: &str) -> Value {
    json(&outcome(query))
}

/// The answer to a query with variables.
pub(crate) fn answer_with(query: &str, variables: Value) -> Value {
    json(&run(&ENGINE, query, variables))
}

/// The answer to a query that has no errors, as it came over the wire but indented.
pub(crate) fn pretty(query: &str) -> String {
    let outcome = outcome(query);
    assert!(!outcome.has_errors, "{}", String::from_utf8_lossy(&outcome.body));
    let value: Box<serde_json::value::RawValue> = serde_json::from_slice(&outcome.body).expect("the answer is JSON");
    indent(value.get())
}

/// Indents JSON and keeps the order of its members, which is part of the contract.
fn indent(json: &str) -> String {
    let (mut out, mut depth, mut in_string, mut escaped) = (String::new(), 0_usize, false, false);
    for c in json.chars() {
        let break_line = |out: &mut String, depth: usize| {
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', 2 * depth));
        };
        match c {
            _ if in_string => {
                out.push(c);
                in_string = escaped || c != '"';
                escaped = c == '\\' && !escaped;
                continue;
            }
            '{' | '[' => {
                depth += 1;
                out.push(c);
                break_line(&mut out, depth);
            }
            '}' | ']' => {
                depth -= 1;
                break_line(&mut out, depth);
                out.push(c);
            }
            ',' => {
                out.push(c);
                break_line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            '"' => {
                in_string = true;
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}
