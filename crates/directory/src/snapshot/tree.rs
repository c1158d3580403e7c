//! The shape of a tree of themes or districts: who stands below whom, in which order, and what
//! leads to whom. Made afresh whenever one of them changes, which is rare.

use std::collections::{BTreeMap, BTreeSet};

use domain::{District, DistrictId, Entity, Record, Slug, Theme, ThemeId};
use hashbrown::HashMap;

use crate::IndexError;

/// What stands in a tree.
pub(crate) trait InTree: Entity {
    /// What there are too many of, when there are.
    const PLURAL: &'static str;
    fn slug(&self) -> &Slug;
    fn former_slugs(&self) -> &[Slug];
    fn parent(&self) -> Option<Self::Id>;
    fn position(&self) -> u32;
    fn successor(&self) -> Option<Self::Id>;
}

impl InTree for Theme {
    const PLURAL: &'static str = "themes";

    fn slug(&self) -> &Slug {
        &self.slug
    }

    fn former_slugs(&self) -> &[Slug] {
        &self.former_slugs
    }

    fn parent(&self) -> Option<ThemeId> {
        self.parent
    }

    fn position(&self) -> u32 {
        self.position
    }

    fn successor(&self) -> Option<ThemeId> {
        self.replaced_by
    }
}

impl InTree for District {
    const PLURAL: &'static str = "districts";

    fn slug(&self) -> &Slug {
        &self.slug
    }

    fn former_slugs(&self) -> &[Slug] {
        &self.former_slugs
    }

    fn parent(&self) -> Option<DistrictId> {
        self.parent
    }

    fn position(&self) -> u32 {
        self.position
    }

    fn successor(&self) -> Option<DistrictId> {
        None
    }
}

/// A tree by numbers. Numbers are places in the tree, each parent before its children.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TaxonomyTree<Id: Ord> {
    /// The id of each number.
    pub(crate) ids: Vec<Id>,
    pub(crate) parents: Vec<Option<u16>>,
    pub(crate) children: Vec<Vec<u16>>,
    pub(crate) roots: Vec<u16>,
    /// The number of each id; a retired one has its successor's.
    pub(crate) numbers: BTreeMap<Id, u16>,
}

impl<Id: Copy + Ord> TaxonomyTree<Id> {
    /// The tree of records. What names a parent that is not there, or stands in a circle, is a root.
    ///
    /// # Errors
    /// [`IndexError::TooMany`].
    pub(crate) fn new<E: InTree<Id = Id>>(records: &[&Record<E>]) -> Result<Self, IndexError> {
        let known: BTreeMap<Id, &E> = records.iter().map(|record| (record.id, &record.data)).collect();
        if known.len() > usize::from(u16::MAX) {
            return Err(IndexError::TooMany { what: E::PLURAL, allowed: usize::from(u16::MAX) });
        }
        let stands_for = |id: Id| last_successor(&known, id);
        let standing: Vec<Id> = known.keys().copied().filter(|id| stands_for(*id) == *id).collect();
        let up = |id: Id| known.get(&id).and_then(|it| it.parent()).filter(|up| known.contains_key(up)).map(stands_for);
        let mut below: BTreeMap<Option<Id>, Vec<Id>> = BTreeMap::new();
        for id in &standing {
            below.entry(up(*id).filter(|_| !is_in_circle(*id, &up))).or_default().push(*id);
        }
        for siblings in below.values_mut() {
            siblings.sort_by_key(|id| (known[id].position(), known[id].slug(), *id));
        }
        let mut tree = Self {
            ids: Vec::with_capacity(standing.len()),
            parents: Vec::new(),
            children: Vec::new(),
            roots: Vec::new(),
            numbers: BTreeMap::new(),
        };
        let mut open: Vec<(Option<u16>, Id)> =
            below.get(&None).into_iter().flatten().rev().map(|id| (None, *id)).collect();
        while let Some((parent, id)) = open.pop() {
            let no = tree.push(parent, id);
            open.extend(below.get(&Some(id)).into_iter().flatten().rev().map(|child| (Some(no), *child)));
        }
        for id in known.keys() {
            if let Some(no) = tree.numbers.get(&stands_for(*id)).copied() {
                tree.numbers.insert(*id, no);
            }
        }
        Ok(tree)
    }

    fn push(&mut self, parent: Option<u16>, id: Id) -> u16 {
        let no = u16::try_from(self.ids.len()).expect("their count was checked at the beginning");
        self.ids.push(id);
        self.parents.push(parent);
        self.children.push(Vec::new());
        self.numbers.insert(id, no);
        match parent {
            Some(parent) => self.children[usize::from(parent)].push(no),
            None => self.roots.push(no),
        }
        no
    }

