//! Where pages of the network are.

use directory::ActorNo;

use crate::{Page, Visit};

/// The address of the network as an actor sees it.
pub(crate) fn address_of(visit: &Visit<'_>, no: ActorNo) -> String {
    let slug = visit.snapshot.actor(no).data().slug.as_str();
    format!("{}?{}", visit.path(&Page::Cooperation), query_of(&[("actor", Some(slug))]))
}

pub(super) fn query_of(pairs: &[(&str, Option<&str>)]) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(pairs.iter().filter_map(|(name, value)| Some((name, (*value)?))));
    query.finish()
}
