//! The interfaces that types of several files belong to.

use crate::{
    exec::{Interface, Output},
    global_id::GlobalId,
    schema::type_registry::{ArgumentEntry, FieldEntry, TypeRegistry},
};

/// The interface of Relay's object identification.
pub(crate) struct NodeInterface;

impl Interface for NodeInterface {
    const NAME: &'static str = "Node";
    const DESCRIPTION: &'static str = "Something with a global id, by which `node` finds it again.";

    fn describe(registry: &mut TypeRegistry<'_>) -> Vec<FieldEntry> {
        let id = GlobalId::type_ref(registry);
        vec![FieldEntry::new("id", "The global id: opaque, the same for as long as the thing exists.", id)]
    }
}

/// The interface of what can be suggested.
pub(crate) struct SuggestionInterface;

impl Interface for SuggestionInterface {
    const NAME: &'static str = "Suggestion";
    const DESCRIPTION: &'static str = "What somebody may mean who is still typing: an actor, a theme, a district, a \
         language, an offer, an event, or a whole question.";

    fn describe(registry: &mut TypeRegistry<'_>) -> Vec<FieldEntry> {
        let id = GlobalId::type_ref(registry);
        let text = <&str as Output>::type_ref(registry);
        let context = <Option<&str> as Output>::type_ref(registry);
        let language = ArgumentEntry {
            name: "language",
            description: "BCP-47 tag of the reader's language; German where there is no such text.".to_owned(),
            type_ref: registry.add_input::<Option<String>>(),
            default: None,
        };
        vec![
            FieldEntry::new("id", "Tells it from all others; the global id of what is a `Node`.", id),
            FieldEntry::new(
                "slug",
                "The readable name in addresses and filters; an offer or event bears that of who gives it, a language \
                 its tag, a question its text.",
                text.clone(),
            ),
            FieldEntry { arguments: vec![language.clone()], ..FieldEntry::new("label", "What people call it.", text) },
            FieldEntry {
                arguments: vec![language],
                ..FieldEntry::new(
                    "context",
                    "What tells it from others of the same label, to be shown beside it: the kind and seat of an \
                     actor, the theme above, the level of a district and the district above, who gives an offer or \
                     event. Null where there is nothing to say.",
                    context,
                )
            },
        ]
    }
}
