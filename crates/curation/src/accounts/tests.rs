//! Commands about accounts, over a store, at times of the test's choosing.

mod staff;

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use chrono::DateTime;
use domain::vocabulary::Role;
use secrecy::{ExposeSecret, SecretString};
use store::{
    Store,
    accounts::EventKind,
    testing::{Backend, Database},
};
use totp_rs::{Builder, Secret};

use super::*;
use crate::{Member, Refusal, Requester};

const PASSWORD: &str = "drei kleine Boote";
const EMAIL: &str = "ada@verein.example";

/// Accounts over a fresh database, with a clock that is moved by hand.
struct Bench {
    _database: Database,
    store: Store,
    accounts: Accounts,
    seconds: Arc<AtomicI64>,
    admin: Admin,
}

/// A clock that is moved by hand; ids and chance are the machine's.
struct ByHand(Arc<AtomicI64>);

impl Sources for ByHand {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.0.load(Ordering::Relaxed), 0).expect("a time")
    }

    fn new_id(&self) -> uuid::Uuid {
        uuid::Uuid::now_v7()
    }
}

impl Bench {
    async fn new(rules: AccountRules) -> Self {
        let database = Database::new(Backend::Sqlite).await;
        let store = database.store().await;
        let seconds = Arc::new(AtomicI64::new(1_800_000_000));
        let clock = Arc::clone(&seconds);
        let accounts = Accounts::new(store.clone(), Passwords::new(2), rules, Arc::new(ByHand(clock)));
        let admin = Requester::operator().admin().expect("the operator administers");
        Self { _database: database, store, accounts, seconds, admin }
    }

    fn later(&self, seconds: i64) {
        self.seconds.fetch_add(seconds, Ordering::Relaxed);
    }

    async fn add(&self, role: Role) -> AccountId {
        let new = NewAccount {
            email: EMAIL.parse().expect("an address"),
            name: Some("Ada".to_owned()),
            password: PASSWORD.into(),
            standing: AccountStanding::new(role),
        };
        self.accounts.add_account(&self.admin, new).await.expect("added")
    }

    async fn try_in(&self, email: &str, password: &str, code: Option<&str>) -> SignIn {
        let credentials = Credentials {
            email: email.into(),
            password: password.into(),
            code: code.map(SecretString::from),
            device: None,
        };
        self.accounts.sign_in(&credentials).await.expect("no fault")
    }

    async fn sign_in(&self, code: Option<&str>) -> Welcome {
        match self.try_in(EMAIL, PASSWORD, code).await {
            SignIn::Welcome(welcome) => *welcome,
            other => panic!("{other:?}"),
        }
    }

    async fn session(&self, welcome: &Welcome) -> Option<SignedIn> {
        self.accounts.by_session(&welcome.session).await.expect("no fault")
    }

    fn code(&self, secret: &SecretString) -> String {
        let secret = Secret::try_from_base32(secret.expose_secret()).expect("base32");
        let now = u64::try_from(self.seconds.load(Ordering::Relaxed)).expect("positive");
        Builder::new().with_secret(secret).build_noncompliant().generate(now).to_string()
    }

    /// Enrols the second factor and returns its secret and the recovery codes.
    async fn enrol(&self) -> (SecretString, Vec<SecretString>) {
        let who = self.sign_in(None).await.who;
        let offer = self.accounts.offer_second_factor(&who, &PASSWORD.into()).await.expect("offered");
        let code = self.code(&offer.secret);
        let (_, codes) = self.accounts.confirm_second_factor(&who, &code.into()).await.expect("confirmed");
        (offer.secret, codes)
    }

    async fn happened(&self, kind: EventKind) -> usize {
        let events = self.store.account_events(1000).await.expect("events");
        events.iter().filter(|event| event.kind == kind).count()
    }
}

fn code_of(error: &CurationError) -> &'static str {
    match error {
        CurationError::Refused(refusal) => refusal.user_errors()[0].code,
        fault => panic!("{fault:?}"),
    }
}

