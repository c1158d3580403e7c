//! Passwords: argon2id, on threads of their own and few at once, since each takes memory and time
//! by design.

use std::sync::Arc;

use argon2::{Argon2, Params, PasswordHasher, PasswordVerifier, password_hash};
use secrecy::{ExposeSecret, SecretString};
use thiserror::Error;
use tokio::{sync::Semaphore, task::JoinError};

use crate::Sources;

/// A hash that no password has, of the same parameters as all others: whoever asks for an account
/// that does not exist waits as long as for one that does.
const NOBODYS: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bmllbWFuZGVzLVNhbHouLg$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Why a password could not be worked with: a fault of ours, never the asker's.
#[derive(Debug, Error)]
pub enum PasswordFault {
    /// The hash could not be made or read.
    #[error("argon2 failed")]
    Argon2(#[source] password_hash::Error),
    /// The thread ended early.
    #[error("the work on a password was stopped")]
    Stopped(#[source] JoinError),
    /// The program is ending.
    #[error("no more passwords are worked on")]
    Closed,
}

/// Hashes and compares passwords. Clones share their bound.
#[derive(Clone, Debug)]
pub struct Passwords {
    turns: Arc<Semaphore>,
}

impl Passwords {
    /// At most `at_once` passwords are worked on at the same time, each in 19 MiB.
    pub fn new(at_once: usize) -> Self {
        Self { turns: Arc::new(Semaphore::new(at_once.max(1))) }
    }

    /// The argon2id string of a new password.
    ///
    /// # Errors
    /// [`PasswordFault`].
    pub async fn hash(&self, password: &SecretString, sources: &dyn Sources) -> Result<SecretString, PasswordFault> {
        let (password, mut salt) = (password.clone(), [0; 16]);
        sources.random(&mut salt);
        self.work(move || {
            let hash = hasher().hash_password_with_salt(password.expose_secret().as_bytes(), &salt);
            hash.map(|hash| hash.to_string().into()).map_err(PasswordFault::Argon2)
        })
        .await
    }

    /// Whether this is the password. Without a hash the same work is done, and it never is.
    ///
    /// # Errors
    /// [`PasswordFault`].
    pub async fn verify(&self, password: &SecretString, hash: Option<&SecretString>) -> Result<bool, PasswordFault> {
        let (password, known) = (password.clone(), hash.is_some());
        let hash = hash.cloned().unwrap_or_else(|| NOBODYS.into());
        self.work(move || match hasher().verify_password(password.expose_secret().as_bytes(), hash.expose_secret()) {
            Ok(()) => Ok(known),
            Err(password_hash::Error::PasswordInvalid) => Ok(false),
            Err(fault) => Err(PasswordFault::Argon2(fault)),
        })
        .await
    }

    async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, PasswordFault> + Send + 'static,
    ) -> Result<T, PasswordFault> {
        let turn = Arc::clone(&self.turns).acquire_owned().await.map_err(|_| PasswordFault::Closed)?;
        // The turn ends with the work and not with the request: one that was given up still works.
        tokio::task::spawn_blocking(move || {
            let done = work();
            drop(turn);
            done
        })
        .await
        .map_err(PasswordFault::Stopped)?
    }
}

/// Argon2id with 19 MiB, two passes, one lane: the first choice of the OWASP Password Storage Cheat
/// Sheet, and the crate's own.
fn hasher() -> Argon2<'static> {
    Argon2::from(Params::DEFAULT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Machine;

    fn passwords() -> Passwords {
        Passwords::new(2)
    }

    #[tokio::test]
    async fn a_password_is_recognised_and_no_other() {
        let (right, wrong) = (SecretString::from("drei kleine Boote"), SecretString::from("vier kleine Boote"));
        let hash = passwords().hash(&right, &Machine).await.expect("hashed");
        assert!(passwords().verify(&right, Some(&hash)).await.expect("compared"));
        assert!(!passwords().verify(&wrong, Some(&hash)).await.expect("compared"));
        assert!(!passwords().verify(&right, None).await.expect("compared"));
    }

    #[tokio::test]
    async fn the_hash_of_nobody_costs_what_others_cost() {
        let hash = passwords().hash(&"drei kleine Boote".into(), &Machine).await.expect("hashed");
        let parameters = |hash: &str| hash.rsplitn(3, '$').last().map(str::to_owned);
        assert_eq!(parameters(hash.expose_secret()), parameters(NOBODYS));
        assert_eq!(hash.expose_secret().len(), NOBODYS.len());
    }
}
