//! What a text finds an actor by, and why; what is not public finds nobody.

use directory::{ActorFilter, ActorQuestion, EventFilter, EventQuestion, MatchReason, MatchSubject, OfferFilter};
use directory::{OfferQuestion, Settings, Snapshot, Suggestion, text::DocumentPart};
use domain::{
    Actor, ActorId, ActorKind, Address, District, DistrictId, DistrictLevel, Entity, Event, Gazetteer, Language,
    LifeStatus, LocalisedText, Location, Offer, Position, Record, Theme, ThemeId,
    publication::{PublicationChange, Publish},
    record::EntityRef,
    vocabulary::{InstitutionKind, LegalForm, OfferKind, Precision, TargetGroup},
};
use uuid::Uuid;

fn change<E: Entity>(sequence: u64, record: Record<E>) -> PublicationChange
where
    Record<E>: Publish,
{
    let (entity, at) = (EntityRef::of::<E>(record.id), record.updated_at);
    PublicationChange { sequence, at, entity, fact: record.publish(&Gazetteer::default()) }
}

fn record<E: Entity>(number: u128, data: E) -> Record<E> {
    Record::new(Uuid::from_u128(number).into(), "2026-03-01T08:00:00Z".parse().expect("a time"), data)
}

fn tag(tag: &str) -> Language {
    tag.parse().expect("a tag")
}

fn actor(number: u128, name: &str) -> Actor {
    let slug = format!("actor-{number}").parse().expect("a slug");
    let mut actor = Actor::new(slug, ActorKind::Institution(InstitutionKind::JobCentre), name.to_owned());
    actor.status = LifeStatus::Published;
    actor
}

/// An actor with something in every part.
fn full_actor() -> Actor {
    let mut actor = actor(1, "Winterlinde");
    actor.alternative_names = vec!["AKF".to_owned(), "شجرة الزيزفون".to_owned()];
    actor.legal_form = Some(LegalForm::RegisteredAssociation);
    actor.themes = vec![ThemeId::from(Uuid::from_u128(101))];
    actor.active_in = vec![DistrictId::from(Uuid::from_u128(201))];
    actor.languages = vec![tag("ru"), tag("ar")];
    actor.target_groups = vec![TargetGroup::Women];
    actor.summary = LocalisedText::german("Wir singen.");
    actor.description = LocalisedText::german("Offen für alle. Dienstags im Saal. Gern mit Kindern.");
    actor.address = address();
    actor
}

fn address() -> Option<Box<Address>> {
    Some(Box::new(Address {
        street: Some("Musterallee 12".into()),
        postcode: Some("44649".into()),
        city: Some("Musterstadt".into()),
        ..Address::default()
    }))
}

fn theme(number: u128, parent: Option<u128>, label: LocalisedText) -> Record<Theme> {
    record(
        number,
        Theme {
            slug: format!("theme-{number}").parse().expect("a slug"),
            former_slugs: Vec::new(),
            parent: parent.map(|id| Uuid::from_u128(id).into()),
            label,
            alternative_labels: Vec::new(),
            fields_of_action: Vec::new(),
            position: 0,
            replaced_by: None,
        },
    )
}

fn district(number: u128, parent: Option<u128>, name: &str) -> Record<District> {
    record(
        number,
        District {
            slug: format!("district-{number}").parse().expect("a slug"),
            former_slugs: Vec::new(),
            parent: parent.map(|id| Uuid::from_u128(id).into()),
            level: if parent.is_some() { DistrictLevel::Quarter } else { DistrictLevel::Borough },
            name: LocalisedText::german(name),
            position: 0,
            centre: None,
            boundary: None,
            alternative_names: Vec::new(),
            boundary_source: None,
            replaced_by: None,
        },
    )
}

fn offer(title: &str) -> Offer {
    Offer {
        actor: ActorId::from(Uuid::from_u128(1)),
        status: LifeStatus::Published,
        kind: OfferKind::Service,
        title: LocalisedText::german(title).with(tag("tr"), "Form doldurma yardımı"),
        description: LocalisedText::german("Mit Übersetzung."),
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
    }
}

fn event(title: &str) -> Event {
    Event {
        hosts: vec![ActorId::from(Uuid::from_u128(1))],
        status: LifeStatus::Published,
        title: LocalisedText::german(title),
        description: LocalisedText::german("Bei Regen drinnen."),
        starts_at: "2026-06-01T18:00:00".parse().expect("a time"),
        ends_at: Some("2026-06-03T20:00:00".parse().expect("a time")),
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
    }
}

