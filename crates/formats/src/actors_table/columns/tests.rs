//! Which headings are known, and which columns are refused or asked about.

use super::{super::phrases::HEADING_WORDS, *};

fn read(headings: &[&str], mapping: &[&str]) -> Result<Vec<String>, TableError> {
    let headings: Vec<String> = headings.iter().map(ToString::to_string).collect();
    let mut columns = ColumnMapping::default();
    mapping.iter().for_each(|line| columns.add(line).expect("a mapping"));
    let columns = Columns::read(1, &headings, &columns, false)?;
    Ok(columns.list.into_iter().map(|column| column.fields).collect())
}

#[test]
fn german_headers_stand_for_the_english_ones_however_they_are_written() {
    let headers = ["Typ", "Art", "NAME", "Strasse", "E-Mail", "Telefon ", "Kurzbeschreibung", "Beschreibung.tr", ""];
    let names = ["type", "kind", "name", "street", "email", "phone", "summary.de", "description.tr"];
    assert_eq!(read(&headers, &[]).expect("columns"), names);
    assert_eq!(
        read(&["legal form", "type", "", "kind", "name"], &[]).expect("columns")[..3],
        ["legalForm", "type", ""]
    );
}

#[test]
fn everyday_headings_of_offices_are_known() {
    let headings = [
        "Nr.",
        "Vereinsname",
        "Ansprechpartner/in",
        "PLZ / Ort",
        "Stadtteil",
        "Stadtbezirk",
        "Tel.",
        "Homepage",
        "Schwerpunkte",
        "Zielgruppe",
        "Öffnungszeiten",
        "Stand",
        "Bemerkungen",
        "Tel. (Büro)",
        "Telefon 2",
        "Anschrift",
        "Hausnr.",
        "Organization",
        "Opening times",
        "Remarks",
    ];
    let fields = [
        "",
        "name",
        "person",
        "postcode+city",
        "basedIn",
        "basedIn:borough",
        "phone",
        "website",
        "themes",
        "targetGroups",
        "openingHours",
        "verifiedOn",
        "note",
        "phone",
        "phone",
        "street+postcode+city",
        "houseNumber",
        // A second column of names is asked about.
        "",
        "openingHours",
        "note",
    ];
    assert_eq!(read(&headings, &[]).expect("columns"), fields);
}

#[test]
fn a_mapping_goes_before_what_is_known_and_what_nobody_knows_is_no_refusal() {
    let columns = read(&["Verein", "Straße und Nr.", "Farbe", "Fax"], &["Straße und Nr.=street+houseNumber", "Fax="]);
    assert_eq!(columns.expect("columns"), ["name", "street+houseNumber", "", ""]);
    let absent = read(&["Verein"], &["Vereine=name"]).expect_err("refused").to_string();
    assert!(absent.contains("\"Vereine\"") && absent.contains("\"Verein\""), "{absent}");
    assert!(matches!(read(&["Farbe", "Form"], &[]), Err(TableError::MissingName { .. })));
}

#[test]
fn no_two_columns_go_by_one_name() {
    let mut names: Vec<String> = column_names().map(plain).collect();
    names.extend(LOCALISED.iter().flat_map(|(name, german)| [plain(name), plain(german)]));
    names.sort();
    names.dedup();
    let same = COLUMNS.iter().filter(|(name, _, _, german)| german.iter().any(|german| plain(german) == plain(name)));
    assert_eq!(names.len(), column_names().count() + 4 - same.count());
}

#[test]
fn every_field_that_a_heading_word_stands_for_can_be_filled() {
    for fields in HEADING_WORDS.values().filter(|fields| **fields != "skip") {
        assert!(target(fields).is_some(), "{fields}");
    }
}

#[test]
fn a_number_behind_the_street_is_that_of_the_house() {
    let fields = read(&["Nr.", "Verein", "Str.", "Nr.", "Ort"], &[]).expect("columns");
    assert_eq!(fields, ["", "name", "street", "houseNumber", "city"]);
    assert_eq!(read(&["Verein", "Str.", "Nr."], &["Nr.="]).expect("columns"), ["name", "street", ""]);
}
