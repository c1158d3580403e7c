//! Filters of the directory in those of an address: what a question was taken for goes in, and comes out again when
//! another one is typed.

use directory::{ActorFilter, Snapshot};

use super::{Filters, parameter_error::parameter_of, reading::QueryReader};

impl Filters {
    /// Adds what a filter asks for.
    pub fn include(&mut self, other: &ActorFilter) {
        let add = |list: &mut Vec<String>, values: &[String]| {
            list.extend(values.iter().cloned());
            list.sort_unstable();
            list.dedup();
        };
        add(&mut self.themes, &other.themes);
        self.all_themes |= other.requires_all_themes();
        add(&mut self.districts, &other.districts);
        add(&mut self.kinds, &other.kinds);
        add(&mut self.languages, &other.languages);
        add(&mut self.target_groups, &other.target_groups);
        add(&mut self.fields_of_action, &other.fields_of_action);
        if let [actor_type] = other.types[..] {
            self.actor_type = Some(actor_type);
        }
        self.free_of_charge |= other.free_of_charge == Some(true);
        self.confidential |= other.confidential == Some(true);
        self.by_appointment = other.by_appointment.or(self.by_appointment);
        self.wheelchair.extend(&other.wheelchair);
        self.wheelchair.sort_unstable();
        self.wheelchair.dedup();
        self.accessibility.extend(&other.accessibility);
        self.accessibility.sort_unstable();
        self.accessibility.dedup();
        self.availability.extend(&other.availability);
        self.availability.sort_unstable();
        self.availability.dedup();
        self.weekdays.extend(&other.weekdays);
        self.weekdays.sort_unstable_by_key(chrono::Weekday::num_days_from_monday);
        self.weekdays.dedup();
        self.daytimes.extend(&other.daytimes);
        self.daytimes.sort_unstable();
        self.daytimes.dedup();
        self.age = other.age.and_then(|age| u8::try_from(age).ok()).or(self.age);
        self.open_now |= other.open_at.is_some();
        self.near = other.near.or(self.near);
        if let Some(negated) = &other.not {
            self.excluded.include(negated);
        }
        self.drop_contradictions();
    }

    /// Takes out what a filter asks for.
    pub fn exclude(&mut self, other: &ActorFilter) {
        let remove = |list: &mut Vec<String>, values: &[String]| list.retain(|value| !values.contains(value));
        self.all_themes &= !other.requires_all_themes();
        remove(&mut self.themes, &other.themes);
        self.all_themes &= self.themes.len() > 1;
        remove(&mut self.districts, &other.districts);
        remove(&mut self.kinds, &other.kinds);
        remove(&mut self.languages, &other.languages);
        remove(&mut self.target_groups, &other.target_groups);
        remove(&mut self.fields_of_action, &other.fields_of_action);
        self.actor_type = self.actor_type.filter(|actor_type| !other.types.contains(actor_type));
        self.free_of_charge &= other.free_of_charge != Some(true);
        self.confidential &= other.confidential != Some(true);
        self.by_appointment = self.by_appointment.filter(|_| other.by_appointment != self.by_appointment);
        self.wheelchair.retain(|access| !other.wheelchair.contains(access));
        self.accessibility.retain(|aid| !other.accessibility.contains(aid));
        self.availability.retain(|availability| !other.availability.contains(availability));
        self.weekdays.retain(|day| !other.weekdays.contains(day));
        self.daytimes.retain(|time| !other.daytimes.contains(time));
        self.age = self.age.filter(|age| other.age != Some(i32::from(*age)));
        self.open_now &= other.open_at.is_none();
        self.near = self.near.filter(|near| other.near != Some(*near));
        if let Some(negated) = &other.not {
            self.excluded.remove(negated);
        }
    }

    /// Takes out of what must not be what is asked for.
    pub(super) fn drop_contradictions(&mut self) {
        let asked = ActorFilter {
            themes: self.themes.clone(),
            districts: self.districts.clone(),
            kinds: self.kinds.clone(),
            languages: self.languages.clone(),
            target_groups: self.target_groups.clone(),
            fields_of_action: self.fields_of_action.clone(),
            types: self.actor_type.into_iter().collect(),
            ..ActorFilter::default()
        };
        self.excluded.remove(&asked);
    }

