//! Who counts as one client: the address a request comes from, or, where a trusted proxy stands
//! between, the one the proxy tells.
//!
//! A header of a stranger counts for nothing. A proxy adds the address it sees at the end of the
//! list, so the list is read from its end as long as the addresses are those of trusted proxies.

use std::{
    net::{IpAddr, Ipv6Addr, SocketAddr},
    sync::Once,
};

use axum::{
    extract::ConnectInfo,
    http::{Extensions, HeaderMap},
};
use ipnet::IpNet;

use crate::settings::ClientHeader;

/// One client, as far as limits can tell: an IPv4 address, or the first half of an IPv6 address,
/// which is what one connection to the internet has.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Client(IpAddr);

/// Addresses of people do not go into logs.
impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Client(…)")
    }
}

impl Client {
    /// The client behind an address.
    pub fn new(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V6(address) if !address.is_loopback() => {
                let network = address.to_bits() & !u128::from(u64::MAX);
                Self(Ipv6Addr::from_bits(network).into())
            }
            address => Self(address),
        }
    }

    /// Whether this is the machine itself.
    pub fn is_local(self) -> bool {
        self.0.is_loopback()
    }
}

/// Which proxies are believed, and what they write.
#[derive(Clone, Debug, Default)]
pub struct Proxies {
    trusted: Vec<IpNet>,
    header: ClientHeader,
}

impl Proxies {
    /// Believes these networks.
    pub const fn new(trusted: Vec<IpNet>, header: ClientHeader) -> Self {
        Self { trusted, header }
    }

    /// Whom a request comes from; the machine itself where no connection is known.
    pub fn client(&self, extensions: &Extensions, headers: &HeaderMap) -> Client {
        let peer = extensions.get::<ConnectInfo<SocketAddr>>().map_or(IpAddr::from([127, 0, 0, 1]), |peer| peer.0.ip());
        if !self.trusts(peer) {
            warn_of_unnamed_proxy(peer, headers);
            return Client::new(peer);
        }
        let hops = match self.header {
            ClientHeader::XForwardedFor => forwarded_for(headers),
            ClientHeader::Forwarded => parse_forwarded(headers),
        };
        let mut nearest = peer;
        for hop in hops.into_iter().rev() {
            // What cannot be read cannot be looked behind.
            let Some(hop) = hop else { break };
            nearest = hop;
            if !self.trusts(hop) {
                break;
            }
        }
        Client::new(nearest)
    }

    /// The client that opens a connection from an address; none where it is a proxy, which opens them for others.
    pub fn connecting_client(&self, peer: IpAddr) -> Option<Client> {
        (!self.trusts(peer)).then(|| Client::new(peer))
    }

    fn trusts(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.trusted.iter().any(|network| network.contains(&address))
    }
}

/// Who speaks for others from this machine and is not named makes all of them one client: told once.
fn warn_of_unnamed_proxy(peer: IpAddr, headers: &HeaderMap) {
    static WARNING: Once = Once::new();
    if peer.is_loopback() && ["x-forwarded-for", "forwarded"].iter().any(|name| headers.contains_key(*name)) {
        WARNING.call_once(|| {
            tracing::warn!(
                "a proxy on this machine speaks for clients and is not believed, so all of them count as one: name it in [http] trusted_proxies, such as [\"127.0.0.1\", \"::1\"]"
            );
        });
    }
}

fn forwarded_for(headers: &HeaderMap) -> Vec<Option<IpAddr>> {
    let lines = headers.get_all("x-forwarded-for").iter();
    lines.flat_map(|line| line.to_str().unwrap_or("?").split(',')).map(address).collect()
}

/// `Forwarded: for=192.0.2.60;proto=https, for="[2001:db8::1]:4711"` (RFC 7239).
fn parse_forwarded(headers: &HeaderMap) -> Vec<Option<IpAddr>> {
    let lines = headers.get_all("forwarded").iter();
    lines
        .flat_map(|line| line.to_str().unwrap_or("?").split(','))
        .map(|hop| {
            let mut pairs = hop.split(';').filter_map(|pair| pair.split_once('='));
            let (_, value) = pairs.find(|(name, _)| name.trim().eq_ignore_ascii_case("for"))?;
            address(value.trim().trim_matches('"'))
        })
        .collect()
}

/// An address, perhaps with a port.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let bare = || text.strip_prefix('[')?.strip_suffix(']')?.parse().ok();
    text.parse().ok().or_else(bare).or_else(|| text.parse::<SocketAddr>().ok().map(|address| address.ip()))
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn client(trusted: &[&str], header: ClientHeader, peer: &str, lines: &[(&'static str, &str)]) -> String {
        let trusted = trusted.iter().map(|network| network.parse().expect("a network")).collect();
        let mut extensions = Extensions::new();
        extensions.insert(ConnectInfo(SocketAddr::new(peer.parse().expect("an address"), 1)));
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            headers.append(*name, HeaderValue::from_str(value).expect("a value"));
        }
        Proxies::new(trusted, header).client(&extensions, &headers).0.to_string()
    }

    #[test]
    fn a_header_counts_only_from_a_trusted_proxy() {
        let lines = [("x-forwarded-for", "198.51.100.7")];
        assert_eq!(client(&[], ClientHeader::XForwardedFor, "203.0.113.9", &lines), "203.0.113.9");
        assert_eq!(client(&["10.0.0.0/8"], ClientHeader::XForwardedFor, "203.0.113.9", &lines), "203.0.113.9");
        assert_eq!(client(&["10.0.0.0/8"], ClientHeader::XForwardedFor, "10.1.2.3", &lines), "198.51.100.7");
        assert_eq!(client(&["10.0.0.0/8"], ClientHeader::XForwardedFor, "::ffff:10.1.2.3", &lines), "198.51.100.7");
        assert_eq!(client(&["10.0.0.0/8"], ClientHeader::Forwarded, "10.1.2.3", &lines), "10.1.2.3");
    }

    #[test]
    fn what_a_client_claims_before_the_proxy_is_not_believed() {
        let trusted = ["10.0.0.0/8"];
        for (list, nearest) in [
            ("1.1.1.1, 198.51.100.7", "198.51.100.7"),
            ("1.1.1.1, 198.51.100.7, 10.9.9.9", "198.51.100.7"),
            ("1.1.1.1, nonsense, 10.9.9.9", "10.9.9.9"),
            ("nonsense", "10.1.2.3"),
            ("198.51.100.7:4711", "198.51.100.7"),
            ("10.0.0.1, 10.0.0.2", "10.0.0.1"),
        ] {
            let lines = [("x-forwarded-for", list)];
            assert_eq!(client(&trusted, ClientHeader::XForwardedFor, "10.1.2.3", &lines), nearest, "{list}");
        }
        let lines = [("x-forwarded-for", "1.1.1.1"), ("x-forwarded-for", "198.51.100.7")];
        assert_eq!(client(&trusted, ClientHeader::XForwardedFor, "10.1.2.3", &lines), "198.51.100.7");
    }

    #[test]
    fn the_standard_header_is_read_too() {
        let read = |list| client(&["10.0.0.0/8"], ClientHeader::Forwarded, "10.1.2.3", &[("forwarded", list)]);
        assert_eq!(read("for=1.1.1.1;proto=http, proto=https;For=198.51.100.7;by=10.0.0.1"), "198.51.100.7");
        assert_eq!(read("for=\"[2001:db8:1:2:3:4:5:6]:4711\""), "2001:db8:1:2::");
        assert_eq!(read("for=198.51.100.7, for=unknown"), "10.1.2.3");
    }
}
