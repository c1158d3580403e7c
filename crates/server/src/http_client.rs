//! Requests that this service makes of others: sign-in services and websites. Each is bounded in time
//! and in what is read of the answer, follows no redirect by itself, and brings no cookie along.
//!
//! Addresses that strangers have written down are asked with [`AddressPolicy::Public`] only: otherwise whoever
//! may write a website into an entry could let this machine ask its own neighbours.

use std::{
    future::Future,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use axum::http::{HeaderValue, Request, Response, Uri, header};
use bytes::{Bytes, BytesMut};
use http_body_util::{BodyExt, Full};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::{
    client::legacy::{
        Client, Error as ClientError,
        connect::{HttpConnector, dns::Name},
    },
    rt::TokioExecutor,
};
use thiserror::Error;
use tower::Service;

/// Why there is no answer.
#[derive(Debug, Error)]
pub enum HttpClientError {
    /// The certificates of the system cannot be had.
    #[error("the certificates that this system trusts cannot be read")]
    Certificates(#[source] std::io::Error),
    /// The address leads to where nobody but this machine and its neighbours may.
    #[error("the address is not a public one")]
    NotPublic,
    /// It took too long.
    #[error("there was no answer within {} s", .0.as_secs())]
    TimedOut(Duration),
    /// Nobody answered.
    #[error("the other side cannot be reached")]
    Unreachable(#[source] ClientError),
    /// The answer broke off.
    #[error("the answer broke off")]
    BrokeOff(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The answer is longer than it may be.
    #[error("the answer is longer than the {0} bytes allowed")]
    TooLong(usize),
}

/// Whom requests may reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressPolicy {
    /// Everybody: for addresses that the operator has set.
    Everywhere,
    /// Public addresses only: for addresses that others have written down.
    Public,
}

/// What an answer may cost.
#[derive(Clone, Copy, Debug)]
pub struct ResponseLimits {
    /// The time from the first step to the last byte.
    pub time: Duration,
    /// The bytes of the body.
    pub bytes: usize,
    /// Whether a longer body is cut off rather than refused.
    pub cuts_off: bool,
}

/// Makes requests. Cheap to clone.
#[derive(Clone, Debug)]
pub struct HttpClient {
    client: Client<HttpsConnector<HttpConnector<Lookup>>, Full<Bytes>>,
    reach: AddressPolicy,
    agent: HeaderValue,
}

impl HttpClient {
    /// Makes requests under a name.
    ///
    /// # Errors
    /// [`HttpClientError::Certificates`].
    pub fn new(reach: AddressPolicy, agent: HeaderValue) -> Result<Self, HttpClientError> {
        let mut plain = HttpConnector::new_with_resolver(Lookup(reach));
        plain.enforce_http(false);
        let connector = HttpsConnectorBuilder::new()
            .with_native_roots()
            .map_err(HttpClientError::Certificates)?
            .https_or_http()
            .enable_http1()
            .wrap_connector(plain);
        // Connections are not kept: hardly anybody is asked twice in a row.
        let client = Client::builder(TokioExecutor::new()).pool_max_idle_per_host(0).build(connector);
        Ok(Self { client, reach, agent })
    }

    /// Makes one request.
    ///
    /// # Errors
    /// [`HttpClientError`] with why there is no answer; any status is one.
    pub async fn send(
        &self,
        request: Request<Bytes>,
        bounds: ResponseLimits,
    ) -> Result<Response<Bytes>, HttpClientError> {
        // Numbers need no lookup, so they never come by it.
        if self.reach == AddressPolicy::Public && number_in(request.uri()).is_some_and(|number| !is_public(number)) {
            return Err(HttpClientError::NotPublic);
        }
        let mut request = request.map(Full::new);
        request.headers_mut().insert(header::USER_AGENT, self.agent.clone());
        let answer = async {
            let response = self.client.request(request).await.map_err(|error| match refused_by_lookup(&error) {
                true => HttpClientError::NotPublic,
                false => HttpClientError::Unreachable(error),
            })?;
            let (head, mut body) = response.into_parts();
            let mut read = BytesMut::new();
            while let Some(frame) = body.frame().await {
                let frame = frame.map_err(|error| HttpClientError::BrokeOff(error.into()))?;
                let Some(data) = frame.data_ref() else { continue };
                let room = bounds.bytes - read.len();
                if data.len() > room && !bounds.cuts_off {
                    return Err(HttpClientError::TooLong(bounds.bytes));
                }
                read.extend_from_slice(&data[..data.len().min(room)]);
                if data.len() > room {
                    break;
                }
            }
            Ok(Response::from_parts(head, read.freeze()))
        };
        tokio::time::timeout(bounds.time, answer).await.map_err(|_| HttpClientError::TimedOut(bounds.time))?
    }
}

/// The address of a URI that is one in numbers.
fn number_in(uri: &Uri) -> Option<IpAddr> {
    uri.host()?.trim_matches(['[', ']']).parse().ok()
}

/// Looks names up, and tells of addresses only as far as they may be reached: the connection goes to
/// what was checked, whatever the name leads to a moment later.
#[derive(Clone, Copy, Debug)]
struct Lookup(AddressPolicy);

/// A name leads to no public address.
#[derive(Clone, Copy, Debug, Error)]
#[error("the name leads to no public address")]
struct NoPublicAddress;

impl Service<Name> for Lookup {
    type Response = std::vec::IntoIter<SocketAddr>;
    type Error = Box<dyn std::error::Error + Send + Sync>;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Self::Error>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, name: Name) -> Self::Future {
        let reach = self.0;
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let found: Vec<SocketAddr> =
                found.filter(|address| reach == AddressPolicy::Everywhere || is_public(address.ip())).collect();
            if found.is_empty() { Err(NoPublicAddress.into()) } else { Ok(found.into_iter()) }
        })
    }
}