#[tokio::test]
async fn who_has_the_password_is_in_and_nobody_else() {
    let bench = Bench::new(AccountRules::default()).await;
    let id = bench.add(Role::Editor).await;
    let welcome = bench.sign_in(None).await;
    assert_eq!((welcome.who.requester.account(), welcome.who.requester.role()), (Some(id), Role::Editor));
    assert_eq!(welcome.who.requester.name(), Some("Ada"));
    assert!(matches!(bench.try_in("ADA@Verein.example ", PASSWORD, None).await, SignIn::Welcome(_)));
    assert!(matches!(bench.try_in(EMAIL, "vier kleine Boote", None).await, SignIn::Refused));
    assert!(matches!(bench.try_in("eve@verein.example", PASSWORD, None).await, SignIn::Refused));
    assert_eq!(bench.happened(EventKind::SignInFailed).await, 2);
    assert_eq!(bench.happened(EventKind::SignedIn).await, 2);
}

#[tokio::test]
async fn a_session_ends_when_it_is_not_used_and_after_its_time() {
    let rules = AccountRules {
        session_idle: Duration::from_secs(600),
        session: Duration::from_secs(3600),
        ..Default::default()
    };
    let bench = Bench::new(rules).await;
    bench.add(Role::Editor).await;
    let idle = bench.sign_in(None).await;
    bench.later(599);
    assert!(bench.session(&idle).await.is_some());
    let used = bench.sign_in(None).await;
    for _ in 0..5 {
        bench.later(590);
        assert!(bench.session(&used).await.is_some());
        // That it was used is written beside the request.
        for _ in 0..200 {
            let seen = bench.store.session(&secrets::hash(used.session.expose_secret())).await.expect("read");
            if seen.is_some_and(|session| session.seen_at == bench.accounts.now()) {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
    bench.later(650);
    assert!(bench.session(&used).await.is_none(), "an hour is over");
    let unused = bench.sign_in(None).await;
    bench.later(600);
    assert!(bench.session(&unused).await.is_none(), "ten minutes without use");
}

#[tokio::test]
async fn a_session_ends_with_the_account_its_role_its_password_and_by_itself() {
    let bench = Bench::new(AccountRules::default()).await;
    let (id, by) = (bench.add(Role::Editor).await, &bench.admin);
    let accounts = &bench.accounts;

    let welcome = bench.sign_in(None).await;
    accounts.change_role(by, id, &AccountStanding::new(Role::Admin)).await.expect("changed");
    assert!(bench.session(&welcome).await.is_none());

    let welcome = bench.sign_in(None).await;
    accounts.reset_password(by, id, &"vier kleine Boote".into()).await.expect("reset");
    assert!(bench.session(&welcome).await.is_none());
    assert!(matches!(bench.try_in(EMAIL, PASSWORD, None).await, SignIn::Refused));
    accounts.reset_password(by, id, &PASSWORD.into()).await.expect("reset");

    let (welcome, other) = (bench.sign_in(None).await, bench.sign_in(None).await);
    accounts.sign_out(&welcome.who).await.expect("out");
    assert!(bench.session(&welcome).await.is_none() && bench.session(&other).await.is_some());

    accounts.disable(by, id).await.expect("disabled");
    assert!(bench.session(&other).await.is_none());
    assert!(matches!(bench.try_in(EMAIL, PASSWORD, None).await, SignIn::Refused));
    accounts.enable(by, id).await.expect("enabled");
    assert!(bench.session(&other).await.is_none(), "a session that ended stays so");
    bench.sign_in(None).await;
}

#[tokio::test]
async fn a_code_counts_once_and_a_recovery_code_too() {
    let bench = Bench::new(AccountRules::default()).await;
    bench.add(Role::Editor).await;
    let (secret, codes) = bench.enrol().await;
    assert_eq!(codes.len(), RECOVERY_CODES);
    assert!(matches!(bench.try_in(EMAIL, PASSWORD, None).await, SignIn::CodeNeeded(_)));
    assert!(matches!(bench.try_in(EMAIL, "vier kleine Boote", None).await, SignIn::Refused));
    let replayed = bench.code(&secret);
    assert!(matches!(bench.try_in(EMAIL, PASSWORD, Some(&replayed)).await, SignIn::CodeWrong), "used to confirm");
    bench.later(30);
    let fresh = bench.code(&secret);
    bench.sign_in(Some(&fresh)).await;
    assert!(matches!(bench.try_in(EMAIL, PASSWORD, Some(&fresh)).await, SignIn::CodeWrong));
    assert!(matches!(bench.try_in(EMAIL, PASSWORD, Some(&replayed)).await, SignIn::CodeWrong), "an older one");
    let recovery = codes[3].expose_secret().to_uppercase();
    bench.sign_in(Some(&recovery)).await;
    assert!(matches!(bench.try_in(EMAIL, PASSWORD, Some(&recovery)).await, SignIn::CodeWrong));
    bench.later(60);
    let who = bench.sign_in(Some(&bench.code(&secret))).await.who;
    assert_eq!(bench.accounts.recovery_codes_left(&who).await.expect("counted"), 9);
    assert_eq!(bench.happened(EventKind::RecoveryCodeUsed).await, 1);
}

#[tokio::test]
async fn setting_up_and_taking_away_the_second_factor_need_proof() {
    let bench = Bench::new(AccountRules::default()).await;
    bench.add(Role::Editor).await;
    let welcome = bench.sign_in(None).await;
    let accounts = &bench.accounts;
    let refused = accounts.offer_second_factor(&welcome.who, &"falsch".into()).await.expect_err("refused");
    assert_eq!(code_of(&refused), "WRONG_SECRET");
    let refused = accounts.confirm_second_factor(&welcome.who, &"000000".into()).await.expect_err("refused");
    assert_eq!(code_of(&refused), "NO_SECOND_FACTOR_OFFERED");
    let offer = accounts.offer_second_factor(&welcome.who, &PASSWORD.into()).await.expect("offered");
    assert!(offer.uri.expose_secret().starts_with("otpauth://totp/"), "{}", offer.uri.expose_secret());
    assert!(matches!(bench.try_in(EMAIL, PASSWORD, None).await, SignIn::Welcome(_)), "an offer does not count yet");
    let code = bench.code(&offer.secret);
    let (after, _) = accounts.confirm_second_factor(&welcome.who, &code.into()).await.expect("confirmed");
    assert!(bench.session(&welcome).await.is_none(), "the session from before has ended");
    let who = bench.session(&after).await.expect("a new one began");
    let refused = accounts.offer_second_factor(&who, &PASSWORD.into()).await.expect_err("refused");
    assert_eq!(code_of(&refused), "SECOND_FACTOR_EXISTS");
    bench.later(30);
    let code = SecretString::from(bench.code(&offer.secret));
    let refused = accounts.remove_second_factor(&who, &"falsch".into(), &code).await.expect_err("refused");
    assert_eq!(code_of(&refused), "WRONG_SECRET");
    let refused = accounts.remove_second_factor(&who, &PASSWORD.into(), &"123".into()).await.expect_err("refused");
    assert_eq!(code_of(&refused), "WRONG_SECRET");
    accounts.remove_second_factor(&who, &PASSWORD.into(), &code).await.expect("removed");
    bench.sign_in(None).await;
}

#[tokio::test]
async fn an_administrator_is_nobody_before_the_second_factor_where_it_is_required() {
    let bench = Bench::new(AccountRules { admins_need_second_factor: true, ..Default::default() }).await;
    bench.add(Role::Admin).await;
    let welcome = bench.sign_in(None).await;
    assert_eq!(welcome.who.requester.admin(), Err(Refusal::SecondFactorFirst));
    let offer = bench.accounts.offer_second_factor(&welcome.who, &PASSWORD.into()).await.expect("offered");
    let code = bench.code(&offer.secret);
    let (after, _) = bench.accounts.confirm_second_factor(&welcome.who, &code.into()).await.expect("confirmed");
    let who = bench.session(&after).await.expect("a session");
    assert!(who.requester.admin().is_ok());
    let refused = bench.accounts.remove_second_factor(&who, &PASSWORD.into(), &"1".into()).await.expect_err("refused");
    assert_eq!(code_of(&refused), "SECOND_FACTOR_REQUIRED");
}

#[tokio::test]
async fn a_token_works_until_its_end_with_no_more_than_its_scope() {
    let bench = Bench::new(AccountRules::default()).await;
    let account = bench.add(Role::Editor).await;
    let by = &bench.admin;
    let request = TokenRequest { account, name: "Karte".to_owned(), may_write: false, days: 2 };
    let (reading, _) = bench.accounts.issue_token(by, &request).await.expect("made");
    let (writing, _) =
        bench.accounts.issue_token(by, &TokenRequest { may_write: true, ..request.clone() }).await.expect("made");
    let of = async |token: &SecretString| bench.accounts.by_token(token).await.expect("no fault");
    assert_eq!(of(&reading).await.expect("known").editor(), Err(Refusal::ReadOnlyToken));
    assert!(of(&writing).await.expect("known").editor().is_ok());
    assert_eq!(of(&"brk_unknown".into()).await, None);
    bench.accounts.change_role(by, account, &AccountStanding::new(Role::Partner)).await.expect("changed");
    assert_eq!(of(&writing).await.expect("known").role(), Role::Partner);
    bench.accounts.disable(by, account).await.expect("disabled");
    assert_eq!(of(&writing).await, None);
    bench.accounts.enable(by, account).await.expect("enabled");
    bench.later(2 * 86_400);
    assert_eq!(of(&writing).await, None);
    let refused = bench.accounts.issue_token(by, &TokenRequest { days: 0, ..request }).await.expect_err("refused");
    assert!(matches!(refused, CurationError::Refused(Refusal::Invalid(_))));
}

#[tokio::test]
async fn an_account_is_refused_with_what_is_wrong() {
    let bench = Bench::new(AccountRules::default()).await;
    bench.add(Role::Editor).await;
    let new = |email: &str, password: &str, standing: AccountStanding| NewAccount {
        email: email.parse().expect("an address"),
        name: None,
        password: password.into(),
        standing,
    };
    let member = AccountStanding { role: Role::Member, actors: vec!["gibt-es-nicht".to_owned()], trusted: true };
    let trusted_editor = AccountStanding { role: Role::Editor, actors: vec![], trusted: true };
    for (account, code) in [
        (new("Ada@verein.EXAMPLE", PASSWORD, AccountStanding::new(Role::Editor)), "ACCOUNT_EXISTS"),
        (new("b@verein.example", "kurz", AccountStanding::new(Role::Editor)), "WEAK_PASSWORD"),
        (new("b@verein.example", PASSWORD, AccountStanding::new(Role::Public)), "NO_ROLE_OF_AN_ACCOUNT"),
        (new("b@verein.example", PASSWORD, trusted_editor), "ONLY_FOR_MEMBERS"),
        (new("b@verein.example", PASSWORD, member), "UNKNOWN"),
    ] {
        let refused = bench.accounts.add_account(&bench.admin, account).await.expect_err(code);
        assert_eq!(code_of(&refused), code);
        assert!(!format!("{refused:?}").contains(PASSWORD));
    }
    assert_eq!(bench.accounts.list(&bench.admin).await.expect("listed").len(), 1);
}

/// Keeps what would be sent.
#[derive(Default)]
struct Outbox(std::sync::Mutex<Vec<AccountMail>>);

impl AccountMailer for Outbox {
    fn send<'a>(
        &'a self,
        mail: &'a AccountMail,
    ) -> std::pin::Pin<Box<dyn Future<Output = crate::commands::Delivery> + Send + 'a>> {
        self.0.lock().expect("nobody fails while writing").push(mail.clone());
        Box::pin(std::future::ready(crate::commands::Delivery::Taken))
    }

    fn try_mail<'a>(
        &'a self,
        _id: uuid::Uuid,
        _to: &'a domain::EmailAddress,
        _: &'a domain::Language,
    ) -> MailTrial<'a> {
        Box::pin(std::future::ready((crate::commands::Delivery::Taken, "250 OK".to_owned())))
    }
}

