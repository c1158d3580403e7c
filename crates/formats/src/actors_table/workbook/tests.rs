//! Workbooks as spreadsheets write them, and as nobody should.

use std::io::Write;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Url, Workbook, Worksheet};
use zip::{ZipWriter, write::SimpleFileOptions};

use super::{sheet::MergedCell, *};

fn saved(fill: impl FnOnce(&mut Worksheet) -> Result<(), rust_xlsxwriter::XlsxError>) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet()).expect("a sheet");
    workbook.add_worksheet().set_name("Zweites").expect("a name").write(0, 0, "anders").expect("a cell");
    workbook.save_to_buffer().expect("a workbook")
}

fn rows(bytes: Vec<u8>, sheet: Option<&str>) -> Result<Vec<RawRow>, TableError> {
    read_xlsx(bytes, sheet, &mut TableSummary::default()).map(|cells| cells.rows)
}

/// Line and cells, what cannot be read in brackets.
fn read_rows(bytes: Vec<u8>, sheet: Option<&str>) -> Vec<String> {
    let text = |cell: &Cell| match cell {
        Cell::Linked { text, link } => format!("{text} → {link}"),
        Cell::Text(text) | Cell::Marked { mark: text, .. } => text.clone(),
        Cell::Wrong(wrong) => format!("[{}]", wrong.message().text("en")),
    };
    let rows = rows(bytes, sheet).expect("rows").into_iter();
    rows.map(|row| format!("{}: {}", row.line, row.cells.iter().map(text).collect::<Vec<_>>().join("; "))).collect()
}

#[test]
fn numbers_days_formulas_and_truths_become_text_as_people_see_them() {
    let bytes = saved(|sheet| {
        let day = Format::new().set_num_format("dd.mm.yyyy");
        sheet.write_row(1, 0, ["Name", "PLZ", "Tag"])?;
        sheet.write(3, 0, "Zeile 1\r\nZeile 2")?.write(3, 1, 44_649)?;
        sheet.write_with_format(3, 2, ExcelDateTime::from_ymd(2026, 5, 1)?, &day)?;
        sheet.write(3, 3, 7.1553)?.write(3, 4, true)?;
        sheet.write(3, 5, Formula::new("=A1&\"x\"").set_result("Ergebnis"))?;
        sheet.write(3, 6, Formula::new("=1/0").set_result("#DIV/0!"))?;
        sheet.write_blank(5, 0, &Format::new().set_bold())?;
        Ok(())
    });
    let expected = [
        "2: Name; PLZ; Tag",
        "4: Zeile 1\nZeile 2; 44649; 2026-05-01; 7.1553; true; Ergebnis; [holds the error #DIV/0! of a formula: allowed is a value or nothing]",
    ];
    assert_eq!(read_rows(bytes.clone(), None), expected);
    assert_eq!(read_rows(bytes.clone(), Some("Zweites")), ["1: anders"]);
    let told = rows(bytes, Some("Drittes")).expect_err("no such sheet").to_string();
    assert_eq!(told, "there is no sheet \"Drittes\": the workbook has only \"Sheet1\", \"Zweites\"");
}

#[test]
fn a_cell_merged_over_rows_stands_in_each_of_them_and_is_told() {
    let bytes = saved(|sheet| {
        sheet.write(0, 0, "Name")?.write(0, 1, "Ort")?;
        sheet.merge_range(1, 1, 2, 1, "Herne", &Format::new())?;
        sheet.write(1, 0, "A")?.write(2, 0, "B")?;
        Ok(())
    });
    assert_eq!(read_rows(bytes.clone(), None), ["1: Name; Ort", "2: A; Herne", "3: B; Herne"]);
    let mut summary = TableSummary::default();
    let merged = read_xlsx(bytes, None, &mut summary).expect("cells").merged;
    assert_eq!(merged, [MergedCell { line: 3, column: 1, rows: (2, 3) }]);
    assert!(summary.remarks.iter().any(|remark| remark.text("en").contains("Merged cells")), "{:?}", summary.remarks);
}

#[test]
fn numbers_stand_as_their_cells_show_them() {
    let bytes = saved(|sheet| {
        let postcode = Format::new().set_num_format("00000");
        sheet.write(0, 0, "PLZ")?;
        sheet.write_with_format(1, 0, 1067, &postcode)?.write_with_format(2, 0, 44_649, &postcode)?;
        Ok(())
    });
    assert_eq!(read_rows(bytes, None), ["1: PLZ", "2: 01067", "3: 44649"]);
}

