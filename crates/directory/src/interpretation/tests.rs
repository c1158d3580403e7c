//! What is understood of questions to a directory of made-up words; `tests/questions.rs` asks the demo.

use std::sync::Arc;

use chrono::{DateTime, Utc, Weekday};
use domain::{SynonymTable, vocabulary::Daytime};

use super::MAX_QUESTION_WORDS;
use crate::{
    ActorFilter, EventPeriod, Interpretation, Live, QuestionError, Settings, Snapshot, Synonyms, testing::World,
};

fn snapshot() -> Snapshot {
    Snapshot::build(Settings::default(), World::new(7, 40).facts()).expect("a snapshot")
}

fn now() -> DateTime<Utc> {
    "2026-01-12T08:30:00Z".parse().expect("a time")
}

fn ask_in(language: &str, text: &str) -> Interpretation {
    snapshot().interpret(text, Some(language), now()).expect("an interpretation")
}

fn ask(text: &str) -> Interpretation {
    ask_in("de", text)
}

#[test]
fn every_word_is_taken_for_what_it_asks_for_in_any_order() {
    for text in ["Frauengruppe auf Rumänisch, freitags kostenlos", "kostenlos freitags: rumänische Frauen"] {
        let answer = ask(text);
        assert_eq!((answer.filter.languages, answer.filter.target_groups), (vec!["ro".into()], vec!["women".into()]));
        assert_eq!((answer.filter.free_of_charge, answer.filter.weekdays), (Some(true), vec![Weekday::Fri]), "{text}");
        assert_eq!(answer.words, "", "{text}");
    }
}

#[test]
fn synonyms_mean_what_staff_say_until_they_are_taken_back() {
    let live = Live::new(Arc::new(snapshot()));
    let ask = |text: &str, language: &str| live.load().interpret(text, Some(language), now()).expect("an answer");
    let entry = |table, key: &str, phrases: &[&str]| {
        (table, key.to_owned(), phrases.iter().map(|&phrase| phrase.to_owned()).collect())
    };
    assert_eq!(ask("Plauschrunden", "de").words, "Plauschrunden");
    live.store_synonyms(Synonyms::new(
        3,
        [
            entry(SynonymTable::Kinds, "women", &["Plauschrunde", "(Salon)"]),
            entry(SynonymTable::TargetGroups, "newcomers", &["Neuherner*"]),
            entry(SynonymTable::Features, "free-of-charge", &["für umme"]),
            entry(SynonymTable::Kinds, "nothing", &["Nichts"]),
        ],
    ));
    // Facts that change meanwhile lose nothing of it.
    live.store(Arc::new(snapshot()));
    assert_eq!(live.load().synonyms().number(), 3);
    for language in ["de", "tr"] {
        let answer = ask("Plauschrunden für Neuhernerinnen, für umme", language);
        assert_eq!(
            (answer.filter.kinds, answer.filter.target_groups),
            (vec!["women".into()], vec!["newcomers".into()])
        );
        assert_eq!((answer.filter.free_of_charge, answer.words.as_str()), (Some(true), ""), "{language}");
    }
    let salon = ask("Salon", "de");
    assert_eq!((salon.filter.kinds, salon.words.as_str()), (Vec::new(), "Salon"), "what is weak is only offered");
    assert!(salon.chips.iter().any(|chip| chip.value == "women" && !chip.applied));
    live.store_synonyms(Synonyms::new(4, [entry(SynonymTable::Kinds, "women", &[])]));
    assert_eq!(ask("Plauschrunden", "de").words, "Plauschrunden");
}

#[test]
fn spellings_typos_and_compounds_are_forgiven() {
    for text in ["RUMANISCH", "rumaenisch", "rumänish", "Rumänischkurs", "Rumänisch-Kurs"] {
        assert_eq!(ask(text).filter.languages, ["ro"], "{text}");
    }
    assert!(ask("rum").filter.languages.is_empty(), "a short word is no misspelt one");
    let saturday = ask("Samstagnachmitag").filter;
    assert_eq!((saturday.weekdays, saturday.daytimes), (vec![Weekday::Sat], vec![Daytime::Afternoon]));
}

#[test]
fn an_unknown_word_stays_a_word_beside_a_language() {
    let answer = ask("Xylophonbau auf Russisch");
    assert_eq!((answer.filter.languages, answer.words.as_str()), (vec!["ru".to_owned()], "Xylophonbau"));
    let answer = ask("wer ist das");
    assert_eq!(
        (answer.filter, answer.words.as_str()),
        (ActorFilter::default(), "wer ist das"),
        "not everybody is meant"
    );
}