fn facts() -> Vec<PublicationChange> {
    vec![
        change(1, theme(100, None, LocalisedText::german("Ankommen"))),
        change(2, theme(101, Some(100), LocalisedText::german("Einbürgerung").with(tag("en"), "Naturalisation"))),
        change(3, district(200, None, "Wanne")),
        change(4, district(201, Some(200), "Bickern")),
        change(5, record(1, full_actor())),
        change(6, record(2, actor(2, "Ganz anders"))),
        change(7, record(11, offer("Nähwerkstatt"))),
        change(8, record(12, offer("Formularhilfe"))),
        change(9, record(21, event("Drachenfest"))),
    ]
}

fn snapshot() -> Snapshot {
    Snapshot::build(Settings::default(), facts()).expect("a snapshot")
}

/// The slugs that a text finds, best first.
fn search_slugs(snapshot: &Snapshot, text: &str) -> Vec<String> {
    let filter = ActorFilter { text: Some(text.to_owned()), ..ActorFilter::default() };
    let page = snapshot.actors(&ActorQuestion { filter, ..ActorQuestion::default() }).expect("a page");
    page.edges.iter().map(|(_, no)| snapshot.actor(*no).data().slug.to_string()).collect()
}

fn finds(snapshot: &Snapshot, text: &str) -> bool {
    search_slugs(snapshot, text).first().is_some_and(|slug| slug == "actor-1")
}

fn reasons(snapshot: &Snapshot, text: &str) -> Vec<MatchReason> {
    let no = snapshot.actor_by_slug("actor-1").expect("the actor");
    snapshot.match_reasons(text, &[no]).expect("reasons").remove(0)
}

#[test]
fn an_actor_is_found_by_all_that_is_shown_of_it_and_told_why() {
    let snapshot = snapshot();
    let theme = |slug| Some(MatchSubject::Theme(snapshot.theme_by_slug(slug).expect("a theme")));
    let district = |slug| Some(MatchSubject::District(snapshot.district_by_slug(slug).expect("a district")));
    let offer = |number: u128| snapshot.offer_no(Uuid::from_u128(number).into()).map(MatchSubject::Offer);
    let sentence = |text: &str| Some(MatchSubject::Sentence(text.to_owned()));
    let event = snapshot.event_no(Uuid::from_u128(21).into()).map(MatchSubject::Event);
    let cases = [
        ("winterlinde", DocumentPart::Name, None),
        ("akf", DocumentPart::AlternativeName, Some(MatchSubject::AlternativeName(0))),
        ("الزيزفون", DocumentPart::AlternativeName, Some(MatchSubject::AlternativeName(1))),
        ("eV", DocumentPart::Kind, None),
        ("einbürgerung", DocumentPart::Theme, theme("theme-101")),
        ("naturalisation", DocumentPart::Theme, theme("theme-101")),
        ("ankommen", DocumentPart::ParentTheme, theme("theme-100")),
        ("formularhilfe", DocumentPart::OfferTitle, offer(12)),
        ("nähwerkstatt", DocumentPart::OfferTitle, offer(11)),
        ("doldurma", DocumentPart::OfferTitle, offer(12)),
        ("drachenfest", DocumentPart::EventTitle, event.clone()),
        ("bickern", DocumentPart::District, district("district-201")),
        ("wanne", DocumentPart::District, district("district-200")),
        ("russisch", DocumentPart::Language, Some(MatchSubject::Language(tag("ru")))),
        ("rusça", DocumentPart::Language, Some(MatchSubject::Language(tag("ru")))),
        ("frauen", DocumentPart::TargetGroup, Some(MatchSubject::TargetGroup(TargetGroup::Women))),
        ("musterallee", DocumentPart::Address, Some(MatchSubject::Address)),
        ("44649", DocumentPart::Address, Some(MatchSubject::Address)),
        ("singen", DocumentPart::Summary, sentence("Wir singen.")),
        ("dienstags", DocumentPart::Description, sentence("Dienstags im Saal.")),
        ("übersetzung", DocumentPart::OfferDescription, offer(12)),
        ("regen", DocumentPart::EventDescription, event),
    ];
    for (text, part, subject) in cases {
        assert!(finds(&snapshot, text), "{text}");
        assert_eq!(reasons(&snapshot, text), [MatchReason { part, subject }], "{text}");
    }
    // Both are job centres, in any language, so the name decides.
    assert_eq!(search_slugs(&snapshot, "jobcenter"), ["actor-2", "actor-1"]);
    assert_eq!(search_slugs(&snapshot, "Yabancılar"), Vec::<String>::new());
    let parts: Vec<DocumentPart> =
        reasons(&snapshot, "formularhilfe russisch wanne").iter().map(|it| it.part).collect();
    assert_eq!(parts, [DocumentPart::OfferTitle, DocumentPart::District, DocumentPart::Language]);
    assert_eq!(reasons(&snapshot, "nirgendwo"), []);
    assert_eq!(reasons(&snapshot, "?"), []);
}

