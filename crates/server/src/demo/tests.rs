//! What the demo directory promises: it is sound, varied, fictional, and has only the gaps its
//! README names.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use chrono::{Days, NaiveDate};
use domain::{
    ActorType, DistrictLevel, Gazetteer, Record,
    record::LifeStatus,
    vocabulary::{LinkKind, LinkStatus, OrganisationKind, Precision, Visibility},
};
use formats::{
    Known, Problems,
    interchange::{Directory, Resolver, read_all},
    problem::Place,
};
use uuid::Uuid;

use super::*;

/// Child themes that nobody in the demo works on, in the order of `themes.csv`.
const UNUSED_THEMES: [&str; 3] = ["ageing.dementia", "social-advice.debt", "refuge.reunification"];

/// Root themes that a borough lacks altogether.
const GAPS: [(&str, &str); 4] =
    [("eickel", "refuge"), ("herne-mitte", "housing"), ("sodingen", "ageing"), ("sodingen", "women")];

fn read(bytes: &[u8]) -> Directory {
    let (directory, problems) = read_all(bytes).expect("a directory file");
    assert!(problems.is_empty(), "{problems}");
    directory
}

/// Everything that is wrong when each entry of a file becomes domain data.
fn problems_of(directory: Directory) -> Problems {
    let (mut known, mut problems) = (Known::default(), Problems::default());
    let mut ids = (1..).map(Uuid::from_u128);
    let mut id = || ids.next().expect("endless");
    for entry in &directory.districts {
        assert_eq!(known.add_district(entry.slug.clone(), id().into()), None, "{} stands twice", entry.slug);
    }
    for entry in &directory.themes {
        assert_eq!(known.add_theme(entry.slug.clone(), id().into()), None, "{} stands twice", entry.slug);
    }
    for entry in &directory.actors {
        for slug in entry.former_slugs.iter().chain(&entry.slug) {
            assert_eq!(known.add_actor(slug.clone(), id().into()), None, "{slug} stands twice");
        }
    }
    let actor_ids: Vec<_> = directory.actors.iter().map(|a| known.actor(a.slug.as_ref().unwrap().as_str())).collect();
    let mut resolver = Resolver::new(&known, &mut problems);
    let place = |section, index| Place::entry(section, index, None);
    for (at, entry) in directory.districts.into_iter().enumerate() {
        resolver.district(&place("districts", at), entry, 0);
    }
    for (at, entry) in directory.themes.into_iter().enumerate() {
        resolver.theme(&place("themes", at), entry, 0);
    }
    for (at, (entry, id)) in directory.actors.into_iter().zip(actor_ids).enumerate() {
        let slug = entry.slug.clone().expect("slug");
        resolver.actor(&place("actors", at), entry, id.expect("known"), slug);
    }
    for (at, entry) in directory.projects.into_iter().enumerate() {
        resolver.project(&place("projects", at), entry);
    }
    for (at, entry) in directory.links.into_iter().enumerate() {
        resolver.link(&place("links", at), entry);
    }
    problems
}

fn published(directory: &Directory) -> impl Iterator<Item = &ActorEntry> {
    directory.actors.iter().filter(|actor| actor.status == LifeStatus::Published)
}

/// The quarter each published actor is at home in, by slug.
fn homes(directory: &Directory) -> BTreeMap<String, String> {
    let records: Vec<_> = directory
        .districts
        .iter()
        .enumerate()
        .map(|(number, entry)| {
            let district = domain::District {
                slug: entry.slug.clone(),
                former_slugs: Vec::new(),
                parent: None,
                level: entry.level,
                name: entry.name.clone(),
                position: 0,
                centre: entry.centre,
                boundary: entry.boundary.clone().map(formats::interchange::Boundary::into_polygons),
                alternative_names: Vec::new(),
                boundary_source: None,
                replaced_by: None,
            };
            Record::new(Uuid::from_u128(number as u128).into(), chrono::DateTime::UNIX_EPOCH, district)
        })
        .collect();
    let gazetteer = Gazetteer::new(&records);
    let name = |id| records.iter().find(|record| record.id == id).expect("district").data.slug.to_string();
    let home = |actor: &ActorEntry| match &actor.based_in {
        Some(by_hand) => by_hand.to_string(),
        None => {
            let at = actor.location.expect("every demo actor has a place");
            let at = domain::Position::new(at.longitude, at.latitude).expect("position");
            name(gazetteer.district_at(at).expect("every place lies in Herne"))
        }
    };
    published(directory).map(|actor| (actor.slug.clone().expect("slug").to_string(), home(actor))).collect()
}

