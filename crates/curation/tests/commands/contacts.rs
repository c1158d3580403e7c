//! Contact persons: consents, their end, forgetting, telling a person what is stored.

use curation::{
    Patch, Requester,
    commands::{
        Consents, ContactField, CreateContact, EditContact, GivenConsent, MergeActors, PersonQuery, ProposeChange,
        PurgeField, RecordConsent, RestoreVersion, UnlimitedProposals, WithdrawConsent,
    },
    reading::{ChangeFilter, MentionSubject},
};
use domain::{
    Actor, ActorId, ContactPerson, EntityKind, Record,
    mention::Trace,
    record::EntityRef,
    vocabulary::{ConsentMethod, Visibility},
};
use serde_json::json;
use store::testing::Database;

use crate::{fixtures::*, on_both};

fn consent() -> GivenConsent {
    GivenConsent {
        purpose: "Veröffentlichung".to_owned(),
        text_version: "1".to_owned(),
        text_language: "de".parse().expect("tag"),
        given_on: "2026-05-01".parse().expect("day"),
        given_by: ConsentMethod::Written,
        review_due: None,
    }
}

/// A contact person whose name the public may see and whose number is internal.
async fn ada(world: &World, actor: ActorId) -> Record<ContactPerson> {
    let fields = Patch::new()
        .with("actor", actor)
        .with("name", json!({ "value": "Ada Quast", "visibility": "public" }))
        .with("phone", json!({ "value": "02323 98765" }));
    let consents = Consents::from([(ContactField::Name, consent())]);
    let input = CreateContact { fields, consents };
    world.curation.create_contact(&member_of(actor), input).await.expect("a contact").value
}

