//! The diary of measures.

use curation::commands::MeasureContent;
use domain::ActorId;
use uuid::Uuid;

use crate::{fixtures::*, on_both};

fn content(world: &World) -> MeasureContent {
    MeasureContent {
        day: world.curation.today(),
        kind: " Elternabend\n im Café ".to_owned(),
        field: "engagement".to_owned(),
        district: None,
        partners: Vec::new(),
        people: Some(23),
    }
}

on_both! {
    async fn a_measure_is_noted_changed_from_what_was_read_and_taken_out(world: World) {
        let (one, other) = (world.actor("A").await.id, world.actor("B").await.id);
        let noted = MeasureContent { partners: vec![other, one, other], ..content(&world) };
        let first = world.curation.create_measure(&editor(), noted.clone()).await.unwrap();
        assert_eq!((first.kind.as_str(), first.version, first.partners.len()), ("Elternabend im Café", 1, 2));
        let yesterday = world.curation.today().pred_opt().unwrap();
        let changed = MeasureContent { day: yesterday, people: None, partners: vec![one], ..noted };
        let second = world.curation.edit_measure(&editor(), first.id, 1, changed.clone()).await.unwrap();
        assert_eq!(codes(world.curation.edit_measure(&editor(), first.id, 1, changed).await), ["- MEASURE_CHANGED"]);
        let listed = world.curation.measures(&reader(), (None, None)).await.unwrap();
        assert_eq!(listed.len(), 1);
        assert_eq!((&listed[0].measure, listed[0].partners.as_slice()), (&second, [(one, "A".to_owned())].as_slice()));
        let none = world.curation.measures(&reader(), (Some(world.curation.today()), None)).await.unwrap();
        assert!(none.is_empty(), "those of a day or later");
        assert_eq!(codes(world.curation.delete_measure(&editor(), first.id, 1).await), ["- MEASURE_CHANGED"]);
        world.curation.delete_measure(&editor(), first.id, 2).await.unwrap();
        assert_eq!(codes(world.curation.delete_measure(&editor(), first.id, 2).await), ["id NOT_FOUND"]);
        assert!(world.curation.measures(&reader(), (None, None)).await.unwrap().is_empty());
    }

    async fn what_is_wrong_with_a_measure_is_told_all_at_once(world: World) {
        let wrong = MeasureContent {
            day: world.curation.today().succ_opt().unwrap(),
            kind: " ".to_owned(),
            field: "basteln".to_owned(),
            district: Some(Uuid::nil().into()),
            partners: vec![ActorId::from_uuid(Uuid::nil())],
            people: Some(2_000_000),
        };
        let mut told = codes(world.curation.create_measure(&editor(), wrong).await);
        told.sort_unstable();
        assert_eq!(
            told,
            [
                "day UNREADABLE",
                "district UNKNOWN",
                "fieldOfAction UNKNOWN",
                "kind REQUIRED",
                "partners[0] UNKNOWN",
                "people UNREADABLE",
            ]
        );
        let nul = MeasureContent { kind: "a\u{0}b".to_owned(), ..content(&world) };
        assert_eq!(codes(world.curation.create_measure(&editor(), nul).await), ["kind CONTROL_CHARACTER"]);
    }
}
