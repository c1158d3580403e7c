//! Steps in an entry's life that are taken back.

use curation::{
    Patch,
    commands::{ConfirmLink, LinkStatusChange, MergeActors, Side, VersionedRef},
};
use domain::{Actor, CooperationLink, LifeStatus, record::EntityRef, vocabulary::LinkStatus};

use serde_json::json;

use crate::{fixtures::*, on_both};

fn seen_actor(id: domain::ActorId, version: u32) -> VersionedRef<EntityRef> {
    VersionedRef::new(EntityRef::of::<Actor>(id), version)
}

on_both! {
    async fn a_publication_a_verification_and_an_archiving_are_taken_back(world: World) {
        let fields = Patch::new().with("name", "Entwurf").with("kind", json!({ "type": "organisation", "kind": "culture" }));
        let draft = world.curation.create::<Actor>(&staff(), curation::commands::Create { publish: false, ..create(fields) }).await.unwrap().value;
        assert_eq!(codes(world.curation.undo_step(&editor(), seen_actor(draft.id, 1)).await), ["- NO_STEP"], "the first version");
        let published = world.curation.publish::<Actor>(&staff(), VersionedRef::new(draft.id, 1)).await.unwrap().value;
        assert!(world.seen().await.contains("Entwurf"));
        assert_eq!(codes(world.curation.undo_step(&editor(), seen_actor(draft.id, 1)).await), ["expectedVersion CONFLICT"]);
        assert_eq!(world.curation.undo_step(&editor(), seen_actor(draft.id, published.version)).await.unwrap().value, 3);
        assert_eq!(world.get_actor(draft.id).await.data, draft.data);
        assert!(!world.seen().await.contains("Entwurf"), "nobody sees it any more");

        let actor = world.actor("Verein").await;
        world.curation.verify_actor(&staff(), VersionedRef::new(actor.id, 1)).await.unwrap();
        world.curation.undo_step(&editor(), seen_actor(actor.id, 2)).await.unwrap();
        assert_eq!(world.get_actor(actor.id).await.data.verification, None);
        world.curation.archive::<Actor>(&staff(), VersionedRef::new(actor.id, 3)).await.unwrap();
        world.curation.undo_step(&editor(), seen_actor(actor.id, 4)).await.unwrap();
        assert_eq!(world.get_actor(actor.id).await.data.status, LifeStatus::Published);
    }

    async fn only_the_newest_version_is_taken_back_and_only_where_it_was_a_step(world: World) {
        let (actor, other) = (world.actor("Verein").await, world.actor("Anderer").await);
        world.curation.verify_actor(&staff(), VersionedRef::new(actor.id, 1)).await.unwrap();
        let changed = world.change(actor.id, 2, Patch::new().with("phone", "02323 11111")).await;
        assert_eq!(codes(world.curation.undo_step(&editor(), seen_actor(actor.id, 3)).await), ["- NO_STEP"]);
        assert_eq!(world.get_actor(actor.id).await.data, changed.data);
        // What a merge archived comes back with the merge alone.
        let merge = MergeActors { survivor: other.id, survivor_version: 1, loser: actor.id, loser_version: 3, take: Vec::new(), keep: Vec::new(), note: None };
        world.curation.merge_actors(&editor(), merge).await.unwrap();
        assert_eq!(codes(world.curation.undo_step(&editor(), seen_actor(actor.id, 4)).await), ["- NO_STEP"]);
    }

    async fn each_step_of_a_link_is_taken_back(world: World) {
        let (a, b) = (world.actor("A").await, world.actor("B").await);
        let link = world.link(a.id, b.id, "cooperates_with").await;
        let back = async |version| {
            let seen = VersionedRef::new(EntityRef::of::<CooperationLink>(link.id), version);
            world.curation.undo_step(&editor(), seen).await.map(|done| done.value)
        };
        let confirm = |version, side| {
            let input = ConfirmLink { evidence: Some("mündlich".to_owned()), ..ConfirmLink::new(link.id, version, side) };
            let curation = world.curation.clone();
            async move { curation.confirm_link(&staff(), input).await.unwrap().value }
        };
        confirm(1, Side::From).await;
        assert_eq!(confirm(2, Side::To).await.data.status, LinkStatus::Active);
        assert_eq!(back(3).await.unwrap(), 4);
        assert!(!world.seen().await.contains("CooperatesWith"));
        let whole = confirm(4, Side::To).await;
        let ended = world.curation.end_link(&staff(), LinkStatusChange::new(link.id, 5)).await.unwrap().value;
        assert_eq!(ended.data.until, Some(world.curation.today()));
        assert_eq!(back(6).await.unwrap(), 7);
        let now = world.curation.end_link(&staff(), LinkStatusChange::new(link.id, 6)).await;
        assert_eq!(codes(now), ["expectedVersion CONFLICT"]);
        assert_eq!((whole.data.status, whole.data.until), (LinkStatus::Active, None));
        let half = world.curation.make_link_dormant(&staff(), LinkStatusChange::new(link.id, 7)).await.unwrap().value;
        assert_eq!(half.data.until, None, "the end went with its step");
    }
}
