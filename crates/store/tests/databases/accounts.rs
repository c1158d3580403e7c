//! Accounts: what they hold, what can be taken once only, what stays written.

use chrono::Duration;
use domain::{Actor, vocabulary::Role};
use sea_orm::ConnectionTrait;
use secrecy::ExposeSecret;
use store::{
    Author, Store, StoreError,
    accounts::{Account, AccountEvent, EventKind, NewSession, NewToken, SecondFactor},
    testing::{Backend, Database},
};

use crate::{fixtures::*, on_both};

pub(crate) fn account(email: &str) -> Account {
    Account {
        id: id(),
        email: email.parse().unwrap(),
        name: Some("Ada".to_owned()),
        role: Role::Member,
        trusted: true,
        actors: Vec::new(),
        password: "$argon2id$…".into(),
        created_at: minute(0),
        disabled_at: None,
        second_factor: None,
        language: Some("uk".parse().unwrap()),
    }
}

async fn add(store: &Store, account: &Account) -> Result<(), StoreError> {
    let mut writer = store.begin_accounts().await?;
    writer.add(account).await?;
    writer.commit().await
}

/// Begins a session of an hour.
async fn begin_session(store: &Store, account: &Account, hash: &str, minutes: i64) {
    let mut writer = store.begin_accounts().await.unwrap();
    let created_at = minute(minutes);
    let expires_at = created_at + Duration::hours(1);
    writer
        .begin_session(&NewSession {
            hash,
            account: account.id,
            second_factor: true,
            created_at,
            expires_at,
            device: None,
        })
        .await
        .unwrap();
    writer.commit().await.unwrap();
}

