//! What lists of other offices do that one list does not: headings of their own, merged cells, days in other orders,
//! words that mean less than they seem.

use domain::{
    District, Gazetteer, LocalisedText, Position, Record, Theme,
    publication::{PublicationChange, Publish},
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

fn push<E: Entity>(changes: &mut Vec<PublicationChange>, record: Record<E>)
where
    Record<E>: Publish,
{
    let (entity, at) = (EntityRef::of::<E>(record.id), record.updated_at);
    let fact = record.publish(&Gazetteer::default());
    changes.push(PublicationChange { sequence: changes.len() as u64 + 1, at, entity, fact });
}

/// Some districts of Herne and some themes.
pub(super) fn herne() -> Snapshot {
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

pub(super) fn read(bytes: &[u8], format: TableFormat, decisions: &str) -> ActorsTable {
    let mut options = TableOptions::default();
    options.decisions.add_lines(decisions).expect("decisions");
    ActorsTable::read(bytes, format, &herne(), options).expect("a table")
}

pub(super) fn csv(text: &str, decisions: &str) -> (ActorsTable, Vec<ActorEntry>, Vec<String>) {
    let table = read(text.as_bytes(), TableFormat::Csv, decisions);
    let (actors, problems) = entries_of(&table);
    (table, actors, problems)
}

pub(super) fn questions(table: &ActorsTable) -> Vec<(&str, Vec<&str>)> {
    let questions = table.summary().questions.iter();
    questions.map(|it| (it.value.as_str(), it.candidates.iter().map(String::as_str).collect())).collect()
}

pub(super) fn remarks(table: &ActorsTable) -> String {
    table.summary().remarks.iter().map(|remark| remark.text("en")).collect::<Vec<_>>().join("\n")
}

pub(super) fn hints(table: &ActorsTable) -> String {
    table.summary().hints.iter().map(|hint| hint.message.text("en")).collect::<Vec<_>>().join("\n")
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
    assert!(remarks(&table).contains("not read: line 4"), "{}", remarks(&table));
    assert!(remarks(&table).contains("rows below them up to the next empty one: line 2"), "{}", remarks(&table));
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
fn days_are_read_as_their_column_writes_them_and_none_confirms_before_it_comes() {
    let (table, actors, _) = csv("Verein;Last checked\nA;03/04/2024\nB;11/30/2025\nC;01/01/2099\n", "");
    let days: Vec<_> = actors.iter().map(|actor| actor.verified_on.map(|day| day.to_string())).collect();
    assert_eq!(days, [Some("2024-03-04".to_owned()), Some("2025-11-30".to_owned()), None]);
    assert!(remarks(&table).contains("the month stands before the day") && hints(&table).contains("in the future"));
    assert!(table.summary().notes[&3].contains("01/01/2099"));
}

#[test]
fn persons_among_contacts_are_contact_persons_and_are_told() {
    let (table, actors, problems) =
        csv("Club;Contact\nA;Ali Example\nB;Mrs. Example, 02323 111222\nC;nach 18 Uhr\n", "");
    assert_eq!(problems, Vec::<String>::new());
    let persons: Vec<_> = actors.iter().map(|actor| actor.contact_persons.len()).collect();
    assert_eq!(persons, [1, 1, 0]);
    assert!(hints(&table).contains("taken for a contact person, internal only: Ali Example"), "{}", hints(&table));
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

#[test]
fn each_part_of_a_combined_contact_cell_lands_in_its_field_or_is_named() {
    let text = "Verein;Kontakt\nA;\"Tel. 02323/123456, info@x.example, facebook: x, www.x.example\"\nB;Frau Müller 0177 0000000\nC;\"Büro 02323 999900, Fax 02323 999901, Herr Beispiel, 0177 0000001\"\nD;\"Ansprechpartner: Ayşe Muster, muster@post.example\"\n";
    let (table, actors, problems) = csv(text, "");
    assert_eq!(problems, Vec::<String>::new());
    let phone = |at: usize| actors[at].phone.as_ref().map(ToString::to_string);
    assert_eq!(phone(0).as_deref(), Some("02323/123456"));
    assert_eq!(actors[0].email.as_ref().map(ToString::to_string).as_deref(), Some("info@x.example"));
    assert_eq!(actors[0].website.as_ref().map(ToString::to_string).as_deref(), Some("https://www.x.example"));
    let links: Vec<String> = actors[0].social_links.iter().map(ToString::to_string).collect();
    assert_eq!(links, ["https://www.facebook.com/x"]);
    // A person's own number is nobody else's.
    assert_eq!((phone(1), phone(2).as_deref(), phone(3)), (None, Some("02323 999900"), None));
    assert!(actors[3].email.is_none());
    let persons: Vec<usize> = actors.iter().map(|actor| actor.contact_persons.len()).collect();
    assert_eq!(persons, [0, 1, 1, 1]);
    let told = hints(&table);
    assert!(
        told.contains("internal only: Frau Müller 0177 0000000") && told.contains("Herr Beispiel, 0177 0000001"),
        "{told}"
    );
    assert!(told.contains("not taken, stands in the note: Fax 02323 999901"), "{told}");
    assert!(table.summary().notes[&3].contains("Fax 02323 999901"));
}

#[test]
fn a_persons_number_in_a_column_of_telephones_is_not_the_associations() {
    let text = "Verein;Telefon\nA;0177 0000000 (Frau Müller)\nB;0177 0000000\nC;٠٢٣٢٣ ٩٩٩٩٠٠\nD;۰۲۳۲۳ ۹۹۹۹۰۱\n";
    let (_, actors, problems) = csv(text, "");
    assert_eq!(problems, Vec::<String>::new());
    let phones: Vec<Option<String>> =
        actors.iter().map(|actor| actor.phone.as_ref().map(ToString::to_string)).collect();
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(phones, [None, some("0177 0000000"), some("02323 999900"), some("02323 999901")]);
    assert_eq!(actors[0].contact_persons.len(), 1);
}

#[test]
fn each_part_of_an_address_lands_in_its_field_or_is_named() {
    let text = "Verein;Anschrift;Anschrift 2\nA;\"Hauptstr. 12, 44649 Herne (Horsthausen)\";\nB;Hauptstr. 12;44649 Herne\nC;Hauptstr. 12;Herne\nD;\"Hauptstr. 12, 44649 Herne\";Nebenstr. 3\n";
    let (table, actors, problems) = csv(text, "Anschrift 2:x=");
    assert_eq!(problems, Vec::<String>::new());
    for actor in &actors {
        let address = actor.address.as_ref().expect("an address");
        assert_eq!(address.street.as_deref(), Some("Hauptstr. 12"), "{actor:?}");
        assert_eq!(address.city.as_deref(), Some("Herne"), "{actor:?}");
    }
    assert_eq!(actors[0].based_in.as_ref().map(domain::Slug::as_str), Some("horsthausen"));
    let told = hints(&table);
    assert!(told.contains("\"Horsthausen\" in the address taken for the district"), "{told}");
    assert!(told.contains("not taken, stands in the note: Nebenstr. 3"), "{told}");
}

#[test]
fn the_way_in_is_understood_however_it_is_said_or_asked() {
    let text = "Verein;Rollstuhl\nA;Ja, Aufzug\nB;teilweise\nC;nein (Stufen)\nD;barrierefrei\nE;stufenlos\nF;k. A.\nG;ja, aber eine Stufe\n\
        H;EG ja, WC nein\nI;EG ja / OG ja\nJ;ja, WC nein\n";
    let (table, actors, _) = csv(text, "Rollstuhl:ja, aber eine Stufe=limited");
    let access: Vec<String> = actors.iter().map(|actor| format!("{:?}", actor.wheelchair)).collect();
    let wanted = ["Yes", "Limited", "No", "Yes", "Yes", "Unknown", "Limited", "Limited", "Yes", "Limited"];
    assert_eq!(access, wanted.map(|it| access_text(it, &access)));
    assert_eq!(questions(&table).len(), 0);
    let (table, ..) = csv(text, "");
    let asked: Vec<&str> = questions(&table).into_iter().map(|(value, _)| value).collect();
    assert_eq!(asked, ["ja, aber eine Stufe"]);
}

/// A value as the entries show it, whatever they wrap it in.
fn access_text(value: &str, shown: &[String]) -> String {
    let wrapped = format!("Some({value})");
    if shown.contains(&wrapped) {
        wrapped
    } else if value == "Unknown" && shown.iter().any(|it| it == "None") {
        "None".to_owned()
    } else {
        value.to_owned()
    }
}

#[test]
fn codes_of_no_language_are_asked_about() {
    let (table, ..) = csv("Verein;Sprachen\nA;kmr\nB;xyz\nC;qqq\n", "");
    let asked: Vec<&str> = questions(&table).into_iter().map(|(value, _)| value).collect();
    assert_eq!(asked, ["xyz", "qqq"], "{:?}", questions(&table));
}

#[test]
fn what_a_cell_says_is_not_meant_is_asked_about() {
    let (table, actors, _) =
        csv("Verein;Sprachen\nA;kein Türkisch\nB;nicht arabisch\nC;\"Deutsch, kein Englisch\"\nD;Türkisch\n", "");
    let asked: Vec<&str> = questions(&table).into_iter().map(|(value, _)| value).collect();
    assert_eq!(asked, ["kein Türkisch", "nicht arabisch", "kein Englisch"], "{:?}", questions(&table));
    assert!(actors.iter().all(|actor| actor.name == "D" || actor.languages.len() < 2), "{actors:?}");
}

#[test]
fn an_entry_has_one_name_whatever_stands_in_other_columns_of_names() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.merge_range(0, 0, 0, 1, "Verein & Kontakt", &Format::new()).expect("merged");
    sheet.write(0, 2, "Ort").expect("written").write(1, 0, "Chor Muster").expect("written");
    sheet.write(1, 1, "02323 111222").expect("written").write(1, 2, "Herne").expect("written");
    let table = read(&workbook.save_to_buffer().expect("a workbook"), TableFormat::Xlsx, "");
    let (actors, problems) = entries_of(&table);
    assert_eq!((actors[0].name.as_str(), problems), ("Chor Muster", Vec::new()));
    assert_eq!(actors[0].phone.as_ref().map(ToString::to_string).as_deref(), Some("02323 111222"));
    let (table, actors, _) = csv("Name;Name 2;Ort\nChor Muster;Sektion Wanne;Herne\n", "");
    assert_eq!(actors[0].name, "Chor Muster");
    assert!(table.summary().columns.iter().any(|it| it.heading == "Name 2" && it.usage == ColumnUse::Unknown));
}

#[test]
fn the_column_of_a_persons_number_keeps_the_name_beside_it() {
    let (_, actors, problems) = csv(
        "Verein;Kontaktperson Tel\nA;Jan Erfunden 0177/0000000\nB;0177/0000001\nC;\"Frau Muster, 0177 0000002\"\n",
        "",
    );
    assert_eq!(problems, Vec::<String>::new());
    let named: Vec<_> = actors.iter().map(|actor| actor.contact_persons.len()).collect();
    assert_eq!(named[0], 1, "{actors:?}");
    assert_eq!(named[2], 1, "{actors:?}");
    assert!(actors.iter().all(|actor| actor.phone.is_none()), "{actors:?}");
}

#[test]
fn hidden_columns_and_encodings_with_a_mark_are_said() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, (heading, value)) in
        [("Verein", "A"), ("Telefon", "02323 999900"), ("Ort", "Herne")].iter().enumerate()
    {
        let column = u16::try_from(column).expect("few");
        sheet.write(0, column, *heading).expect("written");
        sheet.write(1, column, *value).expect("written");
    }
    sheet.set_column_hidden(1).expect("hidden");
    let bytes = workbook.save_to_buffer().expect("a workbook");
    let table =
        ActorsTable::read(bytes.as_slice(), TableFormat::Xlsx, &herne(), TableOptions::default()).expect("a table");
    assert!(remarks(&table).contains("Hidden columns are read as well (1): B."), "{}", remarks(&table));
    assert_eq!(table.summary().sheets, ["Sheet1"]);

    let mut bytes = vec![0xff, 0xfe];
    bytes.extend("Verein;Ort\nA;Herne\n".encode_utf16().flat_map(u16::to_le_bytes));
    let table =
        ActorsTable::read(bytes.as_slice(), TableFormat::Csv, &herne(), TableOptions::default()).expect("a table");
    assert!(remarks(&table).contains("Read as UTF-16LE."), "{}", remarks(&table));
}

#[test]
fn a_list_without_a_column_of_names_is_understood_so_far_that_one_can_be_chosen() {
    let read = |may_lack_names| {
        let options = TableOptions { may_lack_names, ..TableOptions::default() };
        ActorsTable::read("Wessen;Ort\nA;Herne\n".as_bytes(), TableFormat::Csv, &herne(), options)
    };
    assert!(matches!(read(false), Err(TableError::MissingName { .. })));
    let table = read(true).expect("a table");
    let headings: Vec<&str> = table.summary().columns.iter().map(|column| column.heading.as_str()).collect();
    assert_eq!(headings, ["Wessen", "Ort"]);
    assert!(remarks(&table).contains("No column holds names"), "{}", remarks(&table));
    let mut wrong = 0;
    table.entries(|located| {
        wrong += usize::from(matches!(located.entry, Entry::Invalid(_)));
        ControlFlow::Continue(())
    });
    assert_eq!(wrong, 1);
}
