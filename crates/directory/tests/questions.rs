//! Questions as people ask them, of the demo directory: what share is answered well.
//!
//! `data/questions.tsv` has them: in seven languages, by place and language, names, offers, events, everyday words,
//! misspelt ones, problems, and what nobody offers. `must_find` are those who fit, `may_find` those who may be shown
//! too, both separated by spaces. They are examples for judging the tables of words and never stand in those.

mod demo;

use directory::{ActorFilter, ActorNo, ActorQuestion, Interpretation, Snapshot, Window};
use domain::vocabulary::TargetGroup;

const QUESTIONS: &str = include_str!("data/questions.tsv");
/// How many entries are looked at.
const FIRST: usize = 5;

/// A question with who fits.
struct Question<'a> {
    language: &'a str,
    kind: &'a str,
    text: &'a str,
    must_find: Vec<&'a str>,
    may_find: Vec<&'a str>,
}

/// What a question got.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct AnswerVerdict {
    /// Everybody who must be found is among the first; of more than fit there, only such.
    is_complete: bool,
    /// Somebody is shown who does not fit.
    is_wrong: bool,
}

fn questions() -> Vec<Question<'static>> {
    let lines = QUESTIONS.lines().skip(1);
    let read = |line: &'static str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [language, kind, text, must_find, may_find] = cells[..] else { panic!("five cells: {line}") };
        let slugs = |cell: &'static str| cell.split_whitespace().collect();
        Question { language, kind, text, must_find: slugs(must_find), may_find: slugs(may_find) }
    };
    lines.map(read).collect()
}

fn interpret(snapshot: &Snapshot, text: &str, language: &str) -> Interpretation {
    snapshot.interpret(text, Some(language), demo::now()).expect("an interpretation")
}

/// The first entries of the answer, as a client gets them who sends back what was understood.
fn first_slugs(snapshot: &Snapshot, interpretation: Interpretation) -> Vec<String> {
    let text = (!interpretation.words.is_empty()).then_some(interpretation.words);
    let filter = ActorFilter { text, ..interpretation.filter };
    if filter == ActorFilter::default() {
        return Vec::new();
    }
    let window = Window { first: i32::try_from(FIRST).ok(), ..Window::default() };
    let page = snapshot.actors(&ActorQuestion { filter, window, ..ActorQuestion::default() }).expect("a page");
    page.edges.iter().map(|(_, no)| snapshot.actor(*no).data().slug.to_string()).collect()
}

fn judge(question: &Question<'_>, shown: &[String]) -> AnswerVerdict {
    let must = |slug: &String| question.must_find.contains(&slug.as_str());
    let fits = |slug: &String| must(slug) || question.may_find.contains(&slug.as_str());
    if question.kind == "nothing" {
        let is_honest = shown.iter().all(fits);
        return AnswerVerdict { is_complete: is_honest, is_wrong: !is_honest };
    }
    // Of a name or title only what stands before it counts: behind it others may be called alike.
    let looked_for_by_text = ["name", "offer", "event"].contains(&question.kind);
    let first = shown.iter().position(must).filter(|_| looked_for_by_text).unwrap_or(shown.len());
    let is_full = shown.len() == FIRST && shown.iter().all(fits);
    let has_all = question.must_find.iter().all(|slug| shown.iter().any(|it| it == slug));
    let has_one = looked_for_by_text && shown.iter().any(must);
    AnswerVerdict { is_complete: has_all || has_one || is_full, is_wrong: !shown[..first].iter().all(fits) }
}

