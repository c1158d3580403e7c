//! Boundaries from GeoJSON: put over the districts that exist, which keep everything the file does
//! not say.

use std::collections::{HashMap, HashSet};

use domain::{District, DistrictId, Entity, boundary::Surroundings, rules};
use formats::{Known, Problems, districts_geojson::DistrictPatch, interchange::Resolver, problem::Place};
use futures_util::TryStreamExt;
use store::{Store, StoreError};

/// The districts the store holds.
#[derive(Debug)]
pub(super) struct Existing(HashMap<DistrictId, District>);

impl Existing {
    pub(super) async fn load(store: &Store) -> Result<Self, StoreError> {
        store.all::<District>().await?.map_ok(|district| (district.id, district.data)).try_collect().await.map(Self)
    }

    /// Where the directory is, but for the boundaries these features replace.
    pub(super) fn surroundings<'a>(
        &self,
        known: &Known,
        patches: impl Iterator<Item = &'a DistrictPatch>,
    ) -> Surroundings {
        let replaced: HashSet<DistrictId> = patches.filter_map(|patch| known.district(patch.slug.as_str())).collect();
        Surroundings::of(self.0.iter().map(|(id, district)| (district, replaced.contains(id))))
    }

    /// The district a feature speaks of, as it will be; `None` when something is wrong with it.
    pub(super) fn patched(
        &self,
        known: &Known,
        surroundings: &Surroundings,
        patch: DistrictPatch,
        problems: &mut Problems,
    ) -> Option<(Place, DistrictId, District)> {
        let place = patch.place.clone();
        let id = known.district(patch.slug.as_str())?;
        let stands_alone = patch.parent.is_none() && !self.0.contains_key(&id);
        if let Some(reason) = surroundings.complaint(patch.boundary.polygons(), stands_alone) {
            problems.add(place.problem("geometry", rules::Problem::Unreadable(reason)));
            return None;
        }
        let district = match self.0.get(&id) {
            Some(district) => self.over(district, known, patch, problems)?,
            None => {
                let siblings = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
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
