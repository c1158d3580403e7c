//! What lists of other offices do that one list does not: headings of their own, merged cells, days in other orders,
//! words that mean less than they seem.

use domain::{
    District, Gazetteer, LocalisedText, Position, Record, Theme,
    publication::{Change, Publish},
    record::{Entity, EntityRef},
    vocabulary::FieldOfAction,
};
use rust_xlsxwriter::{Format, Workbook};

use super::*;

const DISTRICTS: &[(&str, &str, DistrictLevel, &str)] = &[
    ("herne", "", DistrictLevel::City, "Herne"),
    ("wanne", "herne", DistrictLevel::Borough, "Wanne"),
    ("sodingen", "herne", DistrictLevel::Borough, "Sodingen"),
    ("wanne-mitte", "wanne", DistrictLevel::Quarter, "Wanne"),
    ("sodingen-mitte", "sodingen", DistrictLevel::Quarter, "Sodingen"),
    ("horsthausen", "sodingen", DistrictLevel::Quarter, "Horsthausen"),
];
const THEMES: &[(&str, &str)] = &[
    ("participation", "Teilhabe & Engagement"),
    ("participation.funding", "Fördermittel"),
    ("women", "Frauen & Empowerment"),
    ("language", "Sprache"),
    ("language.german", "Deutsch lernen"),
    ("ageing", "Älter werden"),
];

fn push<E: Entity>(changes: &mut Vec<Change>, record: Record<E>)
where
    Record<E>: Publish,
{
    let (entity, at) = (EntityRef::of::<E>(record.id), record.updated_at);
    let fact = record.publish(&Gazetteer::default());
    changes.push(Change { sequence: changes.len() as u64 + 1, at, entity, fact });
}

/// Some districts of Herne and some themes.
fn herne() -> Snapshot {
    let (mut changes, now) = (Vec::new(), chrono::Utc::now());
    let id = |at: usize| Uuid::from_u128(at as u128 + 1);
    for (at, (slug, parent, level, name)) in DISTRICTS.iter().enumerate() {
        let parent = DISTRICTS.iter().position(|(slug, ..)| slug == parent);
        let district = District {
            slug: slug.parse().expect("a slug"),
            former_slugs: Vec::new(),
            parent: parent.map(|at| id(at).into()),
            level: *level,
            name: LocalisedText::german(*name),
            alternative_names: Vec::new(),
            position: 0,
            centre: Position::new(7.2, 51.5).ok(),
            boundary: None,
            boundary_source: None,
            replaced_by: None,
        };
        push(&mut changes, Record::new(id(at).into(), now, district));
    }
    for (at, (slug, label)) in THEMES.iter().enumerate() {
        let theme = Theme {
            slug: slug.parse().expect("a slug"),
            former_slugs: Vec::new(),
            parent: None,
            replaced_by: None,
            label: LocalisedText::german(*label),
            alternative_labels: Vec::new(),
            fields_of_action: vec![FieldOfAction::ALL[0]],
            position: 0,
        };
        push(&mut changes, Record::new(id(100 + at).into(), now, theme));
    }
    Snapshot::build(directory::Settings::default(), changes).expect("a snapshot")
}

fn read(bytes: &[u8], format: TableFormat, decisions: &str) -> ActorsTable {
    let mut options = TableOptions::default();
    options.decisions.add_lines(decisions).expect("decisions");
    ActorsTable::read(bytes, format, &herne(), options).expect("a table")
}

fn csv(text: &str, decisions: &str) -> (ActorsTable, Vec<ActorEntry>, Vec<String>) {
    let table = read(text.as_bytes(), TableFormat::Csv, decisions);
    let (actors, problems) = entries_of(&table);
    (table, actors, problems)
}

fn questions(table: &ActorsTable) -> Vec<(&str, Vec<&str>)> {
    let questions = table.summary().questions.iter();
    questions.map(|it| (it.value.as_str(), it.candidates.iter().map(String::as_str).collect())).collect()
}

fn remarks(table: &ActorsTable) -> String {
    table.summary().remarks.iter().map(|remark| remark.english.as_str()).collect::<Vec<_>>().join("\n")
}

fn hints(table: &ActorsTable) -> String {
    table.summary().hints.iter().map(|hint| hint.sentence.english.as_str()).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_merged_heading_is_that_of_each_of_its_columns_and_headings_of_sections_and_sums_are_no_entries() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let bold = Format::new();
    for (column, heading) in [(0_u16, "Name"), (3, "Telefon")] {
        sheet.write(0, column, heading).expect("written");
    }
    sheet.merge_range(0, 1, 0, 2, "Anschrift", &bold).expect("merged");
    sheet.merge_range(1, 0, 1, 3, "Wanne", &bold).expect("merged");
    for (column, text) in [(0_u16, "Verein A"), (1, "Beispielweg 1"), (2, "44649 Herne"), (3, "02323 111222")] {
        sheet.write(2, column, text).expect("written");
    }
    sheet.write(3, 0, "Summe").expect("written").write(3, 1, 40).expect("written");
    let bytes = workbook.save_to_buffer().expect("a workbook");
    let table = read(&bytes, TableFormat::Xlsx, "");
    let (actors, problems) = entries_of(&table);
    assert_eq!((actors.len(), problems), (1, Vec::new()));
    let address = actors[0].address.as_ref().expect("an address");
    assert_eq!(
        (address.street.as_deref(), address.postcode.as_deref(), address.city.as_deref()),
        (Some("Beispielweg 1"), Some("44649"), Some("Herne"))
    );
    assert!(remarks(&table).contains("not read: line 2, 4"), "{}", remarks(&table));
    let reject = [Reject { row: 1, problem: "x".to_owned() }];
    let rejects = table.write_rejects(&reject, RejectsFormat::Csv).expect("rejects");
    assert!(String::from_utf8_lossy(&rejects).contains("Anschrift;Anschrift 2;Telefon"));
}