fn parent_of(tree: &[(String, Option<String>)], slug: &str) -> Option<String> {
    tree.iter().find(|(own, _)| own == slug).and_then(|(_, parent)| parent.clone())
}

#[test]
fn the_demo_is_a_sound_file_and_says_the_same_as_its_document() {
    assert_eq!(read(&json()), document());
}

#[test]
fn every_reference_resolves_and_every_rule_of_the_domain_holds() {
    let problems = problems_of(document());
    assert!(problems.is_empty(), "{problems}");
}

#[test]
fn the_demo_is_as_large_and_as_mixed_as_it_promises() {
    let demo = document();
    let of = |kind| published(&demo).filter(|actor| actor.actor_type == kind).count();
    assert_eq!(
        (of(ActorType::Organisation), of(ActorType::Institution), of(ActorType::Network)),
        (44, 15, 4),
        "published organisations, institutions, networks"
    );
    let with_status = |status| demo.actors.iter().filter(|actor| actor.status == status).count();
    assert_eq!((with_status(LifeStatus::Draft), with_status(LifeStatus::Archived)), (1, 2));
    let hidden = demo.actors.iter().filter(|a| a.location.is_some_and(|l| l.precision == Some(Precision::Hidden)));
    assert_eq!(hidden.count(), 1);
    assert!(published(&demo).map(|actor| actor.offers.len()).sum::<usize>() >= 60, "offers");
    assert!(published(&demo).map(|actor| actor.events.len()).sum::<usize>() >= 25, "events");
    assert_eq!(demo.projects.len(), 4);
    assert!(demo.links.len() >= 120, "links");
    let kinds: HashSet<_> = demo.links.iter().map(|link| link.kind).collect();
    let statuses: HashSet<_> = demo.links.iter().map(|link| link.status).collect();
    assert_eq!((kinds.len(), statuses.len()), (LinkKind::ALL.len(), LinkStatus::ALL.len()));
    let organisations: HashSet<_> = published(&demo).map(|actor| actor.kind.as_str()).collect();
    for kind in OrganisationKind::ALL {
        assert!(organisations.contains(kind.slug()), "no organisation of kind {kind}");
    }
}

#[test]
fn some_entries_are_stale_and_some_were_never_verified() {
    let a_year_before = NaiveDate::from_ymd_opt(2025, 11, 1).expect("day");
    let demo = document();
    let stale = published(&demo).filter(|actor| actor.verified_on.is_some_and(|on| on < a_year_before)).count();
    let never = published(&demo).filter(|actor| actor.verified_on.is_none()).count();
    assert!(stale >= 8 && never >= 3, "{stale} stale, {never} never verified");
}

#[test]
fn all_thirteen_quarters_are_populated_with_weight_on_wanne_and_eickel() {
    let demo = document();
    let homes = homes(&demo);
    let quarters: BTreeSet<_> = homes.values().collect();
    assert_eq!(quarters.len(), 13, "{quarters:?}");
    let tree: Vec<_> =
        demo.districts.iter().map(|d| (d.slug.to_string(), d.parent.as_ref().map(ToString::to_string))).collect();
    let west =
        homes.values().filter(|quarter| matches!(parent_of(&tree, quarter).as_deref(), Some("wanne" | "eickel")));
    assert!(west.count() * 2 > homes.len());
}

