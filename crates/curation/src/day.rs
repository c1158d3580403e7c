//! Days of a time zone.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

/// The day an instant falls on in a time zone.
pub(crate) fn day_in(at: DateTime<Utc>, zone: Tz) -> NaiveDate {
    at.with_timezone(&zone).date_naive()
}