#[test]
fn at_least_95_of_100_questions_are_answered_well_and_at_most_2_wrongly() {
    let (snapshot, questions) = (demo::snapshot(), questions());
    let (mut complete, mut wrong) = (0_usize, 0_usize);
    for question in &questions {
        let interpretation = interpret(&snapshot, question.text, question.language);
        let told = format!("{:?}", interpretation.chips);
        let shown = first_slugs(&snapshot, interpretation);
        let verdict = judge(question, &shown);
        complete += usize::from(verdict.is_complete);
        wrong += usize::from(verdict.is_wrong);
        if verdict != (AnswerVerdict { is_complete: true, is_wrong: false }) {
            println!("{} {} {:?}: {shown:?} {told}", question.language, question.kind, question.text);
        }
    }
    println!("{complete} of {} questions answered well, {wrong} with somebody wrong", questions.len());
    assert!(questions.len() >= 80, "{} questions are too few to judge by", questions.len());
    assert!(complete * 100 >= questions.len() * 95, "{complete} of {} are answered well", questions.len());
    assert!(wrong * 100 <= questions.len() * 2, "{wrong} of {} show somebody wrong", questions.len());
}

#[test]
fn every_name_finds_its_actor_first_and_every_title_of_an_offer_or_event_its_own() {
    let snapshot = demo::snapshot();
    let mut missed = Vec::new();
    for no in snapshot.all_actors() {
        let data = snapshot.actor(no).data();
        let first = first_slugs(&snapshot, interpret(&snapshot, &data.name, "de"));
        if first.first().map(String::as_str) != Some(data.slug.as_str()) {
            missed.push(data.name.clone());
        }
        let offers = snapshot.offers_of(no).map(|offer| &snapshot.offer(offer).data().title);
        let events = snapshot.events_of(no).map(|event| &snapshot.event(event).data().title);
        for (language, title) in offers.chain(events).flat_map(domain::LocalisedText::iter) {
            let shown = first_slugs(&snapshot, interpret(&snapshot, title, language.as_str()));
            if !shown.iter().any(|slug| slug == data.slug.as_str()) {
                missed.push(format!("{title} ({language}): {shown:?}"));
            }
        }
    }
    assert_eq!(missed, Vec::<String>::new());
}

#[test]
fn a_name_that_sounds_like_a_time_is_a_name() {
    const NAMES: &[(&str, &[&str])] = &[
        ("quittenlaterne", &["Nachbarschaftsküche Sonntagskind"]),
        ("morgenrotfaehre", &["Nachbarschaftsküche Abendwind", "Haus Mittagsblume"]),
    ];
    let snapshot = demo::snapshot_with(NAMES);
    for (slug, text) in [
        ("quittenlaterne", "Sonntagskind"),
        ("quittenlaterne", "sonntagskind wanne"),
        ("morgenrotfaehre", "Abendwind"),
        ("morgenrotfaehre", "Mittagsblume"),
    ] {
        let answer = interpret(&snapshot, text, "de");
        assert!(answer.filter.weekdays.is_empty() && answer.filter.daytimes.is_empty(), "{text}: {answer:?}");
        assert_eq!(first_slugs(&snapshot, answer).first().map(String::as_str), Some(slug), "{text}");
    }
    let sunday = interpret(&snapshot, "sonntags", "de").filter;
    assert!(!sunday.weekdays.is_empty(), "a day stays a day");
}

#[test]
fn the_label_of_every_theme_finds_those_who_work_on_it() {
    let snapshot = demo::snapshot();
    for no in snapshot.themes() {
        let theme = snapshot.theme(no);
        let slug = theme.data().slug.to_string();
        for (language, label) in theme.label().iter() {
            let answer = interpret(&snapshot, label, language.as_str());
            let asked = ActorFilter { themes: vec![slug.clone()], ..ActorFilter::default() };
            let expected = snapshot.count_actors(None, &asked).expect("a count");
            let filter =
                ActorFilter { text: Some(answer.words.clone()).filter(|it| !it.is_empty()), ..answer.filter.clone() };
            let all_found = snapshot.matching_actors(None, &filter).expect("actors").collect::<Vec<_>>();
            let missed = snapshot.matching_actors(None, &asked).expect("actors").filter(|no| !all_found.contains(no));
            assert_eq!(missed.count(), 0, "{label} ({language}), {expected} expected: {answer:?}");
        }
    }
}

