//! `/account`: one's own name, password, second factor, sessions and tokens.

use chrono::{DateTime, Utc};
use domain::vocabulary::Role;
use http::StatusCode;
use maud::{Markup, html};

use super::{
    address::address,
    form::{AccountFormError, FormField, NEW_PASSWORD, PASSWORD, alert, button, field, form},
    page::{Shell, notice, page, role_key},
    second_factor,
};
use crate::{Answer, Locale, Visit};

/// A part of the page that a form belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountSection {
    /// What one is called.
    Name,
    /// Changing the password.
    Password,
    /// The second factor and its recovery codes.
    SecondFactor,
    /// Tokens for programs.
    Tokens,
}

/// A session as its holder sees it.
#[derive(Clone, Debug)]
pub struct SessionRow {
    /// Names it.
    pub handle: String,
    /// On what kind of device it was begun.
    pub device: Option<String>,
    /// When it was last used.
    pub seen_at: DateTime<Utc>,
    /// Whether it is the one that asks.
    pub is_this: bool,
}

/// A token as its holder sees it.
#[derive(Clone, Debug)]
pub struct TokenRow {
    /// Names it.
    pub handle: String,
    /// What it is for.
    pub name: String,
    /// Whether it may change anything.
    pub may_write: bool,
    /// When it ends.
    pub expires_at: DateTime<Utc>,
}

/// Whether somebody of the staff is told by mail what is due.
#[derive(Clone, Copy, Debug)]
pub struct DigestSetting {
    /// Whether they want to be.
    pub is_wanted: bool,
    /// In which language.
    pub language: Locale,
    /// Whether the directory sends such mails at all.
    pub is_sent: bool,
}

/// What the page of one's own account shows.
#[derive(Clone, Debug)]
pub struct AccountPage<'a> {
    /// Where one signs in with.
    pub email: &'a str,
    /// What one is called.
    pub name: &'a str,
    /// What one may do.
    pub role: Role,
    /// Whether the second factor counts.
    pub has_second_factor: bool,
    /// Whether it must be set up before anything else.
    pub awaits_second_factor: bool,
    /// How many recovery codes are left.
    pub recovery_codes_left: u64,
    /// The sessions that count.
    pub sessions: Vec<SessionRow>,
    /// The tokens that work.
    pub tokens: Vec<TokenRow>,
    /// Of staff, which mail they get.
    pub digest: Option<DigestSetting>,
    /// What was done before, as the address says it.
    pub done: Option<&'a str>,
    /// Why a form did nothing.
    pub error: Option<(AccountSection, AccountFormError)>,
}

impl AccountPage<'_> {
    fn error_in(&self, section: AccountSection) -> Option<AccountFormError> {
        self.error.filter(|(wrong, _)| *wrong == section).map(|(_, error)| error)
    }

    fn notice(&self) -> Option<&'static str> {
        match self.done? {
            "name" | "mail" => Some("account-saved"),
            "password" => Some("account-password-changed"),
            "second-factor" => Some("account-factor-removed"),
            "session" => Some("account-session-ended"),
            "token" => Some("account-token-revoked"),
            _ => None,
        }
    }
}

/// The page of one's own account.
pub fn account(visit: &Visit<'_>, account: &AccountPage<'_>) -> Answer {
    let factor = account.error_in(AccountSection::SecondFactor);
    let content = html! {
        (notice(visit, account.notice()))
        p { bdi { (account.email) } " · " (visit.say(role_key(account.role))) }
        div.actions {
            @match account.role {
                _ if account.awaits_second_factor => {}
                Role::Editor | Role::Admin => { a.button.strong href="/console" { (visit.say("account-console")) } }
                Role::Member => { a.button.strong href=(address(visit, "/my")) { (visit.say("my-title")) } }
                Role::Partner | Role::Public => {}
            }
            (button(visit, "/logout", None, "account-sign-out", None))
            (button(visit, "/logout", Some(("everywhere", "1")), "account-sign-out-everywhere", None))
        }
        @if account.awaits_second_factor {
            div.notice.wrong role="alert" { p { (visit.say("account-factor-required")) } }
        } @else {
            (name(visit, account))
            (password(visit, account))
            @if let Some(setting) = account.digest { (digest(visit, setting)) }
        }
        section.setting id="second-factor" {
            h2 { (visit.say("account-factor-title")) }
            (alert(visit, "second-factor", factor))
            (second_factor::section(visit, account.has_second_factor, account.recovery_codes_left, factor))
        }
        @if !account.awaits_second_factor {
            (sessions(visit, account))
            (tokens(visit, account))
        }
    };
    let shell = Shell { title: "account-title", path: Some("/account"), ..Shell::default() };
    let error = account.error.map(|(_, error)| error);
    let status = error.map_or(StatusCode::OK, AccountFormError::status);
    let retry_after = error.and_then(AccountFormError::retry_after);
    Answer { retry_after, ..page(visit, status, &shell, &content) }
}