#[test]
fn every_theme_is_used_except_the_documented_gaps() {
    let demo = document();
    let used: HashSet<_> = published(&demo).flat_map(|actor| &actor.themes).collect();
    let roots: HashSet<_> = demo.themes.iter().filter(|theme| theme.parent.is_none()).map(|t| &t.slug).collect();
    let unused: Vec<_> = demo
        .themes
        .iter()
        .filter(|theme| !roots.contains(&theme.slug) && !used.contains(&theme.slug))
        .map(|theme| theme.slug.as_str())
        .collect();
    assert_eq!(unused, UNUSED_THEMES);
}

#[test]
fn every_borough_has_every_root_theme_except_the_documented_gaps() {
    let demo = document();
    let homes = homes(&demo);
    let tree: Vec<_> =
        demo.districts.iter().map(|d| (d.slug.to_string(), d.parent.as_ref().map(ToString::to_string))).collect();
    let mut gaps = BTreeSet::new();
    for borough in demo.districts.iter().filter(|district| district.level == DistrictLevel::Borough) {
        let borough = borough.slug.as_str();
        let here = |district: &str| district == borough || parent_of(&tree, district).as_deref() == Some(borough);
        for root in demo.themes.iter().filter(|theme| theme.parent.is_none()) {
            let works_on = |actor: &&ActorEntry| {
                actor.themes.iter().any(|theme| theme.as_str().split('.').next() == Some(root.slug.as_str()))
            };
            let works_here = |actor: &ActorEntry| {
                here(&homes[actor.slug.as_ref().unwrap().as_str()]) || actor.active_in.iter().any(|d| here(d.as_str()))
            };
            if !published(&demo).filter(works_on).any(works_here) {
                gaps.insert((borough.to_owned(), root.slug.to_string()));
            }
        }
    }
    assert_eq!(gaps, GAPS.iter().map(|(borough, theme)| ((*borough).to_owned(), (*theme).to_owned())).collect());
}

#[test]
fn the_demo_readme_names_every_gap() {
    let readme = include_str!("../../demo/README.md");
    for theme in UNUSED_THEMES {
        assert!(readme.contains(&format!("`{theme}`")), "{theme}");
    }
    for (borough, theme) in GAPS {
        assert!(readme.contains(&format!("`{borough}` × `{theme}`")), "{borough} × {theme}");
    }
}

#[test]
fn every_actor_says_that_it_is_invented() {
    for actor in document().actors {
        let texts = [&actor.summary, &actor.description].map(|text| text.get("de").unwrap_or_default().to_owned());
        let says = texts.iter().any(|text| text.contains("Fiktiver Eintrag") || text.contains("ist erfunden"));
        assert!(says || actor.status == LifeStatus::Draft, "{}", actor.name);
    }
}

#[test]
fn contact_data_leads_nowhere() {
    let fictional =
        |phone: &str| ["02323 9999-", "0171 39200", "0176 040690"].iter().any(|free| phone.starts_with(free));
    for actor in document().actors {
        let persons = &actor.contact_persons;
        let mails = actor.email.iter().chain(persons.iter().filter_map(|p| p.email.as_ref().map(|mail| &mail.value)));
        mails.for_each(|mail| assert!(mail.as_str().ends_with(".example"), "{}", mail.as_str()));
        let phones =
            actor.phone.iter().chain(persons.iter().filter_map(|p| p.phone.as_ref().map(|phone| &phone.value)));
        phones.for_each(|phone| assert!(fictional(phone.as_str()), "{}", phone.as_str()));
        for site in actor.website.iter().chain(&actor.social_links) {
            let host = site.as_str().split('/').nth(2).expect("host");
            assert!(host.ends_with(".example"), "{host}");
        }
    }
}

#[test]
fn contact_persons_have_fields_of_every_visibility_and_one_withdrew() {
    let demo = document();
    let (mut seen, mut withdrawn) = (HashSet::new(), 0);
    for person in demo.actors.iter().flat_map(|actor| &actor.contact_persons) {
        let name = person.name.iter().map(|field| (field.visibility, field.consent.as_ref()));
        let phone = person.phone.iter().map(|field| (field.visibility, field.consent.as_ref()));
        for (visibility, consent) in name.chain(phone) {
            seen.insert(visibility);
            withdrawn += usize::from(consent.is_some_and(|consent| !consent.is_in_force()));
        }
    }
    assert_eq!(seen.len(), Visibility::ALL.len());
    assert!(withdrawn > 0);
}

