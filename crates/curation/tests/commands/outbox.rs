//! The mails of the outbox: who is asked whether a cooperation is true, and what the links can do.

use curation::{
    Patch,
    commands::{
        ConfirmLink, Delivery, LinkInquiry, LinkReply, LinkReplyState, LinkStatusChange, MailAnswer, MailContent,
        MailStopState, OutboxLetter, ProposeLink, Side, VersionedRef,
    },
    reading::PageRequest,
};
use domain::{Actor, ActorId, CooperationLink, LinkId, Record, record::EntityRef, vocabulary::LinkStatus};
use secrecy::ExposeSecret;
use store::{ChangeFilter, MailPurpose, MailState};

use crate::{fixtures::*, on_both};

async fn reachable(world: &World, name: &str, email: &str) -> Record<Actor> {
    world.actor_with(name, Patch::new().with("email", email)).await
}

/// The mails that are written down as sent now.
async fn letters(world: &World) -> Vec<OutboxLetter> {
    let (mut letters, mut digest) = (Vec::new(), None);
    for id in world.curation.mails_due(&editor(), 100).await.expect("readable") {
        letters.extend(world.curation.note_mail(&editor(), id, &mut digest).await.expect("noted"));
    }
    letters
}

async fn states(world: &World, link: LinkId) -> Vec<(String, MailState)> {
    let found = world.store.outbox_mails_about(MailPurpose::LinkConfirmation, link.uuid()).await.expect("readable");
    found.into_iter().map(|mail| (mail.occasion, mail.state)).collect()
}

fn token(letter: &OutboxLetter) -> &str {
    let MailContent::LinkConfirmation { token, .. } = &letter.content else { panic!("{:?}", letter.content) };
    token.expose_secret()
}

async fn look(world: &World, token: &str) -> LinkReplyState {
    world.curation.look_at_link_mail(token).await.expect("looked at")
}

fn open(state: LinkReplyState) -> LinkInquiry {
    match state {
        LinkReplyState::Open(inquiry) => inquiry,
        other => panic!("{other:?}"),
    }
}

async fn reply(world: &World, token: &str, answer: MailAnswer, expected_version: u32) -> LinkReplyState {
    let reply = LinkReply { answer, expected_version, reason: Some(" Kennen wir nicht ".to_owned()) };
    world.curation.answer_link_mail(token, &reply).await.expect("answered").value
}

/// Two actors that can be written to, a link between them, and the mails about it.
async fn ask_both_sides(world: &World) -> (ActorId, ActorId, LinkId, Vec<OutboxLetter>) {
    let (a, b) = (reachable(world, "A", "a@verein.example").await, reachable(world, "B", "b@verein.example").await);
    let link = world.link(a.id, b.id, "supports").await;
    world.wait(1);
    (a.id, b.id, link.id, letters(world).await)
}

async fn status(world: &World, link: LinkId) -> LinkStatus {
    world.store.get::<CooperationLink>(link).await.expect("readable").expect("there").data.status
}

