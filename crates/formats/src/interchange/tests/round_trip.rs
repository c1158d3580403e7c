//! Whatever is written is read back as it was, and written again byte for byte.

use domain::{
    Actor, ActorKind, CooperationLink, District, DistrictLevel, LocalisedText, Location, Offer, Position, Theme,
    record::LifeStatus, text::clean_line, vocabulary::*,
};
use proptest::{collection::vec, option, prelude::*, sample::select};

use super::records::{german, id, language, load, record, slug, small_directory};
use crate::interchange::{
    to_entries::Scope,
    writer::{Records, write},
};

fn paragraph() -> impl Strategy<Value = String> {
    "[a-zäöüßığş\"\\\\/<>&{}\u{1F31E}]{1,8}( [a-zа-яء-ي'\n\t]{0,8})?"
}

fn line() -> impl Strategy<Value = String> {
    paragraph().prop_map(|text| clean_line(&text))
}

fn paragraphs() -> impl Strategy<Value = LocalisedText> {
    paragraph().prop_map(LocalisedText::german)
}

fn text() -> impl Strategy<Value = LocalisedText> {
    (line(), option::of(line())).prop_map(|(german, turkish)| {
        let text = LocalisedText::german(german);
        if let Some(turkish) = turkish { text.with(language("tr"), turkish) } else { text }
    })
}

fn places() -> impl Strategy<Value = Option<Location>> {
    let precision = select(Precision::ALL);
    option::of((-180.0..=180.0f64, -90.0..=90.0f64, precision).prop_map(|(longitude, latitude, precision)| Location {
        position: Position::new(longitude, latitude).expect("position"),
        precision,
    }))
}

/// Numbers below `count`, each at most once.
fn some_of(count: u128) -> impl Strategy<Value = Vec<u128>> {
    vec(0..count, 0..4).prop_map(|mut numbers| {
        let mut seen = std::collections::HashSet::new();
        numbers.retain(|number| seen.insert(*number));
        numbers
    })
}

const TREE: u128 = 4;
const ACTORS: u128 = 5;

fn trees() -> impl Strategy<Value = (Vec<District>, Vec<Theme>)> {
    let part = (text(), 0..TREE, 0..5u32, any::<bool>());
    vec(part, TREE as usize).prop_map(|parts| {
        let parent = |number: usize, above: u128| (above < number as u128).then_some(above);
        let numbered = || parts.iter().cloned().enumerate();
        let districts = numbered().map(|(number, (name, above, position, placed))| District {
            slug: slug(&format!("d{number}")),
            former_slugs: Vec::new(),
            parent: parent(number, above).map(id::<District>),
            level: DistrictLevel::Quarter,
            name,
            position,
            centre: if placed { Position::new(7.0 + f64::from(position) / 3.0, 51.0).ok() } else { None },
            boundary: None,
            alternative_names: vec!["Alt-Dorf".to_owned()],
            boundary_source: None,
            replaced_by: None,
        });
        let themes = numbered().map(|(number, (label, above, position, retired))| Theme {
            slug: slug(&format!("t{number}")),
            former_slugs: Vec::new(),
            parent: parent(number, above).map(id::<Theme>),
            label,
            alternative_labels: vec!["Kümmerei".to_owned(), "مساعدة".to_owned()],
            fields_of_action: vec![FieldOfAction::Opening],
            position,
            replaced_by: retired.then(|| id::<Theme>(0)),
        });
        (districts.collect(), themes.collect())
    })
}

prop_compose! {
    fn actor()(
        prefix in "[a-z]", name in line(), summary in option::of(paragraphs()), location in places(),
        themes in some_of(TREE), active_in in some_of(TREE), draft in any::<bool>(),
        offers in vec(text(), 0..3), kind in select(NetworkKind::ALL), groups in select(TargetGroup::ALL),
    ) -> (String, Actor, Vec<LocalisedText>) {
        let mut actor = Actor::new(slug("x"), ActorKind::Network(kind), name);
        actor.status = if draft { LifeStatus::Draft } else { LifeStatus::Published };
        actor.summary = summary.unwrap_or_default();
        actor.location = location;
        actor.themes = themes.into_iter().map(id::<Theme>).collect();
        actor.active_in = active_in.into_iter().map(id::<District>).collect();
        actor.target_groups = vec![groups];
        (prefix, actor, offers)
    }
}

prop_compose! {
    fn directory()(
        (districts, themes) in trees(), actors in vec(actor(), ACTORS as usize),
        links in vec((0..ACTORS, 1..ACTORS, select(LinkKind::ALL), option::of(line())), 0..5),
    ) -> Records {
        let mut records = Records {
            districts: (0..).zip(districts).map(|(number, data)| record(number, data)).collect(),
            themes: (0..).zip(themes).map(|(number, data)| record(number, data)).collect(),
            ..Records::default()
        };
        for (number, (prefix, mut actor, offers)) in (0..).zip(actors) {
            actor.slug = slug(&format!("{prefix}{number}"));
            records.actors.push(record(number, actor));
            for (at, title) in (0..).zip(offers) {
                records.offers.push(record(number * 10 + at, offer(number, title)));
            }
        }
        for (number, (from, step, kind, note)) in (0..).zip(links) {
            records.links.push(record(number, link(from, (from + step) % ACTORS, kind, note)));
        }
        records
    }
}

fn offer(actor: u128, title: LocalisedText) -> Offer {
    Offer {
        actor: id::<Actor>(actor),
        status: LifeStatus::Published,
        kind: OfferKind::Service,
        title,
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
        registration: german("ja"),
        registration_url: None,
        place: None,
        valid_from: None,
        valid_until: None,
        availability: Some(Availability::PlacesFree),
        free_places: Some(3),
        availability_until: "2026-06-30".parse().ok(),
    }
}

fn link(from: u128, to: u128, kind: LinkKind, note: Option<String>) -> CooperationLink {
    CooperationLink {
        from: id::<Actor>(from),
        to: id::<Actor>(to),
        kind,
        status: LinkStatus::Proposed,
        confirmations: domain::Confirmations::default(),
        themes: Box::default(),
        districts: Box::default(),
        since: None,
        until: None,
        basis: None,
        source: None,
        public_note: note.as_deref().map(Into::into),
        internal_note: note.map(Into::into),
    }
}

fn written_again(records: Records, scope: Scope) -> (String, String) {
    let first = write(Vec::new(), records, scope).expect("file");
    let (loaded, problems) = load(&first);
    assert!(problems.is_empty(), "{problems}");
    let second = write(Vec::new(), loaded, scope).expect("file");
    (String::from_utf8(first).expect("UTF-8"), String::from_utf8(second).expect("UTF-8"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_directory_is_written_again_byte_for_byte(records in directory()) {
        let (first, second) = written_again(records.clone(), Scope::Everything);
        prop_assert_eq!(first, second);
        let (first, second) = written_again(records, Scope::Public);
        prop_assert_eq!(first, second);
    }
}

#[test]
fn the_order_of_the_records_does_not_show_in_the_file() {
    let records = small_directory();
    let mut reversed = records.clone();
    reversed.districts.reverse();
    reversed.themes.reverse();
    reversed.actors.reverse();
    reversed.offers.reverse();
    reversed.links.reverse();
    let bytes = |records| write(Vec::new(), records, Scope::Everything).expect("file");
    assert_eq!(bytes(records), bytes(reversed));
}
