//! What an import may not bring back: values whose consent was withdrawn, and persons who were forgotten.
//! A file may be older than either.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use domain::{ContactPerson, PersonField, PersonId, Record, rules::Problem, vocabulary::Visibility};
use messages::Message;

/// The withdrawals and erasures that are stored.
#[derive(Debug, Default)]
pub(super) struct Departed {
    withdrawn: HashMap<(PersonId, &'static str), NaiveDate>,
    forgotten: HashSet<PersonId>,
}

impl Departed {
    /// Learns what is stored of a person.
    pub(super) fn learn(&mut self, record: &Record<ContactPerson>) {
        let fields = by_field(&record.data);
        if fields.iter().all(|(_, value)| value.is_none()) {
            self.forgotten.insert(record.id);
        }
        for (field, value) in fields {
            if let Some(day) = value.and_then(|value| value.withdrawn_on) {
                self.withdrawn.insert((record.id, field), day);
            }
        }
    }

    /// What stands in the way of a person being written like this.
    pub(super) fn complaints(&self, id: PersonId, person: &ContactPerson) -> Vec<(String, Problem)> {
        if self.forgotten.contains(&id) {
            return vec![("id".to_owned(), Problem::Format(Message::new("import-erased-person")))];
        }
        let revived = by_field(person).into_iter().filter_map(|(field, value)| {
            let (day, value) = (self.withdrawn.get(&(id, field))?, value?);
            let revived =
                value.is_seen && value.withdrawn_on.is_none() && value.given_on.is_none_or(|given| given <= *day);
            let message = || Message::new("import-consent-withdrawn").with("day", day.to_string());
            revived.then(|| (format!("{field}.consent"), Problem::Format(message())))
        });
        revived.collect()
    }
}

/// What counts of one value.
struct PersonValue {
    is_seen: bool,
    given_on: Option<NaiveDate>,
    withdrawn_on: Option<NaiveDate>,
}

fn by_field(person: &ContactPerson) -> [(&'static str, Option<PersonValue>); 4] {
    fn value<T>(field: Option<&PersonField<T>>) -> Option<PersonValue> {
        field.map(|field| PersonValue {
            is_seen: field.visibility != Visibility::Internal,
            given_on: field.consent.as_ref().map(|consent| consent.given_on),
            withdrawn_on: field.consent.as_ref().and_then(|consent| consent.withdrawn_on),
        })
    }
    [
        ("name", value(person.name.as_ref())),
        ("role", value(person.role.as_ref())),
        ("phone", value(person.phone.as_ref())),
        ("email", value(person.email.as_ref())),
    ]
}