#[test]
fn ages_name_their_group() {
    for (text, group) in [
        ("8 Jahre", "children-6-13"),
        ("mein Sohn ist 15 Jahre alt", "youth-14-17"),
        ("für 4-jährige", "children-0-5"),
        ("Angebote für 15jährige", "youth-14-17"),
        ("ab 60", "seniors"),
    ] {
        assert!(ask(text).filter.target_groups.contains(&group.to_owned()), "{text}");
    }
    assert!(ask("Haus 8").filter.target_groups.is_empty(), "a number alone is no age");
}

#[test]
fn today_and_now_are_told_by_the_clock_that_is_given() {
    assert_eq!(ask("heute Abend").filter.weekdays, [Weekday::Mon]);
    assert_eq!(ask("heute Abend").filter.daytimes, [Daytime::Evening]);
    assert_eq!(ask("jetzt geöffnet").filter.open_at, Some(now()));
}

#[test]
fn chips_tell_the_words_in_their_order() {
    let answer = ask("kostenlos auf Türkisch");
    let chips: Vec<_> =
        answer.chips.iter().map(|it| (it.text.as_str(), it.field, it.value.as_str(), it.applied)).collect();
    assert_eq!(chips, [("kostenlos", "freeOfCharge", "true", true), ("Türkisch", "languages", "tr", true)]);
}

#[test]
fn of_a_long_question_the_beginning_is_read_and_a_far_too_long_one_is_refused() {
    let long = format!("Hallo, ich suche etwas auf Rumänisch {}", "und so weiter ".repeat(200));
    assert_eq!(ask(&long).filter.languages, ["ro"]);
    let refusal = snapshot().interpret(&"a".repeat(4_001), None, now()).expect_err("too long");
    assert!(matches!(refusal, QuestionError::TextTooLong { given: 4_001, allowed: 4_000, .. }), "{refusal}");
}

#[test]
fn no_more_words_are_read_than_are_allowed() {
    let sentence = |before: usize| format!("{}Rumänisch", "ab ".repeat(before));
    assert_eq!(ask(&sentence(MAX_QUESTION_WORDS - 1)).filter.languages, ["ro"]);
    assert!(ask(&sentence(MAX_QUESTION_WORDS)).filter.languages.is_empty());
}

#[test]
fn the_same_question_has_the_same_answer() {
    let snapshot = snapshot();
    for text in ["kurdische Frauen und Kinder am Wochenende abends in Wanne oder Eickel", "я шукаю курси", "مجاني"]
    {
        let ask = || snapshot.interpret(text, Some("de"), now()).expect("an interpretation");
        assert_eq!(ask(), ask(), "{text}");
    }
}

#[test]
fn what_stands_between_quotation_marks_is_looked_for_as_it_is_written() {
    for text in ["\"Frauengruppe auf Rumänisch\"", "„Frauengruppe auf Rumänisch“", " «Frauengruppe auf Rumänisch» "]
    {
        let answer = ask(text);
        assert_eq!((answer.filter, answer.words.as_str()), (ActorFilter::default(), text.trim_start()), "{text}");
    }
    assert_eq!(ask("\"Rumänisch\" für Frauen").filter.languages, ["ro"], "a word in quotation marks is one of many");
}

#[test]
fn hours_ask_for_a_time_of_the_day() {
    for (language, text, daytime) in [
        ("de", "Frauengruppe ab 18 Uhr", Daytime::Evening),
        ("de", "Frauengruppe 10 bis 12 Uhr", Daytime::Morning),
        ("de", "Frauengruppe 14:30 Uhr", Daytime::Afternoon),
        ("en", "women group at 6 pm", Daytime::Evening),
        ("tr", "kadın grubu saat 18", Daytime::Evening),
        ("pl", "grupa kobiet o godzinie 10", Daytime::Morning),
    ] {
        let answer = ask_in(language, text);
        assert_eq!(answer.filter.daytimes, [daytime], "{text}");
        assert_eq!((answer.filter.target_groups, answer.words.as_str()), (vec!["women".to_owned()], ""), "{text}");
    }
    assert!(ask("Frauengruppe 18").filter.daytimes.is_empty());
}

#[test]
fn names_in_short_are_one_word_with_full_stops_too() {
    assert_eq!(ask("V.H.S.").filter.kinds, ask("VHS").filter.kinds);
    assert!(!ask("V.H.S.").filter.kinds.is_empty());
}

