//! Themes.

use directory::{ActorFilter, ActorQuestion, Snapshot, ThemeEntry, ThemeNo, Window};
use domain::{ThemeId, record::EntityKind};

use super::{
    Handle, Listed,
    interfaces::{NodeInterface, SuggestionInterface},
    text::{Translation, text_in, translations},
};
use crate::{
    exec::object,
    global_id::GlobalId,
    scalars::{Tag, Time},
};

/// A theme.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ThemeView<'s> {
    snapshot: &'s Snapshot,
    entry: &'s ThemeEntry,
}

impl<'s> Handle<'s> for ThemeView<'s> {
    type No = ThemeNo;

    fn of(snapshot: &'s Snapshot, no: ThemeNo) -> Self {
        Self { snapshot, entry: snapshot.theme(no) }
    }
}

impl<'s> ThemeView<'s> {
    /// What a reader of the language calls it.
    pub(crate) fn label(self, language: &str) -> &'s str {
        let data = self.entry.data();
        text_in(&data.label, language).unwrap_or_else(|| data.slug.as_str())
    }
}

/// The themes of a list of ids, as the public sees them.
pub(crate) fn listed_themes<'s>(snapshot: &'s Snapshot, ids: &[ThemeId]) -> Vec<ThemeView<'s>> {
    snapshot.listed_themes(ids).iter().map(|no| ThemeView::of(snapshot, *no)).collect()
}

object! {
    /// A theme of the two-level tree of what actors work on.
    "Theme" ['s] ThemeView<'s>, implements [NodeInterface, SuggestionInterface], |this, call|
    /// The global id.
    id: GlobalId => GlobalId::of(EntityKind::Theme, this.entry.record().id),
    /// The readable name in addresses and filters.
    slug: &'s domain::Slug => &this.entry.data().slug,
    /// What people call it.
    label(
        /// BCP-47 tag of the reader's language; German where there is no such text.
        language: Tag
    ): &'s str => this.label(call.language()),
    /// What people call the theme above, to be shown beside the label; null for a root.
    context(
        /// BCP-47 tag of the reader's language; German where there is no such text.
        language: Tag
    ): Option<&'s str> => {
        this.entry.parent().map(|no| ThemeView::of(this.snapshot, no).label(call.language()))
    },
    /// What people call it, in every language there is.
    labels: Vec<Translation<'s>> => translations(&this.entry.data().label),
    /// Other words people use for it; the search knows them.
    alternativeLabels: &'s [String] => &this.entry.data().alternative_labels,
    /// The theme above; null for a root.
    parent: Option<ThemeView<'s>> => this.entry.parent().map(|no| ThemeView::of(this.snapshot, no)),
    /// The themes below, in their order.
    children: Listed<'s, ThemeView<'s>> => Listed::new(this.snapshot, this.entry.children()),
    /// The programme's fields of action it serves, as words.
    fieldsOfAction: Vec<&'static str> => this.entry.data().fields_of_action.iter().map(|field| field.slug()).collect(),
    /// How many published actors work on it or on a theme below.
    #[cost(5)]
    actorCount: u64 => {
        let filter = ActorFilter { themes: vec![this.entry.data().slug.to_string()], ..ActorFilter::default() };
        let window = Window { first: Some(0), ..Window::default() };
        this.snapshot.actors(&ActorQuestion { filter, window, ..ActorQuestion::default() })?.total
    },
    /// When the newest version was written.
    updatedAt: Time => Time(this.entry.record().updated_at),
    /// Grows by one with every change.
    version: u32 => this.entry.record().version,
}
