//! Boundaries from GeoJSON: put over the districts that exist, which keep everything the file does
//! not say.

use std::{
    collections::{HashMap, HashSet},
    hash::Hash,
};

use domain::{
    District, DistrictArea, DistrictId, Entity, LocalisedText, Slug, Theme, ThemeId,
    boundary::{Surroundings, round_degrees},
    rules,
};
use formats::{Known, Problems, districts_geojson::DistrictPatch, interchange::Resolver, problem::Place};
use futures_util::TryStreamExt;
use store::{Store, StoreError};

use super::writing::Item;

/// The districts and themes the store holds.
#[derive(Debug)]
pub(super) struct Existing {
    districts: HashMap<DistrictId, District>,
    themes: HashMap<ThemeId, Theme>,
}

impl Existing {
    pub(super) async fn load(store: &Store) -> Result<Self, StoreError> {
        let districts = store.all::<District>().await?.map_ok(|district| (district.id, district.data));
        let themes = store.all::<Theme>().await?.map_ok(|theme| (theme.id, theme.data));
        Ok(Self { districts: districts.try_collect().await?, themes: themes.try_collect().await? })
    }

    /// Where the stored districts lie.
    pub(super) fn area(&self) -> DistrictArea {
        DistrictArea::of(self.districts.values())
    }

    /// Lets districts of a table say what they say over what is stored: what its cells do not say stays.
    pub(super) fn complete_districts(&self, items: &mut [Item<District>]) {
        for Item { id, data, .. } in items {
            let Some(stored) = self.districts.get(id) else {
                let siblings = self.districts.values().filter(|other| other.parent == data.parent);
                data.position += siblings.map(|other| other.position + 1).max().unwrap_or_default();
                continue;
            };
            data.parent = data.parent.or(stored.parent);
            data.name = complete_text(&stored.name, &data.name);
            data.centre = data.centre.or(stored.centre);
            data.boundary.clone_from(&stored.boundary);
            data.boundary_source.clone_from(&stored.boundary_source);
            data.replaced_by = stored.replaced_by;
            complete_list(&mut data.alternative_names, &stored.alternative_names);
            complete_list(&mut data.former_slugs, &stored.former_slugs);
        }
    }

    /// The same of themes.
    pub(super) fn complete_themes(&self, items: &mut [Item<Theme>]) {
        for Item { id, data, .. } in items {
            let Some(stored) = self.themes.get(id) else {
                let siblings = self.themes.values().filter(|other| other.parent == data.parent);
                data.position += siblings.map(|other| other.position + 1).max().unwrap_or_default();
                continue;
            };
            data.parent = data.parent.or(stored.parent);
            data.label = complete_text(&stored.label, &data.label);
            data.replaced_by = data.replaced_by.or(stored.replaced_by);
            complete_list(&mut data.alternative_labels, &stored.alternative_labels);
            complete_list(&mut data.former_slugs, &stored.former_slugs);
        }
    }

    /// Lets districts of a file that stand as they stood keep their stored position, and boundaries
    /// that differ in nothing a file says: what was just exported changes nothing.
    pub(super) fn keep_districts(&self, items: &mut [Item<District>]) {
        let mut siblings = HashMap::new();
        for Item { id, data, .. } in items {
            let stored = self.districts.get(id);
            let position = stored.map(|stored| stored.position);
            data.position = sibling_position(&mut siblings, data.parent, (position, data.position), &data.slug);
            if let (Some(boundary), Some(stored)) = (&data.boundary, stored.and_then(|stored| stored.boundary.as_ref()))
                && round_degrees(stored) == *boundary
            {
                data.boundary = Some(stored.clone());
            }
        }
    }

    /// The same of themes.
    pub(super) fn keep_themes(&self, items: &mut [Item<Theme>]) {
        let mut siblings = HashMap::new();
        for Item { id, data, .. } in items {
            let position = self.themes.get(id).map(|theme| theme.position);
            data.position = sibling_position(&mut siblings, data.parent, (position, data.position), &data.slug);
        }
    }

