//! What a calendar holds, and how its lines are written.

use directory::{Settings, testing::World};

use super::*;

#[test]
fn every_event_is_in_the_calendar_with_its_local_time() {
    let snapshot = Snapshot::build(Settings::default(), World::new(3, 80).into_facts()).expect("a snapshot");
    let events: Vec<EventNo> = snapshot.all_events().collect();
    let now = "2026-05-01T00:00:00Z".parse().expect("a time");
    let text = calendar(&snapshot, &events, "de", None, now, &|_| "https://example.org/".to_owned());
    assert!(!events.is_empty());
    assert_eq!(text.matches("BEGIN:VEVENT\r\n").count(), events.len());
    assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.ends_with("END:VCALENDAR\r\n"));
    for no in events {
        let event = snapshot.event(no).record();
        assert!(text.contains(&format!("UID:{}\r\n", event.id)));
        let start = match event.data.all_day {
            true => format!("DTSTART;VALUE=DATE:{}\r\n", day(event.data.starts_at.date())),
            false => format!("DTSTART;TZID=Europe/Berlin:{}\r\n", local(event.data.starts_at)),
        };
        assert!(text.contains(&start), "{start}");
        assert!(!event.data.cancelled || text.contains("STATUS:CANCELLED\r\n"));
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

#[test]
fn the_last_day_of_a_rule_of_whole_days_is_a_day() {
    let berlin = chrono_tz::Europe::Berlin;
    for (rule, told) in [
        ("FREQ=WEEKLY;UNTIL=20260701", "FREQ=WEEKLY;UNTIL=20260701"),
        ("FREQ=WEEKLY;UNTIL=20261201T180000", "FREQ=WEEKLY;UNTIL=20261201"),
        ("FREQ=DAILY;UNTIL=20261130T233000Z", "FREQ=DAILY;UNTIL=20261201"),
    ] {
        assert_eq!(rule_in_days(rule, berlin), told);
    }
}

/// The lines of a calendar with one event, whose fields are `more`.
fn lines_of(more: &serde_json::Value) -> Vec<String> {
    use domain::{
        Actor, ActorKind, Entity, Event, Gazetteer, LifeStatus, Record,
        publication::{PublicationChange, Publish},
        record::EntityRef,
        vocabulary::OrganisationKind,
    };
    fn change<E: Entity>(number: u128, data: E) -> PublicationChange
    where
        Record<E>: Publish,
    {
        let at = "2026-05-01T00:00:00Z".parse().expect("a time");
        let record = Record::new(uuid::Uuid::from_u128(number).into(), at, data);
        let entity = EntityRef::of::<E>(record.id);
        PublicationChange { sequence: number as u64, at, entity, fact: record.publish(&Gazetteer::default()) }
    }
    let kind = ActorKind::Organisation(OrganisationKind::Culture);
    let mut actor = Actor::new("verein".parse().expect("a slug"), kind, "Verein".to_owned());
    actor.status = LifeStatus::Published;
    let mut event = serde_json::json!({
        "hosts": [uuid::Uuid::from_u128(1)], "status": "published", "title": { "de": "Fest" },
    });
    event.as_object_mut().expect("an object").extend(more.as_object().expect("fields").clone());
    let event: Event = serde_json::from_value(event).expect("an event");
    let snapshot = Snapshot::build(Settings::default(), vec![change(1, actor), change(2, event)]).expect("a snapshot");
    let events: Vec<EventNo> = snapshot.all_events().collect();
    let now = "2026-05-01T00:00:00Z".parse().expect("a time");
    let text = calendar(&snapshot, &events, "de", None, now, &|_| "https://example.org/event/fest".to_owned());
    let event = text.split("BEGIN:VEVENT\r\n").nth(1).expect("an event");
    event.split("\r\n").map(str::to_owned).collect()
}

#[test]
fn dates_that_are_left_out_are_told_with_their_times() {
    let lines = lines_of(&serde_json::json!({
        "starts_at": "2026-06-02T18:00:00", "ends_at": "2026-06-02T20:00:00",
        "recurrence": "RRULE:FREQ=WEEKLY;BYDAY=TU", "excluded_dates": ["2026-06-16", "2026-06-17"],
    }));
    for line in [
        "DTSTART;TZID=Europe/Berlin:20260602T180000",
        "DTEND;TZID=Europe/Berlin:20260602T200000",
        "RRULE:FREQ=WEEKLY;BYDAY=TU",
        "EXDATE;TZID=Europe/Berlin:20260616T180000",
        "STATUS:CONFIRMED",
        "URL:https://example.org/event/fest",
    ] {
        assert!(lines.iter().any(|one| one == line), "{line}: {lines:?}");
    }
    assert_eq!(lines.iter().filter(|line| line.starts_with("EXDATE")).count(), 1, "the 17th is no Tuesday: {lines:?}");
}

#[test]
fn whole_days_have_no_time_and_end_with_the_day_behind_the_last() {
    let lines = lines_of(&serde_json::json!({
        "starts_at": "2026-06-02T10:00:00", "ends_at": "2026-06-04T17:00:00", "all_day": true, "cancelled": true,
        "recurrence": "FREQ=MONTHLY;UNTIL=20261201T180000Z", "excluded_dates": ["2026-07-02"],
    }));
    for line in [
        "DTSTART;VALUE=DATE:20260602",
        "DTEND;VALUE=DATE:20260605",
        "RRULE:FREQ=MONTHLY;UNTIL=20261201",
        "EXDATE;VALUE=DATE:20260702",
        "STATUS:CANCELLED",
    ] {
        assert!(lines.iter().any(|one| one == line), "{line}: {lines:?}");
    }
}

#[test]
fn where_to_register_stands_behind_the_description() {
    let link = "https://example.org/anmeldung?kurs=5";
    for (more, line) in [
        (serde_json::json!({}), "DESCRIPTION;LANGUAGE=de:Anmeldung: https://example.org/anmeldung?kurs=5"),
        (
            serde_json::json!({ "description": { "en": "Bring a cup" } }),
            "DESCRIPTION;LANGUAGE=en:Bring a cup\\n\\nRegistration: ",
        ),
    ] {
        let mut event = serde_json::json!({ "starts_at": "2026-06-02T18:00:00", "registration_url": link });
        event.as_object_mut().expect("an object").extend(more.as_object().expect("fields").clone());
        let lines = lines_of(&event);
        assert!(lines.iter().any(|one| one.starts_with(line)), "{line}: {lines:?}");
    }
}

#[test]
fn a_start_that_the_change_to_summer_leaves_out_keeps_its_length() {
    let lines = lines_of(&serde_json::json!({
        "starts_at": "2027-03-28T02:30:00", "ends_at": "2027-03-28T04:00:00", "recurrence": "FREQ=WEEKLY",
    }));
    for line in ["DTSTART;TZID=Europe/Berlin:20270328T023000", "DURATION:PT90M"] {
        assert!(lines.iter().any(|one| one == line), "{line}: {lines:?}");
    }
    assert!(!lines.iter().any(|line| line.starts_with("DTEND")), "{lines:?}");
}
