//! Proposals: handed in, looked at, taken over in part, rejected, taken back.

use curation::{
    Patch, Refusal, Requester,
    commands::{ApproveProposal, ProposeChange, RejectProposal, RemarkOnProposal, UnlimitedProposals},
    reading::{PageRequest, Waiting},
};
use domain::{Actor, ActorId, EntityKind, vocabulary::Role};
use serde_json::json;
use store::{Proposal, ProposalFilter, ProposalStatus};

use crate::{fixtures::*, on_both};

fn change(actor: ActorId, expected_version: u32, fields: Patch) -> ProposeChange {
    ProposeChange {
        kind: ACTOR,
        entity: Some(actor.uuid()),
        expected_version,
        fields,
        archive: false,
        comment: None,
        contact: Some("frage@example.org".to_owned()),
        language: None,
    }
}

async fn propose(world: &World, actor: ActorId, fields: Patch) -> Proposal {
    world
        .curation
        .propose_change(&Requester::public(), change(actor, 1, fields), &UnlimitedProposals)
        .await
        .expect("a proposal")
        .value
}

async fn queue_of(world: &World, filter: ProposalFilter) -> Vec<Waiting> {
    let page = world.curation.proposals(&reader(), filter, &PageRequest::first(10)).await.expect("a page");
    page.items.into_iter().map(|(_, waiting)| waiting).collect()
}

fn approve(proposal: &Proposal, take: Option<&[&str]>) -> ApproveProposal {
    let take = take.map(|take| take.iter().map(|field| (*field).to_owned()).collect());
    ApproveProposal { proposal: proposal.id, take, ..ApproveProposal::default() }
}

