//! Tables as people save them, and as they should not.

use super::*;
use crate::{interchange::ActorEntry, known::Known, problem::Problems};

fn table(bytes: &[u8]) -> (Vec<ActorEntry>, Vec<String>) {
    let mut actors = Vec::new();
    let reading = read(bytes, |located| {
        if let Entry::Actor(actor) = located.entry {
            actors.push(*actor);
        }
        ControlFlow::Continue(())
    })
    .expect("a table");
    (actors, reading.problems.iter().map(ToString::to_string).collect())
}

fn refusal(text: &str) -> String {
    read(text.as_bytes(), |_| ControlFlow::Continue(())).expect_err("refused").to_string()
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
    assert_eq!(actors.iter().map(|actor| actor.name.as_str()).collect::<Vec<_>>(), ["E\nE"]);
    insta::assert_snapshot!(problems.join("\n"));
}

/// What the rules say of the rows that are refused for their cells.
fn rules(text: &str) -> Vec<String> {
    let (known, mut problems) = (Known::default(), Problems::default());
    read(text.as_bytes(), |located| {
        if let Entry::Refused(Refused { rest: Some(rest), slug, .. }) = located.entry {
            rest.check(&located.place, slug, &known, &mut problems);
        }
        ControlFlow::Continue(())
    })
    .expect("a table");
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
fn a_quote_that_is_never_closed_is_told_with_the_lines_it_swallows() {
    let (_, problems) =
        table(b"type,kind,name,email\norganisation,women,\"A,\norganisation,women,B,\norganisation,women,C,\n");
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].contains("lines 2 to 5: is a closing quote missing?"), "{}", problems[0]);
}

#[test]
fn columns_are_refused_when_they_are_unknown_missing_or_twice() {
    insta::assert_snapshot!(refusal("type,kind,name,colour,summary,summary.d e\n"));
    assert_eq!(refusal("kind,name,kind\n"), "line 1: twice column \"kind\": allowed is once");
    assert_eq!(refusal("slug\n"), "line 1: missing columns \"type\", \"kind\", \"name\"");
    assert_eq!(refusal(""), "the table is empty: its first row must name the columns type, kind, name");
}

#[test]
fn a_table_in_another_encoding_is_refused_with_the_line() {
    let error = read(b"type,kind,name\norganisation,women,Caf\xE9\n".as_slice(), |_| ControlFlow::Continue(()));
    assert!(matches!(error, Err(TableError::NotUtf8 { line: 2 })), "{error:?}");
}
