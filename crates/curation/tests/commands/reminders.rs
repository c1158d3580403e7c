//! Reminders: who is asked and how often, and what the links of a mail can do.

use curation::{
    Patch,
    commands::{
        ApproveProposal, Consents, ContactField, CreateContact, Delivery, Edit, GivenConsent, Letter, ReminderAnswer,
        ReminderLink, VersionedRef, WithdrawConsent,
    },
};
use domain::{
    Actor, ActorId, LifeStatus, Record,
    vocabulary::{ConsentMethod, Role},
};
use secrecy::ExposeSecret;
use serde_json::json;
use store::{PageRequest, ProposalFilter, ReminderState};

use crate::{fixtures::*, on_both};

/// An actor with an address of the function, which nobody has confirmed.
async fn reachable(world: &World, name: &str, email: &str) -> Record<Actor> {
    world.actor_with(name, Patch::new().with("email", email)).await
}

/// A contact person who agreed to something.
async fn person(world: &World, actor: ActorId, email: &str, purpose: &str, language: &str) -> domain::PersonId {
    let consent = GivenConsent {
        purpose: purpose.to_owned(),
        text_version: "1".to_owned(),
        text_language: language.parse().expect("tag"),
        given_on: "2026-05-01".parse().expect("day"),
        given_by: ConsentMethod::Written,
        review_due: None,
    };
    let fields = Patch::new().with("actor", actor).with("email", json!({ "value": email, "visibility": "partners" }));
    let input = CreateContact { fields, consents: Consents::from([(ContactField::Email, consent)]) };
    world.curation.create_contact(&staff(), input).await.expect("a contact").value.id
}

/// Who would be asked, with the language.
async fn asked(world: &World) -> Vec<String> {
    let due = world.curation.reminders_due(&editor(), 100).await.expect("readable");
    due.iter().map(|one| format!("{} {} {}", one.due.name, one.to.address, one.to.language)).collect()
}

async fn note(world: &World, actor: ActorId) -> Option<Letter> {
    world.curation.note_reminder(&editor(), actor).await.expect("noted")
}

/// A mail that was sent.
async fn sent(world: &World, actor: ActorId) -> Letter {
    let letter = note(world, actor).await.expect("a letter");
    world.curation.settle_reminder(&editor(), letter.id, Delivery::Taken).await.expect("settled");
    letter
}

async fn look(world: &World, purpose: ReminderAnswer, token: &str) -> ReminderLink {
    world.curation.look_at_reminder(purpose, token).await.expect("looked at")
}

async fn answer(world: &World, purpose: ReminderAnswer, token: &str) -> ReminderLink {
    world.curation.answer_reminder(purpose, token).await.expect("answered").value
}

use ReminderAnswer::{Archive, StillRight};