#[test]
fn hidden_sheets_are_passed_over_and_hidden_rows_are_told() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("Alt").expect("a name").set_hidden(true).write(0, 0, "alt").expect("a cell");
    let sheet = workbook.add_worksheet().set_name("Vereine").expect("a name");
    sheet.write_column(0, 0, ["Name", "Eins", "Zwei"]).expect("cells");
    sheet.set_row_hidden(2).expect("a row");
    sheet.set_active(true);
    let bytes = workbook.save_to_buffer().expect("a workbook");
    let mut summary = TableSummary::default();
    let cells = read_xlsx(bytes.clone(), None, &mut summary).expect("cells");
    assert_eq!(cells.rows.len(), 3);
    let told: Vec<String> = summary.remarks.iter().map(|remark| remark.text("en")).collect();
    assert_eq!(told, ["Hidden sheets are not read: \"Alt\".", "Hidden rows are read as well (1): 3."]);
    assert_eq!(read_rows(bytes, Some("Alt")), ["1: alt"]);
}

/// A spreadsheet of LibreOffice with this content between its automatic styles and its end.
fn open_document(styles: &str, tables: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:style=\"s\">\
         <office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>{tables}\
         </office:spreadsheet></office:body></office:document-content>"
    );
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("content.xml", SimpleFileOptions::default()).expect("a part");
    archive.write_all(content.as_bytes()).expect("room");
    archive.finish().expect("an archive").into_inner()
}

#[test]
fn spreadsheets_of_libreoffice_are_read_as_they_show_themselves() {
    let bytes = open_document(
        "<style:style style:name=\"ta1\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>",
        "<table:table table:name=\"Alt\" table:style-name=\"ta1\"><table:table-row><table:table-cell><text:p>alt</text:p>\
         </table:table-cell></table:table-row></table:table>\
         <table:table table:name=\"Vereine\"><table:table-column/>\
         <table:table-row><table:table-cell><text:p>Name</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"2\">\
         <text:p>PLZ</text:p></table:table-cell></table:table-row>\
         <table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>\
         <table:table-row table:visibility=\"filter\"><table:table-cell table:number-rows-spanned=\"2\"><office:annotation><text:p>Notiz</text:p>\
         </office:annotation><text:p>A &amp; B</text:p><text:p>C<text:s text:c=\"2\"/>D</text:p></table:table-cell>\
         <table:table-cell office:value-type=\"float\" office:value=\"1067\"><text:p>01067</text:p></table:table-cell>\
         <table:table-cell office:value-type=\"float\" office:value=\"7.1553\"><text:p>7,16</text:p></table:table-cell></table:table-row>\
         <table:table-row><table:covered-table-cell/><table:table-cell office:value-type=\"date\" office:date-value=\"2026-05-01\">\
         <text:p>01.05.26</text:p></table:table-cell></table:table-row>\
         <table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell/></table:table-row></table:table>",
    );
    let mut summary = TableSummary::default();
    let cells = read_ods(bytes, None, &mut summary).expect("cells");
    let text = |row: &RawRow| {
        row.cells.iter().map(|cell| cell.text().unwrap_or_default().to_owned()).collect::<Vec<_>>().join("; ")
    };
    let rows: Vec<String> = cells.rows.iter().map(|row| format!("{}: {}", row.line, text(row))).collect();
    assert_eq!(rows, ["1: Name; PLZ; PLZ", "4: A & B\nC  D; 01067; 7.1553", "5: A & B\nC  D; 2026-05-01"]);
    assert_eq!(summary.remarks.len(), 3, "{:?}", summary.remarks);
    let comments: Vec<_> = cells.comments.iter().map(|it| (it.row, it.column, it.text.as_str())).collect();
    assert_eq!(comments, [(3, 0, "Notiz")]);
}

#[test]
fn links_stand_behind_the_texts_of_their_cells() {
    let bytes = saved(|sheet| {
        sheet.write_row(0, 0, ["Name", "Web"])?.write(1, 0, "Verein Eins")?;
        sheet.write_url(1, 1, Url::new("https://a.example/?x=1&y=2").set_text("Homepage"))?;
        sheet.write_url(2, 1, Url::new("internal:'Sheet1'!A1").set_text("oben"))?;
        let formula = Formula::new("=HYPERLINK(\"https://b.example\",\"Seite\")").set_result("Seite");
        sheet.write(3, 1, formula).map(drop)
    });
    assert_eq!(
        read_rows(bytes, None),
        [
            "1: Name; Web",
            "2: Verein Eins; Homepage → https://a.example/?x=1&y=2",
            "3: ; oben",
            "4: ; Seite → https://b.example"
        ]
    );
    let cell = |inner: &str| format!("<table:table-cell>{inner}</table:table-cell>");
    let table = format!(
        "<table:table table:name=\"A\"><table:table-row>{}{}</table:table-row></table:table>",
        cell("<text:p><text:a xlink:href=\"mailto:a@b.example\">schreiben</text:a></text:p>"),
        cell("<text:p>ohne</text:p>")
    );
    let cells = read_ods(open_document("", &table), None, &mut TableSummary::default()).expect("cells");
    let links: Vec<Option<&str>> = cells.rows[0].cells.iter().map(Cell::link).collect();
    assert_eq!(links, [Some("mailto:a@b.example"), None]);
}

