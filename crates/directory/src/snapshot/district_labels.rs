//! What districts are called, so that those of one name are told apart: "Wanne (Stadtbezirk)", "Wanne (Ortsteil)".

use std::borrow::Cow;

use super::Snapshot;
use crate::DistrictNo;

impl Snapshot {
    /// What a district is called in the reader's language, with its level where [`Self::has_namesake`].
    pub fn district_label(&self, district: DistrictNo, reader: &str) -> Cow<'_, str> {
        let entry = self.district(district);
        let name = entry.name().resolve(reader).map_or("", |(_, name)| name);
        match self.has_namesake(district, reader) {
            true => Cow::Owned(format!("{name} ({})", entry.data().level.label(reader))),
            false => Cow::Borrowed(name),
        }
    }

    /// Whether a district that it lies in, or that lies in it, is called the same in the reader's language.
    pub fn has_namesake(&self, district: DistrictNo, reader: &str) -> bool {
        let entry = self.district(district);
        let name = |no: DistrictNo| self.district(no).name().resolve(reader).map(|(_, name)| name);
        let own = name(district);
        let below = entry.children().iter().flat_map(|child| {
            let grandchildren = self.district(*child).children().iter();
            std::iter::once(child).chain(grandchildren)
        });
        let mut related = entry.lineage().iter().chain(below);
        related.any(|other| *other != district && name(*other) == own)
    }
}