fn name(visit: &Visit<'_>, account: &AccountPage<'_>) -> Markup {
    let error = account.error_in(AccountSection::Name);
    let fields = field(
        visit,
        "name",
        error,
        &FormField {
            name: "name",
            label: "account-name",
            hint: Some("account-name-hint"),
            value: account.name,
            autocomplete: "name",
            ..FormField::default()
        },
    );
    html! {
        section.setting id="name" {
            h2 { (visit.say("account-name")) }
            (alert(visit, "name", error))
            (form(visit, "/account/name", &fields, "account-save"))
        }
    }
}

fn password(visit: &Visit<'_>, account: &AccountPage<'_>) -> Markup {
    let error = account.error_in(AccountSection::Password);
    let fields = html! {
        input type="hidden" name="email" autocomplete="username" value=(account.email);
        (field(visit, "password", error, &PASSWORD))
        (field(visit, "password", error, &NEW_PASSWORD))
    };
    html! {
        section.setting id="password" {
            h2 { (visit.say("account-password-title")) }
            p { (visit.say("account-password-text")) }
            (alert(visit, "password", error))
            (form(visit, "/account/password", &fields, "account-save"))
        }
    }
}

fn digest(visit: &Visit<'_>, setting: DigestSetting) -> Markup {
    let fields = html! {
        p { label.tick {
            input type="checkbox" name="digest" value="1" checked[setting.is_wanted]; " " (visit.say("account-digest-want"))
        } }
        div.row {
            label for="digest-language" { (visit.say("account-digest-language")) }
            select id="digest-language" name="mail-language" {
                @for locale in Locale::ALL {
                    option value=(locale.tag()) lang=(locale.tag()) selected[locale == setting.language] { (locale.own_name()) }
                }
            }
        }
    };
    html! {
        section.setting id="mail" {
            h2 { (visit.say("account-digest-title")) }
            @if !setting.is_sent { p.hinted { (visit.say("account-digest-off")) } }
            (form(visit, "/account/mail", &fields, "account-save"))
        }
    }
}

fn sessions(visit: &Visit<'_>, account: &AccountPage<'_>) -> Markup {
    let moment = |at| visit.words().moment(visit.local(at));
    html! {
        section.setting id="sessions" {
            h2 { (visit.say("account-sessions-title")) }
            ul.holdings {
                @for session in &account.sessions {
                    @let unknown = visit.say("account-session-unknown");
                    @let device = session.device.as_deref().unwrap_or(&unknown);
                    li {
                        div {
                            strong { bdi { (device) } }
                            @if session.is_this { " · " (visit.say("account-session-this")) }
                            p.hinted { (visit.with("account-session-seen", "date", &moment(session.seen_at))) }
                        }
                        @if !session.is_this {
                            (button(visit, "/account/sessions/end", Some(("session", &session.handle)),
                                "account-session-end", Some(device)))
                        }
                    }
                }
            }
            @if account.sessions.len() > 1 { (second_factor::end_others(visit)) }
        }
    }
}

fn tokens(visit: &Visit<'_>, account: &AccountPage<'_>) -> Markup {
    let error = account.error_in(AccountSection::Tokens);
    let day = |at| visit.words().date(visit.local(at).date());
    let fields = html! {
        (field(visit, "tokens", error, &FormField { name: "name", label: "account-token-name", autocomplete: "off", ..FormField::default() }))
        (field(visit, "tokens", error, &FormField { name: "days", label: "account-token-days", value: "90", autocomplete: "off", ..FormField::default() }))
        p { label.tick { input type="checkbox" name="may-write" value="1"; " " (visit.say("account-token-may-write")) } }
        (field(visit, "tokens", error, &PASSWORD))
    };
    html! {
        section.setting id="tokens" {
            h2 { (visit.say("account-tokens-title")) }
            p { (visit.say("account-tokens-text")) }
            ul.holdings {
                @for token in &account.tokens {
                    li {
                        div {
                            strong { bdi { (token.name) } }
                            p.hinted {
                                (visit.say(if token.may_write { "account-token-writes" } else { "account-token-reads" }))
                                " · " (visit.with("account-token-until", "date", &day(token.expires_at)))
                            }
                        }
                        (button(visit, "/account/tokens/revoke", Some(("token", &token.handle)),
                            "account-token-revoke", Some(&token.name)))
                    }
                }
            }
            details open[error.is_some()] {
                summary { (visit.say("account-token-make")) }
                (alert(visit, "tokens", error))
                form.suggest action=(address(visit, "/account/tokens")) method="post" {
                    (fields)
                    button.button.strong type="submit" { (visit.say("account-token-make")) }
                }
            }
        }
    }
}
