//! Web addresses, e-mail addresses and telephone numbers that are at least well-formed.

mod dialling;
mod mail_host;
mod slips;

use std::{borrow::Cow, fmt, str::FromStr};

use messages::{Message, address_without_credentials};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

use crate::text::{is_unseen, latin_digits};

/// Why a contact value was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotContactData {
    /// Not an address of the web.
    WebAddress(String),
    /// Not an address of the web, but nearly one.
    NearlyWebAddress {
        /// What was given.
        given: String,
        /// What it would be without its slip.
        meant: String,
    },
    /// Not an e-mail address.
    EmailAddress(String),
    /// Not an e-mail address, but one with something around or in it.
    NearlyEmailAddress {
        /// What was given.
        given: String,
        /// What it would be without that.
        meant: String,
    },
    /// Not a telephone number.
    PhoneNumber(String),
}

impl NotContactData {
    /// What was given and what is allowed.
    pub fn message(&self) -> Message {
        match self {
            Self::WebAddress(given) => {
                Message::new("value-web-address").quote("given", &address_without_credentials(given))
            }
            Self::NearlyWebAddress { given, meant } => Message::new("value-web-address-meant")
                .quote("given", &address_without_credentials(given))
                .quote("meant", &address_without_credentials(meant)),
            Self::EmailAddress(given) => Message::new("value-email-address").quote("given", given),
            Self::NearlyEmailAddress { given, meant } => {
                Message::new("value-email-address-meant").quote("given", given).quote("meant", meant)
            }
            Self::PhoneNumber(given) => Message::new("value-phone-number").quote("given", given),
        }
    }
}

messages::error_by_message!(NotContactData);

fn shorten(text: &str) -> String {
    address_without_credentials(text).chars().take(80).collect()
}