fn refused_by_lookup(error: &ClientError) -> bool {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(error) = cause {
        if error.is::<NoPublicAddress>() {
            return true;
        }
        cause = error.source();
    }
    false
}

/// Whether an address is one of the public internet: none of the special purposes of RFC 6890 and the
/// registries that follow it. What leads through to an IPv4 address is judged as that.
fn is_public(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    !(a == 0
        || address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 192 && b == 88 && c == 99)
        || (a == 198 && (18..20).contains(&b))
        // Multicast, reserved and broadcast.
        || a >= 224)
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let segments = address.segments();
    let [first, second, ..] = segments;
    if first == 0x2002 {
        // 6to4 (RFC 3056) carries the IPv4 address after the prefix.
        let [a, b] = second.to_be_bytes();
        let [c, d] = segments[2].to_be_bytes();
        return is_public_v4(Ipv4Addr::new(a, b, c, d));
    }
    if first == 0x64 && second == 0xff9b {
        // NAT64 (RFC 6052) carries it at the end; the local-use prefix is nobody's business (RFC 8215).
        let [a, b] = segments[6].to_be_bytes();
        let [c, d] = segments[7].to_be_bytes();
        return segments[2..6] == [0; 4] && is_public_v4(Ipv4Addr::new(a, b, c, d));
    }
    // Global unicast is 2000::/3; of it, 2001::/23 is for protocols and 2001:db8::/32, 3fff::/20 are for
    // documentation.
    first & 0xe000 == 0x2000
        && !(first == 0x2001 && second < 0x200)
        && !(first == 0x2001 && second == 0xdb8)
        && !(first == 0x3fff && second < 0x1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_public_internet_are_public() {
        for address in
            ["93.184.216.34", "8.8.8.8", "192.0.1.1", "2606:4700::1111", "2002:5db8:d822::1", "64:ff9b::808:808"]
        {
            assert!(is_public(address.parse().expect("an address")), "{address}");
        }
        for address in [
            "127.0.0.1",
            "127.8.9.1",
            "10.0.0.1",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "0.1.2.3",
            "192.0.0.8",
            "198.18.0.1",
            "198.51.100.7",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::7f00:1",
            "fc00::1",
            "fd12::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "2001:db8::1",
            "2001::1",
            "2002:7f00:1::",
            "2002:0a00:1::1",
            "64:ff9b::7f00:1",
            "64:ff9b:1::7f00:1",
            "3fff::1",
        ] {
            assert!(!is_public(address.parse().expect("an address")), "{address}");
        }
    }

    #[tokio::test]
    async fn a_private_address_is_refused_in_numbers_and_by_name() {
        let outgoing = HttpClient::new(AddressPolicy::Public, HeaderValue::from_static("test")).expect("certificates");
        let bounds = ResponseLimits { time: Duration::from_secs(5), bytes: 10, cuts_off: true };
        for uri in ["http://127.0.0.1:9/", "http://[::1]:9/", "http://localhost:9/", "http://[::ffff:127.0.0.1]:9/"] {
            let request = Request::get(uri).body(Bytes::new()).expect("a request");
            let refusal = outgoing.send(request, bounds).await.expect_err(uri);
            assert!(matches!(refusal, HttpClientError::NotPublic), "{uri}: {refusal:?}");
        }
    }
}