on_both! {
    async fn whoever_did_not_propose_a_link_is_asked_once_and_later_than_at_once(world: World) {
        let world = world.with_link_mails();
        let (a, b) = (reachable(&world, "A", "a@verein.example").await, reachable(&world, "B", "b@verein.example").await);
        let fields = Patch::new().with("from", "a").with("to", "b").with("kind", "supports");
        let link = world.curation.propose_link(&member_of(a.id), ProposeLink { fields, note: None }).await.unwrap().value.id;
        assert!(letters(&world).await.is_empty(), "what is taken back at once is not mailed");
        world.wait(1);
        let sent = letters(&world).await;
        let [letter] = sent.as_slice() else { panic!("{sent:?}") };
        assert_eq!((letter.to.as_str(), letter.language.as_str()), ("b@verein.example", "de"));
        assert!(letters(&world).await.is_empty(), "the program ended before it knew: it counts as sent");
        assert_eq!(states(&world, link).await, [("to".to_owned(), MailState::Noted)]);
        world.curation.settle_mail(&editor(), letter.id, Delivery::Taken).await.unwrap();
        world.wait(30);
        assert!(letters(&world).await.is_empty());
        assert_eq!(states(&world, link).await, [("to".to_owned(), MailState::Sent)]);
        let inquiry = open(look(&world, token(letter)).await);
        assert_eq!((inquiry.asked.id, inquiry.partner.id, inquiry.side), (b.id, a.id, Side::To));
    }

    async fn both_sides_confirm_by_mail_and_the_history_says_so(world: World) {
        let world = world.with_link_mails();
        let (_, b, link, sent) = ask_both_sides(&world).await;
        assert_eq!(sent.len(), 2, "staff speak for neither");
        let (one, other) = (token(&sent[0]), token(&sent[1]));
        for _ in 0..3 {
            assert!(matches!(look(&world, one).await, LinkReplyState::Open(_)), "looking changes nothing");
        }
        let LinkReplyState::Taken(inquiry) = reply(&world, one, MailAnswer::Confirm, 1).await else { panic!() };
        assert_eq!((inquiry.status, inquiry.confirmed_on), (LinkStatus::ConfirmedByOneSide, Some(world.curation.today())));
        assert!(matches!(reply(&world, one, MailAnswer::Decline, 2).await, LinkReplyState::Closed(_)), "once");
        let LinkReplyState::Changed(seen) = reply(&world, other, MailAnswer::Confirm, 1).await else { panic!() };
        assert!(matches!(reply(&world, other, MailAnswer::Confirm, seen.version).await, LinkReplyState::Taken(_)));
        assert_eq!(status(&world, link).await, LinkStatus::Active);
        let LinkReplyState::Closed(seen) = look(&world, one).await else { panic!() };
        assert_eq!(seen.status, LinkStatus::Active, "what has become of it");
        let filter = ChangeFilter { entity: Some(EntityRef::of::<CooperationLink>(link)), ..ChangeFilter::default() };
        let log = world.store.logged_changes(filter, &PageRequest::first(9)).await.unwrap();
        let notes: Vec<_> = log.items.iter().map(|(_, change)| change.note.as_deref()).collect();
        assert_eq!(notes, [Some("signed mail"), Some("signed mail"), None]);
        world.curation.archive::<Actor>(&staff(), VersionedRef::new(b, 1)).await.unwrap();
        assert_eq!(look(&world, one).await, LinkReplyState::Gone);
    }

    async fn a_side_declines_with_a_reason_for_staff(world: World) {
        let world = world.with_link_mails();
        let (.., link, sent) = ask_both_sides(&world).await;
        let (one, other) = (token(&sent[0]), token(&sent[1]));
        assert!(matches!(reply(&world, one, MailAnswer::Decline, 1).await, LinkReplyState::Taken(_)));
        assert_eq!(status(&world, link).await, LinkStatus::Rejected);
        let filter = ChangeFilter { entity: Some(EntityRef::of::<CooperationLink>(link)), ..ChangeFilter::default() };
        let log = world.store.logged_changes(filter, &PageRequest::first(1)).await.unwrap();
        assert_eq!(log.items[0].1.note.as_deref(), Some("signed mail: Kennen wir nicht"));
        let LinkReplyState::Closed(seen) = look(&world, other).await else { panic!() };
        assert_eq!((seen.status, seen.answer), (LinkStatus::Rejected, None), "decided upon in another way");
    }

    async fn links_are_for_one_mail_and_one_purpose_and_end(world: World) {
        let world = world.with_link_mails();
        let (.., sent) = ask_both_sides(&world).await;
        let letter = &sent[0];
        let stop = letter.stop.expose_secret();
        let mut forged = token(letter).to_owned();
        forged.replace_range(63.., if forged.ends_with('A') { "Q" } else { "A" });
        for wrong in ["", "x", stop, forged.as_str()] {
            assert_eq!(look(&world, wrong).await, LinkReplyState::NotOurs);
            assert_eq!(reply(&world, wrong, MailAnswer::Confirm, 1).await, LinkReplyState::NotOurs);
        }
        assert_eq!(world.curation.look_at_mail_stop(token(letter)).await.unwrap(), MailStopState::NotOurs);
        world.wait(60);
        assert_eq!(look(&world, token(letter)).await, LinkReplyState::Expired);
        assert_eq!(reply(&world, token(letter), MailAnswer::Confirm, 1).await, LinkReplyState::Expired);
    }

    async fn nobody_is_asked_who_has_answered_cannot_be_reached_or_wants_no_more(world: World) {
        let world = world.with_link_mails();
        let (a, _, _, sent) = ask_both_sides(&world).await;
        let (c, d) = (world.actor("C").await, reachable(&world, "D", "d@verein.example").await);
        let stop = sent[0].stop.expose_secret();
        assert!(matches!(world.curation.look_at_mail_stop(stop).await.unwrap(), MailStopState::Open(_)));
        let (first, second) = (world.link(a, c.id, "supports").await, world.link(a, d.id, "supports").await);
        world.curation.reject_link(&staff(), LinkStatusChange::new(second.id, 1)).await.unwrap();
        assert!(matches!(world.curation.stop_mail(stop).await.unwrap(), MailStopState::Stopped(_)));
        world.wait(1);
        assert!(letters(&world).await.is_empty());
        let state = |side: &str, state| (side.to_owned(), state);
        assert_eq!(states(&world, first.id).await, [state("from", MailState::Dropped), state("to", MailState::NoAddress)]);
        assert_eq!(states(&world, second.id).await, [state("from", MailState::Dropped), state("to", MailState::Dropped)]);
    }

    async fn what_was_not_taken_is_tried_again_and_given_up_in_the_end(world: World) {
        let world = world.with_link_mails();
        let (.., link, sent) = ask_both_sides(&world).await;
        world.curation.settle_mail(&editor(), sent[0].id, Delivery::NotTaken).await.unwrap();
        world.curation.settle_mail(&editor(), sent[1].id, Delivery::Refused).await.unwrap();
        assert!(letters(&world).await.is_empty(), "not at once");
        world.wait(1);
        let again = letters(&world).await;
        assert_eq!(again.iter().map(|letter| letter.id).collect::<Vec<_>>(), [sent[0].id], "refused is refused");
        world.curation.settle_mail(&editor(), sent[0].id, Delivery::NotTaken).await.unwrap();
        world.wait(20);
        assert!(letters(&world).await.is_empty());
        let states: Vec<_> = states(&world, link).await.into_iter().map(|(_, state)| state).collect();
        assert_eq!(states, [MailState::Dropped, MailState::Refused]);
    }

    async fn one_person_confirms_both_sides_only_with_evidence(world: World) {
        let (a, b) = (world.actor("A").await, world.actor("B").await);
        let link = world.link(a.id, b.id, "supports").await.id;
        world.curation.confirm_link(&staff(), ConfirmLink::new(link, 1, Side::From)).await.unwrap();
        let second = ConfirmLink::new(link, 2, Side::To);
        assert_eq!(codes(world.curation.confirm_link(&staff(), second.clone()).await), ["evidence EVIDENCE_MISSING"]);
        let blank = ConfirmLink { evidence: Some("  ".to_owned()), ..second.clone() };
        assert_eq!(codes(world.curation.confirm_link(&staff(), blank).await), ["evidence EVIDENCE_MISSING"]);
        world.curation.confirm_link(&member_of(b.id), second.clone()).await.expect("another person");
        let other = world.link(b.id, a.id, "funds").await.id;
        world.curation.confirm_link(&staff(), ConfirmLink::new(other, 1, Side::To)).await.unwrap();
        let told = ConfirmLink { link: other, side: Side::From, evidence: Some("Protokoll".to_owned()), ..second };
        world.curation.confirm_link(&staff(), told).await.expect("evidence");
        let filter = ChangeFilter { entity: Some(EntityRef::of::<CooperationLink>(other)), ..ChangeFilter::default() };
        let log = world.store.logged_changes(filter, &PageRequest::first(1)).await.unwrap();
        assert_eq!(log.items[0].1.note.as_deref(), Some("Protokoll"));
    }
}
