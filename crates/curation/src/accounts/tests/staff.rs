//! What administrators do to accounts, and invitations of one address.

use super::*;

async fn invite(bench: &Bench, by: &Member, role: Role) -> SecretString {
    let invite = InviteUser {
        email: "neu@verein.example".parse().expect("an address"),
        name: None,
        standing: AccountStanding::new(role),
        language: "de".parse().expect("a language"),
    };
    bench.accounts.invite_user(by, invite).await.expect("invited").secret.expect("nobody sends mail here")
}

#[tokio::test]
async fn a_second_invitation_of_an_address_ends_the_first_unless_it_gave_more_than_the_inviter_may() {
    let bench = Bench::new(AccountRules::default()).await;
    let admin = bench.admin.member().expect("an administrator");
    let editor = bench.add(Role::Editor).await;
    let editor = Requester::signed_in(editor, Role::Editor, Vec::new(), false).member().expect("an editor");
    let works = async |secret: &SecretString| bench.accounts.invitation(secret).await.expect("no fault").is_some();
    let (first, second) = (invite(&bench, &admin, Role::Partner).await, invite(&bench, &admin, Role::Admin).await);
    assert!(!works(&first).await && works(&second).await);
    let third = invite(&bench, &editor, Role::Editor).await;
    assert!(works(&second).await && works(&third).await, "an editor ends nothing that an administrator alone gives");
    let seen = bench.admin.require_view().expect("an administrator");
    assert_eq!(bench.accounts.invitations(&seen).await.expect("listed").len(), 2);
    bench.accounts.forget_ended_links().await.expect("no fault");
    let more = bench.accounts.invite_user(
        &editor,
        InviteUser {
            email: "neu@verein.example".parse().expect("an address"),
            name: None,
            standing: AccountStanding::new(Role::Partner),
            language: "de".parse().expect("a language"),
        },
    );
    assert_eq!(code_of(&more.await.expect_err("refused")), "TOO_MANY_INVITATIONS", "those that ended are counted");
}

#[tokio::test]
async fn nobody_takes_the_administration_from_themself() {
    let bench = Bench::new(AccountRules::default()).await;
    let own = bench.add(Role::Admin).await;
    let by = Requester::signed_in(own, Role::Admin, Vec::new(), false).admin().expect("an administrator");
    let refused = bench.accounts.change_role(&by, own, &AccountStanding::new(Role::Editor)).await.expect_err("refused");
    assert_eq!(code_of(&refused), "OWN_ACCOUNT");
    assert_eq!(code_of(&bench.accounts.disable(&by, own).await.expect_err("refused")), "OWN_ACCOUNT");
    let account = bench.accounts.account(&by, own).await.expect("there");
    assert!(account.role == Role::Admin && account.disabled_at.is_none());
}
