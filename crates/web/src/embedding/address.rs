//! Where it is told how links become frames.

use url::form_urlencoded;

use crate::Visit;

/// Where it is told how a link of this service becomes a frame.
pub(crate) fn oembed_address(visit: &Visit<'_>, link: &str) -> String {
    let link: String = form_urlencoded::byte_serialize(link.as_bytes()).collect();
    format!("{}/oembed?format=json&url={link}", visit.origin)
}
