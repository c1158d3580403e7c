//! Tables as people save them, and as they should not.

mod careful_lists;
mod decided_lists;
mod other_lists;
mod trees;
mod venues;
mod withheld_contacts;
mod withheld_lists;

use domain::record::LifeStatus;

use super::*;
use crate::{
    interchange::{ActorEntry, Entry, InvalidEntry},
    known::Known,
    problem::Problems,
};

fn snapshot() -> Snapshot {
    Snapshot::build(directory::Settings::default(), []).expect("a snapshot")
}

fn open(bytes: &[u8]) -> Result<ActorsTable, TableError> {
    ActorsTable::read(bytes, TableFormat::Csv, &snapshot(), TableOptions::default())
}

fn entries_of(table: &ActorsTable) -> (Vec<ActorEntry>, Vec<String>) {
    let (mut actors, mut problems) = (Vec::new(), Vec::new());
    table.entries(|located| {
        match located.entry {
            Entry::Actor(actor) => actors.push(*actor),
            Entry::Invalid(refused) => problems.extend(refused.problems.iter().map(ToString::to_string)),
            _ => {}
        }
        ControlFlow::Continue(())
    });
    (actors, problems)
}

fn table(bytes: &[u8]) -> (Vec<ActorEntry>, Vec<String>) {
    entries_of(&open(bytes).expect("a table"))
}

fn refusal(text: &str) -> String {
    open(text.as_bytes()).expect_err("refused").to_string()
}

const GOOD: &str = "\u{FEFF}type;slug;kind;name;summary.de;summary.tr;themes;languages;longitude;latitude;precision;street;openingHours;freeOfCharge\r\n\
organisation;;women;Frauencafé Beispiel;Treffpunkt;Buluşma;health|language.german | ;de|tr;7,1553;51,5375;quarter;Beispielweg 1;\"Mo 10:00-12:00; PH off\";ja\r\n\
\r\n\
network;runder-tisch;round-table;Runder Tisch;\"Zeile 1\r\nZeile 2\";;;;;;;;;\r\n";

#[test]
fn a_table_with_semicolons_and_a_byte_order_mark_is_read() {
    let (actors, problems) = table(GOOD.as_bytes());
    assert_eq!(problems, Vec::<String>::new());
    insta::assert_json_snapshot!(actors);
}

#[test]
fn the_separator_is_found_from_the_header_or_a_sep_line() {
    let rows = "type,kind,name\norganisation,women,\"A, B; C\"\n";
    for text in [
        rows.to_owned(),
        rows.replace(",k", "\tk").replace(",n", "\tn").replace("n,w", "n\tw").replace("n,\"", "n\t\""),
    ] {
        assert_eq!(table(text.as_bytes()).0[0].name, "A, B; C", "{text:?}");
    }
    let (actors, _) = table(b"sep=;\ntype;kind;name\norganisation;women;A\n");
    assert_eq!(actors[0].name, "A");
}

#[test]
fn every_problem_of_every_row_is_told_by_line_and_column() {
    let (actors, problems) = table(
        "type,kind,name,slug,languages,longitude,latitude,wheelchair,confidential,street,email\n\
         organisation,women,,Not A Slug,tr|deutsch und so,east,51.5,maybe,perhaps,,nobody\n\
         verein,women,B,b,,,,,,,\n\
         organisation,women,C,c,,7.1,,,,,\n\
         organisation,women,D\n\
         organisation,women,\"E\nE\",e,,,,,,,\n\
         organisation,women,F,f,,,,,,,no-address\n"
            .as_bytes(),
    );
    assert_eq!(actors.iter().map(|actor| actor.name.as_str()).collect::<Vec<_>>(), ["D", "E E"]);
    insta::assert_snapshot!(problems.join("\n"));
}

