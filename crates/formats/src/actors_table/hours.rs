//! Opening hours as people write them in German and English, in the notation of OpenStreetMap: "Di + Do 17.00 - 19.30"
//! is `Tu,Th 17:00-19:30`. Hours of which any word is not understood are not guessed.

mod languages;
mod reader;
mod timetable;
mod tokens;

use chrono::NaiveDate;
use domain::{OpeningHours, hours::Locality};

use self::{languages::in_german, reader::read_tokens, tokens::tokens};
use super::phrases::CELL_WORDS;

/// The longest text that is read, in characters.
const LONGEST: usize = 300;
/// A week from Monday without holidays, as the first day and how many: what two ways of reading must agree on.
const PLAIN_WEEK: (NaiveDate, u64) = (NaiveDate::from_ymd_opt(2026, 6, 8).expect("a day"), 7);

/// Hours that were read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HoursMeaning {
    /// In OpenStreetMap's notation; none where people only come by appointment.
    pub(super) hours: Option<String>,
    pub(super) by_appointment: bool,
}

/// What stands for hours that are agreed on, as a note of the notation.
const BY_APPOINTMENT: &str = "\"nach Vereinbarung\"";

/// Opening hours as people write them, in any language of the pages, in the notation of OpenStreetMap; `None` where any
/// of it is not understood. That one comes by appointment, alone or beside the times, is a note in German there.
pub fn parse_spoken_hours(text: &str) -> Option<String> {
    let HoursMeaning { hours, by_appointment } = match read_hours(text, true) {
        Some(meaning) => meaning,
        None if text.chars().nth(LONGEST).is_some() => return None,
        None => in_german(text).find_map(|german| read_words(&german))?,
    };
    match hours {
        Some(hours) if by_appointment => Some(format!("{hours} || {BY_APPOINTMENT}")),
        None if by_appointment => Some(BY_APPOINTMENT.to_owned()),
        hours => hours,
    }
}

/// Reads a text; `None` where any of it is not understood. `is_notation` where the column is one of the notation: "Mo" is
/// the whole of Monday there, and half a sentence elsewhere.
pub(super) fn read_hours(text: &str, is_notation: bool) -> Option<HoursMeaning> {
    if text.chars().nth(LONGEST).is_some() {
        return None;
    }
    let tells_times = text.contains(':') || text.contains("24/7");
    // Times without a day are not those of every day.
    let tells_days = text.contains(char::is_alphabetic) || text.contains("24/7");
    let notation = text.parse::<OpeningHours>().ok().filter(|_| is_notation || tells_times && tells_days);
    let spoken = read_words(text);
    match (notation, spoken) {
        (Some(notation), Some(spoken)) if !is_notation && !is_same_week(&notation, &spoken) => None,
        (Some(notation), _) => Some(HoursMeaning { hours: Some(notation.as_str().to_owned()), by_appointment: false }),
        (None, spoken) => spoken,
    }
}

/// Reads the words of German and English.
fn read_words(text: &str) -> Option<HoursMeaning> {
    let (text, by_appointment) = without_appointment(&text.to_lowercase());
    let tokens = tokens(&text)?;
    if tokens.is_empty() {
        return by_appointment.then_some(HoursMeaning { hours: None, by_appointment });
    }
    let hours: OpeningHours = read_tokens(&tokens)?.parse().ok()?;
    Some(HoursMeaning { hours: Some(hours.as_str().to_owned()), by_appointment })
}

/// Whether the notation and the words of one text mean the same: in the notation a later rule takes the place of an
/// earlier one, people add times to those of a day.
fn is_same_week(notation: &OpeningHours, spoken: &HoursMeaning) -> bool {
    // One rule is one in either.
    if !notation.as_str().trim_start_matches(|c: char| !c.is_ascii_digit()).contains(char::is_alphabetic) {
        return true;
    }
    let (first, days) = PLAIN_WEEK;
    let periods = |hours: &OpeningHours| hours.schedule(&Locality::default()).periods(first, days);
    let spoken = spoken.hours.as_ref().and_then(|hours| hours.parse().ok());
    spoken.is_some_and(|spoken| periods(&spoken) == periods(notation))
}