#[test]
fn a_number_before_a_word_that_only_begins_like_years_is_no_age() {
    for text in ["Hartz 4 Antrag ausfüllen", "4 Laternen"] {
        assert!(ask(text).filter.target_groups.is_empty(), "{text}");
    }
    assert_eq!(ask_in("ro", "copil de 8 ani").filter.target_groups, ["children-6-13"]);
}

#[test]
fn a_question_for_events_says_when_they_are() {
    // A Monday.
    let day = |month, day| chrono::NaiveDate::from_ymd_opt(2026, month, day).expect("a day");
    let (week, month, once) = (EventPeriod::Week, EventPeriod::Month, EventPeriod::Day);
    for (language, text, period) in [
        ("de", "Was ist nächste Woche los?", week(day(1, 19))),
        ("de", "Veranstaltungen diese Woche", week(day(1, 12))),
        ("de", "Termine im Dezember", month(day(12, 1))),
        ("de", "Veranstaltungen im Januar", month(day(1, 1))),
        ("de", "Dezember", month(day(12, 1))),
        ("de", "Veranstaltungen am 5. Dezember", once(day(12, 5))),
        ("de", "nächsten Monat", month(day(2, 1))),
        ("en", "events next week", week(day(1, 19))),
        ("en", "what's on in March?", month(day(3, 1))),
        ("tr", "gelecek hafta etkinlikler", week(day(1, 19))),
        ("tr", "Martta etkinlik", month(day(3, 1))),
        ("ar", "فعاليات الأسبوع القادم", week(day(1, 19))),
        ("uk", "події у грудні", month(day(12, 1))),
        ("ro", "evenimente săptămâna viitoare", week(day(1, 19))),
        ("pl", "wydarzenia w grudniu", month(day(12, 1))),
        ("pl", "co się dzieje w grudniu?", month(day(12, 1))),
        ("ro", "ce se întâmplă în decembrie?", month(day(12, 1))),
        ("uk", "що відбувається у грудні?", month(day(12, 1))),
        ("ar", "ماذا يحدث الأسبوع القادم؟", week(day(1, 19))),
        ("ar", "ما هي الفعاليات في شهر ديسمبر؟", month(day(12, 1))),
        ("tr", "aralık ayındaki etkinlikler", month(day(12, 1))),
        ("de", "was läuft diese Woche?", week(day(1, 12))),
        ("de", "übernächste Woche", week(day(1, 26))),
        ("de", "Veranstaltungen letzte Woche", week(day(1, 5))),
        ("de", "Veranstaltungen KW 49", week(day(11, 30))),
        ("de", "Veranstaltungen im Dez.", month(day(12, 1))),
        ("de", "Dezember 2026", month(day(12, 1))),
        ("de", "Veranstaltungen Dezember 2026", month(day(12, 1))),
        ("de", "Veranstaltungen am 6.12.", once(day(12, 6))),
        ("de", "Veranstaltungen am 5.12.2026", once(day(12, 5))),
        ("de", "5.12.2026", once(day(12, 5))),
        ("en", "events on 5 December 2026", once(day(12, 5))),
    ] {
        let answer = ask_in(language, text);
        assert_eq!(answer.event_period, Some(period), "{text}");
        assert!(answer.asks_for_events() && answer.words.is_empty(), "{text}: {:?}", answer.words);
        assert_eq!(answer.filter, ActorFilter::default(), "{text}");
    }
    // The day that is past comes again next year.
    let answer = ask("Veranstaltungen am 5. Januar");
    assert_eq!(answer.event_period, Some(once(chrono::NaiveDate::from_ymd_opt(2027, 1, 5).expect("a day"))));
}

#[test]
fn what_else_is_asked_of_events_stays_and_months_in_names_are_no_period() {
    let answer = ask("Frauengruppe nächste Woche");
    assert_eq!((answer.filter.target_groups, answer.words.as_str()), (vec!["women".to_owned()], ""));
    assert!(answer.event_period.is_some());
    for (language, text) in [
        ("de", "Frauenverein 8. März"),
        ("de", "Begegnungshaus August Bebel"),
        ("en", "where may I learn German"),
        ("ro", "mai multe cursuri"),
        ("tr", "8 Mart kadınlar derneği"),
        ("de", "Einzelfallhilfe einmal die Woche"),
        ("de", "Kurs ohne Termin"),
        ("de", "Gruppe für Kinder ab 3-6 Jahren"),
        ("de", "ich bin arbeitslos"),
        ("de", "Deutschkurs von 10-12 Uhr"),
    ] {
        let answer = ask_in(language, text);
        assert_eq!((answer.event_period, answer.names_events), (None, false), "{text}");
    }
    assert!(ask("Begegnungshaus August Bebel").words.contains("August"));
}
