//! Pages of actors, offers and events.

use directory::{ActorFilter, ActorQuestion, EventFilter, EventQuestion, OfferFilter, OfferQuestion, Snapshot, Window};
use domain::ActorType;

use super::{
    Handle,
    actor::{AnyActor, Institution, Network, Organisation},
    connection::{Extra, Paged, connection},
    event::EventView,
    facets::FacetsView,
    offer::OfferView,
};
use crate::{enums::ActorOrder, error::ResolverError, exec::Exec, inputs};

/// What a connection of actors was asked; its facets are counted only when somebody wants them.
#[derive(Clone, Debug)]
pub(crate) struct ActorConnectionQuery<'s> {
    snapshot: &'s Snapshot,
    actor_type: Option<ActorType>,
    filter: ActorFilter,
}

impl Extra for ActorConnectionQuery<'_> {}

impl<'s> ActorConnectionQuery<'s> {
    fn facets(&self) -> Result<FacetsView<'s>, ResolverError> {
        Ok(FacetsView::new(self.snapshot, self.snapshot.facets(self.actor_type, &self.filter)?))
    }
}

macro_rules! actor_connections {
    ($($alias:ident $name:literal $doc:literal, $edge:literal $edge_doc:literal, $node:ident;)+) => {$(
        #[doc = $doc]
        pub(crate) type $alias<'s> = Paged<$node<'s>, ActorConnectionQuery<'s>>;

        connection! {
            #[doc = $doc] $name, #[doc = $edge_doc] $edge, $node<'s>, ActorConnectionQuery<'s>, |this, call|
            /// What choosing a further value would give.
            facets: FacetsView<'s> => this.extra.facets()?,
        }
    )+};
}

actor_connections! {
    ActorConnection "ActorConnection" "A page of actors.", "ActorEdge" "An actor with its place.", AnyActor;
    OrganisationConnection "OrganisationConnection" "A page of organisations.",
        "OrganisationEdge" "An organisation with its place.", Organisation;
    InstitutionConnection "InstitutionConnection" "A page of institutions.",
        "InstitutionEdge" "An institution with its place.", Institution;
    NetworkConnection "NetworkConnection" "A page of networks.", "NetworkEdge" "A network with its place.", Network;
}

/// What a connection of actors is asked with.
pub(crate) struct ActorArguments {
    pub(crate) filter: Option<inputs::ActorFilter>,
    pub(crate) order: Option<ActorOrder>,
    pub(crate) window: Window,
}

/// A page of actors of one type, or of all; where it is empty, what was asked for is noted.
///
/// # Errors
/// The asker's mistakes.
pub(crate) fn actors<'s, N>(
    snapshot: &'s Snapshot,
    actor_type: Option<ActorType>,
    arguments: ActorArguments,
    demand_sink: Option<&Exec<'_>>,
) -> Result<Paged<N, ActorConnectionQuery<'s>>, ResolverError>
where
    N: Handle<'s, No = directory::ActorNo>,
{
    let ActorArguments { filter, order, window } = arguments;
    let filter = inputs::ActorFilter::to_filter(filter)?;
    let question = ActorQuestion { actor_type, filter, order: order.map(Into::into), rank_text: None, window };
    let page = snapshot.actors(&question)?;
    let is_first_page = question.window.after.is_none() && question.window.before.is_none();
    if let Some(exec) = demand_sink.filter(|_| page.total == 0 && is_first_page) {
        exec.add_unmet_demand(snapshot.demand_keys(&question.filter));
    }
    let asked = ActorConnectionQuery { snapshot, actor_type, filter: question.filter };
    Ok(Paged::with(page, asked, |no| N::of(snapshot, no)))
}

/// A page of offers.
pub(crate) type OfferConnection<'s> = Paged<OfferView<'s>>;

connection! {
    /// A page of offers.
    "OfferConnection",
    /// An offer with its place.
    "OfferEdge", OfferView<'s>, (), |this, call|
}

/// A page of offers.
///
/// # Errors
/// The asker's mistakes.
pub(crate) fn offers(
    snapshot: &Snapshot,
    filter: OfferFilter,
    window: Window,
) -> Result<OfferConnection<'_>, ResolverError> {
    Ok(Paged::of(snapshot, snapshot.offers(&OfferQuestion { filter, window })?))
}

/// A page of events.
pub(crate) type EventConnection<'s> = Paged<EventView<'s>>;

connection! {
    /// A page of events.
    "EventConnection",
    /// An event with its place.
    "EventEdge", EventView<'s>, (), |this, call|
}

/// A page of events.
///
/// # Errors
/// The asker's mistakes.
pub(crate) fn events(
    snapshot: &Snapshot,
    filter: EventFilter,
    window: Window,
) -> Result<EventConnection<'_>, ResolverError> {
    Ok(Paged::of(snapshot, snapshot.events(&EventQuestion { filter, window })?))
}