/// The text without what says that people come by appointment, and whether anything does.
fn without_appointment(text: &str) -> (String, bool) {
    match CELL_WORDS.without_appointment(text) {
        None => (text.to_owned(), false),
        Some(rest) => (rest.trim_matches(|c: char| c.is_whitespace() || ",;/+&()-–.:".contains(c)).to_owned(), true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        read_hours(text, false).and_then(|meaning| meaning.hours)
    }

    #[test]
    fn times_without_a_day_are_no_hours() {
        for text in ["14:30 - 16:00", "09:30-11:00", "9:30-11:00, 14:00-16:00", "15-17 Uhr", "16:00"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn everyday_hours_become_the_notation_of_openstreetmap() {
        for (text, hours) in [
            ("Di + Do 17.00 - 19.30", "Tu,Th 17:00-19:30"),
            ("dienstags 14:30 - 16:00", "Tu 14:30-16:00"),
            ("tägl. 9-21", "Mo-Su 09:00-21:00"),
            ("Mo-Fr 10-16 Uhr", "Mo-Fr 10:00-16:00"),
            ("Mo, Mi, Fr von 14 bis 18 h", "Mo,We,Fr 14:00-18:00"),
            ("Freitags ab 16 Uhr", "Fr 16:00+"),
            ("jeden 1. Samstag im Monat 15 Uhr", "Sa[1] 15:00+"),
            ("1. und 3. Mittwoch 18-20 Uhr", "We[1,3] 18:00-20:00"),
            ("Mi 14:00–17:00 (außer Ferien)", "We 14:00-17:00; SH off"),
            ("Mo-Do 9-12 und 14-16 Uhr, Fr 9-12 Uhr", "Mo-Th 09:00-12:00,14:00-16:00; Fr 09:00-12:00"),
            ("Monday to Friday 9:30-17:00", "Mo-Fr 09:30-17:00"),
            ("Mo-Fr 09:00-12:00; PH off", "Mo-Fr 09:00-12:00; PH off"),
        ] {
            assert_eq!(read(text).as_deref(), Some(hours), "{text}");
        }
    }

    #[test]
    fn what_the_console_gives_as_examples_is_understood() {
        for text in [
            "Di und Do 17–19 Uhr; Sa 10–13 Uhr; in den Schulferien geschlossen",
            "Tue and Thu 17:00–19:00; Sat 10:00–13:00; closed in school holidays",
        ] {
            let hours = parse_spoken_hours(text);
            assert_eq!(hours.as_deref(), Some("Tu,Th 17:00-19:00; Sa 10:00-13:00; SH off"), "{text}");
        }
        for (text, hours) in [
            ("Mi und Fr 15–18 Uhr", "We,Fr 15:00-18:00"),
            ("Mi und Fr 15–18 Uhr, in den Schulferien zu", "We,Fr 15:00-18:00; SH off"),
            ("dienstags 10–12 Uhr, in den Schulferien zu", "Tu 10:00-12:00; SH off"),
            ("Wed and Fri 15:00–18:00, closed in school holidays", "We,Fr 15:00-18:00; SH off"),
            ("Tuesdays 10:00–12:00, closed in school holidays", "Tu 10:00-12:00; SH off"),
            ("Mo-Fr 9-17", "Mo-Fr 09:00-17:00"),
            ("We 10:00-12:00; SH off", "We 10:00-12:00; SH off"),
            ("Mo,SH 10:00-12:00", "Mo,SH 10:00-12:00"),
            ("PH,SH off", "PH,SH off"),
        ] {
            assert_eq!(parse_spoken_hours(text).as_deref(), Some(hours), "{text}");
        }
    }

    #[test]
    fn hours_are_understood_in_every_language_of_the_pages() {
        for (text, hours) in [
            ("Di und Do 17-19 Uhr", "Tu,Th 17:00-19:00"),
            ("Tue and Thu 17:00-19:00", "Tu,Th 17:00-19:00"),
            ("Salı 10:00-13:00", "Tu 10:00-13:00"),
            ("SALI ve perşembe günleri 17-19", "Tu,Th 17:00-19:00"),
            ("Hafta içi 9:00-17:00; pazar kapalı", "Mo-Fr 09:00-17:00"),
            ("الثلاثاء والخميس ١٧:٠٠-١٩:٠٠", "Tu,Th 17:00-19:00"),
            ("الثلاثاء 17:00-19:00؛ السبت 10:00-13:00", "Tu 17:00-19:00; Sa 10:00-13:00"),
            ("من الاثنين إلى الجمعة 9:00-12:00", "Mo-Fr 09:00-12:00"),
            ("Вівторок та п’ятниця 10:00-13:00", "Tu,Fr 10:00-13:00"),
            ("пн-пт 9:00-17:00", "Mo-Fr 09:00-17:00"),
            ("marți și joi 17:00-19:00", "Tu,Th 17:00-19:00"),
            ("De luni până vineri 9-17", "Mo-Fr 09:00-17:00"),
            ("wtorki i czwartki od 17 do 19", "Tu,Th 17:00-19:00"),
            ("Pon. do pt. 9:00-17:00", "Mo-Fr 09:00-17:00"),
        ] {
            assert_eq!(parse_spoken_hours(text).as_deref(), Some(hours), "{text}");
        }
        for (text, hours) in [
            ("nach Vereinbarung", "\"nach Vereinbarung\""),
            ("n. V.", "\"nach Vereinbarung\""),
            ("Mo 10-12 Uhr und nach Vereinbarung", "Mo 10:00-12:00 || \"nach Vereinbarung\""),
            ("Mo 10-12, sonst nach tel. Absprache", "Mo 10:00-12:00 || \"nach Vereinbarung\""),
            ("randevu ile", "\"nach Vereinbarung\""),
            ("Salı 10-12 ve randevuyla", "Tu 10:00-12:00 || \"nach Vereinbarung\""),
            ("بموعد مسبق", "\"nach Vereinbarung\""),
            ("за домовленістю", "\"nach Vereinbarung\""),
            ("cu programare", "\"nach Vereinbarung\""),
            ("po uzgodnieniu", "\"nach Vereinbarung\""),
        ] {
            assert_eq!(parse_spoken_hours(text).as_deref(), Some(hours), "{text}");
            assert!(hours.parse::<OpeningHours>().is_ok(), "{text}");
        }
        for text in ["Salı und pazar 10-12", "bazen", "أحيانا", "іноді 10-12"] {
            assert_eq!(parse_spoken_hours(text), None, "{text}");
        }
    }

    #[test]
    fn an_appointment_is_no_time_and_what_is_not_understood_is_not_guessed() {
        let only = HoursMeaning { hours: None, by_appointment: true };
        for text in [
            "nach Vereinbarung",
            "n. V.",
            "n.V.",
            "tel. Vereinb.",
            "Nach Tel. Vereinb.",
            "nach Absprache",
            "n. Abspr.",
            "auf Anfrage",
            "(nur nach tel. Voranmeldung)",
            "Termine nach telefonischer Vereinbarung",
            "by appointment only",
        ] {
            assert_eq!(read_hours(text, false), Some(only.clone()), "{text}");
            assert_eq!(CELL_WORDS.flag(text), Some(true), "{text}");
        }
        for text in ["Mo 10-12 Uhr, sonst n. V.", "Mo 10-12 (weitere Termine auf Anfrage)", "Mo 10-12 / n.V."] {
            let both = read_hours(text, false).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((both.hours.as_deref(), both.by_appointment), (Some("Mo 10:00-12:00"), true), "{text}");
        }
        assert!(CELL_WORDS.flag("n. a.").is_none());
        let both = read_hours("Mo 10-12 Uhr und nach Vereinbarung", false).expect("hours");
        assert_eq!((both.hours.as_deref(), both.by_appointment), (Some("Mo 10:00-12:00"), true));
        for text in [
            "bitte klingeln",
            "Mo",
            "10-12",
            "Mo 12-10",
            "Mo 25-26",
            "jeden zweiten Tag",
            "6. Mo 10-12",
            "1.5. 10-12 Uhr",
        ] {
            assert_eq!(read_hours(text, false), None, "{text}");
        }
    }

    #[test]
    fn hours_of_offices_are_read_right_or_not_at_all() {
        for (text, hours) in [
            ("feiertags geschlossen, sonst Mo - Do 10-15 Uhr", Some("Mo-Th 10:00-15:00; PH off")),
            ("Mo-Fr 9-12, feiertags geschlossen", Some("Mo-Fr 09:00-12:00; PH off")),
            ("Mo-Fr 9-12 (an Feiertagen geschl.)", Some("Mo-Fr 09:00-12:00; PH off")),
            ("Mo-Sa 9-18, sonn- und feiertags geschlossen", Some("Mo-Sa 09:00-18:00; PH off")),
            ("Sa, So und feiertags 10-12", Some("Sa-Su 10:00-12:00; PH 10:00-12:00")),
            ("Mon-Fri 10am-4pm, closed on public holidays", Some("Mo-Fr 10:00-16:00; PH off")),
            ("Fr 15-18, in den Schulferien geschlossen", Some("Fr 15:00-18:00; SH off")),
            ("Mo-Do 9-12, Fr 14-16 Uhr, in den Ferien geschlossen", Some("Mo-Th 09:00-12:00; Fr 14:00-16:00; SH off")),
            ("Di 18:00 - 20:00 (nicht in den Ferien)", Some("Tu 18:00-20:00; SH off")),
            ("Mi 14-17 außer Ferien und Feiertage", Some("We 14:00-17:00; SH off; PH off")),
            ("Tue 6pm to 8pm except school holidays", Some("Tu 18:00-20:00; SH off")),
            ("Juli und August geschlossen, sonst Mi 16-19 h", Some("We 16:00-19:00; Jul-Aug off")),
            ("Mi 16-19 (im August zu)", Some("We 16:00-19:00; Aug off")),
            ("Mi 16-19, Dezember bis Februar geschlossen", Some("We 16:00-19:00; Dec-Feb off")),
            ("Mai-Sept. Sa 10-14 Uhr", Some("May-Sep Sa 10:00-14:00")),
            ("Apr-Sep Mo-Fr 9-18, Okt-März Mo-Fr 9-16", Some("Apr-Sep Mo-Fr 09:00-18:00; Oct-Mar Mo-Fr 09:00-16:00")),
            ("rund um die Uhr", Some("24/7")),
            ("24 Std. täglich", Some("24/7")),
            ("24 hours", Some("24/7")),
            ("Mo-Fr rund um die Uhr", Some("Mo-Fr 00:00-24:00")),
            (
                "Mo-Fr 9-12 u. 14-16:30 Uhr, Mi nachm. geschl.",
                Some("Mo-Tu,Th-Fr 09:00-12:00,14:00-16:30; We 09:00-12:00"),
            ),
            (
                "Mo-Fr 9-12 und 14-17, Mittwochnachmittag geschlossen",
                Some("Mo-Tu,Th-Fr 09:00-12:00,14:00-17:00; We 09:00-12:00"),
            ),
            (
                "Mon-Fri 9am-12pm, 2pm-5pm, closed Wed afternoon",
                Some("Mo-Tu,Th-Fr 09:00-12:00,14:00-17:00; We 09:00-12:00"),
            ),
            ("Di u. Do vorm. 9-12, nachm. 14-17 Uhr", Some("Tu,Th 09:00-12:00,14:00-17:00")),
            ("Do 18-20 Uhr abends", Some("Th 18:00-20:00")),
            ("täglich außer So 10-18 Uhr", Some("Mo-Sa 10:00-18:00")),
            ("tgl. 10-18 Uhr außer montags", Some("Tu-Su 10:00-18:00")),
            ("daily except Sundays 10am-6pm", Some("Mo-Sa 10:00-18:00")),
            ("Mo-Fr 9-12, Mi geschlossen", Some("Mo-Tu,Th-Fr 09:00-12:00")),
            ("Mo Ruhetag, Di-So 12-22 Uhr", Some("Tu-Su 12:00-22:00")),
            ("Sa/So geschlossen, sonst 9-17 Uhr", Some("Mo-Fr 09:00-17:00")),
            ("Mo-Fr 9-17, sonst geschlossen", Some("Mo-Fr 09:00-17:00")),
            ("Mo-Fr 8-16 (Fr bis 13)", Some("Mo-Th 08:00-16:00; Fr 08:00-13:00")),
            ("Mo-Do 8-16 Uhr, Fr nur bis 13 Uhr", Some("Mo-Th 08:00-16:00; Fr 08:00-13:00")),
            ("Mo-Fr 9-12, Mo 14-16", Some("Mo 09:00-12:00,14:00-16:00; Tu-Fr 09:00-12:00")),
            ("Mo-Fr 9-16, Fr 9-13", Some("Mo-Th 09:00-16:00; Fr 09:00-13:00")),
            ("Mo-Fr 9-12, 1. Sa im Monat 10-12", Some("Mo-Fr 09:00-12:00; Sa[1] 10:00-12:00")),
            ("Mo 9-12, 2. Mo im Monat auch 14-16", None),
            ("Mo 9-12, am 2. Mo im Monat 14-16", Some("Mo 09:00-12:00; Mo[2] 09:00-12:00,14:00-16:00")),
            ("jd. 1. Do im Monat 18-20 Uhr", Some("Th[1] 18:00-20:00")),
            ("jeden zweiten Dienstag im Monat 18 Uhr", Some("Tu[2] 18:00+")),
            ("every last Friday of the month 6pm-8pm", Some("Fr[-1] 18:00-20:00")),
            ("mittwochs 15.30 h", Some("We 15:30+")),
            ("wöchentl. do. 18h-20h", Some("Th 18:00-20:00")),
            ("Sprechzeiten: Mo+Mi 9-11", Some("Mo,We 09:00-11:00")),
            ("Fr ab 19 Uhr, open end", Some("Fr 19:00+")),
            ("Fr 19 Uhr bis open end", Some("Fr 19:00+")),
            ("Fr 20-0 Uhr", Some("Fr 20:00-24:00")),
            ("Fr-Mo 10-12", Some("Mo,Fr-Su 10:00-12:00")),
            // Every other week is no week of the month, and the notation has no other word for it.
            ("jeden zweiten Dienstag 18 Uhr", None),
            ("jeden 2. Di 18-20 Uhr", None),
            ("every second Tuesday 6pm", None),
            ("every third Monday 6pm", None),
            ("14-tägig dienstags 17 Uhr", None),
            ("alle zwei Wochen Fr 16-18 Uhr", None),
            ("alle 14 Tage mittwochs 10 Uhr", None),
            ("Tue 6pm, fortnightly", None),
            ("every other Tuesday 6pm", None),
            ("monatlich Mo 10-12", None),
            ("Mo 10-12 (ungerade Wochen)", None),
            // What is left open: when, and of which times an exception is.
            ("feiertags geschlossen", None),
            ("Di vormittags", None),
            ("Mo 9-12, Mi nachm.", None),
            ("Di nachm. 3-5 Uhr", None),
            ("Mo-Fr 9-16, Mi nachm. geschl.", None),
            ("Mo-Fr 9-12, Mi 14-17 (außer Ferien)", None),
            ("Mo-Fr 9-17, 12-13 Uhr geschlossen", None),
            ("Mo-Fr 9-12, werktags 14-16", None),
            ("Mo-Fr 9-12, in den Sommerferien geschlossen", None),
            ("Mo-Fr 9-12, vom 1.7. bis 15.8. geschlossen", None),
            ("Mo-Fr 9-12, 24. Dezember geschlossen", None),
            ("Mo 9-12, Mo 10-13", None),
            ("Mo 9-12, Mo geschlossen", None),
            ("Mo bis 12", None),
            ("Mo-Fr 24 h", None),
            ("Mo 10-12 nur in den Ferien", None),
            ("täglich außer 10-18", None),
            ("Mo 10-12, Di n.V., Mi 10-12", None),
            ("n. V., feiertags geschlossen", None),
            ("Wochenende auf Anfrage", None),
            ("So. nach der Messe", None),
            ("Mo-Fr 9:00-12:00; Mo 14:00-16:00", None),
        ] {
            assert_eq!(read(text).as_deref(), hours, "{text}");
        }
        assert_eq!(
            parse_spoken_hours("Mo-Fr 09:00-12:00; Mo 14:00-16:00").as_deref(),
            Some("Mo-Fr 09:00-12:00; Mo 14:00-16:00"),
            "what is written in the notation stays"
        );
    }

    #[test]
    fn hours_of_half_a_day_are_those_of_the_clock() {
        for (text, hours) in [
            ("Mon-Fri 9am-5pm", "Mo-Fr 09:00-17:00"),
            ("Mon - Fri 9 a.m. - 5.30 p.m.", "Mo-Fr 09:00-17:30"),
            ("Sat 10:15 am to 12 pm", "Sa 10:15-12:00"),
            ("Tue 12pm-1pm", "Tu 12:00-13:00"),
        ] {
            assert_eq!(parse_spoken_hours(text).as_deref(), Some(hours), "{text}");
        }
        assert_eq!(parse_spoken_hours("Mon 13pm-15pm"), None);
    }
}
