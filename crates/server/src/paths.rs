//! Addresses of pages that others than the pages themselves lead to.

use domain::ActorKind;

/// The page of an actor.
pub fn actor(kind: ActorKind, slug: &str) -> String {
    format!("/{}/{slug}", kind.actor_type().slug())
}

/// The link for setting another password.
pub fn password_link(secret: &str) -> String {
    format!("/password/{secret}")
}

/// The link of a mail that asks whether a cooperation is true.
pub fn link_reply(token: &str) -> String {
    format!("/mail/cooperation/{token}")
}

/// The link that ends mails of a kind.
pub fn mail_stop(token: &str) -> String {
    format!("/mail/stop/{token}")
}

/// The link of a reminder, by the word of its purpose.
pub fn reminder(purpose: &str, token: &str) -> String {
    format!("/reminder/{purpose}/{token}")
}
