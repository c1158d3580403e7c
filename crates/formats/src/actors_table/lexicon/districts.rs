//! Districts in the words of cells: "OT Sodingen", "Wanne-Eickel".

use std::{collections::HashSet, sync::LazyLock};

use domain::district::DistrictLevel;

use super::{CellTerm, CellVocabulary, Lexicon};
use crate::actors_table::{phrases::cell_phrases, plain};

/// What the middle of a town is called, bare.
static CENTRES: LazyLock<HashSet<String>> = LazyLock::new(|| cell_phrases("town-centre").map(plain).collect());

impl Lexicon<'_> {
    /// The district in parentheses behind the one that holds it: "Eickel (Röhlinghausen)", "Herne (Baukau)".
    pub(super) fn closer_district(&self, text: &str) -> Option<CellTerm> {
        let (before, inside) = text.trim().strip_suffix(')')?.split_once('(')?;
        let (CellTerm::Values(wider) | CellTerm::OneOf(wider)) = self.look_up(CellVocabulary::District, before)? else {
            return None;
        };
        let (CellTerm::Values(closer) | CellTerm::OneOf(closer)) = self.look_up(CellVocabulary::District, inside)?
        else {
            return None;
        };
        let is_inside = |one: &&String| wider.iter().any(|wider| wider == *one || self.is_above(wider, one));
        let closer: Vec<String> = closer.iter().filter(is_inside).cloned().collect();
        (!closer.is_empty()).then_some(CellTerm::Values(closer))
    }

    /// The district behind the name of the town: "Herne-Sodingen", "Herne / Eickel".
    pub(super) fn district_behind_town(&self, text: &str) -> Option<CellTerm> {
        let is_sign = |c: char| c.is_whitespace() || "-–/,".contains(c);
        text.char_indices().filter(|(_, c)| is_sign(*c)).find_map(|(at, _)| {
            let (town, district) = (text[..at].trim(), text[at..].trim_matches(is_sign));
            let CellTerm::Values(towns) = self.look_up(CellVocabulary::District, town)? else { return None };
            let is_town = towns.iter().all(|slug| self.level(slug) == Some(DistrictLevel::City));
            let named = self.look_up(CellVocabulary::District, district).or_else(|| self.parts_of_name(district));
            let (CellTerm::Values(found) | CellTerm::OneOf(found)) = named? else {
                return None;
            };
            is_town.then_some(CellTerm::Values(found))
        })
    }

    /// The quarters that a name is the beginning of, where it is that of nothing else: "Baukau" is Baukau-West and Baukau-Ost.
    pub(super) fn parts_of_name(&self, text: &str) -> Option<CellTerm> {
        let parts: Vec<String> = self.quarters_called(text).collect();
        (parts.len() > 1).then_some(CellTerm::Values(parts))
    }

    /// Whether quarters are called by one name and another word each.
    pub(in crate::actors_table) fn are_parts_of_one_name(&self, slugs: &[String]) -> bool {
        let name = |slug: &String| {
            let district = self.snapshot.district(self.snapshot.district_by_slug(slug)?);
            let (first, _) = district.name().get("de")?.split_once([' ', '-', '–'])?;
            (district.data().level == DistrictLevel::Quarter).then(|| first.to_owned())
        };
        let names: Option<Vec<String>> = slugs.iter().map(name).collect();
        names.is_some_and(|names| names.windows(2).all(|pair| pair[0] == pair[1]))
    }

    /// The slugs of the quarters whose names are a text and another word.
    fn quarters_called(&self, text: &str) -> impl Iterator<Item = String> {
        let text = text.trim();
        let is_part = move |name: &str| {
            let rest = name.strip_prefix(text).filter(|_| !text.is_empty());
            rest.is_some_and(|rest| rest.starts_with([' ', '-', '–']))
        };
        let districts = self.snapshot.districts().map(|no| self.snapshot.district(no));
        let quarters = districts.filter(|district| district.data().level == DistrictLevel::Quarter);
        let called = quarters.filter(move |district| district.name().iter().any(|(_, name)| is_part(name)));
        called.map(|district| district.data().slug.to_string())
    }

    /// The quarter in the middle of the only town, which is called by it: "Innenstadt" is Herne-Mitte.
    pub(super) fn town_centre(&self, text: &str) -> Option<CellTerm> {
        let bare = plain(text);
        let [town] = self.snapshot.district_roots() else { return None };
        let town = self.snapshot.district(*town);
        let names: Vec<String> = town.name().iter().map(|(_, name)| plain(name)).collect();
        let without_town = |bare: &str| {
            let rests = names.iter().filter_map(|town| bare.strip_prefix(town.as_str()));
            rests.into_iter().any(|rest| CENTRES.contains(rest))
        };
        if !CENTRES.contains(&bare) && !without_town(&bare) {
            return None;
        }
        let districts = self.snapshot.districts().map(|no| self.snapshot.district(no));
        let middle = districts.filter(|district| district.name().iter().any(|(_, name)| without_town(&plain(name))));
        let found: Vec<String> = middle.map(|district| district.data().slug.to_string()).collect();
        (!found.is_empty()).then_some(CellTerm::Values(found))
    }

    pub(super) fn district_of_level(&self, text: &str) -> Option<CellTerm> {
        let (word, name) = text.trim().split_once([' ', '.', ':'])?;
        let level = match plain(word).as_str() {
            "ot" | "ortsteil" | "stadtteil" | "quartier" => DistrictLevel::Quarter,
            "stadtbezirk" | "bezirk" => DistrictLevel::Borough,
            _ => return None,
        };
        let (CellTerm::Values(found) | CellTerm::OneOf(found)) = self.look_up(CellVocabulary::District, name)? else {
            return None;
        };
        let of_level: Vec<String> = found.iter().filter(|slug| self.level(slug) == Some(level)).cloned().collect();
        Some(if of_level.is_empty() { CellTerm::OneOf(found) } else { CellTerm::Values(of_level) })
    }

    /// The districts of a name that joins two of them, neither within the other: "Wanne-Eickel" was a town of both.
    pub(super) fn districts_beside_each_other(&self, vocabulary: CellVocabulary, text: &str) -> Option<Vec<String>> {
        if vocabulary != CellVocabulary::District {
            return None;
        }
        let parts = text.split(['-', '–', ' ']).filter(|part| !part.is_empty());
        let named = |part: &str| match self.look_up(vocabulary, part)? {
            CellTerm::Values(values) | CellTerm::OneOf(values) => Some(values),
            CellTerm::Unknown(_) => None,
        };
        let named: Vec<Vec<String>> = parts.map(named).collect::<Option<_>>()?;
        let [one, other] = named.as_slice() else { return None };
        let is_joined =
            |one: &String, other: &String| one == other || self.is_above(one, other) || self.is_above(other, one);
        let are_apart = !one.iter().any(|one| other.iter().any(|other| is_joined(one, other)));
        are_apart.then(|| one.iter().chain(other).cloned().collect())
    }

    /// Whether a text is the name of quarters and of nothing above them.
    pub(in crate::actors_table) fn is_quarter_only(&self, text: &str) -> bool {
        let Some(CellTerm::Values(found)) = self.look_up(CellVocabulary::District, text) else { return false };
        !found.is_empty() && found.iter().all(|slug| self.level(slug) == Some(DistrictLevel::Quarter))
    }

    /// The level of a district.
    pub(in crate::actors_table) fn level(&self, slug: &str) -> Option<DistrictLevel> {
        let no = self.snapshot.district_by_slug(slug)?;
        Some(self.snapshot.district(no).data().level)
    }

    /// Whether one district stands above another.
    pub(in crate::actors_table) fn is_above(&self, one: &str, other: &str) -> bool {
        let (one, other) = (self.snapshot.district_by_slug(one), self.snapshot.district_by_slug(other));
        one != other
            && one.zip(other).is_some_and(|(one, other)| self.snapshot.district(other).lineage().contains(&one))
    }
}