on_both! {
    async fn what_is_approved_in_part_changes_just_that(world: World) {
        let actor = world.actor_with("Verein", Patch::new().with("phone", "02323 11111")).await;
        let fields = Patch::new().with("name", "Neuer Name").with("phone", "02323 22222").with("summary.de", "Kurz");
        let proposal = propose(&world, actor.id, fields).await;
        assert!(!world.seen().await.contains("Neuer Name"), "the published version stays");
        let queue = queue_of(&world, ProposalFilter::default()).await;
        let told: Vec<_> = queue[0].fields.iter().map(|f| (f.field.as_str(), f.base.clone(), f.current.clone(), f.proposed.clone())).collect();
        assert_eq!(told, [
            ("name", json!("Verein"), json!("Verein"), json!("Neuer Name")),
            ("phone", json!("02323 11111"), json!("02323 11111"), json!("02323 22222")),
            ("summary.de", json!(null), json!(null), json!("Kurz")),
        ]);
        let said = RemarkOnProposal { proposal: proposal.id, text: "Ich rufe an.".to_owned() };
        world.curation.comment_proposal(&editor(), said).await.unwrap();
        assert_eq!(codes(world.curation.approve_proposal(&editor(), approve(&proposal, Some(&["colour"]))).await), ["take[0] UNKNOWN"]);
        let done = world.curation.approve_proposal(&editor(), approve(&proposal, Some(&["phone", "summary.de"]))).await.unwrap();
        let closed = done.value.proposal;
        assert_eq!(closed.status, ProposalStatus::Partly);
        assert_eq!(closed.contact, None);
        let review = closed.review.unwrap();
        assert_eq!((review.by, review.taken["name"], review.taken["phone"]), (Role::Admin, false, true));
        let now = world.get_actor(actor.id).await;
        assert_eq!((now.version, &*now.data.name, now.data.summary.get("de")), (2, "Verein", Some("Kurz")));
        assert_eq!(now.data.phone.unwrap().as_str(), "02323 22222");
        assert_eq!(codes(world.curation.approve_proposal(&editor(), approve(&proposal, None)).await), ["- PROPOSAL_CLOSED"]);
        assert!(!store::testing::Database::dump(&world.store).await.contains("frage@example.org"));
        let open = ProposalFilter { status: Some(ProposalStatus::Open), ..ProposalFilter::default() };
        assert_eq!(queue_of(&world, open).await, []);
    }

    async fn a_field_changed_meanwhile_is_taken_over_only_by_name(world: World) {
        let actor = world.actor("Verein").await;
        let proposal = propose(&world, actor.id, Patch::new().with("name", "Vorschlag").with("email", "neu@example.org")).await;
        world.change(actor.id, 1, Patch::new().with("name", "Inzwischen")).await;
        let queue = queue_of(&world, ProposalFilter::default()).await;
        let contested: Vec<_> = queue[0].fields.iter().filter(|f| f.is_contested).map(|f| f.field.as_str()).collect();
        assert_eq!((contested, queue[0].entry.as_ref().map(|entry| entry.version)), (vec!["name"], Some(2)));
        let Refusal::Conflict { fields, found: 2, .. } =
            refusal(world.curation.approve_proposal(&editor(), approve(&proposal, None)).await) else { panic!("no conflict") };
        assert_eq!((fields.len(), &fields[0].theirs, &fields[0].mine), (1, &json!("Inzwischen"), &json!("Vorschlag")));
        let unseen = ApproveProposal { expected_version: Some(1), ..approve(&proposal, Some(&["email"])) };
        assert!(matches!(refusal(world.curation.approve_proposal(&editor(), unseen).await), Refusal::Conflict { .. }));
        world.curation.approve_proposal(&editor(), approve(&proposal, Some(&["name", "email"]))).await.unwrap();
        assert_eq!(&*world.get_actor(actor.id).await.data.name, "Vorschlag");
    }

    async fn a_new_actor_can_be_proposed_by_anybody(world: World) {
        let fields = Patch::new().with("name", "Neuer Verein").with("kind", json!({ "type": "organisation", "kind": "women" }));
        let new = ProposeChange { kind: ACTOR, entity: None, expected_version: 0, fields, archive: false, comment: Some("Den gibt es!".to_owned()), contact: None, language: None };
        let proposal = world.curation.propose_change(&Requester::public(), new.clone(), &UnlimitedProposals).await.unwrap().value;
        assert_eq!(world.store.count::<Actor>().await.unwrap(), 0);
        let done = world.curation.approve_proposal(&editor(), ApproveProposal { publish: true, ..approve(&proposal, None) }).await.unwrap();
        assert_eq!(done.value.entity.map(|entity| entity.kind), Some(ACTOR));
        assert!(world.seen().await.contains("Neuer Verein"));
        let nameless = ProposeChange { fields: Patch::new().with("phone", "x"), ..new.clone() };
        assert_eq!(codes(world.curation.propose_change(&Requester::public(), nameless, &UnlimitedProposals).await), ["name REQUIRED", "kind REQUIRED", "phone UNREADABLE"]);
        let empty = ProposeChange { entity: done.value.entity.map(|e| e.id), expected_version: 1, fields: Patch::new(), comment: None, ..new };
        assert_eq!(codes(world.curation.propose_change(&Requester::public(), empty, &UnlimitedProposals).await), ["fields REQUIRED"]);
        let person = ProposeChange { kind: EntityKind::Person, ..change(ActorId::from_uuid(proposal.id), 1, Patch::new().with("name", "x")) };
        assert_eq!(codes(world.curation.propose_change(&Requester::public(), person, &UnlimitedProposals).await), ["kind NOT_FOUND"]);
    }

    async fn who_may_propose_what(world: World) {
        let (own, other) = (world.actor("Eigener").await, world.actor("Anderer").await);
        let rename = || Patch::new().with("name", "Umbenannt");
        let member = member_of(own.id);
        assert_eq!(codes(world.curation.propose_change(&member, change(other.id, 1, rename()), &UnlimitedProposals).await), ["- FORBIDDEN"]);
        let mine = world.curation.propose_change(&member, change(own.id, 1, rename()), &UnlimitedProposals).await.unwrap().value;
        assert_eq!((mine.by, mine.account), (Role::Member, member.account()));
        let stranger = partner().partner().unwrap();
        assert_eq!(codes(world.curation.withdraw_proposal(&stranger, mine.id).await), ["proposal NOT_FOUND"]);
        let withdrawn = world.curation.withdraw_proposal(&member.partner().unwrap(), mine.id).await.unwrap().value;
        assert_eq!((withdrawn.status, withdrawn.contact), (ProposalStatus::Withdrawn, None));
        world.curation.archive::<Actor>(&staff(), curation::commands::VersionedRef::new(other.id, 1)).await.unwrap();
        assert_eq!(codes(world.curation.propose_change(&Requester::public(), change(other.id, 1, rename()), &UnlimitedProposals).await), ["entity NOT_FOUND"]);
        assert_eq!(codes(world.curation.propose_change(&Requester::public(), change(own.id, 7, rename()), &UnlimitedProposals).await), ["expectedVersion UNKNOWN"]);
        let second = propose(&world, own.id, rename()).await;
        let without_reason = RejectProposal { proposal: second.id, reason: "  ".to_owned() };
        assert_eq!(codes(world.curation.reject_proposal(&editor(), without_reason).await), ["reason REQUIRED"]);
        let reason = RejectProposal { proposal: second.id, reason: "Stimmt nicht.".to_owned() };
        let rejected = world.curation.reject_proposal(&editor(), reason).await.unwrap().value;
        assert_eq!((rejected.status, rejected.review.unwrap().reason.as_deref()), (ProposalStatus::Rejected, Some("Stimmt nicht.")));
        assert_eq!(&*world.get_actor(own.id).await.data.name, "Eigener");
    }
}