on_both! {
    async fn the_function_is_asked_before_a_person_and_a_person_only_with_their_consent(world: World) {
        reachable(&world, "Funktion", "info@verein.example").await;
        // What it speaks with people is not the language it is written to in.
        let english = Patch::new().with("email", "club@verein.example").with("languages", json!(["en", "tr"]));
        world.actor_with("English Club", english).await;
        let (agreed, other) = (world.actor("Eingewilligt").await, world.actor("Anderer Zweck").await);
        world.actor("Unerreichbar").await;
        let ada = person(&world, agreed.id, "ada@verein.example", " ERINNERUNG ", "en-GB").await;
        person(&world, other.id, "eve@verein.example", "Veröffentlichung", "de").await;
        assert_eq!(asked(&world).await, [
            "Funktion info@verein.example de",
            "English Club club@verein.example de",
            "Eingewilligt ada@verein.example en-GB",
        ]);
        assert_eq!(world.curation.reminders_due(&editor(), 2).await.unwrap().len(), 2);
        assert!(note(&world, other.id).await.is_none());
        let withdrawal = WithdrawConsent { person: ada, fields: None };
        world.curation.withdraw_consent(&staff(), withdrawal).await.expect("withdrawn");
        assert!(note(&world, agreed.id).await.is_none(), "a consent that was withdrawn counts at once");
        assert_eq!(asked(&world).await.len(), 2);
    }

    async fn staff_see_when_who_was_asked_last(world: World) {
        let (asked, other) = (reachable(&world, "Gefragt", "info@verein.example").await, world.actor("Nie gefragt").await);
        sent(&world, asked.id).await;
        world.wait(400);
        let letter = sent(&world, asked.id).await;
        let page = world.curation.due_for_verification(&reader(), &PageRequest::first(10)).await.unwrap();
        let of = |id| page.items.iter().find(|(_, due)| due.actor == id).and_then(|(_, due)| due.reminder.clone());
        let newest = of(asked.id).expect("a reminder");
        assert_eq!((newest.id, newest.state, newest.person), (letter.id, ReminderState::Sent, None));
        assert_eq!(of(other.id), None);
    }

    async fn nobody_is_asked_twice_within_the_interval_whatever_became_of_the_first_mail(world: World) {
        let actor = reachable(&world, "Verein", "info@verein.example").await.id;
        let interrupted = note(&world, actor).await.expect("a letter");
        assert_eq!(world.store.reminder(interrupted.id).await.unwrap().expect("there").state, ReminderState::Noted);
        assert!(asked(&world).await.is_empty() && note(&world, actor).await.is_none(), "the program ended before it knew");
        world.wait(29);
        assert!(note(&world, actor).await.is_none());
        world.wait(1);
        let refused = note(&world, actor).await.expect("another");
        world.curation.settle_reminder(&editor(), refused.id, Delivery::Refused).await.unwrap();
        assert!(note(&world, actor).await.is_none(), "refused for good");
        world.wait(30);
        let later = note(&world, actor).await.expect("another");
        world.curation.settle_reminder(&editor(), later.id, Delivery::NotTaken).await.unwrap();
        sent(&world, actor).await;
        world.wait(300);
        assert!(note(&world, actor).await.is_none(), "three are enough");
        world.curation.verify_actor(&staff(), VersionedRef::new(actor, 1)).await.unwrap();
        world.wait(400);
        assert!(note(&world, actor).await.is_some(), "a year later it is due again");
    }

    async fn a_link_vouches_for_the_entry_once(world: World) {
        let actor = reachable(&world, "Verein", "info@verein.example").await.id;
        let letter = sent(&world, actor).await;
        let token = letter.still_right.expose_secret();
        assert!(matches!(look(&world, StillRight, token).await, ReminderLink::Open(_)));
        assert!(world.get_actor(actor).await.data.verification.is_none(), "looking changes nothing");
        assert!(matches!(answer(&world, StillRight, token).await, ReminderLink::Taken(_)));
        let after = world.get_actor(actor).await;
        let verification = after.data.verification.expect("vouched for");
        assert_eq!((verification.on, verification.by), (world.curation.today(), Role::Member));
        for purpose in [StillRight, Archive] {
            let token = if purpose == StillRight { token } else { letter.archive.expose_secret() };
            assert!(matches!(look(&world, purpose, token).await, ReminderLink::AnsweredBefore(_, StillRight)));
            assert!(matches!(answer(&world, purpose, token).await, ReminderLink::AnsweredBefore(_, StillRight)));
        }
        assert_eq!(world.get_actor(actor).await.version, after.version);
        let kept = world.store.reminder(letter.id).await.unwrap().expect("there");
        assert_eq!((kept.state, kept.answer, kept.answered_at.is_some()), (ReminderState::Sent, Some(StillRight), true));
    }

    async fn a_link_used_by_many_at_once_is_used_once(world: World) {
        let actor = reachable(&world, "Verein", "info@verein.example").await.id;
        let letter = sent(&world, actor).await;
        let mut taken = 0;
        let uses: Vec<_> = (0..6)
            .map(|_| {
                let (curation, token) = (world.curation.clone(), letter.archive.clone());
                tokio::spawn(async move { curation.answer_reminder(Archive, token.expose_secret()).await.unwrap().value })
            })
            .collect();
        for one in uses {
            taken += usize::from(matches!(one.await.unwrap(), ReminderLink::Taken(_)));
        }
        assert_eq!(taken, 1);
        assert_eq!(world.store.count_proposals(ProposalFilter::default()).await.unwrap(), 1);
    }

    async fn a_link_for_archiving_asks_staff_and_leaves_the_entry_alone(world: World) {
        let actor = reachable(&world, "Verein", "info@verein.example").await;
        let letter = sent(&world, actor.id).await;
        assert!(matches!(answer(&world, Archive, letter.archive.expose_secret()).await, ReminderLink::Taken(_)));
        assert_eq!(world.get_actor(actor.id).await, actor);
        let waiting = world.curation.proposals(&reader(), ProposalFilter::default(), &PageRequest::first(10)).await.unwrap().items;
        let proposal = &waiting[0].1.proposal;
        assert_eq!((waiting.len(), proposal.entity, proposal.by), (1, Some(actor.id.uuid()), Role::Member));
        assert!(proposal.comment.as_deref().is_some_and(|comment| comment.contains("archiviert")));
        world.wait(90);
        assert!(asked(&world).await.is_empty(), "it is on the desk of staff");
        let (proposal, changed) = (proposal.id, Patch::new().with("name", "Verein Neu"));
        let edit = Edit { id: actor.id, expected_version: actor.version, fields: changed, note: None };
        world.curation.edit::<Actor>(&staff(), edit).await.unwrap();
        let approve = |version| ApproveProposal { proposal, expected_version: Some(version), ..ApproveProposal::default() };
        assert_eq!(codes(world.curation.approve_proposal(&editor(), approve(actor.version)).await), ["expectedVersion CONFLICT"]);
        let approved = world.curation.approve_proposal(&editor(), approve(actor.version + 1)).await.unwrap().value;
        assert_eq!(approved.entity.map(|entity| entity.id), Some(actor.id.uuid()));
        assert_eq!(world.get_actor(actor.id).await.data.status, LifeStatus::Archived, "what was asked for is done");
    }

    async fn a_link_works_only_as_it_was_made(world: World) {
        let actor = reachable(&world, "Verein", "info@verein.example").await.id;
        let other = reachable(&world, "Anderer", "info@anderer.example").await.id;
        let (letter, others) = (sent(&world, actor).await, sent(&world, other).await);
        let (still_right, archive) = (letter.still_right.expose_secret(), letter.archive.expose_secret());
        let mixed = format!("{}{}", &still_right[..21], &others.still_right.expose_secret()[21..]);
        let mut tampered = still_right.to_owned();
        tampered.replace_range(40..41, if &still_right[40..41] == "A" { "B" } else { "A" });
        for (purpose, token) in [(Archive, still_right), (StillRight, archive), (StillRight, &mixed), (StillRight, &tampered), (StillRight, "")] {
            assert_eq!(look(&world, purpose, token).await, ReminderLink::NotOurs, "{token}");
            assert_eq!(answer(&world, purpose, token).await, ReminderLink::NotOurs, "{token}");
        }
        world.change(actor, 1, Patch::new().with("phone", "+49 2323 111111")).await;
        assert!(matches!(answer(&world, StillRight, still_right).await, ReminderLink::Changed(_)), "not the version of the mail");
        world.wait(60);
        assert_eq!(answer(&world, StillRight, others.still_right.expose_secret()).await, ReminderLink::Expired);
        let again = sent(&world, other).await;
        world.curation.archive::<Actor>(&staff(), VersionedRef::new(other, 1)).await.unwrap();
        assert_eq!(look(&world, StillRight, again.still_right.expose_secret()).await, ReminderLink::Gone);
        assert_eq!(world.get_actor(other).await.data.status, LifeStatus::Archived);
        let all = store::testing::Database::dump(&world.store).await;
        for token in [still_right, archive] {
            assert!(!all.contains(token), "a link is kept nowhere");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_link_of_another_directory_is_not_ours() {
    let (here, there) =
        (World::new(store::testing::Backend::Sqlite).await, World::new(store::testing::Backend::Sqlite).await);
    // Counted ids: both reminders have the same.
    let mut letters = Vec::new();
    for world in [&here, &there] {
        let actor = reachable(world, "Verein", "info@verein.example").await.id;
        letters.push(sent(world, actor).await);
    }
    assert_eq!(letters[0].id, letters[1].id);
    assert_eq!(answer(&here, StillRight, letters[1].still_right.expose_secret()).await, ReminderLink::NotOurs);
    assert!(matches!(answer(&here, StillRight, letters[0].still_right.expose_secret()).await, ReminderLink::Taken(_)));
}