/// What the rules say of the rows that are refused for their cells.
fn rules(text: &str) -> Vec<String> {
    let (known, mut problems) = (Known::default(), Problems::default());
    open(text.as_bytes()).expect("a table").entries(|located| {
        if let Entry::Invalid(InvalidEntry { rest: Some(rest), slug, .. }) = located.entry {
            rest.check(&located.place, slug, &known, &mut problems);
        }
        ControlFlow::Continue(())
    });
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn a_wrong_cell_hides_neither_the_rules_nor_the_other_cells_of_its_row() {
    let text = "type,kind,name,street,themes,email,confidential\n\
                organisation,club,A,Weg,gibberish,,perhaps\n\
                organisation,women,B,Weg,gibberish|Not A Slug|other,nobody\n\
                organisation,women,C,Weg,gibberish,,,,\n\
                organisation,women,D,moved,Weg,gibberish,nobody,ja\n";
    let (_, problems) = table(text.as_bytes());
    insta::assert_snapshot!(format!("{}\n{}", problems.join("\n"), rules(text).join("\n")));
}

#[test]
fn a_quote_that_is_never_closed_is_told_with_its_line_in_whatever_column_it_stands() {
    for row in ["\"organisation,women,A", "organisation,women,\"A"] {
        let told = refusal(&format!("type,kind,name\n{row}\norganisation,women,B\norganisation,women,C\n"));
        assert_eq!(told, "line 2: a quote opens a cell here and is never closed");
    }
    let (_, problems) = table(b"type,kind,name\norganisation,women,\"A\nB\",too much\n");
    assert!(problems[0].contains("lines 2 to 3 of the text: is a closing quote missing?"), "{}", problems[0]);
}

#[test]
fn no_column_refuses_a_table_but_one_of_names_is_needed() {
    let (actors, problems) = table(b"name,colour,summary,phone,phone\nVerein Eins,rot,x,02323 111222,02323 333444\n");
    assert_eq!((actors.len(), problems.len()), (1, 0), "{problems:?}");
    let told = open(b"name,colour\nVerein Eins,rot\n").expect("a table");
    assert!(told.summary().remarks[0].text("en").contains("\"colour\""), "{:?}", told.summary().remarks);
    let hints = open(b"name,phone,phone\nA,02323 111222,02323 333444\n").expect("a table").summary().hints.clone();
    assert!(hints[0].message.text("en").contains("02323 333444"), "{hints:?}");
    let told = refusal("colour,form\nrot,rund\n");
    assert!(
        told.starts_with("line 1: no column holds names: the table has only \"colour\", \"form\"")
            && told.contains("perhaps \"colour=name\""),
        "{told}"
    );
    assert!(refusal("").starts_with("the table is empty"));
}

#[test]
fn a_broken_letter_names_its_row_and_column_and_the_other_rows_are_taken() {
    let bytes = b"type,kind,name\norganisation,women,Caf\xC3\xA9\norganisation,women,Caf\xE9\n";
    let table = open(bytes.as_slice()).expect("a table");
    let (actors, problems) = entries_of(&table);
    assert_eq!(actors.iter().map(|actor| actor.name.as_str()).collect::<Vec<_>>(), ["Café"]);
    assert!(
        problems[0].starts_with("line 3") && problems[0].contains("name: holds a sign that cannot be read"),
        "{problems:?}"
    );
    assert!(
        table.summary().remarks[0].text("en").contains("1 sign cannot be read, in line 3"),
        "{:?}",
        table.summary().remarks
    );
}

#[test]
fn what_german_excel_saves_is_read_windows_1252_with_its_own_words() {
    let bytes = b"Typ;Art;Name;Stra\xDFe;PLZ;L\xE4ngengrad;Breitengrad;Kurzbeschreibung;Best\xE4tigt am;Best\xE4tigt von;Kostenlos;Zielgruppen;\r\n\
                Organisation;Frauenorganisation;Caf\xE9 \x84\xD6z\x93;Hauptstra\xDFe 1;44649;7,1553;51,5375;Tee f\xFCr \x805;1.5.2026;Redaktion;WAHR;Frauen|Eltern;\r\n";
    let (actors, problems) = table(bytes);
    assert_eq!(problems, Vec::<String>::new());
    insta::assert_json_snapshot!(actors);
}

#[test]
fn a_problem_names_the_column_as_the_table_and_as_the_program_calls_it() {
    let (_, problems) = table("Typ;Art;Name;Telefon\nOrganisation;women;A;ruf an\n".as_bytes());
    assert!(
        problems[0].starts_with("line 2, \"Telefon\", phone: \"ruf an\" is not a telephone number"),
        "{problems:?}"
    );
}

#[test]
fn a_row_says_only_what_stands_in_it() {
    let (actors, _) = table("type;kind;name;phone;summary.tr;city\norganisation;women;A;;Kısa;Herne\n".as_bytes());
    let stored = domain::Actor {
        phone: Some("02323 123456".parse().expect("number")),
        summary: domain::LocalisedText::german("Kurz"),
        address: Some(domain::Address { street: Some("Weg 1".into()), ..domain::Address::default() }.into()),
        status: domain::record::LifeStatus::Archived,
        ..domain::Actor::new(
            "stored".parse().expect("slug"),
            domain::ActorKind::Organisation(domain::vocabulary::OrganisationKind::Women),
            "Alt",
        )
    };
    let id = uuid::Uuid::from_u128(1).into();
    let (mut known, mut problems) = (Known::default(), Problems::default());
    known.add_stored(id, stored.clone(), stored.clone());
    let place = Place::row(2, &Default::default());
    let mut resolver = crate::interchange::Resolver::new(&known, &mut problems);
    let read = resolver.actor(&place, actors[0].clone(), id, "a".parse().expect("slug")).expect("an actor").actor;
    let address = domain::Address { city: Some("Herne".into()), street: Some("Weg 1".into()), ..Default::default() };
    let expected = domain::Actor {
        name: "A".into(),
        summary: stored.summary.clone().with("tr".parse().expect("tag"), "Kısa"),
        address: Some(address.into()),
        ..stored
    };
    assert_eq!(read, expected);
}

/// The list of an office as such lists are; all of it is invented.
const OFFICE_LIST: &[u8] = include_bytes!("office-list.csv");

#[test]
fn what_an_office_keeps_for_itself_is_for_staff_only_and_what_must_not_be_published_stays_a_draft() {
    let text = "Vereinsname;Ansprechpartner/in;Tel.;Bemerkungen\n\
                Verein Eins e. V.;Hr. Muster, 0170 0000000;02323 1111 o. 02323 22222;nicht veröffentlichen!\n";
    let options = TableOptions { status: LifeStatus::Published, ..TableOptions::default() };
    let table = ActorsTable::read(text.as_bytes(), TableFormat::Csv, &snapshot(), options).expect("a table");
    let (actors, problems) = entries_of(&table);
    assert_eq!(problems, Vec::<String>::new());
    let actor = &actors[0];
    assert_eq!(actor.status, LifeStatus::Draft);
    assert_eq!(actor.legal_form, Some(domain::vocabulary::LegalForm::RegisteredAssociation));
    let person = &actor.contact_persons[0];
    let name = person.name.as_ref().expect("a name");
    assert_eq!((name.value.as_str(), name.visibility), ("Hr. Muster", domain::vocabulary::Visibility::Internal));
    assert_eq!(person.phone.as_ref().map(|phone| phone.value.as_str()), Some("0170 0000000"));
    let note = &table.summary().notes[&1];
    assert!(note.contains("Bemerkungen: nicht veröffentlichen!") && note.contains("02323 22222"), "{note}");
    assert!(table.summary().hints.iter().any(|hint| hint.field == "status"));
}

#[test]
fn what_nobody_decides_may_stand_in_the_notes_but_for_what_keeps_an_entry_from_the_public() {
    let text = "Vereinsname;Stadtteil;Sprachen;Homepage;Stand;Zielgruppe;kostenlos;Genauigkeit\n\
                Verein Eins;Mondviertel;Quenya, Türkisch;@eins (Aushang);irgendwann;Elfen;mal so, mal so;\n\
                Verein Zwei;;Quenya;;;;ja;so ungefähr\n";
    let read = |decided: &str| {
        let mut options = TableOptions::default();
        options.decisions.add_lines(decided).expect("decisions");
        ActorsTable::read(text.as_bytes(), TableFormat::Csv, &snapshot(), options).expect("a table")
    };
    let asked = read("");
    assert!(asked.summary().questions.len() >= 3 && entries_of(&asked).0.is_empty(), "{:?}", asked.summary());
    let table = read("unclear=note");
    let (actors, problems) = entries_of(&table);
    assert_eq!(actors.iter().map(|actor| actor.name.as_str()).collect::<Vec<_>>(), ["Verein Eins"], "{problems:?}");
    assert_eq!(actors[0].languages.len(), 1, "what is known is taken");
    assert!(problems.iter().all(|problem| problem.contains("ungefähr")), "{problems:?}");
    let note = &table.summary().notes[&1];
    for given in ["Mondviertel", "Quenya", "@eins (Aushang)", "irgendwann", "Elfen", "mal so, mal so"] {
        assert!(note.contains(given), "{given}: {note}");
    }
    // One value alone.
    let one = read("Quenya=Notiz");
    assert!(!one.summary().questions.iter().any(|question| question.value == "Quenya"), "{:?}", one.summary());
    assert_eq!(one.summary().notes[&2], "Sprachen: Quenya");
    let options = &mut TableOptions::default().decisions;
    assert!(options.add("unclear=note").is_ok() && options.add("unclear").is_err());
    assert!(!table.summary().remarks.iter().any(|it| it.text("en").contains("about nothing")), "{:?}", table.summary());
}

#[test]
fn the_list_of_an_office_is_understood_but_for_what_only_a_person_can_decide() {
    let table = open(OFFICE_LIST).expect("a table");
    assert!(
        table.summary().remarks.iter().any(|remark| remark.text("en").contains("windows-1252")),
        "{:?}",
        table.summary().remarks
    );
    assert!(
        table.summary().columns.iter().all(|column| column.usage != ColumnUse::Unknown),
        "{:#?}",
        table.summary().columns
    );
    let asked: Vec<&str> = table.summary().questions.iter().map(|question| question.value.as_str()).collect();
    // Without the themes and districts of a directory those of the table are all unknown.
    assert!(asked.contains(&"Kurdisch") && !asked.contains(&"div.") && !asked.contains(&"türk."), "{asked:?}");
}