on_both! {
    async fn a_value_is_seen_only_as_far_as_somebody_agreed(world: World) {
        let (actor, other) = (world.actor("Verein").await, world.actor("Anderer").await);
        let ada = ada(&world, actor.id).await;
        assert!(world.seen().await.contains("Ada Quast") && !world.seen().await.contains("98765"));
        let shown = Patch::new().with("phone.visibility", "partners");
        let edit = |fields, consents| EditContact { person: ada.id, expected_version: 1, fields, consents };
        assert_eq!(codes(world.curation.edit_contact(&staff(), edit(shown.clone(), Consents::new())).await), ["phone.consent CONSENT_REQUIRED"]);
        assert_eq!(codes(world.curation.edit_contact(&member_of(other.id), edit(shown, Consents::new())).await), ["person NOT_FOUND"]);
        let record = RecordConsent { person: ada.id, expected_version: 1, field: ContactField::Phone, visibility: Visibility::Partners, consent: consent() };
        world.curation.record_consent(&member_of(actor.id), record.clone()).await.unwrap();
        let none = RecordConsent { expected_version: 2, field: ContactField::Email, ..record };
        assert_eq!(codes(world.curation.record_consent(&staff(), none).await), ["email REQUIRED"]);
        let seen = world.curation.contacts_for(&partner().require_view().unwrap(), actor.id).await.unwrap();
        assert_eq!((seen[0].contact.name.as_deref(), seen[0].contact.phone.as_deref()), (Some("Ada Quast"), Some("02323 98765")));
        assert_eq!(seen[0].record, None);
        let own = world.curation.contacts_for(&member_of(actor.id).require_view().unwrap(), actor.id).await.unwrap();
        assert!(own[0].record.as_ref().is_some_and(|person| person.data.consents().count() > 0));
        assert!(Requester::public().require_view::<curation::Partner>().is_err());
        assert!(!world.seen().await.contains("98765"));
    }

    async fn a_new_value_is_internal_until_somebody_agrees_to_it(world: World) {
        let actor = world.actor("Verein").await;
        let ada = ada(&world, actor.id).await;
        let edit = EditContact { person: ada.id, expected_version: 1, fields: Patch::new().with("name.value", "Bea Neu"), consents: Consents::new() };
        let after = world.curation.edit_contact(&member_of(actor.id), edit).await.unwrap().value;
        let name = after.data.name.as_ref().unwrap();
        assert_eq!((name.visibility, name.consent.is_none()), (Visibility::Internal, true));
        assert!(!world.seen().await.contains("Bea Neu"));
        let wrong = EditContact {
            person: ada.id,
            expected_version: 2,
            fields: Patch::new().with("phone.value", "ruf an").with("email.value", "keine").with("name.visibility", "alle"),
            consents: Consents::new(),
        };
        assert_eq!(codes(world.curation.edit_contact(&staff(), wrong).await), ["email.value UNREADABLE", "phone.value UNREADABLE", "name.visibility UNREADABLE"]);
    }

    async fn a_withdrawn_consent_ends_being_seen_at_once_and_in_the_past(world: World) {
        let actor = world.actor("Verein").await;
        let ada = ada(&world, actor.id).await;
        let before = world.store.latest_sequence().await.unwrap();
        let withdraw = WithdrawConsent { person: ada.id, fields: None };
        let done = world.curation.withdraw_consent(&member_of(actor.id), withdraw.clone()).await.unwrap();
        assert_eq!(done.sequence, before + 1);
        assert_eq!(done.value.data.name.as_ref().unwrap().consent.as_ref().unwrap().withdrawn_on, Some(world.curation.today()));
        assert!(!world.seen().await.contains("Ada Quast"));
        assert_eq!(world.curation.contacts_for(&partner().require_view().unwrap(), actor.id).await.unwrap(), []);
        assert_eq!(codes(world.curation.withdraw_consent(&staff(), withdraw).await), ["- NO_CONSENT"]);
        let back = RestoreVersion { entity: EntityRef::of::<ContactPerson>(ada.id), version: 1, fields: None, expected_version: 2, replace_retired: false, note: None };
        assert_eq!(codes(world.curation.restore_version(&editor(), back).await), ["- NOT_RESTORABLE"]);
        assert_eq!(world.store.check().await.unwrap(), []);
    }

    async fn an_erased_person_is_in_no_table(world: World) {
        let actor = world.actor("Verein").await;
        let ada = ada(&world, actor.id).await;
        let edit = EditContact { person: ada.id, expected_version: 1, fields: Patch::new().with("name.value", "Ada Spätername"), consents: Consents::new() };
        world.curation.edit_contact(&staff(), edit).await.unwrap();
        let told = ProposeChange {
            kind: ACTOR,
            entity: Some(actor.id.uuid()),
            expected_version: 1,
            fields: Patch::new().with("summary.de", "Fragen Sie Ada Quast unter 02323 98765."),
            archive: false, comment: Some("Ada Spätername sagt das.".to_owned()),
            contact: Some("Ada Quast".to_owned()),
            language: None,
        };
        world.curation.propose_change(&Requester::public(), told, &UnlimitedProposals).await.unwrap();
        let fields = Patch::new().with("phone", "02323 4711");
        let noted = curation::commands::Edit { id: actor.id, expected_version: 1, fields, note: Some("Anruf von Ada Quast".to_owned()) };
        world.curation.edit::<domain::Actor>(&staff(), noted).await.unwrap();
        let package = world.curation.person_package(&reader(), &PersonQuery::Id(ada.id)).await.unwrap().to_json();
        let export = &package["contactPersons"][0];
        assert_eq!(export["values"]["name"]["value"], "Ada Spätername");
        assert_eq!(export["versions"][1]["values"]["name"]["consent"]["purpose"], "Veröffentlichung");
        assert_eq!(export["mentionedInProposals"].as_array().unwrap().len(), 1);
        assert!(Database::dump(&world.store).await.contains("Ada Quast"));
        world.curation.erase_person(&editor(), ada.id).await.unwrap();
        let dump = Database::dump(&world.store).await;
        for value in ["Ada Quast", "98765", "Ada Spätername", "Veröffentlichung"] {
            assert!(!dump.contains(value), "{value}");
        }
        let entity = EntityRef { kind: EntityKind::Person, id: ada.id.uuid() };
        let filter = ChangeFilter { entity: Some(entity), ..ChangeFilter::default() };
        assert_eq!(world.curation.count_audit_trails(&reader(), &[filter]).await.unwrap(), [Ok(3)], "that it happened stays");
        assert_eq!(world.curation.changes_of_versions(&reader(), &[(entity, 3)]).await.unwrap(), [vec![]]);
        assert_eq!(codes(world.curation.erase_person(&editor(), uuid::Uuid::nil().into()).await), ["person NOT_FOUND"]);
        assert_eq!(world.store.check().await.unwrap(), []);
    }

    async fn what_mentions_an_erased_person_is_blanked_or_left_to_whoever_erases(world: World) {
        let actor = world.actor("Verein").await;
        let ada = ada(&world, actor.id).await;
        let texts = [
            "Leitung: ADA QUAST", "Quast, Ada hilft", "Tel. 0232398765", "Tel. +49 (0)2323 98765", "Ada\u{a0}Quast",
            "Durchwahl 98765", "Frau Quast kocht",
        ];
        let mut others = Vec::new();
        for text in texts {
            others.push(world.actor_with(&format!("Anderer {}", others.len()), Patch::new().with("description.de", text)).await);
        }
        let house = world.actor_with("Ada-Quast-Haus", Patch::new().with("phone", "02323 98765")).await;
        let preview = world.curation.person_mentions(&reader(), ada.id).await.unwrap();
        let erased = world.curation.erase_person(&editor(), ada.id).await.unwrap().value;
        assert_eq!(preview, erased.mentions, "the preview tells what will be");
        let of = |id: ActorId| {
            let subject = MentionSubject::Entry(EntityRef::of::<Actor>(id));
            let found = erased.mentions.iter().filter(move |mention| mention.subject == subject);
            let mut told: Vec<_> = found.map(|mention| (mention.field.as_str(), mention.is_blanked)).collect();
            told.sort_unstable();
            told
        };
        for (at, other) in others.iter().enumerate() {
            let text = world.get_actor(other.id).await.data.description.get("de").unwrap().to_owned();
            assert_eq!(of(other.id), [("description.de", at < 5)], "{}", texts[at]);
            assert_eq!((text.contains('…'), text == texts[at]), (at < 5, at >= 5), "{text}");
        }
        assert_eq!(of(house.id), [("name", false), ("phone", false), ("slug", false)], "an entry's own to change");
        let dump = Database::dump(&world.store).await;
        for gone in ["ADA QUAST", "Quast, Ada", "0232398765", "(0)2323", "Ada\u{a0}Quast"] {
            assert!(!dump.contains(gone), "{gone}");
        }
        assert_eq!(world.store.check().await.unwrap(), []);
        assert_eq!(world.store.history(others[0].id, &domain::Gazetteer::default()).await.unwrap().len(), 2);
    }

    async fn an_erased_person_is_never_filled_again(world: World) {
        let (actor, other) = (world.actor("Verein").await, world.actor("Anderer").await);
        let ada = ada(&world, actor.id).await;
        let merge = MergeActors { survivor: other.id, survivor_version: 1, loser: actor.id, loser_version: 1, take: Vec::new(), keep: Vec::new(), note: None };
        let merge = world.curation.merge_actors(&editor(), merge).await.unwrap().value;
        world.curation.erase_person(&editor(), ada.id).await.unwrap();
        let edit = EditContact { person: ada.id, expected_version: 3, fields: Patch::new().with("name.value", "Ada Quast"), consents: Consents::new() };
        assert_eq!(codes(world.curation.edit_contact(&staff(), edit).await), ["- ERASED"]);
        let record = RecordConsent { person: ada.id, expected_version: 3, field: ContactField::Phone, visibility: Visibility::Partners, consent: consent() };
        assert_eq!(codes(world.curation.record_consent(&staff(), record).await), ["- ERASED"]);
        world.curation.undo_merge(&editor(), merge.id).await.unwrap();
        let left = world.store.get::<ContactPerson>(ada.id).await.unwrap().unwrap();
        assert!(left.data.is_erased() && left.data.actor == actor.id, "what is left goes back, and nothing more");
        let mut writer = world.store.begin(store::Author::new(domain::vocabulary::Role::Admin), chrono::Utc::now()).await.unwrap();
        let filled = writer.save_many(vec![(ada.id, None, ada.data.clone())]).await;
        assert!(matches!(filled, Err(store::StoreError::Erased { .. })), "{filled:?}");
    }

    async fn a_value_never_meant_to_be_public_is_purged_from_every_version(world: World) {
        let actor = world.actor_with("Verein", Patch::new().with("phone", "0176 5550123").with("summary.de", "Bei uns privat.")).await;
        let told = ProposeChange {
            kind: ACTOR,
            entity: Some(actor.id.uuid()),
            expected_version: 1,
            fields: Patch::new().with("phone", "02323 11111"),
            archive: false, comment: Some("Die +49 176 5550123 ist privat.".to_owned()),
            contact: None,
            language: None,
        };
        world.curation.propose_change(&Requester::public(), told, &UnlimitedProposals).await.unwrap();
        let purge = |field: &str, expected_version| PurgeField {
            entity: EntityRef::of::<Actor>(actor.id), field: field.to_owned(), expected_version, reason: "war privat".to_owned(),
        };
        assert_eq!(codes(world.curation.purge_field_history(&editor(), purge("phone", 1)).await), ["- NOTHING_TO_PURGE"]);
        let fields = Patch::new().with("phone", "02323 22222");
        let edit = curation::commands::Edit { id: actor.id, expected_version: 1, fields, note: Some("statt 0176/5550123".to_owned()) };
        world.curation.edit::<Actor>(&staff(), edit).await.unwrap();
        assert_eq!(codes(world.curation.purge_field_history(&editor(), purge("telefon", 2)).await), ["field UNKNOWN"]);
        assert_eq!(codes(world.curation.purge_field_history(&editor(), purge("slug", 2)).await), ["field UNKNOWN"]);
        assert_eq!(codes(world.curation.purge_field_history(&editor(), purge("phone", 1)).await), ["expectedVersion CONFLICT"]);
        let before = world.store.past_key(world.store.get::<Actor>(actor.id).await.unwrap().unwrap().created_at).await.unwrap();
        assert_eq!(world.curation.purge_field_history(&editor(), purge("phone", 2)).await.unwrap().value.version, 3);
        let dump = Database::dump(&world.store).await;
        assert!(!dump.contains("5550123"), "{dump}");
        assert!(dump.contains("02323 22222") && dump.contains("Bei uns privat.") && dump.contains("war privat"));
        let history = world.store.revisions::<Actor>(actor.id).await.unwrap();
        assert_eq!(history.iter().map(|past| past.record.data.phone.is_some()).collect::<Vec<_>>(), [true, true, false]);
        let after = world.store.past_key(world.store.get::<Actor>(actor.id).await.unwrap().unwrap().created_at).await.unwrap();
        assert_ne!(before, after, "whoever keeps the past learns of it");
        assert!(world.store.needs_scrub().await.unwrap());
        assert_eq!(world.store.check().await.unwrap(), []);
    }

    async fn what_else_says_a_purged_value_is_told(world: World) {
        let said = Patch::new().with("phone", "0176 5550123").with("address.street", "Heimliche Gasse 7");
        let actor = world.actor_with("Verein", said).await;
        let neighbour = Patch::new().with("summary.de", "Ruft 0176/\u{200e}555 01 23 an, Heimliche  Gasse 7.");
        let neighbour = world.actor_with("Nachbar", neighbour).await;
        world.actor_with("Fremd", Patch::new().with("summary.de", "Gasse 7, 0176 5550124.")).await;
        let fields = Patch::new().with("phone", serde_json::Value::Null).with("address", serde_json::Value::Null);
        let edit = curation::commands::Edit { id: actor.id, expected_version: 1, fields, note: None };
        world.curation.edit::<Actor>(&staff(), edit).await.unwrap();
        for (field, expected_version, trace) in [("phone", 2, Trace::Phone), ("address", 3, Trace::Name)] {
            let purge = PurgeField {
                entity: EntityRef::of::<Actor>(actor.id), field: field.to_owned(), expected_version, reason: "privat".to_owned(),
            };
            let mentions = world.curation.purge_field_history(&editor(), purge).await.unwrap().value.mentions;
            let said: Vec<_> = mentions.iter().map(|it| (it.subject, it.field.as_str(), it.trace, it.is_current, it.is_blanked)).collect();
            let subject = MentionSubject::Entry(EntityRef::of::<Actor>(neighbour.id));
            assert_eq!(said, [(subject, "summary.de", trace, true, false)], "{field}");
        }
    }

    async fn the_reason_of_a_purge_and_a_look_at_the_website_keep_nothing(world: World) {
        let said = Patch::new().with("phone", "0176 5550123").with("website", "https://heim.example/geheim");
        let actor = world.actor_with("Verein", said).await;
        let nothing = Patch::new().with("phone", serde_json::Value::Null).with("website", serde_json::Value::Null);
        world.change(actor.id, 1, nothing).await;
        for (version, field, value) in [(2, "phone", "0176/555 01 23"), (3, "website", "https://heim.example/geheim")] {
            let purge = PurgeField {
                entity: EntityRef::of::<Actor>(actor.id), field: field.to_owned(), expected_version: version,
                reason: format!("privat: {value}"),
            };
            world.curation.purge_field_history(&editor(), purge).await.unwrap();
        }
        let log = world.store.logged_changes(ChangeFilter::default(), &curation::reading::PageRequest::first(50)).await.unwrap().items;
        let notes: String = log.iter().filter_map(|(_, change)| change.note.clone()).collect();
        assert!(notes.contains("privat") && !notes.contains("555 01 23") && !notes.contains("geheim"), "{notes}");
    }

    async fn a_slug_that_was_made_of_a_purged_name_is_told(world: World) {
        let actor = world.actor("Zottelbart Wilhelmina").await;
        world.change(actor.id, 1, Patch::new().with("name", "Frauentreff")).await;
        let purge = PurgeField {
            entity: EntityRef::of::<Actor>(actor.id), field: "name".to_owned(), expected_version: 2, reason: "privat".to_owned(),
        };
        let mentions = world.curation.purge_field_history(&editor(), purge).await.unwrap().value.mentions;
        let said: Vec<_> = mentions.iter().map(|it| (it.subject, it.field.as_str(), it.is_blanked)).collect();
        assert_eq!(said, [(MentionSubject::Entry(EntityRef::of::<Actor>(actor.id)), "slug", false)]);
    }

    async fn a_purged_value_leaves_the_other_texts_of_earlier_versions(world: World) {
        let said = Patch::new()
            .with("phone", "0176 5550123")
            .with("summary.de", "Ruf an: +49 176 555 01 23.")
            .with("alternativeNames", ["Verein 0176/5550123"])
            .with("address.street", "Heimliche Gasse 7")
            .with("address.city", "Herne")
            .with("description.de", "Wir sind in Herne.");
        let actor = world.actor_with("Verein", said).await;
        let purge = |field: &str, expected_version| PurgeField {
            entity: EntityRef::of::<Actor>(actor.id), field: field.to_owned(), expected_version, reason: "war privat".to_owned(),
        };
        let edit = |expected_version, fields| curation::commands::Edit { id: actor.id, expected_version, fields, note: None };
        let corrected = Patch::new().with("phone", "02323 22222").with("address", serde_json::Value::Null);
        world.curation.edit::<Actor>(&staff(), edit(1, corrected)).await.unwrap();
        let refusal = world.curation.purge_field_history(&editor(), purge("phone", 2)).await;
        assert_eq!(codes(refusal), ["- STILL_SAID"], "today's summary says it");
        let corrected = Patch::new().with("summary.de", "Ruf an.").with("alternativeNames", ["Verein"]);
        world.curation.edit::<Actor>(&staff(), edit(2, corrected)).await.unwrap();
        world.curation.purge_field_history(&editor(), purge("phone", 3)).await.unwrap();
        world.curation.purge_field_history(&editor(), purge("address", 4)).await.unwrap();
        let dump = Database::dump(&world.store).await;
        for gone in ["5550123", "555 01 23", "Heimliche Gasse"] {
            assert!(!dump.contains(gone), "{gone}: {dump}");
        }
        for left in ["Ruf an: ….", "Verein …", "Wir sind in Herne.", "02323 22222"] {
            assert!(dump.contains(left), "{left}: {dump}");
        }
        assert_eq!(world.store.check().await.unwrap(), []);
    }

    async fn a_purged_place_leaves_proposals_and_notes_too(world: World) {
        let place = serde_json::json!({ "longitude": 7.24567, "latitude": 51.53333, "precision": "exact" });
        let actor = world.actor_with("Frauenhaus", Patch::new().with("location", &place)).await;
        let proposal = ProposeChange {
            kind: ACTOR,
            entity: Some(actor.id.uuid()),
            expected_version: 1,
            fields: Patch::new().with("location", serde_json::json!({ "longitude": 7.2, "latitude": 51.5, "precision": "quarter" })),
            archive: false, comment: Some("Nicht 51,53333 / 7,24567, bitte!".to_owned()),
            contact: None,
            language: None,
        };
        world.curation.propose_change(&Requester::public(), proposal, &UnlimitedProposals).await.unwrap();
        let fields = Patch::new().with("location", serde_json::Value::Null);
        let note = Some("war 51.53333, 7.24567".to_owned());
        let edit = curation::commands::Edit { id: actor.id, expected_version: 1, fields, note };
        world.curation.edit::<Actor>(&staff(), edit).await.unwrap();
        assert!(Database::dump(&world.store).await.contains("24567"));
        let purge = PurgeField {
            entity: EntityRef::of::<Actor>(actor.id), field: "location".to_owned(), expected_version: 2, reason: "Schutz".to_owned(),
        };
        world.curation.purge_field_history(&editor(), purge).await.unwrap();
        let dump = Database::dump(&world.store).await;
        assert!(!dump.contains("24567") && !dump.contains("53333"), "{dump}");
        assert_eq!(world.store.check().await.unwrap(), []);
    }
}