#[test]
fn what_is_not_public_finds_nobody() {
    let place = |precision| {
        let mut actor = full_actor();
        actor.location = Some(Location { position: Position::new(7.15, 51.53).expect("a position"), precision });
        snapshot().apply(&[change(20, record(1, actor))]).expect("a snapshot")
    };
    let address = |snapshot: &Snapshot| ["musterallee", "12", "44649"].map(|text| finds(snapshot, text));
    assert_eq!(address(&place(Precision::Exact)), [true, true, true]);
    assert_eq!(address(&place(Precision::Street))[..2], [true, false]);
    assert!(!address(&place(Precision::Quarter))[0]);
    assert_eq!(address(&place(Precision::Hidden)), [false, false, false]);
    let mut draft = offer("Formularhilfe");
    draft.status = LifeStatus::Draft;
    let withdrawn = snapshot().apply(&[change(20, record(12, draft))]).expect("a snapshot");
    assert!(!finds(&withdrawn, "formularhilfe") && finds(&withdrawn, "nähwerkstatt"));
    let mut archived = full_actor();
    archived.status = LifeStatus::Archived;
    let gone = snapshot().apply(&[change(20, record(1, archived))]).expect("a snapshot");
    assert_eq!(search_slugs(&gone, "drachenfest"), Vec::<String>::new());
}

fn suggestions(snapshot: &Snapshot, text: &str) -> Vec<Suggestion> {
    snapshot.suggest(text, 20, "de").expect("suggestions")
}

#[test]
fn what_is_not_public_is_not_suggested() {
    let sorts = |snapshot: &Snapshot| {
        let count = |text: &str, is_sort: fn(&Suggestion) -> bool| {
            suggestions(snapshot, text).iter().filter(|it| is_sort(it)).count()
        };
        [
            count("formular", |it| matches!(it, Suggestion::Offer(_))),
            count("drachen", |it| matches!(it, Suggestion::Event(_))),
            count("russi", |it| matches!(it, Suggestion::Language(_))),
            count("russi", |it| matches!(it, Suggestion::Question(text) if text == "Russisch in Bickern")),
            count("winterl", |it| matches!(it, Suggestion::Actor(_))),
        ]
    };
    assert_eq!(sorts(&snapshot()), [1, 1, 1, 1, 1]);
    let mut draft = offer("Formularhilfe");
    draft.status = LifeStatus::Draft;
    assert_eq!(sorts(&snapshot().apply(&[change(20, record(12, draft))]).expect("a snapshot")), [0, 1, 1, 1, 1]);
    for status in [LifeStatus::Draft, LifeStatus::Archived] {
        let mut gone = full_actor();
        gone.status = status;
        let gone = snapshot().apply(&[change(20, record(1, gone))]).expect("a snapshot");
        assert_eq!(sorts(&gone), [0; 5], "{status:?}");
        // Nor does anything of it change how others are found.
        let mut never = facts();
        never.retain(|it| it.entity != EntityRef::of::<Actor>(ActorId::from(Uuid::from_u128(1))));
        let never = Snapshot::build(Settings::default(), never).expect("a snapshot");
        for text in ["ganz", "russisch", "drachenfest", "wann", "form", "musterallee"] {
            assert_eq!(suggestions(&gone, text).len(), suggestions(&never, text).len(), "{text}");
        }
    }
    let mut silent = full_actor();
    silent.languages = vec![tag("ar")];
    let silent = snapshot().apply(&[change(20, record(1, silent))]).expect("a snapshot");
    assert_eq!(sorts(&silent), [1, 1, 0, 0, 1]);
    let later = snapshot().on_day("2026-06-04".parse().expect("a day"));
    assert_eq!(sorts(&later), [1, 0, 1, 1, 1], "what is over is not suggested");
    let words_of_texts = ["Übersetzung", "Regen", "Musterallee"].map(|text| {
        let of_titles = |it: &Suggestion| matches!(it, Suggestion::Offer(_) | Suggestion::Event(_));
        suggestions(&snapshot(), text).iter().any(of_titles)
    });
    assert_eq!(words_of_texts, [false; 3], "offers and events are suggested by their titles");
}