macro_rules! checked_text {
    ($($(#[$doc:meta])* $name:ident $format:literal $read:ident $stored:ident;)+) => {$(
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
                $read(text.trim()).map(|read| Self(read.into()))
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse().or_else(|error| $stored(&text).map(|text| Self(text.into())).ok_or(error)).map_err(serde::de::Error::custom)
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
    /// An `http` or `https` address; one without its scheme gets `https`.
    WebAddress "uri" read_web_address keep_web_address;
    /// An e-mail address of the everyday form (RFC 5322 without comments, quotes and address literals), its host in small
    /// letters and as people read it (`müller.example`, not `xn--…`).
    EmailAddress "email" read_email_address keep_nothing;
    /// A telephone number as people write it, but for signs that nobody sees and dashes and spaces of other widths.
    PhoneNumber "phone" read_phone_number keep_phone_number;
}

impl WebAddress {
    /// What the address would be without its slip; entries of earlier versions may have one, new ones may not.
    pub fn repair(&self) -> Option<String> {
        slips::repair_web_address(self.as_str())
    }

    /// What a text would be as an address without its slip; `None` where it has none that is known.
    pub fn repair_text(text: &str) -> Option<String> {
        slips::repair_web_address(text.trim())
    }
}

impl EmailAddress {
    /// An address as mail is sent to it: its host in ASCII (`xn--…`, RFC 5891), which every mail server takes.
    pub fn with_ascii_host(address: &str) -> Cow<'_, str> {
        mail_host::with_ascii_host(address)
    }
}

impl PhoneNumber {
    /// The number as a link (RFC 3966): in the form of E.164 where it is one that a telephone anywhere can dial, else as
    /// it is dialled here.
    pub fn link(&self) -> String {
        dialling::link(self.as_str())
    }
}

fn read_web_address(text: &str) -> Result<Cow<'_, str>, NotContactData> {
    let shown: Cow<'_, str> = if text.contains(is_unseen) { text.replace(is_unseen, "").into() } else { text.into() };
    if let Some(meant) = slips::repair_web_address(&shown) {
        let (given, meant) = (shorten(text), shorten(&meant));
        return Err(NotContactData::NearlyWebAddress { given, meant });
    }
    let whole = if lacks_scheme(&shown) { Cow::Owned(format!("https://{shown}")) } else { shown };
    if is_web_address(&whole) { Ok(with_small_host(whole)) } else { Err(NotContactData::WebAddress(shorten(text))) }
}

/// An address whose scheme and host are in small letters, in which they mean the same.
fn with_small_host(address: Cow<'_, str>) -> Cow<'_, str> {
    let start = address.find("://").map_or(0, |at| at + 3);
    let end = address[start..].find(['/', '?', '#']).map_or(address.len(), |at| start + at);
    if address[..end].chars().any(char::is_uppercase) {
        format!("{}{}", address[..end].to_lowercase(), &address[end..]).into()
    } else {
        address
    }
}

/// An address that was taken before slips were noticed: it is read, and refused by the rules once its entry changes.
fn keep_web_address(text: &str) -> Option<&str> {
    is_web_address(text.trim()).then_some(text.trim())
}

const fn keep_nothing(_: &str) -> Option<&str> {
    None
}

fn is_web_address(text: &str) -> bool {
    text.len() <= 2000
        && !text.contains(char::is_whitespace)
        && url::Url::parse(text).is_ok_and(|url| {
            matches!(url.scheme(), "http" | "https")
                && url.host_str().is_some_and(|host| !host.is_empty())
                && url.username().is_empty()
                && url.password().is_none()
        })
}

/// Whether a text is an address but for its scheme: it begins with a host of several names, the last of letters.
fn lacks_scheme(text: &str) -> bool {
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host
        .rsplit_once(':')
        .filter(|(_, port)| port.bytes().all(|byte| byte.is_ascii_digit()))
        .map_or(host, |(host, _)| host);
    let names: Vec<&str> = host.split('.').collect();
    let is_name = |name: &&str| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '-');
    names.len() > 1
        && names.iter().all(is_name)
        && names.last().is_some_and(|last| last.chars().count() > 1 && last.chars().all(char::is_alphabetic))
}

fn read_email_address(text: &str) -> Result<Cow<'_, str>, NotContactData> {
    let composed: Cow<'_, str> = if text.is_ascii() { text.into() } else { text.nfc().collect::<String>().into() };
    if let Some(meant) = slips::repair_email_address(&composed).filter(|meant| is_email_address(meant)) {
        return Err(NotContactData::NearlyEmailAddress { given: shorten(text), meant: shorten(&meant) });
    }
    if is_email_address(&composed) {
        Ok(mail_host::with_plain_host(&composed).into_owned().into())
    } else {
        Err(NotContactData::EmailAddress(shorten(text)))
    }
}

fn is_email_address(text: &str) -> bool {
    let options = email_address::Options::default().without_display_text().without_domain_literal().with_required_tld();
    !text.contains('"') && email_address::EmailAddress::parse_with_options(text, options).is_ok()
}

/// As pages and word processors print numbers, so they are written: what nobody sees goes, dashes and spaces are those of
/// keyboards.
fn read_phone_number(text: &str) -> Result<Cow<'_, str>, NotContactData> {
    let is_plain = text.is_ascii();
    let plain = || -> String {
        let digits = latin_digits(text);
        let seen = digits.chars().filter(|c| !is_unseen(*c));
        seen.map(|c| match c {
            '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => ' ',
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            '\u{ff0b}' => '+',
            c => c,
        })
        .collect()
    };
    let number: Cow<'_, str> = if is_plain { text.into() } else { plain().trim().to_owned().into() };
    let is_whole = is_phone_number(&number) && !dialling::is_cut_short(&number);
    if is_whole { Ok(number) } else { Err(NotContactData::PhoneNumber(shorten(text))) }
}

/// A number that was taken before short ones were noticed.
fn keep_phone_number(text: &str) -> Option<&str> {
    is_phone_number(text.trim()).then_some(text.trim())
}

