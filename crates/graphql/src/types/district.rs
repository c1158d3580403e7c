//! Districts.

use std::borrow::Cow;

use directory::{ActorFilter, ActorQuestion, DistrictEntry, DistrictNo, Snapshot, Window};
use domain::{DistrictId, record::EntityKind};

use super::{
    Handle, Listed,
    interfaces::{NodeInterface, SuggestionInterface},
    text::{PositionView, Translation, text_in, translations},
};
use crate::{
    enums::{DistrictLevel, DistrictRelation},
    exec::object,
    global_id::GlobalId,
    scalars::{Boundary, Tag, Time},
};

/// A district.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DistrictView<'s> {
    snapshot: &'s Snapshot,
    no: DistrictNo,
    entry: &'s DistrictEntry,
}

impl<'s> Handle<'s> for DistrictView<'s> {
    type No = DistrictNo;

    fn of(snapshot: &'s Snapshot, no: DistrictNo) -> Self {
        Self { snapshot, no, entry: snapshot.district(no) }
    }
}

impl<'s> DistrictView<'s> {
    /// What a reader of the language calls it.
    pub(crate) fn name(self, language: &str) -> &'s str {
        let data = self.entry.data();
        text_in(&data.name, language).unwrap_or_else(|| data.slug.as_str())
    }

    /// The name, with the level where that tells it from another.
    pub(crate) fn label(self, language: &str) -> Cow<'s, str> {
        match self.snapshot.has_namesake(self.no, language) {
            true => Cow::Owned(format!("{} ({})", self.name(language), self.entry.data().level.label(language))),
            false => Cow::Borrowed(self.name(language)),
        }
    }

    fn context(self, language: &str) -> String {
        let level = capitalise(self.entry.data().level.label(language));
        match self.entry.parent() {
            Some(no) => {
                let joint = if language.starts_with("de") || language.starts_with("en") { " in" } else { "," };
                format!("{level}{joint} {}", Self::of(self.snapshot, no).name(language))
            }
            None => level,
        }
    }
}

fn capitalise(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// The districts of a list of ids, as far as the public sees them.
pub(crate) fn listed_districts<'s>(snapshot: &'s Snapshot, ids: &[DistrictId]) -> Vec<DistrictView<'s>> {
    snapshot.listed_districts(ids).iter().map(|no| DistrictView::of(snapshot, *no)).collect()
}

object! {
    /// A city, borough or quarter; a question for one includes everything below it.
    "District" ['s] DistrictView<'s>, implements [NodeInterface, SuggestionInterface], |this, call|
    /// The global id.
    id: GlobalId => GlobalId::of(EntityKind::District, this.entry.record().id),
    /// The readable name in addresses and filters.
    slug: &'s domain::Slug => &this.entry.data().slug,
    /// What people call it.
    name(
        /// BCP-47 tag of the reader's language; German where there is no such text.
        language: Tag
    ): &'s str => this.name(call.language()),
    /// The name, with the level where a district that it lies in, or that lies in it, is called the same:
    /// `Wanne (Stadtbezirk)`.
    label(
        /// BCP-47 tag of the reader's language; German where there is no such text.
        language: Tag
    ): Cow<'s, str> => this.label(call.language()),
    /// Its level and the district above, to be shown beside the name: `Ortsteil in Wanne`.
    context(
        /// BCP-47 tag of the reader's language; German where there is no such text.
        language: Tag
    ): Option<String> => Some(this.context(call.language())),
    /// What people call it, in every language there is.
    names: Vec<Translation<'s>> => translations(&this.entry.data().name),
    /// Other names people use for it; the search knows them.
    alternativeNames: &'s [String] => &this.entry.data().alternative_names,
    /// City, borough or quarter.
    level: DistrictLevel => this.entry.data().level.into(),
    /// The district above; null for a city.
    parent: Option<DistrictView<'s>> => this.entry.parent().map(|no| DistrictView::of(this.snapshot, no)),
    /// The districts below, in their order.
    children: Listed<'s, DistrictView<'s>> => Listed::new(this.snapshot, this.entry.children()),
    /// A point to show the district at.
    centre: Option<PositionView> => this.entry.data().centre.map(PositionView),
    /// The boundary, where one is known.
    // It may have some ten thousand corners, of which one is written in a few dozen nanoseconds.
    #[cost(100)]
    boundary: Option<Boundary<'s>> => this.entry.data().boundary.as_ref().map(Boundary),
    /// Where the boundary comes from; to be shown beside it.
    boundarySource: Option<&'s str> => this.entry.data().boundary_source.as_deref(),
    /// How many published actors there are in it or in a district below.
    #[cost(5)]
    actorCount(
        /// By seat, by work, or by either.
        relation: Option<DistrictRelation> = "EITHER"
    ): u64 => {
        let filter = ActorFilter {
            districts: vec![this.entry.data().slug.to_string()],
            district_relation: relation.unwrap_or(DistrictRelation::Either).into(),
            ..ActorFilter::default()
        };
        let window = Window { first: Some(0), ..Window::default() };
        this.snapshot.actors(&ActorQuestion { filter, window, ..ActorQuestion::default() })?.total
    },
    /// When the newest version was written.
    updatedAt: Time => Time(this.entry.record().updated_at),
    /// Grows by one with every change.
    version: u32 => this.entry.record().version,
}
