//! What mails about accounts say: plain text, each with its reason.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::vocabulary::Role;
use fluent_bundle::FluentValue;

use super::page::role_key;
use crate::{Locale, words::Words};

/// A mail: what it is called, and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailText {
    /// The subject.
    pub subject: String,
    /// The text.
    pub body: String,
}

/// What every mail about an account holds.
#[derive(Clone, Copy, Debug)]
pub struct MailLink<'a> {
    /// The language of the mail.
    pub locale: Locale,
    /// The title of the directory.
    pub title: &'a str,
    /// Where the link leads.
    pub link: &'a str,
    /// When it ends.
    pub until: DateTime<Utc>,
    /// The time zone of the directory.
    pub zone: Tz,
}

impl MailLink<'_> {
    fn words(&self) -> Words {
        Words::of(self.locale)
    }

    fn until(&self) -> String {
        self.words().moment(self.until.with_timezone(&self.zone).naive_local())
    }
}

/// The mail for a forgotten password.
pub fn password_link(mail: &MailLink<'_>) -> MailText {
    let words = mail.words();
    let body = words.with(
        "account-mail-password-body",
        [("title", FluentValue::from(mail.title)), ("link", mail.link.into()), ("until", mail.until().into())],
    );
    MailText {
        subject: clean(&words.with("account-mail-password-subject", [("title", mail.title.into())])),
        body: clean(&body),
    }
}

/// The mail of an invitation. `by` is who invites, where that is known.
pub fn invitation(mail: &MailLink<'_>, by: Option<&str>, role: Role, actors: &[String]) -> MailText {
    let words = mail.words();
    let role =
        std::iter::once(words.say(role_key(role)).into_owned()).chain(actors.iter().cloned()).collect::<Vec<_>>();
    let body = words.with(
        "account-mail-invitation-body",
        [
            ("by", FluentValue::from(by.unwrap_or(mail.title))),
            ("title", mail.title.into()),
            ("role", role.join(", ").into()),
            ("link", mail.link.into()),
            ("until", mail.until().into()),
        ],
    );
    MailText {
        subject: clean(&words.with("account-mail-invitation-subject", [("title", mail.title.into())])),
        body: clean(&body),
    }
}

/// The mail that only says that mail arrives.
pub fn mail_test(locale: Locale, title: &str) -> MailText {
    let words = Words::of(locale);
    MailText {
        subject: clean(&words.with("account-mail-test-subject", [("title", title.into())])),
        body: clean(&words.with("account-mail-test-body", [("title", title.into())])),
    }
}

/// Without the marks that keep Latin letters in place in Arabic pages: in a mail they would become part of the link.
pub(crate) fn clean(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}
