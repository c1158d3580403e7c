//! The second factor: codes of an authenticator app (TOTP, RFC 6238: SHA-1, 6 digits, 30 seconds,
//! which is what every app understands), and recovery codes for the day the app is gone.

use chrono::{DateTime, Utc};
use domain::vocabulary::Role;
use messages::Message;
use secrecy::{ExposeSecret, SecretString};
use store::accounts::{AccountEvent, EventKind, SecondFactor};
use totp_rs::{Builder, Secret, Totp};

use super::{Accounts, SignedIn, Welcome, secrets};
use crate::{CurationError, Refusal, command_span::command, commands::wrong_state};

/// How many recovery codes there are.
pub const RECOVERY_CODES: usize = 10;
/// Clocks may be this many steps of 30 seconds apart (RFC 6238, section 5.2, recommends one).
const SKEW: u16 = 1;

/// A second factor on offer: to be put into an app, then confirmed with its first code.
#[derive(Clone, Debug)]
pub struct SecondFactorSetup {
    /// The secret in base32, for typing.
    pub secret: SecretString,
    /// The same as an `otpauth://` address, for a QR code.
    pub uri: SecretString,
}

impl Accounts {
    /// Offers a second factor. Asks for the password again: a session left open must not be enough
    /// to lock its owner out.
    ///
    /// # Errors
    /// [`Refusal::WrongSecret`], or [`Refusal::WrongState`] when there is a second factor already.
    pub async fn offer_second_factor(
        &self,
        who: &SignedIn,
        password: &SecretString,
    ) -> Result<SecondFactorSetup, CurationError> {
        command("offer_second_factor", async {
            if who.has_second_factor() {
                return Err(exists());
            }
            self.prove_password(who, password).await?;
            let mut bytes = [0; 20];
            self.sources.random(&mut bytes);
            let totp = totp(Secret::new_stack(bytes), Some(&self.rules.issuer), who.account.email.as_str());
            let secret = SecretString::from(totp.secret().to_base32());
            let uri = totp.to_url().unwrap_or_default().into();
            let mut writer = self.store.begin_accounts().await?;
            if !writer.offer_second_factor(who.account.id, &secret).await? {
                return Err(exists());
            }
            writer.commit().await?;
            Ok(SecondFactorSetup { secret, uri })
        })
        .await
    }

    /// Confirms the offered second factor with a code of it: from now on it counts. Every session of
    /// the account ends and a new one begins; the recovery codes are shown this once.
    ///
    /// # Errors
    /// [`Refusal::WrongSecret`], or [`Refusal::WrongState`] when none is on offer.
    pub async fn confirm_second_factor(
        &self,
        who: &SignedIn,
        code: &SecretString,
    ) -> Result<(Welcome, Vec<SecretString>), CurationError> {
        command("confirm_second_factor", async {
            // What is stored now counts, not what was when the session was looked at.
            let mut account = self.require_account(who.account.id).await?;
            let offered = account.second_factor.take().filter(|factor| factor.since.is_none());
            let Some(offered) = offered else {
                return Err(wrong_state("NO_SECOND_FACTOR_OFFERED", Message::new("account-no-second-factor-offered")));
            };
            let step = step_of(&offered, code, self.now()).ok_or(Refusal::WrongSecret { field: "code" })?;
            let factor = SecondFactor { secret: offered.secret, since: Some(self.now()), last_step: Some(step) };
            let codes: Vec<SecretString> =
                (0..RECOVERY_CODES).map(|_| secrets::recovery_code(&*self.sources)).collect();
            let hashes: Vec<String> = codes.iter().map(|code| secrets::hash(code.expose_secret())).collect();
            let id = account.id;
            let mut writer = self.store.begin_accounts().await?;
            writer.set_second_factor(id, Some(&factor)).await?;
            writer.add_recovery_codes(id, &hashes).await?;
            writer.end_sessions(id).await?;
            let event = self.event(EventKind::SecondFactorConfirmed, Some(id));
            writer.tell(&AccountEvent { by: Some(id), ..event }).await?;
            account.second_factor = Some(factor);
            Ok((self.begin(writer, account, true, who.device.clone()).await?, codes))
        })
        .await
    }

