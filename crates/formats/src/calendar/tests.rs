//! What a calendar holds, and how its lines are written.

use directory::{Settings, testing::World};

use super::*;

#[test]
fn every_event_is_in_the_calendar_with_its_local_time() {
    let snapshot = Snapshot::build(Settings::default(), World::new(3, 80).into_facts()).expect("a snapshot");
    let events: Vec<EventNo> = snapshot.all_events().collect();
    let now = "2026-05-01T00:00:00Z".parse().expect("a time");
    let text = calendar(&snapshot, &events, now, &|_| "https://example.org/".to_owned());
    assert!(!events.is_empty());
    assert_eq!(text.matches("BEGIN:VEVENT\r\n").count(), events.len());
    assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.ends_with("END:VCALENDAR\r\n"));
    for no in events {
        let event = snapshot.event(no).record();
        assert!(text.contains(&format!("UID:{}\r\n", event.id)));
        assert!(text.contains(&format!("DTSTART;TZID=Europe/Berlin:{}\r\n", local(event.data.starts_at))));
    }
}

#[test]
fn the_last_day_of_a_rule_is_told_in_utc() {
    let berlin = chrono_tz::Europe::Berlin;
    for (rule, told) in [
        ("FREQ=WEEKLY;UNTIL=20260701", "FREQ=WEEKLY;UNTIL=20260701T215959Z"),
        ("FREQ=WEEKLY;UNTIL=20261201T180000;BYDAY=TU", "FREQ=WEEKLY;UNTIL=20261201T170000Z;BYDAY=TU"),
        ("FREQ=DAILY;UNTIL=20261201T180000Z", "FREQ=DAILY;UNTIL=20261201T180000Z"),
        ("FREQ=DAILY;COUNT=3", "FREQ=DAILY;COUNT=3"),
    ] {
        assert_eq!(rule_in_utc(rule, berlin), told);
    }
}
