//! Everything that has a global id.

use directory::Snapshot;
use domain::{
    ActorId, DistrictId, EventId, LinkId, OfferId, ProjectId, ThemeId,
    record::{EntityKind, EntityRef},
};

use super::{
    Handle, actor::ActorView, cooperation::LinkView, district::DistrictView, event::EventView,
    interfaces::NodeInterface, offer::OfferView, project::ProjectView, theme::ThemeView,
};
use crate::{
    exec::{Call, Output, ResponseWriter, WriteResult, register_interface, write_object},
    schema::type_registry::TypeRegistry,
};

/// Anything with a global id.
#[derive(Clone, Copy, Debug)]
pub(crate) enum NodeView<'s> {
    /// An organisation, institution or network.
    Actor(ActorView<'s>),
    /// A theme.
    Theme(ThemeView<'s>),
    /// A district.
    District(DistrictView<'s>),
    /// An offer.
    Offer(OfferView<'s>),
    /// An event.
    Event(EventView<'s>),
    /// A project.
    Project(ProjectView<'s>),
    /// A cooperation link.
    Link(LinkView<'s>),
}

impl<'s> NodeView<'s> {
    /// The published thing of that reference. Contact persons are found through their actor only.
    pub(crate) fn find(snapshot: &'s Snapshot, entity: EntityRef) -> Option<Self> {
        let id = entity.id;
        Some(match entity.kind {
            EntityKind::Actor => Self::Actor(ActorView::of(snapshot, snapshot.actor_no(ActorId::from_uuid(id))?)),
            EntityKind::Theme => Self::Theme(ThemeView::of(snapshot, snapshot.theme_no(ThemeId::from_uuid(id))?)),
            EntityKind::District => {
                Self::District(DistrictView::of(snapshot, snapshot.district_no(DistrictId::from_uuid(id))?))
            }
            EntityKind::Offer => Self::Offer(OfferView::of(snapshot, snapshot.offer_no(OfferId::from_uuid(id))?)),
            EntityKind::Event => Self::Event(EventView::of(snapshot, snapshot.event_no(EventId::from_uuid(id))?)),
            EntityKind::Project => {
                Self::Project(ProjectView::of(snapshot, snapshot.project_no(ProjectId::from_uuid(id))?))
            }
            EntityKind::Link => Self::Link(LinkView::of(snapshot, snapshot.link_no(LinkId::from_uuid(id))?)),
            EntityKind::Person => return None,
        })
    }
}

impl Output for NodeView<'_> {
    fn type_ref(registry: &mut TypeRegistry<'_>) -> String {
        ThemeView::type_ref(registry);
        DistrictView::type_ref(registry);
        OfferView::type_ref(registry);
        EventView::type_ref(registry);
        ProjectView::type_ref(registry);
        LinkView::type_ref(registry);
        register_interface::<NodeInterface>(registry)
    }

    fn write<'d>(self, call: &Call<'_, 'd>, out: &mut ResponseWriter<'d>) -> WriteResult {
        match self {
            Self::Actor(actor) => write_object(&actor, call, out),
            Self::Theme(theme) => theme.write(call, out),
            Self::District(district) => district.write(call, out),
            Self::Offer(offer) => offer.write(call, out),
            Self::Event(event) => event.write(call, out),
            Self::Project(project) => project.write(call, out),
            Self::Link(link) => link.write(call, out),
        }
    }
}