    /// Takes the second factor away, with the password and a code.
    ///
    /// # Errors
    /// [`Refusal::WrongSecret`], or [`Refusal::WrongState`] when there is none or it is required.
    pub async fn remove_second_factor(
        &self,
        who: &SignedIn,
        password: &SecretString,
        code: &SecretString,
    ) -> Result<(), CurationError> {
        command("remove_second_factor", async {
            if !who.has_second_factor() {
                return Err(wrong_state("NO_SECOND_FACTOR", Message::new("account-no-second-factor")));
            }
            if who.account.role == Role::Admin && self.rules.admins_need_second_factor {
                return Err(wrong_state("SECOND_FACTOR_REQUIRED", Message::new("account-second-factor-required")));
            }
            self.prove_password(who, password).await?;
            let id = who.account.id;
            let mut writer = self.store.begin_accounts().await?;
            if !self.take_code(&mut writer, &who.account, code).await? {
                drop(writer);
                self.tell_failure(Some(id), "second factor").await?;
                return Err(Refusal::WrongSecret { field: "code" }.into());
            }
            writer.set_second_factor(id, None).await?;
            let event = self.event(EventKind::SecondFactorRemoved, Some(id));
            writer.tell(&AccountEvent { by: Some(id), ..event }).await?;
            Ok(writer.commit().await?)
        })
        .await
    }

    /// How many recovery codes are left.
    ///
    /// # Errors
    /// [`CurationError::Store`].
    pub async fn recovery_codes_left(&self, who: &SignedIn) -> Result<u64, CurationError> {
        Ok(self.store.recovery_codes_left(who.account.id).await?)
    }

    pub(super) async fn prove_password(&self, who: &SignedIn, password: &SecretString) -> Result<(), CurationError> {
        let hash = Some(&who.account.password);
        if self.passwords.verify(password, hash).await.map_err(CurationError::Password)? {
            return Ok(());
        }
        self.tell_failure(Some(who.account.id), "password").await?;
        Err(Refusal::WrongSecret { field: "password" }.into())
    }
}

fn exists() -> CurationError {
    wrong_state("SECOND_FACTOR_EXISTS", Message::new("account-second-factor-exists"))
}

fn totp(secret: Secret, issuer: Option<&str>, account: &str) -> Totp {
    // A colon would end the name within the address (Key URI format).
    let plain = |text: &str| text.replace(':', " ");
    Builder::new()
        .with_secret(secret)
        .with_skew(SKEW)
        .with_issuer(issuer.map(plain))
        .with_account_name(plain(account))
        .build_noncompliant()
}

/// The time step whose code this is; `None` when it is none of now.
pub(super) fn step_of(factor: &SecondFactor, code: &SecretString, now: DateTime<Utc>) -> Option<u64> {
    let secret = Secret::try_from_base32(factor.secret.expose_secret()).ok()?;
    let code: String = code.expose_secret().chars().filter(|c| !c.is_whitespace()).collect();
    totp(secret, None, "").check(&code, u64::try_from(now.timestamp()).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_standard() {
        // RFC 6238, appendix B: the secret "12345678901234567890", the last six digits of its codes.
        let factor = SecondFactor { secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ".into(), since: None, last_step: None };
        for (time, code) in [(59, "287082"), (1_111_111_109, "081804"), (2_000_000_000, "279037")] {
            let now = DateTime::from_timestamp(time, 0).expect("time");
            let step = u64::try_from(time).expect("positive") / 30;
            assert_eq!(step_of(&factor, &code.into(), now), Some(step));
            let later = now + chrono::Duration::seconds(90);
            assert_eq!(step_of(&factor, &code.into(), later), None, "too late");
        }
        assert_eq!(step_of(&factor, &"".into(), Utc::now()), None);
    }
}
