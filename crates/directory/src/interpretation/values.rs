//! Values of a list, such as the cell "Seniorenarbeit" of a table's column of themes: read with the same words and
//! the same spelling as questions, but for one field only and without a filter.

use super::{
    Concept,
    concept::Aspect,
    matching::understand,
    tokens::{MeaningCache, QuestionReader},
};
use crate::{Snapshot, text::Word};

/// The longest value that is read, in characters; of a longer one nothing is understood.
const LONGEST_VALUE: usize = 200;

/// The fields whose values can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ValueField {
    /// Slugs of districts.
    Districts,
    /// Words for kinds.
    Kinds,
    /// Language tags.
    Languages,
    /// Words for target groups.
    TargetGroups,
    /// Slugs of themes.
    Themes,
}

/// What a value was taken for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ValueMeaning {
    /// For each phrase that was understood what it may mean: one value, or several of which the writer means one.
    pub alternatives: Vec<Vec<String>>,
    /// Whether every word that carries something was understood.
    pub is_complete: bool,
}

impl Snapshot {
    /// What a value of a list means for a field. `language` is the writer's primary tag.
    pub fn read_value(&self, text: &str, field: ValueField, language: &str) -> ValueMeaning {
        if text.chars().nth(LONGEST_VALUE).is_some() {
            return ValueMeaning::default();
        }
        let aspect = match field {
            ValueField::Districts => Aspect::District,
            ValueField::Kinds => Aspect::Kind,
            ValueField::Languages => Aspect::Language,
            ValueField::TargetGroups => Aspect::TargetGroup,
            ValueField::Themes => Aspect::Theme,
        };
        let exists = |concept: &Concept| concept.aspect() == aspect && self.has_concept(concept);
        let is_known = |_: &Word| false;
        let cache = MeaningCache::default();
        let vocabularies = self.vocabularies();
        let reading = QuestionReader { vocabularies, language, exists: &exists, is_known: &is_known, cache: &cache };
        let tokens = reading.tokens(text);
        let mut understood = understand(&reading, &tokens, |one, other| self.is_above(one, other));
        // What a theme's phrase names besides is of another field.
        understood.retain(|it| it.concepts.iter().all(|concept| concept.aspect() == aspect));
        understood.sort_by(|one, other| one.places.cmp(&other.places));
        let is_met = |place: usize| understood.iter().any(|it| it.places.contains(&place));
        let is_complete = tokens.iter().enumerate().all(|(place, token)| token.is_stop || is_met(place));
        let values = understood.iter().map(|it| it.concepts.iter().map(|concept| concept.field_and_value().1));
        ValueMeaning { alternatives: values.map(Iterator::collect).collect(), is_complete }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Settings;

    fn read(text: &str, field: ValueField) -> ValueMeaning {
        Snapshot::build(Settings::default(), []).expect("a snapshot").read_value(text, field, "de")
    }

    #[test]
    fn a_value_means_what_its_words_mean_in_its_own_field_only() {
        let groups = read("Familien m. Kindern", ValueField::TargetGroups);
        assert_eq!(groups.alternatives, [["families"]]);
        assert_eq!(read("Frauen", ValueField::Languages), ValueMeaning { is_complete: false, ..Default::default() });
        assert_eq!(read("Kurmanji", ValueField::Languages).alternatives, [["kmr"]]);
    }

    #[test]
    fn a_word_for_several_things_gives_all_of_them() {
        let mut kurdish = read("Kurdisch", ValueField::Languages).alternatives;
        kurdish[0].sort();
        assert_eq!(kurdish, [["ckb", "kmr"]]);
    }

    #[test]
    fn what_is_not_understood_and_what_is_too_long_is_no_value() {
        assert!(!read("Lingala", ValueField::Languages).is_complete);
        assert_eq!(read(&"Türkisch ".repeat(40), ValueField::Languages), ValueMeaning::default());
    }
}
