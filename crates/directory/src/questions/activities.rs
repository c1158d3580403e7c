//! What offers and events are asked by alike: their own lists, and whose they are.

use std::{cmp::Reverse, sync::Arc};

use domain::vocabulary::TargetGroup;
use roaring::RoaringBitmap;

use super::{
    filter::{read_all, union},
    words::read_target_group,
};
use crate::{
    ActivityFilter, ActorFilter, Facets, QuestionError, Snapshot,
    snapshot::{
        families::{Families, Family},
        words::target_group_place,
    },
};

/// The lists that offers and events have in common.
pub(super) struct Lists<'a> {
    pub(super) themes: &'a [String],
    pub(super) districts: &'a [String],
    pub(super) languages: &'a [String],
    pub(super) target_groups: &'a [String],
    pub(super) conditions: &'a ActivityFilter,
}

/// A list that is left aside, to count what choosing in it would give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    Themes,
    Districts,
    Languages,
    TargetGroups,
}

impl Snapshot {
    /// The bitmaps of the lists that offers and events have in common.
    pub(super) fn common_sets(
        &self,
        families: &Families,
        lists: &Lists<'_>,
    ) -> Result<Vec<Arc<RoaringBitmap>>, QuestionError> {
        let not = lists.conditions;
        self.measure_lists(&[
            lists.themes,
            lists.districts,
            lists.languages,
            lists.target_groups,
            &not.not_themes,
            &not.not_languages,
            &not.not_target_groups,
        ])?;
        let themes = self.read_theme_places(lists.themes, "themes")?;
        let districts =
            read_all(lists.districts, "filter", "districts", |slug, at| Ok(self.read_district(slug, at)?.index()))?;
        let languages = self.read_language_places(lists.languages, "languages")?;
        let groups = read_group_places(lists.target_groups, "targetGroups")?;
        let mut asked = Vec::new();
        match lists.conditions.all_themes {
            true => asked.extend(themes.into_iter().map(|theme| (Family::Theme, vec![theme]))),
            false => asked.push((Family::Theme, themes)),
        }
        asked.extend([(Family::Either, districts), (Family::Language, languages), (Family::TargetGroup, groups)]);
        let asked = asked.iter().filter(|(_, list)| !list.is_empty());
        Ok(asked.map(|(family, list)| union(families, *family, list)).collect())
    }

    /// What is left out for its theme, language or target group.
    pub(super) fn excluded_members(
        &self,
        families: &Families,
        conditions: &ActivityFilter,
    ) -> Result<RoaringBitmap, QuestionError> {
        let lists = [
            (Family::Theme, self.read_theme_places(&conditions.not_themes, "not.themes")?),
            (Family::Language, self.read_language_places(&conditions.not_languages, "not.languages")?),
            (Family::TargetGroup, read_group_places(&conditions.not_target_groups, "not.targetGroups")?),
        ];
        let mut excluded = RoaringBitmap::new();
        for (family, list) in &lists {
            excluded |= &*union(families, *family, list);
        }
        Ok(excluded)
    }

    /// The actors of whom one must give an offer or host an event; none where anybody may.
    pub(super) fn owners_asked_for(&self, conditions: &ActivityFilter) -> Result<Option<RoaringBitmap>, QuestionError> {
        if conditions.actor_type.is_none() && conditions.actors == ActorFilter::default() {
            return Ok(None);
        }
        let checked = self.check_at("filter.actors", &conditions.actors, None)?;
        Ok(Some(self.members(conditions.actor_type, &checked).into_owned()))
    }

    fn read_theme_places(&self, slugs: &[String], name: &str) -> Result<Vec<usize>, QuestionError> {
        read_all(slugs, "filter", name, |slug, at| Ok(self.read_theme(slug, at)?.index()))
    }

    fn read_language_places(&self, tags: &[String], name: &str) -> Result<Vec<usize>, QuestionError> {
        read_all(tags, "filter", name, |tag, at| self.read_language_place(tag, at))
    }

    /// Facets of offers or events, of which `others` tells those under all conditions but one list's.
    pub(super) fn activity_facets(
        &self,
        families: &Families,
        others: impl Fn(Topic) -> Result<RoaringBitmap, QuestionError>,
    ) -> Result<Facets, QuestionError> {
        let count = |family, index, set: &RoaringBitmap| families.get(family, index).intersection_len(set);
        let set = others(Topic::Themes)?;
        let themes = self.themes().map(|no| (no, count(Family::Theme, no.index(), &set)));
        let themes = themes.filter(|(_, count)| *count > 0).collect();
        let set = others(Topic::Districts)?;
        let districts = self.districts().map(|no| (no, count(Family::Either, no.index(), &set)));
        let districts = districts.filter(|(_, count)| *count > 0).collect();
        let set = others(Topic::Languages)?;
        let tags = self.tables.languages.iter();
        let languages = tags.map(|(no, tag)| (tag.clone(), count(Family::Language, no as usize, &set)));
        let mut languages: Vec<_> = languages.filter(|(_, count)| *count > 0).collect();
        languages.sort_by(|a, b| Reverse(a.1).cmp(&Reverse(b.1)).then_with(|| a.0.cmp(&b.0)));
        let set = others(Topic::TargetGroups)?;
        let groups = TargetGroup::ALL.iter();
        let groups = groups.map(|it| (*it, count(Family::TargetGroup, target_group_place(*it) as usize, &set)));
        let target_groups = groups.filter(|(_, count)| *count > 0).collect();
        Ok(Facets { themes, districts, kinds: Vec::new(), languages, target_groups })
    }
}

fn read_group_places(words: &[String], name: &str) -> Result<Vec<usize>, QuestionError> {
    read_all(words, "filter", name, |word, at| Ok(read_target_group(word, at)? as usize))
}

/// What is in all of the sets; everything where there is none.
pub(super) fn intersect(families: &Families, sets: &[Arc<RoaringBitmap>]) -> RoaringBitmap {
    let mut sets: Vec<&RoaringBitmap> = sets.iter().map(|set| &**set).collect();
    sets.sort_by_key(|set| set.len());
    match sets.split_first() {
        None => (**families.all()).clone(),
        Some((smallest, others)) => others.iter().fold((*smallest).clone(), |left, set| left & *set),
    }
}
