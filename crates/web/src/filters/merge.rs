//! Filters of the directory in those of an address: what a question was taken for goes in, and comes out again when
//! another one is typed.

use directory::{ActorFilter, Snapshot};

use super::{Filters, reading::QueryReader};

impl Filters {
    /// Adds what a filter asks for.
    pub fn include(&mut self, other: &ActorFilter) {
        let add = |list: &mut Vec<String>, values: &[String]| {
            list.extend(values.iter().cloned());
            list.sort_unstable();
            list.dedup();
        };
        add(&mut self.themes, &other.themes);
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
        self.weekdays.extend(&other.weekdays);
        self.weekdays.sort_unstable_by_key(chrono::Weekday::num_days_from_monday);
        self.weekdays.dedup();
        self.daytimes.extend(&other.daytimes);
        self.daytimes.sort_unstable();
        self.daytimes.dedup();
        self.age = other.age.and_then(|age| u8::try_from(age).ok()).or(self.age);
        self.open_now |= other.open_at.is_some();
        self.near = other.near.or(self.near);
    }

    /// Takes out what a filter asks for.
    pub fn exclude(&mut self, other: &ActorFilter) {
        let remove = |list: &mut Vec<String>, values: &[String]| list.retain(|value| !values.contains(value));
        remove(&mut self.themes, &other.themes);
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
        self.weekdays.retain(|day| !other.weekdays.contains(day));
        self.daytimes.retain(|time| !other.daytimes.contains(time));
        self.age = self.age.filter(|age| other.age != Some(i32::from(*age)));
        self.open_now &= other.open_at.is_none();
        self.near = self.near.filter(|near| other.near != Some(*near));
    }

    /// Takes out themes and districts that stand above others which are asked for too: a value of one list is an
    /// alternative, so the lower ones would change nothing.
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
    }

    /// Adds one value of a field as the API names both, such as `themes` and `language.german`. Whether an address can
    /// say it.
    pub fn include_value(&mut self, field: &str, value: &str) -> bool {
        let parameter = match field {
            "themes" => "theme",
            "districts" => "district",
            "kinds" => "kind",
            "languages" => "language",
            "targetGroups" => "group",
            "fieldsOfAction" => "field",
            "types" => "type",
            "freeOfCharge" => "free",
            "byAppointment" => "appointment",
            "confidential" => "confidential",
            "wheelchair" => "wheelchair",
            "weekdays" => "day",
            "daytimes" => "time",
            "age" => "age",
            "openAt" => "open",
            _ => return false,
        };
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
             &age=8"
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
            assert!(filters.include_value(field, value), "{field}");
        }
        assert_eq!(filters.to_query(), "group=women&appointment=no&day=monday&open=now");
        assert!(!filters.include_value("targetGroups", "women"), "it is there");
        assert!(!filters.include_value("near", "me"), "no address says it");
        assert!(!filters.include_value("weekdays", "someday"), "no day");
        assert_eq!(filters.to_query(), "group=women&appointment=no&day=monday&open=now");
    }
}
