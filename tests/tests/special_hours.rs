//! Pages tell in words what a week of opening hours does not show.

use std::fs;

use chrono::{Datelike, Utc};
use serde_json::json;
use tests::{Server, run};

const DATABASE: &str = "sqlite://special.db";

#[tokio::test]
async fn a_season_is_told_with_its_days_and_times_on_every_page_of_the_year() {
    let year = Utc::now().year();
    // Seasons by days of every year, by days of some years, and by weeks; what holds outside of one is told, too.
    let texts = [
        (
            "tage",
            "Mo,We 10:00-12:00; Jun 15-Sep 15 Mo,We 14:00-18:00".to_owned(),
            vec!["15.\u{a0}Juni", "15.\u{a0}September"],
        ),
        (
            "pause",
            "Mo 10:00-12:00; Jul 15-Aug 31 off".to_owned(),
            vec!["15.\u{a0}Juli", "31.\u{a0}August", "geschlossen"],
        ),
        (
            "monate",
            "Apr-Oct Mo 10:00-12:00; Nov-Mar Mo 14:00-16:00".to_owned(),
            vec!["April bis Oktober", "November bis März"],
        ),
        (
            "jahr",
            format!("Tu 10:00-12:00; {0} Jan 01-{1} Dec 31 Tu 14:00-16:00", year + 1, year + 3),
            vec!["Ab ", "14–16", "Di"],
        ),
    ];
    let folder = tempfile::tempdir().expect("a folder");
    let actors: Vec<_> = texts
        .iter()
        .map(|(slug, hours, _)| {
            json!({ "type": "organisation", "kind": "culture", "slug": slug, "name": slug, "status": "published", "openingHours": hours })
        })
        .collect();
    let file = json!({ "format": "bruecke-directory", "version": 1, "actors": actors }).to_string();
    fs::write(folder.path().join("hours.json"), file).expect("a file can be written");
    run(folder.path(), &["import", "--database", DATABASE, "hours.json"]).ok();
    let server = Server::start(folder.path(), DATABASE);
    for (slug, hours, words) in &texts {
        for page in [format!("/organisation/{slug}"), format!("/organisation/{slug}/sheet")] {
            let page = server.get(&page).await;
            assert_eq!(page.status, 200, "{hours}");
            let text = page.text.replace(['\u{2060}', '\u{2066}', '\u{2068}', '\u{2069}'], "");
            for word in words {
                assert!(text.contains(word), "{hours}: {word} is not told");
            }
        }
    }
    let arabic = server.get("/ar/organisation/tage").await.text;
    assert!(arabic.contains("يونيو") && arabic.contains("سبتمبر"), "{arabic}");
}

/// Pages of organisations with these hours, by slug.
async fn pages_of(hours: &[(&str, &str)]) -> (tempfile::TempDir, Server) {
    let folder = tempfile::tempdir().expect("a folder");
    let actors: Vec<_> = hours
        .iter()
        .map(|(slug, hours)| {
            json!({ "type": "organisation", "kind": "culture", "slug": slug, "name": slug, "status": "published", "openingHours": hours,
                    "offers": [{ "title": { "de": format!("Angebot {slug}") }, "schedule": hours }] })
        })
        .collect();
    let file = json!({ "format": "bruecke-directory", "version": 1, "actors": actors }).to_string();
    fs::write(folder.path().join("hours.json"), file).expect("a file can be written");
    run(folder.path(), &["import", "--database", DATABASE, "hours.json"]).ok();
    let server = Server::start(folder.path(), DATABASE);
    (folder, server)
}

