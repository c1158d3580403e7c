//! The link with which a directory gets its first administrator.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use chrono::{DateTime, Utc};
use curation::{
    Sources,
    accounts::{AccountRules, AccountStanding, Accounts, FirstAdmin, NewAccount, Passwords},
};
use domain::vocabulary::Role;
use secrecy::SecretString;
use store::accounts::EventKind;
use uuid::Uuid;

use crate::{fixtures::*, on_both};

const PASSWORD: &str = "drei kleine Boote";
const ADA: &str = "ada@verein.example";
const EVE: &str = "eve@verein.example";

/// A clock that is moved by hand; ids and chance are the machine's.
#[derive(Clone, Default)]
struct ManualClock(Arc<AtomicI64>);

impl Sources for ManualClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + self.0.load(Ordering::Relaxed), 0).expect("a time")
    }

    fn new_id(&self) -> Uuid {
        Uuid::now_v7()
    }
}

fn accounts(world: &World, clock: &ManualClock) -> Accounts {
    Accounts::new(world.store.clone(), Passwords::new(2), AccountRules::default(), Arc::new(clock.clone()))
}

fn first(email: &str, password: &str) -> FirstAdmin {
    FirstAdmin { email: email.to_owned(), name: " Bea ".to_owned(), password: password.into() }
}

async fn link(accounts: &Accounts) -> SecretString {
    accounts.first_admin_link().await.unwrap().expect("nobody administers")
}

async fn works(accounts: &Accounts, secret: &SecretString) -> bool {
    accounts.is_first_admin_link(secret).await.unwrap()
}

on_both! {
    async fn it_makes_one_administrator_and_has_ended_then(world: World) {
        let accounts = accounts(&world, &ManualClock::default());
        let secret = link(&accounts).await;
        assert!(works(&accounts, &secret).await && !accounts.has_admin().await.unwrap());
        for (email, password, code) in [
            ("keine Adresse", PASSWORD, "email REQUIRED"),
            (ADA, "kurz", "password WEAK_PASSWORD"),
            (ADA, ADA, "password WEAK_PASSWORD"),
        ] {
            assert_eq!(codes(accounts.add_first_admin(&secret, first(email, password)).await), [code], "{email}");
        }
        // Two at once: one of them is, whoever was faster.
        let (one, two) = tokio::join!(
            accounts.add_first_admin(&secret, first(ADA, PASSWORD)),
            accounts.add_first_admin(&secret, first(EVE, PASSWORD)),
        );
        assert_eq!([one.unwrap(), two.unwrap()].into_iter().flatten().count(), 1);
        let listed = accounts.list(&admin()).await.unwrap();
        assert_eq!(listed.len(), 1);
        assert_eq!((listed[0].role, listed[0].name.as_deref()), (Role::Admin, Some("Bea")));
        let events = world.store.account_events(10).await.unwrap();
        assert_eq!(events.iter().filter(|event| event.kind == EventKind::Added).count(), 1);
        assert!(!works(&accounts, &secret).await && accounts.has_admin().await.unwrap());
        assert!(accounts.first_admin_link().await.unwrap().is_none());
        // Once nobody administers any more, the old link is still none.
        accounts.disable(&admin(), listed[0].id).await.unwrap();
        assert!(!works(&accounts, &secret).await);
        assert!(works(&accounts, &link(&accounts).await).await);
    }

    async fn it_ends_with_its_hour_and_with_an_account_that_is_made_meanwhile(world: World) {
        let clock = ManualClock::default();
        let accounts = accounts(&world, &clock);
        let secret = link(&accounts).await;
        clock.0.fetch_add(60 * 60, Ordering::Relaxed);
        assert!(works(&accounts, &secret).await);
        clock.0.fetch_add(1, Ordering::Relaxed);
        assert!(!works(&accounts, &secret).await);
        let secret = link(&accounts).await;
        let new = NewAccount {
            email: ADA.parse().unwrap(),
            name: None,
            password: PASSWORD.into(),
            standing: AccountStanding::new(Role::Editor),
        };
        accounts.add_account(&admin(), new).await.unwrap();
        assert!(!works(&accounts, &secret).await);
        assert!(accounts.add_first_admin(&secret, first(EVE, PASSWORD)).await.unwrap().is_none());
        for text in ["", "x", &"A".repeat(64)] {
            assert!(!works(&accounts, &text.into()).await, "{text}");
        }
    }
}
