//! Sort keys: one shape for every order, so that one paging helper serves them all.

use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate, Utc};
use icu_collator::{CollatorBorrowed, CollatorPreferences, options::CollatorOptions};
use uuid::Uuid;

/// The collation of the Unicode root locale, which CLDR gives German too (ä sorts with a, ß with ss).
static COLLATOR: LazyLock<CollatorBorrowed<'static>> = LazyLock::new(|| {
    CollatorBorrowed::try_new(CollatorPreferences::default(), CollatorOptions::default())
        .expect("the root collation is compiled in")
});

/// Bytes that compare as German readers expect the texts to.
pub(crate) fn collation_key(text: &str) -> Box<[u8]> {
    let mut key = Vec::with_capacity(text.len() + 16);
    let Ok(()) = COLLATOR.write_sort_key_to(text, &mut key);
    key.into_boxed_slice()
}

/// Where an entry stands in an order: by what leads it, then by name or title, then by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key<'a> {
    pub(crate) lead: u64,
    pub(crate) text: &'a [u8],
    pub(crate) id: Uuid,
}

/// The same, read back from a cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OwnedKey {
    pub(crate) lead: u64,
    pub(crate) text: Vec<u8>,
    pub(crate) id: Uuid,
}

impl OwnedKey {
    pub(crate) fn as_key(&self) -> Key<'_> {
        Key { lead: self.lead, text: &self.text, id: self.id }
    }
}

/// Times as numbers that grow with them.
pub(crate) fn earliest_first(time: DateTime<Utc>) -> u64 {
    time.timestamp_micros().cast_unsigned() ^ (1 << 63)
}

/// Times as numbers that fall with them.
pub(crate) fn newest_first(time: DateTime<Utc>) -> u64 {
    !earliest_first(time)
}

/// Days as numbers that fall with them; never comes last.
pub(crate) fn latest_day_first(day: Option<NaiveDate>) -> u64 {
    day.map_or(u64::MAX, |day| !(i64::from(day.to_epoch_days()).cast_unsigned() ^ (1 << 63)))
}

/// Non-negative numbers as bits that grow with them (IEEE 754 keeps their order).
pub(crate) fn smallest_first(number: f64) -> u64 {
    number.to_bits()
}

/// Non-negative numbers as bits that fall with them.
pub(crate) fn largest_first(number: f32) -> u64 {
    !u64::from(number.to_bits())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_sort_as_german_readers_expect() {
        let mut names = ["Zeche", "Ärzte", "Apfel", "ägyptisch", "Straße", "Strasse", "zwei", "Ä"];
        names.sort_by_key(|name| collation_key(name));
        assert_eq!(names, ["Ä", "ägyptisch", "Apfel", "Ärzte", "Strasse", "Straße", "Zeche", "zwei"]);
    }

    #[test]
    fn days_and_times_lead_newest_first() {
        let day = |text: &str| Some(text.parse::<NaiveDate>().expect("day"));
        assert!(latest_day_first(day("2026-05-01")) < latest_day_first(day("1969-05-01")));
        assert!(latest_day_first(day("1900-01-01")) < latest_day_first(None));
        let time = |text: &str| text.parse::<DateTime<Utc>>().expect("time");
        assert!(newest_first(time("2026-01-01T00:00:00Z")) < newest_first(time("1960-01-01T00:00:00Z")));
        assert!(largest_first(3.0) < largest_first(0.5) && smallest_first(0.5) < smallest_first(3.0));
    }
}
