//! Two entries become one, and two again.

use curation::{
    Patch, Requester,
    commands::{ConfirmLink, CreateContact, Edit, MergeActors, ProposeChange, Side, UnlimitedProposals, VersionedRef},
};
use domain::{Actor, ActorId, CooperationLink, District, Event, LifeStatus, Offer, Project, vocabulary::LinkStatus};
use serde_json::json;

use crate::{fixtures::*, on_both};

/// Two entries for one actor with a neighbour, and everything a merge has to move.
struct Twins {
    survivor: ActorId,
    loser: ActorId,
    neighbour: ActorId,
}

async fn confirm(world: &World, link: domain::LinkId) {
    for (version, side) in [(1, Side::From), (2, Side::To)] {
        let evidence = Some("Protokoll".to_owned());
        let input = ConfirmLink { evidence, ..ConfirmLink::new(link, version, side) };
        world.curation.confirm_link(&staff(), input).await.expect("confirmed");
    }
}

async fn twins(world: &World) -> Twins {
    let survivor = world.actor("Brücke").await.id;
    let loser = world.actor("Bruecke e. V.").await.id;
    let neighbour = world.actor("Nachbar").await.id;
    world.change(loser, 1, Patch::new().with("slug", "zweiter-name")).await;
    world.offer(loser, "Hausaufgabenhilfe").await;
    let event = Patch::new()
        .with("hosts", json!([neighbour, loser, survivor]))
        .with("title", json!({ "de": "Fest" }))
        .with("startsAt", "2026-06-01T18:00:00");
    world.curation.create::<Event>(&staff(), create(event)).await.expect("an event");
    let project = Patch::new().with("actors", json!([loser, neighbour])).with("title", json!({ "de": "Lesen" }));
    world.curation.create::<Project>(&staff(), create(project)).await.expect("a project");
    let person = Patch::new().with("actor", loser).with("name", json!({ "value": "Ada" }));
    world
        .curation
        .create_contact(&staff(), CreateContact { fields: person, ..CreateContact::default() })
        .await
        .expect("a person");
    // Between the two; twice with the neighbour, of which the loser's is further; once only the loser's.
    confirm(world, world.link(survivor, loser, "cooperates_with").await.id).await;
    world.link(neighbour, survivor, "cooperates_with").await;
    confirm(world, world.link(loser, neighbour, "cooperates_with").await.id).await;
    confirm(world, world.link(survivor, neighbour, "supports").await.id).await;
    confirm(world, world.link(loser, neighbour, "supports").await.id).await;
    world.link(neighbour, loser, "funds").await;
    Twins { survivor, loser, neighbour }
}

async fn merge(world: &World, Twins { survivor, loser, .. }: &Twins) -> store::Merge {
    let input = MergeActors {
        survivor: *survivor,
        survivor_version: 1,
        loser: *loser,
        loser_version: 2,
        take: Vec::new(),
        keep: Vec::new(),
        note: None,
    };
    world.curation.merge_actors(&editor(), input).await.expect("merged").value
}