#[test]
fn of_events_with_equal_titles_the_next_is_suggested_first() {
    let at = |start: &str| Event { starts_at: start.parse().expect("a time"), ends_at: None, ..event("Laternenumzug") };
    let weekly = domain::Recurrence::parse("FREQ=WEEKLY").expect("a rule");
    let weekly = Event { recurrence: Some(weekly), ..at("2026-01-05T18:00:00") };
    let events = [at("2026-11-11T17:00:00"), weekly, at("2026-10-11T17:00:00"), at("2026-02-01T17:00:00")];
    let changes = (30..).zip(events).map(|(number, event)| change(number, record(u128::from(number), event)));
    let snapshot = snapshot().apply(&changes.collect::<Vec<_>>()).expect("a snapshot");
    let snapshot = snapshot.on_day("2026-06-01".parse().expect("a day"));
    let starts = suggestions(&snapshot, "laternen").into_iter().filter_map(|suggestion| match suggestion {
        Suggestion::Event(no) => Some(snapshot.event(no).data().starts_at.to_string()),
        _ => None,
    });
    assert_eq!(starts.collect::<Vec<_>>(), ["2026-10-11 17:00:00", "2026-11-11 17:00:00", "2026-01-05 18:00:00"]);
}

#[test]
fn what_is_renamed_is_found_by_its_new_name_only() {
    let old = snapshot();
    let new = old
        .apply(&[
            change(20, theme(100, None, LocalisedText::german("Orientierung"))),
            change(21, district(200, None, "Holsterhausen")),
            change(22, record(12, offer("Ausfüllhilfe"))),
            change(23, record(21, event("Lichterfest"))),
        ])
        .expect("a snapshot");
    for (before, after) in [
        ("ankommen", "orientierung"),
        ("wanne", "holsterhausen"),
        ("formularhilfe", "ausfüllhilfe"),
        ("drachenfest", "lichterfest"),
    ] {
        assert!(finds(&old, before) && !finds(&old, after), "{before}");
        assert!(finds(&new, after) && !finds(&new, before), "{after}");
    }
}

#[test]
fn offers_and_events_are_found_by_their_own_words() {
    let snapshot = snapshot();
    let offers = |text: &str| {
        let filter = OfferFilter { text: Some(text.to_owned()), ..OfferFilter::default() };
        snapshot.offers(&OfferQuestion { filter, ..OfferQuestion::default() }).expect("a page").total
    };
    let events = |text: &str| {
        let filter = EventFilter { text: Some(text.to_owned()), ..EventFilter::default() };
        snapshot.events(&EventQuestion { filter, ..EventQuestion::default() }).expect("a page").total
    };
    assert_eq!(["formularhilfe", "form doldurma", "Übersetzung", "Drachenfest"].map(offers), [1, 2, 2, 0]);
    assert_eq!(["drachen", "regen", "Formularhilfe"].map(events), [1, 1, 0]);
}

#[test]
fn an_event_finds_its_host_until_it_is_over() {
    let on = |day: &str| snapshot().on_day(day.parse().expect("a day"));
    for (day, is_found) in [("2026-05-01", true), ("2026-06-02", true), ("2026-06-03", true), ("2026-06-04", false)] {
        assert_eq!(finds(&on(day), "drachenfest"), is_found, "{day}");
    }
    let later = on("2026-06-04");
    assert!(finds(&later, "formularhilfe"), "an offer without an end stays");
    let next_year =
        Event { starts_at: "2027-06-01T18:00:00".parse().expect("a time"), ends_at: None, ..event("Drachenfest") };
    let again = later.apply(&[change(20, record(21, next_year))]).expect("a snapshot");
    assert!(finds(&again, "drachenfest"));
    let weekly = Event {
        recurrence: Some(domain::Recurrence::parse("FREQ=WEEKLY;UNTIL=20260801T000000Z").expect("a rule")),
        ..event("Drachenfest")
    };
    let weekly = snapshot().apply(&[change(20, record(21, weekly))]).expect("a snapshot");
    let weekly = |day: &str| finds(&weekly.on_day(day.parse().expect("a day")), "drachenfest");
    assert_eq!((weekly("2026-07-15"), weekly("2026-09-01")), (true, false));
}
