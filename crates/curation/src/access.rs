//! Who asks, and the proofs of a role that commands take.
//!
//! A proof can be had only from [`Requester`], which the server makes of a session or a token; so a
//! command that takes `&Editor` cannot be reached by anybody less. To protect a new command, let it
//! take the weakest proof that suffices.
//!
//! A proof is for doing something: tokens that only read never give one. What somebody may see is
//! asked with [`Requester::sees`]; what only staff and members may read takes the proof of that, [`Sees`].

use std::{marker::PhantomData, ops::Deref};

use domain::{AccountId, ActorId, vocabulary::Role};
use store::Author;

use crate::refusal::Refusal;

/// Somebody who asks for something, signed in or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requester {
    account: Option<AccountId>,
    role: Role,
    actors: Vec<ActorId>,
    trusted: bool,
    name: Option<String>,
    bounds: Restriction,
}

/// What somebody may not do although their role could.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Restriction {
    /// Everything the role allows.
    None,
    /// A token that only reads.
    ReadingOnly,
    /// An administrator who has yet to give the second factor.
    SecondFactorFirst,
}

impl Requester {
    /// Anybody.
    pub const fn public() -> Self {
        Self {
            account: None,
            role: Role::Public,
            actors: Vec::new(),
            trusted: false,
            name: None,
            bounds: Restriction::None,
        }
    }

    /// Somebody who has proved who they are. `actors` are those a member speaks for, `trusted`
    /// whether the agency lets them publish changes of those without a review.
    pub const fn signed_in(account: AccountId, role: Role, actors: Vec<ActorId>, trusted: bool) -> Self {
        Self { account: Some(account), role, actors, trusted, name: None, bounds: Restriction::None }
    }

    /// Somebody who has given the right password and must set up or give the second factor before
    /// anything else: until then, no more than the public.
    pub fn before_second_factor(account: AccountId) -> Self {
        Self { account: Some(account), bounds: Restriction::SecondFactorFirst, ..Self::public() }
    }

    /// Whoever holds the command line of the server: an administrator without an account.
    pub fn operator() -> Self {
        Self { role: Role::Admin, ..Self::public() }
    }

    /// Whoever brings a link that we have signed for an actor: they speak for it, and may do with it what
    /// the link was made for. No proof of a role leaves this crate.
    pub(crate) fn by_link(actor: ActorId) -> Self {
        Self { role: Role::Member, actors: vec![actor], ..Self::public() }
    }

    /// The same under a name, for what shows who is signed in.
    #[must_use]
    pub fn with_name(mut self, name: Option<String>) -> Self {
        self.name = name;
        self
    }

    /// The same without the right to change anything.
    #[must_use]
    pub const fn reading_only(mut self) -> Self {
        self.bounds = Restriction::ReadingOnly;
        self
    }

    /// Whether this is just anybody: only then may an answer be kept for others.
    pub const fn is_public(&self) -> bool {
        self.account.is_none() && matches!(self.role, Role::Public)
    }

    /// What staff call them.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Whether they may see what this role sees; unlike a proof, tokens that only read may too.
    pub fn sees(&self, role: Role) -> bool {
        self.role >= role
    }

    /// Whether the second factor is awaited before anything else.
    pub const fn awaits_second_factor(&self) -> bool {
        matches!(self.bounds, Restriction::SecondFactorFirst)
    }

    /// Whether they may change anything at all.
    ///
    /// # Errors
    /// [`Refusal::SecondFactorFirst`] or [`Refusal::ReadOnlyToken`].
    pub const fn may_write(&self) -> Result<(), Refusal> {
        match self.bounds {
            Restriction::None => Ok(()),
            Restriction::ReadingOnly => Err(Refusal::ReadOnlyToken),
            Restriction::SecondFactorFirst => Err(Refusal::SecondFactorFirst),
        }
    }

    /// In whose name the store writes their changes.
    pub fn author(&self) -> Author {
        let author = Author::new(self.role);
        match self.account {
            Some(account) => author.by(account),
            None => author,
        }
    }

    /// The account, if signed in.
    pub const fn account(&self) -> Option<AccountId> {
        self.account
    }

    /// The role.
    pub const fn role(&self) -> Role {
        self.role
    }

    /// The actors a member speaks for.
    pub fn actors(&self) -> &[ActorId] {
        &self.actors
    }

    /// The proof of seeing what a role sees.
    ///
    /// # Errors
    /// [`Refusal::SignInFirst`], [`Refusal::RoleTooLow`] or [`Refusal::SecondFactorFirst`].
    pub fn require_view<R: Rank>(&self) -> Result<Sees<R>, Refusal> {
        if self.awaits_second_factor() {
            return Err(Refusal::SecondFactorFirst);
        }
        self.not_below(R::ROLE)?;
        Ok(Sees(self.clone(), PhantomData))
    }