on_both! {
    async fn an_account_is_found_however_its_address_is_typed(database: Database) {
        let store = database.store().await;
        let verein = actor("verein");
        put(&store, &verein).await.unwrap();
        let mut ada = account("Ada@Verein.example");
        ada.actors = vec![verein.id];
        add(&store, &ada).await.unwrap();
        let found = store.account_by_email(" ada@verein.EXAMPLE").await.unwrap().expect("there");
        assert_eq!((found.id, found.email.as_str(), found.role, found.trusted), (ada.id, "Ada@verein.example", Role::Member, true));
        assert_eq!((found.name.as_deref(), found.actors), (Some("Ada"), vec![verein.id]));
        assert_eq!(found.password.expose_secret(), "$argon2id$…");
        assert_eq!((found.created_at, found.disabled_at), (minute(0), None));
        assert!(store.account(ada.id).await.unwrap().is_some());
        assert!(store.account_by_email("eve@verein.example").await.unwrap().is_none());
        let twice = add(&store, &account("ADA@verein.example")).await;
        assert!(matches!(twice, Err(StoreError::AccountExists)), "{twice:?}");
        let all = store.accounts().await.unwrap();
        assert_eq!((all.len(), all[0].actors.len()), (1, 1));
        assert!(!format!("{all:?}").contains("argon2") && !format!("{all:?}").contains("erein"), "{all:?}");
    }

    async fn role_password_and_lock_can_be_changed(database: Database) {
        let store = database.store().await;
        let (verein, ada) = (actor("verein"), account("ada@verein.example"));
        put(&store, &verein).await.unwrap();
        add(&store, &ada).await.unwrap();
        let mut writer = store.begin_accounts().await.unwrap();
        assert!(writer.set_role(ada.id, Role::Editor, false, &[verein.id]).await.unwrap());
        assert!(writer.set_password(ada.id, &"other".into()).await.unwrap());
        assert!(writer.set_disabled(ada.id, Some(minute(5))).await.unwrap());
        assert!(!writer.set_role(id(), Role::Editor, false, &[]).await.unwrap());
        writer.commit().await.unwrap();
        let found = store.account(ada.id).await.unwrap().unwrap();
        assert_eq!((found.role, found.trusted, found.disabled_at), (Role::Editor, false, Some(minute(5))));
        assert_eq!((found.actors.as_slice(), found.password.expose_secret()), (&[verein.id][..], "other"));
        let mut writer = store.begin_accounts().await.unwrap();
        writer.set_disabled(ada.id, None).await.unwrap();
        drop(writer);
        assert!(store.account(ada.id).await.unwrap().unwrap().disabled_at.is_some(), "a dropped writer changes nothing");
    }

    async fn sessions_begin_are_seen_and_end(database: Database) {
        let store = database.store().await;
        let ada = account("ada@verein.example");
        add(&store, &ada).await.unwrap();
        for hash in ["one", "two"] {
            begin_session(&store, &ada, hash, 0).await;
        }
        let session = store.session("one").await.unwrap().expect("a session");
        assert_eq!((session.account.id, session.second_factor), (ada.id, true));
        assert_eq!((session.created_at, session.seen_at, session.expires_at), (minute(0), minute(0), minute(60)));
        let mut writer = store.begin_accounts().await.unwrap();
        writer.see_session("one", minute(7)).await.unwrap();
        assert!(writer.end_session("two").await.unwrap());
        assert!(!writer.end_session("two").await.unwrap());
        writer.commit().await.unwrap();
        assert_eq!(store.session("one").await.unwrap().unwrap().seen_at, minute(7));
        assert!(store.session("two").await.unwrap().is_none());
        begin_session(&store, &ada, "three", 61).await;
        assert!(store.session("one").await.unwrap().is_none(), "what has ended is forgotten when another begins");
        let mut writer = store.begin_accounts().await.unwrap();
        assert_eq!(writer.end_sessions(ada.id).await.unwrap(), 1);
        writer.commit().await.unwrap();
        assert!(store.session("three").await.unwrap().is_none());
    }

    async fn tokens_are_made_and_withdrawn(database: Database) {
        let store = database.store().await;
        let ada = account("ada@verein.example");
        add(&store, &ada).await.unwrap();
        let mut writer = store.begin_accounts().await.unwrap();
        let token = NewToken {
            hash: "token",
            account: ada.id,
            name: "Karte",
            may_write: false,
            created_at: minute(0),
            expires_at: minute(9),
        };
        writer.add_token(&token).await.unwrap();
        writer.commit().await.unwrap();
        let found = store.token("token").await.unwrap().expect("a token");
        assert_eq!((found.account.id, found.name.as_str(), found.may_write), (ada.id, "Karte", false));
        assert_eq!((found.created_at, found.expires_at), (minute(0), minute(9)));
        let mut writer = store.begin_accounts().await.unwrap();
        assert_eq!(writer.revoke_tokens(ada.id).await.unwrap(), 1);
        writer.commit().await.unwrap();
        assert!(store.token("token").await.unwrap().is_none());
    }

    async fn a_step_and_a_recovery_code_are_taken_once_even_at_the_same_time(database: Database) {
        let store = database.store().await;
        let ada = account("ada@verein.example");
        add(&store, &ada).await.unwrap();
        let factor = SecondFactor { secret: "ABC".into(), since: Some(minute(1)), last_step: Some(100) };
        let mut writer = store.begin_accounts().await.unwrap();
        assert!(writer.offer_second_factor(ada.id, &"XYZ".into()).await.unwrap());
        writer.set_second_factor(ada.id, Some(&factor)).await.unwrap();
        writer.add_recovery_codes(ada.id, &["one".to_owned(), "two".to_owned()]).await.unwrap();
        assert!(!writer.offer_second_factor(ada.id, &"XYZ".into()).await.unwrap(), "a confirmed one stays");
        assert!(!writer.take_step(ada.id, 100).await.unwrap(), "taken when it was confirmed");
        writer.commit().await.unwrap();
        let found = store.account(ada.id).await.unwrap().unwrap().second_factor.expect("a second factor");
        assert_eq!((found.secret.expose_secret(), found.since, found.last_step), ("ABC", Some(minute(1)), Some(100)));
        let takers = (0..4).map(|_| {
            let (store, ada) = (store.clone(), ada.id);
            tokio::spawn(async move {
                let mut writer = store.begin_accounts().await.unwrap();
                let step = writer.take_step(ada, 101).await.unwrap();
                let code = writer.take_recovery_code(ada, "one", minute(2)).await.unwrap();
                writer.commit().await.unwrap();
                (step, code)
            })
        });
        let (mut steps, mut codes) = (0, 0);
        for taker in takers.collect::<Vec<_>>() {
            let (step, code) = taker.await.unwrap();
            steps += usize::from(step);
            codes += usize::from(code);
        }
        assert_eq!((steps, codes), (1, 1));
        assert_eq!(store.recovery_codes_left(ada.id).await.unwrap(), 1);
        let mut writer = store.begin_accounts().await.unwrap();
        writer.set_second_factor(ada.id, None).await.unwrap();
        writer.commit().await.unwrap();
        assert!(store.account(ada.id).await.unwrap().unwrap().second_factor.is_none());
        assert_eq!(store.recovery_codes_left(ada.id).await.unwrap(), 0);
    }

    async fn what_happened_stays_written(database: Database) {
        let store = database.store().await;
        let ada = account("ada@verein.example");
        add(&store, &ada).await.unwrap();
        let event = AccountEvent {
            id: id(),
            at: minute(3),
            kind: EventKind::RoleChanged,
            account: Some(ada.id),
            by: None,
            detail: Some("member → editor".to_owned()),
        };
        let failed = AccountEvent { id: id(), kind: EventKind::SignInFailed, account: None, detail: None, ..event.clone() };
        let mut writer = store.begin_accounts().await.unwrap();
        writer.tell(&event).await.unwrap();
        writer.tell(&failed).await.unwrap();
        writer.commit().await.unwrap();
        assert_eq!(store.account_events(10).await.unwrap(), [failed, event]);
        let other = sea_orm::Database::connect(&database.url).await.unwrap();
        for forbidden in ["UPDATE account_event SET detail = ''", "DELETE FROM account_event"] {
            let refusal = other.execute_unprepared(forbidden).await.expect_err("refused").to_string();
            assert!(refusal.contains("only ever added to"), "{refusal}");
        }
    }

    async fn a_change_remembers_whose_it_was(database: Database) {
        let store = database.store().await;
        let ada = account("ada@verein.example");
        add(&store, &ada).await.unwrap();
        let verein = actor("verein");
        put(&store, &verein).await.unwrap();
        let mut writer = store.begin(Author::new(Role::Editor).by(ada.id), minute(1)).await.unwrap();
        let mut data = verein.data.clone();
        data.name = "Anders".to_owned();
        writer.put(&verein.next(minute(1), data)).await.unwrap();
        writer.commit().await.unwrap();
        let revisions = store.revisions::<Actor>(verein.id).await.unwrap();
        assert_eq!(revisions.iter().map(|revision| revision.account).collect::<Vec<_>>(), [Some(ada.id), None]);
    }
}

/// PostgreSQL only: a SQLite file has one writer at a time, whoever it is.
#[tokio::test(flavor = "multi_thread")]
async fn signing_in_does_not_wait_for_an_import_on_a_server() {
    let database = Database::new(Backend::Postgres).await;
    let store = database.store().await;
    let ada = account("ada@verein.example");
    add(&store, &ada).await.unwrap();
    let import = begin(&store, 0).await;
    let session = begin_session(&store, &ada, "one", 0);
    tokio::time::timeout(std::time::Duration::from_secs(5), session).await.expect("no waiting");
    drop(import);
}
