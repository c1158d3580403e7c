//! Making, changing, publishing and archiving entries.

use curation::{
    Patch, Refusal,
    commands::{Create, Edit, VersionedRef},
};
use domain::{Actor, ActorId, LifeStatus, Offer};
use serde_json::json;

use crate::{fixtures::*, on_both};

fn edit(id: ActorId, expected_version: u32, fields: Patch) -> Edit<ActorId> {
    Edit { id, expected_version, fields, note: None }
}

on_both! {
    async fn a_new_entry_gets_a_slug_that_is_free(world: World) {
        let first = world.actor("Kulturverein Brücke e. V.").await;
        let second = world.actor("Kulturverein Brücke e. V.").await;
        assert_eq!(first.data.slug.as_str(), "kulturverein-bruecke-e-v");
        assert_eq!(second.data.slug.as_str(), "kulturverein-bruecke-e-v-2");
        assert!(world.seen().await.contains("Kulturverein"));
        let draft = Create { publish: false, ..create(Patch::new().with("name", "Geheim").with("kind", json!({"type": "network", "kind": "alliance"}))) };
        let done = world.curation.create::<Actor>(&staff(), draft).await.unwrap();
        assert_eq!((done.value.data.status, done.sequence), (LifeStatus::Draft, 3));
        assert!(!world.seen().await.contains("Geheim"));
    }

    async fn everything_that_is_wrong_is_told_at_once_in_the_callers_language(world: World) {
        world.actor("Verein").await;
        let fields = Patch::new()
            .with("name", " ")
            .with("kind", json!({ "type": "organisation", "kind": "secret-society" }))
            .with("slug", "verein")
            .with("summary", json!({ "en": "English only", "klingonischer-dialekt": "x" }))
            .with("website", "ftp://example.org")
            .with("languages", json!(["tr", "keine sprache"]))
            .with("themes", json!(["unbekannt"]))
            .with("activeIn", json!(["0190a000-0000-7000-8000-000000000000"]))
            .with("address", json!({ "planet": "Mars" }))
            .with("status", "published")
            .with("colour", "blue");
        let wrong = refusal(world.curation.create::<Actor>(&staff(), create(fields)).await);
        let mut told: Vec<_> = wrong.user_errors().into_iter().map(|e| (e.field.unwrap(), e.code)).collect();
        told.sort();
        let expected = [
            ("activeIn[0]", "UNKNOWN"), ("address.planet", "UNREADABLE"), ("colour", "UNREADABLE"),
            ("kind", "UNREADABLE"), ("languages[1]", "UNREADABLE"), ("name", "REQUIRED"), ("slug", "TAKEN"),
            ("status", "UNREADABLE"), ("summary.klingonischer-dialekt", "UNREADABLE"), ("themes[0]", "UNKNOWN"),
            ("website", "UNREADABLE"),
        ];
        assert_eq!(told, expected.map(|(field, code)| (field.to_owned(), code)));
        let words = |reader| wrong.user_errors().into_iter().find(|e| e.field.as_deref() == Some("website")).unwrap().message.text(reader);
        assert!(words("de").contains("erlaubt") && words("en").contains("allowed"));
        assert_eq!(world.store.latest_sequence().await.unwrap(), 1);
    }

    async fn an_edit_changes_only_what_it_names(world: World) {
        let theme = world.theme("Sprache", None).await;
        let fields = Patch::new()
            .with("summary", json!({ "de": "Kurz", "tr": "Kısa" }))
            .with("address", json!({ "street": "Hauptstr. 1", "city": "Herne" }))
            .with("themes", json!(["sprache"]));
        let actor = world.actor_with("Verein", fields).await;
        assert_eq!(actor.data.themes.to_vec(), [theme.id]);
        let fields = Patch::new().with("summary.tr", "Daha kısa").with("address", json!({ "street": null })).with("name", "Neu");
        let after = world.change(actor.id, 1, fields).await;
        assert_eq!((after.version, &*after.data.name), (2, "Neu"));
        assert_eq!(after.data.summary.get("de"), Some("Kurz"));
        assert_eq!(after.data.summary.get("tr"), Some("Daha kısa"));
        let address = serde_json::to_value(after.data.address.clone()).unwrap();
        assert_eq!(address, json!({ "city": "Herne" }));
        assert_eq!(after.data.slug, actor.data.slug);
        let renamed = world.change(actor.id, 2, Patch::new().with("slug", "neuer-name")).await;
        assert_eq!(renamed.data.former_slugs.to_vec(), std::slice::from_ref(&actor.data.slug));
        let same = world.change(actor.id, 3, Patch::new().with("name", "Neu")).await;
        assert_eq!(same.version, 3, "saying the same again is no new version");
    }

    async fn two_edits_at_once_lose_neither(world: World) {
        let actor = world.actor_with("Verein", Patch::new().with("phone", "02323 11111")).await;
        world.change(actor.id, 1, Patch::new().with("name", "Ihrer").with("phone", "02323 22222")).await;
        let mine = Patch::new().with("name", "Meiner").with("email", "info@example.org");
        let Refusal::Conflict { expected, found, fields, .. } =
            refusal(world.curation.edit::<Actor>(&staff(), edit(actor.id, 1, mine)).await) else { panic!("no conflict") };
        assert_eq!((expected, found), (1, 2));
        let told: Vec<_> = fields.iter().map(|f| (f.field.as_str(), f.base.clone(), f.theirs.clone(), f.mine.clone(), f.is_contested())).collect();
        assert_eq!(told, [
            ("email", json!(null), json!(null), json!("info@example.org"), false),
            ("name", json!("Verein"), json!("Ihrer"), json!("Meiner"), true),
            ("phone", json!("02323 11111"), json!("02323 22222"), json!("02323 11111"), false),
        ]);
        let authors: Vec<_> = fields.iter().map(|field| field.author.as_ref().map(|author| author.role)).collect();
        assert_eq!(authors, [None, Some(staff().role()), Some(staff().role())], "who changed it since is told");
        assert!(!format!("{fields:?}").contains("22222"), "values stay out of logs");
        assert_eq!(codes(world.curation.edit::<Actor>(&staff(), edit(actor.id, 9, Patch::new())).await), ["expectedVersion UNKNOWN"]);
        assert_eq!(&*world.get_actor(actor.id).await.data.name, "Ihrer");
    }

    async fn an_entry_lives_as_draft_published_archived_and_back(world: World) {
        let actor = world.actor("Verein").await;
        let seen = |version| VersionedRef::new(actor.id, version);
        assert_eq!(codes(world.curation.publish::<Actor>(&staff(), seen(1)).await), ["- ALREADY_PUBLISHED"]);
        assert_eq!(codes(world.curation.restore::<Actor>(&staff(), seen(1)).await), ["- NOT_ARCHIVED"]);
        let archived = world.curation.archive::<Actor>(&staff(), seen(1)).await.unwrap().value;
        assert_eq!((archived.version, archived.data.status), (2, LifeStatus::Archived));
        assert!(!world.seen().await.contains("Verein"));
        assert_eq!(codes(world.curation.archive::<Actor>(&staff(), seen(2)).await), ["- ALREADY_ARCHIVED"]);
        assert_eq!(codes(world.curation.publish::<Actor>(&staff(), seen(2)).await), ["- ARCHIVED"]);
        assert!(matches!(refusal(world.curation.restore::<Actor>(&staff(), seen(1)).await), Refusal::Conflict { .. }));
        let back = world.curation.restore::<Actor>(&staff(), seen(2)).await.unwrap().value;
        assert_eq!((back.version, back.data.status), (3, LifeStatus::Published));
    }

    async fn members_change_what_is_their_own_and_only_when_trusted(world: World) {
        let (own, other) = (world.actor("Eigener").await, world.actor("Anderer").await);
        let rename = || Patch::new().with("name", "Umbenannt");
        let by = |member: curation::Member, id| {
            let curation = world.curation.clone();
            async move { curation.edit::<Actor>(&member, edit(id, 1, rename())).await }
        };
        assert_eq!(codes(by(member_of(own.id), own.id).await), ["- REVIEW_NEEDED"]);
        assert_eq!(codes(by(trusted_member_of(own.id), other.id).await), ["- FORBIDDEN"]);
        assert_eq!(&*by(trusted_member_of(own.id), own.id).await.unwrap().value.data.name, "Umbenannt");
        let offer = |actor: ActorId| create(Patch::new().with("actor", actor).with("kind", "room").with("title", json!({ "de": "Raum" })));
        let made = world.curation.create::<Offer>(&trusted_member_of(own.id), offer(own.id)).await.unwrap().value;
        assert_eq!(codes(world.curation.create::<Offer>(&trusted_member_of(own.id), offer(other.id)).await), ["- FORBIDDEN"]);
        let away = Edit { id: made.id, expected_version: 1, fields: Patch::new().with("actor", other.id), note: None };
        assert_eq!(codes(world.curation.edit::<Offer>(&trusted_member_of(own.id), away).await), ["- FORBIDDEN"]);
        assert_eq!(codes(world.curation.archive::<Actor>(&trusted_member_of(own.id), VersionedRef::new(own.id, 2)).await), ["- FORBIDDEN"]);
        world.curation.archive::<Offer>(&trusted_member_of(own.id), VersionedRef::new(made.id, 1)).await.unwrap();
        assert_eq!(codes(world.curation.create::<Actor>(&trusted_member_of(own.id), create(rename())).await), ["- FORBIDDEN"]);
    }
}
