//! The examples of `docs/formats.md` are read as a user would, so that they stay true.

use std::ops::ControlFlow;

use domain::Slug;
use uuid::Uuid;

use crate::{
    Known, Problems,
    actors_table::{self, ActorsTable, TableFormat, TableOptions},
    districts_geojson,
    interchange::{Entry, FileNames, Resolver, read},
};

const GUIDE: &str = include_str!("../../../docs/formats.md");

fn example(language: &str) -> &'static str {
    let (_, rest) = GUIDE.split_once(&format!("```{language}\n")).expect("an example");
    rest.split_once("```").expect("an end").0
}

#[test]
fn the_directory_file_of_the_guide_is_read_and_resolved_without_a_problem() {
    let (mut names, mut problems) = (FileNames::default(), Problems::default());
    let text = example("json");
    let first = read(text.as_bytes(), |located| {
        names.note(&located, &mut problems);
        ControlFlow::Continue(())
    });
    first.expect("a directory file");
    names.finish(&Known::default(), &mut problems);
    assert_eq!(problems.to_string(), "");
    let mut known = Known::default();
    let id = |number: usize| Uuid::from_u128(number as u128);
    for (at, slug) in names.districts().enumerate() {
        known.add_district(slug.clone(), id(at).into());
    }
    for (at, slug) in names.themes().enumerate() {
        known.add_theme(slug.clone(), id(at).into());
    }
    for (at, slug) in names.actors().enumerate() {
        known.add_actor(slug.clone(), id(at).into());
    }
    let mut resolver = Resolver::new(&known, &mut problems);
    let second = read(text.as_bytes(), |located| {
        let place = &located.place;
        let sound = match located.entry {
            Entry::District(entry) => resolver.district(place, *entry, 0).is_some(),
            Entry::Theme(entry) => resolver.theme(place, *entry, 0).is_some(),
            Entry::Actor(entry) => {
                let slug: Slug = names.actor_slug(located.index, &entry).expect("slug");
                let id = known.actor(slug.as_str()).expect("id");
                resolver.actor(place, *entry, id, slug).is_some()
            }
            Entry::Project(entry) => resolver.project(place, *entry).is_some(),
            Entry::Link(entry) => resolver.link(place, *entry).is_some(),
            Entry::Offer(_) | Entry::Event(_) | Entry::Invalid(_) => false,
        };
        assert!(sound, "{}", place.path);
        ControlFlow::Continue(())
    });
    assert_eq!(second.expect("a directory file").entries, 8);
    assert_eq!(problems.to_string(), "");
}

#[test]
fn the_table_of_the_guide_is_read_without_a_problem() {
    let snapshot = directory::Snapshot::build(directory::Settings::default(), []).expect("a snapshot");
    for table in GUIDE.split("```csv\n").skip(1).filter_map(|rest| rest.split("```").next()) {
        let table = ActorsTable::read(table.as_bytes(), TableFormat::Csv, &snapshot, TableOptions::default());
        let reading = table.expect("a table").entries(|located| {
            assert!(matches!(located.entry, Entry::Actor(_)), "{located:?}");
            ControlFlow::Continue(())
        });
        assert_eq!(reading.entries, 2);
    }
}

#[test]
fn the_boundaries_of_the_guide_are_read_without_a_problem() {
    let districts_geojson::Boundaries { patches, problems, .. } =
        districts_geojson::read(example("geojson").as_bytes()).expect("a collection");
    assert_eq!((patches.len(), problems.to_string().as_str()), (1, ""));
}

#[test]
fn the_guide_names_every_column_and_every_field() {
    let schema = crate::interchange::schema();
    let definitions = schema["$defs"].as_object().expect("definitions").values().chain([&schema]);
    let mut names: Vec<&str> = actors_table::column_names().collect();
    for definition in definitions {
        names.extend(definition["properties"].as_object().into_iter().flatten().map(|(name, _)| name.as_str()));
    }
    for name in names {
        let named =
            [format!("`{name}`"), format!("`{name}?`"), format!("\"{name}\"")].iter().any(|text| GUIDE.contains(text));
        assert!(named, "docs/formats.md does not name {name}");
    }
}
