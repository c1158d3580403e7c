//! Spellings of a person, and words that are somebody else's.

use super::*;

fn ayse() -> PersonTraces {
    let mut traces = PersonTraces::default();
    traces.add_name("Dr. Ayşe Müller");
    traces.add_phone("02323 987650");
    traces.add_email("a.mueller@privat.example");
    traces
}

fn traces_in(text: &str) -> Vec<Trace> {
    ayse().find(text).into_iter().map(|mention| mention.trace).collect()
}

#[test]
fn a_person_is_found_and_blanked_in_every_spelling() {
    for text in [
        "Ayşe Müller",
        "AYŞE MÜLLER",
        "Ays\u{327}e Mu\u{308}ller",
        "ayse mueller",
        "Ayse Muller",
        "Müller, Ayşe",
        "Ayşe\nMüller",
        "Ayşe Müllers",
        "Ayşe N. Müller",
        "ayse-mueller",
        "AyseMueller",
        "Ay\u{ad}şe Müller",
    ] {
        assert_eq!(traces_in(text), [Trace::Name], "{text}");
        assert_eq!(ayse().blank(&format!("Fragen Sie {text}!")).as_deref(), Some("Fragen Sie …!"), "{text}");
    }
    for text in [
        "02323 987650",
        "02323987650",
        "02323/98 76-50",
        "+49 2323 987650",
        "+49 (0)2323 987650",
        "+49 (0) 2323 987650",
        "0049 2323 98 76 50",
        "(02323) 987650",
        "٠٢٣٢٣ ٩٨٧٦٥٠",
    ] {
        assert_eq!(traces_in(text), [Trace::Phone], "{text}");
        assert_eq!(ayse().blank(&format!("Tel. {text}, ab 9 Uhr")).as_deref(), Some("Tel. …, ab 9 Uhr"), "{text}");
    }
    for text in [
        "a.mueller@privat.example",
        "A.Mueller@PRIVAT.example",
        "a.mueller (at) privat.example",
        "a.mueller [ät] privat [punkt] example",
    ] {
        assert_eq!(traces_in(text), [Trace::Email], "{text}");
        assert_eq!(ayse().blank(&format!("Mail: {text}.")).as_deref(), Some("Mail: …."), "{text}");
    }
}

#[test]
fn what_may_be_somebody_else_is_found_and_stays() {
    assert_eq!(traces_in("Frau Müller"), [Trace::PartOfName]);
    assert_eq!(traces_in("Müllers Verein, Ayse"), [Trace::PartOfName, Trace::PartOfName]);
    assert_eq!(traces_in("Durchwahl 987650"), [Trace::PartOfPhone]);
    assert_eq!(ayse().blank("Frau Müller, Durchwahl 987650"), None);
    let mut short = PersonTraces::default();
    short.add_name("Rose");
    assert_eq!(short.find("Rose im Garten").len(), 1);
    assert_eq!(short.blank("Rose im Garten"), None);
}

#[test]
fn others_are_not_taken_for_the_person() {
    for text in [
        "Müllerstraße 5",
        "02323 9876501",
        "Konto 12302323987650999",
        "b.a.mueller@privat.example",
        "a.mueller@privat.example.org",
        "am 12.05.2026 um 17:30",
        "",
    ] {
        assert!(traces_in(text).iter().all(|trace| !trace.is_certain()), "{text}: {:?}", traces_in(text));
    }
    assert_eq!(traces_in("am 12.05.2026 um 17:30 in der Müllerstraße"), []);
}

#[test]
fn one_half_of_a_double_surname_is_the_person_and_a_second_first_name_is_not() {
    let mut traces = PersonTraces::default();
    traces.add_name("Maria Anna Müller-Lüdenscheid");
    assert_eq!(traces.blank("Maria Müller").as_deref(), Some("…"));
    assert_eq!(traces.blank("Maria Lüdenscheid").as_deref(), Some("…"));
    assert_eq!(traces.blank("Maria Anna Schmidt"), None);
}

#[test]
fn a_double_surname_is_found_in_every_order_and_spelling() {
    let mut traces = PersonTraces::default();
    traces.add_name("Kazimiera Übelhör-Šimić");
    traces.add_phone("0151 99887766");
    for text in [
        "Übelhör-Šimić Kazimiera",
        "Uebelhoer-Simic, Kazimiera",
        "Übelhör-Šimić, Frau Kazimiera",
        "Frau Dr. Kazimiera Übelhör-Šimić",
        "KazimieraÜbelhör-Šimić",
        "Kazimiera ÜbelhörŠimić",
        "Übelhör, Kazimiera",
        "Kazimiera &Uuml;belh&ouml;r-&Scaron;imi&cacute;",
    ] {
        let blanked = traces.blank(text).expect(text);
        assert!(!blanked.contains("bel") && !blanked.contains("imi"), "{text}: {blanked}");
    }
    for (text, blanked) in [
        ("+49151 99887766 / 02325 4444", "… / 02325 4444"),
        ("0151 99887766 / 02325 4444", "… / 02325 4444"),
        ("Raum 20 0151 99887766", "Raum 20 …"),
        ("+49 0151 99887766", "…"),
        ("49 (0)151 99887766", "…"),
        ("Tel. 0049 151 99887766", "Tel. …"),
    ] {
        assert_eq!(traces.blank(text).as_deref(), Some(blanked), "{text}");
    }
}