    /// Takes out themes and districts that stand above others which are asked for too: a value of one list is an
    /// alternative, so the lower ones would change nothing. Where all themes are asked for, the lower one has the one above.
    pub fn drop_parents(&mut self, snapshot: &Snapshot) {
        let lineages = self.themes.iter().filter_map(|slug| {
            let no = snapshot.theme_by_slug(slug)?;
            Some(snapshot.theme(no).lineage().iter().copied().filter(move |above| *above != no))
        });
        let above: Vec<_> = lineages.flatten().collect();
        self.themes.retain(|slug| snapshot.theme_by_slug(slug).is_none_or(|no| !above.contains(&no)));
        let lineages = self.districts.iter().filter_map(|slug| {
            let no = snapshot.district_by_slug(slug)?;
            Some(snapshot.district(no).lineage().iter().copied().filter(move |above| *above != no))
        });
        let above: Vec<_> = lineages.flatten().collect();
        self.districts.retain(|slug| snapshot.district_by_slug(slug).is_none_or(|no| !above.contains(&no)));
        self.all_themes &= self.themes.len() > 1;
    }

    /// One parameter with a value; everything where it cannot be asked.
    pub fn of_parameter(name: &str, value: &str) -> Self {
        let mut reading = QueryReader::default();
        reading.take(name, value);
        reading.finish().0.filters
    }

    /// Adds one value of a field as the API names both, such as `themes` and `language.german`; with `is_negated` to
    /// what must not be. Whether an address can say it.
    pub fn include_value(&mut self, field: &str, value: &str, is_negated: bool) -> bool {
        let Some(parameter) = parameter_of(field, is_negated) else { return false };
        let value = match value {
            "true" => "yes",
            "false" => "no",
            value => value,
        };
        let before = std::mem::take(self);
        let mut reading = QueryReader::from(before.clone());
        reading.take(parameter, value);
        let (search, mistakes) = reading.finish();
        *self = search.filters;
        if self.relation != before.relation {
            self.relation = before.relation;
        }
        mistakes.is_empty() && *self != before
    }
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;
    use domain::vocabulary::Daytime;

    use super::*;

    fn understood() -> ActorFilter {
        ActorFilter {
            themes: vec!["language".to_owned()],
            languages: vec!["ro".to_owned()],
            free_of_charge: Some(true),
            by_appointment: Some(false),
            weekdays: vec![Weekday::Sat],
            daytimes: vec![Daytime::Evening],
            age: Some(8),
            not: Some(Box::new(ActorFilter { districts: vec!["eickel".to_owned()], ..ActorFilter::default() })),
            ..ActorFilter::default()
        }
    }

    #[test]
    fn what_goes_in_comes_out_and_leaves_what_was_there() {
        let chosen = Filters { themes: vec!["work".to_owned()], confidential: true, ..Filters::default() };
        let mut filters = chosen.clone();
        filters.include(&understood());
        assert_eq!(
            filters.to_query(),
            "theme=language&theme=work&language=ro&free=yes&appointment=no&confidential=yes&day=saturday&time=evening\
             &age=8&not_district=eickel"
        );
        let mut twice = filters.clone();
        twice.include(&understood());
        assert_eq!(twice, filters);
        filters.exclude(&understood());
        assert_eq!(filters, chosen);
    }

    #[test]
    fn a_value_is_added_by_the_names_of_the_api() {
        let mut filters = Filters { open_now: true, ..Filters::default() };
        for (field, value) in [("targetGroups", "women"), ("byAppointment", "false"), ("weekdays", "monday")] {
            assert!(filters.include_value(field, value, false), "{field}");
        }
        assert_eq!(filters.to_query(), "group=women&appointment=no&day=monday&open=now");
        assert!(!filters.include_value("targetGroups", "women", false), "it is there");
        assert!(!filters.include_value("near", "me", false), "no address says it");
        assert!(!filters.include_value("weekdays", "someday", false), "no day");
        assert_eq!(filters.to_query(), "group=women&appointment=no&day=monday&open=now");
        assert!(filters.include_value("districts", "eickel", true) && filters.include_value("types", "network", true));
        assert!(!filters.include_value("freeOfCharge", "true", true), "no address says it");
        assert!(!filters.include_value("targetGroups", "women", true), "it is asked for");
        assert_eq!(
            filters.to_query(),
            "group=women&appointment=no&day=monday&open=now&not_type=network&not_district=eickel"
        );
    }
}
