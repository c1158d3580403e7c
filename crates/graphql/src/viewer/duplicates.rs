//! Actors that look like one.

use std::borrow::Cow;

use curation::reading::{Alike, AlikePair, EntrySummary, PairPage, PairPlace};
use directory::{Cursor, question::DEFAULT_PAGE};
use domain::likeness::{Likeness, Sign};

use super::pages::{CursorText, place};
use crate::{
    error::ResolverError,
    exec::{Call, object},
    scalars::Tag,
    types::{
        at_most,
        connection::{ConnectionEdge, PageInfo},
    },
};

/// A sign that two actors are one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SignView(Sign);

/// Why two are alike.
pub(crate) fn signs(likeness: &Likeness) -> Vec<SignView> {
    likeness.signs.iter().copied().map(SignView).collect()
}

object! {
    /// A sign that two actors are one.
    "DuplicateReason" [] SignView, implements [], |this, call|
    /// The stable code: `SAME_NAME`, `SIMILAR_NAME`, `SAME_ABBREVIATION`, `SAME_WEBSITE`, `SAME_PHONE`, `SAME_EMAIL` or `SAME_PLACE`.
    code: &'static str => this.0.code(),
    /// The same in words.
    label(
        /// BCP-47 tag of the reader's language, German where the catalogues have not that one.
        language: Tag
    ): String => this.0.message().text(call.language()),
}

object! {
    /// An actor that looks like one that is being written.
    "SimilarActor" ['s] &'s Alike, implements [], |this, call|
    /// The actor, public or a draft.
    entry: &'s EntrySummary => &this.actor,
    /// How alike the two are, from 0 to 1.
    score: f64 => this.likeness.score,
    /// Why, the strongest sign first.
    reasons: Vec<SignView> => signs(&this.likeness),
}

object! {
    /// Two actors that look like one.
    "DuplicateCandidate" ['s] &'s AlikePair, implements [], |this, call|
    /// The one that was made earlier.
    first: &'s EntrySummary => &this.actors.0,
    /// The one that was made later.
    second: &'s EntrySummary => &this.actors.1,
    /// How alike the two are, from 0 to 1.
    score: f64 => this.likeness.score,
    /// Why, the strongest sign first.
    reasons: Vec<SignView> => signs(&this.likeness),
}

/// A page of the queue. How long the queue is nobody knows before everything has been compared.
#[derive(Clone, Debug)]
pub(crate) struct DuplicateConnection<'s> {
    pairs: Vec<(Cursor, &'s AlikePair)>,
    has_previous: bool,
    has_next: bool,
}

object! {
    /// A page of pairs that look like one: first those with an e-mail address, a telephone number or a
    /// website in common, then those of a name, then the others.
    "DuplicateConnection" ['s] DuplicateConnection<'s>, implements [], |this, call|
    /// The pairs with their cursors.
    edges: Vec<ConnectionEdge<'_, &'s AlikePair>> => {
        this.pairs.iter().map(|(cursor, node)| ConnectionEdge { cursor, node: *node }).collect()
    },
    /// The pairs.
    nodes: Vec<&'s AlikePair> => this.pairs.iter().map(|(_, pair)| *pair).collect(),
    /// Whether there is more before or behind.
    pageInfo: PageInfo<'_> => PageInfo {
        has_previous: this.has_previous,
        has_next: this.has_next,
        start: this.pairs.first().map(|(cursor, _)| cursor),
        end: this.pairs.last().map(|(cursor, _)| cursor),
    },
}

object! {
    /// A pair with its place.
    "DuplicateEdge" ['c, 's] ConnectionEdge<'c, &'s AlikePair>, implements [], |this, call|
    /// The place of the pair: opaque, and valid while pairs come and go.
    cursor: Cow<'c, str> => this.cursor.text(),
    /// The pair.
    node: &'s AlikePair => this.node,
}

/// A page of the queue.
///
/// # Errors
/// The asker's mistakes, and what curation refuses.
pub(super) fn duplicates<'d>(
    first: Option<i32>,
    after: Option<&str>,
    call: &Call<'_, 'd>,
) -> Result<DuplicateConnection<'d>, ResolverError> {
    let size = at_most(first, DEFAULT_PAGE)?;
    let after: Option<PairPlace> = after.map(|cursor| place("after", cursor)).transpose()?;
    let has_previous = after.is_some();
    let page: &'d PairPage = call.exec.read().duplicates((after, size))?;
    let pairs = page.pairs.iter().map(|(place, pair)| (Cursor::new(place.text()), pair)).collect();
    Ok(DuplicateConnection { pairs, has_previous, has_next: page.has_next })
}