#[test]
fn several_mentions_are_blanked_and_the_rest_stays() {
    let text = "Ayşe Müller (02323 987650) und Ayşe Müller, a.mueller@privat.example; auch Müller.";
    assert_eq!(ayse().blank(text).as_deref(), Some("… (…) und …, …; auch Müller."));
    assert!(PersonTraces::default().is_empty() && PersonTraces::default().find(text).is_empty());
}

#[test]
fn international_numbers_meet_national_ones() {
    for (stored, written) in [
        ("+49 2323 987650", "02323 987650"),
        ("+90 212 555 01 23", "0212 5550123"),
        ("+380 44 555 0123", "+380445550123"),
        ("0049 2323 987650", "+492323987650"),
    ] {
        let mut traces = PersonTraces::default();
        traces.add_phone(stored);
        assert_eq!(traces.blank(written).as_deref(), Some("…"), "{stored} {written}");
    }
}

#[test]
fn a_person_is_found_and_blanked_however_the_characters_are_written() {
    for text in [
        "a.mueller%40privat.example",
        "a%2Emueller%40privat%2eexample",
        "a.mueller&#64;privat.example",
        "a.mueller&#064privat&#46;example",
        "a.mueller&#x40;privat.example",
        "a.mueller&commat;privat&period;example",
        "a.mueller\\u0040privat.example",
        "a.mueller\u{ff20}privat.example",
        "a punkt mueller at privat punkt example",
        "a.mueller(at)privat(dot)example",
        "a.mueller [at] privat [punkt] example",
        "a.mueller {AT} privat {DOT} example",
        "a.mueller (ät) privat.example",
        "a.mueller (aet) privat.example",
        "a.mueller ätt privat punkt example",
        "a.mueller (a) privat.example",
        "a.mueller собака privat крапка example",
    ] {
        assert_eq!(ayse().blank(&format!("Mail: {text}, bitte")).as_deref(), Some("Mail: …, bitte"), "{text}");
    }
    for text in [
        "۰۲۳۲۳ ۹۸۷۶۵۰",
        "٠٢٣٢٣٩٨٧٦٥٠",
        "\u{ff10}\u{ff12}\u{ff13}\u{ff12}\u{ff13}\u{ff19}\u{ff18}\u{ff17}\u{ff16}\u{ff15}\u{ff10}",
        "\u{ff0b}49 2323 98765\u{ff10}",
        "०२३२३ ९८७६५०",
        "②③②③⑨⑧⑦⑥⑤⓪",
        "02323 98\u{200b}76\u{200b}50",
        "%2B49%202323%20987650",
        "&#48;2323 987650",
    ] {
        assert_eq!(ayse().blank(&format!("Tel. {text}, bitte")).as_deref(), Some("Tel. …, bitte"), "{text}");
    }
    for text in ["Ay%C5%9Fe%20M%C3%BCller", "Ay&scedil;e M&uuml;ller", "Ayşe&nbsp;Müller", "Ay&shy;şe Müller"] {
        assert_eq!(ayse().blank(&format!("Fragen Sie {text}!")).as_deref(), Some("Fragen Sie …!"), "{text}");
    }
}

#[test]
fn ordinary_words_and_odd_escapes_stay() {
    let mut traces = ayse();
    traces.add_email("info@verein.example");
    for text in [
        "Info: verein.example",
        "Info (Verein) Example",
        "info, verein example",
        "Wir sind at home, punkt. Info im Verein, z. B. example",
        "info at the verein.example",
        "100 % & mehr, 20%ig, AT&T, &#; &#x; &#1114112; %zz %c3 %c3%28 %f0%9f \\u12 \\ud800",
        "½ 23 ²³ 987",
        "%",
        "&",
        "\\",
    ] {
        assert_eq!(traces.blank(text), None, "{text}");
    }
    assert_eq!(traces.blank("info(at)verein.example").as_deref(), Some("…"));
    let text = "ä%20&#8364;%E2%82%AC Ayşe Müller %2 ö";
    assert_eq!(traces.blank(text).as_deref(), Some("ä%20&#8364;%E2%82%AC … %2 ö"));
    assert!(traces.find(&"%&\\u%C3&#x".repeat(20_000)).is_empty());
}
