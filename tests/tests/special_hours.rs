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
        ("tage", "Mo,We 10:00-12:00; Jun 15-Sep 15 Mo,We 14:00-18:00".to_owned(), vec!["15. Juni", "15. September"]),
        ("pause", "Mo 10:00-12:00; Jul 15-Aug 31 off".to_owned(), vec!["15. Juli", "31. August", "geschlossen"]),
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
