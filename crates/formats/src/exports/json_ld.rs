//! Actors as a schema.org `ItemList` in JSON-LD, each as on its own page.

use directory::{ActorNo, Snapshot};
use serde_json::{Value, json};

use super::write;
use crate::schema_org;

pub(super) fn begin(count: usize, to: &mut Vec<u8>) {
    let head = format!(
        "{{\"@context\":\"https://schema.org\",\"@type\":\"ItemList\",\"numberOfItems\":{count},\"itemListElement\":["
    );
    to.extend_from_slice(head.as_bytes());
}

pub(super) fn item(snapshot: &Snapshot, at: usize, no: ActorNo, page_of: &dyn Fn(ActorNo) -> String, to: &mut Vec<u8>) {
    let mut item = schema_org::actor(snapshot, no, page_of);
    if let Value::Object(members) = &mut item {
        // The list's own holds for everything in it.
        members.remove("@context");
    }
    write(&json!({ "@type": "ListItem", "position": at + 1, "item": item }), to);
}