impl Outbox {
    fn secret(&self) -> SecretString {
        match self.0.lock().expect("nobody fails while writing").last().expect("a mail") {
            AccountMail::PasswordLink { secret, .. } | AccountMail::Invitation { secret, .. } => secret.clone(),
        }
    }
}

#[tokio::test]
async fn links_end_by_themselves_and_a_later_one_ends_the_one_before() {
    let mut bench = Bench::new(AccountRules::default()).await;
    let outbox = Arc::new(Outbox::default());
    bench.accounts = bench.accounts.clone().with_mailer(Arc::<Outbox>::clone(&outbox));
    bench.add(Role::Editor).await;
    let german = || "de".parse().expect("a language");
    bench.accounts.send_password_link("eve@verein.example", german()).await.expect("no fault");
    assert!(outbox.0.lock().expect("whole").is_empty(), "nobody to send to");
    bench.accounts.send_password_link(EMAIL, german()).await.expect("no fault");
    let first = outbox.secret();
    bench.accounts.send_password_link(EMAIL, german()).await.expect("no fault");
    let second = outbox.secret();
    assert!(!bench.accounts.is_password_link(&first).await.expect("no fault"));
    assert!(bench.accounts.is_password_link(&second).await.expect("no fault"));
    bench.later(Accounts::PASSWORD_LINK_MINUTES * 60);
    assert!(!bench.accounts.set_password(&second, &"sieben stille Kraniche".into()).await.expect("no fault"));

    let by = bench.admin.member().expect("an administrator");
    let invite = InviteUser {
        email: "neu@verein.example".parse().expect("an address"),
        name: None,
        standing: AccountStanding::new(Role::Partner),
        language: german(),
    };
    let invited = bench.accounts.invite_user(&by, invite).await.expect("invited");
    assert!(invited.secret.is_none(), "the mail has it");
    let secret = outbox.secret();
    assert!(bench.accounts.invitation(&secret).await.expect("no fault").is_some());
    bench.later(Accounts::INVITATION_DAYS * 86_400);
    let late = bench.accounts.accept_invitation(&secret, "", &"sieben stille Kraniche".into()).await;
    assert!(late.expect("no fault").is_none());
    assert_eq!(bench.accounts.forget_ended_links().await.expect("no fault"), 2, "and nothing is kept of them");
}