#[test]
fn a_column_without_a_heading_has_the_name_of_its_letter_and_can_be_mapped() {
    let text = "Name;;Telefon\nA;44649;02323 111222\nB;44651;02323 111333\n";
    let (table, actors, problems) = csv(text, "");
    assert_eq!((actors.len(), problems), (2, Vec::new()));
    assert!(remarks(&table).contains("Unknown columns are not read: \"Spalte B\""), "{}", remarks(&table));
    let mut options = TableOptions::default();
    options.mapping.add("column B=postcode").expect("a mapping");
    let table = ActorsTable::read(text.as_bytes(), TableFormat::Csv, &herne(), options).expect("a table");
    assert_eq!(entries_of(&table).0[0].address.as_ref().and_then(|it| it.postcode.as_deref()), Some("44649"));
    // Where one row has a value there, its cells may have slipped.
    let (_, actors, problems) = csv("Name;;Telefon\nA;x;\nB;;\nC;;\n", "");
    assert_eq!(actors.len(), 2);
    assert!(problems[0].contains("\"Spalte B=FIELD\""), "{problems:?}");
}

#[test]
fn headings_of_other_offices_are_known() {
    let text = "Verein;Stadtbezirk/Ortsteil;Telefon / Fax;Angebote / Themen;richtet sich an;Vorname;Nachname;Fax;Sprachangebot\n\
                A;Sodingen;Tel. 02323 481200;Deutsch lernen;Frauen;Erika;Beispiel;02323 481300;Türkisch\n";
    let (table, actors, problems) = csv(text, "");
    assert_eq!(problems, Vec::<String>::new());
    assert!(table.summary().columns.iter().all(|column| column.usage != ColumnUse::Unknown));
    assert_eq!(actors[0].based_in.as_ref().map(domain::Slug::as_str), Some("sodingen-mitte"));
    assert_eq!(actors[0].phone.as_ref().map(domain::PhoneNumber::as_str), Some("02323 481200"));
    let person = actors[0].contact_persons[0].name.as_ref().map(|name| name.value.as_str());
    assert_eq!(person, Some("Erika Beispiel"));
}

#[test]
fn an_area_code_goes_before_its_number_and_a_lost_zero_is_told() {
    let phone = |text: &str| {
        let (table, actors, problems) = csv(text, "");
        assert_eq!(problems, Vec::<String>::new());
        (actors[0].phone.as_ref().expect("a number").to_string(), hints(&table))
    };
    assert_eq!(phone("Verein;Vorwahl;Telefon\nA;02323;471100\n").0, "02323 471100");
    assert_eq!(phone("Verein;Telefon;Vorwahl\nA;471100;2323\n").0, "02323 471100");
    assert_eq!(phone("Verein;Vorwahl;Telefon\nA;02323;0170 123456\n").0, "0170 123456");
    let (number, told) = phone("Verein;Telefon\nA;2323 12345\n");
    assert_eq!(number, "02323 12345");
    assert!(told.contains("lost the zero"), "{told}");
    assert_eq!(phone("Verein;Telefon\nA;115\n").0, "115");
}

#[test]
fn words_that_mean_less_than_they_seem_are_asked_about() {
    let text = "Verein;Schwerpunkte;Stadtteil;Sprachen\nA;Frauenförderung;Wanne-Nord;Türkisch\nB;Deutschkurse;OT Sodingen;div.\nC;Seniorenarbeit;Sodingen;mehrsprachig\n";
    let (table, actors, _) = csv(text, "");
    let asked: Vec<&str> = questions(&table).into_iter().map(|(value, _)| value).collect();
    assert_eq!(asked, ["Frauenförderung", "Wanne-Nord"], "{:?}", questions(&table));
    let quarters: Vec<_> = actors.iter().map(|it| it.based_in.as_ref().map(domain::Slug::as_str)).collect();
    assert_eq!(quarters, [Some("sodingen-mitte"); 2]);
    assert_eq!(actors[0].themes[0].as_str(), "language.german");
    assert!(hints(&table).contains("\"div.\" names none") && hints(&table).contains("\"mehrsprachig\" names none"));
}

