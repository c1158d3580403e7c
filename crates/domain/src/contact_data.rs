//! Web addresses, e-mail addresses and telephone numbers that are at least well-formed.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a contact value was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NotContactData {
    /// Not an address of the web.
    #[error("{0:?} is not a web address: allowed are full http:// or https:// addresses without user name or password")]
    WebAddress(String),
    /// Not an e-mail address.
    #[error("{0:?} is not an e-mail address: allowed is the form name@example.org")]
    EmailAddress(String),
    /// Not a telephone number.
    #[error("{0:?} is not a telephone number: allowed are 5 to 15 digits, a leading +, spaces and ( ) / -")]
    PhoneNumber(String),
}

fn shortened(text: &str) -> String {
    text.chars().take(80).collect()
}

macro_rules! checked_text {
    ($($(#[$doc:meta])* $name:ident $variant:ident $format:literal $is:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(Box<str>);

        impl $name {
            /// The value as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = NotContactData;

            fn from_str(text: &str) -> Result<Self, NotContactData> {
                let text = text.trim();
                if $is(text) { Ok(Self(text.into())) } else { Err(NotContactData::$variant(shortened(text))) }
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "format": $format })
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        /// Shows the type only: contact data stays out of logs.
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )+};
}

checked_text! {
    /// An `http` or `https` address.
    WebAddress WebAddress "uri" is_web_address;
    /// An e-mail address of the everyday form (RFC 5322 without comments, quotes and address literals).
    EmailAddress EmailAddress "email" is_email_address;
    /// A telephone number as people write it.
    PhoneNumber PhoneNumber "phone" is_phone_number;
}

fn is_web_address(text: &str) -> bool {
    text.len() <= 2000
        && url::Url::parse(text).is_ok_and(|url| {
            matches!(url.scheme(), "http" | "https")
                && url.host_str().is_some_and(|host| !host.is_empty())
                && url.username().is_empty()
                && url.password().is_none()
        })
}

fn is_email_address(text: &str) -> bool {
    let options = email_address::Options::default().without_display_text().without_domain_literal().with_required_tld();
    !text.contains('"') && email_address::EmailAddress::parse_with_options(text, options).is_ok()
}

fn is_phone_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let rest = text.strip_prefix('+').unwrap_or(text);
    (5..=15).contains(&digits) && text.len() <= 40 && rest.chars().all(|c| c.is_ascii_digit() || " ()/-".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contact_data_is_checked_for_its_form() {
        assert!("https://example.org/verein".parse::<WebAddress>().is_ok());
        assert!("ftp://example.org".parse::<WebAddress>().is_err());
        assert!("https://user:secret@example.org".parse::<WebAddress>().is_err());
        assert!("javascript:alert(1)".parse::<WebAddress>().is_err());
        assert!("info@example.org".parse::<EmailAddress>().is_ok());
        assert!("info@example".parse::<EmailAddress>().is_err());
        assert!("+49 2323 12345-0".parse::<PhoneNumber>().is_ok());
        assert!("ruf an".parse::<PhoneNumber>().is_err());
    }

    #[test]
    fn contact_data_does_not_show_itself_in_debug_output() {
        let phone: PhoneNumber = "02323 123456".parse().expect("phone");
        assert_eq!(format!("{phone:?}"), "PhoneNumber(…)");
    }
}
