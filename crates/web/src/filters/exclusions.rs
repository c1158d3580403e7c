//! What must not be: `/?theme=language&not_district=eickel`.
//!
//! Each of these conditions must not be met, so that "not in Eickel" and "not in German" together leave whoever is
//! neither. What is asked for and excluded by the same value is asked for.

use directory::{ActorFilter, DistrictRelation};
use domain::ActorType;

/// The values that must not be. Lists are sorted and hold nothing twice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Exclusions {
    /// `not_type`
    pub types: Vec<ActorType>,
    /// `not_theme`, slugs.
    pub themes: Vec<String>,
    /// `not_district`, slugs, by the relation that districts are asked for with.
    pub districts: Vec<String>,
    /// `not_kind`, words.
    pub kinds: Vec<String>,
    /// `not_language`, tags.
    pub languages: Vec<String>,
    /// `not_group`, words of target groups.
    pub target_groups: Vec<String>,
    /// `not_field`, words of fields of action.
    pub fields_of_action: Vec<String>,
}

impl Exclusions {
    /// Whether nothing is excluded.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The conditions, one for each list.
    pub(super) fn conditions(&self, district_relation: DistrictRelation) -> Vec<ActorFilter> {
        let none = ActorFilter::default;
        let negated = [
            ActorFilter { types: self.types.clone(), ..none() },
            ActorFilter { themes: self.themes.clone(), ..none() },
            ActorFilter { districts: self.districts.clone(), ..none() },
            ActorFilter { kinds: self.kinds.clone(), ..none() },
            ActorFilter { languages: self.languages.clone(), ..none() },
            ActorFilter { target_groups: self.target_groups.clone(), ..none() },
            ActorFilter { fields_of_action: self.fields_of_action.clone(), ..none() },
        ];
        let related = |inner: ActorFilter| match inner.districts.is_empty() {
            true => inner,
            false => ActorFilter { district_relation, ..inner },
        };
        let negate = |inner| ActorFilter { not: Some(Box::new(related(inner))), ..none() };
        negated.into_iter().filter(|inner| *inner != none()).map(negate).collect()
    }

    /// The parameters in their order.
    pub(crate) fn pairs(&self) -> Vec<(&'static str, String)> {
        let lists = [
            ("not_theme", &self.themes),
            ("not_district", &self.districts),
            ("not_kind", &self.kinds),
            ("not_language", &self.languages),
            ("not_group", &self.target_groups),
            ("not_field", &self.fields_of_action),
        ];
        let types = self.types.iter().map(|actor_type| ("not_type", actor_type.slug().to_owned()));
        let values = lists.into_iter().flat_map(|(name, list)| list.iter().map(move |value| (name, value.clone())));
        types.chain(values).collect()
    }

    /// The list of a parameter; none where it has no list of words.
    pub(super) fn list(&mut self, parameter: &str) -> Option<&mut Vec<String>> {
        Some(match parameter {
            "not_theme" => &mut self.themes,
            "not_district" => &mut self.districts,
            "not_kind" => &mut self.kinds,
            "not_language" => &mut self.languages,
            "not_group" => &mut self.target_groups,
            "not_field" => &mut self.fields_of_action,
            _ => return None,
        })
    }

    /// Takes out one value of a parameter.
    pub(crate) fn remove_value(&mut self, parameter: &str, value: &str) {
        match self.list(parameter) {
            Some(list) => list.retain(|one| one != value),
            None => self.types.retain(|actor_type| actor_type.slug() != value),
        }
    }

    /// Adds what a filter must not be.
    pub(super) fn include(&mut self, negated: &ActorFilter) {
        for (list, values) in self.lists_with(negated) {
            list.extend(values.iter().cloned());
            list.sort_unstable();
            list.dedup();
        }
        self.types.extend(&negated.types);
        self.types.sort_unstable();
        self.types.dedup();
    }

    /// Takes out what a filter must not be, or what it asks for.
    pub(super) fn remove(&mut self, other: &ActorFilter) {
        for (list, values) in self.lists_with(other) {
            list.retain(|value| !values.contains(value));
        }
        self.types.retain(|actor_type| !other.types.contains(actor_type));
    }

    fn lists_with<'a>(&mut self, other: &'a ActorFilter) -> [(&mut Vec<String>, &'a Vec<String>); 6] {
        [
            (&mut self.themes, &other.themes),
            (&mut self.districts, &other.districts),
            (&mut self.kinds, &other.kinds),
            (&mut self.languages, &other.languages),
            (&mut self.target_groups, &other.target_groups),
            (&mut self.fields_of_action, &other.fields_of_action),
        ]
    }
}
