//! Histories, old versions, and entries that nobody has confirmed for long.

use curation::{
    CurationError, Patch,
    commands::{RestoreVersion, VersionedRef},
    reading::{ChangeFilter, PageRequest},
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
        let of_entity = ChangeFilter { entity: Some(entity), ..ChangeFilter::default() };
        let lists = [(of_entity, PageRequest::first(10)), (of_entity, PageRequest { from_the_end: true, ..PageRequest::first(1) })];
        let mut trails = world.curation.audit_trails(&reader(), &lists).await.unwrap();
        let (oldest, trail) = (trails.pop().unwrap().unwrap(), trails.pop().unwrap().unwrap());
        assert_eq!((oldest.items.len(), oldest.items[0].1.change.version, oldest.has_previous), (1, 1, true));
        let history: Vec<_> = trail.items.into_iter().map(|(_, logged)| logged.change).collect();
        assert_eq!(history.iter().map(|past| (past.version, past.by)).collect::<Vec<_>>(), [(2, Role::Member), (1, Role::Admin)]);
        assert_eq!((history[0].note.as_deref(), history[0].account), (Some("Telefonat"), member.account()));
        let first = [(of_entity, PageRequest::first(1))];
        let own = world.curation.audit_trails(&member.require_view().unwrap(), &first).await.unwrap().remove(0).unwrap();
        assert_eq!((own.has_next, own.items[0].1.change.note.as_deref(), own.items[0].1.change.account), (true, None, None));
        let versions = [(entity, 9), (entity, 2), (entity, 1)];
        let changes = world.curation.changes_of_versions(&reader(), &versions).await.unwrap();
        assert_eq!((changes[0].len(), changes[2].iter().any(|c| c.field == "name" && c.before.is_null())), (0, true));
        let changes = &changes[1];
        let told: Vec<_> = changes.iter().map(|c| (c.field.as_str(), c.before.clone(), c.after.clone())).collect();
        assert_eq!(told, [("name", json!("Erst"), json!("Dann")), ("phone", json!("02323 11111"), json!(null))]);
        let stranger = member_of(world.actor("Fremd").await.id).require_view().unwrap();
        assert_eq!(world.curation.changes_of_versions(&stranger, &versions).await.unwrap(), [vec![], vec![], vec![]]);
        let lists = [(ChangeFilter::default(), PageRequest::first(9)), (of_entity, PageRequest::first(9))];
        let mut trails = world.curation.audit_trails(&stranger, &lists).await.unwrap();
        assert_eq!(trails.pop().unwrap().unwrap().items, []);
        assert_eq!(codes(trails.pop().unwrap().map_err(CurationError::from)), ["- FORBIDDEN"]);
        let counts = world.curation.count_audit_trails(&stranger, &[of_entity, ChangeFilter::default()]).await.unwrap();
        assert_eq!((counts[0].as_ref().ok(), counts[1].is_err()), (Some(&0), true));
        let counts = world.curation.count_audit_trails(&reader(), &[of_entity, of_entity]).await.unwrap();
        assert_eq!(counts, [Ok(2), Ok(2)]);
        let back = RestoreVersion { entity, version: 1, fields: None, expected_version: 2, replace_retired: false, note: None };
        assert_eq!(world.curation.restore_version(&editor(), back.clone()).await.unwrap().value, 3);
        assert_eq!(world.get_actor(actor.id).await.data, actor.data);
        assert_eq!(codes(world.curation.restore_version(&editor(), back.clone()).await), ["expectedVersion CONFLICT"]);
        assert_eq!(codes(world.curation.restore_version(&editor(), RestoreVersion { version: 8, ..back }).await), ["version UNKNOWN"]);
    }

    async fn what_nobody_confirmed_for_long_comes_first(world: World) {
        let (old, new) = (world.actor("Alt").await, world.actor("Neu").await);
        let verified = world.curation.verify_actor(&member_of(old.id), VersionedRef::new(old.id, 1)).await.unwrap().value;
        assert_eq!(verified.data.verification.map(|v| (v.on, v.by)), Some((world.curation.today(), Role::Member)));
        assert!(matches!(refusal(world.curation.verify_actor(&staff(), VersionedRef::new(old.id, 1)).await), curation::Refusal::Conflict { .. }));
        assert_eq!(codes(world.curation.verify_actor(&member_of(new.id), VersionedRef::new(old.id, 2)).await), ["- FORBIDDEN"]);
        let due = async |page_request| world.curation.due_for_verification(&reader(), &page_request).await.unwrap();
        let page = due(PageRequest::first(10)).await;
        assert_eq!(page.items.iter().map(|(_, due)| due.actor).collect::<Vec<_>>(), [new.id], "never confirmed");
        world.wait(366);
        let page = due(PageRequest::first(1)).await;
        assert_eq!((page.items[0].1.actor, page.has_next), (new.id, true));
        let next = due(PageRequest::first(1).after(Some(page.items[0].0))).await;
        assert_eq!((next.items[0].1.actor, next.items[0].1.version, next.has_next), (old.id, 2, false));
        assert_eq!(world.curation.count_due(&reader()).await.unwrap(), 2);
        world.curation.verify_actor(&staff(), VersionedRef::new(old.id, 2)).await.unwrap();
        assert_eq!(due(PageRequest::first(10)).await.items.len(), 1);
    }
}
