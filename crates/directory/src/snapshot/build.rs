//! A snapshot from all facts.

use std::sync::Arc;

use domain::{Fact, LocalisedText, publication::Change, record::EntityKind};

use super::{
    Snapshot,
    indexes::{Indexes, State},
    tables::{Tables, Touched},
    taxonomy::Taxonomy,
};
use crate::{
    IndexError, Settings,
    text::{TextDocument, TextIndex, passages},
};

impl Snapshot {
    /// A snapshot of facts that come in any order, each with its entity's last change. A change
    /// without a fact says that something once public was taken out, which the changes feed tells.
    /// Pages by name are fastest when actors come before what refers to them: then they are
    /// numbered in the order of their names.
    ///
    /// # Errors
    /// [`IndexError`], a fault of the program or a directory past its limits.
    pub fn build(settings: Settings, facts: impl IntoIterator<Item = Change>) -> Result<Self, IndexError> {
        let (mut tables, mut touched) = (Tables::new(), Touched::default());
        let (mut version, mut updated_at) = (0, None);
        let mut waiting = Some(Vec::new());
        for change in facts {
            version = version.max(change.sequence);
            updated_at = updated_at.max(Some(change.at));
            match &mut waiting {
                Some(actors) if matches!(change.fact, Some(Fact::Actor(_))) => actors.push(change),
                _ => {
                    if !matches!(change.entity.kind, EntityKind::District | EntityKind::Theme | EntityKind::Actor) {
                        tables.absorb_by_name(waiting.take(), &mut touched);
                    }
                    tables.absorb(change, &mut touched);
                }
            }
        }
        tables.absorb_by_name(waiting, &mut touched);
        tables.sort_ties();
        let taxonomy = Taxonomy::new(&tables.themes, &tables.districts, None)?;
        for no in touched.actors {
            tables.settle(no, &taxonomy);
        }
        let state = State { tables: &tables, taxonomy: &taxonomy };
        let indexes = Indexes::new(state);
        let text = state.text_index()?;
        Ok(Self {
            settings: Arc::new(settings),
            version,
            updated_at,
            indexes,
            text,
            taxonomy: Arc::new(taxonomy),
            tables,
        })
    }
}

impl<'a> State<'a> {
    /// The text index of every actor.
    pub(super) fn text_index(self) -> Result<TextIndex, IndexError> {
        Ok(TextIndex::build(self.tables.actors.iter().filter_map(|(no, _)| self.document(no)))?)
    }

    /// What can be found of an actor by text.
    pub(crate) fn document(self, no: u32) -> Option<TextDocument<'a>> {
        let actor = self.tables.actors.get(no)?;
        let data = actor.data();
        let own = actor.themes.iter().flat_map(|theme| self.taxonomy.theme_entry(*theme).lineage.iter());
        let mut themes: Vec<_> = own.copied().collect();
        themes.sort_unstable();
        themes.dedup();
        let labels = themes.into_iter().map(|theme| self.taxonomy.theme_entry(theme).label());
        Some(TextDocument {
            number: no,
            name: &data.name,
            alternative_names: data.alternative_names.iter().map(String::as_str).collect(),
            theme_labels: labels.flat_map(passages).collect(),
            summary: passages(&data.summary).collect(),
            description: passages(&data.description).collect(),
        })
    }
}

/// What can be found of a title with its text, where there are too few to index.
pub(crate) fn titled_document<'a>(
    no: u32,
    title: &'a LocalisedText,
    description: &'a LocalisedText,
) -> TextDocument<'a> {
    TextDocument {
        number: no,
        name: title.resolve("de").map_or("", |(_, title)| title),
        alternative_names: title.iter().map(|(_, title)| title).collect(),
        theme_labels: Vec::new(),
        summary: Vec::new(),
        description: passages(description).collect(),
    }
}