#[tokio::test]
async fn nobody_is_invited_without_end_nor_by_a_name_that_is_none() {
    let mut bench = Bench::new(AccountRules::default()).await;
    let outbox = Arc::new(Outbox::default());
    bench.accounts = bench.accounts.clone().with_mailer(Arc::<Outbox>::clone(&outbox));
    let editor = bench.add(Role::Editor).await;
    let by = Requester::signed_in(editor, Role::Editor, Vec::new(), false);
    let by = by.member().expect("an editor");
    let invite = |email: &str, name: Option<&str>| InviteUser {
        email: email.parse().expect("an address"),
        name: name.map(str::to_owned),
        standing: AccountStanding::new(Role::Partner),
        language: "de".parse().expect("a language"),
    };
    for name in ["Gewinn! https://evil.example", "www.evil.example", "eve@evil.example", "Ada\r\nBcc: x"] {
        let refused = bench.accounts.invite_user(&by, invite("a@verein.example", Some(name))).await;
        assert!(matches!(refused, Err(CurationError::Refused(Refusal::Invalid(_)))), "{name}: {refused:?}");
    }
    for _ in 0..3 {
        bench.accounts.invite_user(&by, invite("a@verein.example", Some("Ada Quast"))).await.expect("invited");
    }
    let refused = bench.accounts.invite_user(&by, invite("A@verein.example", None)).await;
    let Err(CurationError::Refused(Refusal::WrongState { code, .. })) = refused else { panic!("{refused:?}") };
    assert_eq!(code, "TOO_MANY_INVITATIONS");
    bench.accounts.invite_user(&by, invite("b@verein.example", None)).await.expect("somebody else");
    bench.later(86_400);
    bench.accounts.invite_user(&by, invite("a@verein.example", None)).await.expect("a day later");
    let mut sent = 5;
    while sent < 400 {
        match bench.accounts.invite_user(&by, invite(&format!("{sent}@verein.example"), None)).await {
            Ok(_) => sent += 1,
            Err(_) => break,
        }
    }
    assert_eq!(sent - 5 + 1, 200, "two hundred a day");
}

#[tokio::test]
async fn the_code_may_follow_the_password_for_ten_minutes_and_no_longer() {
    let bench = Bench::new(AccountRules::default()).await;
    bench.add(Role::Editor).await;
    let (_, codes) = bench.enrol().await;
    let SignIn::CodeNeeded(note) = bench.try_in(EMAIL, PASSWORD, None).await else { panic!("no code is asked for") };
    let with = |code: &SecretString| {
        let (note, code, accounts) = (note.clone(), code.clone(), bench.accounts.clone());
        async move { accounts.sign_in_with_code(&note, &code, None).await.expect("no fault").0 }
    };
    assert!(matches!(with(&"000000".into()).await, SignIn::CodeWrong));
    assert!(matches!(with(&codes[0]).await, SignIn::Welcome(_)));
    bench.later(Accounts::PENDING_MINUTES * 60);
    assert!(matches!(with(&codes[1]).await, SignIn::Refused), "too late");
}
