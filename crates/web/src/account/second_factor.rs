//! Setting up the second factor: a QR code for an authenticator app, its first code, the recovery codes.

use http::StatusCode;
use maud::{Markup, html};
use secrecy::{ExposeSecret, SecretString};

use super::{
    address::address,
    form::{AccountFormError, CODE, alert, button, field, form},
    page::{Shell, page},
};
use crate::{Answer, Visit, parts::qr::qr_code};

/// The secret for the app, and the field for its first code. Where a code was wrong the secret is not shown again.
pub fn confirm_second_factor(
    visit: &Visit<'_>,
    offer: Option<(&SecretString, &SecretString)>,
    error: Option<AccountFormError>,
) -> Answer {
    let content = html! {
        @if let Some((secret, uri)) = offer {
            p { (visit.say("account-factor-scan")) }
            (qr_code(uri.expose_secret(), &visit.say("account-factor-qr")))
            p { (visit.say("account-factor-secret")) }
            p { code.secret dir="ltr" { (group_secret(secret.expose_secret())) } }
        }
        (alert(visit, "confirm", error))
        (form(visit, "/account/second-factor/confirm", &field(visit, "confirm", error, &CODE), "account-continue"))
        p { a href=(address(visit, "/account")) { (visit.say("account-back")) } }
    };
    let shell = Shell { title: "account-factor-title", path: Some("/account"), ..Shell::default() };
    let status = error.map_or(StatusCode::OK, AccountFormError::status);
    let retry_after = error.and_then(AccountFormError::retry_after);
    Answer { retry_after, ..page(visit, status, &shell, &content) }
}

/// The recovery codes, this once.
pub fn recovery_codes(visit: &Visit<'_>, codes: &[SecretString]) -> Answer {
    let content = html! {
        div.notice.good role="status" { p { (visit.say("account-codes-text")) } }
        ul.secrets dir="ltr" { @for code in codes { li { code { (code.expose_secret()) } } } }
        p { a.button.strong href=(address(visit, "/account")) { (visit.say("account-codes-done")) } }
    };
    let shell = Shell { title: "account-codes-title", path: Some("/account"), ..Shell::default() };
    page(visit, StatusCode::OK, &shell, &content)
}

/// What the own account says of the second factor.
pub(super) fn section(visit: &Visit<'_>, has_factor: bool, codes_left: u64, error: Option<AccountFormError>) -> Markup {
    let password = |form| field(visit, form, error, &super::form::PASSWORD);
    html! {
        @if has_factor {
            p { (visit.say("account-factor-on")) }
            p { (visit.count("account-codes-left", codes_left)) }
            @let fields = html! { (password("second-factor")) (field(visit, "second-factor", error, &CODE)) };
            form.suggest action=(address(visit, "/account/second-factor/recovery-codes")) method="post" {
                (fields)
                button.button type="submit" { (visit.say("account-codes-renew")) }
                " "
                button.button type="submit" formaction=(address(visit, "/account/second-factor/remove")) {
                    (visit.say("account-factor-remove"))
                }
            }
        } @else {
            p { (visit.say("account-factor-off")) }
            (form(visit, "/account/second-factor", &password("second-factor"), "account-factor-begin"))
        }
    }
}

/// The button that ends other sessions stands beside what holds them.
pub(super) fn end_others(visit: &Visit<'_>) -> Markup {
    button(visit, "/account/sessions/end-others", None, "account-sessions-end-others", None)
}

/// In groups of four, as people type it.
fn group_secret(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_typed_in_groups_of_four() {
        assert_eq!(group_secret("GEZDGNBVGY3TQOJQ"), "GEZD GNBV GY3T QOJQ");
        assert_eq!(group_secret("ABCDE"), "ABCD E");
    }
}