#[test]
fn a_link_over_the_whole_sheet_does_not_fill_the_memory() {
    let link = format!("https://a.example/{}", "x".repeat(2_000));
    let bytes = saved(|sheet| {
        (0..60_000).try_for_each(|row| sheet.write(row, 0, "x").map(drop))?;
        sheet.write_url(0, 0, Url::new(&link).set_text("x")).map(drop)
    });
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut changed = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut text = Vec::new();
        std::io::copy(&mut part, &mut text).expect("read");
        let text = String::from_utf8(text).expect("text").replace("ref=\"A1\" r:id", "ref=\"A1:A60000\" r:id");
        changed.start_file(name, SimpleFileOptions::default()).expect("a part");
        changed.write_all(text.as_bytes()).expect("room");
    }
    let bytes = changed.finish().expect("an archive").into_inner();
    assert!(matches!(rows(bytes, None), Err(TableError::TooLarge)));
}

#[test]
fn rows_that_are_repeated_without_end_do_not_fill_the_memory() {
    let cell = "<table:table-cell table:number-columns-repeated=\"900\"><text:p>x</text:p></table:table-cell>";
    let table = format!(
        "<table:table table:name=\"A\"><table:table-row table:number-rows-repeated=\"1000000\">{cell}</table:table-row></table:table>"
    );
    let refused = read_ods(open_document("", &table), None, &mut TableSummary::default());
    assert!(matches!(refused, Err(TableError::TooManyCells)), "{refused:?}");
    let table = table.replace("\"900\"", "\"2\"");
    let refused = read_ods(open_document("", &table), None, &mut TableSummary::default());
    assert!(matches!(refused, Err(TableError::TooManyRows)), "{refused:?}");
}

#[test]
fn references_of_too_many_letters_are_none() {
    let archive = |reference: &str| {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        let parts = [
            ("xl/workbook.xml", "<workbook><sheets><sheet name=\"A\"/></sheets></workbook>".to_owned()),
            (
                "xl/worksheets/sheet1.xml",
                format!(
                    "<worksheet><sheetData><row><c r=\"{reference}\" t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData></worksheet>"
                ),
            ),
        ];
        for (name, text) in parts {
            archive.start_file(name, SimpleFileOptions::default()).expect("a part");
            archive.write_all(text.as_bytes()).expect("room");
        }
        archive.finish().expect("an archive").into_inner()
    };
    for reference in ["AAAAAAAAAAAA1", "A99999999999", "1", "A", "ä1", "ZZZ1"] {
        assert_eq!(read_rows(archive(reference), None), ["1: x"], "{reference}");
    }
}

#[test]
fn what_is_no_workbook_or_would_fill_the_memory_is_refused() {
    let told = |bytes: Vec<u8>| rows(bytes, None).expect_err("refused").to_string();
    assert!(told(b"Typ;Art;Name".to_vec()).contains("no workbook"));
    assert!(told(b"\xd0\xcf\x11\xe0\xa1\xb1".to_vec()).contains("password"));
    let mut whole = saved(|sheet| sheet.write(0, 0, "Name").map(drop));
    whole.truncate(whole.len() / 2);
    assert!(told(whole).contains("no workbook"));
    let mut bomb = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for part in ["xl/workbook.xml", "xl/sharedStrings.xml"] {
        bomb.start_file(part, options).expect("a part");
        for _ in 0..140 {
            bomb.write_all(&vec![b' '; 1024 * 1024]).expect("room");
        }
    }
    let bomb = bomb.finish().expect("an archive").into_inner();
    assert!(bomb.len() < 1024 * 1024 && told(bomb).contains("256 MiB"));
}

#[test]
fn a_text_that_many_cells_share_does_not_fill_the_memory() {
    let long = "ä".repeat(16_000);
    let bytes = saved(|sheet| (0..3_000).try_for_each(|row| sheet.write(row, 0, &long).map(drop)));
    assert!(bytes.len() < 1024 * 1024);
    assert!(matches!(rows(bytes, None), Err(TableError::TooLarge)));
}

#[test]
fn rows_of_one_cell_far_to_the_right_do_not_fill_the_memory() {
    let bytes = saved(|sheet| (0..5_000).try_for_each(|row| sheet.write(row, 999, "x").map(drop)));
    assert!(matches!(rows(bytes, None), Err(TableError::TooManyCells)));
}

#[test]
fn a_cell_far_to_the_right_does_not_fill_the_memory() {
    let bytes = saved(|sheet| sheet.write(1_048_575, 16_383, "x").map(drop));
    assert!(matches!(rows(bytes, None), Err(TableError::TooManyCells)));
    let far_below = saved(|sheet| sheet.write(1_048_575, 0, "x").map(drop));
    assert_eq!(read_rows(far_below, None), ["1048576: x"]);
}
