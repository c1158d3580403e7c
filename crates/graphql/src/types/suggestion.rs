//! What somebody may mean who is still typing.

use async_graphql::registry::{MetaField, Registry};
use async_graphql_value::indexmap::IndexMap;
use directory::{Snapshot, Suggestion};

use super::{
    Handle,
    actor::{ActorView, AnyActor},
    district::DistrictView,
    node::NodeInterface,
    theme::ThemeView,
};
use crate::{
    exec::{
        Call, Interface, Output, Writer, Written, argument_entry, extends, field_entry, register_interface,
        write_object,
    },
    global_id::GlobalId,
};

/// The interface of what can be suggested.
pub(crate) struct SuggestionInterface;

impl Interface for SuggestionInterface {
    const NAME: &'static str = "Suggestion";
    const DESCRIPTION: &'static str = "What somebody may mean who is still typing: an actor, a theme or a district.";

    fn describe(registry: &mut Registry) -> IndexMap<String, MetaField> {
        let id = GlobalId::type_ref(registry);
        let text = <&str as Output>::type_ref(registry);
        let context = <Option<&str> as Output>::type_ref(registry);
        let tag = <Option<String> as async_graphql::InputType>::create_type_info(registry);
        let language = argument_entry(
            "language",
            "BCP-47 tag of the reader's language; German where there is no such text.",
            tag,
            None,
        );
        let fields = [
            field_entry("id", "The global id.", id, Vec::new()),
            field_entry("slug", "The readable name in addresses and filters.", text.clone(), Vec::new()),
            field_entry("label", "What people call it.", text, vec![language.clone()]),
            field_entry(
                "context",
                "What tells it from others of the same label, to be shown beside it: the kind and seat of an \
                 actor, the theme above, the level of a district and the district above. Null where there is \
                 nothing to say.",
                context,
                vec![language],
            ),
        ];
        fields.into_iter().map(|field| (field.name.clone(), field)).collect()
    }

    fn register_parents(registry: &mut Registry) {
        extends::<NodeInterface>(registry, Self::NAME);
    }
}

/// One suggestion.
#[derive(Clone, Copy, Debug)]
pub(crate) enum SuggestionView<'s> {
    /// An actor.
    Actor(ActorView<'s>),
    /// A theme.
    Theme(ThemeView<'s>),
    /// A district.
    District(DistrictView<'s>),
}

impl<'s> SuggestionView<'s> {
    /// The suggestion's handle.
    pub(crate) fn of(snapshot: &'s Snapshot, suggestion: Suggestion) -> Self {
        match suggestion {
            Suggestion::Actor(no) => Self::Actor(ActorView::of(snapshot, no)),
            Suggestion::Theme(no) => Self::Theme(ThemeView::of(snapshot, no)),
            Suggestion::District(no) => Self::District(DistrictView::of(snapshot, no)),
        }
    }
}

impl Output for SuggestionView<'_> {
    fn type_ref(registry: &mut Registry) -> String {
        AnyActor::type_ref(registry);
        ThemeView::type_ref(registry);
        DistrictView::type_ref(registry);
        register_interface::<SuggestionInterface>(registry)
    }

    fn write<'d>(self, call: &Call<'_, 'd>, out: &mut Writer<'d>) -> Written {
        match self {
            Self::Actor(actor) => write_object(&actor, call, out),
            Self::Theme(theme) => theme.write(call, out),
            Self::District(district) => district.write(call, out),
        }
    }
}
