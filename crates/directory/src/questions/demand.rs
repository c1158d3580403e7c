//! What a question without result asked for, as it may be counted.

use domain::{DemandKey, Language};

use crate::{ActorFilter, Snapshot};

/// Of a filter that names more combinations than this nothing is counted: who ticks so much looks for nothing in
/// particular, and one question should not weigh as much as many.
pub const MAX_DEMAND_KEYS: usize = 12;

impl Snapshot {
    /// What of a filter is counted where it has no result: each theme with each district and each language that it
    /// names by itself. Whatever else it says, words above all, is not counted; nor is a filter that names a language
    /// which neither the vocabulary nor anybody in the directory knows, so that nobody can bring in a key.
    pub fn demand_keys(&self, filter: &ActorFilter) -> Vec<DemandKey> {
        let themes = filter.themes.iter().map(|slug| Some(self.theme(self.theme_by_slug(slug)?).record().id));
        let districts =
            filter.districts.iter().map(|slug| Some(self.district(self.district_by_slug(slug)?).record().id));
        let languages = filter.languages.iter().map(|tag| self.known_language(tag));
        let (Some(themes), Some(districts), Some(languages)) =
            (distinct_values(themes), distinct_values(districts), distinct_values(languages))
        else {
            return Vec::new();
        };
        let combinations = [themes.len(), districts.len(), languages.len()].into_iter().product::<usize>();
        if combinations > MAX_DEMAND_KEYS {
            return Vec::new();
        }
        let mut keys = Vec::with_capacity(combinations);
        for theme in &themes {
            for district in &districts {
                let key = |language: &Option<Language>| DemandKey {
                    theme: *theme,
                    district: *district,
                    language: language.clone(),
                };
                keys.extend(languages.iter().map(key).filter(|key| *key != DemandKey::default()));
            }
        }
        keys
    }

    fn known_language(&self, tag: &str) -> Option<Language> {
        let language: Language = tag.parse().ok()?;
        let is_known = language.names().is_some() || self.tables.languages.number(&language).is_some();
        is_known.then_some(language)
    }
}

/// The values of a list, each once, a single none where the list is empty; `None` where something in it is unknown.
fn distinct_values<T: PartialEq>(values: impl Iterator<Item = Option<T>>) -> Option<Vec<Option<T>>> {
    let mut distinct: Vec<Option<T>> = Vec::new();
    for value in values {
        let value = Some(value?);
        if !distinct.contains(&value) {
            distinct.push(value);
        }
    }
    if distinct.is_empty() {
        distinct.push(None);
    }
    Some(distinct)
}
