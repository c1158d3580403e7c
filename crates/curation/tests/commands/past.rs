//! Histories, old versions, and entries that nobody has confirmed for long.

use curation::{
    Patch,
    commands::{RestoreVersion, Seen},
};
use domain::{Actor, record::EntityRef, vocabulary::Role};
use serde_json::json;

use crate::{fixtures::*, on_both};

on_both! {
    async fn a_history_tells_who_changed_what_and_an_old_version_comes_back(world: World) {
        let actor = world.actor_with("Erst", Patch::new().with("phone", "02323 11111")).await;
        let member = trusted_member_of(actor.id);
        let edit = curation::commands::Edit { id: actor.id, expected_version: 1, fields: Patch::new().with("name", "Dann").with("phone", json!(null)), note: Some("Telefonat".to_owned()) };
        world.curation.edit::<Actor>(&member, edit).await.unwrap();
        let entity = EntityRef::of::<Actor>(actor.id);
        let history = world.curation.history_of(&editor(), entity).await.unwrap();
        assert_eq!(history.iter().map(|past| (past.version, past.by)).collect::<Vec<_>>(), [(2, Role::Member), (1, Role::Admin)]);
        assert_eq!((history[0].note.as_deref(), history[0].account), (Some("Telefonat"), member.account()));
        let told: Vec<_> = history[0].changes.iter().map(|c| (c.field.as_str(), c.before.clone(), c.after.clone())).collect();
        assert_eq!(told, [("name", json!("Erst"), json!("Dann")), ("phone", json!("02323 11111"), json!(null))]);
        assert_eq!(world.curation.differences(&editor(), entity, (1, 2)).await.unwrap().unwrap(), history[0].changes);
        assert_eq!(world.curation.differences(&editor(), entity, (1, 9)).await.unwrap(), None);
        let back = RestoreVersion { entity, version: 1, expected_version: 2, note: None };
        assert_eq!(world.curation.restore_version(&editor(), back.clone()).await.unwrap().value, 3);
        assert_eq!(world.get_actor(actor.id).await.data, actor.data);
        assert_eq!(codes(world.curation.restore_version(&editor(), back.clone()).await), ["expectedVersion CONFLICT"]);
        assert_eq!(codes(world.curation.restore_version(&editor(), RestoreVersion { version: 8, ..back }).await), ["version UNKNOWN"]);
    }

    async fn what_nobody_confirmed_for_long_comes_first(world: World) {
        let (old, new) = (world.actor("Alt").await, world.actor("Neu").await);
        let verified = world.curation.verify_actor(&member_of(old.id), Seen::new(old.id, 1)).await.unwrap().value;
        assert_eq!(verified.data.verification.map(|v| (v.on, v.by)), Some((world.curation.today(), Role::Member)));
        assert!(matches!(refusal(world.curation.verify_actor(&staff(), Seen::new(old.id, 1)).await), curation::Refusal::Conflict { .. }));
        assert_eq!(codes(world.curation.verify_actor(&member_of(new.id), Seen::new(old.id, 2)).await), ["- FORBIDDEN"]);
        let due = world.curation.due_for_verification(&editor(), None, 10).await.unwrap();
        assert_eq!(due.iter().map(|due| due.actor).collect::<Vec<_>>(), [new.id], "never confirmed");
        world.wait(366);
        let due = world.curation.due_for_verification(&editor(), None, 10).await.unwrap();
        assert_eq!(due.iter().map(|due| due.actor).collect::<Vec<_>>(), [new.id, old.id]);
        let next = world.curation.due_for_verification(&editor(), Some((due[0].since, due[0].actor)), 1).await.unwrap();
        assert_eq!((next.len(), next[0].actor, next[0].version), (1, old.id, 2));
        world.curation.verify_actor(&staff(), Seen::new(old.id, 2)).await.unwrap();
        assert_eq!(world.curation.due_for_verification(&editor(), None, 10).await.unwrap().len(), 1);
    }
}
