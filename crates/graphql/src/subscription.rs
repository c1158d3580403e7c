//! What goes on: the field of `Subscription`, at one event.

use directory::{Cursor, LogEntry, Snapshot};

use crate::{
    error::ResolverError,
    exec::{Output, object},
    schema::type_registry::{RootType, TypeRegistry},
    types::{changes::ChangeView, connection::ConnectionEdge},
};

/// A change with its place.
#[derive(Clone, Debug)]
pub(crate) struct Happened {
    pub(crate) cursor: Cursor,
    pub(crate) entry: LogEntry,
}

/// The root of what goes on, at one event.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Subscription<'s> {
    /// A snapshot that has the event.
    pub(crate) snapshot: &'s Snapshot,
    /// The event; none while only the arguments are read.
    pub(crate) happened: Option<&'s Happened>,
}

impl RootType for Subscription<'_> {
    const NAME: &'static str = "Subscription";

    fn register(registry: &mut TypeRegistry<'_>) -> String {
        Self::type_ref(registry)
    }
}

impl<'s> Subscription<'s> {
    fn change(self) -> Result<ConnectionEdge<'s, ChangeView<'s>>, ResolverError> {
        let Happened { cursor, entry } = self.happened.ok_or(ResolverError::Internal)?;
        Ok(ConnectionEdge { cursor, node: ChangeView::new(self.snapshot, *entry) })
    }
}

object! {
    /// What goes on being told, over the WebSocket at `/graphql/ws` (graphql-transport-ws). What is told is what
    /// the public may see, whoever listens.
    "Subscription" ['s] Subscription<'s>, implements [], |this, call|
    /// Changes as they become visible, oldest first, what was taken out included. Keep the cursor of the last
    /// one: with it in `after` nothing is missed, however long the line was down. Of several changes of
    /// one entity only the last may be told.
    changes(
        /// Behind this cursor; from now on where nothing is said.
        after: Option<String>
    ): ConnectionEdge<'s, ChangeView<'s>> => this.change()?,
}
