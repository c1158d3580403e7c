//! What staff are told once a day.

use curation::commands::{Delivery, MailContent, OutboxLetter};
use domain::{AccountId, vocabulary::Role};
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
    let mut letters = Vec::new();
    for id in world.curation.mails_due(&editor(), 100).await.unwrap() {
        letters.extend(world.curation.note_mail(&editor(), id).await.unwrap());
    }
    letters
}

on_both! {
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
}
