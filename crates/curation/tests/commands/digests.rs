//! What staff are told once a day.

use curation::{
    Patch,
    commands::{Create, Delivery, MailContent, OutboxLetter},
};
use domain::{AccountId, Actor, vocabulary::Role};
use serde_json::json;
use store::{MailPurpose, accounts::Account};
use uuid::Uuid;

use crate::{fixtures::*, on_both};

async fn account(world: &World, number: u128, role: Role, language: Option<&str>) -> AccountId {
    let account = Account {
        id: AccountId::from_uuid(Uuid::from_u128(number)),
        email: format!("{number}@stelle.example").parse().unwrap(),
        name: None,
        role,
        trusted: false,
        actors: Vec::new(),
        password: "$argon2id$".into(),
        created_at: chrono::DateTime::from_timestamp(1_780_000_000, 0).unwrap(),
        disabled_at: None,
        second_factor: None,
        language: language.map(|tag| tag.parse().unwrap()),
    };
    let mut accounts = world.store.begin_accounts().await.unwrap();
    accounts.add(&account).await.unwrap();
    accounts.commit().await.unwrap();
    account.id
}

/// The mails that are written down as sent now.
async fn letters(world: &World) -> Vec<OutboxLetter> {
    let (mut letters, mut digest) = (Vec::new(), None);
    for id in world.curation.mails_due(&editor(), 100).await.unwrap() {
        letters.extend(world.curation.note_mail(&editor(), id, &mut digest).await.unwrap());
    }
    letters
}

on_both! {
    async fn what_is_due_is_counted_once_for_all_who_are_told_it(world: World) {
        let world = world.with_digests();
        account(&world, 1, Role::Editor, None).await;
        account(&world, 2, Role::Admin, None).await;
        account(&world, 3, Role::Editor, None).await;
        world.actor("A").await;
        assert_eq!(world.curation.queue_digests(&editor()).await.unwrap(), 3);
        let due = world.curation.mails_due(&editor(), 100).await.unwrap();
        let (mut run, mut verifications) = (None, Vec::new());
        for (at, id) in due.iter().enumerate() {
            // What comes while they are written is for the next run.
            if at == 1 {
                world.actor("B").await;
            }
            let mut next = None;
            let counted = if at == 2 { &mut next } else { &mut run };
            let letter = world.curation.note_mail(&editor(), *id, counted).await.unwrap().expect("a letter");
            let MailContent::Digest(notice) = letter.content else { panic!("{letter:?}") };
            verifications.push(notice.verifications);
        }
        assert_eq!(verifications, [1, 1, 2]);
    }

    async fn staff_are_told_on_workdays_what_is_due_once_a_day_and_each_in_their_language(world: World) {
        let world = world.with_digests();
        account(&world, 1, Role::Editor, None).await;
        account(&world, 2, Role::Admin, Some("ar")).await;
        account(&world, 3, Role::Member, None).await;
        assert_eq!(world.curation.queue_digests(&editor()).await.unwrap(), 0, "nothing is due");
        // Never confirmed: due at once.
        world.actor("A").await;
        assert_eq!(world.curation.queue_digests(&editor()).await.unwrap(), 2);
        let sent = letters(&world).await;
        let [german, arabic] = sent.as_slice() else { panic!("{sent:?}") };
        assert_eq!((german.language.as_str(), arabic.language.as_str()), ("de", "ar"));
        let MailContent::Digest(notice) = &german.content else { panic!("{german:?}") };
        assert_eq!((notice.verifications, notice.proposals), (1, 0));
        world.curation.queue_digests(&editor()).await.unwrap();
        assert!(letters(&world).await.is_empty(), "the program ended before it knew: it counts as sent");
        // One that was certainly not taken is sent again, but not on another day.
        world.curation.settle_mail(&editor(), german.id, Delivery::NotTaken).await.unwrap();
        world.wait(1);
        assert!(letters(&world).await.is_empty(), "what was due yesterday stands in the mail of today");
        world.curation.queue_digests(&editor()).await.unwrap();
        assert_eq!(letters(&world).await.len(), 2, "Friday");
        for day in ["Saturday", "Sunday"] {
            world.wait(1);
            assert!(!world.curation.is_digest_time(), "{day}");
            assert_eq!(world.curation.queue_digests(&editor()).await.unwrap(), 0, "{day}");
        }
        world.wait(1);
        assert_eq!(world.curation.queue_digests(&editor()).await.unwrap(), 2, "Monday");
    }

    async fn who_wants_none_or_may_no_longer_see_it_gets_none(world: World) {
        let world = world.with_digests();
        let (one, other) = (account(&world, 1, Role::Editor, None).await, account(&world, 2, Role::Admin, None).await);
        world.actor("A").await;
        let now = chrono::DateTime::from_timestamp(1_780_000_000, 0).unwrap();
        let choose = async |is_wanted| {
            let mut accounts = world.store.begin_accounts().await.unwrap();
            accounts.set_mail_wanted(one, MailPurpose::Digest, is_wanted, now).await.unwrap();
            accounts.commit().await.unwrap();
        };
        choose(false).await;
        assert_eq!(world.curation.queue_digests(&editor()).await.unwrap(), 1);
        let mut accounts = world.store.begin_accounts().await.unwrap();
        accounts.set_disabled(other, Some(now)).await.unwrap();
        accounts.commit().await.unwrap();
        assert!(letters(&world).await.is_empty(), "blocked between the queue and the mail");
        choose(true).await;
        assert_eq!(world.curation.queue_digests(&editor()).await.unwrap(), 1);
        assert_eq!(letters(&world).await.len(), 1);
    }

    async fn what_may_lie_is_told_with_the_rest_and_is_no_reason_for_a_mail(world: World) {
        let world = world.with_digests();
        account(&world, 1, Role::Editor, None).await;
        let by = editor();
        let sees = by.require_view().unwrap();
        let fields = Patch::new().with("name", "Entwurf").with("kind", json!({ "type": "network", "kind": "alliance" }));
        let draft = Create { publish: false, ..create(fields) };
        let draft = world.curation.create::<Actor>(&staff(), draft).await.unwrap().value;
        let notice = world.curation.count_due_work(&sees).await.unwrap();
        assert_eq!((notice.drafts, notice.unplaced, notice.duplicates), (1, 1, 0), "{draft:?}");
        assert!(notice.has_nothing_urgent());
        assert_eq!(world.curation.queue_digests(&by).await.unwrap(), 0, "a draft may lie");
        let place = json!({ "longitude": 7.2, "latitude": 51.5, "precision": "exact" });
        let phone = Patch::new().with("phone", "02323 123456").with("location", place);
        world.actor_with("Nähstube Kirschkern", phone.clone()).await;
        world.actor_with("Nähstube Kirschkern e. V.", phone).await;
        let notice = world.curation.count_due_work(&sees).await.unwrap();
        assert_eq!((notice.drafts, notice.unplaced, notice.duplicates), (1, 1, 1));
        assert!(!notice.has_nothing_urgent());
        assert_eq!(world.curation.queue_digests(&by).await.unwrap(), 1);
        let [letter] = letters(&world).await.try_into().expect("one mail");
        let MailContent::Digest(sent) = &letter.content else { panic!("{letter:?}") };
        assert_eq!(*sent, notice);
    }
}
