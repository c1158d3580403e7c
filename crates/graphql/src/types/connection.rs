//! Pages of answers as Relay's cursor connections.

use std::borrow::Cow;

use directory::{Cursor, Page, Snapshot};

use super::Handle;
use crate::{
    error::ResolverError,
    exec::{Call, object},
};

/// A page of an answer.
#[derive(Clone, Debug)]
pub(crate) struct Paged<N, X = ()> {
    pub(crate) edges: Vec<(Cursor, N)>,
    pub(crate) has_previous: bool,
    pub(crate) has_next: bool,
    pub(crate) total: u64,
    /// What else a connection of its kind needs.
    pub(crate) extra: X,
}

impl<N> Paged<N> {
    /// The page with handles for numbers.
    pub(crate) fn of<'s>(snapshot: &'s Snapshot, page: Page<N::No>) -> Self
    where
        N: Handle<'s>,
    {
        Self::with(page, (), |no| N::of(snapshot, no))
    }
}

impl<N, X> Paged<N, X> {
    /// The page with its entries turned into handles.
    pub(crate) fn with<E>(page: Page<E>, extra: X, handle: impl Fn(E) -> N) -> Self {
        Self {
            edges: page.edges.into_iter().map(|(cursor, entry)| (cursor, handle(entry))).collect(),
            has_previous: page.has_previous,
            has_next: page.has_next,
            total: page.total,
            extra,
        }
    }
}

/// What a connection needs beside its page.
pub(crate) trait Extra {
    /// How many entries the whole answer has, where the page does not know already.
    ///
    /// # Errors
    /// What stands in the way of counting them.
    fn total(&self, known: u64, _call: &Call<'_, '_>) -> Result<u64, ResolverError> {
        Ok(known)
    }
}

impl Extra for () {}

/// An entry with its place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ConnectionEdge<'c, N> {
    pub(crate) cursor: &'c Cursor,
    pub(crate) node: N,
}

/// What a page says of itself.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PageInfo<'c> {
    pub(crate) has_previous: bool,
    pub(crate) has_next: bool,
    pub(crate) start: Option<&'c Cursor>,
    pub(crate) end: Option<&'c Cursor>,
}

object! {
    /// What a page says of itself.
    "PageInfo" ['c] PageInfo<'c>, implements [], |this, call|
    /// Whether there is more behind the page.
    hasNextPage: bool => this.has_next,
    /// Whether there is more before the page.
    hasPreviousPage: bool => this.has_previous,
    /// The cursor of the first entry; null for an empty page.
    startCursor: Option<Cow<'c, str>> => this.start.map(Cursor::text),
    /// The cursor of the last entry; null for an empty page.
    endCursor: Option<Cow<'c, str>> => this.end.map(Cursor::text),
}

impl<N: Copy, X: Extra> Paged<N, X> {
    pub(crate) fn total(&self, call: &Call<'_, '_>) -> Result<u64, ResolverError> {
        self.extra.total(self.total, call)
    }

    pub(crate) fn edges(&self) -> Vec<ConnectionEdge<'_, N>> {
        self.edges.iter().map(|(cursor, node)| ConnectionEdge { cursor, node: *node }).collect()
    }

    pub(crate) fn nodes(&self) -> Vec<N> {
        self.edges.iter().map(|(_, node)| *node).collect()
    }

    pub(crate) fn info(&self) -> PageInfo<'_> {
        PageInfo {
            has_previous: self.has_previous,
            has_next: self.has_next,
            start: self.edges.first().map(|(cursor, _)| cursor),
            end: self.edges.last().map(|(cursor, _)| cursor),
        }
    }
}

/// Makes connection and edge types. Entries are handles; what stands behind them is not copied.
macro_rules! connection {
    (
        $(#[doc = $doc:literal])+ $name:literal, $(#[doc = $edge_doc:literal])+ $edge:literal,
        $node:ty, $extra:ty, |$this:ident, $call:ident| $($more:tt)*
    ) => {
        $crate::exec::object! {
            $(#[doc = $doc])+
            $name ['s] $crate::types::connection::Paged<$node, $extra>, implements [], |$this, $call|
            /// The entries with their cursors.
            edges: Vec<$crate::types::connection::ConnectionEdge<'_, $node>> => $this.edges(),
            /// The entries.
            nodes: Vec<$node> => $this.nodes(),
            /// Whether there is more before or behind.
            pageInfo: $crate::types::connection::PageInfo<'_> => $this.info(),
            /// How many entries the whole answer has, whatever the page.
            totalCount: u64 => $this.total($call)?,
            $($more)*
        }

        $crate::exec::object! {
            $(#[doc = $edge_doc])+
            $edge ['c, 's] $crate::types::connection::ConnectionEdge<'c, $node>, implements [], |$this, $call|
            /// The place of the entry: opaque, and valid while entries come and go.
            cursor: std::borrow::Cow<'c, str> => $this.cursor.text(),
            /// The entry.
            node: $node => $this.node,
        }
    };
}

pub(crate) use connection;
