//! A small fictional directory, and a reader that brings a file back to records.

use std::ops::ControlFlow;

use chrono::{DateTime, Utc};
use domain::{
    Actor, ActorId, ActorKind, Address, Confirmations, Consent, ContactPerson, CooperationLink, District,
    DistrictLevel, Entity, Event, Language, LocalisedText, Location, Offer, OpeningHours, PersonField, Position,
    Project, Record, Recurrence, Slug, Theme, Verification, record::LifeStatus, vocabulary::*,
};
use geo::polygon;
use uuid::Uuid;

use crate::{
    interchange::{
        names::{FileNames, Siblings},
        reader::{Entry, read},
        to_domain::Resolver,
        writer::Records,
    },
    known::Known,
    problem::Problems,
};

pub(super) fn slug(text: &str) -> Slug {
    text.parse().expect("slug")
}

pub(super) fn record<E: Entity>(number: u128, data: E) -> Record<E> {
    Record::new(E::Id::from(Uuid::from_u128(number)), DateTime::<Utc>::UNIX_EPOCH, data)
}

pub(super) fn id<E: Entity>(number: u128) -> E::Id {
    E::Id::from(Uuid::from_u128(number))
}

pub(super) fn german(text: &str) -> LocalisedText {
    LocalisedText::german(text)
}

pub(super) fn language(tag: &str) -> Language {
    tag.parse().expect("tag")
}

pub(super) fn field<T>(value: T, visibility: Visibility, withdrawn: bool) -> PersonField<T> {
    let day = "2026-05-01".parse().expect("day");
    let consent = Consent {
        purpose: "Veröffentlichung im Verzeichnis".to_owned(),
        text_version: "2".to_owned(),
        text_language: language("de-simple"),
        given_on: day,
        given_by: ConsentMethod::Written,
        recorded_by: Role::Editor,
        review_due: None,
        withdrawn_on: withdrawn.then_some(day),
    };
    PersonField { value, visibility, consent: (visibility != Visibility::Internal).then_some(consent) }
}

fn districts() -> Vec<Record<District>> {
    let district = |slug_text: &str, parent, level, position| District {
        slug: slug(slug_text),
        former_slugs: Vec::new(),
        parent,
        level,
        name: german(slug_text),
        position,
        centre: Position::new(7.5, 51.5).ok(),
        boundary: None,
        alternative_names: vec!["Alt-Dorf".to_owned()],
        boundary_source: None,
        replaced_by: None,
    };
    let square = polygon![
        (x: 7.0, y: 51.0), (x: 8.0, y: 51.0), (x: 8.0, y: 52.0), (x: 7.0, y: 52.0), (x: 7.0, y: 51.0)];
    let hole = polygon!(
        exterior: [(x: 9.0, y: 51.0), (x: 9.9, y: 51.0), (x: 9.9, y: 51.9), (x: 9.0, y: 51.0)],
        interiors: [[(x: 9.4, y: 51.2), (x: 9.5, y: 51.2), (x: 9.5, y: 51.3), (x: 9.4, y: 51.2)]],
    );
    let mut quarter = district("unterstadt", Some(id::<District>(1)), DistrictLevel::Quarter, 1);
    quarter.boundary = Some(geo::MultiPolygon(vec![square.clone()]));
    quarter.boundary_source = Some("schematisch".to_owned());
    let mut city = district("musterstadt", None, DistrictLevel::City, 0);
    city.boundary = Some(geo::MultiPolygon(vec![square, hole]));
    vec![
        record(3, quarter),
        record(2, district("oberstadt", Some(id::<District>(1)), DistrictLevel::Quarter, 0)),
        record(1, city),
    ]
}

fn themes() -> Vec<Record<Theme>> {
    let theme = |slug_text: &str, parent, position| Theme {
        slug: slug(slug_text),
        former_slugs: Vec::new(),
        parent,
        label: german(slug_text).with(language("en"), slug_text),
        alternative_labels: vec!["Kümmerei".to_owned(), "مساعدة".to_owned()],
        fields_of_action: vec![FieldOfAction::Opening, FieldOfAction::Engagement],
        position,
        replaced_by: None,
    };
    let mut old = theme("alt", None, 7);
    old.replaced_by = Some(id::<Theme>(11));
    vec![
        record(10, theme("sprache", None, 3)),
        record(11, theme("sprache.deutsch", Some(id::<Theme>(10)), 0)),
        record(12, old),
    ]
}

