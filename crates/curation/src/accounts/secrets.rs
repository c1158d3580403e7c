//! Secrets that are made here and only need to be recognised: session ids, tokens, recovery codes.
//!
//! They are random enough (80 bits and more) that a plain hash of them cannot be turned back, unlike
//! one of a password that somebody thought of.

use data_encoding::{BASE32_NOPAD, BASE64URL_NOPAD, HEXLOWER};
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};

use crate::Sources;

/// What a token begins with: programs that look for leaked secrets find it by this.
pub(super) const TOKEN_PREFIX: &str = "brk_";

/// A secret of 256 random bits for a cookie or header.
pub(super) fn secret(sources: &dyn Sources, prefix: &str) -> SecretString {
    let mut bytes = [0; 32];
    sources.random(&mut bytes);
    format!("{prefix}{}", BASE64URL_NOPAD.encode(&bytes)).into()
}

/// A secret of 80 random bits that people can type: four groups of four letters and digits.
pub(super) fn recovery_code(sources: &dyn Sources) -> SecretString {
    let mut bytes = [0; 10];
    sources.random(&mut bytes);
    let text = BASE32_NOPAD.encode(&bytes).to_lowercase();
    let groups: Vec<&str> = (0..4).map(|at| &text[at * 4..at * 4 + 4]).collect();
    groups.join("-").into()
}

/// A recovery code as it was made, from what somebody typed.
pub(super) fn normalise_code(code: &SecretString) -> SecretString {
    let letters: Vec<char> =
        code.expose_secret().chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join("-").into()
}

/// What is stored of a secret.
pub(super) fn hash(secret: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(secret.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Machine;

    #[test]
    fn a_secret_is_stored_as_its_sha_256() {
        // The example of FIPS 180-2, appendix B.1.
        assert_eq!(hash("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        let made = secret(&Machine, TOKEN_PREFIX);
        assert!(made.expose_secret().starts_with("brk_") && made.expose_secret().len() == 4 + 43);
    }

    #[test]
    fn a_recovery_code_is_recognised_however_it_is_typed() {
        let code = recovery_code(&Machine);
        assert_eq!(code.expose_secret().len(), 19);
        let sloppy = SecretString::from(code.expose_secret().to_uppercase().replace('-', " "));
        assert_eq!(normalise_code(&sloppy).expose_secret(), code.expose_secret());
    }
}
