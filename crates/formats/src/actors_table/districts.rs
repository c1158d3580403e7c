//! The districts that a table names.

use domain::district::DistrictLevel;

use super::{
    ActorsTable,
    address::{AddressParts, read_town},
    lexicon::DISTRICT_FILLERS,
    phrases::CELL_WORDS,
    plain,
};

/// What says that a district follows.
const DISTRICT_MARKS: [&str; 6] = ["ot", "ortsteil", "stadtteil", "stadtbezirk", "bezirk", "quartier"];

impl ActorsTable {
    /// Whether a name in an address is that of a district below the city.
    pub(super) fn is_district(&self, name: &str) -> bool {
        self.district_by_name(name).is_some()
    }

    /// The district below the city that is called so; of a borough and its quarter of one name the borough, which holds
    /// in any case.
    pub(super) fn district_by_name(&self, name: &str) -> Option<&str> {
        let words: Vec<&str> = name.split_whitespace().collect();
        let name = match words.as_slice() {
            [filler, rest @ ..] if !rest.is_empty() && DISTRICT_FILLERS.contains(&plain(filler).as_str()) => {
                rest.join(" ")
            }
            _ => name.to_owned(),
        };
        let slugs = self.district_names.get(&plain(&name))?.iter().filter(|slug| !self.is_city(slug));
        slugs.min_by_key(|slug| self.districts.get(*slug).map(|(level, _)| *level)).map(String::as_str)
    }

    /// Whether a name in an address is that of the city, or of another town around.
    pub(super) fn is_town(&self, name: &str) -> bool {
        let cities = |name: &str| self.district_names.get(&plain(name));
        CELL_WORDS.is_town(name)
            || cities(&CELL_WORDS.without_town_additions(name))
                .is_some_and(|slugs| slugs.iter().any(|slug| self.is_city(slug)))
    }

    /// The town of a cell that names a town, a district or both, with its postcode, and what the district is called:
    /// "Herne, Baukau", "44649 Herne/Wanne", "Baukau".
    pub(super) fn split_town(&self, text: &str) -> (AddressParts, String) {
        let AddressParts { postcode, city, .. } = read_town(text);
        let rest = city.unwrap_or_default().replace(" - ", ",").replace(" – ", ",");
        let pieces = rest.split([',', '/', '(', ')', '|', '\n', ';']).map(str::trim).filter(|piece| !piece.is_empty());
        let mut parts = AddressParts { postcode, ..AddressParts::default() };
        let mut districts: Vec<String> = Vec::new();
        for piece in pieces {
            let joined = piece.char_indices().filter(|(_, c)| matches!(c, '-' | '–' | ' ')).find_map(|(at, sign)| {
                let (town, district) = (piece[..at].trim(), piece[at + sign.len_utf8()..].trim());
                // "Herne OT Baukau" names a district, whether or not it is one that is known.
                let is_named =
                    district.split_once(' ').is_some_and(|(word, _)| DISTRICT_MARKS.contains(&plain(word).as_str()));
                (self.is_town(town) && (is_named || self.is_district(district))).then_some((town, district))
            });
            match joined.filter(|_| !self.is_district(piece) && !self.is_town(piece)) {
                Some((town, district)) => {
                    parts.city.get_or_insert(town.to_owned());
                    districts.push(district.to_owned());
                }
                None if self.is_town(piece) => drop(parts.city.get_or_insert(piece.to_owned())),
                None => districts.push(piece.to_owned()),
            }
        }
        (parts, districts.join(", "))
    }

    /// Whether a name joins those of several districts: "Wanne-Eickel".
    pub(super) fn joins_districts(&self, name: &str) -> bool {
        let parts: Vec<&str> = name.split(['-', '–', '/']).map(str::trim).collect();
        parts.len() > 1 && !self.is_district(name) && parts.iter().all(|part| self.is_district(part))
    }

    /// Whether the name of a town is that of the directory's own, or of one of its districts.
    pub(super) fn is_own_town(&self, name: &str) -> bool {
        let bare = CELL_WORDS.without_town_additions(name);
        let is_named = |name: &str| self.district_names.contains_key(&plain(name));
        let is_joined = name.split(['-', '–', '/', ' ']).filter(|part| !part.is_empty()).any(is_named);
        is_named(&bare) || is_joined || !self.is_town(name)
    }

    /// The point to show a quarter at; `None` for other districts.
    pub(super) fn quarter_centre(&self, slug: &str) -> Option<domain::Position> {
        self.districts.get(slug)?.1
    }

    pub(super) fn is_city(&self, slug: &str) -> bool {
        self.districts.get(slug).is_some_and(|(level, _)| *level == DistrictLevel::City)
    }

    /// Whether a district is of a lower level than another one.
    pub(super) fn is_finer(&self, slug: &str, other: &str) -> bool {
        let level = |slug: &str| self.districts.get(slug).map(|(level, _)| *level);
        level(slug) > level(other)
    }
}