on_both! {
    async fn what_belonged_to_the_loser_belongs_to_the_survivor(world: World) {
        let twins = twins(&world).await;
        let proposal = ProposeChange { kind: ACTOR, entity: Some(twins.loser.uuid()), expected_version: 2, fields: Patch::new().with("name", "Neu"), archive: false, comment: None, contact: None, language: None };
        let proposal = world.curation.propose_change(&Requester::public(), proposal, &UnlimitedProposals).await.unwrap().value;
        merge(&world, &twins).await;
        let (survivor, loser) = (world.get_actor(twins.survivor).await, world.get_actor(twins.loser).await);
        assert_eq!(loser.data.status, LifeStatus::Archived);
        for slug in ["bruecke", "bruecke-e-v", "zweiter-name"] {
            assert_eq!(world.store.find_by_slug::<Actor>(slug).await.unwrap().unwrap().id, survivor.id, "{slug}");
        }
        assert_eq!(world.store.of_actor::<Offer>(survivor.id).await.unwrap().len(), 1);
        let fest = &world.store.of_actor::<Event>(survivor.id).await.unwrap()[0];
        assert_eq!(fest.data.hosts.to_vec(), [twins.neighbour, survivor.id]);
        assert_eq!(world.store.of_actor::<Project>(survivor.id).await.unwrap()[0].data.actors[0], survivor.id);
        let mut links: Vec<_> = world.store.of_actor::<CooperationLink>(survivor.id).await.unwrap()
            .iter().map(|link| (link.data.kind.slug(), link.data.status, link.data.from == loser.id || link.data.to == loser.id)).collect();
        links.sort();
        assert_eq!(links, [
            ("cooperates_with", LinkStatus::Active, false),
            ("cooperates_with", LinkStatus::Ended, true),
            ("cooperates_with", LinkStatus::Rejected, false),
            ("funds", LinkStatus::Proposed, false),
            ("supports", LinkStatus::Active, false),
        ]);
        let waiting = world.curation.proposal(&reader(), proposal.id).await.unwrap().unwrap();
        assert_eq!(waiting.proposal.entity, Some(survivor.id.uuid()));
        assert_eq!(codes(world.curation.restore::<Actor>(&staff(), VersionedRef::new(loser.id, 3)).await), ["- MERGED"]);
        assert_eq!(world.store.check().await.unwrap(), []);
    }

    async fn the_survivor_keeps_what_either_said(world: World) {
        let twins = twins(&world).await;
        let district = async |name: &str| {
            let fields = Patch::new().with("name", json!({ "de": name })).with("level", "borough");
            world.curation.create_branch::<District>(&editor(), create(fields)).await.expect("a district").value.id
        };
        let (wanne, eickel) = (district("Wanne").await, district("Eickel").await);
        let survivor = Patch::new().with("languages", ["de", "tr"]).with("phone", "+49 2323 1").with("summary.de", "Kurz")
            .with("address.street", "Hauptstr. 1").with("alternativeNames", ["B"]).with("activeIn", [wanne]);
        world.change(twins.survivor, 1, survivor).await;
        let loser = Patch::new().with("languages", ["tr", "ar"]).with("phone", "+49 2323 2").with("summary", json!({ "de": "Lang", "tr": "Kısa" }))
            .with("email", "post@example.org").with("basedIn", eickel).with("activeIn", [eickel])
            .with("location", json!({ "latitude": 51.53, "longitude": 7.15, "precision": "quarter" }))
            .with("website", "https://example.org/").with("freeOfCharge", true);
        world.change(twins.loser, 2, loser).await;
        let before = world.everything().await;
        let input = MergeActors { survivor: twins.survivor, survivor_version: 2, loser: twins.loser, loser_version: 3, take: vec!["phone".to_owned(), "name".to_owned()], keep: vec!["website".to_owned()], note: None };
        for (wrong, code) in [("status", "take[0] UNKNOWN"), ("telephone", "take[0] UNKNOWN"), ("slug", "take[0] UNKNOWN")] {
            let wrong = MergeActors { take: vec![wrong.to_owned()], ..input.clone() };
            assert_eq!(codes(world.curation.merge_actors(&editor(), wrong).await), [code]);
        }
        let done = world.curation.merge_actors(&editor(), input).await.unwrap().value;
        let actor = world.get_actor(twins.survivor).await.data;
        let languages: Vec<_> = actor.languages.iter().map(ToString::to_string).collect();
        assert_eq!(languages, ["de", "tr", "ar"]);
        assert_eq!(actor.active_in, [wanne, eickel]);
        assert_eq!(actor.phone.unwrap().to_string(), "+49 2323 2", "chosen");
        assert_eq!(actor.email.unwrap().to_string(), "post@example.org", "only the loser had one");
        assert_eq!((actor.free_of_charge, actor.website), (Some(true), None), "what stays as it is is not filled in");
        assert_eq!((actor.summary.get("de"), actor.summary.get("tr")), (Some("Kurz"), Some("Kısa")), "a language that only the loser had");
        assert!(actor.location.is_none() && actor.based_in.is_none(), "places are not mixed");
        assert_eq!((actor.name.as_str(), &actor.alternative_names[..]), ("Bruecke e. V.", &["B".to_owned(), "Brücke".to_owned()][..]));
        world.curation.undo_merge(&editor(), done.id).await.unwrap();
        assert_eq!(world.everything().await, before);
    }

    async fn undoing_a_merge_gives_the_directory_back(world: World) {
        let twins = twins(&world).await;
        let before = world.everything().await;
        let done = merge(&world, &twins).await;
        assert_ne!(world.everything().await, before);
        let undone = world.curation.undo_merge(&editor(), done.id).await.unwrap().value;
        assert!(undone.undone_at.is_some());
        assert_eq!(world.everything().await, before);
        assert_eq!(world.store.check().await.unwrap(), []);
        assert_eq!(codes(world.curation.undo_merge(&editor(), done.id).await), ["- ALREADY_UNDONE"]);
        let again = MergeActors { survivor: twins.loser, survivor_version: 4, loser: twins.survivor, loser_version: 3, take: Vec::new(), keep: Vec::new(), note: None };
        let again = world.curation.merge_actors(&editor(), again).await.unwrap().value;
        world.curation.undo_merge(&editor(), again.id).await.unwrap();
        assert_eq!(world.everything().await, before);
    }

    async fn what_was_changed_since_the_merge_stays_changed(world: World) {
        let twins = twins(&world).await;
        let done = merge(&world, &twins).await;
        let offer = world.store.of_actor::<Offer>(twins.survivor).await.unwrap().remove(0);
        let edit = Edit { id: offer.id, expected_version: 2, fields: Patch::new().with("title.de", "Nachhilfe"), note: None };
        world.curation.edit::<Offer>(&staff(), edit).await.unwrap();
        let project = world.store.of_actor::<Project>(twins.survivor).await.unwrap().remove(0);
        let third = world.actor("Dritter").await.id;
        let edit = Edit { id: project.id, expected_version: 2, fields: Patch::new().with("actors", json!([twins.survivor, third])), note: None };
        world.curation.edit::<Project>(&staff(), edit).await.unwrap();
        world.change(twins.survivor, 2, Patch::new().with("name", "Brücke gGmbH").with("slug", "bruecke-ggmbh")).await;
        world.curation.undo_merge(&editor(), done.id).await.unwrap();
        let offer = world.store.get::<Offer>(offer.id).await.unwrap().unwrap();
        assert_eq!((offer.data.actor, offer.data.title.get("de")), (twins.loser, Some("Nachhilfe")));
        let project = world.store.get::<Project>(project.id).await.unwrap().unwrap();
        assert_eq!(project.data.actors.to_vec(), [twins.loser, third]);
        let survivor = world.get_actor(twins.survivor).await;
        assert_eq!(survivor.data.former_slugs.iter().map(domain::Slug::as_str).collect::<Vec<_>>(), ["bruecke"]);
        assert_eq!(world.store.check().await.unwrap(), []);
    }

    async fn what_cannot_be_merged_is_refused(world: World) {
        let (a, b) = (world.actor("A").await, world.actor("B").await);
        let input = |survivor: ActorId, loser: ActorId| MergeActors { survivor, survivor_version: 1, loser, loser_version: 1, take: Vec::new(), keep: Vec::new(), note: None };
        assert_eq!(codes(world.curation.merge_actors(&editor(), input(a.id, a.id)).await), ["loser DUPLICATE"]);
        // Who merges an entry with itself reads its name, not its id.
        let same = world.curation.merge_actors(&editor(), input(a.id, a.id)).await;
        let told: Vec<String> = refusal(same).user_errors().iter().map(|error| error.message.text("en")).collect();
        assert!(told[0].contains(&a.data.name) && !told[0].contains(&a.id.to_string()), "{told:?}");
        assert_eq!(codes(world.curation.merge_actors(&editor(), input(a.id, uuid::Uuid::nil().into())).await), ["loser NOT_FOUND"]);
        let stale = MergeActors { loser_version: 4, take: Vec::new(), keep: Vec::new(), ..input(a.id, b.id) };
        assert_eq!(codes(world.curation.merge_actors(&editor(), stale).await), ["expectedVersion UNKNOWN"]);
        let first = world.curation.merge_actors(&editor(), input(a.id, b.id)).await.unwrap().value;
        let c = world.actor("C").await;
        let archived = MergeActors { loser_version: 2, take: Vec::new(), keep: Vec::new(), ..input(c.id, b.id) };
        assert_eq!(codes(world.curation.merge_actors(&editor(), archived).await), ["- ARCHIVED"]);
        let second = MergeActors { loser_version: 2, take: Vec::new(), keep: Vec::new(), ..input(c.id, a.id) };
        world.curation.merge_actors(&editor(), second).await.unwrap();
        assert_eq!(codes(world.curation.undo_merge(&editor(), first.id).await), ["- MERGED"]);
        assert_eq!(codes(world.curation.undo_merge(&editor(), uuid::Uuid::nil()).await), ["merge NOT_FOUND"]);
    }
}