fn association() -> Actor {
    let mut actor =
        Actor::new(slug("verein-am-markt"), ActorKind::Organisation(OrganisationKind::Women), "Verein am Markt");
    actor.former_slugs = [slug("markt-verein")].into_iter().collect();
    actor.alternative_names = vec!["VaM".to_owned()];
    actor.legal_form = Some(LegalForm::RegisteredAssociation);
    actor.summary = german("Ein „erfundener“ Verein.").with(language("tr"), "Kurgusal dernek.");
    actor.address = Some(Box::new(Address {
        street: Some("Marktweg 1".into()),
        city: Some("Musterstadt".into()),
        ..Address::default()
    }));
    actor.location =
        Some(Location { position: Position::new(7.25, 51.5).expect("position"), precision: Precision::Quarter });
    actor.active_in = vec![id::<District>(2), id::<District>(3)];
    actor.themes = vec![id::<Theme>(11), id::<Theme>(10)];
    actor.languages = vec![language("tr"), language("de")];
    actor.target_groups = vec![TargetGroup::Women];
    actor.website = Some("https://example.org/".parse().expect("address"));
    actor.opening_hours = Some("Mo-Fr 09:00-12:00; PH off".parse::<OpeningHours>().expect("hours"));
    actor.free_of_charge = Some(true);
    actor.wheelchair = Wheelchair::Limited;
    actor.verification = Some(Verification { on: "2026-04-01".parse().expect("day"), by: Role::Editor });
    actor
}

fn offers_and_events(records: &mut Records) {
    let offer = |actor, status, title: &str| Offer {
        actor,
        status,
        kind: OfferKind::Room,
        title: german(title),
        description: LocalisedText::default(),
        themes: vec![id::<Theme>(11)].into(),
        languages: vec![language("ar")].into(),
        target_groups: vec![TargetGroup::Everyone].into(),
        schedule: "Tu 18:00-20:00".parse().ok(),
        cost: german("nichts"),
        minimum_age: None,
        maximum_age: None,
        exclusions: LocalisedText::default(),
        documents: LocalisedText::default(),
        registration_methods: Default::default(),
        registration: LocalisedText::default(),
        registration_url: "https://example.org/raum".parse().ok(),
        place: None,
        valid_from: "2026-01-01".parse().ok(),
        valid_until: None,
        availability: Some(Availability::PlacesFree),
        free_places: Some(3),
        availability_until: "2026-06-30".parse().ok(),
    };
    records.offers = vec![
        record(31, offer(id::<Actor>(20), LifeStatus::Draft, "Entwurf")),
        record(30, offer(id::<Actor>(20), LifeStatus::Published, "Raum")),
    ];
    records.events = vec![record(
        40,
        Event {
            hosts: vec![id::<Actor>(22), id::<Actor>(20), id::<Actor>(21)],
            status: LifeStatus::Published,
            title: german("Fest"),
            description: LocalisedText::default(),
            starts_at: "2027-03-09T18:00:00".parse().expect("time"),
            ends_at: "2027-03-09T20:30:00".parse().ok(),
            all_day: false,
            cancelled: false,
            recurrence: Recurrence::parse("FREQ=WEEKLY;BYDAY=TU").ok(),
            excluded_dates: Vec::new(),
            themes: Vec::new(),
            languages: Vec::new(),
            target_groups: Vec::new(),
            place: Some(Box::new(Address { city: Some("Musterstadt".into()), ..Address::default() })),
            website: None,
            registration_url: None,
        },
    )];
}

fn projects_and_links(records: &mut Records) {
    records.projects = vec![record(
        50,
        Project {
            actors: vec![id::<Actor>(22), id::<Actor>(20)],
            status: LifeStatus::Published,
            title: german("Gemeinsam"),
            description: LocalisedText::default(),
            themes: vec![id::<Theme>(10)],
            districts: vec![id::<District>(1)],
            since: "2026-01-01".parse().ok(),
            until: None,
            funding: Some("Stadt".to_owned()),
            website: None,
        },
    )];
    let day = "2026-02-01".parse().ok();
    let link = |from, to, status, confirmations| CooperationLink {
        from,
        to,
        kind: LinkKind::ProvidesRoomTo,
        status,
        confirmations,
        themes: Box::default(),
        districts: [id::<District>(3)].into(),
        since: day,
        until: None,
        basis: Some(LinkBasis::Informal),
        source: Some("Gespräch".into()),
        public_note: None,
        internal_note: Some("nicht weitersagen".into()),
    };
    let both = Confirmations { from: day, to: day };
    records.links = vec![
        record(62, link(id::<Actor>(22), id::<Actor>(20), LinkStatus::Active, both)),
        record(61, link(id::<Actor>(20), id::<Actor>(21), LinkStatus::Proposed, Confirmations::default())),
        record(60, link(id::<Actor>(21), id::<Actor>(20), LinkStatus::Active, both)),
    ];
}