#[test]
fn a_borough_is_meant_before_its_quarter_of_the_same_name() {
    let snapshot = demo::snapshot();
    for (text, slug) in
        [("in Wanne", "wanne"), ("Eickel", "eickel"), ("Sodingen", "sodingen"), ("Wanne-Süd", "wanne-sued")]
    {
        assert_eq!(interpret(&snapshot, text, "de").filter.districts, [slug], "{text}");
    }
}

#[test]
fn what_is_not_sure_stays_a_word_and_is_offered() {
    let snapshot = demo::snapshot();
    let answer = interpret(&snapshot, "Reparaturcafé", "de");
    assert_eq!((answer.filter, answer.words.as_str()), (ActorFilter::default(), "Reparaturcafé"));
    assert!(answer.chips.iter().any(|chip| chip.field == "themes" && !chip.applied), "{:?}", answer.chips);
}

#[test]
fn what_is_not_wanted_behind_a_but_is_excluded_and_what_is_lacking_is_not() {
    let snapshot = demo::snapshot();
    for (text, language) in [
        ("türkischer Verein aber keine Moschee", "de"),
        ("Turkish club but no mosque", "en"),
        ("asociație turcă, dar nu moschee", "ro"),
        ("turecki klub, ale nie meczet", "pl"),
    ] {
        let filter = interpret(&snapshot, text, language).filter;
        assert_eq!(filter.not.map(|not| not.kinds), Some(vec!["faith".to_owned()]), "{text}");
        assert!(filter.kinds.is_empty(), "{text}");
    }
    for text in ["Deutschkurs aber kein Geld", "ich habe keine Wohnung", "kein Deutsch"] {
        assert_eq!(interpret(&snapshot, text, "de").filter.not, None, "{text}");
    }
}

#[test]
fn what_people_do_without_is_left_out_and_a_need_is_not() {
    let snapshot = demo::snapshot();
    let ask = |text| {
        let filter = interpret(&snapshot, text, "de").filter;
        (filter.themes, filter.not.unwrap_or_default().themes)
    };
    for text in ["Vereine ohne Sport", "russische Vereine die keinen Sport machen", "kein Sport, türkisch"] {
        assert_eq!(ask(text), (vec![], vec!["sport-encounter.sport".to_owned()]), "{text}");
    }
    let (wanted, left_out) = ask("kein Deutschkurs, sondern Sprachcafé");
    assert_eq!((wanted, left_out), (vec!["language.cafe".to_owned()], vec!["language.german".to_owned()]));
    for text in ["ich habe keine Wohnung", "ohne Wohnung mit Kindern", "kein Sprachkurs frei"] {
        assert!(ask(text).1.is_empty(), "{text}");
    }
}

#[test]
fn a_theme_for_a_group_stays_a_theme_where_nobody_has_both() {
    let snapshot = demo::snapshot();
    for (language, text) in [
        ("de", "Sport für Frauen"),
        ("en", "sport for women"),
        ("tr", "kadınlar için spor"),
        ("ar", "رياضة للنساء"),
        ("uk", "спорт для жінок"),
        ("ro", "sport pentru femei"),
        ("pl", "sport dla kobiet"),
    ] {
        let filter = interpret(&snapshot, text, language).filter;
        assert_eq!(filter.themes, ["sport-encounter.sport"], "{text}");
        assert_eq!(filter.target_groups, ["women"], "{text}");
    }
}

