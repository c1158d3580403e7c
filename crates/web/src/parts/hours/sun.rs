//! Times that follow the sun, in words: "Montag bis Freitag: 08:00 bis 60 Min. vor Sonnenuntergang".

use domain::hours::{SunHours, SunTime};

use crate::{Visit, words::clock};

/// What the table of a week shows with the times of its days, as the rule that makes them.
pub(super) fn sun_words(visit: &Visit<'_>, hours: &SunHours) -> String {
    let words = visit.words();
    let days = match hours.weekdays.as_slice() {
        [] => visit.say("hours-daily").into_owned(),
        days => words.weekdays(days),
    };
    format!("{days}: {}", sun_times(visit, &hours.times))
}

/// Times that follow the sun, in a row.
pub(super) fn sun_times(visit: &Visit<'_>, times: &[(SunTime, SunTime)]) -> String {
    let words = visit.words();
    let times = times.iter().map(|(from, until)| words.from_until(time(visit, *from), time(visit, *until)));
    times.collect::<Vec<_>>().join(words.comma())
}

fn time(visit: &Visit<'_>, time: SunTime) -> String {
    let (event, minutes) = match time {
        SunTime::Clock(time) => return clock(time),
        SunTime::Event(event, minutes) => (event, i64::from(minutes)),
    };
    let key = match minutes {
        0 => return visit.words().with("hours-sun", [("event", event.word().into())]).into_owned(),
        ..0 => "hours-sun-before",
        _ => "hours-sun-after",
    };
    visit.words().with(key, [("n", minutes.abs().into()), ("event", event.word().into())]).into_owned()
}