    /// Where the directory is with the districts that the other files bring, but for the boundaries these features replace.
    pub(super) fn surroundings<'a>(
        &self,
        known: &Known,
        patches: impl Iterator<Item = &'a DistrictPatch>,
        arriving: &HashMap<DistrictId, District>,
    ) -> Surroundings {
        let replaced: HashSet<DistrictId> = patches.filter_map(|patch| known.district(patch.slug.as_str())).collect();
        let stored = self.districts.iter().filter(|(id, _)| !arriving.contains_key(id));
        Surroundings::of(stored.chain(arriving).map(|(id, district)| (district, replaced.contains(id))))
    }

    /// The district a feature speaks of, as it will be over what another file of the run says of it, else over what is
    /// stored; `None` when something is wrong with it.
    pub(super) fn patch_district(
        &self,
        known: &Known,
        (surroundings, arriving): (&Surroundings, &HashMap<DistrictId, District>),
        patch: DistrictPatch,
        problems: &mut Problems,
    ) -> Option<(Place, DistrictId, District)> {
        let place = patch.place.clone();
        let id = known.district(patch.slug.as_str())?;
        let before = arriving.get(&id).or_else(|| self.districts.get(&id));
        let is_root = patch.parent.is_none() && arriving.get(&id).is_none_or(|district| district.parent.is_none());
        let stands_alone = is_root && !self.districts.contains_key(&id);
        if let Some(reason) = surroundings.complaint(patch.boundary.polygons(), stands_alone) {
            problems.add(place.problem("geometry", rules::Problem::Unreadable(reason)));
            return None;
        }
        let district = match before {
            Some(district) => self.over(district, known, patch, problems)?,
            None => {
                let siblings = u32::try_from(self.districts.len() + arriving.len()).unwrap_or(u32::MAX);
                let entry =
                    patch.over(None).map_err(|wrong| wrong.into_iter().for_each(|problem| problems.add(problem)));
                Resolver::new(known, problems).district(&place, entry.ok()?, siblings)?
            }
        };
        Some((place, id, district))
    }

    fn over(
        &self,
        district: &District,
        known: &Known,
        patch: DistrictPatch,
        problems: &mut Problems,
    ) -> Option<District> {
        let parent = match patch.parent {
            None => district.parent,
            Some(slug) => match known.district(slug.as_str()) {
                Some(parent) => Some(parent),
                None => {
                    problems.add(patch.place.problem("properties.parent", rules::Problem::Unknown(slug.to_string())));
                    return None;
                }
            },
        };
        let district = District {
            name: patch.name.unwrap_or_else(|| district.name.clone()),
            level: patch.level.unwrap_or(district.level),
            parent,
            boundary: Some(patch.boundary.into_polygons()),
            boundary_source: patch.source,
            ..district.clone()
        };
        let before = problems.count();
        problems.add_violations(&patch.place, district.check().0);
        (problems.count() == before).then_some(district)
    }
}

/// A text with the languages that a table says over those that are stored.
fn complete_text(stored: &LocalisedText, said: &LocalisedText) -> LocalisedText {
    said.iter().fold(stored.clone(), |text, (language, words)| text.with(language.clone(), words))
}

fn complete_list<T: Clone>(said: &mut Vec<T>, stored: &[T]) {
    if said.is_empty() {
        said.extend_from_slice(stored);
    }
}

/// The position of an entry among its siblings: the stored one where that keeps the order of the file,
/// which is by position, then slug; else the next one.
fn sibling_position<P: Eq + Hash>(
    siblings: &mut HashMap<P, (u32, Slug)>,
    parent: P,
    (stored, place): (Option<u32>, u32),
    slug: &Slug,
) -> u32 {
    let last = siblings.get(&parent);
    let next = last.map_or(place, |(position, _)| position.saturating_add(1));
    let keeps_order = |position: &u32| last.is_none_or(|(last, before)| (*position, slug) > (*last, before));
    let position = stored.filter(keeps_order).unwrap_or(next);
    siblings.insert(parent, (position, slug.clone()));
    position
}