    fn at_least(&self, needed: Role) -> Result<(), Refusal> {
        self.may_write()?;
        self.not_below(needed)
    }

    fn not_below(&self, needed: Role) -> Result<(), Refusal> {
        if self.role >= needed {
            return Ok(());
        }
        Err(match self.role {
            Role::Public => Refusal::SignInFirst { needed },
            had => Refusal::RoleTooLow { needed, had },
        })
    }
}

/// The proof of seeing what a role sees. Tokens that only read give it too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sees<R>(Requester, PhantomData<R>);

impl<R> Deref for Sees<R> {
    type Target = Requester;

    fn deref(&self) -> &Requester {
        &self.0
    }
}

/// A role that there is a proof of.
pub trait Rank {
    /// Which role.
    const ROLE: Role;
}

macro_rules! proofs {
    ($($(#[$doc:meta])* $name:ident $method:ident $role:ident;)+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Eq)]
            pub struct $name(Requester);

            impl Deref for $name {
                type Target = Requester;

                fn deref(&self) -> &Requester {
                    &self.0
                }
            }

            impl Rank for $name {
                const ROLE: Role = Role::$role;
            }
        )+

        impl Requester {$(
            /// The proof of having at least this role.
            ///
            /// # Errors
            /// [`Refusal::SignInFirst`], [`Refusal::RoleTooLow`], [`Refusal::ReadOnlyToken`] or
            /// [`Refusal::SecondFactorFirst`].
            pub fn $method(&self) -> Result<$name, Refusal> {
                self.at_least(Role::$role)?;
                Ok($name(self.clone()))
            }
        )+}
    };
}

proofs! {
    /// Somebody with an account or token.
    Partner partner Partner;
    /// A volunteer of an association, or more.
    Member member Member;
    /// Agency staff who curate entries, or more.
    Editor editor Editor;
    /// Who runs the directory.
    Admin admin Admin;
}

impl Member {
    /// Whether changes of an actor need no review from here: from staff never, from members of
    /// their own actors when the agency trusts them.
    pub fn may_publish(&self, actor: ActorId) -> bool {
        self.role >= Role::Editor || (self.trusted && self.speaks_for(actor))
    }

    /// Whether changes of an actor may be proposed in its name.
    pub fn speaks_for(&self, actor: ActorId) -> bool {
        self.role >= Role::Editor || self.actors.contains(&actor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proof_is_given_from_its_role_upwards_and_to_nobody_below() {
        let signed_in = |role| Requester::signed_in(AccountId::from_uuid(uuid::Uuid::nil()), role, vec![], false);
        assert_eq!(Requester::public().partner(), Err(Refusal::SignInFirst { needed: Role::Partner }));
        for (at, role) in Role::ALL.iter().enumerate().skip(1) {
            let requester = signed_in(*role);
            assert!(requester.partner().is_ok());
            assert_eq!(requester.member().is_ok(), at >= 2);
            assert_eq!(requester.editor().is_ok(), at >= 3);
            assert_eq!(requester.admin().is_ok(), at >= 4);
        }
    }

    #[test]
    fn a_token_that_only_reads_sees_and_gives_no_proof() {
        let account = AccountId::from_uuid(uuid::Uuid::nil());
        let reader = Requester::signed_in(account, Role::Admin, vec![], false).reading_only();
        assert!(reader.sees(Role::Editor) && !reader.is_public());
        assert!(reader.require_view::<Admin>().is_ok());
        assert_eq!(reader.partner(), Err(Refusal::ReadOnlyToken));
        assert_eq!(reader.admin(), Err(Refusal::ReadOnlyToken));
    }

    #[test]
    fn before_the_second_factor_nobody_is_more_than_the_public() {
        let waiting = Requester::before_second_factor(AccountId::from_uuid(uuid::Uuid::nil()));
        assert!(!waiting.sees(Role::Partner) && !waiting.is_public() && waiting.awaits_second_factor());
        assert_eq!(waiting.admin(), Err(Refusal::SecondFactorFirst));
        assert_eq!(waiting.require_view::<Partner>(), Err(Refusal::SecondFactorFirst));
    }

    #[test]
    fn a_member_publishes_only_for_their_own_actors_and_only_when_trusted() {
        let (own, other) = (ActorId::from_uuid(uuid::Uuid::from_u128(1)), ActorId::from_uuid(uuid::Uuid::from_u128(2)));
        let account = AccountId::from_uuid(uuid::Uuid::nil());
        let member =
            |trusted| Requester::signed_in(account, Role::Member, vec![own], trusted).member().expect("a member");
        assert!(member(true).may_publish(own) && !member(true).may_publish(other));
        assert!(!member(false).may_publish(own) && member(false).speaks_for(own));
    }
}