#[test]
fn what_is_negated_is_never_asked_for() {
    let snapshot = demo::snapshot();
    for (language, text) in [
        ("de", "Elterncafé nicht auf Türkisch"),
        ("de", "Sprachcafé ohne Türkisch"),
        ("en", "parents group not in Turkish"),
        ("de", "Deutschkurs nicht für Frauen"),
        ("de", "Deutschkurs nicht nur für Frauen"),
        ("en", "course not for women"),
        ("de", "Deutschkurs nicht am Samstag"),
        ("de", "Deutschkurs nicht bei der VHS"),
        ("de", "Beratung nicht kostenlos"),
        ("de", "Beratung die nicht barrierefrei ist"),
        ("pl", "kurs nie po turecku"),
        ("de", "Verein der kein Türkisch spricht"),
        ("de", "nicht türkisch"),
        ("de", "ohne Frauen"),
        ("de", "Sprachcafé aber nicht nur für Frauen"),
        ("de", "kein Rollstuhl"),
        ("de", "nicht kostenlos"),
    ] {
        let asked = interpret(&snapshot, text, language);
        let looked_for = ["Türkisch", "türkisch", "Frauen", "Rollstuhl", "kostenlos"];
        assert!(!looked_for.iter().any(|word| asked.words.contains(word)), "{text}: {asked:?}");
        let filter = asked.filter;
        assert!(!filter.languages.contains(&"tr".to_owned()), "{text}: {filter:?}");
        assert!(!filter.target_groups.contains(&"women".to_owned()), "{text}: {filter:?}");
        assert!(filter.weekdays.is_empty() && filter.kinds.is_empty(), "{text}: {filter:?}");
        assert!(filter.free_of_charge.is_none() && filter.wheelchair.is_empty(), "{text}: {filter:?}");
    }
    let not = interpret(&snapshot, "Elterncafé nicht auf Türkisch", "de").filter.not.unwrap_or_default();
    assert_eq!(not.languages, ["tr"]);
}

#[test]
fn the_labels_of_groups_and_kinds_ask_for_them_in_every_language() {
    use domain::{
        ActorKind,
        labels::{of_kind, of_target_group},
        vocabulary::{InstitutionKind, NetworkKind, OrganisationKind, TargetGroup},
    };
    let snapshot = demo::snapshot();
    let organisations = OrganisationKind::ALL.iter().map(|it| (it.slug(), ActorKind::Organisation(*it)));
    let institutions = InstitutionKind::ALL.iter().map(|it| (it.slug(), ActorKind::Institution(*it)));
    let networks = NetworkKind::ALL.iter().map(|it| (it.slug(), ActorKind::Network(*it)));
    let kinds = organisations.chain(institutions).chain(networks).filter(|(slug, _)| *slug != "other");
    let kinds = kinds.flat_map(|(slug, kind)| of_kind(kind).map(move |label| (slug, label)));
    let groups = TargetGroup::ALL.iter().flat_map(|it| of_target_group(*it).map(|label| (it.slug(), label)));
    let labels: Vec<_> = kinds.chain(groups).collect();
    for (slug, (language, label)) in &labels {
        let filter = interpret(&snapshot, label, language).filter;
        // What a theme or two kinds are called as well is asked for as the tables say.
        let is_alike = |text: &str| text.to_lowercase() == label.to_lowercase();
        let mut theme_labels = snapshot.themes().flat_map(|no| snapshot.theme(no).label().iter());
        let is_of_others = theme_labels.any(|(_, text)| is_alike(text))
            || labels.iter().any(|(other, (_, text))| other != slug && is_alike(text));
        let asked = [&filter.kinds, &filter.target_groups].into_iter().flatten();
        assert!(is_of_others || asked.eq([slug]), "{language} {label}: {filter:?}");
    }
}

#[test]
fn several_districts_and_days_are_all_asked_for() {
    let snapshot = demo::snapshot();
    for text in ["Deutschkurs in Wanne und Eickel", "Sport in Wanne oder Eickel", "Wanne, Eickel", "Wanne-Eickel"] {
        assert_eq!(interpret(&snapshot, text, "de").filter.districts, ["wanne", "eickel"], "{text}");
    }
    for (text, language) in [("unter der Woche", "de"), ("hafta içi", "tr"), ("w dni robocze", "pl")] {
        assert_eq!(interpret(&snapshot, text, language).filter.weekdays.len(), 5, "{text}");
    }
    // A week is no weekend.
    assert!(interpret(&snapshot, "nächste Woche", "de").filter.weekdays.is_empty());
}

