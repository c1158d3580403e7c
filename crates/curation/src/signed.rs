//! Signatures on what is given out of hand and comes back: whoever brings it has it from us, and it
//! says what it said.
//!
//! HMAC-SHA-256 (RFC 2104) under a key that the store keeps. Every part that is signed is written with
//! its length before it, so that no two lists of parts read alike.

use data_encoding::{BASE64URL_NOPAD, HEXLOWER, HEXLOWER_PERMISSIVE};
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;
use uuid::Uuid;

use crate::Sources;

/// Bytes of a signature.
const SIGNATURE: usize = 32;
/// Bytes of what comes back: an id, and the signature on what it stands for.
const TOKEN: usize = 16 + SIGNATURE;

/// A key to sign with.
pub(crate) struct Seal(Hmac<Sha256>);

impl Seal {
    /// A new key of 256 random bits, as it is kept.
    pub(crate) fn fresh_key(sources: &dyn Sources) -> SecretString {
        let mut bytes = [0; 32];
        sources.random(&mut bytes);
        HEXLOWER.encode(&bytes).into()
    }

    /// Signs with a key as it is kept; `None` when it is none.
    pub(crate) fn of(key: &SecretString) -> Option<Self> {
        let key = HEXLOWER_PERMISSIVE.decode(key.expose_secret().as_bytes()).ok()?;
        Hmac::new_from_slice(&key).ok().map(Self)
    }

    /// What is given out: the id, and the signature on it and all it stands for.
    pub(crate) fn token(&self, id: Uuid, parts: &[&[u8]]) -> SecretString {
        let signature = self.mac(id, parts).finalize().into_bytes();
        let mut token = [0; TOKEN];
        token[..16].copy_from_slice(id.as_bytes());
        token[16..].copy_from_slice(&signature);
        BASE64URL_NOPAD.encode(&token).into()
    }

    /// An id that stands for a text and does not tell it: the same text has the same one under this key.
    pub(crate) fn pseudonym(&self, text: &str) -> Uuid {
        let signature = self.mac(Uuid::nil(), &[text.as_bytes()]).finalize().into_bytes();
        let mut id = [0; 16];
        id.copy_from_slice(&signature[..16]);
        Uuid::from_bytes(id)
    }

    /// Whether a signature is ours, compared in constant time.
    pub(crate) fn holds(&self, token: &SignedToken, parts: &[&[u8]]) -> bool {
        self.mac(token.id, parts).verify_slice(&token.signature).is_ok()
    }

    fn mac(&self, id: Uuid, parts: &[&[u8]]) -> Hmac<Sha256> {
        let mut signing = self.0.clone();
        for part in std::iter::once(&id.as_bytes()[..]).chain(parts.iter().copied()) {
            signing.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            signing.update(part);
        }
        signing
    }
}

/// What somebody brings, before it is known whether we made it.
pub(crate) struct SignedToken {
    /// What it says it is about.
    pub(crate) id: Uuid,
    signature: [u8; SIGNATURE],
}

impl SignedToken {
    /// Reads what somebody brings; `None` when it has not the form of ours.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let bytes: [u8; TOKEN] = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?.try_into().ok()?;
        let (id, signature) = bytes.split_first_chunk::<16>()?;
        Some(Self { id: Uuid::from_bytes(*id), signature: signature.try_into().ok()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Machine;

    fn seal() -> Seal {
        Seal::of(&Seal::fresh_key(&Machine)).expect("a key")
    }

    fn read(token: &SecretString) -> SignedToken {
        SignedToken::read(token.expose_secret()).expect("a token")
    }

    #[test]
    fn a_signature_holds_for_what_was_signed_and_for_nothing_else() {
        let (ours, id) = (seal(), Uuid::now_v7());
        let token = ours.token(id, &[b"still-right", b"1"]);
        assert_eq!(token.expose_secret().len(), 64);
        let token = read(&token);
        assert!(token.id == id && ours.holds(&token, &[b"still-right", b"1"]));
        assert!(!ours.holds(&token, &[b"archive", b"1"]));
        assert!(!ours.holds(&token, &[b"still-right1", b""]), "parts do not run together");
        assert!(!seal().holds(&token, &[b"still-right", b"1"]), "another key");
        let other = SignedToken { id: Uuid::now_v7(), ..read(&ours.token(id, &[])) };
        assert!(!ours.holds(&other, &[]), "another id");
    }

    #[test]
    fn what_has_not_the_form_of_a_token_is_none() {
        for text in ["", "abc", "ä", &"A".repeat(63), &"A".repeat(65), &"=".repeat(64)] {
            assert!(SignedToken::read(text).is_none(), "{text}");
        }
        assert!(SignedToken::read(&"A".repeat(64)).is_some());
    }
}