#[test]
fn a_recurring_event_first_takes_place_on_its_first_day() {
    let demo = document();
    let events = demo.actors.iter().flat_map(|actor| &actor.events);
    let recurring: Vec<_> = events.filter_map(|event| Some((event, event.recurrence.as_ref()?))).collect();
    assert!(recurring.len() >= 8);
    for (event, rule) in recurring {
        let from = event.starts_at.and_utc();
        let starts = rule.starts(event.starts_at, chrono_tz::UTC, from, from + Days::new(800), 2);
        assert_eq!(starts.first(), Some(&from), "{:?}", event.title);
        assert_eq!(starts.len(), 2, "{:?} recurs", event.title);
    }
}

#[test]
fn no_pair_has_two_open_links_of_one_kind() {
    let mut seen = HashSet::new();
    for link in document().links.into_iter().filter(|link| link.status.is_open()) {
        let mut pair = [link.from, link.to];
        if link.kind.is_symmetric() {
            pair.sort();
        }
        assert!(seen.insert((pair.clone(), link.kind)), "{pair:?} {}", link.kind);
    }
}

#[test]
fn summaries_are_translated_for_every_language_of_the_pages() {
    let demo = document();
    for (tag, least) in [("en", 15), ("tr", 10), ("ar", 10), ("uk", 5), ("ro", 5), ("pl", 3), ("de-simple", 4)] {
        let count = published(&demo).filter(|actor| actor.summary.get(tag).is_some()).count();
        assert!(count >= least, "{count} summaries in {tag}");
    }
    for theme in &demo.themes {
        for tag in ["de", "en", "tr", "ar", "uk", "ro", "pl"] {
            assert!(theme.label.get(tag).is_some(), "{} lacks {tag}", theme.slug);
        }
    }
}

fn generated(size: u32, seed: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    generate::generate(size, seed, &mut bytes).expect("memory takes everything");
    bytes
}

#[test]
fn the_generator_writes_the_same_bytes_for_the_same_size_and_seed() {
    assert!(generated(300, 1) == generated(300, 1));
    assert!(generated(300, 1) != generated(300, 2));
}

#[test]
fn a_generated_directory_is_sound_from_the_smallest_on() {
    for size in [0, 1, 2, 500] {
        let directory = read(&generated(size, 9));
        assert_eq!(directory.actors.len(), size as usize);
        let problems = problems_of(directory);
        assert!(problems.is_empty(), "{problems}");
    }
}

#[test]
fn a_generated_directory_is_mixed_as_promised() {
    let directory = read(&generated(1_000, 3));
    let share = |wanted: &dyn Fn(&ActorEntry) -> bool| directory.actors.iter().filter(|actor| wanted(actor)).count();
    let between = |what: &str, count: usize, low: usize, high: usize| {
        assert!((low..=high).contains(&count), "{what}: {count} is not between {low} and {high}");
    };
    between("organisations", share(&|actor| actor.actor_type == ActorType::Organisation), 800, 900);
    between("drafts", share(&|actor| actor.status == LifeStatus::Draft), 8, 40);
    between("archived", share(&|actor| actor.status == LifeStatus::Archived), 2, 25);
    between("hidden", share(&|actor| actor.location.is_some_and(|l| l.precision == Some(Precision::Hidden))), 1, 15);
    between("offers", directory.actors.iter().map(|actor| actor.offers.len()).sum(), 880, 1_120);
    between("links", directory.links.len(), 1_380, 1_620);
    let quarters: HashSet<_> = directory.actors.iter().map(|actor| &actor.active_in[0]).collect();
    assert_eq!(quarters.len(), 13);
    let pairs: HashSet<_> =
        directory.links.iter().map(|l| (l.from.clone().min(l.to.clone()), l.from.clone().max(l.to.clone()))).collect();
    assert_eq!(pairs.len(), directory.links.len(), "a pair is linked twice");
}