fn is_phone_number(text: &str) -> bool {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let rest = text.strip_prefix("(+").or_else(|| text.strip_prefix('+')).unwrap_or(text);
    ((5..=15).contains(&digits.len()) || dialling::is_short(&digits))
        && text.len() <= 40
        && rest.chars().all(|c| c.is_ascii_digit() || " ()/-.".contains(c))
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
        for short in ["02323", "02323 12", "(0 23 23) 12", "+49 2323", "0049 2323 12", "+49 (0)2323 1"] {
            assert!(short.parse::<PhoneNumber>().is_err(), "{short}");
        }
        for whole in ["02323 16-0", "030 1234", "12345", "115", "116 117", "0800 111", "+90 212 1", "089 1234"] {
            assert!(whole.parse::<PhoneNumber>().is_ok(), "{whole}");
        }
        let stored: PhoneNumber = serde_json::from_str("\"02323 12\"").expect("what is stored is read");
        assert_eq!(stored.as_str(), "02323 12");
    }

    #[test]
    fn mail_addresses_with_something_around_them_are_told_with_their_repair() {
        for text in [
            "Info @ verein.example",
            "Info(at)verein.example",
            "Info [at] verein [dot] example",
            "mailto:Info@verein.example",
            "Verein <Info@verein.example>",
            "Info@verein,example",
            "\u{131}nfo@verein.example",
        ] {
            let told = text.parse::<EmailAddress>().expect_err(text).to_string().to_lowercase();
            assert!(told.contains("probably meant is \"info@verein.example\""), "{told}");
        }
        for text in ["info@verein.example", "İnfo@verein.example", "a@b@verein.example", "<>", "at"] {
            let read = text.parse::<EmailAddress>().map_err(|error| error.to_string());
            assert!(!read.is_err_and(|told| told.contains("probably")), "{text}");
        }
    }

    #[test]
    fn web_addresses_get_their_scheme_and_slips_are_told_with_their_repair() {
        let read = |text: &str| text.parse::<WebAddress>().map(|address| address.to_string());
        for (text, address) in [
            ("www.example.org", "https://www.example.org"),
            ("example.org/verein?x=1", "https://example.org/verein?x=1"),
            ("www.müller-verein.example", "https://www.müller-verein.example"),
            ("example.org:8080/x", "https://example.org:8080/x"),
            ("http://example.org", "http://example.org"),
            ("https://xn--mller-kva.example", "https://xn--mller-kva.example"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(address));
        }
        for (text, meant) in [
            ("https:example.org", "https://example.org"),
            ("http:/example.org", "http://example.org"),
            ("http://http://example.org", "http://example.org"),
            ("https://http//example.org", "https://example.org"),
            ("htp://example.org", "http://example.org"),
            ("http:\\\\www.example.org", "http://www.example.org"),
            ("www.example.org\\kurse", "https://www.example.org/kurse"),
            ("hhtps://example.org/x", "https://example.org/x"),
            ("ttp:/example.org", "http://example.org"),
            ("http//example.org", "http://example.org"),
            ("http://example .org", "http://example.org"),
            ("www. example.org/start", "https://www.example.org/start"),
            ("https;//www.müller.example", "https://www.müller.example"),
            ("www,example.org", "https://www.example.org"),
            ("www.example,org/x,y", "https://www.example.org/x,y"),
            ("http://www,example,org", "http://www.example.org"),
        ] {
            let told = read(text).expect_err("refused").to_string();
            assert!(told.contains(&format!("probably meant is {meant:?}")), "{told}");
        }
        for text in [
            "javascript:alert(1)",
            "ftp://example.org",
            "example",
            "1.2",
            "mailto:a@example.org",
            "a b.example.org",
            "//example.org",
        ] {
            assert!(read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn hosts_of_mail_are_written_one_way_and_what_stands_before_them_is_left_alone() {
        let read = |text: &str| text.parse::<EmailAddress>().map(|address| address.to_string());
        for (text, address) in [
            ("Info@Verein.EXAMPLE", "Info@verein.example"),
            ("info@MÜLLER.de", "info@müller.de"),
            ("info@xn--mller-kva.de", "info@müller.de"),
            ("i.n-fo+x@mu\u{308}ller.de", "i.n-fo+x@müller.de"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(address));
        }
        assert_eq!(EmailAddress::with_ascii_host("info@müller.de"), "info@xn--mller-kva.de");
        assert_eq!(EmailAddress::with_ascii_host("Info@verein.example"), "Info@verein.example");
    }

    #[test]
    fn numbers_as_web_pages_and_word_processors_print_them_are_read() {
        for (text, number) in [
            ("02323\u{a0}12345", "02323 12345"),
            ("02323.123456", "02323.123456"),
            ("02323 \u{2013} 12345", "02323 - 12345"),
            ("\u{202a}+49 2323 12345\u{202c}", "+49 2323 12345"),
            ("12345/-46", "12345/-46"),
            ("115", "115"),
        ] {
            assert_eq!(text.parse::<PhoneNumber>().map(|number| number.to_string()).as_deref(), Ok(number));
        }
        for text in ["12", "999", "1234567890123456", "0 23 23 x"] {
            assert!(text.parse::<PhoneNumber>().is_err(), "{text}");
        }
    }

    #[test]
    fn scheme_and_host_are_small_and_the_rest_is_as_written() {
        for (given, kept) in [
            ("HTTPS://WWW.Verein.Example/Über-Uns?A=B", "https://www.verein.example/Über-Uns?A=B"),
            ("Verein.Example", "https://verein.example"),
            ("https://verein.example/A", "https://verein.example/A"),
            ("https://Äpfel.example#Oben", "https://äpfel.example#Oben"),
        ] {
            assert_eq!(given.parse::<WebAddress>().expect("an address").as_str(), kept);
        }
    }

    #[test]
    fn numbers_are_linked_so_that_every_telephone_can_dial_them() {
        for (written, link) in [
            ("+49 (0)2323 12345", "tel:+49232312345"),
            ("02323 12345", "tel:+49232312345"),
            ("(02323) 12345-0", "tel:+492323123450"),
            ("0049 2323 12345", "tel:+49232312345"),
            ("0151 / 12345678", "tel:+4915112345678"),
            ("+90 (0)212 345 67 89", "tel:+902123456789"),
            ("+39 06 1234 5678", "tel:+390612345678"),
            ("12345/-46", "tel:12345"),
            ("+49 02323 12345", "tel:+49232312345"),
            ("(+49) 2323 12345", "tel:+49232312345"),
            ("02323 12345/-46", "tel:+49232312345"),
            ("02323 999140/41", "tel:+492323999140"),
            ("02323/999140/41/42", "tel:+492323999140"),
            ("+49 2323 999140 / 41", "tel:+492323999140"),
            ("999140/41", "tel:999140"),
            ("02323/4711", "tel:+4923234711"),
            ("02323/115", "tel:+492323115"),
            ("+49 2323/123", "tel:+492323123"),
            ("0049 2323/123", "tel:+492323123"),
            ("02323 77000-12", "tel:+4923237700012"),
            ("115", "tel:115"),
            ("110", "tel:110"),
            ("2323 123456", "tel:+492323123456"),
            ("49 2323 123456", "tel:+492323123456"),
            ("12345678", "tel:12345678"),
        ] {
            let number: PhoneNumber = written.parse().expect("a number");
            assert_eq!(number.link(), link, "{written}");
        }
    }

    #[test]
    fn contact_data_does_not_show_itself_in_debug_output() {
        let phone: PhoneNumber = "02323 123456".parse().expect("phone");
        assert_eq!(format!("{phone:?}"), "PhoneNumber(…)");
    }
}
