//! What is told of entries whose shape is wrong: the rules as well, and nothing that is only wrong
//! because a part is gone.

use std::ops::ControlFlow;

use domain::Slug;
use uuid::Uuid;

use crate::{
    Known, Problems,
    interchange::{
        names::FileNames,
        reader::{Entry, read},
        to_domain::Resolver,
    },
};

/// Everything that is wrong with a file, as an import finds it.
fn wrong(sections: &str) -> Vec<String> {
    let text = format!("{{\"format\": \"bruecke-directory\", \"version\": 1,\n{sections}}}");
    let (mut names, mut known, mut problems) = (FileNames::default(), Known::default(), Problems::default());
    read(text.as_bytes(), |located| {
        names.note(&located, &mut problems);
        ControlFlow::Continue(())
    })
    .expect("a directory file");
    names.finish(&Known::default(), &mut problems);
    for (number, slug) in (1..).zip(names.actors()) {
        known.add_actor(slug.clone(), Uuid::from_u128(number).into());
    }
    for (number, slug) in (1..).zip(names.themes()) {
        known.add_theme(slug.clone(), Uuid::from_u128(number).into());
    }
    read(text.as_bytes(), |located| {
        let place = located.place;
        match located.entry {
            Entry::Invalid(refused) => {
                let slug = names.refused_slug(located.index, &refused);
                if let Some(rest) = refused.rest {
                    rest.check(&place, slug, &known, &mut problems);
                }
            }
            Entry::Actor(entry) => {
                let slug: Slug = names.actor_slug(located.index, &entry).expect("slug");
                let id = known.actor(slug.as_str()).expect("id");
                Resolver::new(&known, &mut problems).actor(&place, *entry, id, slug);
            }
            Entry::Link(entry) => drop(Resolver::new(&known, &mut problems).link(&place, *entry)),
            _ => {}
        }
        ControlFlow::Continue(())
    })
    .expect("a directory file");
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn shape_and_rules_are_told_together() {
    let told = wrong(
        r#""actors": [{"type": "organisation", "kind": "club", "name": "A", "wheelchair": "maybe",
            "themes": ["Bad One", "nothing", "nothing"], "verifiedOn": "2026-01-01",
            "offers": [{"kind": "room"}, {"title": {"en": "Room"}, "validFrom": "2026-02-01", "validUntil": "2026-01-01"}]}],
           "links": [{"from": "a", "to": "nobody", "kind": "like", "status": "active"}]"#,
    );
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn what_is_only_wrong_because_a_part_is_gone_is_not_told() {
    let told = wrong(
        r#""themes": [{"slug": "t", "label": {"de": 7}, "fieldsOfAction": ["nothing"]}],
           "actors": [{"type": "club", "kind": "round-table", "name": "A", "verifiedOn": "gestern", "verifiedBy": "editor",
              "summary": {"de": 1, "tr": "B"},
              "events": [{"title": {"de": "E"}, "startsAt": "bald", "endsAt": "1999-01-01T10:00"}],
              "contactPersons": [{"phone": {"value": "keine"}},
                {"name": {"value": "C", "visibility": "public", "consent": 7}}]}],
           "projects": [{"title": {"de": "P"}, "actors": ["Bad One"]}],
           "links": [{"from": "A B", "to": "a", "kind": "supports", "status": "active",
              "confirmations": {"from": "gestern", "to": "2026-01-01"}}]"#,
    );
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn what_refers_to_a_refused_actor_is_not_refused_for_that() {
    let told = wrong(
        r#""actors": [{"type": "organisation", "kind": "women", "name": "Eins", "wheelchair": "maybe"},
            {"type": "organisation", "kind": "women", "name": "Eins", "wheelchair": "maybe"},
            {"type": "organisation", "kind": "women", "name": "Zwei", "slug": "Zwei Zwei"},
            {"type": "organisation", "kind": "women", "name": "بيت", "alternativeNames": ["Bait"], "email": "x"},
            {"type": "organisation", "kind": "club", "name": "Drei"}],
           "links": [{"from": "eins", "to": "eins-2", "kind": "supports"},
            {"from": "zwei-zwei", "to": "bait", "kind": "supports"}, {"from": "drei", "to": "bait", "kind": "supports"}]"#,
    );
    assert!(told.iter().all(|problem| !problem.contains("links[")), "{told:#?}");
    assert_eq!(told.len(), 5, "{told:#?}");
}
