//! What the forms of accounts are made of, and what can be wrong with them.

use std::time::Duration;

use http::StatusCode;
use maud::{Markup, html};

use crate::{
    Visit,
    parts::icons::{Icon, icon},
};

/// Why a form of an account did nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountFormError {
    /// No such account, or not its password.
    SignInRefused,
    /// Not the code, or used before.
    CodeWrong,
    /// The password was given too long ago.
    PendingEnded,
    /// Too many attempts; so long until the next.
    Throttled(Duration),
    /// Not the password.
    PasswordWrong,
    /// The new password is shorter than so many characters.
    PasswordTooShort(u64),
    /// The new password is longer than so many characters.
    PasswordTooLong(u64),
    /// The new password is easy to guess.
    PasswordGuessable,
    /// The new password is made of the name or the e-mail address.
    PasswordLikeEmail,
    /// What was typed is no e-mail address.
    EmailMalformed,
    /// The name is longer than so many characters.
    NameTooLong(u64),
    /// A token works from a day to a year.
    DaysOutOfRange,
    /// Administrators must keep the second factor.
    FactorRequired,
    /// The address has an account already.
    AddressTaken,
}

impl AccountFormError {
    /// The status of a page that says so.
    pub const fn status(self) -> StatusCode {
        match self {
            Self::Throttled(_) => StatusCode::TOO_MANY_REQUESTS,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }

    /// How long to wait before the next attempt.
    pub const fn retry_after(self) -> Option<Duration> {
        match self {
            Self::Throttled(wait) => Some(wait),
            _ => None,
        }
    }

    /// The field it is about.
    const fn field(self) -> Option<&'static str> {
        match self {
            Self::CodeWrong => Some("code"),
            Self::PasswordWrong => Some("password"),
            Self::PasswordTooShort(_)
            | Self::PasswordTooLong(_)
            | Self::PasswordGuessable
            | Self::PasswordLikeEmail => Some("new-password"),
            Self::EmailMalformed => Some("email"),
            Self::NameTooLong(_) => Some("name"),
            Self::DaysOutOfRange => Some("days"),
            Self::SignInRefused
            | Self::PendingEnded
            | Self::Throttled(_)
            | Self::FactorRequired
            | Self::AddressTaken => None,
        }
    }

    fn text(self, visit: &Visit<'_>) -> String {
        let key = match self {
            Self::SignInRefused => "account-login-refused",
            Self::CodeWrong => "account-code-wrong",
            Self::PendingEnded => "account-pending-ended",
            Self::Throttled(wait) => {
                let minutes = wait.as_secs().div_ceil(60).max(1);
                return visit.count("account-throttled", minutes).into_owned();
            }
            Self::PasswordWrong => "account-password-wrong",
            Self::PasswordTooShort(least) => return visit.count("account-password-too-short", least).into_owned(),
            Self::PasswordTooLong(most) => return visit.count("problem-too-long", most).into_owned(),
            Self::PasswordGuessable => "account-password-guessable",
            Self::PasswordLikeEmail => "account-password-like-email",
            Self::EmailMalformed => "problem-email",
            Self::NameTooLong(most) => return visit.count("problem-too-long", most).into_owned(),
            Self::DaysOutOfRange => "account-days-out-of-range",
            Self::FactorRequired => "account-factor-required",
            Self::AddressTaken => "account-address-taken",
        };
        visit.say(key).into_owned()
    }
}

/// What is wrong, above the form it is about.
pub(super) fn alert(visit: &Visit<'_>, form: &str, error: Option<AccountFormError>) -> Markup {
    html! {
        @if let Some(error) = error {
            div.notice.wrong role="alert" {
                h2 { (icon(Icon::Warning)) (visit.say("account-not-done")) }
                p {
                    @match error.field() {
                        Some(field) => { a href={ "#" (form) "-" (field) } { (error.text(visit)) } }
                        None => { (error.text(visit)) }
                    }
                }
            }
        }
    }
}

/// A field of one line.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct FormField<'a> {
    /// What it is called in the form that is sent.
    pub(super) name: &'static str,
    /// The key of its label.
    pub(super) label: &'static str,
    /// The key of a hint.
    pub(super) hint: Option<&'static str>,
    /// The type of the input; a plain text where it is empty.
    pub(super) kind: &'static str,
    /// What stands in it.
    pub(super) value: &'a str,
    /// What browsers fill in.
    pub(super) autocomplete: &'static str,
}

/// A field in the form with this id.
pub(super) fn field(visit: &Visit<'_>, form: &str, error: Option<AccountFormError>, field: &FormField<'_>) -> Markup {
    let id = format!("{form}-{}", field.name);
    let error = error.filter(|error| error.field() == Some(field.name));
    let hint = field.hint.map(|_| format!("{id}-hint"));
    let described: Vec<String> = hint.clone().into_iter().chain(error.map(|_| format!("{id}-wrong"))).collect();
    let kind = if field.kind.is_empty() { "text" } else { field.kind };
    let direction = if kind == "text" && field.autocomplete == "name" { "auto" } else { "ltr" };
    html! {
        div.row.wrong[error.is_some()] {
            label for=(id) { (visit.say(field.label)) }
            @if let (Some(key), Some(hint)) = (field.hint, hint) { p.hinted id=(hint) { (visit.say(key)) } }
            @if let Some(error) = error { p.complaint id={ (id) "-wrong" } { (error.text(visit)) } }
            input id=(id) name=(field.name) type=(kind) value=(field.value) dir=(direction)
                autocomplete=(field.autocomplete) maxlength="256" required[field.autocomplete != "name"]
                inputmode=[(field.name == "days").then_some("numeric")]
                autocapitalize="none" spellcheck="false"
                aria-invalid=[error.is_some().then_some("true")]
                aria-describedby=[(!described.is_empty()).then(|| described.join(" "))];
        }
    }
}

/// The field for the password that is there.
pub(super) const PASSWORD: FormField<'_> = FormField {
    name: "password",
    label: "account-password-current",
    hint: None,
    kind: "password",
    value: "",
    autocomplete: "current-password",
};

/// The field for a password to be.
pub(super) const NEW_PASSWORD: FormField<'_> = FormField {
    name: "new-password",
    label: "account-password-new",
    hint: Some("account-password-hint"),
    kind: "password",
    value: "",
    autocomplete: "new-password",
};

/// The field for a code of the second factor.
pub(super) const CODE: FormField<'_> =
    FormField { name: "code", label: "account-code", hint: None, kind: "", value: "", autocomplete: "one-time-code" };

/// A form that is sent to a path.
pub(super) fn form(visit: &Visit<'_>, path: &str, content: &Markup, button: &'static str) -> Markup {
    html! {
        form.suggest action=(super::address::address(visit, path)) method="post" {
            (content)
            button.button.strong type="submit" { (visit.say(button)) }
        }
    }
}

/// A form that is a button alone, with what it is about. `label` is what is read aloud where it is not enough.
pub(super) fn button(
    visit: &Visit<'_>,
    path: &str,
    value: Option<(&str, &str)>,
    key: &'static str,
    label: Option<&str>,
) -> Markup {
    html! {
        form.inline action=(super::address::address(visit, path)) method="post" {
            @if let Some((name, value)) = value { input type="hidden" name=(name) value=(value); }
            button.button type="submit" aria-label=[label.map(|label| format!("{}: {label}", visit.say(key)))] {
                (visit.say(key))
            }
        }
    }
}