#[test]
fn a_column_of_boroughs_that_names_quarters_as_well_is_one_of_quarters() {
    let based_in = |text: &str| -> Vec<String> {
        let (_, actors, problems) = csv(text, "");
        assert_eq!(problems, Vec::<String>::new());
        actors.iter().filter_map(|actor| Some(actor.based_in.as_ref()?.to_string())).collect()
    };
    assert_eq!(based_in("Verein;Bezirk\nA;Sodingen\nB;Wanne\n"), ["sodingen", "wanne"]);
    assert_eq!(based_in("Verein;Bezirk\nA;Sodingen\nB;Horsthausen\n"), ["sodingen-mitte", "horsthausen"]);
}

#[test]
fn what_a_decision_says_counts_in_every_column_and_one_that_is_about_nothing_is_told() {
    let text = "Verein;Homepage;Barrierefrei;Stand\nA;auf Anfrage;stufenlos;wenn Zeit ist\n";
    let (table, actors, problems) = csv(text, "");
    assert_eq!(actors.len(), 0);
    assert_eq!(questions(&table), [("stufenlos", vec!["yes", "limited", "no", "unknown"])]);
    assert!(problems.iter().any(|problem| problem.contains("\"stufenlos\" is unclear")), "{problems:?}");
    assert!(hints(&table).contains("\"wenn Zeit ist\" cannot be read as a day"), "{}", hints(&table));
    let decisions = "auf Anfrage=\nstufenlos=\nStand:wenn Zeit ist=2024-04-01";
    let (table, actors, problems) = csv(text, decisions);
    assert_eq!((problems, questions(&table).len()), (Vec::new(), 0));
    assert_eq!(actors[0].verified_on.map(|day| day.to_string()).as_deref(), Some("2024-04-01"));
    assert!(!remarks(&table).contains("about nothing"), "{}", remarks(&table));
    let (table, ..) = csv(text, "stufenlos=quatsch\nQuatsch=yes\nrow 99=new\nrow 1=new");
    assert_eq!(questions(&table)[0].0, "stufenlos");
    let told = remarks(&table);
    assert!(told.contains("about nothing in the table: \"Quatsch=yes\", \"row 99=new\"."), "{told}");
    assert!(told.contains("These meanings do not exist, or are several: \"quatsch\""), "{told}");
}

#[test]
fn days_are_read_as_their_column_writes_them_and_none_confirms_before_it_comes() {
    let (table, actors, _) = csv("Verein;Last checked\nA;03/04/2024\nB;11/30/2025\nC;01/01/2099\n", "");
    let days: Vec<_> = actors.iter().map(|actor| actor.verified_on.map(|day| day.to_string())).collect();
    assert_eq!(days, [Some("2024-03-04".to_owned()), Some("2025-11-30".to_owned()), None]);
    assert!(remarks(&table).contains("the month stands before the day") && hints(&table).contains("in the future"));
    assert!(table.summary().notes[&3].contains("01/01/2099"));
}

#[test]
fn a_problem_names_the_very_column_it_stands_in() {
    let text = "Verein;Kontakt;Web;Sprache 1;Sprache 2\nA;02323 111222;auf Anfrage;Türkisch;Quenya\n";
    let (_, _, problems) = csv(text, "");
    let told = problems.join("\n");
    assert!(told.contains("\"Web\", website") && told.contains("\"Sprache 2\", languages"), "{told}");
    assert!(!told.contains("\"Kontakt\"") && !told.contains("\"Sprache 1\""), "{told}");
}

#[test]
fn persons_among_contacts_are_contact_persons_and_are_told() {
    let (table, actors, problems) =
        csv("Club;Contact\nA;Ali Example\nB;Mrs. Example, 02323 111222\nC;nach 18 Uhr\n", "");
    assert_eq!(problems, Vec::<String>::new());
    let persons: Vec<_> = actors.iter().map(|actor| actor.contact_persons.len()).collect();
    assert_eq!(persons, [1, 1, 0]);
    assert!(hints(&table).contains("taken for a contact person: Ali Example"), "{}", hints(&table));
}

#[test]
fn an_empty_position_leaves_the_place_to_the_directory() {
    let text = "Verein;Stadtteil;Breite;Länge;Genauigkeit\nA;Horsthausen;;;\nB;Horsthausen;51,5;7,2;\nC;Horsthausen;51,5;7,2;verborgen\n";
    let (table, actors, problems) = csv(text, "Genauigkeit:verborgen=hidden");
    assert_eq!(problems, Vec::<String>::new());
    let fallbacks: Vec<bool> = actors.iter().map(|actor| actor.fallback_location.is_some()).collect();
    assert_eq!(fallbacks, [true, false, false]);
    assert_eq!((1..=4).map(|row| table.is_to_be_placed(row)).collect::<Vec<_>>(), [true, false, false, false]);
    let (table, actors, _) = csv("Verein;Stadtteil;Vergröbert\nA;Horsthausen;ja\n", "");
    assert!(actors[0].fallback_location.is_none() && !table.is_to_be_placed(1), "a coarsened view is no place");
}
