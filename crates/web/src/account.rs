//! The pages of accounts: signing in, one's own account, a forgotten password, an invitation. They are for their
//! reader alone, so none of them is kept anywhere; what they do is for the commands.
//!
//! Their addresses are the same in every language, which stands in the parameter `language`; see `account::address`.

pub(crate) mod address;
mod first_admin;
mod form;
mod invitation;
mod login;
pub mod mail;
mod page;
mod password;
mod second_factor;
mod settings;
mod tokens;

use http::StatusCode;
use maud::html;

use self::page::{Shell, page};
use crate::{Answer, Visit};

pub use address::address;
pub use first_admin::{FirstAdminPage, add_first_admin};
pub use form::AccountFormError;
pub use invitation::{InvitationPage, accept_invitation};
pub use login::{LoginPage, enter_code, login};
pub use password::{forgotten_password, password_link_sent, set_password};
pub use second_factor::{confirm_second_factor, recovery_codes};
pub use settings::{AccountPage, AccountSection, DigestSetting, SessionRow, TokenRow, account};
pub use tokens::new_token;

/// A link that has ended, was used, was withdrawn or never was.
pub fn link_ended(visit: &Visit<'_>) -> Answer {
    let content = html! {
        p { (visit.say("account-link-ended-text")) }
        p { a.button href=(address(visit, "/login")) { (visit.say("account-login")) } }
    };
    page(visit, StatusCode::GONE, &Shell { title: "account-link-ended", ..Shell::default() }, &content)
}