#[tokio::test]
async fn nothing_of_a_rule_is_left_out_in_any_language() {
    // The words in German, else the text as it was written.
    let told = [
        ("sonne", "sunrise-sunset", "täglich: Sonnenaufgang bis Sonnenuntergang"),
        ("abend", "Mo-Fr 08:00-(sunset-01:00)", "Montag bis Freitag: 08:00 bis 60 Min. vor Sonnenuntergang"),
        ("sommer", "May-Sep Sa[1] 10:00-12:00", "Mai bis September: 1. Samstag im Monat"),
        ("zweimal", "We[1,3] 10:00-12:00", "jeden 1. und 3. Mittwoch im Monat"),
        ("letzter", "We[1,-1] 10:00-12:00", "jeden 1. und letzten Mittwoch im Monat"),
        ("ostern", "Mo-Su 09:00-12:00; easter off; easter +1 day off", ": geschlossen"),
        ("sonst", "Mo-Fr 10:00-12:00 || \"nach Vereinbarung\"", "nach Vereinbarung"),
        ("saison", "Apr-Oct Mo-Fr 10:00-12:00", "April bis Oktober: Montag bis Freitag"),
        ("immer", "24/7", "rund um die Uhr"),
        ("ferien", "Mo-Fr 09:00-12:00; SH Mo off", "In den Schulferien: Montag geschlossen"),
        ("ferientage", "Mo-Fr 09:00-12:00; SH Mo-Fr 10:00-11:00", "In den Schulferien: Montag bis Freitag 10–11 Uhr"),
        (
            "mittags",
            "Mo-Fr 09:00-18:00; PH 12:00-13:00 off",
            "<code dir=\"ltr\" translate=\"no\">Mo-Fr 09:00-18:00; PH 12:00-13:00 off</code>",
        ),
        ("takt", "Mo 10:00-16:00/01:30", "Im Wortlaut:"),
    ];
    let hours: Vec<(&str, &str)> = told.iter().map(|(slug, hours, _)| (*slug, *hours)).collect();
    let (_folder, server) = pages_of(&hours).await;
    for (slug, hours, words) in told {
        let text = server
            .get(&format!("/organisation/{slug}"))
            .await
            .text
            .replace(['\u{2060}', '\u{2066}', '\u{2068}', '\u{2069}'], "")
            .replace('\u{a0}', " ");
        assert!(text.contains(words), "{hours}: {words} is not told in {text}");
        assert_eq!(text.contains("Im Wortlaut"), ["mittags", "takt"].contains(&slug), "{hours}");
        let rows = server.get("/offers").await;
        assert_eq!(rows.status, 200);
    }
    for (language, sun, always, written) in [
        ("en", "sunrise to sunset", "round the clock", "As written:"),
        ("tr", "gün doğumu – gün batımı", "günün 24 saati", "Yazıldığı gibi:"),
        ("ar", "شروق الشمس", "على مدار الساعة", "كما وردت:"),
        ("uk", "схід сонця – захід сонця", "цілодобово", "Як записано:"),
        ("ro", "răsăritul soarelui – apusul soarelui", "non-stop", "Așa cum este notat:"),
        ("pl", "wschód słońca – zachód słońca", "całą dobę", "Zapis oryginalny:"),
    ] {
        for (slug, words) in [("sonne", sun), ("immer", always), ("mittags", written)] {
            let page = server.get(&format!("/{language}/organisation/{slug}")).await.text;
            let text = page.replace(['\u{2060}', '\u{2066}', '\u{2068}', '\u{2069}'], "");
            assert!(text.contains(words), "{language} {slug}: {words} is not told");
        }
    }
}

/// The text of a page without marks that nobody sees.
async fn text_of(server: &Server, path: &str) -> String {
    let page = server.get(path).await;
    assert_eq!(page.status, 200, "{path}");
    page.text.replace(['\u{2060}', '\u{2066}', '\u{2068}', '\u{2069}'], "").replace('\u{a0}', " ")
}