    /// Itself, its parent, the parent's parent, …
    pub(crate) fn lineage(&self, no: u16) -> Vec<u16> {
        std::iter::successors(Some(no), |no| self.parents[usize::from(*no)]).collect()
    }

    /// Where slugs lead: present ones first, then former ones, of two equal ones to the smaller id.
    pub(crate) fn slugs<E: InTree<Id = Id>>(&self, records: &[&Record<E>]) -> HashMap<Slug, u16> {
        let mut slugs = HashMap::new();
        let mut lead = |slug: &Slug, id: Id| {
            if let Some(no) = self.numbers.get(&id) {
                slugs.entry(slug.clone()).or_insert(*no);
            }
        };
        for record in records {
            lead(record.data.slug(), record.id);
        }
        for record in records {
            record.data.former_slugs().iter().for_each(|slug| lead(slug, record.id));
        }
        slugs
    }
}

/// Who stands for an id at last; itself when nobody else does or the successors go in a circle.
fn last_successor<E: InTree>(known: &BTreeMap<E::Id, &E>, id: E::Id) -> E::Id {
    let mut seen = BTreeSet::from([id]);
    let mut at = id;
    while let Some(next) = known.get(&at).and_then(|it| it.successor()).filter(|next| known.contains_key(next)) {
        if !seen.insert(next) {
            return id;
        }
        at = next;
    }
    at
}

fn is_in_circle<Id: Copy + Ord>(id: Id, up: &impl Fn(Id) -> Option<Id>) -> bool {
    let mut seen = BTreeSet::new();
    let mut at = up(id);
    while let Some(next) = at {
        if next == id {
            return true;
        }
        if !seen.insert(next) {
            return false;
        }
        at = up(next);
    }
    false
}

#[cfg(test)]
mod tests {
    use domain::{LocalisedText, vocabulary::FieldOfAction};
    use uuid::Uuid;

    use super::*;

    fn id(number: u128) -> ThemeId {
        Uuid::from_u128(number).into()
    }

    fn theme(number: u128, parent: Option<u128>, replaced_by: Option<u128>) -> Record<Theme> {
        let slug = format!("theme{number}").parse().expect("slug");
        let at = "2026-01-01T00:00:00Z".parse().expect("time");
        let data = Theme {
            slug,
            former_slugs: vec!["once".parse().expect("slug")],
            parent: parent.map(id),
            label: LocalisedText::german("Thema"),
            alternative_labels: Vec::new(),
            fields_of_action: vec![FieldOfAction::Opening],
            position: 0,
            replaced_by: replaced_by.map(id),
        };
        Record::new(id(number), at, data)
    }

    fn tree(themes: &[Record<Theme>]) -> TaxonomyTree<ThemeId> {
        TaxonomyTree::new(&themes.iter().collect::<Vec<_>>()).expect("a tree")
    }

    #[test]
    fn parents_come_before_children_however_deep() {
        let tree =
            tree(&[theme(3, Some(2), None), theme(2, Some(1), None), theme(1, None, None), theme(4, None, None)]);
        assert_eq!(tree.ids, [id(1), id(2), id(3), id(4)]);
        assert_eq!((tree.lineage(2), tree.roots.clone()), (vec![2, 1, 0], vec![0, 3]));
    }

    #[test]
    fn whoever_stands_in_a_circle_or_below_nobody_known_is_a_root() {
        let tree =
            tree(&[theme(1, Some(2), None), theme(2, Some(1), None), theme(3, Some(1), None), theme(4, Some(9), None)]);
        assert_eq!(tree.roots.len(), 3);
        assert_eq!(tree.lineage(tree.numbers[&id(3)]), [tree.numbers[&id(3)], tree.numbers[&id(1)]]);
    }

    #[test]
    fn a_retired_theme_leads_to_its_last_successor_and_so_do_its_children() {
        let themes = [theme(1, None, Some(2)), theme(2, None, Some(3)), theme(3, None, None), theme(4, Some(1), None)];
        let tree = tree(&themes);
        assert_eq!((tree.numbers[&id(1)], tree.ids.len()), (tree.numbers[&id(3)], 2));
        assert_eq!(tree.parents[usize::from(tree.numbers[&id(4)])], Some(tree.numbers[&id(3)]));
        let slugs = tree.slugs(&themes.iter().collect::<Vec<_>>());
        assert_eq!(slugs["theme1"], tree.numbers[&id(3)]);
        assert_eq!(slugs["once"], tree.numbers[&id(1)]);
    }

    #[test]
    fn themes_that_replace_each_other_in_a_circle_are_not_retired() {
        let tree = tree(&[theme(1, None, Some(2)), theme(2, None, Some(1))]);
        assert_eq!(tree.ids, [id(1), id(2)]);
    }
}
