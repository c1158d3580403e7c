//! Facets: what choosing a value would give; and coverage: every theme against every district.

use std::cmp::Reverse;

use domain::{ActorType, DistrictLevel, vocabulary::TargetGroup};
use roaring::RoaringBitmap;

use super::{
    features::week_places,
    filter::{Aside, Checked, district_family},
};
use crate::{
    ActorFilter, Coverage, DistrictNo, Facets, QuestionError, Snapshot, ThemeNo,
    snapshot::{
        families::Family,
        words::{KIND_WORDS, target_group_place},
    },
};

impl Snapshot {
    /// What choosing a theme, district, kind, language or target group would give: each list counts under all
    /// other conditions, its own (outermost) one left aside. Nothing is listed that would give nothing.
    ///
    /// # Errors
    /// [`QuestionError`], the asker's mistake.
    pub fn facets(&self, actor_type: Option<ActorType>, filter: &ActorFilter) -> Result<Facets, QuestionError> {
        let whole = self.check(filter, None)?;
        let whole = self.members(actor_type, &whole).into_owned();
        let places = week_places(&filter.weekdays, &filter.daytimes);
        let as_whole = filter.themes.is_empty() && places.is_empty();
        let themes = self
            .under_others(actor_type, filter, Aside::Themes, as_whole, &whole, |set| self.count_themes(set, &places))?;
        let no_districts = filter.districts.is_empty();
        let family = district_family(filter.district_relation);
        let districts = self.under_others(actor_type, filter, Aside::Districts, no_districts, &whole, |set| {
            self.count_districts(family, set)
        })?;
        let kinds = self.under_others(actor_type, filter, Aside::Kinds, filter.kinds.is_empty(), &whole, |set| {
            let words = KIND_WORDS.iter().enumerate();
            let mut kinds: Vec<_> = words.map(|(at, word)| (*word, self.count(Family::Kind, at, set))).collect();
            kinds.retain(|(_, count)| *count > 0);
            kinds.sort_by_key(|(word, count)| (Reverse(*count), *word));
            kinds
        })?;
        let no_languages = filter.languages.is_empty();
        let languages = self.under_others(actor_type, filter, Aside::Languages, no_languages, &whole, |set| {
            let tags = self.tables.languages.iter();
            let mut languages: Vec<_> =
                tags.map(|(no, tag)| (tag.clone(), self.count(Family::Language, no as usize, set))).collect();
            languages.retain(|(_, count)| *count > 0);
            languages.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            languages
        })?;
        let no_groups = filter.target_groups.is_empty();
        let target_groups = self.under_others(actor_type, filter, Aside::TargetGroups, no_groups, &whole, |set| {
            let words = TargetGroup::ALL.iter();
            let groups = words.map(|it| (*it, self.count(Family::TargetGroup, target_group_place(*it) as usize, set)));
            groups.filter(|(_, count)| *count > 0).collect()
        })?;
        Ok(Facets { themes, districts, kinds, languages, target_groups })
    }

    /// How many of a filter's actors each district has, all conditions kept; districts count by the filter's relation.
    ///
    /// # Errors
    /// [`QuestionError`], the asker's mistake.
    pub fn district_counts(
        &self,
        actor_type: Option<ActorType>,
        filter: &ActorFilter,
    ) -> Result<Vec<(DistrictNo, u64)>, QuestionError> {
        let checked = self.check(filter, None)?;
        Ok(self.count_districts(district_family(filter.district_relation), &self.members(actor_type, &checked)))
    }

    /// Counts under all conditions but one list's; where that list is empty, those are all conditions.
    fn under_others<T>(
        &self,
        actor_type: Option<ActorType>,
        filter: &ActorFilter,
        aside: Aside,
        is_empty: bool,
        whole: &RoaringBitmap,
        count: impl Fn(&RoaringBitmap) -> T,
    ) -> Result<T, QuestionError> {
        if is_empty {
            return Ok(count(whole));
        }
        let others: Checked = self.check(filter, Some(aside))?;
        Ok(count(&self.members(actor_type, &others)))
    }

    fn count(&self, family: Family, index: usize, set: &RoaringBitmap) -> u64 {
        self.indexes.actors.get(family, index).intersection_len(set)
    }

    /// Counts by theme; where places of the week are asked for, those who are there then for that theme.
    fn count_themes(&self, set: &RoaringBitmap, places: &[u32]) -> Vec<(ThemeNo, u64)> {
        let count = |no: ThemeNo| match places {
            [] => self.count(Family::Theme, no.index(), set),
            places => self.count(Family::Theme, no.index(), &(&*self.open_at_places(places, &[no]) & set)),
        };
        let counted = self.themes().map(|no| (no, count(no)));
        counted.filter(|(_, count)| *count > 0).collect()
    }

    fn count_districts(&self, family: Family, set: &RoaringBitmap) -> Vec<(DistrictNo, u64)> {
        let counted = self.districts().map(|no| (no, self.count(family, no.index(), set)));
        counted.filter(|(_, count)| *count > 0).collect()
    }

    /// How many of a filter's actors work on each theme in each district, and where there is
    /// nobody. Districts count by the filter's relation. A gap is a theme and a borough or quarter.
    ///
    /// # Errors
    /// [`QuestionError`], the asker's mistake.
    pub fn coverage(&self, filter: &ActorFilter) -> Result<Coverage, QuestionError> {
        let checked = self.check(filter, None)?;
        let members = self.members(None, &checked);
        let family = district_family(filter.district_relation);
        let (themes, districts): (Vec<_>, Vec<_>) = (self.themes().collect(), self.districts().collect());
        let mut counts = Vec::with_capacity(themes.len() * districts.len());
        let mut gaps = Vec::new();
        for theme in &themes {
            let row = &**self.indexes.actors.get(Family::Theme, theme.index()) & &*members;
            for district in &districts {
                let count = if row.is_empty() { 0 } else { self.count(family, district.index(), &row) };
                counts.push(count);
                if count == 0 && self.district(*district).data().level != DistrictLevel::City {
                    gaps.push((*theme, *district));
                }
            }
        }
        Ok(Coverage { themes, districts, counts, gaps, total: members.len() })
    }
}
