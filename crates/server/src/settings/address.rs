//! The addresses the server listens on: an IP address or the name of a host, and a port.

use std::net::{SocketAddr, ToSocketAddrs};

use serde::{Deserialize, Deserializer, de::Error};
use url::{Host, Url};

/// Reads `ADDRESS:PORT`. The name of a host is looked up; of several addresses the first of IPv4 is
/// taken, so that `localhost:8080` is what `127.0.0.1:8080` is.
///
/// # Errors
/// What is wrong and what is allowed, with an example.
pub fn read_address(text: &str) -> Result<SocketAddr, String> {
    if let Ok(address) = text.parse() {
        return Ok(address);
    }
    let refuse = |wrong: &str, example: &str| {
        Err(format!("{text:?} {wrong}: allowed is ADDRESS:PORT, such as {example} or localhost:8080"))
    };
    if let Ok(address) = text.trim_matches(['[', ']']).parse::<std::net::IpAddr>() {
        return refuse("has no port", &SocketAddr::new(address, 8080).to_string());
    }
    let Some((host, port)) = text.rsplit_once(':') else {
        return match text.parse::<u16>() {
            Ok(port) => refuse("has no address", &format!("127.0.0.1:{port}")),
            Err(_) => refuse("has no port", "127.0.0.1:8080"),
        };
    };
    let Ok(port) = port.parse::<u16>() else {
        return refuse("has no port from 0 to 65535", "127.0.0.1:8080");
    };
    if host.is_empty() {
        return refuse("has no address", &format!("127.0.0.1:{port}"));
    }
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '_');
    if !host.chars().all(is_name) {
        return refuse("is no address", &format!("127.0.0.1:{port}"));
    }
    match (host, port).to_socket_addrs() {
        Ok(found) => {
            let found: Vec<SocketAddr> = found.collect();
            let first = found.iter().find(|address| address.is_ipv4()).or(found.first());
            first.copied().map_or_else(|| refuse("names a host without an address", "127.0.0.1:8080"), Ok)
        }
        Err(_) => refuse("names a host that cannot be found", &format!("127.0.0.1:{port}")),
    }
}

/// Whether nobody on the way can read along: encrypted, or on the machine itself.
pub(super) fn is_protected(url: &Url) -> bool {
    let is_local = match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    };
    url.scheme() == "https" || (url.scheme() == "http" && is_local)
}

/// Reads an address on the web of the settings file.
pub(super) fn web_address<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Url>, D::Error> {
    let text = String::deserialize(deserializer)?;
    let url = Url::parse(&text).ok().filter(|url| matches!(url.scheme(), "https" | "http"));
    url.map(Some).ok_or_else(|| {
        D::Error::custom(format!(
            "{text:?} is not an address on the web: allowed is one such as \"https://www.example.org/\""
        ))
    })
}

/// Reads an address of the settings file.
pub(super) fn address<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<SocketAddr>, D::Error> {
    read_address(&String::deserialize(deserializer)?).map(Some).map_err(D::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_an_ip_address_or_a_host_with_a_port() {
        for (text, address) in [
            ("127.0.0.1:8080", "127.0.0.1:8080"),
            ("[::1]:80", "[::1]:80"),
            ("localhost:8080", "127.0.0.1:8080"),
            ("0.0.0.0:0", "0.0.0.0:0"),
        ] {
            assert_eq!(read_address(text).map(|address| address.to_string()).as_deref(), Ok(address), "{text}");
        }
    }

    #[test]
    fn what_is_no_address_is_told_with_an_example() {
        for (text, wrong, example) in [
            ("127.0.0.1", "has no port", "127.0.0.1:8080"),
            ("::1", "has no port", "[::1]:8080"),
            ("localhost", "has no port", "127.0.0.1:8080"),
            ("8080", "has no address", "127.0.0.1:8080"),
            (":9000", "has no address", "127.0.0.1:9000"),
            ("127.0.0.1:99999", "0 to 65535", "127.0.0.1:8080"),
            ("http://localhost:80", "is no address", "127.0.0.1:80"),
            ("", "has no port", "ADDRESS:PORT"),
        ] {
            let refusal = read_address(text).expect_err(text);
            assert!(refusal.contains(wrong) && refusal.contains(example), "{text}: {refusal}");
        }
    }
}
