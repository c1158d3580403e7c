//! What no message repeats: user name and password in an address that somebody gave.

use std::borrow::Cow;

/// What stands in their place.
const HIDDEN: char = '…';

/// A text without what stands as user name and password in its addresses: `https://…@example.org`. Where it was cut
/// before the host, all of it goes.
pub fn without_credentials(text: &str) -> Cow<'_, str> {
    if !text.contains("//") {
        return Cow::Borrowed(text);
    }
    let (mut shown, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find("//") {
        let (before, behind) = rest.split_at(at + 2);
        shown.push_str(before);
        let word = &behind[..behind.find(char::is_whitespace).unwrap_or(behind.len())];
        let authority = &word[..word.find(['/', '?', '#', '\\', '"']).unwrap_or(word.len())];
        let end = match authority.rfind('@') {
            Some(at) => at,
            // A password may hold any sign.
            None if is_login(authority) => word.rfind('@').unwrap_or(word.len()),
            None => 0,
        };
        if end > 0 {
            shown.push(HIDDEN);
        }
        let host = authority.len().max(end);
        shown.push_str(&behind[end..host]);
        rest = &behind[host..];
    }
    shown.push_str(rest);
    Cow::Owned(shown)
}

/// A value that ought to be an address, without what stands as user name and password in it, with a scheme or without.
pub fn address_without_credentials(address: &str) -> Cow<'_, str> {
    let is_bare = !address.contains("//") && !address.starts_with("mailto:");
    match address.rfind('@') {
        Some(at) if is_bare && address[..at].contains(':') => Cow::Owned(format!("{HIDDEN}{}", &address[at..])),
        _ => without_credentials(address),
    }
}

/// Whether what stands before a path is no host with a port.
fn is_login(authority: &str) -> bool {
    let port = authority.split_once(':').filter(|_| !authority.starts_with('[')).map(|(_, port)| port);
    port.is_some_and(|port| !port.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn user_and_password_are_hidden_wherever_an_address_stands() {
        for (given, shown) in [
            ("https://ada:geheim@example.org/x", "https://…@example.org/x"),
            ("\"ftp://ada:geheim@example.org\"", "\"ftp://…@example.org\""),
            (
                "siehe https://geheim@example.org und //ada:ge/he?im@b.example",
                "siehe https://…@example.org und //…@b.example",
            ),
            ("https://ada:gehei", "https://…"),
            ("https://ada:ge@heim@example.org", "https://…@example.org"),
        ] {
            assert_eq!(without_credentials(given), shown);
        }
        for same in [
            "https://example.org:8080/@ada",
            "https://[::1]:80/",
            "https://social.example/@verein?x=a@b.example",
            "info@verein.example",
            "E-Mail:info@verein.example",
            "//",
            "",
        ] {
            assert_eq!(without_credentials(same), same);
        }
        assert_eq!(address_without_credentials("ada:geheim@example.org/x"), "…@example.org/x");
        assert_eq!(address_without_credentials("mailto:ada@example.org"), "mailto:ada@example.org");
        assert_eq!(address_without_credentials("https://ada:geheim@example.org"), "https://…@example.org");
    }
}
