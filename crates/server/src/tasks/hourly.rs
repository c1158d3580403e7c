//! Work of which so much may be done in an hour, by all nodes together and over restarts: what was done is counted in the
//! store.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

/// How often there is a look for more to do.
const HOUR: Duration = Duration::from_secs(3600);
/// How often it is looked whether some of the hour's work may be done again.
const LOOK_EVERY: Duration = Duration::from_secs(300);

/// Since when what was done counts.
pub(super) fn hour_ago() -> DateTime<Utc> {
    Utc::now() - TimeDelta::hours(1)
}

/// How much may be done now, where so much was done in the last hour.
pub(super) fn allowance(per_hour: usize, done: u64) -> usize {
    per_hour.saturating_sub(usize::try_from(done).unwrap_or(usize::MAX))
}

/// How long to wait after a run that did so much of what was allowed.
pub(super) fn pause_after(done: usize, allowed: usize) -> Duration {
    if done < allowed { HOUR } else { LOOK_EVERY }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_did_in_the_hour_is_not_done_again() {
        assert_eq!((allowance(60, 0), allowance(60, 45), allowance(60, 61)), (60, 15, 0));
        assert_eq!((pause_after(3, 60), pause_after(0, 60)), (HOUR, HOUR), "nothing more is due");
        assert_eq!((pause_after(60, 60), pause_after(0, 0)), (LOOK_EVERY, LOOK_EVERY), "more may be due");
    }
}