/// A directory with something of everything: 20 a published association, 21 a hidden institution,
/// 22 a draft network.
pub(super) fn small_directory() -> Records {
    let mut hidden = Actor::new(slug("schutzhaus"), ActorKind::Institution(InstitutionKind::Other), "Schutzhaus");
    hidden.location =
        Some(Location { position: Position::new(7.333, 51.333).expect("position"), precision: Precision::Hidden });
    hidden.address = Some(Box::new(Address { street: Some("Geheimweg 7".into()), ..Address::default() }));
    hidden.based_in = Some(id::<District>(2));
    let mut draft = Actor::new(slug("runder-tisch"), ActorKind::Network(NetworkKind::RoundTable), "Runder Tisch");
    draft.status = LifeStatus::Draft;
    let mut records = Records {
        districts: districts(),
        themes: themes(),
        actors: vec![record(20, association()), record(21, hidden), record(22, draft)],
        ..Records::default()
    };
    offers_and_events(&mut records);
    projects_and_links(&mut records);
    let person = ContactPerson {
        actor: id::<Actor>(20),
        name: Some(field("Erika Beispiel".to_owned(), Visibility::Public, false)),
        role: Some(field("Vorsitz".to_owned(), Visibility::Partners, false)),
        phone: Some(field("0123 456789".parse().expect("phone"), Visibility::Internal, false)),
        email: Some(field("erika@example.org".parse().expect("e-mail"), Visibility::Public, true)),
    };
    records.contact_persons = vec![record(70, person)];
    records
}

/// Brings a file back to records as an import does, in two passes. Everything in it has an id.
pub(super) fn load(bytes: &[u8]) -> (Records, Problems) {
    let (mut names, mut known, mut problems) = (FileNames::default(), Known::default(), Problems::default());
    let first = read(bytes, |located| {
        names.note(&located, &mut problems);
        match &located.entry {
            Entry::District(entry) => known.add_district(entry.slug.clone(), entry.id.expect("id")).map(|_| ()),
            Entry::Theme(entry) => known.add_theme(entry.slug.clone(), entry.id.expect("id")).map(|_| ()),
            Entry::Actor(entry) => {
                known.add_actor(entry.slug.clone().expect("slug"), entry.id.expect("id")).map(|_| ())
            }
            _ => None,
        };
        ControlFlow::Continue(())
    });
    first.expect("a directory file");
    names.finish(&Known::default(), &mut problems);
    // What was refused may be referred to, so that one mistake is told once.
    for (number, slug) in (0..).zip(names.actors()) {
        if known.actor(slug.as_str()).is_none() {
            known.add_actor(slug.clone(), id::<Actor>(u128::MAX - number));
        }
    }
    let mut records = Records::default();
    let (mut boroughs, mut siblings) = (Siblings::default(), Siblings::default());
    let mut resolver = Resolver::new(&known, &mut problems);
    let second = read(bytes, |located| {
        take(located, &mut records, &mut resolver, (&mut boroughs, &mut siblings));
        ControlFlow::Continue(())
    });
    assert!(!second.expect("a directory file").stopped);
    (records, problems)
}

fn take(
    located: crate::interchange::Located,
    records: &mut Records,
    resolver: &mut Resolver<'_>,
    (boroughs, siblings): (&mut Siblings, &mut Siblings),
) {
    let place = &located.place;
    fn kept<E: Entity>(id: Option<E::Id>, data: E) -> Record<E> {
        Record::new(id.expect("id"), DateTime::<Utc>::UNIX_EPOCH, data)
    }
    match located.entry {
        Entry::District(entry) => {
            let (id, position) = (entry.id, boroughs.next(entry.parent.as_ref()));
            records.districts.extend(resolver.district(place, *entry, position).map(|data| kept(id, data)));
        }
        Entry::Theme(entry) => {
            let (id, position) = (entry.id, siblings.next(entry.parent.as_ref()));
            records.themes.extend(resolver.theme(place, *entry, position).map(|data| kept(id, data)));
        }
        Entry::Actor(entry) => {
            let id: ActorId = entry.id.expect("id");
            let slug = entry.slug.clone().expect("slug");
            let Some(data) = resolver.actor(place, *entry, id, slug) else { return };
            records.actors.push(kept(Some(id), data.actor));
            records.offers.extend(data.offers.into_iter().map(|nested| kept(nested.id, nested.data)));
            records.events.extend(data.events.into_iter().map(|nested| kept(nested.id, nested.data)));
            records.contact_persons.extend(data.contact_persons.into_iter().map(|nested| kept(nested.id, nested.data)));
        }
        Entry::Project(entry) => {
            let id = entry.id;
            records.projects.extend(resolver.project(place, *entry).map(|data| kept(id, data)));
        }
        Entry::Link(entry) => {
            let id = entry.id;
            records.links.extend(resolver.link(place, *entry).map(|data| kept(id, data)));
        }
        Entry::Offer(_) | Entry::Event(_) | Entry::Invalid(_) => {}
    }
}