#[tokio::test]
async fn an_offer_tells_all_of_its_times_wherever_it_is_listed() {
    let year = Utc::now().year() + 1;
    let ramadan = format!("{year} Feb 08-{year} Mar 09 sunset-(sunset+03:00); Fr 13:00-15:00");
    let told = [
        ("jahreszeiten", "Oct-Mar Sa 15:00-18:00; Apr-Sep Sa 16:00-20:00", vec!["15–18", "16–20"]),
        (
            "halbjahre",
            "Apr-Sep Mo 10:00-12:00; Oct-Mar Tu 14:00-16:00",
            vec!["10–12", "14–16", "April bis September", "Oktober bis März"],
        ),
        ("ferien", "SH Mo-Fr 10:00-12:00", vec!["In den Schulferien: Montag bis Freitag 10–12 Uhr"]),
        ("feiertags", "PH 11:00-13:00", vec!["An Feiertagen: 11–13 Uhr"]),
        ("fastenmonat", ramadan.as_str(), vec!["Fr 13–15", "Sonnenuntergang"]),
        ("monatlich", "Mo 09:00-12:00; Sa[1,3] 10:00-12:00", vec!["Mo 9–12", "1. und 3. Samstag"]),
        ("abends", "Fr 13:00-15:00; Sa sunset-(sunset+01:00)", vec!["Fr 13–15", "Sonnenuntergang"]),
        ("wechselnd", "Tu 10:00-12:00; week 1-53/2 We 10:00-12:00", vec!["Di 10–12", "2 Wochen"]),
    ];
    let hours: Vec<(&str, &str)> = told.iter().map(|(slug, hours, _)| (*slug, *hours)).collect();
    let (_folder, server) = pages_of(&hours).await;
    for (slug, hours, words) in &told {
        let list = text_of(&server, &format!("/offers?actor={slug}")).await;
        let (_, link) = list.split_once("<h2><a href=\"").expect("an offer");
        let (offer, _) = link.split_once('"').expect("its address");
        let profile = text_of(&server, &format!("/organisation/{slug}")).await;
        let (_, of_profile) = profile.split_once(&format!("href=\"{offer}\"")).expect("the offer");
        for (page, text) in [("list", list.as_str()), ("page", &text_of(&server, offer).await), ("profile", of_profile)]
        {
            for word in words {
                assert!(text.contains(word), "{hours} on the {page}: {word} is not told in {text}");
            }
        }
    }
}

#[tokio::test]
async fn what_holds_beside_the_times_is_told_on_every_day() {
    let (_folder, server) = pages_of(&[("sonst", "Mo-Fr 09:00-12:00 || \"nach Vereinbarung\""), ("nie", "off")]).await;
    let list = text_of(&server, "/offers?actor=sonst").await;
    assert!(list.contains("sonst: <bdi lang=\"de\">nach Vereinbarung"), "{list}");
    let (_, link) = list.split_once("<h2><a href=\"").expect("an offer");
    let (offer, _) = link.split_once('"').expect("its address");
    for page in ["/organisation/sonst", "/organisation/sonst/sheet", "/ar/organisation/sonst", offer] {
        let text = text_of(&server, page).await;
        let (_, table) = text.split_once("<table class=\"hours\">").expect("a table");
        let (table, behind) = table.split_once("</table>").expect("its end");
        assert_eq!(table.matches("nach Vereinbarung").count(), 7, "{page}: {table}");
        assert_eq!(table.matches("09:00–12:00").count(), 5, "{page}: {table}");
        assert!(!table.contains("24:00") && !behind.contains("class=\"plain notes\""), "{page}: {table}");
    }
    let list = text_of(&server, "/offers?actor=nie").await;
    let (_, link) = list.split_once("<h2><a href=\"").expect("an offer");
    let (offer, _) = link.split_once('"').expect("its address");
    assert!(text_of(&server, offer).await.contains("<p class=\"muted\">geschlossen</p>"));
}

#[tokio::test]
async fn who_is_closed_tells_when_somebody_may_be_there_next() {
    // In two days, whatever day it is, so that nobody is there now.
    let day = (Utc::now() + chrono::TimeDelta::days(2)).format("%a").to_string();
    let day = &day[..2];
    let (women, ring) = (format!("{day} 16:00-18:00 \"nur für Frauen\""), format!("{day} 16:00-18:00 unknown"));
    let (_folder, server) =
        pages_of(&[("frauen", &women), ("klingeln", &ring), ("vielleicht", "\"nach Absprache\"")]).await;
    for (slug, note) in [("frauen", "nur für Frauen"), ("klingeln", "Vorher anfragen")] {
        let text = text_of(&server, &format!("/organisation/{slug}")).await;
        let (_, badge) = text.split_once("next-opening\">").expect("when it opens");
        let (badge, _) = badge.split_once("</span>").expect("its end");
        assert!(badge.contains("um 16:00") && badge.contains(note), "{slug}: {badge}");
    }
    assert!(!text_of(&server, "/organisation/vielleicht").await.contains("next-opening"));
}
