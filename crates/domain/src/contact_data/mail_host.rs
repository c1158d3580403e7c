//! The host of a mail address, which is the same however it is written (RFC 5890, RFC 5891): small letters, letters beyond
//! ASCII as people read them.

use std::borrow::Cow;

/// An address whose host is written in the one way.
pub(super) fn with_plain_host(address: &str) -> Cow<'_, str> {
    let Some((local, host)) = address.rsplit_once('@') else { return address.into() };
    let plain = plain_host(host);
    if plain == host { address.into() } else { format!("{local}@{plain}").into() }
}

/// An address whose host every mail server takes, also one that knows no letters beyond ASCII.
pub(super) fn with_ascii_host(address: &str) -> Cow<'_, str> {
    match address.rsplit_once('@') {
        Some((local, host)) if !host.is_ascii() => match idna::domain_to_ascii(host) {
            Ok(ascii) => format!("{local}@{ascii}").into(),
            Err(_) => address.into(),
        },
        _ => address.into(),
    }
}

fn plain_host(host: &str) -> String {
    let Ok(ascii) = idna::domain_to_ascii(host) else { return host.to_lowercase() };
    match idna::domain_to_unicode(&ascii) {
        (shown, Ok(())) => shown,
        _ => ascii,
    }
}
