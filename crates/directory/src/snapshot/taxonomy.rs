//! Themes and districts as questions need them: trees, slugs, the gazetteer.

use std::sync::Arc;

use domain::{District, DistrictId, Gazetteer, Language, LocalisedText, Position, Slug, Theme, ThemeId};
use geo::InteriorPoint;
use hashbrown::HashMap;

use super::tree::TaxonomyTree;
use crate::{
    IndexError,
    entry::{DistrictEntry, DistrictNo, Stamped, ThemeEntry, ThemeNo},
    text::{DocumentPart, TextDocument, TextIndex},
};

pub(crate) type Themes = imbl::OrdMap<ThemeId, Arc<Stamped<Theme>>>;
pub(crate) type Districts = imbl::OrdMap<DistrictId, Arc<Stamped<District>>>;

/// The two trees.
#[derive(Debug)]
pub(crate) struct Taxonomy {
    pub(crate) themes: Vec<ThemeEntry>,
    pub(crate) theme_tree: TaxonomyTree<ThemeId>,
    pub(crate) theme_roots: Box<[ThemeNo]>,
    pub(crate) theme_slugs: HashMap<Slug, u16>,
    pub(crate) districts: Vec<DistrictEntry>,
    pub(crate) district_tree: TaxonomyTree<DistrictId>,
    pub(crate) district_roots: Box<[DistrictNo]>,
    pub(crate) district_slugs: HashMap<Slug, u16>,
    pub(crate) gazetteer: Arc<Gazetteer>,
    pub(crate) theme_labels: LabelIndex,
    pub(crate) district_labels: LabelIndex,
}

/// The labels of themes or districts by text. Each language of a label is a document of its own, as
/// readers find what they can read first.
#[derive(Debug)]
pub(crate) struct LabelIndex {
    pub(crate) index: TextIndex,
    /// By the number of the document: whose label it is, in which language.
    pub(crate) labels: Vec<(u16, Language)>,
}

impl LabelIndex {
    pub(crate) fn new<'a>(texts: impl Iterator<Item = &'a LocalisedText>) -> Self {
        let texts = (0_u16..).zip(texts).flat_map(|(no, text)| text.iter().map(move |(tag, label)| (no, tag, label)));
        let texts: Vec<_> = texts.collect();
        let labels = texts.iter().map(|(no, tag, _)| (*no, (*tag).clone())).collect();
        let documents = (0_u32..).zip(&texts).map(|(number, (_, tag, label))| {
            TextDocument { number, ..TextDocument::default() }.with(DocumentPart::Name, tag.as_str(), label)
        });
        Self { index: TextIndex::build(documents), labels }
    }
}

impl Taxonomy {
    /// The trees of all themes and districts. The gazetteer is taken from `before` where no
    /// district changed.
    ///
    /// # Errors
    /// [`IndexError::TooMany`].
    pub(crate) fn new(
        themes: &Themes,
        districts: &Districts,
        before: Option<&Arc<Gazetteer>>,
    ) -> Result<Self, IndexError> {
        let theme_records = themes.values().map(|fact| &**fact.record).collect::<Vec<_>>();
        let district_records = districts.values().map(|fact| &**fact.record).collect::<Vec<_>>();
        let theme_tree = TaxonomyTree::new(&theme_records)?;
        let district_tree = TaxonomyTree::new(&district_records)?;
        let theme_entries = theme_entries(&theme_tree, themes);
        let district_entries = district_entries(&district_tree, districts);
        Ok(Self {
            theme_labels: LabelIndex::new(theme_entries.iter().map(ThemeEntry::label)),
            district_labels: LabelIndex::new(district_entries.iter().map(DistrictEntry::name)),
            theme_roots: theme_tree.roots.iter().copied().map(ThemeNo).collect(),
            theme_slugs: theme_tree.slugs(&theme_records),
            themes: theme_entries,
            theme_tree,
            district_roots: district_tree.roots.iter().copied().map(DistrictNo).collect(),
            district_slugs: district_tree.slugs(&district_records),
            districts: district_entries,
            district_tree,
            gazetteer: before.cloned().unwrap_or_else(|| Arc::new(Gazetteer::new(district_records))),
        })
    }

    /// Whether everything that is derived from the trees stays as it is; labels and boundaries may differ.
    pub(crate) fn has_shape_of(&self, other: &Self) -> bool {
        let fields = |taxonomy: &Self| -> Vec<_> {
            taxonomy.themes.iter().map(|theme| theme.data().fields_of_action.clone()).collect()
        };
        self.theme_tree == other.theme_tree
            && self.district_tree == other.district_tree
            && fields(self) == fields(other)
    }

    /// The number of a theme, its successor's where it is retired.
    pub(crate) fn theme(&self, id: ThemeId) -> Option<ThemeNo> {
        self.theme_tree.numbers.get(&id).copied().map(ThemeNo)
    }

    /// The number of a district.
    pub(crate) fn district(&self, id: DistrictId) -> Option<DistrictNo> {
        self.district_tree.numbers.get(&id).copied().map(DistrictNo)
    }

    /// The numbers of what is listed, without what is not there and without doubles.
    pub(crate) fn listed_themes(&self, ids: &[ThemeId]) -> Box<[ThemeNo]> {
        without_doubles(ids.iter().filter_map(|id| self.theme(*id)))
    }

    /// The numbers of what is listed, without what is not there and without doubles.
    pub(crate) fn listed_districts(&self, ids: &[DistrictId]) -> Box<[DistrictNo]> {
        without_doubles(ids.iter().filter_map(|id| self.district(*id)))
    }

    pub(crate) fn theme_entry(&self, no: ThemeNo) -> &ThemeEntry {
        &self.themes[no.index()]
    }

    pub(crate) fn district_entry(&self, no: DistrictNo) -> &DistrictEntry {
        &self.districts[no.index()]
    }
}

fn without_doubles<T: Copy + PartialEq>(numbers: impl Iterator<Item = T>) -> Box<[T]> {
    let mut list = Vec::new();
    for no in numbers {
        if !list.contains(&no) {
            list.push(no);
        }
    }
    list.into_boxed_slice()
}

fn theme_entries(tree: &TaxonomyTree<ThemeId>, facts: &Themes) -> Vec<ThemeEntry> {
    let numbers = |list: &[u16]| list.iter().copied().map(ThemeNo).collect();
    let entries = (0_u16..).zip(&tree.ids).map(|(no, id)| ThemeEntry {
        fact: Arc::clone(&facts[id]),
        parent: tree.parents[usize::from(no)].map(ThemeNo),
        children: numbers(&tree.children[usize::from(no)]),
        lineage: numbers(&tree.lineage(no)),
    });
    entries.collect()
}

fn district_entries(tree: &TaxonomyTree<DistrictId>, facts: &Districts) -> Vec<DistrictEntry> {
    let numbers = |list: &[u16]| list.iter().copied().map(DistrictNo).collect();
    let entries = (0_u16..).zip(&tree.ids).map(|(no, id)| DistrictEntry {
        fact: Arc::clone(&facts[id]),
        anchor: anchor(&facts[id].record.data),
        parent: tree.parents[usize::from(no)].map(DistrictNo),
        children: numbers(&tree.children[usize::from(no)]),
        lineage: numbers(&tree.lineage(no)),
    });
    entries.collect()
}

/// A place inside a district: of one without a boundary its middle, where that is known.
fn anchor(district: &District) -> Option<Position> {
    let point = district.boundary.as_ref().and_then(InteriorPoint::interior_point);
    point.and_then(|point| Position::new(point.x(), point.y()).ok()).or(district.centre)
}
