//! What the links of mails are signed for.

use secrecy::SecretString;
use store::OutboxMail;

use crate::{commands::links::side::Side, signed::Seal};

/// The name of the key that signs the links.
pub(super) const KEY: &str = "mail";

/// What a link for wanting no more mail is signed for, beside the mail.
pub(super) const STOP: &[u8] = b"stop";

/// What is written down as the origin of what somebody did by the link of a mail.
pub(crate) const SIGNED_MAIL: &str = "signed mail";

/// The side that an occasion names.
pub(super) fn side_of(occasion: &str) -> Option<Side> {
    [Side::From, Side::To].into_iter().find(|side| side.word() == occasion)
}

/// What a link of a mail is signed for: its purpose, its subject, its occasion and its end.
pub(super) fn signed_parts(mail: &OutboxMail) -> [Vec<u8>; 4] {
    [
        mail.purpose.word().as_bytes().to_vec(),
        mail.subject.as_bytes().to_vec(),
        mail.occasion.as_bytes().to_vec(),
        mail.expires_at.map_or(0, |at| at.timestamp()).to_be_bytes().to_vec(),
    ]
}

pub(super) fn token(seal: &Seal, mail: &OutboxMail) -> SecretString {
    seal.token(mail.id, &signed_parts(mail).each_ref().map(Vec::as_slice))
}

pub(super) fn stop_token(seal: &Seal, mail: &OutboxMail) -> SecretString {
    seal.token(mail.id, &[STOP, mail.purpose.word().as_bytes()])
}