#[test]
fn districts_of_one_name_are_asked_for_as_they_are_told_apart() {
    let snapshot = demo::snapshot();
    for no in snapshot.districts().filter(|no| snapshot.has_namesake(*no, "de")) {
        for language in ["de", "en", "tr", "ar", "uk", "ro", "pl"] {
            let label = snapshot.district_label(no, language);
            let slug = snapshot.district(no).data().slug.as_str();
            assert_eq!(interpret(&snapshot, &label, language).filter.districts, [slug], "{label}");
        }
    }
}

#[test]
fn a_course_in_a_language_that_nobody_has_is_one_in_no_other_language() {
    let snapshot = demo::snapshot();
    for text in ["Rumänischkurs", "Spanischkurs", "Farsi lernen"] {
        let answer = interpret(&snapshot, text, "de");
        assert_eq!(answer.filter.languages.len(), 1, "{text}: {answer:?}");
        assert_eq!(first_slugs(&snapshot, answer), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn whoever_has_the_words_of_a_question_in_names_and_titles_stands_first() {
    let snapshot = demo::snapshot();
    for (text, first) in [("Elterncafé", "morgenrotfaehre"), ("Frauen-Café", "quittenlaterne")] {
        let answer = interpret(&snapshot, text, "de");
        assert_eq!(answer.words, "", "{text}: a filter, and no word left");
        let question =
            ActorQuestion { filter: answer.filter, rank_text: Some(text.to_owned()), ..ActorQuestion::default() };
        let page = snapshot.actors(&question).expect("a page");
        assert!(page.total > 1, "{text}");
        assert!(snapshot.actor(page.edges[0].1).data().slug.as_str().contains(first), "{text}");
    }
}

#[test]
fn a_place_that_may_be_several_is_offered_by_their_names() {
    let snapshot = demo::snapshot();
    let answer = interpret(&snapshot, "jetzt geöffnet am Bahnhof", "de");
    assert_eq!((answer.filter.near, answer.words.as_str()), (None, ""), "{:?}", answer.chips);
    let offered = answer.chips.iter().filter(|chip| chip.field == "near" && !chip.applied);
    let place = |slug: &str| snapshot.named_places().find(|place| place.slug == slug);
    let names: Vec<_> = offered.filter_map(|chip| place(&chip.value)).map(|place| place.label("de")).collect();
    assert_eq!(names, ["Wanne-Eickel Hbf", "Herne Bf"]);
    assert_eq!(
        place("herne-station").map(|place| (place.label("tr"), place.label("xx"))),
        Some(("Herne garı", "Herne Bf"))
    );
}

#[test]
fn whether_places_are_free_is_asked_in_every_language() {
    let snapshot = demo::snapshot();
    for (text, language) in [
        ("Deutschkurs mit freien Plätzen", "de"),
        ("Nachhilfe, wo noch Plätze frei sind", "de"),
        ("german course with free places", "en"),
        ("boş yer olan Almanca kursu", "tr"),
        ("دورة لغة ألمانية فيها أماكن شاغرة", "ar"),
        ("курс німецької, де є вільні місця", "uk"),
        ("curs de germană cu locuri libere", "ro"),
        ("kurs niemieckiego, wolne miejsca", "pl"),
    ] {
        let filter = interpret(&snapshot, text, language).filter;
        assert_eq!(filter.availability, [domain::vocabulary::Availability::PlacesFree], "{text}");
        assert!(!filter.themes.is_empty(), "{text}");
    }
    for text in ["Spielplatz", "freier Eintritt", "Wohnung frei", "Parkplatz"] {
        assert!(interpret(&snapshot, text, "de").filter.availability.is_empty(), "{text}");
    }
}

#[test]
fn words_that_say_so_ask_for_all_themes_as_long_as_somebody_has_them() {
    let snapshot = demo::snapshot();
    let filter = |text: &str| interpret(&snapshot, text, "de").filter;
    let themes = ["education.parents", "language.heritage"];
    for (text, is_joined) in [
        ("Herkunftssprache und Elternarbeit", false),
        ("Herkunftssprache mit Elternarbeit", true),
        ("sowohl Herkunftssprache als auch Elternarbeit", true),
        ("Herkunftssprache und gleichzeitig Elternarbeit", true),
        ("Herkunftssprache, Hilfe mit Elternarbeit", false),
    ] {
        let filter = filter(text);
        let mut asked = filter.themes.clone();
        asked.sort_unstable();
        assert_eq!((asked, filter.requires_all_themes()), (themes.map(str::to_owned).to_vec(), is_joined), "{text}");
    }
    let alternatives = filter("Deutschkurs mit Elternarbeit");
    let mut joined = alternatives.clone();
    joined.require_all_themes();
    assert_eq!(snapshot.count_actors(None, &joined).expect("a count"), 0, "nobody of the demo has both");
    assert!(alternatives.themes.len() == 2 && alternatives.and.is_empty(), "{alternatives:?}");
}

#[test]
fn the_other_words_of_an_own_theme_or_district_are_understood_in_every_form() {
    const OWN: &[(&str, &[&str])] = &[
        ("education.parents", &["Rucksackprogramm", "Stadtteilmütter", "ебеведение", "قهوة الصباح"]),
        ("herne-sued", &["Malakowviertel"]),
    ];
    let (plain, snapshot) = (demo::snapshot(), demo::snapshot_with(OWN));
    for (text, language) in [
        ("Rucksackprogramm", "de"),
        ("Rucksackprogramme auf Türkisch", "de"),
        ("Rucksackprogam", "de"),
        ("rucksackprogramm", "ar"),
        ("ебеведение", "uk"),
        ("قهوة الصباح", "ar"),
    ] {
        let (before, answer) = (interpret(&plain, text, language), interpret(&snapshot, text, language));
        assert!(before.filter.themes.is_empty(), "{text}: {before:?}");
        assert_eq!(answer.filter.themes, ["education.parents"], "{text}: {answer:?}");
    }
    // Of a word that the tables have for something else, the directory's own meaning counts.
    for (snapshot, theme) in [(&plain, "arrival.orientation"), (&snapshot, "education.parents")] {
        assert_eq!(interpret(snapshot, "Stadtteilmutter", "de").filter.themes, [theme]);
    }
    let answer = interpret(&snapshot, "Rucksackprogramm im Malakowviertel", "de");
    assert_eq!((answer.filter.districts, answer.words), (vec!["herne-sued".to_owned()], String::new()));
}

#[test]
fn whoever_is_there_for_all_groups_of_a_question_stands_before_those_for_one() {
    let snapshot = demo::snapshot();
    for (language, text, groups) in [
        ("de", "neuzugewanderte Frauen", [TargetGroup::Newcomers, TargetGroup::Women]),
        ("de", "Senioren und Familien", [TargetGroup::Seniors, TargetGroup::Families]),
        ("de", "Frauen, die Arbeit suchen: Arbeitslose", [TargetGroup::Women, TargetGroup::Jobseekers]),
    ] {
        let filter = interpret(&snapshot, text, language).filter;
        let question = ActorQuestion { filter, rank_text: Some(text.to_owned()), ..ActorQuestion::default() };
        let page = snapshot.actors(&question).expect("a page");
        let shared = |no: &ActorNo| {
            let own = &snapshot.actor(*no).data().target_groups;
            groups.iter().filter(|group| own.contains(group)).count()
        };
        let counts: Vec<usize> = page.edges.iter().map(|(_, no)| shared(no)).collect();
        assert!(counts.is_sorted_by(|one, other| one >= other), "{text}: {counts:?}");
        assert!(counts.last() < counts.first(), "{text}: {counts:?}");
    }
}
